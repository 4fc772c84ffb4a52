"""The wraps of the data key: one slot per secret, AES-256-GCM with key commitment."""

import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from netmoede_desktop.storage.problems import DamagedKeyFile

KEY_BYTES = 32
SALT_BYTES = 16
NONCE_BYTES = 12
WRAPPED_BYTES = KEY_BYTES + 16

_KIB_PER_LANE = 8
_LEAST, _MOST_PASSES = 1, 16
_MOST_MEMORY_KIB = 1024 * 1024
_MOST_LANES = 16
#: Passes times KiB of all slots of a key file together: some five seconds, six times what the default takes.
_MOST_WORK = 4 * 1024 * 1024


class SlotKind(StrEnum):
    """Which secret a slot opens with."""

    PASSPHRASE = "passphrase"  # noqa: S105 – a name, not a secret
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class KdfParameters:
    """Argon2id's cost: passes, memory in KiB, lanes. The default takes about 0.8 s."""

    passes: int = 3
    memory_kib: int = 256 * 1024
    lanes: int = 4

    def within_bounds(self) -> bool:
        """Return True if opening with them is possible and takes no more than 1 GiB and 16 passes."""
        return (
            _LEAST <= self.passes <= _MOST_PASSES
            and _LEAST <= self.lanes <= _MOST_LANES
            and _KIB_PER_LANE * self.lanes <= self.memory_kib <= _MOST_MEMORY_KIB
        )


@dataclass(frozen=True, slots=True)
class Slot:
    """One wrap. `kdf` is None for the recovery code, whose 130 random bits need no stretching."""

    kind: SlotKind
    kdf: KdfParameters | None
    salt: bytes
    nonce: bytes
    commitment: bytes
    wrapped: bytes


def seal_slot(
    kind: SlotKind, secret: bytes, data_key: bytes, store_id: bytes, kdf: KdfParameters | None, random: bytes
) -> Slot:
    """Wrap the data key under a secret; `random` is `SALT_BYTES + NONCE_BYTES` fresh bytes."""
    salt, nonce = random[:SALT_BYTES], random[SALT_BYTES : SALT_BYTES + NONCE_BYTES]
    wrapping_key, commitment = _derive(kind, secret, salt, kdf)
    wrapped = AESGCM(wrapping_key).encrypt(nonce, data_key, _bound_to(kind, store_id, salt, kdf))
    return Slot(kind, kdf, salt, nonce, commitment, wrapped)


def open_slot(slot: Slot, secret: bytes, store_id: bytes) -> bytes | None:
    """Return the data key, or None if it is another secret's slot.

    The commitment ties a wrap to one secret: a wrong secret never yields a wrong key. Raises `DamagedKeyFile` when the
    secret is right but the wrap is not whole.
    """
    if slot.kdf is not None and not slot.kdf.within_bounds():
        raise DamagedKeyFile(reason="kdf_out_of_bounds")
    wrapping_key, commitment = _derive(slot.kind, secret, slot.salt, slot.kdf)
    if not hmac.compare_digest(commitment, slot.commitment):
        return None
    try:
        bound_to = _bound_to(slot.kind, store_id, slot.salt, slot.kdf)
        return AESGCM(wrapping_key).decrypt(slot.nonce, slot.wrapped, bound_to)
    except InvalidTag:
        raise DamagedKeyFile(reason="wrap") from None


def require_payable(slots: Iterable[Slot]) -> None:
    """Raise `DamagedKeyFile` if a slot's cost is out of bounds, or that of all together; nothing is derived."""
    costs = [slot.kdf for slot in slots if slot.kdf is not None]
    if not all(kdf.within_bounds() for kdf in costs) or sum(kdf.passes * kdf.memory_kib for kdf in costs) > _MOST_WORK:
        raise DamagedKeyFile(reason="kdf_out_of_bounds")


def expand(key: bytes, purpose: str) -> bytes:
    """Derive a key of its own for one purpose (HKDF-SHA256)."""
    info = f"netmoede/1/{purpose}".encode()
    return HKDF(algorithm=hashes.SHA256(), length=KEY_BYTES, salt=None, info=info).derive(key)


def _derive(kind: SlotKind, secret: bytes, salt: bytes, kdf: KdfParameters | None) -> tuple[bytes, bytes]:
    if kdf is None:
        stretched = HKDF(algorithm=hashes.SHA256(), length=KEY_BYTES, salt=salt, info=b"netmoede/1/stretch").derive(
            secret
        )
    else:
        stretched = Argon2id(
            salt=salt, length=KEY_BYTES, iterations=kdf.passes, lanes=kdf.lanes, memory_cost=kdf.memory_kib
        ).derive(secret)
    return expand(stretched, f"{kind}/wrap"), expand(stretched, f"{kind}/commit")


def _bound_to(kind: SlotKind, store_id: bytes, salt: bytes, kdf: KdfParameters | None) -> bytes:
    cost = b"" if kdf is None else f"{kdf.passes},{kdf.memory_kib},{kdf.lanes}".encode()
    return b"|".join([b"netmoede/1/slot", kind.encode(), store_id.hex().encode(), salt.hex().encode(), cost])
