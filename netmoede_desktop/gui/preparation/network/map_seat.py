"""Somebody on the netværkskort: a real button. Arrows walk and move, space says *skal med*, a drag is another place."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from netmoede_desktop.gui.kit.table.seats.face import Letters, SeatFace
from netmoede_desktop.gui.kit.table.seats.marks import paint_mark
from netmoede_desktop.gui.kit.table.values import SeatMark, SeatShape, TableSeat
from netmoede_desktop.gui.kit.text.hints import plain_hint

#: How much of the margin of a seat at the round table one on the map gives up: none of them grows.
_GROWN = 0.4
_THICK, _THIN = 2.5, 1.0
_BADGE = 8.5
#: Between the edge and the words, so that neither check nor letter covers any.
_BESIDE = 7.0
_CTRL = Qt.KeyboardModifier.ControlModifier
#: An arrow: how far round, clockwise, and how far out.
_ARROWS = {
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@dataclass(frozen=True, slots=True)
class MapSeatShown:
    """A seat on the map. `letter` is who chose, "" unknown; `spoken` is the sentence for a screen reader."""

    key: str
    name: str
    caption: str
    private: bool
    coming: bool
    letter: str
    spoken: str


class MapSeat(QAbstractButton):
    """The button. Enter clicks it, and so does the mouse."""

    walked = Signal(int, int)
    """Emitted on an arrow: how far round, clockwise, and how far out the keyboard goes."""
    moved = Signal(int, int)
    """Emitted on an arrow with Ctrl: how far the person goes."""
    coming_toggled = Signal()
    """Emitted on space."""
    unplaced = Signal()
    """Emitted on Delete."""
    focused = Signal()
    dragged = Signal(QPoint)
    """Emitted while dragged, with the position in the coordinates of the map."""
    dropped = Signal(bool)
    """Emitted when a drag ends, with False if it was cancelled."""

    def __init__(self, shown: MapSeatShown, letters: Letters, parent: QWidget) -> None:
        super().__init__(parent)
        self.shown = shown
        self._pressed_at: QPoint | None = None
        self._dragging = False
        self.face = SeatFace(_table_seat(shown), letters)
        self.face.grown = _GROWN
        self.face.padding = _BESIDE
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._update_texts()

    def set_shown(self, shown: MapSeatShown) -> None:
        """Set the value; nothing is repainted if it is the same."""
        if shown != self.shown:
            self.shown = shown
            self.face.set_seat(_table_seat(shown))
            self._update_texts()
            self.update()

    def set_box(self, x: float, y: float, width: float, height: float, letters: Letters) -> None:
        """Set where it is by its middle, its size, and the fonts, in pixels."""
        self.face.set_size(width, height, letters)
        self.setGeometry(round(x - width / 2), round(y - height / 2), round(width), round(height))
        self.update()

    def _update_texts(self) -> None:
        self.face.stroke = _THICK if self.shown.coming else _THIN
        self.setText(self.shown.name.replace("&", "&&"))
        self.setAccessibleName(self.shown.spoken)
        self.setToolTip(plain_hint(self.shown.spoken))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the seat, its check and its letter."""
        painter = QPainter(self)
        self.face.paint(painter, focused=self.hasFocus(), lit=self.isDown() or self.underMouse())
        letters, theme = self.face.letters, self.face.letters.look.theme
        side = letters.px(_BADGE) * 2
        if self.shown.coming:
            box = QRectF(0, 0, side, side)
            self._badge(painter, box, QColor(theme.green), QColor(theme.green))
            part = side * 0.24
            paint_mark(painter, SeatMark.TICK, box.adjusted(part, part, -part, -part), QColor(theme.on_petrol))
        if self.shown.letter:
            box = QRectF(self.width() - side, 0, side, side)
            self._badge(painter, box, QColor(theme.card), QColor(theme.ink))
            painter.setFont(letters.font(11, bold=True))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.shown.letter)
        painter.end()

    def _badge(self, painter: QPainter, box: QRectF, ground: QColor, border: QColor) -> None:
        stroke = self.face.letters.px(1)
        painter.setPen(QPen(border, stroke))
        painter.setBrush(ground)
        painter.drawEllipse(box.adjusted(stroke, stroke, -stroke, -stroke))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Emit `focused`."""
        super().focusInEvent(event)
        self.focused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Walk, move, toggle, or leave the key to the window."""
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._dragging and key == Qt.Key.Key_Escape:
            self._end_drag(kept=False)
        elif key in _ARROWS and not modifiers:
            self.walked.emit(*_ARROWS[key])
        elif key in _ARROWS and modifiers == _CTRL:
            self.moved.emit(*_ARROWS[key])
        elif event.isAutoRepeat() or modifiers:
            event.ignore()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key == Qt.Key.Key_Space:
            self.coming_toggled.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.unplaced.emit()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave space to its press."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begin a click, which may become a drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Drag once the mouse has gone far enough."""
        start, here = self._pressed_at, event.position().toPoint()
        if start is None:
            super().mouseMoveEvent(event)
            return
        if not self._dragging and (here - start).manhattanLength() < QApplication.startDragDistance():
            return
        if not self._dragging:
            self._dragging = True
            self.setDown(False)
            self.raise_()
        self.dragged.emit(self.mapToParent(here))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """End a click or a drag."""
        if self._dragging:
            self._end_drag(kept=True)
            return
        self._pressed_at = None
        super().mouseReleaseEvent(event)

    def _end_drag(self, *, kept: bool) -> None:
        self._dragging, self._pressed_at = False, None
        self.dropped.emit(kept)


def seat_middle(seat: MapSeat) -> QPointF:
    """Return the middle of a seat in the coordinates of the map."""
    return QRectF(seat.geometry()).center()


def _table_seat(shown: MapSeatShown) -> TableSeat:
    shape = SeatShape.ROUND if shown.private else SeatShape.SQUARE
    return TableSeat(shown.key, shown.name, shown.caption, shape, spoken=shown.spoken)
