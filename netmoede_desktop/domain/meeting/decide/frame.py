"""Deciding the frame: parts, pauses, time, gaps, and the end (R076, R092–R095, R097, R119, R121, R126)."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import assert_never

from netmoede_desktop.domain.agreements.follow_up import FollowUpCode, follow_up_remarks
from netmoede_desktop.domain.language.text import clean_text, required_text
from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting import events as ev
from netmoede_desktop.domain.meeting import queries, slippage
from netmoede_desktop.domain.meeting.closing import NOT_IN_ANY_ORDER, PARENTS_ABSENT, STOPPED_EARLY, overridden_codes
from netmoede_desktop.domain.meeting.closing_facts import missing
from netmoede_desktop.domain.meeting.decide.people import decide_people
from netmoede_desktop.domain.meeting.draft import Draft
from netmoede_desktop.domain.meeting.state import MeetingState, PauseKind
from netmoede_desktop.domain.people.people import Attendance, Role
from netmoede_desktop.domain.refusal import Refused

#: The longest time the room is asked for at once, in minutes.
LONGEST_EXTENSION = 60


def decide_frame(draft: Draft, command: cmd.FrameCommand) -> None:
    """Take the command's events into the draft, or refuse."""
    if isinstance(command, cmd.PeopleCommand):
        decide_people(draft, command)
        return
    match command:
        case cmd.StartMeeting():
            _start(draft, command)
        case cmd.NextPart(confirmed=confirmed):
            go_to_next_part(draft, confirmed=confirmed)
        case cmd.OpenNextRound():
            _open_next_round(draft)
        case cmd.BeginPause(minutes=minutes):
            _begin_pause(draft, minutes)
        case cmd.TimeOut():
            _refuse_if_paused(draft)
            draft.add(ev.PauseBegan(draft.now, PauseKind.TIME_OUT, None, None))
        case cmd.EndPause():
            if draft.state.pause is None:
                raise Refused("not_paused")
            draft.go_on_after_pause()
        case cmd.ShortenTurns() | cmd.DropPart() | cmd.ExtendMeeting():
            _adjust_plan(draft, command)
        case cmd.OverrideRule(code=code, reason=reason):
            draft.add(ev.RuleOverridden(draft.now, code, required_text(reason)))
        case cmd.ReportGap() | cmd.CountGap() | cmd.GapAsPause() | cmd.GoBackToGap():
            _decide_gap(draft, command)
        case cmd.StopMeeting(reason=reason):
            _stop(draft, required_text(reason))
        case cmd.FinishMeeting(reason=reason):
            _finish(draft, reason)
        case _:
            assert_never(command)


def go_to_next_part(draft: Draft, *, confirmed: bool) -> None:
    """Go to the next part; with people waiting only when it is said twice."""
    waiting = queries.waiting(draft.state)
    if waiting and not confirmed:
        raise Refused("people_waiting", people=waiting)
    part = queries.next_part(draft.state)
    if part is None:
        raise Refused("no_more_parts")
    draft.go_on_after_pause()
    draft.enter(part.id)


def _start(draft: Draft, command: cmd.StartMeeting) -> None:
    if draft.state.started is not None:
        raise Refused("already_started")
    attendance = dict(command.attendance)
    for person in attendance:
        draft.person(person)
    everyone = tuple((person, _attendance_of(draft, person, attendance)) for person in draft.state.people)
    draft.add(ev.MeetingStarted(draft.now, everyone))
    _record_over_limit(draft, draft.state.plan.over_reason or command.over_reason)
    draft.enter(draft.state.part)


def _record_over_limit(draft: Draft, reason: str) -> None:
    """Record why the meeting is longer than its hard limit, once; refuses while no reason is given."""
    if not slippage.reason_missing(draft.state):
        return
    words = clean_text(reason)
    if not words:
        raise Refused("over_limit_needs_reason")
    draft.add(ev.RuleOverridden(draft.now, slippage.OVER_HARD_LIMIT, words))


def _attendance_of(draft: Draft, person: str, roll_call: Mapping[str, Attendance]) -> Attendance:
    """The attendance of a person by the roll call; `SENT_WORDS` for somebody absent who has sent a text."""
    attendance = roll_call.get(person, Attendance.PRESENT)
    words = draft.state.words.get(person)
    sent = attendance is Attendance.ABSENT and words is not None and words.text
    return Attendance.SENT_WORDS if sent else attendance


def _open_next_round(draft: Draft) -> None:
    part = queries.next_part_with_turns(draft.state)
    if part is None:
        raise Refused("no_round_ahead")
    draft.go_on_after_pause()
    draft.enter(part.id)


def _begin_pause(draft: Draft, minutes: float) -> None:
    _refuse_if_paused(draft)
    if minutes <= 0:
        raise Refused("pause_too_short", minutes=minutes)
    back_at = draft.now + timedelta(minutes=minutes)
    own = queries.own_break_ahead(draft.state)
    if own is None:
        draft.add(ev.PauseBegan(draft.now, PauseKind.PAUSE, None, back_at))
        return
    if own.id != draft.state.part:
        draft.enter(own.id)
    draft.add(ev.PauseBegan(draft.now, PauseKind.BREAK, own.id, back_at))


def _refuse_if_paused(draft: Draft) -> None:
    if draft.state.pause is not None:
        raise Refused("already_paused")


def _adjust_plan(draft: Draft, command: cmd.PlanCommand) -> None:
    match command:
        case cmd.ShortenTurns():
            shorter = slippage.shortened(draft.state, draft.now)
            if not shorter:
                raise Refused("nothing_to_shorten")
            draft.add(ev.PlanAdjusted(draft.now, planned=tuple(shorter.items())))
        case cmd.DropPart(part=part_id):
            part = next((p for p in slippage.droppable(draft.state) if p.id == part_id), None)
            if part is None:
                raise Refused("part_protected", part=part_id)
            draft.add(ev.PlanAdjusted(draft.now, dropped=(part.id,)))
            if slippage.is_parked(part):
                draft.add(ev.TopicParked(draft.now, part.title))
        case cmd.ExtendMeeting(minutes=minutes, reason=reason):
            if not 0 < minutes <= LONGEST_EXTENSION:
                raise Refused("extension_out_of_range", minutes=minutes, most=LONGEST_EXTENSION)
            draft.add(ev.PlanAdjusted(draft.now, extra_minutes=minutes))
            _record_over_limit(draft, reason)
        case _:
            assert_never(command)


def _decide_gap(draft: Draft, command: cmd.GapCommand) -> None:
    if isinstance(command, cmd.ReportGap):
        _report_gap(draft, command.since)
        return
    if draft.state.gap is None:
        raise Refused("no_gap")
    match command:
        case cmd.CountGap():
            draft.add(ev.GapCounted(draft.now))
        case cmd.GapAsPause():
            draft.add(ev.GapLeftOut(draft.now, rest_word=False))
        case cmd.GoBackToGap():
            draft.add(ev.GapLeftOut(draft.now, rest_word=True))
        case _:
            assert_never(command)


def _report_gap(draft: Draft, since: datetime) -> None:
    """Note a gap to be asked about. Inside a pause it asks nothing: no clock of a person or a part ran.

    One that follows on another is the same gap; where the meeting went on in between, the other one is counted.
    """
    state = draft.state
    if since > draft.now:
        raise Refused("gap_in_future")
    if state.pause is not None:
        return
    since = max(since, state.last_at or since)
    if state.gap is not None and since <= state.gap.until:
        since = state.gap.since
    elif state.gap is not None:
        draft.add(ev.GapCounted(draft.now))
    draft.add(ev.GapFound(draft.now, since, draft.now))


def _stop(draft: Draft, reason: str) -> None:
    draft.go_on_after_pause()
    draft.free_the_floor()
    _record_deviations(draft)
    draft.add(ev.RuleOverridden(draft.now, STOPPED_EARLY, reason), ev.MeetingStopped(draft.now, reason))


def _finish(draft: Draft, reason: str | None) -> None:
    draft.go_on_after_pause()
    draft.free_the_floor()
    left = missing(draft.state)
    if left and reason is None:
        raise Refused("closing_incomplete", missing=left)
    draft.add(*(ev.RuleOverridden(draft.now, code, required_text(reason or "")) for code in overridden_codes(left)))
    outside = _outside_window(draft.state)
    if outside is not None:
        draft.add(ev.RuleOverridden(draft.now, outside.value, ""))
    _record_deviations(draft)
    draft.add(ev.MeetingFinished(draft.now))


def _record_deviations(draft: Draft) -> None:
    """Record who is in no order of the method, and that no parent came; no reason is asked for either."""
    state = draft.state
    if queries.left_out(state):
        draft.add(ev.RuleOverridden(draft.now, NOT_IN_ANY_ORDER, ""))
    parents = [state.presence[key] for key, person in state.people.items() if person.role is Role.PARENT]
    if parents and not any(parent.here or parent.left is not None for parent in parents):
        draft.add(ev.RuleOverridden(draft.now, PARENTS_ABSENT, ""))


def _outside_window(state: MeetingState) -> FollowUpCode | None:
    """The code for a next meeting earlier or later than the method's window, None for one inside it or not agreed."""
    agreed = state.capture.follow_up
    if agreed is None or agreed.at is None:
        return None
    held = queries.starts(state).date()
    remarks = follow_up_remarks(state.plan.method.follow_up, held, agreed.at.date(), held, {})
    outside = (FollowUpCode.TOO_EARLY, FollowUpCode.TOO_LATE)
    return next((remark.code for remark in remarks if remark.code in outside), None)
