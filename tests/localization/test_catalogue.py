"""The Translator: Danish is the source, English a file, and nothing that is wrong with a file stops a meeting."""

import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netmoede_desktop.localization.catalogue import Translator, load, translatable

HEADER = r"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"
"""
BODY = """
msgid "Aftaler"
msgstr "Agreements"

msgctxt "knap"
msgid "Videre"
msgstr "Next"

msgid "{n} aftale"
msgid_plural "{n} aftaler"
msgstr[0] "{n} agreement"
msgstr[1] "{n} agreements"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, HEADER + BODY)
    return tmp_path


def write(folder: Path, text: str) -> None:
    file = folder / "en" / "LC_MESSAGES" / "netmoede.po"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def says_danish(t: Translator) -> bool:
    return (
        t.gettext("Aftaler") == "Aftaler"
        and t.pgettext("knap", "Videre") == "Videre"
        and [t.ngettext("{n} aftale", "{n} aftaler", n) for n in (0, 1, 2)]
        == ["{n} aftaler", "{n} aftale", "{n} aftaler"]
    )


@pytest.mark.smoke
def test_danish_is_what_the_code_says(folder: Path) -> None:
    t = load("da", folder)
    assert t.language == "da"
    assert says_danish(t)


@pytest.mark.smoke
def test_english_comes_from_the_catalogue(folder: Path) -> None:
    t = load("en", folder)
    assert t.language == "en"
    assert t.gettext("Aftaler") == "Agreements"
    assert t.pgettext("knap", "Videre") == "Next"
    assert [t.ngettext("{n} aftale", "{n} aftaler", n) for n in (0, 1, 2)] == [
        "{n} agreements",
        "{n} agreement",
        "{n} agreements",
    ]


@pytest.mark.parametrize("name", ["en_GB", "en-US", "EN", "en_DK.UTF-8"])
def test_a_region_is_looked_past(folder: Path, name: str) -> None:
    assert load(name, folder).gettext("Aftaler") == "Agreements"


def test_a_sentence_without_translation_stays_danish(folder: Path) -> None:
    t = load("en", folder)
    assert t.gettext("Nyt ord") == "Nyt ord"
    assert t.pgettext("fane", "Videre") == "Videre"


def test_an_empty_sentence_is_not_the_header_of_the_catalogue(folder: Path) -> None:
    assert load("en", folder).gettext("") == ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nonsense\n",
        HEADER + 'msgid "Aftaler\nmsgstr "Agreements"\n',
        HEADER.replace("UTF-8", "no-such-charset") + BODY,
    ],
)
def test_a_broken_catalogue_speaks_danish(folder: Path, text: str) -> None:
    write(folder, text)
    assert says_danish(load("en", folder))


def test_a_catalogue_that_is_no_text_speaks_danish(folder: Path) -> None:
    (folder / "en" / "LC_MESSAGES" / "netmoede.po").write_bytes(b"\xff\xfe\x00" * 50)
    assert says_danish(load("en", folder))


@pytest.mark.parametrize("name", ["fr", "", "../../etc", "en\x00"])
def test_a_language_without_a_catalogue_speaks_danish(folder: Path, name: str) -> None:
    assert says_danish(load(name, folder))


def test_the_mark_of_a_sentence_in_a_table_changes_nothing() -> None:
    assert translatable("Mødet er slut.") == "Mødet er slut."


def test_an_installation_without_its_files_speaks_danish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert says_danish(load("en"))


@given(cut=st.integers(0, 400), junk=st.binary(max_size=8))
def test_no_damage_to_a_catalogue_raises(cut: int, junk: bytes) -> None:
    whole = (HEADER + BODY).encode()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "en", "LC_MESSAGES", "netmoede.po")
        file.parent.mkdir(parents=True)
        file.write_bytes(whole[:cut] + junk + whole[cut + 1 :])
        assert load("en", Path(folder)).gettext("Ikke oversat") == "Ikke oversat"


@pytest.mark.smoke
def test_the_shipped_english_catalogue_is_read() -> None:
    assert load("en").gettext("") == ""
    assert load("en").language == "en"
