"""Watch for lock, user switch, sleep and wake events of the system: the app may have to lock on them."""

from collections.abc import Callable
from datetime import datetime, timedelta
from enum import Enum, auto
from typing import Protocol, assert_never

from PySide6.QtCore import QObject, Signal

from netmoede_desktop.gui.system.ticks import every

_POLL_MS = 5_000

#: A silence this long between two polls is a sleep that was not reported.
SLEPT = timedelta(seconds=60)


class Happening(Enum):
    """An event of the system."""

    OS_LOCKED = auto()
    USER_SWITCHED = auto()
    SUSPENDING = auto()
    WOKE = auto()


Report = Callable[[Happening], None]


class Source(Protocol):
    """A source of system events."""

    def begin(self, report: Report) -> None:
        """Start calling `report`, in the GUI thread."""

    def end(self) -> None:
        """Stop calling."""


class SessionWatch(QObject):
    """Emits each event once, however often the system reports it.

    A sleep that was not reported is detected at wake-up: `suspending` is then emitted late, just before `woke`.
    """

    os_locked = Signal()
    user_switched = Signal()
    suspending = Signal()
    """Emitted when the machine is about to sleep; it waits a moment (on Linux up to five seconds) for the reaction."""
    woke = Signal()

    def __init__(self, source: Source, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        """Create it with a clock that goes on during sleep."""
        super().__init__(parent)
        self._source = source
        self._now = now
        self._asleep = False
        self._polled = now()
        self._timer = every(_POLL_MS, self.poll, self)

    def start(self) -> None:
        """Start watching."""
        self._polled = self._now()
        self._timer.start()
        self._source.begin(self._handle)

    def stop(self) -> None:
        """Stop watching."""
        self._timer.stop()
        self._source.end()

    def poll(self) -> None:
        """Detect an unreported sleep by the time since the last call."""
        gap, self._polled = self._now() - self._polled, self._now()
        if gap >= SLEPT:
            self._handle(Happening.SUSPENDING)
            self._handle(Happening.WOKE)

    def _handle(self, happening: Happening) -> None:
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
                self._polled = self._now()
                if self._asleep:
                    self._asleep = False
                    self.woke.emit()
            case _:
                assert_never(happening)
