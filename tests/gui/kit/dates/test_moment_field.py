"""A day and a time in one field: what is understood is said back, what is wrong is one sentence, nothing is lost."""

from collections.abc import Iterator
from datetime import date, datetime, time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.kit.dates.day_field import DayField
from netmoede_desktop.gui.kit.dates.moment_field import MomentField
from netmoede_desktop.gui.kit.dates.month_grid import MonthGrid
from netmoede_desktop.gui.kit.dates.month_popup import MonthPopup
from netmoede_desktop.gui.kit.fields.fields import LineInput
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.calendar.holidays import holiday_names

TODAY = date(2026, 11, 23)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 12, day, hour, minute)  # noqa: DTZ001 – a local wall time


@pytest.fixture
def field(look: Look, t: Translator, qtbot: QtBot) -> Iterator[MomentField]:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    field = MomentField("Hvornår", look, t, lambda: TODAY, holiday_names, usual_time=time(16, 0))
    column.addWidget(field)
    column.addWidget(LineInput())
    with qtbot.waitExposed(page):
        page.show()
    field.line.setFocus()
    yield field


def leave(field: MomentField) -> None:
    QTest.keyClick(field.line, Qt.Key.Key_Tab)


@pytest.mark.parametrize(
    ("today", "day"),
    [(date(2026, 11, 23), "2/12"), (date(2026, 11, 26), "7/12"), (date(2026, 12, 28), "6/1")],
)
def test_its_examples_lie_ahead_on_a_weekday(qtbot: QtBot, look: Look, t: Translator, today: date, day: str) -> None:
    field = MomentField("Hvornår", look, t, lambda: today, holiday_names, usual_time=time(16, 0))
    only_day = DayField("Fra", look, t, lambda: today, holiday_names)
    for widget in (field, only_day):
        qtbot.addWidget(widget)
    assert (field.line.placeholderText(), only_day.line.placeholderText()) == (f"fx {day} kl. 16", f"fx {day}")
    assert not field.commit()
    assert field.problem == f"Skriv dag og klokkeslæt, fx »{day} kl. 16«."


def test_what_is_typed_is_said_back_and_told_once(field: MomentField) -> None:
    told: list[datetime | None] = []
    field.changed.connect(told.append)
    QTest.keyClicks(field.line, "4/12 kl. 15.30")
    assert field.moment == at(4, 15, 30)
    assert told[-1] == at(4, 15, 30)
    assert field.line.accessibleDescription() == "Fredag 4. december 2026 kl. 15.30"
    leave(field)
    assert field.line.text() == "4/12 kl. 15.30", "as it was typed"


def test_a_date_that_does_not_exist_is_one_sentence_and_stays(field: MomentField) -> None:
    QTest.keyClicks(field.line, "31/2 kl. 16")
    assert field.problem == "", "nobody is told off while typing"
    leave(field)
    assert field.problem == "Den dag findes ikke. Skriv fx »2/12 kl. 16«."
    assert field.line.text() == "31/2 kl. 16"
    assert field.moment is None
    field.line.selectAll()
    QTest.keyClicks(field.line, "2/12 kl. 16")
    assert field.problem == ""


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("tirs 1/12 kl 16", "Tirsdag 1. december 2026 kl. 16.00"),
        ("man d. 30/11 kl 9", "Mandag 30. november 2026 kl. 9.00"),
        ("tirsdag den 1. december kl. 16-18", "Tirsdag 1. december 2026 kl. 16.00"),
        ("uge 49 torsdag kl. 10", "Torsdag 3. december 2026 kl. 10.00"),
        ("9.30 i morgen", "Tirsdag 24. november 2026 kl. 9.30"),
        ("1/12 16", "Tirsdag 1. december 2026 kl. 16.00"),
        ("om 3 mdr. kl 10", "Tirsdag 23. februar 2027 kl. 10.00"),
        ("2. juledag kl. 12", "Lørdag 26. december 2026 kl. 12.00"),
        ("1/12 kl. halv fem", "Klokken kan forstås på to måder. Skriv fx »kl. 16.30«."),
        ("ons 1/12 kl. 16", "Datoen falder på en anden ugedag. Ret ugedagen eller datoen."),
        ("før sommerferien kl. 16", "Dagen kan ikke læses. Skriv fx »2/12 kl. 16« eller »på fredag kl. 14«."),
    ],
)
def test_a_line_as_a_hurried_hand_writes_it_is_read_or_asked_about(field: MomentField, line: str, said: str) -> None:
    QTest.keyClicks(field.line, line)
    leave(field)
    assert field.line.accessibleDescription() == said


def test_a_day_alone_gets_the_usual_time(field: MomentField) -> None:
    QTest.keyClicks(field.line, "4/12")
    leave(field)
    assert field.moment == at(4, 16)


def test_a_day_is_picked_from_the_month_by_keys(field: MomentField, qtbot: QtBot) -> None:
    QTest.keyClicks(field.line, "4/12 kl. 9")
    QTest.mouseClick(field.calendar, Qt.MouseButton.LeftButton)
    popup = field.findChildren(MonthPopup)[0]
    grid = popup.findChildren(MonthGrid)[0]
    assert grid.title == "December 2026"
    QTest.keyClick(grid, Qt.Key.Key_Down)
    QTest.keyClick(grid, Qt.Key.Key_Left)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert field.moment == at(10, 9)
    assert field.line.text() == "10/12-2026 kl. 9.00"


def test_the_month_tells_of_days_off_and_turns(look: Look, t: Translator, qtbot: QtBot) -> None:
    grid = MonthGrid(look, t, TODAY, holiday_names(date(2026, 1, 1), date(2027, 12, 31)))
    qtbot.addWidget(grid)
    grid.mark(date(2026, 12, 25))
    assert grid.accessibleName() == "fredag 25. december 2026 · Juledag"
    grid.mark(date(2027, 1, 31))
    QTest.keyClick(grid, Qt.Key.Key_PageDown)
    assert grid.day == date(2027, 2, 28)
    QTest.keyClick(grid, Qt.Key.Key_PageUp)
    QTest.keyClick(grid, Qt.Key.Key_PageUp)
    assert grid.day == date(2026, 12, 28)
    picked: list[date] = []
    grid.picked.connect(picked.append)
    cell = look.px(36)
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.rect().topLeft() + _place(cell, week=1, weekday=1))
    assert picked == [date(2026, 12, 1)]
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.rect().topLeft() + _place(cell, week=1, weekday=-1))
    assert len(picked) == 1, "the number of a week is no day"


def _place(cell: int, *, week: int, weekday: int) -> QPoint:
    return QPoint((weekday + 1) * cell + cell // 2, week * cell + cell // 2)


def test_undo_goes_back_one_step_a_press_also_from_what_was_completed_or_picked(field: MomentField) -> None:
    undo = Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
    QTest.keyClicks(field.line, "4/12")
    leave(field)
    assert (field.line.text(), field.moment) == ("4/12-2026 kl. 16.00", at(4, 16))
    field._picked(date(2026, 12, 7))
    field.line.setFocus()
    assert field.moment == at(7, 16)
    seen = []
    while field.line.isUndoAvailable():
        QTest.keyClick(field.line, *undo)
        seen.append((field.line.text(), field.moment))
    assert seen == [("4/12-2026 kl. 16.00", at(4, 16)), ("4/12", None), ("", None)]
