"""Who takes part in a meeting: roles, networks, and the names they are called by."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """A person's role in the meeting; the values are the words of the scenario file and `meeting.json`."""

    CHILD = "barn"
    PARENT = "forælder"
    PRIVATE = "privat"
    PROFESSIONAL = "fagperson"
    AUTHORITY = "myndighed"
    LEADER = "mødeleder"
    INTERPRETER = "tolk"
    ASSISTANT = "bisidder"
    SCRIBE = "referent"
    COORDINATOR = "samordner"
    INFORMANT = "informatør"
    REFLECTOR = "reflektant"


class Attendance(StrEnum):
    """Where a person is: the roll call and what came after it."""

    PRESENT = "til stede"
    ABSENT = "kom ikke"
    ARRIVED_LATE = "kom senere"
    LEFT_EARLY = "gik før"
    SENT_WORDS = "sendte ord"


class Network(StrEnum):
    """Which of the two networks a person belongs to."""

    PRIVATE = "privat"
    PROFESSIONAL = "professionel"


class PlaceKind(StrEnum):
    """How the child has chosen to be heard (R074)."""

    FIRST = "først"
    LAST = "sidst"
    AFTER = "efter"
    THROUGH = "via"
    READ_ALOUD = "læses op"


#: Roles that never have a turn in a round.
WITHOUT_TURN = frozenset({Role.LEADER, Role.INTERPRETER, Role.SCRIBE})

#: As what a mødeleder can take part where the one who asked for the meeting leads it (R036): a party with a turn.
PARTIES = (Role.PROFESSIONAL, Role.AUTHORITY)

#: Roles that only serve the meeting: the referat goes to those who take part in it (R127), to these where it is chosen.
SERVING = frozenset({Role.INTERPRETER, Role.SCRIBE})

#: Who can say how the meeting was for the family (R142): the family and its own network, and no helper of theirs.
FAMILY = frozenset({Role.CHILD, Role.PARENT, Role.PRIVATE})

_HYPHENS = "-\u2010\u2011"
_BETWEEN_PARTS = re.compile(rf"[{_HYPHENS}\s]+")

_NETWORK = {
    Role.CHILD: Network.PRIVATE,
    Role.PARENT: Network.PRIVATE,
    Role.PRIVATE: Network.PRIVATE,
    Role.ASSISTANT: Network.PRIVATE,
    Role.PROFESSIONAL: Network.PROFESSIONAL,
    Role.AUTHORITY: Network.PROFESSIONAL,
}


@dataclass(frozen=True, slots=True)
class ChildPlace:
    """The child's own choice of place; `person` is set for `AFTER` and `THROUGH` only."""

    kind: PlaceKind
    person: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """One participant of a meeting.

    `seat` orders people round the table (lowest first); `supports` is the id of the one they are a støtteperson for.
    `party` is one of `PARTIES` for a mødeleder who also takes part, None for everybody else.
    """

    id: str
    name: str
    called: str
    role: Role
    relation: str = ""
    seat: int = 0
    main: bool = False
    through_interpreter: bool = False
    supports: str | None = None
    place: ChildPlace | None = None
    receives_minutes: bool = True
    protected_address: bool = False
    party: Role | None = None

    @property
    def speaks_as(self) -> Role:
        """The role by which the person has a place in a speaking order: a leading party's own, else the role."""
        return self.party or self.role

    @property
    def network(self) -> Network | None:
        """The network the role belongs to, or None for mødeleder, tolk, referent and the method-bound roles."""
        return network_of(self.speaks_as)

    @property
    def has_turn(self) -> bool:
        """Whether the person can be given a turn."""
        return self.speaks_as not in WITHOUT_TURN


def name_parts(name: str) -> tuple[str, ...]:
    """Return the parts of a name: "Alexandra-Konstantina Vest" has three."""
    return tuple(part for part in _BETWEEN_PARTS.split(name) if part)


def named_twice(name: str, relation: str) -> bool:
    """Return True if a line of a name and a relation holds the name once more: it was written twice.

    A name of one word may well be in the relation; it counts only in the middle of a word.
    """
    sought, half = name.strip().casefold(), len(name.strip()) // 2
    if " " in sought:
        front, back = sought[:half].strip(), sought[half:].strip()
        return sought in relation.casefold() or (" " in front and front == back)
    behind = re.escape(name.strip())
    return sought != name.strip() and re.search(rf"\w{behind}\s*,", relation) is not None


def network_of(role: Role) -> Network | None:
    """Return the network a role belongs to, as `Person.network` does."""
    return _NETWORK.get(role)


def display_names(people: Iterable[Person]) -> dict[str, str]:
    """Return the name to show for each person id, made distinct for those who are called the same.

    Tries the called name, then with the initials of the rest of the name, then with the relation, then the full name,
    and at last a number, so that no two people share a display name ("Hanne B.", "Hanne lærer").
    """
    everyone = list(people)
    names = {person.id: person.called for person in everyone}
    for widen in (_with_initials, _with_relation, _full_name):
        for group in _groups_of_same(everyone, names):
            for person in group:
                names[person.id] = widen(person)
    while same := _groups_of_same(everyone, names):
        for group in same:
            for number, person in enumerate(group, start=1):
                names[person.id] = f"{names[person.id]} ({number})"
    return names


def _groups_of_same(people: list[Person], names: dict[str, str]) -> list[list[Person]]:
    groups: dict[str, list[Person]] = {}
    for person in people:
        groups.setdefault(names[person.id].casefold(), []).append(person)
    return [group for group in groups.values() if len(group) > 1]


def _with_initials(person: Person) -> str:
    rest = person.name.removeprefix(person.called).lstrip(_HYPHENS).split()
    if not rest:
        return person.called
    return f"{person.called} {rest[-1][0].upper()}."


def _with_relation(person: Person) -> str:
    return f"{person.called} {person.relation}" if person.relation else person.called


def _full_name(person: Person) -> str:
    return person.name
