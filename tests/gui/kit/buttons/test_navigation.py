"""Places to go to: arrows between them, Enter goes, one is where you are."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.kit.buttons.navigation import NavItem
from netmoede_desktop.gui.kit.text.marks import MarkShape
from netmoede_desktop.gui.theme.look import Look


@pytest.fixture
def items(look: Look, qtbot: QtBot) -> Iterator[list[NavItem]]:
    side = QWidget()
    qtbot.addWidget(side)
    column = QVBoxLayout(side)
    made = [NavItem("Overblik", look), NavItem("Sager", look), NavItem("Lås", look, key="Ctrl+L")]
    for item in made:
        column.addWidget(item)
    with qtbot.waitExposed(side):
        side.show()
    made[0].setFocus()
    yield made


def test_arrows_go_round_and_enter_goes_there(items: list[NavItem]) -> None:
    pressed: list[str] = []
    for item in items:
        item.clicked.connect(lambda _=False, item=item: pressed.append(item.text()))
    QTest.keyClick(items[0], Qt.Key.Key_Down)
    assert items[1].hasFocus()
    QTest.keyClick(items[1], Qt.Key.Key_Return)
    QTest.keyClick(items[1], Qt.Key.Key_Up)
    QTest.keyClick(items[0], Qt.Key.Key_Up)
    assert items[2].hasFocus()
    assert pressed == ["Sager"]


def test_a_screen_reader_hears_where_you_are(items: list[NavItem]) -> None:
    items[1].set_current(current=True, spoken="du er her")
    interface = QAccessible.queryAccessibleInterface(items[1])
    assert interface.role() is QAccessible.Role.Button
    assert interface.text(QAccessible.Text.Description) == "du er her"
    items[1].set_mark(MarkShape.CHECK, "er udfyldt")
    items[1].set_current(current=False, spoken="du er her")
    assert interface.text(QAccessible.Text.Description) == "er udfyldt"


def test_where_you_are_and_what_is_missing_there_are_both_said_in_whatever_order_they_come(
    items: list[NavItem],
) -> None:
    interface = QAccessible.queryAccessibleInterface(items[1])
    items[1].set_current(current=True, spoken="du er her")
    items[1].set_mark(MarkShape.RING, "der mangler noget")
    assert interface.text(QAccessible.Text.Description) == "du er her, der mangler noget"
    items[1].set_current(current=True, spoken="du er her")
    assert interface.text(QAccessible.Text.Description) == "du er her, der mangler noget"


def test_a_sign_has_its_room_before_it_comes(look: Look, qtbot: QtBot) -> None:
    plain, signed = NavItem("Formål", look), NavItem("Formål", look, signed=True)
    for item in (plain, signed):
        qtbot.addWidget(item)
    before = signed.sizeHint().width()
    signed.set_mark(MarkShape.RING, "kan vente")
    assert signed.sizeHint().width() == before > plain.sizeHint().width()
