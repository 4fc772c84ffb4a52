"""Opening the vault of a profile: with a passphrase, without one, and one that is thrown away."""

from dataclasses import replace
from pathlib import Path

import pytest

from netmoede_desktop.services.vaults.vaults import NoPassphrase, TemporaryOpener, VaultOpener
from netmoede_desktop.storage.keys.recovery_code import RecoveryCode
from netmoede_desktop.storage.problems import NoStore, WrongPassphrase
from tests.storage.vaults import OTHER_PASSPHRASE, HandClock, kept_nowhere, surroundings


def test_an_empty_profile_has_no_vault_until_one_is_made(opener: VaultOpener) -> None:
    assert opener.open_existing() is None
    with pytest.raises(NoStore):
        opener.open()
    with pytest.raises(NoStore):
        opener.backups()
    codes: list[RecoveryCode] = []
    opener.create(codes.append).close()
    assert len(codes) == 1
    with opener.open() as again:
        assert again.backups() == []
    existing = opener.open_existing()
    assert existing is not None
    existing.close()


def test_without_a_passphrase_nothing_is_opened_made_or_restored(opener: VaultOpener) -> None:
    opener.create(kept_nowhere).close()
    without = replace(opener, passphrase=None)
    for attempt in (
        without.open,
        without.open_existing,
        lambda: without.create(kept_nowhere),
        lambda: without.restore("x"),
    ):
        with pytest.raises(NoPassphrase):
            attempt()


def test_a_wrong_passphrase_is_not_taken_for_a_profile_without_a_vault(opener: VaultOpener) -> None:
    opener.create(kept_nowhere).close()
    with pytest.raises(WrongPassphrase):
        replace(opener, passphrase=OTHER_PASSPHRASE).open_existing()


def test_backups_are_listed_though_the_vault_cannot_be_opened(opener: VaultOpener) -> None:
    vault = opener.create(kept_nowhere)
    made = vault.backup()
    vault.close()
    (opener.profile / "vault" / "store.db").unlink()
    assert [backup.name for backup in replace(opener, passphrase=None).backups()] == [made.name]


def test_a_temporary_vault_has_a_passphrase_nobody_knows_and_no_recovery_code(tmp_path: Path) -> None:
    temporary = TemporaryOpener(tmp_path / "øve", None, surroundings(HandClock()))
    assert (temporary.open_existing(), temporary.lasting) == (None, False)
    codes: list[RecoveryCode] = []
    temporary.create(codes.append).close()
    assert codes == []
    with pytest.raises(WrongPassphrase):
        VaultOpener(tmp_path / "øve", "", surroundings(HandClock())).open()


def test_the_passphrase_is_not_in_the_text_of_the_opener(opener: VaultOpener) -> None:
    assert str(opener.passphrase) not in repr(opener)
