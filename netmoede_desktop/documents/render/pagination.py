"""Boxes put on pages: headings stay with what follows, rows stay whole, table headers are repeated, nothing is lost.

A short table stays whole where that leaves no large hole; a part that goes on over the page has its heading there
again, and at least two lines of its own.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import assert_never

from netmoede_desktop.documents.render.boxes import (
    BLANK_GAP,
    BULLET_INDENT,
    CELL_PAD,
    FACT_PAD,
    NARROW_GAP,
    ROW_PAD,
    Again,
    Box,
    CellBox,
    ColumnsBox,
    FactsBox,
    ListBox,
    PageBreakBox,
    PanelBox,
    PanelsBox,
    TableBox,
    TextBox,
)
from netmoede_desktop.documents.render.figures import FigureBox
from netmoede_desktop.documents.render.page_breaks import (
    ROOM,
    TOGETHER,
    beginning,
    head_height,
    lines_here,
    part_from,
    row_height,
    split_cell,
    table_head,
)
from netmoede_desktop.documents.render.paint import Fonts, Page
from netmoede_desktop.documents.render.style import (
    BOTTOM,
    COLUMN_GAP,
    LEFT,
    LINE,
    MUTED,
    PAGE_HEIGHT,
    PETROL,
    RIGHT,
    TOP,
    TextStyle,
)
from netmoede_desktop.documents.render.tagging import Bookmark, Node
from netmoede_desktop.documents.render.typesetting import Line

#: The air over and under columns, and how often the height at which they end is looked for (halving: to under a point).
_AROUND_COLUMNS = 5.0
_HALVINGS = 10


@dataclass(slots=True)
class _Columns:
    """The columns that content goes down: how many, how far from each other, and in which of them it is.

    `top` is where each begins on this page, `lowest` how far those before this one reached on it. `foot` is where they
    end on the page of that number, which is their last.
    """

    count: int = 1
    step: float = 0.0
    number: int = 0
    top: float = TOP
    lowest: float = 0.0
    foot: tuple[int, float] = (-1, 0.0)


class Pagination:
    """Puts boxes on pages from top to bottom, and grows the structure tree on the way.

    `spaces` is the part of the spaces between blocks that is kept; `earlier` says of a page, counted from 0, how far
    above its foot it ends.
    """

    def __init__(self, fonts: Fonts, spaces: float = 1.0, earlier: dict[int, float] | None = None) -> None:
        self.root = Node("Document")
        self.pages: list[Page] = []
        self.bookmarks: list[Bookmark] = []
        self._fonts = fonts
        self._spaces = spaces
        self._earlier = earlier or {}
        self._again: Again | None = None
        self._columns = _Columns()
        self._left, self._right = LEFT, RIGHT
        self._y = self._top = TOP
        self._whole = False  # True in panels that have room on this page
        self._new_page()

    def place(self, boxes: Sequence[Box]) -> None:
        """Put all boxes on pages, in order."""
        for number, box in enumerate(boxes):
            before = boxes[number - 1] if number else None
            led = isinstance(before, TextBox) and before.keep
            if isinstance(box, TextBox) and box.keep:
                self._again = None if box.level else self._again
                if not led and not self._fits(head_height(boxes, number, self._bottom - self._y)):
                    self._new_page()
            match box:
                case TextBox():
                    if isinstance(before, TableBox) and not box.level:
                        self._space(ROW_PAD)
                    close = box.level > 2 and isinstance(before, TextBox) and before.level == 2
                    part, ends = part_from(boxes[number : number + TOGETHER + 1], 0)
                    self._text(box, close=close, held=self._held(part, ends=ends))
                case ListBox():
                    self._list(box)
                case FactsBox():
                    self._facts(box)
                case TableBox():
                    self._table(box, led=led)
                case FigureBox():
                    self._space(ROW_PAD if isinstance(before, TableBox) else 0.0)
                    self._figure(box)
                case ColumnsBox():
                    self._in_columns(box)
                case PanelsBox():
                    self._panels(box)
                case PageBreakBox():
                    self._again = None
                    self._new_page()
                case _:
                    assert_never(box)

    @property
    def _page(self) -> Page:
        return self.pages[-1]

    @property
    def _bottom(self) -> float:
        if self._whole:
            return PAGE_HEIGHT
        number, (last, foot) = len(self.pages) - 1, self._columns.foot
        bottom = BOTTOM - self._earlier.get(number, 0.0)
        return min(bottom, foot) if number == last else bottom

    @property
    def _fresh(self) -> bool:
        """Whether there is no content on the page yet."""
        return self._y <= self._top

    def _fits(self, height: float) -> bool:
        return self._y + height <= self._bottom or self._fresh

    def _new_page(self) -> None:
        """Go on at the head of the next column, or of the first one of a new page."""
        columns = self._columns
        if columns.number + 1 < columns.count:
            columns.lowest = max(columns.lowest, self._y)
            self._enter_column(columns.number + 1)
            return
        self._turn_page()
        columns.top, columns.lowest = self._y, 0.0
        self._enter_column(0)

    def _enter_column(self, number: int) -> None:
        columns = self._columns
        self._left = LEFT + number * columns.step
        self._right = self._left + (columns.step - COLUMN_GAP) if columns.count > 1 else RIGHT
        self._y, columns.number = columns.top, number

    def _turn_page(self) -> None:
        self.pages.append(Page(len(self.pages), self._fonts))
        self._y = self._top = TOP
        if self._again is not None:
            style = self._again.style
            base = self._y + style.leading / 2 + style.size * 0.36
            self._page.artifact([(LEFT, base, self._again.line)], style.size)
            self._y = self._top = TOP + style.leading + 4

    def _space(self, height: float) -> None:
        if self._y > self._columns.top:
            self._y += height * self._spaces

    def _held(self, part: Sequence[TextBox], *, ends: bool) -> float:
        """The room that the last line of a part needs after the text before it, so that it is not alone; else none."""
        if not ends or len(part) != TOGETHER or len(part[1].lines) > 1:
            return 0.0
        return (part[0].after + part[1].before) * self._spaces + part[1].style.leading

    def _text(self, box: TextBox, *, close: bool, held: float) -> None:
        """Paint a text; `close` leaves out the space before it, for a heading right under another."""
        self._space(0.0 if close else box.before)
        node = self.root.add(box.tag)
        indent = BULLET_INDENT if box.bar else 0.0
        if box.level > 1:
            top = PAGE_HEIGHT - self._y + 4
            self.bookmarks.append(Bookmark(box.level, box.text, len(self.pages) - 1, top))
        self._flow(node, box, indent, held)
        if box.blank:
            end = self._left + (box.lines[-1].width + BLANK_GAP if box.lines[-1].pieces else 0.0)
            self._page.rule(end, self._y, self._right, MUTED, 0.75)
        self._space(box.after)
        self._again = box.again or self._again

    def _flow(self, node: Node, box: TextBox, indent: float, held: float) -> None:
        """Paint lines, over as many pages as they need, never one line alone where two are to be had.

        With no room for `held`, the last lines go along with it.
        """
        lines, leading = box.lines, box.style.leading
        while lines:
            room = self._bottom - self._y + 0.01
            count = lines_here(len(lines), int(room // leading), fresh=self._fresh)
            if held and count == len(lines) and count * leading + held > room and not self._fresh:
                count = count - TOGETHER if count >= 2 * TOGETHER else 0
            if count:
                if box.bar:
                    self._page.bar(self._left, self._y + 1, 2.5, count * leading - 2, box.bar)
                self._page.tagged(
                    node, self._placed(lines[:count], self._left + indent, self._y, box.style), box.style.size
                )
                self._y += count * leading
                lines = lines[count:]
            if lines:
                self._new_page()

    def _placed(self, lines: Sequence[Line], x: float, y: float, style: TextStyle) -> list[tuple[float, float, Line]]:
        """Lines with the place of each: the baseline is a little above the foot of its line."""
        base = y + style.leading / 2 + style.size * 0.36
        return [(x, base + number * style.leading, line) for number, line in enumerate(lines)]

    def _list(self, box: ListBox) -> None:
        node = self.root.add("L")
        for number, item in enumerate(box.items):
            rest = box.items[number:]
            if not self._fits(beginning(rest if len(rest) == TOGETHER else rest[:1])):
                self._new_page()
            entry = node.add("LI")
            bullet = self._placed([box.bullet], self._left + 1, self._y, item.style)
            self._page.tagged(entry.add("Lbl"), bullet, item.style.size)
            self._flow(entry.add("LBody"), item, box.indent, self._held(rest, ends=True))
            self._space(item.after)

    def _figure(self, box: FigureBox) -> None:
        self._space(box.before)
        if not self._fits(box.height):
            self._new_page()
        node = self.root.add("Figure", alternative=box.alternative)
        self._page.figure(node, box, self._left, self._y)
        self._y += box.height
        self._space(box.after)

    def _panels(self, box: PanelsBox) -> None:
        """Paint panels beside each other, or without their frames where they are higher than a page."""
        self._space(box.before)
        height = max(map(self._height, box.panels))
        if not self._fits(height):
            self._new_page()
        left, right, top, columns, outside = self._left, self._right, self._y, self._columns, self._whole
        whole = self._whole = height <= self._bottom - top + 0.01
        for panel in box.panels:
            if whole:
                self._page.frame(left + panel.place, top, panel.width, height, panel.frame)
                self._y = top
            self._fill_panel(panel, left, whole=whole)
        self._left, self._right, self._columns, self._whole = left, right, columns, outside
        self._y = top + height if whole else self._y
        self._space(box.after)

    def _fill_panel(self, panel: PanelBox, left: float, *, whole: bool) -> None:
        self._left, self._right = left + panel.place + panel.pad, left + panel.place + panel.width - panel.pad
        self._y += panel.head if whole else 0.0
        self._columns = _Columns(top=self._y)
        self.place(panel.boxes)

    def _height(self, panel: PanelBox) -> float:
        """How high a panel is with its frame; nothing is painted here."""
        trial = Pagination(Fonts(), self._spaces)
        trial.place(panel.boxes)
        after = sum(box.after for box in panel.boxes[-1:] if isinstance(box, TextBox)) * self._spaces
        return (len(trial.pages) - 1) * ROOM + trial._y - TOP - after + panel.head + panel.pad

    def _in_columns(self, box: ColumnsBox) -> None:
        """Put boxes in columns that end at about the same height, on their last page as high up as they can."""
        if not box.boxes:
            return
        self._space(_AROUND_COLUMNS)
        if not self._fits(head_height(box.boxes, 0, self._bottom - self._y)):
            self._new_page()
        pages = self._tried(box, (-1, 0.0))
        low, high = (self._y if pages == len(self.pages) else TOP), BOTTOM
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            if self._tried(box, (pages - 1, middle)) == pages:
                high = middle
            else:
                low = middle
        self._fill_columns(box, (pages - 1, high))
        self._space(_AROUND_COLUMNS)

    def _tried(self, box: ColumnsBox, foot: tuple[int, float]) -> int:
        """How many pages there are after boxes in columns that end at `foot`; nothing is painted here."""
        fonts = Fonts()
        trial = Pagination(fonts, self._spaces, self._earlier)
        trial.pages = [Page(number, fonts) for number in range(len(self.pages))]
        trial._again, trial._y, trial._top = self._again, self._y, self._top
        trial._fill_columns(box, foot)
        return len(trial.pages)

    def _fill_columns(self, box: ColumnsBox, foot: tuple[int, float]) -> None:
        self._columns = _Columns(box.count, box.step, top=self._y, foot=foot)
        self._enter_column(0)
        self.place(box.boxes)
        end, self._columns = max(self._columns.lowest, self._y), _Columns(top=self._top)
        self._enter_column(0)
        self._y = end

    def _facts(self, box: FactsBox) -> None:
        table = self.root.add("Table", title=box.title)
        across = len(box.places) // 2
        if not box.narrow:
            self._page.rule(self._left, self._y, self._right, LINE, 0.75)
            self._y += FACT_PAD
        for start in range(0, len(box.facts), across):
            row_of = box.facts[start : start + across]
            if not self._fits(min(max(cell.height for fact in row_of for cell in fact), ROOM / 4)):
                self._new_page()
            cells = []
            for (label, value), at in zip(row_of, range(0, 2 * across, 2), strict=False):
                row = table.add("TR")
                cells.append((row.add("TH", scope="Row"), label, box.places[at]))
                cells.append((row.add("TD"), value, box.places[at + 1]))
            self._beside(cells, 0.0, lambda: None)
            self._y += NARROW_GAP if box.narrow else 2
        if not box.narrow:
            self._y += FACT_PAD - 2
            self._page.rule(self._left, self._y, self._right, LINE, 0.75)

    def _table(self, box: TableBox, *, led: bool) -> None:
        """Paint a table; one that is `led` by a heading or a line has its place by that."""
        table = self.root.add("Table", title=box.title)
        if not led and not self._fits(table_head(box, self._bottom - self._y)):
            self._new_page()
        header = table.add("THead").add("TR")
        self._header(box, header)
        body = table.add("TBody")
        for number, row in enumerate(box.rows):
            height = row_height(row)
            last = box.rows[-1] if number == len(box.rows) - TOGETHER and number >= TOGETHER else None
            needed = height + (row_height(last) if last else 0.0)
            if self._y + (needed if needed <= ROOM / 2 else height) > self._bottom and not self._fresh:
                self._break_table(box, height)
            self._row(box, body.add("TR"), row)

    def _break_table(self, box: TableBox, height: float) -> None:
        """Go on with a table on a new page, unless a row of half a page or more may as well begin here."""
        if height <= ROOM / 2 or self._bottom - self._y < ROOM / 4:
            self._new_page()
            self._header(box, None)

    def _header(self, box: TableBox, node: Node | None) -> None:
        """Paint the header row: content the first time, decoration when it is repeated."""
        y = self._y + 2
        for cell, place in zip(box.header, box.places, strict=False):
            text = [line for part in cell.paragraphs for line in part]
            lines = self._placed(text, self._left + place + CELL_PAD, y, cell.style)
            if node is None:
                self._page.artifact(lines, cell.style.size)
            else:
                self._page.tagged(node.add("TH", scope="Column"), lines, cell.style.size)
        self._y += row_height(box.header)
        self._page.rule(self._left, self._y, self._right, PETROL, 0.75)

    def _row(self, box: TableBox, node: Node, row: tuple[CellBox, ...]) -> None:
        places = [place + CELL_PAD for place in box.places]
        cells = [(node.add("TD"), cell, place) for cell, place in zip(row, places, strict=False)]
        self._beside(cells, ROW_PAD, lambda: self._header(box, None))
        self._page.rule(self._left, self._y, self._right, LINE, 0.5)

    def _beside(self, cells: list[tuple[Node, CellBox, float]], pad: float, again: Callable[[], None]) -> None:
        """Paint cells beside each other; cells taller than the page go on over pages, which begin with `again`."""
        while True:
            room = self._bottom - self._y - 2 * pad
            parts = [split_cell(cell, room) for _, cell, _ in cells]
            for (node, _, place), (part, _) in zip(cells, parts, strict=True):
                self._cell(node, part, place, self._y + pad)
            self._y += max(part.height for part, _ in parts) + 2 * pad
            if not any(rest.paragraphs for _, rest in parts):
                return
            cells = [(node, rest, place) for (node, _, place), (_, rest) in zip(cells, parts, strict=True)]
            self._new_page()
            again()

    def _cell(self, node: Node, cell: CellBox, place: float, y: float) -> None:
        several = len(cell.paragraphs) > 1
        for lines in cell.paragraphs:
            target = node.add("P") if several else node
            self._page.tagged(target, self._placed(lines, self._left + place, y, cell.style), cell.style.size)
            y += len(lines) * cell.style.leading
