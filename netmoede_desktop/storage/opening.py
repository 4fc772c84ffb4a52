"""The way to an open store: every fault is looked for before a byte is written."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from netmoede_desktop.storage.checks.integrity import quick_check, seal_of
from netmoede_desktop.storage.database.driver import Driver, open_for_reading
from netmoede_desktop.storage.failures import translated
from netmoede_desktop.storage.files import opened_to_read, unreadable
from netmoede_desktop.storage.keys.key_file import ChainHead, KeyFile
from netmoede_desktop.storage.keys.keyring import Keyring
from netmoede_desktop.storage.layout import Layout
from netmoede_desktop.storage.migrations.steps import newest_schema, require_known, schema_of
from netmoede_desktop.storage.problems import DamagedStore, NewerStore, NoStore, Unreadable


@dataclass(frozen=True, slots=True)
class Inspection:
    """The result of an inspection: the store's schema, and whether the last program ended without closing it."""

    schema: int
    abnormal: bool


def require_vault(layout: Layout) -> None:
    """Raise `NoStore` if the profile holds no vault, `Unreadable` if that cannot be seen."""
    if not vault_is_there(layout):
        raise NoStore


def vault_is_there(layout: Layout) -> bool:
    """Return True if the profile holds a vault. Raises `Unreadable` if that cannot be seen, or its name is taken."""
    try:
        there = layout.has_vault
    except OSError as error:
        raise unreadable(layout.vault, error) from None
    if layout.vault.exists() and not layout.vault.is_dir():
        raise Unreadable(name=layout.vault.name, reason="not_a_folder")
    return there


def inspect(layout: Layout, keyring: Keyring, *, room: bool = True) -> Inspection:
    """Look at the store without changing a byte of it. Without `room` nothing is needed of the disk either.

    Raises `NewerStore` or `DamagedStore`: missing, empty, foreign, broken pages, changed since it was closed, or older
    than the audit head in the key file (a page or the whole store was replaced by an older one).
    """
    key_file = keyring.key_file
    newest = newest_schema()
    if max(key_file.readable_from, key_file.writable_from) > newest:
        raise NewerStore(found=max(key_file.readable_from, key_file.writable_from), supported=newest, part="store")
    with translated():
        _require_content(layout.store)
        abnormal = layout.store_log.exists() and layout.store_log.stat().st_size > 0
        connection = open_for_reading(
            layout.store, keyring.store_key, keyring.store_salt, settled=not abnormal, room=room
        )
        try:
            schema = schema_of(connection)
            require_known(schema)
            if schema == 0:
                raise DamagedStore(reason="empty")
            quick_check(connection)
            _require_head(connection, key_file)
        finally:
            connection.close()
        _require_sealed(layout, key_file, abnormal=abnormal)
    return Inspection(schema, abnormal)


def _require_content(store: Path) -> None:
    try:
        with opened_to_read(store) as file:
            if not file.read(1):
                raise DamagedStore(reason="empty")
    except FileNotFoundError:
        raise DamagedStore(reason="missing") from None


def _require_head(connection: Driver, key_file: KeyFile) -> None:
    if not any(_holds(connection, head) for head in (key_file.head, key_file.next_head) if head is not None):
        raise DamagedStore(reason="older_than_key_file", seq=key_file.head.seq)


def _holds(connection: Driver, head: ChainHead) -> bool:
    if head.seq == 0:
        return True
    row = connection.execute("SELECT digest FROM audit_entry WHERE seq=?", (head.seq,)).fetchone()
    return row is not None and row[0] == head.digest


def _require_sealed(layout: Layout, key_file: KeyFile, *, abnormal: bool) -> None:
    if key_file.seal is not None and (abnormal or seal_of(layout.store) != key_file.seal):
        raise DamagedStore(reason="changed_since_close")


def is_due(last: object, now: datetime, every_days: int) -> bool:
    """Return True if something last done at an instant (ISO text, or anything else for never) is due again."""
    if not isinstance(last, str):
        return True
    return not 0 <= (now - datetime.fromisoformat(last)).days < every_days
