"""The focus within a window as a value that can be restored in a rebuilt one."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget


@dataclass(frozen=True, slots=True)
class FocusPlace:
    """The focused widget as an index among `count` widgets of its kind, and in a text its selection and caret.

    Saved texts lose trailing spaces: `text` is as typed, None if the widget is no text.
    """

    kind: type[QWidget]
    number: int
    count: int
    text: str | None = None
    anchor: int = 0
    caret: int = 0


def focus_place(page: QWidget) -> FocusPlace | None:
    """Return the focused widget of a page as a value, None if no tab stop of the page has the focus."""
    focused: QWidget | None = page.window().focusWidget()
    if focused is None:
        return None
    alike = _alike(page, type(focused))
    if focused not in alike:
        return None
    return FocusPlace(type(focused), alike.index(focused), len(alike), _text(focused), *_marked(focused))


def restore_focus(page: QWidget, place: FocusPlace | None) -> None:
    """Restore the focus in a rebuilt page.

    Does nothing if the number of widgets of the kind differs: the index is then ambiguous.
    """
    alike = [] if place is None else _alike(page, place.kind)
    if place is not None and len(alike) == place.count and alike[place.number].isVisibleTo(page):
        alike[place.number].setFocus(Qt.FocusReason.OtherFocusReason)
        _add_blanks(alike[place.number], place)
        _mark(alike[place.number], place)


def _alike(page: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [one for one in page.findChildren(kind) if type(one) is kind and one.focusPolicy() & Qt.FocusPolicy.TabFocus]


def _text(stop: QWidget) -> str | None:
    if isinstance(stop, QPlainTextEdit):
        return stop.toPlainText()
    return stop.text() if isinstance(stop, QLineEdit) else None


def _add_blanks(stop: QWidget, place: FocusPlace) -> None:
    """Restore trailing spaces typed at the end of a text, so that the next word is separated."""
    text = _text(stop)
    if text is None or place.text is None or place.text.rstrip() != text:
        return
    blanks = place.text[len(text) :]
    if blanks and isinstance(stop, QPlainTextEdit):
        stop.moveCursor(QTextCursor.MoveOperation.End)
        stop.insertPlainText(blanks)
    elif blanks and isinstance(stop, QLineEdit):
        stop.end(False)
        stop.insert(blanks)


def _marked(stop: QWidget) -> tuple[int, int]:
    """Return anchor and caret of the selection."""
    if isinstance(stop, QPlainTextEdit):
        return stop.textCursor().anchor(), stop.textCursor().position()
    if isinstance(stop, QLineEdit):
        caret = stop.cursorPosition()
        return caret if not stop.hasSelectedText() else stop.selectionStart() + stop.selectionEnd() - caret, caret
    return 0, 0


def _mark(stop: QWidget, place: FocusPlace) -> None:
    if isinstance(stop, QPlainTextEdit):
        end, cursor = stop.document().characterCount() - 1, stop.textCursor()
        cursor.setPosition(min(place.anchor, end))
        cursor.setPosition(min(place.caret, end), QTextCursor.MoveMode.KeepAnchor)
        if (cursor.anchor(), cursor.position()) != _marked(stop):
            stop.setTextCursor(cursor)
        stop.ensureCursorVisible()
    elif isinstance(stop, QLineEdit):
        stop.setCursorPosition(place.caret)
        if place.anchor != place.caret:
            stop.setSelection(place.anchor, place.caret - place.anchor)
