"""A tree of blocks as an editable Word file: real heading styles, repeated table headers, no author, no clock.

A figure becomes a paragraph of its alternative text: shapes with texts of fixed sizes would be cut where the reader's
machine has other fonts, and a picture cannot be edited. Columns are columns of Word.

Word keeps the fonts of the reader's machine; characters are left as they were written, emoji and all. The same tree
gives the same bytes.
"""

import re
import zipfile
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import Any, assert_never

import docx
from docx.enum.section import WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from netmoede_desktop.documents.content import blocks
from netmoede_desktop.documents.marks import WORD_IDENTIFIER
from netmoede_desktop.documents.render.style import COLUMN_GAP, HEADING, INK, LEFT, LINE, MUTED, OCHRE, PETROL, WIDTH
from netmoede_desktop.localization.direction import FROM_THE_LEFT, begins_from_the_left, directed_pieces

_FONT = "Noto Sans"
_OLDEST = (1980, 1, 1, 0, 0, 0)
#: The time of day a file says it was made at; what is known is the day it is about.
_NOON = time(12, tzinfo=UTC)
#: What a blank file of python-docx brings along and no paper needs: a picture of an empty page, styles a second time.
_LEFTOVERS = ("/thumbnail", "/stylesWithEffects", "/customXml")
_APPLICATION = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties '
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    f"<Application>{WORD_IDENTIFIER}</Application></Properties>"
)
_AFTER_BORDERS = {qn(f"w:{name}") for name in ("shd", "tblLayout", "tblCellMar", "tblLook")}
_PADDING_TWIPS = "60"
_BLANK = "_" * 30
_FIELDS = re.compile(r"(\{pages?\})")


def to_docx(document: blocks.Document) -> bytes:
    """Return the paper as a Word file."""
    word = docx.Document()
    _page(word)
    _styles(word, document)
    _properties(word, document)
    _head(word, document)
    for block in document.blocks:
        _block(word, block)
    _page_lines(word, document)
    return _packed(word)


def _block(word: Any, block: blocks.Block, width: float = WIDTH) -> None:
    match block:
        case blocks.Heading():
            _run(word.add_heading(level=block.level), block.text)
        case blocks.Paragraph():
            paragraph = word.add_paragraph()
            paragraph.paragraph_format.keep_with_next = block.leads
            _runs(paragraph, block.runs)
        case blocks.NoteBlock():
            _run(word.add_paragraph(), block.text, bold=True, color=OCHRE)
        case blocks.ListBlock():
            for item in block.items:
                _runs(word.add_paragraph(style="List Bullet"), item)
        case blocks.FactTable():
            _facts(word, block)
        case blocks.Table():
            _table(word, block, width)
        case blocks.Figure():
            _run(word.add_paragraph(), block.alternative)
        case blocks.Blank():
            _run(word.add_paragraph(), f"{block.label} {_BLANK}")
        case blocks.PageBreak():
            word.add_page_break()
        case blocks.Panels():
            for panel in block.panels:
                for inside in panel.blocks:
                    _block(word, inside, width)
        case blocks.Columns():
            _columns(word, block)
        case _:
            assert_never(block)


def _page(word: Any) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Pt(LEFT)
    section.top_margin, section.bottom_margin = Pt(50), Pt(62)


def _styles(word: Any, document: blocks.Document) -> None:
    """Give the built-in styles the look of the PDF, and the text its language."""
    looks = (
        ("Normal", 10.5, INK, False, 0, 3),
        ("Heading 1", 19, INK, True, 0, 2),
        ("Heading 2", 12.5, HEADING, True, 16, 5),
        ("Heading 3", 10.5, MUTED, True, 8, 2),
        ("List Bullet", 10.5, INK, False, 0, 3),
    )
    for name, size, color, bold, before, after in looks:
        style = word.styles[name]
        style.font.name, style.font.size, style.font.bold = _FONT, Pt(size), bold
        style.font.color.rgb = _color(color)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.keep_with_next = name.startswith("Heading")
        properties = style.element.get_or_add_rPr()
        fonts = properties.get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        for script in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{script}"), _FONT)
        _size_of_other_scripts(properties, size)
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), document.language)
        language.set(qn("w:eastAsia"), document.language)


def _size_of_other_scripts(properties: Any, points: float) -> None:
    """Set the size of text that is read from the right, which Word keeps apart from the rest."""
    for old in properties.findall(qn("w:szCs")):
        properties.remove(old)
    size = _element("w:szCs")
    size.set(qn("w:val"), str(round(points * 2)))
    properties.find(qn("w:sz")).addnext(size)


def _properties(word: Any, document: blocks.Document) -> None:
    """Leave nothing in the file's properties but the title, the language and the program's mark."""
    properties = word.core_properties
    for name in ("author", "comments", "category", "keywords", "last_modified_by", "subject", "content_status"):
        setattr(properties, name, "")
    properties.title, properties.language = document.title, document.language
    properties.identifier = WORD_IDENTIFIER
    made = datetime.combine(document.day or date(*_OLDEST[:3]), _NOON)
    properties.created = properties.modified = made
    properties.revision = 1
    for parent in (word.part.package, word.part):
        for name, relation in list(parent.rels.items()):
            if relation.reltype.endswith(_LEFTOVERS):
                del parent.rels[name]
            elif relation.reltype == RELATIONSHIP_TYPE.EXTENDED_PROPERTIES:
                relation.target_part._blob = _APPLICATION.encode()  # noqa: SLF001 (python-docx has no call for it)


def _head(word: Any, document: blocks.Document) -> None:
    _run(word.add_paragraph(), document.confidential, color=MUTED)
    _run(word.add_heading(level=1), document.title)
    subtitle = word.add_paragraph()
    subtitle.paragraph_format.space_after = Pt(9)
    _run(subtitle, document.subtitle, color=MUTED)


def _facts(word: Any, block: blocks.FactTable) -> None:
    table = word.add_table(rows=0, cols=2)
    for fact in block.facts:
        label, value = table.add_row().cells
        _run(label.paragraphs[0], fact.label, color=MUTED)
        _run(value.paragraphs[0], fact.value)
    _widths(table, [WIDTH * 0.2, WIDTH * 0.8])
    _borders(table, ("top", LINE), ("bottom", LINE))
    _caption(table, block.title)


def _columns(word: Any, block: blocks.Columns) -> None:
    """A section of its own on the same page, with columns in it, and after it one that is as wide as the page."""
    width = (WIDTH - COLUMN_GAP * (block.count - 1)) / block.count
    _begin_section(word, block.count)
    for child in block.blocks:
        _block(word, child, width)
    _begin_section(word, 1)


def _begin_section(word: Any, columns: int) -> None:
    layout = word.add_section(WD_SECTION.CONTINUOUS)._sectPr.find(qn("w:cols"))  # noqa: SLF001 (no call for it)
    layout.set(qn("w:num"), str(columns))
    layout.set(qn("w:space"), str(round(COLUMN_GAP * 20)))


def _table(word: Any, block: blocks.Table, width: float) -> None:
    table = word.add_table(rows=1, cols=len(block.columns))
    for cell, column in zip(table.rows[0].cells, block.columns, strict=True):
        _run(cell.paragraphs[0], column.title, bold=True, color=MUTED)
    _mark_header(table.rows[0])
    for row in block.rows:
        added = table.add_row()
        _stay_whole(added)
        for cell, content in zip(added.cells, row, strict=True):
            for number, runs in enumerate(content.paragraphs):
                _runs(cell.paragraphs[0] if number == 0 else cell.add_paragraph(), runs)
    total = sum(column.weight for column in block.columns)
    _widths(table, [width * column.weight / total for column in block.columns])
    _borders(table, ("top", PETROL), ("bottom", LINE), ("insideH", LINE))
    _caption(table, block.title)


def _widths(table: Any, widths: list[float]) -> None:
    """Fix the widths, in the grid and in every cell: some programs read the one, some the other."""
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
        for cell in column.cells:
            cell.width = Pt(width)
    _padding(table)


def _padding(table: Any) -> None:
    """Air above and below the text of every cell."""
    margins = _element("w:tblCellMar")
    for edge in ("top", "bottom"):
        margin = _element(f"w:{edge}")
        margin.set(qn("w:w"), _PADDING_TWIPS)
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    layout = next(child for child in table._tbl.tblPr if child.tag == qn("w:tblLayout"))  # noqa: SLF001
    layout.addnext(margins)


def _mark_header(row: Any) -> None:
    """Repeat the row on every page, and tell a screen reader that it is the header."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 (python-docx has no call for it)
    properties.append(_element("w:cantSplit"))
    properties.append(_element("w:tblHeader"))


def _stay_whole(row: Any) -> None:
    row._tr.get_or_add_trPr().append(_element("w:cantSplit"))  # noqa: SLF001


def _borders(table: Any, *edges: tuple[str, str]) -> None:
    """Rules of the table, at the place in its properties where Word expects them."""
    borders = _element("w:tblBorders")
    for edge, color in edges:
        border = _element(f"w:{edge}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", color.removeprefix("#"))):
            border.set(qn(f"w:{name}"), value)
        borders.append(border)
    next(child for child in table._tbl.tblPr if child.tag in _AFTER_BORDERS).addprevious(borders)  # noqa: SLF001


def _caption(table: Any, title: str) -> None:
    """Name the table for those who cannot see it; the caption is the last of its properties but one."""
    caption = _element("w:tblCaption")
    caption.set(qn("w:val"), title)
    table._tbl.tblPr.append(caption)  # noqa: SLF001


def _page_lines(word: Any, document: blocks.Document) -> None:
    """The bottom line of every page, with page numbers that Word keeps right; on top the state of the paper."""
    section = word.sections[0]
    footer = section.footer.paragraphs[0]
    # The style for footers has tab stops of its own, in other places.
    footer.style = word.styles["Normal"]
    footer.paragraph_format.tab_stops.add_tab_stop(Pt(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    _run(footer, document.mark.left + "\t", color=MUTED)
    for part in _FIELDS.split(document.mark.page):
        match part:
            case "{page}":
                _field(footer, "PAGE")
            case "{pages}":
                _field(footer, "NUMPAGES")
            case _:
                _run(footer, part, color=MUTED)
    if document.draft:
        _run(section.header.paragraphs[0], document.draft, bold=True, color=OCHRE)


def _field(paragraph: Any, instruction: str) -> None:
    field = _element("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run = paragraph.add_run("1")
    run.font.color.rgb = _color(MUTED)
    field.append(run._r)  # noqa: SLF001
    paragraph._p.append(field)  # noqa: SLF001


def _runs(paragraph: Any, runs: tuple[blocks.Run, ...]) -> None:
    for run in runs:
        strong, quiet = run.tone is blocks.TextTone.STRONG, run.tone is blocks.TextTone.QUIET
        _run(paragraph, run.text, bold=strong or None, color=MUTED if quiet else None)


def _run(paragraph: Any, text: str, *, bold: bool | None = None, color: str | None = None) -> None:
    """Add a text, each piece that is read from the right as a run that says so.

    A mark after such a piece keeps figures and commas beside it where they are in programs that go by letters alone.
    Word has its own ways with long dates; a space is a space there.
    """
    after = ""
    for piece, backwards in directed_pieces(text.replace("\u00a0", " ")):
        run = paragraph.add_run(piece if begins_from_the_left(piece) else after + piece)
        run.bold = bold
        if color:
            run.font.color.rgb = _color(color)
        if backwards:
            run.font.rtl, run.font.cs_bold = True, bold
        after = FROM_THE_LEFT if backwards else ""


def _color(color: str) -> RGBColor:
    return RGBColor.from_string(color.removeprefix("#"))


def _element(name: str) -> Any:
    return OxmlElement(name)


def _packed(word: Any) -> bytes:
    """Save, and give every part of the package the same old date, so that the bytes tell nothing of the clock."""
    raw, packed = BytesIO(), BytesIO()
    word.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _OLDEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return packed.getvalue()
