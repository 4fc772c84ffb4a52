"""The check of the translations finds each way in which code and catalogue can part."""

from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from installer.translations import Untranslatable, check, extracted, update

CODE = """
from netmoede_desktop.localization.catalogue import translatable

TABLE = {"a": translatable("Fra en tabel")}


def sentences(t, n):
    yield t.gettext("Aftaler")
    yield t.ngettext("{n} aftale", "{n} aftaler", n)
    yield t.pgettext("knap", "Videre")
    yield t.gettext("Ja" if n else "Nej")
    yield t.gettext(TABLE["a"])
    yield print("ikke til oversættelse")
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A little project whose English catalogue is complete."""
    (tmp_path / "netmoede_desktop").mkdir()
    (tmp_path / "netmoede_desktop" / "words.py").write_text(CODE, encoding="utf-8")
    assert update(tmp_path) == 0
    translate(tmp_path)
    return tmp_path


def po(project: Path) -> Path:
    return project / "resources" / "locale" / "en" / "LC_MESSAGES" / "netmoede.po"


def translate(project: Path) -> None:
    """Writes "english" under every empty translation."""
    text = po(project).read_text(encoding="utf-8")
    head, body = text.split("\n\n", 1)
    for empty in ('msgstr ""', 'msgstr[0] ""', 'msgstr[1] ""'):
        body = body.replace(empty, empty[:-2] + '"english {n}"' if "[" in empty else empty[:-2] + '"english"')
    po(project).write_text(f"{head}\n\n{body}", encoding="utf-8")


def test_the_calls_of_the_translator_are_found(project: Path) -> None:
    found = {(message.context, message.id) for message in extracted(project) if message.id}
    assert found == {
        (None, "Fra en tabel"),
        (None, "Aftaler"),
        (None, "Ja"),
        (None, "Nej"),
        (None, ("{n} aftale", "{n} aftaler")),
        ("knap", "Videre"),
    }


def test_a_complete_catalogue_passes(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert check(project) == 0
    assert "6 sentences" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("before", "after", "complaint"),
    [
        ('"Aftaler"', '"Nye aftaler"', "not in the catalogue: 'Nye aftaler'"),
        ('"Aftaler"', '"Nye aftaler"', "no longer said: 'Aftaler'"),
        ('"knap", "Videre"', '"fane", "Videre"', "not in the catalogue: 'Videre'"),
    ],
)
def test_code_that_moved_on_is_caught(
    project: Path, capsys: pytest.CaptureFixture[str], before: str, after: str, complaint: str
) -> None:
    module = project / "netmoede_desktop" / "words.py"
    module.write_text(module.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    assert check(project) == 1
    assert complaint in capsys.readouterr().out


@pytest.mark.parametrize(
    ("before", "after", "complaint"),
    [
        ('msgid "Aftaler"\nmsgstr "english"', 'msgid "Aftaler"\nmsgstr ""', "not translated: 'Aftaler'"),
        ('msgid "Aftaler"', '#, fuzzy\nmsgid "Aftaler"', "not translated: 'Aftaler'"),
        ('msgstr[1] "english {n}"', 'msgstr[1] ""', "not translated: '{n} aftale'"),
    ],
)
def test_a_catalogue_that_lags_is_caught(
    project: Path, capsys: pytest.CaptureFixture[str], before: str, after: str, complaint: str
) -> None:
    text = po(project).read_text(encoding="utf-8")
    assert before in text
    po(project).write_text(text.replace(before, after), encoding="utf-8")
    assert check(project) == 1
    assert complaint in capsys.readouterr().out


@pytest.mark.parametrize("sentence", ['f"{n} aftaler"', '"Hej " + n'])
def test_a_sentence_put_together_on_the_spot_is_caught(project: Path, sentence: str) -> None:
    module = project / "netmoede_desktop" / "words.py"
    module.write_text(f"def f(t, n):\n    return t.gettext({sentence})\n", encoding="utf-8")
    with pytest.raises(Untranslatable, match=r"netmoede_desktop/words\.py:2: write the sentence whole"):
        check(project)


def test_a_placeholder_lost_in_translation_is_caught(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = po(project).read_text(encoding="utf-8")
    po(project).write_text(text.replace('msgstr[1] "english {n}"', 'msgstr[1] "english {m}"'), encoding="utf-8")
    assert check(project) == 1
    assert "{m}" in capsys.readouterr().out


def test_an_update_keeps_translations_and_drops_what_is_no_longer_said(project: Path) -> None:
    module = project / "netmoede_desktop" / "words.py"
    module.write_text(module.read_text(encoding="utf-8").replace('"Aftaler"', '"Nyt"'), encoding="utf-8")
    update(project)
    with po(project).open("rb") as stream:
        catalog = read_po(stream)
    assert catalog.get("Aftaler") is None
    assert catalog["Nyt"].string == ""
    assert catalog["Fra en tabel"].string == "english"
    assert "#~" not in po(project).read_text(encoding="utf-8")


def test_an_update_with_nothing_new_changes_no_byte(project: Path) -> None:
    update(project)
    before = po(project).read_bytes()
    update(project)
    assert po(project).read_bytes() == before
