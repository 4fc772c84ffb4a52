"""The ground of a netværkskort: three rings round the child, cut into four parts of life."""

import math
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from netmoede_desktop.domain.people.network_members import MapPlace
from netmoede_desktop.domain.people.person_facts import Circle, Sector

#: From the middle outwards.
CIRCLES = (Circle.NEAR, Circle.REGULAR, Circle.DISTANT)
#: Clockwise from the left: family over school at the left, friends over the municipality at the right.
SECTORS = (Sector.FAMILY, Sector.FRIENDS, Sector.AUTHORITY, Sector.SCHOOL)

#: How far out the rings reach where nothing presses: the inner one is wider than its share, as those in it matter most.
_REACH = (0.46, 0.745, 1.0)
#: No ring is thinner than this, as a part of the whole.
_THINNEST = 0.2
#: No part of life is narrower, in degrees.
_NARROWEST = 48.0
#: What a ring or a part of life weighs without anybody in it, in people.
_EMPTY = 1.5


@dataclass(frozen=True, slots=True)
class MapFrame:
    """The middle, the outer radius of each ring, and where each part of life begins.

    Angles are in degrees clockwise from the left. `begins` holds one for each of `SECTORS`, rising; the first may be
    below 0, and each part reaches to the next.
    """

    centre: tuple[float, float]
    radii: tuple[float, float, float]
    begins: tuple[float, float, float, float]

    def turn(self, x: float, y: float) -> float:
        """Return how far clockwise a point is from where the first part of life begins, 0 to 360."""
        angle = math.degrees(math.atan2(self.centre[1] - y, self.centre[0] - x))
        return (angle - self.begins[0]) % 360

    def place_at(self, x: float, y: float) -> MapPlace | None:
        """Return the place of a point, None outside the rings."""
        away = math.hypot(x - self.centre[0], y - self.centre[1])
        if away > self.radii[-1]:
            return None
        ends = [begin - self.begins[0] for begin in self.begins[1:]]
        return MapPlace(CIRCLES[bisect_right(self.radii[:2], away)], SECTORS[bisect_right(ends, self.turn(x, y))])

    def stretches(self, y: float) -> Iterator[tuple[float, float, MapPlace]]:
        """Yield the stretches of a level line from left to right, each with its left and right end and its place."""
        middle_x, down = self.centre[0], y - self.centre[1]
        cuts = [
            middle_x + side * math.sqrt(r * r - down * down) for r in self.radii if r > abs(down) for side in (-1, 1)
        ]
        for begin in self.begins:
            along = -math.sin(math.radians(begin)) * down
            if along > 0:
                cuts.append(middle_x - math.cos(math.radians(begin)) * down * down / along)
        cuts.sort()
        for left, right in pairwise(cuts):
            place = self.place_at((left + right) / 2, y)
            if place is not None:
                yield left, right, place

    def divider_ends(self) -> tuple[tuple[float, float], ...]:
        """Return where the lines between the parts of life meet the outermost ring."""
        angles = [math.radians(begin) for begin in self.begins]
        far, (x, y) = self.radii[-1], self.centre
        return tuple((x - far * math.cos(angle), y - far * math.sin(angle)) for angle in angles)

    def nearest_place(self, x: float, y: float) -> MapPlace:
        """Return the place of a point; beyond the rings the outermost in that direction."""
        away = math.hypot(x - self.centre[0], y - self.centre[1])
        part = min(1.0, self.radii[-1] * 0.99 / away) if away else 1.0
        middle_x, middle_y = self.centre
        found = self.place_at(middle_x + (x - middle_x) * part, middle_y + (y - middle_y) * part)
        return found or MapPlace(Circle.DISTANT, Sector.FAMILY)

    def spread(self, place: MapPlace, count: int, seat: tuple[float, float]) -> Iterator[tuple[float, float]]:
        """Yield points for so many seats, spread over a place: on one arc, or on several where it is too short."""
        ring, sector = CIRCLES.index(place.circle), SECTORS.index(place.sector)
        inner = self.radii[ring - 1] if ring else self.radii[0] * 0.35
        outer = self.radii[ring]
        begin, end = self.begins[sector], (*self.begins, self.begins[0] + 360)[sector + 1]
        length = math.radians(end - begin) * (inner + outer) / 2
        arcs = max(1, min(math.ceil(count * seat[0] * 1.1 / length), int((outer - inner) / seat[1]) or 1))
        for number in range(count):
            arc, of_arc = number % arcs, -(-(count - number % arcs) // arcs)
            away = inner + (outer - inner) * (arc + 0.5) / arcs
            angle = math.radians(begin + (end - begin) * (number // arcs + 0.5) / of_arc)
            yield self.centre[0] - away * math.cos(angle), self.centre[1] - away * math.sin(angle)


def frames(width: float, height: float, counts: Mapping[MapPlace, int]) -> tuple[MapFrame, ...]:
    """Return the grounds to try: the usual one, then one with parts as wide as their people, then with rings so too."""
    centre, whole = (width / 2, height / 2), min(width, height) / 2
    usual = tuple(whole * part for part in _REACH)
    quarters = (0.0, 90.0, 180.0, 270.0)
    by_people = _begins([sum(n for place, n in counts.items() if place.sector is sector) for sector in SECTORS])
    by_rings = _radii([sum(n for place, n in counts.items() if place.circle is circle) for circle in CIRCLES], whole)
    radii = (usual[0], usual[1], usual[2])
    return (
        MapFrame(centre, radii, quarters),
        MapFrame(centre, radii, by_people),
        MapFrame(centre, by_rings, by_people),
    )


def _begins(people: list[int]) -> tuple[float, float, float, float]:
    """Where each part begins when they are as wide as their people; turned as little as may be from the quarters."""
    weights = [_EMPTY + n for n in people]
    free = 360.0 - _NARROWEST * len(people)
    widths = [_NARROWEST + free * weight / sum(weights) for weight in weights]
    begins = [sum(widths[:number]) for number in range(len(widths))]
    turned = sum(begin - 90.0 * number for number, begin in enumerate(begins)) / len(begins)
    first, second, third, fourth = (begin - turned for begin in begins)
    return first, second, third, fourth


def _radii(people: list[int], whole: float) -> tuple[float, float, float]:
    """The rings with as much ground as their people need; the inner one needs more, for the child is in it."""
    weights = [_EMPTY * 2 + people[0], _EMPTY + people[1], _EMPTY + people[2]]
    first = math.sqrt(weights[0] / sum(weights))
    second = math.sqrt((weights[0] + weights[1]) / sum(weights))
    first = min(max(first, 2 * _THINNEST), 1 - 2 * _THINNEST)
    second = min(max(second, first + _THINNEST), 1 - _THINNEST)
    return whole * first, whole * second, whole
