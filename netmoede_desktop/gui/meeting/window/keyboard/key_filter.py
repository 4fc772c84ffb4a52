"""Catches the meeting's keys before a text field can: it listens where the keyboard is, and nowhere else."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from netmoede_desktop.gui.desk.keys import Action, KeyMap
from netmoede_desktop.gui.meeting.window.keyboard.keyboard import Keyboard

_KEYS = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)

#: Milliseconds within which a key that was let go and comes again was never let go by a finger: a screen that is busy
#: tells of a key held down as if it were pressed again and again.
_NO_FINGER = 25


class KeyFilter(QObject):
    """Hands an action's key to `press` with its `held`; undo only if the text with the focus has nothing to undo.

    `escape` is called on Esc and returns True if it used it; `Keyboard` judges every other key.
    `all_keys`, while it is set, gets every key instead.
    """

    def __init__(
        self,
        window: QWidget,
        keys: KeyMap,
        keyboard: Keyboard,
        press: Callable[[Action, bool], None],
        escape: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._keys = keys
        self._keyboard = keyboard
        self._press = press
        self._escape = escape
        self._watched: QWidget | None = None
        self._released: tuple[int, int] = (0, 0)
        self.all_keys: Callable[[Action | None, QKeyEvent], None] | None = None
        window.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Take the meeting's keys, and those that were meant for another place; leave every other to the widget."""
        kind = event.type()
        if kind == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            return self._keyboard.composed(event)
        if kind == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            self._keyboard.clicked(watched)
        if kind == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent) and not event.isAutoRepeat():
            self._released = (event.key(), event.timestamp())
        if kind not in _KEYS or not isinstance(event, QKeyEvent):
            return False
        action = self._keys.action(event.keyCombination())
        if kind == QEvent.Type.ShortcutOverride:
            return self._claim(action, event)
        if self.all_keys is not None:
            self.all_keys(action, event)
            return True
        held = self._is_held(event)
        if event.key() == Qt.Key.Key_Escape and action is None:
            return held or self._escape()
        if action is not None and _wants(action):
            if action is not Action.REDO or not typing_redone():
                self._press(action, held)
            return True
        # What comes to the window from a widget in it has been judged there.
        passed_on = watched is self._window and self._watched is not None and isValid(self._watched)
        return not passed_on and self._keyboard.take(event, held=held)

    def _is_held(self, event: QKeyEvent) -> bool:
        """Return True if the keyboard repeats the key by itself."""
        key, when = self._released
        again = event.key() == key and bool(when) and 0 <= event.timestamp() - when < _NO_FINGER
        return event.isAutoRepeat() or again

    def _claim(self, action: Action | None, event: QKeyEvent) -> bool:
        """Say that the key will be taken as it is, so that Qt makes no shortcut of it first."""
        if self.all_keys is None and (action is None or not _wants(action)):
            return False
        event.accept()
        return True

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        """Listen where the keyboard is now; while another window has it, where it was in this one."""
        if not isValid(self._window):
            return  # it is going, and tells its last of the keyboard
        elsewhere = new is None and self._watched is not None and self._window.focusWidget() is self._watched
        if not elsewhere and (new is None or new.window() is self._window):
            if self._watched is not None and isValid(self._watched):
                self._watched.removeEventFilter(self)
            self._watched = None
            if new is not None and new is not self._window:
                new.installEventFilter(self)
                self._watched = new
        self._keyboard.moved(old, new)


def _wants(action: Action) -> bool:
    """Every key of the meeting, but undo where there is typing to undo."""
    return action is not Action.UNDO or not typing_to_undo()


def typing_to_undo() -> bool:
    """Return True if the focused text has typing to undo."""
    widget = QApplication.focusWidget()
    if isinstance(widget, QPlainTextEdit):
        return widget.document().isUndoAvailable()
    return isinstance(widget, QLineEdit) and widget.isUndoAvailable()


def typing_redone() -> bool:
    """Redo typing in the focused text; return True if there was any.

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
