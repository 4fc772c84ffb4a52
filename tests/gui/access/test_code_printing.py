"""The sheet with the recovery code: every group of it can be read on the paper, and what the paper is for."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from netmoede_desktop.gui.access.code_printing import print_code
from netmoede_desktop.gui.kit.paper.pdf_pages import PdfPages
from netmoede_desktop.localization.catalogue import Translator
from tests.gui.kit.paper.test_printing import printer_to


def read(file: Path) -> str:
    with PdfPages(file.read_bytes()) as pages:
        assert len(pages.sizes) == 1
        return " ".join(pages.text().split())


def test_the_whole_code_and_what_it_opens_stand_on_the_sheet(
    qapp: QApplication, fonts: None, t: Translator, tmp_path: Path
) -> None:
    codes = ("7F3A-91C2-B4D5-0E6F-8A1B-2C3D-4E5F", "0000-1111-2222-3333-4444-5555-6666")
    sheets = []
    for number, code in enumerate(codes):
        file = tmp_path / f"{number}.pdf"
        assert print_code(code, printer_to(file), t)
        sheets.append(read(file))
    for code, sheet in zip(codes, sheets, strict=True):
        assert all(group in sheet for group in code.split("-"))
        assert "Koden åbner det hele" in sheet
    assert not any(group in sheets[1] for group in codes[0].split("-"))
