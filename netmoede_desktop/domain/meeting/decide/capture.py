"""Deciding about written things, in any part of the meeting (R100, R114, R115, R117–R119, R142)."""

from typing import assert_never

from netmoede_desktop.domain.agreements.agreements import Agreement, Answer
from netmoede_desktop.domain.language.text import clean_text, one_line, required_text
from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting import events as ev
from netmoede_desktop.domain.meeting import queries
from netmoede_desktop.domain.meeting.draft import Draft
from netmoede_desktop.domain.meeting.evolve.word import free_key
from netmoede_desktop.domain.meeting.state import MeetingState, NoteKey
from netmoede_desktop.domain.methods.speaking_order import heard_when_away
from netmoede_desktop.domain.refusal import Refused

#: The longest place of a next meeting, in characters.
LONGEST_PLACE = 200


def decide_capture(draft: Draft, command: cmd.CaptureCommand) -> None:
    """Take the command's event into the draft, or refuse."""
    now = draft.now
    match command:
        case cmd.WriteNote():
            _write_note(draft, command)
        case cmd.WriteBoard():
            _write_board(draft, command)
        case cmd.TakePrivate(note=note):
            draft.add(ev.PrivateTaken(now, note))
        case cmd.MovePrivate(note=note):
            if note not in draft.state.capture.private:
                raise Refused("private_note_gone")
            draft.add(ev.PrivateMoved(now, note))
        case cmd.ParkTopic(text=text):
            draft.add(ev.TopicParked(now, required_text(text)))
        case cmd.Reserve(person=person, text=text):
            draft.add(ev.ReservationMade(now, draft.person(person).id, required_text(text)))
        case cmd.TellExperience(text=text):
            draft.add(ev.ExperienceTold(now, required_text(text)))
        case (
            cmd.WriteAgreement() | cmd.DropAgreement() | cmd.AnswerAgreement() | cmd.GiveStatus() | cmd.RankAgreements()
        ):
            _decide_agreement(draft, command)
        case cmd.SetFollowUp():
            _set_follow_up(draft, command)
        case cmd.DeclineFollowUp(reason=reason):
            draft.add(ev.FollowUpSet(now, None, required_text(reason)))
        case _:
            assert_never(command)


def _write_note(draft: Draft, command: cmd.WriteNote) -> None:
    """A note typed to nothing is deleted; any other is saved as it was written."""
    state = draft.state
    draft.person(command.person)
    if command.read_by is not None:
        draft.person(command.read_by)
    part = command.part or state.part
    if part not in {known.id for known in state.parts}:
        raise Refused("unknown_part", part=part)
    if command.turn is None:
        key = _latest_key(state, part, command.person)
    else:
        key = NoteKey(part, command.person, command.turn, command.again)
    if command.added:
        key = free_key(state.capture.notes, key)
    text = clean_text(command.text)
    note = ev.NoteWritten(draft.now, part, command.person, key.turn, text, command.mark, command.read_by, key.again)
    draft.add(note)


def _latest_key(state: MeetingState, part: str, person: str) -> NoteKey:
    """Which note is meant by a person's words in a part: those of the running turn, else the latest."""
    if state.floor is not None and state.floor.note[:2] == (part, person):
        return state.floor.note
    turns = sum(other.person == person for other in state.rounds.get(part, ()))
    first = NoteKey(part, person, max(turns - 1, 0))
    return max((key for key in state.capture.notes if key[:3] == first[:3]), default=first)


def _write_board(draft: Draft, command: cmd.WriteBoard) -> None:
    if command.index is None:
        draft.add(ev.BoardWritten(draft.now, required_text(command.text)))
        return
    if not 0 <= command.index < len(draft.state.capture.board):
        raise Refused("unknown_line", line=command.index)
    draft.add(ev.BoardWritten(draft.now, clean_text(command.text), command.index))


def _decide_agreement(draft: Draft, command: cmd.AgreementCommand) -> None:
    match command:
        case cmd.WriteAgreement():
            _write_agreement(draft, command)
        case cmd.DropAgreement(number=number):
            _agreement(draft, number)
            draft.add(ev.AgreementDropped(draft.now, number))
        case cmd.AnswerAgreement(number=number, answer=answer, text=text):
            if _agreement(draft, number).owner is None:
                raise Refused("answer_needs_owner", number=number)
            if (answer is Answer.CHANGE) != (text is not None):
                raise Refused("text_belongs_to_change", number=number)
            new_text = None if text is None else required_text(text)
            draft.add(ev.AgreementAnswered(draft.now, number, answer, new_text))
        case cmd.GiveStatus(number=number, value=value):
            if not _agreement(draft, number).carried:
                raise Refused("not_from_last_time", number=number)
            allowed = draft.state.plan.method.statuses
            if value not in allowed:
                raise Refused("unknown_status", value=value, allowed=allowed)
            result = None if command.result is None else clean_text(command.result) or None
            draft.add(ev.StatusGiven(draft.now, number, value, result))
        case cmd.RankAgreements(order=order):
            for number in order:
                _agreement(draft, number)
            if len(set(order)) != len(order):
                raise Refused("ranked_twice")
            draft.add(ev.AgreementsRanked(draft.now, order))
        case _:
            assert_never(command)


def _write_agreement(draft: Draft, command: cmd.WriteAgreement) -> None:
    """The owner is someone who is there: has been in the room today, or is heard without being in it.

    Who has had a measure since before the meeting may well be away today.
    """
    started = command.started and command.number is None
    if started and not draft.state.plan.method.lists_measures:
        raise Refused("no_status_part")
    if command.owner is not None:
        owner = draft.person(command.owner)
        presence = draft.state.presence[owner.id]
        if not started and not (presence.here or presence.left is not None or heard_when_away(owner)):
            raise Refused("owner_not_here", person=owner.id)
    number = command.number
    if number is None:
        number = _free_number(draft)
    else:
        _agreement(draft, number)
    sign = None if command.sign is None else clean_text(command.sign) or None
    text = required_text(command.text)
    draft.add(ev.AgreementWritten(draft.now, number, text, command.owner, command.start, command.due, sign, started))


def _free_number(draft: Draft) -> int:
    taken = draft.state.capture.agreements
    return next(number for number in range(1, len(taken) + 2) if number not in taken)


def _agreement(draft: Draft, number: int) -> Agreement:
    agreement = draft.state.capture.agreements.get(number)
    if agreement is None:
        raise Refused("unknown_agreement", number=number)
    return agreement


def _set_follow_up(draft: Draft, command: cmd.SetFollowUp) -> None:
    """The next meeting is a local wall time after this meeting's own start."""
    if command.when <= queries.starts(draft.state).replace(tzinfo=None):
        raise Refused("follow_up_before_meeting", when=command.when)
    place = _usual_place(draft.state) if command.place is None else one_line(command.place, LONGEST_PLACE)
    draft.add(ev.FollowUpSet(draft.now, command.when, place=place))


def _usual_place(state: MeetingState) -> str:
    """The place of the next meeting unless another is named."""
    agreed = state.capture.follow_up
    return state.plan.place if agreed is None or agreed.at is None else agreed.place
