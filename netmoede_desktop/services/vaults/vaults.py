"""Opening the vault of a profile for a use case: with the passphrase that was given, or none."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from netmoede_desktop.storage.backups.backup import Backup, list_backups
from netmoede_desktop.storage.creation import KeepCode
from netmoede_desktop.storage.keys.key_slots import KdfParameters
from netmoede_desktop.storage.layout import Layout
from netmoede_desktop.storage.opening import require_vault
from netmoede_desktop.storage.problems import DiskFull, NoStore, NotWritable, StorageProblem
from netmoede_desktop.storage.surroundings import Surroundings
from netmoede_desktop.storage.vault import Vault

T = TypeVar("T")

#: The cost of a passphrase that is 256 random bits and told to nobody: guessing it is hopeless at any cost.
_RANDOM_PASSPHRASE_COST = KdfParameters(passes=1, memory_kib=8 * 1024, lanes=1)


class NoPassphrase(StorageProblem):
    """The vault needs a passphrase, and none was given."""

    code = "no_passphrase"


@dataclass(frozen=True, slots=True, repr=False)
class VaultOpener:
    """A profile and the passphrase for it; None where none was given."""

    profile: Path
    passphrase: str | None
    surroundings: Surroundings

    @property
    def lasting(self) -> bool:
        """Whether the profile outlives the run."""
        return True

    def now(self) -> datetime:
        """Return the instant now."""
        return self.surroundings.clock()

    def open(self) -> Vault:
        """Open the vault. Raises `NoPassphrase`, or what `Vault.open` raises."""
        if self.passphrase is None:
            raise NoPassphrase
        return Vault.open(self.profile, self.passphrase, self.surroundings)

    def read(self, use: Callable[[Vault], T]) -> T:
        """Open the vault, use it for reading, and close it.

        Where the disk cannot be written, it is opened for reading alone, and `use` is called (again). Raises as `open`;
        a write in `use` meets the problem of the disk.
        """
        try:
            with self.open() as vault:
                return use(vault)
        except (DiskFull, NotWritable) as problem:
            passphrase = self.passphrase or ""
            with Vault.open_for_reading(self.profile, passphrase, self.surroundings, problem) as vault:
                return use(vault)

    def open_existing(self) -> Vault | None:
        """Open the vault if there is one. Raises as `open`."""
        try:
            return self.open()
        except NoStore:
            return None

    def create(self, keep_code: KeepCode) -> Vault:
        """Make the vault, none where `keep_code` cannot save its code; raises `NoPassphrase`, or as `Vault.create`."""
        if self.passphrase is None:
            raise NoPassphrase
        vault, _ = Vault.create(self.profile, self.passphrase, self.surroundings, keep_code)
        return vault

    def backups(self) -> list[Backup]:
        """Return the backups, the vault's own first, of each the newest first.

        Needs no passphrase and no whole vault; raises `NoStore` if all is gone, `Unreadable` if it cannot be seen.
        """
        layout = Layout(self.profile)
        found = list_backups(layout, self.now())
        if not found:
            require_vault(layout)
        return found

    def restore(self, name: str) -> tuple[Vault, Path | None]:
        """Restore a backup to the store's place; raises `NoPassphrase`, or what `Vault.restore` raises."""
        if self.passphrase is None:
            raise NoPassphrase
        return Vault.restore(self.profile, self.passphrase, name, "cli", self.surroundings)


@dataclass(frozen=True, slots=True, repr=False)
class TemporaryOpener(VaultOpener):
    """A temporary profile: without a passphrase it gets a random one, and its recovery code is not shown."""

    @property
    def lasting(self) -> bool:
        """False: the profile is deleted."""
        return False

    def open_existing(self) -> Vault | None:
        """Return None: the folder is new."""
        return None

    def create(self, keep_code: KeepCode) -> Vault:  # noqa: ARG002 - the shape of an opener
        """Make the vault; no recovery code is given out."""
        surroundings = replace(self.surroundings, kdf=_RANDOM_PASSPHRASE_COST)
        vault, _ = Vault.create(self.profile, secrets.token_urlsafe(32), surroundings)
        return vault
