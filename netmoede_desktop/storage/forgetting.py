"""Making wiped private notes gone everywhere: in the backups and the set-aside stores made while they were there."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from netmoede_desktop.storage.backup import create_backup, list_backups, remove_backup
from netmoede_desktop.storage.driver import Driver, open_for_reading
from netmoede_desktop.storage.failures import translated
from netmoede_desktop.storage.integrity import fold_log
from netmoede_desktop.storage.keyring import Keyring
from netmoede_desktop.storage.layout import Layout
from netmoede_desktop.storage.migrations.steps import schema_of
from netmoede_desktop.storage.problems import DamagedStore
from netmoede_desktop.storage.set_aside import list_set_aside, remove_set_aside


def forget_notes(layout: Layout, connection: Driver, keyring: Keyring, meetings: Sequence[str], now: datetime) -> int:
    """Remove every backup and set-aside store that holds private notes of the meetings; return how many.

    A fresh verified backup is made before the first backup goes. A copy too damaged to be asked goes too, if it was
    made after the first of these meetings began. The store itself is in no transaction. Raises a disk problem.
    """
    began = _began(connection, meetings)
    with translated():
        fold_log(connection)
    stale = [b for b in list_backups(layout) if _holds(b.store, keyring, meetings, maybe=_after(b.made, began))]
    aside = [s for s in list_set_aside(layout) if _holds(s.store, keyring, meetings, maybe=_after(s.made, began))]
    if stale:
        create_backup(layout, connection, keyring, now)
    for backup in stale:
        remove_backup(backup)
    for store in aside:
        remove_set_aside(store)
    return len(stale) + len(aside)


def _began(connection: Driver, meetings: Sequence[str]) -> datetime | None:
    row = connection.execute(f"SELECT min(at) FROM journal_event WHERE meeting_id IN {_marks(meetings)}", meetings)  # noqa: S608 – marks only
    text = row.fetchone()[0]
    return None if text is None else datetime.fromisoformat(text)


def _after(made: datetime, began: datetime | None) -> bool:
    return began is None or made >= began


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
