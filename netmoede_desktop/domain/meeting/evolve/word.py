"""Folding the events of the word: who has it, whose clock runs, how a turn ends."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import assert_never

from netmoede_desktop.domain.meeting import events as ev
from netmoede_desktop.domain.meeting.clock import UNUSED, ZERO, Timer
from netmoede_desktop.domain.meeting.state import Floor, MeetingState, Note, NoteKey, SentWords, Turn, TurnRef
from netmoede_desktop.domain.meeting.vocabulary import TurnState
from netmoede_desktop.domain.people.people import PlaceKind

WordEvent = (
    ev.RoundEvent
    | ev.FloorEvent
    | ev.WordGiven
    | ev.WordBackdated
    | ev.TurnEnded
    | ev.TurnMoved
    | ev.WordLetRun
    | ev.TimeAdded
)


def evolve_word(state: MeetingState, event: WordEvent) -> MeetingState:
    """Return the state after an event of the word."""
    match event:
        case ev.RoundOpened() | ev.RoundReordered() | ev.TurnAdded() | ev.TurnSettled():
            return _evolve_round(state, event)
        case ev.WordGiven():
            return _word_given(state, event)
        case ev.TurnEnded():
            return _turn_ended(state, event.at)
        case ev.TurnMoved():
            return _turn_moved(state, event)
        case (
            ev.WordRested()
            | ev.WordResumed()
            | ev.RemarkBegan()
            | ev.RemarkEnded()
            | ev.InterpreterBegan()
            | ev.InterpreterEnded()
        ):
            return _evolve_floor(state, event)
        case ev.WordBackdated():
            return _backdated(state, event.began)
        case ev.WordLetRun():
            return _changed_turn(state, let_run=True)
        case ev.TimeAdded():
            turn = state.speaking()
            return state if turn is None else _changed_turn(state, budget=(turn.budget or 0.0) + event.seconds)
        case _:
            assert_never(event)


def with_turn(state: MeetingState, ref: TurnRef, turn: Turn) -> MeetingState:
    """Return the state with one turn replaced."""
    turns = state.rounds[ref.part]
    changed = (*turns[: ref.place], turn, *turns[ref.place + 1 :])
    return replace(state, rounds={**state.rounds, ref.part: changed})


def retimed(state: MeetingState, at: datetime) -> MeetingState:
    """Return the state with exactly those clocks running that should: the speaker's, the tolk's, the part's."""
    pause = state.pause
    in_part = state.running and (pause is None or pause.part == state.part)
    timer = state.part_time.get(state.part)
    timed_part = (timer or UNUSED).start(at) if in_part else (timer or UNUSED).stop(at)
    if timed_part is not timer:
        state = replace(state, part_time={**state.part_time, state.part: timed_part})
    floor = state.floor
    if floor is None:
        return state
    free = pause is None and floor.remark is None
    turn = state.turn(floor.turn)
    own = free and not floor.rests and not floor.interpreting
    interpreter = free and floor.interpreting
    timed = replace(
        turn,
        own=turn.own.start(at) if own else turn.own.stop(at),
        interpreter=turn.interpreter.start(at) if interpreter else turn.interpreter.stop(at),
    )
    return state if timed == turn else with_turn(state, floor.turn, timed)


def note_key(state: MeetingState, ref: TurnRef) -> NoteKey:
    """Return the key of the note for this turn when the word is given to it."""
    turns = state.rounds[ref.part]
    turn = turns[ref.place]
    place = sum(other.person == turn.person for other in turns[: ref.place])
    return NoteKey(ref.part, turn.person, place, turn.opened)


def free_key(notes: Mapping[NoteKey, Note], key: NoteKey) -> NoteKey:
    """Return the key itself, or the next one of the turn under which nothing is written."""
    while (note := notes.get(key)) is not None and note.written:
        key = key._replace(again=key.again + 1)
    return key


def _evolve_round(state: MeetingState, event: ev.RoundEvent) -> MeetingState:
    match event:
        case ev.RoundOpened(part=part, order=order):
            return replace(state, rounds={**state.rounds, part: tuple(Turn(person) for person in order)})
        case ev.RoundReordered(part=part, order=order):
            return _reordered(state, part, order)
        case ev.TurnAdded(part=part, person=person, extra=extra):
            turns = (*state.rounds.get(part, ()), Turn(person, extra=extra))
            return replace(state, rounds={**state.rounds, part: turns})
        case ev.TurnSettled(part=part, index=index):
            ref = TurnRef(part, index)
            settled = replace(state.turn(ref), state=event.state, asked=event.asked)
            settled = replace(settled, own=settled.own.stop(event.at), interpreter=settled.interpreter.stop(event.at))
            state = with_turn(state, ref, settled)
            if state.floor is not None and state.floor.turn == ref:
                silent = event.at if state.silent_since is None else state.silent_since
                state = replace(state, floor=None, silent_since=silent, previous=ref)
            return state
        case _:
            assert_never(event)


def _reordered(state: MeetingState, part: str, order: tuple[str, ...]) -> MeetingState:
    turns = state.rounds[part]
    place = {person: index for index, person in enumerate(order)}
    indexes = sorted(range(len(turns)), key=lambda i: place.get(turns[i].person, len(order)))
    state = replace(state, rounds={**state.rounds, part: tuple(turns[i] for i in indexes)})
    return _renumbered(state, part, {old: new for new, old in enumerate(indexes)})


def _renumbered(state: MeetingState, part: str, places: Mapping[int, int]) -> MeetingState:
    """Point everything that names a turn of the part to its new place."""

    def moved(ref: TurnRef) -> TurnRef:
        return TurnRef(part, places.get(ref.place, ref.place)) if ref.part == part else ref

    floor, previous, gap = state.floor, state.previous, state.gap
    return replace(
        state,
        floor=None if floor is None else replace(floor, turn=moved(floor.turn)),
        previous=None if previous is None else moved(previous),
        gap=gap if gap is None or gap.turn is None else replace(gap, turn=moved(gap.turn)),
    )


def _word_given(state: MeetingState, event: ev.WordGiven) -> MeetingState:
    ref = TurnRef(event.part, event.index)
    before = state.turn(ref)
    begun = TurnState.READ_ALOUD if event.read_by else TurnState.SPEAKING
    note = note_key(state, ref)
    given = replace(before, state=begun, budget=event.budget, read_by=event.read_by, opened=before.opened + 1)
    state = _with_words_read(with_turn(state, ref, given), note, event.read_by)
    floor = Floor(ref, note, event.at, state.silent_since or event.at, before)
    previous = None if state.previous == ref else state.previous
    return retimed(replace(state, floor=floor, silent_since=None, previous=previous), event.at)


def _with_words_read(state: MeetingState, note: NoteKey, reader: str | None) -> MeetingState:
    """Record who reads a person's sent words, and the note they were written to when they were read first."""
    person = note.person
    words = state.words.get(person)
    place = state.people[person].place
    if reader is None or (words is None and not (place is not None and place.kind is PlaceKind.READ_ALOUD)):
        return state
    words = words or SentWords()
    told_in = note if words.text and words.told_in is None else words.told_in
    return replace(state, words={**state.words, person: replace(words, reader=reader, told_in=told_in)})


def _turn_ended(state: MeetingState, at: datetime) -> MeetingState:
    floor = state.floor
    if floor is None:
        return state
    turn = state.turn(floor.turn)
    ended = TurnState.SPOKEN if turn.state is TurnState.SPEAKING else turn.state
    stopped = replace(turn, state=ended, own=turn.own.stop(at), interpreter=turn.interpreter.stop(at))
    silent = at if state.silent_since is None else state.silent_since
    return replace(with_turn(state, floor.turn, stopped), floor=None, silent_since=silent, previous=floor.turn)


def _turn_moved(state: MeetingState, event: ev.TurnMoved) -> MeetingState:
    floor = state.floor
    if floor is None:
        return state
    ref = TurnRef(floor.turn.part, event.index)
    wrong, right = state.turn(floor.turn), state.turn(ref)
    from_key, to_key = floor.note, free_key(state.capture.notes, note_key(state, ref))
    taken = floor.taken_from
    moved = replace(
        right,
        state=wrong.state,
        budget=wrong.budget,
        own=replace(wrong.own, spent=wrong.own.spent + right.own.spent - taken.own.spent),
        interpreter=replace(
            wrong.interpreter, spent=wrong.interpreter.spent + right.interpreter.spent - taken.interpreter.spent
        ),
        let_run=wrong.let_run,
        read_by=wrong.read_by,
        opened=right.opened + 1,
    )
    if moved.budget is not None:
        more = right.own.spent - taken.own.spent
        moved = replace(moved, budget=moved.budget + more.total_seconds())
    state = with_turn(with_turn(state, floor.turn, taken), ref, moved)
    previous = None if state.previous == ref else state.previous
    gap = state.gap if state.gap is None or state.gap.turn != floor.turn else replace(state.gap, turn=ref)
    state = replace(state, floor=replace(floor, turn=ref, note=to_key, taken_from=right), previous=previous, gap=gap)
    return _without_empty_extra(_with_note_moved(state, from_key, to_key), floor.turn)


def _with_note_moved(state: MeetingState, from_key: NoteKey, to_key: NoteKey) -> MeetingState:
    """Move the note of the running turn; words its person had sent stay theirs, and are still to be read."""
    notes = dict(state.capture.notes)
    note = notes.pop(from_key, None)
    words = state.words.get(from_key.person)
    if words is not None and words.told_in == from_key:
        state = replace(state, words={**state.words, from_key.person: replace(words, told_in=None)})
        note = None if note is None or note.text == words.text else note
    if note is None:
        return replace(state, capture=replace(state.capture, notes=notes))
    notes[to_key] = note
    return replace(state, capture=replace(state.capture, notes=notes))


def _without_empty_extra(state: MeetingState, ref: TurnRef) -> MeetingState:
    """Drop the extra turn that was made for the wrong person, so that it does not wait in the round."""
    turns = state.rounds[ref.part]
    left_over = turns[ref.place]
    if not (left_over.extra and left_over.state is TurnState.WAITING):
        return state
    rest = (*turns[: ref.place], *turns[ref.place + 1 :])
    shorter = replace(state, rounds={**state.rounds, ref.part: rest})
    return _renumbered(shorter, ref.part, {place: place - 1 for place in range(ref.place + 1, len(turns))})


def _evolve_floor(state: MeetingState, event: ev.FloorEvent) -> MeetingState:
    if state.floor is None:
        return state
    floor = state.floor
    match event:
        case ev.WordRested():
            floor = replace(floor, rests=True)
        case ev.WordResumed():
            floor = replace(floor, rests=False)
        case ev.RemarkBegan(person=person):
            floor = replace(floor, remark=person)
        case ev.RemarkEnded():
            floor = replace(floor, remark=None)
        case ev.InterpreterBegan():
            floor = replace(floor, interpreting=True)
        case ev.InterpreterEnded():
            floor = replace(floor, interpreting=False)
        case _:
            assert_never(event)
    silent = None if floor.heard else state.silent_since or event.at
    return retimed(replace(state, floor=floor, silent_since=silent), event.at)


def _backdated(state: MeetingState, began: datetime) -> MeetingState:
    """The running turn began at another moment; what it takes of the time before comes from the turn before it."""
    floor = state.floor
    if floor is None:
        return state
    turn = state.turn(floor.turn)
    running = turn.own.running_since
    if running is not None and began >= running:
        own = Timer(floor.taken_from.own.spent, began)
    else:
        own = turn.own.without(began - floor.since)
    state = with_turn(state, floor.turn, replace(turn, own=own))
    if state.previous is not None:
        before = state.turn(state.previous)
        taken = _before(floor.free_since, began) - _before(floor.free_since, floor.since)
        state = with_turn(state, state.previous, replace(before, own=before.own.without(taken)))
    return replace(state, floor=replace(floor, since=began))


def _before(free_since: datetime, began: datetime) -> timedelta:
    return max(free_since - began, ZERO)


def _changed_turn(state: MeetingState, **changes: object) -> MeetingState:
    floor = state.floor
    if floor is None:
        return state
    return with_turn(state, floor.turn, replace(state.turn(floor.turn), **changes))  # type: ignore[arg-type]
