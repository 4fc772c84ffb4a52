"""What the meeting window says: the go-button, what would be undone, counts."""

import dataclasses
import inspect
from datetime import datetime

import pytest

from netmoede_desktop.domain.meeting import events as ev
from netmoede_desktop.domain.meeting.vocabulary import TurnState
from netmoede_desktop.gui.wording import meeting_wording as say
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import NextAct, NextKind, UndoLabel


@pytest.mark.parametrize(
    ("coming", "label"),
    [
        (NextAct(NextKind.START), "Start mødet"),
        (NextAct(NextKind.PERSON, "j", "Jonas"), "Næste: Jonas"),
        (NextAct(NextKind.NEEDS_READER, "j", "Jonas"), "Næste: Jonas"),
        (NextAct(NextKind.PERSON, "j", "Jonas", reader="Hanne"), "Næste: Jonas' ord"),
        (NextAct(NextKind.PERSON, "a", "Ali", reader="Hanne"), "Næste: Alis ord"),
        (
            NextAct(NextKind.PART, part="d", title="Fase 1 · Runde B: Det, der fylder"),
            "Næste del: Runde B: Det, der fylder",
        ),
        (NextAct(NextKind.PART_WITH_WAITING, part="d", title="Slutrunde"), "Næste del: Slutrunde"),
        (NextAct(NextKind.END_PAUSE), "Slut pausen"),
        (NextAct(NextKind.CLOSE), "Afslut mødet …"),
        (NextAct(NextKind.NOTHING), "Til referatet"),
    ],
)
def test_the_go_button_says_what_it_will_do(coming: NextAct, label: str, t: Translator) -> None:
    assert say.next_label(coming, t) == label
    assert say.next_label(coming, t, armed=True) == "Gå videre alligevel"


def test_every_event_that_can_be_undone_has_a_sentence(t: Translator) -> None:
    names = {name for name, kind in inspect.getmembers(ev, inspect.isclass) if dataclasses.is_dataclass(kind)}
    never = {
        "MeetingStarted",
        "MeetingStopped",
        "MeetingFinished",
        "Undone",
        "Redone",
        "GapFound",
        "Person",
        "ChildPlace",
    }
    # What is only taken back together with another act, and what is »det seneste«.
    without = {"TurnAdded", "RoundOpened", "PrivateMoved"}
    for name in names - never - without:
        settled = TurnState.PASSED if name == "TurnSettled" else None  # words of their own would hide what is missing
        label = UndoLabel(name, "Jonas", 2, settled)
        sentence = say.undo_sentence(label, t)
        assert sentence.startswith("Fortryd: "), name
        assert "{" not in sentence
        assert say.undone_sentence(label, "", t).startswith("Fortrudt: "), name


@pytest.mark.parametrize(
    ("label", "sentence"),
    [
        (None, ""),
        (UndoLabel("WordGiven", "Jonas"), "Fortryd: ordet til Jonas"),
        (UndoLabel("TurnSettled", "Jonas", turn=TurnState.PASSED), "Fortryd: Jonas sagde pas"),
        (UndoLabel("TurnSettled", "Jonas", turn=TurnState.LATER), "Fortryd: Jonas venter til senere"),
        (UndoLabel("AgreementWritten", number=3), "Fortryd: aftale 3"),
        (UndoLabel("AgreementWritten", number=3, corrected=True), "Fortryd: rettelsen af aftale 3"),
        (UndoLabel("AgreementAnswered", number=3), "Fortryd: svar på aftale 3"),
        (UndoLabel("AgreementAnswered", number=3, corrected=True), "Fortryd: rettelsen af aftale 3"),
        (UndoLabel("BoardWritten", corrected=True), "Fortryd: rettelsen på tavlen"),
        (UndoLabel("FollowUpSet", corrected=True), "Fortryd: ændringen af næste møde"),
        (UndoLabel("PartEntered", "Fase 3 · Aftaler"), "Fortryd: videre til Aftaler"),
        (UndoLabel("WordGiven"), "Fortryd det seneste"),
        (UndoLabel("PlanAdjusted", "Fase 1 · Runde C: Ønsker"), "Fortryd: uden Runde C: Ønsker"),
        (UndoLabel("PlanAdjusted", number=15), "Fortryd: 15 min mere"),
        (UndoLabel("PlanAdjusted"), "Fortryd: kortere ture"),
        (UndoLabel("SomethingNew", "Jonas"), "Fortryd det seneste"),
    ],
)
def test_what_would_be_undone_is_named(label: UndoLabel | None, sentence: str, t: Translator) -> None:
    assert say.undo_sentence(label, t) == sentence


@pytest.mark.parametrize(
    ("label", "sentence"),
    [
        (None, ""),
        (UndoLabel("WordGiven", "Ali"), "Fortrudt: ordet til Ali. Hanne har ordet igen."),
        (UndoLabel("TurnSettled", "Ali", turn=TurnState.PASSED), "Fortrudt: Ali sagde pas. Hanne har ordet igen."),
        (UndoLabel("BoardWritten"), "Fortrudt: linjen på tavlen."),
        (UndoLabel("SomethingNew"), "Det seneste er fortrudt."),
    ],
)
def test_what_was_taken_back_is_named(label: UndoLabel | None, sentence: str, t: Translator) -> None:
    assert say.undone_sentence(label, "Hanne", t) == sentence


@pytest.mark.parametrize(
    ("seconds", "count"), [(0, "0.00"), (9.9, "0.09"), (72, "1.12"), (3599, "59.59"), (3725, "1.02.05"), (-3, "0.00")]
)
def test_counts_read_as_a_clock(seconds: float, count: str) -> None:
    assert say.counted(seconds) == count


def test_times_and_names_in_words(t: Translator) -> None:
    assert [say.budget_text(120, t), say.budget_text(97.4, t)] == ["af 2 min", "af 1.37"]
    assert say.budget_text(0, t) == "tiden til delen er brugt"
    assert say.saved_text(datetime(2026, 11, 23, 16, 38, 12), t) == "gemt 16.38.12"  # noqa: DTZ001 - a local time
    assert say.joined(["Lone"], t) == "Lone"
    assert say.joined(["Lone", "Peter", "Kirsten"], t) == "Lone, Peter og Kirsten"
    assert say.with_relation("Kirsten", "", t) == "Kirsten"
