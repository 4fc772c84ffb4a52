"""Folding is total: an event that finds nothing to change changes nothing, so that an old journal always folds."""

from dataclasses import replace
from datetime import timedelta

import pytest

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting import events as ev
from netmoede_desktop.domain.meeting.evolve.dispatch import evolve, initial_state
from netmoede_desktop.domain.meeting.history import Entry, advance, begin, replay
from netmoede_desktop.domain.minutes.from_meeting import record
from netmoede_desktop.domain.people.people import Attendance
from tests.domain.meeting.script import STARTS, Told, plan, replayed

AT = STARTS + timedelta(minutes=9)


@pytest.mark.parametrize(
    "event",
    [
        ev.TurnEnded(AT),
        ev.TurnMoved(AT, 1),
        ev.WordRested(AT),
        ev.WordResumed(AT),
        ev.WordBackdated(AT, STARTS),
        ev.RemarkBegan(AT, "lone"),
        ev.RemarkEnded(AT),
        ev.InterpreterBegan(AT),
        ev.InterpreterEnded(AT),
        ev.WordLetRun(AT),
        ev.TimeAdded(AT, 60),
        ev.GapLeftOut(AT, rest_word=True),
        ev.GapCounted(AT),
        ev.AgreementDropped(AT, 9),
        ev.PrivateMoved(AT, "9"),
        ev.Undone(AT, 9),
        ev.Redone(AT, 9),
    ],
    ids=lambda event: type(event).__name__,
)
def test_an_event_with_nothing_to_change_changes_nothing(event: ev.Event) -> None:
    state = Told().starts().enters("åbning").state
    assert evolve(state, event) == replace(state, last_at=AT)


def test_before_it_begins_everyone_is_expected_and_nobody_here() -> None:
    state = initial_state(plan())
    assert state.present() == () and state.speaking() is None and not state.running
    assert {presence.attendance for presence in state.presence.values()} == {Attendance.ABSENT}
    assert state.current_part().id == "velkomst" and state.planned == state.promised


def test_a_wiped_note_and_a_note_in_no_turn_fold() -> None:
    told = Told().starts().notes("lone", "x").notes("lone", "")
    assert record(told.history).notes == ()
    assert replayed(told) == told.history


def test_typing_before_the_first_act_is_kept_when_that_act_is_taken_back() -> None:
    told = Told().starts().does(cmd.ParkTopic("Ferien")).notes("lone", "Hej").undoes()
    assert [note.text for note in record(told.history).notes] == ["Hej"]
    assert replayed(told) == told.history


def test_an_act_is_all_entries_with_its_number() -> None:
    history = begin(plan())
    started = ev.MeetingStarted(STARTS, tuple((person.id, Attendance.PRESENT) for person in plan().people))
    entries = [Entry(1, 1, started), Entry(2, 2, ev.TopicParked(AT, "a")), Entry(3, 2, ev.TopicParked(AT, "b"))]
    for entry in entries:
        history = advance(history, entry)
    assert [len(step.events) for step in history.steps] == [1, 2] and history.last_act == 2
    history = advance(history, Entry(4, None, ev.Undone(AT, 2)))
    assert history.state.capture.parked == () and history.events == 4
    assert replay(plan(), [*entries, Entry(4, None, ev.Undone(AT, 2))]) == history
