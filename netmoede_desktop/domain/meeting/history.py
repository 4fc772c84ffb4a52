"""The fold with its undo: what the state was before each act, so that an act can be taken back whole.

Undo is a counter-event. It brings back the state before the act, and folds again what is no step of its own (typing in
a note), so that nothing typed since is lost. The former speaker's clock then runs as if it had never stopped.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from netmoede_desktop.domain.meeting.events import Event, Undone
from netmoede_desktop.domain.meeting.evolve import evolve, initial_state
from netmoede_desktop.domain.meeting.plan import MeetingPlan
from netmoede_desktop.domain.meeting.state import MeetingState
from netmoede_desktop.domain.refusal import Refused

#: How many acts can be taken back.
STEPS_KEPT = 100


class Entry(NamedTuple):
    """One line of the journal. `act` numbers the act the event belongs to; None for what is no step (typing)."""

    seq: int
    act: int | None
    event: Event


class _Typed(NamedTuple):
    """Events since an act that are no step, newest first (a chain, so that adding one costs the same every time)."""

    event: Event
    before: "_Typed | None"


@dataclass(frozen=True, slots=True)
class Step:
    """An act that can be taken back: its number, its events (they tell what it was), and the state before it."""

    act: int
    events: tuple[Event, ...]
    before: MeetingState
    typed: _Typed | None = None


@dataclass(frozen=True, slots=True)
class History:
    """The state now, the steps that lead back from it, and how many events were folded."""

    state: MeetingState
    steps: tuple[Step, ...] = ()
    events: int = 0
    last_act: int = 0


def begin(plan: MeetingPlan) -> History:
    """Return the history before anything has happened."""
    return History(initial_state(plan))


def advance(history: History, entry: Entry) -> History:
    """Return the history after one journal entry."""
    event = entry.event
    if isinstance(event, Undone):
        return replace(_taken_back(history, event), events=history.events + 1)
    return extended(history, entry.act, (event,), evolve(history.state, event))


def extended(history: History, act: int | None, events: Sequence[Event], state: MeetingState) -> History:
    """Return the history after events of one act whose end is known: `state`, as they were decided to lead to it."""
    steps = history.steps
    if not events:
        return history
    if act is None:
        for event in events:
            steps = _with_typed(steps, event)
    elif steps and steps[-1].act == act:
        steps = (*steps[:-1], replace(steps[-1], events=(*steps[-1].events, *events)))
    else:
        steps = (*steps[-(STEPS_KEPT - 1) :], Step(act, tuple(events), history.state))
    return History(state, steps, history.events + len(events), max(history.last_act, act or 0))


def replay(plan: MeetingPlan, entries: Iterable[Entry]) -> History:
    """Return the history after all entries, in order."""
    history = begin(plan)
    for entry in entries:
        history = advance(history, entry)
    return history


def undo(history: History, now: datetime) -> Undone:
    """Return the counter-event for the latest act. Raises `Refused` when there is none.

    Like any act it is never before the last that happened.
    """
    if history.state.ended is not None:
        raise Refused("meeting_ended")
    if not history.steps:
        raise Refused("nothing_to_undo")
    return Undone(max(now, history.state.last_at or now), history.steps[-1].act)


def _with_typed(steps: tuple[Step, ...], event: Event) -> tuple[Step, ...]:
    """Hang an event that is no step on the latest step, if there is one."""
    if not steps:
        return steps
    last = steps[-1]
    return (*steps[:-1], Step(last.act, last.events, last.before, _Typed(event, last.typed)))


def _taken_back(history: History, event: Undone) -> History:
    if not history.steps or history.steps[-1].act != event.act:
        return history
    step = history.steps[-1]
    state, steps = step.before, history.steps[:-1]
    typed: list[Event] = []
    link = step.typed
    while link is not None:
        typed.append(link.event)
        link = link.before
    for kept in reversed(typed):
        state = evolve(state, kept)
        steps = _with_typed(steps, kept)
    return replace(history, state=replace(state, last_at=event.at), steps=steps)
