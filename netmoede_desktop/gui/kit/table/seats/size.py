"""The seat size of a table without interaction: as large as fits with all names in one font size. Knows no Qt.

Names from afar are read by comparing them, so one size holds for all of them; the room decides how large it is. Only
where even the least letters leave no room for every name are the longest cut.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from netmoede_desktop.gui.kit.table.geometry import has_room
from netmoede_desktop.gui.kit.table.seats.text import NameSize, Ruler, divided
from netmoede_desktop.gui.kit.table.values import SeatShape

#: Letters at 100 % of the room's zoom, and how finely between.
_MOST, _LEAST, _STEP = 32.0, 12.0, 0.5
#: Round the words in a seat, and between the seat and its box, at 100 %.
_INSIDE, _REST = 5.0, 5.0
#: A name of so many letters is set on one line, and a longer one in lines of about as many.
_ONE_LINE = 12
_MOST_LINES = 3
#: How much higher an oval is than the lines in it.
_OVAL = 1.7
#: The seat that is wished for, and how high to its width it may be where there is less room.
_WISHED = (122.0, 88.0)
_HEIGHTS = (0.72, 0.6, 0.5)


class RoomRuler(Ruler, Protocol):
    """Measures letters, and lengths too."""

    def px(self, units: float) -> float:
        """Return pixels for a length at 100 %."""


@dataclass(frozen=True, slots=True)
class SeatSize:
    """The font sizes of the names, and the box of a seat in pixels."""

    names: NameSize
    box: tuple[float, float]


def passive_seat_size(
    names: Sequence[tuple[str, SeatShape]], width: float, height: float, gap: float, ruler: RoomRuler
) -> SeatSize:
    """Return the largest size at which all names fit round a table in `width` by `height` pixels."""
    count = len(names)

    def stands(box: tuple[float, float]) -> bool:
        return has_room(count, width, height, box, gap)

    steps = round((_MOST - _LEAST) / _STEP)
    low, high = -1, steps
    while low < high:  # the most steps above the least letters at which everybody has room
        middle = (low + high + 1) // 2
        low, high = (middle, high) if stands(_box(names, _LEAST + middle * _STEP, ruler)) else (low, middle - 1)
    size = _LEAST + max(low, 0) * _STEP
    wide, least = _box(names, size, ruler)
    if low < 0:
        return SeatSize(NameSize(size, only=True), (_narrower(wide, least, stands), least))
    wished = max(wide, ruler.px(_WISHED[0])), max(least, ruler.px(_WISHED[1]))
    boxes = (wished, *((wide, max(least, wide * part)) for part in _HEIGHTS), (wide, least))
    return SeatSize(NameSize(size, only=True), next(filter(stands, boxes), boxes[-1]))


def _box(names: Sequence[tuple[str, SeatShape]], size: float, ruler: RoomRuler) -> tuple[float, float]:
    """Return the smallest box that fits each of the names."""
    boxes = [_box_of(name, shape, size, ruler) for name, shape in names]
    return max((box[0] for box in boxes), default=0.0), max((box[1] for box in boxes), default=0.0)


def _box_of(name: str, shape: SeatShape, size: float, ruler: RoomRuler) -> tuple[float, float]:
    inside, rest = 2 * ruler.px(_INSIDE), 2 * ruler.px(_REST)
    line = ruler.height(size, bold=True)
    lines, widest = _set(name, size, ruler)
    if shape in (SeatShape.SQUARE, SeatShape.PLAIN):
        return widest + inside + rest + 1, lines * line + inside + rest
    # The letters of the outermost lines fill the middle of an oval as far up as this, of its half height.
    farthest = (lines / 2 - 0.15) / (lines * _OVAL / 2)
    return (widest + inside) / math.sqrt(1 - farthest * farthest) + rest + 1, lines * line * _OVAL + rest


def _set(name: str, size: float, ruler: RoomRuler) -> tuple[int, float]:
    """Return the number of lines of a name, and the width of the widest one."""
    enough = ruler.width("n" * _ONE_LINE, size, bold=True)
    ways = [
        (max(ruler.width(line, size, bold=True) for line in lines), count)
        for count in range(1, _MOST_LINES + 1)
        for lines in divided(name, count)
    ]
    widest, count = next((way for way in ways if way[0] <= enough), min(ways, default=(0.0, 1)))
    return count, widest


def _narrower(wide: float, high: float, stands: Callable[[tuple[float, float]], bool]) -> float:
    """Return the width of the widest box of this height for which `stands` returns True."""
    low, most = 0.0, wide
    for _ in range(9):
        middle = (low + most) / 2
        low, most = (middle, most) if stands((middle, high)) else (low, middle)
    return low
