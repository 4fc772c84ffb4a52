"""The small signs of a seat, painted so that no font needs them."""

from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from netmoede_desktop.gui.kit.table.values import RingState, SeatMark


def paint_mark(painter: QPainter, mark: SeatMark, area: QRectF, colour: QColor) -> None:
    """Paint a sign in a square."""
    pen = QPen(colour, max(area.height() * 0.14, 1.2))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    match mark:
        case SeatMark.TICK:
            _lines(painter, area, ((0.12, 0.55), (0.38, 0.82), (0.88, 0.2)))
        case SeatMark.LATER:
            painter.setBrush(colour)
            painter.setPen(Qt.PenStyle.NoPen)
            for left in (0.0, 0.38, 0.76):
                painter.drawEllipse(_part(area, left, 0.38, 0.24, 0.24))
        case SeatMark.PASS:
            _lines(painter, area, ((0.14, 0.5), (0.86, 0.5)))
        case SeatMark.GONE:
            _lines(painter, area, ((0.1, 0.5), (0.9, 0.5)))
            _lines(painter, area, ((0.58, 0.2), (0.9, 0.5), (0.58, 0.8)))
        case SeatMark.REMARK:
            _lines(
                painter,
                area,
                ((0.08, 0.12), (0.92, 0.12), (0.92, 0.66), (0.5, 0.66), (0.26, 0.92), (0.26, 0.66), (0.08, 0.66)),
                closed=True,
            )
        case SeatMark.READ:
            _lines(painter, area, ((0.5, 0.26), (0.08, 0.14), (0.08, 0.78), (0.5, 0.9)))
            _lines(painter, area, ((0.5, 0.26), (0.92, 0.14), (0.92, 0.78), (0.5, 0.9), (0.5, 0.26)))
        case _:
            assert_never(mark)


def paint_next(painter: QPainter, area: QRectF, colour: QColor) -> None:
    """Paint the sign of the next in turn in a square."""
    pen = QPen(colour, max(area.height() * 0.24, 1.2))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _lines(painter, area, ((0.34, 0.06), (0.8, 0.5), (0.34, 0.94)))


def paint_ring_sign(painter: QPainter, state: RingState, area: QRectF, colour: QColor) -> None:
    """Paint the sign of a state in a square: a full, a half, an empty disc."""
    stroke = max(area.height() * 0.13, 1.2)
    disc = area.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
    painter.setPen(QPen(colour, stroke))
    painter.setBrush(colour if state is RingState.GOOD else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(disc)
    if state is RingState.ROUND_OFF:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPie(disc, 90 * 16, 180 * 16)


def _lines(painter: QPainter, area: QRectF, points: tuple[tuple[float, float], ...], *, closed: bool = False) -> None:
    path = QPainterPath()
    for number, (x, y) in enumerate(points):
        point = QPointF(area.x() + x * area.width(), area.y() + y * area.height())
        if number:
            path.lineTo(point)
        else:
            path.moveTo(point)
    if closed:
        path.closeSubpath()
    painter.drawPath(path)


def _part(area: QRectF, x: float, y: float, width: float, height: float) -> QRectF:
    return QRectF(
        area.x() + x * area.width(), area.y() + y * area.height(), width * area.width(), height * area.height()
    )
