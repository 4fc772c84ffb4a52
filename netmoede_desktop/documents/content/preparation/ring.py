"""The ring of seats of an invitation: the round table from above, the reader's own seat filled. No names."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, pi, sin

from netmoede_desktop.documents.content.blocks import Figure
from netmoede_desktop.documents.content.drawing import (
    Align,
    BoxShape,
    CircleShape,
    Drawing,
    Ink,
    Point,
    Shape,
    TextMeasure,
    TextShape,
)
from netmoede_desktop.domain.people.people import Network, Person, Role
from netmoede_desktop.localization.catalogue import Translator

#: The seat of a person as a part of the room between two, and the largest it gets, in points.
_SEAT, _LARGEST = 0.36, 15.0
#: The table as a part of the ring, and the ring as a part of the width.
_TABLE, _RING = 0.62, 0.42


@dataclass(frozen=True, slots=True)
class Ring:
    """Seats in a ring, the first at the top, then with the clock. `mine` is the number of the reader's, or None."""

    people: tuple[Person, ...]
    mine: int | None
    inside: str
    you: str

    def drawn(self, measure: TextMeasure, width: float) -> Drawing:
        """Return the ring as large as its place is wide."""
        ring = width * _RING
        count = max(len(self.people), 1)
        seat = min(_LARGEST, _SEAT * 2 * ring * sin(pi / max(count, 3)))
        middle = Point(width / 2, ring + seat)
        shapes: list[Shape] = [CircleShape(middle, ring * _TABLE, fill=Ink.GROUND, line=Ink.FAINT)]
        shapes.append(TextShape(self.inside, middle, ring * _TABLE * 1.5, Align.MIDDLE, Ink.QUIET))
        for number, person in enumerate(self.people):
            angle = 2 * pi * number / count - pi / 2
            place = Point(middle.x + ring * cos(angle), middle.y + ring * sin(angle))
            shapes += self._seat(person, place, seat, mine=number == self.mine, measure=measure)
        return Drawing(width, 2 * middle.y, tuple(shapes))

    def _seat(self, person: Person, at: Point, size: float, *, mine: bool, measure: TextMeasure) -> Iterator[Shape]:
        if mine:
            radius = max(size, measure.extent(self.you, 200.0, strong=True).width / 2 + 3)
            yield CircleShape(at, radius, fill=Ink.ACCENT, line=Ink.ACCENT)
            yield TextShape(self.you, at, radius * 2, Align.MIDDLE, Ink.PAPER, strong=True)
        elif person.network is Network.PROFESSIONAL:
            yield BoxShape(Point(at.x - size * 0.9, at.y - size * 0.9), size * 1.8, size * 1.8)
        else:
            yield CircleShape(at, size)
            if person.role is Role.LEADER:
                yield CircleShape(at, size * 0.55)


def ring_figure(people: tuple[Person, ...], reader: str, t: Translator, *, inside: str = "") -> Figure:
    """Return the figure of the ring, with the seat of the person of that id; `inside` takes the place of its words."""
    ids = [person.id for person in people]
    mine = ids.index(reader) if reader in ids else None
    said = t.ngettext(
        "Et rundt bord set fra oven med {n} plads.", "Et rundt bord set fra oven med {n} pladser.", len(ids)
    )
    own = t.gettext("Din plads er den udfyldte.") if mine is not None else ""
    you = t.pgettext("på en plads ved bordet", "dig")
    words = inside or t.gettext("vi sidder i en ring")
    return Figure(f"{said.format(n=len(ids))} {own}".strip(), Ring(people, mine, words, you))
