"""A meeting whose window is closed goes on behind the overview, and is come back to."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.gui.desk.office_page import ToMeeting, ToMinutes, ToPreparation
from netmoede_desktop.gui.shell.locking import Trigger
from netmoede_desktop.gui.shell.minutes_window import MinutesWindow
from netmoede_desktop.services.cases.meeting_list import meeting_to_go_on_with
from netmoede_desktop.services.meeting import meeting_journal
from netmoede_desktop.services.meeting.conducting import Conducting
from netmoede_desktop.services.room.audience import CurtainReason
from netmoede_desktop.services.scenarios.plan_from_scenario import Series, prepare, save
from netmoede_desktop.storage.problems import DiskFull
from netmoede_desktop.storage.vault import Vault
from tests.gui.activation import bring_to_front
from tests.gui.meetings import MeetingClock
from tests.gui.sessions import STILL, Opened, Replaced, opened, overview_of, read_labels
from tests.services.stories import methods, read
from tests.storage.vaults import PASSPHRASE, surroundings


@pytest.fixture
def one(tmp_path: Path, qtbot: QtBot, fonts: None) -> Iterator[Opened]:
    """The office, with a meeting that has not begun."""
    with opened(tmp_path) as session:
        yield session


def test_a_meeting_whose_window_is_closed_goes_on_behind_the_overview(one: Opened, qtbot: QtBot) -> None:
    one.office.navigate_to(ToPreparation(one.meeting))
    one.office.navigate_to(ToMeeting(one.meeting))
    led = one.led
    led.toggle_audience()
    one.types_a_note("midt i det", qtbot)
    editor = QApplication.focusWidget()
    led.window.close()
    page = overview_of(one)
    assert (one.led, led.window.isVisible(), led.running) == (led, False, True)
    assert led.projector.curtain is CurtainReason.BY_HAND
    assert led.projector.state.full_screen, "the room's window stays, with its curtain"
    assert [note.text for note in led.view.notes] == ["midt i det"]
    assert one.session._awake.held
    assert read_labels(page.going_on_card)[1:3] == ["M-1 · 1. møde", "Ida har ordet"]
    bring_to_front(one.office, qtbot)
    assert QApplication.focusWidget() is page.going_on_card.button
    QTest.keyClick(page.going_on_card.button, Qt.Key.Key_Return)
    assert (led.window.isVisible(), one.session.window) == (True, led.window)
    qtbot.waitUntil(led.window.isActiveWindow)
    assert led.window.focusWidget() is editor
    QTest.keyClicks(editor, ", og lidt til")
    assert led.save()
    assert [note.text for note in led.view.notes] == ["midt i det, og lidt til"]
    assert led.projector.curtain is CurtainReason.BY_HAND, "it is lifted by hand"


def test_meanwhile_no_other_meeting_begins_and_no_referat_is_opened(one: Opened) -> None:
    one.office.navigate_to(ToMeeting(one.meeting))
    one.led.port.do(cmd.StartMeeting())
    led = one.led
    led.window.close()
    for place in (ToMeeting("et andet"), ToMinutes("et andet")):
        one.office.show_message("")
        one.office.navigate_to(place)
        assert (one.session.led, one.session.window) == (led, one.office)
        told = [label.text() for label in one.office.findChildren(QLabel) if label.isVisible()]
        assert "Et møde er i gang. Fortsæt det, og afslut det først." in told


def test_meanwhile_the_clock_and_the_watch_for_gaps_go_on_and_nothing_is_announced(
    one: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    one.office.navigate_to(ToMeeting(one.meeting))
    one.led.port.do(cmd.StartMeeting())
    one.led.window.close()
    page, announced = overview_of(one), list[object]()
    monkeypatch.setattr(QAccessible, "updateAccessibility", announced.append)
    times = []
    for _ in range(3):
        one.clock.forward(seconds=30)
        qtbot.waitUntil(lambda: page._ask_going_on() == page.going_on_card._shown)
        times.append(page.going_on_card._ring.accessibleName())
    assert times == ["16.00 uret går", "16.01 uret går", "16.01 uret går"]
    one.clock.forward(hours=1)
    qtbot.waitUntil(lambda: one.led.view.gap is not None)
    assert announced == []


def test_while_the_meeting_is_put_aside_hands_may_be_idle_as_long_as_in_the_office_and_a_lock_comes_back_there(
    one: Opened,
) -> None:
    one.office.navigate_to(ToMeeting(one.meeting))
    one.led.port.do(cmd.StartMeeting())
    one.led.toggle_audience()
    one.led.window.close()
    with pytest.raises(Replaced):
        one.session._react(Trigger.IDLE)
    assert (one.replaced, one.overviews) == (["projector"], [True])


def test_after_such_a_lock_the_overview_is_there_with_the_meeting_behind_it(
    tmp_path: Path, qtbot: QtBot, fonts: None
) -> None:
    with opened(tmp_path, running=True, curtain="projector", overview=True) as one:
        page = overview_of(one)
        assert page.going_on_card.isVisible()
        assert one.led.projector.curtain is CurtainReason.BY_HAND
        page.going_on_card.button.click()
        assert one.led.window.isVisible()


def test_another_size_meanwhile_holds_for_the_meeting_too(one: Opened, qtbot: QtBot) -> None:
    one.office.navigate_to(ToMeeting(one.meeting))
    one.led.port.do(cmd.StartMeeting())
    one.led.toggle_audience()
    led = one.led
    led.window.close()
    office = one.office
    office.look_requested.emit(replace(STILL, scale=150))
    qtbot.waitUntil(lambda: one.session.window is not office)
    assert one.session.led is led
    overview_of(one).going_on_card.button.click()
    assert one.led is not led
    assert one.led.window.isVisible()
    assert one.led.projector.curtain is CurtainReason.BY_HAND


def test_everything_larger_never_lifts_a_curtain_that_was_down(one: Opened, qtbot: QtBot) -> None:
    one.office.navigate_to(ToMeeting(one.meeting))
    before = one.led
    before.port.do(cmd.StartMeeting())
    before.toggle_audience()
    before.projector.toggle_curtain()
    one.session._looks.step(1)
    qtbot.waitUntil(lambda: one.led is not before)
    assert one.led.projector.curtain is CurtainReason.BY_HAND


def test_what_the_disk_refuses_keeps_the_meetings_window_open(
    one: Opened, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    one.office.navigate_to(ToMeeting(one.meeting))
    led = one.led
    one.types_a_note("ord", qtbot)

    def full(*_: object) -> None:
        raise DiskFull

    with monkeypatch.context() as broken:
        broken.setattr(meeting_journal, "append", full)
        led.window.close()
        assert (led.window.isVisible(), one.session.window) == (True, led.window)
    led.window.close()
    assert one.session.window is one.office


def test_what_the_system_says_meanwhile_is_said_in_the_office(one: Opened) -> None:
    one.office.navigate_to(ToMeeting(one.meeting))
    one.led.port.do(cmd.StartMeeting())
    one.led.window.close()
    one.session._show_battery(9)
    told = [label.text() for label in one.office.findChildren(QLabel) if label.isVisible()]
    assert "Der er 9 % strøm tilbage. Sæt gerne strøm til." in told


def test_after_the_referat_comes_the_overview_wherever_the_meeting_was_started(one: Opened) -> None:
    one.office.navigate_to(ToPreparation(one.meeting))
    one.office.navigate_to(ToMeeting(one.meeting))
    one.led.port.do(cmd.StartMeeting())
    one.led.port.do(cmd.StopMeeting("Barnet blev sygt"))
    one.led.window.leave()
    assert isinstance(one.session.window, MinutesWindow)
    one.session.window.page.left.emit()
    assert not overview_of(one).going_on_card.isVisible()


def test_a_meeting_that_has_ended_and_whose_window_is_closed_is_over(one: Opened) -> None:
    one.office.navigate_to(ToPreparation(one.meeting))
    one.office.navigate_to(ToMeeting(one.meeting))
    one.led.port.do(cmd.StartMeeting())
    one.led.port.do(cmd.StopMeeting("Barnet blev sygt"))
    one.led.window.close()
    assert one.session.led is None
    assert not overview_of(one).going_on_card.isVisible()


def test_what_is_typed_is_kept_when_the_app_is_closed_from_outside(one: Opened, qtbot: QtBot) -> None:
    one.office.navigate_to(ToMeeting(one.meeting))
    one.types_a_note("midt i en sætning", qtbot)
    one.session.close()
    with Vault.open(one.profile, PASSPHRASE, surroundings(one.clock)) as vault:
        state = meeting_journal.load(vault, one.meeting).state
    assert [note.text for note in state.capture.notes.values()] == ["midt i en sætning"]


def test_a_meeting_that_was_forgotten_last_week_does_not_keep_todays_from_being_opened(
    tmp_path: Path, qtbot: QtBot, fonts: None
) -> None:
    with opened(tmp_path, running=True) as one:
        told = read(tmp_path)
        plan = prepare(told, methods()["din-1"], one.vault.new_id, Series()).plan
        forgotten = save(one.vault, told, replace(plan, starts=plan.starts - timedelta(days=7)), one.clock())
        one.clock.now -= timedelta(days=7)
        Conducting(one.vault, forgotten, MeetingClock(one.clock)).do(cmd.StartMeeting())
        one.clock.now += timedelta(days=7)
        assert meeting_to_go_on_with(one.vault, one.clock()) == one.meeting
