"""The full check finds what no page code tells, and set-aside stores come and go as backups do."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from netmoede_desktop.storage.backups.set_aside import list_set_aside
from netmoede_desktop.storage.checks.integrity import fold_log, full_check, seal_of
from netmoede_desktop.storage.database.driver import open_for_writing
from netmoede_desktop.storage.problems import DamagedStore, DiskFailure
from netmoede_desktop.storage.surroundings import Surroundings
from netmoede_desktop.storage.vault import Vault
from tests.storage.vaults import MEETING, PASSPHRASE, HandClock, act, entry


def test_a_reference_to_nothing_is_found(vault: Vault) -> None:
    plain = vault._connection.plain
    plain.execute("PRAGMA foreign_keys=OFF")
    plain.execute("INSERT INTO private_note VALUES ('intet', 1, '')")
    with pytest.raises(DamagedStore) as problem:
        full_check(plain)
    assert problem.value.facts == {"reason": "references"}


def test_a_log_that_another_reader_holds_is_not_called_folded(vault: Vault) -> None:
    keys = vault._keyring
    other = open_for_writing(vault.layout.store, keys.store_key, keys.store_salt)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM meeting").fetchall()
    vault.append(MEETING, [entry(1)])
    vault._connection.plain.execute("PRAGMA busy_timeout=10")
    with pytest.raises(DiskFailure) as problem:
        fold_log(vault._connection.plain)
    assert problem.value.facts == {"reason": "log_not_folded"}
    other.execute("COMMIT")
    other.close()
    fold_log(vault._connection.plain)


def test_an_audit_entry_changed_behind_the_vault_is_found_by_the_full_check(vault: Vault) -> None:
    with vault.transaction() as transaction:
        transaction.audit.append(act("viewed"))
        transaction.audit.append(act("printed"))
    vault.check()
    plain = vault._connection.plain
    plain.execute("DROP TRIGGER audit_entry_never_changes")
    plain.execute("UPDATE audit_entry SET name='opened' WHERE seq=1")
    with pytest.raises(DamagedStore) as problem:
        vault.check()
    assert problem.value.facts == {"reason": "audit_chain", "seq": 1}
    plain.execute("DROP TRIGGER audit_entry_never_goes")
    plain.execute("DELETE FROM audit_entry")
    with pytest.raises(DamagedStore) as problem:
        vault.check()
    assert problem.value.facts == {"reason": "older_than_key_file"}


def test_an_audit_head_the_key_file_missed_is_told_it_at_the_next_opening(
    closed: Path, world: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Vault.open(closed, PASSPHRASE, world) as vault:
        with monkeypatch.context() as full:
            full.setattr(type(vault._keyring), "change", _refuse)
            with vault.transaction() as transaction:
                transaction.audit.append(act())
        assert vault._keyring.key_file.head.seq == 0
    with Vault.open(closed, PASSPHRASE, world) as vault:
        assert vault._keyring.key_file.head.seq == 1


def _refuse(*_: object) -> None:
    raise DiskFailure


@pytest.mark.parametrize("links", [True, False])
def test_a_store_set_aside_is_removed_when_the_store_has_lived_thirty_days_more(
    vault: Vault, world: Surroundings, clock: HandClock, monkeypatch: pytest.MonkeyPatch, *, links: bool
) -> None:
    if not links:
        monkeypatch.setattr(os, "link", lambda *_: (_ for _ in ()).throw(PermissionError(1, "no links here")))
    made = vault.backup()
    vault.append(MEETING, [entry(1)])
    profile = vault.layout.profile
    vault.close()
    before = seal_of(vault.layout.store)
    for _ in range(2):
        Vault.restore(profile, PASSPHRASE, made.name, "kl", world)[0].close()
    aside = list_set_aside(vault.layout)
    assert len(aside) == 2
    assert seal_of(aside[0].store) == before
    (vault.layout.set_aside / "egne noterZ").mkdir()
    clock.forward(days=29)
    Vault.open(profile, PASSPHRASE, world).close()
    assert list_set_aside(vault.layout) == aside
    clock.forward(days=2)
    Vault.open(profile, PASSPHRASE, world).close()
    assert list_set_aside(vault.layout) == aside, "a day that only the clock knows"
    for _ in range(3):
        assert list_set_aside(vault.layout) == aside, "a day or two that no other is near"
        with Vault.open(profile, PASSPHRASE, world) as again, again.transaction() as transaction:
            transaction.audit.append(replace(act(), at=clock.now))
        clock.forward(days=1)
    Vault.open(profile, PASSPHRASE, world).close()
    assert [path.name for path in vault.layout.set_aside.iterdir()] == ["egne noterZ"]
