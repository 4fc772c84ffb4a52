"""The turns at an open vault: one thread at a time, one maker of copies at a time, and none after the end."""

import contextlib
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from netmoede_desktop.storage.failures import full_disk_translated


class Turns:
    """The turns of one vault. RuntimeError is raised where a thread would wait for itself, or after the end."""

    def __init__(self, profile: Path) -> None:
        """Begin; a failure inside a turn becomes `DiskFull` where the profile's disk has no room."""
        self._profile = profile
        self._turn = threading.Lock()
        self._copy_turn = threading.Lock()  # taken before the turn by who needs both
        self._owner: int | None = None
        self._ended = False

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the vault for this thread alone."""
        self._require_free()
        with self._turn:
            self._require_open()
            self._owner = threading.get_ident()
            try:
                with full_disk_translated(self._profile):
                    yield
            finally:
                self._owner = None

    @contextlib.contextmanager
    def copying(self) -> Iterator[None]:
        """Lock the making, removing and rewriting of copies for this thread; the store can be written to."""
        self._require_free()
        with self._copy_turn:
            self._require_open()
            with full_disk_translated(self._profile):
                yield

    @contextlib.contextmanager
    def ending(self, detach: Callable[[], None]) -> Iterator[bool]:
        """Wait for all others, refuse later ones, and at the end call `detach`. Yields False the second time."""
        if self._ended:
            yield False
            return
        self._require_free()
        with self._copy_turn, self._turn:
            self._ended = True
            try:
                yield True
            finally:
                detach()

    def _require_free(self) -> None:
        if self._owner == threading.get_ident():
            raise RuntimeError("the vault is busy in this thread")

    def _require_open(self) -> None:
        if self._ended:
            raise RuntimeError("the vault is closed")
