"""Damage to the store: every broken page, every page put back, foreign, cut and newer files; none is written to."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from netmoede_desktop.storage.keys.key_file import load, save
from netmoede_desktop.storage.keys.keyring import unlock_with_passphrase
from netmoede_desktop.storage.layout import Layout
from netmoede_desktop.storage.migrations.steps import newest_schema
from netmoede_desktop.storage.problems import DamagedKeyFile, DamagedStore, NewerStore, StorageProblem
from netmoede_desktop.storage.surroundings import Surroundings
from netmoede_desktop.storage.vault import Vault
from tests.storage.vaults import MEETING, PASSPHRASE, act, entry, files_of

PAGE = 4096


def filled(profile: Path, world: Surroundings) -> Layout:
    with Vault.open(profile, PASSPHRASE, world) as vault:
        vault.append(MEETING, [entry(seq, "x" * 400) for seq in range(1, 60)])
        with vault.transaction() as transaction:
            for number in range(30):
                transaction.audit.append(act(f"viewed-{number}"))
        return vault.layout


def refused(profile: Path, world: Surroundings) -> StorageProblem:
    """Open, be refused, and see that not a byte changed."""
    before = files_of(profile)
    with pytest.raises(StorageProblem) as problem:
        Vault.open(profile, PASSPHRASE, world)
    assert files_of(profile) == before
    return problem.value


def without_seal(layout: Layout) -> None:
    """Make the profile as an abnormal exit leaves it: nothing says how the store was when it was closed."""
    keyring = unlock_with_passphrase(layout.key_files, PASSPHRASE)
    keyring.change(lambda key_file: replace(key_file, seal=None))


def test_a_flipped_byte_in_any_page_is_found(closed: Path, world: Surroundings) -> None:
    layout = filled(closed, world)
    whole = layout.store.read_bytes()
    for start in range(0, len(whole), PAGE):
        damaged = bytearray(whole)
        damaged[start + 1000] ^= 1
        layout.store.write_bytes(damaged)
        assert isinstance(refused(closed, world), DamagedStore)
    layout.store.write_bytes(whole)
    Vault.open(closed, PASSPHRASE, world).close()


def test_without_a_seal_too(closed: Path, world: Surroundings) -> None:
    layout = filled(closed, world)
    without_seal(layout)
    whole = layout.store.read_bytes()
    for start in range(0, len(whole), PAGE):
        damaged = bytearray(whole)
        damaged[start + 2000] ^= 0x80
        layout.store.write_bytes(damaged)
        assert isinstance(refused(closed, world), DamagedStore)


def test_any_page_put_back_is_found(closed: Path, world: Surroundings) -> None:
    layout = filled(closed, world)
    old = layout.store.read_bytes()
    with Vault.open(closed, PASSPHRASE, world) as vault:
        vault.append(MEETING, [entry(seq, "y" * 400) for seq in range(60, 100)])
        with vault.transaction() as transaction:
            transaction.audit.append(act("exported"))
    new = layout.store.read_bytes()
    changed = [s for s in range(0, min(len(old), len(new)), PAGE) if old[s : s + PAGE] != new[s : s + PAGE]]
    assert len(changed) >= 4
    for start in changed:
        layout.store.write_bytes(new[:start] + old[start : start + PAGE] + new[start + PAGE :])
        assert isinstance(refused(closed, world), DamagedStore)


def test_an_old_store_put_back_is_found_by_the_audit_head_alone(closed: Path, world: Surroundings) -> None:
    layout = filled(closed, world)
    old = layout.store.read_bytes()
    with Vault.open(closed, PASSPHRASE, world) as vault, vault.transaction() as transaction:
        transaction.audit.append(act("exported"))
    without_seal(layout)
    layout.store.write_bytes(old)
    problem = refused(closed, world)
    assert problem.facts == {"reason": "older_than_key_file", "seq": 31}


def test_the_control_of_these_tests_goes_unseen(closed: Path, world: Surroundings) -> None:
    """Without seal and without an audit entry nothing tells an old store: the two tests above stand on them."""
    layout = filled(closed, world)
    old = layout.store.read_bytes()
    with Vault.open(closed, PASSPHRASE, world) as vault:
        vault.append(MEETING, [entry(60)])
    without_seal(layout)
    layout.store.write_bytes(old)
    with Vault.open(closed, PASSPHRASE, world) as vault, vault.transaction() as transaction:
        assert transaction.journal.last_seq(MEETING) == 59


@pytest.mark.parametrize("sealed", [True, False])
@pytest.mark.parametrize(
    "content",
    [b"", b"x", b"x" * 100_000, b"SQLite format 3\x00" + bytes(PAGE - 16), bytes(3 * PAGE)],
    ids=["empty", "one byte", "noise", "plain SQLite", "zeros"],
)
def test_a_file_that_is_no_store_of_ours(closed: Path, world: Surroundings, content: bytes, *, sealed: bool) -> None:
    layout = Layout(closed)
    if not sealed:
        without_seal(layout)
    layout.store.write_bytes(content)
    assert isinstance(refused(closed, world), DamagedStore)


@pytest.mark.parametrize("missing_bytes", [1, 100, PAGE, 2 * PAGE, 5 * PAGE])
def test_a_cut_store(closed: Path, world: Surroundings, missing_bytes: int) -> None:
    layout = filled(closed, world)
    without_seal(layout)
    layout.store.write_bytes(layout.store.read_bytes()[:-missing_bytes])
    assert isinstance(refused(closed, world), DamagedStore)


def test_a_missing_store(closed: Path, world: Surroundings) -> None:
    Layout(closed).store.unlink()
    assert refused(closed, world).facts == {"reason": "missing"}


def test_the_store_of_another_vault(closed: Path, tmp_path: Path, world: Surroundings) -> None:
    other, _ = Vault.create(tmp_path / "anden", PASSPHRASE, world)
    other.close()
    shutil.copyfile(other.layout.store, Layout(closed).store)
    without_seal(Layout(closed))
    assert isinstance(refused(closed, world), DamagedStore)


def test_a_newer_store_is_refused_unharmed(closed: Path, world: Surroundings) -> None:
    filled(closed, world)
    with Vault.open(closed, PASSPHRASE, world) as vault:
        vault._connection.plain.execute("PRAGMA user_version=99")
    assert refused(closed, world).facts == {"found": 99, "supported": newest_schema(), "part": "store"}


def test_a_key_file_that_asks_for_a_newer_schema(closed: Path, world: Surroundings) -> None:
    keyring = unlock_with_passphrase(Layout(closed).key_files, PASSPHRASE)
    keyring.change(lambda key_file: replace(key_file, writable_from=7))
    problem = refused(closed, world)
    assert isinstance(problem, NewerStore)
    assert problem.facts["found"] == 7


def test_an_older_key_file_of_the_same_vault_does_not_hide_that_the_store_changed(
    closed: Path, world: Surroundings
) -> None:
    layout = filled(closed, world)
    older = layout.key_files[0].read_bytes()
    with Vault.open(closed, PASSPHRASE, world) as vault, vault.transaction() as transaction:
        transaction.audit.append(act("exported"))
    for path in layout.key_files:
        path.write_bytes(older)
    assert refused(closed, world).facts == {"reason": "changed_since_close"}


def test_a_key_file_changed_without_the_key(closed: Path, world: Surroundings) -> None:
    layout = Layout(closed)
    save(layout.key_files, replace(load(layout.key_files), seal=None))
    problem = refused(closed, world)
    assert isinstance(problem, DamagedKeyFile)
    assert problem.facts == {"reason": "mac"}


def test_an_abnormal_exit_is_checked_and_forgiven(closed: Path, tmp_path: Path, world: Surroundings) -> None:
    with Vault.open(closed, PASSPHRASE, world) as vault:
        vault.append(MEETING, [entry(1), entry(2)])
        with vault.transaction() as transaction:
            transaction.audit.append(act())
        crashed = tmp_path / "efter strømsvigt"
        shutil.copytree(closed, crashed)
    with Vault.open(crashed, PASSPHRASE, world) as vault, vault.transaction() as transaction:
        assert transaction.journal.last_seq(MEETING) == 2
        assert transaction.audit.head().seq == 1


def test_a_broken_page_behind_an_abnormal_exit_is_found_before_the_log_is_folded_in(
    closed: Path, tmp_path: Path, world: Surroundings
) -> None:
    filled(closed, world)
    with Vault.open(closed, PASSPHRASE, world) as vault:
        vault.append(MEETING, [entry(60)])
        crashed = tmp_path / "efter strømsvigt"
        shutil.copytree(closed, crashed)
    store = Layout(crashed).store
    content = bytearray(store.read_bytes())
    content[len(content) // 2] ^= 1
    store.write_bytes(content)
    assert isinstance(refused(crashed, world), DamagedStore)
