"""What a widget is, to a screen reader, where Qt would only call it a text, a button or a filler."""

from enum import StrEnum

from PySide6.QtWidgets import QWidget

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
