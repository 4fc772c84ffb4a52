"""Screen readers are told of the roles through here."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface

from netmoede_desktop.importing import one_at_a_time


def give_roles() -> None:
    """Let screen readers be told of these roles. Once for the program, which may not have been asked anything yet."""
    QAccessible.installFactory(_interface)


def _interface(kind: str, asked: QObject) -> QAccessibleInterface | None:
    """Qt asks for each class of a widget from the last to the first. Where nobody listens it never does."""
    with one_at_a_time:
        from netmoede_desktop.gui.kit.speech.telling import interface_of
    return interface_of(kind, asked)
