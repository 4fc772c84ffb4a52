"""*Kan vi nå det?*: the answer as one types, advice made by one press and undone by one, and what more people mean."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.meeting.plan import MeetingPlan
from netmoede_desktop.domain.people.people import Role
from netmoede_desktop.gui.preparation.preparation import PreparationPage
from netmoede_desktop.gui.preparation.preparation_steps import PreparationStep
from netmoede_desktop.gui.preparation.timing.time_page import TimePage
from netmoede_desktop.services.preparation.edit_plan import MeetingChange
from tests.domain.meeting.script import Told
from tests.gui.desks import OpenOffice
from tests.gui.preparing import opened, pick, plan, time_page

#: Nine who speak in every round of the first meeting, and the one who leads it.
NINE = (
    ("Mikkel", Role.CHILD, ""),
    ("Lone Holm", Role.PARENT, "mor"),
    ("Peter Holm", Role.PARENT, "far"),
    ("Kirsten Holm", Role.PRIVATE, "mormor"),
    ("Ali Yusuf", Role.PRIVATE, "nabo"),
    ("Hanne Lind", Role.PROFESSIONAL, "lærer"),
    ("Søren Bak", Role.PROFESSIONAL, "pædagog"),
    ("Tine Juhl", Role.PROFESSIONAL, "PPR"),
    ("Maja Friis", Role.AUTHORITY, "rådgiver"),
    ("Anne Bech", Role.LEADER, ""),
)


def nine(office: OpenOffice, qtbot: QtBot, **more: object) -> tuple[PreparationPage, TimePage]:
    page = opened(office, qtbot, PreparationStep.TIME, people=NINE, **more)
    return page, time_page(page)


def press(step: TimePage, label: str, office: OpenOffice, qtbot: QtBot) -> None:
    """Press the button of that label at the side."""
    buttons = [*step.advice.undo_buttons, *step.advice.buttons]
    QTest.mouseClick(next(one for one in buttons if one.text() == label), Qt.MouseButton.LeftButton)
    office.settle(qtbot)


def seconds(step: TimePage) -> list[str]:
    return [row.seconds for row in step.rounds.shown]


@pytest.mark.smoke
def test_the_answer_comes_first_and_each_round_has_its_verdict(office: OpenOffice, qtbot: QtBot) -> None:
    _, step = nine(office, qtbot)
    assert step.answer.text() == "Ja, men 2 runder bliver for korte"
    assert seconds(step) == ["36 s", "84 s", "108 s", "72 s", "60 s", "84 s", "24 s"]
    assert [row.verdict for row in step.rounds.shown] == [
        "for kort",
        "god tid",
        "god tid",
        "god tid",
        "kort",
        "god tid",
        "for kort",
    ]
    assert step.bar.accessibleName().startswith("Dagen: Velkomst 16 min, Sådan er det nu 48 min")
    assert step.tolk.isHidden()


def test_a_longer_meeting_is_one_press_and_so_is_the_old_one(office: OpenOffice, qtbot: QtBot) -> None:
    page, step = nine(office, qtbot)
    press(step, "Vælg 3 timer", office, qtbot)
    assert plan(page, office).planned_minutes == 180
    assert step.answer.text() == "Ja, men 1 runde bliver for kort"
    assert step.chips.key == "180"
    focused = QApplication.focusWidget()
    assert focused is step.advice.undo_buttons[0]
    press(step, "Fortryd: 2 timer", office, qtbot)
    assert plan(page, office).planned_minutes == 120
    assert step.advice.undo_buttons == []
    press(step, "Vælg 3 timer", office, qtbot)
    pick(step.length, "150")
    office.settle(qtbot)
    assert step.advice.undo_buttons == [], "a length that was chosen since is not undone"


def test_rounds_are_merged_and_left_out_and_come_back(office: OpenOffice, qtbot: QtBot) -> None:
    page, step = nine(office, qtbot)
    press(step, "Slå sammen", office, qtbot)
    parts = [part.id for part in plan(page, office).method.parts]
    assert "d6" not in parts
    assert plan(page, office).planned_minutes == 120
    assert "Runde B: Det, der fylder + Runde C: Ønsker · 20 min" in [row.name for row in step.rounds.shown]
    step.advice.more.click()
    press(step, "Spring over", office, qtbot)
    assert "d9" not in [part.id for part in plan(page, office).method.parts]
    page.go_to(PreparationStep.PURPOSE)
    page.go_to(PreparationStep.TIME)
    assert [button.text() for button in step.advice.undo_buttons] == ["Fortryd", "Fortryd"]
    press(step, "Fortryd", office, qtbot)
    press(step, "Fortryd", office, qtbot)
    whole: MeetingPlan = plan(page, office)
    assert (whole.fitting, len(whole.method.parts)) == (None, 14)
    assert seconds(step)[0] == "36 s"


def test_a_meeting_is_led_without_the_round_that_was_merged(office: OpenOffice, qtbot: QtBot) -> None:
    page, step = nine(office, qtbot)
    press(step, "Slå sammen", office, qtbot)
    state = Told(plan(page, office)).starts().history.state
    titles = [part.title for part in state.plan.method.parts]
    assert "Fase 1 · Runde B: Det, der fylder + Runde C: Ønsker" in titles
    assert state.promised.keys() == {part.id for part in state.plan.method.parts}


def test_another_number_is_tried_and_nothing_of_it_is_kept(office: OpenOffice, qtbot: QtBot) -> None:
    page, step = nine(office, qtbot)
    before = plan(page, office)
    step.speakers.line.selectAll()
    QTest.keyClicks(step.speakers.line, "6")
    assert seconds(step)[:2] == ["54 s", "126 s"]
    assert step.answer.text() == "Ja, men 1 runde bliver for kort"
    QTest.mouseClick(step.speakers.fewer, Qt.MouseButton.LeftButton)
    assert seconds(step)[0] == "64 s"
    QTest.mouseClick(step.speakers.back, Qt.MouseButton.LeftButton)
    assert (seconds(step)[0], step.speakers.line.text()) == ("36 s", "9")
    QTest.mouseClick(step.speakers.more, Qt.MouseButton.LeftButton)
    assert seconds(step)[0] == "32 s"
    page.go_to(PreparationStep.PURPOSE)
    page.go_to(PreparationStep.TIME)
    assert (seconds(step)[0], step.speakers.line.text()) == ("36 s", "9"), "a try ends with the step"
    assert plan(page, office) == before


@pytest.mark.parametrize(("typed", "shown"), [("", "9"), ("0", "1"), ("x", "9")])
def test_a_number_that_is_none_falls_back(office: OpenOffice, qtbot: QtBot, typed: str, shown: str) -> None:
    _, step = nine(office, qtbot)
    step.speakers.line.setFocus()
    step.speakers.line.selectAll()
    QTest.keyClick(step.speakers.line, Qt.Key.Key_Delete)
    QTest.keyClicks(step.speakers.line, typed)
    QTest.keyClick(step.speakers.line, Qt.Key.Key_Tab)
    assert step.speakers.line.text() == shown


def test_who_is_to_be_fewer_is_chosen_on_the_list(office: OpenOffice, qtbot: QtBot) -> None:
    page, step = nine(office, qtbot)
    press(step, "Vælg hvem …", office, qtbot)
    assert page.step is PreparationStep.PEOPLE


def test_words_on_paper_are_told_without_a_button(office: OpenOffice, qtbot: QtBot) -> None:
    _, step = nine(office, qtbot)
    assert step.advice.more.text() == "Vis 2 råd mere"
    count = len(step.advice.buttons)
    step.advice.more.click()
    assert len(step.advice.buttons) == count + 1
    assert step.advice.more.isHidden()


def test_a_tolk_has_a_bar_of_its_own(office: OpenOffice, qtbot: QtBot) -> None:
    page, step = nine(office, qtbot)
    QTest.keyClicks(step.interpreter, "somali")
    assert page.leave()
    office.settle(qtbot)
    assert step.tolk.text() == "Skraveret: tolkens del af tiden, 1 time i alt"
    assert step.chips.key == "180"


def test_a_meeting_shorter_than_its_parts_is_told(office: OpenOffice, qtbot: QtBot) -> None:
    _, step = nine(office, qtbot)
    pick(step.length, "60")
    office.settle(qtbot)
    assert step.answer.text() == "Nej, med alle dele varer mødet mindst 1 t 30 min"


def test_without_people_there_is_nothing_to_share(office: OpenOffice, qtbot: QtBot) -> None:
    page = opened(office, qtbot, PreparationStep.TIME, people=NINE[-1:])
    step = time_page(page)
    assert step.answer.text() == "Der er endnu ingen, som skal have ordet"
    assert step.rounds.isHidden()
    assert step.advice.chart.isHidden()


def test_a_length_chosen_by_a_chip_is_kept(office: OpenOffice, qtbot: QtBot) -> None:
    page, step = nine(office, qtbot)
    step.chips.chips["90"].click()
    office.settle(qtbot)
    assert plan(page, office).planned_minutes == 90
    page.bridge.change("length", MeetingChange(planned_minutes=75))
    office.settle(qtbot)
    assert step.chips.key == ""
