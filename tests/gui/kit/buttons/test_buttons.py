"""The house button: pressed by mouse, blank and Enter alike."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.kit.buttons.buttons import Button
from netmoede_desktop.gui.kit.buttons.chips import Chip
from netmoede_desktop.gui.kit.text.marks import MarkedButton, MarkShape, MarkTone
from netmoede_desktop.gui.meeting.agreements.card import AgreementsCard
from netmoede_desktop.gui.meeting.window.bars.go_button import GoButton
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_blank_press_it(qtbot: QtBot, look: Look, key: Qt.Key) -> None:
    button = Button("Tilføj", look)
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked, timeout=500):
        QTest.keyClick(button, key)


def test_a_key_that_is_held_down_presses_once_and_ctrl_enter_is_somebody_elses(qtbot: QtBot, look: Look) -> None:
    button = Button("Tilføj", look)
    qtbot.addWidget(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
    QApplication.sendEvent(button, held)
    QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == []


PAINTED: dict[str, Callable[[Look, Translator], QAbstractButton]] = {
    "chip": lambda look, _: Chip("hvem?", look),
    "marked": lambda look, _: MarkedButton("1 aftale mangler en dato", look, MarkShape.RING, MarkTone.ATTENTION),
    "go": lambda look, _: GoButton(look, "PgDn"),
    "card": AgreementsCard,
}


@pytest.mark.parametrize("kind", PAINTED)
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_whatever_a_button_paints_enter_and_blank_press_it(
    qtbot: QtBot, look: Look, t: Translator, kind: str, key: Qt.Key
) -> None:
    button = PAINTED[kind](look, t)
    qtbot.addWidget(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    QTest.keyClick(button, key)
    assert pressed == [True]
