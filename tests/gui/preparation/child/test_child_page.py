"""The step of the child: kept as it is typed, for this meeting only; what must not be said is guarded to the end."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netmoede_desktop.documents.formats import meeting_json
from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting.history import History
from netmoede_desktop.domain.minutes.from_meeting import record
from netmoede_desktop.domain.people.people import ChildPlace, PlaceKind
from netmoede_desktop.domain.people.said import Said
from netmoede_desktop.domain.preparation.fact_texts import LONGEST_TEXT
from netmoede_desktop.domain.preparation.meeting_facts import ChildTalk, Participation
from netmoede_desktop.gui.kit.fields.field_spec import Reach
from netmoede_desktop.gui.preparation.child.child_form import ChildForm
from netmoede_desktop.gui.preparation.preparation import PreparationPage
from netmoede_desktop.gui.preparation.preparation_steps import PreparationStep
from netmoede_desktop.services.meeting.conducting import Conducting
from netmoede_desktop.services.meeting.view.build import meeting_view
from netmoede_desktop.services.minutes.paper_check import check_paper
from netmoede_desktop.services.room.audience_view import audience_view
from tests.gui.desks import OpenOffice
from tests.gui.office_stories import PEOPLE, Stories
from tests.gui.preparing import STARTS, child_page, facts, opened, people, pick
from tests.gui.reaching import CANARY, reach_of_text


def talk(page: PreparationPage, office: OpenOffice) -> ChildTalk:
    return facts(page, office).meeting.child


@pytest.mark.smoke
def test_r042_r046_the_talk_is_kept_as_it_is_typed(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.CHILD)
    step = child_page(page)
    assert step.talk.when.line.hasFocus()
    QTest.keyClicks(step.talk.when.line, "3/11")
    pick(step.talk.who.choice, "Søren Friis")
    QTest.keyClicks(step.form.talk_place, "hjemme hos farmor")
    QTest.mouseClick(step.form.alone.chips["ja"], Qt.MouseButton.LeftButton)
    QTest.keyClicks(step.form.own_words, "Jeg vil have ro. ")
    QTest.keyClicks(step.form.explained, "at alle lytter")
    qtbot.waitUntil(lambda: talk(page, office).explained == "at alle lytter")
    kept = talk(page, office)
    assert kept.talk == Said("Søren Friis", date(2026, 11, 3))
    assert (kept.place, kept.alone, kept.own_words) == ("hjemme hos farmor", True, "Jeg vil have ro.")
    assert step.form.own_words.text == "Jeg vil have ro. ", "the caret stays behind the blank"
    QTest.mouseClick(step.form.alone.chips["ja"], Qt.MouseButton.LeftButton)
    office.settle(qtbot)
    assert talk(page, office).alone is None, "an answer can be taken back"


def test_r072_a_talk_that_is_planned_has_its_day_ahead(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.CHILD)
    QTest.keyClicks(child_page(page).talk.when.line, "27/11")
    pick(child_page(page).talk.who.choice, "Søren Friis")
    office.settle(qtbot)
    assert talk(page, office).talk == Said("Søren Friis", date(2026, 11, 27))


def test_what_is_typed_is_kept_when_the_step_is_left_at_once(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.CHILD)
    step = child_page(page)
    QTest.keyClicks(step.form.not_said, "At jeg har grædt")
    QTest.keyClicks(step.form.stop_sign, "rødt kort")
    pick(step.told.who.choice, " ")
    QTest.keyClicks(step.told.who.name, "Bo Kjær")
    assert page.leave()
    assert (talk(page, office).not_said, talk(page, office).stop_sign) == (("At jeg har grædt",), "rødt kort")
    assert facts(page, office).meeting.bisidder_told == Said("Bo Kjær")


def test_r073_who_supports_the_child_before_during_and_after(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.CHILD)
    step, ids = child_page(page), {name: person.id for name, person in people(page, office).items()}
    pick(step.form.before.choice, ids["Kirsten Holm"])
    pick(step.form.during.choice, ids["Kirsten Holm"])
    pick(step.form.after.choice, " ")
    assert step.form.after.name.hasFocus()
    QTest.keyClicks(step.form.after.name, "naboen")
    assert page.leave()
    assert (talk(page, office).before, talk(page, office).during, talk(page, office).after) == (
        ids["Kirsten Holm"],
        ids["Kirsten Holm"],
        "naboen",
    )
    office.settle(qtbot)
    assert step.form.after.name.text() == "naboen"


def test_r051_how_far_the_child_takes_part_has_a_reason_unless_it_does(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.CHILD)
    step = child_page(page)
    assert not step.form.participation_reason.isVisibleTo(step)
    QTest.mouseClick(step.form.participation.chips["delvist"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: step.form.participation_reason.isVisibleTo(step))
    QTest.keyClicks(step.form.participation_reason, "bliver hurtigt træt")
    assert page.leave()
    assert talk(page, office).participation is Participation.PARTLY
    assert talk(page, office).participation_reason == "bliver hurtigt træt"


def test_the_childs_place_is_the_one_of_the_order(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.CHILD)
    step = child_page(page)
    QTest.mouseClick(step.place.chips.chips[PlaceKind.LAST.value], Qt.MouseButton.LeftButton)
    office.settle(qtbot)
    assert people(page, office)["Mikkel Holm"].place == ChildPlace(PlaceKind.LAST)
    child = people(page, office)["Mikkel Holm"]
    page.bridge.put("person", replace(child, place=ChildPlace(PlaceKind.FIRST)))
    office.settle(qtbot)
    assert step.place.chips.key == PlaceKind.FIRST.value


def test_a_child_that_is_not_on_the_list_has_no_place_yet(office: OpenOffice, qtbot: QtBot) -> None:
    step = child_page(opened(office, qtbot, PreparationStep.CHILD, people=PEOPLE[1:]))
    assert not step.place.isVisibleTo(step)
    assert step._nobody.isVisibleTo(step) and "Sæt Mikkel på listen" in step._nobody.text()


@pytest.mark.smoke
def test_what_must_not_be_said_is_guarded_in_the_room_and_asked_about_on_the_paper(
    office: OpenOffice, qtbot: QtBot
) -> None:
    page = opened(office, qtbot, PreparationStep.CHILD)
    QTest.keyClicks(child_page(page).form.not_said, "At jeg har grædt i skolen.")
    assert page.leave()
    conducting = Conducting(office.context.vault, page.bridge.meeting_id, office.context.clock)
    conducting.do(cmd.StartMeeting())
    conducting.do(cmd.WriteBoard("Mikkel græder henne i skolen"))
    while not audience_view(conducting.history.state).board:
        conducting.do(cmd.GoOn())
    view = meeting_view(conducting.history)
    assert [word.text for word in view.guard.found("Mikkel græder henne i skolen")] == ["græder henne i skolen"]
    assert [line.text for line in audience_view(conducting.history.state).board] == ["Mikkel …"]
    held = record(conducting.history)
    check = check_paper(held, "Tavlen: Mikkel græder henne i skolen.")
    assert (check.unsaid, check.needs_reason) == (("græder henne i skolen",), True)
    assert "grædt" not in meeting_json(held)


def test_a_new_meeting_shows_the_old_words_grey_and_knows_nothing_yet(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.CHILD)
    step = child_page(page)
    QTest.keyClicks(step.talk.when.line, "3/11")
    QTest.keyClicks(step.form.own_words, "Jeg vil have ro.")
    QTest.keyClicks(step.form.not_said, "At jeg har grædt.")
    assert page.leave()
    assert page.bridge.meeting is not None
    second = Stories(office).meeting(page.bridge.meeting.case_id, STARTS + timedelta(days=60))
    again = PreparationPage(office.context, second)
    qtbot.addWidget(again)
    again.enter()
    office.settle(qtbot)
    later = child_page(again)
    assert talk(again, office) == ChildTalk()
    assert later.talk.when.line.text() == "" and later.form.own_words.text == ""
    assert later.form.own_words.placeholderText() == "Sidst: Jeg vil have ro."
    assert later.form.not_said.placeholderText() == "Sidst: At jeg har grædt."


def test_a_text_that_is_too_long_is_one_sentence_and_stays(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.CHILD)
    step = child_page(page)
    step.form.own_words.setPlainText("x" * (LONGEST_TEXT + 1))
    assert not page.leave()
    assert step.notice.text == f"Teksten er for lang. Brug højst {LONGEST_TEXT} tegn."
    assert len(step.form.own_words.text) == LONGEST_TEXT + 1
    assert talk(page, office) == ChildTalk()


@pytest.mark.parametrize("name", ["talk", *ChildForm.specs(), "bisidder", "place"])
def test_each_fact_has_a_field_that_takes_the_keyboard(office: OpenOffice, qtbot: QtBot, name: str) -> None:
    page = opened(office, qtbot, PreparationStep.CHILD)
    step = child_page(page)
    QTest.mouseClick(step.form.participation.chips["nej"], Qt.MouseButton.LeftButton)
    office.settle(qtbot)
    step.focus_on(name)
    here = QApplication.focusWidget()
    assert here is not None and step.isAncestorOf(here)
    expected = {"talk": step.talk, "bisidder": step.told, "place": step.place}.get(name) or getattr(step.form, name)
    assert expected is here or expected.isAncestorOf(here)


def test_no_field_reaches_room_papers_or_record() -> None:
    """What must not be said goes into the plan, to be looked for, and comes out nowhere; the rest not even there."""

    def change(history: History) -> History:
        state = history.state
        return replace(history, state=replace(state, plan=replace(state.plan, not_said=(f"{CANARY}a",))))

    assert reach_of_text(change) == Reach.NOWHERE
    assert {spec.privacy for spec in ChildForm.specs().values()} == {Reach.NOWHERE}
