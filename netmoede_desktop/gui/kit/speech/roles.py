"""What a widget is, to a screen reader, where Qt would only call it a text, a button or a filler."""

from enum import StrEnum

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from netmoede_desktop.importing import one_at_a_time

#: The property of a widget in which its role stands.
ROLE = "spoken-role"


class SpokenRole(StrEnum):
    """What there is beside what Qt knows by itself."""

    HEADING = "heading"
    TEXT = "text"
    LIST = "list"
    LIST_ITEM = "list-item"
    GROUP = "group"
    CHOICE = "choice"
    PAGE = "page"
    WINDOW = "window"
    SILENT = "silent"
    """Told of by the name of what holds it, or only for the eye."""


def set_role(widget: QWidget, role: SpokenRole) -> None:
    """Say what a widget is; before a screen reader first asks, for the answer is kept. It needs an accessible name.

    Not for what Qt itself lets be written in or picked from: it would lose how.
    """
    widget.setProperty(ROLE, role.value)


def give_roles() -> None:
    """Let screen readers be told of these roles. Once for the program, which may not have been asked anything yet."""
    QAccessible.installFactory(_interface)


def _interface(kind: str, asked: QObject) -> QAccessibleInterface | None:
    """Qt asks for each class of a widget from the last to the first. Where nobody listens it never does."""
    with one_at_a_time:
        from netmoede_desktop.gui.kit.speech.telling import interface_of
    return interface_of(kind, asked)
