"""What a widget is, to a screen reader: asked as the system asks, through Qt's own interface."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.kit.buttons.buttons import Button
from netmoede_desktop.gui.kit.layout.frames import Surface
from netmoede_desktop.gui.kit.lists.listed import Listed, ListedRow
from netmoede_desktop.gui.kit.speech.factory import install_accessible_roles
from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role
from netmoede_desktop.gui.kit.text.elided_label import ElidedLabel
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.kit.text.marks import MarkedButton
from netmoede_desktop.gui.theme.look import Look


def _window(_look: Look) -> QWidget:
    window = QWidget()
    set_role(window, SpokenRole.WINDOW)
    return window


def _ticked(look: Look) -> QWidget:
    button = Button("Mærk som styrke", look)
    button.setCheckable(True)
    return button


@pytest.mark.parametrize(
    ("make", "role"),
    [
        (lambda _: Label("Aftaler", Tone.HEADING), QAccessible.Role.Heading),
        (lambda _: Label("SIG", Tone.EYEBROW), QAccessible.Role.Heading),
        (lambda _: Label("Aftaler", Tone.BODY), QAccessible.Role.StaticText),
        (lambda look: MarkedButton("Spørg Mikkel", look), QAccessible.Role.PushButton),
        (lambda look: MarkedButton("Mikkel er spurgt", look, leads=False), QAccessible.Role.StaticText),
        (_window, QAccessible.Role.Window),
        (lambda look: Button("Videre", look), QAccessible.Role.Button),
        (lambda look: Button("Ja", look, one_of=True), QAccessible.Role.RadioButton),
        (_ticked, QAccessible.Role.CheckBox),
        (lambda _: Listed("Aftaler"), QAccessible.Role.List),
        (lambda _: ListedRow(QWidget(), "Aftale 1"), QAccessible.Role.ListItem),
    ],
)
def test_a_widget_says_what_it_is(
    make: Callable[[Look], QWidget], role: QAccessible.Role, look: Look, qtbot: QtBot
) -> None:
    install_accessible_roles()
    widget = make(look)
    qtbot.addWidget(widget)
    asked = QAccessible.queryAccessibleInterface(widget)
    assert asked is not None
    assert asked.role() == role


def test_what_only_holds_others_is_nothing_or_a_group_with_a_name(look: Look, qtbot: QtBot) -> None:
    install_accessible_roles()
    for holder in (Surface("card", look), QStackedWidget(), QWidget()):
        window = QWidget()
        qtbot.addWidget(window)
        holder.setParent(window)
        told = QAccessible.queryAccessibleInterface(holder)
        assert told.role() is QAccessible.Role.Client
        holder.setAccessibleName("Hører til")
        assert told.role() is QAccessible.Role.Grouping


def test_a_choice_says_whether_it_is_the_one_and_can_be_pressed(look: Look, qtbot: QtBot) -> None:
    install_accessible_roles()
    button = Button("Ja", look, one_of=True)
    qtbot.addWidget(button)
    told = QAccessible.queryAccessibleInterface(button)
    assert (told.state().checkable, told.state().checked) == (1, 0)
    actions = told.actionInterface()
    with qtbot.waitSignal(button.clicked):
        actions.doAction(QAccessibleActionInterface.pressAction())
    assert told.state().checked == 1
    assert actions.actionNames() == ["Press", "SetFocus"]


def test_a_hint_over_a_widget_is_not_said_after_its_name(look: Look, qtbot: QtBot) -> None:
    install_accessible_roles()
    for widget in (Button("Videre til Tid og sted", look, elide=True), ElidedLabel("Sag M-2026-014")):
        qtbot.addWidget(widget)
        assert widget.toolTip()
        told = QAccessible.queryAccessibleInterface(widget)
        assert (told.text(QAccessible.Text.Name), told.text(QAccessible.Text.Description)) == (widget.text(), "")


def test_a_heading_is_called_what_it_says_also_when_that_changes(look: Look, qtbot: QtBot) -> None:
    install_accessible_roles()
    heading = Label("Aftaler", Tone.HEADING)
    qtbot.addWidget(heading)
    heading.setText("Næste møde")
    asked = QAccessible.queryAccessibleInterface(heading)
    assert asked is not None
    assert asked.text(QAccessible.Text.Name) == "Næste møde"
