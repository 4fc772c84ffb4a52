"""Words of somebody who is not in the room: their turn comes up by itself, and one key leads through it."""

import pytest
from PySide6.QtCore import Qt

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting.vocabulary import TurnState
from netmoede_desktop.domain.people.people import Attendance
from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.meeting.table.round_presenter import line, question, seats
from netmoede_desktop.localization.catalogue import Translator
from tests.gui.meeting.window.led_windows import Led

WORDS = "Jeg vil gerne se Ida hver uge.\nHilsen far"


@pytest.fixture
def far_away(led: Led) -> Led:
    """Far has sent words that farmor reads; Ida has the word, and mor comes before far."""
    far, farmor = led.led.ids["far"], led.led.ids["farmor"]
    led.led.bridge.type(cmd.KeepSentWords(far, WORDS, farmor))
    led.led.bridge.do(cmd.StartMeeting(((far, Attendance.SENT_WORDS),)))
    led.goes_on(2)
    return led


def test_the_turn_comes_up_by_itself_with_its_reader_and_the_text_as_the_note(far_away: Led, t: Translator) -> None:
    far_away.goes_on()
    assert far_away.go == "Næste: Bents ord"
    assert [row.who for row in line(far_away.view, t).rows][1] == "Bents ord · Grete læser op"
    [seat] = [seat for seat in seats(far_away.view, t) if seat.name == "Bent"]
    assert seat.caption == "læses op"
    far_away.goes_on()
    assert (far_away.word.name, far_away.word.reader) == ("Bent", "Grete")
    assert far_away.table.side.notes.editor.toPlainText() == WORDS
    assert far_away.view.undo is not None and far_away.view.undo.event == "WordGiven"
    far_away.types(" Tak").goes_on()
    assert far_away.note("far") == f"{WORDS} Tak"


def test_in_the_next_round_the_words_stand_beside_the_question_and_one_key_passes_them(
    far_away: Led, t: Translator
) -> None:
    far_away.goes_on(2).press(Action.NEXT_PART).press(Action.NEXT_PART).goes_on(2)
    while far_away.view.next.name != "Bent" or not far_away.view.part.has_turns:
        far_away.goes_on()
    far_away.goes_on()
    assert far_away.word.words == WORDS
    assert far_away.table.side.notes.editor.toPlainText() == ""
    shown = question(far_away.view, t)
    assert (shown.words_of, shown.words) == ("Bents ord", WORDS)
    far_away.press(Action.PASS)
    assert far_away.turn("far") is TurnState.PASSED


def test_when_the_reader_has_left_the_next_press_asks_who_reads(far_away: Led, t: Translator) -> None:
    far_away.goes_on().led.bridge.do(cmd.Leave(far_away.led.ids["farmor"]))
    assert far_away.go == "Næste: Bent"
    assert [row.who for row in line(far_away.view, t).rows][1] == "Bents ord · læses op"
    far_away.goes_on()
    assert far_away.asked == "Hvem læser op for Bent?"
    far_away.types("Maja").key(Qt.Key.Key_Return)
    assert far_away.word.reader == "Maja"
    assert far_away.note("far") == WORDS
