"""Repeating timers.

Made without keyword arguments: PySide turns `interval=` into the name of a setter with the capital letters of the C
locale, and in Turkish, Azeri and Kurdish the capital of i is another letter: no window started there.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def every(milliseconds: int, act: Callable[[], object], parent: QObject | None = None) -> QTimer:
    """Return a timer that calls `act` at this interval once started; 0 calls it whenever the event loop is idle."""
    timer = QTimer(parent)
    timer.setInterval(milliseconds)
    timer.timeout.connect(act)
    return timer
