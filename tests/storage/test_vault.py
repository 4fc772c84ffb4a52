"""A vault is made, opened, recovered and closed; what can be wrong is a problem of its own and changes nothing."""

import os
import stat
import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from netmoede_desktop.storage.building import UNFINISHED
from netmoede_desktop.storage.keys.key_file import from_bytes
from netmoede_desktop.storage.keys.recovery_code import RecoveryCode
from netmoede_desktop.storage.layout import Layout
from netmoede_desktop.storage.problems import (
    AlreadyOpen,
    DamagedKeyFile,
    DamagedStore,
    NoStore,
    StoreExists,
    UnsuitableFolder,
    WeakPassphrase,
    WrongPassphrase,
    WrongRecoveryCode,
)
from netmoede_desktop.storage.surroundings import Surroundings
from netmoede_desktop.storage.vault import Vault
from tests.storage.vaults import (
    CASE,
    MEETING,
    OTHER_PASSPHRASE,
    PASSPHRASE,
    HandClock,
    act,
    entry,
    files_of,
    new_vault,
    surroundings,
)


@pytest.mark.smoke
def test_what_was_kept_is_there_again(closed: Path, world: Surroundings) -> None:
    with Vault.open(closed, PASSPHRASE, world) as vault:
        vault.append(MEETING, [entry(1, "æøå"), entry(2)])
    with Vault.open(closed, PASSPHRASE, world) as vault, vault.transaction() as transaction:
        assert transaction.journal.read(MEETING) == [entry(1, "æøå"), entry(2)]
        kept = transaction.cases.get(CASE)
        assert kept is not None and kept.child == "Mikkel"


@pytest.mark.smoke
def test_a_wrong_passphrase_changes_nothing(closed: Path, world: Surroundings) -> None:
    before = files_of(closed)
    for passphrase in ("", PASSPHRASE + " ", PASSPHRASE.upper(), OTHER_PASSPHRASE):
        with pytest.raises(WrongPassphrase):
            Vault.open(closed, passphrase, world)
    assert files_of(closed) == before
    Vault.open(closed, PASSPHRASE, world).close()


def test_no_vault_is_no_store_and_leaves_nothing(tmp_path: Path, world: Surroundings) -> None:
    with pytest.raises(NoStore):
        Vault.open(tmp_path / "intet", PASSPHRASE, world)
    assert list(tmp_path.iterdir()) == []


def test_a_weak_passphrase_makes_nothing(tmp_path: Path, world: Surroundings) -> None:
    with pytest.raises(WeakPassphrase):
        Vault.create(tmp_path / "profil", "kort", world)
    assert list(tmp_path.iterdir()) == []


def test_a_vault_is_never_made_over_another(closed: Path, world: Surroundings) -> None:
    before = files_of(closed)
    with pytest.raises(StoreExists):
        Vault.create(closed, OTHER_PASSPHRASE, world)
    for path in Layout(closed).key_files:
        path.unlink()
    with pytest.raises(StoreExists):
        Vault.create(closed, OTHER_PASSPHRASE, world)
    assert files_of(closed)["vault/store.db"] == before["vault/store.db"]


def test_nor_where_only_its_backups_are_left(closed: Path, world: Surroundings) -> None:
    with Vault.open(closed, PASSPHRASE, world) as vault:
        vault.backup()
    for path in Layout(closed).vault.iterdir():
        path.unlink()
    with pytest.raises(StoreExists) as problem:
        Vault.create(closed, OTHER_PASSPHRASE, world)
    assert problem.value.facts == {"found": "backups"}


def test_an_interrupted_creation_does_not_stand_in_the_way(profile: Path, world: Surroundings) -> None:
    leftover = profile / UNFINISHED / "vault"
    leftover.mkdir(parents=True)
    (leftover / "store.db").write_bytes(b"halvt")
    with pytest.raises(NoStore):
        Vault.open(profile, PASSPHRASE, world)
    Vault.create(profile, PASSPHRASE, world)[0].close()
    assert sorted(path.name for path in profile.iterdir()) == ["vault", "vault.lock"]


def test_a_creation_that_fails_leaves_no_vault(profile: Path, world: Surroundings) -> None:
    calls = iter(range(4))

    def running_dry(count: int) -> bytes:
        next(calls)
        return os.urandom(count)

    with pytest.raises((StopIteration, RuntimeError)):
        Vault.create(profile, PASSPHRASE, replace(world, random_bytes=running_dry))
    assert [path.name for path in profile.iterdir()] == ["vault.lock"]
    Vault.create(profile, PASSPHRASE, world)[0].close()


def test_a_code_that_cannot_be_kept_makes_no_vault(profile: Path, world: Surroundings) -> None:
    def refuse(code: RecoveryCode) -> None:
        assert RecoveryCode.parse(code.text()) == code
        assert not Layout(profile).has_vault
        raise PermissionError(13, "Permission denied", "recovery.txt")

    with pytest.raises(PermissionError):
        Vault.create(profile, PASSPHRASE, world, refuse)
    assert [path.name for path in profile.iterdir()] == ["vault.lock"]
    codes: list[RecoveryCode] = []
    vault, code = Vault.create(profile, PASSPHRASE, world, codes.append)
    vault.close()
    assert codes == [code]


@pytest.mark.skipif(os.name == "nt", reason="SKIPPED: file modes are Windows' own there")
def test_only_the_owner_may_read_any_of_it(vault: Vault, profile: Path) -> None:
    vault.append(MEETING, [entry(1)])
    vault.backup()
    found = {path.relative_to(profile).as_posix(): stat.S_IMODE(path.stat().st_mode) for path in profile.rglob("*")}
    assert len(found) >= 8
    assert {name: oct(mode) for name, mode in found.items() if mode not in (0o600, 0o700)} == {}
    assert stat.S_IMODE(profile.stat().st_mode) == 0o700


@pytest.mark.smoke
def test_the_files_tell_nothing(vault: Vault, profile: Path) -> None:
    vault.append(MEETING, [entry(1, "kanariefugl")])
    vault.backup()
    vault.append(MEETING, [entry(2, "kanariefugl")])
    for path in profile.rglob("*"):
        if path.is_file():
            content = path.read_bytes().lower()
            assert not any(word in content for word in (b"kanariefugl", b"mikkel", b"biblioteket", b"sqlite"))


@pytest.mark.smoke
def test_the_recovery_code_sets_a_new_passphrase(profile: Path, world: Surroundings) -> None:
    vault, code = new_vault(profile, world)
    vault.backup()
    vault.close()
    Vault.recover(profile, RecoveryCode.parse(code.text().lower()), OTHER_PASSPHRASE, world).close()
    with pytest.raises(WrongPassphrase):
        Vault.open(profile, PASSPHRASE, world)
    Vault.open(profile, OTHER_PASSPHRASE, world).close()
    Vault.recover(profile, code, PASSPHRASE, world).close()


def test_another_vaults_code_is_refused_and_changes_nothing(closed: Path, tmp_path: Path, world: Surroundings) -> None:
    other, code = Vault.create(tmp_path / "anden", PASSPHRASE, world)
    other.close()
    before = files_of(closed)
    with pytest.raises(WrongRecoveryCode):
        Vault.recover(closed, code, OTHER_PASSPHRASE, world)
    with pytest.raises(WeakPassphrase):
        Vault.recover(closed, code, "kort", world)
    assert files_of(closed) == before


def test_a_renewed_code_replaces_the_old_one(profile: Path, world: Surroundings) -> None:
    vault, old = new_vault(profile, world)
    new = vault.renew_recovery_code()
    vault.close()
    with pytest.raises(WrongRecoveryCode):
        Vault.recover(profile, old, OTHER_PASSPHRASE, world)
    Vault.recover(profile, new, OTHER_PASSPHRASE, world).close()


def test_a_changed_passphrase_holds_for_vault_and_backups_without_touching_the_store(
    vault: Vault, world: Surroundings
) -> None:
    backup = vault.backup()
    store = vault.layout.store.read_bytes()
    with pytest.raises(WrongPassphrase):
        vault.change_passphrase("ikke den rigtige", OTHER_PASSPHRASE)
    with pytest.raises(WeakPassphrase):
        vault.change_passphrase(PASSPHRASE, "kort")
    vault.change_passphrase(PASSPHRASE, OTHER_PASSPHRASE)
    assert vault.layout.store.read_bytes() == store
    vault.close()
    for path in vault.layout.key_files:
        path.unlink()
    with pytest.raises(WrongPassphrase):
        Vault.restore(vault.layout.profile, PASSPHRASE, backup.name, "kl", world)
    Vault.restore(vault.layout.profile, OTHER_PASSPHRASE, backup.name, "kl", world)[0].close()


@pytest.mark.parametrize("left", ["old", "damaged", "missing"])
def test_a_change_of_passphrase_cut_short_is_finished_for_the_backups_at_the_next_opening(
    vault: Vault, world: Surroundings, left: str
) -> None:
    backup = vault.backup()
    old = backup.key_file.read_bytes()
    vault.change_passphrase(PASSPHRASE, OTHER_PASSPHRASE)
    changed = backup.key_file.read_bytes()
    vault.close()
    if left == "missing":
        backup.key_file.unlink()
    else:
        backup.key_file.write_bytes(old if left == "old" else b"{}")
    Vault.open(vault.layout.profile, OTHER_PASSPHRASE, world).close()
    assert from_bytes(backup.key_file.read_bytes()).slots == from_bytes(changed).slots != from_bytes(old).slots


def test_a_profile_named_from_the_working_folder(
    tmp_path: Path, world: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with Vault.create(Path("profil"), PASSPHRASE, world)[0] as vault:
        monkeypatch.chdir(tmp_path.parent)
        vault.backup()
    assert len(list((tmp_path / "profil" / "backups").iterdir())) == 2


@pytest.mark.smoke
def test_two_programs_cannot_have_one_profile(vault: Vault, profile: Path, world: Surroundings) -> None:
    for attempt in (
        lambda: Vault.open(profile, PASSPHRASE, world),
        lambda: Vault.open(profile, "ikke den rigtige", world),
        lambda: Vault.create(profile, PASSPHRASE, world),
    ):
        with pytest.raises(AlreadyOpen):
            attempt()
    vault.append(MEETING, [entry(1)])


@pytest.mark.parametrize("kind", ["nfs4", "CIFS", "fuse.sshfs"])
def test_a_network_folder_is_refused_before_anything_is_made(profile: Path, world: Surroundings, kind: str) -> None:
    elsewhere = replace(world, file_system_of=lambda _folder: kind)
    with pytest.raises(UnsuitableFolder) as problem:
        Vault.create(profile, PASSPHRASE, elsewhere)
    assert problem.value.facts == {"reason": "network", "found": kind}
    assert not profile.exists()


def test_a_synced_folder_is_refused(closed: Path, world: Surroundings, tmp_path: Path) -> None:
    synced = tmp_path / "OneDrive - Eksempel Kommune" / "profil"
    synced.parent.mkdir()
    closed.rename(synced)
    with pytest.raises(UnsuitableFolder) as problem:
        Vault.open(synced, PASSPHRASE, world)
    assert problem.value.facts == {"reason": "synced", "found": "OneDrive - Eksempel Kommune"}


def test_a_damaged_key_file_is_mended_from_its_copy(closed: Path, world: Surroundings) -> None:
    first, second = Layout(closed).key_files
    for damaged in (first, second):
        damaged.write_bytes(b"{}")
        Vault.open(closed, PASSPHRASE, world).close()
        assert first.read_bytes() == second.read_bytes()


def test_both_copies_damaged_is_said_and_changes_nothing(closed: Path, world: Surroundings) -> None:
    for path in Layout(closed).key_files:
        path.write_bytes(path.read_bytes()[:-1])
    before = files_of(closed)
    with pytest.raises(DamagedKeyFile):
        Vault.open(closed, PASSPHRASE, world)
    assert files_of(closed) == before


def test_the_key_file_of_another_vault_opens_nothing(closed: Path, tmp_path: Path, world: Surroundings) -> None:
    other, _ = Vault.create(tmp_path / "anden", PASSPHRASE, world)
    other.close()
    for mine, foreign in zip(Layout(closed).key_files, other.layout.key_files, strict=True):
        mine.write_bytes(foreign.read_bytes())
    with pytest.raises(DamagedStore):
        Vault.open(closed, PASSPHRASE, world)


def test_a_closed_or_busy_vault_says_so(vault: Vault) -> None:
    for attempt in (vault.backup, vault.close, vault.check):
        with vault.transaction(), pytest.raises(RuntimeError, match="busy"):
            attempt()
    vault.close()
    vault.close()
    with pytest.raises(RuntimeError, match="closed"):
        vault.append(MEETING, [entry(1)])


def test_threads_take_turns(vault: Vault) -> None:
    def look() -> None:
        for _ in range(20):
            with vault.transaction() as transaction:
                seq = transaction.journal.last_seq(MEETING) + 1
                transaction.journal.append(MEETING, [entry(seq)])
                transaction.audit.append(act())

    threads = [threading.Thread(target=look) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with vault.transaction() as transaction:
        assert transaction.journal.last_seq(MEETING) == 60
    vault.check()


def test_a_full_check_is_made_each_week(closed: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch) -> None:
    checks: list[timedelta] = []
    start = clock.now
    monkeypatch.setattr(Vault, "_check", lambda _self: checks.append(clock.now - start))
    for _ in range(16):
        Vault.open(closed, PASSPHRASE, surroundings(clock)).close()
        clock.forward(days=1)
    assert [passed.days for passed in checks] == [7, 14]


def test_ids_are_random_and_new(vault: Vault) -> None:
    ids = {vault.new_id() for _ in range(100)}
    assert len(ids) == 100
    assert {len(one) for one in ids} == {32}


def test_looking_leaves_no_trace_in_the_profile(closed: Path, world: Surroundings) -> None:
    with Vault.open(closed, PASSPHRASE, world):
        pass
    before = files_of(closed)
    with Vault.open(closed, PASSPHRASE, world) as vault, vault.transaction() as transaction:
        assert transaction.meetings.newest_first()
    assert files_of(closed) == before


def test_what_was_changed_in_the_key_file_alone_stays_changed(closed: Path, world: Surroundings) -> None:
    with Vault.open(closed, PASSPHRASE, world) as vault:
        vault.change_passphrase(PASSPHRASE, OTHER_PASSPHRASE)
    with Vault.open(closed, OTHER_PASSPHRASE, world):
        pass
    with pytest.raises(WrongPassphrase):
        Vault.open(closed, PASSPHRASE, world)


def test_what_was_written_and_rolled_back_still_seals_what_is_there(closed: Path, world: Surroundings) -> None:
    with Vault.open(closed, PASSPHRASE, world) as vault:
        with pytest.raises(LookupError), vault.transaction() as transaction:
            transaction.settings.put("prøve", "1")
            raise LookupError
        vault.compact()
    with Vault.open(closed, PASSPHRASE, world) as vault:
        vault.check()
