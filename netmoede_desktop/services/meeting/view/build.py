"""From the running meeting to the frozen values the mødeleder's window shows: after each act, and for the clocks."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from netmoede_desktop.domain.meeting import queries, slippage
from netmoede_desktop.domain.meeting.clock import time_state
from netmoede_desktop.domain.meeting.closing_facts import missing
from netmoede_desktop.domain.meeting.history import History
from netmoede_desktop.domain.meeting.state import MeetingState, Turn
from netmoede_desktop.domain.people.people import Network
from netmoede_desktop.services.meeting.next_turn import next_act
from netmoede_desktop.services.meeting.prompts import Prompter
from netmoede_desktop.services.meeting.timetable import local
from netmoede_desktop.services.meeting.view.facts import ViewFacts
from netmoede_desktop.services.meeting.view.people import speaker_view
from netmoede_desktop.services.meeting.view.undo import redo_label, undo_label
from netmoede_desktop.services.meeting.view.values import (
    ClockReading,
    GapView,
    MeetingView,
    PauseView,
    SpeakingTime,
    UndoLabel,
)
from netmoede_desktop.services.meeting.view.writing import notes_view, reservations_view

#: So many seconds behind the agreed end, and choices are offered.
SLIP_WORTH_A_CHOICE = 60

#: What the closing check reads of the state.
_CLOSING = ("parts", "part", "dropped", "people", "presence", "rounds", "capture")


def meeting_view(history: History, facts: ViewFacts | None = None) -> MeetingView:
    """Return the value the mødeleder's window shows of the meeting in this state. Pure; asks no clock.

    `facts` of its state spare what has been worked out of it, or of the state before, already.
    """
    facts = facts or ViewFacts(history.state)
    state, method = facts.state, facts.state.plan.method
    return replace(
        _viewed(facts, undo_label(history, facts.names), redo_label(history, facts.names)),
        left_out=facts.once(_left_out, "people", "presence", "words", given=(facts.names,)),
        deadline_always=method.deadline_always,
        lists_measures=method.lists_measures,
        reason_missing=state.started is None and slippage.reason_missing(state) and not state.plan.over_reason,
        principles=method.principles,
    )


def _viewed(facts: ViewFacts, undo: UndoLabel | None, redo: UndoLabel | None) -> MeetingView:
    state, names, plan, capture = facts.state, facts.names, facts.state.plan, facts.state.capture
    return MeetingView(
        case_reference=plan.case_reference,
        child=plan.child,
        number_in_series=plan.number_in_series,
        method_id=plan.method.id,
        method_name=plan.method.name,
        method_short=plan.method.short_name,
        purpose=plan.purpose,
        place=plan.place,
        starts=queries.starts(state),
        planned_minutes=plan.planned_minutes,
        interpreter=plan.interpreter or any(seat.through_interpreter for seat in facts.seats),
        phases=facts.phases,
        parts=facts.parts,
        prompts=Prompter(state, names, plan.child).prompts(state.current_part()),
        seats=facts.seats,
        speaker=speaker_view(state, names),
        next=next_act(state, names, facts.order),
        undo=undo,
        redo=redo,
        notes=facts.once(notes_view, "parts", "capture.notes", given=(names,)),
        board=capture.board,
        parked=capture.parked,
        private_count=len(capture.private),
        agreements=facts.agreements[0],
        list_checks=facts.agreements[1],
        reservations=reservations_view(state, names),
        experience=capture.experience,
        follow_up=capture.follow_up,
        follow_up_rule=plan.method.follow_up,
        statuses=plan.method.statuses,
        missing=facts.once(missing, *_CLOSING) if state.running else (),
        pause=_pause(state),
        gap=_gap(state, names),
        stop_reason=state.stop_reason,
        started=_local(state, state.started),
        ended=_local(state, state.ended),
        guard=facts.guard,
    )


def _left_out(state: MeetingState, names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(names[person] for person in queries.left_out(state))


def clock_reading(state: MeetingState, now: datetime) -> ClockReading:
    """Return what the clocks show at `now` (aware). Asking changes nothing; ask as often as the window repaints."""
    turn, pause = state.speaking(), state.pause
    budget = None if turn is None else turn.budget
    back_at = None if pause is None else pause.back_at
    agreed, expected = queries.agreed_end(state, now), queries.expected_end(state, now)
    slips = state.running and (expected - agreed).total_seconds() >= SLIP_WORTH_A_CHOICE
    phase = [part.id for part in state.parts if part.phase == state.current_part().phase]
    return ClockReading(
        now=local(state, now),
        agreed_end=local(state, agreed),
        expected_end=local(state, expected),
        turn_used=None if turn is None else _seconds(turn.own.elapsed(now)),
        turn_left=None if turn is None or budget is None else queries.turn_left(turn, now),
        turn_budget=budget,
        turn_state=_turn_state(state, turn, now),
        interpreter_used=0.0 if turn is None else _seconds(turn.interpreter.elapsed(now)),
        part_used=queries.part_used(state, state.part, now),
        part_planned=state.planned[state.part],
        phase_used=sum(queries.part_used(state, part, now) for part in phase),
        phase_planned=sum(state.planned[part] for part in phase),
        silent_for=queries.silent_for(state, now),
        pause_left=None if back_at is None else _seconds(back_at - now),
        pause_elapsed=None if pause is None else _seconds(now - pause.started),
        pause_due=queries.pause_due(state, now),
        choices=slippage.choices(state, now) if slips else (),
        speaking_time=_speaking_time(state, now),
    )


def _pause(state: MeetingState) -> PauseView | None:
    pause = state.pause
    if pause is None:
        return None
    return PauseView(pause.kind, local(state, pause.started), _local(state, pause.back_at))


def _gap(state: MeetingState, names: Mapping[str, str]) -> GapView | None:
    gap = state.gap
    if gap is None:
        return None
    name = "" if gap.turn is None else names[state.turn(gap.turn).person]
    return GapView(local(state, gap.since), local(state, gap.until), name)


def _turn_state(state: MeetingState, turn: Turn | None, now: datetime) -> str | None:
    """Return the turn against its time; None where it has no limit."""
    floor = state.floor
    if floor is None or turn is None or turn.budget is None or turn.let_run or floor.interpreting:
        return None
    return time_state(timedelta(seconds=turn.budget), turn.own.elapsed(now))


def _speaking_time(state: MeetingState, now: datetime) -> SpeakingTime:
    """Own words by network; those of people who belong to neither are left out."""
    spent = dict.fromkeys(Network, 0.0)
    for turns in state.rounds.values():
        for turn in turns:
            network = state.people[turn.person].network
            if network is not None:
                spent[network] += _seconds(turn.own.elapsed(now))
    return SpeakingTime(private=spent[Network.PRIVATE], professional=spent[Network.PROFESSIONAL])


def _local(state: MeetingState, at: datetime | None) -> datetime | None:
    return None if at is None else local(state, at)


def _seconds(time: timedelta) -> float:
    return time.total_seconds()
