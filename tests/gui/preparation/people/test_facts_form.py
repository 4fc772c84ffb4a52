"""What is known of one person beside the plan: typed below the person, kept at once, and found again by the rules."""

from datetime import date

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.people.people import Role
from netmoede_desktop.domain.people.person_facts import Channel, Chooser, PersonFacts
from netmoede_desktop.domain.people.said import Said
from netmoede_desktop.gui.kit.fields.field_spec import Reach
from netmoede_desktop.gui.preparation.people.facts_form import FactsForm
from netmoede_desktop.gui.preparation.preparation import PreparationPage
from netmoede_desktop.gui.preparation.preparation_steps import PreparationStep
from netmoede_desktop.gui.preparation.readiness.readiness_presenter import Sign
from tests.gui.desks import OpenOffice
from tests.gui.preparing import facts, opened, people, people_page, pick, rule_row

CAST = (
    ("Mikkel Holm", Role.CHILD, "barnet"),
    ("Lone Holm", Role.PARENT, "mor"),
    ("Hanne Bak", Role.PROFESSIONAL, "klasselærer"),
    ("Søren Friis", Role.AUTHORITY, "familierådgiver"),
    ("Maja Lind", Role.LEADER, "mødeleder"),
    ("Fadumo Ali", Role.INTERPRETER, "tolk"),
)


def chosen(office: OpenOffice, qtbot: QtBot, name: str) -> tuple[PreparationPage, FactsForm]:
    """The page with one of the cast chosen in the list."""
    page = opened(office, qtbot, PreparationStep.PEOPLE, people=CAST)
    choose(page, office, qtbot, name)
    return page, people_page(page).facts


def choose(page: PreparationPage, office: OpenOffice, qtbot: QtBot, name: str) -> None:
    people_page(page).table.select(people(page, office)[name].id)
    office.settle(qtbot)


def known(page: PreparationPage, office: OpenOffice, name: str) -> PersonFacts:
    return facts(page, office).person(people(page, office)[name].id)


@pytest.mark.smoke
def test_r044_r070_how_a_person_is_reached_is_kept_as_it_is_typed(office: OpenOffice, qtbot: QtBot) -> None:
    page, form = chosen(office, qtbot, "Lone Holm")
    assert form.isVisible()
    assert rule_row(page, "contact-data").sign is not Sign.IN_PLACE
    QTest.keyClicks(form.phone, "  12 34 56 78 ")
    QTest.keyClicks(form.diet, "nødder")
    qtbot.waitUntil(lambda: known(page, office, "Lone Holm").diet == "nødder")
    assert known(page, office, "Lone Holm").phone == "12 34 56 78"
    for name in ("Hanne Bak", "Søren Friis"):
        choose(page, office, qtbot, name)
        assert form.phone.text() == ""
        QTest.keyClicks(form.mail, "en@skole.example")
    assert page.leave()
    assert known(page, office, "Hanne Bak").mail == known(page, office, "Søren Friis").mail == "en@skole.example"
    office.settle(qtbot)
    assert rule_row(page, "contact-data").sign is Sign.IN_PLACE


def test_r047_r048_r052_who_chose_approved_and_why_are_kept_of_each(office: OpenOffice, qtbot: QtBot) -> None:
    page, form = chosen(office, qtbot, "Hanne Bak")
    pick(form.chosen_by, Chooser.CHILD.value)
    form.approved_child.click()
    form.approved_parents.click()
    QTest.keyClicks(form.why, "Du kender Mikkel fra skolen.")
    assert page.leave()
    kept = known(page, office, "Hanne Bak")
    assert (kept.chosen_by, kept.approved_by) == (Chooser.CHILD, (Chooser.CHILD, Chooser.PARENTS))
    assert kept.why == "Du kender Mikkel fra skolen."
    office.settle(qtbot)
    assert rule_row(page, "approved").sign is Sign.IN_PLACE
    assert rule_row(page, "chosen").sign is Sign.IN_PLACE
    choose(page, office, qtbot, "Lone Holm")
    assert not form.approved_child.isVisible() and not form.why.isVisible(), "parents need nobody's yes"


def test_r039_a_doubt_is_cleared_by_who_when_and_words(office: OpenOffice, qtbot: QtBot) -> None:
    page, form = chosen(office, qtbot, "Hanne Bak")
    pick(form.cleared.who.choice, "Søren Friis")
    QTest.keyClicks(form.cleared.when.line, "3/11")
    QTest.keyClicks(form.cleared_words, "Kommer første gang.")
    assert page.leave()
    said = Said("Søren Friis", date(2026, 11, 3), "Kommer første gang.")
    assert known(page, office, "Hanne Bak").cleared == said
    choose(page, office, qtbot, "Søren Friis")
    assert not form.cleared.isVisible(), "only of professionals"
    choose(page, office, qtbot, "Hanne Bak")
    assert form.cleared.typed == said


def test_r177_who_is_exempt_is_not_written_to_by_digital_post(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PEOPLE, people=CAST[1:])
    choose(page, office, qtbot, "Lone Holm")
    form = people_page(page).facts
    pick(form.channel, Channel.DIGITAL_POST.value)
    form.exempt.click()
    office.settle(qtbot)
    kept = known(page, office, "Lone Holm")
    assert (kept.channel, kept.exempt) == (Channel.DIGITAL_POST, True)
    assert "fritaget" in rule_row(page, "channels").name
    pick(form.channel, Channel.LETTER.value)
    for name in ("Hanne Bak", "Søren Friis"):
        choose(page, office, qtbot, name)
        pick(form.channel, Channel.SECURE_MAIL.value)
    office.settle(qtbot)
    assert rule_row(page, "channels").sign is Sign.IN_PLACE


def test_r178_a_protected_address_has_the_day_it_was_looked_at(office: OpenOffice, qtbot: QtBot) -> None:
    page, form = chosen(office, qtbot, "Lone Holm")
    assert not form.protected_checked.isVisible()
    people_page(page).form.protected.click()
    office.settle(qtbot)
    assert rule_row(page, "address-protected").sign is not Sign.IN_PLACE
    QTest.keyClicks(form.protected_checked.line, "3/11")
    assert page.leave()
    assert known(page, office, "Lone Holm").protected_checked == date(2026, 11, 3)
    office.settle(qtbot)
    assert rule_row(page, "address-protected").sign is Sign.IN_PLACE


def test_r079_the_language_a_person_reads(office: OpenOffice, qtbot: QtBot) -> None:
    page, form = chosen(office, qtbot, "Lone Holm")
    people_page(page).form.interpreter.click()
    QTest.keyClicks(form.language, "somali")
    assert page.leave()
    office.settle(qtbot)
    assert known(page, office, "Lone Holm").language == "somali"
    assert rule_row(page, "languages-known").sign is Sign.IN_PLACE


def test_r021_r023_a_leader_who_is_the_familys_sagsbehandler_is_seen(office: OpenOffice, qtbot: QtBot) -> None:
    page, form = chosen(office, qtbot, "Maja Lind")
    assert rule_row(page, "leader-not-caseworker").sign is Sign.IN_PLACE
    form.caseworker.click()
    form.initiator.click()
    office.settle(qtbot)
    kept = known(page, office, "Maja Lind")
    assert (kept.caseworker, kept.initiator) == (True, True)
    assert rule_row(page, "leader-not-caseworker").sign is not Sign.IN_PLACE


@pytest.mark.parametrize("typed", ["2031", "85"])
def test_a_year_that_cannot_be_is_refused_at_its_field(office: OpenOffice, qtbot: QtBot, typed: str) -> None:
    page, form = chosen(office, qtbot, "Fadumo Ali")
    QTest.keyClicks(form.phone, "87654321")
    QTest.keyClicks(form.birth_year, typed)
    assert not page.leave()
    assert form.problem_of("birth_year").startswith("Fødselsåret")
    assert known(page, office, "Fadumo Ali") == PersonFacts(phone="87654321"), "the rest is kept"
    form.birth_year.clear()
    QTest.keyClicks(form.birth_year, "1985")
    assert page.leave()
    assert known(page, office, "Fadumo Ali").birth_year == 1985


def test_a_rule_leads_to_the_first_person_it_asks_of(office: OpenOffice, qtbot: QtBot) -> None:
    page, form = chosen(office, qtbot, "Lone Holm")
    QTest.keyClicks(form.phone, "12345678")
    assert page.leave()
    office.settle(qtbot)
    people_page(page).views.map_button.click()
    people_page(page).focus_on("phone")
    assert form.person == people(page, office)["Hanne Bak"].id
    assert QApplication.focusWidget() is form.phone


def test_no_fact_but_the_reason_in_the_letter_reaches_room_papers_or_record() -> None:
    """They are not in the plan: a meeting, its referat and `meeting.json` cannot know them."""
    reach = {name: spec.privacy for name, spec in FactsForm.specs().items()}
    assert reach.pop("why") == Reach.PAPER
    assert set(reach.values()) == {Reach.NOWHERE}
