"""The vault: one profile's encrypted store, open in this program and in no other."""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, Self

from netmoede_desktop.storage.backups import backup as backups
from netmoede_desktop.storage.backups.backup import Backup
from netmoede_desktop.storage.backups.copies import Copies, CopyVerdict
from netmoede_desktop.storage.backups.restore import newest_good, restore_backup
from netmoede_desktop.storage.backups.set_aside import refresh_set_aside
from netmoede_desktop.storage.checks.checking import check_store
from netmoede_desktop.storage.checks.integrity import fold_log, seal_of
from netmoede_desktop.storage.creation import KeepCode, create_vault
from netmoede_desktop.storage.database.connection import StoreConnection, connect, connect_for_reading
from netmoede_desktop.storage.failures import (
    full_disk_translated,
    problem_of_sqlite_code,
    sqlite_code,
    sqlite_translated,
    translated,
)
from netmoede_desktop.storage.files import sync_folder
from netmoede_desktop.storage.keys.key_file import ChainHead
from netmoede_desktop.storage.keys.keyring import Keyring, unlock_with_code, unlock_with_passphrase
from netmoede_desktop.storage.keys.passphrase import check_passphrase
from netmoede_desktop.storage.keys.recovery_code import RecoveryCode
from netmoede_desktop.storage.layout import Layout
from netmoede_desktop.storage.migrations.steps import migrate, newest_schema
from netmoede_desktop.storage.opening import Inspection, inspect, is_due, require_vault
from netmoede_desktop.storage.problems import NotWritable, StorageProblem
from netmoede_desktop.storage.repositories.private_notes import WIPED
from netmoede_desktop.storage.single_instance import InstanceLock
from netmoede_desktop.storage.surroundings import Surroundings
from netmoede_desktop.storage.transaction import Transaction
from netmoede_desktop.storage.turns import Turns
from netmoede_desktop.storage.values import JournalEntry
from netmoede_desktop.storage.vault_folder import require_suitable

FULL_CHECK_DAYS: Final = 7
_LAST_FULL_CHECK: Final = "last-full-check"
_ID_BYTES: Final = 16


class Vault:
    """An open vault. Its methods may be called from any thread, one runs at a time.

    While backups are made, checked or removed, other threads can use the store, but for moments; only the full check,
    compacting and closing wait for it.

    Every method raises disk problems (`DiskFull`, `NotWritable`, `DiskFailure`) and `DamagedStore` when a broken page
    is met; RuntimeError if it is called inside a transaction of the same thread, or after `close`.
    """

    def __init__(
        self,
        layout: Layout,
        lock: InstanceLock,
        keyring: Keyring,
        surroundings: Surroundings,
        reading: StorageProblem | None = None,
    ) -> None:
        """Open the store, `reading` alone where that is a problem of writing. The class methods release the lock."""
        self._layout = layout
        self._lock = lock
        self._keyring = keyring
        self._as_opened = keyring.key_file
        self._surroundings = surroundings
        self._turns = Turns(layout.profile)
        self._alone, self._copying = self._turns.alone, self._turns.copying
        self._reading = reading
        found = inspect(layout, keyring, room=reading is None)
        with translated():
            self._connection: StoreConnection = self._connected(found)
        self._copies = Copies(layout, keyring, surroundings, self._connection.plain, self._alone)
        if reading is not None:
            return
        try:
            self._bring_up_to_date(found)
        except BaseException:
            self._connection.close()
            raise

    @classmethod
    def create(
        cls, profile: Path, passphrase: str, surroundings: Surroundings, keep_code: KeepCode | None = None
    ) -> tuple["Vault", RecoveryCode]:
        """Make the profile's vault and open it; the recovery code is returned once and stored nowhere.

        `keep_code` gets it before there is a vault: an exception of it propagates, and none is made. Nor is one left by
        `WeakPassphrase`, `UnsuitableFolder`, `AlreadyOpen`, `StoreExists`, a disk problem, or an interruption.
        """
        check_passphrase(passphrase)
        layout = Layout(profile.absolute())
        require_suitable(profile, surroundings.file_system_of)
        lock = InstanceLock.acquire(layout.lock)
        with _released_on_error(lock, profile):
            keyring, code = create_vault(layout, passphrase, surroundings, keep_code)
            return cls(layout, lock, keyring, surroundings), code

    @classmethod
    def open(cls, profile: Path, passphrase: str, surroundings: Surroundings) -> "Vault":
        """Open the profile's vault; an older schema is brought up after a verified backup.

        Raises, none having changed a byte: `UnsuitableFolder`, `NoStore`, `AlreadyOpen`, `WrongPassphrase`,
        `DamagedKeyFile`, `DamagedStore`, `NewerStore`; or a disk problem.
        """
        layout, lock = _entered(profile, surroundings)
        with _released_on_error(lock, profile):
            keyring = unlock_with_passphrase(layout.key_files, passphrase)
            return cls(layout, lock, keyring, surroundings)

    @classmethod
    def open_for_reading(
        cls, profile: Path, passphrase: str, surroundings: Surroundings, problem: StorageProblem
    ) -> "Vault":
        """Open the profile's vault where nothing can be written; a write raises the `problem`.

        Raises what `open` raises; the `problem` if the store is of an older schema.
        """
        layout, lock = _entered(profile, surroundings)
        with _released_on_error(lock, profile):
            keyring = unlock_with_passphrase(layout.key_files, passphrase)
            return cls(layout, lock, keyring, surroundings, problem)

    @classmethod
    def recover(cls, profile: Path, code: RecoveryCode, new_passphrase: str, surroundings: Surroundings) -> "Vault":
        """Set a new passphrase with the recovery code, and open the vault; the code stays valid.

        Raises `WeakPassphrase`, `WrongRecoveryCode`, or what `open` raises. If only the store is damaged the new
        passphrase is set all the same, so that a backup can be restored with it.
        """
        check_passphrase(new_passphrase)
        layout, lock = _entered(profile, surroundings)
        with _released_on_error(lock, profile):
            keyring = unlock_with_code(layout.key_files, code)
            keyring.set_passphrase(new_passphrase, surroundings)
            backups.refresh_key_files(layout, keyring)
            return cls(layout, lock, keyring, surroundings)

    @classmethod
    def restore(
        cls, profile: Path, passphrase: str, name: str, actor: str, surroundings: Surroundings
    ) -> tuple["Vault", Path | None]:
        """Restore the backup of that name and open it; also return the folder where the old store was set aside.

        The profile must not be open. Raises what `restore_backup` and `open` raise.
        """
        layout = Layout(profile.absolute())
        require_suitable(profile, surroundings.file_system_of)
        backups.find_backup(layout, name)
        lock = InstanceLock.acquire(layout.lock)
        with _released_on_error(lock, profile):
            keyring, aside = restore_backup(layout, name, passphrase, actor, surroundings.clock())
            return cls(layout, lock, keyring, surroundings), aside

    @classmethod
    def newest_good_backup(cls, profile: Path, passphrase: str, surroundings: Surroundings) -> Backup | None:
        """Return the newest backup that passes its check, to be offered when the store is damaged; None if none does.

        The profile must not be open; nothing is written. Raises `AlreadyOpen`, `WrongPassphrase`, `DamagedKeyFile` when
        no key file is left, or a disk problem.
        """
        layout = Layout(profile.absolute())
        require_suitable(profile, surroundings.file_system_of)
        lock = InstanceLock.acquire(layout.lock)
        try:
            return newest_good(layout, passphrase, surroundings.clock())
        finally:
            lock.release()

    @property
    def layout(self) -> Layout:
        """The paths of the vault."""
        return self._layout

    def new_id(self) -> str:
        """Return a random id of 128 bits, for a sag or a meeting."""
        return self._surroundings.random_bytes(_ID_BYTES).hex()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """Run a block in one transaction: durable together when the block ends, undone whole if it raises.

        When audit or deletions were used, the key file then gets the new head and ids; should the disk refuse that, the
        next change or opening makes up for it.
        """
        with self._alone(), self._transaction() as transaction:
            yield transaction

    def append(self, meeting_id: str, entries: Sequence[JournalEntry]) -> None:
        """Add entries to a meeting's journal, durably when this returns. Raises `OutOfStep`; see `Journal.append`."""
        with self.transaction() as transaction:
            transaction.journal.append(meeting_id, entries)

    def change_passphrase(self, current: str, new: str) -> None:
        """Replace the passphrase of the vault and its backups; the current one then opens neither.

        Raises `WrongPassphrase` or `WeakPassphrase`.
        """
        check_passphrase(new)
        with self._alone():
            self._require_writing()
            unlock_with_passphrase(self._layout.key_files, current)
            self._keyring.set_passphrase(new, self._surroundings)
            self._refresh_key_files()

    def renew_recovery_code(self) -> RecoveryCode:
        """Return a new recovery code; the old one opens nothing any more."""
        with self._alone():
            self._require_writing()
            code = self._keyring.renew_recovery_code(self._surroundings)
            self._refresh_key_files()
            return code

    def backup(self) -> Backup:
        """Make a verified backup, then thin out the older ones. Raises `BackupDamaged` or a disk problem."""
        with self._copying():
            self._require_writing()
            return self._copies.back_up()

    def backup_if_changed(self) -> Backup | None:
        """Make a backup if the store changed after the newest one was made; None if not."""
        with self._copying():
            self._require_writing()
            return self._copies.back_up_if_changed()

    def backups(self) -> list[Backup]:
        """Return the backups, the vault's own first, of each the newest first; see `list_backups`."""
        return backups.list_backups(self._layout, self._surroundings.clock(), self._keyring)

    def verify_backup(self, name: str) -> CopyVerdict:
        """Read the backup of that name whole. Raises `NoBackup`, `BackupDamaged` or `NewerStore`."""
        with self._copying():
            return self._copies.verify(name)

    def purge_wiped_notes(self) -> int:
        """Remove the copies that still hold wiped private notes, after a fresh backup; return how many."""
        with self._copying():
            self._require_writing()
            return self._purge_wiped_notes()

    def compact(self) -> None:
        """Rewrite the store without the space of deleted rows, so that nothing of them is left in the file."""
        with self._copying(), self._alone(), translated():
            self._require_writing()
            fold_log(self._connection.plain)
            self._connection.plain.execute("VACUUM")
            fold_log(self._connection.plain)

    def check(self) -> None:
        """Check everything: pages, references, the audit chain against the key file, the journals' numbers.

        Raises `DamagedStore` with the `reason`.
        """
        with self._copying(), self._alone():
            self._check()

    def close(self) -> None:
        """Fold the log into the store, seal it in the key file, and release the profile. Idempotent."""
        with self._turns.ending(self._lock.release) as first:
            if not first:
                return
            with translated():
                self._connection.close()
                if self._reading is None and not self._layout.store_log.exists():
                    # A seal that cannot be written is no loss: the next opening then goes without it.
                    with contextlib.suppress(StorageProblem, OSError):
                        sync_folder(self._layout.vault)  # the log is gone for good before the seal says so
                        self._seal(seal_of(self._layout.store))

    def _seal(self, seal: str) -> None:
        """Save the store's digest in the key file; where nothing has changed since the opening, leave no trace."""
        opened = self._as_opened
        if seal == opened.seal and self._keyring.key_file.revision == opened.revision + 1:
            self._keyring.restore_key_file(opened)
        else:
            self._keyring.change(lambda key_file: replace(key_file, seal=seal))

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close."""
        self.close()

    @property
    def reading_only(self) -> StorageProblem | None:
        """Why nothing can be written, where it was opened for reading alone."""
        return self._reading

    def _connected(self, found: Inspection) -> StoreConnection:
        store, key, salt = self._layout.store, self._keyring.store_key, self._keyring.store_salt
        if self._reading is None:
            return connect(store, key, salt)
        if found.schema < newest_schema():
            raise self._reading
        return connect_for_reading(store, key, salt, settled=not found.abnormal)

    def _require_writing(self) -> None:
        if self._reading is not None:
            raise self._reading

    def _raise_if_reading(self, error: BaseException) -> None:
        """Raise the problem that made the vault read-only where SQLite reports a write to it."""
        code = sqlite_code(error)
        if self._reading is not None and code is not None and isinstance(problem_of_sqlite_code(code), NotWritable):
            raise self._reading from None

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[Transaction]:
        with sqlite_translated():
            transaction = Transaction(self._connection)
            heads: tuple[ChainHead, list[str]] | None = None
            try:
                yield transaction
                if transaction.was_used("audit") or transaction.was_used("deletions"):
                    heads = transaction.audit.head(), [deletion.case_id for deletion in transaction.deletions.all()]
            except BaseException as error:
                transaction.rollback()
                self._raise_if_reading(error)
                raise
            transaction.commit()
        if heads is not None:
            self._update_key_file(*heads)

    def _bring_up_to_date(self, found: Inspection) -> None:
        """Bring the schema, the key file and interrupted work up to date."""
        now = self._surroundings.clock()
        newest = newest_schema()
        with translated():
            for leftover in self._layout.unfinished_restore:
                leftover.unlink(missing_ok=True)
            self._keyring.change(lambda key_file: replace(key_file, seal=None))
            if found.schema < newest:
                backups.create_backup(self._layout, self._connection.plain, self._keyring, now)
                migrate(self._connection.plain)
                self._keyring.change(lambda key_file: replace(key_file, readable_from=newest, writable_from=newest))
        with self._transaction() as transaction:
            last = transaction.settings.get(_LAST_FULL_CHECK)
            transaction.audit.head()  # asked for, so that the key file hears of entries it missed in a crash
        if found.abnormal or found.schema < newest or is_due(last, now, FULL_CHECK_DAYS):
            self._check()
            with self._transaction() as transaction:
                transaction.settings.put(_LAST_FULL_CHECK, now.isoformat())
        # What cannot be tidied now, for want of room perhaps, is no reason to stay shut; the next opening tries again.
        with contextlib.suppress(StorageProblem):
            self._purge_wiped_notes()
            self._copies.expire()
            self._refresh_key_files()

    def _update_key_file(self, head: ChainHead, deleted: Sequence[str]) -> None:
        present = self._keyring.key_file
        every = tuple(sorted({*present.deleted, *deleted}))
        if (present.head, present.next_head, present.deleted) == (head, None, every):
            return
        with contextlib.suppress(StorageProblem):
            self._keyring.change(lambda key_file: replace(key_file, head=head, next_head=None, deleted=every))
            if every != present.deleted:
                self._refresh_key_files()

    def _refresh_key_files(self) -> None:
        backups.refresh_key_files(self._layout, self._keyring)
        refresh_set_aside(self._layout, self._keyring)

    def _check(self) -> None:
        check_store(self._connection, self._keyring.key_file.head, reading=self._reading is not None)

    def _purge_wiped_notes(self) -> int:
        with self._alone(), self._transaction() as transaction:
            wiped = [name.removeprefix(WIPED) for name in transaction.settings.names(WIPED)]
        if not wiped:
            return 0
        count = self._copies.purge_notes(wiped)
        if self._copies.any_unread():
            return count  # the next opening looks at it again
        with self._alone(), self._transaction() as transaction:
            for meeting_id in wiped:
                transaction.settings.remove(WIPED + meeting_id)
        return count


@contextlib.contextmanager
def _released_on_error(lock: InstanceLock, profile: Path) -> Iterator[None]:
    try:
        with full_disk_translated(profile):
            yield
    except BaseException:
        lock.release()
        raise


def _entered(profile: Path, surroundings: Surroundings) -> tuple[Layout, InstanceLock]:
    layout = Layout(profile.absolute())
    require_suitable(profile, surroundings.file_system_of)
    require_vault(layout)
    return layout, InstanceLock.acquire(layout.lock)
