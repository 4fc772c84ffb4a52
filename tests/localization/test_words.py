"""One word for one thing: what the glossary says is not said is in no sentence of the windows and the papers."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
_SAID = re.compile(r"^\| (da|en) \| (.+?) \| (.+?) \| (.*?) ?\|$", re.MULTILINE)


def abandoned(language: str) -> list[str]:
    """What the glossary says is not said in a language."""
    rows = _SAID.findall((ROOT / "docs" / "glossary.md").read_text(encoding="utf-8"))
    return [words for at, _, instead, _ in rows if at == language and instead != "–" for words in instead.split(" · ")]


def sentences(language: str) -> list[str]:
    """Every sentence a user can be shown: the Danish ones as they stand in the code, or their translations."""
    file = ROOT / "resources" / "locale" / "en" / "LC_MESSAGES" / "netmoede.po"
    with file.open("rb") as stream:
        messages = [message for message in read_po(stream, locale="en") if message.id]
    told = [message.id if language == "da" else message.string for message in messages]
    return [text for forms in told for text in ([forms] if isinstance(forms, str) else forms or ())]


def saying(words: str, texts: list[str]) -> list[str]:
    """The texts that say these words, whole words in any case."""
    found = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE)
    return [text for text in texts if found.search(text)]


@pytest.mark.parametrize("language", ["da", "en"])
def test_an_abandoned_word_is_said_nowhere(language: str) -> None:
    texts, words = sentences(language), abandoned(language)
    assert len(texts) > 1000 and len(words) > 10
    assert {word: said for word in words if (said := saying(word, texts))} == {}


@pytest.mark.parametrize(("language", "others"), [("da", "“”„"), ("en", "»«„")])
def test_quotation_marks_are_of_one_kind(language: str, others: str) -> None:
    assert [text for text in sentences(language) if set(text) & set(others)] == []


def test_the_methods_have_the_quotation_marks_of_the_windows() -> None:
    methods = sorted((ROOT / "resources" / "methods").glob("*.toml"))
    assert [file.name for file in methods if set(file.read_text(encoding="utf-8")) & set("“”„")] == []
    assert any("»" in file.read_text(encoding="utf-8") for file in methods)


def test_the_guide_says_what_the_windows_say() -> None:
    guide = re.sub(r"\(pictures/\S+\)", "", (ROOT / "docs" / "user-guide.md").read_text(encoding="utf-8"))
    assert [word for word in abandoned("da") if saying(word, [guide])] == []


def test_an_abandoned_word_would_be_found() -> None:
    """A control: with words that are used, the same search finds them; a part of a longer word is none of it."""
    assert saying("har ordet", sentences("da")) and saying("the floor", sentences("en"))
    assert saying("hul", ["Hullet"]) == [] and saying("Hul", ["et hul i tiden"])
