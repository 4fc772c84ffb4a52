"""The owner of a backup or a set-aside store. No file is rewritten, thinned out or removed before it is known.

There are two proofs: the key file beside it names its vault, and the store begins with its salt; where that is broken
its pages still carry codes that only its own key makes. Where they do not both point to this vault, the file is another
one's, or its owner is unknown; then it is left as it is, key file and all: it may be the last of its kind.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from netmoede_desktop.storage.checks.page_codes import begins_with, holds_pages_of
from netmoede_desktop.storage.keys.key_file import KeyFile, load, read_key_file
from netmoede_desktop.storage.keys.keyring import Keyring
from netmoede_desktop.storage.layout import Layout
from netmoede_desktop.storage.problems import DamagedKeyFile, NewerStore, Unreadable


class Whose(StrEnum):
    """The owner: this vault, another one; unknown, or the file cannot even be read."""

    OWN = "own"
    FOREIGN = "foreign"
    UNKNOWN = "unknown"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class KeyBeside:
    """The key file beside a copy: None if none is whole; `sealed` if there is one that cannot be read here.

    So is one of a newer version: it is whole, and not ours to replace. `trusted`: it is of the vault that asked.
    """

    key_file: KeyFile | None
    sealed: bool = False
    trusted: bool = False


@dataclass(frozen=True, slots=True)
class Identity:
    """The vault that asks: its id and salt, and its keys where it is unlocked. None: the profile has no vault.

    Where there is none, no backup is another's: the restored one becomes the vault.
    """

    store_id: bytes
    salt: bytes
    keyring: Keyring | None = None

    @classmethod
    def of(cls, keyring: Keyring) -> "Identity":
        """The identity of an unlocked vault."""
        return cls(keyring.key_file.store_id, keyring.store_salt, keyring)

    @classmethod
    def in_profile(cls, layout: Layout) -> "Identity | None":
        """The identity in the profile's key file; None where none can be read or trusted."""
        try:
            key_file = load(layout.key_files)
        except (DamagedKeyFile, NewerStore, Unreadable):
            return None
        return cls(key_file.store_id, key_file.store_salt)

    def trusts(self, key_file: KeyFile) -> bool:
        """Return True if the key file is this vault's and, where the keys are at hand, signed by them."""
        if key_file.store_id != self.store_id:
            return False
        return self.keyring is None or self.keyring.has_signed(key_file)


def key_beside(path: Path, asker: Identity | None = None) -> KeyBeside:
    """Read the key file beside a copy; a fault of it is part of the value, and not raised."""
    try:
        key_file = read_key_file(path)
        return KeyBeside(key_file, trusted=asker is None or asker.trusts(key_file))
    except DamagedKeyFile:
        return KeyBeside(None)
    except (NewerStore, Unreadable):
        return KeyBeside(None, sealed=True)


def whose(store: Path, beside: KeyBeside, asker: Identity | None) -> Whose:
    """Return whose a copy is. Where no vault asks, nothing is another's."""
    if beside.sealed:
        return Whose.UNREADABLE
    key_file = beside.key_file
    if asker is None:
        return Whose.OWN
    if key_file is not None and key_file.store_id != asker.store_id:
        return Whose.FOREIGN
    try:
        ours = _content_is_ours(store, asker)
    except (FileNotFoundError, Unreadable):
        return Whose.UNREADABLE
    # A file too short to hold a page holds nothing of anybody's: there the key file alone tells.
    return Whose.OWN if ours or (ours is None and beside.trusted) else Whose.UNKNOWN


def _content_is_ours(store: Path, asker: Identity) -> bool | None:
    """By the salt it begins with, 16 random bytes; where that is broken, by the codes of its pages."""
    begins = begins_with(store, asker.salt)
    if begins is not False or asker.keyring is None:
        return begins
    return holds_pages_of(store, asker.keyring.store_key, asker.salt)
