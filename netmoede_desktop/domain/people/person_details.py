"""The details of a person, written before the meeting, and the rules that must fit between people."""

from collections.abc import Iterable
from dataclasses import replace

from netmoede_desktop.domain.language.text import one_line
from netmoede_desktop.domain.people.people import PARTIES, SERVING, Person, PlaceKind, Role
from netmoede_desktop.domain.refusal import Refused

LONGEST_NAME = 200
#: More people than this do not fit round a table; none of the methods is meant for half of them.
MOST_PEOPLE = 60

_PLACES_BY_PERSON = frozenset({PlaceKind.AFTER, PlaceKind.THROUGH})


def entered_person(person_id: str, name: str, role: Role, relation: str, *, called: str = "", seat: int = 0) -> Person:
    """Return somebody as they are entered by hand: the values that follow from the role are set, and may be changed."""
    return Person(
        person_id, name, called, role, relation, seat=seat, receives_minutes=receives_minutes_by_default(role)
    )


def receives_minutes_by_default(role: Role) -> bool:
    """Return True if somebody in this role gets the referat where no choice has been made."""
    return role not in SERVING


def checked_person(person: Person, others: Iterable[Person]) -> Person:
    """Return the person clean. Raises `Refused` where something is missing or does not fit among the others.

    Without a `called` the person is called by the first name. The support of somebody outside the meeting is dropped,
    only a child has a place of its own choice, and only a mødeleder leads as a party. Refused: `name_missing`,
    `place_needs_person`, `supports_self`, `too_many_people`, `text_too_long`.
    """
    there = [other for other in others if other.id != person.id]
    if len(there) >= MOST_PEOPLE:
        raise Refused("too_many_people", most=MOST_PEOPLE)
    name = one_line(person.name, LONGEST_NAME)
    if not name:
        raise Refused("name_missing")
    called = one_line(person.called, LONGEST_NAME) or name.split()[0]
    if person.supports == person.id:
        raise Refused("supports_self")
    ids = {other.id for other in there}
    relation = one_line(person.relation, LONGEST_NAME)
    supports = person.supports if person.supports in ids else None
    place = person.place if person.role is Role.CHILD else None
    if place is not None and (place.kind in _PLACES_BY_PERSON) != (place.person in ids):
        raise Refused("place_needs_person")
    leads = person.role is Role.LEADER and person.party in PARTIES
    party = person.party if leads else None
    return replace(person, name=name, called=called, relation=relation, supports=supports, place=place, party=party)


def without(people: Iterable[Person], removed: str) -> tuple[Person, ...]:
    """Return the people but one; the others' places and supports that named the removed person are cleared."""
    return tuple(_detached(person, removed) for person in people if person.id != removed)


def seated(people: Iterable[Person], order: tuple[str, ...]) -> tuple[Person, ...]:
    """Return the people with the seats of this order, all of them in it once; refuses another (`seats_differ`)."""
    by_id = {person.id: person for person in people}
    if set(order) != set(by_id) or len(order) != len(by_id):
        raise Refused("seats_differ")
    return tuple(replace(by_id[person], seat=seat) for seat, person in enumerate(order))


def _detached(person: Person, removed: str) -> Person:
    place = person.place
    if place is not None and place.person == removed:
        place = None
    return replace(person, place=place, supports=None if person.supports == removed else person.supports)
