"""The office window: from nothing to a meeting by keyboard, places, scale, lock, and a title that tells of nobody."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from netmoede_desktop.domain.meeting.commands import StartMeeting
from netmoede_desktop.gui.access.recovery_code import ShowCodePage, TypeCodePage
from netmoede_desktop.gui.cases.case_page import CasePage
from netmoede_desktop.gui.cases.cases_page import CasesPage
from netmoede_desktop.gui.desk.office_page import (
    ToCase,
    ToCases,
    ToMeeting,
    ToMinutes,
    ToOverview,
    ToPreparation,
    ToRehearsal,
    ToSettings,
)
from netmoede_desktop.gui.kit.buttons.navigation import NavItem
from netmoede_desktop.gui.overview.overview_page import OverviewPage
from netmoede_desktop.gui.preparation.preparation import PreparationPage
from netmoede_desktop.gui.preparation.preparation_steps import PreparationStep
from netmoede_desktop.gui.rehearsal.rehearsal_page import RehearsalPage
from netmoede_desktop.gui.settings.new_code_page import NewCodePage
from netmoede_desktop.gui.settings.settings_page import SettingsPage
from netmoede_desktop.gui.shell.office_window import OfficeWindow
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.theme.themes import ThemeName
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.conducting import Conducting
from netmoede_desktop.services.preparation.edit_plan import planned_meeting
from netmoede_desktop.services.settings.preferences import Preferences
from netmoede_desktop.services.vaults.code_on_paper import is_on_paper
from netmoede_desktop.storage.problems import DiskFull
from tests.gui.conftest import dressed
from tests.gui.desks import OpenOffice, open_office
from tests.gui.entry.entries import Printers
from tests.gui.listening import listen
from tests.gui.office_stories import Stories
from tests.gui.preparing import people_page

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

STARTS = datetime(2026, 12, 1, 16, 0)  # noqa: DTZ001 – a local wall time


@pytest.fixture
def office(tmp_path: Path, look: Look, t: Translator, qtbot: QtBot) -> Iterator[OpenOffice]:
    with open_office(tmp_path, look, t) as office:
        yield office


@pytest.fixture
def window(office: OpenOffice, qtbot: QtBot) -> OfficeWindow:
    return shown(office, qtbot)


def shown(office: OpenOffice, qtbot: QtBot, preferences: Preferences | None = None) -> OfficeWindow:
    profile = office.context.profile
    window = OfficeWindow(office.context, preferences or Preferences(), profile / "keys.toml", ["projector"])
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    office.settle(qtbot)
    return window


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, modifiers)


def write(text: str) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClicks(widget, text)


@pytest.mark.smoke
def test_from_nothing_to_a_meeting_by_the_keyboard_alone(
    window: OfficeWindow, office: OpenOffice, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_Return)
    assert window.place == ToCases(new=True)
    write("M-2026-014")
    press(Qt.Key.Key_Tab)
    write("Mikkel")
    press(Qt.Key.Key_Return)
    office.settle(qtbot)
    assert isinstance(window.page, CasePage)
    press(Qt.Key.Key_Return)
    office.settle(qtbot)
    write("1/12 kl. 16")
    press(Qt.Key.Key_Return)
    office.settle(qtbot)
    assert isinstance(window.page, PreparationPage)
    write("Ro i hverdagen")
    assert window.save()
    meeting = window.page.bridge.meeting_id
    plan = planned_meeting(office.context.vault, meeting, office.context.clock.now()).plan
    assert (plan.purpose, plan.child, plan.case_reference) == ("Ro i hverdagen", "Mikkel", "M-2026-014")
    led: list[str] = []
    window.lead.connect(led.append)
    window.page.side.start.click()
    write("Det er aftalt i telefonen.")
    press(Qt.Key.Key_Return)
    assert led == [meeting]


def test_each_place_is_made_when_it_is_gone_to_and_lit(window: OfficeWindow, office: OpenOffice, qtbot: QtBot) -> None:
    assert isinstance(window.page, OverviewPage)
    assert window.findChildren(SettingsPage) == []
    items = {item.text(): item for item in window.findChildren(NavItem)}
    assert list(items) == ["Overblik", "Sager", "Øvemøde", "Indstillinger", "Lås"]
    for name, kind, place in (
        ("Sager", CasesPage, ToCases()),
        ("Øvemøde", RehearsalPage, ToRehearsal()),
        ("Indstillinger", SettingsPage, ToSettings()),
    ):
        QTest.mouseClick(items[name], Qt.MouseButton.LeftButton)
        office.settle(qtbot)
        assert isinstance(window.page, kind)
        assert window.place == place
        assert [item.text() for item in items.values() if item.current] == [name]


def test_a_place_can_be_gone_to_again_in_a_new_window(window: OfficeWindow, office: OpenOffice, qtbot: QtBot) -> None:
    meeting = Stories(office).meeting(Stories(office).case(), STARTS)
    window.navigate_to(ToPreparation(meeting))
    office.settle(qtbot)
    place = window.place
    window.end()
    other = shown(office, qtbot)
    other.navigate_to(place)
    office.settle(qtbot)
    assert isinstance(other.page, PreparationPage)
    assert other.page.bridge.meeting_id == meeting


def test_meetings_and_referater_have_windows_of_their_own(window: OfficeWindow) -> None:
    told: list[tuple[str, str]] = []
    window.lead.connect(lambda meeting: told.append(("lead", meeting)))
    window.minutes.connect(lambda meeting: told.append(("minutes", meeting)))
    window.navigate_to(ToMeeting("a"))
    window.navigate_to(ToMinutes("b"))
    assert told == [("lead", "a"), ("minutes", "b")]
    assert window.place == ToOverview()


def test_the_title_tells_where_and_of_nobody_and_is_heard(
    window: OfficeWindow, office: OpenOffice, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = listen(monkeypatch)
    case = Stories(office).case()
    meeting = Stories(office).meeting(case, STARTS)
    assert window.windowTitle() == "Overblik"
    for place, title in (
        (ToCases(), "Sager"),
        (ToCase(case), "En sag"),
        (ToPreparation(meeting), "Forberedelse"),
        (ToSettings(), "Indstillinger"),
        (ToOverview(), "Overblik"),
    ):
        window.navigate_to(place)
        office.settle(qtbot)
        assert window.windowTitle() == title
        assert heard.take() == [title]


def test_what_is_typed_is_kept_when_another_place_is_gone_to(
    window: OfficeWindow, office: OpenOffice, qtbot: QtBot
) -> None:
    meeting = Stories(office).meeting(Stories(office).case(), STARTS, purpose="")
    window.navigate_to(ToPreparation(meeting))
    office.settle(qtbot)
    write("Ro")
    window.navigate_to(ToOverview())
    assert planned_meeting(office.context.vault, meeting, office.context.clock.now()).plan.purpose == "Ro"


def test_a_full_disk_keeps_the_user_where_the_text_is(
    window: OfficeWindow, office: OpenOffice, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting = Stories(office).meeting(Stories(office).case(), STARTS, purpose="")
    window.navigate_to(ToPreparation(meeting))
    office.settle(qtbot)
    write("Ro")

    def full(*_: object) -> None:
        raise DiskFull

    with monkeypatch.context() as broken:
        broken.setattr("netmoede_desktop.gui.preparation.bridge.preparation_bridge.change_meeting", full)
        window.navigate_to(ToOverview())
        assert isinstance(window.page, PreparationPage)
        assert not window.close()
    labels = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert "Disken er fuld. Det, der var gemt, er der stadig. Gør plads, og prøv igen." in labels
    write("!")
    assert window.close()
    assert planned_meeting(office.context.vault, meeting, office.context.clock.now()).plan.purpose == "Ro!"


def test_a_window_that_is_going_asks_for_nothing_that_it_would_not_be_there_to_hear(
    window: OfficeWindow, office: OpenOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.end()
    monkeypatch.setattr(OfficeWindow, "isActiveWindow", lambda _: True)
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    assert office.context.lane._open == 0


def test_ctrl_l_keeps_what_was_typed_and_asks_to_lock(window: OfficeWindow, office: OpenOffice, qtbot: QtBot) -> None:
    meeting = Stories(office).meeting(Stories(office).case(), STARTS, purpose="")
    window.navigate_to(ToPreparation(meeting))
    office.settle(qtbot)
    write("Ro")
    with qtbot.waitSignal(window.lock_asked):
        QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert planned_meeting(office.context.vault, meeting, office.context.clock.now()).plan.purpose == "Ro"


def test_a_new_recovery_code_is_shown_and_typed_back(window: OfficeWindow, office: OpenOffice, qtbot: QtBot) -> None:
    window.navigate_to(ToSettings())
    office.settle(qtbot)
    settings = window.page
    assert isinstance(settings, SettingsPage)
    settings.access.new_code.click()
    office.settle(qtbot)
    page = window.page
    assert isinstance(page, NewCodePage)
    shown_page = page.page
    assert isinstance(shown_page, ShowCodePage)
    groups = [label.text() for label in shown_page.findChildren(QLabel) if len(label.text()) == 4]
    assert len(groups) == 7
    assert not is_on_paper(office.context.vault)
    shown_page.on_paper.emit()
    assert isinstance(page.page, TypeCodePage)
    write("-".join(groups))
    press(Qt.Key.Key_Return)
    office.settle(qtbot)
    assert is_on_paper(office.context.vault)
    assert isinstance(window.page, SettingsPage)


def test_what_a_page_asked_for_comes_too_late_when_it_is_left(
    window: OfficeWindow, office: OpenOffice, qtbot: QtBot
) -> None:
    """The answer is still told, so that nothing of the page may be gone before; but it leads nowhere any more."""
    case = Stories(office).case()
    meeting = Stories(office).meeting(case, STARTS)
    for place in (ToCase(case), ToPreparation(meeting)):
        window.navigate_to(place)
        window.navigate_to(ToOverview())
        office.settle(qtbot)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    window.navigate_to(ToCase(case))
    page = window.page
    assert isinstance(page, CasePage)
    window.navigate_to(ToOverview())
    page.navigation_requested.emit(ToPreparation(meeting))
    assert window.place == ToOverview()
    qtbot.waitUntil(lambda: not isValid(page))


def test_a_window_folded_away_and_brought_back_makes_no_other_recovery_code(
    window: OfficeWindow, office: OpenOffice, qtbot: QtBot
) -> None:
    window._make_code()
    office.settle(qtbot)
    page = window.page
    assert isinstance(page, NewCodePage)
    before = page.page
    assert isinstance(before, ShowCodePage)
    window.showMinimized()
    window.showNormal()
    office.settle(qtbot)
    assert page.page is before


def test_printers_found_when_the_code_is_already_on_paper_are_not_printed_on(
    window: OfficeWindow, office: OpenOffice, qtbot: QtBot
) -> None:
    asked: list[str] = []

    class Slow(Printers):
        def printer(self, name: str) -> "QPrinter":
            asked.append(name)
            return super().printer(name)

    page = NewCodePage(office.context, lambda: Slow(names=("Kontoret",)))
    qtbot.addWidget(page)
    page.enter()
    office.settle(qtbot)
    shown_page = page.page
    assert isinstance(shown_page, ShowCodePage)
    shown_page.print_asked.emit()
    shown_page.on_paper.emit()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    office.settle(qtbot)
    assert asked == []


def test_the_acute_number_is_kept_when_the_page_is_left(window: OfficeWindow, office: OpenOffice, qtbot: QtBot) -> None:
    from netmoede_desktop.services.settings.acute_number import acute_number

    window.navigate_to(ToSettings())
    office.settle(qtbot)
    settings = window.page
    assert isinstance(settings, SettingsPage)
    settings.acute.number.setFocus()
    write("Socialvagten 12 34 56 78")
    window.navigate_to(ToOverview())
    assert acute_number(office.context.vault) == "Socialvagten 12 34 56 78"


def test_a_sag_that_is_gone_is_told_of(window: OfficeWindow, office: OpenOffice, qtbot: QtBot) -> None:
    window.navigate_to(ToCase("væk"))
    office.settle(qtbot)
    labels = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert "Sagen findes ikke længere. Gå tilbage til listen." in labels


def test_everything_that_takes_the_keyboard_has_a_name(window: OfficeWindow, office: OpenOffice, qtbot: QtBot) -> None:
    case = Stories(office).case()
    meeting = Stories(office).meeting(case, STARTS)
    for place in (ToOverview(), ToCases(new=True), ToCase(case), ToPreparation(meeting), ToSettings()):
        window.navigate_to(place)
        office.settle(qtbot)
        stops = [w for w in window.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus]
        nameless = [w for w in stops if not _name(w)]
        assert nameless == [], place


def _name(widget: QWidget) -> str:
    return str(QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name))


def test_at_200_percent_nothing_is_cut_at_the_side(
    tmp_path: Path, qapp: QApplication, look: Look, t: Translator, qtbot: QtBot
) -> None:
    large = dressed(qapp, ThemeName.DARK, 2.0)
    with open_office(tmp_path, large, t) as office:
        window = shown(office, qtbot, Preferences(scale=200))
        case = Stories(office).case("M" * 40, "Freja-Marie Østergaard-Christoffersen-Holm")
        Stories(office).meeting(case, datetime(2026, 11, 23, 16, 0))  # noqa: DTZ001
        for place in (ToOverview(), ToCases(new=True), ToCase(case), ToSettings()):
            window.navigate_to(place)
            office.settle(qtbot)
            QApplication.processEvents()
            assert window.width() == 1366
            for widget in window.findChildren(QWidget):
                if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                    right = widget.mapTo(window, widget.rect().topRight()).x()
                    assert right <= window.width(), (place, widget)


def test_what_is_asked_for_just_before_the_lock_is_kept(window: OfficeWindow, office: OpenOffice, qtbot: QtBot) -> None:
    meeting = Stories(office).meeting(Stories(office).case(), STARTS)
    window.navigate_to(ToPreparation(meeting))
    office.settle(qtbot)
    page = window.page
    assert isinstance(page, PreparationPage)
    page.go_to(PreparationStep.PEOPLE)
    step = people_page(page)
    step.table.select(step.table.rows[1].key)
    step.form.protected.click()
    step.form.relation.setFocus()
    press(Qt.Key.Key_End)
    write(" til Mikkel")
    assert window.save()
    office.context.lane.close()
    lone = planned_meeting(office.context.vault, meeting, office.context.clock.now()).plan.people[1]
    assert (lone.protected_address, lone.relation) == (True, "mor til Mikkel")


def test_back_from_a_meeting_it_shows_what_became_of_it(window: OfficeWindow, office: OpenOffice, qtbot: QtBot) -> None:
    meeting = Stories(office).meeting(Stories(office).case(), STARTS)
    window.navigate_to(ToPreparation(meeting))
    office.settle(qtbot)
    window.hide()
    Conducting(office.context.vault, meeting, office.context.clock).do(StartMeeting())
    window.show()
    office.settle(qtbot)
    assert isinstance(window.page, PreparationPage)
    assert window.page.notice.text == "Mødet er begyndt og kan ikke ændres her."
