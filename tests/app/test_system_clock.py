"""The machine's clock: timelines of running, sleeping, setting the clock and crashing, and not a moment lost or gained.

A simulated machine tells the truth; the meeting is told the time by `SystemClock` alone. After a crash the gap is
answered with *regn som pause*, so exactly the outage is missing. Two controls must go wrong on the same timelines: a
timer read off the wall clock, and one read off a clock that stands still during sleep.
"""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Protocol

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from netmoede_desktop.app.system_clock import SystemClock, boot_time, wall_time
from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting.history import begin
from netmoede_desktop.services.meeting.acts import Act
from tests.domain.meeting.script import plan

Timeline = list[tuple[str, float]]


class Clock(Protocol):
    def now(self) -> datetime: ...


@dataclass
class Machine:
    """What is really so: seconds since the beginning, how far the wall clock is set wrong, seconds slept."""

    true: float = 0.0
    skew: float = 0.0
    slept: float = 0.0
    booted: float = field(default=-4_000_000.25)

    def wall(self) -> datetime:
        return datetime(2026, 11, 23, 15, 0, tzinfo=UTC) + timedelta(seconds=self.true + self.skew)

    def since_boot(self) -> float:
        return self.true - self.booted

    def awake(self) -> float:
        return self.true - self.slept - self.booted


class WallClock:
    """The first control: believes the wall clock."""

    def __init__(self, machine: Machine) -> None:
        self.now = machine.wall


def steady(machine: Machine) -> Clock:
    return SystemClock(machine.wall, machine.since_boot)


def stops_in_sleep(machine: Machine) -> Clock:
    """The second control: a clock that stands still while the laptop sleeps."""
    return SystemClock(machine.wall, machine.awake)


class Meeting:
    """One speaker whose words are measured by a clock, and beside it what they really lasted."""

    def __init__(self, make: Callable[[Machine], Clock]) -> None:
        self.machine, self.make = Machine(), make
        self.clock = make(self.machine)
        self.history = begin(plan())
        self.truth = 0.0
        self.speaks = True
        self.backwards = False
        self.does(cmd.StartMeeting(), cmd.OpenNextRound(), cmd.GiveWord("mikkel"))

    def does(self, *commands: cmd.Command, step: bool = True) -> None:
        now = self.clock.now()
        self.backwards |= self.history.state.last_at is not None and now < self.history.state.last_at
        act = Act(self.history, step=step)
        for command in commands:
            act.do(command, now)
        self.history = act.history

    def lives(self, what: str, seconds: float) -> None:
        machine = self.machine
        match what:
            case "run" | "sleep":
                machine.true += abs(seconds)
                machine.slept += abs(seconds) if what == "sleep" else 0.0
                self.truth += abs(seconds) if self.speaks else 0.0
            case "set":
                machine.skew += seconds
            case "rest":
                self.does(cmd.RestWord() if self.speaks else cmd.ResumeWord())
                self.speaks = not self.speaks
            case _:
                self._crash(abs(seconds), power_cut=what == "power cut")

    def _crash(self, seconds: float, *, power_cut: bool) -> None:
        """The program dies right after a note was saved, and is back after so many seconds."""
        self.does(cmd.WriteNote("mikkel", "…"), step=False)
        died = self.clock.now()
        self.machine.true += seconds
        if power_cut:
            self.machine.booted = self.machine.true - 20
        # A wall clock set back by more than the outage would be behind the journal: that is `Conducting`'s to see.
        behind = (died - self.machine.wall()).total_seconds()
        self.machine.skew += max(behind, 0.0)
        self.clock = self.make(self.machine)
        self.does(cmd.ReportGap(died), cmd.GapAsPause(), step=False)

    def error(self) -> float:
        """How many seconds the measured turn is off, at the worst."""
        turn = self.history.state.speaking()
        assert turn is not None
        return abs(turn.own.elapsed(self.clock.now()).total_seconds() - self.truth)


def worst(make: Callable[[Machine], Clock], timeline: Timeline) -> float:
    meeting = Meeting(make)
    errors = [meeting.error()]
    for what, seconds in timeline:
        meeting.lives(what, seconds)
        errors.append(meeting.error())
    return max(errors)


STEPS = st.sampled_from(["run", "run", "sleep", "set", "rest", "crash", "power cut"])
SECONDS = st.integers(-4 * 7200, 4 * 7200).map(lambda quarters: quarters / 4)
TIMELINES = st.lists(st.tuples(STEPS, SECONDS), max_size=14)
#: Two hours with the lid closed twice, the clock set by an hour either way, and a crash.
EVENING: Timeline = [
    ("run", 85),
    ("sleep", 420),
    ("set", 3600),
    ("run", 30),
    ("crash", 65),
    ("run", 10),
    ("set", -3600),
    ("rest", 0),
    ("run", 45),
    ("rest", 0),
    ("sleep", 5400.25),
    ("power cut", 300),
    ("run", 12.5),
]


@given(timeline=TIMELINES)
@example(timeline=EVENING)
@settings(max_examples=500)
def test_no_timeline_moves_a_turns_time(timeline: Timeline) -> None:
    assert worst(steady, timeline) == 0.0


@pytest.mark.campaign
@given(timeline=st.lists(st.tuples(STEPS, SECONDS), max_size=40))
@settings(max_examples=5000)
def test_no_long_timeline_moves_a_turns_time(timeline: Timeline) -> None:
    assert worst(steady, timeline) == 0.0


def test_the_controls_go_wrong_on_the_same_timeline() -> None:
    assert worst(WallClock, EVENING) >= 3600
    assert worst(stops_in_sleep, EVENING) >= 420
    assert worst(WallClock, [("run", 60), ("set", -30)]) == 30
    assert worst(stops_in_sleep, [("run", 60), ("sleep", 45)]) == 45
    assert worst(WallClock, [("run", 60), ("sleep", 45)]) == worst(stops_in_sleep, [("set", 30), ("run", 60)]) == 0


@given(timeline=TIMELINES)
@settings(max_examples=100)
def test_the_meetings_instants_never_go_back(timeline: Timeline) -> None:
    meeting = Meeting(steady)
    for what, seconds in timeline:
        meeting.lives(what, seconds)
    assert not meeting.backwards


@given(sets=st.lists(SECONDS, max_size=6))
@settings(max_examples=50)
def test_the_clock_knows_how_far_the_wall_has_been_moved(sets: list[float]) -> None:
    machine = Machine()
    clock = SystemClock(machine.wall, machine.since_boot)
    for seconds in sets:
        machine.true += 7.5
        machine.skew += seconds
        assert clock.drift() == timedelta(seconds=machine.skew)


def test_this_machine_has_a_clock_that_goes_on_and_a_wall_with_a_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    assert wall_time().utcoffset() == timedelta()
    before = boot_time()
    assert boot_time() >= before
    clock = SystemClock()
    assert clock.now() <= clock.now() and abs(clock.drift()) < timedelta(minutes=1)
    monkeypatch.setattr(sys, "platform", "win32")
    assert abs(boot_time() - time.monotonic()) < 60
