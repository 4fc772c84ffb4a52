"""The clock of this machine: wall time at the start plus time since, on a clock that goes on during sleep.

Setting the system's clock moves nothing: a meeting's instants never go back. `drift` is how far the wall clock has been
moved, so that a jump can be journalled and asked about.
"""

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta


def boot_time() -> float:
    """Return seconds since an unnamed start, counting through sleep.

    Linux has CLOCK_BOOTTIME for it. On macOS CLOCK_MONOTONIC and on Windows the tick count go on during sleep, and both
    are what `time.monotonic` reads there.
    """
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


def wall_time() -> datetime:
    """Return the system's wall clock as an aware UTC instant."""
    return datetime.now(UTC)


class SystemClock:
    """Aware UTC instants that never go back while the program runs."""

    def __init__(self, wall: Callable[[], datetime] = wall_time, since_boot: Callable[[], float] = boot_time) -> None:
        self._wall = wall
        self._since_boot = since_boot
        self._wall_at_start = wall()
        self._boot_at_start = since_boot()

    def now(self) -> datetime:
        """Return the instant now."""
        return self._wall_at_start + timedelta(seconds=self._since_boot() - self._boot_at_start)

    def drift(self) -> timedelta:
        """Return how far the wall clock has moved away from this one since the start."""
        return self._wall() - self.now()
