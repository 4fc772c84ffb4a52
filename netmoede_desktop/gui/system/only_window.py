"""One window per profile: a second start raises the window of the first and ends. No sockets: it creates a file.

The claim is a lock of the operating system, so it ends with the program, also when the program replaces itself by a
fresh one to lock the screen.
"""

import contextlib
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.storage.problems import AlreadyOpen, StorageProblem
from netmoede_desktop.storage.single_instance import InstanceLock
from netmoede_desktop.storage.vault_folder import FileSystemOf, file_system_type, judge_folder

_LOCK, _CALL = "window.lock", "window.show"


class OnlyWindow(QObject):
    """This program's claim on the profile's windows."""

    raise_requested = Signal()
    """Emitted when the program was started a second time: the window is to be raised."""

    def __init__(self, profile: Path, lock: InstanceLock | None) -> None:
        """Use `claim` instead."""
        super().__init__()
        self._call = profile / _CALL
        self._lock = lock
        self._watcher: QFileSystemWatcher | None = None
        if lock is not None:
            self._remove_request()
            self._watcher = QFileSystemWatcher([str(profile)], self)
            self._watcher.directoryChanged.connect(self._look)

    @classmethod
    def claim(cls, profile: Path, file_system_of: FileSystemOf = file_system_type) -> "OnlyWindow | None":
        """Claim the profile's windows; None if another program has them: then `request_raise`.

        If no lock can be made, or the folder is not fit for a vault, nothing is written and the result holds no lock:
        the first window shows why.
        """
        if judge_folder(profile, file_system_of) is not None:
            return cls(profile, None)
        try:
            return cls(profile, InstanceLock.acquire(profile / _LOCK))
        except AlreadyOpen:
            return None
        except StorageProblem:
            return cls(profile, None)

    def release(self) -> None:
        """Release the claim. Idempotent."""
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _look(self) -> None:
        if self._call.exists():
            self._remove_request()
            self.raise_requested.emit()

    def _remove_request(self) -> None:
        with contextlib.suppress(OSError):
            self._call.unlink(missing_ok=True)


def request_raise(profile: Path) -> None:
    """Ask the program that has the profile to raise its window. Ignored if the request cannot be written."""
    with contextlib.suppress(OSError):
        (profile / _CALL).touch(mode=0o600)


def second_start_sentence(t: Translator) -> str:
    """Return the sentence a second start prints before it ends with exit code 5."""
    return t.gettext("Programmet er allerede åbent. Dets vindue er hentet frem.")


def raise_window(window: QWidget) -> None:
    """Raise and activate a window; a minimised one is restored."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
