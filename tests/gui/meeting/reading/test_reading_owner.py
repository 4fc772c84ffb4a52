"""Reading aloud an agreement that nobody has taken: it gets its owner first, by mouse or by keys alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.gui.kit.text.labels import Label
from netmoede_desktop.gui.meeting.reading.reading_page import ReadingPage
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from tests.gui.meeting.rooms import Room, answers


@pytest.fixture
def room() -> Room:
    room = Room().starts().enters("d11")
    room.agrees(("Hanne skriver", "hanne"), ("Søren undersøger", "soeren"), ("Peter fortæller", "peter"))
    room.do(cmd.WriteAgreement("Noget", None, sign="ro"))
    return room


@pytest.fixture
def page(qtbot: QtBot, room: Room, look: Look, t: Translator) -> ReadingPage:
    """The fourth, without an owner, is read."""
    made = ReadingPage(room, look, t, room.monotonic)
    qtbot.addWidget(made)
    room.shows(made)
    made.start(4)
    made.resize(1366, 632)
    with qtbot.waitExposed(made):
        made.show()
    return made


def said(page: ReadingPage) -> list[str]:
    return [label.text() for label in page.findChildren(Label) if label.isVisible()]


def test_one_that_nobody_has_taken_gets_its_owner_on_the_spot(page: ReadingPage, room: Room) -> None:
    assert "Ingen har taget den endnu" in said(page)
    assert page.owner.isVisible()
    page.owner.chosen.emit("ali")
    assert page.sheet.who == "Ali (pædagog)"
    assert not page.owner.isVisible()
    assert room.view.undo is not None


@pytest.mark.parametrize("key", [Qt.Key.Key_J, Qt.Key.Key_N])
def test_nobody_answers_for_one_that_nobody_has_taken(page: ReadingPage, room: Room, key: Qt.Key) -> None:
    acts = len(room.acts)
    answers(page, key)
    assert len(room.acts) == acts and room.agreement(4).answer is None
    assert "Vælg først, hvem der gør det. Så kan den, der har aftalen, svare." in said(page)
    assert page.focusWidget() is page.owner
    QTest.keyClicks(page.owner, "Al")
    assert page.owner.currentText() == "Ali (pædagog)" and page.number == 4 and len(room.acts) == acts
    QTest.keyClick(page.owner, Qt.Key.Key_Return)
    assert (page.sheet.who, page.focusWidget()) == ("Ali (pædagog)", page)
    answers(page, key)
    assert room.agreement(4).answer is not None


def test_arrows_walk_through_those_who_can_take_it_and_take_none(page: ReadingPage, room: Room) -> None:
    assert not page.owner_button.isEnabled()
    for _ in range(2):
        QTest.keyClick(page.owner, Qt.Key.Key_Down)
    assert room.agreement(4).owner is None
    page.owner_button.click()
    assert room.agreement(4).owner == page.owner.key != ""


def test_one_that_nobody_has_taken_is_worded_anew_without_an_answer(page: ReadingPage, room: Room) -> None:
    answers(page, Qt.Key.Key_R)
    page.edit.set_text("Noget andet")
    QTest.keyClick(page.edit, Qt.Key.Key_Return)
    worded = room.agreement(4)
    assert (worded.text, worded.sign, worded.owner, worded.answer) == ("Noget andet", "ro", None, None)
    assert not page.editing and page.number == 4


def test_the_list_of_the_next_one_begins_with_nobody_and_those_it_names(page: ReadingPage, room: Room) -> None:
    room.do(cmd.WriteAgreement("Ali og Birthe taler med skolen", None))
    page.owner.setFocus()
    QTest.keyClicks(page.owner, "Jon")
    QTest.keyClick(page.owner, Qt.Key.Key_Return)
    assert room.agreement(4).owner == "jonas"
    page.start(5)
    assert (page.owner.key, page.owner_button.isEnabled()) == ("", False)
    assert [page.owner.itemText(place) for place in range(3)] == [
        "Vælg, hvem der gør det",
        "Ali (pædagog)",
        "Birthe (psykolog, PPR)",
    ]


def test_tab_goes_first_to_who_does_it_and_then_round_the_page(page: ReadingPage) -> None:
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Tab)
    assert page.focusWidget() is page.owner
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Backtab)
    assert page.focusWidget() is not page.owner
