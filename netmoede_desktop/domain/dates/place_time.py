"""The wall clock of the place where a meeting is held, whatever the time zone of the machine.

Meetings are held in Denmark. One that was planned on a machine with another time zone keeps that zone: its own papers
must agree with each other before all else.
"""

from datetime import datetime, timezone
from functools import cache
from zoneinfo import ZoneInfo

#: The zone of a wall time that comes without one.
HOME = "Europe/Copenhagen"


def wall_clock(at: datetime, starts: datetime) -> datetime:
    """Return an instant as the wall showed it in a meeting that `starts` then: in the night of the clock change too.

    The offset is that of the instant alone, so that times before and after the change can be subtracted and compared.
    """
    if not _at_home(starts):
        return at.astimezone(starts.tzinfo)
    offset = at.astimezone(_home()).utcoffset()
    return at if offset is None else at.astimezone(timezone(offset))


def moved(wall: datetime, starts: datetime) -> datetime:
    """Return the instant of another wall time, in the zone of a meeting that was to start at `starts`."""
    there = home_instant(wall) if _at_home(starts) else wall.astimezone()
    return wall_clock(there, there)


def home_instant(wall: datetime) -> datetime:
    """Return the instant of a wall time in Denmark; one that has a zone of its own is left as it is."""
    return wall if wall.tzinfo is not None else wall.replace(tzinfo=_home())


def _at_home(starts: datetime) -> bool:
    return starts.astimezone(_home()).utcoffset() == starts.utcoffset()


@cache
def _home() -> ZoneInfo:
    return ZoneInfo(HOME)
