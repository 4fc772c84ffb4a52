"""Whatever lies among the backups, no byte of it changes unless it surely is the vault's own.

A folder is filled by chance: backups of this vault and of another one, renamed, dated in the future, cut, without their
key file or with another's, with something unreadable in its place. Then the vault does what rewrites, thins out,
restores or removes. The control plants the fault that was there: whatever lies in the folder is taken for its own.
"""

import os
import random
import shutil
import stat
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, timedelta
from pathlib import Path

import pytest

from netmoede_desktop.storage.backups import backup as backups
from netmoede_desktop.storage.backups.ownership import Whose
from netmoede_desktop.storage.diagnosis import examine_profile, examine_vault
from netmoede_desktop.storage.layout import Layout
from netmoede_desktop.storage.problems import StorageProblem
from netmoede_desktop.storage.surroundings import Surroundings
from netmoede_desktop.storage.vault import Vault
from tests.storage.vaults import (
    MEETING,
    OTHER_PASSPHRASE,
    PASSPHRASE,
    START,
    HandClock,
    add_meeting,
    entry,
    note,
    surroundings,
)

STAMP = "%Y-%m-%dT%H-%M-%S.%fZ"
Snapshot = dict[str, tuple[int, bytes]]


@dataclass
class Folder:
    """A profile of ours with anything among its backups; `guarded` must stay as it is, `young` must stay."""

    profile: Path
    rng: random.Random
    clock: HandClock
    guarded: set[str] = field(default_factory=set)
    young: set[str] = field(default_factory=set)
    passphrase: str = PASSPHRASE

    @property
    def backups(self) -> Path:
        return Layout(self.profile).backups

    @property
    def world(self) -> Surroundings:
        return surroundings(self.clock)

    def stamp(self) -> str:
        """A name for a backup: of any day, also one that is not yet."""
        days = self.rng.choice([-400, -40, -20, -3, -1, 1, 50, 7000])
        return (START + timedelta(days=days, seconds=self.rng.randrange(80_000))).astimezone(UTC).strftime(STAMP)

    def snapshot(self) -> Snapshot:
        """Everything there is in the two folders, by path."""
        found: Snapshot = {}
        for folder in (self.backups, Layout(self.profile).set_aside):
            for path in folder.rglob("*"):
                mode = path.lstat().st_mode
                content = path.read_bytes() if stat.S_ISREG(mode) else b""
                found[path.relative_to(self.profile).as_posix()] = (mode, content)
        return found


# --- what may lie there


def _theirs(folder: Folder, base: Path) -> None:
    """A backup of another vault: whole, renamed, half, or without what it needs."""
    store = folder.rng.choice(sorted((base / "deres" / "backups").glob("*.db")))
    key = store.with_name(store.name.removesuffix(".db") + ".key.json")
    name = folder.rng.choice([store.name.removesuffix(".db"), folder.stamp()])
    content = store.read_bytes()
    if folder.rng.random() < 0.2:
        content = content[: folder.rng.randrange(5000, len(content))]
    ending = folder.rng.choice([".db", ".db", ".db", ".db.part"])
    _lay(folder, f"{name}{ending}", content)
    match folder.rng.randrange(5):
        case 0:
            pass
        case 1:
            _lay(folder, f"{name}.key.json", key.read_bytes()[:300])
        case 2:
            ours = next(path for path in sorted((base / "mine" / "backups").glob("*.key.json")))
            _lay(folder, f"{name}.key.json", ours.read_bytes())
        case _:
            _lay(folder, f"{name}.key.json", key.read_bytes())


def _unreadable(folder: Folder, base: Path) -> None:
    """One of ours whose key file or store nobody can read."""
    store = folder.rng.choice(sorted((base / "mine" / "backups").glob("*.db")))
    name = folder.stamp()
    _lay(folder, f"{name}.db", store.read_bytes())
    place = folder.backups / f"{name}{folder.rng.choice(['.db', '.key.json'])}"
    place.unlink(missing_ok=True)
    if folder.rng.random() < 0.5:
        os.mkfifo(place)
    else:
        place.mkdir()
    folder.guarded.add(place.relative_to(folder.profile).as_posix())


def _ours_renamed(folder: Folder, base: Path) -> None:
    """A copy of one of ours under another name; it is ours, and may be thinned out."""
    store = folder.rng.choice(sorted((base / "mine" / "backups").glob("*.db")))
    name = folder.stamp()
    shutil.copyfile(store, folder.backups / f"{name}.db")
    if folder.rng.random() < 0.7:
        key = store.with_name(store.name.removesuffix(".db") + ".key.json")
        shutil.copyfile(key, folder.backups / f"{name}.key.json")


def _their_vault_set_aside(folder: Folder, base: Path) -> None:
    """A store of another vault among those set aside."""
    place = Layout(folder.profile).set_aside / folder.stamp()
    shutil.copytree(base / "deres" / "vault", place)
    if folder.rng.random() < 0.5:
        for key in place.glob("*.json"):
            key.unlink()
    folder.guarded |= {path.relative_to(folder.profile).as_posix() for path in place.rglob("*")}


def _lay(folder: Folder, name: str, content: bytes) -> None:
    path = folder.backups / name
    if path.exists():
        return
    path.write_bytes(content)
    folder.guarded.add(path.relative_to(folder.profile).as_posix())


THINGS = (_theirs, _theirs, _theirs, _unreadable, _ours_renamed, _their_vault_set_aside)


# --- what is done


def _open(folder: Folder) -> None:
    Vault.open(folder.profile, folder.passphrase, folder.world).close()


def _back_up(folder: Folder) -> None:
    with Vault.open(folder.profile, folder.passphrase, folder.world) as vault:
        folder.young.add(vault.backup().name)


def _back_up_with_a_wrong_clock(folder: Folder) -> None:
    right = folder.clock.now
    folder.clock.forward(days=folder.rng.choice([-4000, -40, 40, 7000]))
    try:
        _back_up(folder)
    finally:
        folder.clock.now = right


def _change_passphrase(folder: Folder) -> None:
    new = f"en ny sætning nummer {folder.rng.randrange(1000)}"
    with Vault.open(folder.profile, folder.passphrase, folder.world) as vault:
        vault.change_passphrase(folder.passphrase, new)
        vault.renew_recovery_code()
    folder.passphrase = new


def _wipe_notes(folder: Folder) -> None:
    with Vault.open(folder.profile, folder.passphrase, folder.world) as vault:
        with vault.transaction() as transaction:
            seq = transaction.journal.last_seq(MEETING) + 1
            transaction.journal.append(MEETING, [entry(seq)])
            transaction.private_notes.put(note(seq, "hemmelig"))
        vault.backup()
        with vault.transaction() as transaction:
            transaction.private_notes.wipe(MEETING)
        vault.purge_wiped_notes()


def _look(folder: Folder) -> None:
    examine_profile(folder.profile, folder.world)
    with Vault.open(folder.profile, folder.passphrase, folder.world) as vault:
        examine_vault(vault, folder.clock.now)


def _restore_ours(folder: Folder) -> None:
    name = folder.rng.choice(sorted(folder.young))
    Vault.restore(folder.profile, folder.passphrase, name, "kl", folder.world)[0].close()


STEPS: tuple[Callable[[Folder], None], ...] = (
    _open,
    _back_up,
    _back_up_with_a_wrong_clock,
    _change_passphrase,
    _wipe_notes,
    _look,
    _restore_ours,
)


def _restore_theirs(folder: Folder) -> None:
    """The other vault takes the place: now ours is the stranger, and its backups are not touched."""
    with Vault.open(folder.profile, folder.passphrase, folder.world) as vault:
        foreign = [one.name for one in vault.backups() if one.whose is Whose.FOREIGN]
    before = folder.snapshot()
    for name in foreign:
        try:
            vault, aside = Vault.restore(folder.profile, OTHER_PASSPHRASE, name, "kl", folder.world)
        except StorageProblem:
            continue
        with vault:
            vault.backup()
            strangers = {one.name for one in vault.backups() if not one.own}
        assert folder.young <= strangers
        after = folder.snapshot()
        for ours in folder.young:
            for ending in (".db", ".key.json"):
                assert after[f"backups/{ours}{ending}"] == before[f"backups/{ours}{ending}"]
        assert aside is not None
        _opens_elsewhere(folder, aside)
        return


def _opens_elsewhere(folder: Folder, aside: Path) -> None:
    """What was set aside is a vault, whole: laid in a profile of its own it opens with its passphrase."""
    elsewhere = folder.profile.with_name("et andet sted")
    elsewhere.mkdir()
    shutil.copytree(aside, elsewhere / "vault")
    Vault.open(elsewhere, folder.passphrase, folder.world).close()


# --- the harness


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two vaults with backups of some days."""
    folder = tmp_path_factory.mktemp("to bokse")
    for name, passphrase in (("mine", PASSPHRASE), ("deres", OTHER_PASSPHRASE)):
        clock = HandClock(START - timedelta(days=6))
        with Vault.create(folder / name, passphrase, surroundings(clock))[0] as vault:
            with vault.transaction() as transaction:
                add_meeting(transaction)
            for _ in range(3):
                vault.backup()
                clock.forward(days=1)
    return folder


def run(base: Path, folder: Path, seed: int) -> None:
    """Fill a folder by chance, do some things by chance, and see what must not have changed."""
    rng = random.Random(seed)
    mine = Folder(folder / f"mine-{seed}", rng, HandClock(START))
    shutil.copytree(base / "mine", mine.profile)
    mine.young = {path.name.removesuffix(".db") for path in mine.backups.glob("*.db")}
    try:
        for _ in range(rng.randint(1, 5)):
            rng.choice(THINGS)(mine, base)
        before = mine.snapshot()
        for _ in range(2):
            rng.choice(STEPS)(mine)
            after = mine.snapshot()
            for path in mine.guarded:
                assert after.get(path) == before[path], f"seed {seed}: {path}"
            there = {Path(path).name.removesuffix(".db") for path in after if path.endswith(".db")}
            assert mine.young <= there, f"seed {seed}"
            mine.clock.forward(hours=20)
        if rng.random() < 0.4:
            _restore_theirs(mine)
    finally:
        shutil.rmtree(mine.profile)
        shutil.rmtree(mine.profile.with_name("et andet sted"), ignore_errors=True)


@pytest.mark.skipif(os.name == "nt", reason="SKIPPED: no FIFOs there")
@pytest.mark.parametrize(
    "chosen", [range(100), pytest.param(range(100, 5100), marks=pytest.mark.campaign)], ids=["100", "5000"]
)
def test_nothing_of_anybody_elses_changes_and_nothing_young_of_ours_goes(
    base: Path, tmp_path: Path, chosen: range
) -> None:
    for seed in chosen:
        run(base, tmp_path, seed)


@pytest.mark.skipif(os.name == "nt", reason="SKIPPED: no FIFOs there")
def test_the_control_what_lies_there_is_taken_for_ours(
    base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "own_of", list)
    found = 0
    for seed in range(15):
        try:
            run(base, tmp_path, seed)
        except (AssertionError, StorageProblem):
            found += 1
    assert found >= 5
