"""Folding one event into the state. Pure and total: an event that was journalled once always folds."""

from dataclasses import replace
from datetime import datetime
from typing import assert_never

from netmoede_desktop.domain.agreements.agreements import Agreement
from netmoede_desktop.domain.meeting import events as ev
from netmoede_desktop.domain.meeting.clock import Timer
from netmoede_desktop.domain.meeting.evolve.capture import CaptureEvent, evolve_capture
from netmoede_desktop.domain.meeting.evolve.word import WordEvent, evolve_word, retimed, with_turn
from netmoede_desktop.domain.meeting.plan import MeetingPlan
from netmoede_desktop.domain.meeting.state import (
    Capture,
    Floor,
    Gap,
    MeetingState,
    NoteKey,
    Pause,
    PauseKind,
    Presence,
    SentWords,
)
from netmoede_desktop.domain.methods.time_plan import spread
from netmoede_desktop.domain.people.people import Attendance

FrameEvent = (
    ev.MeetingStarted
    | ev.PartEntered
    | ev.PauseBegan
    | ev.PauseEnded
    | ev.PeopleEvent
    | ev.PlanAdjusted
    | ev.RuleOverridden
    | ev.GapEvent
    | ev.MeetingStopped
    | ev.MeetingFinished
    | ev.Undone
    | ev.Redone
)


def initial_state(plan: MeetingPlan) -> MeetingState:
    """Return the state before the first event: everyone expected, no one here, at the first part."""
    carried = {
        one.number: Agreement(
            one.number, one.text, one.owner, one.start, one.due, one.sign, carried=True, started=one.started
        )
        for one in plan.carried
    }
    planned = spread(plan.method, plan.planned_minutes, interpreter=plan.interpreter)
    return MeetingState(
        plan=plan,
        parts=plan.method.parts,
        people={person.id: person for person in plan.people},
        presence={person.id: Presence(Attendance.ABSENT, here=False) for person in plan.people},
        planned=planned,
        promised=planned,
        part=plan.method.parts[0].id,
        capture=Capture(agreements=carried),
    )


def evolve(state: MeetingState, event: ev.Event) -> MeetingState:
    """Return the state after `event`. `Undone` and `Redone` change nothing here: `history` holds the earlier states.

    Most of a journal is typing, so written things take the shortest way.
    """
    if isinstance(event, CaptureEvent):
        floor = _floor_with_note(state.floor, event) if isinstance(event, ev.NoteWritten) else state.floor
        return replace(state, capture=evolve_capture(state, event), floor=floor, last_at=event.at)
    changed = evolve_word(state, event) if isinstance(event, WordEvent) else _evolve_frame(state, event)
    return changed if changed.last_at == event.at else replace(changed, last_at=event.at)


def _floor_with_note(floor: Floor | None, event: ev.NoteWritten) -> Floor | None:
    """The floor with a new note for the running turn, beside the one that was there: *det var …* moves the new one."""
    key = NoteKey(event.part, event.person, event.turn, event.again)
    if floor is None or key[:3] != floor.note[:3] or key.again <= floor.note.again:
        return floor
    return replace(floor, note=key)


def _evolve_frame(state: MeetingState, event: FrameEvent) -> MeetingState:
    match event:
        case ev.MeetingStarted():
            return _started(state, event)
        case ev.PartEntered():
            return _part_entered(state, event)
        case ev.PauseBegan():
            pause = Pause(event.kind, event.at, event.part, event.back_at)
            return retimed(replace(state, pauses=(*state.pauses, pause)), event.at)
        case ev.PauseEnded():
            ended = replace(state.pauses[-1], ended=event.at)
            silent = event.at if state.silent_since is not None else None
            return retimed(replace(state, pauses=(*state.pauses[:-1], ended), silent_since=silent), event.at)
        case (
            ev.PersonAdded()
            | ev.PersonArrived()
            | ev.PersonLeft()
            | ev.SeatsMoved()
            | ev.ChildPlaceChosen()
            | ev.WordsKept()
        ):
            return _evolve_people(state, event)
        case ev.PlanAdjusted():
            return replace(
                state,
                planned={**state.planned, **dict(event.planned), **dict.fromkeys(event.dropped, 0)},
                dropped=state.dropped | frozenset(event.dropped),
                extra_minutes=state.extra_minutes + event.extra_minutes,
            )
        case ev.RuleOverridden():
            return replace(state, overridden=(*state.overridden, (event.code, event.reason)))
        case ev.GapFound() | ev.GapCounted() | ev.GapLeftOut():
            return _evolve_gap(state, event)
        case ev.MeetingStopped():
            return _ended(replace(state, stop_reason=event.reason), event.at)
        case ev.MeetingFinished():
            return _ended(replace(state, finished=True), event.at)
        case ev.Undone() | ev.Redone():
            return state
        case _:
            assert_never(event)


def _started(state: MeetingState, event: ev.MeetingStarted) -> MeetingState:
    presence = {
        person: Presence(attendance, here=attendance is Attendance.PRESENT) for person, attendance in event.attendance
    }
    words = {who: replace(sent, outdated=_here(presence.get(who))) for who, sent in state.words.items()}
    started = replace(
        state, started=event.at, silent_since=event.at, presence={**state.presence, **presence}, words=words
    )
    return retimed(started, event.at)


def _here(presence: Presence | None) -> bool:
    return presence is not None and presence.here


def _part_entered(state: MeetingState, event: ev.PartEntered) -> MeetingState:
    stopped = {key: timer.stop(event.at) for key, timer in state.part_time.items()}
    entered = {**stopped, event.part: stopped.get(event.part, Timer())}
    moved = replace(state, part=event.part, part_time=entered, silent_since=event.at, previous=None)
    return retimed(moved, event.at)


def _evolve_people(state: MeetingState, event: ev.PeopleEvent) -> MeetingState:
    match event:
        case ev.PersonAdded(person=person):
            presence = {**state.presence, person.id: Presence(Attendance.ABSENT, here=False)}
            return replace(state, people={**state.people, person.id: person}, presence=presence)
        case ev.PersonArrived(person=who):
            before = state.presence[who]
            came_back = before.left is not None
            attendance = before.attendance if came_back else Attendance.ARRIVED_LATE
            if came_back and attendance is Attendance.LEFT_EARLY:
                attendance = Attendance.PRESENT
            now = Presence(attendance, here=True, arrived=event.at, left=before.left)
            words = {key: replace(sent, outdated=sent.outdated or key == who) for key, sent in state.words.items()}
            return replace(state, presence={**state.presence, who: now}, words=words)
        case ev.PersonLeft(person=who):
            now = Presence(Attendance.LEFT_EARLY, here=False, arrived=state.presence[who].arrived, left=event.at)
            return replace(state, presence={**state.presence, who: now})
        case ev.SeatsMoved(order=order):
            seats = {who: replace(state.people[who], seat=seat) for seat, who in enumerate(order, start=1)}
            return replace(state, people={**state.people, **seats})
        case ev.ChildPlaceChosen(person=who, place=place):
            return replace(state, people={**state.people, who: replace(state.people[who], place=place)})
        case ev.WordsKept():
            return _words_kept(state, event)
        case _:
            assert_never(event)


def _words_kept(state: MeetingState, event: ev.WordsKept) -> MeetingState:
    """Replace the sent words; a changed text is not yet read. An absent sender counts as `SENT_WORDS` now."""
    words, presence = dict(state.words), state.presence.get(event.person)
    before = words.pop(event.person, SentWords())
    if event.text is not None:
        told_in = before.told_in if before.text == event.text else None
        words[event.person] = SentWords(event.text, event.reader, told_in)
    state = replace(state, words=words)
    was, now = Attendance.ABSENT, Attendance.SENT_WORDS
    if event.text is None:
        was, now = now, was
    if presence is None or state.started is None or presence.attendance is not was:
        return state
    return replace(state, presence={**state.presence, event.person: replace(presence, attendance=now)})


def _evolve_gap(state: MeetingState, event: ev.GapEvent) -> MeetingState:
    match event:
        case ev.GapFound():
            return _gap_found(state, event)
        case ev.GapCounted():
            return replace(state, gap=None)
        case ev.GapLeftOut():
            return _gap_left_out(state, event)
        case _:
            assert_never(event)


def _gap_found(state: MeetingState, event: ev.GapFound) -> MeetingState:
    """Record the gap; where no clock ran, in a pause or before the start (after an undo), no question is left open."""
    if not state.running or state.pause is not None:
        return state
    floor, gap = state.floor, Gap(event.since, event.until, state.part)
    if floor is not None and floor.remark is None and (floor.interpreting or not floor.rests):
        gap = replace(gap, turn=floor.turn, interpreting=floor.interpreting)
    return replace(state, gap=gap)


def _gap_left_out(state: MeetingState, event: ev.GapLeftOut) -> MeetingState:
    """Take the gap out of the clocks that counted it, also of those that have stopped since."""
    gap = state.gap
    if gap is None:
        return state
    speaking = state.speaking()
    runs_since = speaking and (speaking.own.running_since or speaking.interpreter.running_since)
    part_time = {**state.part_time, gap.part: state.part_time[gap.part].without(gap.length)}
    silent = state.silent_since
    if silent is not None and silent <= gap.since:
        silent += gap.length
    state = replace(state, gap=None, part_time=part_time, silent_since=silent)
    if gap.turn is not None:
        turn = state.turn(gap.turn)
        clock = "interpreter" if gap.interpreting else "own"
        left_out = {clock: getattr(turn, clock).without(gap.length)}
        state = with_turn(state, gap.turn, replace(turn, **left_out))
    if not event.rest_word:
        pause = Pause(PauseKind.PAUSE, gap.since, None, None, ended=gap.until)
        before = [known for known in state.pauses if known.started < gap.since]
        return replace(state, pauses=(*before, pause, *state.pauses[len(before) :]))
    return _rested_since(state, gap, runs_since or event.at)


def _rested_since(state: MeetingState, gap: Gap, runs_since: datetime) -> MeetingState:
    """Stop the word from the gap on, or from where it was resumed after it; a turn given later is left as it is."""
    floor = state.floor
    if floor is None or floor.turn != gap.turn:
        return state
    at = max(gap.until, runs_since)
    rested = replace(state, floor=replace(floor, rests=True, interpreting=False, remark=None), silent_since=at)
    return retimed(rested, at)


def _ended(state: MeetingState, at: datetime) -> MeetingState:
    stopped = {key: timer.stop(at) for key, timer in state.part_time.items()}
    return replace(state, ended=at, part_time=stopped, silent_since=None)
