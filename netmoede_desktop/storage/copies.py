"""The copies of an open store: made, checked and taken away while others go on writing in it."""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager

from netmoede_desktop.storage import backup as backups
from netmoede_desktop.storage.backup import Backup
from netmoede_desktop.storage.driver import Driver, open_for_writing
from netmoede_desktop.storage.failures import translated
from netmoede_desktop.storage.forgetting import copies_with_notes, meetings_began
from netmoede_desktop.storage.integrity import fold_log
from netmoede_desktop.storage.keyring import Keyring
from netmoede_desktop.storage.layout import Layout
from netmoede_desktop.storage.set_aside import list_set_aside, remove_set_aside
from netmoede_desktop.storage.surroundings import Surroundings


class Copies:
    """Backups, and the forgetting of wiped notes in them. One thread at a time; the vault sees to it.

    Reading and checking a whole store takes long, and is done on a connection of its own. What must not meet a change
    of the store or of the key file is done in short moments of `alone`, which lets nobody else at the vault. Every
    method raises a disk problem.
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
        with self._alone():
            backups.thin_out(self._layout, self._surroundings.clock())
        return backup

    def back_up_if_changed(self) -> Backup | None:
        """The same if the store changed after the newest backup was made; None if not."""
        newest = next(iter(backups.list_backups(self._layout)), None)
        with translated():
            if newest is not None and not self._changed_after(newest):
                return None
        return self.back_up()

    def verify(self, name: str) -> None:
        """Read the backup of that name whole. Raises `NoBackup`, `BackupDamaged` or `NewerStore`."""
        backups.verify_backup(backups.find_backup(self._layout, name), self._keyring)

    def forget_notes(self, meetings: Sequence[str]) -> int:
        """Remove every backup and set-aside store that holds private notes of the meetings; return how many.

        A fresh verified backup is made before the first backup goes. A copy too damaged to be asked goes too, if it was
        made after the first of these meetings began.
        """
        with self._beside():
            pass  # the notes are in the log no more
        with self._alone(), translated():
            began = meetings_began(self._connection, meetings)
        stale = copies_with_notes(backups.list_backups(self._layout), self._keyring, meetings, began)
        aside = copies_with_notes(list_set_aside(self._layout), self._keyring, meetings, began)
        if stale:
            self._copied()
        for backup in stale:
            with self._alone():
                backups.remove_backup(backup)
        for store in aside:
            remove_set_aside(store)
        return len(stale) + len(aside)

    def _copied(self) -> Backup:
        with self._beside() as beside:
            copied = backups.copy_store(self._layout, beside, self._keyring, self._surroundings.clock())
        with self._alone():
            return backups.take_name(self._layout, copied, self._keyring)

    @contextlib.contextmanager
    def _beside(self) -> Iterator[Driver]:
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

    def _changed_after(self, backup: Backup) -> bool:
        log = self._layout.store_log
        if log.exists() and log.stat().st_size > 0:
            return True
        return self._layout.store.stat().st_mtime_ns > backup.store.stat().st_mtime_ns
