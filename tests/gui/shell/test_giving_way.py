"""Keys pressed while a window is built anew: every one counts, in the window that takes the place of the old one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QKeyCombination, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.desk.office_page import ToMeeting, ToSettings
from netmoede_desktop.gui.kit.buttons.buttons import Button
from netmoede_desktop.gui.meeting.window.bars.bottom_bar import BottomBar
from netmoede_desktop.gui.room.audience_window import AudienceWindow
from netmoede_desktop.gui.settings.look_card import LookCard
from netmoede_desktop.gui.settings.settings_page import SettingsPage
from netmoede_desktop.gui.shell.office_window import OfficeWindow
from netmoede_desktop.services.settings.preferences import ThemeChoice, read_preferences
from tests.gui.activation import bring_to_front
from tests.gui.sessions import Opened, opened


@pytest.fixture
def one(tmp_path: Path, qtbot: QtBot, fonts: None) -> Iterator[Opened]:
    """The office, with a meeting that has not begun."""
    with opened(tmp_path) as session:
        yield session


def look_card(one: Opened) -> LookCard:
    """Where the look is chosen, in the window there is now."""
    page = one.office.page
    assert isinstance(page, SettingsPage)
    return page.look_card


def at_the_colours(one: Opened, qtbot: QtBot) -> OfficeWindow:
    """The office at its settings, with the keyboard in the list of colours."""
    office = one.office
    office.navigate_to(ToSettings())
    bring_to_front(office, qtbot)
    look_card(one).theme.setFocus()
    return office


def late(one: Opened, *keys: QKeyCombination) -> None:
    """As soon as another look is put on, press keys that were meant for the window there was before."""
    handle = one.session.window.windowHandle() if one.session.window is not None else None
    assert handle is not None

    def press() -> None:
        one.session._looks.granted.disconnect(press)
        for key in keys:
            text = chr(key.key()) if key.key() < Qt.Key.Key_Escape and not key.keyboardModifiers() else ""
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(handle, QKeyEvent(kind, key.key(), key.keyboardModifiers(), text.lower()))

    one.session._looks.granted.connect(press)


def test_every_press_counts_also_those_made_while_the_window_is_built_anew(one: Opened, qtbot: QtBot) -> None:
    office = one.office
    office.navigate_to(ToSettings())
    bring_to_front(office, qtbot)
    for _ in range(3):
        QTest.keyClick(office, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert look_card(one).scale.key == "150", "what is wished for is what is shown"
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    minus = QKeyCombination(control, Qt.Key.Key_Minus)
    late(one, minus, minus, minus, QKeyCombination(control | shift, Qt.Key.Key_Plus))
    qtbot.waitUntil(lambda: one.session._looks.applied.scale == 110)
    assert look_card(one).scale.key == "110"
    assert read_preferences(one.profile).scale == 110
    qtbot.waitUntil(lambda: not isValid(office))


def test_a_size_by_keys_and_a_colour_chosen_right_after_are_both_put_on(one: Opened, qtbot: QtBot) -> None:
    office = at_the_colours(one, qtbot)
    QTest.keyClick(office, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(look_card(one).theme, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: one.session.window is not office)
    worn = one.session._looks.applied
    assert (worn.scale, worn.theme) == (110, ThemeChoice.DARK)


def test_arrows_pressed_while_the_colours_change_go_on_in_the_list_that_is_shown(one: Opened, qtbot: QtBot) -> None:
    at_the_colours(one, qtbot)
    QTest.keyClick(look_card(one).theme, Qt.Key.Key_Down)
    late(one, *[QKeyCombination(Qt.Key.Key_Down)] * 2)
    qtbot.waitUntil(lambda: one.session._looks.applied.theme is ThemeChoice.CONTRAST_DARK)
    assert look_card(one).theme.key == ThemeChoice.CONTRAST_DARK


def test_what_is_typed_while_the_meeting_is_built_anew_stands_in_the_note(one: Opened, qtbot: QtBot) -> None:
    one.office.navigate_to(ToMeeting(one.meeting))
    before = one.led
    one.types_a_note("sover", qtbot)
    QTest.keyClick(before.window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    late(one, *(QKeyCombination(Qt.Key(ord(letter))) for letter in " HELE NATTEN"))
    qtbot.waitUntil(lambda: one.led is not before)
    one.led.save()
    assert [note.text for note in one.led.view.notes] == ["sover hele natten"]


def test_what_is_typed_meanwhile_in_private_is_no_note(one: Opened, qtbot: QtBot) -> None:
    one.office.navigate_to(ToMeeting(one.meeting))
    before = one.led
    one.types_a_note("", qtbot)
    before.window.press(Action.PRIVATE)
    QTest.keyClick(before.window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    late(one, *(QKeyCombination(Qt.Key(ord(letter))) for letter in "FAREN DRIKKER"))
    qtbot.waitUntil(lambda: one.led is not before)
    private = one.led.window.table.side.private
    assert private is not None
    assert private.line.text == "faren drikker"
    one.led.save()
    assert one.led.view.notes == ()


def rooms() -> list[AudienceWindow]:
    """The windows the room may look at."""
    return [window for window in QApplication.topLevelWidgets() if isinstance(window, AudienceWindow)]


def test_a_click_made_while_the_meeting_is_built_anew_opens_no_room_nobody_controls(one: Opened, qtbot: QtBot) -> None:
    one.office.navigate_to(ToMeeting(one.meeting))
    before = one.led
    one.types_a_note("sover", qtbot)
    bar = before.window.findChildren(BottomBar)[0]
    button = next(one for one in bar.findChildren(Button) if "Fællesskærm" in one.accessibleName() + one.text())
    place, handle = QPointF(button.mapTo(before.window, QPoint(9, 9))), before.window.windowHandle()
    assert button.isVisible()

    def click() -> None:
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
            held = left if kind is QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
            QApplication.sendEvent(handle, QMouseEvent(kind, place, place, left, held, none))

    one.session._looks.granted.connect(click)
    QTest.keyClick(before.window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: one.led is not before)
    assert rooms() == []
    one.led.window.press(Action.AUDIENCE)
    assert rooms() == [one.led.projector.window]


def test_a_meeting_that_has_ended_opens_no_room(one: Opened, qtbot: QtBot) -> None:
    one.office.navigate_to(ToMeeting(one.meeting))
    before = one.led
    one.types_a_note("sover", qtbot)
    one.session._looks.granted.connect(lambda: before.window.press(Action.AUDIENCE))
    QTest.keyClick(before.window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: one.led is not before)
    assert rooms() == []
