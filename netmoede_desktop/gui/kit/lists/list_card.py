"""A card with a heading and a table, or a sentence if the table is empty."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.layout.frames import Surface, row
from netmoede_desktop.gui.kit.lists.value_table import Column, Row, ValueTable
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.theme.look import Look


class ListCard(Surface):
    """The card takes the height of its rows; a long list is loaded in pages."""

    opened = Signal(str)
    """Emitted with the key of a row."""
    more_asked = Signal()

    def __init__(self, heading: str, columns: Sequence[Column], empty: str, more: str, look: Look) -> None:
        """Create the card; `empty` replaces a table without rows, `more` is the label of the button for more."""
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
        """Show these rows, out of `total`."""
        self.table.render(rows)
        self.table.fit_height(max(len(rows), 1))
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self.more.setVisible(total > len(rows))
