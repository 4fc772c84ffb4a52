"""Verified backups of the store, each with a copy of the key file beside it that identifies the copy."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from netmoede_desktop.storage.backups.ownership import Identity, KeyBeside, Whose, key_beside, whose
from netmoede_desktop.storage.backups.retention import UNORDERED, is_ahead, last_moment, moments_of, to_remove
from netmoede_desktop.storage.checks.integrity import check_settled, fold_log, seal_of
from netmoede_desktop.storage.checks.page_codes import holds_pages_of
from netmoede_desktop.storage.database.driver import Driver, open_for_reading
from netmoede_desktop.storage.failures import translated
from netmoede_desktop.storage.files import (
    create_private_file,
    make_private_folder,
    names_in,
    opened_to_read,
    sync_file,
    sync_folder,
    write_durably,
)
from netmoede_desktop.storage.keys.key_file import Bond, KeyFile, to_bytes
from netmoede_desktop.storage.keys.keyring import Keyring
from netmoede_desktop.storage.layout import Layout
from netmoede_desktop.storage.migrations.steps import require_known, schema_of
from netmoede_desktop.storage.problems import BackupDamaged, DamagedStore, NoBackup, Unreadable

_STORE, _KEY, _PART = ".db", ".key.json", ".part"
_STAMP = "%Y-%m-%dT%H-%M-%S.%fZ"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup on disk: its store, the key file beside it (which may be missing), when it was made, its size in bytes.

    `named` is the instant in its name, `made` the one in its content where that can be read; `bond` is that of the key
    file beside it, None where it cannot be trusted. `ahead`: the date is in the future.
    """

    store: Path
    key_file: Path
    made: datetime
    size: int
    named: datetime
    whose: Whose = Whose.OWN
    bond: Bond | None = None
    ahead: bool = False
    beside: KeyFile | None = field(default=None, compare=False, repr=False)
    """What the key file beside it says, where it is whole and this vault's."""

    @property
    def name(self) -> str:
        """The name in lists and commands."""
        return self.store.name.removesuffix(_STORE)

    @property
    def own(self) -> bool:
        """Whether it certainly is this vault's."""
        return self.whose is Whose.OWN

    @property
    def misnamed(self) -> bool:
        """Whether the moment in its name differs from that of its content."""
        return self.made != self.named

    @property
    def order(self) -> int:
        """Its number in the order in which the vault's backups were made."""
        return UNORDERED if self.bond is None else self.bond.order


def list_backups(layout: Layout, now: datetime | None = None, keyring: Keyring | None = None) -> list[Backup]:
    """Return the profile's backups; other files in the folder are ignored.

    First the vault's own, then those of others; of each the newest first, by their contents, and after them those whose
    date is after `now`. Without the keys of the open vault its key file identifies its own. Raises `Unreadable` if the
    folder cannot be listed, or another disk problem.
    """
    asker = Identity.in_profile(layout) if keyring is None else Identity.of(keyring)
    names = names_in(layout.backups)
    beside = {name: key_beside(layout.backups / name, asker) for name in names if name.endswith(_KEY)}
    bonds = _bonds(beside.values())
    with translated():
        found = [_backup(layout.backups / name, beside, bonds, asker, now) for name in names if name.endswith(_STORE)]
    return _newest_first([backup for backup in found if backup is not None], now)


def _newest_first(backups: Sequence[Backup], now: datetime | None) -> list[Backup]:
    own = own_of(backups)
    moments = {backup.name: backup.made for backup in backups}
    if now is not None:
        moments |= {backup.name: moment for backup, moment in zip(own, moments_of(own, now), strict=True)}

    def rank(backup: Backup) -> tuple[bool, bool, datetime, int, datetime]:
        moment = backup.made if backup.ahead else moments[backup.name]
        return backup.own, not backup.ahead, moment, backup.order, backup.made

    return sorted(backups, key=rank, reverse=True)


def own_of(backups: Iterable[Backup]) -> list[Backup]:
    """Return those that surely are the vault's own: no other is ever changed."""
    return [backup for backup in backups if backup.own]


def find_backup(layout: Layout, name: str, keyring: Keyring | None = None) -> Backup:
    """Return the backup of that name or raise `NoBackup`."""
    for backup in list_backups(layout, keyring=keyring):
        if backup.name == name:
            return backup
    raise NoBackup(name=name)


@dataclass(frozen=True, slots=True)
class Copied:
    """A whole and checked copy of a store that does not have its name yet."""

    part: Path
    store: Path
    made: datetime
    source: int
    """When the store it is a copy of was last changed, as the disk has it (ns)."""


def create_backup(layout: Layout, connection: Driver, keyring: Keyring, now: datetime) -> Backup:
    """Make a backup of an open store that is not otherwise in use, check it, and give it its name.

    Raises a disk problem or `BackupDamaged`; then no half backup is left and the others are untouched.
    """
    with translated():
        fold_log(connection)
    return finish_backup(layout, copy_store(layout, connection, keyring, now), keyring)


def copy_store(layout: Layout, connection: Driver, keyring: Keyring, now: datetime) -> Copied:
    """Copy an open store, check the copy and make it durable; it is no backup before `finish_backup`.

    The connection is in no transaction; other threads may write at the same time. Raises a disk problem or
    `BackupDamaged`; nothing is left then.
    """
    with translated():
        make_private_folder(layout.backups)
        for leftover in _unfinished(layout, keyring):
            leftover.unlink()
        made, store = _free_name(layout, now)
        part = store.with_name(store.name + _PART)
        source = layout.store.stat().st_mtime_ns
        try:
            create_private_file(part)
            connection.execute("VACUUM INTO ?", (str(part),))
            _check(part, store.name, keyring)
            sync_file(part)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    return Copied(part, store, made, source)


def finish_backup(layout: Layout, copied: Copied, keyring: Keyring) -> Backup:
    """Make a copy a backup: rename it, with the present key file beside it, bound to the copy.

    The key file's copy is in place first, so that a backup that is seen can be opened. The key file must not change
    during this. Raises a disk problem; then nothing of the copy is left.
    """
    part, store = copied.part, copied.store
    key_file = _key_of(store)
    with translated():
        try:
            keyring.change(lambda present: present)  # each backup has a number of its own in the order
            bond = Bond(copied.made, keyring.key_file.revision, seal_of(part), copied.source)
            write_durably(key_file, to_bytes(keyring.beside_copy(bond)))
            part.replace(store)
            sync_folder(layout.backups)
        except BaseException:
            part.unlink(missing_ok=True)
            if not store.exists():
                key_file.unlink(missing_ok=True)
            raise
    return Backup(store, key_file, copied.made, store.stat().st_size, copied.made, Whose.OWN, bond)


def verify_backup(backup: Backup, keyring: Keyring) -> bool:
    """Read a whole backup and check it; return whether its name fits its content. Nothing is written.

    Raises `BackupDamaged`, `NewerStore` or a disk problem.
    """
    with translated():
        with opened_to_read(backup.store):
            pass  # SQLite does not say what it could not open, and waits for a FIFO
        _check(backup.store, backup.store.name, keyring)
        return not backup.misnamed and (backup.bond is None or seal_of(backup.store) == backup.bond.digest)


def remove_backup(backup: Backup) -> None:
    """Remove a backup and its key file. Raises a disk problem."""
    with translated():
        backup.store.unlink(missing_ok=True)
        backup.key_file.unlink(missing_ok=True)
        sync_folder(backup.store.parent)


def thin_out(layout: Layout, keyring: Keyring, recorded: Iterable[datetime], now: datetime) -> list[str]:
    """Remove the vault's own backups that `retention` says are due, a few at a time; return their names.

    `recorded` are instants that the store itself has recorded. Raises a disk problem.
    """
    own = own_of(list_backups(layout, now, keyring))
    removed = [own[place] for place in to_remove(own, last_moment(own, recorded, now), now)]
    for backup in removed:
        remove_backup(backup)
    return [backup.name for backup in removed]


def refresh_key_files(layout: Layout, keyring: Keyring) -> None:
    """Write the present key file beside each of the vault's own backups whose own has other slots or deletions.

    So no old passphrase opens a backup, and each knows every case that was deleted since. The file's `bond` is kept.
    Raises a disk problem.
    """
    present = keyring.key_file
    with translated():
        for backup in own_of(list_backups(layout, keyring=keyring)):
            found = backup.beside
            if found is None or (found.slots, found.deleted) != (present.slots, present.deleted):
                write_durably(backup.key_file, to_bytes(keyring.beside_copy(backup.bond)))


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


def _free_name(layout: Layout, now: datetime) -> tuple[datetime, Path]:
    instant = now.astimezone(UTC)
    while (path := layout.backups / (instant.strftime(_STAMP) + _STORE)).exists():
        instant += timedelta(microseconds=1)
    return instant, path


def _unfinished(layout: Layout, keyring: Keyring) -> list[Path]:
    """The halves of copies that were begun and not ended; none that holds a page of somebody else's."""
    halves = [layout.backups / name for name in names_in(layout.backups) if name.endswith(_PART)]
    return [half for half in halves if _is_ours_or_empty(half, keyring)]


def _is_ours_or_empty(half: Path, keyring: Keyring) -> bool:
    try:
        return holds_pages_of(half, keyring.store_key, keyring.store_salt) is not False
    except (FileNotFoundError, Unreadable):
        return False


def _key_of(store: Path) -> Path:
    return store.with_name(store.name.removesuffix(_STORE) + _KEY)


def _named(store: Path) -> datetime | None:
    try:
        return datetime.strptime(store.name.removesuffix(_STORE), _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def _bonds(beside: Iterable[KeyBeside]) -> Mapping[str, Bond]:
    """The bonds of the vault's copies in the folder's key files, by the copies' digests."""
    files = [one.key_file for one in beside if one.key_file is not None and one.trusted]
    return {file.bond.digest: file.bond for file in files if file.bond is not None}


def _backup(
    store: Path,
    beside: Mapping[str, KeyBeside],
    bonds: Mapping[str, Bond],
    asker: Identity | None,
    now: datetime | None,
) -> Backup | None:
    named = _named(store)
    if named is None:
        return None
    key_file = _key_of(store)
    found = beside.get(key_file.name, KeyBeside(None))
    owner = whose(store, found, asker)
    bond = _bond(store, owner, found, bonds)
    made = named if bond is None else bond.made
    ahead = now is not None and is_ahead(made, now)
    trusted = found.key_file if found.trusted else None
    return Backup(store, key_file, made, store.lstat().st_size, named, owner, bond, ahead, trusted)


def _bond(store: Path, owner: Whose, found: KeyBeside, bonds: Mapping[str, Bond]) -> Bond | None:
    """The bond of the copy: from the key file beside it, or, where that is missing, from one it was beside before."""
    if found.key_file is not None:
        return found.key_file.bond if found.trusted or owner is not Whose.OWN else None
    if owner is not Whose.OWN or not bonds:
        return None
    try:
        return bonds.get(seal_of(store))
    except (FileNotFoundError, Unreadable):
        return None
