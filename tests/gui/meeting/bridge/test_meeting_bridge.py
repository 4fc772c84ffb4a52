"""The meeting's port: an act is durable before it is shown, a refusal is one sentence, a full disk loses nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import RefusalNotice
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting import meeting_journal
from netmoede_desktop.services.meeting.view.values import MeetingStage, MeetingView, NextKind
from netmoede_desktop.storage.problems import DiskFull
from tests.gui.meetings import LedMeeting, led_meeting


@pytest.fixture
def led(tmp_path: Path, t: Translator, qtbot: QtBot) -> Iterator[LedMeeting]:
    """A meeting that has not begun."""
    with led_meeting(tmp_path, t) as meeting:
        yield meeting


@pytest.mark.smoke
def test_what_is_shown_is_in_the_journal(led: LedMeeting, t: Translator) -> None:
    shown: list[tuple[MeetingView, MeetingView]] = []
    led.bridge.shown.connect(lambda both: shown.append((both.view, led.reopened(t).view)))
    assert led.bridge.view.stage is MeetingStage.ROLL_CALL
    assert led.bridge.do(cmd.StartMeeting())
    assert led.bridge.do(cmd.OpenNextRound(), cmd.GiveWord(led.ids["ida"]))
    assert [live == replayed for live, replayed in shown] == [True, True]
    assert led.bridge.view.speaker is not None
    assert led.bridge.view.speaker.name == "Ida"
    assert led.bridge.view.next.kind is NextKind.PERSON


def test_the_clocks_are_asked_and_never_stored(led: LedMeeting) -> None:
    led.bridge.do(cmd.StartMeeting())
    led.bridge.do(cmd.OpenNextRound(), cmd.GiveWord(led.ids["ida"]))
    before = led.bridge.reading()
    led.forward(20)
    after = led.bridge.reading()
    assert before.turn_left is not None
    assert after.turn_left == pytest.approx(before.turn_left - 20)


def test_a_rule_that_says_no_is_one_sentence_with_names_and_changes_nothing(led: LedMeeting) -> None:
    told: list[RefusalNotice] = []
    led.bridge.refused.connect(told.append)
    led.bridge.do(cmd.StartMeeting())
    view = led.bridge.view
    assert not led.bridge.do(cmd.OpenNextRound(), cmd.GiveWord(led.ids["leder"]))
    assert [(one.code, one.sentence) for one in told] == [
        ("without_turn", "Maja er mødeleder og har ingen tur i runderne.")
    ]
    assert led.bridge.view is view


@pytest.mark.smoke
def test_a_full_disk_is_told_nothing_changes_and_the_way_back_is_told_once(
    led: LedMeeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    led.bridge.storage_failed.connect(said.append)
    led.bridge.storage_recovered.connect(lambda: said.append("igen"))
    led.bridge.do(cmd.StartMeeting())
    view = led.bridge.view

    def full(*_: object) -> None:
        raise DiskFull

    with monkeypatch.context() as broken:
        broken.setattr(meeting_journal, "append", full)
        assert not led.bridge.do(cmd.OpenNextRound())
        assert not led.bridge.type(cmd.WriteNote(led.ids["ida"], "Hej"))
        assert led.bridge.view is view
    assert led.bridge.do(cmd.OpenNextRound())
    assert led.bridge.type(cmd.WriteNote(led.ids["ida"], "Hej"))
    assert said == ["Disken er fuld. Det, der var gemt, er der stadig. Gør plads, og prøv igen."] * 2 + ["igen"]
    assert [note.text for note in led.bridge.view.notes] == ["Hej"]


def test_undo_takes_back_the_act_and_keeps_what_was_typed(led: LedMeeting) -> None:
    led.bridge.do(cmd.StartMeeting())
    led.bridge.do(cmd.OpenNextRound(), cmd.GiveWord(led.ids["ida"]))
    led.bridge.type(cmd.WriteNote(led.ids["ida"], "Hej"))
    assert led.bridge.undo()
    assert led.bridge.view.speaker is None
    assert [note.text for note in led.bridge.view.notes] == ["Hej"]
    assert not led.bridge.undo()


def test_a_private_note_is_counted_and_never_shown(led: LedMeeting) -> None:
    led.bridge.do(cmd.StartMeeting())
    assert led.bridge.save_private("Kun til mig")
    assert led.bridge.view.private_count == 1
    assert "Kun til mig" not in repr(led.bridge.view)
