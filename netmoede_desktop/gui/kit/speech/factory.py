"""Registers the accessible interfaces of the house with Qt."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface

from netmoede_desktop.importing import one_at_a_time


def install_accessible_roles() -> None:
    """Install the factory of accessible interfaces. Once per program, before Qt creates the first interface."""
    QAccessible.installFactory(_interface)


def _interface(kind: str, asked: QObject) -> QAccessibleInterface | None:
    """Return the interface for a class of a widget. Qt calls it from the last class to the first, on demand only."""
    with one_at_a_time:
        from netmoede_desktop.gui.kit.speech.telling import interface_of
    return interface_of(kind, asked)
