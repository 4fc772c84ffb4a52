"""Giving a window the keyboard: asked for until it is there, for one wish can get lost without a window manager."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


def bring_to_front(window: QWidget, qtbot: QtBot) -> None:
    """Show the window, if it is not shown, and wait until it has the keyboard."""
    if not window.isVisible():
        window.show()

    def active() -> bool:
        window.activateWindow()
        return window.isActiveWindow()

    qtbot.waitUntil(active)
