"""What is written while nobody has the word: it waits in sight, and becomes the words of who gets it, or is chosen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.meeting.closing.closing_page import ClosingPage
from netmoede_desktop.gui.meeting.window.meeting_window import MeetingWindow
from netmoede_desktop.gui.meeting.window.pages import PageKind
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from tests.gui.activation import bring_to_front
from tests.gui.meeting.window.led_windows import Led

WORDS = "Mor sover nu"


@pytest.fixture
def passed(led: Led) -> Led:
    """Ida has said something and passed the word on: nobody has it."""
    return led.starts().goes_on().types("Hej").press(Action.PASS)


def kept(led: Led, who: str) -> str:
    """The note of a person as the store has it."""
    QApplication.processEvents()
    led.window.flush()
    return led.note(who)


@pytest.mark.parametrize("action", [Action.PASS, Action.LATER], ids=str)
def test_after_a_pass_the_words_are_not_those_of_who_had_the_word(led: Led, action: Action) -> None:
    led.starts().goes_on().types("Hej").press(action)
    assert led.view.speaker is None
    led.writes(WORDS)
    assert (led.open_note, led.waiting_words) == ("Hej", WORDS)
    assert kept(led, "ida") == "Hej"


def test_they_come_into_the_note_of_who_gets_the_word(passed: Led) -> None:
    passed.writes(WORDS)
    passed.goes_on().writes(" og mere")
    assert (passed.speaker, passed.open_note, passed.waiting_words) == ("Åse", WORDS + " og mere", "")
    assert (kept(passed, "ida"), kept(passed, "mor")) == ("Hej", WORDS + " og mere")
    assert passed.led.bridge.lines.fields == ()


def test_undo_in_the_text_takes_them_out_of_a_note_again(passed: Led) -> None:
    passed.writes(WORDS).goes_on().press(Action.UNDO)
    assert (passed.speaker, passed.open_note) == ("Åse", "")
    assert passed.press(Action.REDO).open_note == WORDS


def test_who_gets_the_word_back_has_them_behind_their_own(passed: Led) -> None:
    passed.writes(WORDS).led.bridge.do(cmd.GiveWord(passed.led.ids["ida"]))
    assert passed.open_note.endswith(WORDS)
    assert passed.waiting_words == ""


def test_the_key_of_the_note_puts_them_into_that_of_a_person(passed: Led) -> None:
    passed.writes(WORDS).press(Action.NOTE)
    assert passed.asked == "Hvem siger det?"
    passed.writes("Åse").key(Qt.Key.Key_Return)
    assert (passed.view.speaker, passed.waiting_words) == (None, "")
    passed.writes("!")
    assert (kept(passed, "ida"), kept(passed, "mor")) == ("Hej", WORDS + "!")


def test_the_note_of_who_passed_is_put_right_by_hand(passed: Led) -> None:
    QTest.mouseClick(passed.table.side.notes.editor.viewport(), Qt.MouseButton.LeftButton)
    passed.key(Qt.Key.Key_End)
    passed.writes(", sagde hun")
    assert passed.waiting_words == ""
    assert kept(passed, "ida") == "Hej, sagde hun"


def test_a_seat_opens_a_note_to_write_in_where_nobody_has_the_word(passed: Led) -> None:
    passed.writes(WORDS)
    QTest.mouseClick(passed.table.table.seat(passed.led.ids["ida"]), Qt.MouseButton.LeftButton)
    passed.writes("!")
    assert (passed.open_note, passed.waiting_words) == ("Hej!", WORDS)


@pytest.mark.parametrize(
    "away",
    [
        lambda led: led.press(Action.HELP).press(Action.HELP),
        lambda led: led.press(Action.PAUSE).key(Qt.Key.Key_Escape),
        lambda led: (led.press(Action.VEIL), led.writes("xyz"), led.window.lift_veil()),
        lambda led: led.press(Action.MORE_TIME),
    ],
    ids=["help", "a question", "the veil", "an act"],
)
def test_they_are_written_on_after_anything_else(passed: Led, away: Callable[[Led], object]) -> None:
    passed.writes(WORDS)
    away(passed)
    passed.writes(" godt")
    assert passed.waiting_words == WORDS + " godt"
    assert kept(passed, "ida") == "Hej"


def test_a_window_made_anew_has_them_and_the_keyboard_in_them(
    passed: Led, look: Look, t: Translator, qtbot: QtBot
) -> None:
    passed.writes(WORDS)
    passed.led.bridge.lines.save()
    again = MeetingWindow(passed.led.reopened(t), passed.keys, look, t)
    bring_to_front(again, qtbot)
    QApplication.processEvents()
    try:
        assert again._waiting.isVisible()
        for letter in " godt":
            QTest.keyClicks(QApplication.focusWidget() or again, letter)
        assert again._waiting.words == WORDS + " godt"
    finally:
        again.close_now()
        again.deleteLater()


def test_they_are_begun_at_the_end_of_the_meeting(passed: Led) -> None:
    passed.writes(WORDS).window.show_page(PageKind.CLOSING)
    page = passed.window.page
    assert isinstance(page, ClosingPage)
    sentence = f"Skrevet, mens ingen havde ordet, og endnu ikke i en note: »{WORDS}«"
    assert sentence in page.lines


def test_where_all_of_it_is_taken_out_again_nothing_waits(passed: Led) -> None:
    passed.writes("xy").key(Qt.Key.Key_Backspace).key(Qt.Key.Key_Backspace)
    passed.press(Action.PAUSE).key(Qt.Key.Key_Escape)
    assert passed.window._waiting.isHidden()
    assert passed.led.bridge.lines.fields == ()


def test_a_note_that_was_opened_by_hand_is_over_with_its_part(passed: Led) -> None:
    passed.window.show_notes(passed.led.ids["mor"])
    passed.writes("Mors ord")
    assert kept(passed, "mor") == "Mors ord"
    passed.led.bridge.do(cmd.NextPart(confirmed=True))
    assert passed.view.speaker is None
    passed.writes("Pauseord")
    assert (passed.waiting_words, kept(passed, "mor")) == ("Pauseord", "Mors ord")
