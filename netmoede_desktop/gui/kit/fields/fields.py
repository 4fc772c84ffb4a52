"""Input with its label above and, when something is wrong, one sentence below. The sentence never moves the page."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from netmoede_desktop.gui.kit.speech.voice import announce
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.theme.look import Look

#: Signs that show nothing and come along when text is pasted: zero-width space, word joiner, BOM, soft hyphen.
_INVISIBLE = dict.fromkeys((0x200B, 0x2060, 0xFEFF, 0x00AD))
#: Signs that end a sentence, and seconds without a key: what is typed then is undone by itself.
_SENTENCE_ENDS = ".!?"
_PAUSE_S = 2.0
#: With these held a key is a shortcut, whatever sign it has; Ctrl with Alt is AltGr, which makes signs.
_CTRL = Qt.KeyboardModifier.ControlModifier
_NO_SIGN = (_CTRL, _CTRL | Qt.KeyboardModifier.ShiftModifier)


@dataclass(frozen=True, slots=True)
class _Typed:
    """When a sign was typed, and how the text and the cursor stood after it."""

    at: float
    revision: int
    position: int


def pasted_text(source: QMimeData) -> str:
    """Return the plain text of a paste: no pictures, no formatting, no invisible characters."""
    return source.text().translate(_INVISIBLE) if source.hasText() else ""


class LineInput(QLineEdit):
    """One line of text. A paste becomes one line of plain text."""

    def __init__(self, text: str = "", *, placeholder: str = "", longest: int = 400) -> None:
        super().__init__(text)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(longest)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave Escape to the window."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)


class TextInput(QPlainTextEdit):
    """Several lines of plain text. Tab goes on to the next field, as a keyboard user expects.

    Typing is undone run by run: a run ends with a sentence, a pause, or whatever else is done in the text.
    """

    def __init__(self, text: str = "", *, placeholder: str = "", seconds: Callable[[], float] = time.monotonic) -> None:
        """Make it; `seconds` is a clock that only goes forward."""
        super().__init__(text)
        self._seconds = seconds
        self._typed: _Typed | None = None
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Take a sign into its run; Qt by itself makes one run of all that is typed on.

        The sign is put in here: Qt's own way looks for its place on the screen before the run is closed, when no line
        is laid out, and ends the program.
        """
        if self.isReadOnly() or event.modifiers() in _NO_SIGN or not (event.text() and event.text().isprintable()):
            super().keyPressEvent(event)
            return
        cursor = self.textCursor()
        if self._types_on(cursor):
            cursor.joinPreviousEditBlock()
        else:
            cursor.beginEditBlock()
        cursor.insertText(event.text())
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self._typed = _Typed(self._seconds(), self.document().revision(), self.textCursor().position())

    def _types_on(self, cursor: QTextCursor) -> bool:
        """Return True if the next character belongs to the run that was typed last."""
        typed = self._typed
        if typed is None or cursor.hasSelection() or self._seconds() - typed.at >= _PAUSE_S:
            return False
        before = self.document().characterAt(cursor.position() - 1)
        here = (self.document().revision(), cursor.position())
        return here == (typed.revision, typed.position) and before not in _SENTENCE_ENDS

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802
        """Only text can be put in."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Put the plain text in."""
        self.insertPlainText(pasted_text(source))


class Field(QWidget):
    """A label, an input, and the line below for a remark or a problem."""

    def __init__(self, label: str, editor: QWidget, look: Look, *, hint: str = "") -> None:
        super().__init__()
        self._hint = hint
        self.editor = editor
        self._label = Label(label, Tone.STRONG)
        self._label.setBuddy(editor)
        self._remark = Label(hint, Tone.SMALL)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        for widget in (self._label, editor, self._remark):
            column.addWidget(widget)
        self._remark.setVisible(bool(hint))
        editor.setAccessibleName(label)
        editor.setAccessibleDescription(hint.strip())

    def set_label(self, label: str) -> None:
        """Replace the label, which is the accessible name of the input too."""
        self._label.setText(label)
        self.editor.setAccessibleName(label)

    @property
    def problem(self) -> str:
        """The problem as a sentence, "" for none."""
        return self._remark.text() if self.editor.property("wrong") else ""

    def show_problem(self, sentence: str) -> None:
        """Show a problem; "" clears it and shows the hint again. It is announced politely, once."""
        if sentence == self.problem:
            return
        self._remark.setText(sentence or self._hint)
        self._remark.set_tone(Tone.ATTENTION if sentence else Tone.SMALL)
        self._remark.setVisible(bool(sentence or self._hint))
        self.editor.setAccessibleDescription(sentence or self._hint.strip())
        self.editor.setProperty("wrong", bool(sentence))
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)
        if sentence:
            announce(self._remark, sentence)

    def show_hint(self, hint: str) -> None:
        """Replace the hint below the input; a problem takes precedence."""
        self._hint = hint
        if not self.problem:
            self._remark.setText(hint)
            self._remark.setVisible(bool(hint))
            self.editor.setAccessibleDescription(hint.strip())
