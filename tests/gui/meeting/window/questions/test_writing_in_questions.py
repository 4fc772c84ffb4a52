"""Whoever writes while a question is open loses nothing: it is an answer, or stands in the note, or is there again."""

import inspect
from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.meeting.bridge.line_keeping import text_in
from netmoede_desktop.gui.meeting.window.questions.meeting_questions import MeetingQuestions
from tests.gui.meeting.window.keyboard.writing_places import agreed, writing
from tests.gui.meeting.window.led_windows import Led

SENTENCE = "sover nu hele natten"
#: One word that no answer has in it.
WORD = "Grxd"


def asks(led: Led) -> MeetingQuestions:
    return led.window._questions


def newcomer(led: Led) -> None:
    """Who somebody is, whose name is written."""
    led.press(Action.ARRIVAL).types("Aisha Omar, nabo").key(Qt.Key.Key_Return)


def place_by(answer: str) -> Callable[[Led], object]:
    """Behind whom, or by whom, the child speaks."""

    def opened(led: Led) -> None:
        asks(led).place(led.led.ids["ida"])
        led.types(answer).key(Qt.Key.Key_Return)

    return opened


def sheet(who: str) -> Callable[[Led], object]:
    """What can be done with a person."""
    return lambda led: led.window.open_menu(led.led.ids[who])


#: Everything that is asked above the bar. The names of those who take no words, by the method that asks.
QUESTIONS: dict[str, Callable[[Led], object]] = {
    "begin_on": lambda led: asks(led).begin_on(date(2026, 11, 24), lambda: None),
    "pause_length": lambda led: led.press(Action.PAUSE),
    "began_ago": lambda led: led.press(Action.BACKDATE),
    "it_was": lambda led: led.press(Action.IT_WAS),
    "remark": lambda led: led.press(Action.REMARK),
    "reader": lambda led: asks(led).reader(led.led.ids["mor"]),
    "word_to": lambda led: asks(led).word_to(),
    "whose": lambda led: asks(led).whose("Hvem siger det?", lambda _: None),
    "leaving": lambda led: asks(led).leaving(),
    "leaving, one": lambda led: asks(led).leaving(led.led.ids["mor"]),
    "place": lambda led: asks(led).place(led.led.ids["ida"]),
    "place, after": place_by("efter"),
    "place, by": place_by("gennem"),
    "reservation": lambda led: asks(led).reservation(),
    "who somebody is": newcomer,
    "the child's sheet": sheet("ida"),
    "a sheet": sheet("lærer"),
    "everything else": lambda led: led.bar.more.emit(),
}
#: Those that are answered by words.
WORDS: dict[str, Callable[[Led], object]] = {
    "arrival": lambda led: led.press(Action.ARRIVAL),
    "park": lambda led: led.press(Action.PARK),
    "board_line": lambda led: asks(led).board_line(),
    "why_so_long": lambda led: asks(led).why_so_long(lambda _: False),
    "stay_longer": lambda led: asks(led).stay_longer(),
    "reservation, one": lambda led: asks(led).reservation(led.led.ids["mor"]),
}


def veils(led: Led) -> None:
    led.press(Action.VEIL)
    led.window.lift_veil()


#: How a question is left without an answer.
LEAVING: dict[str, Callable[[Led], object]] = {
    "escape": lambda led: led.key(Qt.Key.Key_Escape),
    "go on": lambda led: led.goes_on(),
    "another question": lambda led: led.press(Action.PARK),
    "a sheet beside it": sheet("far"),
    "the veil": veils,
    "a lock": lambda led: led.press(Action.LOCK),
    "closing the window": lambda led: led.window.close(),
}


@pytest.fixture
def speaking(led: Led) -> Led:
    """Ida has the word."""
    return led.starts().goes_on()


def keeps(led: Led) -> str:
    """What stands in Ida's note."""
    led.window.flush()
    return led.note("ida")


def record(led: Led) -> tuple[object, ...]:
    """All that an answer could have changed."""
    view = led.view
    return (view.pause, view.agreements, view.reservations, view.board, view.parked, view.stage, view.seats)


def test_every_question_is_here() -> None:
    tried = {name.partition(",")[0] for name in QUESTIONS | WORDS}
    made = {name for name, _ in inspect.getmembers(MeetingQuestions, inspect.isfunction) if not name.startswith("_")}
    assert made - tried == {"was", "resume", "do"}, "an answer, one of these asked again, and the act they end in"


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_sentence_over_a_question_that_takes_no_words_stands_in_the_note(speaking: Led, name: str) -> None:
    QUESTIONS[name](speaking)
    assert speaking.asked
    before = record(speaking)
    speaking.writes(SENTENCE)
    assert speaking.asked == ""
    assert record(speaking) == before
    assert keeps(speaking) == SENTENCE


def test_somebody_new_who_is_talked_past_is_told_not_to_be_there_yet(speaking: Led) -> None:
    newcomer(speaking)
    speaking.writes(SENTENCE)
    assert speaking.said == "Der er ikke svaret endnu: Hvem er Aisha Omar?"
    assert keeps(speaking) == SENTENCE
    speaking.press(Action.REMARK).writes(SENTENCE)
    assert "endnu" not in speaking.said


@pytest.mark.parametrize("leaving", LEAVING)
@pytest.mark.parametrize("name", ["remark", "a sheet", "everything else"])
def test_one_word_that_is_no_answer_stands_in_the_note_however_the_question_is_left(
    speaking: Led, name: str, leaving: str
) -> None:
    QUESTIONS[name](speaking)
    speaking.writes(WORD)
    LEAVING[leaving](speaking)
    assert keeps(speaking) == WORD


@pytest.mark.parametrize("leaving", LEAVING)
@pytest.mark.parametrize("name", WORDS)
def test_half_an_answer_in_words_stands_there_when_the_same_is_asked(speaking: Led, name: str, leaving: str) -> None:
    WORDS[name](speaking)
    speaking.writes(SENTENCE)
    LEAVING[leaving](speaking)
    assert keeps(speaking) == ""
    speaking.window.lift_veil()
    WORDS[name](speaking)
    assert text_in(writing(speaking)) == SENTENCE


def test_a_name_stands_until_it_is_known_who_that_is(speaking: Led) -> None:
    newcomer(speaking)
    speaking.key(Qt.Key.Key_Escape).press(Action.ARRIVAL)
    assert text_in(writing(speaking)) == "Aisha Omar, nabo"
    speaking.key(Qt.Key.Key_Return).key(Qt.Key.Key_1)
    assert any(seat.name == "Aisha" for seat in speaking.view.seats)
    speaking.press(Action.ARRIVAL)
    assert text_in(writing(speaking)) == ""


@pytest.mark.parametrize("name", QUESTIONS)
def test_enter_takes_the_default_or_says_what_can_be_pressed(speaking: Led, name: str) -> None:
    QUESTIONS[name](speaking)
    ask = speaking.question_bar._current
    assert ask is not None
    speaking.key(Qt.Key.Key_Return)
    said = speaking.question_bar._problem
    assert said.isVisible() is (ask.first is None), name
    assert not said.isVisible() or "skriv begyndelsen af et svar" in said.text()
    if any(option.numbered for option in ask.options) and said.isVisible():
        assert "et tal" in said.text()


def test_a_slip_in_a_name_is_told_and_can_be_put_right(speaking: Led) -> None:
    speaking.press(Action.REMARK).types("Hnn").key(Qt.Key.Key_Return)
    assert speaking.question_bar._problem.text() == "Det passer ikke på noget her. Ret det, eller luk med Esc."
    speaking.key(Qt.Key.Key_Backspace).key(Qt.Key.Key_Backspace).types("anne").key(Qt.Key.Key_Return)
    assert speaking.word.remark == "Hanne"
    assert keeps(speaking) == ""


def test_what_was_for_finding_is_nobodys_words(speaking: Led) -> None:
    speaking.press(Action.REMARK).types("han").key(Qt.Key.Key_Escape)
    assert keeps(speaking) == ""
    speaking.press(Action.PAUSE).types("12").key(Qt.Key.Key_Escape)
    assert keeps(speaking) == ""


def test_where_nobody_has_the_word_the_words_wait_for_who_gets_it(speaking: Led) -> None:
    speaking.led.bridge.do(cmd.NextPart(confirmed=True))
    assert speaking.view.speaker is None
    speaking.press(Action.PAUSE).writes(SENTENCE)
    assert speaking.asked == ""
    assert text_in(writing(speaking)) == speaking.window._waiting.words == SENTENCE


def test_among_the_agreements_words_that_are_no_answer_go_on_in_their_line(speaking: Led) -> None:
    agreed(speaking)
    speaking.types("Mor ")
    line = speaking.focused
    speaking.press(Action.REMARK).writes("ringer til")
    assert speaking.focused is line
    assert text_in(writing(speaking)) == "Mor ringer til"


FRANK = "Frank Møller, fodboldtræner"


def frank(led: Led) -> list[str]:
    """What those called Frank at the table are said to be."""
    return [seat.relation for seat in led.view.seats if seat.full_name.startswith("Frank")]


@pytest.mark.parametrize("action", [Action.GO_ON, Action.NEXT_PART])
@pytest.mark.parametrize("entered", [False, True], ids=["in the line", "who that is"])
def test_the_meeting_does_not_go_on_over_somebody_who_is_half_seated(
    speaking: Led, entered: bool, action: Action
) -> None:
    speaking.press(Action.ARRIVAL).types(FRANK)
    if entered:
        speaking.key(Qt.Key.Key_Return)
    asked, speaker, part = speaking.asked, speaking.speaker, speaking.view.part.id
    speaking.press(action).press(action)
    assert (speaking.asked, speaking.speaker, speaking.view.part.id) == (asked, speaker, part)
    assert speaking.question_bar._problem.isVisible()
    assert speaking.focused is speaking.question_bar.line
    for _ in range(1 if entered else 2):
        speaking.key(Qt.Key.Key_Return)
    assert frank(speaking) == ["fodboldtræner"]
    speaking.goes_on()
    assert speaking.speaker != speaker


@pytest.mark.parametrize("name", ["leaving, one", "place, after", "place, by", "who somebody is"])
def test_what_was_begun_by_another_answer_is_waited_for(speaking: Led, name: str) -> None:
    QUESTIONS[name](speaking)
    asked, speaker = speaking.asked, speaking.speaker
    speaking.goes_on()
    assert (speaking.asked, speaking.speaker) == (asked, speaker)
    assert speaking.question_bar._problem.text() == "Svar her først, eller luk med Esc."
    speaking.key(Qt.Key.Key_Escape).goes_on()
    assert speaking.speaker != speaker


def test_the_go_button_waits_for_words_that_are_not_taken_too(speaking: Led) -> None:
    speaking.press(Action.PARK).types("Sommerferien")
    speaker = speaking.speaker
    speaking.hand.now += 1
    speaking.bar.go.click()
    assert (speaking.asked, speaking.speaker) == ("Parkér til en anden gang", speaker)
    assert (
        speaking.question_bar._problem.text()
        == "Det er ikke tilføjet endnu. Tryk Enter for at tilføje det, eller luk med Esc."
    )
    speaking.key(Qt.Key.Key_Return)
    assert speaking.view.parked == ("Sommerferien",)


@pytest.mark.parametrize("name", WORDS)
def test_a_line_that_stands_there_again_gives_way_to_what_is_typed_and_goes_on_after_end(
    speaking: Led, name: str
) -> None:
    WORDS[name](speaking)
    speaking.writes("Ro")
    for key, typed, line in (
        (None, "Uro", "Uro"),
        (Qt.Key.Key_End, " om", "Uro om"),
        (Qt.Key.Key_Right, "!", "Uro om!"),
    ):
        speaking.key(Qt.Key.Key_Escape)
        WORDS[name](speaking)
        if key is not None:
            speaking.key(key)
        speaking.writes(typed)
        assert text_in(writing(speaking)) == line


def test_somebody_typed_once_more_is_seated_as_typed(speaking: Led) -> None:
    speaking.press(Action.ARRIVAL).types(FRANK).key(Qt.Key.Key_Return).key(Qt.Key.Key_Escape)
    speaking.press(Action.ARRIVAL).types(FRANK).key(Qt.Key.Key_Return).key(Qt.Key.Key_Return)
    assert frank(speaking) == ["fodboldtræner"]


def test_a_name_behind_itself_is_put_right_before_anybody_is_seated(speaking: Led) -> None:
    speaking.press(Action.ARRIVAL).types(FRANK).key(Qt.Key.Key_Escape)
    speaking.press(Action.ARRIVAL).key(Qt.Key.Key_End).types(FRANK).key(Qt.Key.Key_Return)
    assert speaking.asked == "Hvem kommer?"
    assert speaking.question_bar._problem.text() == "Navnet står der to gange. Ret linjen."
    assert text_in(writing(speaking)) == FRANK + FRANK


@pytest.mark.parametrize("name", ["begin_on", "leaving, one"])
def test_where_there_are_two_answers_nothing_is_to_be_found(speaking: Led, name: str) -> None:
    QUESTIONS[name](speaking)
    line = speaking.question_bar.line
    assert line is not None
    assert line.placeholderText() == "Tryk 1 eller 2"


def test_words_that_come_back_to_a_note_stand_apart_from_what_stands_there(speaking: Led) -> None:
    speaking.writes("Vi ses i august.")
    speaking.press(Action.REMARK).writes(SENTENCE)
    assert keeps(speaking) == "Vi ses i august. " + SENTENCE


def test_the_caret_stays_where_it_was_in_words_that_are_handed_on(speaking: Led) -> None:
    speaking.press(Action.REMARK).writes("Grxd")
    speaking.key(Qt.Key.Key_Left)
    speaking.writes(" sover nu")
    assert speaking.asked == ""
    assert keeps(speaking) == "Grx sover nud"
