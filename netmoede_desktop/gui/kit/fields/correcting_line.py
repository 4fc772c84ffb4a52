"""A saved sentence that is corrected in place: whole, over as many lines as it needs."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QTextCursor

from netmoede_desktop.gui.kit.fields.growing_input import GrowingInput
from netmoede_desktop.gui.theme.look import Look

_MOST_LINES = 8


class CorrectingLine(GrowingInput):
    """The sentence. Enter, or leaving it, says that it is corrected."""

    textEdited = Signal(str)  # noqa: N815 - as Qt's own fields of one line say it
    """It was written in; not sent for what the program sets."""
    editingFinished = Signal()  # noqa: N815
    """Enter was pressed, or the keyboard left."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, size=14, most=_MOST_LINES)
        self._setting = False
        self.setModified(False)  # its margins count as a change
        self.textChanged.connect(self._emit_edited)
        self.entered.connect(self.editingFinished)

    def setText(self, text: str) -> None:  # noqa: N802
        """Show a sentence that is kept."""
        self._setting = True
        self.set_text(text)
        self.setModified(False)
        self._setting = False

    def isModified(self) -> bool:  # noqa: N802
        """Return True if it was edited since it was set."""
        return self.document().isModified()

    def setModified(self, modified: bool) -> None:  # noqa: N802
        """Say whether it was written in."""
        self.document().setModified(modified)

    def end(self, mark: bool) -> None:
        """Move the cursor to the end of the text; with `mark` select up to it."""
        mode = QTextCursor.MoveMode.KeepAnchor if mark else QTextCursor.MoveMode.MoveAnchor
        self.moveCursor(QTextCursor.MoveOperation.End, mode)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """The sentence is done with."""
        super().focusOutEvent(event)
        self.editingFinished.emit()

    def _emit_edited(self) -> None:
        if not self._setting:
            self.textEdited.emit(self.text)
