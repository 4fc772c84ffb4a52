"""A seat as a widget: an interactive button, or a mere label."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from netmoede_desktop.gui.kit.table.seats.face import Letters, SeatFace
from netmoede_desktop.gui.kit.table.values import TableSeat
from netmoede_desktop.gui.kit.text.hints import plain_hint

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
_MOVING = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier


def spoken(seat: TableSeat) -> str:
    """Return the text of a seat for a screen reader, also its tool tip."""
    return seat.spoken or ", ".join(part for part in (seat.name, seat.caption) if part)


class SeatButton(QAbstractButton):
    """A seat as a button. Enter and space click it; arrow keys move on; if movable it can be dragged."""

    focus_step_requested = Signal(int)
    """Emitted on an arrow key: focus the next seat (1) or the previous one (-1)."""
    moved = Signal(int)
    """Emitted on an arrow key with Alt or Ctrl: move the person one place on (1) or back (-1)."""
    menu_asked = Signal(QPoint)
    dragged = Signal(QPoint)
    """Emitted while dragged, with the position in the table's coordinates."""
    dropped = Signal(bool)
    """Emitted when a drag ends, with False if it was cancelled."""

    def __init__(self, seat: TableSeat, letters: Letters, *, movable: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.face = SeatFace(seat, letters)
        self._movable = movable
        self._pressed_at: QPoint | None = None
        self._dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._update_texts()

    def set_seat(self, seat: TableSeat) -> None:
        """Set the value; nothing is repainted if it is the same."""
        if seat != self.face.seat:
            self.face.set_seat(seat)
            self._update_texts()
            self.update()

    def _update_texts(self) -> None:
        sentence = spoken(self.face.seat)
        self.setText(self.face.seat.name.replace("&", "&&"))  # one alone would make a key of the letter after it
        if sentence != self.accessibleName():
            self.setAccessibleName(sentence)
            self.setToolTip(plain_hint(sentence))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the seat."""
        painter = QPainter(self)
        self.face.paint(painter, focused=self.hasFocus(), lit=self.isDown() or self.underMouse())
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Click, move the focus or the seat, or leave the key to the window."""
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._dragging and key == Qt.Key.Key_Escape:
            self._end_drag(kept=False)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not modifiers:
            if not event.isAutoRepeat():
                self.click()
        elif key in _STEPS and not modifiers:
            self.focus_step_requested.emit(_STEPS[key])
        elif key in _STEPS and self._movable and modifiers & _MOVING:
            self.moved.emit(_STEPS[key])
        elif key in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Emit `menu_asked`, for the mouse and the menu key."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.menu_asked.emit(self.mapToGlobal(self.rect().center()) if by_key else event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begin a click, which may become a drag."""
        if self._movable and event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Drag once the mouse has moved far enough."""
        at = event.position().toPoint()
        if self._pressed_at is None:
            super().mouseMoveEvent(event)
            return
        if not self._dragging and (at - self._pressed_at).manhattanLength() >= QApplication.startDragDistance():
            self._dragging = True
            self.setDown(False)
            self.raise_()
        if self._dragging:
            self.dragged.emit(self.mapToParent(at) - self._pressed_at + self.rect().center())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """End a drag, or click."""
        if self._dragging:
            self._end_drag(kept=True)
            return
        self._pressed_at = None
        super().mouseReleaseEvent(event)

    def _end_drag(self, *, kept: bool) -> None:
        self._dragging = False
        self._pressed_at = None
        self.setDown(False)
        self.dropped.emit(kept)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """Repaint highlighted."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Repaint without highlight."""
        super().leaveEvent(event)
        self.update()


class SeatSign(QLabel):
    """A seat without interaction. Its text is the name."""

    def __init__(self, seat: TableSeat, letters: Letters, *, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.face = SeatFace(seat, letters)
        self._update_texts()

    def set_seat(self, seat: TableSeat) -> None:
        """Set the value; nothing is repainted if it is the same."""
        if seat != self.face.seat:
            self.face.set_seat(seat)
            self._update_texts()
            self.update()

    def _update_texts(self) -> None:
        self.setText(self.face.seat.name)
        if spoken(self.face.seat) != self.accessibleName():
            self.setAccessibleName(spoken(self.face.seat))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the seat."""
        painter = QPainter(self)
        self.face.paint(painter)
        painter.end()
