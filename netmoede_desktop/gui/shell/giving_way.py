"""Replace a window by another: the old one is ended, and keys pressed for it that arrive late go to the new one.

Building a window blocks the event loop for a while, and the system queues presses meanwhile for the old window.
A late click is dropped: in the new window something else may be in its place.
"""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QEvent, QKeyCombination, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from netmoede_desktop.gui.kit.layout.focus_place import focus_place, restore_focus

if TYPE_CHECKING:
    from netmoede_desktop.gui.desk.office_page import OfficePage
    from netmoede_desktop.gui.minutes.minutes_page import MinutesPage
    from netmoede_desktop.gui.shell.led_meeting import LedMeeting
    from netmoede_desktop.gui.shell.minutes_window import MinutesWindow
    from netmoede_desktop.gui.shell.office_window import OfficeWindow

#: What the hand on a mouse or a screen does: none of it is for a window that has ended.
_POINTED = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletRelease,
    }
)
_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease})

#: Milliseconds after which an old window goes even if the new one never got the keyboard: the user went elsewhere.
_LATEST_MS = 2000


def end_window(
    going: "LedMeeting | MinutesWindow | OfficeWindow | None", successor: QWidget | None = None
) -> "LateKeys | None":
    """End a window. The next one must be open already: Qt quits without windows.

    `successor`, built in its place, gets late keys by the returned object; None if nothing has to be forwarded.
    """
    if going is None:
        return None
    window: QWidget = going if isinstance(going, QWidget) else going.window
    was_seen = window.isVisible()
    going.end()
    if going is not window:
        going.deleteLater()
    if successor is None or not was_seen:
        window.deleteLater()
        return None
    return LateKeys(window, successor)


class LateKeys(QObject):
    """Forwards keys of a hidden window and drops its clicks until the successor is active; then deletes the window."""

    def __init__(self, old: QWidget, successor: QWidget) -> None:
        super().__init__(old)
        self._old, self._successor = old, successor
        self._handle = old.windowHandle()
        for watched in (self._handle, successor):
            if watched is not None:
                watched.installEventFilter(self)
        QTimer.singleShot(_LATEST_MS, self, self._finish)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Filter keys and clicks of the old window; finish when the successor is activated."""
        if watched is self._handle:
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                self._forward_key(event)
            return event.type() in _KEYS | _POINTED
        if event.type() == QEvent.Type.WindowActivate:
            QTimer.singleShot(0, self, self._finish)  # keys pressed before it come before
        return False

    def _forward_key(self, event: QKeyEvent) -> None:
        """Trigger the shortcut of a key; any other key goes to the focused widget.

        The window gets it first: while it is not active yet, it alone knows where typed text belongs.
        """
        if not isValid(self._successor):
            return
        pressed = _as_shortcuts(event)
        for shortcut in self._successor.findChildren(QShortcut):
            if shortcut.isEnabled() and shortcut.key() in pressed:
                shortcut.activated.emit()
                return
        inside = cast("QWidget | None", self._successor.focusWidget())
        for target in (self._successor, inside):
            key = event.clone()
            if target is not None and QCoreApplication.sendEvent(target, key) and key.isAccepted():
                return

    def _finish(self) -> None:
        self._old.deleteLater()


def _as_shortcuts(event: QKeyEvent) -> tuple[QKeySequence, ...]:
    """Return the key sequences of a key event: a symbol that needs Shift on this keyboard also without it."""
    key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    bare = held & ~Qt.KeyboardModifier.ShiftModifier
    sign = key < Qt.Key.Key_Escape and not chr(key).isalnum()
    return tuple(QKeySequence(QKeyCombination(one, Qt.Key(key))) for one in ((held, bare) if sign else (held,)))


def restore_page_state(page: "OfficePage | MinutesPage", before: "OfficePage | MinutesPage") -> None:
    """Restore view state and keyboard place of the old page in the rebuilt one: same row, same focus, same caret."""
    keyboard = focus_place(before)
    page.restore_view_state(before.view_state)
    restore_focus(page, keyboard)
