"""Half a second after the last key: the moment to save typed text."""

from PySide6.QtCore import QObject, QTimer, Signal

#: At most so many milliseconds of typing are not kept yet.
DELAY_MS = 500


class TypingDelay(QObject):
    """Waits for a pause in the typing, then says `due`, once."""

    due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.timeout.connect(self.due)

    @property
    def pending(self) -> bool:
        """Whether typed text waits for `due`."""
        return self._timer.isActive()

    def restart(self) -> None:
        """A key was pressed."""
        self._timer.start()

    def stop(self) -> bool:
        """Stop waiting; return True if there was something to save."""
        was_pending = self._timer.isActive()
        self._timer.stop()
        return was_pending

    def flush(self) -> None:
        """Say `due` now if something waits."""
        if self.stop():
            self.due.emit()
