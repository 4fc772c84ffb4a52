"""A card with a heading and a table, and a sentence for what to do where there is nothing in it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.layout.frames import Surface, row
from netmoede_desktop.gui.kit.lists.value_table import Column, Row, ValueTable
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.theme.look import Look


class ListCard(Surface):
    """The card takes the height of its rows; a long list is asked for in pages."""

    opened = Signal(str)
    """The key of a row."""
    more_asked = Signal()

    def __init__(self, heading: str, columns: Sequence[Column], empty: str, more: str, look: Look) -> None:
        """Make it; `empty` is said instead of a table without rows, `more` is what the button for more is called."""
        super().__init__("card", look, padding=20, spacing=8)
        self.table = ValueTable(heading, columns, look)
        self._empty = Label(empty, Tone.MUTED)
        self.more = Button(more, look, ButtonKind.QUIET)
        self.column.addWidget(Label(heading, Tone.HEADING))
        self.column.addWidget(self.table)
        self.column.addWidget(self._empty)
        self.column.addLayout(row(self.more, None))
        self.table.opened.connect(self.opened)
        self.more.clicked.connect(self.more_asked)
        self.show_rows(())

    def show_rows(self, rows: Sequence[Row], *, total: int = 0) -> None:
        """Show these rows, of `total` there are."""
        self.table.render(rows)
        self.table.fit_height(max(len(rows), 1))
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self.more.setVisible(total > len(rows))
