"""What `doctor` looks at, whether or not the vault can be opened."""

import shutil
from pathlib import Path

import pytest

from netmoede_desktop.localization.catalogue import load
from netmoede_desktop.localization.finding_wording import finding_sentence
from netmoede_desktop.services.vaults.checkup import Finding, Health, examine
from netmoede_desktop.services.vaults.vaults import VaultOpener
from tests.storage.vaults import PASSPHRASE, HandClock, new_vault, surroundings


@pytest.fixture
def opener(tmp_path: Path) -> VaultOpener:
    return VaultOpener(tmp_path / "profil", PASSPHRASE, surroundings(HandClock()))


def _found(opener: VaultOpener, check: str) -> Finding:
    return next(found for found in examine(opener) if found.check == check)


def test_an_empty_profile_is_no_fault(opener: VaultOpener) -> None:
    assert _found(opener, "database") == Finding("database", Health.OK, "no_store")


def test_a_vault_in_order_is_in_order(opener: VaultOpener) -> None:
    vault, _ = new_vault(opener.profile, opener.surroundings)
    vault.backup()
    vault.close()
    assert {found.health for found in examine(opener)} == {Health.OK}


def test_a_vault_that_is_gone_while_its_backups_are_there_is_a_fault_with_a_way_out(opener: VaultOpener) -> None:
    vault, _ = new_vault(opener.profile, opener.surroundings)
    name = vault.backup().name
    vault.close()
    shutil.rmtree(vault.layout.vault)
    found = _found(opener, "database")
    assert (found.health, found.code) == (Health.FAILED, "store_lost")
    told = finding_sentence(found.check, found.health, found.code, found.facts, load("da"))
    assert f"netmoede backup restore {name}" in told


def test_without_a_passphrase_the_database_is_not_looked_into(opener: VaultOpener) -> None:
    vault, _ = new_vault(opener.profile, opener.surroundings)
    vault.close()
    unopened = VaultOpener(opener.profile, None, opener.surroundings)
    assert _found(unopened, "database") == Finding("database", Health.WARNING, "no_passphrase")


def test_missing_fonts_are_a_fault(opener: VaultOpener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netmoede_desktop.services.vaults.checkup.resource_folder", lambda: tmp_path)
    assert _found(opener, "fonts").health is Health.FAILED
