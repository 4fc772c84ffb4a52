"""Place windows so that they always can be reached."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

#: So much of a window's upper edge, in pixels, must be on a screen for it to be taken hold of.
_GRIP_WIDTH, _GRIP_HEIGHT = 160, 32


def reachable(frame: QRect, areas: Sequence[QRect]) -> bool:
    """Return True if enough of the upper edge of a window is on one screen for it to be dragged."""
    edge = QRect(frame.x(), frame.y(), frame.width(), min(_GRIP_HEIGHT, frame.height()))
    needed = min(_GRIP_WIDTH, frame.width())
    return any(
        seen.width() >= needed and seen.height() >= edge.height() // 2
        for seen in (edge.intersected(area) for area in areas)
    )


def reachable_frame(frame: QRect, areas: Sequence[QRect]) -> QRect:
    """Return a frame fully on the screen it overlaps most, else on the first, at most as large as that."""
    if not areas:
        return frame
    area = max(areas, key=lambda one: _size(one.intersected(frame)))
    width, height = min(frame.width(), area.width()), min(frame.height(), area.height())
    x = min(max(frame.x(), area.left()), area.left() + area.width() - width)
    y = min(max(frame.y(), area.top()), area.top() + area.height() - height)
    return QRect(x, y, width, height)


def ensure_reachable(window: QWidget, areas: Sequence[QRect]) -> bool:
    """Move a window onto a screen if it cannot be reached; a full one stays full. Return True if it was moved."""
    frame = window.frameGeometry()
    if not areas or window.isMinimized() or reachable(frame, areas):
        return False
    full, maximised = window.isFullScreen(), window.isMaximized()
    if full or maximised:
        window.showNormal()
    place = reachable_frame(frame, areas)
    around = window.frameGeometry().size() - window.geometry().size()
    inner = window.geometry().topLeft() - window.frameGeometry().topLeft()
    window.setGeometry(QRect(place.topLeft() + inner, place.size() - around))
    if full:
        window.showFullScreen()
    elif maximised:
        window.showMaximized()
    return True


def show_fitted(window: QWidget) -> None:
    """Show a window at its own size, or maximised if it does not fit on the screen."""
    room = window.screen().availableGeometry().size()
    around = window.frameGeometry().size() - window.size()
    if (
        window.width() + around.width() > room.width() * 0.98
        or window.height() + around.height() > room.height() * 0.98
    ):
        window.showMaximized()
    else:
        window.show()


def _size(area: QRect) -> int:
    return max(area.width(), 0) * max(area.height(), 0)
