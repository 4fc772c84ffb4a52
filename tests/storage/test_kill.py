"""Killed at random moments: nothing that was acknowledged is lost, and the vault opens and is whole."""

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from netmoede_desktop.storage.surroundings import Surroundings
from netmoede_desktop.storage.vault import Vault
from tests.storage.vaults import MEETING, PASSPHRASE

SHORT, LONG = 30, 1000


def killed_while(verb: str, profile: Path, rng: random.Random) -> int:
    """Run a child until a random moment, kill it, and return the last number it acknowledged (0 for none)."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.storage.children", verb, str(profile)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None and child.stderr is not None
        first = child.stdout.readline()
        assert first, child.stderr.read()
        time.sleep(rng.uniform(0, 0.06))
        child.kill()
        numbers = [first, *child.stdout.read().splitlines()]
    return int(next(line for line in reversed(numbers) if line.strip()))


def kept(profile: Path, world: Surroundings) -> int:
    with Vault.open(profile, PASSPHRASE, world) as vault:
        vault.check()
        with vault.transaction() as transaction:
            entries = transaction.journal.read(MEETING)
    assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))
    return len(entries)


def campaign(profile: Path, world: Surroundings, kills: int, seed: int) -> tuple[int, int]:
    """Kill so many times, going on in the same vault; return how many were acknowledged and how many of them lost."""
    rng = random.Random(seed)
    acknowledged = lost = 0
    for _ in range(kills):
        before = kept(profile, world)
        last = killed_while("append", profile, rng)
        acknowledged += last - before
        lost += max(0, last - kept(profile, world))
    return acknowledged, lost


def test_nothing_acknowledged_is_lost(closed: Path, world: Surroundings) -> None:
    acknowledged, lost = campaign(closed, world, SHORT, seed=1)
    print(f"{SHORT} kills, {acknowledged} acknowledged, {lost} lost")
    assert acknowledged > SHORT
    assert lost == 0


@pytest.mark.campaign
def test_nothing_acknowledged_is_lost_in_the_long_run(closed: Path, world: Surroundings) -> None:
    acknowledged, lost = campaign(closed, world, LONG, seed=2)
    print(f"{LONG} kills, {acknowledged} acknowledged, {lost} lost")
    assert lost == 0


def test_the_control_that_acknowledges_too_early_does_lose(closed: Path, world: Surroundings, tmp_path: Path) -> None:
    rng = random.Random(3)
    lost = 0
    for number in range(20):  # nearly every kill falls between the two
        copy = tmp_path / f"kontrol-{number}"
        shutil.copytree(closed, copy)
        last = killed_while("append_too_early", copy, rng)
        lost += max(0, last - kept(copy, world))
        if lost:
            break
    assert lost > 0
