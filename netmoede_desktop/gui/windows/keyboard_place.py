"""Where the keyboard is in a window, as a place that can be found again in one that is built anew."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def keyboard_place(page: QWidget) -> int | None:
    """Return which of the page's stops has the keyboard, None for none of them."""
    focused = page.window().focusWidget()
    stops = _stops(page)
    return stops.index(focused) if focused in stops else None


def take_keyboard_to(page: QWidget, place: int | None) -> None:
    """Give the keyboard to the same stop of the same page, built anew. Nothing happens where there is no such stop."""
    stops = _stops(page)
    if place is not None and place < len(stops) and stops[place].isEnabled():
        stops[place].setFocus(Qt.FocusReason.OtherFocusReason)


def _stops(page: QWidget) -> list[QWidget]:
    return [one for one in page.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
