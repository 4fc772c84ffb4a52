"""The SQLCipher driver as storage uses it, as types, and how a keyed connection is opened."""

import contextlib
import errno
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final, Protocol, cast

from sqlcipher3 import dbapi2

from netmoede_desktop.storage.files import PRIVATE_FILE, open_own_file
from netmoede_desktop.storage.problems import DiskFailure, NotWritable

#: Set and then read back on every connection: name, value to set, value that must come back.
PRAGMAS: Final[tuple[tuple[str, str, object], ...]] = (
    ("cipher_memory_security", "ON", "1"),
    ("temp_store", "MEMORY", 2),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("foreign_keys", "ON", 1),
    ("secure_delete", "ON", 1),
    ("busy_timeout", "2000", 2000),
    ("fullfsync", "ON", 1),
    ("checkpoint_fullfsync", "ON", 1),
    ("synchronous", "FULL", 2),
)
_WRITING_PRAGMAS: Final[tuple[tuple[str, str, object], ...]] = (("journal_mode", "WAL", "wal"),)
_ALONE_PRAGMAS: Final[tuple[tuple[str, str, object], ...]] = (("locking_mode", "EXCLUSIVE", "exclusive"),)
_LOOKING_PRAGMAS: Final[tuple[tuple[str, str, object], ...]] = (("query_only", "ON", 1),)


class Cursor(Protocol):
    """A cursor of the driver."""

    def fetchone(self) -> Any:
        """The next row or None."""

    def fetchall(self) -> list[Any]:
        """All rows that are left."""


class Driver(Protocol):
    """A connection of the driver, in autocommit: a transaction lasts from BEGIN to COMMIT."""

    in_transaction: bool

    def execute(self, statement: str, parameters: Sequence[object] = ...) -> Cursor:
        """Run one statement."""

    def executemany(self, statement: str, parameters: Iterable[Sequence[object]]) -> Cursor:
        """Run one statement for each row of parameters."""

    def commit(self) -> None:
        """End the transaction durably; nothing happens without one."""

    def rollback(self) -> None:
        """Undo the transaction; nothing happens without one."""

    def close(self) -> None:
        """Close the connection."""


def open_for_writing(store: Path, key: bytes, salt: bytes) -> Driver:
    """Open an existing file (it may be empty) with a raw key, all pragmas set and read back.

    Raises the driver's errors when the file is not a store of this key; `DiskFailure` if a pragma did not take;
    `NotWritable` that names it when the file, or one that SQLite keeps beside it, may not be written.
    """
    _require_writable(store)
    return _opened(f"{_uri(store)}?mode=rw", key, salt, (*PRAGMAS, *_WRITING_PRAGMAS))


def open_for_reading(store: Path, key: bytes, salt: bytes, *, settled: bool, room: bool = True) -> Driver:
    """Open a store so that no byte of it can change.

    `settled`: there is no write-ahead log; then no file appears beside it either. Without `room` the log is read
    without its index, for which the disk may have no place; no other connection may have the store open then. Raises
    the driver's errors.
    """
    if settled:
        return _opened(f"{_uri(store)}?immutable=1", key, salt, PRAGMAS)
    if room:
        return _opened(f"{_uri(store)}?mode=ro", key, salt, PRAGMAS)
    return _opened(f"{_uri(store)}?mode=rw", key, salt, (*_ALONE_PRAGMAS, *PRAGMAS, *_LOOKING_PRAGMAS))


def _require_writable(store: Path) -> None:
    """Check that SQLite will not open the file for reading alone: it would not report that, and leave such files.

    The log and its index are given back to their owner where an earlier program left them so.
    """
    for path in (store, *(store.with_name(store.name + ending) for ending in ("-wal", "-shm"))):
        if _may_write(path):
            continue
        if path != store:
            with contextlib.suppress(OSError):
                path.chmod(PRIVATE_FILE)
        if not _may_write(path):
            raise NotWritable(name=path.name, reason="file")


def _may_write(path: Path) -> bool:
    try:
        os.close(open_own_file(path, os.O_RDWR))
    except FileNotFoundError:
        return True
    except OSError as error:
        return error.errno not in (errno.EACCES, errno.EPERM, errno.EROFS)
    return True


def _uri(store: Path) -> str:
    return store.absolute().as_uri()


def _opened(uri: str, key: bytes, salt: bytes, pragmas: tuple[tuple[str, str, object], ...]) -> Driver:
    connection = cast("Driver", dbapi2.connect(uri, uri=True, isolation_level=None, check_same_thread=False))
    try:
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f"PRAGMA key=\"x'{key.hex()}{salt.hex()}'\"")
        for name, value, expected in pragmas:
            connection.execute(f"PRAGMA {name}={value}")
            found = connection.execute(f"PRAGMA {name}").fetchone()
            if found is None or found[0] != expected:
                raise DiskFailure(reason="pragma", pragma=name)
        if connection.execute("PRAGMA cipher_status").fetchone()[0] != "1":
            raise DiskFailure(reason="pragma", pragma="cipher_status")
    except BaseException:
        connection.close()
        raise
    return connection
