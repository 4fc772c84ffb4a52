"""The round table, small, as the mark of the program: round seats, square seats, and the one who leads."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from netmoede_desktop.gui.theme.look import Look

_SIDE = 44
_SEATS = 8
_ROUND = frozenset({1, 2, 3, 4})
_LEADER = 0


class TableMark(QWidget):
    """A decorative picture; ignores keys and mouse."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(QSize(look.px(_SIDE), look.px(_SIDE)))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the table and its seats."""
        look, theme = self._look, self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, side = QPointF(self.width() / 2, self.height() / 2), self.width()
        painter.setPen(QPen(QColor(theme.edge), look.px(theme.stroke)))
        painter.setBrush(QColor(theme.table))
        painter.drawEllipse(middle, side * 0.24, side * 0.24)
        for number in range(_SEATS):
            angle = 2 * math.pi * number / _SEATS - math.pi / 2
            centre = middle + QPointF(math.cos(angle), math.sin(angle)) * side * 0.41
            self._paint_seat(painter, number, centre, side * 0.075)
        painter.end()

    def _paint_seat(self, painter: QPainter, number: int, centre: QPointF, size: float) -> None:
        theme = self._look.theme
        if number == _LEADER:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.petrol))
            painter.drawEllipse(centre, size * 1.15, size * 1.15)
            return
        private = number in _ROUND
        painter.setPen(QPen(QColor(theme.ochre if private else theme.violet), self._look.px(1.5)))
        painter.setBrush(QColor(theme.card))
        if private:
            painter.drawEllipse(centre, size, size)
        else:
            painter.drawRect(QRectF(centre.x() - size, centre.y() - size, 2 * size, 2 * size))
