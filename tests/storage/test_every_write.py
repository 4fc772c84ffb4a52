"""Killed, or refused by the disk, at every single write: the vault is wholly before the act or wholly after it.

Uses strace to stop a child (`children.py`) at the n-th call of each kind between its "begin" and its "done". The
ordinary run takes every point of a save and some of each other act; the campaign takes all.
"""

import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from netmoede_desktop.storage.layout import Layout
from netmoede_desktop.storage.migrations import steps
from netmoede_desktop.storage.problems import NoStore, StorageProblem, WrongPassphrase
from netmoede_desktop.storage.surroundings import Surroundings
from netmoede_desktop.storage.vault import Vault
from tests.storage.later import LATER
from tests.storage.vaults import (
    MEETING,
    OTHER_PASSPHRASE,
    PASSPHRASE,
    START,
    HandClock,
    entry,
    new_vault,
    surroundings,
)

CALLS = "write,pwrite64,fsync,fdatasync,ftruncate,unlink,unlinkat,rename,link,mkdir,rmdir"
SOME = 3

needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="SKIPPED: no strace, no write was interrupted")


@dataclass(frozen=True, slots=True)
class Point:
    """The n-th call of a name."""

    call: str
    ordinal: int


def run(verb: str, profile: Path, log: Path, *inject: str) -> str:
    """Run the child under strace and return what it said."""
    child = [sys.executable, "-B", "-m", "tests.storage.children", verb, str(profile)]
    traced = ["strace", "-f", "-qq", "-o", str(log), "-e", f"trace={CALLS}", *inject]
    return subprocess.run([*traced, *child], check=False, capture_output=True, text=True).stdout


def points(verb: str, base: Path, folder: Path) -> list[Point]:
    """Run the act once undisturbed and return the calls it made."""
    profile, log = folder / "forsøg", folder / "log"
    shutil.copytree(base, profile)
    assert run(verb, profile, log).splitlines() == ["begin", "done"]
    shutil.rmtree(profile)
    counts: Counter[str] = Counter()
    found, begun = [], False
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        call = line.split(maxsplit=1)[1].split("(")[0]
        counts[call] += 1
        if '"done\\n"' in line:
            break
        if begun:
            found.append(Point(call, counts[call]))
        begun = begun or '"begin\\n"' in line
    assert len(found) > 5
    return found


def disturbed(
    verb: str, base: Path, folder: Path, fault: str, chosen: list[Point], whole: Callable[[Path, str], None]
) -> int:
    """Disturb the act at each point in a fresh copy, judge what is left, and return how many were disturbed."""
    hit = 0
    for number, point in enumerate(chosen):
        profile = folder / f"{verb}-{number}"
        shutil.copytree(base, profile)
        said = run(verb, profile, folder / "log", "-e", f"inject={point.call}:{fault}:when={point.ordinal}")
        assert said.startswith("begin\n"), (point, said)
        hit += "done" not in said
        try:
            whole(profile, said)
        except Exception as error:
            raise AssertionError(f"{verb} {fault} at {point}: {error!r}") from error
        shutil.rmtree(profile)
    return hit


def spread(everything: list[Point], count: int) -> list[Point]:
    step = max(1, len(everything) // count)
    return everything[step // 2 :: step]


def judge_save(profile: Path, said: str) -> None:
    with Vault.open(profile, PASSPHRASE, surroundings()) as vault:
        vault.check()
        with vault.transaction() as transaction:
            there = (
                transaction.journal.last_seq(MEETING),
                len(transaction.private_notes.of_meeting(MEETING)),
                transaction.audit.head().seq,
            )
    assert there in ({(2, 1, 1)} if "done" in said else {(0, 0, 0), (2, 1, 1)})


def judge_back_up(profile: Path, said: str) -> None:
    with Vault.open(profile, PASSPHRASE, surroundings()) as vault:
        backups = vault.backups()
        for backup in backups:
            vault.verify_backup(backup.name)
            assert backup.key_file.exists()
        assert len(backups) in ({2} if "done" in said else {1, 2})
        vault.backup()
        assert {path.suffix for path in vault.layout.backups.iterdir()} == {".db", ".json"}


def judge_change(profile: Path, said: str) -> None:
    opened = []
    for passphrase in (PASSPHRASE, OTHER_PASSPHRASE):
        try:
            Vault.open(profile, passphrase, surroundings()).close()
            opened.append(passphrase)
        except WrongPassphrase:
            continue
    assert len(opened) == 1
    assert "done" not in said or opened == [OTHER_PASSPHRASE]


def judge_create(profile: Path, said: str) -> None:
    try:
        Vault.open(profile, PASSPHRASE, surroundings()).close()
    except NoStore:
        assert "done" not in said
        Vault.create(profile, PASSPHRASE, surroundings())[0].close()
        Vault.open(profile, PASSPHRASE, surroundings()).close()


def judge_restore(profile: Path, _said: str) -> None:
    with Vault.open(profile, PASSPHRASE, surroundings()) as vault:
        vault.check()
        (name,) = [backup.name for backup in vault.backups()]
    Vault.restore(profile, PASSPHRASE, name, "kl", surroundings())[0].close()


def judge_restore_foreign(profile: Path, said: str) -> None:
    """Whatever happened, the vault that was there is whole somewhere, and the other one is in its place in the end."""
    layout = Layout(profile)
    assert any(opens(place, profile.with_name("prøve")) for place in (layout.vault, *layout.set_aside.glob("*")))
    if "done" not in said and not opens(layout.vault, profile.with_name("prøve")):
        name = max(path.name for path in layout.backups.glob("*.db")).removesuffix(".db")
        Vault.restore(profile, OTHER_PASSPHRASE, name, "kl", surroundings())[0].close()
    elif "done" not in said:
        return
    with Vault.open(profile, OTHER_PASSPHRASE, surroundings()) as vault:
        vault.check()


def opens(vault: Path, elsewhere: Path) -> bool:
    """Whether a vault folder, laid in a profile of its own, is the one that was there at first."""
    if not vault.is_dir():
        return False
    shutil.copytree(vault, elsewhere / "vault")
    try:
        with Vault.open(elsewhere, PASSPHRASE, surroundings()) as found, found.transaction() as transaction:
            return transaction.meetings.get(MEETING) is not None
    except StorageProblem:
        return False
    finally:
        shutil.rmtree(elsewhere)


def judge_close(profile: Path, _said: str) -> None:
    with Vault.open(profile, PASSPHRASE, surroundings()) as vault:
        vault.check()
        with vault.transaction() as transaction:
            assert transaction.journal.last_seq(MEETING) == 2


def judge_migrate(profile: Path, _said: str) -> None:
    with pytest.MonkeyPatch.context() as later:
        later.setattr(steps, "STEPS", LATER)
        with Vault.open(profile, PASSPHRASE, surroundings()) as vault:
            vault.check()
            assert vault._connection.plain.execute("SELECT count(*) FROM topic").fetchone() == (1,)
            assert vault.backups()


JUDGES = {
    "save": judge_save,
    "back_up": judge_back_up,
    "change_passphrase": judge_change,
    "create": judge_create,
    "restore": judge_restore,
    "restore_foreign": judge_restore_foreign,
    "close": judge_close,
    "reopen": judge_close,
    "migrate": judge_migrate,
}


def prepared(verb: str, folder: Path, world: Surroundings) -> Path:
    """The profile the act starts from."""
    base = folder / "udgangspunkt"
    if verb == "create":
        base.mkdir()
        return base
    if verb == "reopen":
        vault, _ = new_vault(folder / "levende", world)
        vault.append(MEETING, [entry(1), entry(2)])
        shutil.copytree(folder / "levende", base)
        vault.close()
        return base
    vault, _ = new_vault(base, world)
    if verb in {"back_up", "change_passphrase", "restore", "restore_foreign"}:
        vault.backup()
    vault.close()
    if verb == "restore_foreign":
        other, _ = Vault.create(
            folder / "en anden", OTHER_PASSPHRASE, surroundings(HandClock(START + timedelta(hours=1)))
        )
        with other:
            made = other.backup()
        for path in (made.store, made.key_file):
            shutil.copyfile(path, vault.layout.backups / path.name)
    return base


@needs_strace
@pytest.mark.parametrize("verb", JUDGES)
def test_killed_at_a_write(verb: str, tmp_path: Path, world: Surroundings) -> None:
    base = prepared(verb, tmp_path, world)
    everything = points(verb, base, tmp_path)
    chosen = everything if verb == "save" else spread(everything, SOME)
    hit = disturbed(verb, base, tmp_path, "signal=KILL", chosen, JUDGES[verb])
    print(f"{verb}: killed at {hit} of {len(everything)} writes")
    assert hit == len(chosen)


@needs_strace
@pytest.mark.parametrize("fault", ["error=ENOSPC", "error=EIO"])
@pytest.mark.parametrize("verb", JUDGES)
def test_refused_by_the_disk_at_a_write(verb: str, fault: str, tmp_path: Path, world: Surroundings) -> None:
    base = prepared(verb, tmp_path, world)
    chosen = spread(points(verb, base, tmp_path), SOME - 1)
    disturbed(verb, base, tmp_path, fault, chosen, JUDGES[verb])


@needs_strace
@pytest.mark.campaign
@pytest.mark.parametrize("fault", ["signal=KILL", "error=ENOSPC", "error=EIO"])
@pytest.mark.parametrize("verb", JUDGES)
def test_disturbed_at_every_write(verb: str, fault: str, tmp_path: Path, world: Surroundings) -> None:
    base = prepared(verb, tmp_path, world)
    everything = points(verb, base, tmp_path)
    hit = disturbed(verb, base, tmp_path, fault, everything, JUDGES[verb])
    print(f"{verb} {fault}: disturbed at {len(everything)} writes, {hit} not done")


@needs_strace
def test_the_control_without_a_transaction_is_caught(tmp_path: Path, world: Surroundings) -> None:
    """Two transactions in place of one: a kill between them leaves half an act, and the judge sees it."""
    base = prepared("save", tmp_path, world)
    everything = points("save_in_two", base, tmp_path)
    with pytest.raises(AssertionError, match="save_in_two"):
        disturbed("save_in_two", base, tmp_path, "signal=KILL", everything, judge_save)


def test_the_judges_refuse_a_store_that_is_gone(tmp_path: Path, world: Surroundings) -> None:
    base = prepared("save", tmp_path, world)
    Layout(base).store.unlink()
    for verb in ("save", "back_up", "close", "reopen", "migrate", "restore"):
        with pytest.raises(StorageProblem):
            JUDGES[verb](base, "")
