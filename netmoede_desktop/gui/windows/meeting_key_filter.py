"""Catches the meeting's keys before a text field can: it listens where the keyboard is, and nowhere else."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from netmoede_desktop.gui.keys import Action, KeyMap

_KEYS = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)


class KeyFilter(QObject):
    """Hands an action's key to `wants` and, where that says yes, to `take` with whether the key is held down.

    `escape` is told of Esc and says whether it was used. `all_keys`, while it is set, gets every key instead.
    """

    def __init__(
        self,
        window: QWidget,
        keys: KeyMap,
        *,
        wants: Callable[[Action], bool],
        take: Callable[[Action, bool], None],
        escape: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._keys = keys
        self._wants = wants
        self._take = take
        self._escape = escape
        self._watched: QWidget | None = None
        self.all_keys: Callable[[Action | None, QKeyEvent], None] | None = None
        window.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802
        """Take the meeting's keys; leave every other to the widget."""
        if event.type() not in _KEYS or not isinstance(event, QKeyEvent):
            return False
        action = self._keys.action(event.keyCombination())
        if event.type() == QEvent.Type.ShortcutOverride:
            return self._claim(action, event)
        if self.all_keys is not None:
            self.all_keys(action, event)
            return True
        if event.key() == Qt.Key.Key_Escape and action is None:
            return False if event.isAutoRepeat() else self._escape()
        if action is None or not self._wants(action):
            return False
        if action is Action.REDO and typing_redone():
            return True
        self._take(action, event.isAutoRepeat())
        return True

    def _claim(self, action: Action | None, event: QKeyEvent) -> bool:
        """Say that the key will be taken as it is, so that Qt makes no shortcut of it first."""
        if self.all_keys is None and (action is None or not self._wants(action)):
            return False
        event.accept()
        return True

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:  # noqa: ARG002
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = None
        if new is not None and new is not self._window and new.window() is self._window:
            new.installEventFilter(self)
            self._watched = new


def typing_to_undo() -> bool:
    """Whether the keyboard is in a text with something typed to take back."""
    widget = QApplication.focusWidget()
    if isinstance(widget, QPlainTextEdit):
        return widget.document().isUndoAvailable()
    return isinstance(widget, QLineEdit) and widget.isUndoAvailable()


def typing_redone() -> bool:
    """Bring typing again that was taken back in the text with the keyboard; whether there was any.

    Not every system has a key for it in its text fields.
    """
    widget = QApplication.focusWidget()
    if isinstance(widget, QPlainTextEdit):
        available = widget.document().isRedoAvailable()
    else:
        available = isinstance(widget, QLineEdit) and widget.isRedoAvailable()
    if available and isinstance(widget, QPlainTextEdit | QLineEdit):
        widget.redo()
    return available
