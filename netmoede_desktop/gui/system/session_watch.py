"""Tells when the system is locked, changes user, goes to sleep or wakes: that is when the app may have to lock."""

from collections.abc import Callable
from datetime import datetime, timedelta
from enum import Enum, auto
from typing import Protocol, assert_never

from PySide6.QtCore import QObject, Signal

from netmoede_desktop.gui.system.ticks import every

_LOOK_MS = 5_000

#: A silence this long between two looks is a sleep that nobody told of.
SLEPT = timedelta(seconds=60)


class Happening(Enum):
    """What a system can tell of."""

    OS_LOCKED = auto()
    USER_SWITCHED = auto()
    SUSPENDING = auto()
    WOKE = auto()


Tell = Callable[[Happening], None]


class Source(Protocol):
    """Where a system tells of it."""

    def begin(self, tell: Tell) -> None:
        """Tell from now on, in the windows' thread."""

    def end(self) -> None:
        """Tell no more."""


class SessionWatch(QObject):
    """Says each thing once, whatever the system says how often.

    A system that goes to sleep without a word is caught when it wakes: `suspending` comes late then, just before
    `woke`.
    """

    os_locked = Signal()
    user_switched = Signal()
    suspending = Signal()
    """The machine is about to sleep; it waits a moment (on Linux up to five seconds) for what is done about it."""
    woke = Signal()

    def __init__(self, source: Source, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        """Watch with a clock that goes on during sleep."""
        super().__init__(parent)
        self._source = source
        self._now = now
        self._asleep = False
        self._looked = now()
        self._timer = every(_LOOK_MS, self.look, self)

    def start(self) -> None:
        """Watch from now on."""
        self._looked = self._now()
        self._timer.start()
        self._source.begin(self._hear)

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()
        self._source.end()

    def look(self) -> None:
        """Look whether time has gone by that nobody told of."""
        gap, self._looked = self._now() - self._looked, self._now()
        if gap >= SLEPT:
            self._hear(Happening.SUSPENDING)
            self._hear(Happening.WOKE)

    def _hear(self, happening: Happening) -> None:
        match happening:
            case Happening.OS_LOCKED:
                self.os_locked.emit()
            case Happening.USER_SWITCHED:
                self.user_switched.emit()
            case Happening.SUSPENDING:
                if not self._asleep:
                    self._asleep = True
                    self.suspending.emit()
            case Happening.WOKE:
                self._looked = self._now()
                if self._asleep:
                    self._asleep = False
                    self.woke.emit()
            case _:
                assert_never(happening)
