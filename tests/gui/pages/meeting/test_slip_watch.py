"""When the plan slips: named choices with their minutes, said once, and again only when it is worse."""

from datetime import timedelta

import pytest

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting.slippage import Choice, ChoiceKind
from netmoede_desktop.gui.pages.meeting.slip_watch import (
    SlipWatch,
    choice_words,
    command_of,
    question_to_the_room,
    slip_words,
)
from netmoede_desktop.gui.widgets.clock_words import slip_words as clock_slip
from netmoede_desktop.localization.catalogue import Translator
from tests.gui.pages.meeting.rooms import Room


def minutes(n: float) -> timedelta:
    return timedelta(minutes=n)


@pytest.fixture
def room() -> Room:
    """A meeting that is eight minutes behind in its first long round."""
    room = Room().starts().enters("d4")
    room.do(cmd.GiveWord("mikkel"))
    while (slip := room.reading().slip) < minutes(8):
        room.after(seconds=30 if slip > minutes(2) else 300)
    return room


def test_a_little_late_is_nothing_to_speak_of() -> None:
    watch = SlipWatch()
    assert [watch.worth_a_word(minutes(n)) for n in (-10, 0, 2.9, 3, 8)] == [False, False, False, True, True]


def test_minutes_are_those_the_clock_above_says(t: Translator) -> None:
    assert slip_words(minutes(11.7), t) == clock_slip(minutes(11.7), t) == "12 min over plan"


def test_put_away_it_comes_back_only_when_it_is_worse() -> None:
    watch = SlipWatch()
    watch.put_away(minutes(4))
    assert [watch.worth_a_word(minutes(n)) for n in (4, 6, 8.9, 9)] == [False, False, False, True]


def test_it_begins_anew_once_the_meeting_is_in_time_again() -> None:
    watch = SlipWatch()
    watch.put_away(minutes(10))
    assert not watch.worth_a_word(minutes(12))
    assert not watch.worth_a_word(minutes(1))
    assert watch.worth_a_word(minutes(4))


def test_each_choice_says_what_it_gives_and_is_one_act(room: Room, t: Translator) -> None:
    reading = room.reading()
    assert slip_words(reading.slip, t) == "8 min over plan"
    worded = {choice_words(choice, room.view, t): command_of(choice) for choice in reading.choices}
    assert worded["Spring pausen over: 10 min"] == cmd.DropPart("d8")
    assert worded["Spring »Runde D: Det gjorde indtryk« over: 10 min"] == cmd.DropPart("d9")
    assert worded["Parkér »Runde C: Ønsker« til en anden dag: 12 min"] == cmd.DropPart("d6")
    assert worded["Spørg, om alle kan blive 15 min længere"] == cmd.ExtendMeeting(15)
    [shorter] = [words for words, command in worded.items() if command == cmd.ShortenTurns()]
    assert shorter.startswith("Kortere ture i resten af runderne: ")
    for command in worded.values():
        assert room.do(command)
        room.undo()


def test_the_room_is_asked_with_a_sentence_to_say_aloud(room: Room, t: Translator) -> None:
    extend = next(choice for choice in room.reading().choices if choice.kind is ChoiceKind.EXTEND)
    sentence = question_to_the_room(room.reading().agreed_end, extend, t)
    assert sentence == "Sig: »Vi mangler lidt tid. Kan alle blive til kl. 18.15?«"


def test_less_than_a_minute_is_not_said_to_give_none(room: Room, t: Translator) -> None:
    assert choice_words(Choice(ChoiceKind.SHORTEN, 0.2), room.view, t).endswith(": 1 min")
