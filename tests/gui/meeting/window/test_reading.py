"""Reading aloud in the meeting's window: with one hand on the keyboard, and what the room is told."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.agreements.agreements import Answer
from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.meeting.agreements.agreements_page import AgreementsPage
from netmoede_desktop.gui.meeting.closing.closing_list import Destination, MendPlace
from netmoede_desktop.gui.meeting.reading.reading_page import ReadingPage
from netmoede_desktop.gui.meeting.window.page_makers import go_to
from tests.gui.meeting.window.led_windows import Led, text_in_sight


@pytest.fixture
def speaking(led: Led) -> Led:
    """Ida has the word, and the keyboard is in her note."""
    return led.starts().goes_on()


def test_reading_aloud_tells_the_room_which_one_and_ends_at_the_agreements(speaking: Led, qtbot: QtBot) -> None:
    read: list[object] = []
    speaking.window.reading.connect(read.append)
    speaking.led.bridge.do(cmd.WriteAgreement("Hanne ringer", speaking.led.ids["lærer"]))
    go_to(Destination(MendPlace.READING, 1), speaking.window)
    assert isinstance(speaking.window.page, ReadingPage)
    speaking.key(Qt.Key.Key_J)
    qtbot.waitUntil(lambda: speaking.view.agreements[0].answer is Answer.YES)
    assert speaking.go == "Tilbage til aftalerne"
    speaking.goes_on()
    assert isinstance(speaking.window.page, AgreementsPage)
    assert read == [1, None]


def reading_aloud(led: Led, *owners: str | None) -> ReadingPage:
    """An agreement for each of these, and the reading aloud begins."""
    for number, owner in enumerate(owners, start=1):
        led.led.bridge.do(cmd.WriteAgreement(f"Noget {number}", None if owner is None else led.led.ids[owner]))
    go_to(Destination(MendPlace.READING, None), led.window)
    page = led.window.page
    assert isinstance(page, ReadingPage)
    return page


def test_reading_with_one_hand_on_the_keyboard(speaking: Led, qtbot: QtBot) -> None:
    page = reading_aloud(speaking, "lærer", "mor", "lærer")
    for number, (key, answer) in enumerate([(Qt.Key.Key_J, Answer.YES), (Qt.Key.Key_N, Answer.NO)]):
        speaking.hand.now += 10
        speaking.key(key)
        qtbot.waitUntil(lambda: page.number == number + 2)  # noqa: B023 - asked at once
        assert speaking.view.agreements[number].answer is answer
        assert speaking.said.startswith(f"Aftale {number + 1}: {answer.value.capitalize()}, sagt kl. ")
    assert speaking.go == "Tilbage til aftalerne"
    speaking.press(Action.UNDO)
    assert (page.number, speaking.view.agreements[1].answer) == (2, None)


def test_an_answer_for_one_that_nobody_has_taken_leads_to_who_does_it(speaking: Led, qtbot: QtBot) -> None:
    page = reading_aloud(speaking, None)
    speaking.key(Qt.Key.Key_J)
    qtbot.waitUntil(lambda: speaking.focused is page.owner)
    assert "Vælg først, hvem der gør det. Så kan den, der har aftalen, svare." in text_in_sight(speaking.window)
    assert speaking.view.agreements[0].answer is None and speaking.view.undo is not None
    speaking.types("Hanne").key(Qt.Key.Key_Return)
    assert speaking.view.agreements[0].owner == speaking.led.ids["lærer"]
    assert speaking.focused is page
    speaking.key(Qt.Key.Key_J)
    qtbot.waitUntil(lambda: speaking.view.agreements[0].answer is Answer.YES)


def test_enter_takes_who_was_chosen_also_where_the_list_was_left(speaking: Led) -> None:
    page = reading_aloud(speaking, None)
    speaking.key(Qt.Key.Key_Tab)
    assert speaking.focused is page.owner
    speaking.types("Hanne")
    page.setFocus()
    assert speaking.view.agreements[0].owner is None
    speaking.key(Qt.Key.Key_Return)
    assert speaking.view.agreements[0].owner == speaking.led.ids["lærer"]


def test_ret_opens_the_next_one_at_once_and_an_answer_that_comes_too_soon_is_told(speaking: Led, qtbot: QtBot) -> None:
    page = reading_aloud(speaking, "lærer", "mor", "lærer")
    speaking.hand.now += 10
    speaking.key(Qt.Key.Key_J)
    qtbot.waitUntil(lambda: page.number == 2)
    speaking.hand.now += 0.5
    speaking.key(Qt.Key.Key_J)
    qtbot.waitUntil(lambda: speaking.said == "Læs aftalen op først. Tryk så igen.")
    assert (page.number, speaking.view.agreements[1].answer) == (2, None)
    qtbot.waitUntil(lambda: not page.answering._alone.isActive())
    speaking.key(Qt.Key.Key_R)
    qtbot.waitUntil(lambda: page.editing)
    assert speaking.view.agreements[1].answer is None


@pytest.mark.parametrize("owner", ["lærer", None])
def test_a_day_that_is_written_into_the_words_is_the_day_of_the_agreement(
    speaking: Led, owner: str | None, qtbot: QtBot
) -> None:
    page = reading_aloud(speaking, owner)
    speaking.key(Qt.Key.Key_R)
    qtbot.waitUntil(lambda: page.editing)
    speaking.types(" senest 20/12")
    assert page.understood.isVisible()
    assert page.understood.text() == "Senest: søndag 20. december"
    speaking.key(Qt.Key.Key_Return)
    [made] = speaking.view.agreements
    assert (made.text, made.due, made.owner_name) == (
        "Noget 1 senest 20/12",
        date(2026, 12, 20),
        "Hanne" if owner else "",
    )
    assert not page.understood.isVisible()
    speaking.press(Action.UNDO)
    assert (speaking.view.agreements[0].text, speaking.view.agreements[0].due) == ("Noget 1", None)


def test_a_day_that_is_in_doubt_is_asked_about_and_not_taken(speaking: Led, qtbot: QtBot) -> None:
    page = reading_aloud(speaking, "lærer")
    speaking.key(Qt.Key.Key_R)
    qtbot.waitUntil(lambda: page.editing)
    speaking.types(" inden jul 20/12")
    assert page.understood.text() == "Hvornår? det kan være flere dage"
    speaking.key(Qt.Key.Key_Return)
    assert (speaking.view.agreements[0].text, speaking.view.agreements[0].due) == ("Noget 1 inden jul 20/12", None)
