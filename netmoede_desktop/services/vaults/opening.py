"""The ways into a vault and its keys, for the windows before and around everything else.

Importing this loads the whole store (about half a second): do it in a thread while the first window is shown.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from netmoede_desktop.services.actors import Actor
from netmoede_desktop.storage.backups.backup import Backup, list_backups
from netmoede_desktop.storage.database.connection import prepare_tables
from netmoede_desktop.storage.keys.recovery_code import RecoveryCode
from netmoede_desktop.storage.layout import Layout
from netmoede_desktop.storage.problems import StorageProblem
from netmoede_desktop.storage.surroundings import Surroundings
from netmoede_desktop.storage.values import AuditAct
from netmoede_desktop.storage.vault import Vault

__all__ = [
    "BackupCard",
    "Entrance",
    "NewVault",
    "Restored",
    "StorageProblem",
    "Vault",
    "change_passphrase",
    "is_same_code",
    "renew_recovery_code",
    "warm_up",
]


@dataclass(frozen=True, slots=True)
class BackupCard:
    """A backup to choose: its name for `Entrance.restore`, when it was made (aware UTC), its size in bytes.

    `own` is False where it is another vault's, or that is unknown. `remarks` are codes: `foreign`, `unknown` (whose it
    is) or `unreadable`; `ahead`, its date is in the future; `misnamed`, its name and its content differ in the moment.
    """

    name: str
    made: datetime
    size: int
    own: bool = True
    remarks: tuple[str, ...] = ()

    @classmethod
    def of(cls, backup: Backup) -> "BackupCard":
        """The card of a backup in the vault's folder."""
        found = {backup.whose.value: not backup.own, "ahead": backup.ahead, "misnamed": backup.misnamed}
        remarks = tuple(code for code, so in found.items() if so)
        return cls(backup.name, backup.made, backup.size, backup.own, remarks)


@dataclass(frozen=True, slots=True)
class NewVault:
    """A vault just made, open, and its recovery code as it is printed: shown this once and stored nowhere."""

    vault: Vault
    recovery_code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Restored:
    """The vault, open with the backup as its store; `aside` is the folder of the old store, None if there was none."""

    vault: Vault
    aside: Path | None


class Entrance:
    """The ways into the vault of one profile. Deriving a key takes close to a second: not for the thread of a window.

    Every failure is a `StorageProblem`; its `code` has a sentence in `localization.problem_wording`.
    """

    def __init__(self, profile: Path, surroundings: Surroundings) -> None:
        self._profile = profile
        self._surroundings = surroundings

    @classmethod
    def of_this_machine(cls, profile: Path, clock: Callable[[], datetime]) -> "Entrance":
        """The entrance with the real chance and cost; `clock` returns aware UTC instants."""
        return cls(profile, Surroundings.of_this_machine(clock))

    def create(self, passphrase: str) -> NewVault:
        """Make a vault. Raises `WeakPassphrase`, `UnsuitableFolder`, `AlreadyOpen`, `StoreExists` or a disk problem."""
        vault, code = Vault.create(self._profile, passphrase, self._surroundings)
        return NewVault(vault, code.text())

    def open(self, passphrase: str) -> Vault:
        """Open the vault. Raises what `Vault.open` raises; nothing has then changed."""
        return Vault.open(self._profile, passphrase, self._surroundings)

    def recover(self, typed_code: str, new_passphrase: str) -> Vault:
        """Open the vault with the recovery code and give it a new passphrase; the code stays valid.

        Raises `MistypedRecoveryCode`, `WrongRecoveryCode`, `WeakPassphrase`, or what `Vault.open` raises. When only the
        store is damaged (`DamagedStore`) the new passphrase is set all the same, and `restore` accepts it.
        """
        return Vault.recover(self._profile, RecoveryCode.parse(typed_code), new_passphrase, self._surroundings)

    def backups(self) -> tuple[BackupCard, ...]:
        """Return the backups, the vault's own first, of each the newest first.

        Needs no passphrase and no whole vault. Raises a disk problem.
        """
        found = list_backups(Layout(self._profile), self._surroundings.clock())
        return tuple(BackupCard.of(backup) for backup in found)

    def newest_good(self, passphrase: str) -> BackupCard | None:
        """Return the newest backup that passes its check, None if none does; nothing is written.

        Takes as long as reading backups whole does. Raises what `Vault.newest_good_backup` raises.
        """
        found = Vault.newest_good_backup(self._profile, passphrase, self._surroundings)
        return None if found is None else BackupCard.of(found)

    def restore(self, passphrase: str, name: str) -> Restored:
        """Restore a backup to the store's place and open it; the old store is set aside for 30 days.

        One of another vault opens with that one's passphrase; the whole old vault is then set aside, and stays there.
        Raises what `Vault.restore` raises, each before anything is replaced.
        """
        return Restored(*Vault.restore(self._profile, passphrase, name, Actor.WINDOWS, self._surroundings))


def change_passphrase(vault: Vault, current: str, new: str, now: datetime) -> None:
    """Give the vault and its backups another passphrase, and log it. Raises `WrongPassphrase` or `WeakPassphrase`."""
    vault.change_passphrase(current, new)
    _log(vault, "passphrase_changed", now)


def renew_recovery_code(vault: Vault, now: datetime) -> str:
    """Return a new recovery code as it is printed, and log that there is one; the old one opens nothing any more."""
    code = vault.renew_recovery_code()
    _log(vault, "recovery_code_renewed", now)
    return code.text()


def is_same_code(shown: str, typed: str) -> bool:
    """Return True if a code typed back is the one that was shown, however it was written down.

    Raises `MistypedRecoveryCode` where it cannot be a code; its facts say where.
    """
    return RecoveryCode.parse(typed) == RecoveryCode.parse(shown)


def warm_up() -> None:
    """Do the work of the first opening besides loading code, so that it waits for the key alone."""
    prepare_tables()


def _log(vault: Vault, name: str, now: datetime) -> None:
    with vault.transaction() as store:
        store.audit.append(AuditAct(now, Actor.WINDOWS, name))
