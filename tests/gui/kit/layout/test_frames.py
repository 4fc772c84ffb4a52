"""What scrolls brings what gets the keyboard into sight, whole, and never moves it away under the mouse."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.kit.fields.fields import LineInput
from netmoede_desktop.gui.kit.layout.frames import ScrollColumn
from netmoede_desktop.gui.theme.look import Look
from tests.gui.activation import bring_to_front


def shown(qtbot: QtBot, look: Look) -> tuple[ScrollColumn, list[LineInput]]:
    column = ScrollColumn(look)
    lines = [LineInput(str(number)) for number in range(12)]
    for line in lines:
        column.column.addWidget(line)
    qtbot.addWidget(column)
    column.resize(300, 200)
    bring_to_front(column, qtbot)
    return column, lines


def in_sight(column: ScrollColumn, line: LineInput) -> bool:
    return column.viewport().rect().contains(QRect(line.mapTo(column.viewport(), QPoint(0, 0)), line.size()))


def test_what_is_only_half_in_sight_is_brought_there_when_it_gets_the_keyboard(qtbot: QtBot, look: Look) -> None:
    column, lines = shown(qtbot, look)
    half = next(line for line in lines if not line.visibleRegion().isEmpty() and not in_sight(column, line))
    half.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(lambda: in_sight(column, half))
    lines[0].setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(lambda: in_sight(column, lines[0]))


def test_what_has_its_place_only_afterwards_is_brought_into_sight_too(qtbot: QtBot, look: Look) -> None:
    column, _ = shown(qtbot, look)
    late = LineInput("sidst")
    late.hide()
    column.column.addWidget(late)
    late.show()
    late.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(lambda: in_sight(column, late))


def test_a_press_of_the_mouse_moves_nothing_from_under_it(qtbot: QtBot, look: Look) -> None:
    column, lines = shown(qtbot, look)
    half = next(line for line in lines if not line.visibleRegion().isEmpty() and not in_sight(column, line))
    before = column.verticalScrollBar().value()
    QTest.mousePress(half, Qt.MouseButton.LeftButton, pos=QPoint(5, 2))
    QApplication.processEvents()
    assert column.verticalScrollBar().value() == before
    QTest.mouseRelease(half, Qt.MouseButton.LeftButton, pos=QPoint(5, 2))
