"""Durable small files and private folders: atomic replace, fsync, modes 0600 and 0700; and careful reading.

Any program may have put a file into a profile. Through `opened_to_read` only plain files are read: for a folder, a
FIFO, a device or a socket it raises, and never waits.
"""

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from netmoede_desktop.storage.problems import Unreadable

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700

# Not to wait for the other end of a FIFO, and not to change letters on Windows.
_CAREFULLY: Final = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_NO_FILE: Final = frozenset({errno.EISDIR, errno.ELOOP, errno.ENXIO, errno.ENODEV})
_NO_LINK: Final = getattr(os, "O_NOFOLLOW", 0)


@contextlib.contextmanager
def opened_to_read(path: Path) -> Iterator[BinaryIO]:
    """Open a plain file for reading.

    Raises FileNotFoundError, or `Unreadable` with its name: it is something else than a file, or the system refuses to
    read it. An OSError inside the block becomes `Unreadable` too.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | _CAREFULLY)
        try:
            _require_plain(path, os.fstat(descriptor))
            file = os.fdopen(descriptor, "rb", closefd=False)
            yield file
        finally:
            os.close(descriptor)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise unreadable(path, error) from None


def read_file(path: Path, most: int) -> bytes:
    """Return a plain file's content, or its first `most + 1` bytes: no more is read. Raises as `opened_to_read`."""
    with opened_to_read(path) as file:
        return file.read(most + 1)


def open_own_file(path: Path, flags: int) -> int:
    """Open a file of the program's own and return its descriptor, 0600 if it is made; a link in its place is refused.

    Raises `Unreadable` where it is something else than a plain file, OSError otherwise.
    """
    try:
        descriptor = os.open(path, flags | _CAREFULLY | _NO_LINK, PRIVATE_FILE)
    except OSError as error:
        if error.errno in _NO_FILE:
            raise unreadable(path, error) from None
        raise
    try:
        _require_plain(path, os.fstat(descriptor))
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def names_in(folder: Path) -> list[str]:
    """Return the names in a folder in order, none if it does not exist. Raises `Unreadable` if it cannot be listed."""
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208 – names are wanted, and iterdir hides why it fails
    except FileNotFoundError:
        return []
    except NotADirectoryError:
        raise Unreadable(name=folder.name, reason="not_a_folder") from None
    except OSError as error:
        raise unreadable(folder, error) from None


def unreadable(path: Path, error: OSError) -> Unreadable:
    """Return the problem of a path that the system refuses to read."""
    if error.errno in _NO_FILE:
        return Unreadable(name=path.name, reason="not_a_file")
    return Unreadable(name=path.name, errno=error.errno or 0)


def _require_plain(path: Path, found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise Unreadable(name=path.name, reason="not_a_file")


def make_private_folder(folder: Path) -> None:
    """Create a folder (and its parents) for its owner only; one that exists is left as it is. Raises OSError."""
    missing = [level for level in (folder, *folder.parents) if not level.exists()]
    for level in reversed(missing):
        level.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
        level.chmod(PRIVATE_FOLDER)


def create_private_file(path: Path) -> None:
    """Create an empty file readable by its owner only; FileExistsError if it is there."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE))


def write_durably(path: Path, content: bytes) -> None:
    """Replace a file's content so that after any crash it is wholly the old or wholly the new. Raises OSError.

    The new content is on disk before it takes the name, and the name is on disk before this returns.
    """
    temporary = path.with_name(path.name + ".new")
    try:
        descriptor = os.open(temporary, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, PRIVATE_FILE)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """Make a file's content durable. Raises OSError."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, where the system lets a folder be opened (not on Windows). Raises OSError."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
