"""*Fortryd* says what it takes back: the event that names the act, and whom or what it was about."""

from datetime import datetime

import pytest

from netmoede_desktop.domain.agreements.agreements import Answer
from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting.plan import CarriedAgreement
from netmoede_desktop.domain.meeting.vocabulary import TurnState
from netmoede_desktop.domain.people.people import ChildPlace, Person, PlaceKind, Role
from netmoede_desktop.services.meeting.view.build import meeting_view
from netmoede_desktop.services.meeting.view.values import UndoLabel
from tests.domain.meeting.script import Told, plan

NEIGHBOUR = Person("ole", "Ole Vang", "Ole", Role.PRIVATE)


def begun() -> Told:
    """Lone is speaking in the opening round; Hanne has not come; one agreement is carried and one is new."""
    told = Told(plan(carried=(CarriedAgreement(1, "Fra sidst", "lone"),))).starts(absent=("hanne",)).enters("åbning")
    return told.agrees("Ny", "lone").does(cmd.TakePrivate("1")).gives("lone", each=20)


@pytest.mark.parametrize(
    ("acts", "label"),
    [
        ((cmd.GoOn(),), UndoLabel("WordGiven", "Mikkel")),
        ((cmd.GiveWord("peter"),), UndoLabel("WordGiven", "Peter")),
        ((cmd.ReadAloud("hanne", "maja"),), UndoLabel("WordGiven", "Hanne")),
        ((cmd.OpenNextRound(), cmd.GiveWord("peter"), cmd.RestWord()), UndoLabel("WordGiven", "Peter")),
        ((cmd.PassWord("lone"),), UndoLabel("TurnSettled", "Lone", turn=TurnState.PASSED)),
        ((cmd.DeferWord("peter"),), UndoLabel("TurnSettled", "Peter", turn=TurnState.LATER)),
        ((cmd.ItWas("peter"),), UndoLabel("TurnMoved", "Peter")),
        ((cmd.ItWas("soeren"),), UndoLabel("TurnMoved", "Søren")),
        ((cmd.RestWord(),), UndoLabel("WordRested")),
        ((cmd.BackdateWord(10),), UndoLabel("WordBackdated")),
        ((cmd.BeginRemark("peter"),), UndoLabel("RemarkBegan", "Peter")),
        ((cmd.BeginRemark("peter"), cmd.EndRemark()), UndoLabel("RemarkBegan", "Peter")),
        ((cmd.BeginInterpreting(),), UndoLabel("InterpreterBegan")),
        ((cmd.LetRun(),), UndoLabel("WordLetRun")),
        ((cmd.AddTime(),), UndoLabel("TimeAdded")),
        ((cmd.ReorderRound(("soeren", "kirsten", "peter", "lone", "mikkel")),), UndoLabel("RoundReordered")),
        ((cmd.BeginPause(10),), UndoLabel("PauseBegan")),
        ((cmd.TimeOut(),), UndoLabel("PauseBegan")),
        ((cmd.NextPart(confirmed=True),), UndoLabel("PartEntered", "Forældre")),
        ((cmd.WriteBoard("To"),), UndoLabel("BoardWritten")),
        ((cmd.TakePrivate("9"),), UndoLabel("PrivateTaken")),
        ((cmd.WriteBoard("Pause"), cmd.MovePrivate("1")), UndoLabel("PrivateMoved")),
        ((cmd.WriteNote("lone", "Pause"), cmd.MovePrivate("1")), UndoLabel("PrivateMoved")),
        ((cmd.WriteNote("peter", "Rettet"),), UndoLabel("NoteWritten", "Peter")),
        ((cmd.ParkTopic("Ferien"),), UndoLabel("TopicParked")),
        ((cmd.Reserve("lone", "Ikke sikker"),), UndoLabel("ReservationMade", "Lone")),
        ((cmd.TellExperience("Godt"),), UndoLabel("ExperienceTold")),
        ((cmd.WriteAgreement("Ny", "peter"),), UndoLabel("AgreementWritten", number=3)),
        ((cmd.DropAgreement(2),), UndoLabel("AgreementDropped", number=2)),
        ((cmd.AnswerAgreement(2, Answer.YES),), UndoLabel("AgreementAnswered", number=2)),
        ((cmd.GiveStatus(1, "gjort"),), UndoLabel("StatusGiven", number=1)),
        ((cmd.RankAgreements((2, 1)),), UndoLabel("AgreementsRanked")),
        ((cmd.SetFollowUp(datetime(2027, 1, 19, 16, 0)),), UndoLabel("FollowUpSet")),  # noqa: DTZ001
        ((cmd.AddPerson(NEIGHBOUR),), UndoLabel("PersonAdded", "Ole")),
        ((cmd.Arrive("hanne"),), UndoLabel("PersonArrived", "Hanne")),
        ((cmd.Leave("lone"),), UndoLabel("PersonLeft", "Lone")),
        ((cmd.Leave("soeren"),), UndoLabel("PersonLeft", "Søren")),
        (
            (cmd.MoveSeats(("soeren", "hanne", "kirsten", "peter", "lone", "mikkel", "maja")),),
            UndoLabel("SeatsMoved"),
        ),
        ((cmd.ChoosePlace("mikkel", ChildPlace(PlaceKind.LAST)),), UndoLabel("ChildPlaceChosen", "Mikkel")),
        ((cmd.ShortenTurns(),), UndoLabel("PlanAdjusted")),
        ((cmd.DropPart("slutrunde"),), UndoLabel("PlanAdjusted", "Slutrunde")),
        ((cmd.ExtendMeeting(15),), UndoLabel("PlanAdjusted", number=15)),
        ((cmd.OverrideRule("regel", "Derfor"),), UndoLabel("RuleOverridden")),
    ],
    ids=lambda value: str(value) if isinstance(value, UndoLabel) else "",
)
def test_an_act_is_named_after_the_event_that_says_it_best(acts: tuple[cmd.Command, ...], label: UndoLabel) -> None:
    assert meeting_view(begun().does(*acts).history).undo == label


def test_going_on_after_a_break_is_the_part_it_led_to() -> None:
    told = begun().enters("tavlen").does(cmd.BeginPause(5)).goes_on()
    assert meeting_view(told.history).undo == UndoLabel("PartEntered", "Veje")
    told = begun().does(cmd.BeginPause(5)).goes_on()
    assert meeting_view(told.history).undo == UndoLabel("PauseEnded")


def test_the_places_in_a_round_are_those_of_the_moment() -> None:
    """The round is reordered in the same act, after the word was given: the place then means somebody else."""
    told = begun().does(cmd.GiveWord("peter"), cmd.ReorderRound(("peter", "lone", "soeren", "kirsten", "mikkel")))
    assert meeting_view(told.history).undo == UndoLabel("WordGiven", "Peter")


def test_typing_is_no_act_and_undo_names_the_act_before_it() -> None:
    told = begun().notes("lone", "Ro")
    assert meeting_view(told.history).undo == UndoLabel("WordGiven", "Lone")
    told.undoes()
    assert meeting_view(told.history).undo == UndoLabel("PrivateTaken")


def test_the_start_is_not_taken_back_and_nothing_is_after_the_end() -> None:
    assert meeting_view(Told().starts().history).undo is None
    assert meeting_view(begun().does(cmd.StopMeeting("Alarm")).history).undo is None


def test_what_can_be_brought_again_is_named_as_what_was_taken_back() -> None:
    told = begun().gives("peter").does(cmd.WriteBoard("To"))
    assert meeting_view(told.history).redo is None
    for expected in (UndoLabel("BoardWritten"), UndoLabel("WordGiven", "Peter")):
        assert meeting_view(told.history).undo == expected
        told.undoes()
        assert meeting_view(told.history).redo == expected
    assert meeting_view(told.redoes().history).redo == UndoLabel("BoardWritten")
    assert meeting_view(told.does(cmd.AddTime()).history).redo is None
