"""The open app: the office, a meeting that is led, its referat, and the lock, as one."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.methods.method import PartTask
from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.desk.office_page import ToMeeting, ToMinutes, ToOverview, ToSettings
from netmoede_desktop.gui.meeting.notes.board_panel import BoardPanel
from netmoede_desktop.gui.meeting.window.meeting_window import MeetingWindow
from netmoede_desktop.gui.room.audience_window import AudienceWindow
from netmoede_desktop.gui.room.projector import Projector
from netmoede_desktop.gui.settings.settings_page import SettingsPage
from netmoede_desktop.gui.shell.locking import Trigger
from netmoede_desktop.gui.shell.minutes_window import MinutesWindow
from netmoede_desktop.localization.catalogue import load
from netmoede_desktop.localization.problem_wording import problem_sentence
from netmoede_desktop.services.meeting import meeting_journal
from netmoede_desktop.services.meeting.view.values import MeetingStage
from netmoede_desktop.services.room.audience import CurtainReason
from netmoede_desktop.services.settings.preferences import (
    LanguageChoice,
    MotionChoice,
    Preferences,
    ThemeChoice,
    read_preferences,
)
from netmoede_desktop.storage.problems import DamagedStore, DiskFailure, DiskFull
from netmoede_desktop.storage.vault import Vault
from tests.gui.activation import bring_to_front
from tests.gui.sessions import STILL, Opened, Replaced, opened
from tests.storage.vaults import PASSPHRASE, surroundings


@pytest.fixture
def one(tmp_path: Path, qtbot: QtBot, fonts: None) -> Iterator[Opened]:
    """The office, with a meeting that has not begun."""
    with opened(tmp_path) as session:
        yield session


@pytest.mark.smoke
def test_the_office_comes_first_and_leads_to_the_meeting_and_back(one: Opened) -> None:
    office = one.office
    office.navigate_to(ToMeeting(one.meeting))
    assert (office.isHidden(), one.led.window.isVisible()) == (True, True)
    one.led.window.close()
    assert one.session.led is None, "it has not begun: there is nothing to go on with"
    assert one.office.isVisible()


def test_a_meeting_that_was_going_on_is_opened_at_once(tmp_path: Path, qtbot: QtBot, fonts: None) -> None:
    with opened(tmp_path, running=True) as one:
        assert one.led.view.stage is MeetingStage.RUNNING
        one.led.window.close()
        assert one.office.isVisible()


@pytest.mark.parametrize("read", ["LedMeeting", "meeting_to_go_on_with"])
def test_a_meeting_that_was_going_on_and_cannot_be_read_leads_to_the_office_and_is_told_of(
    tmp_path: Path, qtbot: QtBot, fonts: None, monkeypatch: pytest.MonkeyPatch, read: str
) -> None:
    def damaged(*_: object) -> NoReturn:
        raise DamagedStore(reason="journal")

    monkeypatch.setattr(f"netmoede_desktop.gui.shell.session.{read}", damaged)
    with opened(tmp_path, running=True) as one:
        assert one.office.isVisible()
        told = [label.text() for label in one.office.findChildren(QLabel) if label.isVisible()]
        assert "Databasen er beskadiget. Intet er ændret. Gendan fra en sikkerhedskopi." in told


def test_after_a_lock_the_room_gets_its_window_back_behind_the_curtain(
    tmp_path: Path, qtbot: QtBot, fonts: None
) -> None:
    with opened(tmp_path, running=True, curtain="projector") as one:
        state = one.led.projector.state
        assert (state.full_screen, state.screen_name) == (True, "projector")
        assert state.curtain is CurtainReason.BY_HAND
        one.led.projector.toggle_curtain()
        assert one.led.projector.curtain is None


def test_the_board_says_that_the_room_sees_it_only_while_its_window_is_there_without_a_curtain(one: Opened) -> None:
    one.office.navigate_to(ToMeeting(one.meeting))
    led = one.led
    led.port.do(cmd.StartMeeting())
    while led.view.part.task is not PartTask.BOARD:
        led.port.do(cmd.NextPart(confirmed=True))

    def said() -> str:
        panel = led.window.findChildren(BoardPanel)[0]
        return next(label.text() for label in panel.findChildren(QLabel) if label.text().startswith("Rummet ser dem"))

    assert said() == "Rummet ser dem ikke lige nu."
    led.toggle_audience()
    assert said() == "Rummet ser dem nu."
    led.projector.toggle_curtain()
    assert said() == "Rummet ser dem ikke lige nu."


@pytest.mark.smoke
def test_after_the_end_comes_the_referat_then_the_office(one: Opened) -> None:
    one.office.navigate_to(ToMeeting(one.meeting))
    led = one.led
    led.port.do(cmd.StartMeeting())
    led.port.do(cmd.StopMeeting("Barnet blev sygt"))
    led.window.leave()
    window = one.session.window
    assert isinstance(window, MinutesWindow)
    assert one.session.led is None
    window.page.left.emit()
    assert one.session.window is one.office
    one.office.navigate_to(ToMinutes(one.meeting))
    assert isinstance(one.session.window, MinutesWindow)
    one.session.window.close()
    assert one.office.isVisible()


def test_the_agreements_can_be_shown_to_the_room_afterwards(one: Opened) -> None:
    one.office.navigate_to(ToMeeting(one.meeting))
    one.led.port.do(cmd.StartMeeting())
    one.led.port.do(cmd.WriteAgreement("Mor ringer til skolen", one.led.view.seats[1].person))
    one.led.port.do(cmd.StopMeeting("Vi nåede det hele"))
    one.led.window.leave()
    window = one.session.window
    assert isinstance(window, MinutesWindow)
    window.page.show_agreements.emit()
    view = window.projector.window.view if window.projector.window else None
    assert view is not None
    assert [agreement.text.text for agreement in view.agreements] == ["Mor ringer til skolen"]
    window.page.show_agreements.emit()
    assert not window.projector.is_open


def test_agreements_that_cannot_be_read_are_told_of_and_nothing_is_opened(
    one: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    one.office.navigate_to(ToMeeting(one.meeting))
    one.led.port.do(cmd.StartMeeting())
    one.led.port.do(cmd.StopMeeting("Vi nåede det hele"))
    one.led.window.leave()
    window = one.session.window
    assert isinstance(window, MinutesWindow)

    def refused(*_: object) -> NoReturn:
        raise DiskFailure

    with monkeypatch.context() as broken:
        broken.setattr(meeting_journal, "load", refused)
        window.page.show_agreements.emit()
    assert not window.projector.is_open
    told = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert problem_sentence("disk_failure", {}, load("da")) in told


def test_ctrl_l_in_the_office_closes_the_vault_and_starts_anew(one: Opened) -> None:
    with pytest.raises(Replaced):
        one.session._react(Trigger.KEY)
    assert one.replaced == [None]
    with Vault.open(one.profile, PASSPHRASE, surroundings(one.clock)):
        pass


def test_a_lock_in_the_meeting_keeps_what_is_typed_and_says_which_screen_to_cover(one: Opened, qtbot: QtBot) -> None:
    one.office.navigate_to(ToMeeting(one.meeting))
    one.led.toggle_audience()
    one.types_a_note("midt i en sætning", qtbot)
    with pytest.raises(Replaced):
        one.session._react(Trigger.SUSPENDING)
    assert one.replaced == ["projector"]
    with Vault.open(one.profile, PASSPHRASE, surroundings(one.clock)) as vault:
        state = meeting_journal.load(vault, one.meeting).state
    assert state.speaking() is not None
    assert [note.text for note in state.capture.notes.values()] == ["midt i en sætning"]


@pytest.mark.parametrize("trigger", [Trigger.OS_LOCKED, Trigger.USER_SWITCHED, Trigger.IDLE])
def test_in_a_meeting_other_reasons_cover_both_screens_and_it_goes_on(one: Opened, trigger: Trigger) -> None:
    one.office.navigate_to(ToMeeting(one.meeting))
    led = one.led
    led.port.do(cmd.StartMeeting())
    led.toggle_audience()
    one.session._react(trigger)
    assert led.projector.curtain is CurtainReason.VEILED
    assert one.replaced == []
    led.window.lift_veil()
    assert led.projector.curtain is None


def test_a_disk_that_refuses_keeps_the_app_open_but_covered(
    one: Opened, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """What is typed is only in memory: locking would lose it."""
    one.office.navigate_to(ToMeeting(one.meeting))
    led = one.led
    one.types_a_note("ord", qtbot)

    def full(*_: object) -> None:
        raise DiskFull

    with monkeypatch.context() as broken:
        broken.setattr(meeting_journal, "append", full)
        one.session._react(Trigger.KEY)
        assert one.replaced == []
        assert led.projector.reasons == {CurtainReason.VEILED}
    led.window.lift_veil()
    assert led.save()
    assert [note.text for note in led.view.notes] == ["ord"]


def test_a_long_sleep_that_locked_nothing_is_asked_about(one: Opened, qtbot: QtBot) -> None:
    one.office.navigate_to(ToMeeting(one.meeting))
    led = one.led
    led.port.do(cmd.StartMeeting())
    one.clock.forward(hours=1)
    qtbot.waitUntil(lambda: led.view.gap is not None)
    gap = led.view.gap
    assert gap is not None
    assert gap.until - gap.since == timedelta(hours=1)


def test_another_look_and_language_are_there_at_once_in_the_same_place(one: Opened, qtbot: QtBot) -> None:
    office = one.office
    office.navigate_to(ToSettings())
    changed = Preferences(theme=ThemeChoice.DARK, scale=150, motion=MotionChoice.OFF, language=LanguageChoice.ENGLISH)
    office.look_requested.emit(changed)
    qtbot.waitUntil(lambda: one.session.window is not office)
    assert one.office.place == ToSettings()
    assert not isValid(office) or office.isHidden()
    one.office.navigate_to(ToOverview())
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    assert "#14191B" in app.styleSheet()


def test_everything_gets_larger_in_the_middle_of_the_meeting_and_nothing_is_lost(one: Opened, qtbot: QtBot) -> None:
    one.office.navigate_to(ToMeeting(one.meeting))
    before = one.led
    one.led.toggle_audience()
    one.types_a_note("midt i det", qtbot)
    QTest.keyClick(before.window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: one.led is not before)
    assert one.led.view.speaker is not None
    assert [note.text for note in one.led.view.notes] == ["midt i det"]
    assert one.led.projector.state.full_screen
    qtbot.waitUntil(lambda: read_preferences(one.profile).scale == 110)
    one.led.window.close()
    assert one.office.isVisible()


def test_getting_larger_late_in_a_turn_is_no_gap_and_only_one_hand_conducts(one: Opened, qtbot: QtBot) -> None:
    one.office.navigate_to(ToMeeting(one.meeting))
    before = one.led
    for command in (cmd.StartMeeting(), cmd.OpenNextRound(), cmd.GoOn()):
        before.port.do(command)
    for watch in (before._looking, one.session._watching):
        watch.stop()  # three minutes at once would be sleep
    one.clock.forward(minutes=3)
    events = before.port.conducting.history.events
    one.session._looks.request(replace(STILL, scale=150))
    qtbot.waitUntil(lambda: one.led is not before)
    conducting = one.led.port.conducting
    assert (one.led.view.gap, conducting.history.events) == (None, events)
    one.led.port.do(cmd.GoOn())
    assert conducting is before.port.conducting
    assert conducting._listeners == [one.led.port._show], "those before are told of nothing any more"


def test_the_referat_gets_larger_too(one: Opened, qtbot: QtBot) -> None:
    one.office.navigate_to(ToMeeting(one.meeting))
    one.led.port.do(cmd.StartMeeting())
    one.led.port.do(cmd.StopMeeting("Barnet blev sygt"))
    one.led.window.leave()
    before = one.session.window
    assert isinstance(before, MinutesWindow)
    bring_to_front(before, qtbot)
    QTest.keyClick(before, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: one.session.window is not before)
    assert isinstance(one.session.window, MinutesWindow)


def test_a_projector_that_shows_the_notes_is_told_of_at_once(one: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(MeetingWindow, "show_message", lambda _, sentence: told.append(sentence))
    monkeypatch.setattr("netmoede_desktop.gui.shell.led_meeting.mirrored", lambda _: True)
    one.office.navigate_to(ToMeeting(one.meeting))
    assert told == ["Projektoren viser hele din skærm. Rummet kan læse dine noter."]


def test_the_room_reads_danish_whatever_language_the_interface_has(tmp_path: Path, qtbot: QtBot, fonts: None) -> None:
    with opened(tmp_path, running=True, language="en") as one:
        one.led.toggle_audience()
        (window,) = (shown for shown in QApplication.topLevelWidgets() if isinstance(shown, AudienceWindow))
        read = " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())
        assert "Vi er her for" in read
        assert "We are here" not in read


def test_the_screens_are_swapped_by_a_key(one: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    swapped: list[bool] = []
    monkeypatch.setattr(Projector, "swap", lambda _: swapped.append(True))
    one.office.navigate_to(ToMeeting(one.meeting))
    one.led.window.press(Action.SWAP)
    assert swapped == []  # the room has no window

    one.led.toggle_audience()
    projector, window = one.led.projector, one.led.window
    assert projector.state.curtain is None
    for between in (Action.MORE_TIME, Action.AUDIENCE, None):
        window.press(Action.SWAP)
        assert swapped == []
        assert projector.curtain is CurtainReason.BY_HAND
        if between is not None:
            window.press(between)
            window.press(Action.AUDIENCE) if between is Action.AUDIENCE else None
    assert "Tryk Shift+F5 igen" in window._overlay.message.text
    window.press(Action.SWAP)
    assert swapped == [True]
    window.press(Action.SWAP)
    assert swapped == [True]
    assert projector.curtain is CurtainReason.BY_HAND


@pytest.mark.parametrize("sound", [True, False])
def test_a_tone_goes_with_a_cue_only_where_it_is_wanted(
    one: Opened, monkeypatch: pytest.MonkeyPatch, sound: bool
) -> None:
    heard: list[bool] = []
    monkeypatch.setattr(QApplication, "beep", lambda: heard.append(True))
    one.session._looks._applied = replace(STILL, sound=sound)
    one.office.navigate_to(ToMeeting(one.meeting))
    for command in (cmd.StartMeeting(), cmd.OpenNextRound(), cmd.GoOn()):
        one.led.port.do(command)
    one.clock.forward(seconds=59)
    one.led.window.tick()
    one.clock.forward(minutes=8)
    one.led.window.tick()
    assert bool(heard) is sound


def test_closing_lets_go_of_the_vault(one: Opened) -> None:
    one.session.close()
    one.session.close()
    with Vault.open(one.profile, PASSPHRASE, surroundings(one.clock)):
        pass


def test_colours_gone_through_with_the_arrows_are_put_on_once_and_the_keyboard_stays(one: Opened, qtbot: QtBot) -> None:
    office = one.office
    office.navigate_to(ToSettings())
    bring_to_front(office, qtbot)
    page = office.page
    assert isinstance(page, SettingsPage)
    page.look_card.motion.setFocus()
    page.look_card.theme.setFocus()
    for _ in range(2):
        QTest.keyClick(page.look_card.theme, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: one.session.window is not office)
    built = one.office.page
    assert isinstance(built, SettingsPage)
    assert built.look_card.theme.key == ThemeChoice.CONTRAST_LIGHT
    assert read_preferences(one.profile).theme is ThemeChoice.CONTRAST_LIGHT
    assert one.office.focusWidget() is built.look_card.theme
    QTest.keyClick(built.look_card.theme, Qt.Key.Key_Return)
    assert built.look_card.theme.view().isVisible()
    built.look_card.theme.hidePopup()
