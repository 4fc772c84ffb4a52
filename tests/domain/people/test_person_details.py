"""What is written about a person, and what must fit between people."""

from dataclasses import replace

import pytest

from netmoede_desktop.domain.people.people import ChildPlace, Person, PlaceKind, Role
from netmoede_desktop.domain.people.person_details import MOST_PEOPLE, checked_person, entered_person, seated, without
from netmoede_desktop.domain.refusal import Refused

CHILD = Person("ida", "Ida Holst", "Ida", Role.CHILD)
MOTHER = Person("mor", "Åse Holst", "Åse", Role.PARENT, "mor")
FRIEND = Person("ven", "Ulla Ven", "Ulla", Role.PRIVATE, supports="mor")
EVERYONE = (CHILD, MOTHER, FRIEND)


def test_a_person_is_called_by_the_first_name_unless_something_else_is_said() -> None:
    assert checked_person(Person("x", "  Bent\nHolst ", "", Role.PARENT, " far "), ()) == Person(
        "x", "Bent Holst", "Bent", Role.PARENT, "far"
    )
    assert checked_person(Person("x", "Bent Holst", " Bentemand", Role.PARENT), ()).called == "Bentemand"


@pytest.mark.parametrize("role", list(Role))
def test_who_only_serves_the_meeting_gets_no_referat_unless_it_is_chosen(role: Role) -> None:
    person = entered_person("x", "Bent Holst", role, "")
    assert person.receives_minutes is (role not in (Role.INTERPRETER, Role.SCRIBE))


def refuses(code: str, person: Person) -> tuple[Person, str]:
    """A person who is refused with this code."""
    return person, code


@pytest.mark.parametrize(
    ("person", "code"),
    [
        refuses("name_missing", Person("x", "\u200b", "Bent", Role.PARENT)),
        refuses("text_too_long", Person("x", "x" * 201, "", Role.PARENT)),
        refuses("supports_self", replace(FRIEND, supports="ven")),
        refuses("place_needs_person", replace(CHILD, place=ChildPlace(PlaceKind.AFTER))),
        refuses("place_needs_person", replace(CHILD, place=ChildPlace(PlaceKind.THROUGH, "ukendt"))),
        refuses("place_needs_person", replace(CHILD, place=ChildPlace(PlaceKind.AFTER, "ida"))),
        refuses("place_needs_person", replace(CHILD, place=ChildPlace(PlaceKind.FIRST, "mor"))),
    ],
)
def test_what_is_missing_or_does_not_fit_is_refused(person: Person, code: str) -> None:
    with pytest.raises(Refused) as refused:
        checked_person(person, EVERYONE)
    assert refused.value.code == code


@pytest.mark.parametrize("place", [ChildPlace(PlaceKind.READ_ALOUD), ChildPlace(PlaceKind.AFTER, "mor"), None])
def test_the_child_chooses_its_place(place: ChildPlace | None) -> None:
    child = replace(CHILD, place=place)
    assert checked_person(child, EVERYONE) == child
    assert checked_person(replace(MOTHER, place=place), EVERYONE) == MOTHER


def test_a_supporter_of_nobody_here_is_one_no_more() -> None:
    assert checked_person(FRIEND, EVERYONE) == FRIEND
    assert checked_person(FRIEND, (CHILD,)).supports is None


def test_there_is_an_end_to_how_many_fit() -> None:
    many = tuple(replace(MOTHER, id=str(number)) for number in range(MOST_PEOPLE))
    assert checked_person(replace(many[0], relation="tante"), many).relation == "tante"
    with pytest.raises(Refused, match="too_many_people"):
        checked_person(MOTHER, many)


def test_who_goes_leaves_nothing_hanging() -> None:
    child = replace(CHILD, place=ChildPlace(PlaceKind.AFTER, "mor"))
    left = without((child, MOTHER, FRIEND), "mor")
    assert left == (CHILD, replace(FRIEND, supports=None))
    first = replace(CHILD, place=ChildPlace(PlaceKind.FIRST))
    assert without((first, MOTHER, FRIEND), "ven") == (first, MOTHER)


def test_seats_follow_the_order() -> None:
    assert [(person.id, person.seat) for person in seated(EVERYONE, ("ven", "ida", "mor"))] == [
        ("ven", 0),
        ("ida", 1),
        ("mor", 2),
    ]
    for wrong in (("ven", "ida"), ("ven", "ida", "ida"), ("ven", "ida", "x"), ("ven", "ida", "mor", "mor")):
        with pytest.raises(Refused, match="seats_differ"):
            seated(EVERYONE, wrong)
