"""A tree of blocks as a tagged PDF (PDF/UA-1 and PDF/A-2a): one call, the same bytes for the same tree."""

import hashlib
from collections.abc import Callable
from typing import Any

from reportlab.pdfbase import pdfdoc

from netmoede_desktop.documents.content.blocks import Document
from netmoede_desktop.documents.marks import PDF_MARK
from netmoede_desktop.documents.render.boxes import Box, Measure
from netmoede_desktop.documents.render.colors import SRGB, srgb_profile
from netmoede_desktop.documents.render.last_page import on_pages
from netmoede_desktop.documents.render.pagination import Pagination
from netmoede_desktop.documents.render.paint import Fonts, Page
from netmoede_desktop.documents.render.style import (
    FOOTER,
    HEADER,
    LEFT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RIGHT,
    WIDTH,
    Styles,
)
from netmoede_desktop.documents.render.tagging import (
    ObjectTable,
    RawObject,
    metadata,
    text_string,
    write_bookmarks,
    write_structure,
)

_LARGE = 1.15
_STREAM_END = b"endstream\n"
_PAGES_WITH_BOOKMARKS_OPEN = 4


class _TaggedPage(pdfdoc.PDFPage):
    """A page that knows its place in the structure."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.__NoDefault__ = [*self.__NoDefault__, "StructParents", "Tabs"]
        self.StructParents = number
        self.Tabs = pdfdoc.PDFName("S")


class _Stream(pdfdoc.PDFStream):
    """A stream that ends with a line end of its own, as PDF/A asks (ISO 19005-2, 6.1.7.1).

    Of two characters, so that no last byte of the content can be taken for a part of it.
    """

    def format(self, document: Any) -> bytes:
        """The bytes of the stream, as ReportLab asks for them."""
        return bytes(super().format(document)).removesuffix(_STREAM_END) + b"\r\n" + _STREAM_END


class _File(pdfdoc.PDFDocument):
    """A file whose identity is its content; ReportLab's own would be the same for every paper."""

    def __init__(self, language: str, contents: list[str]) -> None:
        super().__init__(invariant=1, lang=language, pdfVersion=(1, 7))
        self._digest = hashlib.sha256("\n".join(contents).encode()).hexdigest()[:32]

    def ID(self) -> bytes:  # noqa: N802 (ReportLab asks for it by this name)
        """The two halves of the identity, as the trailer has them."""
        return f"\n[<{self._digest}><{self._digest}>]\n".encode()

    def Reference(self, object: Any, *more: Any) -> Any:  # noqa: N802, A002 (ReportLab's own names)
        """Take an object into the file; ReportLab, which has no types for it, makes the streams of fonts itself."""
        if type(object) is pdfdoc.PDFStream:
            object.__class__ = _Stream
        return super().Reference(object, *more)  # type: ignore[no-untyped-call]


def to_pdf(document: Document) -> bytes:
    """Return the paper as a PDF: A4, tagged, fonts embedded, no metadata but title, language and producer."""
    styles = _styles(document)
    measure = Measure(styles, document.goes_on)
    head: list[Box] = [
        measure.heading(document.confidential, styles.confidential, 0),
        measure.heading(document.title, styles.title, 1),
        measure.heading(document.subtitle, styles.subtitle, 0),
    ]
    boxes = [*(head if document.headed else ()), *(measure.block(block) for block in document.blocks)]
    fonts, pagination = on_pages(boxes)
    for page in pagination.pages:
        _page_lines(page, len(pagination.pages), document, measure, styles)
    return _write(document, pagination, fonts)


def _styles(document: Document) -> Styles:
    if document.points:
        return Styles().in_points(document.points)
    return Styles().larger(_LARGE) if document.large else Styles()


def _page_lines(page: Page, pages: int, document: Document, measure: Measure, styles: Styles) -> None:
    """Paint the lines of every page that are no part of the text."""
    right = measure.line(document.mark.page.format(page=page.number + 1, pages=pages), styles.page)[0]
    left = measure.short(document.mark.left, styles.page, WIDTH - right.width - 20)
    ends = [(LEFT, FOOTER, left), (RIGHT - right.width, FOOTER, right)]
    page.artifact(ends, styles.page.size, kind="Footer")
    if document.draft:
        draft = measure.line(document.draft, styles.note)[0]
        page.artifact([(RIGHT - draft.width, HEADER, draft)], styles.note.size, kind="Header")


def _write(document: Document, pagination: Pagination, fonts: Fonts) -> bytes:
    """Put the painted pages, the fonts and the structure into a file."""
    file: Any = _File(document.language, [page.content for page in pagination.pages])
    objects = ObjectTable(file)
    pages = [_add_page(file, page) for page in pagination.pages]
    references = [objects.reference(page) for page in pages]
    resources = pdfdoc.PDFResourceDictionary()
    resources.Font = {name: font for face in fonts.all() for name, font in face.write(file).items()}
    for page in pages:
        page.Resources = resources
    catalog = file.Catalog
    marks = [page.marks for page in pagination.pages]
    catalog.StructTreeRoot = write_structure(pagination.root, marks, references, objects)
    catalog.Outlines = None
    if pagination.bookmarks:
        catalog.Outlines = write_bookmarks(pagination.bookmarks, references, objects)
        if len(pages) >= _PAGES_WITH_BOOKMARKS_OPEN:
            catalog.showOutline()
    catalog.MarkInfo = _value("<< /Marked true >>")
    catalog.ViewerPreferences = _value("<< /DisplayDocTitle true >>")
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.OutputIntents = _value(f"[{objects.add(_srgb(objects))}]")
    packet = pdfdoc.PDFStream(content=metadata(document.title, document.language))
    packet.dictionary["Type"] = pdfdoc.PDFName("Metadata")
    packet.dictionary["Subtype"] = pdfdoc.PDFName("XML")
    catalog.Metadata = packet
    file.info = _value(f"<< /Title {text_string(document.title)} {PDF_MARK.decode()} >>")
    return bytes(file.format())


def _add_page(file: Any, page: Page) -> Any:
    """Add a painted page to the file."""
    tagged: Any = _TaggedPage(page.number)
    tagged.pagewidth, tagged.pageheight = PAGE_WIDTH, PAGE_HEIGHT
    tagged.Contents = pdfdoc.PDFStream(content=page.content, filters=[pdfdoc.PDFZCompress])
    file.inPage()
    file.addPage(tagged)
    return tagged


def _srgb(objects: ObjectTable) -> Callable[[], str]:
    """The output intent: the profile of the colours of the file."""
    profile = pdfdoc.PDFStream(content=srgb_profile(), filters=[pdfdoc.PDFZCompress])
    profile.dictionary["N"] = 3
    name = text_string(SRGB)
    intent = f"/Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier {name} /Info {name}"
    reference = objects.reference(profile)
    return lambda: f"<< {intent} /DestOutputProfile {reference} >>"


def _value(text: str) -> RawObject:
    """A value given as its own text."""
    return RawObject(lambda: text)
