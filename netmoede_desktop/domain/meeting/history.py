"""The fold with its undo and redo: the state before each act, so that an act can be undone whole.

Undo is a counter-event. It restores the state before the act, and folds again the events that are no step of their own
(typing in a note), so that no typed text is lost; words of a turn that the act moved go back with it. The former
speaker's clock then runs as if it had never stopped.

Redo is the counter-event to it. It folds the act from the state that was before it, with its own instants, and then all
that was typed since: as if it had never been undone. Any other act ends it, and so does typing in a note that the act
itself wrote or moved: to restore that would overwrite the newer words.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import reduce
from typing import NamedTuple

from netmoede_desktop.domain.meeting.events import Event, MeetingStarted, NoteWritten, Redone, TurnMoved, Undone
from netmoede_desktop.domain.meeting.evolve.dispatch import evolve, initial_state
from netmoede_desktop.domain.meeting.plan import MeetingPlan
from netmoede_desktop.domain.meeting.state import MeetingState, NoteKey
from netmoede_desktop.domain.refusal import Refused

#: How many acts can be taken back.
STEPS_KEPT = 100


class Entry(NamedTuple):
    """One line of the journal. `act` numbers the act of the event; None for an event that is no step (typing)."""

    seq: int
    act: int | None
    event: Event


class _TypedSince(NamedTuple):
    """Events since an act that are no step, newest first (a chain, so that adding one costs the same every time)."""

    event: Event
    before: "_TypedSince | None"


@dataclass(frozen=True, slots=True)
class UndoableAct:
    """An act that can be undone: its number, its events, and the state before it."""

    act: int
    events: tuple[Event, ...]
    before: MeetingState
    typed: _TypedSince | None = None


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A step that was undone, with the events typed since linked to it, and the steps that were before it."""

    step: UndoableAct
    earlier: tuple[UndoableAct, ...]


@dataclass(frozen=True, slots=True)
class History:
    """The state now, the steps that lead back from it, and how many events were folded.

    `undone` holds the acts that can be redone, the next one last.
    """

    state: MeetingState
    steps: tuple[UndoableAct, ...] = ()
    events: int = 0
    last_act: int = 0
    undone: tuple[TakenBack, ...] = ()


def begin(plan: MeetingPlan) -> History:
    """Return the history before anything has happened."""
    return History(initial_state(plan))


def advance(history: History, entry: Entry) -> History:
    """Return the history after one journal entry."""
    event = entry.event
    if isinstance(event, Undone):
        return replace(_undone(history, event), events=history.events + 1)
    if isinstance(event, Redone):
        return replace(_redone(history, event), events=history.events + 1)
    return extended(history, entry.act, (event,), evolve(history.state, event))


def extended(history: History, act: int | None, events: Sequence[Event], state: MeetingState) -> History:
    """Return the history after events of one act whose end is known: `state`, as they were decided to lead to it."""
    steps, undone = history.steps, history.undone
    if not events:
        return history
    if act is None:
        for event in events:
            steps, undone = _with_typed(steps, event), _typed_since(undone, event)
        return replace(history, state=state, steps=steps, events=history.events + len(events), undone=undone)
    if steps and steps[-1].act == act:
        steps = (*steps[:-1], replace(steps[-1], events=(*steps[-1].events, *events)))
    else:
        steps = (*steps[-(STEPS_KEPT - 1) :], UndoableAct(act, tuple(events), history.state))
    return History(state, steps, history.events + len(events), max(history.last_act, act))


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


def redo(history: History, now: datetime) -> Redone:
    """Return the counter-event that redoes the act undone last. Raises `Refused` when there is none."""
    if history.state.ended is not None:
        raise Refused("meeting_ended")
    if not history.undone:
        raise Refused("nothing_to_redo")
    return Redone(max(now, history.state.last_at or now), history.undone[-1].step.act)


def _with_typed(steps: tuple[UndoableAct, ...], event: Event) -> tuple[UndoableAct, ...]:
    """Link an event that is no step to the latest step, if there is one."""
    return (*steps[:-1], _linked(steps[-1], event)) if steps else steps


def _linked(step: UndoableAct, event: Event) -> UndoableAct:
    return UndoableAct(step.act, step.events, step.before, _TypedSince(event, step.typed))


def _in_order(link: _TypedSince | None) -> list[Event]:
    """The events typed since a step, oldest first."""
    typed: list[Event] = []
    while link is not None:
        typed.append(link.event)
        link = link.before
    typed.reverse()
    return typed


def _typed_since(undone: tuple[TakenBack, ...], event: Event) -> tuple[TakenBack, ...]:
    """The acts that can be redone after an event that is no step; the event is added to those typed since.

    The start of the meeting is no step either, but it is an act: it ends redo. An act that wrote the same note, and all
    acts after it, can no longer be redone.
    """
    if not undone or isinstance(event, MeetingStarted):
        return ()
    last = next((place for place in reversed(range(len(undone))) if _wrote(undone[place].step, event)), -1)
    return tuple(TakenBack(_linked(redoable.step, event), redoable.earlier) for redoable in undone[last + 1 :])


def _wrote(step: UndoableAct, event: Event) -> bool:
    if not isinstance(event, NoteWritten):
        return False
    note = (event.part, event.person, event.turn)
    if any(isinstance(own, NoteWritten) and (own.part, own.person, own.turn) == note for own in step.events):
        return True
    return _key(event) in (_moved_note(step) or ())


def _moved_note(step: UndoableAct) -> tuple[NoteKey, NoteKey] | None:
    """The note of the turn that the act gave to somebody else, before and after; None where it moved none."""
    if not any(isinstance(event, TurnMoved) for event in step.events):
        return None
    floors = (step.before.floor, reduce(evolve, step.events, step.before).floor)
    return None if floors[0] is None or floors[1] is None else (floors[0].note, floors[1].note)


def _typed_without(step: UndoableAct) -> list[Event]:
    """The events typed since an act, with their keys as they are once the act is undone."""
    typed, moved = _in_order(step.typed), _moved_note(step)
    if moved is None:
        return typed
    before, after = moved
    return [
        replace(event, part=before.part, person=before.person, turn=before.turn, again=before.again)
        if isinstance(event, NoteWritten) and _key(event) == after
        else event
        for event in typed
    ]


def _key(event: NoteWritten) -> NoteKey:
    return NoteKey(part=event.part, person=event.person, turn=event.turn, again=event.again)


def _undone(history: History, event: Undone) -> History:
    if not history.steps or history.steps[-1].act != event.act:
        return history
    step, earlier = history.steps[-1], history.steps[:-1]
    state, steps = step.before, earlier
    for event_since in _typed_without(step):
        state = evolve(state, event_since)
        steps = _with_typed(steps, event_since)
    undone = (*history.undone, TakenBack(step, earlier))
    return replace(history, state=replace(state, last_at=event.at), steps=steps, undone=undone)


def _redone(history: History, event: Redone) -> History:
    if not history.undone or history.undone[-1].step.act != event.act:
        return history
    step, earlier = history.undone[-1].step, history.undone[-1].earlier
    state = step.before
    for folded in (*step.events, *_in_order(step.typed)):
        state = evolve(state, folded)
    undone = history.undone[:-1]
    return replace(history, state=replace(state, last_at=event.at), steps=(*earlier, step), undone=undone)
