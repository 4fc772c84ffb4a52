"""Where the keyboard is in a window, as a place that can be found again in one that is built anew."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class KeyboardPlace:
    """Which of how many of its kind it is, in the order they were made."""

    kind: type[QWidget]
    number: int
    count: int


def keyboard_place(page: QWidget) -> KeyboardPlace | None:
    """Return which of the page's stops has the keyboard, None for none of them."""
    focused: QWidget | None = page.window().focusWidget()
    if focused is None:
        return None
    alike = _alike(page, type(focused))
    return KeyboardPlace(type(focused), alike.index(focused), len(alike)) if focused in alike else None


def take_keyboard_to(page: QWidget, place: KeyboardPlace | None) -> None:
    """Give the keyboard to the same stop of the same page, built anew.

    Nothing happens where the page has not as many of the kind: then nobody can say which one it was.
    """
    alike = [] if place is None else _alike(page, place.kind)
    if place is not None and len(alike) == place.count and not alike[place.number].isHidden():
        alike[place.number].setFocus(Qt.FocusReason.OtherFocusReason)


def _alike(page: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [one for one in page.findChildren(kind) if type(one) is kind and one.focusPolicy() & Qt.FocusPolicy.TabFocus]
