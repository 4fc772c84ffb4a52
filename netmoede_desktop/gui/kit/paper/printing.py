"""Print a PDF: its pages, rendered at the printer's resolution, in bands so that no page is held in memory whole.

Runs in the lane like all that uses PDFium. The name in the printer's queue gives no one away.
"""

import contextlib
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from netmoede_desktop.gui.kit.paper.pdf_pages import POINTS, PdfPages, pixels
from netmoede_desktop.services.files.files_out import FilesOut, May

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

#: More dots an inch than this nobody sees on paper, and a printer's own 1200 would cost four times as much.
MOST_DOTS = 600

#: Rows of pixels drawn at a time: 2.5 MB of a page at 600 dots an inch. More is slower, too.
_BAND_ROWS = 128


class PrintFailed(Exception):
    """The printer failed, or refused part of the job."""


def print_pdf(
    pdf: bytes,
    printer: "QPrinter",
    *,
    progress: Callable[[int, int], None] = lambda _done, _pages: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> int:
    """Print a PDF in as many copies as the printer is set to; return the number of pages sent to it.

    `progress` is called with the pages done and the pages in all, in the calling thread. Stops between pages if
    `cancelled` returns True; the job is then aborted, and 0 is returned. Raises `PrintFailed` or `UnreadablePdf`.
    """
    repeats = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    with PdfPages(pdf) as pages:
        order = [number for _ in range(repeats) for number in range(len(pages.sizes))]
        _set_paper(printer)
        painter = QPainter()
        if not painter.begin(printer):
            raise PrintFailed
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        stopped = False
        try:
            for done, number in enumerate(order):
                stopped = cancelled()
                if stopped:
                    printer.abort()
                    break
                if done and not printer.newPage():
                    raise PrintFailed
                _print_page(pages, number, painter, printer.resolution())
                progress(done + 1, len(order))
        finally:
            ended = painter.end()
    if stopped:
        _remove_file(printer)
        return 0
    if not ended or printer.printerState() in (printer.PrinterState.Error, printer.PrinterState.Aborted):
        raise PrintFailed
    return len(order)


@contextlib.contextmanager
def file_of(printer: "QPrinter", door: FilesOut) -> Iterator[None]:
    """Within the context a printer that writes a file does so through the guard `door`; a real printer is unaffected.

    The file is written in a temporary folder beside its place. Raises `PlaceRefused` before anything is printed, or
    OSError.
    """
    asked = printer.outputFileName()
    if not asked:
        yield
        return
    door.check(Path(asked), May.ANYTHING)
    with tempfile.TemporaryDirectory(prefix=".netmoede-", dir=Path(asked).parent) as beside:
        made = Path(beside) / "papir.pdf"
        printer.setOutputFileName(str(made))
        try:
            yield
            if made.exists():
                door.write(Path(asked), made.read_bytes(), May.ANYTHING)
        finally:
            printer.setOutputFileName(asked)


def _set_paper(printer: "QPrinter") -> None:
    """Set A4 without margins: they are in the PDF."""
    from PySide6.QtCore import QMarginsF
    from PySide6.QtGui import QPageLayout, QPageSize

    whole = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF())
    whole.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(whole)
    printer.setFullPage(True)


def _remove_file(printer: "QPrinter") -> None:
    """Delete the incomplete file of a printer that writes a file."""
    if printer.outputFileName():
        Path(printer.outputFileName()).unlink(missing_ok=True)


def _print_page(pages: PdfPages, number: int, painter: QPainter, resolution: int) -> None:
    """Print a page; empty bands are skipped."""
    scale = min(resolution, MOST_DOTS) / POINTS
    size = pages.sizes[number]
    larger = resolution / POINTS / scale
    for top in range(0, pixels(size.height, scale), _BAND_ROWS):
        band = pages.band(number, scale, top, _BAND_ROWS)
        if bytes(band.constBits()).count(0xFF) == band.sizeInBytes():
            continue
        place = QRectF(0, top * larger, band.width() * larger, band.height() * larger)
        painter.drawImage(place, band)
