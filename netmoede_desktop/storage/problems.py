"""The problems of the store: one type per remedy, with a code and facts, never a sentence for users.

No problem here is raised after a byte of the vault was changed by the act that met it, unless its docstring says so.
Facts never hold text that people wrote, only numbers, file names inside the profile and reason codes.
"""

from typing import ClassVar

Fact = str | int


class StorageProblem(Exception):
    """A failure outside the program: a lasting `code` and `facts`; the wording is in `localization`."""

    code: ClassVar[str] = "storage_problem"

    def __init__(self, **facts: Fact) -> None:
        """Hold the facts; the text of the exception is the code and the facts, for logs."""
        self.facts: dict[str, Fact] = dict(facts)
        super().__init__(" ".join([self.code, *(f"{name}={value}" for name, value in sorted(facts.items()))]))


class WrongPassphrase(StorageProblem):
    """The key file is whole, but this passphrase opens no slot of it."""

    code = "wrong_passphrase"


class WrongRecoveryCode(StorageProblem):
    """The code is well formed (its check characters fit), but it is not this vault's."""

    code = "wrong_recovery_code"


class MistypedRecoveryCode(StorageProblem):
    """The code cannot be right: `reason` is `length`, `character` (with `position`, from 1) or `check`."""

    code = "mistyped_recovery_code"


class WeakPassphrase(StorageProblem):
    """A new passphrase was refused: `reason` is `too_short` (with `least` characters and `words`) or `too_long`."""

    code = "weak_passphrase"


class DamagedKeyFile(StorageProblem):
    """Neither copy of the key file can be trusted; `reason` is the code of the fault."""

    code = "damaged_key_file"


class DamagedStore(StorageProblem):
    """The store is missing, foreign, broken, or older than its key file says; `reason` says which."""

    code = "damaged_store"


class NewerStore(StorageProblem):
    """The store or its key file was written by a newer version: `found` and the newest `supported`."""

    code = "newer_store"


class AlreadyOpen(StorageProblem):
    """Another program holds the profile."""

    code = "already_open"


class NoStore(StorageProblem):
    """The profile holds no vault."""

    code = "no_store"


class StoreExists(StorageProblem):
    """The profile already holds a vault; creating never replaces one."""

    code = "store_exists"


class DiskFull(StorageProblem):
    """There is no room for the write; earlier durable writes still are, and nothing of this one is half there."""

    code = "disk_full"


class NotWritable(StorageProblem):
    """The folder or file may not be written by this user."""

    code = "not_writable"


class DiskFailure(StorageProblem):
    """The disk refused to read or write; earlier acknowledged writes are as durable as the disk is."""

    code = "disk_failure"


class Unreadable(StorageProblem):
    """A file or folder cannot be read: `name` is its name.

    `reason` is `not_a_file` or `not_a_folder` where it is something else; otherwise the system refuses it.
    """

    code = "unreadable"


class UnsuitableFolder(StorageProblem):
    """The profile is where a vault must not be: `reason` is `network` or `synced`, `found` the type or the name."""

    code = "unsuitable_folder"


class BackupDamaged(StorageProblem):
    """A backup did not pass its check; `name` is its file name, `reason` the code of the fault."""

    code = "backup_damaged"


class NoBackup(StorageProblem):
    """There is no backup called `name`."""

    code = "no_backup"


class OutOfStep(StorageProblem):
    """Journal entries do not continue the journal: `expected` and `found` sequence numbers. Nothing was written."""

    code = "journal_out_of_step"
