"""A table of values: opened by click and Enter, walked by arrows, one row ringed, columns that make room."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.kit.lists.value_table import Cell, Column, Row, ValueTable
from netmoede_desktop.gui.kit.text.labels import Tone
from netmoede_desktop.gui.theme.look import Look

COLUMNS = (Column("Dato"), Column("Sag", 1), Column("Klar", from_width=500))


def rows(count: int) -> tuple[Row, ...]:
    return tuple(
        Row(f"m{n}", (Cell(f"{n}. nov"), Cell(f"M-2026-{n:03d}", Tone.STRONG), Cell("Klar", Tone.DONE)))
        for n in range(count)
    )


@pytest.fixture
def table(look: Look, qtbot: QtBot) -> ValueTable:
    table = ValueTable("Kommende møder", COLUMNS, look)
    qtbot.addWidget(table)
    table.render(rows(4))
    table.resize(600, 400)
    with qtbot.waitExposed(table):
        table.show()
    return table


def test_enter_and_a_click_open_a_row(table: ValueTable, qtbot: QtBot) -> None:
    opened: list[str] = []
    table.opened.connect(opened.append)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    third = table.visualRect(table.model().index(2, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=third)
    below = QPoint(20, table.viewport().height() - 4)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=below)
    assert opened == ["m1", "m2"]


def test_the_keyboard_tells_where_it_went_and_delete_asks(table: ValueTable) -> None:
    told: list[str] = []
    table.selected.connect(told.append)
    table.removed.connect(lambda key: told.append(f"-{key}"))
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert told == ["m0", "m1", "-m1"]


def test_the_selected_row_stays_selected_when_others_come(table: ValueTable) -> None:
    table.select("m2")
    told: list[str] = []
    table.selected.connect(told.append)
    table.render((*rows(1), *rows(8)[2:]))
    assert table.key == "m2"
    table.render(rows(2))
    assert table.key == ""
    assert told == []


def test_tab_leaves_the_table(look: Look, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    table, after = ValueTable("Sager", COLUMNS, look), QLineEdit()
    column.addWidget(table)
    column.addWidget(after)
    table.render(rows(3))
    with qtbot.waitExposed(page):
        page.show()
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_what_is_least_needed_makes_room(table: ValueTable) -> None:
    assert not table.isColumnHidden(2)
    table.resize(400, 400)
    assert table.isColumnHidden(2)
    assert sum(table.columnWidth(n) for n in range(2)) <= table.viewport().width()


def test_the_words_of_a_column_are_not_cut_while_there_is_room(table: ValueTable) -> None:
    metrics = table.fontMetrics()
    assert table.columnWidth(0) > metrics.horizontalAdvance("3. nov.")
    assert table.columnWidth(2) > metrics.horizontalAdvance("Klar")


def test_a_screen_reader_finds_a_table_with_headers(table: ValueTable) -> None:
    interface = QAccessible.queryAccessibleInterface(table)
    assert interface.role() is QAccessible.Role.Table
    assert interface.text(QAccessible.Text.Name) == "Kommende møder"
    names = {interface.child(n).text(QAccessible.Text.Name) for n in range(interface.childCount())}
    assert {"Dato", "Sag", "Klar", "M-2026-002"} <= names


def test_it_takes_the_height_of_its_rows_and_no_more(table: ValueTable, look: Look) -> None:
    table.fit_height(8)
    four = table.height()
    table.render(rows(30))
    table.fit_height(8)
    assert table.height() == four + 4 * look.px(38)


@pytest.mark.parametrize(("words", "whole"), [(10, {0, 1}), (24, {0, 1}), (200, {0})])
def test_a_column_with_few_words_leaves_its_room_to_one_with_many(
    look: Look, qtbot: QtBot, words: int, whole: set[int]
) -> None:
    table = ValueTable("Personer", (Column("Hvem", 1), Column("Bemærk", 1)), look)
    qtbot.addWidget(table)
    table.resize(500, 200)
    with qtbot.waitExposed(table):
        table.show()
    row = Row("a", (Cell("mor"), Cell("m" * words)))
    table.render([row])
    metrics = table.fontMetrics()
    fits = {n for n in range(2) if table.columnWidth(n) >= metrics.horizontalAdvance(row.cells[n].text)}
    assert fits == whole
    assert sum(table.columnWidth(n) for n in range(2)) <= table.viewport().width()
