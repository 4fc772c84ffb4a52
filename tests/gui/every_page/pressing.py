"""Whether what is pressed stays under the pointer until it is let go: with the mouse, in what is scrolled."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from tests.gui.every_page.checks import told
from tests.gui.every_page.staging import settle


def slid(root: QWidget) -> list[str]:
    """The buttons in scrolled areas that a press of the mouse moves from under the pointer."""
    return [line for area in _scrolling(root) for line in _slid_in(area)]


def _scrolling(root: QWidget) -> list[QScrollArea]:
    found = [area for area in root.findChildren(QScrollArea) if area.isVisible()]
    return [area for area in found if area.verticalScrollBar().maximum() > 0]


def _slid_in(area: QScrollArea) -> Iterator[str]:
    """Pressed scrolled to the end and half the way, and let go beside it: nothing is done by that."""
    bar = area.verticalScrollBar()
    for wanted in (bar.maximum(), bar.maximum() // 2):
        bar.setValue(wanted)
        button = _pressable(area)
        if button is None:
            continue
        name, place = told(button), button.mapTo(area.window(), button.rect().center())
        press(area.window(), place)
        settle()
        moved = button.mapTo(area.window(), button.rect().center()) - place
        release(area.window(), QPoint(1, 1))
        settle()
        if not moved.isNull():
            yield f"{name} slides {moved.y()} px from under the mouse"


def _pressable(area: QScrollArea) -> QAbstractButton | None:
    """The lowest button whose middle is in sight and that the mouse would meet there."""
    found = []
    for button in area.findChildren(QAbstractButton):
        place = button.mapTo(area.window(), button.rect().center())
        if button.isEnabled() and not button.visibleRegion().isEmpty() and area.window().childAt(place) is button:
            found.append((place.y(), place.x(), button))
    return max(found, key=lambda one: one[:2])[2] if found else None


def press(window: QWidget, place: QPoint) -> None:
    """Press the left button of the mouse as the system tells it: the keyboard moves as it does for people."""
    handle = window.windowHandle()
    assert handle is not None
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def release(window: QWidget, place: QPoint) -> None:
    """Let it go."""
    handle = window.windowHandle()
    assert handle is not None
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
