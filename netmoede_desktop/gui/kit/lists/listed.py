"""A list of widgets that screen readers announce as a named list with counted items."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role


class Listed(QWidget):
    """The list. Each row is wrapped in a list item."""

    def __init__(self, name: str, *, spacing: int = 0) -> None:
        """Create the list; `spacing` in pixels between the rows."""
        super().__init__()
        set_role(self, SpokenRole.LIST)
        self.setAccessibleName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(spacing)

    def add(self, row: QWidget, name: str) -> "ListedRow":
        """Append a row under its accessible name; return the list item that owns it."""
        held = ListedRow(row, name)
        self.column.addWidget(held)
        return held

    def clear(self) -> None:
        """Remove all rows."""
        while (taken := self.column.takeAt(0)) is not None:
            row = taken.widget()
            if row is not None:
                row.hide()
                row.deleteLater()


class ListedRow(QWidget):
    """A list item that holds one widget."""

    def __init__(self, row: QWidget, name: str) -> None:
        super().__init__()
        set_role(self, SpokenRole.LIST_ITEM)
        self.setAccessibleName(name)
        self._held = row
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(row)

    def hold(self, row: QWidget) -> None:
        """Replace the widget."""
        before, self._held = self._held, row
        self._column.replaceWidget(before, row)
        before.hide()
        before.deleteLater()
