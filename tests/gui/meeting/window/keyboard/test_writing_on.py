"""From every state of a meeting, after every act, click and key: what is typed stands where it belongs."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.desk.keys import KeyMap
from netmoede_desktop.gui.meeting.window.keyboard.keyboard import Keyboard
from tests.gui.every_page.meeting_sights import MEETING_SIGHTS
from tests.gui.every_page.opened_meetings import MeetingSight, opened_meeting
from tests.gui.every_page.staging import COMBINATIONS, PLAIN, SMALL, Combination, settle, stage
from tests.gui.meeting.window.keyboard.writing_on import Press, Writer

#: From each state every so-many-th press is tried here, from the next state the next ones; the long form tries all.
_EVERY = 8


@contextmanager
def _writer(
    sight: MeetingSight, combination: Combination, qapp: QApplication, qtbot: QtBot, folder: Path
) -> Iterator[Writer]:
    room = sight.make()
    with opened_meeting(stage(combination, qapp, folder, qtbot), room) as meeting:
        base = room.history
        sight.act(meeting)
        settle()
        yield Writer(meeting, base, KeyMap())


def _found(writer: Writer, sight: MeetingSight, presses: list[Press]) -> list[str]:
    wrong = []
    for press in presses:
        writer.go_back()
        sight.act(writer.meeting)
        settle()
        writer.press(press)
        wrong += [f"{press!r}: {sentence}" for sentence in writer.write_on()]
    return wrong


@pytest.mark.parametrize("sight", MEETING_SIGHTS, ids=str)
def test_what_is_typed_stands_where_it_belongs(
    sight: MeetingSight, qapp: QApplication, fonts: None, qtbot: QtBot, tmp_path: Path
) -> None:
    number = MEETING_SIGHTS.index(sight)
    combination = SMALL if number % 4 == 3 else PLAIN
    with _writer(sight, combination, qapp, qtbot, tmp_path) as writer:
        presses = writer.presses()
        assert _found(writer, sight, presses[number % _EVERY :: _EVERY]) == []


@pytest.mark.campaign
@pytest.mark.parametrize("combination", COMBINATIONS, ids=str)
@pytest.mark.parametrize("sight", MEETING_SIGHTS, ids=str)
def test_everything_pressed_in_every_look(
    sight: MeetingSight, combination: Combination, qapp: QApplication, fonts: None, qtbot: QtBot, tmp_path: Path
) -> None:
    with _writer(sight, combination, qapp, qtbot, tmp_path) as writer:
        assert _found(writer, sight, writer.presses()) == []


def test_control_without_the_owner_of_the_keyboard_words_are_lost_and_press_buttons(
    qapp: QApplication, fonts: None, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Keyboard, "take", lambda *_, **__: False)
    monkeypatch.setattr(Keyboard, "restore_focus", lambda *_, **__: None)
    monkeypatch.setattr(Keyboard, "view_changed", lambda _: None)
    sight = next(sight for sight in MEETING_SIGHTS if sight.name == "meeting, somebody speaks")
    with _writer(sight, PLAIN, qapp, qtbot, tmp_path) as writer:
        buttons: list[Press] = [press for press in writer.presses() if isinstance(press, str)]
        found = _found(writer, sight, buttons)
    assert any("written nowhere" in sentence for sentence in found)
    assert any("made" in sentence for sentence in found)
