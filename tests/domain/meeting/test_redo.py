"""Redo: what undo took back is there again as if it had never gone, until the next act (*Gendan*)."""

from dataclasses import replace

import pytest

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting.events import Redone
from netmoede_desktop.domain.meeting.history import Entry, advance
from netmoede_desktop.domain.minutes.from_meeting import record
from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.domain.refusal import Refused
from tests.domain.meeting.script import Told, replayed
from tests.domain.meeting.test_undo import ACTS, ready, then


@pytest.mark.parametrize("commands", ACTS, ids=lambda commands: "+".join(type(each).__name__ for each in commands))
def test_an_act_taken_back_and_brought_again_was_never_taken_back(commands: tuple[cmd.Command, ...]) -> None:
    never = ready().does(*commands).after(7)
    told = ready().does(*commands).after(3).undoes().after(4).redoes()
    assert then(told.state) == then(never.state) and told.state.last_at == told.now
    assert replace(told.history, state=never.state, events=never.history.events) == never.history
    assert replayed(told) == told.history


def test_the_clock_of_who_is_given_the_word_again_never_stopped() -> None:
    told = ready().gives("peter").after(20).undoes().after(30).expects(speaking="lone", spoken=70.0)
    told.redoes().expects(speaking="peter", spoken=50.0)
    assert told.spoken("lone") == 20


def test_several_acts_come_again_in_the_order_they_were_done() -> None:
    told = ready().does(cmd.ParkTopic("En")).does(cmd.ParkTopic("To")).gives("peter").undoes(3)
    told.redoes().redoes()
    assert record(told.history).parked == ("En", "To")
    told.expects(speaking="lone").redoes().expects(speaking="peter")
    with pytest.raises(Refused, match="nothing_to_redo"):
        told.redoes()


def test_what_is_typed_between_stays_with_what_comes_again() -> None:
    told = ready().gives("peter").notes("peter", "Ja").undoes().notes("lone", "Jeg ønsker ro").redoes()
    told.expects(speaking="peter")
    written = {note.person: note.text for note in record(told.history).notes}
    assert written == {"peter": "Ja", "lone": "Jeg ønsker ro"}
    told.undoes()
    assert {note.person: note.text for note in record(told.history).notes} == written
    assert replayed(told) == told.history


def test_typing_between_two_undos_is_kept_through_both_redos() -> None:
    told = ready().does(cmd.ParkTopic("En")).gives("peter").undoes().notes("lone", "A").undoes().notes("peter", "B")
    told.redoes(2).expects(speaking="peter")
    assert {note.person: note.text for note in record(told.history).notes} == {"lone": "A", "peter": "B"}
    assert record(told.history).parked == ("En",) and replayed(told) == told.history


@pytest.mark.parametrize("act", [cmd.WriteBoard("To"), cmd.AddTime(), cmd.GiveWord("peter")], ids=str)
def test_any_other_act_ends_it(act: cmd.Command) -> None:
    told = ready().does(cmd.ParkTopic("En")).undoes().does(act)
    with pytest.raises(Refused, match="nothing_to_redo"):
        told.redoes()


def test_the_start_of_the_meeting_ends_it_too() -> None:
    told = Told().does(cmd.AddPerson(Person("ole", "Ole Vang", "Ole", Role.PRIVATE))).undoes().starts()
    with pytest.raises(Refused, match="nothing_to_redo"):
        told.redoes()


def test_nothing_is_brought_again_after_the_end() -> None:
    told = ready().does(cmd.ParkTopic("En")).undoes().does(cmd.StopMeeting("Brand"))
    with pytest.raises(Refused, match="meeting_ended"):
        told.redoes()


def test_an_act_that_wrote_a_note_never_writes_over_newer_words() -> None:
    moved = (cmd.WriteNote("lone", "Jeg er træt\nhusk pausen"), cmd.MovePrivate("9"))
    told = ready().does(cmd.TakePrivate("9")).notes("lone", "Jeg er træt").does(*moved).undoes(2)
    told.notes("lone", "Jeg er træt i dag").redoes()
    assert told.state.capture.private == ("9",)
    with pytest.raises(Refused, match="nothing_to_redo"):
        told.redoes()
    assert [note.text for note in record(told.history).notes] == ["Jeg er træt i dag"]
    assert replayed(told) == told.history


def test_a_counter_event_that_fits_no_act_taken_back_changes_nothing() -> None:
    told = ready().does(cmd.ParkTopic("En")).undoes()
    history = advance(told.history, Entry(told.history.events + 1, None, Redone(told.now, 999)))
    assert history.state == told.state and history.undone == told.history.undone
