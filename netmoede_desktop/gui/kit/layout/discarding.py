"""Taking a widget away at once, so that nothing of it is left for a picture or a screen reader."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget


def discard(widget: QWidget) -> None:
    """Delete a widget with all in it, now. Never called from one of its own signals or events."""
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete.value)
