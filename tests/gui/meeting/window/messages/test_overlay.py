"""What the window says over the page is seen whole, hides nobody, and goes with the turn it was said of."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.gui.kit.table.seats.seat import SeatButton
from netmoede_desktop.gui.meeting.window.messages.overlay import Overlay
from netmoede_desktop.gui.meeting.window.questions.question import Option, Question
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from tests.gui.meeting.window.led_windows import Led, Shelf, led_window

LONG = "Ali, Birthe, Søren og Peter har ikke haft ordet endnu. Tryk igen, hvis mødet skal gå videre alligevel."
CHOICE = "Parkér »Runde E: Veje derhen« til en anden dag: 14 min"


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(1366, 640)
    return page


@pytest.fixture
def overlay(page: QWidget, qtbot: QtBot, look: Look, t: Translator) -> Overlay:
    made = Overlay(page, look, t)
    with qtbot.waitExposed(page):
        page.show()
    return made


@pytest.mark.parametrize("kind", ["message", "banner"])
def test_a_sentence_of_two_lines_has_room_for_both(overlay: Overlay, page: QWidget, qtbot: QtBot, kind: str) -> None:
    (overlay.show_message if kind == "message" else overlay.warn)(LONG)
    notice = getattr(overlay, kind)
    qtbot.waitUntil(lambda: notice.height() >= notice.heightForWidth(notice.width()) > 50)
    assert overlay.geometry().bottom() <= page.rect().bottom()


def test_a_choice_is_seen_with_what_it_gives(overlay: Overlay, qtbot: QtBot) -> None:
    overlay.question_bar.ask(Question("Mødet er ved at blive længere end aftalt", (Option(CHOICE, lambda: None),)))
    [choice] = [one for one in overlay.question_bar.findChildren(QAbstractButton) if CHOICE in one.toolTip()]
    qtbot.waitUntil(lambda: choice.width() >= choice.sizeHint().width())


@pytest.fixture
def crowd(shelf: Shelf, look: Look, t: Translator, qtbot: QtBot) -> Iterator[Led]:
    """A meeting of twenty in which somebody has the word."""
    with led_window(shelf, look, t, qtbot, scenario="tyve-personer") as led:
        yield led.goes_on(3)


def place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def hidden_by(said: QWidget, led: Led) -> list[str]:
    """Whose seats a thing the window says lies over."""
    seats = led.table.table.findChildren(SeatButton)
    assert len(seats) == 20
    window = led.window
    return [seat.text() for seat in seats if place(seat, window).intersects(place(said, window))]


def test_a_message_hides_nobody_of_twenty(crowd: Led) -> None:
    crowd.window.show_message(LONG)
    assert crowd.overlay.message.isVisible()
    assert hidden_by(crowd.overlay.message, crowd) == []


def test_a_panel_that_stays_lets_twenty_move_together_and_they_move_back(crowd: Led) -> None:
    seat = crowd.table.table.findChildren(SeatButton)[10]
    before = seat.geometry()
    since = crowd.led.bridge.conducting.now()
    crowd.led.forward(7 * 60)
    crowd.led.bridge.report_gap(since)
    gap = crowd.window._gap
    assert gap.isVisible()
    assert hidden_by(gap, crowd) == []
    gap.count_button.click()
    assert seat.geometry() == before


def test_how_late_it_is_hides_nobody_of_twenty(crowd: Led) -> None:
    crowd.led.forward(60 * 40)
    crowd.window.tick()
    assert crowd.table.slip.isVisible()
    assert hidden_by(crowd.table.slip, crowd) == []


@pytest.mark.parametrize("act", [cmd.GoOn(), cmd.TimeOut(), cmd.FinishMeeting("Alle er trætte")])
def test_what_was_said_of_a_turn_goes_with_it(led: Led, act: cmd.Command) -> None:
    led.starts().goes_on()
    led.led.forward(led.word.budget or 0)
    led.window.tick()
    assert led.said == "Ida har brugt sin tid. Rund roligt af."
    led.led.bridge.do(cmd.ParkTopic("Ferien"))
    assert led.said
    led.led.bridge.do(act)
    assert led.said == ""
