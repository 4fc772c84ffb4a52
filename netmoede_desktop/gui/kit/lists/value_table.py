"""A plain table of values: a row can be opened, its cells are texts in a tone. Scrolls if needed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from netmoede_desktop.gui.kit.layout.keyboard_ring import paint_ring
from netmoede_desktop.gui.kit.layout.still_scrolling import hold_scroll_position
from netmoede_desktop.gui.kit.text.hints import plain_hint
from netmoede_desktop.gui.kit.text.labels import Tone
from netmoede_desktop.gui.theme.look import Look

_Index = QModelIndex | QPersistentModelIndex
_ROW = 38
#: The bar before the row that is chosen: seen without the keyboard, and where there are no tints.
_BAR = 4
#: Beside the words of a cell, at 100 %.
_PADDING = 26
#: No column without a share takes more of the table than this.
_WIDEST = 0.5
_BOLD = frozenset({Tone.STRONG, Tone.ATTENTION, Tone.DONE})


@dataclass(frozen=True, slots=True)
class Cell:
    """A word or two in a tone: BODY, STRONG, MUTED, ATTENTION or DONE."""

    text: str
    tone: Tone = Tone.BODY


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table, identified by its key."""

    key: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, and its share of the remaining width (0: as wide as its text).

    One that needs less than its share leaves the rest to those whose text would be elided. In a table narrower than
    `from_width` (pixels at 100 %) it is hidden, and a `spare` one while all its cells are empty.
    """

    title: str
    share: int = 0
    from_width: int = 0
    spare: bool = False


class ValueTable(QTableView):
    """The table. A click or Enter opens a row, arrow keys move between rows, Tab leaves."""

    opened = Signal(str)
    """Emitted with the key of the row that was clicked or opened by Enter."""
    selected = Signal(str)
    """Emitted with the key of the current row, "" if there is none."""
    removed = Signal(str)
    """Emitted with the key of the row on which Delete was pressed."""

    def __init__(self, name: str, columns: Sequence[Column], look: Look) -> None:
        """Create the table with its accessible name."""
        super().__init__()
        hold_scroll_position(self)
        self._look = look
        self._columns = tuple(columns)
        self._rows = _Rows(self._columns, look)
        self._rendering = False
        self.setModel(self._rows)
        self.setItemDelegate(_RowDelegate(self))
        self.setAccessibleName(name)
        self._set_up_view()

    @property
    def key(self) -> str:
        """The key of the current row, "" if there is none."""
        return self._rows.key(self.currentIndex().row())

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows shown."""
        return self._rows.rows

    def render(self, rows: Sequence[Row]) -> None:  # type: ignore[override]
        """Show these rows; the current one stays current if it is still among them."""
        if tuple(rows) == self._rows.rows:
            return
        key = self.key
        self._rendering = True
        self._rows.show_rows(rows)
        self._fit_columns()
        self.select(key)
        self._rendering = False

    def select(self, key: str) -> None:
        """Make the row with that key current; an unknown key clears the current row."""
        number = self._rows.number(key)
        self.setCurrentIndex(QModelIndex() if number is None else self._rows.index(number, 0))

    def fit_height(self, most: int = 8) -> None:
        """Fix the height to the number of rows, but at most `most`."""
        rows = min(max(self._rows.rowCount(), 1), most)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows * self._look.px(_ROW) + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Open on Enter, emit `removed` on Delete; Tab leaves the table."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.key:
            self.opened.emit(self.key)
        elif event.key() == Qt.Key.Key_Delete and self.key:
            self.removed.emit(self.key)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Open the clicked row."""
        super().mouseReleaseEvent(event)
        key = self._rows.key(self.indexAt(event.position().toPoint()).row())
        if event.button() == Qt.MouseButton.LeftButton and key:
            self.opened.emit(key)

    def currentChanged(self, current: _Index, previous: _Index) -> None:  # noqa: N802
        """Emit `selected` if the row has changed."""
        super().currentChanged(current, previous)
        self.viewport().update()  # the bar and the ring are of the whole row, and Qt paints the cells that changed
        if current.row() != previous.row() and not self._rendering:
            self.selected.emit(self._rows.key(current.row()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Distribute the new width among the columns."""
        super().resizeEvent(event)
        self._fit_columns()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the rows, a bar before the current one, and the focus ring round it, or else round the table."""
        super().paintEvent(event)
        current, area = self.currentIndex(), self.viewport().rect()
        painter = QPainter(self.viewport())
        if current.isValid():
            row = self.visualRect(current)
            area = QRect(0, row.top(), area.width(), row.height())
            bar = QRect(0, row.top(), self._look.px(_BAR), row.height())
            painter.fillRect(bar, QColor(self._look.theme.petrol))
        if self.hasFocus():
            paint_ring(painter, area, self._look, 0)
        painter.end()

    def _set_up_view(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(self._look.px(_ROW))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(1)

    def _fit_columns(self) -> None:
        """Fit columns without a share to their text; distribute the remaining width among the others."""
        room = self.viewport().width()
        shown = {
            number: column
            for number, column in enumerate(self._columns)
            if column.from_width <= self._look.units(self.width()) and not (column.spare and self._rows.empty(number))
        }
        widths = {
            number: min(self._rows.width(number), int(room * _WIDEST))
            for number, column in shown.items()
            if not column.share
        }
        left = max(room - sum(widths.values()), 0)
        widths |= self._shared({number: column.share for number, column in shown.items() if column.share}, left)
        for number in range(len(self._columns)):
            self.setColumnHidden(number, number not in shown)
            self.setColumnWidth(number, widths.get(number, 0))

    def _shared(self, shares: dict[int, int], left: int) -> dict[int, int]:
        """Return the widths of these columns, in pixels, of `left` in all."""
        given: dict[int, int] = {}
        while shares:
            parts = {number: left * share // sum(shares.values()) for number, share in shares.items()}
            needed = {number: self._rows.width(number) for number in shares}
            content = [number for number, part in parts.items() if needed[number] <= part]
            if len(content) in (0, len(parts)):
                return given | parts
            for number in content:
                given[number] = needed[number]
                left -= needed[number]
                del shares[number]
        return given


class _Rows(QAbstractTableModel):
    """The rows as a model of Qt."""

    def __init__(self, columns: tuple[Column, ...], look: Look) -> None:
        super().__init__()
        self._columns = columns
        self._look = look
        self.rows: tuple[Row, ...] = ()
        self._widths: dict[int, int] = {}
        theme = look.theme
        self._colours = {
            Tone.MUTED: QColor(theme.muted),
            Tone.ATTENTION: QColor(theme.ochre_text),
            Tone.DONE: QColor(theme.green_text),
        }

    def show_rows(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self._widths.clear()
        self.endResetModel()

    def key(self, row: int) -> str:
        return self.rows[row].key if 0 <= row < len(self.rows) else ""

    def number(self, key: str) -> int | None:
        return next((number for number, row in enumerate(self.rows) if row.key == key), None)

    def width(self, column: int) -> int:
        """Return the width of the column's widest text in pixels."""
        if column not in self._widths:
            metrics = QFontMetrics(self._look.font(14, bold=True))
            words = {self._columns[column].title, *(row.cells[column].text for row in self.rows)}
            self._widths[column] = max(map(metrics.horizontalAdvance, words)) + self._look.px(_PADDING)
        return self._widths[column]

    def empty(self, column: int) -> bool:
        """Return True if all cells of the column are empty."""
        return not any(row.cells[column].text for row in self.rows)

    def rowCount(self, parent: _Index | None = None) -> int:  # noqa: N802
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index | None = None) -> int:  # noqa: N802
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if orientation is Qt.Orientation.Vertical and role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(cell.text for cell in self.rows[section].cells if cell.text)
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self.rows[index.row()].cells[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return cell.text
            case Qt.ItemDataRole.ToolTipRole:
                return plain_hint(cell.text)
            case Qt.ItemDataRole.FontRole:
                return self._font(cell.tone)
            case Qt.ItemDataRole.ForegroundRole:
                return self._colours.get(cell.tone)
            case _:
                return None

    def _font(self, tone: Tone) -> QFont | None:
        return self._look.font(14, bold=True) if tone in _BOLD else None


class _RowDelegate(QStyledItemDelegate):
    """Paints no focus ring in a cell: the row has it."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:  # noqa: N802
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus
