"""What scrolls stands still from the press of a mouse button to its release, so that every click meets what it meant.

A press moves the keyboard, and what has the keyboard is brought into sight: without this the page would slide away
under the pointer, and the release would fall beside the button. Only the scroll bar that is itself pressed may move.
"""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar


class _Bar(QScrollBar):
    """A scroll bar that knows whether it is what the mouse is pressing."""

    def __init__(self, orientation: Qt.Orientation) -> None:
        super().__init__(orientation)
        self.pressed = False

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """From here it may move."""
        self.pressed = True
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Here that ends."""
        super().mouseReleaseEvent(event)
        self.pressed = False


class _Stillness(QObject):
    """Puts one scroll bar back where it was when the mouse was pressed, whoever moved it."""

    def __init__(self, bar: _Bar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._value = bar.value()
        bar.valueChanged.connect(self._moved)

    def _moved(self, value: int) -> None:
        if self._bar.pressed or QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._value = value
        elif value != self._value:
            self._bar.setValue(self._value)


def keep_still(area: QAbstractScrollArea) -> None:
    """Let nothing scroll this area while a mouse button is held, but its own scroll bar being pressed."""
    upright, level = _Bar(Qt.Orientation.Vertical), _Bar(Qt.Orientation.Horizontal)
    area.setVerticalScrollBar(upright)
    area.setHorizontalScrollBar(level)
    for bar in (upright, level):
        _Stillness(bar)
