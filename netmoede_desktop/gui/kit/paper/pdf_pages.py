"""The pages of a PDF as pictures and as text, rendered by PDFium straight into QImages.

PDFium is not thread-safe: everything here runs in the one lane for slow work. It is imported there too, with the first
paper, so that no window waits for it.
"""

import ctypes
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from PySide6.QtGui import QImage

from netmoede_desktop.importing import one_at_a_time

#: Points of a PDF in an inch.
POINTS = 72

_WHITE = 0xFFFFFFFF


class UnreadablePdf(Exception):
    """The bytes are not a PDF that can be rendered."""


@dataclass(frozen=True, slots=True)
class PageSize:
    """The size of a page in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class HeadingPosition:
    """The position of a heading: its text, the index of its page, and the part of the page above it, 0.0 to 1.0."""

    title: str
    page: int
    down: float


class PdfPages:
    """An open PDF. Close it, or use it as a context manager. Raises `UnreadablePdf` if it is none."""

    def __init__(self, pdf: bytes) -> None:
        with one_at_a_time:
            import pypdfium2

        try:
            self._document: Any = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise UnreadablePdf from error

    @property
    def sizes(self) -> tuple[PageSize, ...]:
        """The size of each page."""
        return tuple(PageSize(*self._document.get_page_size(number)) for number in range(len(self._document)))

    def places(self) -> tuple[HeadingPosition, ...]:
        """Return the headings bookmarked in the PDF, in reading order."""
        found = []
        sizes = self.sizes
        for bookmark in self._document.get_toc():
            target = bookmark.get_dest()
            page = None if target is None else target.get_index()
            if page is None:
                continue
            view = target.get_view()[1]
            top = view[1] if len(view) > 1 else sizes[page].height
            found.append(HeadingPosition(bookmark.get_title(), page, min(max(1 - top / sizes[page].height, 0.0), 1.0)))
        return tuple(found)

    def text(self) -> str:
        """Return the text of all pages."""
        return "\n".join(self._text_of(number) for number in range(len(self._document)))

    def picture(self, number: int, scale: float) -> QImage:
        """Return the page with index `number` as a picture, with `scale` pixels per point."""
        size = self.sizes[number]
        width, height = pixels(size.width, scale), pixels(size.height, scale)
        return self._drawn(number, width, height, 0, height)

    def band(self, number: int, scale: float, top: int, rows: int) -> QImage:
        """Return `rows` rows of pixels from `top` of a page's picture: for pictures too large to hold at once."""
        size = self.sizes[number]
        width, height = pixels(size.width, scale), pixels(size.height, scale)
        return self._drawn(number, width, height, top, min(rows, height - top))

    def close(self) -> None:
        """Close the PDF."""
        self._document.close()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the PDF."""
        self.close()

    def _drawn(self, number: int, width: int, height: int, top: int, rows: int) -> QImage:
        """Return rows of a page, rendered by PDFium into the picture's own memory, so that no pixel is copied."""
        with one_at_a_time:
            import pypdfium2.raw as pdfium

        image = QImage(width, rows, QImage.Format.Format_RGB32)
        memory = (ctypes.c_ubyte * image.sizeInBytes()).from_buffer(image.bits())
        bitmap = pdfium.FPDFBitmap_CreateEx(width, rows, pdfium.FPDFBitmap_BGRx, memory, image.bytesPerLine())
        page = self._document[number]
        try:
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, rows, _WHITE)
            pdfium.FPDF_RenderPageBitmap(bitmap, page.raw, 0, -top, width, height, 0, pdfium.FPDF_ANNOT)
        finally:
            page.close()
            pdfium.FPDFBitmap_Destroy(bitmap)
        return image

    def _text_of(self, number: int) -> str:
        page = self._document[number]
        words = page.get_textpage()
        try:
            return str(words.get_text_range())
        finally:
            words.close()
            page.close()


def pixels(points: float, scale: float) -> int:
    """Return a length of a page in whole pixels of its picture, at least 1."""
    return max(round(points * scale), 1)
