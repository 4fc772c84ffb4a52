"""The store's one connection: every pragma in force, and one transaction for plain statements and tables."""

from pathlib import Path

import pytest
from sqlcipher3 import dbapi2
from sqlmodel import Session, select

from netmoede_desktop.storage.database import driver
from netmoede_desktop.storage.database.connection import connect
from netmoede_desktop.storage.database.driver import open_for_reading, open_for_writing
from netmoede_desktop.storage.files import create_private_file
from netmoede_desktop.storage.migrations.steps import migrate
from netmoede_desktop.storage.problems import DiskFailure
from netmoede_desktop.storage.tables.setting import SettingRow

KEY, SALT = b"k" * 32, b"s" * 16


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "store.db"
    create_private_file(path)
    return path


def test_every_pragma_is_in_force(store: Path) -> None:
    connection = open_for_writing(store, KEY, SALT)
    found = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in (
            "journal_mode", "synchronous", "fullfsync", "checkpoint_fullfsync", "foreign_keys", "secure_delete",
            "temp_store", "trusted_schema", "cell_size_check", "cipher_memory_security", "cipher_log_level",
            "cipher_use_hmac", "cipher_status",
        )
    }  # fmt: skip
    connection.close()
    assert found == {
        "journal_mode": "wal", "synchronous": 2, "fullfsync": 1, "checkpoint_fullfsync": 1, "foreign_keys": 1,
        "secure_delete": 1, "temp_store": 2, "trusted_schema": 0, "cell_size_check": 1, "cipher_memory_security": "1",
        "cipher_log_level": "NONE", "cipher_use_hmac": "1", "cipher_status": "1",
    }  # fmt: skip


def test_a_pragma_that_does_not_take_is_no_store(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(driver, "PRAGMAS", (("synchronous", "OFF", 2),))
    with pytest.raises(DiskFailure) as problem:
        open_for_writing(store, KEY, SALT)
    assert problem.value.facts == {"reason": "pragma", "pragma": "synchronous"}


def test_a_wrong_key_is_refused_without_a_word_on_the_terminal(store: Path, capfd: pytest.CaptureFixture[str]) -> None:
    connection = open_for_writing(store, KEY, SALT)
    migrate(connection)
    connection.close()
    with pytest.raises(dbapi2.DatabaseError, match="not a database"):
        open_for_writing(store, b"x" * 32, SALT)
    assert capfd.readouterr() == ("", "")


def test_a_reader_cannot_write(store: Path) -> None:
    connection = open_for_writing(store, KEY, SALT)
    migrate(connection)
    connection.close()
    reader = open_for_reading(store, KEY, SALT, settled=True)
    with pytest.raises(dbapi2.OperationalError):
        reader.execute("DELETE FROM setting")
    reader.close()
    assert [path.name for path in store.parent.iterdir()] == ["store.db"]


def test_tables_and_plain_statements_share_one_transaction(store: Path) -> None:
    connection = connect(store, KEY, SALT)
    migrate(connection.plain)
    with Session(connection.engine) as session:
        assert not connection.plain.in_transaction
        session.add(SettingRow(name="a", value="1"))
        session.flush()
        assert connection.plain.in_transaction
        connection.plain.execute("INSERT INTO setting VALUES ('b', '2')")
        session.rollback()
        assert session.exec(select(SettingRow)).all() == []
    assert not connection.plain.in_transaction
    connection.close()
    assert [path.name for path in store.parent.iterdir()] == ["store.db"]
