"""A meeting in preparation for the tests of its steps: opened at one of them, and asked what is kept."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.meeting.plan import MeetingPlan
from netmoede_desktop.domain.people.people import Person
from netmoede_desktop.domain.preparation.known_facts import KnownFacts
from netmoede_desktop.gui.kit.fields.choice import Choice
from netmoede_desktop.gui.preparation.child.child_page import ChildPage
from netmoede_desktop.gui.preparation.frame.frame_page import FramePage
from netmoede_desktop.gui.preparation.meeting_form_page import PurposePage
from netmoede_desktop.gui.preparation.people.people_page import PeoplePage
from netmoede_desktop.gui.preparation.preparation import PreparationPage
from netmoede_desktop.gui.preparation.preparation_steps import PreparationStep
from netmoede_desktop.gui.preparation.readiness.readiness_presenter import RuleRow
from netmoede_desktop.gui.preparation.readiness.rule_row import RuleButton
from netmoede_desktop.gui.preparation.sag.sag_page import SagPage
from netmoede_desktop.gui.preparation.seating.seating_page import SeatingPage
from netmoede_desktop.gui.preparation.timing.time_page import TimePage
from netmoede_desktop.services.preparation.edit_plan import planned_meeting
from tests.gui.desks import OpenOffice
from tests.gui.office_stories import Stories

STARTS = datetime(2026, 12, 1, 16, 0)  # noqa: DTZ001 – a local wall time


def opened(office: OpenOffice, qtbot: QtBot, step: PreparationStep, **more: object) -> PreparationPage:
    """The preparation of a meeting, at a step."""
    stories = Stories(office)
    meeting = stories.meeting(stories.case(), STARTS, **more)  # type: ignore[arg-type]
    page = PreparationPage(office.context, meeting)
    qtbot.addWidget(page)
    page.resize(1170, 768)
    with qtbot.waitExposed(page):
        page.show()
    page.enter()
    office.settle(qtbot)
    page.go_to(step)
    return page


def plan(page: PreparationPage, office: OpenOffice) -> MeetingPlan:
    """The plan as it is kept."""
    return planned_meeting(office.context.vault, page.bridge.meeting_id, office.context.clock.now()).plan


def people(page: PreparationPage, office: OpenOffice) -> dict[str, Person]:
    return {person.name: person for person in plan(page, office).people}


def purpose_page(page: PreparationPage) -> PurposePage:
    step = page.page_of(PreparationStep.PURPOSE)
    assert isinstance(step, PurposePage)
    return step


def facts(page: PreparationPage, office: OpenOffice) -> KnownFacts:
    """What is known beyond the plan, as it is kept."""
    return planned_meeting(office.context.vault, page.bridge.meeting_id, office.context.clock.now()).facts


def sag_page(page: PreparationPage) -> SagPage:
    step = page.page_of(PreparationStep.CASE)
    assert isinstance(step, SagPage)
    return step


def child_page(page: PreparationPage) -> ChildPage:
    step = page.page_of(PreparationStep.CHILD)
    assert isinstance(step, ChildPage)
    return step


def frame_page(page: PreparationPage) -> FramePage:
    step = page.page_of(PreparationStep.FRAME)
    assert isinstance(step, FramePage)
    return step


def people_page(page: PreparationPage) -> PeoplePage:
    step = page.page_of(PreparationStep.PEOPLE)
    assert isinstance(step, PeoplePage)
    return step


def seating_page(page: PreparationPage) -> SeatingPage:
    step = page.page_of(PreparationStep.SEATS)
    assert isinstance(step, SeatingPage)
    return step


def time_page(page: PreparationPage) -> TimePage:
    step = page.page_of(PreparationStep.TIME)
    assert isinstance(step, TimePage)
    return step


def rule_row(page: PreparationPage, rule: str) -> RuleRow:
    """A rule as *Er mødet klar?* shows it, or would where it is the one in the card."""
    shown = page.side.shown
    return next(row for row in (*shown.musts, *page.readiness.rows) if row.rule == rule)


def unfolded(page: PreparationPage, rule: str) -> RuleButton:
    """The row of a rule, its group unfolded."""
    for section in (page.readiness.musts, page.readiness.waiting, page.readiness.in_place):
        if not section.more.isHidden():
            section.more.click()
    return next(button for button in page.readiness.buttons if button.row.rule == rule)


def pick(choice: Choice, key: str) -> None:
    choice.set_key(key)
    choice.activated.emit(choice.currentIndex())


def add(page: PreparationPage, office: OpenOffice, qtbot: QtBot, name: str, relation: str = "") -> None:
    adding = people_page(page).adding
    QTest.keyClicks(adding.name, name)
    QTest.keyClick(adding.name, Qt.Key.Key_Tab)
    QTest.keyClicks(QApplication.focusWidget() or adding.relation, relation)
    QTest.keyClick(QApplication.focusWidget() or adding.relation, Qt.Key.Key_Return)
    office.settle(qtbot)
