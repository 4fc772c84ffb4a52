"""A ring that fills as time is used, with the time of day and a word inside."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from netmoede_desktop.gui.theme.look import Look

_SIDE, _WIDTH, _INSIDE = 120, 10, 92
_TIME, _WORD = 26, 13
_CIRCLE = 360 * 16


class RingClock(QWidget):
    """The clock. Takes no focus; a new minute is not announced."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._time = self._word = ""
        self._share = 0.0
        self.setFixedSize(look.px(_SIDE), look.px(_SIDE))

    def show_time(self, time: str, word: str, share: float) -> None:
        """Show a time of day, the word below it, and the filled part of the ring, 0.0 to 1.0."""
        if (time, word, share) != (self._time, self._word, self._share):
            self._time, self._word, self._share = time, word, share
            self.setAccessibleName(f"{time} {word}")
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the ring and the texts."""
        look, theme = self._look, self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = look.px(_WIDTH)
        inset = width / 2 + 1
        ring = self.rect().toRectF().adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(QColor(theme.ring), width))
        painter.drawEllipse(ring)
        pen = QPen(QColor(theme.petrol), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if self._share > 0:
            painter.drawArc(ring, _CIRCLE // 4, -round(self._share * _CIRCLE))
        middle = self.height() / 2
        self._paint_text(painter, self._time, _TIME, theme.ink, middle - look.px(21), bold=True)
        self._paint_text(painter, self._word, _WORD, theme.muted, middle + look.px(9))
        painter.end()

    def _paint_text(
        self, painter: QPainter, text: str, size: float, ink: str, top: float, *, bold: bool = False
    ) -> None:
        """Paint a centred line, in a smaller font if it is too wide for the ring."""
        font = self._look.font(size, bold=bold)
        room = self._look.px(_INSIDE)
        width = QFontMetricsF(font).horizontalAdvance(text)
        if width > room:
            font.setPixelSize(max(int(font.pixelSize() * room / width), 1))
        height = QFontMetricsF(font).height()
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(QRectF(0, top, self.width(), height), Qt.AlignmentFlag.AlignHCenter, text)
