"""A layout of items side by side that wraps to further lines, as words do."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Lays out its widgets in reading order; `gap` in pixels between them and between the lines.

    With `push_last` the last one is aligned to the far end of its line.
    """

    def __init__(self, gap: int, *, push_last: bool = False) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._push_last = push_last
        self._first: set[int] = set()
        self.setContentsMargins(0, 0, 0, 0)

    def begin_line_with(self, widget: QWidget) -> None:
        """Begin a new line with a widget, however much room the line before has left."""
        self._first.add(id(widget))

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        """Append an item."""
        self._items.append(item)

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Return the item at an index, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Remove and return the item at an index, or None."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """Return no direction: it takes no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Return True: the narrower, the taller."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of all lines at that width."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, area: QRect) -> None:  # noqa: N802
        """Place all items."""
        super().setGeometry(area)
        self._arrange(area, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of all items on one line."""
        shown = [item for item in self._items if not item.isEmpty()]
        widths = [item.sizeHint().width() for item in shown]
        height = max((item.sizeHint().height() for item in shown), default=0)
        return QSize(sum(widths) + self._gap * max(len(widths) - 1, 0), height)

    def minimumSize(self) -> QSize:  # noqa: N802
        """Return the size of the widest item alone."""
        shown = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(max((s.width() for s in shown), default=0), max((s.height() for s in shown), default=0))

    def _arrange(self, area: QRect, *, move: bool) -> int:
        """Fill line after line, each as high as its highest item; return the total height."""
        y = area.y()
        for line in self._lines(area.width()):
            if y > area.y():
                y += self._gap
            height = max(size.height() for _, size in line)
            x = area.x()
            for item, size in line:
                if self._push_last and item is self._items[-1] and len(line) > 1:
                    x = area.right() + 1 - size.width()
                if move:
                    item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
                x += size.width() + self._gap
            y += height
        return y - area.y()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            wanted = min(item.sizeHint().width(), width)
            height = item.heightForWidth(wanted) if item.hasHeightForWidth() else item.sizeHint().height()
            begins = id(item.widget()) in self._first
            if not lines or begins or used + self._gap + wanted > width:
                lines.append([])
                used = -self._gap
            lines[-1].append((item, QSize(wanted, height)))
            used += self._gap + wanted
        return lines


def flowing(*widgets: QWidget, gap: int, push_last: bool = False) -> QWidget:
    """Return a widget that holds these side by side, on several lines if needed."""
    made = QWidget()
    layout = FlowLayout(gap, push_last=push_last)
    for widget in widgets:
        layout.addWidget(widget)
    made.setLayout(layout)
    policy = made.sizePolicy()
    policy.setHeightForWidth(True)
    policy.setHorizontalPolicy(policy.Policy.Expanding)
    policy.setVerticalPolicy(policy.Policy.Minimum)
    made.setSizePolicy(policy)
    return made


def add_to_flow(flow: QWidget, widget: QWidget) -> None:
    """Append a widget to the result of `flowing`. Deleting the widget removes it."""
    layout = flow.layout()
    if layout is not None:
        layout.addWidget(widget)
