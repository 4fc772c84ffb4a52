"""Backups: whole when they are seen, thinned by rule, and able to take the store's place."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from netmoede_desktop.storage.backups import backup as backups
from netmoede_desktop.storage.backups.backup import list_backups
from netmoede_desktop.storage.database.driver import open_for_reading
from netmoede_desktop.storage.layout import Layout
from netmoede_desktop.storage.problems import (
    AlreadyOpen,
    BackupDamaged,
    DamagedKeyFile,
    DamagedStore,
    DiskFull,
    NoBackup,
    WrongPassphrase,
)
from netmoede_desktop.storage.surroundings import Surroundings
from netmoede_desktop.storage.vault import Vault
from tests.storage.vaults import (
    CASE,
    MEETING,
    OTHER_PASSPHRASE,
    PASSPHRASE,
    START,
    HandClock,
    act,
    entry,
    files_of,
    note,
)


@pytest.mark.smoke
def test_a_backup_is_verified_and_holds_everything(vault: Vault, world: Surroundings) -> None:
    vault.append(MEETING, [entry(1, "før")])
    made = vault.backup()
    vault.verify_backup(made.name)
    assert made.made == START
    vault.append(MEETING, [entry(2, "efter")])
    vault.close()
    restored, aside = Vault.restore(vault.layout.profile, PASSPHRASE, made.name, "kl", world)
    with restored, restored.transaction() as transaction:
        assert transaction.journal.read(MEETING) == [entry(1, "før")]
        assert [logged.act.name for logged in transaction.audit.about()] == ["store_restored"]
    assert aside is not None
    assert (aside / "store.db").exists()


@pytest.mark.smoke
def test_what_was_set_aside_is_the_whole_old_store(vault: Vault, world: Surroundings, tmp_path: Path) -> None:
    made = vault.backup()
    vault.append(MEETING, [entry(1, "efter")])
    keys = vault._keyring
    vault.close()
    restored, aside = Vault.restore(vault.layout.profile, PASSPHRASE, made.name, "kl", world)
    restored.close()
    assert aside is not None
    opened = open_for_reading(aside / "store.db", keys.store_key, keys.store_salt, settled=True)
    assert opened.execute("SELECT count(*) FROM journal_event").fetchone() == (1,)
    opened.close()


def test_deleted_cases_stay_deleted_even_when_the_key_file_is_lost_too(vault: Vault, world: Surroundings) -> None:
    made = vault.backup()
    with vault.transaction() as transaction:
        transaction.deletions.delete_case(CASE, START)
    vault.close()
    for path in vault.layout.vault.iterdir():
        path.unlink()
    restored, _ = Vault.restore(vault.layout.profile, PASSPHRASE, made.name, "kl", world)
    with restored, restored.transaction() as transaction:
        assert transaction.cases.all() == []


@pytest.mark.parametrize("damage", ["none", "page", "header", "truncated", "empty", "missing", "foreign", "log"])
def test_the_newest_good_backup_comes_back_whatever_happened_to_the_store(
    vault: Vault, world: Surroundings, damage: str
) -> None:
    vault.append(MEETING, [entry(seq, "x" * 500) for seq in range(1, 40)])
    made = vault.backup()
    vault.close()
    _damage(vault.layout, damage)
    if damage != "none":
        with pytest.raises(DamagedStore):
            Vault.open(vault.layout.profile, PASSPHRASE, world)
    restored, aside = Vault.restore(vault.layout.profile, PASSPHRASE, made.name, "kl", world)
    with restored, restored.transaction() as transaction:
        assert transaction.journal.last_seq(MEETING) == 39
    assert (aside is None) == (damage == "missing")
    Vault.open(vault.layout.profile, PASSPHRASE, world).close()


@pytest.mark.parametrize(
    "seed", [*range(10), *(pytest.param(seed, marks=pytest.mark.campaign) for seed in range(10, 100))]
)
def test_the_drill_damage_anything_and_get_the_newest_good_backup_back(
    vault: Vault, world: Surroundings, clock: HandClock, seed: int
) -> None:
    rng = random.Random(seed)
    for number in range(4):
        vault.append(MEETING, [entry(number * 10 + step, "x" * 400) for step in range(1, 11)])
        vault.backup()
        clock.forward(minutes=10)
    vault.close()
    backups_then = list_backups(vault.layout)
    broken = rng.randint(0, 3)
    for path in (vault.layout.store, *(backup.store for backup in backups_then[:broken])):
        content = bytearray(path.read_bytes())
        for _ in range(rng.randint(1, 5)):
            content[rng.randrange(len(content))] ^= rng.randint(1, 255)
        path.write_bytes(content[: rng.choice([len(content), rng.randrange(len(content))])])
    with pytest.raises(DamagedStore):
        Vault.open(vault.layout.profile, PASSPHRASE, world)
    good = Vault.newest_good_backup(vault.layout.profile, PASSPHRASE, world)
    assert good == backups_then[broken]
    again, _ = Vault.restore(vault.layout.profile, PASSPHRASE, good.name, "kl", world)
    with again, again.transaction() as transaction:
        assert transaction.journal.last_seq(MEETING) == (4 - broken) * 10


def test_with_the_key_file_gone_any_backups_copy_of_it_will_do(vault: Vault, world: Surroundings) -> None:
    older, newer = vault.backup(), vault.backup()
    vault.close()
    for path in (*vault.layout.key_files, newer.key_file):
        path.unlink()
    good = Vault.newest_good_backup(vault.layout.profile, PASSPHRASE, world)
    assert good is not None and good.name == newer.name
    older.key_file.write_bytes(b"{}")
    with pytest.raises(DamagedKeyFile):
        Vault.newest_good_backup(vault.layout.profile, PASSPHRASE, world)


def test_where_no_backup_is_good_none_is_offered(vault: Vault, world: Surroundings) -> None:
    vault.backup().store.write_bytes(b"x")
    with pytest.raises(AlreadyOpen):
        Vault.newest_good_backup(vault.layout.profile, PASSPHRASE, world)
    vault.close()
    assert Vault.newest_good_backup(vault.layout.profile, PASSPHRASE, world) is None
    with pytest.raises(WrongPassphrase):
        Vault.newest_good_backup(vault.layout.profile, OTHER_PASSPHRASE, world)


def _damage(layout: Layout, damage: str) -> None:
    content = bytearray(layout.store.read_bytes())
    match damage:
        case "page":
            content[4096 * 3 + 100] ^= 1
        case "header":
            content[20] ^= 1
        case "truncated":
            del content[-4096:]
        case "empty":
            content.clear()
        case "foreign":
            content = bytearray(b"SQLite format 3\x00" + bytes(8176))
        case "log":
            layout.store_log.write_bytes(b"x" * 8192)
    layout.store.write_bytes(content)
    if damage == "missing":
        layout.store.unlink()


def test_a_lost_vault_folder_comes_back_from_a_backup(vault: Vault, world: Surroundings) -> None:
    made = vault.backup()
    vault.close()
    for path in vault.layout.vault.iterdir():
        path.unlink()
    vault.layout.vault.rmdir()
    Vault.restore(vault.layout.profile, PASSPHRASE, made.name, "kl", world)[0].close()
    Vault.open(vault.layout.profile, PASSPHRASE, world).close()


def test_what_an_interrupted_restore_left_is_cleared_away(vault: Vault, world: Surroundings) -> None:
    made = vault.backup()
    vault.append(MEETING, [entry(1)])
    log = vault.layout.store_log.read_bytes()
    vault.close()
    attempts: tuple[Callable[[], Vault], ...] = (
        lambda: Vault.restore(vault.layout.profile, PASSPHRASE, made.name, "kl", world)[0],
        lambda: Vault.open(vault.layout.profile, PASSPHRASE, world),
    )
    for attempt in attempts:
        for path, left in zip(vault.layout.unfinished_restore, (b"halv", log, b"x" * 32768), strict=True):
            path.write_bytes(left)
        with attempt() as again, again.transaction() as transaction:
            assert transaction.journal.last_seq(MEETING) == 0
        assert sorted(path.name for path in vault.layout.vault.iterdir()) == ["key-copy.json", "key.json", "store.db"]


def test_deleted_cases_stay_deleted_even_when_the_store_is_lost(vault: Vault, world: Surroundings) -> None:
    made = vault.backup()
    with vault.transaction() as transaction:
        transaction.deletions.delete_case(CASE, START)
    vault.close()
    vault.layout.store.write_bytes(b"")
    restored, _ = Vault.restore(vault.layout.profile, PASSPHRASE, made.name, "kl", world)
    with restored, restored.transaction() as transaction:
        assert transaction.cases.all() == []
        assert [deletion.case_id for deletion in transaction.deletions.all()] == [CASE]


def test_a_backup_from_before_later_audit_entries_is_no_old_store(vault: Vault, world: Surroundings) -> None:
    made = vault.backup()
    with vault.transaction() as transaction:
        transaction.audit.append(act())
        transaction.audit.append(act())
    vault.close()
    Vault.restore(vault.layout.profile, PASSPHRASE, made.name, "kl", world)[0].close()
    Vault.open(vault.layout.profile, PASSPHRASE, world).close()


def test_what_stands_in_the_way_of_a_restore_is_said_and_changes_nothing(vault: Vault, world: Surroundings) -> None:
    profile = vault.layout.profile
    made, second = vault.backup(), vault.backup()
    with pytest.raises(AlreadyOpen):
        Vault.restore(profile, PASSPHRASE, made.name, "kl", world)
    vault.close()
    content = bytearray(second.store.read_bytes())
    content[5000] ^= 1
    second.store.write_bytes(content)
    before = files_of(profile)
    for passphrase, name, problem in (
        (OTHER_PASSPHRASE, made.name, WrongPassphrase),
        (PASSPHRASE, "i går", NoBackup),
        (PASSPHRASE, second.name, BackupDamaged),
    ):
        with pytest.raises(problem):
            Vault.restore(profile, passphrase, name, "kl", world)
    assert files_of(profile) == before


def test_without_any_key_file_there_is_no_way_in(vault: Vault, world: Surroundings) -> None:
    made = vault.backup()
    vault.close()
    for path in (*vault.layout.key_files, made.key_file):
        path.unlink()
    with pytest.raises(DamagedKeyFile):
        Vault.restore(vault.layout.profile, PASSPHRASE, made.name, "kl", world)


@pytest.mark.parametrize("page", range(1, 12))
def test_a_flipped_byte_in_any_page_of_a_backup_is_found(vault: Vault, page: int) -> None:
    vault.append(MEETING, [entry(seq, "x" * 500) for seq in range(1, 40)])
    made = vault.backup()
    content = bytearray(made.store.read_bytes())
    content[4096 * page + 17] ^= 0x40
    made.store.write_bytes(content)
    with pytest.raises(BackupDamaged) as problem:
        vault.verify_backup(made.name)
    assert problem.value.facts["name"] == made.name
    for wrong in (b"", b"x", b"x" * 8192, bytes(content[:-100])):
        made.store.write_bytes(wrong)
        with pytest.raises(BackupDamaged):
            vault.verify_backup(made.name)


def test_a_backup_is_made_only_when_something_changed(vault: Vault, world: Surroundings, clock: HandClock) -> None:
    assert vault.backup_if_changed() is not None
    assert vault.backup_if_changed() is None
    vault.append(MEETING, [entry(1)])
    clock.forward(minutes=10)
    assert vault.backup_if_changed() is not None
    assert vault.backup_if_changed() is None
    assert len(vault.backups()) == 2


def test_a_backup_that_fails_leaves_no_half_one(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    good = vault.backup()

    def full(_path: Path, _content: bytes) -> None:
        raise OSError(28, "no room")

    monkeypatch.setattr(backups, "write_durably", full)
    with pytest.raises(DiskFull):
        vault.backup()
    monkeypatch.undo()
    assert sorted(path.name for path in vault.layout.backups.iterdir()) == [good.store.name, good.key_file.name]
    (vault.layout.backups / "gammel.db.part").write_bytes(b"halv")
    (vault.layout.backups / "fremmed.db").write_bytes(b"fremmed")
    vault.backup()
    assert len(vault.backups()) == 2
    assert not list(vault.layout.backups.glob("*.part"))


def test_wiped_private_notes_are_gone_from_backups_and_set_aside_stores(vault: Vault, world: Surroundings) -> None:
    before = vault.backup()
    with vault.transaction() as transaction:
        transaction.journal.append(MEETING, [entry(1)])
        transaction.private_notes.put(note(1, "hemmelig"))
    during = vault.backup()
    vault.close()
    vault, aside = Vault.restore(vault.layout.profile, PASSPHRASE, during.name, "kl", world)
    assert aside is not None and aside.exists()
    with vault.transaction() as transaction:
        transaction.private_notes.wipe(MEETING)
    assert vault.purge_wiped_notes() == 2
    names = [backup.name for backup in vault.backups()]
    assert during.name not in names and before.name in names and len(names) == 2
    assert not aside.exists()
    assert vault.purge_wiped_notes() == 0
    vault.close()


def test_a_wipe_cut_short_is_finished_at_the_next_opening(vault: Vault, world: Surroundings, clock: HandClock) -> None:
    with vault.transaction() as transaction:
        transaction.journal.append(MEETING, [entry(1)])
        transaction.private_notes.put(note(1, "hemmelig"))
    clock.forward(minutes=10)
    during, damaged = vault.backup(), vault.backup()
    damaged.store.write_bytes(b"x")
    with vault.transaction() as transaction:
        transaction.private_notes.wipe(MEETING)
    vault.close()
    with Vault.open(vault.layout.profile, PASSPHRASE, world) as again:
        names = {backup.name for backup in again.backups()}
        assert len(names) == 1
        assert names.isdisjoint({during.name, damaged.name})
