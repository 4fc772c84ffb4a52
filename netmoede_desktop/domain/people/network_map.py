"""The netværkskort computed: the place of each person, from circle, part of life and order alone. No search, no chance.

People stand in rows, so that no two can overlap: a seat blocks its own row only. The rings and the parts of life begin
as they are drawn on every map, and give room where people are many; then seats shrink, and at last people of one place
share a seat. All lengths are in the units of the drawing, `x` to the right and `y` down from its upper left corner.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from netmoede_desktop.domain.people.network_frame import CIRCLES, SECTORS, MapFrame, frames
from netmoede_desktop.domain.people.network_members import MapPlace, Member

Point = tuple[float, float]
Size = tuple[float, float]

#: Between two places that a seat may take in its row, as a part of its width.
_STEP = 0.08
#: Where more people share a seat, so many at least.
_LEAST_SHARING = 2


@dataclass(frozen=True, slots=True)
class MapRoom:
    """The drawing, the sizes a seat may have from the wished one down, the gap between seats, and the child's seat."""

    width: float
    height: float
    seats: tuple[Size, ...]
    gap: float
    child: Size


@dataclass(frozen=True, slots=True)
class MapSpot:
    """A seat on the map by its middle. Several `people` share it where there is no room for each."""

    people: tuple[str, ...]
    place: MapPlace
    x: float
    y: float

    @property
    def shared(self) -> bool:
        """Whether more than one person is here."""
        return len(self.people) > 1


@dataclass(frozen=True, slots=True)
class NetworkLayout:
    """A map: rings and parts of life, the size of the seats, and the spots ring by ring, clockwise."""

    frame: MapFrame
    seat: Size
    spots: tuple[MapSpot, ...] = ()

    def spot_of(self, person: str) -> MapSpot | None:
        """Return where a person is, None for somebody who is not on the map."""
        return next((spot for spot in self.spots if person in spot.people), None)

    def ring_label(self, ring: int, size: Size) -> Point:
        """Return the middle of a label of that size inside the edge of a ring: as low as no seat covers it."""
        frame = self.frame
        middle_x, middle_y = frame.centre
        away = frame.radii[ring] - size[1] / 2 - 2
        found = []
        for turned in range(0, 180, 12):
            for angle in (math.radians(90 + turned), math.radians(90 - turned)):
                x, y = middle_x + (away - size[0] * 0.4) * math.cos(angle), middle_y + away * math.sin(angle)
                found.append((x, y))
        return next((point for point in found if not self._covers(point, size)), found[0])

    def _covers(self, point: Point, size: Size) -> bool:
        beside, above = (self.seat[0] + size[0]) / 2, (self.seat[1] + size[1]) / 2
        return any(abs(spot.x - point[0]) < beside and abs(spot.y - point[1]) < above for spot in self.spots)


@dataclass(slots=True)
class _SeatRows:
    """The rows of one attempt: which places are taken, and where the places of each cell are."""

    room: MapRoom
    seat: Size
    frame: MapFrame
    places: dict[MapPlace, list[tuple[int, int]]] = field(default_factory=dict)
    taken: list[list[int]] = field(default_factory=list)
    columns: list[float] = field(default_factory=list)
    lines: list[float] = field(default_factory=list)

    @property
    def reach(self) -> int:
        """How many places beside a seat are within it and the gap."""
        return math.ceil((self.seat[0] + self.room.gap) / (self.seat[0] * _STEP) - 1e-9) - 1

    def mark(self, at: tuple[int, int], by: int) -> None:
        """Take a place, or with -1 give it back."""
        row, column = at
        line, reach = self.taken[row], self.reach
        for near in range(max(column - reach, 0), min(column + reach + 1, len(line))):
            line[near] += by

    def free(self, place: MapPlace) -> Iterator[tuple[int, int]]:
        """The places of a cell that can be taken, row by row."""
        return (at for at in self.places.get(place, ()) if not self.taken[at[0]][at[1]])

    def point(self, at: tuple[int, int]) -> Point:
        """The middle of a place."""
        return self.columns[at[1]], self.lines[at[0]]


def lay_out(everyone: Sequence[Member], room: MapRoom, opened: MapPlace | None = None) -> NetworkLayout:
    """Return the map of those who have a place, in the order they come in; the same facts give the same map.

    The people of the place that is `opened` are the last to share a seat.
    """
    cells: dict[MapPlace, list[str]] = {}
    for one in everyone:
        if one.place is not None:
            cells.setdefault(one.place, []).append(one.id)
    counts = {place: len(people) for place, people in cells.items()}
    shapes = frames(room.width, room.height, counts)
    for seat in room.seats:
        if not _may_fit(sum(counts.values()), seat, room):
            continue
        for frame in shapes:
            placed = _placed(counts, room, seat, frame)
            if placed is not None:
                return _layout(cells, placed, seat, frame)
    return _sharing(cells, counts, room, opened)


def _may_fit(count: int, seat: Size, room: MapRoom) -> bool:
    """Return False where the seats alone would take more of the circle than rows ever fill."""
    across = min(room.width, room.height)
    return count * (seat[0] + room.gap) * (seat[1] + room.gap) < 0.82 * math.pi * across * across / 4


def _sharing(
    cells: Mapping[MapPlace, list[str]], counts: Mapping[MapPlace, int], room: MapRoom, opened: MapPlace | None
) -> NetworkLayout:
    """The map on which as few places as possible are shared, the fullest first."""
    fullest = sorted(
        (place for place in cells if counts[place] >= _LEAST_SHARING),
        key=lambda place: (place == opened, -counts[place], _order(place)),
    )
    seat, shared = room.seats[-1], dict(counts)
    for place in fullest:
        shared[place] = 1
        frame = frames(room.width, room.height, shared)[-1]
        if not _may_fit(sum(shared.values()), seat, room) or _placed(shared, room, seat, frame) is None:
            continue
        for larger in room.seats:  # few spots may be left, with room for each
            placed = _placed(shared, room, larger, frame)
            if placed is not None:
                return _layout(cells, placed, larger, frame)
    frame = frames(room.width, room.height, {})[0]  # too small a drawing for anything: each place at its own middle
    return _layout(cells, {place: list(frame.spread(place, 1, seat)) for place in cells}, seat, frame)


def _placed(
    counts: Mapping[MapPlace, int], room: MapRoom, seat: Size, frame: MapFrame
) -> Mapping[MapPlace, list[Point]] | None:
    """A point for everyone, None where somebody finds none. The tightest places choose first."""
    rows = _rows(room, seat, frame)
    found: dict[MapPlace, list[Point]] = {}
    tight = sorted(counts, key=lambda place: (len(rows.places.get(place, ())) / counts[place], _order(place)))
    for place in tight:
        taken = _near_wished(place, counts[place], rows) or _packed(place, counts[place], rows)
        if taken is None:
            return None
        found[place] = sorted((rows.point(at) for at in taken), key=lambda point: frame.turn(*point))
    return found


def _rows(room: MapRoom, seat: Size, frame: MapFrame) -> _SeatRows:
    rows = _SeatRows(room, seat, frame)
    width, height = seat
    step, pitch = width * _STEP, height + room.gap
    middle_x, middle_y = frame.centre
    across = int((room.width - width) / 2 / step)
    rows.columns = [middle_x + number * step for number in range(-across, across + 1)]
    down = int(((room.height - height) / 2 - pitch / 2) / pitch + 1)
    rows.lines = [middle_y + (number + 0.5) * pitch for number in range(-down, down)]
    rows.taken = [[0] * len(rows.columns) for _ in rows.lines]
    beside = (width + room.child[0]) / 2 + room.gap
    above = (height + room.child[1]) / 2 + room.gap
    for row, y in enumerate(rows.lines):
        close = abs(y - middle_y) < above
        for left, right, place in frame.stretches(y):
            first, last = bisect_right(rows.columns, left), bisect_left(rows.columns, right)
            rows.places.setdefault(place, []).extend(
                (row, column)
                for column in range(first, last)
                if not (close and abs(rows.columns[column] - middle_x) < beside)
            )
    return rows


def _near_wished(place: MapPlace, count: int, rows: _SeatRows) -> list[tuple[int, int]] | None:
    """Places as near as may be to points spread evenly over the cell; None where somebody finds none."""
    taken: list[tuple[int, int]] = []
    for x, y in rows.frame.spread(place, count, rows.seat):
        nearest = min(
            rows.free(place),
            key=lambda at: ((rows.columns[at[1]] - x) ** 2 + (rows.lines[at[0]] - y) ** 2, at),
            default=None,
        )
        if nearest is None:
            for at in taken:
                rows.mark(at, -1)
            return None
        rows.mark(nearest, 1)
        taken.append(nearest)
    return taken


def _packed(place: MapPlace, count: int, rows: _SeatRows) -> list[tuple[int, int]] | None:
    """Places side by side from the rim inwards; None where there are too few."""
    taken: list[tuple[int, int]] = []
    middle = len(rows.columns) // 2
    for at in sorted(rows.places.get(place, ()), key=lambda at: (at[0], -abs(at[1] - middle))):
        if len(taken) < count and not rows.taken[at[0]][at[1]]:
            rows.mark(at, 1)
            taken.append(at)
    if len(taken) == count:
        return taken
    for at in taken:
        rows.mark(at, -1)
    return None


def _layout(
    cells: Mapping[MapPlace, list[str]], placed: Mapping[MapPlace, list[Point]], seat: Size, frame: MapFrame
) -> NetworkLayout:
    spots = []
    for place in sorted(cells, key=_order):
        points, people = placed[place], cells[place]
        if len(points) == len(people):
            spots += [MapSpot((one,), place, *point) for one, point in zip(people, points, strict=True)]
        else:
            spots.append(MapSpot(tuple(people), place, *points[0]))
    return NetworkLayout(frame, seat, tuple(spots))


def _order(place: MapPlace) -> tuple[int, int]:
    """Ring by ring, clockwise."""
    return CIRCLES.index(place.circle), SECTORS.index(place.sector)
