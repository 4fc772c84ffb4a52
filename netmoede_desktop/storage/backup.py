"""Verified backups of the store, each with a copy of the key file beside it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from netmoede_desktop.storage.driver import Driver, open_for_reading
from netmoede_desktop.storage.failures import translated
from netmoede_desktop.storage.files import (
    create_private_file,
    make_private_folder,
    sync_file,
    sync_folder,
    write_durably,
)
from netmoede_desktop.storage.integrity import check_settled, fold_log
from netmoede_desktop.storage.key_file import from_bytes, to_bytes
from netmoede_desktop.storage.key_slots import Slot
from netmoede_desktop.storage.keyring import Keyring
from netmoede_desktop.storage.layout import Layout
from netmoede_desktop.storage.migrations.steps import require_known, schema_of
from netmoede_desktop.storage.problems import BackupDamaged, DamagedKeyFile, DamagedStore, NewerStore, NoBackup

NEWEST_KEPT: Final = 10
DAYS_KEPT: Final = 14
WEEKS_KEPT: Final = 4
OLDEST_KEPT: Final = timedelta(days=30)

_STORE, _KEY, _PART = ".db", ".key.json", ".part"
_STAMP = "%Y-%m-%dT%H-%M-%S.%fZ"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup on disk: its store, the key file beside it (which may be gone), when it was made, its size in bytes."""

    store: Path
    key_file: Path
    made: datetime
    size: int

    @property
    def name(self) -> str:
        """What it is called in lists and commands."""
        return self.store.name.removesuffix(_STORE)


def list_backups(layout: Layout) -> list[Backup]:
    """Return the profile's backups, newest first; other files in the folder are passed over. Raises a disk problem."""
    with translated():
        found = [_backup(path) for path in layout.backups.glob(f"*{_STORE}")]
    return sorted((backup for backup in found if backup is not None), key=lambda backup: backup.made, reverse=True)


def find_backup(layout: Layout, name: str) -> Backup:
    """Return the backup of that name or raise `NoBackup`."""
    for backup in list_backups(layout):
        if backup.name == name:
            return backup
    raise NoBackup(name=name)


@dataclass(frozen=True, slots=True)
class Copied:
    """A whole and checked copy of a store that does not have its name yet."""

    part: Path
    store: Path
    made: datetime


def create_backup(layout: Layout, connection: Driver, keyring: Keyring, now: datetime) -> Backup:
    """Make a backup of an open store that nobody else works with, check it, and let it take its name.

    Raises a disk problem or `BackupDamaged`; then no half backup is left and the others are untouched.
    """
    with translated():
        fold_log(connection)
    return take_name(layout, copy_store(layout, connection, keyring, now), keyring)


def copy_store(layout: Layout, connection: Driver, keyring: Keyring, now: datetime) -> Copied:
    """Copy an open store as it stands, check the copy and make it durable; it is no backup before `take_name`.

    The connection is in no transaction; others may go on writing meanwhile. Raises a disk problem or `BackupDamaged`;
    nothing is left then.
    """
    with translated():
        make_private_folder(layout.backups)
        for leftover in layout.backups.glob(f"*{_PART}"):
            leftover.unlink()
        store = _free_name(layout, now)
        part = store.with_name(store.name + _PART)
        try:
            create_private_file(part)
            connection.execute("VACUUM INTO ?", (str(part),))
            _check(part, store.name, keyring)
            sync_file(part)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    return Copied(part, store, now)


def take_name(layout: Layout, copied: Copied, keyring: Keyring) -> Backup:
    """Let a copy become a backup, with the key file as it is now beside it.

    The key file's copy is in place first, so that a backup that is seen can be opened. The key file must not change
    meanwhile. Raises a disk problem; then nothing of the copy is left.
    """
    part, store = copied.part, copied.store
    key_file = store.with_name(store.name.removesuffix(_STORE) + _KEY)
    with translated():
        try:
            write_durably(key_file, to_bytes(keyring.key_file))
            part.replace(store)
            sync_folder(layout.backups)
        except BaseException:
            part.unlink(missing_ok=True)
            if not store.exists():
                key_file.unlink(missing_ok=True)
            raise
    return Backup(store, key_file, _made(store) or copied.made, store.stat().st_size)


def verify_backup(backup: Backup, keyring: Keyring) -> None:
    """Read a whole backup and check it; nothing is written. Raises `BackupDamaged`, `NewerStore` or a disk problem."""
    with translated():
        _check(backup.store, backup.store.name, keyring)


def remove_backup(backup: Backup) -> None:
    """Remove a backup and its key file. Raises a disk problem."""
    with translated():
        backup.store.unlink(missing_ok=True)
        backup.key_file.unlink(missing_ok=True)
        sync_folder(backup.store.parent)


def thinned_out(made: Iterable[datetime], now: datetime) -> set[datetime]:
    """Return which of the backups made at these instants are to be removed.

    Kept are the 10 newest, the newest of each of the last 14 days and of each of the last 4 weeks (UTC, weeks from
    Monday); never one older than 30 days. Source: quality.md §1.
    """
    instants = sorted(set(made), reverse=True)
    kept = set(instants[:NEWEST_KEPT])
    today = now.astimezone(UTC).date()
    monday = today - timedelta(days=today.weekday())
    days, weeks = set(), set()
    for instant in instants:
        day = instant.astimezone(UTC).date()
        week = day - timedelta(days=day.weekday())
        if day not in days and (today - day).days < DAYS_KEPT:
            kept.add(instant)
        if week not in weeks and (monday - week).days < 7 * WEEKS_KEPT:
            kept.add(instant)
        days.add(day)
        weeks.add(week)
    return {instant for instant in instants if instant not in kept or now - instant > OLDEST_KEPT}


def thin_out(layout: Layout, now: datetime) -> list[str]:
    """Remove the backups that `thinned_out` names; return their names. Raises a disk problem."""
    backups = list_backups(layout)
    removed = thinned_out((backup.made for backup in backups), now)
    gone = [backup for backup in backups if backup.made in removed]
    for backup in gone:
        remove_backup(backup)
    return [backup.name for backup in gone]


def refresh_key_files(layout: Layout, keyring: Keyring) -> None:
    """Put the present key file beside every backup whose own has other slots or deletions.

    So no old passphrase opens a backup, and each knows every case that was deleted since. Raises a disk problem.
    """
    content = to_bytes(keyring.key_file)
    with translated():
        for backup in list_backups(layout):
            if _promises(backup.key_file) != (keyring.key_file.slots, keyring.key_file.deleted):
                write_durably(backup.key_file, content)


def _promises(path: Path) -> tuple[tuple[Slot, ...], tuple[str, ...]] | None:
    if not path.exists():
        return None
    try:
        key_file = from_bytes(path.read_bytes())
    except (DamagedKeyFile, NewerStore):
        return None
    return key_file.slots, key_file.deleted


def _check(store: Path, name: str, keyring: Keyring) -> None:
    try:
        with translated():
            if store.stat().st_size == 0:
                raise DamagedStore(reason="empty")
            connection = open_for_reading(store, keyring.store_key, keyring.store_salt, settled=True)
            try:
                schema = schema_of(connection)
                require_known(schema)
                if schema == 0:
                    raise DamagedStore(reason="empty")
                check_settled(connection)
            finally:
                connection.close()
    except DamagedStore as problem:
        raise BackupDamaged(name=name.removesuffix(_STORE), reason=problem.facts["reason"]) from None


def _free_name(layout: Layout, now: datetime) -> Path:
    instant = now.astimezone(UTC)
    while (path := layout.backups / (instant.strftime(_STAMP) + _STORE)).exists():
        instant += timedelta(microseconds=1)
    return path


def _made(store: Path) -> datetime | None:
    try:
        return datetime.strptime(store.name.removesuffix(_STORE), _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def _backup(store: Path) -> Backup | None:
    made = _made(store)
    if made is None:
        return None
    return Backup(store, store.with_name(store.name.removesuffix(_STORE) + _KEY), made, store.stat().st_size)
