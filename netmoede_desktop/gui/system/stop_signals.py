"""Quit on a signal as on closing the window: the vault is closed, and no window is destroyed inside Qt."""

import os
import signal
import sys
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

_STOPPED_BY_SIGNAL = 128
_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT", "SIGBREAK")


class StopSignals(QObject):
    """From its creation, a stop signal calls `leave` in the GUI thread, wherever the program is.

    An exception raised inside Qt, as Python does by default, would end the process there and then.
    """

    def __init__(self, leave: Callable[[], None]) -> None:
        super().__init__()
        self.exit_code = 0
        """What a shell expects of a program that a signal stopped; 0 when none did."""
        self._leave = leave
        numbers = [number for name in _SIGNALS if (number := getattr(signal, name, None)) is not None]
        self._before = {number: signal.signal(number, self._stop) for number in numbers}
        self._awakened: QSocketNotifier | None = None
        if sys.platform != "win32":
            # Python looks at signals between its own steps, and Qt may wait long for the next one: a pipe wakes it.
            self._reading, writing = os.pipe()
            os.set_blocking(writing, False)
            signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
            self._awakened = QSocketNotifier(self._reading, QSocketNotifier.Type.Read, self)
            self._awakened.activated.connect(self._drain_pipe)

    def end(self) -> None:
        """Restore the previous signal handlers."""
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _drain_pipe(self) -> None:
        """Empty the pipe; by the time this runs Python has handled the signal, or does so now."""
        os.read(self._reading, 64)

    def _stop(self, number: int, _frame: FrameType | None) -> None:
        self.exit_code = _STOPPED_BY_SIGNAL + number
        QTimer.singleShot(0, self._leave)  # not before Qt has begun to wait: leaving would be forgotten
