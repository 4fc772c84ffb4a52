"""The base of the house's own buttons: how keys click them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class PaintedButton(QAbstractButton):
    """A button clicked by Enter as by space; auto-repeat counts once, and Enter with a modifier is left to Qt."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Click on Enter, or leave the key to Qt."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.modifiers() & ~_KEYPAD:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()
