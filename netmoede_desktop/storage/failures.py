"""Turns errors of the operating system and of SQLite into storage problems."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from netmoede_desktop.storage.problems import (
    AlreadyOpen,
    DamagedStore,
    DiskFailure,
    DiskFull,
    NotWritable,
    StorageProblem,
)

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})

_PRIMARY_CODE = 0xFF
_ROOM_BYTES = 64 * 1024  # SQLite grows the index of its log by 32 KiB


def problem_of_os_error(error: OSError) -> StorageProblem:
    """Return the problem for an operating system error; the facts hold its number only."""
    number = error.errno or 0
    if number in _FULL:
        return DiskFull(errno=number)
    if number in _FORBIDDEN:
        return NotWritable(errno=number)
    return DiskFailure(errno=number)


def problem_of_sqlite_code(code: int) -> StorageProblem | None:
    """Return the problem for a SQLite result code (primary or extended), or None for a programming error."""
    import sqlite3  # here and below: the claim on the windows, before the first of them, fails without them

    match code & _PRIMARY_CODE:
        case sqlite3.SQLITE_FULL:
            return DiskFull(sqlite=code)
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return DamagedStore(reason="unreadable", sqlite=code)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return AlreadyOpen(sqlite=code)
        case sqlite3.SQLITE_READONLY:
            return NotWritable(sqlite=code)
        case sqlite3.SQLITE_IOERR | sqlite3.SQLITE_CANTOPEN:
            return DiskFailure(sqlite=code)
        case _:
            return None


def sqlite_code(error: BaseException) -> int | None:
    """Return the SQLite result code carried by a driver error, or by the driver error inside a SQLAlchemy one."""
    origin = getattr(error, "orig", None) or error
    code = getattr(origin, "sqlite_errorcode", None)
    return code if isinstance(code, int) else None


@contextmanager
def translated() -> Iterator[None]:
    """Run a block of storage's own so that disk and SQLite failures leave it as storage problems.

    Other errors pass unchanged. The original error is not chained: SQLAlchemy's texts may quote statements.
    """
    try:
        with sqlite_translated():
            yield
    except OSError as error:
        problem = problem_of_os_error(error)
        raise problem from None


@contextmanager
def sqlite_translated() -> Iterator[None]:
    """The same for SQLite failures only, around blocks of callers, whose own disk errors are not the vault's."""
    try:
        yield
    except Exception as error:
        code = sqlite_code(error)
        problem = None if code is None else problem_of_sqlite_code(code)
        if problem is None:
            raise
        raise problem from None


@contextmanager
def full_disk_translated(folder: Path) -> Iterator[None]:
    """Run a block so that a `DiskFailure` becomes `DiskFull` when the folder's disk has no room left.

    SQLite calls a full disk an I/O error where it cannot grow the index of its log.
    """
    try:
        yield
    except DiskFailure as failure:
        if _has_room(folder):
            raise
        raise DiskFull(**failure.facts) from None


def _has_room(folder: Path) -> bool:
    import shutil

    try:
        return shutil.disk_usage(folder).free >= _ROOM_BYTES
    except OSError:
        return True
