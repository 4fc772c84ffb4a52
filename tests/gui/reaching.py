"""How far a value of a meeting goes: what the room, the papers and `meeting.json` hold before and after it is changed.

A text is followed as a word that stands nowhere else. Of any other value it is asked whether anything is told otherwise
once it is another; texts that the room's guard has been through are left out then, for they are what it protects.
"""

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, reduce

from netmoede_desktop.documents.calendar import calendar_entry
from netmoede_desktop.documents.formats import meeting_json
from netmoede_desktop.documents.papers import AGREEMENTS, MINUTES, content_of
from netmoede_desktop.domain.meeting.history import History
from netmoede_desktop.domain.minutes.from_meeting import record
from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.domain.privacy.room_text import RoomText
from netmoede_desktop.gui.kit.fields.field_spec import Reach
from netmoede_desktop.localization.catalogue import load
from netmoede_desktop.services.room.audience_view import audience_view
from tests.services.room.random_views import random_moments
from tests.services.room.test_audience_privacy import strings_in

#: What every text begins with that is followed; a letter comes behind it.
CANARY = "Kanari"


def reach_of_text(change: Callable[[History], History | None]) -> Reach:
    """Where a text with the canary in it comes out; `change` puts it in, None where it has no place in that moment."""
    found, tried = Reach.NOWHERE, 0
    for history, _ in moments():
        changed = change(history)
        tried += changed is not None
        for where, told in ({} if changed is None else outlets(changed)).items():
            found |= where if any(CANARY in text for text in strings_in(told)) else Reach.NOWHERE
    assert tried > 5, "the text stands nowhere"
    return found


def reach_of_value(change: Callable[[History], History | None]) -> Reach:
    """Where it shows that a value is another; `change` makes it another, None where nobody has it in that moment."""
    found, tried = Reach.NOWHERE, 0
    for history, before in moments():
        changed = change(history)
        tried += changed is not None
        for where, told in ({} if changed is None else outlets(changed)).items():
            found |= where if _unguarded(told) != _unguarded(before[where]) else Reach.NOWHERE
    assert tried > 5, "nobody has another value"
    return found


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
        content_of(MINUTES, facts, t),
        content_of(AGREEMENTS, facts, t),
        None if facts.follow_up is None or facts.follow_up.at is None else calendar_entry(facts, "m1", t).decode(),
    )
    return {Reach.ROOM: views, Reach.PAPER: papers, Reach.RECORD: meeting_json(facts)}


def _alike(history: History) -> History:
    first, second, third, *rest = history.state.people.values()
    twin = replace(second, name=first.name, called=first.called)
    return reduce(with_person, (twin, replace(third, role=Role.LEADER), replace(rest[0], role=Role.CHILD)), history)


def with_person(history: History, person: Person) -> History:
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
