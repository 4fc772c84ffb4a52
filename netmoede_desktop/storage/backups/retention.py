"""The retention of copies: thinned out by the store's own history, never by the clock of one moment.

A clock that is wrong for a day must not cost a backup. So age is measured against the store's own last moment: the
newest thing it recorded, in itself or by a backup, on a day before this one. Copies that were made one after the other
are in that order, whatever their dates: each key file beside a copy has a number that only grows. And however
much is due, one run removes no more than a normal day's does; the next runs remove the rest.
"""

import bisect
import itertools
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final, Protocol

from netmoede_desktop.storage.database.driver import Driver

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
_GAP: Final = timedelta(days=7)
_DAYS_IN: Final = "SELECT max(at) FROM {table} WHERE at < ? GROUP BY substr(at, 1, 10) ORDER BY 1 DESC LIMIT 3"


class Dated(Protocol):
    """A copy with a date, and its place in the order in which they were made (`UNORDERED` for old ones, the first)."""

    @property
    def made(self) -> datetime:
        """The date it bears."""

    @property
    def order(self) -> int:
        """Its number in the order."""


def is_ahead(made: datetime, now: datetime) -> bool:
    """Return True if a date is in the future."""
    return made > now + AHEAD


def moments_of(copies: Sequence[Dated], now: datetime) -> list[datetime]:
    """Return when each was made, corrected by the others: no earlier than any before it in the order.

    A date in the future counts for nothing: such a copy is as old as the newest before it in the order, or of the
    beginning where there is none. One without a number says nothing of when those with a number were made.
    """
    sound = sorted((copy.order, copy.made) for copy in copies if not is_ahead(copy.made, now))
    orders = [order for order, _ in sound]
    newest = [BEGINNING, *itertools.accumulate((made for _, made in sound), max)]
    first = bisect.bisect_right(orders, UNORDERED)
    numbered = [BEGINNING, *itertools.accumulate((made for _, made in sound[first:]), max)]

    def moment(copy: Dated) -> datetime:
        before = bisect.bisect_left(orders, copy.order)
        if is_ahead(copy.made, now):
            return newest[before]
        return max(copy.made, numbered[max(before - first, 0)])

    return [moment(copy) for copy in copies]


def last_moment(copies: Sequence[Dated], recorded: Iterable[datetime], now: datetime) -> datetime:
    """Return the store's own last moment before today (UTC), `BEGINNING` if it has recorded none.

    Today does not count: it may be a day that only a wrong clock knows. Nor do one or two days that lie more than a
    week after all others; a third such day is believed.
    """
    today = _midnight(now)
    before = sorted((moment for moment in (*moments_of(copies, now), *recorded) if moment < today), reverse=True)
    days = [next(moments) for _, moments in itertools.groupby(before, lambda moment: moment.astimezone(UTC).date())]
    lonely = [place for place, (later, earlier) in enumerate(itertools.pairwise(days[:3]), 1) if later - earlier > _GAP]
    return days[max(lonely, default=0)] if days else BEGINNING


def recorded_before_today(connection: Driver, now: datetime) -> list[datetime]:
    """Return the last instants of the newest days before today (UTC) in the journal and the audit log.

    As many days as `last_moment` looks at. Raises the driver's errors.
    """
    today = _midnight(now).isoformat(timespec="microseconds")
    rows = [
        *connection.execute(_DAYS_IN.format(table="journal_event"), (today,)).fetchall(),
        *connection.execute(_DAYS_IN.format(table="audit_entry"), (today,)).fetchall(),
    ]
    return [datetime.fromisoformat(row[0]) for row in rows]


def due(copies: Sequence[Dated], last: datetime, now: datetime) -> list[int]:
    """Return which copies, by their places, are to be removed in time, the oldest first.

    Kept are the 10 newest, the newest of each of the last 14 days and of each of the last 4 weeks (UTC, weeks from
    Monday) before `last`; never one older than 30 days. One whose date cannot be right counts for no day: it is due for
    its age alone; without any usable date, when ten from before today were made after it.
    """
    moments = moments_of(copies, now)
    ranked = sorted(range(len(copies)), key=lambda at: (moments[at], copies[at].order, copies[at].made), reverse=True)
    sound = [moments[at] if moments[at] == copies[at].made else None for at in ranked]
    kept = _kept(sound, last)
    expired = []
    for rank, at in enumerate(ranked):
        thinned = sound[rank] is not None and rank not in kept
        lost = moments[at] == BEGINNING and _made_after(copies, copies[at], now) >= NEWEST_KEPT
        old = moments[at] > BEGINNING and last - moments[at] > OLDEST_KEPT
        if thinned or lost or old:
            expired.append(at)
    return expired[::-1]


def to_remove(copies: Sequence[Dated], last: datetime, now: datetime) -> list[int]:
    """Return which of the due copies one run may remove.

    None on a day that the newest earlier copy contradicts: where that one is in the future, its clock or this one is
    wrong, and the next day's run will decide.
    """
    today = now.astimezone(UTC).date()
    earlier = [(copy.order, copy.made) for copy in copies if copy.made.astimezone(UTC).date() != today]
    if earlier and is_ahead(max(earlier)[1], now):
        return []
    return due(copies, last, now)[:MOST_REMOVED]


def _made_after(copies: Sequence[Dated], one: Dated, now: datetime) -> int:
    """How many were made after a copy that nothing dates, on days before this one."""
    today = _midnight(now)
    return sum(other.made < today and (one.order == UNORDERED or other.order > one.order) for other in copies)


def _kept(moments: Sequence[datetime | None], last: datetime) -> set[int]:
    """The ranks that are kept of moments with the newest first; None for one that counts for no day."""
    kept = set(range(min(NEWEST_KEPT, len(moments))))
    today = last.astimezone(UTC).date()
    monday = today - timedelta(days=today.weekday())
    days, weeks = set(), set()
    for rank, moment in enumerate(moments):
        if moment is None:
            continue
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
