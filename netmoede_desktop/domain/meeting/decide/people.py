"""Deciding who is in the room: coming, going, coming back, seats, and the child's own place (R029, R074)."""

from dataclasses import replace
from typing import assert_never

from netmoede_desktop.domain.language.text import clean_text, required_text
from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting import events as ev
from netmoede_desktop.domain.meeting import queries
from netmoede_desktop.domain.meeting.draft import Draft
from netmoede_desktop.domain.meeting.vocabulary import TurnState
from netmoede_desktop.domain.methods.speaking_order import held_to_the_end
from netmoede_desktop.domain.people.people import ChildPlace, Person, Role
from netmoede_desktop.domain.refusal import Refused


def decide_people(draft: Draft, command: cmd.PeopleCommand) -> None:
    """Take the command's events into the draft, or refuse."""
    match command:
        case cmd.AddPerson(person=person):
            _add_person(draft, person)
        case cmd.Arrive(person=person_id):
            draft.person(person_id)
            if draft.state.presence[person_id].here:
                raise Refused("already_here", person=person_id)
            draft.add(ev.PersonArrived(draft.now, person_id))
            _join_round(draft, person_id)
        case cmd.Leave(person=person_id):
            _leave(draft, person_id)
        case cmd.MoveSeats(order=order):
            if set(order) != set(draft.state.people) or len(order) != len(draft.state.people):
                raise Refused("seats_differ")
            draft.add(ev.SeatsMoved(draft.now, order))
            _reopen_if_not_begun(draft)
        case cmd.ChoosePlace(person=person_id, place=place):
            _choose_place(draft, person_id, place)
        case cmd.KeepSentWords():
            _keep_sent_words(draft, command)
        case _:
            assert_never(command)


def _add_person(draft: Draft, person: Person) -> None:
    if person.id in draft.state.people:
        raise Refused("already_here", person=person.id)
    named = replace(person, name=required_text(person.name), called=required_text(person.called))
    draft.add(ev.PersonAdded(draft.now, named), ev.PersonArrived(draft.now, named.id))
    _join_round(draft, named.id)


def _join_round(draft: Draft, person: str) -> None:
    """Offer the current round, at its end, to someone who came and has not had the word in it."""
    state = draft.state
    part = state.current_part()
    turns = state.rounds.get(part.id)
    if turns is None or not part.has_turns or person not in queries.order_of(state, part):
        return
    gone = [i for i, turn in enumerate(turns) if turn.person == person and turn.state is TurnState.GONE]
    if gone:
        draft.add(ev.TurnSettled(draft.now, part.id, gone[0], TurnState.WAITING))
    elif all(turn.person != person for turn in turns):
        draft.add(ev.TurnAdded(draft.now, part.id, person, extra=False))
    else:
        return
    others = tuple(dict.fromkeys(turn.person for turn in turns if turn.person != person))
    last = held_to_the_end(part.order, state.people.values()) & {turn.person for turn in turns if turn.open}
    order = sorted((*others, person), key=lambda who: who in last)
    if gone or order[-1] != person:
        draft.add(ev.RoundReordered(draft.now, part.id, tuple(order)))


def _leave(draft: Draft, person_id: str) -> None:
    person = draft.person_here(person_id)
    leaders = [key for key in draft.state.present() if draft.state.people[key].role is Role.LEADER]
    if person.role is Role.LEADER and len(leaders) == 1:
        raise Refused("last_leader", person=person_id)
    if draft.state.floor is not None and draft.state.floor.remark == person_id:
        draft.add(ev.RemarkEnded(draft.now))
    speaking = draft.state.speaking()
    if speaking is not None and speaking.person == person_id:
        draft.free_the_floor()
    draft.add(ev.PersonLeft(draft.now, person_id))
    if queries.sent_words(draft.state, person_id) is None:
        _settle_as_gone(draft, person_id)


def _settle_as_gone(draft: Draft, person: str) -> None:
    part = draft.state.part
    for index, turn in enumerate(draft.state.rounds.get(part, ())):
        if turn.person == person and turn.open:
            draft.add(ev.TurnSettled(draft.now, part, index, TurnState.GONE))


def _keep_sent_words(draft: Draft, command: cmd.KeepSentWords) -> None:
    """Save them; in a running meeting the round adds the person, or removes them."""
    person = draft.person(command.person)
    if not person.has_turn:
        raise Refused("without_turn", person=person.id, role=person.role)
    if command.reader is not None and draft.person(command.reader).id == person.id:
        raise Refused("reads_own_words", person=person.id)
    text = None if command.text is None else clean_text(command.text)
    draft.add(ev.WordsKept(draft.now, person.id, text, command.reader))
    if draft.state.started is None or draft.state.presence[person.id].here:
        return
    if queries.can_be_heard(draft.state, person.id):
        _join_round(draft, person.id)
    else:
        _settle_as_gone(draft, person.id)


def _choose_place(draft: Draft, person_id: str, place: ChildPlace | None) -> None:
    person = draft.person(person_id)
    if person.role is not Role.CHILD:
        raise Refused("place_is_the_childs", person=person_id)
    if place is not None and place.person is not None:
        draft.person(place.person)
    draft.add(ev.ChildPlaceChosen(draft.now, person_id, place))
    _reopen_if_not_begun(draft)


def _reopen_if_not_begun(draft: Draft) -> None:
    """Give an open round in which no one has been offered the word the order that holds now."""
    part = draft.state.current_part()
    if part.id in draft.state.rounds and part.has_turns and not draft.round_begun():
        draft.add(ev.RoundOpened(draft.now, part.id, queries.order_of(draft.state, part)))
