"""The conduct card in a meeting that is led: one key away, beside what is written, and never in its way."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.meeting.conduct.conduct_card import ConductCard
from netmoede_desktop.gui.meeting.conduct.conduct_words import SECTIONS, ConductOrigin, origin_words
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import MeetingStage
from tests.gui.meeting.window.led_windows import ACUTE, Led


@pytest.fixture
def speaking(led: Led) -> Led:
    """Ida has the word, and the keyboard is in her note."""
    led.starts().goes_on().press(Action.NOTE)
    return led


def card(led: Led) -> ConductCard:
    return led.window.findChildren(ConductCard)[0]


def place(widget: QWidget, led: Led) -> QRect:
    return QRect(widget.mapTo(led.window, QPoint(0, 0)), widget.size())


def editor(led: Led) -> QPlainTextEdit:
    focused = led.focused
    assert isinstance(focused, QPlainTextEdit)
    return focused


def read_whole(led: Led) -> list[str]:
    """The texts of every page, by pressing the key until the card is gone."""
    found: list[str] = []
    led.press(Action.CARD)
    while card(led).isVisible():
        found += card(led).texts
        led.press(Action.CARD)
    return found


@pytest.mark.smoke
def test_r105_how_to_lead_is_one_key_away_and_the_words_go_on_where_they_were(speaking: Led) -> None:
    speaking.types("Jeg sover hos farmor")
    cursor = editor(speaking).textCursor()
    cursor.setPosition(3)
    editor(speaking).setTextCursor(cursor)
    note = speaking.focused
    speaking.press(Action.CARD)
    assert card(speaking).isVisible()
    assert "Giv alle det samme spørgsmål, den samme tone og lige lang tid." in card(speaking).texts
    assert "Gennem en anden: »Hvad tror du, mor håber på?«" in card(speaking).texts
    assert speaking.focused is note
    speaking.types(" ja,")
    assert editor(speaking).toPlainText() == "Jeg ja, sover hos farmor"
    assert not place(card(speaking), speaking).intersects(place(note, speaking))
    speaking.key(Qt.Key.Key_Escape)
    assert not card(speaking).isVisible()
    assert speaking.focused is note
    assert speaking.view.stage is MeetingStage.RUNNING, "an Esc that closes the card is no half of a time-out"


def test_every_sentence_is_there_and_every_section_says_where_it_comes_from(speaking: Led, t: Translator) -> None:
    found = read_whole(speaking)
    for section in SECTIONS:
        assert f"{section.heading} · {origin_words(section.origin, t)}" in found
        assert set(section.lines) <= set(found)
    assert len(found) == len(set(found))
    assert f"Akut bekymring for et barn: ring {ACUTE}" in found
    assert {origin_words(origin, t) for origin in ConductOrigin} == {
        "metoderne kræver neutralitet; ordene er vores",
        "fra kommuners praksis, i vores ord",
        "kendt systemisk praksis, i vores ord",
        "vores anbefaling",
    }


def test_it_stays_while_the_word_goes_on_and_is_no_dialog(speaking: Led) -> None:
    speaking.press(Action.CARD).goes_on()
    assert speaking.speaker == "Åse"
    assert card(speaking).isVisible()
    assert QGuiApplication.modalWindow() is None
    assert card(speaking).window() is speaking.window
    speaking.types("Hun er træt")
    assert "Hun er træt" in speaking.open_note


def test_a_question_that_is_asked_keeps_its_words(speaking: Led) -> None:
    speaking.press(Action.PARK).types("Cyklen")
    asked = speaking.focused
    speaking.press(Action.CARD)
    assert card(speaking).isVisible()
    assert speaking.focused is asked
    speaking.types(" i garagen").key(Qt.Key.Key_Escape)
    assert card(speaking).isVisible(), "the question is closed first"
    speaking.key(Qt.Key.Key_Escape)
    assert not card(speaking).isVisible()


def test_a_key_held_down_counts_once(speaking: Led) -> None:
    speaking.press(Action.CARD)
    speaking.window.press(Action.CARD, True)
    assert card(speaking).isVisible()


def test_its_buttons_answer_to_the_mouse_and_take_no_keyboard(speaking: Led) -> None:
    note = speaking.focused
    speaking.press(Action.CARD)
    QTest.mouseClick(card(speaking).close_button, Qt.MouseButton.LeftButton)
    assert not card(speaking).isVisible()
    assert speaking.focused is note


def test_where_room_is_short_it_has_more_pages_and_still_covers_nothing_that_is_written(speaking: Led) -> None:
    speaking.press(Action.CARD)
    whole = card(speaking).pages
    speaking.window.resize(760, 480)
    speaking.window.tick()
    assert card(speaking).pages > whole
    assert not place(card(speaking), speaking).intersects(place(speaking.focused, speaking))
    speaking.key(Qt.Key.Key_Escape)
    found = read_whole(speaking)
    assert {line for section in SECTIONS for line in section.lines} <= set(found)


def test_it_can_be_had_before_the_meeting_begins(led: Led) -> None:
    led.press(Action.CARD)
    assert card(led).isVisible()
    assert led.view.stage is MeetingStage.ROLL_CALL
