"""What a page that is gone may have left running."""

import gc
import threading

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid


def running() -> set[object]:
    """The threads, the windows and the timers that run now."""
    timers = {one for one in gc.get_objects() if isinstance(one, QTimer) and isValid(one) and one.isActive()}
    return {*threading.enumerate(), *QApplication.topLevelWidgets(), *timers}
