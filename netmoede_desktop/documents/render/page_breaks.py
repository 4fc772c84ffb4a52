"""Where a page may end: how much of a block is kept together, and the rest for the next page."""

from collections.abc import Sequence
from itertools import islice
from typing import assert_never

from netmoede_desktop.documents.render.boxes import (
    ROW_PAD,
    Box,
    CellBox,
    ColumnsBox,
    FactsBox,
    ListBox,
    PageBreakBox,
    PanelsBox,
    TableBox,
    TextBox,
)
from netmoede_desktop.documents.render.figures import FigureBox
from netmoede_desktop.documents.render.style import BOTTOM, TOP
from netmoede_desktop.documents.render.typesetting import Line

#: The height of a page for content, and how many lines or rows never stand apart from each other.
ROOM = BOTTOM - TOP
TOGETHER = 2

#: A table of so many rows stays whole, unless that left this much of a page empty.
_SHORT_TABLE = 12
_MOST_EMPTY = ROOM / 4

#: The least height that is taken for panels under a heading.
_PANEL_HEIGHT = 60.0


def lines_here(left: int, room: int, *, fresh: bool) -> int:
    """How many lines of a text to put on this page, so that none is alone at its foot or on the next head."""
    if room >= left:
        return left
    count = room
    if left - count < TOGETHER:
        count = left - TOGETHER
    if count < TOGETHER:
        return max(room, 1) if fresh else 0
    return count


def row_height(row: tuple[CellBox, ...]) -> float:
    """The height of a table row with its padding, in points."""
    pad = 4.0 if row and row[0].style.bold else 2 * ROW_PAD
    return max((cell.height for cell in row), default=0.0) + pad


def table_head(box: TableBox, room: float) -> float:
    """The header with the rows that should stand under it: all of a short table that leaves little room empty."""
    header = row_height(box.header)
    whole = header + sum(map(row_height, box.rows))
    if len(box.rows) <= _SHORT_TABLE and room < _MOST_EMPTY and whole <= ROOM:
        return whole
    return header + min(sum(map(row_height, box.rows[:TOGETHER])), ROOM / 2)


def part_from(boxes: Sequence[Box], number: int) -> tuple[list[TextBox], bool]:
    """The texts from one of them on, as far as they follow each other, and whether their part ends with them."""
    found: list[TextBox] = []
    for box in islice(boxes, number, None):
        if not isinstance(box, TextBox) or box.keep:
            return found, isinstance(box, TextBox) and box.level > 0
        found.append(box)
    return found, True


def beginning(texts: Sequence[TextBox]) -> float:
    """How high the first lines are: at least two, at a place where two or none are left for the next page."""
    left = sum(len(text.lines) for text in texts)
    height, done = 0.0, 0
    for number, text in enumerate(texts):
        height += text.before if number else max(text.before, 0.0)
        for count in range(1, len(text.lines) + 1):
            breaks = count == len(text.lines) or TOGETHER <= count <= len(text.lines) - TOGETHER
            if breaks and done + count >= TOGETHER and left - count != 1:
                return height + count * text.style.leading
        height += text.height + text.after
        done, left = done + len(text.lines), left - len(text.lines)
    return height - (texts[-1].after if texts else 0.0)


def head_height(boxes: Sequence[Box], number: int, room: float) -> float:
    """The height of a heading with the beginning of what follows it, where there is so much room."""
    box = boxes[number]
    match box:
        case TextBox(keep=True):
            own = box.before + box.height + box.after
            return min(own + (head_height(boxes, number + 1, room) if number + 1 < len(boxes) else 0.0), ROOM)
        case TextBox():
            return beginning(part_from(boxes, number)[0])
        case ListBox():
            return beginning(box.items)
        case TableBox():
            return table_head(box, room)
        case FactsBox():
            return 40.0
        case FigureBox():
            return box.before + box.height
        case ColumnsBox():
            return head_height(box.boxes, 0, room) if box.boxes else 0.0
        case PanelsBox():
            return max(_PANEL_HEIGHT, *(sum(map(_least_height, panel.boxes)) for panel in box.panels))
        case PageBreakBox():
            return 0.0
        case _:
            assert_never(box)


def _least_height(box: Box) -> float:
    """The height of the texts and figures of a panel, without the spaces between them."""
    return box.height if isinstance(box, TextBox | FigureBox) else 0.0


def split_cell(cell: CellBox, room: float) -> tuple[CellBox, CellBox]:
    """Split a cell into the part that fits into the room (at least one line), and the rest."""
    count = max(1, int((room + 0.01) // cell.style.leading))
    here: list[tuple[Line, ...]] = []
    rest: list[tuple[Line, ...]] = []
    for lines in cell.paragraphs:
        if count >= len(lines):
            here.append(lines)
        else:
            if count:
                here.append(lines[:count])
            rest.append(lines[count:])
        count = max(0, count - len(lines))
    return CellBox(tuple(here), cell.style), CellBox(tuple(rest), cell.style)
