"""The netværkskort as a drawing. Black on white tells all: shape, thickness, check and letter, never a colour alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from netmoede_desktop.documents.content.drawing import (
    Align,
    BoxShape,
    CircleShape,
    Drawing,
    Ink,
    LineShape,
    Point,
    Shape,
    TextMeasure,
    TextShape,
)
from netmoede_desktop.domain.people.network_map import MapRoom, MapSpot, NetworkLayout, lay_out
from netmoede_desktop.domain.people.network_members import Member

#: The height of the map for a width of 1, with many people too, and what the legend takes below it, in points.
_HIGH, _HIGHER = 0.9, 1.0
_MANY = 24
_ABOVE, _BELOW = 4.0, 26.0
#: The sizes of a seat: room for a name and a relation in the letters of a figure, in the lowest for a name alone.
_SEATS = ((96.0, 38.0), (86.0, 35.0), (78.0, 32.0), (70.0, 30.0), (62.0, 26.0), (56.0, 25.0))
_TWO_LINES = 29.0
_GAP = 4.0
_CHILD = (84.0, 40.0)
_BADGE = 7.0
_THICK, _THIN = 2.0, 0.8
_CORNER = 5.0
_WIDE = 10_000.0


@dataclass(frozen=True, slots=True)
class MapWords:
    """The words of a map that are no names: the titles at its corners from the upper left clockwise, and the legend."""

    titles: tuple[str, str, str, str]
    rings: tuple[str, str, str]
    coming: str
    private: str
    professional: str
    chosen_by: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class NetworkSketch:
    """The child in the middle of three rings, and everyone who has a place; every text is clean.

    `letters` holds the letter of who chose somebody, by id; `shared` says what a seat is called that several share, by
    their number.
    """

    child: str
    everyone: tuple[Member, ...]
    letters: dict[str, str]
    words: MapWords
    shared: str

    def drawn(self, measure: TextMeasure, width: float) -> Drawing:
        """Return the map for a place `width` points wide."""
        high = width * (_HIGH if sum(one.place is not None for one in self.everyone) <= _MANY else _HIGHER)
        layout = lay_out(self.everyone, MapRoom(width, high, _SEATS, _GAP, _CHILD))
        shapes = (
            *self._ground(layout, measure, width, high),
            *self._middle(layout, measure),
            *(shape for spot in layout.spots for shape in self._seat(spot, layout, measure)),
            *self._legend(measure, width, high),
        )
        return Drawing(width, high + _ABOVE + _BELOW, shapes)

    def _ground(self, layout: NetworkLayout, measure: TextMeasure, width: float, high: float) -> Iterator[Shape]:
        frame = layout.frame
        middle = Point(*frame.centre)
        for radius, fill in zip(reversed(frame.radii), (None, Ink.PAPER, Ink.GROUND), strict=True):
            yield CircleShape(middle, radius, fill=fill, line=Ink.QUIET)
        for end in frame.divider_ends():
            yield LineShape(middle, Point(*end), Ink.QUIET, dashed=True)
        corners = (
            (0.0, 8.0, Align.START),
            (width, 8.0, Align.END),
            (width, high - 8, Align.END),
            (0.0, high - 8, Align.START),
        )
        for title, (x, y, align) in zip(self.words.titles, corners, strict=True):
            yield TextShape(title, Point(x, y), width * 0.3, align, strong=True)
        for ring, word in enumerate(self.words.rings):
            extent = measure.extent(word, _WIDE)
            at = layout.ring_label(ring, (extent.width, extent.height))
            yield TextShape(word, Point(*at), _WIDE, Align.MIDDLE, Ink.QUIET)

    def _middle(self, layout: NetworkLayout, measure: TextMeasure) -> Iterator[Shape]:
        x, y = layout.frame.centre
        wide, high = _CHILD
        corner = Point(x - wide / 2, y - high / 2)
        yield BoxShape(corner, wide, high, fill=Ink.TEXT, line=Ink.TEXT, rounded=high / 2)
        name = _elided(self.child, wide - 12, measure, strong=True)
        yield TextShape(name, Point(x, y), _WIDE, Align.MIDDLE, Ink.PAPER, strong=True)

    def _seat(self, spot: MapSpot, layout: NetworkLayout, measure: TextMeasure) -> Iterator[Shape]:
        wide, high = layout.seat
        people = [one for one in self.everyone if one.id in spot.people]
        first, coming = people[0], all(one.coming for one in people)
        corner = Point(spot.x - wide / 2, spot.y - high / 2)
        edge = _THICK if coming else _THIN
        rounded = high / 2 if first.private else _CORNER
        yield BoxShape(corner, wide, high, fill=Ink.PAPER, line=Ink.TEXT, rounded=rounded, edge=edge)
        name, under = first.name, first.relation
        if spot.shared:
            name, under = self.shared.format(n=len(people)), ", ".join(one.name for one in people)
        yield from _texts(name, under, spot, layout.seat, measure)
        if coming:
            yield from _check(Point(corner.x + 1, corner.y + 3))
        letter = self.letters.get(first.id, "") if len(people) == 1 else ""
        if letter:
            yield from _lettered(letter, Point(corner.x + wide - 1, corner.y + 3))

    def _legend(self, measure: TextMeasure, width: float, high: float) -> Iterator[Shape]:
        words, x, y = self.words, 8.0, high + _ABOVE + _BELOW / 2
        yield from _check(Point(x, y))
        for text in (words.coming, words.private, words.professional):
            yield TextShape(text, Point(x + 12, y), _WIDE)
            x += measure.extent(text, _WIDE).width + 22
        texts = [measure.extent(word, _WIDE).width + 26 for _, word in words.chosen_by]
        x = max(width - sum(texts), x + 12)
        for (letter, word), wide in zip(words.chosen_by, texts, strict=True):
            yield from _lettered(letter, Point(x + 8, y))
            yield TextShape(word, Point(x + 18, y), _WIDE)
            x += wide


def _texts(name: str, under: str, spot: MapSpot, seat: tuple[float, float], measure: TextMeasure) -> Iterator[Shape]:
    """A name and the words under it; a low seat has the name alone, below its badges."""
    wide, high = seat
    beside = wide - 2 * _BADGE - 4
    if high < _TWO_LINES:
        at = Point(spot.x, spot.y + 3)
        yield TextShape(_elided(name, wide - 8, measure, strong=True), at, _WIDE, Align.MIDDLE, strong=True)
        return
    lift = 6.0 if under else 0.0
    at = Point(spot.x, spot.y - lift)
    yield TextShape(_elided(name, beside, measure, strong=True), at, _WIDE, Align.MIDDLE, strong=True)
    if under:
        at = Point(spot.x, spot.y + lift)
        yield TextShape(_elided(under, wide - high * 0.4, measure), at, _WIDE, Align.MIDDLE, Ink.QUIET)


def _check(at: Point) -> Iterator[Shape]:
    yield CircleShape(at, _BADGE - 0.5, fill=Ink.TEXT, line=Ink.PAPER)
    for start, end in (((-3.2, 0.2), (-0.9, 2.6)), ((-0.9, 2.6), (3.4, -2.6))):
        yield LineShape(Point(at.x + start[0], at.y + start[1]), Point(at.x + end[0], at.y + end[1]), Ink.PAPER, 1.4)


def _lettered(letter: str, at: Point) -> Iterator[Shape]:
    yield CircleShape(at, _BADGE, fill=Ink.PAPER, line=Ink.TEXT)
    yield TextShape(letter, at, _WIDE, Align.MIDDLE, strong=True)


def _elided(text: str, room: float, measure: TextMeasure, *, strong: bool = False) -> str:
    """The text, or as much of it as there is room for with an ellipsis; the list has all of it."""
    if measure.extent(text, _WIDE, strong=strong).width <= room:
        return text
    least, most = 0, len(text)
    while most - least > 1:
        half = (least + most) // 2
        if measure.extent(text[:half].rstrip() + "…", _WIDE, strong=strong).width <= room:
            least = half
        else:
            most = half
    return text[:least].rstrip() + "…"
