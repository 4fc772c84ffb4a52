"""*Gendan*: what *fortryd* took back stands under the table with the way to bring it again, until the next act."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.kit.table.seats.seat import SeatButton
from netmoede_desktop.gui.meeting.agreements.agreements_page import AgreementsPage
from netmoede_desktop.gui.meeting.window.messages.panels import UndoneLine
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from tests.gui.meeting.window.led_windows import Led, Shelf, led_window


@pytest.fixture
def speaking(led: Led) -> Led:
    """Two people have had the word; the second has it."""
    return led.starts().goes_on(2)


def line(led: Led) -> UndoneLine:
    return led.window.findChildren(UndoneLine)[0]


def test_the_key_brings_again_what_was_taken_back(speaking: Led) -> None:
    second = speaking.speaker
    speaking.press(Action.UNDO)
    first = speaking.speaker
    assert first != second
    assert line(speaking).sentence == f"Fortrudt: ordet til {second}. {first} har ordet igen."
    speaking.press(Action.REDO)
    assert speaking.speaker == second and line(speaking).sentence == ""


def test_the_button_does_the_same_and_leaves_the_keyboard_where_it_was(speaking: Led) -> None:
    second = speaking.speaker
    speaking.press(Action.UNDO)
    before = speaking.focused
    line(speaking).redo_button.click()
    assert speaking.speaker == second and speaking.focused is not line(speaking).redo_button
    assert before is speaking.focused


def test_the_next_act_ends_it_and_that_is_said(speaking: Led) -> None:
    speaking.press(Action.UNDO).press(Action.MORE_TIME)
    assert line(speaking).sentence == ""
    speaking.press(Action.REDO)
    assert speaking.said == "Der er ikke noget at gendanne."


def test_writing_keeps_it_and_is_kept(speaking: Led) -> None:
    second = speaking.speaker
    speaking.press(Action.UNDO)
    first = speaking.speaker
    speaking.press(Action.NOTE).types("Jeg er glad").press(Action.REDO)
    assert speaking.speaker == second and speaking.note(first.lower()) == "Jeg er glad"


def test_typing_that_was_taken_back_comes_first(speaking: Led) -> None:
    second = speaking.speaker
    speaking.press(Action.UNDO).press(Action.NOTE).types("Ja")
    speaking.press(Action.UNDO)
    assert speaking.table.side.notes.editor.toPlainText() == ""
    speaking.press(Action.REDO)
    assert speaking.table.side.notes.editor.toPlainText() == "Ja" and speaking.speaker != second
    speaking.press(Action.REDO)
    assert speaking.speaker == second


def test_it_lies_under_the_table_over_no_seat(speaking: Led) -> None:
    speaking.press(Action.UNDO)
    shown = line(speaking)
    assert shown.isVisible()
    place = QRect(shown.mapTo(speaking.window, QPoint(0, 0)), shown.size())
    for seat in speaking.table.table.findChildren(SeatButton):
        assert not place.intersects(QRect(seat.mapTo(speaking.window, QPoint(0, 0)), seat.size())), (
            seat.accessibleName()
        )


@pytest.fixture
def agreed(shelf: Shelf, look: Look, t: Translator, qtbot: QtBot) -> Iterator[Led]:
    """On the page of agreements."""
    with led_window(shelf, look, t, qtbot) as led:
        led.starts().press(Action.AGREEMENT)
        yield led


def test_it_stands_on_the_other_pages_too(agreed: Led) -> None:
    agreed.types("Ida ringer").key(Qt.Key.Key_Return)
    assert len(agreed.view.agreements) == 1
    agreed.press(Action.UNDO)
    assert not agreed.view.agreements and line(agreed).isVisible()
    assert line(agreed).sentence == "Fortrudt: aftale 1."
    agreed.press(Action.REDO)
    assert [agreement.text for agreement in agreed.view.agreements] == ["Ida ringer"]


def test_a_correction_that_is_taken_back_is_told_as_one(agreed: Led) -> None:
    agreed.types("Ida ringer").key(Qt.Key.Key_Return)
    page = agreed.window.page
    assert isinstance(page, AgreementsPage)
    page.table.edit(1)
    agreed.types(" hver fredag").key(Qt.Key.Key_Return).press(Action.UNDO)
    assert line(agreed).sentence == "Fortrudt: rettelsen af aftale 1."
    assert [agreement.text for agreement in agreed.view.agreements] == ["Ida ringer"]
    agreed.press(Action.UNDO)
    assert line(agreed).sentence == "Fortrudt: aftale 1."
