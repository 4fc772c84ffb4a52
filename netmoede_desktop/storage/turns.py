"""Whose turn it is at an open vault: one thread at a time, one maker of copies at a time, and in the end nobody."""

import contextlib
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from netmoede_desktop.storage.failures import full_disk_told


class Turns:
    """The turns of one vault. RuntimeError is raised where a thread would wait for itself, or after the end."""

    def __init__(self, profile: Path) -> None:
        """Begin; a failure inside a turn is told as a full disk where the profile's disk has no room."""
        self._profile = profile
        self._turn = threading.Lock()
        self._copy_turn = threading.Lock()  # taken before the turn by who needs both
        self._owner: int | None = None
        self._ended = False

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else is at the vault meanwhile."""
        self._require_free()
        with self._turn:
            self._require_open()
            self._owner = threading.get_ident()
            try:
                with full_disk_told(self._profile):
                    yield
            finally:
                self._owner = None

    @contextlib.contextmanager
    def copying(self) -> Iterator[None]:
        """Nobody else makes or takes away a copy of the store meanwhile, or rewrites it; it can be written to."""
        self._require_free()
        with self._copy_turn:
            self._require_open()
            with full_disk_told(self._profile):
                yield

    @contextlib.contextmanager
    def ending(self, detach: Callable[[], None]) -> Iterator[bool]:
        """Wait for all others; nobody comes after, and at the end `detach`. Gives False where that has been before."""
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
