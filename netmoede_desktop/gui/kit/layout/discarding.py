"""Delete a widget at once, so that no picture and no screen reader finds it."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget


def discard(widget: QWidget) -> None:
    """Delete a widget and its children at once. Never call it from one of its own signals or events."""
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete.value)
