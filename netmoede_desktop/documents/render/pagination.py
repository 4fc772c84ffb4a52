"""Boxes put on pages: headings stay with what follows, rows stay whole, table headers are repeated, nothing is lost.

A short table stays whole where that leaves no large hole; a part that goes on over the page has its heading there
again, and at least two lines of its own; a last page is never all but empty.
"""

from collections.abc import Callable, Sequence
from typing import assert_never

from netmoede_desktop.documents.render.boxes import (
    BULLET_INDENT,
    CELL_PAD,
    FACT_PAD,
    ROW_PAD,
    Again,
    Box,
    CellBox,
    FactsBox,
    ListBox,
    TableBox,
    TextBox,
)
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
from netmoede_desktop.documents.render.style import BOTTOM, LEFT, LINE, PAGE_HEIGHT, PETROL, RIGHT, TOP, TextStyle
from netmoede_desktop.documents.render.tagging import Bookmark, Node
from netmoede_desktop.documents.render.typesetting import Line

#: A last page with fewer lines than the first of these is saved, where the paper can be pulled together: at most to the
#: last of these parts of its spaces. With fewer than the second the page before it ends so many points earlier, since
#: nobody turns a page for three rows.
_SAVED_LINES, _LAST_LINES = 14, 8
_SPACES = (1.0, 0.85, 0.7)
_EARLIER = (30.0, 60.0, 90.0, 120.0, 150.0)


def on_pages(boxes: Sequence[Box]) -> "tuple[Fonts, Pagination]":
    """Put all boxes on pages, such that the last one, if there are several, holds enough to be turned to."""
    first = _placed(boxes)
    if not _ends_with_less(first[1], _SAVED_LINES):
        return first
    last = len(first[1].pages) - 1
    for spaces in _SPACES[1:]:
        tried = _placed(boxes, spaces)
        if len(tried[1].pages) <= last and not _ends_with_less(tried[1], _LAST_LINES):
            return tried
    if not _ends_with_less(first[1], _LAST_LINES):
        return first
    for earlier in _EARLIER:
        tried = _placed(boxes, 1.0, {last - 1: earlier})
        if len(tried[1].pages) <= last + 1 and not _ends_with_less(tried[1], _LAST_LINES):
            return tried
    return first


def _placed(
    boxes: Sequence[Box], spaces: float = 1.0, earlier: dict[int, float] | None = None
) -> "tuple[Fonts, Pagination]":
    fonts = Fonts()
    pagination = Pagination(fonts, spaces, earlier or {})
    pagination.place(boxes)
    return fonts, pagination


def _ends_with_less(pagination: "Pagination", lines: int) -> bool:
    return len(pagination.pages) > 1 and len(pagination.pages[-1].lines) < lines


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
        self._y = self._top = TOP
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
                case _:
                    assert_never(box)

    @property
    def _page(self) -> Page:
        return self.pages[-1]

    @property
    def _bottom(self) -> float:
        return BOTTOM - self._earlier.get(len(self.pages) - 1, 0.0)

    @property
    def _fresh(self) -> bool:
        """Whether nothing of the content stands on the page yet."""
        return self._y <= self._top

    def _fits(self, height: float) -> bool:
        return self._y + height <= self._bottom or self._fresh

    def _new_page(self) -> None:
        self.pages.append(Page(len(self.pages), self._fonts))
        self._y = self._top = TOP
        if self._again is not None:
            style = self._again.style
            base = self._y + style.leading / 2 + style.size * 0.36
            self._page.artifact([(LEFT, base, self._again.line)], style.size)
            self._y = self._top = TOP + style.leading + 4

    def _space(self, height: float) -> None:
        if not self._fresh:
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
        self._flow(node, box, LEFT + indent, held)
        self._space(box.after)
        self._again = box.again or self._again

    def _flow(self, node: Node, box: TextBox, x: float, held: float) -> None:
        """Paint lines, over as many pages as they need, never one line alone where two are to be had.

        With no room for what is `held`, the last lines go along with it.
        """
        lines, leading = box.lines, box.style.leading
        while lines:
            room = self._bottom - self._y + 0.01
            count = lines_here(len(lines), int(room // leading), fresh=self._fresh)
            if held and count == len(lines) and count * leading + held > room and not self._fresh:
                count = count - TOGETHER if count >= 2 * TOGETHER else 0
            if count:
                if box.bar:
                    self._page.bar(LEFT, self._y + 1, 2.5, count * leading - 2, box.bar)
                self._page.tagged(node, self._placed(lines[:count], x, self._y, box.style), box.style.size)
                self._y += count * leading
                lines = lines[count:]
            if lines:
                self._new_page()

    def _placed(self, lines: Sequence[Line], x: float, y: float, style: TextStyle) -> list[tuple[float, float, Line]]:
        """Lines with the place of each: the text stands a little above the foot of its line."""
        base = y + style.leading / 2 + style.size * 0.36
        return [(x, base + number * style.leading, line) for number, line in enumerate(lines)]

    def _list(self, box: ListBox) -> None:
        node = self.root.add("L")
        for number, item in enumerate(box.items):
            rest = box.items[number:]
            if not self._fits(beginning(rest if len(rest) == TOGETHER else rest[:1])):
                self._new_page()
            entry = node.add("LI")
            bullet = self._placed([box.bullet], LEFT + 1, self._y, item.style)
            self._page.tagged(entry.add("Lbl"), bullet, item.style.size)
            self._flow(entry.add("LBody"), item, LEFT + BULLET_INDENT, self._held(rest, ends=True))
            self._space(item.after)

    def _facts(self, box: FactsBox) -> None:
        table = self.root.add("Table", title=box.title)
        self._page.rule(LEFT, self._y, RIGHT, LINE, 0.75)
        self._y += FACT_PAD
        for start in range(0, len(box.facts), 2):
            pair = box.facts[start : start + 2]
            if not self._fits(min(max(cell.height for fact in pair for cell in fact), ROOM / 4)):
                self._new_page()
            cells = []
            for (label, value), at in zip(pair, (0, 2), strict=False):
                row = table.add("TR")
                cells.append((row.add("TH", scope="Row"), label, LEFT + box.places[at]))
                cells.append((row.add("TD"), value, LEFT + box.places[at + 1]))
            self._beside(cells, 0.0, lambda: None)
            self._y += 2
        self._y += FACT_PAD - 2
        self._page.rule(LEFT, self._y, RIGHT, LINE, 0.75)

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
            lines = self._placed(text, LEFT + place + CELL_PAD, y, cell.style)
            if node is None:
                self._page.artifact(lines, cell.style.size)
            else:
                self._page.tagged(node.add("TH", scope="Column"), lines, cell.style.size)
        self._y += row_height(box.header)
        self._page.rule(LEFT, self._y, RIGHT, PETROL, 0.75)

    def _row(self, box: TableBox, node: Node, row: tuple[CellBox, ...]) -> None:
        places = [LEFT + place + CELL_PAD for place in box.places]
        cells = [(node.add("TD"), cell, place) for cell, place in zip(row, places, strict=False)]
        self._beside(cells, ROW_PAD, lambda: self._header(box, None))
        self._page.rule(LEFT, self._y, RIGHT, LINE, 0.5)

    def _beside(self, cells: list[tuple[Node, CellBox, float]], pad: float, again: Callable[[], None]) -> None:
        """Paint cells beside each other; what is taller than the page goes on over pages, which begin with `again`."""
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

    def _cell(self, node: Node, cell: CellBox, x: float, y: float) -> None:
        several = len(cell.paragraphs) > 1
        for lines in cell.paragraphs:
            target = node.add("P") if several else node
            self._page.tagged(target, self._placed(lines, x, y, cell.style), cell.style.size)
            y += len(lines) * cell.style.leading
