"""When the plan slips: named choices with their minutes and the new end, said once, and again only when it is worse."""

from dataclasses import replace
from datetime import timedelta

import pytest

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting.slippage import ChoiceKind, SlippageChoice
from netmoede_desktop.gui.meeting.table.overrun_monitor import OverrunMonitor, choice_lines, slip_sentence
from netmoede_desktop.localization.catalogue import Translator
from tests.gui.meeting.rooms import Room


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
    watch = OverrunMonitor()
    assert [watch.worth_a_word(minutes(n)) for n in (-10, 0, 2.9, 3, 8)] == [False, False, False, True, True]


def test_put_away_it_comes_back_only_when_it_is_worse() -> None:
    watch = OverrunMonitor()
    watch.dismiss(minutes(4))
    assert [watch.worth_a_word(minutes(n)) for n in (4, 6, 8.9, 9)] == [False, False, False, True]


def test_it_begins_anew_once_the_meeting_is_in_time_again() -> None:
    watch = OverrunMonitor()
    watch.dismiss(minutes(10))
    assert not watch.worth_a_word(minutes(12))
    assert not watch.worth_a_word(minutes(1))
    assert watch.worth_a_word(minutes(4))


def test_each_choice_says_what_it_gives_and_the_new_end_and_is_one_act(room: Room, t: Translator) -> None:
    reading = room.reading()
    assert slip_sentence(reading, t) == "Mødet er 8 min over plan og slutter 18.08. Vil I spare tid?"
    lines = {line.title: line for line in choice_lines(reading, room.view, t, most=9)}
    shorter = lines["Kortere ture herfra"]
    assert shorter.command == cmd.ShortenTurns()
    assert shorter.gain.startswith("−") and shorter.detail.startswith("slutter 1")
    said = {title: (line.detail, line.gain, line.command) for title, line in lines.items()}
    assert said["Spring pausen over"] == ("slutter 17.58", "−10 min", cmd.DropPart("d8"))
    assert said["Spring runde D over"] == ("slutter 17.58", "−10 min", cmd.DropPart("d9"))
    assert said["Gem runde C"] == ("til næste gang · 17.56", "−12 min", cmd.DropPart("d6"))
    assert said["Spørg om mere tid"] == ("aftal at slutte 18.15", "+15 min", cmd.ExtendMeeting(15))
    assert lines["Gem runde C"].spoken == (
        "Gem »Runde C: Ønsker« til næste gang: det sparer 12 min. Mødet slutter 17.56."
    )
    for line in lines.values():
        assert room.do(line.command)
        room.undo()


def test_five_have_a_key_and_asking_the_room_is_always_among_them(room: Room, t: Translator) -> None:
    lines = choice_lines(room.reading(), room.view, t, most=5)
    assert len(lines) == 5
    assert lines[-1].command == cmd.ExtendMeeting(15)


def test_a_longer_meeting_than_the_method_allows_says_so(room: Room, t: Translator) -> None:
    reading = replace(room.reading(), choices=(SlippageChoice(ChoiceKind.EXTEND, 15, over_limit=True),))
    [line] = choice_lines(reading, room.view, t, most=5)
    assert line.detail == "18.15 · over grænsen"
    assert line.spoken.endswith("Så bliver mødet længere, end metoden siger.")


def test_less_than_a_minute_is_not_said_to_give_none(room: Room, t: Translator) -> None:
    reading = replace(room.reading(), choices=(SlippageChoice(ChoiceKind.SHORTEN, 0.2),))
    [line] = choice_lines(reading, room.view, t, most=5)
    assert line.gain == "−1 min"
