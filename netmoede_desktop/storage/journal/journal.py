"""The journal of running meetings: plain statements, because every press of *Næste* waits for them."""

from collections.abc import Sequence
from datetime import datetime

from netmoede_desktop.storage.database.driver import Driver
from netmoede_desktop.storage.problems import OutOfStep
from netmoede_desktop.storage.tables.columns import instant_of
from netmoede_desktop.storage.tables.journal_event import columns_of, value_of
from netmoede_desktop.storage.values import JournalEntry

_LAST = "SELECT seq FROM journal_event WHERE meeting_id=? ORDER BY seq DESC LIMIT 1"
_LAST_AT = "SELECT at FROM journal_event WHERE meeting_id=? ORDER BY seq DESC LIMIT 1"
_INSERT = "INSERT INTO journal_event (meeting_id, seq, act, name, at, payload) VALUES (?, ?, ?, ?, ?, ?)"
_READ = "SELECT meeting_id, seq, act, name, at, payload FROM journal_event WHERE meeting_id=? ORDER BY seq"
_GAPS = "SELECT meeting_id FROM journal_event GROUP BY meeting_id HAVING min(seq)<>1 OR max(seq)<>count(*)"


class Journal:
    """The journal inside one transaction; appended entries are durable when that transaction has ended."""

    __slots__ = ("_connection",)

    def __init__(self, connection: Driver) -> None:
        """Work on a connection that is in a transaction."""
        self._connection = connection

    def append(self, meeting_id: str, entries: Sequence[JournalEntry]) -> None:
        """Add entries that continue the meeting's journal.

        Raises `OutOfStep` unless they are of this meeting and numbered on from `last_seq` without gaps; the driver's
        integrity error if there is no such meeting.
        """
        expected = self.last_seq(meeting_id) + 1
        for seq, entry in enumerate(entries, start=expected):
            if entry.seq != seq or entry.meeting != meeting_id:
                raise OutOfStep(expected=seq, found=entry.seq)
        self._connection.executemany(_INSERT, [columns_of(entry) for entry in entries])

    def last_seq(self, meeting_id: str) -> int:
        """Return the number of the meeting's last entry, 0 if it has none."""
        row = self._connection.execute(_LAST, (meeting_id,)).fetchone()
        return 0 if row is None else int(row[0])

    def last_at(self, meeting_id: str) -> datetime | None:
        """Return the instant of the meeting's last entry, None if it has none."""
        row = self._connection.execute(_LAST_AT, (meeting_id,)).fetchone()
        return None if row is None else instant_of(row[0])

    def read(self, meeting_id: str) -> list[JournalEntry]:
        """Return the meeting's entries in order."""
        return [value_of(row) for row in self._connection.execute(_READ, (meeting_id,)).fetchall()]

    def meetings_with_gaps(self) -> list[str]:
        """Return the ids of meetings whose entries are not numbered 1, 2, 3 …; none in a store that is whole."""
        return [str(row[0]) for row in self._connection.execute(_GAPS).fetchall()]
