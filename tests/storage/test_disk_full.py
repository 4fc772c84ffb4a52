"""The disk is full in the middle: what was acknowledged is kept and readable, and it goes on when there is room."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from netmoede_desktop.storage.problems import DiskFull
from netmoede_desktop.storage.surroundings import Surroundings
from netmoede_desktop.storage.vault import Vault
from tests.storage.small_disk import disk_of_three_mebibytes
from tests.storage.vaults import MEETING, PASSPHRASE, act, entry, new_vault


def fill_up(vault: Vault) -> int:
    """Append until the disk is full; return how many were acknowledged."""
    seq = 0
    with pytest.raises(DiskFull):
        for seq in range(1, 5000):
            vault.append(MEETING, [entry(seq, "x" * 2000)])
    return seq - 1


def test_when_the_store_may_not_grow(vault: Vault, profile: Path, world: Surroundings) -> None:
    plain = vault._connection.plain
    pages = plain.execute("PRAGMA page_count").fetchone()[0]
    plain.execute(f"PRAGMA max_page_count={pages + 20}")
    kept = fill_up(vault)
    assert kept >= 10
    with vault.transaction() as transaction:
        assert transaction.journal.last_seq(MEETING) == kept
    plain.execute("PRAGMA max_page_count=1000000")
    vault.append(MEETING, [entry(kept + 1)])
    vault.close()
    with Vault.open(profile, PASSPHRASE, world) as again, again.transaction() as transaction:
        assert transaction.journal.last_seq(MEETING) == kept + 1
        again_whole = transaction.journal.meetings_with_gaps() == []
    assert again_whole


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 3 MiB of its own."""
    with disk_of_three_mebibytes(tmp_path) as folder:
        yield folder


def test_on_a_disk_that_is_really_full(small_disk: Path, world: Surroundings) -> None:
    profile = small_disk / "profil"
    vault, _ = new_vault(profile, world)
    filler = small_disk / "fyld"
    filler.write_bytes(b"x" * 1024 * 1024)
    vault.append(MEETING, [])
    kept = fill_up(vault)
    with vault.transaction() as transaction:
        assert [item.seq for item in transaction.journal.read(MEETING)] == list(range(1, kept + 1))
    with pytest.raises(DiskFull):
        vault.backup()
    assert list(vault.layout.backups.glob("*")) == []
    with pytest.raises(DiskFull):
        vault.change_passphrase(PASSPHRASE, PASSPHRASE + " igen")
    filler.unlink()
    vault.append(MEETING, [entry(kept + 1)])
    with vault.transaction() as transaction:
        transaction.audit.append(act())
    vault.close()
    with Vault.open(profile, PASSPHRASE, world) as again:
        again.check()


def test_opening_where_there_is_no_room_says_so_and_harms_nothing(small_disk: Path, world: Surroundings) -> None:
    profile = small_disk / "profil"
    vault, _ = new_vault(profile, world)
    vault.append(MEETING, [entry(1), entry(2)])
    vault.close()
    filler = small_disk / "fyld"
    with pytest.raises(OSError, match="28"), filler.open("wb", buffering=0) as file:
        while True:
            os.write(file.fileno(), b"x" * 512)
    with pytest.raises(DiskFull):
        Vault.open(profile, PASSPHRASE, world)
    filler.unlink()
    with Vault.open(profile, PASSPHRASE, world) as again, again.transaction() as transaction:
        assert transaction.journal.last_seq(MEETING) == 2


def test_creating_where_there_is_no_room_leaves_no_vault(small_disk: Path, world: Surroundings) -> None:
    filler = small_disk / "fyld"
    filler.write_bytes(b"x" * (3 * 1024 * 1024 - 40 * 1024))
    with pytest.raises(DiskFull):
        Vault.create(small_disk / "profil", PASSPHRASE, world)
    assert [path.name for path in (small_disk / "profil").iterdir()] == ["vault.lock"]
    filler.unlink()
    Vault.create(small_disk / "profil", PASSPHRASE, world)[0].close()
