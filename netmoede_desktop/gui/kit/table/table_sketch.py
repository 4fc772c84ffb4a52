"""A sketch of the round table: a picture beside words that say the same, told by shapes and dashes as by colours."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role
from netmoede_desktop.gui.kit.table.values import SeatShape
from netmoede_desktop.gui.theme.look import Look

_SIZE = (200, 136)
_TABLE = (78, 64)
#: From the middle of the table to the middle of a seat.
_REACH = (64, 52)
_ROUND, _SQUARE = (30, 22), (28, 22)
_PLAY = (18, 20)


@dataclass(frozen=True, slots=True)
class SketchSeat:
    """A seat. `filled` is the child's, `speaks` has the word, `open` is dashed: still without a person."""

    shape: SeatShape = SeatShape.ROUND
    filled: bool = False
    speaks: bool = False
    open: bool = False


_OPEN_ROUND, _OPEN_SQUARE = SketchSeat(open=True), SketchSeat(SeatShape.SQUARE, open=True)
_ROUND_SEAT, _SQUARE_SEAT = SketchSeat(), SketchSeat(SeatShape.SQUARE)
_CHILD = SketchSeat(filled=True)

#: Only the child has a seat yet. Seats clockwise from the top.
BEFORE = (_CHILD, _OPEN_ROUND, _OPEN_ROUND, _OPEN_ROUND, _OPEN_SQUARE, _OPEN_SQUARE, _OPEN_SQUARE, _OPEN_SQUARE)
#: All are seated, one has the word, and the dashed one leads.
DURING = (
    *(_ROUND_SEAT, _ROUND_SEAT, SketchSeat(speaks=True), _ROUND_SEAT),
    *(_SQUARE_SEAT, _SQUARE_SEAT, _SQUARE_SEAT, SketchSeat(SeatShape.DASHED)),
)


class TableSketch(QWidget):
    """The sketch; with `play` the sign of something that begins is on the table. Silent for a screen reader."""

    def __init__(self, seats: tuple[SketchSeat, ...], look: Look, *, play: bool = False) -> None:
        super().__init__()
        self._seats, self._look, self._play = seats, look, play
        self.setFixedSize(look.px(_SIZE[0]), look.px(_SIZE[1]))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        set_role(self, SpokenRole.SILENT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the table, its seats clockwise from the top, and the sign."""
        look, theme = self._look, self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.rect().toRectF().center()
        painter.setPen(QPen(QColor(theme.edge if theme.stroke > 1 else theme.ring), look.px(1.5)))
        painter.setBrush(QColor(theme.table))
        painter.drawEllipse(self._box(middle, _TABLE))
        for number, seat in enumerate(self._seats):
            turn = 2 * math.pi * number / len(self._seats)
            at = QPointF(math.sin(turn) * look.px(_REACH[0]), -math.cos(turn) * look.px(_REACH[1]))
            self._paint_seat(painter, middle + at, seat)
        if self._play:
            self._paint_play(painter, middle)
        painter.end()

    def _paint_seat(self, painter: QPainter, at: QPointF, seat: SketchSeat) -> None:
        look, theme = self._look, self._look.theme
        square = seat.shape is SeatShape.SQUARE
        side = {SeatShape.SQUARE: theme.violet, SeatShape.DASHED: theme.ink}.get(seat.shape, theme.ochre)
        pen = QPen(QColor(theme.edge if seat.open else side), look.px(1 if seat.open else 2))
        if seat.open or seat.shape is SeatShape.DASHED:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        ground = theme.petrol if seat.speaks else side if seat.filled else ""
        painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
        box = self._box(at, _SQUARE if square else _ROUND)
        if square:
            painter.drawRoundedRect(box, look.px(5), look.px(5))
        else:
            painter.drawEllipse(box)

    def _paint_play(self, painter: QPainter, at: QPointF) -> None:
        box = self._box(at, _PLAY)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.theme.petrol))
        painter.drawPolygon(QPolygonF([box.topLeft(), box.bottomLeft(), QPointF(box.right(), box.center().y())]))

    def _box(self, middle: QPointF, size: tuple[int, int]) -> QRectF:
        box = QRectF(0, 0, self._look.px(size[0]), self._look.px(size[1]))
        box.moveCenter(middle)
        return box
