"""An øvemøde through the session: the real windows over a throw-away vault, closed without a trace."""

import os
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.desk.office_page import ToMeeting, ToNewRehearsal, ToRehearsal
from netmoede_desktop.gui.meeting.window.meeting_window import MeetingWindow
from netmoede_desktop.gui.rehearsal.rehearsal_page import RehearsalPage
from netmoede_desktop.gui.shell import rehearsal as shell_rehearsal
from netmoede_desktop.gui.shell.locking import IDLE_OUTSIDE, Trigger
from netmoede_desktop.gui.shell.office_window import OfficeWindow
from netmoede_desktop.gui.shell.rehearsal import RehearsalStrip
from netmoede_desktop.services.meeting.view.values import MeetingStage
from netmoede_desktop.services.scenarios import rehearsal_meeting
from netmoede_desktop.services.scenarios.rehearsal_meeting import PREFIX
from netmoede_desktop.storage.problems import DiskFull
from netmoede_desktop.storage.vault import Vault
from tests.gui.activation import bring_to_front
from tests.gui.sessions import STILL, Opened, Replaced, opened, read_labels
from tests.storage.vaults import PASSPHRASE, surroundings


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's folder for temporary files, empty."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def one(tmp_path: Path, temporary: Path, qtbot: QtBot, fonts: None) -> Iterator[Opened]:
    """The office, with a real meeting that has not begun, and its first backup made."""
    with opened(tmp_path) as session:
        session.session._lane.finish()
        yield session


def rehearsed(one: Opened, qtbot: QtBot) -> MeetingWindow:
    """Press the one button of the page, and get the window of the øvemøde."""
    one.office.navigate_to(ToRehearsal())
    page = one.office.page
    assert isinstance(page, RehearsalPage)
    QTest.keyClick(page.start, Qt.Key.Key_Return)
    assert "Øvemødet åbner." in read_labels(one.office)
    qtbot.waitUntil(lambda: one.session.led is not None)
    window = one.session.window
    assert isinstance(window, MeetingWindow)
    return window


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes, but for the lock, which holds none."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "vault.lock"
    }


def left(temporary: Path) -> list[str]:
    return os.listdir(temporary)  # noqa: PTH208 - only names


@pytest.mark.smoke
def test_it_is_led_from_the_roll_call_and_closed_without_a_trace(one: Opened, temporary: Path, qtbot: QtBot) -> None:
    before = files(one.profile)
    window = rehearsed(one, qtbot)
    led = one.led
    assert led.view.stage is MeetingStage.ROLL_CALL
    assert [path.name.startswith(PREFIX) for path in temporary.iterdir()] == [True]
    assert led.view.starts.date() == led.port.time_of_day().date(), "it is planned for now: nothing asks which day"
    window.press(Action.GO_ON)
    for command in (cmd.OpenNextRound(), cmd.GoOn()):
        led.port.do(command)
    bring_to_front(window, qtbot)
    QTest.keyClick(window, Qt.Key.Key_F2)
    QTest.keyClicks(QApplication.focusWidget() or window, "Jeg sover bedst hos farmor")
    led.port.do(cmd.WriteAgreement("Mor ringer til skolen", led.view.seats[1].person))
    window.close()
    assert isinstance(one.session.window, OfficeWindow)
    assert one.session.led is None, "it does not go on behind the overview"
    one.session._lane.finish()
    assert "Øvemødet er lukket. Intet af det er gemt." in read_labels(one.office)
    assert one.office.place == ToRehearsal()
    assert left(temporary) == []
    assert files(one.profile) == before


def test_it_says_what_it_is_and_has_a_button_that_closes_it(one: Opened, temporary: Path, qtbot: QtBot) -> None:
    window = rehearsed(one, qtbot)
    strip = window.findChild(RehearsalStrip)
    assert isinstance(strip, RehearsalStrip)
    assert strip.isVisible()
    assert {"Øvemøde", "Familien er opdigtet. Intet bliver gemt."} <= set(read_labels(strip))
    assert window.windowTitle() == "Øvemøde"
    QTest.mouseClick(strip.close_button, Qt.MouseButton.LeftButton)
    assert one.office.isVisible()
    one.session._lane.finish()
    assert left(temporary) == []


def test_after_its_end_comes_the_office_and_no_referat(one: Opened, temporary: Path, qtbot: QtBot) -> None:
    window = rehearsed(one, qtbot)
    one.led.port.do(cmd.StartMeeting())
    one.led.port.do(cmd.StopMeeting("Nu kan jeg det"))
    window.leave()
    assert one.session.window is one.office
    one.session._lane.finish()
    assert left(temporary) == []


def test_another_one_begins_anew(one: Opened, temporary: Path, qtbot: QtBot) -> None:
    window = rehearsed(one, qtbot)
    one.led.port.do(cmd.StartMeeting())
    first = one.led.meeting
    window.close()
    rehearsed(one, qtbot)
    assert one.led.meeting != first
    assert one.led.view.stage is MeetingStage.ROLL_CALL
    assert len(left(temporary)) == 1


@pytest.mark.parametrize("trigger", list(Trigger))
def test_whatever_locks_the_app_locks_it_here_too_and_the_rehearsal_is_gone(
    one: Opened, temporary: Path, qtbot: QtBot, trigger: Trigger
) -> None:
    """Nobody waits in the room: the sager are not left open for the sake of a rehearsal."""
    rehearsed(one, qtbot)
    assert one.session._watching._idle._limit == IDLE_OUTSIDE
    one.led.port.do(cmd.StartMeeting())
    one.led.toggle_audience()
    with pytest.raises(Replaced):
        one.session._react(trigger)
    assert one.replaced == [None], "no screen is to be covered for it"
    assert left(temporary) == []
    with Vault.open(one.profile, PASSPHRASE, surroundings(one.clock)):
        pass


def test_a_full_temporary_folder_keeps_no_sager_open(
    one: Opened, temporary: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    rehearsed(one, qtbot)
    monkeypatch.setattr(one.led, "save", lambda: False)
    with pytest.raises(Replaced):
        one.session._react(Trigger.KEY)
    assert left(temporary) == []


def test_in_another_size_it_goes_on_over_its_own_vault(one: Opened, temporary: Path, qtbot: QtBot) -> None:
    window = rehearsed(one, qtbot)
    one.led.port.do(cmd.StartMeeting())
    one.session._apply_preferences(replace(STILL, scale=150))
    assert one.session.window is not window
    assert one.led.view.stage is MeetingStage.RUNNING
    assert one.led.window.findChild(RehearsalStrip) is not None
    assert one.led._context.vault is not one.vault
    one.led.window.close()
    one.session._lane.finish()
    assert left(temporary) == []


def test_one_whose_window_cannot_be_opened_is_told_of_and_the_next_one_can(
    one: Opened, temporary: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> NoReturn:
        raise DiskFull

    with monkeypatch.context() as broken:
        broken.setattr("netmoede_desktop.gui.shell.session.LedMeeting.__init__", full)
        one.office.navigate_to(ToNewRehearsal())
        one.session._lane.finish()
        one.session._lane.finish()
    assert one.session.led is None
    assert left(temporary) == []
    rehearsed(one, qtbot)
    assert len(left(temporary)) == 1


def test_while_a_meeting_runs_there_is_no_rehearsal(one: Opened, temporary: Path, qtbot: QtBot) -> None:
    one.office.navigate_to(ToMeeting(one.meeting))
    one.led.port.do(cmd.StartMeeting())
    one.led.window.close()
    one.office.navigate_to(ToNewRehearsal())
    assert "Et møde er i gang. Fortsæt det, og afslut det først." in read_labels(one.office)
    one.session._lane.finish()
    assert left(temporary) == []


def test_one_that_comes_too_late_is_thrown_away(one: Opened, temporary: Path, qtbot: QtBot) -> None:
    one.office.navigate_to(ToNewRehearsal())
    one.office.navigate_to(ToMeeting(one.meeting))
    real = one.led
    one.session._lane.finish()
    one.session._lane.finish()
    assert one.session.led is real
    assert left(temporary) == []


def test_a_session_that_ends_meanwhile_leaves_nothing(one: Opened, temporary: Path) -> None:
    one.office.navigate_to(ToNewRehearsal())
    one.session.close()
    assert left(temporary) == []


def test_no_room_for_it_is_told_and_nothing_is_left(
    one: Opened, temporary: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> NoReturn:
        raise DiskFull

    monkeypatch.setattr(rehearsal_meeting, "save", full)
    one.office.navigate_to(ToNewRehearsal())
    one.session._lane.finish()
    assert one.session.led is None
    assert any(text.startswith("Disken er fuld") for text in read_labels(one.office))
    assert left(temporary) == []


def test_what_a_killed_program_left_goes_with_the_next_one_and_one_that_is_open_stays(
    one: Opened, temporary: Path, qtbot: QtBot
) -> None:
    methods, clock = one.session._methods, one.clock
    scenario = one.session._world.resources / "scenarios" / shell_rehearsal.SCENARIO
    open_elsewhere = rehearsal_meeting.open_rehearsal(scenario, methods, clock)
    killed = rehearsal_meeting.open_rehearsal(scenario, methods, clock)
    killed.vault.close()
    other = temporary / f"{PREFIX}something-else"
    other.mkdir()
    rehearsed(one, qtbot)
    names = set(left(temporary))
    assert (killed.folder.name in names, open_elsewhere.folder.name in names, other.name in names) == (
        False,
        True,
        True,
    )
    open_elsewhere.close()
    other.rmdir()
