"""The key file beside the store: a value, its strict JSON, and the two copies on disk.

Format 1: one JSON object in canonical form. `checksum` (SHA-256) tells damage apart from a wrong passphrase before any
secret is known; `mac` (HMAC-SHA256 under a key derived from the data key) proves that this vault wrote it. Format 2 is
the same beside a backup, with `bond`: which copy of the store the file belongs to.
"""

import contextlib
import hashlib
import hmac
import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from netmoede_desktop.storage.failures import translated
from netmoede_desktop.storage.files import read_file, write_durably
from netmoede_desktop.storage.keys.key_slots import (
    KEY_BYTES,
    NONCE_BYTES,
    SALT_BYTES,
    WRAPPED_BYTES,
    KdfParameters,
    Slot,
    SlotKind,
    expand,
    open_slot,
    require_payable,
)
from netmoede_desktop.storage.problems import DamagedKeyFile, NewerStore, Unreadable

FORMAT: Final = "netmoede-key"
FORMAT_VERSION: Final = 2
_WITHOUT_BOND, _WITH_BOND = 1, 2
STORE_SALT_BYTES: Final = 16
DIGEST_BYTES: Final = 32
MOST_BYTES: Final = 4 * 1024 * 1024
MOST_SLOTS: Final = 8


@dataclass(frozen=True, slots=True)
class ChainHead:
    """The last entry of the audit chain: its number (0 for none) and its hash in hex."""

    seq: int
    digest: str


@dataclass(frozen=True, slots=True)
class Bond:
    """The copy of the store that a key file belongs to: the identity of a backup, whatever its file is called.

    `made` is the instant it was named after (aware UTC), `order` the revision of the vault's key file then, which grows
    whatever the clock does; `digest` the SHA-256 of the copy in hex; `source` the store's own time of change then (ns).
    """

    made: datetime
    order: int
    digest: str
    source: int


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The whole content of the key file.

    `readable_from` and `writable_from` are the lowest schema numbers that may read and write the store.
    `next_head` is set while a restore swaps stores: either head is then good. `seal` is the digest of the store's file
    at its last proper close, None while it is open. `deleted` are the random ids of deleted cases. `bond` is there
    beside a backup only.
    """

    revision: int
    store_id: bytes
    store_salt: bytes
    readable_from: int
    writable_from: int
    head: ChainHead
    next_head: ChainHead | None
    seal: str | None
    deleted: tuple[str, ...]
    slots: tuple[Slot, ...]
    mac: bytes = b""
    bond: Bond | None = None

    def signed(self, data_key: bytes) -> "KeyFile":
        """Return it with the MAC that fits its content."""
        return replace(self, mac=_mac(self, data_key))

    def is_signed_by(self, data_key: bytes) -> bool:
        """Return True if the MAC fits the content."""
        return hmac.compare_digest(self.mac, _mac(self, data_key))

    def unlock(self, kind: SlotKind, secret: bytes) -> bytes | None:
        """Return the data key if the secret opens the slot of that kind, else None.

        Raises `DamagedKeyFile` if there is no such slot, its wrap is not whole, or the MAC does not fit; and before
        anything is derived if the slots together would take too long.
        """
        require_payable(self.slots)
        slots = [slot for slot in self.slots if slot.kind is kind]
        if not slots:
            raise DamagedKeyFile(reason="slot_missing")
        for slot in slots:
            data_key = open_slot(slot, secret, self.store_id)
            if data_key is None:
                continue
            if not self.is_signed_by(data_key):
                raise DamagedKeyFile(reason="mac")
            return data_key
        return None

    def with_slot(self, slot: Slot) -> "KeyFile":
        """Return it with this slot in place of the one of its kind; not yet signed."""
        others = tuple(other for other in self.slots if other.kind is not slot.kind)
        return replace(self, slots=(*others, slot))


def store_key(data_key: bytes) -> bytes:
    """The raw key of the encrypted store."""
    return expand(data_key, "store")


def to_bytes(key_file: KeyFile) -> bytes:
    """Return the file's content."""
    fields = _fields(key_file) | {"mac": key_file.mac.hex()}
    return _canonical(fields | {"checksum": hashlib.sha256(_canonical(fields)).hexdigest()})


def from_bytes(content: bytes) -> KeyFile:
    """Read a file's content; any flipped byte raises `DamagedKeyFile`, a newer format `NewerStore`."""
    if len(content) > MOST_BYTES:
        raise DamagedKeyFile(reason="too_large")
    try:
        fields = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError):
        raise DamagedKeyFile(reason="not_json") from None
    if not isinstance(fields, dict) or fields.get("format") != FORMAT:
        raise DamagedKeyFile(reason="foreign")
    checksum = fields.pop("checksum", None)
    if checksum != hashlib.sha256(_canonical(fields)).hexdigest() or content != _canonical(
        fields | {"checksum": checksum}
    ):
        raise DamagedKeyFile(reason="checksum")
    version = fields.get("version")
    if isinstance(version, int) and version > FORMAT_VERSION:
        raise NewerStore(found=version, supported=FORMAT_VERSION, part="key_file")
    try:
        key_file = _from_fields(fields)
    except (KeyError, TypeError, ValueError):
        raise DamagedKeyFile(reason="fields") from None
    if to_bytes(key_file) != content:
        raise DamagedKeyFile(reason="fields")
    return key_file


def read_key_file(path: Path) -> KeyFile:
    """Read one copy. Raises `DamagedKeyFile` (`missing` where there is none), `NewerStore` or `Unreadable`."""
    try:
        return from_bytes(read_file(path, MOST_BYTES))
    except FileNotFoundError:
        raise DamagedKeyFile(reason="missing") from None


def load(paths: tuple[Path, Path]) -> KeyFile:
    """Return the newest whole copy: one that cannot be read is no hindrance while the other can.

    Raises `NewerStore` if a copy is of a newer format; when no copy serves `Unreadable` that names those which cannot
    be read, `DamagedKeyFile` if none can be trusted.
    """
    found: list[KeyFile] = []
    reasons: list[str] = []
    refused: list[Unreadable] = []
    for path in paths:
        try:
            found.append(read_key_file(path))
        except DamagedKeyFile as problem:
            reasons.append(str(problem.facts["reason"]))
        except Unreadable as problem:
            refused.append(problem)
    if found:
        return max(found, key=lambda key_file: key_file.revision)
    if refused:
        names = dict.fromkeys(str(problem.facts.pop("name")) for problem in refused)
        raise Unreadable(name=", ".join(names), **refused[0].facts)
    raise DamagedKeyFile(reason=reasons[0], copy=reasons[1])


def save(paths: tuple[Path, Path], key_file: KeyFile) -> None:
    """Write both copies, one after the other, each atomically; at any crash at least one is whole.

    Raises a disk problem if the first cannot be written; then both keep their former content. With the first written
    the change is made, for the newest copy counts: a second that is refused is made up for at the next opening. Where a
    folder has the place of the first, the second is the one that must be written.
    """
    content = to_bytes(key_file)
    first, second = paths
    if first.is_dir() and not first.is_symlink():
        first, second = second, first
    with translated():
        write_durably(first, content)
    with contextlib.suppress(OSError):
        write_durably(second, content)


def _mac(key_file: KeyFile, data_key: bytes) -> bytes:
    return hmac.digest(expand(data_key, "key-file-mac"), _canonical(_fields(key_file)), "sha256")


def _canonical(fields: dict[str, object]) -> bytes:
    return json.dumps(fields, sort_keys=True, ensure_ascii=True, indent=1).encode("ascii") + b"\n"


def _fields(key_file: KeyFile) -> dict[str, object]:
    bond = key_file.bond
    return ({} if bond is None else {"bond": _bond_fields(bond)}) | {
        "format": FORMAT,
        "version": _WITHOUT_BOND if bond is None else _WITH_BOND,
        "revision": key_file.revision,
        "store_id": key_file.store_id.hex(),
        "store_salt": key_file.store_salt.hex(),
        "readable_from": key_file.readable_from,
        "writable_from": key_file.writable_from,
        "head": _head_fields(key_file.head),
        "next_head": None if key_file.next_head is None else _head_fields(key_file.next_head),
        "seal": key_file.seal,
        "deleted": list(key_file.deleted),
        "slots": [_slot_fields(slot) for slot in key_file.slots],
    }


def _head_fields(head: ChainHead) -> dict[str, object]:
    return {"seq": head.seq, "digest": head.digest}


def _bond_fields(bond: Bond) -> dict[str, object]:
    made = bond.made.astimezone(UTC).isoformat(timespec="microseconds")
    return {"made": made, "order": bond.order, "digest": bond.digest, "source": bond.source}


def _slot_fields(slot: Slot) -> dict[str, object]:
    kdf = slot.kdf
    return {
        "kind": slot.kind.value,
        "kdf": None if kdf is None else {"passes": kdf.passes, "memory_kib": kdf.memory_kib, "lanes": kdf.lanes},
        "salt": slot.salt.hex(),
        "nonce": slot.nonce.hex(),
        "commitment": slot.commitment.hex(),
        "wrapped": slot.wrapped.hex(),
    }


def _from_fields(fields: dict[str, object]) -> KeyFile:
    deleted, slots = fields["deleted"], fields["slots"]
    if not isinstance(deleted, list) or not isinstance(slots, list) or len(slots) > MOST_SLOTS:
        raise TypeError
    return KeyFile(
        revision=_number(fields["revision"]),
        store_id=_hex(fields["store_id"], SALT_BYTES),
        store_salt=_hex(fields["store_salt"], STORE_SALT_BYTES),
        readable_from=_number(fields["readable_from"]),
        writable_from=_number(fields["writable_from"]),
        head=_head(fields["head"]),
        next_head=None if fields["next_head"] is None else _head(fields["next_head"]),
        seal=None if fields["seal"] is None else _hex(fields["seal"], DIGEST_BYTES).hex(),
        deleted=tuple(_text(item) for item in deleted),
        slots=tuple(_slot(item) for item in slots),
        mac=_hex(fields["mac"], DIGEST_BYTES),
        bond=_bond(fields["bond"]) if "bond" in fields else None,
    )


def _bond(fields: object) -> Bond:
    if not isinstance(fields, dict):
        raise TypeError
    made = datetime.fromisoformat(_text(fields["made"]))
    if made.tzinfo is None:
        raise ValueError
    digest = _hex(fields["digest"], DIGEST_BYTES).hex()
    return Bond(made, _number(fields["order"]), digest, _number(fields["source"]))


def _head(fields: object) -> ChainHead:
    if not isinstance(fields, dict):
        raise TypeError
    return ChainHead(_number(fields["seq"]), _hex(fields["digest"], DIGEST_BYTES).hex())


def _slot(fields: object) -> Slot:
    if not isinstance(fields, dict):
        raise TypeError
    cost = fields["kdf"]
    kdf = (
        None
        if cost is None
        else KdfParameters(_number(cost["passes"]), _number(cost["memory_kib"]), _number(cost["lanes"]))
    )
    return Slot(
        kind=SlotKind(fields["kind"]),
        kdf=kdf,
        salt=_hex(fields["salt"], SALT_BYTES),
        nonce=_hex(fields["nonce"], NONCE_BYTES),
        commitment=_hex(fields["commitment"], KEY_BYTES),
        wrapped=_hex(fields["wrapped"], WRAPPED_BYTES),
    )


def _number(value: object) -> int:
    if type(value) is not int or value < 0:
        raise TypeError
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _hex(value: object, length: int) -> bytes:
    decoded = bytes.fromhex(_text(value))
    if len(decoded) != length:
        raise ValueError
    return decoded
