"""When a backup is made by itself: every ten minutes while a meeting runs, and at its end (quality.md §1)."""

from collections.abc import Callable
from datetime import datetime, timedelta

from netmoede_desktop.storage.vault import Vault

#: How long a running meeting goes without a backup.
INTERVAL = timedelta(minutes=10)


class Safekeeping:
    """The backups of one running meeting. Raises what `Vault.backup_if_changed` raises; the meeting is durable."""

    def __init__(self, vault: Vault, now: Callable[[], datetime]) -> None:
        self._vault = vault
        self._now = now
        self._latest = now()

    def look(self) -> None:
        """Make a backup if it is time for one."""
        if self._now() - self._latest >= INTERVAL:
            self.end()

    def end(self) -> None:
        """Make a backup now, unless nothing has changed since the newest."""
        self._vault.backup_if_changed()
        self._latest = self._now()
