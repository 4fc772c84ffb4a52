"""Errors of the system become problems with a code and numbers, and never with anyone's text."""

import errno
import sqlite3
from pathlib import Path

import pytest
import sqlalchemy
from sqlcipher3 import dbapi2
from sqlmodel import Session, text

from netmoede_desktop.storage import problems
from netmoede_desktop.storage.failures import problem_of_os_error, problem_of_sqlite_code, sqlite_translated, translated
from netmoede_desktop.storage.files import write_durably
from netmoede_desktop.storage.problems import (
    AlreadyOpen,
    DamagedStore,
    DiskFailure,
    DiskFull,
    NotWritable,
    StorageProblem,
)
from netmoede_desktop.storage.vault import Vault


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EACCES, NotWritable),
        (errno.EROFS, NotWritable),
        (errno.EIO, DiskFailure),
        (0, DiskFailure),
    ],
)
def test_errors_of_the_operating_system(number: int, kind: type[StorageProblem]) -> None:
    problem = problem_of_os_error(OSError(number, "hemmeligt navn"))
    assert type(problem) is kind
    assert problem.facts == {"errno": number}
    assert "hemmeligt" not in str(problem)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_FULL, DiskFull),
        (sqlite3.SQLITE_CORRUPT, DamagedStore),
        (sqlite3.SQLITE_NOTADB, DamagedStore),
        (sqlite3.SQLITE_CORRUPT | 1 << 8, DamagedStore),
        (sqlite3.SQLITE_IOERR | 4 << 8, DiskFailure),
        (sqlite3.SQLITE_CANTOPEN, DiskFailure),
        (sqlite3.SQLITE_READONLY, NotWritable),
        (sqlite3.SQLITE_BUSY, AlreadyOpen),
        (sqlite3.SQLITE_LOCKED, AlreadyOpen),
        (sqlite3.SQLITE_CONSTRAINT, None),
        (sqlite3.SQLITE_ERROR, None),
    ],
)
def test_codes_of_sqlite(code: int, kind: type[StorageProblem] | None) -> None:
    problem = problem_of_sqlite_code(code)
    assert (None if problem is None else type(problem)) is kind


def test_a_problem_keeps_nothing_of_the_error_it_came_from() -> None:
    with pytest.raises(DiskFull) as problem, translated():
        raise OSError(errno.ENOSPC, "hemmeligt navn")
    assert problem.value.__cause__ is None
    assert problem.value.__suppress_context__


def test_programming_errors_pass_unchanged() -> None:
    connection = dbapi2.connect(":memory:")
    with pytest.raises(dbapi2.OperationalError), sqlite_translated():
        connection.execute("SELECT * FROM intet")
    connection.close()


def test_sqlalchemys_errors_hide_the_values(vault: Vault) -> None:
    with Session(vault._connection.engine) as session, pytest.raises(sqlalchemy.exc.IntegrityError) as error:
        session.connection().execute(text("INSERT INTO setting VALUES (:a, NULL)"), {"a": "kanariefugl"})
    assert "kanariefugl" not in str(error.value)


def test_every_problem_has_a_code_of_its_own() -> None:
    kinds = [kind for kind in vars(problems).values() if isinstance(kind, type) and issubclass(kind, StorageProblem)]
    assert len({kind.code for kind in kinds}) == len(kinds) >= 18
    assert str(DiskFull(errno=28)) == "disk_full errno=28"


def test_a_failed_write_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "fil"
    write_durably(path, b"gammel")

    def failing(_descriptor: int) -> None:
        raise OSError(errno.EIO, "")

    monkeypatch.setattr("os.fsync", failing)
    with pytest.raises(OSError, match="Errno 5"):
        write_durably(path, b"ny")
    assert [item.name for item in tmp_path.iterdir()] == ["fil"]
    assert path.read_bytes() == b"gammel"
