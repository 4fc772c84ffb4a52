"""Steps run in order, whole or not at all, after a verified backup; the migrated store is like a fresh one."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy
from sqlmodel import SQLModel

from netmoede_desktop.storage import tables
from netmoede_desktop.storage.database.connection import StoreConnection, connect
from netmoede_desktop.storage.database.driver import Driver, open_for_reading
from netmoede_desktop.storage.files import create_private_file
from netmoede_desktop.storage.layout import Layout
from netmoede_desktop.storage.migrations import steps
from netmoede_desktop.storage.migrations.steps import STEPS, migrate, newest_schema, schema_of
from netmoede_desktop.storage.problems import DiskFull, NewerStore
from netmoede_desktop.storage.surroundings import Surroundings
from netmoede_desktop.storage.values import JournalEntry, MeetingStatus
from netmoede_desktop.storage.vault import Vault
from tests.storage.later import BROKEN, DANGLING, LATER, NEXT
from tests.storage.vaults import MEETING, PASSPHRASE, entry, files_of, new_vault

KEY, SALT = b"k" * 32, b"s" * 16


def schema(connection: Driver) -> list[tuple[str, str, str]]:
    rows = connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name").fetchall()
    return [tuple(row) for row in rows]


def fresh(folder: Path) -> StoreConnection:
    path = folder / "fresh.db"
    create_private_file(path)
    connection = connect(path, KEY, SALT)
    migrate(connection.plain)
    return connection


@pytest.mark.smoke
def test_the_steps_are_numbered_from_one() -> None:
    assert [step.number for step in STEPS] == list(range(1, len(STEPS) + 1))


def test_the_tables_are_what_the_rows_expect(tmp_path: Path) -> None:
    connection = fresh(tmp_path)
    found = sqlalchemy.inspect(connection.engine)
    ours = {name: table for name, table in SQLModel.metadata.tables.items() if _is_ours(name)}
    searched = {name for name in found.get_table_names() if name.startswith("search_")}
    assert set(found.get_table_names()) - searched == set(ours), "the search has no rows, but plain statements"
    for name, table in ours.items():
        columns = {c["name"]: (str(c["type"]), c["nullable"]) for c in found.get_columns(name)}
        assert columns == {c.name: (str(c.type), c.nullable) for c in table.columns}
        assert found.get_pk_constraint(name)["constrained_columns"] == [c.name for c in table.primary_key]
        keys = {(key["constrained_columns"][0], key["referred_table"]) for key in found.get_foreign_keys(name)}
        assert keys == {(c.name, f.column.table.name) for c in table.columns for f in c.foreign_keys}
    connection.close()


def _is_ours(name: str) -> bool:
    rows = {str(mapper.local_table): mapper.class_ for mapper in SQLModel._sa_registry.mappers}
    return str(rows[name].__module__).startswith(tables.__name__)


def test_a_migrated_store_is_like_a_fresh_one(
    closed: Path, tmp_path: Path, world: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "STEPS", LATER)
    new = fresh(tmp_path)
    with Vault.open(closed, PASSPHRASE, world) as vault:
        assert schema(vault._connection.plain) == schema(new.plain)
        assert vault._connection.plain.execute("SELECT * FROM topic").fetchall() == [(f"topic-{MEETING}", MEETING)]
    new.close()


def test_a_verified_backup_of_the_old_schema_comes_first(
    closed: Path, world: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Vault.open(closed, PASSPHRASE, world) as vault:
        vault.append(MEETING, [entry(1)])
        keys = vault._keyring
    with monkeypatch.context() as later:
        later.setattr(steps, "STEPS", LATER)
        with Vault.open(closed, PASSPHRASE, world) as vault:
            (backup,) = vault.backups()
            vault.verify_backup(backup.name)
        Vault.restore(closed, PASSPHRASE, backup.name, "kl", world)[0].close()
        Vault.open(closed, PASSPHRASE, world).close()
    old = open_for_reading(backup.store, keys.store_key, keys.store_salt, settled=True)
    assert schema_of(old) == newest_schema()
    old.close()


def test_todays_program_refuses_what_a_later_one_made_unharmed(
    closed: Path, world: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as later:
        later.setattr(steps, "STEPS", LATER)
        Vault.open(closed, PASSPHRASE, world).close()
    before = files_of(closed)
    with pytest.raises(NewerStore) as problem:
        Vault.open(closed, PASSPHRASE, world)
    assert problem.value.facts == {"found": NEXT, "supported": newest_schema(), "part": "store"}
    assert files_of(closed) == before


def test_a_meeting_held_under_schema_3_is_listed_by_when_it_began(
    tmp_path: Path, world: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    agreed = datetime(2026, 12, 3, 15, 30)  # noqa: DTZ001 – a local wall time
    with monkeypatch.context() as then:
        then.setattr(steps, "STEPS", STEPS[:3])
        vault, _ = new_vault(tmp_path / "profil", world)
        with vault, vault.transaction() as store:
            begun = store.meetings.get(MEETING)
            assert begun is not None
            begun = replace(begun, starts=agreed, plan='{"starts":"2026-12-03T15:30:00+01:00"}')
            store.meetings.put(begun)
            store.meetings.put(replace(begun, id="planned"))
            at = datetime(2026, 11, 30, 13, 57, 5, 250_000, tzinfo=UTC)
            opened = JournalEntry(MEETING, 1, 1, "SeatsMoved", at - timedelta(minutes=4), {})
            store.journal.append(MEETING, [opened, JournalEntry(MEETING, 2, 2, "MeetingStarted", at, {})])
            store.meetings.set_state(MEETING, MeetingStatus.FINISHED)
    with Vault.open(tmp_path / "profil", PASSPHRASE, world) as vault, vault.transaction() as store:
        found = {brief.id: brief.starts for brief in store.meetings.of_cases([begun.case_id])}
        assert found == {MEETING: datetime(2026, 11, 30, 14, 57, 5, 250_000), "planned": agreed}  # noqa: DTZ001
        assert store.meetings.agreed_starts() == {MEETING: agreed}
        known = vault._connection.plain.execute("SELECT starts FROM outcome").fetchall()
        assert known == [("2026-11-30T14:57:05.250000",)]


@pytest.mark.parametrize("bad", [BROKEN, DANGLING])
def test_a_step_that_fails_leaves_the_store_as_it_was(
    closed: Path, world: Surroundings, monkeypatch: pytest.MonkeyPatch, bad: tuple[steps.Migration, ...]
) -> None:
    with Vault.open(closed, PASSPHRASE, world) as vault:
        before = schema(vault._connection.plain)
    with monkeypatch.context() as later:
        later.setattr(steps, "STEPS", bad)
        with pytest.raises(Exception, match=r"findes_ikke|broken reference"):
            Vault.open(closed, PASSPHRASE, world)
    with Vault.open(closed, PASSPHRASE, world) as vault:
        assert schema(vault._connection.plain) == before
        assert schema_of(vault._connection.plain) == newest_schema()
        assert vault._connection.plain.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_without_room_for_the_backup_nothing_is_migrated(
    closed: Path, world: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull

    with monkeypatch.context() as later:
        later.setattr(steps, "STEPS", LATER)
        later.setattr("netmoede_desktop.storage.backups.backup.create_backup", full)
        with pytest.raises(DiskFull):
            Vault.open(closed, PASSPHRASE, world)
    Vault.open(closed, PASSPHRASE, world).close()
    assert not Layout(closed).backups.exists()


def test_finished_meetings_of_schema_1_get_their_outcome(
    tmp_path: Path, world: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "gammel.db"
    create_private_file(path)
    connection = connect(path, KEY, SALT)
    plain = connection.plain
    monkeypatch.setattr(steps, "STEPS", STEPS[:1])
    migrate(plain)
    plain.execute("INSERT INTO case_file VALUES ('c', 'M-1', 'Ida', NULL, '[]', '2026', NULL, NULL)")
    for name, state in (("a", "afsluttet"), ("b", "i gang"), ("c", "afsluttet")):
        values = (name, f"2026-11-2{len(name)}", state)
        plain.execute("INSERT INTO meeting VALUES (?, 'c', 'din-1', 1, ?, 120, '', '', NULL, '{}', ?, 1)", values)
    for version in (1, 2):
        plain.execute("INSERT INTO minutes_version VALUES ('c', ?, '{}', '2026', NULL, '')", (version,))
    monkeypatch.undo()
    migrate(plain)
    found = plain.execute("SELECT meeting_id, approved, facts FROM outcome ORDER BY meeting_id").fetchall()
    assert [tuple(row) for row in found] == [("a", 0, None), ("c", 2, None)]
    connection.close()
