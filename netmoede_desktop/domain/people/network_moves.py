"""How somebody is moved on the netværkskort, and where the keyboard goes from there."""

from collections.abc import Sequence
from dataclasses import replace

from netmoede_desktop.domain.people.network_frame import CIRCLES, SECTORS
from netmoede_desktop.domain.people.network_map import MapSpot
from netmoede_desktop.domain.people.network_members import Layer, MapPlace
from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.domain.people.person_facts import Circle, PersonFacts, Sector

_FAMILY_WORDS = ("mor", "far", "søster", "bror", "søskende", "onkel", "tante", "moster", "faster", "kusine", "fætter")


def with_place(facts: PersonFacts, layer: Layer, place: MapPlace | None) -> PersonFacts:
    """Return the facts with the place in a layer; None takes somebody off that map."""
    circle, sector = (None, None) if place is None else (place.circle, place.sector)
    if layer is Layer.CHILD:
        return replace(facts, child_circle=circle, child_sector=sector)
    return replace(facts, circle=circle, sector=sector)


def moved_out(place: MapPlace, by: int) -> MapPlace:
    """Return the place so many circles further out, or further in for less than 0; the last one stays."""
    number = min(max(CIRCLES.index(place.circle) + by, 0), len(CIRCLES) - 1)
    return MapPlace(CIRCLES[number], place.sector)


def moved_round(place: MapPlace, by: int) -> MapPlace:
    """Return the place so many parts of life further on, clockwise."""
    return MapPlace(place.circle, SECTORS[(SECTORS.index(place.sector) + by) % len(SECTORS)])


def proposed_place(person: Person) -> MapPlace:
    """Return where somebody is put who is not on the map yet: by role and relation, and moved on from there."""
    words = person.relation.casefold().replace(",", " ").split()
    match person.speaks_as:
        case Role.PARENT:
            return MapPlace(Circle.NEAR, Sector.FAMILY)
        case Role.PROFESSIONAL:
            return MapPlace(Circle.REGULAR, Sector.SCHOOL)
        case Role.AUTHORITY:
            return MapPlace(Circle.REGULAR, Sector.AUTHORITY)
        case _:
            family = any(word.endswith(_FAMILY_WORDS) for word in words)
            return MapPlace(Circle.REGULAR, Sector.FAMILY if family else Sector.FRIENDS)


def spot_beside(spots: Sequence[MapSpot], here: MapSpot, *, round_by: int = 0, out_by: int = 0) -> MapSpot:
    """Return where the keyboard goes: along the ring, clockwise for more than 0, or to the nearest ring with somebody.

    Along the ring it goes from one part of life to the next and round again; out or in it stays in its part of life
    where there is somebody. With no one there it stays.
    """
    if round_by:
        ring = [spot for spot in spots if spot.place.circle is here.place.circle]
        return ring[(ring.index(here) + round_by) % len(ring)]
    number = CIRCLES.index(here.place.circle)
    further = CIRCLES[number + 1 :] if out_by > 0 else tuple(reversed(CIRCLES[:number]))
    for circle in further:
        ring = [spot for spot in spots if spot.place.circle is circle]
        if ring:
            near = [spot for spot in ring if spot.place.sector is here.place.sector] or ring
            return min(near, key=lambda spot: (spot.x - here.x) ** 2 + (spot.y - here.y) ** 2)
    return here
