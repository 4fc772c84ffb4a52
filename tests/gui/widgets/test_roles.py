"""What a widget is, to a screen reader: asked as the system asks, through Qt's own interface."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.widgets.labels import Label, Tone
from netmoede_desktop.gui.widgets.marks import MarkedButton
from netmoede_desktop.gui.widgets.roles import SpokenRole, give_roles, set_role


def _window(_look: Look) -> QWidget:
    window = QWidget()
    set_role(window, SpokenRole.WINDOW)
    return window


@pytest.mark.parametrize(
    ("make", "role"),
    [
        (lambda _: Label("Aftaler", Tone.HEADING), QAccessible.Role.Heading),
        (lambda _: Label("SIG", Tone.EYEBROW), QAccessible.Role.Heading),
        (lambda _: Label("Aftaler", Tone.BODY), QAccessible.Role.StaticText),
        (lambda look: MarkedButton("Spørg Mikkel", look), QAccessible.Role.PushButton),
        (lambda look: MarkedButton("Mikkel er spurgt", look, leads=False), QAccessible.Role.StaticText),
        (_window, QAccessible.Role.Window),
    ],
)
def test_a_widget_says_what_it_is(
    make: Callable[[Look], QWidget], role: QAccessible.Role, look: Look, qtbot: QtBot
) -> None:
    give_roles()
    widget = make(look)
    qtbot.addWidget(widget)
    asked = QAccessible.queryAccessibleInterface(widget)
    assert asked is not None
    assert asked.role() == role


def test_a_heading_is_called_what_it_says_also_when_that_changes(look: Look, qtbot: QtBot) -> None:
    give_roles()
    heading = Label("Aftaler", Tone.HEADING)
    qtbot.addWidget(heading)
    heading.setText("Næste møde")
    asked = QAccessible.queryAccessibleInterface(heading)
    assert asked is not None
    assert asked.text(QAccessible.Text.Name) == "Næste møde"
