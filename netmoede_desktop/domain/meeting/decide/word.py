"""Deciding who has the word: giving, passing, putting off, reading aloud, correcting (R028, R029, R074, R099)."""

from datetime import timedelta
from typing import assert_never

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting import events as ev
from netmoede_desktop.domain.meeting import queries
from netmoede_desktop.domain.meeting.decide.frame import go_to_next_part
from netmoede_desktop.domain.meeting.draft import Draft
from netmoede_desktop.domain.meeting.evolve.word import note_key
from netmoede_desktop.domain.meeting.state import Floor, Note, NoteKey, SentWords, TurnRef
from netmoede_desktop.domain.meeting.vocabulary import TurnState
from netmoede_desktop.domain.people.people import Person
from netmoede_desktop.domain.refusal import Refused


def decide_word(draft: Draft, command: cmd.WordCommand) -> None:
    """Take the command's events into the draft, or refuse."""
    match command:
        case cmd.GoOn():
            _go_on(draft, confirmed=command.confirmed)
        case cmd.GiveWord(person=person):
            _give_word(draft, person)
        case cmd.PassWord(person=person):
            _settle(draft, person, TurnState.PASSED)
        case cmd.DeferWord(person=person):
            _settle(draft, person, TurnState.LATER)
        case cmd.ReadAloud(person=person, by=reader):
            _read_aloud(draft, person, reader)
        case cmd.ItWas(person=person):
            _it_was(draft, person)
        case cmd.BeginRemark(person=person):
            draft.person_here(person)
            draft.add(ev.RemarkBegan(draft.now, person))
        case cmd.ReorderRound(order=order):
            _reorder(draft, order)
        case (
            cmd.RestWord()
            | cmd.ResumeWord()
            | cmd.BackdateWord()
            | cmd.EndRemark()
            | cmd.BeginInterpreting()
            | cmd.EndInterpreting()
            | cmd.LetRun()
            | cmd.AddTime()
        ):
            _decide_floor(draft, command)
        case _:
            assert_never(command)


def _decide_floor(draft: Draft, command: cmd.FloorCommand) -> None:
    """Commands about the turn that has the word. Saying what already is so changes nothing."""
    if isinstance(command, cmd.EndRemark):
        draft.add(ev.RemarkEnded(draft.now))
        return
    floor = draft.state.floor
    if floor is None:
        raise Refused("nobody_speaks")
    match command:
        case cmd.RestWord():
            draft.add(*(() if floor.rests else (ev.WordRested(draft.now),)))
        case cmd.ResumeWord():
            draft.add(*((ev.WordResumed(draft.now),) if floor.rests else ()))
        case cmd.BackdateWord(seconds=seconds):
            _backdate(draft, floor, seconds)
        case cmd.BeginInterpreting():
            draft.add(*(() if floor.interpreting else (ev.InterpreterBegan(draft.now),)))
        case cmd.EndInterpreting():
            draft.add(*((ev.InterpreterEnded(draft.now),) if floor.interpreting else ()))
        case cmd.LetRun():
            draft.add(ev.WordLetRun(draft.now))
        case cmd.AddTime(seconds=seconds):
            _add_time(draft, seconds)
        case _:
            assert_never(command)


def _backdate(draft: Draft, floor: Floor, seconds: float) -> None:
    """Move the beginning of the turn back, as far as there is time to take: never across a part or a pause.

    This also answers an open gap: it is counted.
    """
    started = draft.state.started or draft.now
    if not 0 <= seconds <= (draft.now - started).total_seconds():
        raise Refused("before_start", seconds=seconds)
    if floor.rests or floor.interpreting or floor.remark is not None or draft.state.pause is not None:
        raise Refused("word_rests")
    if draft.state.gap is not None:
        draft.add(ev.GapCounted(draft.now))
    began = draft.now - timedelta(seconds=seconds)
    draft.add(ev.WordBackdated(draft.now, max(began, queries.earliest_beginning(draft.state, floor))))


def _add_time(draft: Draft, seconds: int) -> None:
    """More time for the speaker. A free turn has no budget to add to."""
    turn = draft.state.speaking()
    if turn is not None and turn.budget is not None:
        draft.add(ev.TimeAdded(draft.now, seconds))


def _go_on(draft: Draft, *, confirmed: bool) -> None:
    pause = draft.state.pause
    if pause is not None:
        draft.go_on_after_pause()
        if pause.part == draft.state.part:
            go_to_next_part(draft, confirmed=confirmed)
        return
    ref = queries.next_turn(draft.state) if draft.state.current_part().has_turns else None
    if ref is None:
        go_to_next_part(draft, confirmed=confirmed)
        return
    person = draft.state.people[draft.state.turn(ref).person]
    if queries.is_read_aloud(draft.state, person.id):
        _move_word(draft, person, read_by=_reader(draft, person.id))
    else:
        _give_word(draft, person.id)


def _give_word(draft: Draft, person_id: str) -> None:
    person = _speaker(draft, person_id)
    if queries.sent_words(draft.state, person_id) is not None:
        _move_word(draft, person, read_by=_reader(draft, person_id))
        return
    floor = draft.state.floor
    if floor is not None and not floor.rests and draft.state.turn(floor.turn).person == person_id:
        raise Refused("has_word", person=person_id)
    _move_word(draft, person, read_by=None)


def _reader(draft: Draft, person: str) -> str:
    """Return who reads the person's words aloud. Raises `Refused` (`needs_reader`) where no one present is named."""
    reader = queries.reader_of(draft.state, person)
    if reader is None:
        raise Refused("needs_reader", person=person)
    return reader


def _read_aloud(draft: Draft, person_id: str, reader: str) -> None:
    person = draft.person(person_id)
    if not person.has_turn:
        raise Refused("without_turn", person=person_id, role=person.role)
    draft.person_here(reader)
    if reader == person_id:
        raise Refused("reads_own_words", person=person_id)
    _move_word(draft, person, read_by=reader)


def _move_word(draft: Draft, person: Person, *, read_by: str | None) -> None:
    """Give the word in the current part: the person's open turn there, or an extra one."""
    part = draft.state.current_part()
    if not (part.has_turns or part.has_free_turns):
        raise Refused("part_without_turns", part=part.title)
    draft.go_on_after_pause()
    draft.free_the_floor()
    draft.open_round()
    ref = _open_or_extra_turn(draft, person.id)
    budget = None
    if part.has_turns:
        used = draft.state.turn(ref).own.elapsed(draft.now).total_seconds()
        budget = used + queries.budget_for(draft.state, person.id, draft.now)
    key, words = note_key(draft.state, ref), draft.state.words.get(person.id, SentWords())
    draft.add(ev.WordGiven(draft.now, ref.part, ref.place, budget, read_by))
    if read_by is not None and words.text and words.told_in is None:
        _write_sent_words(draft, key, words.text, read_by)


def _write_sent_words(draft: Draft, key: NoteKey, words: str, reader: str) -> None:
    """Write the sent words as the note of the turn, below any text already there."""
    before = draft.state.capture.notes.get(key, Note(""))
    text = f"{before.text}\n{words}" if before.text else words
    draft.add(ev.NoteWritten(draft.now, key.part, key.person, key.turn, text, before.mark, reader, key.again))


def _settle(draft: Draft, person_id: str, state: TurnState) -> None:
    """*Pas* or *senere*: for the turn that has the word, or for one that has not been offered it yet.

    Somebody else who is speaking goes on; a word that rests is ended.
    """
    person = _speaker(draft, person_id)
    part = draft.state.current_part()
    if not part.has_turns:
        raise Refused("part_without_turns", part=part.title)
    draft.go_on_after_pause()
    draft.open_round()
    floor = draft.state.floor
    speaking = draft.state.speaking()
    own = speaking is not None and speaking.person == person.id and speaking.read_by is None
    words_read = speaking is not None and speaking.person == person.id and not draft.state.presence[person.id].here
    if floor is not None and (own or words_read):
        ref = floor.turn
    else:
        if floor is not None and floor.rests:
            draft.free_the_floor()
        if queries.turn_of(draft.state, part.id, person.id) is None and _has_turn_in(draft, part.id, person.id):
            raise Refused("already_offered", person=person.id)
        ref = _open_or_extra_turn(draft, person.id)
    asked = 1 + max((turn.asked for turn in draft.state.rounds[part.id]), default=0)
    draft.add(ev.TurnSettled(draft.now, ref.part, ref.place, state, asked if state is TurnState.LATER else 0))


def _it_was(draft: Draft, person_id: str) -> None:
    floor = draft.state.floor
    if floor is None:
        raise Refused("nobody_speaks")
    person = _speaker(draft, person_id)
    if draft.state.turn(floor.turn).person == person.id:
        raise Refused("has_word", person=person.id)
    draft.add(ev.TurnMoved(draft.now, _open_or_extra_turn(draft, person.id).place))


def _reorder(draft: Draft, order: tuple[str, ...]) -> None:
    part = draft.state.part
    in_round = {turn.person for turn in draft.state.rounds.get(part, ())}
    if not in_round or set(order) != in_round or len(order) != len(in_round):
        raise Refused("order_differs", part=draft.state.current_part().title)
    draft.add(ev.RoundReordered(draft.now, part, order))


def _speaker(draft: Draft, person_id: str) -> Person:
    """Return a person who can be given the word now, or refuse."""
    person = draft.person(person_id)
    if not person.has_turn:
        raise Refused("without_turn", person=person_id, role=person.role)
    if not queries.can_be_heard(draft.state, person_id):
        raise Refused("not_here", person=person_id)
    return person


def _open_or_extra_turn(draft: Draft, person: str) -> TurnRef:
    part = draft.state.part
    ref = queries.turn_of(draft.state, part, person)
    if ref is not None:
        return ref
    draft.add(ev.TurnAdded(draft.now, part, person, extra=True))
    return TurnRef(part, len(draft.state.rounds[part]) - 1)


def _has_turn_in(draft: Draft, part: str, person: str) -> bool:
    return any(turn.person == person for turn in draft.state.rounds[part])
