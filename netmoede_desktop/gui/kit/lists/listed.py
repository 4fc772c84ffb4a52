"""Rows under each other that a screen reader counts: a list with a name, and what is in it told of as one of many."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role


class Listed(QWidget):
    """The list. A row that is no list item by itself is held by one."""

    def __init__(self, name: str, *, spacing: int = 0) -> None:
        """Make it; `spacing` in pixels between the rows."""
        super().__init__()
        set_role(self, SpokenRole.LIST)
        self.setAccessibleName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(spacing)

    def add(self, row: QWidget, name: str) -> "ListedRow":
        """Put a row at the end, told of by its name; return what holds it, and is taken away with it."""
        held = ListedRow(row, name)
        self.column.addWidget(held)
        return held

    def clear(self) -> None:
        """Take all rows away."""
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
        """Hold another widget in its place."""
        before, self._held = self._held, row
        self._column.replaceWidget(before, row)
        before.hide()
        before.deleteLater()
