"""Which copies are thinned out: by what the store has lived through, never by the clock of one moment.

A clock that is wrong for a day must cost nobody a backup. So age is measured against the store's own last moment: the
newest thing it recorded, in itself or by a backup, on a day before this one. Copies that were made one after the other
lie one after the other, whatever dates they bear: each key file beside a copy has a number that only grows. And however
much is due, one run takes away no more than a normal day's does; the rest goes in the next ones.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final, Protocol

from netmoede_desktop.storage.driver import Driver

NEWEST_KEPT: Final = 10
DAYS_KEPT: Final = 14
WEEKS_KEPT: Final = 4
OLDEST_KEPT: Final = timedelta(days=30)
#: One more than a new backup adds: what is due comes to nothing in the end.
MOST_REMOVED: Final = 2
#: A date so much after now is told to lie in the future; a clock off by its time zone is not worth a word.
AHEAD: Final = timedelta(hours=3)
#: The age of what nothing dates, and the last moment of a store that has recorded none.
BEGINNING: Final = datetime(1970, 1, 1, tzinfo=UTC)
UNORDERED: Final = -1


class Dated(Protocol):
    """A copy with a date, and its place in the order in which they were made (`UNORDERED` for old ones, the first)."""

    @property
    def made(self) -> datetime:
        """The date it bears."""

    @property
    def order(self) -> int:
        """Its number in the order."""


def is_ahead(made: datetime, now: datetime) -> bool:
    """Whether a date lies in the future."""
    return made > now + AHEAD


def moments_of(copies: Sequence[Dated], now: datetime) -> list[datetime]:
    """Return when each was made as far as the others tell: no earlier than any before it in the order.

    A date in the future counts for nothing: such a copy is as old as the newest before it in the order, or of the
    beginning where there is none.
    """
    sound = sorted((copy.order, copy.made) for copy in copies if not is_ahead(copy.made, now))
    return [_moment(copy, sound, now) for copy in copies]


def _moment(copy: Dated, sound: Sequence[tuple[int, datetime]], now: datetime) -> datetime:
    before = [made for order, made in sound if order < copy.order]
    own = [] if is_ahead(copy.made, now) else [copy.made]
    return max((*own, *before), default=BEGINNING)


def last_moment(copies: Sequence[Dated], recorded: Iterable[datetime], now: datetime) -> datetime:
    """Return the store's own last moment before today (UTC), `BEGINNING` if it has recorded none.

    Today does not count: it may be a day that only a wrong clock knows.
    """
    today = _midnight(now)
    return max((moment for moment in (*moments_of(copies, now), *recorded) if moment < today), default=BEGINNING)


def recorded_before_today(connection: Driver, now: datetime) -> list[datetime]:
    """Return the newest instants of the journal and the audit log before today (UTC). Raises the driver's errors."""
    today = _midnight(now).isoformat(timespec="microseconds")
    rows = [
        connection.execute("SELECT max(at) FROM journal_event WHERE at < ?", (today,)).fetchone(),
        connection.execute("SELECT max(at) FROM audit_entry WHERE at < ?", (today,)).fetchone(),
    ]
    return [datetime.fromisoformat(row[0]) for row in rows if row[0] is not None]


def due(copies: Sequence[Dated], last: datetime, now: datetime) -> list[int]:
    """Return which copies, by their places, are to be taken away in time, the oldest first.

    Kept are the 10 newest, the newest of each of the last 14 days and of each of the last 4 weeks (UTC, weeks from
    Monday) before `last`; never one older than 30 days. Source: quality.md §1. One whose date lies in the future goes
    for its age alone; where nothing dates it, when ten sound ones from before today were made after it.
    """
    moments = moments_of(copies, now)
    ranked = sorted(range(len(copies)), key=lambda at: (moments[at], copies[at].order, copies[at].made), reverse=True)
    kept = _kept([moments[at] for at in ranked], last)
    gone = [
        at for rank, at in enumerate(ranked) if _is_due(copies, at, moments[at], last, now, thinned=rank not in kept)
    ]
    return gone[::-1]


def to_remove(copies: Sequence[Dated], last: datetime, now: datetime) -> list[int]:
    """Return which of those that are due one run may take away."""
    return due(copies, last, now)[:MOST_REMOVED]


def _is_due(
    copies: Sequence[Dated], at: int, moment: datetime, last: datetime, now: datetime, *, thinned: bool
) -> bool:
    copy = copies[at]
    if not is_ahead(copy.made, now):
        return thinned or last - moment > OLDEST_KEPT
    if moment > BEGINNING:
        return last - moment > OLDEST_KEPT
    today = _midnight(now)
    after = [other for other in copies if other.made < today and other.order > copy.order]
    if copy.order == UNORDERED:
        after = [other for other in copies if other.made < today]
    return len(after) >= NEWEST_KEPT


def _kept(moments: Sequence[datetime], last: datetime) -> set[int]:
    """The ranks that are kept of moments with the newest first."""
    kept = set(range(min(NEWEST_KEPT, len(moments))))
    today = last.astimezone(UTC).date()
    monday = today - timedelta(days=today.weekday())
    days, weeks = set(), set()
    for rank, moment in enumerate(moments):
        day = moment.astimezone(UTC).date()
        week = day - timedelta(days=day.weekday())
        if day not in days and (today - day).days < DAYS_KEPT:
            kept.add(rank)
        if week not in weeks and (monday - week).days < 7 * WEEKS_KEPT:
            kept.add(rank)
        days.add(day)
        weeks.add(week)
    return kept


def _midnight(now: datetime) -> datetime:
    return now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
