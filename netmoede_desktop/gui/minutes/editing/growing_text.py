"""Room for somebody's words, or for one line, in the referat."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from netmoede_desktop.gui.kit.fields.fields import pasted_text
from netmoede_desktop.gui.kit.fields.growing_field import GrowingField
from netmoede_desktop.gui.theme.look import Look

#: Lines shown before the field scrolls in itself: a very long note would otherwise hide all the others.
MOST_LINES = 18


class GrowingText(GrowingField):
    """Plain text, never higher than `MOST_LINES`; with `lines` it may hold several, without it Enter does nothing."""

    entered = Signal()
    """The keyboard came into it."""

    def __init__(self, text: str, look: Look, *, lines: bool) -> None:
        super().__init__(text, look, most=MOST_LINES)
        self._takes_lines = lines
        self.ensurePolished()  # the letters of the style sheet, before they are counted with
        self._fit()

    def replace_text(self, text: str) -> None:
        """Write something else, so that Ctrl+Z brings back what stood there."""
        cursor = self.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave Escape and Ctrl+Enter to the page."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            event.ignore()
        elif self._takes_lines or not enter:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Put the plain text in; where only one line fits, as one line."""
        text = pasted_text(source)
        self.insertPlainText(text if self._takes_lines else " ".join(text.split()))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Tell."""
        super().focusInEvent(event)
        self.entered.emit()
