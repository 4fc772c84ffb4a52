"""The pictures of the guide, painted in the theme's colours at any scale; numbers and shapes tell it without colour."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role
from netmoede_desktop.gui.kit.table.table_sketch import BEFORE, TableSketch
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.services.guide.guide import GuidePicture

_SIZE = (220, 150)
_NUMBER = 16
#: The parts of the meeting's window in the sketch of it, left, top, width and height, and where each number is.
_PARTS = (
    ((4, 4, 212, 20), (18, 14)),
    ((4, 28, 52, 92), (18, 42)),
    ((60, 28, 100, 92), (74, 42)),
    ((164, 28, 52, 92), (178, 42)),
    ((140, 124, 76, 22), (156, 135)),
)
_STEPS = 5


def sketch(picture: GuidePicture, shows: str, look: Look) -> QWidget:
    """Return the picture of a chapter; a screen reader gets `shows`."""
    made = TableSketch(BEFORE, look) if picture is GuidePicture.BEFORE else GuideSketch(picture, look)
    set_role(made, SpokenRole.TEXT)
    made.setAccessibleName(shows)
    return made


class GuideSketch(QWidget):
    """The meeting's window with its parts numbered, a paper, or a staircase."""

    def __init__(self, picture: GuidePicture, look: Look) -> None:
        super().__init__()
        self._picture, self._look = picture, look
        self.setFixedSize(look.px(_SIZE[0]), look.px(_SIZE[1]))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the picture."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._pen(self._look.theme.edge))
        match self._picture:
            case GuidePicture.AFTER:
                self._paint_paper(painter)
            case GuidePicture.TROUBLE:
                self._paint_staircase(painter)
            case _:
                self._paint_window(painter)
        painter.end()

    def _paint_window(self, painter: QPainter) -> None:
        theme = self._look.theme
        painter.setBrush(QColor(theme.card))
        for box, _ in _PARTS[:-1]:
            painter.drawRoundedRect(self._box(*box), self._look.px(5), self._look.px(5))
        painter.setBrush(QColor(theme.table))
        painter.drawEllipse(self._box(86, 52, 48, 44))
        painter.setBrush(QColor(theme.petrol))
        painter.drawEllipse(self._box(136, 66, 16, 14))
        painter.drawRoundedRect(self._box(*_PARTS[-1][0]), self._look.px(5), self._look.px(5))
        for number, (_, at) in enumerate(_PARTS, start=1):
            self._paint_number(painter, number, QPointF(*at))

    def _paint_paper(self, painter: QPainter) -> None:
        theme = self._look.theme
        painter.setBrush(QColor(theme.card))
        painter.drawRoundedRect(self._box(60, 4, 100, 142), self._look.px(3), self._look.px(3))
        for row in range(3):
            painter.setPen(self._pen(theme.green_text))
            painter.setBrush(QColor(theme.green_tint))
            painter.drawRoundedRect(self._box(70, 16 + 22 * row, 80, 17), self._look.px(4), self._look.px(4))
            tick = [self._point(75, 25 + 22 * row), self._point(78, 28 + 22 * row), self._point(83, 20 + 22 * row)]
            painter.drawPolyline(tick)
            painter.setPen(self._pen(theme.ink))
            painter.drawLine(self._point(90, 24.5 + 22 * row), self._point(140, 24.5 + 22 * row))
        painter.setPen(self._pen(theme.muted))
        for row, end in enumerate((148, 138, 145, 120)):
            painter.drawLine(self._point(72, 94 + 12 * row), self._point(end, 94 + 12 * row))

    def _paint_staircase(self, painter: QPainter) -> None:
        theme = self._look.theme
        for step in range(_STEPS):
            high = 26 * (step + 1)
            painter.setPen(self._pen(theme.edge))
            painter.setBrush(QColor(theme.card))
            painter.drawRect(self._box(10 + 40 * step, 146 - high, 40, high))
            self._paint_number(painter, step + 1, QPointF(30 + 40 * step, 146 - high + 13))

    def _paint_number(self, painter: QPainter, number: int, at: QPointF) -> None:
        look, theme = self._look, self._look.theme
        side = look.px(_NUMBER)
        circle = QRectF(0, 0, side, side)
        circle.moveCenter(self._point(at.x(), at.y()))
        painter.setPen(self._pen(theme.on_petrol))
        painter.setBrush(QColor(theme.petrol))
        painter.drawEllipse(circle)
        painter.setFont(look.font(11, bold=True))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(number))

    def _pen(self, colour: str) -> QPen:
        return QPen(QColor(colour), self._look.px(1.5))

    def _box(self, left: float, top: float, width: float, height: float) -> QRectF:
        scale = self._look.scale
        return QRectF(left * scale, top * scale, width * scale, height * scale)

    def _point(self, x: float, y: float) -> QPointF:
        return QPointF(x * self._look.scale, y * self._look.scale)
