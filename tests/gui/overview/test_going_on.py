"""The words of the big card: who has the word, until when, what is kept, what the room sees."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.gui.overview.going_on import GoingOn, RoomSees, going_on
from netmoede_desktop.localization.catalogue import Translator
from tests.gui.meetings import LedMeeting, led_meeting


@pytest.fixture
def led(tmp_path: Path, t: Translator) -> Iterator[LedMeeting]:
    with led_meeting(tmp_path, t) as led:
        led.bridge.do(cmd.StartMeeting())
        yield led


def words(led: LedMeeting, t: Translator, room: RoomSees = RoomSees.CURTAIN) -> GoingOn:
    return going_on(led.meeting, led.bridge.view, led.bridge.reading(), room, t)


def test_somebody_has_the_word(led: LedMeeting, t: Translator) -> None:
    led.bridge.do(cmd.OpenNextRound())
    led.bridge.do(cmd.GoOn())
    shown = words(led, t)
    assert (shown.who, shown.part) == ("Ida har ordet", "i »Præsentationsrunde«")
    assert shown.remarks[0].about == "også det, du var ved at skrive om Ida"


def test_nobody_has_it(led: LedMeeting, t: Translator) -> None:
    shown = words(led, t)
    assert (shown.who, shown.part) == ("Ingen har ordet", "i »Velkomst og rammer«")
    assert (shown.where, shown.title) == ("MØDET ER I GANG", "M-1 · 1. møde")
    assert shown.remarks[0].about == "også det, du var ved at skrive"


def test_a_pause_has_its_end_and_a_time_out_has_none(led: LedMeeting, t: Translator) -> None:
    led.bridge.do(cmd.BeginPause(minutes=10))
    assert (words(led, t).who, words(led, t).part) == ("Der er pause til kl. 16.10", "")
    led.bridge.do(cmd.EndPause())
    led.bridge.do(cmd.TimeOut())
    assert words(led, t).who == "Der er time-out"


def test_the_ring_fills_by_the_minute_and_the_end_is_told_in_words(led: LedMeeting, t: Translator) -> None:
    first = words(led, t)
    led.forward(59)
    assert words(led, t) == first
    led.forward(60 * 60)
    later = words(led, t)
    assert 0.4 < later.share < 0.6
    assert (first.time, later.time) == ("16.00", "17.00")
    assert later.ends.endswith("min over plan.")
    led.forward(60 * 60 * 3)
    assert words(led, t).share == 1.0


@pytest.mark.parametrize(
    ("room", "title", "good"),
    [
        (RoomSees.NOTHING, "Fællesskærmen er slukket", True),
        (RoomSees.CURTAIN, "Gardinet er nede", True),
        (RoomSees.EVERYTHING, "Projektoren viser hele din skærm", False),
    ],
)
def test_what_the_room_sees_is_told_as_it_is(
    led: LedMeeting, t: Translator, room: RoomSees, title: str, good: bool
) -> None:
    remark = words(led, t, room).remarks[1]
    assert (remark.title, remark.good) == (title, good)
