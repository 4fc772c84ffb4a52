"""Who sits where, by the keyboard, and the order of speaking that comes of it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.preparation.preparation_steps import PreparationStep
from tests.gui.desks import OpenOffice
from tests.gui.office_stories import PEOPLE
from tests.gui.preparing import opened, people, plan, seating_page


def test_seats_are_moved_by_the_keyboard_and_the_order_follows(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.SEATS)
    step = seating_page(page)
    assert step.order.text().splitlines()[:3] == ["1. Mikkel", "2. Lone", "3. Peter"]
    lone = people(page, office)["Lone Holm"].id
    QTest.keyClick(step.table.seat(lone), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    office.settle(qtbot)
    assert step.order.text().splitlines()[:3] == ["1. Mikkel", "2. Peter", "3. Lone"]
    order = [person.name for person in sorted(plan(page, office).people, key=lambda p: p.seat)]
    assert order[:3] == ["Mikkel Holm", "Peter Holm", "Lone Holm"]


def test_the_word_can_go_round_the_table(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.SEATS, people=(PEOPLE[4], *PEOPLE[:2]))
    step = seating_page(page)
    assert step.order.text().splitlines() == ["1. Mikkel", "2. Lone", "3. Hanne"]
    QTest.mouseClick(step.by_seating, Qt.MouseButton.LeftButton)
    office.settle(qtbot)
    assert step.order.text().splitlines() == ["1. Hanne", "2. Mikkel", "3. Lone"]
    assert plan(page, office).by_seating
