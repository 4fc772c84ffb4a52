"""What a field of a person says of its privacy is true: measured on what the room, the papers and meeting.json hold.

A text is followed as a word that stands nowhere else. Of any other value it is asked whether anything is told otherwise
once it is another; texts that the room's guard has been through are left out then, for they are what it protects.
"""

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache, reduce

import pytest

from netmoede_desktop.documents.calendar import calendar_entry
from netmoede_desktop.documents.formats import meeting_json
from netmoede_desktop.documents.papers import Kind, content_of
from netmoede_desktop.domain.meeting.history import History
from netmoede_desktop.domain.minutes.from_meeting import record
from netmoede_desktop.domain.people.people import ChildPlace, Person, PlaceKind, Role
from netmoede_desktop.domain.privacy.room_text import RoomText
from netmoede_desktop.gui.kit.fields.field_spec import Reach
from netmoede_desktop.gui.preparation.people.person_form import PersonForm
from netmoede_desktop.localization.catalogue import load
from netmoede_desktop.services.room.audience_view import audience_view
from tests.services.room.random_views import random_moments
from tests.services.room.test_audience_privacy import strings_in

CANARY = "Kanari"
#: Another value for each field that is no text. A new field has to say what is put in it.
OTHER: Mapping[str, Callable[[Person, str], object]] = {
    "role": lambda person, other: (Role.PRIVATE if person.role is Role.PROFESSIONAL else Role.PROFESSIONAL).value,
    "party": lambda person, other: "" if person.party else Role.AUTHORITY.value,
    "place": lambda person, other: ChildPlace(PlaceKind.THROUGH, other),
    "supports": lambda person, other: "" if person.supports else other,
    "interpreter": lambda person, other: not person.through_interpreter,
    "minutes": lambda person, other: not person.receives_minutes,
    "protected": lambda person, other: not person.protected_address,
}
TEXTS = ("name", "called", "relation")


@pytest.mark.parametrize("name", PersonForm.specs())
def test_a_value_goes_where_its_field_says_and_nowhere_else(name: str) -> None:
    spec = PersonForm.specs()[name]
    measured = reach(spec.set, OTHER.get(name))
    assert measured == spec.privacy


def test_each_field_is_followed() -> None:
    assert PersonForm.specs().keys() == {*TEXTS, *OTHER}


def test_a_field_that_says_less_than_is_true_is_seen() -> None:
    """The control: a field nobody is to see, put where the room looks for what somebody is called."""
    assert Reach.ROOM in reach(lambda person, text: replace(person, called=str(text)), None)
    assert Reach.ROOM in reach(lambda person, role: replace(person, role=Role(str(role))), OTHER["role"])


def reach(set_: Callable[[Person, object], Person], other: Callable[[Person, str], object] | None) -> Reach:
    """Where a value comes out: one that is `other`, or with None a text of its own for each person."""
    found, tried = Reach.NOWHERE, 0
    for number, (history, before) in enumerate(moments()):
        changed = _changed(history, set_, other)
        tried += bool(changed)
        if other is not None and changed:
            changed = (changed[number % len(changed)],)  # by turns: two might cancel each other out
        for where, told in outlets(reduce(_with, changed, history)).items():
            if other is None:
                comes_out = any(CANARY in text for text in strings_in(told))
            else:
                comes_out = _unguarded(told) != _unguarded(before[where])
            found |= where if comes_out else Reach.NOWHERE
    assert tried > 5, "nobody has another value"
    return found


def _changed(
    history: History, set_: Callable[[Person, object], Person], other: Callable[[Person, str], object] | None
) -> tuple[Person, ...]:
    """Everybody for whom the field then has another value, with it."""
    people = tuple(history.state.people.values())
    values = [
        f"{CANARY}{chr(ord('a') + place)}" if other is None else other(person, people[place - 1].id)
        for place, person in enumerate(people)
    ]
    return tuple(one for person, value in zip(people, values, strict=True) if (one := set_(person, value)) != person)


@cache
def moments() -> tuple[tuple[History, dict[Reach, object]], ...]:
    """Moments of random meetings in which two are called the same and a child is there, and what is told in them."""
    found = [_alike(history) for seed in range(4) for history, _ in list(random_moments(seed, 80))[::10]]
    return tuple((history, outlets(history)) for history in found)


def outlets(history: History) -> dict[Reach, object]:
    """What is told of a meeting, and where."""
    state, facts, t = history.state, record(history), load("da")
    number = next(iter(state.capture.agreements), None)
    views = (
        audience_view(state),
        audience_view(state, reading=number),
        audience_view(state, show_agreements=True),
    )
    papers = (
        content_of(Kind.MINUTES, facts, t),
        content_of(Kind.AGREEMENTS, facts, t),
        None if facts.follow_up is None or facts.follow_up.at is None else calendar_entry(facts, "m1", t).decode(),
    )
    return {Reach.ROOM: views, Reach.PAPER: papers, Reach.RECORD: meeting_json(facts)}


def _alike(history: History) -> History:
    first, second, third, *rest = history.state.people.values()
    twin = replace(second, name=first.name, called=first.called)
    return reduce(_with, (twin, replace(third, role=Role.LEADER), replace(rest[0], role=Role.CHILD)), history)


def _with(history: History, person: Person) -> History:
    """The meeting with this person in place of the one they were."""
    state = history.state
    people = {**state.people, person.id: person}
    plan = replace(state.plan, people=tuple(people[one.id] for one in state.plan.people))
    return replace(history, state=replace(state, plan=plan, people=people))


def _unguarded(value: object) -> object:
    """A value without the texts that have been through the room's guard."""
    if isinstance(value, RoomText):
        return None
    if isinstance(value, tuple):
        return tuple(_unguarded(inner) for inner in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return tuple(_unguarded(inner) for inner in _fields(value))
    return value


def _fields(value: object) -> Iterator[object]:
    for field in dataclasses.fields(value):  # type: ignore[arg-type]
        yield getattr(value, field.name)
