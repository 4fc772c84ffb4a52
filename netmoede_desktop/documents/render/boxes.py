"""Blocks measured for the width of the page: texts broken into lines, tables with the width of every column."""

from dataclasses import dataclass
from typing import assert_never

from netmoede_desktop.documents.content import blocks
from netmoede_desktop.documents.content.clean import bound
from netmoede_desktop.documents.render.figures import FigureBox, FigureMeasure
from netmoede_desktop.documents.render.style import COLUMN_GAP, INK, MUTED, OCHRE, WIDTH, Styles, TextStyle
from netmoede_desktop.documents.render.typesetting import Line, StyledRun, Typesetter, spoken
from netmoede_desktop.localization.direction import isolated

BULLET_INDENT = 12.0
CELL_PAD = 5.0
ROW_PAD = 5.5
FACT_GAP = 12.0
FACT_PAD = 8.0
NARROW_GAP = 5.0
BLANK_GAP = 6.0

#: The room between a frame and what is in it, and between two panels.
PANEL_PAD = 12.0
PANEL_GAP = 12.0

#: The part of the page a word may claim for its column before it is broken between letters.
_WORD_SHARE = 0.3

#: Enough to share the width of a page to far below a point.
_HALVINGS = 30


@dataclass(frozen=True, slots=True)
class Again:
    """The first line of a page on which the part under a heading goes on."""

    line: Line
    style: TextStyle


@dataclass(frozen=True, slots=True)
class TextBox:
    """A text in lines. `tag` is its structure element, `keep` keeps it with what follows, `level` a heading's level."""

    tag: str
    lines: tuple[Line, ...]
    style: TextStyle
    before: float
    after: float
    keep: bool = False
    level: int = 0
    text: str = ""
    bar: str = ""
    again: Again | None = None
    blank: bool = False

    @property
    def height(self) -> float:
        """The height of the lines, without the space around them."""
        return len(self.lines) * self.style.leading


@dataclass(frozen=True, slots=True)
class ListBox:
    """A list: each item is a text, `indent` points in, with a bullet before it."""

    bullet: Line
    items: tuple[TextBox, ...]
    indent: float = BULLET_INDENT


@dataclass(frozen=True, slots=True)
class CellBox:
    """A table cell: paragraphs under each other, all in one style."""

    paragraphs: tuple[tuple[Line, ...], ...]
    style: TextStyle

    @property
    def height(self) -> float:
        """The height of the lines."""
        return sum(map(len, self.paragraphs)) * self.style.leading


@dataclass(frozen=True, slots=True)
class TableBox:
    """A table: where each column begins, its header and its rows."""

    title: str
    width: float
    places: tuple[float, ...]
    header: tuple[CellBox, ...]
    rows: tuple[tuple[CellBox, ...], ...]


@dataclass(frozen=True, slots=True)
class FactsBox:
    """The facts on top: label and value, and where each begins of those beside each other, one or two."""

    title: str
    places: tuple[float, ...]
    facts: tuple[tuple[CellBox, CellBox], ...]
    narrow: bool = False


@dataclass(frozen=True, slots=True)
class ColumnsBox:
    """Boxes measured for one of `count` columns, which begin `step` points from each other."""

    boxes: tuple["Box", ...]
    count: int
    step: float


@dataclass(frozen=True, slots=True)
class PanelBox:
    """The boxes of a panel, its place from the left edge, its width; `head` is the room over them, `pad` round them."""

    boxes: tuple["Box", ...]
    place: float
    width: float
    frame: blocks.Frame
    head: float
    pad: float


@dataclass(frozen=True, slots=True)
class PanelsBox:
    """Panels beside each other, with the space before and after them."""

    panels: tuple[PanelBox, ...]
    before: float = 8.0
    after: float = 8.0


@dataclass(frozen=True, slots=True)
class PageBreakBox:
    """The end of a page."""


Box = TextBox | ListBox | TableBox | FactsBox | FigureBox | ColumnsBox | PanelsBox | PageBreakBox


class Measure:
    """Measures the blocks of one document, for the width of the page or of a column of it."""

    def __init__(self, styles: Styles, goes_on: str = "", width: float = WIDTH) -> None:
        self._styles = styles
        self._goes_on = goes_on
        self._width = width
        self._setter = Typesetter()

    def block(self, block: blocks.Block) -> Box:
        """Return a block as a box."""
        match block:
            case blocks.Heading():
                styles = {1: self._styles.title, 2: self._styles.section}
                return self.heading(block.text, styles.get(block.level, self._styles.subsection), block.level)
            case blocks.Paragraph():
                style = self._styles.body
                lines = self._lines(block.runs, style, self._width)
                before = -style.after if block.follows else 0
                return TextBox("P", lines, style, before, style.after, keep=block.leads)
            case blocks.NoteBlock():
                style = self._styles.note
                lines = self._lines(blocks.plain(block.text), style, self._width - BULLET_INDENT)
                return TextBox("P", lines, style, style.before, style.after, bar=OCHRE)
            case blocks.ListBlock():
                return self._list(block)
            case blocks.FactTable():
                return self._facts(block)
            case blocks.Table():
                return self._table(block)
            case blocks.Figure():
                return FigureMeasure(self._styles.figure, self._setter).figure(block, self._width)
            case blocks.Columns():
                return self._columns(block)
            case blocks.Blank():
                style = self._styles.blank
                lines = self._lines(blocks.plain(block.label), style, self._width * 0.7)
                return TextBox("P", lines, style, style.before, style.after, blank=True)
            case blocks.PageBreak():
                return PageBreakBox()
            case blocks.Panels():
                return self._panels(block)
            case _:
                assert_never(block)

    def heading(self, text: str, style: TextStyle, level: int) -> TextBox:
        """A heading of a level, or with level 0 the plain lines round the title."""
        tag = f"H{level}" if level else "P"
        lines = self._lines(blocks.plain(text), style, self._width)
        again = self._again(text) if level > 1 else None
        return TextBox(tag, lines, style, style.before, style.after, keep=True, level=level, text=text, again=again)

    def _again(self, heading: str) -> Again | None:
        """The line of a heading on the next page."""
        if not self._goes_on:
            return None
        style = self._styles.column
        return Again(self.short(self._goes_on.format(heading=heading), style, self._width), style)

    def line(self, text: str, style: TextStyle, width: float = WIDTH) -> tuple[Line, ...]:
        """A text that is no block, such as a page line."""
        return self._lines(blocks.plain(text), style, width)

    def short(self, text: str, style: TextStyle, width: float) -> Line:
        """A text on one line; what does not fit is left out, and three dots say so."""
        lines = self.line(text, style, width)
        if len(lines) == 1:
            return lines[0]
        kept = spoken(self.line(text, style, width - style.size * 1.5)[0].pieces).rstrip()
        return self.line(isolated(f"{kept} …"), style, width)[0]

    def _lines(self, runs: tuple[blocks.Run, ...], style: TextStyle, width: float) -> tuple[Line, ...]:
        return self._setter.lines(_styled(runs, style), style.size, width)

    def _columns(self, block: blocks.Columns) -> ColumnsBox:
        width = (self._width - COLUMN_GAP * (block.count - 1)) / block.count
        column = Measure(self._styles, self._goes_on, width)
        return ColumnsBox(tuple(map(column.block, block.blocks)), block.count, width + COLUMN_GAP)

    def _panels(self, block: blocks.Panels) -> PanelsBox:
        room = self._width - PANEL_GAP * (len(block.panels) - 1)
        weights = sum(panel.weight for panel in block.panels)
        place, panels = 0.0, []
        for panel in block.panels:
            width = room * panel.weight / weights
            framed = panel.frame not in (blocks.Frame.NONE, blocks.Frame.TOP)
            pad = PANEL_PAD if framed else 0.0
            head = PANEL_PAD if panel.frame is not blocks.Frame.NONE else 0.0
            inside = Measure(self._styles, "", width - 2 * pad)
            boxes = tuple(map(inside.block, panel.blocks))
            panels.append(PanelBox(boxes, place, width, panel.frame, head, pad))
            place += width + PANEL_GAP
        return PanelsBox(tuple(panels))

    def _list(self, block: blocks.ListBlock) -> ListBox:
        style = self._styles.body
        bullet = self.line(block.sign, style)[0]
        indent = max(BULLET_INDENT, bullet.width + BLANK_GAP)
        items = tuple(
            TextBox("LBody", self._lines(item, style, self._width - indent), style, 0, style.after)
            for item in block.items
        )
        return ListBox(bullet, items, indent)

    def _facts(self, block: blocks.FactTable) -> FactsBox:
        part = self._width if block.narrow else (self._width - FACT_GAP) / 2
        style = self._styles.label
        needed = (self._setter.natural(_styled(blocks.plain(fact.label), style), style.size)[1] for fact in block.facts)
        label = min(part * 0.4, max(max(needed, default=0) + FACT_GAP, part * 0.25))
        places = (0.0, label) if block.narrow else (0.0, label, part + FACT_GAP, part + FACT_GAP + label)
        facts = tuple((self._label(fact.label, label), self._value(fact, part - label)) for fact in block.facts)
        return FactsBox(block.title, places, facts, block.narrow)

    def _label(self, text: str, width: float) -> CellBox:
        return CellBox((self.line(text, self._styles.label, width - 4),), self._styles.label)

    def _value(self, fact: blocks.Fact, width: float) -> CellBox:
        run = blocks.Run(fact.value, blocks.TextTone.STRONG if fact.strong else blocks.TextTone.PLAIN)
        return CellBox((self._lines((run,), self._styles.body, width),), self._styles.body)

    def _table(self, table: blocks.Table) -> TableBox:
        header = [blocks.cell(column.title) for column in table.columns]
        widths = self._column_widths(table, header)
        places = [0.0]
        for width in widths:
            places.append(places[-1] + width)
        rows = tuple(self._row(row, widths, self._styles.cell) for row in table.rows)
        return TableBox(
            table.title, self._width, tuple(places), self._row(tuple(header), widths, self._styles.column), rows
        )

    def _row(self, cells: tuple[blocks.TableCell, ...], widths: list[float], style: TextStyle) -> tuple[CellBox, ...]:
        return tuple(
            CellBox(tuple(self._lines(runs, style, width - 2 * CELL_PAD) for runs in cell.paragraphs), style)
            for cell, width in zip(cells, widths, strict=True)
        )

    def _column_widths(self, table: blocks.Table, header: list[blocks.TableCell]) -> list[float]:
        """Give each column what it wants while there is room; the greedy ones share the rest by weight."""
        wanted, least = [], []
        for number in range(len(table.columns)):
            words, texts = self._needs([row[number] for row in table.rows], self._styles.cell)
            _, head = self._needs([header[number]], self._styles.column)  # no head is broken in two
            wanted.append(max(texts, head))
            least.append(min(max(words, head), self._width * _WORD_SHARE))
        weights = [column.weight for column in table.columns]
        widths = _shared(self._width, wanted, least, weights)
        spare = self._width - sum(widths)
        return [width + spare * weight / sum(weights) for width, weight in zip(widths, weights, strict=True)]

    def _needs(self, cells: list[blocks.TableCell], style: TextStyle) -> tuple[float, float]:
        """The widest word and the widest paragraph of a column, with the padding."""
        texts = [_styled(runs, style) for cell in cells for runs in cell.paragraphs]
        needs = [self._setter.natural(text, style.size) for text in texts]
        padding = 2 * CELL_PAD + 0.5
        word = max((word for word, _ in needs), default=0.0)
        return word + padding, max((whole for _, whole in needs), default=0.0) + padding


def _styled(runs: tuple[blocks.Run, ...], style: TextStyle) -> list[StyledRun]:
    styled = []
    for run in runs:
        quiet = run.tone is blocks.TextTone.QUIET
        bold = run.tone is blocks.TextTone.STRONG or (style.bold and not quiet)
        styled.append(StyledRun(bound(run.text), bold=bold, color=MUTED if quiet else style.color or INK))
    return styled


def _shared(room: float, wanted: list[float], least: list[float], weights: list[int]) -> list[float]:
    """Share room by weight, each at most what it wants and at least its least (unless even those are too much)."""
    if sum(wanted) <= room:
        return wanted
    if sum(least) >= room:
        return [width * room / sum(least) for width in least]
    low, high = 0.0, room
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if sum(_parts(middle, wanted, least, weights)) > room:
            high = middle
        else:
            low = middle
    return _parts(low, wanted, least, weights)


def _parts(unit: float, wanted: list[float], least: list[float], weights: list[int]) -> list[float]:
    columns = zip(wanted, least, weights, strict=True)
    return [max(lowest, min(most, unit * weight)) for most, lowest, weight in columns]
