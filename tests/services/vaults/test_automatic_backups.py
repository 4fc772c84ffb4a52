"""When backups are made by themselves, and what the end of a meeting does to them."""

from datetime import timedelta
from pathlib import Path

import pytest

from netmoede_desktop.services.vaults.automatic_backups import INTERVAL, RETRY, AutomaticBackups
from netmoede_desktop.storage.problems import DiskFull
from netmoede_desktop.storage.vault import Vault
from tests.storage.vaults import MEETING, HandClock, entry, new_vault, note, surroundings


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def kept(tmp_path: Path, clock: HandClock) -> tuple[Vault, AutomaticBackups]:
    vault, _ = new_vault(tmp_path / "profil", surroundings(clock))
    return vault, AutomaticBackups(vault, clock)


def press(vault: Vault) -> None:
    with vault.transaction() as store:
        seq = store.journal.last_seq(MEETING) + 1
        store.journal.append(MEETING, [entry(seq)])


def test_every_ten_minutes_if_anything_changed(kept: tuple[Vault, AutomaticBackups], clock: HandClock) -> None:
    vault, automatic_backups = kept
    with vault:
        made = []
        for minute in range(35):
            if minute < 25:
                press(vault)
            assert automatic_backups.due == (minute > 0 and minute % 10 == 0)
            automatic_backups.back_up_if_due()
            made.append(len(vault.backups()))
            clock.forward(minutes=1)
    assert [minute for minute in range(1, 35) if made[minute] > made[minute - 1]] == [10, 20, 30]


def test_at_the_start_only_what_changed_since(kept: tuple[Vault, AutomaticBackups], clock: HandClock) -> None:
    vault, automatic_backups = kept
    with vault:
        for changed in (True, False, True):
            before = len(vault.backups())
            if changed:
                press(vault)
            automatic_backups.start()
            clock.forward(minutes=1)
            assert len(vault.backups()) == before + changed


def test_after_one_that_failed_the_next_is_tried_soon(
    kept: tuple[Vault, AutomaticBackups], clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Vault) -> None:
        raise DiskFull

    vault, automatic_backups = kept
    with vault:
        clock.forward(minutes=11)
        monkeypatch.setattr(Vault, "backup_if_changed", full)
        with pytest.raises(DiskFull):
            automatic_backups.back_up_if_due()
        monkeypatch.undo()
        automatic_backups.back_up_if_due()
        assert vault.backups() == []
        clock.forward(seconds=RETRY.total_seconds())
        automatic_backups.back_up_if_due()
        assert len(vault.backups()) == 1
        clock.forward(seconds=(INTERVAL - timedelta(seconds=1)).total_seconds())
        assert not automatic_backups.due


def test_at_the_end_no_backup_holds_a_private_note(kept: tuple[Vault, AutomaticBackups], clock: HandClock) -> None:
    vault, automatic_backups = kept
    with vault:
        with vault.transaction() as store:
            store.private_notes.put(note(1, "hemmelig"))
        during = vault.backup().name
        clock.forward(minutes=1)
        with vault.transaction() as store:
            store.private_notes.wipe(MEETING)
        automatic_backups.end()
        assert during not in [backup.name for backup in vault.backups()]
        assert vault.backup_if_changed() is None


def test_the_end_is_backed_up_though_old_copies_cannot_be_cleaned(
    kept: tuple[Vault, AutomaticBackups], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Vault) -> int:
        raise DiskFull

    vault, automatic_backups = kept
    monkeypatch.setattr(Vault, "purge_wiped_notes", full)
    with vault:
        automatic_backups.end()
        assert len(vault.backups()) == 1
