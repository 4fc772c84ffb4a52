"""What holds in every meeting, however it is pressed."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netmoede_desktop.domain.meeting import queries, slippage
from netmoede_desktop.domain.meeting.clock import ZERO
from netmoede_desktop.domain.meeting.closing_facts import missing
from netmoede_desktop.domain.meeting.decide.dispatch import decided
from netmoede_desktop.domain.meeting.events import Event, NoteWritten, TurnMoved
from netmoede_desktop.domain.meeting.evolve.dispatch import evolve
from netmoede_desktop.domain.meeting.history import History, begin, replay, undo
from netmoede_desktop.domain.meeting.state import MeetingState, NoteKey
from netmoede_desktop.domain.meeting.vocabulary import TurnState
from netmoede_desktop.domain.minutes.from_meeting import record
from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.services.meeting.acts import Act
from tests.domain.meeting.random_meetings import RandomMeeting
from tests.domain.meeting.script import kept_and_read

SEEDS = st.integers(0, 2**32)


def played(seed: int, presses: int) -> tuple[RandomMeeting, History]:
    meeting = RandomMeeting(seed)
    history = begin(meeting.plan)
    for _ in range(presses):
        history = meeting.press(history)
        holds(meeting, history.state)
    return meeting, history


def holds(meeting: RandomMeeting, state: MeetingState) -> None:
    """The invariants of every moment."""
    floor = state.floor
    running = [
        (part, place)
        for part, turns in state.rounds.items()
        for place, turn in enumerate(turns)
        if turn.own.running_since is not None or turn.interpreter.running_since is not None
    ]
    assert running in ([], [] if floor is None else [tuple(floor.turn)])
    if floor is not None:
        assert floor.turn.part == state.part and state.turn(floor.turn).state in (
            TurnState.SPEAKING,
            TurnState.READ_ALOUD,
        )
        assert state.previous != floor.turn
    assert (state.silent_since is None) == (not state.running or (floor is not None and floor.heard))
    parts_running = [part for part, timer in state.part_time.items() if timer.running_since is not None]
    assert parts_running in ([], [state.part])
    for part, turns in state.rounds.items():
        waiting_twice = [turn.person for turn in turns if turn.open]
        assert len(waiting_twice) == len(set(waiting_twice))
        times = [
            time for turn in turns for time in (turn.own.elapsed(meeting.now), turn.interpreter.elapsed(meeting.now))
        ]
        assert all(time >= ZERO for time in times)
        silent = queries.silent_for(state, meeting.now) if part == state.part else None
        spoken = sum(time.total_seconds() for time in times) + (silent or 0.0)
        assert spoken <= queries.part_used(state, part, meeting.now) + 1e-6, (part, spoken)


def asked(meeting: RandomMeeting, history: History) -> None:
    """Everything a face may ask answers, whatever has happened."""
    state, now = history.state, meeting.now
    assert queries.expected_end(state, now) >= (state.ended or now)
    slippage.choices(state, now)
    missing(state)
    queries.own_break_ahead(state)
    facts = record(history)
    assert facts.events == len(meeting.journal)
    assert len({person.display.casefold() for person in facts.people}) == len(facts.people)
    for person in state.people:
        assert queries.budget_for(state, person, now) >= 0


@given(seed=SEEDS)
@settings(max_examples=250)
def test_only_refusals_come_out_and_the_journal_gives_the_meeting_back(seed: int) -> None:
    meeting, history = played(seed, 60)
    asked(meeting, history)
    assert replay(meeting.plan, kept_and_read(meeting.journal)) == history


@given(seed=SEEDS)
@settings(max_examples=100)
def test_deciding_is_pure(seed: int) -> None:
    meeting, history = played(seed, 25)
    for _ in range(10):
        command, state = meeting.command(history), history.state
        answers = []
        for _ in range(2):
            try:
                answers.append(repr(decided(state, command, meeting.now).events))
            except Refused as refusal:
                answers.append(f"{refusal.code} {dict(refusal.facts)}")
        assert answers[0] == answers[1]
        assert history.state is state


def moved(before: MeetingState, act: Act) -> list[tuple[NoteKey, NoteKey]]:
    """The note of a turn that the act gave to somebody else: whose it was, and whose it is."""
    if not any(isinstance(entry.event, TurnMoved) for entry in act.change().entries):
        return []
    assert before.floor is not None
    assert act.history.state.floor is not None
    return [(before.floor.note, act.history.state.floor.note)]


def meant(event: Event, moves: list[tuple[NoteKey, NoteKey]]) -> Event:
    """What was typed, once all those turns have gone back."""
    for whose, other in reversed(moves):
        if isinstance(event, NoteWritten) and (event.part, event.person, event.turn, event.again) == other:
            event = replace(event, part=whose.part, person=whose.person, turn=whose.turn, again=whose.again)
    return event


@given(seed=SEEDS, acts=st.integers(1, 30))
@settings(max_examples=150)
def test_undoing_so_many_acts_gives_back_the_state_before_them_but_what_is_typed(seed: int, acts: int) -> None:
    meeting, history = played(seed, 20)
    expected, steps = history.state, 0
    moves: list[tuple[NoteKey, NoteKey]] = []
    for number in range(acts):
        meeting.now += timedelta(seconds=number)
        act = Act(history, step=number % 3 != 2)
        try:
            act.do(meeting.note(history) if number % 3 == 2 else meeting.command(history), meeting.now)
        except Refused:
            continue
        if act.history.state.ended is not None:
            continue
        moves += moved(history.state, act)
        history = act.history
        steps += any(entry.act is not None for entry in act.change().entries)
        for entry in act.change().entries:
            expected = evolve(expected, meant(entry.event, moves)) if entry.act is None else expected
    for _ in range(steps):
        act = Act(history)
        act.undo(meeting.now)
        history = act.history
    assert replace(history.state, last_at=None) == replace(expected, last_at=None)


@given(seed=SEEDS, acts=st.integers(1, 12))
@settings(max_examples=150)
def test_undoing_so_many_acts_and_bringing_them_again_is_never_having_undone_them(seed: int, acts: int) -> None:
    meeting, history = played(seed, 40)
    count = min(acts, len(history.steps))
    if history.state.ended is not None:
        return
    before = history
    for _ in range(count):
        history = taken(history, meeting.now, back=True)
    for _ in range(count):
        history = taken(history, meeting.now, back=False)
    same = replace(history, events=before.events, undone=before.undone)
    assert replace(same, state=replace(same.state, last_at=before.state.last_at)) == before
    assert history.events == before.events + 2 * count


def taken(history: History, now: datetime, *, back: bool) -> History:
    act = Act(history)
    act.undo(now) if back else act.redo(now)
    return act.history


def test_the_random_meetings_reach_far() -> None:
    """A control: if the meetings were refused at the door, the properties above would hold for nothing."""
    kinds: set[str] = set()
    refused: set[str] = set()
    parts: set[str] = set()
    for seed in range(150):
        meeting, history = played(seed, 90)
        kinds |= {type(entry.event).__name__ for entry in meeting.journal}
        refused |= meeting.refused
        parts.add(history.state.part)
    assert len(kinds) >= 44 and "Redone" in kinds, kinds
    assert len(refused) >= 25 and len(parts) >= 7


@pytest.mark.campaign
@given(seed=SEEDS)
@settings(max_examples=3000)
def test_many_long_meetings(seed: int) -> None:
    meeting, history = played(seed, 150)
    asked(meeting, history)
    assert replay(meeting.plan, kept_and_read(meeting.journal)) == history
    if history.state.ended is None and history.steps:
        assert undo(history, meeting.now).act == history.steps[-1].act
