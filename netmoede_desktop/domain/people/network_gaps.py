"""*Hvem mangler?*: the empty parts of a netværkskort, so that somebody asks before the meeting."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from netmoede_desktop.domain.people.network_members import Member
from netmoede_desktop.domain.people.person_facts import Circle, Sector

_MOTHERS_SIDE = ("mormor", "morfar")
_FATHERS_SIDE = ("farmor", "farfar")


class NetworkGap(StrEnum):
    """A part of the map without people, in the order they are asked about."""

    NOBODY_NEAR = "nobody_near"
    NO_FAMILY = "no_family"
    MOTHERS_PARENTS = "mothers_parents"
    FATHERS_PARENTS = "fathers_parents"
    NO_FRIENDS = "no_friends"
    NO_SCHOOL = "no_school"


def network_gaps(everyone: Iterable[Member]) -> tuple[NetworkGap, ...]:
    """Return who may be missing among those who have a place; empty until somebody has one.

    No one of the private network near, an empty part of life (the municipality is never missed), and grandparents of
    one side alone.
    """
    placed = [one for one in everyone if one.place is not None]
    return tuple(_gaps(placed)) if placed else ()


def _gaps(placed: list[Member]) -> Iterator[NetworkGap]:
    if not any(one.private and one.place is not None and one.place.circle is Circle.NEAR for one in placed):
        yield NetworkGap.NOBODY_NEAR
    there = {one.place.sector for one in placed if one.place is not None}
    if Sector.FAMILY not in there:
        yield NetworkGap.NO_FAMILY
    words = {word for one in placed for word in one.relation.casefold().replace(",", " ").split()}
    mothers, fathers = (bool(words.intersection(side)) for side in (_MOTHERS_SIDE, _FATHERS_SIDE))
    if fathers and not mothers:
        yield NetworkGap.MOTHERS_PARENTS
    if mothers and not fathers:
        yield NetworkGap.FATHERS_PARENTS
    if Sector.FRIENDS not in there:
        yield NetworkGap.NO_FRIENDS
    if Sector.SCHOOL not in there:
        yield NetworkGap.NO_SCHOOL
