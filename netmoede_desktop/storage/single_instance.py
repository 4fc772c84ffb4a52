"""One program per profile, by a lock that the operating system releases when the program dies, however it dies."""

import errno
import os
import sys
import time
from pathlib import Path

from netmoede_desktop.storage.failures import translated
from netmoede_desktop.storage.files import make_private_folder, open_own_file
from netmoede_desktop.storage.problems import AlreadyOpen

_PAUSES = (0.01, 0.04, 0.1, 0.1, 0.0)  # seconds after each attempt


class InstanceLock:
    """A held lock on a file. The file stays behind when it is released; only the lock counts, so it is never stale."""

    __slots__ = ("_descriptor",)

    def __init__(self, descriptor: int) -> None:
        """Hold the open descriptor; use `acquire`."""
        self._descriptor: int | None = descriptor

    @classmethod
    def acquire(cls, path: Path) -> "InstanceLock":
        """Acquire the lock or raise `AlreadyOpen` after a quarter of a second, a disk problem if there can be no file.

        `Unreadable` if something else than a file has its place. Where the disk may only be read, a lock to read does.
        The wait is for a program that is just ending, or a child whose start has not yet dropped the descriptor.
        The descriptor is not inherited: a program started by this one, or put in its place, does not hold the lock.
        """
        with translated():
            make_private_folder(path.parent)
            descriptor = _opened(path)
        for pause in _PAUSES:
            with translated():
                locked = _locked(descriptor)
            if locked:
                return cls(descriptor)
            time.sleep(pause)
        os.close(descriptor)
        raise AlreadyOpen

    def release(self) -> None:
        """Give the lock back; nothing happens the second time."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def _opened(path: Path) -> int:
    try:
        return open_own_file(path, os.O_RDWR | os.O_CREAT)
    except OSError as error:
        if error.errno not in (errno.EACCES, errno.EROFS) or not path.exists():
            raise
        return open_own_file(path, os.O_RDONLY)


if sys.platform == "win32":
    import msvcrt

    def _locked(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
