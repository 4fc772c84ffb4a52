"""A meeting in preparation as a whole: what is missing, how it is left, and what may not be changed any more."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.people.people import Role
from netmoede_desktop.gui.desk.office_page import Destination, ToCase, ToMinutes
from netmoede_desktop.gui.kit.text.marks import MarkShape
from netmoede_desktop.gui.preparation.preparation import PreparationPage
from netmoede_desktop.gui.preparation.preparation_steps import PreparationStep
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.conducting import Conducting
from tests.gui.desks import OpenOffice, open_office
from tests.gui.office_stories import PEOPLE, Stories
from tests.gui.preparing import (
    STARTS,
    opened,
    people_page,
    plan,
    purpose_page,
    rule_row,
    time_page,
    unfolded,
)


@pytest.fixture
def office(tmp_path: Path, look: Look, t: Translator, qtbot: QtBot) -> Iterator[OpenOffice]:
    with open_office(tmp_path, look, t) as office:
        yield office


def test_a_rule_leads_to_the_field_that_mends_it(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.TIME, people=PEOPLE[:3], purpose="")
    steps = []
    for rule, field in (
        ("purpose", purpose_page(page).purpose),
        ("leader-listed", people_page(page).adding.name),
    ):
        QTest.mouseClick(unfolded(page, rule), Qt.MouseButton.LeftButton)
        steps.append(page.step)
        assert field.hasFocus()
    assert steps == [PreparationStep.PURPOSE, PreparationStep.PEOPLE]


@pytest.mark.parametrize("step", list(PreparationStep))
def test_a_step_opens_with_the_keyboard_on_what_it_asks_first(
    office: OpenOffice, qtbot: QtBot, step: PreparationStep
) -> None:
    page = opened(office, qtbot, step)
    here = QApplication.focusWidget()
    assert here is not None
    assert page.page_of(step).isAncestorOf(here), here.accessibleName()


def test_whoever_has_no_place_in_the_methods_order_is_named(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.TIME, people=(*PEOPLE[:5], *PEOPLE[6:]), method="um")
    row = rule_row(page, "everybody-in-order")
    assert "Kirsten" in row.name and "Søren" in row.name


_CROWD = (
    *PEOPLE,
    *((f"Person {letter}", Role.PRIVATE, "nabo") for letter in "ABCDEFGHIJ"),
    *((f"Lærer {letter}", Role.PROFESSIONAL, "lærer") for letter in "ABCDEFGH"),
)


def test_too_little_time_leads_to_the_length(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PURPOSE, people=_CROWD)
    button = unfolded(page, "turns-long-enough")
    assert "sekunder til hver" in button.row.found
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page.step is PreparationStep.TIME
    assert time_page(page).length.hasFocus()


def test_the_card_at_the_side_stands_still_from_step_to_step(office: OpenOffice, qtbot: QtBot) -> None:
    """But where a step has something to say of its own first: the advice on the time, a person that is chosen."""
    page = opened(office, qtbot, PreparationStep.PURPOSE)
    page.resize(1166, 768)
    tops = set()
    for step in (PreparationStep.PURPOSE, PreparationStep.CHILD, PreparationStep.PEOPLE, PreparationStep.FRAME):
        page.go_to(step)
        QApplication.processEvents()
        if step is PreparationStep.PEOPLE:
            people_page(page).table.select("")
            QApplication.processEvents()
        tops.add(page.readiness.mapTo(page, QPoint(0, 0)).y())
    assert len(tops) == 1


def test_a_step_carries_the_worst_sign_of_its_rules(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PURPOSE)
    signs = {step: item.mark for step, item in page.list.items.items()}
    assert signs[PreparationStep.PURPOSE] is MarkShape.CHECK
    assert signs[PreparationStep.PEOPLE] is MarkShape.BANG
    assert page.list.items[PreparationStep.PURPOSE].accessibleDescription() == "du er her, på plads"
    assert page.list.items[PreparationStep.PEOPLE].accessibleDescription() == "skal klares"


def test_what_is_typed_is_saved_before_the_meeting_is_started_and_the_sag_is_gone_back_to(
    office: OpenOffice, qtbot: QtBot
) -> None:
    page = opened(office, qtbot, PreparationStep.PURPOSE)
    asked: list[Destination] = []
    page.navigation_requested.connect(asked.append)
    QTest.keyClicks(purpose_page(page).purpose, "x")
    QTest.mouseClick(page.side.start, Qt.MouseButton.LeftButton)
    assert plan(page, office).purpose.startswith("x")
    assert asked == []
    QTest.mouseClick(page.list.back, Qt.MouseButton.LeftButton)
    assert asked == [ToCase(page.bridge.meeting.case_id)]  # type: ignore[union-attr]


def test_a_meeting_that_has_begun_is_shown_and_not_changed(office: OpenOffice, qtbot: QtBot) -> None:
    stories = Stories(office)
    meeting = stories.running(stories.case(), STARTS)
    page = PreparationPage(office.context, meeting)
    qtbot.addWidget(page)
    page.show()
    page.enter()
    office.settle(qtbot)
    assert page.notice.text == "Mødet er begyndt og kan ikke ændres her."
    assert purpose_page(page).purpose.isReadOnly()
    assert not time_page(page).place.isEnabled()
    assert not people_page(page).adding.isEnabled()
    assert not page.readiness.isVisible()


def test_a_meeting_that_has_been_held_is_said_to_be_over_and_leads_to_its_referat(
    office: OpenOffice, qtbot: QtBot
) -> None:
    stories = Stories(office)
    meeting = stories.held(stories.case(), STARTS)
    page = PreparationPage(office.context, meeting)
    qtbot.addWidget(page)
    asked: list[Destination] = []
    page.navigation_requested.connect(asked.append)
    page.show()
    page.enter()
    office.settle(qtbot)
    assert page.notice.text == "Mødet er holdt og kan ikke ændres her."
    page.notice.acted.emit()
    assert asked == [ToMinutes(meeting)]
    assert purpose_page(page).purpose.isReadOnly()


def test_people_that_the_roll_call_has_seated_are_left_to_it(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PEOPLE)
    ids = [person.id for person in plan(page, office).people]
    leading = Conducting(office.context.vault, page.bridge.meeting_id, office.context.clock)
    leading.do(cmd.MoveSeats((ids[1], ids[0], *ids[2:])))
    page.enter()
    office.settle(qtbot)
    assert page.notice.text == "Deltagerne er skrevet op under »Hvem er her?«. Ret dem der."
    assert not people_page(page).adding.isEnabled()
    assert time_page(page).place.isEnabled()


def test_what_the_sag_knows_may_come_when_the_page_is_gone(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PEOPLE)
    bridge = page.bridge
    page.close()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(page)
    bridge.known.emit(())
