"""Nothing scrolls between the press of the mouse and its release: what is pressed in a scrolled page is also met."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.meeting.closing.closing_page import ClosingPage
from netmoede_desktop.services.meeting.view.values import NextKind
from tests.gui.every_page.pressing import press, release
from tests.gui.every_page.staging import settle
from tests.gui.meeting.window.led_windows import Led


@pytest.fixture
def full(led: Led) -> Led:
    """Much is missing, and more lines are begun than fit the page."""
    led.starts().goes_on()
    for number in range(12):
        led.led.bridge.do(cmd.WriteAgreement(f"Noget {number}", None))
        led.led.bridge.lines.typed(f"reading.{number + 1}", f"Noget {number} og")
    return led


def at_the_end(led: Led) -> ClosingPage:
    """By *videre* alone; the keyboard is led to the reason, and the page goes there."""
    while led.view.next.kind is not NextKind.CLOSE:
        led.led.bridge.do(cmd.NextPart(confirmed=True))
    led.goes_on(2)
    page = led.window.page
    assert isinstance(page, ClosingPage) and led.focused is page.reason
    settle()
    return page


def opened_early(led: Led) -> ClosingPage:
    led.window.close_meeting()
    page = led.window.page
    assert isinstance(page, ClosingPage)
    settle()
    return page


def area_of(widget: QWidget) -> QScrollArea:
    here = widget.parentWidget()
    while here is not None and not isinstance(here, QScrollArea):
        here = here.parentWidget()
    assert isinstance(here, QScrollArea)
    return here


def in_sight(led: Led, button: QAbstractButton) -> bool:
    return led.window.childAt(button.mapTo(led.window, button.rect().center())) is button


def clicked(led: Led, button: QAbstractButton) -> tuple[int, int]:
    """Press and let go where it was at first: how far it slid meanwhile, and how often it was met."""
    met: list[bool] = []
    button.clicked.connect(lambda: met.append(True))
    place = button.mapTo(led.window, button.rect().center())
    press(led.window, place)
    settle()
    slid = (button.mapTo(led.window, button.rect().center()) - place).y()
    release(led.window, place)
    return slid, len(met)


@pytest.mark.parametrize("closing", [at_the_end, opened_early])
def test_a_button_of_the_scrolled_closing_page_is_met_by_a_click(
    full: Led, closing: Callable[[Led], ClosingPage]
) -> None:
    page = closing(full)
    bar = area_of(page.mends[0]).verticalScrollBar()
    assert bar.maximum() > 0, "it scrolls"
    bar.setValue(bar.maximum())
    last = [mend for mend in page.mends if in_sight(full, mend)][-1]
    assert clicked(full, last) == (0, 1)
    assert full.window.page is not page, "it leads to where it is mended"


def test_what_stops_the_meeting_early_is_met_below_everything(full: Led) -> None:
    page = at_the_end(full)
    bar = area_of(page.early_button).verticalScrollBar()
    bar.setValue(bar.maximum())
    assert clicked(full, page.early_button) == (0, 1)
    settle()
    assert page.stop.isVisible() and full.focused is page.stop.reason
    bar.setValue(bar.maximum())
    low = [one for one in page.stop.findChildren(QAbstractButton) if one.isEnabled() and in_sight(full, one)][-1]
    assert clicked(full, low) == (0, 1)


def test_the_last_buttons_of_the_scrolled_agreements_are_met_too(full: Led) -> None:
    full.press(Action.AGREEMENT)
    settle()
    areas = [one for one in full.window.page.findChildren(QScrollArea) if one.verticalScrollBar().maximum() > 0]
    assert areas
    for area in areas:
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
        buttons = [one for one in area.findChildren(QAbstractButton) if one.isEnabled() and in_sight(full, one)]
        assert clicked(full, buttons[-1]) == (0, 1)


def test_the_scroll_bar_itself_moves_while_it_is_pressed(full: Led) -> None:
    page = at_the_end(full)
    bar = area_of(page.mends[0]).verticalScrollBar()
    bar.setValue(0)
    foot = bar.mapTo(full.window, QPoint(bar.width() // 2, bar.height() - 3))
    press(full.window, foot)
    release(full.window, foot)
    assert bar.value() > 0


def test_after_the_release_the_keyboard_is_in_its_place_again(full: Led, qtbot: QtBot) -> None:
    page = at_the_end(full)
    bar = area_of(page.mends[0]).verticalScrollBar()
    bar.setValue(bar.maximum())
    blank = page.mapTo(full.window, QPoint(3, page.height() - 3))
    press(full.window, blank)
    release(full.window, blank)
    qtbot.waitUntil(lambda: full.focused is page.reason)
    full.types("Klokken er mange")
    assert page.reason.text == "Klokken er mange"
