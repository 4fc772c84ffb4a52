"""The focus ring: one width, one colour, wherever a widget paints it itself."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from netmoede_desktop.gui.theme.look import Look


def paint_ring(painter: QPainter, area: QRect | QRectF, look: Look, radius: float = 10) -> None:
    """Paint the focus ring inside an area; `radius` of its corners in pixels at 100 %."""
    inset = look.ring / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(look.theme.focus), look.ring))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    round_it = QRectF(area).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(round_it, look.px(radius), look.px(radius))
