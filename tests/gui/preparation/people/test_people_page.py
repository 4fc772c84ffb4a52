"""Who is to come: one by Enter, many by a list, everything about one as it is chosen, undo for who is taken off."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.people.people import ChildPlace, PlaceKind, Role
from netmoede_desktop.gui.preparation.preparation import PreparationPage
from netmoede_desktop.gui.preparation.preparation_steps import PreparationStep
from netmoede_desktop.services.preparation.edit_plan import MeetingChange
from tests.gui.desks import OpenOffice
from tests.gui.office_stories import PEOPLE, Stories
from tests.gui.preparing import (
    STARTS,
    add,
    opened,
    people,
    people_page,
    pick,
    plan,
    seating_page,
)


@pytest.mark.smoke
def test_someone_is_added_by_enter_and_the_next_can_be_typed_at_once(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PEOPLE, people=())
    add(page, office, qtbot, " Mikkel Holm ", "barnet")
    add(page, office, qtbot, "Hanne Bak", "klasselærer")
    known = people(page, office)
    assert known["Mikkel Holm"].role is Role.CHILD
    assert (known["Hanne Bak"].role, known["Hanne Bak"].called) == (Role.PROFESSIONAL, "Hanne")
    adding = people_page(page).adding
    assert adding.name.hasFocus()
    assert (adding.name.text(), adding.relation.text()) == ("", "")


def test_two_hannes_are_told_apart_at_once(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PEOPLE, people=(("Hanne Bak", Role.PROFESSIONAL, "klasselærer"),))
    add(page, office, qtbot, "Hanne Juul", "psykolog")
    names = [row.cells[0].text for row in people_page(page).table.rows]
    assert names == ["Hanne Bak (Hanne B.)", "Hanne Juul (Hanne J.)"]
    page.go_to(PreparationStep.SEATS)
    seats = [seating_page(page).table.seat(key).accessibleName() for key in seating_page(page).table.order]
    assert seats == ["Hanne B., klasselærer", "Hanne J., psykolog"]


def test_a_name_with_nothing_in_it_is_one_sentence(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PEOPLE, people=())
    add(page, office, qtbot, "  ", "nabo")
    adding = people_page(page).adding
    assert adding.problem == "Skriv personens navn."
    assert adding.relation.text() == "nabo"
    assert people(page, office) == {}


def test_everyday_words_bring_their_role(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PEOPLE, people=())
    add(page, office, qtbot, "Mikkel Holm", "barnet selv")
    add(page, office, qtbot, "Søren Friis", "familierådgiver")
    add(page, office, qtbot, "Bo Lund", "mors kæreste")
    people_page(page).adding.many.click()
    people_page(page).listing.text.setPlainText("Lone Holm, Mikkels mor\nIda Vest, kommer fra Aarhus")
    people_page(page).listing.button.click()
    office.settle(qtbot)
    assert {name: person.role for name, person in people(page, office).items()} == {
        "Mikkel Holm": Role.CHILD,
        "Søren Friis": Role.AUTHORITY,
        "Bo Lund": Role.PRIVATE,
        "Lone Holm": Role.PARENT,
        "Ida Vest": Role.PRIVATE,
    }


@pytest.mark.parametrize(
    ("role", "relations"),
    [
        pytest.param(
            Role.PRIVATE,
            ("mormor", "onkel", "tante", "kæreste", "nabo", "fodboldtræner"),
            id="r008",
        ),
        pytest.param(
            Role.PROFESSIONAL,
            ("klasselærer", "psykolog, PPR", "SSP-konsulent", "medarbejder i klubben", "politiet"),
            id="r031",
        ),
    ],
)
def test_r008_r031_whoever_may_be_of_a_network_is_typed_in_own_words(
    office: OpenOffice, qtbot: QtBot, role: Role, relations: tuple[str, ...]
) -> None:
    page = opened(office, qtbot, PreparationStep.PEOPLE, people=())
    for number, relation in enumerate(relations):
        add(page, office, qtbot, f"Person {number}", relation)
    assert [(one.role, one.relation) for one in people(page, office).values()] == [(role, one) for one in relations]


def test_a_role_that_was_chosen_by_hand_stays(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PEOPLE, people=())
    pick(people_page(page).adding.role, Role.AUTHORITY)
    add(page, office, qtbot, "Bo Lund", "psykolog")
    assert people(page, office)["Bo Lund"].role is Role.AUTHORITY


def test_a_tolk_gets_the_referat_only_where_it_is_chosen(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PEOPLE, people=())
    add(page, office, qtbot, "Fadumo Ali", "tolk")
    add(page, office, qtbot, "Rosa Lund", "referent")
    add(page, office, qtbot, "Hanne Bak", "klasselærer")
    QGuiApplication.clipboard().setText("Bo Lund, tolk\nMaja Lind, mødeleder")
    QTest.keyClick(people_page(page).adding.name, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    people_page(page).listing.button.click()
    office.settle(qtbot)
    known = people(page, office)
    assert {name for name, person in known.items() if person.receives_minutes} == {"Hanne Bak", "Maja Lind"}
    people_page(page).table.select(known["Fadumo Ali"].id)
    assert not people_page(page).form.minutes.isChecked()
    people_page(page).form.minutes.click()
    office.settle(qtbot)
    assert people(page, office)["Fadumo Ali"].receives_minutes


def test_who_gets_the_referat_follows_the_role_until_it_is_chosen(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PEOPLE)
    form, table = people_page(page).form, people_page(page).table

    def takes(role: Role) -> bool:
        pick(form.role, role)
        office.settle(qtbot)
        return people(page, office)["Lone Holm"].receives_minutes

    lone, peter = people(page, office)["Lone Holm"].id, people(page, office)["Peter Holm"].id
    table.select(lone)
    assert [takes(role) for role in (Role.INTERPRETER, Role.PRIVATE, Role.SCRIBE)] == [False, True, False]
    form.minutes.click()
    assert [takes(role) for role in (Role.INTERPRETER, Role.PARENT)] == [True, True]
    form.minutes.click()
    table.select(peter)
    table.select(lone)
    assert [takes(role) for role in (Role.INTERPRETER, Role.PRIVATE)] == [False, False], "it was chosen"


def test_a_pasted_list_adds_them_all(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PEOPLE, people=())
    QGuiApplication.clipboard().setText("Mikkel Holm, barnet\r\nLone Holm, mor\n\nHanne Bak (klasselærer)\n")
    QTest.keyClick(people_page(page).adding.name, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    listing = people_page(page).listing
    assert listing.isVisible()
    assert listing.button.text() == "Tilføj 3 personer"
    QTest.mouseClick(listing.button, Qt.MouseButton.LeftButton)
    office.settle(qtbot)
    told = {name: person.role for name, person in people(page, office).items()}
    assert told == {"Mikkel Holm": Role.CHILD, "Lone Holm": Role.PARENT, "Hanne Bak": Role.PROFESSIONAL}
    assert listing.isHidden()
    assert people_page(page).adding.isVisible()
    assert people_page(page).adding.name.hasFocus()


def test_a_list_that_was_put_off_is_there_again_and_empty_once_they_are_added(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PEOPLE, people=())
    listing = people_page(page).listing
    people_page(page).adding.many.click()
    QTest.keyClicks(listing.text, "Lone Holm, mor")
    QTest.keyClick(listing.text, Qt.Key.Key_Tab)
    listing.left.emit()
    assert listing.isHidden()
    people_page(page).adding.many.click()
    assert listing.text.toPlainText() == "Lone Holm, mor"
    listing.button.click()
    office.settle(qtbot)
    assert list(people(page, office)) == ["Lone Holm"]
    people_page(page).adding.many.click()
    assert listing.text.toPlainText() == ""


def test_a_list_with_something_wrong_in_it_adds_nobody_and_stays(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PEOPLE, people=())
    listing = people_page(page).listing
    people_page(page).adding.many.click()
    pasted = f"Mikkel Holm, barnet\n{'Lang' * 60}"
    listing.text.setPlainText(pasted)
    listing.button.click()
    office.settle(qtbot)
    assert people(page, office) == {}
    assert listing.isVisible()
    assert listing.text.toPlainText() == pasted
    assert listing.problem == "Teksten er for lang. Brug højst 200 tegn."
    listing.text.setPlainText("Mikkel Holm, barnet")
    assert listing.problem == ""


def test_everything_about_a_person_is_kept_as_it_is_chosen(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PEOPLE)
    step = people_page(page)
    assert not step.form.isVisible()
    lone = people(page, office)["Lone Holm"].id
    step.table.select(lone)
    assert step.form.isVisible()
    step.form.protected.click()
    step.form.minutes.click()
    step.form.interpreter.click()
    pick(step.form.supports, people(page, office)["Mikkel Holm"].id)
    step.form.called.selectAll()
    QTest.keyClicks(step.form.called, "Mor Lone")
    step.form.flush()
    office.settle(qtbot)
    kept = people(page, office)["Lone Holm"]
    assert (kept.protected_address, kept.receives_minutes, kept.through_interpreter) == (True, False, True)
    assert (kept.called, kept.supports) == ("Mor Lone", people(page, office)["Mikkel Holm"].id)
    [row] = [row for row in step.table.rows if row.key == lone]
    assert row.cells[3].text == "beskyttet adresse · gennem tolk · støtter Mikkel · får ikke referatet"


def test_an_emptied_name_is_one_sentence_and_the_old_one_is_kept(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PEOPLE)
    form = people_page(page).form
    people_page(page).table.select(people(page, office)["Lone Holm"].id)
    form.name.selectAll()
    QTest.keyClick(form.name, Qt.Key.Key_Delete)
    form.flush()
    office.settle(qtbot)
    assert form.problem == "Skriv personens navn."
    assert "Lone Holm" in people(page, office)


def test_the_child_chooses_a_place_among_those_who_speak(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PEOPLE)
    known = people(page, office)
    people_page(page).table.select(known["Mikkel Holm"].id)
    place = people_page(page).form.place
    place.chips.chips[PlaceKind.AFTER.value].click()
    labels = [place.person.itemText(number) for number in range(place.person.count())]
    assert "Lone" in labels
    assert not any("Maja" in label for label in labels)
    pick(place.person, known["Lone Holm"].id)
    office.settle(qtbot)
    assert people(page, office)["Mikkel Holm"].place == ChildPlace(PlaceKind.AFTER, known["Lone Holm"].id)


def test_who_is_taken_off_the_list_comes_back_whole(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PEOPLE)
    step, before = people_page(page), plan(page, office).people
    lone = next(person for person in before if person.name == "Lone Holm")
    mikkel = next(person for person in before if person.role is Role.CHILD)
    step.table.select(mikkel.id)
    step.form.place.chips.chips[PlaceKind.AFTER.value].click()
    pick(step.form.place.person, lone.id)
    office.settle(qtbot)
    step.table.select(lone.id)
    QTest.keyClick(step.table, Qt.Key.Key_Delete)
    office.settle(qtbot)
    assert "Lone Holm" not in people(page, office)
    assert step.notice.text == "Lone Holm er fjernet fra listen."
    step.notice.acted.emit()
    office.settle(qtbot)
    after = plan(page, office).people
    assert [person.name for person in sorted(after, key=lambda p: p.seat)] == [name for name, _, _ in PEOPLE]
    assert people(page, office)["Mikkel Holm"].place == ChildPlace(PlaceKind.AFTER, lone.id)


def test_people_of_the_sag_are_a_press_away(office: OpenOffice, qtbot: QtBot) -> None:
    stories = Stories(office)
    case = stories.case()
    stories.meeting(case, STARTS, people=PEOPLE[:2])
    second = stories.meeting(case, datetime(2026, 12, 8, 16, 0), people=())  # noqa: DTZ001
    page = PreparationPage(office.context, second)
    qtbot.addWidget(page)
    page.show()
    page.enter()
    office.settle(qtbot)
    page.go_to(PreparationStep.PEOPLE)
    known = people_page(page).known
    [first, other] = list(known._buttons.values())
    assert (first.text(), other.text()) == ("+ Mikkel Holm", "+ Lone Holm")
    first.click()
    office.settle(qtbot)
    assert set(people(page, office)) == {"Mikkel Holm"}
    assert len(known._buttons) == 1


def test_a_corrected_name_corrects_what_they_are_called_unless_that_was_chosen(
    office: OpenOffice, qtbot: QtBot
) -> None:
    page = opened(office, qtbot, PreparationStep.PEOPLE)
    step, known = people_page(page), people(page, office)
    step.table.select(known["Lone Holm"].id)
    step.form.name.setText("Lonnie Holm")
    step.form.name.textEdited.emit("Lonnie Holm")
    step.form.flush()
    office.settle(qtbot)
    assert people(page, office)["Lonnie Holm"].called == "Lonnie"
    assert step.form.called.text() == "Lonnie"
    step.form.called.setText("Lo")
    step.form.called.textEdited.emit("Lo")
    step.form.flush()
    office.settle(qtbot)
    step.form.name.setText("Lone Holm")
    step.form.name.textEdited.emit("Lone Holm")
    step.form.flush()
    office.settle(qtbot)
    assert people(page, office)["Lone Holm"].called == "Lo"


def test_the_name_two_are_told_apart_by_stays_whole_beside_a_fourth_column(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PEOPLE)
    page.resize(1166, 768)
    step, known = people_page(page), people(page, office)
    step.table.select(known["Mikkel Holm"].id)
    step.form.place.chips.chips[PlaceKind.FIRST.value].click()
    office.settle(qtbot)
    table = step.table
    assert not table.isColumnHidden(3), "what is special is shown"
    names = [row.cells[0].text for row in table.rows]
    assert any("(Hanne" in name for name in names)
    needed = max(QFontMetrics(table.font()).horizontalAdvance(name) for name in names)
    assert table.columnWidth(0) >= needed


def test_who_somebody_is_and_what_is_special_are_whole_while_there_is_room(office: OpenOffice, qtbot: QtBot) -> None:
    told = (
        ("Mikkel Holm", Role.CHILD, "barnet"),
        ("Bo Lund", Role.PRIVATE, "træner"),
        ("Ali Demir", Role.PROFESSIONAL, "pædagog i SFO"),
    )
    page = opened(office, qtbot, PreparationStep.PEOPLE, people=told)
    step, known = people_page(page), people(page, office)
    step.table.select(known["Bo Lund"].id)
    step.form.interpreter.click()
    step.form.minutes.click()
    office.settle(qtbot)
    table = step.table
    assert [row.cells[3].text for row in table.rows][1] == "gennem tolk · får ikke referatet"
    metrics = QFontMetrics(table.font())
    for column in range(4):
        needed = max(metrics.horizontalAdvance(row.cells[column].text) for row in table.rows)
        assert table.columnWidth(column) >= needed, table.rows[0].cells[column].text


def test_r036_who_leads_as_a_party_has_a_turn_where_the_initiator_leads(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PEOPLE, people=(("Inge Ravn", Role.LEADER, "pædagogisk leder"),))
    shown = people_page(page)
    shown.table.select(people(page, office)["Inge Ravn"].id)
    assert shown.form.party.isHidden() or not shown.form.party.isVisible(), "a neutral mødeleder has no turn"
    page.bridge.change("method", MeetingChange(method_id="um-1"))
    office.settle(qtbot)
    assert shown.form.party.isVisible()
    assert [shown.form.party.itemText(row) for row in range(2)] == ["ingen – leder kun mødet", "fagperson"]
    assert shown.form.party.count() == 2, "the authority is not in a udviklingsmøde"
    pick(shown.form.party, Role.PROFESSIONAL.value)
    office.settle(qtbot)
    assert people(page, office)["Inge Ravn"].party is Role.PROFESSIONAL
    assert shown.table.rows[0].cells[3].text == "også fagperson"
    pick(shown.form.role, Role.PROFESSIONAL.value)
    office.settle(qtbot)
    assert people(page, office)["Inge Ravn"].party is None
