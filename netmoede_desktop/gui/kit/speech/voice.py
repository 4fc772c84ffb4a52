"""The one place for announcements: all that screen readers announce without a change of focus.

Always polite: a sentence waits until the one before it is finished. Even the number at acute concern is: who asked for
it has pressed a key, and a press already ends the current speech.

It is a real announcement. `QAccessible.Event.Alert` would be silent in AT-SPI, and a mere sound on Windows.
"""

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, sentence: str) -> None:
    """Announce a sentence politely, once; `widget` is the place on the screen to which it belongs. "" is ignored."""
    if sentence:
        _send(widget, sentence)


def _send(widget: QWidget, sentence: str) -> None:
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # its lists of roles are dear at a start

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
