"""The key file: two copies, every flipped byte found, and never a wrong key."""

import contextlib
import errno
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netmoede_desktop.storage.files import unreadable, write_durably
from netmoede_desktop.storage.keys import key_file as key_files
from netmoede_desktop.storage.keys import key_slots
from netmoede_desktop.storage.keys.key_file import Bond, ChainHead, KeyFile, from_bytes, load, save, to_bytes
from netmoede_desktop.storage.keys.key_slots import KdfParameters, SlotKind, open_slot, seal_slot
from netmoede_desktop.storage.problems import DamagedKeyFile, DiskFull, NewerStore, Unreadable
from tests.storage.odd_files import put_in_place
from tests.storage.vaults import CHEAP, START

DATA_KEY = bytes(range(32))
STORE_ID = b"i" * 16
SECRET, CODE = b"hemmelig", b"kode"


def example(revision: int = 3) -> KeyFile:
    slots = (
        seal_slot(SlotKind.PASSPHRASE, SECRET, DATA_KEY, STORE_ID, CHEAP, b"r" * 28),
        seal_slot(SlotKind.RECOVERY, CODE, DATA_KEY, STORE_ID, None, b"q" * 28),
    )
    return KeyFile(
        revision=revision,
        store_id=STORE_ID,
        store_salt=b"s" * 16,
        readable_from=1,
        writable_from=1,
        head=ChainHead(7, "ab" * 32),
        next_head=ChainHead(8, "cd" * 32),
        seal="ef" * 32,
        deleted=("f00", "f01"),
        slots=slots,
    ).signed(DATA_KEY)


def test_it_comes_back_and_opens_with_either_secret() -> None:
    read = from_bytes(to_bytes(example()))
    assert read == example()
    assert read.unlock(SlotKind.PASSPHRASE, SECRET) == read.unlock(SlotKind.RECOVERY, CODE) == DATA_KEY
    assert read.unlock(SlotKind.PASSPHRASE, CODE) is read.unlock(SlotKind.RECOVERY, SECRET) is None


def test_every_flipped_byte_and_every_truncation_is_found() -> None:
    content = to_bytes(example())
    for place in range(len(content)):
        for flip in (0x01, 0x20, 0x80):
            damaged = bytearray(content)
            damaged[place] ^= flip
            with pytest.raises(DamagedKeyFile):
                from_bytes(bytes(damaged))
        with pytest.raises(DamagedKeyFile):
            from_bytes(content[:place])


def test_an_added_key_a_doubled_key_and_other_spaces_are_found() -> None:
    content = to_bytes(example())
    for damaged in (
        content.replace(b'"format"', b'"extra": 1,\n "format"'),
        content.replace(b' "revision": 3', b' "revision": 3,\n "revision": 3'),
        content + b" ",
        b"[]",
        b'"netmoede"',
        b"[" * 100_000,
        b"",
    ):
        with pytest.raises(DamagedKeyFile):
            from_bytes(damaged)


@given(st.binary(max_size=200))
def test_any_other_file_is_damaged(content: bytes) -> None:
    with pytest.raises(DamagedKeyFile):
        from_bytes(content)


def test_a_file_too_large_to_be_one_is_not_read_as_json() -> None:
    with pytest.raises(DamagedKeyFile) as damaged:
        from_bytes(b" " * (key_files.MOST_BYTES + 1))
    assert damaged.value.facts["reason"] == "too_large"


@pytest.mark.parametrize(
    "change",
    [
        {"revision": 9},
        {"store_id": b"j" * 16},
        {"store_salt": b"t" * 16},
        {"readable_from": 0},
        {"head": ChainHead(0, "0" * 64)},
        {"next_head": None},
        {"seal": None},
        {"deleted": ()},
    ],
)
def test_a_change_by_someone_without_the_key_is_found_after_unlocking(change: dict[str, object]) -> None:
    forged = from_bytes(to_bytes(replace(example(), **change)))  # type: ignore[arg-type]
    with pytest.raises(DamagedKeyFile) as damaged:
        forged.unlock(SlotKind.RECOVERY, CODE)
    assert damaged.value.facts["reason"] in {"mac", "wrap"}


def test_a_slot_of_another_vault_is_found() -> None:
    foreign = seal_slot(SlotKind.RECOVERY, CODE, b"x" * 32, STORE_ID, None, b"q" * 28)
    with pytest.raises(DamagedKeyFile):
        example().with_slot(foreign).unlock(SlotKind.RECOVERY, CODE)


def test_without_its_slot_it_is_damaged() -> None:
    with pytest.raises(DamagedKeyFile) as damaged:
        replace(example(), slots=()).signed(DATA_KEY).unlock(SlotKind.RECOVERY, CODE)
    assert damaged.value.facts["reason"] == "slot_missing"


@pytest.mark.parametrize(
    "kdf", [KdfParameters(17, 8, 1), KdfParameters(0, 8, 1), KdfParameters(1, 2**21, 1), KdfParameters(1, 8, 2)]
)
def test_costs_out_of_bounds_are_refused_before_they_are_paid(kdf: KdfParameters) -> None:
    slot = replace(example().slots[0], kdf=kdf)
    with pytest.raises(DamagedKeyFile) as damaged:
        open_slot(slot, SECRET, STORE_ID)
    assert damaged.value.facts["reason"] == "kdf_out_of_bounds"


@pytest.mark.parametrize("count", [200, pytest.param(10_000, marks=pytest.mark.campaign)])
def test_wrong_secrets_never_give_a_key(count: int) -> None:
    for slot in example().slots:
        assert {open_slot(slot, str(number).encode(), STORE_ID) for number in range(count)} == {None}


def test_the_commitment_is_what_tells_them_apart() -> None:
    """The control: a slot whose commitment was made to fit a wrong secret is damaged, and still gives no key."""
    right, wrong = example().slots[1], seal_slot(SlotKind.RECOVERY, b"forkert", DATA_KEY, STORE_ID, None, b"q" * 28)
    with pytest.raises(DamagedKeyFile) as damaged:
        open_slot(replace(right, commitment=wrong.commitment), b"forkert", STORE_ID)
    assert damaged.value.facts["reason"] == "wrap"


def test_a_newer_format_is_told_apart_from_damage(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_files, "_WITHOUT_BOND", 3)
    newer = to_bytes(example())
    monkeypatch.undo()
    with pytest.raises(NewerStore) as problem:
        from_bytes(newer)
    assert problem.value.facts == {"found": 3, "supported": 2, "part": "key_file"}


def test_the_newest_whole_copy_counts(tmp_path: Path) -> None:
    paths = (tmp_path / "a", tmp_path / "b")
    save(paths, example(1))
    paths[1].write_bytes(to_bytes(example(2)))
    assert load(paths).revision == 2
    paths[1].write_bytes(b"{")
    assert load(paths).revision == 1
    paths[0].unlink()
    with pytest.raises(DamagedKeyFile) as damaged:
        load(paths)
    assert damaged.value.facts == {"reason": "missing", "copy": "not_json"}


def test_a_change_is_made_or_not_made_whatever_the_disk_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = (tmp_path / "a", tmp_path / "b")
    save(paths, example(1))
    for refused, told, newest in ((paths[0], True, 1), (paths[1], False, 2)):
        with monkeypatch.context() as disk:
            disk.setattr(key_files, "write_durably", _refusing(refused))
            with pytest.raises(DiskFull) if told else contextlib.nullcontext():
                save(paths, example(2))
        assert load(paths).revision == newest


def _refusing(refused: Path) -> Callable[[Path, bytes], None]:
    def write(path: Path, content: bytes) -> None:
        if path == refused:
            raise OSError(errno.ENOSPC, "no room")
        write_durably(path, content)

    return write


@pytest.mark.skipif(os.name == "nt", reason="SKIPPED: no FIFOs and links there")
@pytest.mark.parametrize("what", ["folder", "fifo", "loop", "socket"])
def test_the_second_copy_serves_when_the_first_cannot_be_read(tmp_path: Path, what: str) -> None:
    paths = (tmp_path / "a", tmp_path / "b")
    for spoilt in paths:
        save(paths, example(1))
        put_in_place(spoilt, what)
        assert load(paths).revision == 1
        save(paths, example(2))
        assert load(paths).revision == 2
        if spoilt.is_dir():
            spoilt.rmdir()
    for path in paths:
        put_in_place(path, what)
    with pytest.raises(Unreadable) as problem:
        load(paths)
    assert problem.value.facts == {"name": "a, b", "reason": "not_a_file"}


def test_where_one_copy_is_damaged_and_the_other_cannot_be_read_the_latter_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = (tmp_path / "a", tmp_path / "b")
    save(paths, example(1))

    def bad_sector(path: Path, _most: int) -> bytes:
        if path == paths[1]:
            raise unreadable(path, OSError(errno.EIO, "a bad sector"))
        return b"{"

    monkeypatch.setattr(key_files, "read_file", bad_sector)
    with pytest.raises(Unreadable) as problem:
        load(paths)
    assert problem.value.facts == {"name": "b", "errno": errno.EIO}


def test_no_more_slots_than_a_vault_has_use_for() -> None:
    one = example().slots[1]
    assert from_bytes(to_bytes(replace(example(), slots=(one,) * 8))).slots
    with pytest.raises(DamagedKeyFile):
        from_bytes(to_bytes(replace(example(), slots=(one,) * 9)))


def test_what_all_slots_cost_together_is_looked_at_before_any_is_paid(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = example()
    dear = replace(whole.slots[0], kdf=KdfParameters(3, 1024 * 1024, 4))
    monkeypatch.setattr(key_slots, "_derive", lambda *_: pytest.fail("a key was derived"))
    for slots in ((dear, dear), (whole.slots[0], replace(dear, kdf=KdfParameters(16, 1024 * 1024, 4)))):
        with pytest.raises(DamagedKeyFile) as damaged:
            replace(whole, slots=slots).unlock(SlotKind.PASSPHRASE, SECRET)
        assert damaged.value.facts["reason"] == "kdf_out_of_bounds"


def test_what_a_file_says_of_the_copy_beside_it_is_signed() -> None:
    bond = Bond(START, 7, "ab" * 32, 123456789)
    bound = replace(example(), bond=bond).signed(DATA_KEY)
    assert from_bytes(to_bytes(bound)) == bound
    assert bound.is_signed_by(DATA_KEY)
    assert not replace(bound, bond=replace(bond, order=8)).is_signed_by(DATA_KEY)
    assert not replace(bound, bond=None).is_signed_by(DATA_KEY)
