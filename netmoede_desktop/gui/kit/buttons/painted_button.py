"""What every button of the house shares, whatever it paints: how the keyboard presses it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class PaintedButton(QAbstractButton):
    """Enter presses it as a blank does; held down, it counts once, and with Ctrl it is somebody else's."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Press it, or leave the key to Qt."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.modifiers() & ~_KEYPAD:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()
