"""The unlocked key file of a profile: the keys, and every change of the file on disk."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from netmoede_desktop.storage.keys.key_file import STORE_SALT_BYTES, Bond, ChainHead, KeyFile, load, save, store_key
from netmoede_desktop.storage.keys.key_slots import KEY_BYTES, NONCE_BYTES, SALT_BYTES, SlotKind, seal_slot
from netmoede_desktop.storage.keys.passphrase import passphrase_bytes
from netmoede_desktop.storage.keys.recovery_code import SECRET_BYTES, RecoveryCode
from netmoede_desktop.storage.problems import WrongPassphrase, WrongRecoveryCode
from netmoede_desktop.storage.surroundings import Surroundings


class Keyring:
    """The key file and the data key it wraps, in memory; `change` is the only way to the disk."""

    __slots__ = ("_data_key", "_key_file", "_paths")

    def __init__(self, paths: tuple[Path, Path], key_file: KeyFile, data_key: bytes) -> None:
        """Hold the result of `unlock_with_passphrase`, `unlock_with_code` or `new`."""
        self._paths = paths
        self._key_file = key_file
        self._data_key = data_key

    @property
    def key_file(self) -> KeyFile:
        """The present content of the key file."""
        return self._key_file

    @property
    def store_key(self) -> bytes:
        """The raw key of the store."""
        return store_key(self._data_key)

    @property
    def store_salt(self) -> bytes:
        """The salt of the store."""
        return self._key_file.store_salt

    def has_signed(self, key_file: KeyFile) -> bool:
        """Return True if a key file was written with these keys."""
        return key_file.is_signed_by(self._data_key)

    def beside_copy(self, bond: Bond | None) -> KeyFile:
        """Return the present content of the file, signed for the place beside a copy; nothing is written."""
        return replace(self._key_file, bond=bond).signed(self._data_key)

    def change(self, edit: Callable[[KeyFile], KeyFile]) -> None:
        """Write an edited key file, signed, with the next revision. Raises a disk problem; nothing changes then."""
        edited = edit(self._key_file)
        edited = replace(edited, revision=self._key_file.revision + 1).signed(self._data_key)
        save(self._paths, edited)
        self._key_file = edited

    def restore_key_file(self, key_file: KeyFile) -> None:
        """Write an earlier key file of these keys again, byte for byte. Raises a disk problem."""
        save(self._paths, key_file)
        self._key_file = key_file

    def moved_to(self, paths: tuple[Path, Path]) -> "Keyring":
        """Return the same keys for other paths, where the file is beside no copy; nothing is written."""
        return Keyring(paths, self.beside_copy(None), self._data_key)

    def adopt(self, moved: "Keyring") -> None:
        """Adopt the content of the same keys in another place, now that their file has been moved to these paths."""
        self._key_file = moved.key_file

    def set_passphrase(self, passphrase: str, surroundings: Surroundings) -> None:
        """Wrap the data key under another passphrase; the store is not touched. Raises a disk problem."""
        self._wrap(SlotKind.PASSPHRASE, passphrase_bytes(passphrase), surroundings)

    def renew_recovery_code(self, surroundings: Surroundings) -> RecoveryCode:
        """Wrap the data key under a new recovery code and return it. Raises a disk problem."""
        code = RecoveryCode.from_random(surroundings.random_bytes(SECRET_BYTES))
        self._wrap(SlotKind.RECOVERY, code.secret_bytes(), surroundings)
        return code

    def _wrap(self, kind: SlotKind, secret: bytes, surroundings: Surroundings) -> None:
        kdf = surroundings.kdf if kind is SlotKind.PASSPHRASE else None
        random = surroundings.random_bytes(SALT_BYTES + NONCE_BYTES)
        slot = seal_slot(kind, secret, self._data_key, self._key_file.store_id, kdf, random)
        self.change(lambda key_file: key_file.with_slot(slot))


def new_keyring(
    paths: tuple[Path, Path], passphrase: str, schema: int, head: ChainHead, surroundings: Surroundings
) -> tuple[Keyring, RecoveryCode]:
    """Make the key file of a new vault and write it. Raises a disk problem."""
    random_bytes = surroundings.random_bytes
    key_file = KeyFile(
        revision=0,
        store_id=random_bytes(SALT_BYTES),
        store_salt=random_bytes(STORE_SALT_BYTES),
        readable_from=schema,
        writable_from=schema,
        head=head,
        next_head=None,
        seal=None,
        deleted=(),
        slots=(),
    )
    keyring = Keyring(paths, key_file, random_bytes(KEY_BYTES))
    keyring.set_passphrase(passphrase, surroundings)
    return keyring, keyring.renew_recovery_code(surroundings)


def unlock_with_passphrase(paths: tuple[Path, Path], passphrase: str) -> Keyring:
    """Unlock the newest whole copy. Raises `WrongPassphrase`, or what `load` and `KeyFile.unlock` raise."""
    key_file = load(paths)
    data_key = key_file.unlock(SlotKind.PASSPHRASE, passphrase_bytes(passphrase))
    if data_key is None:
        raise WrongPassphrase
    return Keyring(paths, key_file, data_key)


def unlock_with_code(paths: tuple[Path, Path], code: RecoveryCode) -> Keyring:
    """Unlock the newest whole copy. Raises `WrongRecoveryCode`, or what `load` and `KeyFile.unlock` raise."""
    key_file = load(paths)
    data_key = key_file.unlock(SlotKind.RECOVERY, code.secret_bytes())
    if data_key is None:
        raise WrongRecoveryCode
    return Keyring(paths, key_file, data_key)
