"""Block scrolling from the press of a mouse button to its release, so that every click hits its target.

A press moves the focus, and the focused widget is scrolled into view: without this the page would slide away under the
pointer, and the release would fall beside the button. Only a scroll bar that is itself pressed may move.
"""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar


class _Bar(QScrollBar):
    """A scroll bar that knows whether the mouse presses it."""

    def __init__(self, orientation: Qt.Orientation) -> None:
        super().__init__(orientation)
        self.pressed = False

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Allow scrolling from here on."""
        self.pressed = True
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """End of the allowed scrolling."""
        super().mouseReleaseEvent(event)
        self.pressed = False


class _Stillness(QObject):
    """Resets a scroll bar to its value at the mouse press, whatever moved it."""

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


def hold_scroll_position(area: QAbstractScrollArea) -> None:
    """Block scrolling of an area while a mouse button is held, except by its own scroll bar."""
    upright, level = _Bar(Qt.Orientation.Vertical), _Bar(Qt.Orientation.Horizontal)
    area.setVerticalScrollBar(upright)
    area.setHorizontalScrollBar(level)
    for bar in (upright, level):
        _Stillness(bar)
