"""The frame of a page with a list at its left and a panel at its side; with little room each is a page of its own."""

from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netmoede_desktop.gui.kit.layout.frames import Hairline
from netmoede_desktop.gui.theme.look import Look


class FramePart(Enum):
    """A part of the page; with little room one of them is shown at a time."""

    LIST = auto()
    MIDDLE = auto()
    SIDE = auto()


#: Where each is in the row.
_PLACES = {FramePart.LIST: 0, FramePart.MIDDLE: 1, FramePart.SIDE: 3}


class SideFrame(QWidget):
    """List, middle and side beside each other; or, when compact, one of them between two bars that never move.

    The bar at the head is shown only when compact; otherwise the bar at the foot is under the middle alone.
    """

    part_shown = Signal(object)
    """The `FramePart` that has come to be shown alone."""

    def __init__(self, parts: dict[FramePart, QWidget], head: QWidget, foot: QWidget, look: Look) -> None:
        super().__init__()
        self._parts, self._head, self._foot = parts, head, foot
        self._compact = False
        self._part = FramePart.MIDDLE
        self._line, self._below_head, self._above_foot = Hairline(look, upright=True), Hairline(look), Hairline(look)
        self._middle = QVBoxLayout()
        self._middle.setSpacing(0)
        self._middle.addWidget(parts[FramePart.MIDDLE], 1)
        self._across = QHBoxLayout()
        self._across.setSpacing(0)
        self._across.addWidget(parts[FramePart.LIST])
        self._across.addLayout(self._middle, 1)
        self._across.addWidget(self._line)
        self._across.addWidget(parts[FramePart.SIDE])
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for widget in (head, self._below_head):
            self._column.addWidget(widget)
        self._column.addLayout(self._across, 1)
        self._column.addWidget(self._above_foot)
        self._middle.addWidget(foot)
        self._show_parts()

    @property
    def compact(self) -> bool:
        """Whether one part is shown at a time."""
        return self._compact

    @property
    def part(self) -> FramePart:
        """The part that is shown alone when compact."""
        return self._part

    def set_compact(self, compact: bool) -> None:
        """Show one part at a time between the bars, or all beside each other."""
        if compact != self._compact:
            self._compact = compact
            (self._middle if compact else self._column).removeWidget(self._foot)
            (self._column if compact else self._middle).addWidget(self._foot)
            self._show_parts()

    def show_part(self, part: FramePart) -> None:
        """Show this part where there is room for one; it makes no difference where all are shown."""
        if part is not self._part:
            self._part = part
            self._show_parts()
            if self._compact:
                self.part_shown.emit(part)

    def _show_parts(self) -> None:
        for part, widget in self._parts.items():
            shown = not self._compact or part is self._part
            widget.setVisible(shown)
            wide = self._compact if part is not FramePart.MIDDLE else shown
            self._across.setStretch(_PLACES[part], int(wide and shown))
        self._line.setVisible(not self._compact)
        for widget in (self._head, self._below_head, self._above_foot):
            widget.setVisible(self._compact)
