"""Somebody at the keyboard and the mouse of a window without a display."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget


def types(text: str) -> None:
    """Type into what has the keyboard. Raises RuntimeError where nothing has."""
    QTest.keyClicks(_focused(), text)
    QApplication.processEvents()


def presses(key: Qt.Key) -> None:
    """Press a key where the keyboard is."""
    QTest.keyClick(_focused(), key)
    QApplication.processEvents()


def clicks(window: QWidget, name: str) -> None:
    """Click the visible button that is called so, or begins so. Raises LookupError where there is none."""
    buttons = [button for button in window.findChildren(QAbstractButton) if button.isVisible()]
    named = [button for button in buttons if name in (button.accessibleName(), button.text())]
    named += [button for button in buttons if (button.accessibleName() or button.text()).startswith(name)]
    if not named:
        raise LookupError(f"no button is called {name!r}: {sorted(one.accessibleName() for one in buttons)}")
    named[0].click()
    QApplication.processEvents()


def _focused() -> QWidget:
    widget = QApplication.focusWidget()
    if widget is None:
        raise RuntimeError("nothing has the keyboard")
    return widget
