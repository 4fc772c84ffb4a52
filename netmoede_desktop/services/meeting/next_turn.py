"""The next turn, and the effect of *videre*: announced before it is pressed, and true when it is."""

from collections.abc import Mapping

from netmoede_desktop.domain.meeting import queries
from netmoede_desktop.domain.meeting.state import MeetingState
from netmoede_desktop.services.meeting.view.values import NextAct, NextKind


def offering_order(state: MeetingState) -> tuple[str, ...]:
    """Return the ids of those still to be offered the word in the current round, in that order."""
    return queries.waiting(state) if state.current_part().has_turns else ()


def next_act(state: MeetingState, names: Mapping[str, str], order: tuple[str, ...]) -> NextAct:
    """Return the effect of `GoOn` now; `names` maps ids of people to the names to show, `order` is `offering_order`."""
    if state.ended is not None:
        return NextAct(NextKind.NOTHING)
    if state.started is None:
        return NextAct(NextKind.START)
    pause = state.pause
    if pause is not None and pause.part != state.part:
        return NextAct(NextKind.END_PAUSE)
    if order and pause is None:
        return _next_person(state, order[0], names)
    return _next_part(state)


def _next_person(state: MeetingState, person: str, names: Mapping[str, str]) -> NextAct:
    if not queries.is_read_aloud(state, person):
        return NextAct(NextKind.PERSON, person=person, name=names[person])
    reader = queries.reader_of(state, person)
    if reader is None:
        return NextAct(NextKind.NEEDS_READER, person=person, name=names[person])
    return NextAct(NextKind.PERSON, person=person, name=names[person], reader=names[reader])


def _next_part(state: MeetingState) -> NextAct:
    part = queries.next_part(state)
    if part is None:
        return NextAct(NextKind.CLOSE)
    if queries.waiting(state):
        return NextAct(NextKind.PART_WITH_WAITING, part=part.id, title=part.title)
    kind = NextKind.PART if state.pause is None else NextKind.END_PAUSE
    return NextAct(kind, part=part.id, title=part.title)
