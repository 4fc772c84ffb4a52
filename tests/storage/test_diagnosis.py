"""What `netmoede doctor` is told, well and unwell."""

import shutil
from collections import namedtuple
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from netmoede_desktop.storage.diagnosis import Finding, Health, examine_profile, examine_vault
from netmoede_desktop.storage.layout import Layout
from netmoede_desktop.storage.surroundings import Surroundings
from netmoede_desktop.storage.vault import Vault
from tests.storage.vaults import MEETING, START, HandClock, entry, files_of

Usage = namedtuple("Usage", "total used free")  # noqa: PYI024 – what shutil.disk_usage returns


def by_check(findings: tuple[Finding, ...]) -> dict[str, Finding]:
    return {finding.check: finding for finding in findings}


def test_a_healthy_profile(vault: Vault, profile: Path, world: Surroundings) -> None:
    vault.append(MEETING, [entry(1)])
    vault.backup()
    before = files_of(profile)
    outside, inside = by_check(examine_profile(profile, world)), by_check(examine_vault(vault, START))
    assert list(outside) == ["folder", "space", "private", "key"]
    assert list(inside) == ["database", "journal", "backups"]
    assert {finding.health for finding in (*outside.values(), *inside.values())} == {Health.OK}
    nothing = dict.fromkeys(("damaged", "unread", "misnamed", "ahead", "foreign", "newest_days"), 0)
    assert inside["backups"].facts == {"count": 1, **nothing}
    assert inside["journal"].facts == {"meetings": 1, "gaps": 0, "minutes_broken": 0}
    assert {name for name in before if "key" in name} <= set(files_of(profile))


def test_where_there_is_no_vault_nothing_is_made(tmp_path: Path, world: Surroundings) -> None:
    found = by_check(examine_profile(tmp_path / "intet", world))
    assert (found["key"].health, found["key"].code) == (Health.FAILED, "no_store")
    assert list(tmp_path.iterdir()) == []


def test_key_file_damaged_once_and_twice(closed: Path, world: Surroundings) -> None:
    first, second = Layout(closed).key_files
    second.write_bytes(b"x")
    found = by_check(examine_profile(closed, world))["key"]
    assert (found.health, found.code, found.facts) == (Health.WARNING, "one_copy_damaged", {"whole": 1})
    first.unlink()
    found = by_check(examine_profile(closed, world))["key"]
    assert (found.health, found.code) == (Health.FAILED, "damaged_key_file")


@pytest.mark.parametrize(
    ("free", "health", "code"),
    [(10**9, Health.OK, "ok"), (10**8, Health.WARNING, "little_space"), (10**6, Health.FAILED, "disk_full")],
)
def test_room_on_the_disk(
    closed: Path, world: Surroundings, monkeypatch: pytest.MonkeyPatch, free: int, health: Health, code: str
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: Usage(0, 0, free))
    found = by_check(examine_profile(closed, world))["space"]
    assert (found.health, found.code) == (health, code)


def test_a_folder_others_copy(closed: Path, world: Surroundings) -> None:
    found = by_check(examine_profile(closed, replace(world, file_system_of=lambda _folder: "cifs")))["folder"]
    assert (found.code, found.facts) == ("unsuitable_folder", {"reason": "network", "found": "cifs"})


def test_files_that_others_may_read(closed: Path, world: Surroundings) -> None:
    Layout(closed).store.chmod(0o644)
    found = by_check(examine_profile(closed, world))["private"]
    assert (found.health, found.code, found.facts) == (Health.WARNING, "open_to_others", {"count": 1})
    Layout(closed).store.chmod(0o600)
    closed.chmod(0o755)
    found = by_check(examine_profile(closed, world))["private"]
    assert (found.code, found.facts) == ("open_to_others", {"count": 1}), "the profile folder itself"


def test_files_that_the_program_itself_may_not_write(closed: Path, world: Surroundings) -> None:
    for path in (Layout(closed).store, Layout(closed).key_files[0]):
        path.chmod(0o400)
    found = by_check(examine_profile(closed, world))["private"]
    assert (found.health, found.code, found.facts) == (Health.FAILED, "locked", {"names": "key.json, store.db"})


def test_a_damaged_database_and_a_gap(vault: Vault) -> None:
    vault.append(MEETING, [entry(1), entry(2)])
    plain = vault._connection.plain
    plain.execute("DROP TRIGGER journal_event_goes_with_its_case")
    plain.execute("DELETE FROM journal_event WHERE seq=1")
    found = by_check(examine_vault(vault, START))
    assert (found["database"].health, found["database"].facts) == (Health.FAILED, {"reason": "journal_gap", "count": 1})
    assert (found["journal"].health, found["journal"].facts["gaps"]) == (Health.FAILED, 1)


def test_backups_missing_old_and_damaged(vault: Vault, clock: HandClock) -> None:
    assert by_check(examine_vault(vault, START))["backups"].code == "no_backup"
    made = vault.backup()
    found = by_check(examine_vault(vault, START + timedelta(days=8)))["backups"]
    assert (found.health, found.code, found.facts["newest_days"]) == (Health.WARNING, "backup_old", 8)
    made.store.write_bytes(b"x" * 8192)
    found = by_check(examine_vault(vault, clock.now))["backups"]
    assert (found.health, found.code, found.facts["damaged"]) == (Health.FAILED, "backup_damaged", 1)
