"""Status: the agreements of last time one by one, with the method's own words and what came of each."""

from datetime import date

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.kit.text.labels import Label
from netmoede_desktop.gui.meeting.closing.begun_list import begun_items
from netmoede_desktop.gui.meeting.reading.status_page import StatusPage
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.theme.themes import ThemeName
from netmoede_desktop.localization.catalogue import Translator, load
from tests.gui.conftest import dressed
from tests.gui.meeting.rooms import Room, answers, carried, stops

LAST_TIME = (("Hanne skriver", "hanne"), ("Jonas giver et lift", "jonas"), ("Søren undersøger", "soeren"))


@pytest.fixture
def room() -> Room:
    return Room(method="din-o", carried=carried(*LAST_TIME)).starts().enters("o3")


@pytest.fixture
def page(qtbot: QtBot, room: Room, look: Look, t: Translator) -> StatusPage:
    return opened(qtbot, room, look, t)


def opened(qtbot: QtBot, room: Room, look: Look, t: Translator, size: QSize | None = None) -> StatusPage:
    made = StatusPage(room, look, t)
    qtbot.addWidget(made)
    room.shows(made)
    made.render(room.view)
    made.resize(size or QSize(1366, 632))
    with qtbot.waitExposed(made):
        made.show()
    return made


def said(page: StatusPage) -> list[str]:
    return [label.text() for label in page.findChildren(Label) if label.isVisible()]


def test_each_has_its_owner_first_and_the_words_of_the_method(page: StatusPage) -> None:
    assert page.sheet.eyebrow == "FRA SIDST · 1 AF 3"
    assert page.sheet.words == "Hanne skriver"
    assert "Hanne fortæller først, og så de andre." in said(page)
    assert [button.text() for button in page.choices] == ["Gjort", "I gang", "Ikke nået", "Ændret", "Ikke aktuel"]


def test_another_method_has_its_own_words(qtbot: QtBot, look: Look, t: Translator) -> None:
    room = Room(method="hlb-o", carried=carried(*LAST_TIME)).starts()
    assert [button.text() for button in opened(qtbot, room, look, t).choices] == ["Fortsætter", "Ændres", "Stopper"]


def test_a_digit_chooses_with_what_came_of_it(page: StatusPage, room: Room) -> None:
    page.result.set_text("Mor ved mere")
    answers(page, Qt.Key.Key_1)
    assert room.latest == cmd.GiveStatus(1, "gjort", "Mor ved mere")
    assert [button.isChecked() for button in page.choices] == [True, False, False, False, False]
    acts = len(room.acts)
    page.choices[0].click()
    assert len(room.acts) == acts
    assert page.choices[0].isChecked()


def test_digits_in_a_field_are_writing(page: StatusPage, room: Room) -> None:
    acts = len(room.acts)
    QTest.keyClicks(page.result, "2 gange")
    assert (page.result.text, len(room.acts)) == ("2 gange", acts)


def test_what_came_of_it_can_be_told_after_the_status(page: StatusPage, room: Room) -> None:
    page.choices[1].click()
    page.result.set_text("Det går bedre")
    QTest.keyClick(page.result, Qt.Key.Key_Return)
    assert room.latest == cmd.GiveStatus(1, "i gang", "Det går bedre")
    page.result.set_text("Det går meget bedre")
    assert page.handle(Action.GO_ON)
    assert room.agreement(1).result == "Det går meget bedre"
    assert page.number == 2
    assert page.result.text == ""


def test_what_is_told_before_the_status_waits_for_its_agreement(page: StatusPage, room: Room) -> None:
    page.result.set_text("Vi glemte det")
    page.handle(Action.GO_ON)
    assert [item.text for item in begun_items(room.lines, room.private_line, load("da"))] == [
        "Hvad der kom ud af en aftale, er ikke skrevet færdigt: »Vi glemte det«"
    ]
    assert page.result.text == ""
    page.handle(Action.GO_BACK)
    assert page.result.text == "Vi glemte det"
    page.choices[2].click()
    assert room.agreement(1).result == "Vi glemte det"


def test_a_changed_one_gets_new_words_that_are_read_aloud_later(page: StatusPage, room: Room) -> None:
    page.choices[3].click()
    assert page.words.isVisible()
    assert page.focusWidget() is page.words
    page.words.set_text("Hanne ringer")
    QTest.keyClick(page.words, Qt.Key.Key_Return)
    changed = room.agreement(1)
    assert (changed.text, changed.status, changed.owner, changed.unanswered) == (
        "Hanne ringer",
        "ændret",
        "hanne",
        True,
    )
    assert page.sheet.words == "Hanne ringer"
    page.choices[0].click()
    assert not page.words.isVisible()


def test_half_of_the_new_words_is_no_agreement_and_stands_there_again(page: StatusPage, room: Room) -> None:
    page.choices[3].click()
    page.result.set_text("Det blev for meget")
    page.words.set_text("Hanne ri")
    page.handle(Action.GO_ON)
    half = room.agreement(1)
    assert (half.text, half.result) == ("Hanne skriver", "Det blev for meget")
    assert [item.text for item in begun_items(room.lines, room.private_line, load("da"))] == [
        "En ny tekst til en aftale er ikke skrevet færdig: »Hanne ri«"
    ]
    page.handle(Action.GO_BACK)
    assert (page.words.text, page.result.text) == ("Hanne ri", "Det blev for meget")
    page.words.set_text("Hanne ringer")
    QTest.keyClick(page.words, Qt.Key.Key_Return)
    assert room.agreement(1).text == "Hanne ringer"
    assert begun_items(room.lines, room.private_line, load("da")) == ()


def test_undo_takes_the_status_and_its_words_back_in_the_fields_too(page: StatusPage, room: Room) -> None:
    page.choices[1].click()
    page.result.set_text("Det går bedre")
    page.save()
    room.undo()
    assert page.result.text == ""
    room.undo()
    assert not any(button.isChecked() for button in page.choices)
    acts = len(room.acts)
    page.handle(Action.GO_ON)
    assert len(room.acts) == acts


def test_a_full_disk_keeps_the_words_and_the_agreement(page: StatusPage, room: Room) -> None:
    page.choices[1].click()
    page.result.set_text("Det går bedre")
    room.full = True
    assert not page.save()
    assert page.handle(Action.GO_ON)
    assert (page.number, page.result.text) == (1, "Det går bedre")
    page.choices[0].click()
    assert page.choices[1].isChecked()


def test_after_the_last_one_videre_is_the_windows(page: StatusPage) -> None:
    assert page.go_label() == "Næste aftale"
    assert not page.handle(Action.GO_BACK)
    assert page.handle(Action.GO_ON)
    assert page.handle(Action.GO_ON)
    assert page.number == 3
    assert page.go_label() == ""
    assert not page.handle(Action.GO_ON)
    assert page.handle(Action.GO_BACK)


def test_opened_beside_another_part_it_leads_back_and_never_on_with_the_meeting(
    page: StatusPage, room: Room, qtbot: QtBot
) -> None:
    assert not page.leave_button.isVisible()
    room.enters("o7")
    assert page.leave_button.isVisible()
    page.start(3)
    page.choices[1].click()
    page.result.set_text("Det går")
    assert page.go_label() == "Tilbage til aftalerne"
    with qtbot.waitSignal(page.left):
        assert page.handle(Action.GO_ON)
    assert room.agreement(3).result == "Det går"
    with qtbot.waitSignal(page.left):
        page.leave_button.click()


def test_it_begins_where_nothing_is_said_yet_or_where_it_is_asked_to(page: StatusPage, room: Room) -> None:
    room.do(cmd.GiveStatus(1, "gjort"))
    page.start()
    assert page.number == 2
    page.start(3)
    assert page.number == 3


def test_a_meeting_without_agreements_from_last_time_says_so(qtbot: QtBot, look: Look, t: Translator) -> None:
    page = opened(qtbot, Room(method="din-o").starts().enters("o3"), look, t)
    assert "Der er ingen aftaler fra sidst." in said(page)
    answers(page, Qt.Key.Key_1)
    assert not page.handle(Action.GO_ON)


def test_at_two_hundred_percent_the_choices_stay_in_sight(
    qapp: QApplication, qtbot: QtBot, room: Room, t: Translator
) -> None:
    page = opened(qtbot, room, dressed(qapp, ThemeName.LIGHT, 2.0), t, QSize(1366, 480))
    page.choices[3].click()
    assert page.size() == QSize(1366, 480)
    for button in page.choices:
        assert page.rect().contains(button.rect().translated(button.mapTo(page, button.rect().topLeft())))


def test_every_control_has_a_name(page: StatusPage) -> None:
    assert all(widget.accessibleName() for widget in stops(page))


def test_in_a_first_meeting_what_is_under_way_is_written_down_in_4a_and_gets_its_status(
    qtbot: QtBot, look: Look, t: Translator
) -> None:
    room = Room(method="hlb-1").starts().enters("h4")
    page = opened(qtbot, room, look, t)
    assert "Der er ikke skrevet noget på, som allerede er i gang." in said(page)
    assert page.sheet.eyebrow == "4. DRØFTELSE AF DE KONKRETE INDSATSER"
    assert page.writing_place() is page.more, "what is typed is what is under way"
    QTest.keyClicks(page.more, "Hanne holder en lille gruppe siden 2/11")
    QTest.keyClick(page.more, Qt.Key.Key_Return)
    assert page.sheet.eyebrow == "4. DRØFTELSE AF DE KONKRETE INDSATSER · I GANG · 1 AF 1"
    (one,) = room.view.agreements
    assert (one.text, one.owner, one.start, one.carried, one.started) == (
        "Hanne holder en lille gruppe",
        "hanne",
        date(2026, 11, 2),
        True,
        True,
    )
    answers(page, Qt.Key.Key_1)
    assert room.latest == cmd.GiveStatus(1, "fortsætter", None)
    assert page.more.text == ""


def test_in_a_later_meeting_no_more_is_asked_for(page: StatusPage) -> None:
    assert page.more.isHidden() or not page.more.isVisible()
