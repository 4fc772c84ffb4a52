"""The ways into a vault: made, opened, recovered, restored; keys changed, and logged that they were."""

from pathlib import Path

import pytest

from netmoede_desktop.services.vaults import opening
from netmoede_desktop.services.vaults.opening import Entrance, change_passphrase, is_same_code, renew_recovery_code
from netmoede_desktop.storage.problems import (
    DamagedStore,
    MistypedRecoveryCode,
    NoStore,
    WeakPassphrase,
    WrongPassphrase,
    WrongRecoveryCode,
)
from netmoede_desktop.storage.vault import Vault
from tests.storage.vaults import OTHER_PASSPHRASE, PASSPHRASE, START, HandClock, surroundings


@pytest.fixture
def entrance(tmp_path: Path) -> Entrance:
    return Entrance(tmp_path / "profil", surroundings(HandClock()))


def logged(vault: Vault) -> list[tuple[str, str]]:
    with vault.transaction() as store:
        return [(entry.act.actor, entry.act.name) for entry in store.audit.about()]


@pytest.mark.smoke
def test_a_vault_is_made_and_opened_again(entrance: Entrance) -> None:
    with pytest.raises(NoStore):
        entrance.open(PASSPHRASE)
    with pytest.raises(WeakPassphrase):
        entrance.create("kort")
    made = entrance.create(PASSPHRASE)
    made.vault.close()
    assert made.recovery_code.count("-") == 6
    assert made.recovery_code not in repr(made)
    with pytest.raises(WrongPassphrase):
        entrance.open(OTHER_PASSPHRASE)
    entrance.open(PASSPHRASE).close()


def test_the_code_is_typed_back(entrance: Entrance) -> None:
    made, other = entrance.create(PASSPHRASE), None
    with made.vault as vault:
        other = renew_recovery_code(vault, START)
    code = made.recovery_code
    assert is_same_code(code, code.lower().replace("-", " "))
    assert not is_same_code(code, other)
    with pytest.raises(MistypedRecoveryCode) as mistyped:
        is_same_code(code, code[:-1])
    assert mistyped.value.facts["reason"] == "length"


@pytest.mark.smoke
def test_a_forgotten_passphrase_is_replaced_with_the_code(entrance: Entrance, tmp_path: Path) -> None:
    made = entrance.create(PASSPHRASE)
    made.vault.close()
    stranger = Entrance(tmp_path / "anden", surroundings(HandClock())).create(PASSPHRASE)
    stranger.vault.close()
    with pytest.raises(WrongRecoveryCode):
        entrance.recover(stranger.recovery_code, OTHER_PASSPHRASE)
    with pytest.raises(MistypedRecoveryCode):
        entrance.recover("ABCD", OTHER_PASSPHRASE)
    entrance.recover(made.recovery_code.lower(), OTHER_PASSPHRASE).close()
    entrance.open(OTHER_PASSPHRASE).close()


def test_the_newest_good_backup_takes_the_place_of_a_damaged_store(entrance: Entrance) -> None:
    made = entrance.create(PASSPHRASE)
    with made.vault as vault:
        good, bad = vault.backup(), vault.backup()
        store = vault.layout.store
    bad.store.write_bytes(b"x")
    store.write_bytes(b"x" * 8192)
    with pytest.raises(DamagedStore):
        entrance.open(PASSPHRASE)
    assert [backup.name for backup in entrance.backups()] == [bad.name, good.name]
    newest = entrance.newest_good(PASSPHRASE)
    assert newest is not None
    assert (newest.name, newest.made, newest.size) == (good.name, good.made, good.size)
    restored = entrance.restore(PASSPHRASE, newest.name)
    with restored.vault as vault:
        assert logged(vault) == [("gui", "store_restored")]
    assert restored.aside is not None and restored.aside.is_dir()


def test_the_code_helps_when_the_store_is_damaged_too(entrance: Entrance) -> None:
    made = entrance.create(PASSPHRASE)
    with made.vault as vault:
        backup = vault.backup()
        store = vault.layout.store
    store.write_bytes(b"x" * 8192)
    with pytest.raises(DamagedStore):
        entrance.recover(made.recovery_code, OTHER_PASSPHRASE)
    entrance.restore(OTHER_PASSPHRASE, backup.name).vault.close()


def test_where_no_backup_is_good_none_is_offered(entrance: Entrance) -> None:
    entrance.create(PASSPHRASE).vault.close()
    assert (entrance.backups(), entrance.newest_good(PASSPHRASE)) == ((), None)


def test_a_change_of_keys_is_logged_when_it_was_made(entrance: Entrance) -> None:
    made = entrance.create(PASSPHRASE)
    with made.vault as vault:
        with pytest.raises(WrongPassphrase):
            change_passphrase(vault, OTHER_PASSPHRASE, "endnu en god sætning", START)
        change_passphrase(vault, PASSPHRASE, OTHER_PASSPHRASE, START)
        code = renew_recovery_code(vault, START)
        assert logged(vault) == [("gui", "passphrase_changed"), ("gui", "recovery_code_renewed")]
    with pytest.raises(WrongRecoveryCode):
        entrance.recover(made.recovery_code, PASSPHRASE)
    entrance.recover(code, PASSPHRASE).close()


def test_the_warm_up_harms_nothing(entrance: Entrance) -> None:
    opening.warm_up()
    entrance.create(PASSPHRASE).vault.close()
    assert isinstance(Entrance.of_this_machine(Path("profil"), lambda: START), Entrance)
