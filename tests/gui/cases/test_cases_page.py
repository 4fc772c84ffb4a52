"""The sager: found as you type, made by Enter, and each wrong turn is one sentence with nothing lost."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.gui.cases.cases_page import PAGE, CasesPage
from netmoede_desktop.gui.desk.office_page import Destination, ToCase
from netmoede_desktop.services.cases.cases import open_case
from tests.gui.desks import OpenOffice
from tests.gui.office_stories import Stories

#: Who was found, in a row of the list.
FOUND_COLUMN = 2


@pytest.fixture
def page(office: OpenOffice, qtbot: QtBot) -> CasesPage:
    page = CasesPage(office.context)
    qtbot.addWidget(page)
    page.resize(1170, 768)
    with qtbot.waitExposed(page):
        page.show()
    return page


def entered(page: CasesPage, office: OpenOffice, qtbot: QtBot) -> list[Destination]:
    asked: list[Destination] = []
    page.navigation_requested.connect(asked.append)
    page.enter()
    office.settle(qtbot)
    page.focus_first()
    return asked


def references(page: CasesPage) -> list[str]:
    return [row.cells[0].text for row in page.table.rows]


def fill(page: CasesPage, reference: str, child: str, year: str = "", languages: str = "") -> None:
    lines = (page.form.reference, page.form.child, page.form.birth_year, page.form.languages)
    for line, text in zip(lines, (reference, child, year, languages), strict=True):
        line.clear()
        QTest.keyClicks(line, text)
    QTest.keyClick(page.form.languages, Qt.Key.Key_Return)


def test_the_line_is_emptied_by_a_button_that_is_there_while_it_is_not(
    page: CasesPage, office: OpenOffice, stories: Stories, qtbot: QtBot
) -> None:
    stories.case("M-2026-014", "Mikkel")
    entered(page, office, qtbot)
    assert not page.clear.isVisible()
    QTest.keyClicks(page.search, "xyz")
    office.settle(qtbot)
    assert (page.clear.accessibleName(), references(page)) == ("Tøm søgefeltet", [])
    QTest.mouseClick(page.clear, Qt.MouseButton.LeftButton)
    office.settle(qtbot)
    assert (page.search.text(), references(page)) == ("", ["M-2026-014"])
    assert page.search.hasFocus() and not page.clear.isVisible()


def test_it_is_searched_as_you_type(page: CasesPage, office: OpenOffice, stories: Stories, qtbot: QtBot) -> None:
    stories.case("M-2026-014", "Mikkel")
    amina = stories.case("S-2026-003", "Amina")
    asked = entered(page, office, qtbot)
    assert sorted(references(page)) == ["M-2026-014", "S-2026-003"]
    assert page.search.hasFocus()
    QTest.keyClicks(page.search, "amin")
    qtbot.waitUntil(lambda: references(page) == ["S-2026-003"])
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert asked == [ToCase(amina)]
    QTest.keyClicks(page.search, "x")
    qtbot.waitUntil(lambda: page.empty.isVisible())
    assert page.empty.text() == "Ingen sager og ingen personer passer til »aminx«."


def test_a_person_is_found_in_another_spelling_and_the_list_says_who(
    page: CasesPage, office: OpenOffice, stories: Stories, qtbot: QtBot
) -> None:
    with_aase, other = stories.case("M-2026-014", "Mikkel"), stories.case("S-2026-003", "Amina")
    with office.context.vault.transaction() as store:
        store.people.put(with_aase, [Person("a", "Åse Krog", "Åse", Role.PRIVATE, relation="mormor")])
        store.people.put(other, [Person("b", "Aase Lind", "Aase", Role.PRIVATE, relation="ven af familien")])
    asked = entered(page, office, qtbot)
    assert page.table.isColumnHidden(FOUND_COLUMN)
    QTest.keyClicks(page.search, "aase")
    office.settle(qtbot)
    assert not page.table.isColumnHidden(FOUND_COLUMN)
    told = [[cell.text for cell in row.cells[:3]] for row in page.table.rows]
    assert told == [
        ["S-2026-003", "Amina", "Aase Lind, ven af familien"],
        ["M-2026-014", "Mikkel", "Mormor Åse Krog"],
    ], "spelled as it was typed comes first"
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    assert page.table.hasFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert asked == [ToCase(with_aase)]


def test_enter_waits_for_what_is_still_searched_for(
    page: CasesPage, office: OpenOffice, stories: Stories, qtbot: QtBot
) -> None:
    wanted = stories.case("M-2026-014", "Mikkel")
    stories.case("S-2026-003", "Amina")
    asked = entered(page, office, qtbot)
    QTest.keyClicks(page.search, "mikael")
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    office.settle(qtbot)
    assert asked == [ToCase(wanted)]


def test_no_sager_say_what_to_do(page: CasesPage, office: OpenOffice, qtbot: QtBot) -> None:
    entered(page, office, qtbot)
    assert page.empty.text() == "Her er ingen sager endnu. Vælg »Ny sag«, og skriv sagens nummer og barnets navn."


def test_a_row_tells_the_next_and_the_last_meeting(
    page: CasesPage, office: OpenOffice, stories: Stories, qtbot: QtBot
) -> None:
    case = stories.case()
    planned, led = datetime(2026, 12, 3, 16), datetime(2026, 11, 10, 13)  # noqa: DTZ001 – local wall times
    stories.held(case, planned, led=led)
    stories.meeting(case, datetime(2026, 11, 23, 16))  # noqa: DTZ001
    entered(page, office, qtbot)
    [row] = page.table.rows
    assert [cell.text for cell in row.cells] == [
        "M-2026-014",
        "Mikkel",
        "",
        "I dag 16.00",
        "tir 10. nov. 13.01",
        "2 møder",
    ]


def test_a_sag_is_made_by_the_keyboard_alone(page: CasesPage, office: OpenOffice, qtbot: QtBot) -> None:
    asked = entered(page, office, qtbot)
    page.open_form()
    assert page.form.reference.hasFocus()
    fill(page, " M-2026-014 ", "Mikkel", "2015", "dansk, somali og tyrkisk")
    office.settle(qtbot)
    [place] = asked
    assert isinstance(place, ToCase)
    details = open_case(office.context.vault, place.case, office.context.clock.now()).card.details
    assert (details.reference, details.child, details.birth_year) == ("M-2026-014", "Mikkel", 2015)
    assert details.languages == ("dansk", "somali", "tyrkisk")
    assert not page.form.isVisible()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (("", "Mikkel"), "Skriv sagens nummer."),
        (("M-2", "  "), "Skriv, hvad barnet kaldes."),
        (("M-2", "Mikkel", "femten"), "Fødselsåret er ikke et år. Skriv det med fire tal."),
        (("M-2", "Mikkel", "1815"), "Fødselsåret 1815 kan ikke passe. Skriv et år fra 1996 til 2026."),
        (("M-2026-014", "Ida"), "Der er allerede en sag med nummer M-2026-014. Åbn den i stedet."),
    ],
)
def test_a_slip_is_one_sentence_and_nothing_typed_is_lost(
    page: CasesPage, office: OpenOffice, stories: Stories, qtbot: QtBot, typed: tuple[str, ...], sentence: str
) -> None:
    stories.case("M-2026-014", "Mikkel")
    asked = entered(page, office, qtbot)
    page.open_form()
    fill(page, *typed)
    office.settle(qtbot)
    assert page.form.problem == sentence
    assert page.form.reference.text() == typed[0]
    assert asked == []
    assert page.form.keep.isEnabled()


def test_the_form_is_left_by_escape(page: CasesPage, office: OpenOffice, qtbot: QtBot) -> None:
    entered(page, office, qtbot)
    page.open_form()
    QTest.keyClick(page.form.reference, Qt.Key.Key_Escape)
    assert not page.form.isVisible()
    assert page.search.hasFocus()


def test_many_sager_come_in_pages(page: CasesPage, office: OpenOffice, stories: Stories, qtbot: QtBot) -> None:
    for number in range(PAGE + 3):
        stories.case(f"M-{number:03d}", "Ida")
    entered(page, office, qtbot)
    assert len(page.table.rows) == PAGE
    QTest.mouseClick(page.more, Qt.MouseButton.LeftButton)
    office.settle(qtbot)
    assert len(page.table.rows) == PAGE + 3
    assert not page.more.isVisible()
