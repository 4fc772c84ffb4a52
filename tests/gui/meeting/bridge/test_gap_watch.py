"""What the watch says after sleep and after the clock was set; neither is told twice."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from netmoede_desktop.gui.meeting.bridge.gap_watch import GapWatch


@dataclass(slots=True)
class HandClock:
    """A clock moved by hand."""

    at: datetime = datetime(2026, 11, 23, 16, 0, tzinfo=UTC)
    moved: timedelta = timedelta()

    def now(self) -> datetime:
        return self.at

    def drift(self) -> timedelta:
        return self.moved


def test_ticks_and_short_stops_are_no_gap() -> None:
    clock = HandClock()
    watch = GapWatch(clock)
    for seconds in (0.2, 5, 60):
        clock.at += timedelta(seconds=seconds)
        assert watch.slept_since() is None


def test_an_hour_with_the_lid_closed_is_told_once_with_its_beginning() -> None:
    clock = HandClock()
    watch = GapWatch(clock)
    clock.at += timedelta(minutes=3)
    assert watch.slept_since() == datetime(2026, 11, 23, 16, 0, tzinfo=UTC)
    clock.at += timedelta(seconds=0.2)
    assert watch.slept_since() is None


def test_a_clock_set_back_is_told_once_and_is_no_gap() -> None:
    clock = HandClock()
    watch = GapWatch(clock)
    clock.moved = timedelta(hours=-1)
    assert (watch.clock_was_set(), watch.clock_was_set()) == (True, False)
    assert watch.slept_since() is None
    clock.moved = timedelta(hours=-1, seconds=10)
    assert not watch.clock_was_set()
    clock.moved = timedelta()
    assert watch.clock_was_set()
