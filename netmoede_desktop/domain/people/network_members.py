"""Who is on the netværkskort: everyone of the private and the professional network around the child, in one order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from netmoede_desktop.domain.people.people import Network, Person, Role, display_names
from netmoede_desktop.domain.people.person_facts import Chooser, Circle, PersonFacts, Sector


class Layer(StrEnum):
    """Whose map it is: the one made together with the family, or the child's own. They are never merged."""

    SHARED = "fælles"
    CHILD = "barnets"


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A place on the map: how near, in which part of life."""

    circle: Circle
    sector: Sector


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody on the map of one layer. `place` is None until it is chosen; `coming` is *skal med*.

    `name` is told apart from everybody else's; `private` is the private network, else the professional one.
    """

    id: str
    name: str
    relation: str
    private: bool
    coming: bool
    place: MapPlace | None = None
    chosen_by: Chooser | None = None


def place_in(facts: PersonFacts, layer: Layer) -> MapPlace | None:
    """Return where a person is in a layer, None where one of the two facts is missing."""
    if layer is Layer.CHILD:
        circle, sector = facts.child_circle, facts.child_sector
    else:
        circle, sector = facts.circle, facts.sector
    return None if circle is None or sector is None else MapPlace(circle, sector)


def members(
    coming: Iterable[Person], others: Iterable[Person], facts: Mapping[str, PersonFacts], layer: Layer
) -> tuple[Member, ...]:
    """Return everyone on the map by name: `coming` are in the meeting, the `others` known in the sag alone.

    The order is the same whoever comes, so that a place on the map never depends on who is invited. The child itself is
    in the middle, and who only serves the meeting is not in the child's network.
    """
    invited = tuple(coming)
    ids = {person.id for person in invited}
    known = tuple(person for person in others if person.id not in ids)  # who has just come may be among both
    names = display_names((*invited, *known))
    found = (
        Member(
            id=person.id,
            name=names[person.id],
            relation=person.relation,
            private=person.network is Network.PRIVATE,
            coming=person.id in ids,
            place=place_in(facts.get(person.id, PersonFacts()), layer),
            chosen_by=facts.get(person.id, PersonFacts()).chosen_by,
        )
        for person in (*invited, *known)
        if person.network is not None and person.role is not Role.CHILD
    )
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.id)))
