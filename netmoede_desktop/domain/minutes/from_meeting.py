"""The facts of a meeting, taken from its state, for every paper and `meeting.json`."""

from dataclasses import replace
from datetime import datetime, timedelta

from netmoede_desktop.domain.agreements.agreements import Agreement
from netmoede_desktop.domain.dates.place_time import wall_clock
from netmoede_desktop.domain.meeting.clock import Timer
from netmoede_desktop.domain.meeting.closing_facts import unheard_rounds
from netmoede_desktop.domain.meeting.history import History
from netmoede_desktop.domain.meeting.plan import CarriedAgreement
from netmoede_desktop.domain.meeting.state import MeetingState, Turn
from netmoede_desktop.domain.meeting.vocabulary import TurnState
from netmoede_desktop.domain.methods.method import PartKind
from netmoede_desktop.domain.minutes.record import (
    AgreementRecord,
    EarlierWording,
    MeetingRecord,
    NoteRecord,
    PartRecord,
    PauseRecord,
    PersonRecord,
    ReservationRecord,
    TurnRecord,
)
from netmoede_desktop.domain.people.people import Attendance, Role, display_names


def record(history: History) -> MeetingRecord:
    """Return the facts of the meeting in its present state. A running clock is read at the last event."""
    plan = history.state.plan
    return replace(
        _as_led(history),
        principles=plan.method.principles,
        called=plan.method.called,
        follow_up_rule=plan.method.follow_up,
        hard_limit=plan.method.hard_limit(interpreter=plan.interpreter),
        deadline_always=plan.method.deadline_always,
        not_said=plan.not_said,
    )


def _as_led(history: History) -> MeetingRecord:
    """The facts but those that are the plan's and the method's own."""
    state, plan = history.state, history.state.plan
    return MeetingRecord(
        case_reference=plan.case_reference,
        child=plan.child,
        method_id=plan.method.id,
        method_version=plan.method.version,
        method_name=plan.method.name,
        number_in_series=plan.number_in_series,
        place=plan.place,
        purpose=plan.purpose,
        planned_start=plan.starts.replace(tzinfo=None),
        planned_minutes=plan.planned_minutes,
        people=_people(state),
        parts=_parts(state),
        turns=_turns(state),
        notes=_notes(state),
        board=state.capture.board,
        agreements=_agreements(state),
        reservations=tuple(ReservationRecord(person, text) for person, text in state.capture.reservations),
        experience=state.capture.experience,
        parked=state.capture.parked,
        pauses=_pauses(state),
        follow_up=state.capture.follow_up,
        overridden=tuple(dict.fromkeys(code for code, _ in state.overridden)),
        stop_reason=state.stop_reason,
        started=_local(state, state.started),
        ended=_local(state, state.ended),
        finished=state.ended is not None,
        events=history.events,
        last_at=_local(state, state.last_at),
        reasons=tuple((code, reason) for code, reason in state.overridden if reason),
        responsible=_responsible(state),
        author=_scribe(state) or _responsible(state),
        extra_minutes=state.extra_minutes,
    )


def _responsible(state: MeetingState) -> str | None:
    """The person responsible for a referat in writing (R027): the mødeleder, the main one where there are several."""
    leaders = [person for person in state.people.values() if person.role is Role.LEADER]
    main = next((person.id for person in leaders if person.main), None)
    return main or next((person.id for person in leaders), None)


def _scribe(state: MeetingState) -> str | None:
    """The referent who came; without one the mødeleder writes it (R026, R133)."""
    away = (Attendance.ABSENT, Attendance.SENT_WORDS)
    scribes = (person.id for person in state.people.values() if person.role is Role.SCRIBE)
    return next((who for who in scribes if state.presence[who].attendance not in away), None)


def _now(state: MeetingState) -> datetime:
    return state.ended or state.last_at or state.plan.starts


def _local(state: MeetingState, at: datetime | None) -> datetime | None:
    """The instant as the clock on the wall showed it."""
    return None if at is None else wall_clock(at, state.plan.starts)


def _seconds(time: timedelta) -> int:
    return round(time.total_seconds())


def _people(state: MeetingState) -> tuple[PersonRecord, ...]:
    shown = display_names(state.people.values())
    return tuple(
        PersonRecord(
            id=person.id,
            name=person.name,
            called=person.called,
            display=shown[person.id],
            role=person.role,
            relation=person.relation,
            network=person.network,
            attendance=state.presence[person.id].attendance,
            receives_minutes=person.receives_minutes,
            protected_address=person.protected_address,
            arrived=_local(state, state.presence[person.id].arrived),
            left=_local(state, state.presence[person.id].left),
            party=person.party,
        )
        for person in state.people.values()
    )


def _parts(state: MeetingState) -> tuple[PartRecord, ...]:
    phases = {phase.id: phase for phase in state.plan.method.phases}
    unheard = unheard_rounds(state)
    return tuple(
        PartRecord(
            id=part.id,
            title=part.title,
            phase=part.phase,
            phase_title=phases[part.phase].title,
            plain_phase=phases[part.phase].plain,
            planned_seconds=state.planned[part.id],
            used_seconds=_seconds(state.part_time.get(part.id, Timer()).elapsed(_now(state))),
            begun=part.id in state.part_time,
            nobody_heard=part.id in unheard,
            rests=part.kind is PartKind.BREAK,
            heading=part.heading,
            task=part.task,
            dropped=part.id in state.dropped,
        )
        for part in state.parts
    )


def _turns(state: MeetingState) -> tuple[TurnRecord, ...]:
    """Those offered or waiting in the rounds that somebody has been offered the word in, extra turns after them."""
    found: list[TurnRecord] = []
    for part in state.parts:
        turns = state.rounds.get(part.id, ())
        if all(turn.state in (TurnState.WAITING, TurnState.GONE) for turn in turns):
            continue
        in_order = sorted(turns, key=lambda turn: turn.extra)
        found += [_turn(state, part.id, turn) for turn in in_order]
    return tuple(found)


def _turn(state: MeetingState, part: str, turn: Turn) -> TurnRecord:
    now = _now(state)
    own, interpreter = _seconds(turn.own.elapsed(now)), _seconds(turn.interpreter.elapsed(now))
    return TurnRecord(part, turn.person, turn.state, own, interpreter)


def _notes(state: MeetingState) -> tuple[NoteRecord, ...]:
    """Notes by part, in the order they were written. Only who came back is named as having been out."""
    place = {part.id: index for index, part in enumerate(state.parts)}
    came_back = {who for who, presence in state.presence.items() if presence.here and presence.left is not None}
    written = sorted(state.capture.notes.items(), key=lambda item: place[item[0].part])
    return tuple(
        NoteRecord(
            part=key.part,
            person=key.person,
            text=note.text,
            mark=note.mark,
            read_aloud_by=note.read_by,
            without=tuple(who for who in note.without if who in came_back),
        )
        for key, note in written
        if note.text and key.person in state.people
    )


def _agreements(state: MeetingState) -> tuple[AgreementRecord, ...]:
    earlier = {one.number: one for one in state.plan.carried}
    return tuple(
        AgreementRecord(
            number=agreement.number,
            text=agreement.text,
            owner=agreement.owner,
            start=agreement.start,
            due=agreement.due,
            sign=agreement.sign,
            answer=agreement.answer,
            answered=_local(state, agreement.answered_at),
            status=agreement.status,
            carried=agreement.carried,
            started=agreement.started,
            result=agreement.result,
            priority=agreement.priority,
            before=_before(agreement, earlier.get(agreement.number)),
            answered_before=earlier[agreement.number].answer if agreement.number in earlier else None,
        )
        for _, agreement in sorted(state.capture.agreements.items())
    )


def _before(agreement: Agreement, earlier: CarriedAgreement | None) -> EarlierWording | None:
    if earlier is None or not agreement.carried:
        return None
    then = EarlierWording(earlier.text, earlier.start, earlier.due, earlier.sign)
    now = EarlierWording(agreement.text, agreement.start, agreement.due, agreement.sign)
    return None if now == then else then


def _pauses(state: MeetingState) -> tuple[PauseRecord, ...]:
    now = _now(state)
    return tuple(
        PauseRecord(
            started=wall_clock(pause.started, state.plan.starts),
            seconds=_seconds((pause.ended or now) - pause.started),
            part=pause.part,
        )
        for pause in state.pauses
    )
