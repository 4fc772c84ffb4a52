"""The one voice: what a screen reader is told without the keyboard having moved. Nothing else tells it anything.

Always politely: a sentence waits until the one before it is finished. Even the number at acute concern is: who asked
for it has pressed a key, and a press already ends what was being said.

It is a real announcement. `QAccessible.Event.Alert` would be silent in AT-SPI, and a mere sound on Windows.
"""

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, sentence: str) -> None:
    """Let a screen reader say a sentence once, when it has time; `widget` is where on the screen it belongs."""
    if sentence:
        _send(widget, sentence)


def _send(widget: QWidget, sentence: str) -> None:
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # its lists of roles are dear at a start

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
