"""The first page: the running meeting first, one big button, what waits, and what to do when there is nothing."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.desk.office_page import (
    Destination,
    ToCase,
    ToCases,
    ToMeeting,
    ToMinutes,
    ToNewRehearsal,
    ToPreparation,
)
from netmoede_desktop.gui.kit.lists.list_card import ListCard
from netmoede_desktop.gui.kit.lists.value_table import ValueTable
from netmoede_desktop.gui.kit.text.labels import Label
from netmoede_desktop.gui.overview.meeting_card import MeetingCard
from netmoede_desktop.gui.overview.overview_page import OverviewPage
from tests.gui.activation import bring_to_front
from tests.gui.desks import OpenOffice
from tests.gui.office_stories import PEOPLE, Stories


def at(month: int, day: int, hour: int = 16) -> datetime:
    return datetime(2026, month, day, hour, 0)  # noqa: DTZ001 – a local wall time


@pytest.fixture
def page(office: OpenOffice, qtbot: QtBot) -> OverviewPage:
    page = OverviewPage(office.context)
    qtbot.addWidget(page)
    page.resize(1170, 768)
    with qtbot.waitExposed(page):
        page.show()
    return page


def entered(page: OverviewPage, office: OpenOffice, qtbot: QtBot) -> list[Destination]:
    """Go there; where it asks to go is collected."""
    asked: list[Destination] = []
    page.navigation_requested.connect(asked.append)
    page.enter()
    office.settle(qtbot)
    return asked


def texts(page: OverviewPage) -> list[str]:
    return [label.text() for label in page.findChildren(Label) if label.isVisible()]


def words(card: ListCard) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in card.table.rows]


def test_an_empty_app_has_two_doors_and_nothing_else(page: OverviewPage, office: OpenOffice, qtbot: QtBot) -> None:
    asked = entered(page, office, qtbot)
    assert texts(page)[:2] == ["Velkommen", "Her er ikke noget endnu. Vælg det, du kom for."]
    assert {"Lav din første sag", "Prøv et øvemøde"} <= set(texts(page))
    assert not [table for table in page.findChildren(ValueTable) if table.isVisible()]
    assert not page.new_case.isVisible()
    QTest.mouseClick(page.doors.case_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.doors.rehearsal_button, Qt.MouseButton.LeftButton)
    assert asked == [ToCases(new=True), ToNewRehearsal()]


def test_the_doors_answer_to_their_figures_and_the_arrows(page: OverviewPage, office: OpenOffice, qtbot: QtBot) -> None:
    asked = entered(page, office, qtbot)
    bring_to_front(page, qtbot)
    page.focus_first()
    assert page.doors.case_button.hasFocus()
    for key, focused in (
        (Qt.Key.Key_Right, page.doors.rehearsal_button),
        (Qt.Key.Key_Right, page.doors.case_button),
        (Qt.Key.Key_Left, page.doors.rehearsal_button),
        (Qt.Key.Key_Up, page.doors.case_button),
    ):
        QTest.keyClick(QApplication.focusWidget() or page, key)
        assert focused.hasFocus()
    QTest.keyClick(page, Qt.Key.Key_2)
    QTest.keyClick(page, Qt.Key.Key_1)
    assert asked == [ToNewRehearsal(), ToCases(new=True)]


def test_the_doors_are_gone_with_the_first_sag_and_so_are_their_figures(
    page: OverviewPage, office: OpenOffice, stories: Stories, qtbot: QtBot
) -> None:
    asked = entered(page, office, qtbot)
    bring_to_front(page, qtbot)
    page.focus_first()
    stories.case()
    page.enter()
    office.settle(qtbot)
    assert not page.doors.isVisible()
    assert page.new_case.hasFocus()
    assert "Mandag 23. november" in texts(page)
    QTest.keyClick(page, Qt.Key.Key_1)
    QTest.keyClick(page, Qt.Key.Key_2)
    assert asked == []


def test_the_running_meeting_comes_first_and_is_gone_on_with(
    page: OverviewPage, office: OpenOffice, stories: Stories, qtbot: QtBot
) -> None:
    today = stories.meeting(stories.case(), at(11, 23))
    running = stories.running(stories.case("R-1", "Ella"), at(11, 23, 9))
    asked = entered(page, office, qtbot)
    first, second = page.findChildren(MeetingCard)
    assert (first.start.text(), second.start.text()) == ("Fortsæt mødet", "Start møde")
    assert not first.prepare.isVisible()
    assert "I GANG SIDEN KL. 9.01 · BIBLIOTEKET, LOKALE 2" in texts(page)
    assert "I DAG KL. 16.00 – 18.00 · BIBLIOTEKET, LOKALE 2" in texts(page)
    page.focus_first()
    assert first.start.hasFocus()
    QTest.keyClick(first.start, Qt.Key.Key_Return)
    QTest.mouseClick(second.start, Qt.MouseButton.LeftButton)
    QTest.mouseClick(second.prepare, Qt.MouseButton.LeftButton)
    assert asked == [ToMeeting(running), ToMeeting(today), ToPreparation(today)]


def test_what_comes_and_what_was_not_held_lead_to_their_preparation(
    page: OverviewPage, office: OpenOffice, stories: Stories, qtbot: QtBot
) -> None:
    case = stories.case()
    coming = stories.meeting(case, at(11, 25, 17), people=PEOPLE[:2])
    missed = stories.meeting(stories.case("X-1", "Bo"), at(11, 19, 9), people=PEOPLE[:2])
    asked = entered(page, office, qtbot)
    assert words(page.coming) == [["ons 25. nov. 17.00", "M-2026-014", "1. møde", "DIN · første møde"]]
    assert words(page.missed) == [["tor 19. nov. 9.00", "X-1", ""]]
    page.coming.table.opened.emit(coming)
    page.missed.table.opened.emit(missed)
    assert asked == [ToPreparation(coming), ToPreparation(missed)]


def test_the_agreed_next_meeting_stands_among_those_to_come_until_it_is_planned(
    page: OverviewPage, office: OpenOffice, stories: Stories, qtbot: QtBot
) -> None:
    case = stories.case()
    stories.held(case, at(11, 20), follow_up=at(12, 16, 15))
    asked = entered(page, office, qtbot)
    assert words(page.coming) == [["ons 16. dec. 15.00", "M-2026-014", "2. møde", "aftalt · forbered"]]
    page.coming.table.opened.emit(page.coming.table.rows[0].key)
    assert asked == [ToCase(case, new=True)]
    stories.meeting(case, at(12, 16, 15), people=())
    page.enter()
    office.settle(qtbot)
    assert [row[0:4:3] for row in words(page.coming)] == [["ons 16. dec. 15.00", "DIN · første møde"]]


def test_an_agreed_day_that_passes_unplanned_is_told_with_what_was_not_held(
    page: OverviewPage, office: OpenOffice, stories: Stories, qtbot: QtBot
) -> None:
    case = stories.case()
    stories.held(case, at(10, 1), follow_up=at(11, 19, 9))
    asked = entered(page, office, qtbot)
    assert words(page.missed) == [["tor 19. nov. 9.00", "M-2026-014", "aftalt · forbered"]]
    page.missed.table.opened.emit(page.missed.table.rows[0].key)
    assert asked == [ToCase(case, new=True)]


def test_what_waits_after_meetings_is_told(
    page: OverviewPage, office: OpenOffice, stories: Stories, qtbot: QtBot
) -> None:
    case = stories.case("H-1", "Sofus")
    held = stories.held(case, at(11, 10), ("Kontakter klubben", date(2026, 11, 18)), ("Ringer", date(2026, 11, 27)))
    asked = entered(page, office, qtbot)
    assert "Ingen møder i dag · 1 aftale over tid · 1 referat venter" in texts(page)
    assert words(page.minutes) == [["H-1", "10. nov.", "9 arbejdsdage"]]
    assert words(page.due) == [["Kontakter klubben", "Lone", "18. nov. · over tid"], ["Ringer", "Lone", "27. nov."]]
    page.minutes.table.opened.emit(held)
    page.due.table.opened.emit(page.due.table.rows[0].key)
    assert asked == [ToMinutes(held), ToCase(case)]


def test_todays_meeting_that_has_been_held_is_told_with_the_way_to_its_referat(
    page: OverviewPage, office: OpenOffice, stories: Stories, qtbot: QtBot
) -> None:
    held = stories.held(stories.case(), at(11, 23, 9))
    asked = entered(page, office, qtbot)
    assert "Dagens møde er holdt · 1 referat venter" in texts(page)
    assert "HOLDT I DAG · BIBLIOTEKET, LOKALE 2" in texts(page)
    (card,) = page.findChildren(MeetingCard)
    assert [button.isVisible() for button in (card.start, card.prepare, card.minutes)] == [False, False, True]
    page.focus_first()
    assert card.minutes.hasFocus()
    QTest.keyClick(card.minutes, Qt.Key.Key_Return)
    assert asked == [ToMinutes(held)]
    stories.meeting(stories.case("X-1", "Bo"), at(11, 23, 15))
    page.enter()
    office.settle(qtbot)
    assert "1 møde i dag · 1 er holdt · 1 referat venter" in texts(page)
    assert [card.first.text() for card in page._cards] == ["Start møde", "Åbn referatet"]
    office.forward(days=1)
    page.enter()
    office.settle(qtbot)
    assert "Ingen møder i dag · 1 referat venter" in texts(page)


def test_a_meeting_held_on_another_day_than_planned_is_told_on_the_day_it_was_held(
    page: OverviewPage, office: OpenOffice, stories: Stories, qtbot: QtBot
) -> None:
    stories.held(stories.case(), at(12, 10), led=at(11, 23, 9))
    entered(page, office, qtbot)
    assert "Dagens møde er holdt · 1 referat venter" in texts(page)
    assert words(page.minutes)[0][1] == "23. nov."


def test_a_long_list_is_shown_in_pages(page: OverviewPage, office: OpenOffice, stories: Stories, qtbot: QtBot) -> None:
    case = stories.case()
    for day in range(1, 12):
        stories.meeting(case, at(12, day), people=())
    entered(page, office, qtbot)
    assert len(page.coming.table.rows) == 8
    QTest.mouseClick(page.coming.more, Qt.MouseButton.LeftButton)
    office.settle(qtbot)
    assert len(page.coming.table.rows) == 11
    assert not page.coming.more.isVisible()


def test_an_app_without_anything_due_says_so(
    page: OverviewPage, office: OpenOffice, stories: Stories, qtbot: QtBot
) -> None:
    stories.case()
    entered(page, office, qtbot)
    assert "Der er ingen planlagte møder efter i dag. Åbn en sag, og vælg »Nyt møde«." in texts(page)
    assert "Ingen aftaler er over tid, og ingen har frist den næste uge." in texts(page)
    assert page.new_case.isVisible()


def test_another_day_is_another_title(page: OverviewPage, office: OpenOffice, stories: Stories, qtbot: QtBot) -> None:
    stories.meeting(stories.case(), at(11, 24))
    entered(page, office, qtbot)
    assert words(page.coming)[0][0] == "I morgen 16.00"
    office.forward(days=1)
    page.enter()
    office.settle(qtbot)
    assert "Tirsdag 24. november" in texts(page)
    assert len(page.findChildren(MeetingCard)) == 1
