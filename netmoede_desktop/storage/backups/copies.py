"""The copies of an open store: made, checked and removed while other threads write in it."""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from enum import StrEnum

from netmoede_desktop.storage.backups import backup as backups
from netmoede_desktop.storage.backups.backup import Backup
from netmoede_desktop.storage.backups.forgetting import copies_with_notes, meetings_began
from netmoede_desktop.storage.backups.ownership import Whose
from netmoede_desktop.storage.backups.retention import last_moment, recorded_before_today
from netmoede_desktop.storage.backups.set_aside import expire_set_aside, list_set_aside, own_set_aside, remove_set_aside
from netmoede_desktop.storage.checks.integrity import fold_log
from netmoede_desktop.storage.database.driver import Driver, open_for_writing
from netmoede_desktop.storage.failures import translated
from netmoede_desktop.storage.keys.keyring import Keyring
from netmoede_desktop.storage.layout import Layout
from netmoede_desktop.storage.surroundings import Surroundings


class CopyVerdict(StrEnum):
    """The result of a check: whole; whole, but not the one its name says; another vault's, and not read."""

    GOOD = "good"
    MISNAMED = "misnamed"
    FOREIGN = "foreign"


class Copies:
    """Backups, and the forgetting of wiped notes in them. One thread at a time; the vault sees to it.

    Reading and checking a whole store takes long, and is done on a connection of its own. Work that must not meet a
    change of the store or of the key file is done in short moments of `alone`, which locks the vault. Every method
    raises a disk problem.
    """

    def __init__(
        self,
        layout: Layout,
        keyring: Keyring,
        surroundings: Surroundings,
        connection: Driver,
        alone: Callable[[], AbstractContextManager[None]],
    ) -> None:
        self._layout = layout
        self._keyring = keyring
        self._surroundings = surroundings
        self._connection = connection
        self._alone = alone

    def back_up(self) -> Backup:
        """Make a verified backup, then thin out the older ones. Raises `BackupDamaged` too."""
        backup = self._copied()
        now = self._surroundings.clock()
        with self._alone(), translated():
            backups.thin_out(self._layout, self._keyring, recorded_before_today(self._connection, now), now)
        return backup

    def back_up_if_changed(self) -> Backup | None:
        """The same if the store changed after the newest backup was made; None if not."""
        newest = next(iter(backups.own_of(self._listed())), None)
        with translated():
            if newest is not None and not self._changed_after(newest):
                return None
        return self.back_up()

    def verify(self, name: str) -> CopyVerdict:
        """Read the backup of that name whole, unless it is another vault's: that one only its own keys can read.

        Raises `NoBackup`, `BackupDamaged` or `NewerStore`.
        """
        backup = backups.find_backup(self._layout, name, self._keyring)
        if backup.whose is Whose.FOREIGN:
            return CopyVerdict.FOREIGN
        return CopyVerdict.GOOD if backups.verify_backup(backup, self._keyring) else CopyVerdict.MISNAMED

    def purge_notes(self, meetings: Sequence[str]) -> int:
        """Remove the vault's own backups and set-aside stores that hold private notes of the meetings; return how many.

        A fresh verified backup is made before the first backup goes. A copy too damaged to be asked goes too, if it was
        made after the first of these meetings began.
        """
        with self._own_connection():
            pass  # the notes are in the log no more
        with self._alone(), translated():
            began = meetings_began(self._connection, meetings)
        stale = copies_with_notes(backups.own_of(self._listed()), self._keyring, meetings, began)
        aside = copies_with_notes(own_set_aside(self._layout, self._keyring), self._keyring, meetings, began)
        if stale:
            self._copied()
        for backup in stale:
            with self._alone():
                backups.remove_backup(backup)
        for store in aside:
            remove_set_aside(store)
        return len(stale) + len(aside)

    def expire(self) -> None:
        """Remove the vault's own set-aside stores whose time is over."""
        if not list_set_aside(self._layout):
            return
        now = self._surroundings.clock()
        with self._alone(), translated():
            recorded = recorded_before_today(self._connection, now)
            last = last_moment(backups.own_of(self._listed()), recorded, now)
            expire_set_aside(self._layout, self._keyring, self._connection, last, now)

    def any_unread(self) -> bool:
        """Return True if a backup cannot be read now, so that its content is unknown."""
        return any(backup.whose is Whose.UNREADABLE for backup in self._listed())

    def _copied(self) -> Backup:
        with self._own_connection() as beside:
            copied = backups.copy_store(self._layout, beside, self._keyring, self._surroundings.clock())
        with self._alone():
            return backups.finish_backup(self._layout, copied, self._keyring)

    @contextlib.contextmanager
    def _own_connection(self) -> Iterator[Driver]:
        """Yield a second connection, the log folded into the store: most of it while others write, the rest alone."""
        with translated():
            beside = open_for_writing(self._layout.store, self._keyring.store_key, self._keyring.store_salt)
            try:
                beside.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
                with self._alone():
                    fold_log(self._connection)
                yield beside
            finally:
                beside.close()

    def _listed(self) -> list[Backup]:
        return backups.list_backups(self._layout, self._surroundings.clock(), self._keyring)

    def _changed_after(self, backup: Backup) -> bool:
        """Return True if the store differs from the one the backup was made of, whatever the clock says."""
        log = self._layout.store_log
        if log.exists() and log.stat().st_size > 0:
            return True
        changed = self._layout.store.stat().st_mtime_ns
        if backup.bond is not None:
            return changed != backup.bond.source
        return changed > backup.store.stat().st_mtime_ns
