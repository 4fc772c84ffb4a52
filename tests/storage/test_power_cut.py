"""The power is cut after any write, and the disk keeps, loses and tears what was not synced: nothing said is lost."""

import random
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from netmoede_desktop.storage.problems import StorageProblem
from netmoede_desktop.storage.surroundings import Surroundings
from netmoede_desktop.storage.vault import Vault
from tests.storage.power import CALLS, Disk
from tests.storage.vaults import MEETING, PASSPHRASE

needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="SKIPPED: no strace, no power was cut")


def recorded(verb: str, profile: Path, folder: Path) -> tuple[Disk, Path]:
    """Run a child on the profile; return the disk before it and the log of what it wrote."""
    disk, log = Disk(profile), folder / "log"
    command = ["strace", "-f", "-qq", "-y", "-xx", "-s", "200000", "-o", str(log), "-e", f"trace={CALLS}"]
    child = [sys.executable, "-B", "-m", "tests.storage.children", verb, str(profile)]
    done = subprocess.run([*command, *child], check=True, capture_output=True, text=True)
    assert done.stdout.endswith("done\n")
    return disk, log


def lost_in(image: Path, said: int, world: Surroundings) -> int:
    """Open what the cut left and return how many of the acts that were said are not there."""
    with Vault.open(image, PASSPHRASE, world) as vault:
        vault.check()
        for backup in vault.backups():
            vault.verify_backup(backup.name)
        with vault.transaction() as transaction:
            seqs = [item.seq for item in transaction.journal.read(MEETING)]
            assert seqs == list(range(1, len(seqs) + 1))
            assert transaction.audit.head().seq >= min(said, len(seqs)) // 10
    return max(0, said - len(seqs))


def campaign(verb: str, profile: Path, folder: Path, world: Surroundings, every: int, seeds: int) -> Counter[str]:
    """Cut the power after every n-th write; count images, acts lost and vaults that would not open."""
    disk, log = recorded(verb, profile, folder)
    rng, found = random.Random(7), Counter[str]()
    for number, said in enumerate(disk.replay(log)):
        if number % every:
            continue
        for mode in ("none", "all", *["some"] * seeds):
            image = folder / "billede"
            disk.image(image, mode, rng)
            found["images"] += 1
            try:
                found["lost"] += lost_in(image, said[-1] if said else 0, world)
            except StorageProblem as problem:
                found[f"{problem}"] += 1
            shutil.rmtree(image)
    return found


@needs_strace
def test_nothing_said_is_lost(closed: Path, tmp_path: Path, world: Surroundings) -> None:
    found = campaign("append_some", closed, tmp_path, world, every=8, seeds=1)
    print(dict(found))
    assert found["images"] > 100
    assert found.keys() <= {"images", "lost"}
    assert found["lost"] == 0


@needs_strace
@pytest.mark.campaign
def test_nothing_said_is_lost_at_any_cut(closed: Path, tmp_path: Path, world: Surroundings) -> None:
    found = campaign("append_some", closed, tmp_path, world, every=1, seeds=20)
    print(dict(found))
    assert found.keys() <= {"images", "lost"}
    assert found["lost"] == 0


@needs_strace
def test_the_control_that_does_not_wait_for_the_disk_loses(closed: Path, tmp_path: Path, world: Surroundings) -> None:
    found = campaign("append_some_unsafely", closed, tmp_path, world, every=20, seeds=1)
    print(dict(found))
    assert found["lost"] > 0
