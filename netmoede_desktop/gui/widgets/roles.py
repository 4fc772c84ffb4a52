"""What a widget is, to a screen reader, where Qt would only call it a text, a button or a filler."""

from enum import StrEnum

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_ROLE = "spoken-role"


class SpokenRole(StrEnum):
    """What there is beside what Qt knows by itself."""

    HEADING = "heading"
    TEXT = "text"
    LIST = "list"
    LIST_ITEM = "list-item"
    WINDOW = "window"


def set_role(widget: QWidget, role: SpokenRole) -> None:
    """Say what a widget is; before a screen reader first asks, for the answer is kept. It needs an accessible name.

    Not for what can be pressed or written in: it would lose how.
    """
    widget.setProperty(_ROLE, role.value)


def give_roles() -> None:
    """Let screen readers be told of these roles. Once for the program, which may not have been asked anything yet."""
    QAccessible.installFactory(_interface)


def _interface(_class: str, asked: QObject) -> QAccessibleInterface | None:
    """Qt owns what is returned; None leaves the widget to Qt."""
    role = asked.property(_ROLE) if isinstance(asked, QWidget) else None
    if role is None or not isinstance(asked, QWidget):
        return None
    return QAccessibleWidget(asked, _qt_role(SpokenRole(role)))


def _qt_role(role: SpokenRole) -> QAccessible.Role:
    match role:
        case SpokenRole.HEADING:
            return QAccessible.Role.Heading
        case SpokenRole.TEXT:
            return QAccessible.Role.StaticText
        case SpokenRole.LIST:
            return QAccessible.Role.List
        case SpokenRole.LIST_ITEM:
            return QAccessible.Role.ListItem
        case SpokenRole.WINDOW:
            return QAccessible.Role.Window
