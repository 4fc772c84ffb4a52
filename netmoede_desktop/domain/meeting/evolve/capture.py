"""Folding the written things: notes, board, agreements and the rest. Returns the new `Capture`."""

from dataclasses import replace
from typing import assert_never

from netmoede_desktop.domain.agreements.agreements import Agreement
from netmoede_desktop.domain.agreements.follow_up import FollowUpRecord
from netmoede_desktop.domain.meeting import events as ev
from netmoede_desktop.domain.meeting.state import Capture, MeetingState, Note, NoteKey

CaptureEvent = (
    ev.NoteWritten
    | ev.BoardWritten
    | ev.PrivateTaken
    | ev.PrivateMoved
    | ev.TopicParked
    | ev.ReservationMade
    | ev.ExperienceTold
    | ev.AgreementEvent
    | ev.FollowUpSet
)


def evolve_capture(state: MeetingState, event: CaptureEvent) -> Capture:
    """Return the written things after the event."""
    capture = state.capture
    match event:
        case ev.NoteWritten():
            return replace(capture, notes={**capture.notes, **_note(state, event)})
        case ev.BoardWritten():
            return replace(capture, board=_board(capture.board, event))
        case ev.PrivateTaken(note=note):
            return capture if note in capture.private else replace(capture, private=(*capture.private, note))
        case ev.PrivateMoved(note=note):
            return replace(capture, private=tuple(kept for kept in capture.private if kept != note))
        case ev.TopicParked(text=text):
            return replace(capture, parked=(*capture.parked, text))
        case ev.ReservationMade(person=person, text=text):
            return replace(capture, reservations=(*capture.reservations, (person, text)))
        case ev.ExperienceTold(text=text):
            return replace(capture, experience=(*capture.experience, text))
        case (
            ev.AgreementWritten()
            | ev.AgreementDropped()
            | ev.AgreementAnswered()
            | ev.StatusGiven()
            | ev.AgreementsRanked()
        ):
            return replace(capture, agreements=_agreements(capture, event))
        case ev.FollowUpSet():
            return replace(capture, follow_up=FollowUpRecord(event.when, event.none_reason, event.place))
        case _:
            assert_never(event)


def _note(state: MeetingState, event: ev.NoteWritten) -> dict[NoteKey, Note]:
    key = NoteKey(event.part, event.person, event.turn, event.again)
    before = state.capture.notes.get(key)
    if before is not None:
        without = before.without
    else:
        without = tuple(
            who for who, presence in state.presence.items() if presence.left is not None and not presence.here
        )
    return {key: Note(event.text, event.mark, event.read_by, without)}


def _board(board: tuple[str, ...], event: ev.BoardWritten) -> tuple[str, ...]:
    if event.index is None:
        return (*board, event.text)
    changed = (event.text,) if event.text else ()
    return (*board[: event.index], *changed, *board[event.index + 1 :])


def _agreements(capture: Capture, event: ev.AgreementEvent) -> dict[int, Agreement]:
    agreements = dict(capture.agreements)
    match event:
        case ev.AgreementWritten(number=number):
            before = agreements.get(number)
            fresh = Agreement(number, event.text, event.owner, event.start, event.due, event.sign)
            fresh = replace(fresh, carried=event.started, started=event.started)
            if before is not None:
                fresh = replace(before, text=event.text, owner=event.owner, start=event.start, due=event.due)
                fresh = replace(fresh, sign=event.sign, answer=None, answered_at=None)
            agreements[number] = fresh
        case ev.AgreementDropped(number=number):
            agreements.pop(number, None)
        case ev.AgreementAnswered(number=number):
            before = agreements[number]
            text = before.text if event.text is None else event.text
            agreements[number] = replace(before, text=text, answer=event.answer, answered_at=event.at)
        case ev.StatusGiven(number=number, value=value):
            agreements[number] = replace(agreements[number], status=value, result=event.result)
        case ev.AgreementsRanked(order=order):
            ranks = {number: rank for rank, number in enumerate(order, start=1)}
            agreements = {key: replace(value, priority=ranks.get(key)) for key, value in agreements.items()}
        case _:
            assert_never(event)
    return agreements
