"""The step of the sag: what is known is kept as it is typed, and each method asks for its own."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netmoede_desktop.documents.papers import NETWORK_MAP, Format, PaperProblem
from netmoede_desktop.domain.cases.case_facts import CaseFacts, CaseType, Consent, Screening
from netmoede_desktop.domain.people.people import Role
from netmoede_desktop.domain.people.said import Said
from netmoede_desktop.domain.preparation.fact_texts import LONGEST_TEXT
from netmoede_desktop.gui.desk.office_page import Destination, ToCase
from netmoede_desktop.gui.kit.fields.field_spec import Reach
from netmoede_desktop.gui.preparation.preparation import PreparationPage
from netmoede_desktop.gui.preparation.preparation_steps import BIRTH_YEAR, PreparationStep
from netmoede_desktop.gui.preparation.sag.sag_form import SagForm
from netmoede_desktop.gui.preparation.sag.said_rows import SAID_ROWS
from netmoede_desktop.services.preparation.preparation_papers import PreparationPaperAsked, preparation_paper_out
from tests.gui.desks import NOW, OpenOffice
from tests.gui.office_stories import PEOPLE
from tests.gui.preparing import facts, opened, pick, rule_row, sag_page

TODAY = date(2026, 11, 23)
SOREN = Said("Søren Friis", TODAY)
PNM = ("complex_needs", "hard_cooperation", "visitation", "first_visit", "by_phone")
HLB = ("known", "expectations", "leader_consulted")
KNOWN = ("adviser_asked", "adviser_words")
UNKNOWN = (
    "concern",
    "beyond_family",
    "beyond_partners",
    "presented",
    "willing",
    "active_case",
    "asked_authority",
    "confirmed",
)


def sag(page: PreparationPage, office: OpenOffice) -> CaseFacts:
    return facts(page, office).case


def answer(page: PreparationPage, office: OpenOffice, qtbot: QtBot, question: str, key: str) -> None:
    QTest.mouseClick(getattr(sag_page(page).form, question).chips[key], Qt.MouseButton.LeftButton)
    office.settle(qtbot)


def say(page: PreparationPage, office: OpenOffice, qtbot: QtBot, row: str, day: str = "i dag") -> None:
    said = sag_page(page).saids[row]
    QTest.keyClicks(said.when.line, day)
    pick(said.who.choice, "Søren Friis")
    office.settle(qtbot)


def shown(page: PreparationPage) -> set[str]:
    """What is asked just now."""
    step = sag_page(page)
    boxes = {name: step.form.box_of(name) for name in SagForm.specs()}
    return {name for name, box in {**boxes, **step.saids}.items() if box.isVisibleTo(step)}


def in_place(page: PreparationPage, rule: str) -> bool:
    return rule_row(page, rule).sign.name == "IN_PLACE"


@pytest.mark.smoke
def test_r001_why_this_meeting_is_kept_as_it_is_typed(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.CASE)
    step = sag_page(page)
    assert step.form.screening.stop.hasFocus()
    QTest.keyClicks(step.form.involvement, "Farmor kender ham bedst. ")
    qtbot.waitUntil(lambda: sag(page, office).involvement == "Farmor kender ham bedst.")
    assert step.form.involvement.text == "Farmor kender ham bedst. ", "the caret stays behind the blank"
    office.settle(qtbot)
    assert in_place(page, "involvement")
    say(page, office, qtbot, "nominated")
    QTest.keyClicks(step.form.nominated_why, "Skolen er urolig")
    QTest.keyClicks(step.form.target_group, "Sover ikke")
    assert page.leave()
    assert sag(page, office).nominated == replace(SOREN, text="Skolen er urolig")
    assert sag(page, office).target_group == "Sover ikke"


@pytest.mark.parametrize("kind", list(CaseType))
def test_r004_r005_where_in_the_course_of_the_sag_the_meeting_is(
    office: OpenOffice, qtbot: QtBot, kind: CaseType
) -> None:
    page = opened(office, qtbot, PreparationStep.CASE)
    answer(page, office, qtbot, "case_type", kind.value)
    assert sag(page, office).case_type is kind
    assert in_place(page, "case-type")
    answer(page, office, qtbot, "case_type", kind.value)
    assert sag(page, office).case_type is None, "an answer can be taken back"


@pytest.mark.smoke
def test_r174_a_yes_starts_and_sends_nothing_before_the_risk_assessment_is_dated(
    office: OpenOffice, qtbot: QtBot
) -> None:
    page = opened(office, qtbot, PreparationStep.CASE)
    gone: list[Destination] = []
    page.navigation_requested.connect(gone.append)
    step = sag_page(page)
    assert "risk_assessed" not in shown(page) and not step.risk.isVisibleTo(step)
    answer(page, office, qtbot, "screening", Screening.YES.value)
    assert "risk_assessed" in shown(page) and step.risk.isVisibleTo(step)
    card = page.readiness.card
    assert card.shown is not None and card.shown.rules == ("risk-assessed",)
    assert (card.act.text(), card.waive.isHidden()) == ("Gå til Sagen", True)
    QTest.mouseClick(page.side.start, Qt.MouseButton.LeftButton)
    assert gone == [] and page.side._stopped.isVisible()
    QTest.mouseClick(card.act, Qt.MouseButton.LeftButton)
    assert step.saids["risk_assessed"].when.line.hasFocus()
    asked = PreparationPaperAsked(page.bridge.meeting_id, NETWORK_MAP, Format.PDF)
    with pytest.raises(PaperProblem, match="risk_not_assessed"):
        preparation_paper_out(office.context.vault, asked, NOW)
    say(page, office, qtbot, "risk_assessed")
    preparation_paper_out(office.context.vault, asked, NOW)
    assert sag(page, office).risk_assessed == SOREN
    assert not step.risk.isVisibleTo(step)
    assert in_place(page, "risk-assessed") and in_place(page, "risk-screened")


@pytest.mark.parametrize("screening", [Screening.NO, Screening.NOT_SCREENED])
def test_r174_without_a_yes_no_risk_is_assessed(office: OpenOffice, qtbot: QtBot, screening: Screening) -> None:
    page = opened(office, qtbot, PreparationStep.CASE)
    answer(page, office, qtbot, "screening", screening.value)
    assert sag(page, office).screening is screening
    assert "risk_assessed" not in shown(page)
    assert in_place(page, "risk-screened") is (screening is Screening.NO)


@pytest.mark.parametrize("advisers", [1, 2])
def test_r176_in_a_first_assessment_two_advisers_are_asked_for(office: OpenOffice, qtbot: QtBot, advisers: int) -> None:
    second = (("Ulla Krog", Role.AUTHORITY, "rådgiver"),)
    page = opened(office, qtbot, PreparationStep.CASE, people=PEOPLE if advisers == 1 else (*PEOPLE, *second))
    answer(page, office, qtbot, "first_assessment", "ja")
    assert sag(page, office).first_assessment is True
    assert in_place(page, "two-advisers") is (advisers == 2)


@pytest.mark.parametrize(
    ("method", "asked"),
    [
        ("din-1", {"screening", "involvement", "target_group", "case_type", "first_assessment"}),
        ("pnm-1", {"screening", "involvement", "target_group", "case_type", "first_assessment", *PNM}),
        ("hlb-1", {"screening", "involvement", "case_type", "first_assessment", *HLB}),
        ("um", {"screening", "case_type"}),
    ],
)
def test_a_method_asks_for_its_own(office: OpenOffice, qtbot: QtBot, method: str, asked: set[str]) -> None:
    page = opened(office, qtbot, PreparationStep.CASE, method=method)
    assert shown(page) == asked | {"nominated", "nominated_why"}


@pytest.mark.parametrize("question", ["complex_needs", "hard_cooperation"])
def test_r010_r011_a_no_warns_that_the_method_can_do_harm(office: OpenOffice, qtbot: QtBot, question: str) -> None:
    page = opened(office, qtbot, PreparationStep.CASE, method="pnm-1")
    step = sag_page(page)
    for each in ("complex_needs", "hard_cooperation"):
        answer(page, office, qtbot, each, "ja")
    assert not step.harm.isVisibleTo(step) and in_place(page, "pnm-fits")
    answer(page, office, qtbot, question, "nej")
    assert step.harm.isVisibleTo(step) and "skade" in step.harm.text()
    assert not in_place(page, "pnm-fits")


def test_r014_r015_who_decided_about_the_sag_and_when(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.CASE, method="pnm-1")
    visited = sag_page(page).saids["visitation"]
    QTest.keyClicks(visited.when.line, "3/11")
    pick(visited.who.choice, " ")
    QTest.keyClicks(visited.who.name, "Visitationsudvalget")
    assert page.leave()
    office.settle(qtbot)
    assert sag(page, office).visitation == Said("Visitationsudvalget", date(2026, 11, 3))
    assert in_place(page, "visitation")


def test_r055_a_first_visit_by_telephone_does_not_do(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.CASE, method="pnm-1")
    say(page, office, qtbot, "first_visit")
    answer(page, office, qtbot, "by_phone", "telefon")
    meeting = facts(page, office).meeting
    assert (meeting.first_visit, meeting.first_visit_by_phone) == (SOREN, True)
    assert not in_place(page, "first-visit")
    answer(page, office, qtbot, "by_phone", "mødt")
    assert facts(page, office).meeting.first_visit_by_phone is False
    assert in_place(page, "first-visit")


def test_r058_r059_in_a_known_sag_the_adviser_is_asked_first(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.CASE, method="hlb-1")
    answer(page, office, qtbot, "known", "ja")
    assert in_place(page, "known-answered") and not in_place(page, "adviser-asked")
    assert set(KNOWN) <= shown(page) and not set(UNKNOWN) & shown(page)
    say(page, office, qtbot, "adviser_asked")
    QTest.keyClicks(sag_page(page).form.adviser_words, "Det er relevant")
    assert page.leave()
    office.settle(qtbot)
    assert sag(page, office).adviser_asked == replace(SOREN, text="Det er relevant")
    assert in_place(page, "adviser-asked")


@pytest.mark.smoke
def test_r018_r060_r061_r062_an_unknown_sag_follows_its_procedure(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.CASE, method="hlb-1")
    answer(page, office, qtbot, "known", "nej")
    assert set(UNKNOWN) <= shown(page) and not set(KNOWN) & shown(page)
    for question in ("concern", "beyond_family", "beyond_partners"):
        assert not in_place(page, "unknown-criteria")
        answer(page, office, qtbot, question, "ja")
    assert in_place(page, "unknown-criteria")
    for row in ("presented", "willing", "active_case"):
        assert not in_place(page, "unknown-parents")
        say(page, office, qtbot, row)
    assert in_place(page, "unknown-parents")
    for row in ("asked_authority", "confirmed"):
        assert not in_place(page, "unknown-authority")
        say(page, office, qtbot, row)
    assert in_place(page, "unknown-authority")
    kept = sag(page, office).unknown_case
    assert {kept.presented, kept.willing, kept.active_case, kept.asked_authority, kept.confirmed} == {SOREN}


def test_r019_the_meeting_replaces_no_underretning(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.CASE, method="hlb-1")
    step = sag_page(page)
    answer(page, office, qtbot, "known", "nej")
    assert step._no_report.isVisibleTo(step)
    assert step._no_report.text() == "Mødet erstatter ikke en underretning."
    say(page, office, qtbot, "willing")
    assert sag(page, office).unknown_case.willing == SOREN


def test_r064_what_is_expected_of_the_authority(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.CASE, method="hlb-1")
    QTest.keyClicks(sag_page(page).form.expectations, "At rådgiveren kommer")
    assert page.leave()
    office.settle(qtbot)
    assert sag(page, office).expectations == "At rådgiveren kommer"
    assert in_place(page, "expectations")


def test_what_other_pages_know_of_the_sag_stays(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.CASE)
    consents = (Consent("lone", ("skolen",)),)
    QTest.keyClicks(sag_page(page).form.involvement, "Farmor")
    page.bridge.change_facts_now(
        "test", lambda known: replace(known, case=replace(known.case, consents=consents, family_places=("Klubben",)))
    )
    assert page.leave()
    kept = sag(page, office)
    assert (kept.consents, kept.family_places, kept.involvement) == (consents, ("Klubben",), "Farmor")


def test_the_birth_year_is_mended_on_the_page_of_the_sag(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PURPOSE, method="pnm-1")
    gone: list[Destination] = []
    page.navigation_requested.connect(gone.append)
    page.mend(BIRTH_YEAR)
    assert page.bridge.meeting is not None
    assert gone == [ToCase(page.bridge.meeting.case_id)]


def test_a_text_that_is_too_long_is_one_sentence_and_stays(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.CASE)
    step = sag_page(page)
    step.form.involvement.setPlainText("x" * (LONGEST_TEXT + 1))
    assert not page.leave()
    assert step.notice.text == f"Teksten er for lang. Brug højst {LONGEST_TEXT} tegn."
    assert len(step.form.involvement.text) == LONGEST_TEXT + 1


@pytest.mark.parametrize("name", [*PNM, "screening", "involvement", "target_group", "case_type", "nominated"])
def test_each_fact_has_a_field_that_takes_the_keyboard(office: OpenOffice, qtbot: QtBot, name: str) -> None:
    page = opened(office, qtbot, PreparationStep.CASE, method="pnm-1")
    step = sag_page(page)
    step.focus_on(name)
    here = QApplication.focusWidget()
    box = step.saids[name] if name in SAID_ROWS else step.form.box_of(name)
    assert here is not None and box.isAncestorOf(here)


def test_no_answer_is_meant_for_room_papers_or_record() -> None:
    assert {spec.privacy for spec in SagForm.specs().values()} == {Reach.NOWHERE}
