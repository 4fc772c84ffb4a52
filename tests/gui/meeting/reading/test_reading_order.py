"""Tab goes through the office in the order in which it is read, also through what was made later."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.desk.office_page import ToCases, ToOverview, ToPreparation
from netmoede_desktop.gui.kit.buttons.navigation import NavItem
from netmoede_desktop.gui.preparation.preparation import PreparationPage
from netmoede_desktop.gui.preparation.preparation_steps import PreparationStep
from netmoede_desktop.gui.shell.office_window import OfficeWindow
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.settings.preferences import Preferences
from tests.gui.desks import OpenOffice, open_office
from tests.gui.office_stories import PEOPLE, Stories
from tests.gui.preparing import people_page

PLACES = ["Overblik", "Sager", "Øvemøde", "Indstillinger", "Lås"]
STEPS = ["Tilbage til sagen", "Sagen", "Formål", "Barnet", "Deltagere", "Bordplan", "Tid og sted", "Rammer"]


@pytest.fixture
def office(tmp_path: Path, look: Look, t: Translator, qtbot: QtBot) -> Iterator[OpenOffice]:
    with open_office(tmp_path, look, t) as office:
        yield office


@pytest.fixture
def window(office: OpenOffice, qtbot: QtBot) -> OfficeWindow:
    window = OfficeWindow(office.context, Preferences(), office.context.profile / "keys.toml")
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    office.settle(qtbot)
    return window


def walked(window: OfficeWindow) -> list[str]:
    """What Tab stops at from the first place on, until it is there again."""
    window.findChildren(NavItem)[0].setFocus()
    seen: list[QWidget] = []
    here = QApplication.focusWidget()
    while here is not None and here not in seen:
        seen.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
    return [_name(widget) for widget in seen]


def _name(widget: QWidget) -> str:
    named = widget.accessibleName()
    return widget.text() if not named and isinstance(widget, QAbstractButton) else named


def test_the_overview(window: OfficeWindow, office: OpenOffice, qtbot: QtBot) -> None:
    stories = Stories(office)
    stories.meeting(stories.case(), datetime(2026, 11, 23, 16, 0), people=PEOPLE[:2])  # noqa: DTZ001
    stories.meeting(stories.case("B-1", "Bo"), datetime(2026, 11, 25, 16, 0), people=())  # noqa: DTZ001
    window.navigate_to(ToOverview())
    office.settle(qtbot)
    assert walked(window) == [*PLACES, "Ny sag", "Forbered", "Start møde", "Kommende møder"]


def test_the_form_of_a_sag(window: OfficeWindow, office: OpenOffice, qtbot: QtBot) -> None:
    Stories(office).case()
    window.navigate_to(ToCases(new=True))
    office.settle(qtbot)
    fields = ["Sagens nummer", "Barnet kaldes", "Fødselsår (valgfrit)", "Familiens sprog (valgfrit)"]
    assert walked(window) == [*PLACES, "Ny sag", "Søg i sager og personer", *fields, "Annuller", "Lav sagen", "Sager"]


def test_the_people_of_a_meeting(window: OfficeWindow, office: OpenOffice, qtbot: QtBot) -> None:
    stories = Stories(office)
    case = stories.case()
    stories.meeting(case, datetime(2026, 12, 1, 16, 0), people=PEOPLE[:1])  # noqa: DTZ001
    meeting = stories.meeting(case, datetime(2026, 12, 8, 16, 0), people=PEOPLE[1:3])  # noqa: DTZ001
    window.navigate_to(ToPreparation(meeting))
    office.settle(qtbot)
    page = window.page
    assert isinstance(page, PreparationPage)
    page.go_to(PreparationStep.PEOPLE)
    people_page(page).table.select(people_page(page).table.rows[0].key)
    qtbot.waitUntil(lambda: not page._chaining.isActive())
    adding = [
        "Kort",
        "Navn",
        "Relation til barnet",
        "Rolle",
        "Indsæt en liste …",
        "Tilføj",
        "Tilføj Mikkel Holm",
        "Deltagere",
    ]
    form = [
        "Navn",
        "Kaldes",
        "Relation til barnet",
        "Rolle",
        "Støtter",
        "Taler gennem tolk",
        "Får referatet",
        "Beskyttet adresse",
        "Fjern fra listen",
    ]
    seen = walked(window)
    before = [*PLACES, *STEPS, *adding, "Videre til Bordplan", *form]
    assert seen[: len(before)] == before
    readiness = page.readiness
    card = [readiness.card.act.text(), "Hold det alligevel …", readiness.musts.more.accessibleName()]
    rows = [button.text() for button in readiness.buttons if button.focusPolicy() & Qt.FocusPolicy.TabFocus]
    begins = seen.index(card[0])
    assert seen[len(before) :][:3] == ["Telefon", "Mail", "Adresse"]
    after = [name for name in seen[begins:] if name not in card]
    assert seen[begins:][: len(card)] == card
    assert [name for name in after if name in rows] == rows
    assert after[-1] == "Start møde"
