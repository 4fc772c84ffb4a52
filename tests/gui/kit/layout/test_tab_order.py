"""Tab comes to what was made later where it is read, and not at the end."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.kit.buttons.answer_chips import AnswerChips
from netmoede_desktop.gui.kit.layout.tab_order import set_tab_order, set_tab_order_before, tab_stops_in
from netmoede_desktop.gui.theme.look import Look
from tests.gui.activation import bring_to_front


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """Two groups of two lines each, one above the other."""
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    for name in "ab":
        held = named(QWidget(), name)
        lines = QVBoxLayout(held)
        lines.addWidget(QLabel(name))
        for number in "12":
            lines.addWidget(named(QLineEdit(), name + number))
        column.addWidget(held)
    return page


def named(widget: QWidget, name: str) -> QWidget:
    widget.setObjectName(name)
    return widget


def group(page: QWidget, name: str) -> QWidget:
    found = page.findChild(QWidget, name)
    assert isinstance(found, QWidget)
    return found


def add(page: QWidget, name: str) -> QWidget:
    line = named(QLineEdit(), name)
    layout = group(page, name[0]).layout()
    assert layout is not None
    layout.addWidget(line)
    return line


def order(page: QWidget, first: str = "a1") -> list[str]:
    """The round of Tab, from a stop on."""
    names = [stop.objectName() for stop in tab_stops_in(page)]
    place = names.index(first)
    return names[place:] + names[:place]


def test_pieces_follow_each_other(page: QWidget) -> None:
    set_tab_order(group(page, "a2"), group(page, "b"), group(page, "a1"))
    assert order(page) == ["a1", "a2", "b1", "b2"]
    set_tab_order(group(page, "b2"), group(page, "a"), group(page, "b1"))
    assert order(page) == ["a1", "a2", "b1", "b2"]
    set_tab_order(group(page, "a1"), group(page, "b"), group(page, "a2"))
    assert order(page) == ["a1", "b1", "b2", "a2"]


def test_a_piece_of_which_one_stop_was_moved_before_it_keeps_the_order_of_the_round(page: QWidget) -> None:
    set_tab_order(group(page, "a1"), group(page, "b1"))
    assert [stop.objectName() for stop in tab_stops_in(group(page, "b"))] == ["b1", "b2"]


def test_what_comes_later_into_a_piece_comes_after_what_was_there_however_often_it_is_asked(page: QWidget) -> None:
    set_tab_order(group(page, "a"), group(page, "b"))
    for name in ("a3", "b3", "a4"):
        add(page, name)
        set_tab_order(group(page, "a"), group(page, "b"))
    assert order(page) == ["a1", "a2", "a3", "a4", "b1", "b2", "b3"]


def test_a_line_that_is_read_before_an_older_one(page: QWidget) -> None:
    set_tab_order_before(group(page, "b2"), add(page, "b0"), add(page, "b9"))
    assert order(page) == ["a1", "a2", "b1", "b0", "b9", "b2"]


def test_the_first_of_all_can_be_read_before_too(page: QWidget) -> None:
    set_tab_order_before(group(page, "a1"), add(page, "a0"))
    assert order(page, "a0") == ["a0", "a1", "a2", "b1", "b2"]


def test_tab_comes_to_the_answer_that_holds_before_any_of_them_has_had_the_keyboard(qtbot: QtBot, look: Look) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    chips = AnswerChips([("ma", "mandag"), ("ti", "tirsdag"), ("on", "onsdag")], look)
    before, column = QLineEdit(), QVBoxLayout(window)
    column.addWidget(before)
    column.addWidget(chips)
    chips.set_key("ti")
    bring_to_front(window, qtbot)
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is chips.chips["ti"]
    chips.set_key("")
    assert [chip.accessibleName() for chip in tab_stops_in(chips)] == ["mandag"]
