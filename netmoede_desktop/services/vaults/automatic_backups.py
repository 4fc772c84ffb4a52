"""The automatic backups: at the start, every ten minutes of a meeting, and at its end.

Each of these takes long, and is meant for a background lane: writes to the vault do not wait for it.
"""

import contextlib
from collections.abc import Callable
from datetime import datetime, timedelta

from netmoede_desktop.storage.problems import StorageProblem
from netmoede_desktop.storage.vault import Vault

#: How long a running meeting goes without a backup.
INTERVAL = timedelta(minutes=10)
#: How long after one that failed the next is tried.
RETRY = timedelta(minutes=1)


class AutomaticBackups:
    """The backups of an open vault. Raises what `Vault.backup_if_changed` raises; acknowledged writes are durable."""

    def __init__(self, vault: Vault, now: Callable[[], datetime]) -> None:
        """Begin to count: the first backup of a running meeting is due in ten minutes."""
        self._vault = vault
        self._now = now
        self._next = now() + INTERVAL

    @property
    def due(self) -> bool:
        """Whether it is time for a backup; quick, and safe from any thread."""
        return self._now() >= self._next

    def start(self) -> None:
        """Make a backup of the changes since the newest one, perhaps by a program that died."""
        self._back_up()

    def back_up_if_due(self) -> None:
        """Make a backup if it is time for one and something has changed."""
        if self.due:
            self._back_up()

    def end(self) -> None:
        """Remove the private notes from the backups after the meeting, and make a backup if anything changed.

        Copies that cannot be cleaned now are cleaned when the vault is opened next.
        """
        with contextlib.suppress(StorageProblem):
            self._vault.purge_wiped_notes()
        self._back_up()

    def _back_up(self) -> None:
        self._next = self._now() + RETRY
        self._vault.backup_if_changed()
        self._next = self._now() + INTERVAL
