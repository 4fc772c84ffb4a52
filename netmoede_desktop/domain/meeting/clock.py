"""Time counted from start instants, never from ticks.

Instants are aware datetimes from a clock that goes on during sleep. Asking a timer changes nothing, so losing a hundred
repaints loses nothing.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Self

ZERO = timedelta()


@dataclass(frozen=True, slots=True)
class Timer:
    """Time `spent` up to `running_since`, and running from there if that is set."""

    spent: timedelta = ZERO
    running_since: datetime | None = None

    def start(self, at: datetime) -> Self:
        """Run from `at`; a running timer is left as it is."""
        return self if self.running_since is not None else replace(self, running_since=at)

    def stop(self, at: datetime) -> Self:
        """Stop at `at`; a stopped timer is left as it is."""
        if self.running_since is None:
            return self
        return replace(self, spent=self.elapsed(at), running_since=None)

    def elapsed(self, now: datetime) -> timedelta:
        """Time spent until `now`, never negative."""
        if self.running_since is None:
            return self.spent
        return max(self.spent + (now - self.running_since), ZERO)

    def without(self, gap: timedelta) -> Self:
        """The timer with `gap` left out of its count; with a negative gap that much more is counted."""
        if self.running_since is None:
            return replace(self, spent=max(self.spent - gap, ZERO))
        return replace(self, running_since=self.running_since + gap)


class TimeState:
    """The state of a turn against its time; the words the screens and papers use."""

    GOOD = "god tid"
    ROUND_OFF = "rund af"
    OVER = "over"


#: A timer that has not run.
UNUSED = Timer()

#: A turn is asked to round off when this share of it is left.
ROUND_OFF_SHARE = 0.2


def time_state(budget: timedelta, used: timedelta) -> str:
    """Return the `TimeState` of a turn: *rund af* from the last 20 %, *over* when nothing is left."""
    left = budget - used
    if left <= ZERO:
        return TimeState.OVER
    return TimeState.ROUND_OFF if left <= budget * ROUND_OFF_SHARE else TimeState.GOOD
