"""When the app locks is a small table, and locking is saving first, then closing, then a fresh program."""

from dataclasses import dataclass
from typing import NoReturn

import pytest

from netmoede_desktop.gui.shell.locking import (
    IDLE_IN_MEETING,
    IDLE_OUTSIDE,
    Reaction,
    Trigger,
    idle_limit,
    lock,
    reaction,
)


@pytest.mark.parametrize("trigger", Trigger)
@pytest.mark.parametrize("word_is_given", [True, False])
def test_outside_a_meeting_everything_locks(trigger: Trigger, word_is_given: bool) -> None:
    assert reaction(trigger, in_meeting=False, word_is_given=word_is_given) is Reaction.LOCK


@pytest.mark.parametrize(
    ("trigger", "word_is_given", "expected"),
    [
        (Trigger.KEY, True, Reaction.LOCK),
        (Trigger.KEY, False, Reaction.LOCK),
        (Trigger.SUSPENDING, True, Reaction.LOCK),
        (Trigger.SUSPENDING, False, Reaction.LOCK),
        (Trigger.OS_LOCKED, True, Reaction.VEIL),
        (Trigger.OS_LOCKED, False, Reaction.VEIL),
        (Trigger.USER_SWITCHED, True, Reaction.VEIL),
        (Trigger.USER_SWITCHED, False, Reaction.VEIL),
        (Trigger.IDLE, True, Reaction.NOTHING),
        (Trigger.IDLE, False, Reaction.VEIL),
    ],
)
def test_in_a_meeting_only_the_key_and_sleep_lock(trigger: Trigger, word_is_given: bool, expected: Reaction) -> None:
    assert reaction(trigger, in_meeting=True, word_is_given=word_is_given) is expected


def test_hands_may_be_idle_for_a_quarter_of_an_hour_and_in_a_meeting_for_two_minutes() -> None:
    assert (idle_limit(in_meeting=False), idle_limit(in_meeting=True)) == (IDLE_OUTSIDE, IDLE_IN_MEETING)
    assert (IDLE_OUTSIDE.total_seconds(), IDLE_IN_MEETING.total_seconds()) == (900, 120)


class Replaced(BaseException):
    """The program would be gone here."""


@dataclass
class Part:
    name: str
    done: list[str]
    fails: bool = False

    def close(self) -> None:
        self.done.append(self.name)
        if self.fails:
            raise OSError


def locked(done: list[str], *, saved: bool = True, fails: bool = False) -> None:
    def save() -> bool:
        done.append("save")
        return saved

    def replace() -> NoReturn:
        done.append("replace")
        raise Replaced

    lock(save, (Part("lane", done, fails), Part("vault", done)), replace)


@pytest.mark.parametrize("fails", [False, True])
def test_it_saves_then_closes_then_gives_its_place(fails: bool) -> None:
    done: list[str] = []
    with pytest.raises(Replaced):
        locked(done, fails=fails)
    assert done == ["save", "lane", "vault", "replace"]


def test_what_cannot_be_saved_is_not_thrown_away() -> None:
    done: list[str] = []
    locked(done, saved=False)
    assert done == ["save"]
