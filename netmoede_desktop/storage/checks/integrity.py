"""Checks of a store: quick, full, and the digest that shows a page replaced by an older one."""

import hashlib
from pathlib import Path

from netmoede_desktop.storage.database.driver import Driver
from netmoede_desktop.storage.files import opened_to_read
from netmoede_desktop.storage.problems import DamagedStore, DiskFailure

_CHUNK = 1 << 20


def quick_check(connection: Driver) -> None:
    """Read every page in use; `DamagedStore` if a page is broken. Nothing is written."""
    _require_ok(connection, "quick_check")


def full_check(connection: Driver) -> None:
    """Read everything, references and the cipher's own codes too; `DamagedStore` if anything is broken.

    The write-ahead log is folded in first: without that the cipher check reports pages that were never written.
    """
    _require_ok(connection, "integrity_check")
    fold_log(connection)
    check_settled(connection)


def fold_log(connection: Driver) -> None:
    """Fold the write-ahead log into the store and empty it; closing would do so too, but hide that the disk refused.

    Raises the driver's errors, `DiskFailure` if a part of the log could not be folded in.
    """
    busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise DiskFailure(reason="log_not_folded")


def check_settled(connection: Driver) -> None:
    """The full check of a store without a write-ahead log; nothing is written."""
    _require_ok(connection, "integrity_check")
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise DamagedStore(reason="references")
    broken = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    if broken:
        raise DamagedStore(reason="pages", count=len(broken))


def seal_of(store: Path) -> str:
    """Return the SHA-256 of the closed store's file, in hex. Raises FileNotFoundError or `Unreadable`."""
    digest = hashlib.sha256()
    with opened_to_read(store) as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _require_ok(connection: Driver, check: str) -> None:
    rows = connection.execute(f"PRAGMA {check}").fetchall()
    if [tuple(row) for row in rows] != [("ok",)]:
        raise DamagedStore(reason=check, count=len(rows))
