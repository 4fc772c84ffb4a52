"""The step of the frame: a register that is written once, verdicts in words, food, a tolk, and two people apart."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.meeting.history import History
from netmoede_desktop.domain.meeting.plan import MeetingPlan
from netmoede_desktop.domain.people.people import Role
from netmoede_desktop.domain.people.said import Said
from netmoede_desktop.domain.preparation.meeting_facts import Apart, Room, RoomKind, Separation
from netmoede_desktop.gui.kit.fields.field_spec import Reach
from netmoede_desktop.gui.preparation.frame.frame_form import FrameForm
from netmoede_desktop.gui.preparation.frame.frame_page import FramePage
from netmoede_desktop.gui.preparation.frame.room_form import RoomForm
from netmoede_desktop.gui.preparation.preparation import PreparationPage
from netmoede_desktop.gui.preparation.preparation_steps import PreparationStep
from netmoede_desktop.services.preparation.edit_plan import MeetingChange
from tests.gui.desks import OpenOffice
from tests.gui.office_stories import PEOPLE, Stories
from tests.gui.preparing import STARTS, facts, frame_page, opened, people, pick, plan
from tests.gui.reaching import CANARY, reach_of_text

LIBRARY = Room("Biblioteket, lokale 2", RoomKind.NEUTRAL, 10, 20, 0)
ROOMS = (
    LIBRARY,
    Room("Medborgerhuset, salen", RoomKind.NEUTRAL, 24, 22, 300),
    Room("Kulturskolen, sal B", RoomKind.NEUTRAL, 16, 17, 0),
    Room("Skolen, personalerummet", RoomKind.SCHOOL, 16, 21, 0),
    Room("Kælderen", RoomKind.NEUTRAL, 6),
)


def with_rooms(office: OpenOffice, qtbot: QtBot, **more: object) -> tuple[PreparationPage, FramePage]:
    page = opened(office, qtbot, PreparationStep.FRAME, **more)
    for number, room in enumerate(ROOMS):
        page.bridge.change_room("register", number, room)
    office.settle(qtbot)
    frame_page(page).rooms.done_editing()
    return page, frame_page(page)


def verdicts(step: FramePage) -> list[str]:
    return [shown.verdict.text() for shown in step.rooms.rows]


@pytest.mark.smoke
def test_an_empty_register_is_a_row_with_the_cursor_in_it(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.FRAME, place="")
    form = frame_page(page).rooms.form
    assert form.name.hasFocus()
    QTest.keyClicks(form.name, "Biblioteket, lokale 2")
    QTest.keyClicks(form.capacity, "10")
    QTest.keyClicks(form.evening_until, "kl. 20")
    QTest.keyClicks(form.rent, "gratis")
    pick(form.kind, "neutralt")
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    office.settle(qtbot)
    assert page.bridge.meeting is not None and page.bridge.meeting.rooms == (LIBRARY,)
    assert plan(page, office).place == "Biblioteket, lokale 2", "the first one is where they meet"
    assert frame_page(page).rooms.new.isVisible() and not form.isVisible()


def test_r080_r081_r082_r084_each_room_has_a_verdict_in_words(office: OpenOffice, qtbot: QtBot) -> None:
    page, step = with_rooms(office, qtbot)
    assert verdicts(step) == [
        "lidt lille: metoden siger 12",
        "✓ neutralt",
        "lukker, før I er færdige",
        "ikke neutralt: en skole",
        "for lille: I er 8",
    ]
    page.bridge.change("starts", MeetingChange(starts=STARTS.replace(hour=10)))
    office.settle(qtbot)
    assert verdicts(step)[2] == "✓ neutralt", "judged anew for another time"
    step.rooms.rows[1].radio.click()
    office.settle(qtbot)
    QTest.mouseClick(step.form.comes_here.chips["ja"], Qt.MouseButton.LeftButton)
    office.settle(qtbot)
    assert verdicts(step)[1] == "familien kommer her til andre møder"
    assert facts(page, office).meeting.room.family_comes_here is True
    assert facts(page, office).case.family_places == ("Medborgerhuset, salen",)


def test_r083_nobodys_home_can_be_put_into_the_register(office: OpenOffice, qtbot: QtBot) -> None:
    _, step = with_rooms(office, qtbot)
    step.rooms.edit(0)
    assert [step.rooms.form.kind.itemText(n) for n in range(step.rooms.form.kind.count())] == [
        "vælg",
        "neutralt",
        "rådhus",
        "skole eller institution",
    ]


def test_the_place_is_one_fact_wherever_it_is_written(office: OpenOffice, qtbot: QtBot) -> None:
    page, step = with_rooms(office, qtbot)
    assert step.rooms.rows[0].radio.isChecked(), "the plan's place is in the register"
    step.rooms.rows[0].radio.setFocus()
    QTest.keyClick(step.rooms.rows[0].radio, Qt.Key.Key_Down)
    office.settle(qtbot)
    assert plan(page, office).place == "Medborgerhuset, salen"
    assert facts(page, office).meeting.room.capacity == 24
    page.bridge.change("place", MeetingChange(place="Kælderen"))
    office.settle(qtbot)
    assert step.rooms.rows[4].radio.isChecked()
    assert facts(page, office).meeting.room.capacity == 6
    page.bridge.change("place", MeetingChange(place="Under egetræet"))
    office.settle(qtbot)
    assert facts(page, office).meeting.room == Room("Under egetræet")


def test_a_renamed_room_is_still_where_the_meeting_is(office: OpenOffice, qtbot: QtBot) -> None:
    page, step = with_rooms(office, qtbot)
    step.rooms.rows[1].radio.click()
    office.settle(qtbot)
    QTest.mouseClick(step.rooms.change, Qt.MouseButton.LeftButton)
    QTest.keyClicks(step.rooms.form.name, "Nye ")
    assert page.leave()
    assert plan(page, office).place == "Nye Medborgerhuset, salen"
    step.rooms.form.remove.click()
    office.settle(qtbot)
    assert [row.name.text() for row in step.rooms.rows] == [room.name for room in ROOMS if room is not ROOMS[1]]
    assert plan(page, office).place == "Nye Medborgerhuset, salen", "the meeting keeps its place"


@pytest.mark.parametrize(
    ("field", "text", "problem"),
    [
        ("capacity", "mange", "Skriv antallet af pladser som et tal, højst 1000."),
        ("evening_until", "25", "Skriv hele timer fra 1 til 24, fx 20."),
        ("rent", "dyrt", "Skriv lejen i hele kroner, eller »gratis«."),
    ],
)
def test_a_figure_that_is_none_is_one_sentence_at_its_field(
    office: OpenOffice, qtbot: QtBot, field: str, text: str, problem: str
) -> None:
    page, step = with_rooms(office, qtbot)
    step.rooms.edit(0)
    line = getattr(step.rooms.form, field)
    line.clear()
    QTest.keyClicks(line, text)
    assert not page.leave()
    assert step.rooms.form.problem_of(field) == problem
    assert page.bridge.meeting is not None and page.bridge.meeting.rooms[0] == LIBRARY


def test_a_place_is_listed_once(office: OpenOffice, qtbot: QtBot) -> None:
    page, step = with_rooms(office, qtbot)
    step.rooms.edit(5)
    QTest.keyClicks(step.rooms.form.name, "kælderen")
    assert not page.leave()
    assert step.rooms.form.problem_of("name") == "Stedet står allerede i listen."


def test_r084_the_register_is_there_for_every_sag(office: OpenOffice, qtbot: QtBot) -> None:
    with_rooms(office, qtbot)
    stories = Stories(office)
    other = PreparationPage(office.context, stories.meeting(stories.case("M-2", "Ida"), STARTS, place=""))
    qtbot.addWidget(other)
    other.enter()
    office.settle(qtbot)
    assert [row.name.text() for row in frame_page(other).rooms.rows] == [room.name for room in ROOMS]


def test_r087_dinner_is_asked_for_in_the_evening_and_diets_are_known(office: OpenOffice, qtbot: QtBot) -> None:
    page, step = with_rooms(office, qtbot)
    page.bridge.change("starts", MeetingChange(starts=STARTS.replace(hour=10)))
    office.settle(qtbot)
    assert step._dinner.text() == "Aftensmad er ikke et krav."
    page.bridge.change("starts", MeetingChange(starts=STARTS.replace(hour=17)))
    office.settle(qtbot)
    assert step._dinner.text() == "Mødet er om aftenen: der skal være aftensmad til alle."
    assert step.evening.isVisibleTo(step)
    QTest.keyClicks(step.form.dinner, "suppe")
    assert page.leave()
    assert facts(page, office).meeting.dinner == "suppe"


def test_r076_r078_a_tolk_is_asked_for_dated_and_makes_the_meeting_longer(office: OpenOffice, qtbot: QtBot) -> None:
    page, step = with_rooms(office, qtbot)
    usual = plan(page, office).planned_minutes
    QTest.mouseClick(step.form.needed.chips["ja"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: step.form.language.isVisibleTo(step))
    QTest.keyClicks(step.form.language, "somali")
    QTest.keyClicks(step.form.name, "Farah Nur")
    QTest.keyClicks(step.form.birth_year, "2010")
    pick(step.tolk_asked.who.choice, "Søren Friis")
    assert page.leave()
    office.settle(qtbot)
    assert plan(page, office).interpreter_language == "somali" and plan(page, office).planned_minutes > usual
    tolk = facts(page, office).meeting.interpreter
    assert (tolk.needed, tolk.name, tolk.birth_year) == (True, "Farah Nur", 2010)
    assert tolk.asked == Said("Søren Friis", date(2026, 11, 23)), "today, where no other day is said"
    assert step._tolk.text().endswith("Find en anden tolk."), "under 18"
    QTest.mouseClick(step.form.needed.chips["nej"], Qt.MouseButton.LeftButton)
    office.settle(qtbot)
    assert plan(page, office).interpreter_language == ""


def test_a_year_that_is_none_is_one_sentence(office: OpenOffice, qtbot: QtBot) -> None:
    page, step = with_rooms(office, qtbot)
    QTest.mouseClick(step.form.needed.chips["ja"], Qt.MouseButton.LeftButton)
    office.settle(qtbot)
    QTest.keyClicks(step.form.birth_year, "firs")
    assert not page.leave()
    assert step.form.problem_of("birth_year") == "Fødselsåret er ikke et år. Skriv det med fire tal."


def test_r175_two_people_apart_are_seated_far_from_each_other(office: OpenOffice, qtbot: QtBot) -> None:
    page, step = with_rooms(office, qtbot)
    ids = {name: person.id for name, person in people(page, office).items()}
    assert step.apart.chips.key == "ikke spurgt"
    QTest.mouseClick(step.apart.chips.chips["ja"], Qt.MouseButton.LeftButton)
    office.settle(qtbot)
    pick(step.apart.pairs[0].one, ids["Peter Holm"])
    pick(step.apart.pairs[0].other, ids["Lone Holm"])
    step.apart.pairs[0].ways.chips["langt fra hinanden"].click()
    office.settle(qtbot)
    known = facts(page, office).meeting
    assert known.apart == (Apart(ids["Peter Holm"], ids["Lone Holm"], Separation.FAR_APART),)
    assert known.apart_asked == Said("", date(2026, 11, 23))
    seats = {name: person.seat for name, person in people(page, office).items()}
    assert abs(seats["Peter Holm"] - seats["Lone Holm"]) == len(PEOPLE) // 2
    QTest.mouseClick(step.apart.chips.chips["ikke spurgt"], Qt.MouseButton.LeftButton)
    office.settle(qtbot)
    assert (facts(page, office).meeting.apart, facts(page, office).meeting.apart_asked) == ((), Said())


#: How an answer of the frame comes into a meeting; the others are no part of one.
INTO_MEETING: Mapping[str, Callable[[MeetingPlan], MeetingPlan]] = {
    "name": lambda plan: replace(plan, place=f"{CANARY}a"),
    "language": lambda plan: replace(plan, interpreter_language=f"{CANARY}a"),
}


@pytest.mark.parametrize(("form", "name"), [(RoomForm, "name"), (FrameForm, "language")])
def test_a_value_goes_where_its_field_says_and_nowhere_else(form: type[RoomForm] | type[FrameForm], name: str) -> None:
    def change(history: History) -> History:
        state = history.state
        return replace(history, state=replace(state, plan=INTO_MEETING[name](state.plan)))

    assert reach_of_text(change) == form.specs()[name].privacy


def test_no_other_answer_has_a_place_in_a_meeting() -> None:
    others = {name: spec.privacy for name, spec in FrameForm.specs().items() if name != "language"}
    others |= {name: spec.privacy for name, spec in RoomForm.specs().items() if name != "name"}
    assert set(others.values()) == {Reach.NOWHERE}


@pytest.mark.parametrize(
    "name",
    ["place", "capacity", "room_kind", "evening_until", "dinner", "food_ordered", "evening", "apart", "interpreter"],
)
def test_each_fact_has_a_field_that_takes_the_keyboard(office: OpenOffice, qtbot: QtBot, name: str) -> None:
    page, step = with_rooms(office, qtbot, people=(*PEOPLE, ("Bo", Role.PRIVATE, "nabo")))
    page.bridge.change("starts", MeetingChange(starts=STARTS.replace(hour=17)))
    office.settle(qtbot)
    step.focus_on(name)
    here = QApplication.focusWidget()
    assert here is not None and step.isAncestorOf(here)
