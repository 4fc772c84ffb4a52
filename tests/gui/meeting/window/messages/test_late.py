"""When the plan slips: the choices stand under the question, answer to a press or Alt and a figure, and go away."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.kit.table.seats.seat import SeatButton
from netmoede_desktop.gui.meeting.table.gain_button import GainButton
from netmoede_desktop.gui.meeting.window.bars.clock_face import ClockFace
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.theme.themes import ThemeName
from netmoede_desktop.localization.catalogue import Translator
from tests.gui.conftest import dressed
from tests.gui.meeting.window.led_windows import Led, Shelf, led_window

ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def late(led: Led) -> Led:
    """Half an hour has gone by; Ida has the word and the keyboard is in her note."""
    led.starts().goes_on()
    after(led, 30)
    assert led.focused is led.table.side.notes.editor
    return led


def after(led: Led, minutes: float) -> None:
    led.led.forward(60 * minutes)
    led.window.tick()


def titles(led: Led) -> list[str]:
    return [line.title for line in led.table.slip.lines]


def alt(led: Led, figure: int) -> None:
    led.key(Qt.Key(Qt.Key.Key_0.value + figure), ALT)


def test_they_stand_beside_the_clock_and_the_seats_each_with_its_minutes_and_the_new_end(late: Led) -> None:
    panel, page = late.table.slip, late.table
    assert panel.isVisible()
    assert panel.mapTo(page, panel.rect().topRight()).x() < page.table.mapTo(page, page.table.rect().topLeft()).x()
    assert titles(late)[0] == "Kortere ture herfra" and titles(late)[-1] == "Spørg om mere tid"
    assert all(line.gain.endswith(" min") and "1" in line.detail for line in panel.lines)
    [clock] = late.window.findChildren(ClockFace)
    assert clock.words.line.endswith(" min over plan") and clock.words.late


def test_a_figure_with_alt_chooses_at_once_and_undo_takes_it_back(late: Led) -> None:
    before = late.led.bridge.reading().agreed_end
    alt(late, len(titles(late)))
    assert (late.led.bridge.reading().agreed_end - before).total_seconds() == 15 * 60
    assert not late.table.slip.isVisible()
    assert late.focused is late.table.side.notes.editor
    late.press(Action.UNDO)
    assert late.led.bridge.reading().agreed_end == before


def test_a_figure_alone_is_text(late: Led) -> None:
    events = late.led.bridge.conducting.history.events
    late.types("2 gange om ugen, 15 min")
    assert late.led.bridge.conducting.history.events == events
    late.press(Action.PASS)
    assert late.note("ida") == "2 gange om ugen, 15 min"


def test_a_click_chooses_and_keeps_what_was_typed_and_the_keyboard_in_its_place(late: Led) -> None:
    late.types("Jeg sover dårligt")
    dropped = late.table.slip.buttons[1]
    QTest.mouseClick(dropped, Qt.MouseButton.LeftButton)
    assert late.note("ida") == "Jeg sover dårligt"
    assert not late.table.slip.isVisible()
    assert late.focused is late.table.side.notes.editor


def test_not_now_is_quiet_until_it_is_five_minutes_worse(late: Led) -> None:
    QTest.mouseClick(late.table.slip.away_button, Qt.MouseButton.LeftButton)
    assert not late.table.slip.isVisible()
    after(late, 4)
    assert not late.table.slip.isVisible()
    after(late, 1.5)
    assert late.table.slip.isVisible()


def test_esc_is_not_now_and_twice_it_is_a_time_out_still(late: Led) -> None:
    late.key(Qt.Key.Key_Escape)
    assert not late.table.slip.isVisible()
    assert late.view.pause is None
    late.hand.now += 0.2
    late.key(Qt.Key.Key_Escape)
    assert late.view.pause is not None and late.view.pause.back_at is None


def test_the_figures_do_nothing_where_the_choices_are_not_seen(late: Led) -> None:
    late.key(Qt.Key.Key_Escape)
    events = late.led.bridge.conducting.history.events
    alt(late, 1)
    assert late.led.bridge.conducting.history.events == events


@pytest.fixture
def crowd(shelf: Shelf, look: Look, t: Translator, qtbot: QtBot) -> Iterator[Led]:
    """A meeting of twenty at 1366 × 768, at the round in which there is most to say."""
    with led_window(shelf, look, t, qtbot, scenario="tyve-personer") as meeting:
        meeting.starts()
        for _ in range(2):
            meeting.led.bridge.do(cmd.NextPart(confirmed=True))
        yield meeting.goes_on()


def place(widget: QWidget, led: Led) -> QRect:
    return QRect(widget.mapTo(led.window, QPoint(0, 0)), widget.size())


def settled(led: Led) -> None:
    """Everything has found its place, and the window has looked at the clock since."""
    for _ in range(3):
        QApplication.processEvents()
        led.window.tick()


def test_what_to_say_is_whole_beside_the_choices_and_a_message_lies_over_nothing(crowd: Led) -> None:
    after(crowd, 110)
    settled(crowd)
    page = crowd.table
    question, slip = page._question, page.slip
    assert slip.isVisible() and question._card.isVisible()
    whole = question._card.visibleRegion().boundingRect().size()
    assert whole == question._card.size(), "nothing of what to say is scrolled away"
    assert titles(crowd)[0] == "Kortere ture herfra" and titles(crowd)[-1] == "Spørg om mere tid"
    crowd.press(Action.NEXT_PART)
    settled(crowd)
    message = crowd.overlay.message
    assert message.isVisible() and "har ikke haft ordet endnu" in crowd.said
    seats = page.table.findChildren(SeatButton)
    beside = (question._title, question._card, slip, page._line, page.side, *seats)
    assert [widget for widget in beside if place(widget, crowd).intersects(place(message, crowd))] == []
    crowd.overlay.clear_message()
    settled(crowd)
    assert max(place(seat, crowd).bottom() for seat in seats) > place(page.table, crowd).bottom() - 20, "they are back"


@pytest.fixture
def large(shelf: Shelf, look: Look, t: Translator, qtbot: QtBot) -> Iterator[Led]:
    """Twice as large, with the twenty."""
    made = dressed(QApplication.instance(), ThemeName.LIGHT, 2.0)  # type: ignore[arg-type]
    with led_window(shelf, made, t, qtbot, scenario="tyve-personer") as meeting:
        meeting.starts().goes_on()
        yield meeting


def test_twice_as_large_one_button_says_how_late_it_is_and_opens_them_in_place_of_the_table(
    large: Led, qtbot: QtBot
) -> None:
    after(large, 90)
    page = large.table
    assert page.slip_button.isVisible() and not page.slip.isVisible()
    assert page.slip_button.text().endswith("min over plan")
    page.slip_button.click()
    assert page.slip.isVisible() and not page.table.isVisible() and not page.slip_button.isVisible()
    shown = [button for button in page.slip.buttons if not button.isHidden()]
    qtbot.waitUntil(lambda: all(one.visibleRegion().boundingRect().height() == one.height() for one in shown))
    large.key(Qt.Key.Key_Escape)
    assert not page.slip.isVisible() and not page.slip_button.isVisible()
    assert page._question.isVisible()


def test_the_figures_of_a_choice_are_never_cut_off(look: Look, qtbot: QtBot) -> None:
    button = GainButton("Alt+4", look)
    qtbot.addWidget(button)
    button.show_words("Gem " + "en meget lang del af mødet " * 3, "til næste gang · 18.00", "−112 min", "")
    button.resize(button.minimumSizeHint())
    whole = button.grab().toImage()
    button.show_words("Gem " + "en meget lang del af mødet " * 3, "til næste gang · 18.00", "", "")
    without = button.grab().toImage()
    right = range(whole.width() - look.px(118), whole.width() - look.px(52))
    changed = [x for x in right for y in range(whole.height()) if whole.pixel(x, y) != without.pixel(x, y)]
    assert changed
