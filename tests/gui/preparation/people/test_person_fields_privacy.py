"""What a field of a person says of its privacy is true: measured on what the room, the papers and meeting.json hold."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import reduce

import pytest

from netmoede_desktop.domain.meeting.history import History
from netmoede_desktop.domain.people.people import ChildPlace, Person, PlaceKind, Role
from netmoede_desktop.gui.kit.fields.field_spec import LineSpec, Reach
from netmoede_desktop.gui.preparation.people.person_form import PersonForm
from tests.gui.reaching import CANARY, reach_of_text, reach_of_value, with_person

Set = Callable[[Person, object], Person]
#: Another value for each field that is no text, of a person and somebody else's id. A new field has to say its own.
OTHER: Mapping[str, Callable[[Person, str], object]] = {
    "role": lambda person, other: (Role.PRIVATE if person.role is Role.PROFESSIONAL else Role.PROFESSIONAL).value,
    "party": lambda person, other: "" if person.party else Role.AUTHORITY.value,
    "place": lambda person, other: ChildPlace(PlaceKind.THROUGH, other),
    "supports": lambda person, other: "" if person.supports else other,
    "interpreter": lambda person, other: not person.through_interpreter,
    "minutes": lambda person, other: not person.receives_minutes,
    "protected": lambda person, other: not person.protected_address,
}


@pytest.mark.parametrize("name", PersonForm.specs())
def test_a_value_goes_where_its_field_says_and_nowhere_else(name: str) -> None:
    spec = PersonForm.specs()[name]
    written = isinstance(spec, LineSpec)
    reach = reach_of_text(_named(spec.set)) if written else reach_of_value(_otherwise(spec.set, OTHER[name]))
    assert reach == spec.privacy


def test_a_field_that_says_less_than_is_true_is_seen() -> None:
    """The control: fields that nobody is to see, put where the room sees them."""
    assert Reach.ROOM in reach_of_text(_named(lambda person, text: replace(person, called=str(text))))
    planted: Set = lambda person, role: replace(person, role=Role(str(role)))  # noqa: E731
    assert Reach.ROOM in reach_of_value(_otherwise(planted, OTHER["role"]))


def _named(set_: Set) -> Callable[[History], History]:
    """Everybody with a text of their own in the field."""

    def change(history: History) -> History:
        people = enumerate(history.state.people.values())
        return reduce(with_person, [set_(one, f"{CANARY}{chr(ord('a') + place)}") for place, one in people], history)

    return change


def _otherwise(set_: Set, other: Callable[[Person, str], object]) -> Callable[[History], History | None]:
    """One person with another value in the field, by turns: two might cancel each other out."""

    def change(history: History) -> History | None:
        people = tuple(history.state.people.values())
        values = [set_(person, other(person, people[place - 1].id)) for place, person in enumerate(people)]
        changed = [one for one, before in zip(values, people, strict=True) if one != before]
        return with_person(history, changed[history.events % len(changed)]) if changed else None

    return change
