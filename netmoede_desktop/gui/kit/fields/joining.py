"""The space between a text and words appended to it."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

#: What a word or a sentence ends with, beside letters and figures.
_ENDS = frozenset('.,;:!?…)]»”"')


def joint(before: str, words: str) -> str:
    """Return the blank that is missing between a text, which may be only its last sign, and the words behind it."""
    ended = bool(before) and (before[-1].isalnum() or before[-1] in _ENDS)
    return " " if ended and words[:1].isalnum() else ""


def sign_before(field: QLineEdit | QPlainTextEdit) -> str:
    """Return the sign before the caret, "" at the beginning."""
    if isinstance(field, QLineEdit):
        return field.text()[: field.cursorPosition()][-1:]
    place = field.textCursor().position()
    return str(field.document().characterAt(place - 1)) if place else ""


def add_at_end(field: QPlainTextEdit, words: str) -> None:
    """Append words to the text, the caret behind them; undo in the text removes them."""
    field.moveCursor(QTextCursor.MoveOperation.End)
    field.insertPlainText(joint(sign_before(field), words) + words)
    field.ensureCursorVisible()


def step_back(field: QLineEdit | QPlainTextEdit, signs: int) -> None:
    """Move the caret so many signs to the left."""
    if isinstance(field, QLineEdit):
        field.cursorBackward(False, signs)
        return
    cursor = field.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.MoveAnchor, signs)
    field.setTextCursor(cursor)
