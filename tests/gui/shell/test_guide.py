"""F1: the guide from wherever one is outside a meeting, and from the list of keys inside it; each with its way back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.gui.cases.cases_page import CasesPage
from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.desk.office_page import ToCases, ToMeeting, ToPreparation
from netmoede_desktop.gui.guide.guide_page import GuidePage
from netmoede_desktop.gui.guide.guide_view import GuideView
from netmoede_desktop.gui.kit.buttons.buttons import Button
from netmoede_desktop.gui.kit.text.labels import Label
from netmoede_desktop.gui.meeting.guide_page import MeetingGuidePage
from netmoede_desktop.gui.meeting.help_page import HelpPage
from netmoede_desktop.gui.meeting.table.round_page import RoundPage
from netmoede_desktop.gui.meeting.window.pages import PageKind
from netmoede_desktop.gui.preparation.preparation import PreparationPage
from netmoede_desktop.gui.preparation.preparation_steps import PreparationStep
from netmoede_desktop.gui.shell.minutes_window import MinutesWindow
from tests.gui.activation import bring_to_front
from tests.gui.sessions import Opened, opened


@pytest.fixture
def one(tmp_path: Path, qtbot: QtBot, fonts: None) -> Iterator[Opened]:
    """The office, with a meeting that has not begun."""
    with opened(tmp_path) as session:
        yield session


@pytest.mark.smoke
def test_r113_f1_tells_what_happens_before_during_and_after_the_meeting(one: Opened, qtbot: QtBot) -> None:
    one.office.navigate_to(ToCases())
    bring_to_front(one.office, qtbot)
    QTest.keyClick(one.office, Qt.Key.Key_F1)
    page = one.office.page
    assert isinstance(page, GuidePage)
    titles = [label.text() for label in page.findChildren(Label)]
    assert {"Før mødet", "Under mødet", "Efter mødet", "Når noget går galt"} <= set(titles)
    assert one.office.windowTitle() == "Vejledning"
    QTest.keyClick(one.office, Qt.Key.Key_F1)
    assert isinstance(one.office.page, CasesPage), "the same key leads back to where one was"
    QTest.keyClick(one.office, Qt.Key.Key_F1)
    page = one.office.page
    assert isinstance(page, GuidePage)
    QTest.keyClick(page.view.chapter_buttons[1], Qt.Key.Key_Escape)
    assert one.office.place == ToCases()


def test_what_was_prepared_is_as_it_was_before(one: Opened, qtbot: QtBot) -> None:
    one.office.navigate_to(ToPreparation(one.meeting))
    one.session._lane.finish()
    page = one.office.page
    assert isinstance(page, PreparationPage)
    page.go_to(PreparationStep.PEOPLE)
    bring_to_front(one.office, qtbot)
    QTest.keyClick(one.office, Qt.Key.Key_F1)
    assert isinstance(one.office.page, GuidePage)
    QTest.keyClick(one.office, Qt.Key.Key_F1)
    page = one.office.page
    assert isinstance(page, PreparationPage)
    assert page.step is PreparationStep.PEOPLE


def test_in_the_meeting_f1_lists_the_keys_and_leads_on_to_the_guide(one: Opened, qtbot: QtBot) -> None:
    one.office.navigate_to(ToMeeting(one.meeting))
    for command in (cmd.StartMeeting(), cmd.OpenNextRound(), cmd.GoOn()):
        one.led.port.do(command)
    window = one.led.window
    bring_to_front(window, qtbot)
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert isinstance(window.page, HelpPage)
    on = next(b for b in window.findChildren(Button) if b.text() == "Vejledning" and b.isVisible())
    QTest.mouseClick(on, Qt.MouseButton.LeftButton)
    assert isinstance(window.page, MeetingGuidePage)
    assert not window.page.view.back_button.isVisible(), "the bar has the ways back"
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert isinstance(window.page, HelpPage)
    window.show_page(PageKind.GUIDE)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert isinstance(window.page, RoundPage)
    window.show_page(PageKind.GUIDE)
    window.press(Action.GO_ON)
    assert isinstance(window.page, RoundPage), "the meeting goes on"


def test_beside_the_referat_too_with_the_keyboard_where_it_was(one: Opened, qtbot: QtBot) -> None:
    one.office.navigate_to(ToMeeting(one.meeting))
    one.led.port.do(cmd.StartMeeting())
    one.led.port.do(cmd.StopMeeting("Barnet blev sygt"))
    one.led.window.leave()
    window = one.session.window
    assert isinstance(window, MinutesWindow)
    bring_to_front(window, qtbot)
    one.session._lane.finish()
    QTest.keyClick(window, Qt.Key.Key_Tab)
    before = window.focusWidget()
    QTest.keyClick(window, Qt.Key.Key_F1)
    [view] = window.findChildren(GuideView)
    assert view.isVisible()
    QTest.keyClick(view.chapter_buttons[0], Qt.Key.Key_Escape)
    assert window.page.isVisible()
    assert window.focusWidget() is before
