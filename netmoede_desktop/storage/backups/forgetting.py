"""Which copies of the store hold wiped private notes: backups and set-aside stores made while they were there."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol, TypeVar

from netmoede_desktop.storage.database.driver import Driver, open_for_reading
from netmoede_desktop.storage.failures import translated
from netmoede_desktop.storage.keys.keyring import Keyring
from netmoede_desktop.storage.migrations.steps import schema_of
from netmoede_desktop.storage.problems import DamagedStore


class Copy(Protocol):
    """A copy of the store: its file, and when it was made."""

    @property
    def store(self) -> Path:
        """The store's file."""

    @property
    def made(self) -> datetime:
        """When it was made."""


C = TypeVar("C", bound=Copy)


def meetings_began(connection: Driver, meetings: Sequence[str]) -> datetime | None:
    """Return when the first of the meetings began, None if none has. Raises the driver's errors."""
    row = connection.execute(f"SELECT min(at) FROM journal_event WHERE meeting_id IN {_marks(meetings)}", meetings)  # noqa: S608 – marks only
    text = row.fetchone()[0]
    return None if text is None else datetime.fromisoformat(text)


def copies_with_notes(
    copies: Sequence[C], keyring: Keyring, meetings: Sequence[str], began: datetime | None
) -> list[C]:
    """Return the copies that hold private notes of the meetings, and those too damaged to be asked that may.

    A damaged one may if it was made after `began`. Raises a disk problem.
    """
    return [copy for copy in copies if _holds(copy.store, keyring, meetings, maybe=began is None or copy.made >= began)]


def _holds(store: Path, keyring: Keyring, meetings: Sequence[str], *, maybe: bool) -> bool:
    log = store.with_name(store.name + "-wal")
    statement = f"SELECT 1 FROM private_note WHERE meeting_id IN {_marks(meetings)} LIMIT 1"  # noqa: S608 – marks only
    try:
        with translated():
            settled = not log.exists()
            connection = open_for_reading(store, keyring.store_key, keyring.store_salt, settled=settled)
            try:
                if schema_of(connection) == 0:
                    return maybe
                return connection.execute(statement, meetings).fetchone() is not None
            finally:
                connection.close()
    except DamagedStore:
        return maybe


def _marks(meetings: Sequence[str]) -> str:
    return "(" + ",".join("?" for _ in meetings) + ")"
