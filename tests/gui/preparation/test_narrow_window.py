"""The preparation where there is little room: two bars that never move, and steps and panel as pages of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.desk.office_page import ToOverview, ToPreparation
from netmoede_desktop.gui.kit.buttons.navigation import NavItem
from netmoede_desktop.gui.kit.layout.side_frame import FramePart
from netmoede_desktop.gui.preparation.preparation import PreparationPage
from netmoede_desktop.gui.preparation.preparation_steps import PreparationStep
from netmoede_desktop.gui.shell.office_window import OfficeWindow
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.theme.themes import ThemeName
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.settings.preferences import Preferences
from tests.gui.conftest import dressed
from tests.gui.desks import OpenOffice, open_office
from tests.gui.office_stories import Stories
from tests.gui.preparing import STARTS, purpose_page


@pytest.fixture
def office(tmp_path: Path, qapp: QApplication, look: Look, t: Translator) -> Iterator[OpenOffice]:
    with open_office(tmp_path, dressed(qapp, ThemeName.LIGHT, 2.0), t) as office:
        yield office


@pytest.fixture
def window(office: OpenOffice, qtbot: QtBot) -> OfficeWindow:
    window = OfficeWindow(office.context, Preferences(), office.context.profile / "keys.toml")
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    stories = Stories(office)
    window.navigate_to(ToPreparation(stories.meeting(stories.case(), STARTS)))
    office.settle(qtbot)
    return window


def preparation(window: OfficeWindow) -> PreparationPage:
    page = window.page
    assert isinstance(page, PreparationPage)
    return page


def place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def press(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def here() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def type_key(key: Qt.Key) -> None:
    QTest.keyClick(here(), key)


def test_the_bars_stay_where_they_are_whatever_is_shown_between_them(
    window: OfficeWindow, office: OpenOffice, qtbot: QtBot
) -> None:
    page = preparation(window)
    assert page.head.step.text() == "2 af 7 · Formål"
    assert page.foot.side.text().startswith("!  Er mødet klar?  ")
    bars = [place(page.head), place(page.foot)]
    for opener in (page.foot.side, page.foot.side, page.head.step, page.head.step, page.foot.next):
        press(opener)
        QApplication.processEvents()
        assert [place(page.head), place(page.foot)] == bars
    assert page.step is PreparationStep.CHILD
    assert bars[1].bottom() <= window.height()


def test_the_panel_is_a_page_that_leads_back_to_the_button_it_came_from(window: OfficeWindow) -> None:
    page = preparation(window)
    press(page.foot.side)
    assert page.frame.part is FramePart.SIDE
    assert page.readiness.isVisible() and not purpose_page(page).isVisible()
    assert page.readiness.isAncestorOf(here())
    assert page.foot.side.accessibleName() == "Tilbage"
    assert page.foot.start.isVisible()
    type_key(Qt.Key.Key_Escape)
    assert purpose_page(page).isVisible() and page.foot.side.hasFocus()


def test_a_rule_of_the_panel_leads_to_its_step(window: OfficeWindow) -> None:
    page = preparation(window)
    press(page.foot.side)
    page.readiness.in_place.more.click()
    press(next(one for one in page.readiness.buttons if one.row.rule == "purpose"))
    assert page.frame.part is FramePart.MIDDLE
    assert purpose_page(page).purpose.hasFocus()


def test_a_step_is_chosen_from_the_list_of_all_of_them(window: OfficeWindow) -> None:
    page = preparation(window)
    press(page.head.step)
    assert page.list.items[PreparationStep.PURPOSE].hasFocus()
    type_key(Qt.Key.Key_Down)
    type_key(Qt.Key.Key_Return)
    assert page.step is PreparationStep.CHILD
    assert not page.list.isVisible()


def test_the_menu_is_one_button_and_leads_away(window: OfficeWindow, office: OpenOffice, qtbot: QtBot) -> None:
    page = preparation(window)
    assert page.head.menu.isVisible() and not window.menu.isVisible()
    press(page.head.menu)
    overview = next(item for item in window.findChildren(NavItem) if item.text() == "Overblik")
    assert overview.isVisible() and not page.isVisible()
    type_key(Qt.Key.Key_Escape)
    assert page.isVisible() and not overview.isVisible()
    press(page.head.menu)
    press(overview)
    office.settle(qtbot)
    assert window.place == ToOverview()
    assert window.menu.isVisible() and not overview.isVisible()


def test_a_window_that_grows_shows_all_beside_each_other_again(window: OfficeWindow) -> None:
    page = preparation(window)
    press(page.foot.side)
    window.resize(3200, 1600)
    QApplication.processEvents()
    assert not page.frame.compact
    assert all(widget.isVisible() for widget in (page.list, page.side, purpose_page(page)))
    assert not page.head.isVisible()


def test_start_shows_what_it_asks_wherever_it_is_pressed(window: OfficeWindow) -> None:
    page = preparation(window)
    press(page.foot.side)
    press(page.foot.start)
    assert page.readiness.card.reason.hasFocus()
