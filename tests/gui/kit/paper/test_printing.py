"""What comes out of the printer is what the PDF says, page by page; tried with a printer that writes a PDF."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from netmoede_desktop.documents.papers import AGREEMENTS, MINUTES, Format, MeetingPaper, render
from netmoede_desktop.gui.kit.paper.pdf_pages import PdfPages
from netmoede_desktop.gui.kit.paper.printing import PrintFailed, print_pdf
from netmoede_desktop.localization.catalogue import load
from tests.documents.meetings import agreement, meeting

A4_POINTS = (595, 842)


def paper(kind: MeetingPaper, count: int = 4) -> bytes:
    agreements = tuple(agreement(number, "Kirsten henter Mikkel om onsdagen", "kirsten") for number in range(1, count))
    return render(kind, Format.PDF, meeting(agreements=agreements), meeting_id="m", t=load("da"))


def printer_to(file: Path, copies: int = 1, resolution: int = 150) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    printer.setResolution(resolution)
    printer.setCopyCount(copies)
    return printer


def grey(picture: QImage) -> QImage:
    smooth = picture.scaled(120, 170, mode=Qt.TransformationMode.SmoothTransformation)
    return smooth.convertToFormat(QImage.Format.Format_Grayscale8)


def difference(one: QImage, other: QImage) -> float:
    """The mean difference of two pictures' pixels, from 0 to 255."""
    first, second = grey(one), grey(other)
    pairs = zip(bytes(first.constBits()), bytes(second.constBits()), strict=True)
    return sum(abs(a - b) for a, b in pairs) / first.sizeInBytes()


@pytest.mark.parametrize("kind", [MINUTES, AGREEMENTS])
def test_every_page_comes_out_as_it_is(qapp: QApplication, tmp_path: Path, kind: MeetingPaper) -> None:
    pdf = paper(kind)
    assert print_pdf(pdf, printer_to(tmp_path / "ud.pdf")) > 0
    with PdfPages(pdf) as wanted, PdfPages((tmp_path / "ud.pdf").read_bytes()) as printed:
        assert len(printed.sizes) == len(wanted.sizes)
        for number, size in enumerate(printed.sizes):
            assert (round(size.width), round(size.height)) == A4_POINTS
            assert difference(printed.picture(number, 2), wanted.picture(number, 2)) < 1.5
        # The control: another page of the same paper is told apart by far.
        last = len(wanted.sizes) - 1
        assert difference(printed.picture(0, 2), wanted.picture(last, 2)) > 5 or last == 0


def test_a_fine_printer_gets_the_same_page_as_a_coarse_one(qapp: QApplication, tmp_path: Path) -> None:
    pdf = paper(AGREEMENTS)
    for resolution in (100, 1200):
        print_pdf(pdf, printer_to(tmp_path / f"{resolution}.pdf", resolution=resolution))
    with (
        PdfPages((tmp_path / "100.pdf").read_bytes()) as coarse,
        PdfPages((tmp_path / "1200.pdf").read_bytes()) as fine,
    ):
        assert difference(coarse.picture(0, 2), fine.picture(0, 2)) < 2


def test_copies_come_one_whole_paper_after_the_other(qapp: QApplication, tmp_path: Path) -> None:
    pdf = paper(MINUTES)
    with PdfPages(pdf) as pages:
        count = len(pages.sizes)
    told: list[tuple[int, int]] = []
    printed = print_pdf(
        pdf, printer_to(tmp_path / "ud.pdf", copies=3, resolution=72), progress=lambda *done: told.append(done)
    )
    assert printed == 3 * count
    assert told == [(done, 3 * count) for done in range(1, 3 * count + 1)]
    with PdfPages((tmp_path / "ud.pdf").read_bytes()) as pages:
        assert len(pages.sizes) == 3 * count
        assert difference(pages.picture(0, 1), pages.picture(count, 1)) == 0


def test_it_prints_in_a_thread_of_its_own(qapp: QApplication, tmp_path: Path) -> None:
    printer, answers = printer_to(tmp_path / "ud.pdf", resolution=72), []
    pdf = paper(AGREEMENTS)
    thread = threading.Thread(target=lambda: answers.append(print_pdf(pdf, printer)))
    thread.start()
    thread.join(20)
    assert answers and answers[0] > 0


def test_stopping_leaves_nothing(qapp: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "ud.pdf"
    told: list[int] = []
    printed = print_pdf(
        paper(MINUTES),
        printer_to(file, copies=5, resolution=72),
        progress=lambda done, _pages: told.append(done),
        cancelled=lambda: len(told) == 2,
    )
    assert printed == 0
    assert told == [1, 2]
    assert not file.exists()


def test_a_printer_that_takes_nothing_is_told_of(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(PrintFailed):
        print_pdf(paper(AGREEMENTS), printer_to(tmp_path / "no folder" / "ud.pdf"))
