"""A sag: its meetings lead where they should, a new one needs no more than a day, a deleted one comes back."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.cases.case_page import CasePage
from netmoede_desktop.gui.desk.office_page import Destination, ToCases, ToMeeting, ToMinutes, ToPreparation
from netmoede_desktop.gui.kit.text.labels import Label
from netmoede_desktop.services.preparation.edit_plan import planned_meeting
from tests.gui.desks import OpenOffice
from tests.gui.office_stories import PEOPLE, Stories


def at(month: int, day: int, hour: int = 16) -> datetime:
    return datetime(2026, month, day, hour, 0)  # noqa: DTZ001 – a local wall time


@pytest.fixture
def case(stories: Stories) -> str:
    return stories.case(birth_year=2015, languages=("dansk", "somali"))


@pytest.fixture
def page(office: OpenOffice, case: str, qtbot: QtBot) -> CasePage:
    page = CasePage(office.context, case)
    qtbot.addWidget(page)
    page.resize(1170, 768)
    with qtbot.waitExposed(page):
        page.show()
    return page


def entered(page: CasePage, office: OpenOffice, qtbot: QtBot) -> list[Destination]:
    asked: list[Destination] = []
    page.navigation_requested.connect(asked.append)
    page.enter()
    office.settle(qtbot)
    return asked


def click(page: CasePage, button: object, office: OpenOffice, qtbot: QtBot) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]
    office.settle(qtbot)


def texts(page: CasePage) -> list[str]:
    return [label.text() for label in page.findChildren(Label) if label.isVisible()]


def test_it_tells_what_is_known(page: CasePage, office: OpenOffice, qtbot: QtBot) -> None:
    asked = entered(page, office, qtbot)
    assert {"M-2026-014 · Mikkel", "født 2015 · dansk, somali"} <= set(texts(page))
    assert "Der er ingen møder i sagen endnu. Vælg »Nyt møde«." in texts(page)
    QTest.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert asked == [ToCases()]


def test_each_meeting_leads_where_it_should(
    page: CasePage, office: OpenOffice, stories: Stories, case: str, qtbot: QtBot
) -> None:
    held, running = stories.held(case, at(11, 3)), stories.running(case, at(11, 23, 9))
    planned = stories.meeting(case, at(12, 1))
    asked = entered(page, office, qtbot)
    told = [[cell.text for cell in row.cells[:3]] for row in page.meetings.table.rows]
    assert told == [
        ["3. møde", "tir 1. dec. 16.00", "planlagt"],
        ["2. møde", "I dag 9.01", "i gang"],
        ["1. møde", "tir 3. nov. 16.01", "afsluttet"],
    ]
    for meeting in (planned, running, held):
        page.meetings.table.opened.emit(meeting)
    assert asked == [ToPreparation(planned), ToMeeting(running), ToMinutes(held)]


def test_a_first_meeting_needs_a_day_and_nothing_else(page: CasePage, office: OpenOffice, qtbot: QtBot) -> None:
    asked = entered(page, office, qtbot)
    click(page, page.new, office, qtbot)
    form = page.new_meeting
    assert form.method.currentText() == "Det inddragende netværksmøde – første møde · 2 timer"
    assert "um-1" in form.method._keys and "um" not in form.method._keys, "um is for meetings held before"
    assert form.starts.line.hasFocus()
    QTest.keyClicks(form.starts.line, "31/2 kl. 16")
    QTest.keyClick(form.starts.line, Qt.Key.Key_Return)
    assert form.starts.problem == "Den dag findes ikke. Skriv fx »2/12 kl. 16«."
    assert asked == []
    form.starts.line.selectAll()
    QTest.keyClicks(form.starts.line, "2/12 kl. 15")
    QTest.keyClick(form.starts.line, Qt.Key.Key_Return)
    QTest.keyClick(form.starts.line, Qt.Key.Key_Return)
    office.settle(qtbot)
    [place] = asked
    assert isinstance(place, ToPreparation)
    plan = planned_meeting(office.context.vault, place.meeting, office.context.clock.now()).plan
    assert plan.starts.astimezone().replace(tzinfo=None) == at(12, 2, 15)
    assert (plan.planned_minutes, plan.number_in_series) == (120, 1)


def test_the_next_meeting_is_proposed_from_the_last(
    page: CasePage, office: OpenOffice, stories: Stories, case: str, qtbot: QtBot
) -> None:
    stories.held(case, at(11, 3), ("Kontakter klubben", at(11, 18).date()))
    asked = entered(page, office, qtbot)
    click(page, page.new, office, qtbot)
    form = page.new_meeting
    assert form.method.key == "din-o"
    assert "De 8 personer, sagen kender, kommer på listen." in texts(page)
    form.starts.set_moment(at(12, 15))
    click(page, form.keep, office, qtbot)
    [place] = asked
    assert isinstance(place, ToPreparation)
    plan = planned_meeting(office.context.vault, place.meeting, office.context.clock.now()).plan
    assert [agreement.text for agreement in plan.carried] == ["Kontakter klubben"]
    assert len(plan.people) == len(PEOPLE)
    assert plan.place == "Biblioteket, lokale 2"


def test_the_agreed_next_meeting_stands_on_top_and_is_prepared_from_there(
    page: CasePage, office: OpenOffice, stories: Stories, case: str, qtbot: QtBot
) -> None:
    stories.held(case, at(11, 3), follow_up=at(12, 15))
    asked = entered(page, office, qtbot)
    top = page.meetings.table.rows[0]
    assert [cell.text for cell in top.cells[:3]] == ["2. møde", "tir 15. dec. 16.00", "aftalt · forbered"]
    page.meetings.table.select(top.key)
    assert not page.delete.isVisible(), "what was agreed in a meeting is not deleted here"
    page.meetings.table.opened.emit(top.key)
    office.settle(qtbot)
    assert page.new_meeting.isVisible()
    assert page.new_meeting.starts.moment == at(12, 15)
    click(page, page.new_meeting.keep, office, qtbot)
    assert isinstance(asked[0], ToPreparation)
    page.enter()
    office.settle(qtbot)
    told = [[cell.text for cell in row.cells[1:3]] for row in page.meetings.table.rows]
    assert told == [["tir 15. dec. 16.00", "planlagt"], ["tir 3. nov. 16.01", "afsluttet"]]


def test_a_meeting_tells_the_day_it_was_held_and_what_it_agreed_is_the_next_in_the_series(
    page: CasePage, office: OpenOffice, stories: Stories, case: str, qtbot: QtBot
) -> None:
    stories.held(case, at(12, 3), follow_up=at(12, 15), led=at(11, 9, 13))
    stories.held(case, at(11, 20), follow_up=at(12, 18))
    entered(page, office, qtbot)
    assert [[cell.text for cell in row.cells[:3]] for row in page.meetings.table.rows] == [
        ["3. møde", "fre 18. dec. 16.00", "aftalt · forbered"],
        ["2. møde", "fre 20. nov. 16.01", "afsluttet"],
        ["1. møde", "man 9. nov. 13.01", "afsluttet"],
    ]
    click(page, page.new, office, qtbot)
    assert page.new_meeting.starts.moment == at(12, 18), "the meeting held last is the one that is followed up"


def test_of_meetings_begun_out_of_their_order_no_two_have_one_number(
    page: CasePage, office: OpenOffice, stories: Stories, case: str, qtbot: QtBot
) -> None:
    first = stories.meeting(case, at(12, 1))
    stories.held(case, at(12, 3), led=at(11, 9))
    stories.lead(first, at(11, 20), follow_up=at(12, 18))
    entered(page, office, qtbot)
    assert [[cell.text for cell in row.cells[:2]] for row in page.meetings.table.rows] == [
        ["3. møde", "fre 18. dec. 16.00"],
        ["2. møde", "man 9. nov. 16.01"],
        ["1. møde", "fre 20. nov. 16.01"],
    ]


def test_gone_to_for_its_next_meeting_the_form_is_open(
    office: OpenOffice, stories: Stories, case: str, qtbot: QtBot
) -> None:
    stories.held(case, at(11, 3), follow_up=at(12, 15))
    page = CasePage(office.context, case, new=True)
    qtbot.addWidget(page)
    page.show()
    entered(page, office, qtbot)
    assert page.new_meeting.isVisible()
    assert page.new_meeting.starts.moment == at(12, 15)


def test_the_sag_can_be_put_right(page: CasePage, office: OpenOffice, stories: Stories, qtbot: QtBot) -> None:
    stories.case("M-1", "Ida")
    entered(page, office, qtbot)
    click(page, page.change, office, qtbot)
    assert page.form.languages.text() == "dansk, somali"
    page.form.reference.setText("M-1")
    click(page, page.form.keep, office, qtbot)
    assert page.form.problem == "Der er allerede en sag med nummer M-1. Åbn den i stedet."
    page.form.reference.setText("M-2026-015")
    click(page, page.form.keep, office, qtbot)
    assert "M-2026-015 · Mikkel" in texts(page)
    assert not page.form.isVisible()


def test_a_deleted_meeting_comes_back_by_fortryd(
    page: CasePage, office: OpenOffice, stories: Stories, case: str, qtbot: QtBot
) -> None:
    planned = stories.meeting(case, at(12, 1))
    held = stories.held(case, at(11, 3))
    entered(page, office, qtbot)
    page.meetings.table.select(held)
    assert not page.delete.isVisible(), "what was held stays"
    page.meetings.table.select(planned)
    before = planned_meeting(office.context.vault, planned, office.context.clock.now())
    click(page, page.delete, office, qtbot)
    assert [row.key for row in page.meetings.table.rows] == [held]
    assert page.notice.text == "Mødet er slettet."
    page.notice.acted.emit()
    office.settle(qtbot)
    assert planned_meeting(office.context.vault, planned, office.context.clock.now()) == before
    assert len(page.meetings.table.rows) == 2
