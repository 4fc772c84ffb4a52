"""The half-written lines of a running meeting: plain statements, since they are saved while somebody types."""

from netmoede_desktop.storage.database.driver import Driver
from netmoede_desktop.storage.tables.begun_line import columns_of, value_of
from netmoede_desktop.storage.values import BegunLine

_PUT = "INSERT OR REPLACE INTO begun_line (meeting_id, field, text, at) VALUES (?, ?, ?, ?)"
_REMOVE = "DELETE FROM begun_line WHERE meeting_id=? AND field=?"
_READ = "SELECT meeting_id, field, text, at FROM begun_line WHERE meeting_id=? ORDER BY at, field"


class BegunLines:
    """The lines inside one transaction. A meeting's go by themselves when it ends."""

    __slots__ = ("_connection",)

    def __init__(self, connection: Driver) -> None:
        """Work on a connection that is in a transaction."""
        self._connection = connection

    def put(self, line: BegunLine) -> None:
        """Save the text of a field, replacing the earlier one."""
        self._connection.execute(_PUT, columns_of(line))

    def remove(self, meeting_id: str, field: str) -> None:
        """Delete a line: it is accepted or emptied. Does nothing if there is none."""
        self._connection.execute(_REMOVE, (meeting_id, field))

    def of_meeting(self, meeting_id: str) -> list[BegunLine]:
        """Return the meeting's lines, the one written last at the end."""
        return [value_of(row) for row in self._connection.execute(_READ, (meeting_id,)).fetchall()]
