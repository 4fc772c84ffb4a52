"""The keyboard is found again in a page that is built anew, and never put where it was not."""

from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.kit.layout.focus_place import focus_place, restore_focus


def page(qtbot: QtBot, *kinds: type[QWidget]) -> tuple[QWidget, list[QWidget]]:
    """A page of such stops, shown."""
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    stops = [kind() for kind in kinds]
    for stop in stops:
        column.addWidget(stop)
    made.show()
    return made, stops


def test_it_is_the_same_one_of_its_kind(qtbot: QtBot) -> None:
    before, stops = page(qtbot, QPushButton, QLineEdit, QLineEdit)
    stops[2].setFocus()
    after, built = page(qtbot, QLineEdit, QPushButton, QPushButton, QLineEdit)
    restore_focus(after, focus_place(before))
    assert after.focusWidget() is built[3]


def test_where_there_are_more_or_fewer_it_is_left_where_it_is(qtbot: QtBot) -> None:
    before, stops = page(qtbot, QPushButton, QPushButton)
    stops[1].setFocus()
    after, built = page(qtbot, QPushButton, QPushButton, QPushButton)
    built[0].setFocus()
    restore_focus(after, focus_place(before))
    assert after.focusWidget() is built[0]


def test_a_page_without_the_keyboard_has_no_place(qtbot: QtBot) -> None:
    before, _ = page(qtbot, QWidget)
    assert focus_place(before) is None
    restore_focus(before, None)
