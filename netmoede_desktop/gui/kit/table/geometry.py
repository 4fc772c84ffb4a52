"""The layout of seats round a table: no two overlap, none covers the table, in any room. Knows no Qt.

The seats keep their wished size where there is room: evenly and close round the table. Where it gets crowded they move
out, then are set box against box along the path, which lets them stay wide enough for names; only then do they shrink.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise

Point = tuple[float, float]

_POINTS = 240
_SMALLEST = 0.05
#: The table keeps at least this share of the shorter side as its radius, and takes at most that.
_TABLE_LEAST, _TABLE_MOST = 0.23, 0.267
#: How far from the table the seats stand where there is room, in heights of a seat.
_REACH = 0.36


@dataclass(frozen=True, slots=True)
class Box:
    """The box of a seat: left, top, width, height."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class TableLayout:
    """The boxes of the seats, clockwise from the top, and the table's centre and radius."""

    seats: tuple[Box, ...]
    centre: Point
    radius: float


@dataclass(frozen=True, slots=True)
class _Room:
    """The room to fill, the wished size of a seat, and the gap between seats."""

    width: float
    height: float
    seat_width: float
    seat_height: float
    gap: float
    count: int

    def far(self, one: Point, other: Point, size: float) -> float:
        """Return the distance of two seats of a size: 1 if their boxes have just the gap between them."""
        across = abs(one[0] - other[0]) / (self.seat_width * size + self.gap)
        down = abs(one[1] - other[1]) / (self.seat_height * size + self.gap)
        return max(across, down)


@dataclass(frozen=True, slots=True)
class _Arrangement:
    """An arrangement of seats: the path's stretch and squareness, close to the table, or packed box against box."""

    stretch: float
    exponent: float = 2.0
    close: bool = False
    packed: bool = False


_WAYS = (
    _Arrangement(1.25, close=True),
    _Arrangement(1.25),
    _Arrangement(1.25, packed=True),
    _Arrangement(9.0, packed=True),
    _Arrangement(9.0, exponent=3.0, packed=True),
    _Arrangement(9.0, exponent=6.0, packed=True),
)


@lru_cache(maxsize=64)
def lay_out(count: int, width: float, height: float, seat: tuple[float, float], gap: float) -> TableLayout:
    """Return the layout of `count` seats of at most `seat` in a room, all in the same unit."""
    room = _Room(width, height, *seat, gap, count)
    best, size = _WAYS[0], 0.0
    for way in _WAYS:
        found = _largest(room, way)
        if found > size * 1.04 or found >= 1:
            best, size = way, found
        if found >= 1:
            break
    middles = _even(room, best, size)
    wide, high = room.seat_width * size, room.seat_height * size
    seats = tuple(Box(x - wide / 2, y - high / 2, wide, high) for x, y in middles)
    return TableLayout(seats, (width / 2, height / 2), _table_radius(room, middles, size))


@lru_cache(maxsize=512)
def has_room(count: int, width: float, height: float, seat: tuple[float, float], gap: float) -> bool:
    """Return True if `count` seats fit in a room at exactly this size."""
    room = _Room(width, height, *seat, gap, count)
    return any(_fits(room, way, 1.0) for way in _WAYS)


def _largest(room: _Room, way: _Arrangement) -> float:
    """Return the largest size, 1 being the wished one, at which the seats fit in this arrangement."""
    if _fits(room, way, 1.0):
        return 1.0
    low, high = _SMALLEST, 1.0
    for _ in range(9):
        size = (low + high) / 2
        low, high = (size, high) if _fits(room, way, size) else (low, size)
    return low


def _fits(room: _Room, way: _Arrangement, size: float) -> bool:
    middles = _middles(room, way, size, 1.0)
    if len(middles) < room.count:
        return False
    if any(room.far(one, other, size) < 0.999 for one, other in combinations(middles, 2)):
        return False
    return _table_radius(room, middles, size) >= _TABLE_LEAST * min(room.width, room.height)


def _even(room: _Room, way: _Arrangement, size: float) -> list[Point]:
    """Return the centres of the seats, with the remaining room distributed among all gaps."""
    if not way.packed:
        return _middles(room, way, size, 1.0)
    low, high = 1.0, 4.0 * room.count
    for _ in range(18):
        step = (low + high) / 2
        low, high = (step, high) if len(_middles(room, way, size, step)) == room.count else (low, step)
    return _middles(room, way, size, low)


def _middles(room: _Room, way: _Arrangement, size: float, step: float) -> list[Point]:
    """Return the centres of the seats; too few of them if they do not fit."""
    path = _path(room, way, size)
    if not path:
        return []
    if not way.packed:
        return list(_evenly(path, room.count))
    set_down = [path[0]]
    for before, after in pairwise(path):
        here = room.far(set_down[-1], after, size)
        if here >= step and len(set_down) < room.count:
            there = room.far(set_down[-1], before, size)
            part = (step - there) / (here - there) if here > there else 1.0
            x, y = _between(before, after, min(max(part, 0.0), 1.0))
            set_down.append((x, y))
    if len(set_down) > 1 and room.far(set_down[-1], set_down[0], size) < step:
        return []
    return set_down


def _path(room: _Room, way: _Arrangement, size: float) -> Sequence[Point]:
    """Return the closed path of the centres, clockwise from the top."""
    across = (room.width - room.seat_width * size) / 2
    down = (room.height - room.seat_height * size) / 2
    if across <= 0 or down <= 0:
        return ()
    if way.close:
        table = _TABLE_MOST * min(room.width, room.height) + _REACH * room.seat_height * size
        across, down = min(across, table + room.seat_width * size / 2), min(down, table + room.seat_height * size / 2)
    across, down = min(across, down * way.stretch), min(down, across * way.stretch)
    x, y = room.width / 2, room.height / 2
    return [(x + across * right, y - down * up) for right, up in _round(way.exponent)]


@lru_cache(maxsize=4)
def _round(exponent: float) -> tuple[Point, ...]:
    """Return points along a (super)circle of radius 1, clockwise from the top."""
    angles = [2 * math.pi * number / _POINTS for number in range(_POINTS + 1)]
    power = 2 / exponent

    def bent(value: float) -> float:
        return math.copysign(abs(value) ** power, value)

    return tuple((bent(math.sin(angle)), bent(math.cos(angle))) for angle in angles)


def _evenly(path: Sequence[Point], count: int) -> Iterator[Point]:
    """Yield `count` points at equal distances along a closed path."""
    lengths = [math.dist(one, other) for one, other in pairwise(path)]
    whole = sum(lengths)
    walked, wanted = 0.0, 0
    for number, length in enumerate(lengths):
        while wanted < count and walked + length >= whole * wanted / count - 1e-9:
            part = (whole * wanted / count - walked) / length if length else 0.0
            yield _between(path[number], path[number + 1], part)
            wanted += 1
        walked += length


def _between(one: Point, other: Point, part: float) -> Point:
    return one[0] + (other[0] - one[0]) * part, one[1] + (other[1] - one[1]) * part


def _table_radius(room: _Room, middles: Sequence[Point], size: float) -> float:
    """Return the radius of the largest table that keeps the gap to every seat, but at most `_TABLE_MOST` of a side."""
    wide, high = room.seat_width * size / 2, room.seat_height * size / 2
    x, y = room.width / 2, room.height / 2
    free = [math.hypot(max(abs(left - x) - wide, 0), max(abs(top - y) - high, 0)) for left, top in middles]
    most = _TABLE_MOST * min(room.width, room.height)
    return max(min(min(free, default=most) - room.gap, most), 0.0)
