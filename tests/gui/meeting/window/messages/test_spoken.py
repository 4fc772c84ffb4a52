"""What a screen reader is told in a meeting: each act once, and nothing where nothing was done."""

import dataclasses
import inspect
import itertools

import pytest
from PySide6.QtCore import Qt

from netmoede_desktop.domain.meeting import events as ev
from netmoede_desktop.domain.meeting.history import begin
from netmoede_desktop.domain.meeting.vocabulary import TurnState
from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.meeting.window.messages.spoken import spoken
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.build import meeting_view
from netmoede_desktop.services.meeting.view.values import UndoLabel
from tests.domain.meeting.random_meetings import RandomMeeting
from tests.gui.listening import listen
from tests.gui.meeting.window.led_windows import ACUTE, Led
from tests.gui.meetings import histories


@pytest.mark.parametrize("seed", range(25))
def test_in_a_random_meeting_each_act_is_told_once_and_typing_never(seed: int, t: Translator) -> None:
    meeting = RandomMeeting(seed)
    history = begin(meeting.plan)
    for _ in range(160):
        known, before = len(meeting.journal), history
        history = meeting.press(history)
        done = [entry for entry in meeting.journal[known:] if entry.act is not None or isinstance(entry.event, _ACTS)]
        sentence = spoken(meeting_view(before), meeting_view(history), t)
        assert bool(sentence) is bool(done), (sentence, done)
        assert "{" not in sentence
        assert not sentence or sentence[-1] in ".?!", "it would run into the next one"


#: What is no step that can be taken back, and yet an act.
_ACTS = (ev.MeetingStarted, ev.MeetingFinished, ev.MeetingStopped, ev.Undone, ev.Redone)


@pytest.mark.parametrize("name", ["demo", "tolk", "um", "hlb-o", "tyve-personer"])
def test_of_a_shipped_meeting_no_act_is_told_without_words_of_its_own(name: str, t: Translator) -> None:
    for before, after in itertools.pairwise(histories(name)):
        assert spoken(meeting_view(before), meeting_view(after), t) != "Det er gjort."


def test_every_event_that_can_be_done_has_words(t: Translator) -> None:
    names = {name for name, kind in inspect.getmembers(ev, inspect.isclass) if dataclasses.is_dataclass(kind)}
    # What the part and who has the word tell, what only goes with another act, and what is told before all of this.
    told_by_the_meeting = {
        "WordGiven", "PartEntered", "TurnEnded", "TurnMoved", "RemarkBegan", "InterpreterBegan", "RoundOpened",
        "TurnAdded", "MeetingStarted", "MeetingStopped", "MeetingFinished", "Undone", "Redone", "GapFound",
        "Person", "ChildPlace",
    }  # fmt: skip
    view = meeting_view(histories("demo")[-2])
    for name in names - told_by_the_meeting:
        settled = TurnState.PASSED if name == "TurnSettled" else None  # words of their own would hide what is missing
        label = UndoLabel(name, "Jonas", view.agreements[0].number, settled, act=10_000)
        sentence = spoken(view, dataclasses.replace(view, undo=label, redo=None), t)
        assert sentence != "Det er gjort.", name


def test_what_is_done_with_the_keys_is_heard_once(led: Led, monkeypatch: pytest.MonkeyPatch) -> None:
    led.starts()
    heard = listen(monkeypatch)
    led.press(Action.GO_ON)
    assert heard.take() == [f"{led.speaker} har ordet."]
    for action, sentence in (
        (Action.MORE_TIME, "Et minut mere."),
        (Action.LET_RUN, "Lad løbe: uret siger ikke mere til."),
        (Action.INTERPRETER, f"Tolken taler for {led.speaker}."),
        (Action.INTERPRETER, f"Tolken er færdig. {led.speaker} har ordet."),
        (Action.TIME_OUT, "Time-out. Uret står stille."),
        (Action.PAUSE, f"Pausen er slut. {led.speaker} har ordet."),
        (Action.PASS, f"{led.speaker} sagde pas. Ingen har ordet."),
        (Action.UNDO, f"Fortrudt: {led.speaker} sagde pas. {led.speaker} har ordet igen."),
        (Action.REDO, f"Gendannet: {led.speaker} sagde pas."),
    ):
        led.press(action)
        assert heard.take() == [sentence], action


def test_another_part_is_heard_with_its_question(led: Led, monkeypatch: pytest.MonkeyPatch) -> None:
    heard = listen(monkeypatch)
    led.goes_on()
    started = heard.take()
    assert len(started) == 1
    assert started[0].startswith("Mødet er begyndt. ")
    led.goes_on()
    entered = heard.take()
    assert len(entered) == 1
    assert led.view.prompts.room in entered[0]


def test_a_refusal_the_acute_number_and_a_full_turn_are_heard_once(led: Led, monkeypatch: pytest.MonkeyPatch) -> None:
    led.starts()
    heard = listen(monkeypatch)
    led.press(Action.MORE_TIME)
    assert heard.take() == [led.said], "the refusal, as it is seen"
    led.press(Action.ACUTE)
    assert heard.take() == [f"Akut bekymring for et barn: ring {ACUTE}"]
    led.press(Action.GO_ON)
    heard.take()
    budget = led.word.budget
    assert budget is not None
    led.led.forward(budget + 1)
    for _ in range(5):
        led.window.tick()
    assert heard.take() == [f"{led.speaker} har brugt sin tid. Rund roligt af."]


def test_the_end_of_the_time_of_a_pause_is_heard_once(led: Led, monkeypatch: pytest.MonkeyPatch) -> None:
    led.starts().press(Action.PAUSE).key(Qt.Key.Key_Return)
    heard, pause = listen(monkeypatch), led.view.pause
    assert pause is not None
    assert pause.back_at is not None
    led.led.forward((pause.back_at - pause.started).total_seconds() - 1)
    led.window.tick()
    assert heard.take() == []
    for _ in range(5):
        led.led.forward(20)
        led.window.tick()
    assert heard.take() == ["Pausetiden er gået. F9 slutter pausen."]
    assert led.said == "Pausetiden er gået. F9 slutter pausen.", "the eye and the ear are told the same"


def test_typing_is_not_told(led: Led, monkeypatch: pytest.MonkeyPatch) -> None:
    led.starts().goes_on()
    heard = listen(monkeypatch)
    led.writes("hun vil gerne i skole")
    led.window.save()
    led.window.tick()
    assert not heard.take()
