"""Noticing that the program was not awake: the laptop slept, or the system's clock was set. Asked at every tick."""

from datetime import datetime, timedelta
from typing import Protocol

from netmoede_desktop.services.meeting.conducting import SHORTEST_GAP

#: The wall clock has been set when it has moved so far from the one that counts.
CLOCK_SET = timedelta(seconds=60)


class WakefulClock(Protocol):
    """A clock that goes on during sleep, and knows how far the system's clock has moved from it."""

    def now(self) -> datetime:
        """Return the instant now."""

    def drift(self) -> timedelta:
        """Return how far the wall clock has moved away since the start."""


class GapWatch:
    """Looks at the clock again and again, and says what must have happened in between."""

    def __init__(self, clock: WakefulClock) -> None:
        self._clock = clock
        self._seen = clock.now()
        self._drift = clock.drift()

    def slept_since(self) -> datetime | None:
        """Return since when nothing is known, or None. Told once: the next look starts from now."""
        now, seen = self._clock.now(), self._seen
        self._seen = now
        return seen if now - seen > SHORTEST_GAP else None

    def clock_was_set(self) -> bool:
        """Return True if the system's clock was set since the last call. The meeting's own time is not moved by it."""
        drift, before = self._clock.drift(), self._drift
        if abs(drift - before) < CLOCK_SET:
            return False
        self._drift = drift
        return True
