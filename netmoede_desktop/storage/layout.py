"""The paths of a vault in its profile folder: the closed list of paths that storage may write."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Layout:
    """The paths of one profile. The vault folder appears whole by one rename, so that a profile has one or has none."""

    profile: Path

    @property
    def has_vault(self) -> bool:
        """Whether the profile holds a vault, or the remains of one, such as something else with its name.

        Raises OSError where that cannot be seen.
        """
        if self.vault.exists() and not self.vault.is_dir():
            return True
        return any(path.exists() or path.is_symlink() for path in (self.store, *self.key_files))

    @property
    def lock(self) -> Path:
        """The file whose OS lock is held by the program that has the profile open."""
        return self.profile / "vault.lock"

    @property
    def vault(self) -> Path:
        """The folder of the store and its key file."""
        return self.profile / "vault"

    @property
    def store(self) -> Path:
        """The encrypted database."""
        return self.vault / "store.db"

    @property
    def store_log(self) -> Path:
        """The write-ahead log; it is there with content only while open, or after an abnormal exit."""
        return self.vault / "store.db-wal"

    @property
    def store_index(self) -> Path:
        """The write-ahead log's shared index; holds nothing that lasts."""
        return self.vault / "store.db-shm"

    @property
    def key_files(self) -> tuple[Path, Path]:
        """The key file and its second copy."""
        return self.vault / "key.json", self.vault / "key-copy.json"

    @property
    def restoring(self) -> Path:
        """A restored store before it takes its place."""
        return self.vault / "restoring.db"

    @property
    def unfinished_restore(self) -> tuple[Path, ...]:
        """Everything an interrupted restore may have left; its log must never meet another store."""
        return tuple(self.vault / f"restoring.db{ending}" for ending in ("", "-wal", "-shm"))

    @property
    def backups(self) -> Path:
        """The folder of the backups."""
        return self.profile / "backups"

    @property
    def set_aside(self) -> Path:
        """The folder of stores that a restore replaced."""
        return self.profile / "set-aside"
