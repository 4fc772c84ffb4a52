"""Power cuts at every moment of every act, with torn and reordered writes: no acknowledged act is lost.

A program that saves, folds its log, makes a backup, changes its passphrase, and so on, is recorded once; disks are then
built from the record as they may look after a cut at each call (see `power.py`), and opened with the real vault.
"""

import hashlib
import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from netmoede_desktop.storage.problems import StorageProblem
from tests.faults.judging import judge, judge_create, judge_migrate
from tests.faults.power import RECORDING, Disk, recorded
from tests.faults.tracing import Actors, Outcome

SHORT, OTHERS_SHORT, LONG_SEEDS = 200, 15, 40
#: How an act is judged; all others as any act of a meeting.
JUDGES: dict[str, Callable[[Path, Outcome], None]] = {"create": judge_create, "migrate": judge_migrate}
ACTS = ("create", "close", "restore", "migrate", "back_up", "passphrase", "delete", "forget")


@dataclass(frozen=True, slots=True)
class Image:
    """The files after a cut, and what had been said until then."""

    verb: str
    files: dict[str, bytes]
    said: tuple[str, ...]


def images(verb: str, base: Path, actors: Actors, folder: Path, seed: int, of_each: int) -> Iterator[Image]:
    """Record the acts, and yield so many different images of a cut after each call."""
    profile, before, log = folder / "profil", folder / "før", folder / "log"
    if verb == "create":
        profile.mkdir()
    else:
        shutil.copytree(base, profile)
    actors.run(verb, profile, "-o", str(log), *RECORDING, prepared=lambda: shutil.copytree(profile, before))
    calls = recorded(log)
    during = folder / "optaget"
    profile.rename(during)
    before.rename(profile)
    disk, rng, said = Disk(profile), random.Random(seed), []
    seen: set[bytes] = set()
    for call in calls:
        if call.name == "writev":
            said.append(call.content.decode().strip())
            continue
        disk.do(call)
        for _ in range(of_each):
            files = disk.after_a_power_cut(rng)
            digest = hashlib.sha256(repr((sorted(files.items()), said)).encode()).digest()
            if digest not in seen:
                seen.add(digest)
                yield Image(verb, files, tuple(said))
    shutil.rmtree(profile)
    shutil.rmtree(during)


def lost(image: Image, folder: Path) -> bool:
    """Whether a vault with these files has lost anything, does not open, or is not whole."""
    profile = folder / "efter"
    profile.mkdir()
    for name, content in image.files.items():
        path = profile / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        path.chmod(0o600)
    try:
        JUDGES.get(image.verb, judge)(profile, Outcome(image.said, 0))
    except (AssertionError, StorageProblem) as problem:
        print(f"after {image.said[-1:]}: {problem!r}")
        return True
    finally:
        shutil.rmtree(profile)
    return False


def sample(found: Iterator[Image], most: int, rng: random.Random) -> list[Image]:
    everything = list(found)
    return sorted(rng.sample(everything, min(most, len(everything))), key=lambda image: len(image.said))


def test_nothing_acknowledged_is_lost(base: Path, actors: Actors, quick_disk: Path) -> None:
    chosen = sample(images("long_save", base, actors, quick_disk, 1, 4), SHORT, random.Random(1))
    bad = sum(lost(image, quick_disk) for image in chosen)
    print(f"{len(chosen)} images after a power cut, {bad} bad")
    assert len(chosen) == SHORT
    assert bad == 0


def test_the_control_that_does_not_wait_for_the_disk_loses(base: Path, actors: Actors, quick_disk: Path) -> None:
    chosen = sample(images("careless_save", base, actors, quick_disk, 2, 2), 40, random.Random(2))
    bad = sum(lost(image, quick_disk) for image in chosen)
    print(f"{len(chosen)} images with synchronous=NORMAL, {bad} bad")
    assert bad > 5


@pytest.mark.parametrize("verb", ACTS)
def test_every_other_act_is_done_or_not_done(verb: str, base: Path, actors: Actors, quick_disk: Path) -> None:
    chosen = sample(images(verb, base, actors, quick_disk, 3, 10), OTHERS_SHORT, random.Random(3))
    bad = sum(lost(image, quick_disk) for image in chosen)
    print(f"{verb}: {len(chosen)} images after a power cut, {bad} bad")
    assert len(chosen) == OTHERS_SHORT
    assert bad == 0


def test_the_control_that_does_not_wait_for_small_files_loses(base: Path, actors: Actors, quick_disk: Path) -> None:
    chosen = sample(images("hasty_passphrase", base, actors, quick_disk, 4, 4), 30, random.Random(4))
    bad = sum(lost(image, quick_disk) for image in chosen)
    print(f"{len(chosen)} images of a passphrase changed without fsync, {bad} bad")
    assert bad > 2


@pytest.mark.campaign
@pytest.mark.parametrize("seed", range(10, 10 + LONG_SEEDS))
@pytest.mark.parametrize("verb", ["long_save", *ACTS])
def test_with_many_seeds(verb: str, seed: int, base: Path, actors: Actors, quick_disk: Path) -> None:
    total = bad = 0
    for image in images(verb, base, actors, quick_disk, seed, 10):
        total, bad = total + 1, bad + lost(image, quick_disk)
    print(f"{verb}, seed {seed}: {total} images after a power cut, {bad} bad")
    assert bad == 0
