"""The recovery code on paper: a sheet with the code and nobody's name, and a calm word when it does not come out."""

import stat
import sys
from pathlib import Path

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.access.recovery_code import ShowCodePage
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from tests.gui.entry.entries import Entry, Printers, start_entry
from tests.storage.vaults import PASSPHRASE


def at_the_code(tmp_path: Path, qtbot: QtBot, look: Look, t: Translator, printers: Printers) -> tuple[Entry, str]:
    entry = start_entry(tmp_path / "profil", qtbot, look, t, dialogs=printers)
    entry.enter(PASSPHRASE)
    entry.enter(PASSPHRASE)
    entry.at(ShowCodePage)
    return entry, "-".join(text for text in entry.sentences if len(text) == 4 and text.upper() == text)


def test_the_sheet_holds_the_code_and_what_it_is_for(tmp_path: Path, qtbot: QtBot, look: Look, t: Translator) -> None:
    file = tmp_path / "kode.pdf"
    entry, code = at_the_code(tmp_path, qtbot, look, t, Printers(("Printer 2",), file))
    entry.click("Udskriv")
    entry.at(ShowCodePage)
    assert "Koden er sendt til printeren. Hent papiret, før du går videre." in entry.sentences
    with pypdfium2.PdfDocument(file) as document:
        assert len(document) == 1
        text = document[0].get_textpage().get_text_range()
    assert all(group in text for group in code.split("-"))
    assert "Gendannelseskode til Netværksmøde" in text
    entry.window.close()


@pytest.mark.parametrize(
    ("printers", "told"),
    [
        (Printers(()), "Der er ingen printer til denne computer. Skriv koden af i hånden."),
        (
            Printers(("Printer 2",), Path("/findes/ikke/kode.pdf")),
            "Mappen »ikke« findes ikke. Lav den først, eller vælg en anden.",
        ),
    ],
)
def test_where_it_does_not_come_out_it_can_be_written_by_hand(
    tmp_path: Path, qtbot: QtBot, look: Look, t: Translator, printers: Printers, told: str
) -> None:
    entry, _ = at_the_code(tmp_path, qtbot, look, t, printers)
    entry.click("Udskriv")
    entry.at(ShowCodePage)
    assert told in entry.sentences
    entry.click("Jeg har den på papir")
    entry.window.close()


def test_somebody_who_thought_better_of_it_is_told_nothing(
    tmp_path: Path, qtbot: QtBot, look: Look, t: Translator
) -> None:
    entry, _ = at_the_code(tmp_path, qtbot, look, t, Printers(("Printer 2",), tmp_path / "kode.pdf", accepts=False))
    before = entry.sentences
    entry.click("Udskriv")
    entry.at(ShowCodePage)
    assert entry.sentences == before
    assert not (tmp_path / "kode.pdf").exists()
    entry.window.close()


def test_a_sheet_that_is_printed_into_a_file_never_takes_the_place_of_another_code_and_is_for_its_owner(
    tmp_path: Path, qtbot: QtBot, look: Look, t: Translator
) -> None:
    file = tmp_path / "kode.pdf"
    entry, code = at_the_code(tmp_path, qtbot, look, t, Printers(("Printer 2",), file))
    file.write_text(code, encoding="utf-8")
    entry.click("Udskriv")
    entry.at(ShowCodePage)
    told = "»kode.pdf« er en gendannelseskode og bliver ikke skrevet over. Vælg et andet navn."
    assert told in entry.sentences
    assert file.read_text(encoding="utf-8") == code
    file.unlink()
    entry.click("Udskriv")
    entry.at(ShowCodePage)
    assert file.read_bytes().startswith(b"%PDF")
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kode.pdf", "profil"]
    entry.window.close()
