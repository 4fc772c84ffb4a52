"""The accessible role of a widget, where Qt would report only a text, a button or a filler."""

from enum import StrEnum

from PySide6.QtWidgets import QWidget

#: The property of a widget in which its role stands.
ROLE = "spoken-role"


class SpokenRole(StrEnum):
    """Roles that Qt does not derive by itself."""

    HEADING = "heading"
    TEXT = "text"
    LIST = "list"
    LIST_ITEM = "list-item"
    GROUP = "group"
    CHOICE = "choice"
    PAGE = "page"
    WINDOW = "window"
    SILENT = "silent"
    """Announced by the name of its parent, or purely visual."""


def set_role(widget: QWidget, role: SpokenRole) -> None:
    """Set the role of a widget; before its first query, because the interface is cached. It needs an accessible name.

    Not for Qt's own input widgets: they would lose their editing interface.
    """
    widget.setProperty(ROLE, role.value)
