"""Undo: whole acts, at least twenty, nothing typed lost, clocks as if they had never stopped."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from netmoede_desktop.domain.agreements.agreements import Answer
from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting.events import TurnEnded, Undone, WordGiven
from netmoede_desktop.domain.meeting.history import STEPS_KEPT, Entry, History, advance, replay
from netmoede_desktop.domain.meeting.plan import CarriedAgreement
from netmoede_desktop.domain.meeting.state import MeetingState
from netmoede_desktop.domain.minutes.from_meeting import record
from netmoede_desktop.domain.people.people import ChildPlace, Person, PlaceKind, Role
from netmoede_desktop.domain.refusal import Refused
from tests.domain.meeting.script import PARTS, Told, plan, replayed


def then(state: MeetingState) -> MeetingState:
    """The state without the instant of the last thing that happened."""
    return replace(state, last_at=None)


def ready() -> Told:
    """In a round, with somebody speaking, somebody away, and an agreement of last time and one of today."""
    carried = (CarriedAgreement(1, "Kirsten henter", "kirsten"),)
    told = Told(plan(carried=carried)).starts(absent=("hanne",)).agrees("Lone ringer", "lone")
    told.does(cmd.WriteBoard("En linje")).at("16:06").enters("åbning").gives("mikkel", each=30)
    return told.gives("lone", each=20)


ACTS: tuple[tuple[cmd.Command, ...], ...] = (
    (cmd.GoOn(),),
    (cmd.GiveWord("peter"),),
    (cmd.GiveWord("mikkel"),),
    (cmd.PassWord("lone"),),
    (cmd.DeferWord("peter"),),
    (cmd.ReadAloud("hanne", "maja"),),
    (cmd.RestWord(),),
    (cmd.BackdateWord(30),),
    (cmd.ItWas("peter"),),
    (cmd.ItWas("mikkel"),),
    (cmd.BeginRemark("peter"),),
    (cmd.BeginInterpreting(),),
    (cmd.LetRun(),),
    (cmd.AddTime(),),
    (cmd.ReorderRound(("soeren", "kirsten", "peter", "lone", "mikkel")),),
    (cmd.BeginPause(10),),
    (cmd.TimeOut(),),
    (cmd.NextPart(confirmed=True),),
    (cmd.OpenNextRound(), cmd.GiveWord("peter"), cmd.RestWord()),
    (cmd.WriteBoard("To"),),
    (cmd.WriteBoard("", 0),),
    (cmd.TakePrivate("9"),),
    (cmd.TakePrivate("9"), cmd.WriteBoard("Pause"), cmd.MovePrivate("9")),
    (cmd.ParkTopic("Ferien"),),
    (cmd.Reserve("lone", "Ikke sikker"),),
    (cmd.TellExperience("Godt"),),
    (cmd.WriteAgreement("Ny", "peter"),),
    (cmd.WriteAgreement("Lone skriver", "lone", number=2),),
    (cmd.DropAgreement(2),),
    (cmd.AnswerAgreement(2, Answer.YES),),
    (cmd.AnswerAgreement(2, Answer.CHANGE, "Lone skriver"),),
    (cmd.GiveStatus(1, "gjort"),),
    (cmd.RankAgreements((2, 1)),),
    (cmd.SetFollowUp(datetime(2027, 1, 19, 16, 0)),),  # noqa: DTZ001
    (cmd.DeclineFollowUp("Flytter"),),
    (cmd.AddPerson(Person("ole", "Ole Vang", "Ole", Role.PRIVATE)),),
    (cmd.Arrive("hanne"),),
    (cmd.Leave("lone"),),
    (cmd.Leave("soeren"),),
    (cmd.MoveSeats(("soeren", "hanne", "kirsten", "peter", "lone", "mikkel", "maja")),),
    (cmd.ChoosePlace("mikkel", ChildPlace(PlaceKind.LAST)),),
    (cmd.ShortenTurns(),),
    (cmd.DropPart("hvil"),),
    (cmd.DropPart("slutrunde"),),
    (cmd.ExtendMeeting(15),),
    (cmd.OverrideRule("x", "Derfor"),),
)


@pytest.mark.smoke
@pytest.mark.parametrize("act", ACTS, ids=lambda act: type(act[0]).__name__)
def test_every_kind_of_act_is_taken_back_whole(act: tuple[cmd.Command, ...]) -> None:
    told = ready()
    before = then(told.state)
    told.does(*act)
    assert then(told.state) != before
    told.after(7).undoes()
    assert then(told.state) == before
    assert replayed(told) == told.history


@pytest.mark.parametrize(
    ("first", "undone"),
    [
        (cmd.RestWord(), cmd.ResumeWord()),
        (cmd.BeginRemark("peter"), cmd.EndRemark()),
        (cmd.BeginInterpreting(), cmd.EndInterpreting()),
        (cmd.TimeOut(), cmd.EndPause()),
    ],
)
def test_what_ends_something_is_taken_back_too(first: cmd.Command, undone: cmd.Command) -> None:
    told = ready().does(first).after(5)
    before = then(told.state)
    told.does(undone).after(5).undoes()
    assert then(told.state) == before


@pytest.mark.parametrize("answer", [cmd.CountGap(), cmd.GapAsPause(), cmd.GoBackToGap()])
def test_the_answer_to_a_gap_is_taken_back(answer: cmd.Command) -> None:
    told = ready().after(600)
    told.does(cmd.ReportGap(told.now - timedelta(seconds=600)), step=False)
    before = then(told.state)
    told.after(5).does(answer).after(5).undoes()
    assert then(told.state) == before and told.state.gap is not None


def test_undoing_videre_lets_the_former_speakers_clock_run_as_if_it_never_stopped() -> None:
    told = ready().goes_on().expects(speaking="peter").after(8).undoes().expects(speaking="lone", spoken=28.0)
    told.after(2).expects(spoken=30.0)


def test_undoing_videre_out_of_a_round_lets_the_part_run_on_too() -> None:
    told = ready().does(cmd.NextPart(confirmed=True)).after(10).undoes()
    told.expects(part="åbning", speaking="lone", spoken=30.0, part_used=60.0)


def test_more_than_twenty_acts_can_be_taken_back_and_each_is_whole() -> None:
    told = Told().starts().enters("åbning")
    states = []
    for _ in range(5):
        for person in ("mikkel", "lone", "peter", "kirsten", "hanne", "soeren"):
            states.append(then(told.state))
            told.gives(person).after(5)
    for before in reversed(states):
        told.undoes()
        assert then(told.state) == before


def test_so_many_acts_are_kept_and_no_more() -> None:
    told = Told().starts()
    for number in range(STEPS_KEPT + 20):
        told.does(cmd.ParkTopic(f"Emne {number}"))
    told.undoes(STEPS_KEPT)
    assert len(record(told.history).parked) == 20
    with pytest.raises(Refused, match="nothing_to_undo"):
        told.undoes()


def test_there_is_nothing_to_undo_before_the_first_act() -> None:
    with pytest.raises(Refused, match="nothing_to_undo"):
        Told().starts().notes("lone", "Typing is no step").undoes()
    with pytest.raises(Refused, match="nothing_to_undo"):
        Told().undoes()


def test_what_was_typed_is_kept() -> None:
    told = ready().notes("lone", "Jeg ø").goes_on().notes("lone", "Jeg ønsker").notes("peter", "Ja")
    told.does(cmd.WriteBoard("To")).notes("lone", "Jeg ønsker ro").undoes().undoes()
    told.expects(speaking="lone")
    assert {note.person: note.text for note in record(told.history).notes} == {"lone": "Jeg ønsker ro", "peter": "Ja"}
    told.undoes(3)
    assert {note.person: note.text for note in record(told.history).notes} == {"lone": "Jeg ønsker ro", "peter": "Ja"}


def test_a_note_of_somebody_who_was_never_added_is_not_told() -> None:
    told = ready().does(cmd.AddPerson(Person("ole", "Ole Vang", "Ole", Role.PRIVATE))).notes("ole", "Hej").undoes()
    assert record(told.history).notes == ()


def test_a_gap_that_was_found_is_still_asked_about_after_an_undo() -> None:
    told = ready().goes_on().after(600)
    told.does(cmd.ReportGap(told.now - timedelta(seconds=600)), step=False).undoes()
    assert told.state.gap is not None and told.state.gap.length == timedelta(minutes=10)
    told.does(cmd.GapAsPause()).expects(speaking="lone", spoken=20.0)


def test_after_an_undo_the_next_act_is_a_step_of_its_own() -> None:
    told = ready().does(cmd.ParkTopic("En")).undoes().does(cmd.ParkTopic("To")).does(cmd.ParkTopic("Tre")).undoes()
    assert record(told.history).parked == ("To",)


def test_an_act_knows_what_it_was_and_the_journal_names_the_one_taken_back() -> None:
    told = ready().gives("peter")
    step = told.history.steps[-1]
    assert step.act == told.history.last_act
    assert [type(event) for event in step.events] == [TurnEnded, WordGiven]
    told.undoes()
    last = told.journal[-1].event
    assert isinstance(last, Undone) and last.act == step.act
    assert told.history.events == len(told.journal)


def test_a_counter_event_that_fits_no_act_changes_nothing() -> None:
    told = ready()
    history: History = advance(told.history, Entry(told.history.events + 1, None, Undone(told.now, 999)))
    assert history.state == told.state and history.events == told.history.events + 1
    empty = replay(plan(), [Entry(1, None, Undone(told.now, 1))])
    assert empty.events == 1 and empty.state.parts == PARTS


def words(told: Told) -> dict[str, str]:
    return {note.person: note.text for note in record(told.history).notes if note.text}


def test_what_was_typed_for_somebody_who_did_not_have_the_word_goes_back_too() -> None:
    told = ready().notes("lone", "En hund").does(cmd.ItWas("peter")).notes("peter", "En hund og en ven")
    assert words(told) == {"peter": "En hund og en ven"}
    told.undoes().expects(speaking="lone")
    assert words(told) == {"lone": "En hund og en ven"}
    told.goes_on().expects(speaking="peter")
    assert words(told) == {"lone": "En hund og en ven"}
    assert replayed(told) == told.history


def test_and_comes_again_with_the_act() -> None:
    told = ready().notes("lone", "En hund").does(cmd.ItWas("peter")).notes("peter", "En hund og en ven").undoes()
    told.redoes().expects(speaking="peter")
    assert words(told) == {"peter": "En hund og en ven"}
    assert replayed(told) == told.history


def test_words_of_a_turn_that_was_moved_back_cannot_be_written_over() -> None:
    told = ready().notes("lone", "En hund").does(cmd.ItWas("peter")).undoes().notes("lone", "En hund og en ven")
    with pytest.raises(Refused, match="nothing_to_redo"):
        told.redoes()
