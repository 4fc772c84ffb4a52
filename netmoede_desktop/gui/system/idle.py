"""Time since the last use of keyboard, mouse or clicker while one of our windows was in front."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from netmoede_desktop.gui.system.ticks import every

_EVERY_MS = 5_000
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
        QEvent.Type.InputMethod,
    }
)


class IdleWatch(QObject):
    """Measures from the last input, on a clock that goes on during sleep.

    It filters the events of the windows, where input arrives first, and not every event of the program: it costs
    nothing when a window is painted.
    """

    quiet = Signal()
    """Emitted when the limit is passed, and every few seconds until there is input: the reaction to it can change."""

    def __init__(self, now: Callable[[], datetime], limit: timedelta, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._limit = limit
        self._last = now()
        self._timer = every(_EVERY_MS, self.poll, self)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch_window)
            self._watch_window(application.focusWindow())
        self._timer.start()

    @property
    def since_input(self) -> timedelta:
        """Time since the last input."""
        return self._now() - self._last

    def set_limit(self, limit: timedelta) -> None:
        """Set the limit; the count goes on."""
        self._limit = limit

    def touch(self) -> None:
        """Restart the count, as on input."""
        self._last = self._now()

    def poll(self) -> None:
        """Emit `quiet` if the limit is passed."""
        if self.since_input >= self._limit:
            self.quiet.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802
        """Record the input; filters nothing out."""
        if event.type() in _INPUT:
            self._last = self._now()
        return False

    def _watch_window(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)
            self.touch()
