"""Purpose, method, time and place: kept as they are typed; a slip is one sentence with nothing lost."""

import threading
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.minutes.from_meeting import record
from netmoede_desktop.gui.preparation.preparation import PreparationPage
from netmoede_desktop.gui.preparation.preparation_steps import PreparationStep
from netmoede_desktop.gui.preparation.readiness.readiness_presenter import Sign
from netmoede_desktop.gui.system.lane import ignore_result
from tests.domain.meeting.script import Told
from tests.gui.desks import OpenOffice
from tests.gui.preparing import (
    STARTS,
    opened,
    pick,
    plan,
    purpose_page,
    rule_row,
    time_page,
)


def test_the_purpose_is_kept_as_it_is_typed(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PURPOSE, purpose="")
    assert rule_row(page, "purpose").sign is Sign.MUST
    QTest.keyClicks(purpose_page(page).purpose, "Ro i hverdagen")
    qtbot.waitUntil(lambda: plan(page, office).purpose == "Ro i hverdagen")
    office.settle(qtbot)
    assert rule_row(page, "purpose").sign is Sign.IN_PLACE
    assert page.foot.saved.text() == "gemt 10.00.00"


def test_tab_comes_to_the_method_that_is_chosen(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PURPOSE, method="um")
    buttons = purpose_page(page).findChildren(QRadioButton)
    chosen = [button for button in buttons if button.isChecked()]
    assert len(buttons) > 1 and len(chosen) == 1
    assert [button for button in buttons if button.focusPolicy() & Qt.FocusPolicy.TabFocus] == chosen


def test_what_is_typed_is_kept_when_the_step_is_left_at_once(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PURPOSE)
    QTest.keyClicks(purpose_page(page).purpose, "!")
    assert page.leave()
    assert plan(page, office).purpose == "!Ro i hverdagen"


def test_the_method_brings_its_length(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PURPOSE)
    button = next(
        b
        for b in purpose_page(page)._buttons.values()
        if b.text() == "Læring og Trivsel (Holbæk) – opfølgning · 1 time"
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    office.settle(qtbot)
    assert (plan(page, office).method.id, plan(page, office).planned_minutes) == ("hlb-o", 60)
    suggested = purpose_page(page)._suggested.text()
    assert "Forslag – kan tilpasses: tider, talerækker, spørgsmål og tips." in suggested


def test_what_a_tolk_takes_is_told_where_there_is_one(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PURPOSE)
    about = purpose_page(page)._about
    assert not about.isVisible()
    page.go_to(PreparationStep.TIME)
    QTest.keyClicks(time_page(page).interpreter, "somali")
    page.go_to(PreparationStep.PURPOSE)
    office.settle(qtbot)
    assert about.isVisible()
    assert about.text().startswith("Med tolk fylder mødet præcis 3 timer")


def test_time_and_place_are_kept_as_they_are_typed(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.TIME, place="")
    step = time_page(page)
    step.starts.line.selectAll()
    QTest.keyClicks(step.starts.line, "3/12 kl. 14.30")
    pick(step.length, "90")
    QTest.keyClicks(step.place, "Skolen")
    QTest.keyClick(step.place, Qt.Key.Key_Tab)
    QTest.keyClicks(step.interpreter, "somali")
    assert page.leave()
    office.settle(qtbot)
    kept = plan(page, office)
    assert kept.starts.astimezone().replace(tzinfo=None) == datetime(2026, 12, 3, 14, 30)  # noqa: DTZ001
    assert (kept.planned_minutes, kept.place, kept.interpreter_language) == (90, "Skolen", "somali")
    assert page.bridge.meeting is not None
    assert page.bridge.meeting.ends.replace(tzinfo=None) == datetime(2026, 12, 3, 16, 0)  # noqa: DTZ001


def test_what_still_waits_when_a_step_is_left_neither_wins_nor_shows(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.TIME, place="")
    step = time_page(page)
    hold = threading.Event()
    office.context.lane.run(hold.wait, ignore_result, ignore_result)  # as long as a backup takes
    QTest.keyClicks(step.place, "Skolen")
    QTest.keyClick(step.place, Qt.Key.Key_Return)
    QTest.keyClicks(step.place, ", sal 2")
    QTest.keyClicks(step.interpreter, "somali")
    assert page.leave()
    hold.set()
    office.settle(qtbot)
    kept, shown = plan(page, office), page.bridge.meeting
    assert (kept.place, kept.interpreter_language) == ("Skolen, sal 2", "somali")
    assert shown is not None
    assert shown.plan == kept


def test_a_day_that_does_not_exist_keeps_the_user_there_and_loses_nothing(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.TIME)
    step = time_page(page)
    step.starts.line.selectAll()
    QTest.keyClicks(step.starts.line, "31/2 kl. 16")
    page.go_to(PreparationStep.PURPOSE)
    assert page.step is PreparationStep.TIME
    assert step.starts.problem == "Den dag findes ikke. Skriv fx »2/12 kl. 16«."
    assert step.starts.line.text() == "31/2 kl. 16"
    assert plan(page, office).starts.astimezone().replace(tzinfo=None) == STARTS


@pytest.mark.parametrize(("method", "usual", "said"), [("din-1", "2 timer", False), ("pnm-1", "1 t 50 min", True)])
def test_a_length_the_method_does_not_aim_at_stays_and_is_remarked_on_over_its_own_limit(
    office: OpenOffice, qtbot: QtBot, method: str, usual: str, said: bool
) -> None:
    page = opened(office, qtbot, PreparationStep.TIME, method=method)
    step = time_page(page)
    assert step.length.currentText() == f"{usual} · som metoden"
    pick(step.length, "240")
    office.settle(qtbot)
    assert plan(page, office).planned_minutes == 240
    assert ("within-limit" in {row.rule for row in page.side.shown.musts}) is said


def test_nothing_typed_while_the_page_loads_is_written_over(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PURPOSE)
    purpose = purpose_page(page).purpose
    page.enter()
    QTest.keyClicks(purpose, "Nu: ")
    office.settle(qtbot)
    assert purpose.toPlainText() == "Nu: Ro i hverdagen"
    purpose_page(page)._typing.flush()
    QTest.keyClicks(purpose, "mere ")
    office.settle(qtbot)
    assert purpose.toPlainText() == "Nu: mere Ro i hverdagen", "the answer to what was typed first comes late"


def test_a_purpose_of_any_length_is_told_when_it_is_too_long(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PURPOSE)
    step = purpose_page(page)
    step.purpose.setPlainText("lang " * 3000)
    step._typing.flush()
    office.settle(qtbot)
    assert step._field.problem == "Teksten er for lang. Brug højst 10000 tegn."
    assert plan(page, office).purpose == "Ro i hverdagen"
    assert len(step.purpose.toPlainText()) == 15000


@pytest.mark.parametrize(("held_by", "shown"), [("din-1", False), ("um", True)])
def test_a_method_offered_no_more_is_shown_only_where_the_meeting_has_it(
    office: OpenOffice, qtbot: QtBot, held_by: str, shown: bool
) -> None:
    buttons = purpose_page(opened(office, qtbot, PreparationStep.PURPOSE, method=held_by))._buttons
    assert [key for key in ("um-1", "um-o", "um") if not buttons[key].isHidden()] == ["um-1", "um-o", *["um"] * shown]


def test_what_is_under_way_before_the_first_meeting_is_listed_in_the_preparation(
    office: OpenOffice, qtbot: QtBot
) -> None:
    page = opened(office, qtbot, PreparationStep.PURPOSE, method="hlb-1")
    card = purpose_page(page).measures
    assert card.isVisible()
    QTest.keyClicks(card.line, "Søren holder en lille gruppe siden 2/11")
    QTest.keyClick(card.line, Qt.Key.Key_Return)
    office.settle(qtbot)
    QTest.keyClicks(card.line, "Mor ringer hver fredag")
    assert page.leave()
    kept = plan(page, office)
    soeren = next(person.id for person in kept.people if person.name.startswith("Søren"))
    assert [(one.text, one.owner, one.start, one.started) for one in kept.carried[:1]] == [
        ("Søren holder en lille gruppe", soeren, date(2026, 11, 2), True)
    ]
    assert [(one.number, one.text) for one in kept.carried[1:]] == [(2, "Mor ringer hver fredag")]
    page.go_to(PreparationStep.PURPOSE)
    office.settle(qtbot)
    QTest.mouseClick(card.removes[1], Qt.MouseButton.LeftButton)
    office.settle(qtbot)
    assert [one.number for one in plan(page, office).carried] == [1]


def test_half_a_line_of_what_is_under_way_is_kept_as_it_is_typed_and_when_the_window_goes(
    office: OpenOffice, qtbot: QtBot
) -> None:
    page = opened(office, qtbot, PreparationStep.PURPOSE, method="hlb-1")
    line = purpose_page(page).measures.line
    QTest.keyClicks(line, "Mor ringer")
    qtbot.waitUntil(lambda: plan(page, office).begun_measure == "Mor ringer")
    office.settle(qtbot)
    QTest.keyClicks(line, " hver fredag")
    assert page.flush()
    assert (plan(page, office).begun_measure, plan(page, office).measures) == ("Mor ringer hver fredag", ())
    again = PreparationPage(office.context, page.bridge.meeting_id)
    qtbot.addWidget(again)
    again.enter()
    office.settle(qtbot)
    assert purpose_page(again).measures.line.text == "Mor ringer hver fredag"
    assert again.leave()
    assert [one.text for one in plan(again, office).measures] == ["Mor ringer hver fredag"]
    assert plan(again, office).begun_measure == ""


def test_lines_after_each_other_are_all_listed_and_one_that_is_refused_stands_there(
    office: OpenOffice, qtbot: QtBot
) -> None:
    page = opened(office, qtbot, PreparationStep.PURPOSE, method="um-1")
    card = purpose_page(page).measures
    for text in ("Mor ringer", "Far henter"):
        QTest.keyClicks(card.line, text)
        QTest.keyClick(card.line, Qt.Key.Key_Return)
    office.settle(qtbot)
    assert [one.text for one in plan(page, office).measures] == ["Mor ringer", "Far henter"]
    card.line.set_text("x" * 250)
    assert not page.leave()
    assert card.line.text == "x" * 250
    assert card._field.problem == "Teksten er for lang. Brug højst 200 tegn."
    card.line.set_text("Kort nok")
    assert page.leave()
    assert [one.text for one in plan(page, office).measures] == ["Mor ringer", "Far henter", "Kort nok"]


def test_two_measures_are_taken_away_as_quickly_as_one(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PURPOSE, method="um-1")
    card = purpose_page(page).measures
    for text in ("Mor ringer", "Far henter senest 1/8", "Mormor passer"):
        QTest.keyClicks(card.line, text)
        QTest.keyClick(card.line, Qt.Key.Key_Return)
    office.settle(qtbot)
    assert [one.due is not None for one in plan(page, office).measures] == [False, True, False]
    first, _, last = card.removes
    first.click()
    last.click()
    office.settle(qtbot)
    assert [one.text for one in plan(page, office).measures] == ["Far henter"]


def test_what_is_under_way_goes_along_only_to_a_method_that_goes_through_it(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.PURPOSE, method="um-1")
    QTest.keyClicks(purpose_page(page).measures.line, "Mor ringer")
    QTest.keyClick(purpose_page(page).measures.line, Qt.Key.Key_Return)
    office.settle(qtbot)
    assert [one.text for one in plan(page, office).carried] == ["Mor ringer"]
    purpose_page(page)._buttons["um-o"].click()
    office.settle(qtbot)
    assert plan(page, office).carried == ()
    purpose_page(page)._buttons["um-1"].click()
    office.settle(qtbot)
    assert [one.text for one in plan(page, office).carried] == ["Mor ringer"]


@pytest.mark.parametrize("method", ["din-1", "din-o"])
def test_a_method_that_goes_through_nothing_in_its_first_meeting_asks_for_no_measures(
    office: OpenOffice, qtbot: QtBot, method: str
) -> None:
    assert purpose_page(opened(office, qtbot, PreparationStep.PURPOSE, method=method)).measures.isHidden()


def test_over_the_hard_limit_the_reason_is_asked_for_and_recorded(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.TIME, method="pnm-1")
    step = time_page(page)
    assert step.over_reason.isHidden() or not step.over_reason.isVisible()
    pick(step.length, "180")
    office.settle(qtbot)
    assert step.over_reason.isVisible()
    QTest.keyClicks(step.over_reason, "Far kommer langvejs fra")
    assert page.leave()
    facts = record(Told(plan(page, office)).starts().history)
    assert facts.reasons == (("over_hard_limit", "Far kommer langvejs fra"),)
