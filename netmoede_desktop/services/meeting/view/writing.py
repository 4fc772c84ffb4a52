"""The written texts in the mødeleder's window: notes, agreements with their remarks, reservations."""

from collections.abc import Mapping
from datetime import date

from netmoede_desktop.domain.agreements.agreements import Agreement, AgreementCheck, Participant, checks
from netmoede_desktop.domain.meeting.state import MeetingState
from netmoede_desktop.domain.methods.speaking_order import heard_when_away
from netmoede_desktop.domain.people.people import Attendance, Person
from netmoede_desktop.services.meeting.timetable import local
from netmoede_desktop.services.meeting.view.values import AgreementView, NoteView, ReservationView


def notes_view(state: MeetingState, names: Mapping[str, str]) -> tuple[NoteView, ...]:
    """Return the notes by part, in the order they were begun; one without text stays while it has a mark."""
    place = {part.id: index for index, part in enumerate(state.parts)}
    titles = {part.id: part.title for part in state.parts}
    written = sorted(state.capture.notes.items(), key=lambda item: place[item[0].part])
    return tuple(
        NoteView(
            key=key,
            name=names[key.person],
            part_title=titles[key.part],
            text=note.text,
            mark=note.mark,
            read_by=note.read_by,
            reader="" if note.read_by is None else names.get(note.read_by, ""),
        )
        for key, note in written
        if (note.text or note.mark is not None) and key.person in names
    )


def agreements_view(
    state: MeetingState, names: Mapping[str, str], today: date
) -> tuple[tuple[AgreementView, ...], tuple[AgreementCheck, ...]]:
    """Return the agreements by number, each with the remarks on it, and the remarks on the whole list."""
    in_order = [agreement for _, agreement in sorted(state.capture.agreements.items())]
    always = state.plan.method.deadline_always
    found = checks(in_order, _participants(state), _follow_up(state), today, deadline_always=always)
    by_number: dict[int | None, list[AgreementCheck]] = {}
    for check in found:
        by_number.setdefault(check.number, []).append(check)
    views = tuple(
        _agreement(state, agreement, names, tuple(by_number.get(agreement.number, ()))) for agreement in in_order
    )
    return views, tuple(by_number.get(None, ()))


def reservations_view(state: MeetingState, names: Mapping[str, str]) -> tuple[ReservationView, ...]:
    """Return the reservations in the order they were made."""
    return tuple(ReservationView(person, names[person], text) for person, text in state.capture.reservations)


def _agreement(
    state: MeetingState, agreement: Agreement, names: Mapping[str, str], found: tuple[AgreementCheck, ...]
) -> AgreementView:
    owner = None if agreement.owner is None else state.people.get(agreement.owner)
    return AgreementView(
        number=agreement.number,
        text=agreement.text,
        owner=agreement.owner,
        owner_name="" if owner is None else names[owner.id],
        owner_relation="" if owner is None else owner.relation,
        start=agreement.start,
        due=agreement.due,
        sign=agreement.sign,
        answer=agreement.answer,
        answered_at=None if agreement.answered_at is None else local(state, agreement.answered_at),
        carried=agreement.carried,
        started=agreement.started,
        status=agreement.status,
        result=agreement.result,
        settled=agreement.settled,
        unanswered=agreement.unanswered,
        priority=agreement.priority,
        checks=found,
    )


def _participants(state: MeetingState) -> list[Participant]:
    return [Participant(p.id, p.role, p.network, _attendance(state, p)) for p in state.people.values()]


def _attendance(state: MeetingState, person: Person) -> Attendance:
    """Before the roll call everyone is expected; words that are heard without their person count as being there."""
    presence = state.presence[person.id]
    if state.started is None or (heard_when_away(person) and presence.left is None):
        return Attendance.PRESENT
    return presence.attendance


def _follow_up(state: MeetingState) -> date | None:
    follow_up = state.capture.follow_up
    return None if follow_up is None or follow_up.at is None else follow_up.at.date()
