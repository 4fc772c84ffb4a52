"""The curtain: a calm page with one word, and nothing else in it."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from netmoede_desktop.gui.theme.look import Look

_SMALLEST = 14


class CurtainPage(QLabel):
    """Fills its window; the word is its text. It holds nothing of a meeting."""

    def __init__(self, look: Look, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.set_word(word)

    def set_word(self, word: str) -> None:
        """Set the word."""
        self.setText(word)
        self.setAccessibleName(word)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the empty table with the word."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(theme.paper))
        side = min(self.width(), self.height())
        radius = side * 0.34
        painter.setPen(QPen(QColor(theme.ring), max(side * 0.012, 1.5)))
        painter.setBrush(QColor(theme.table))
        painter.drawEllipse(QPointF(self.width() / 2, self.height() / 2), radius, radius)
        self._paint_word(painter, radius)
        painter.end()

    def _paint_word(self, painter: QPainter, radius: float) -> None:
        wide = round(radius * 1.6)
        place = QRect((self.width() - wide) // 2, round(self.height() / 2 - radius * 0.7), wide, round(radius * 1.4))
        flags = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
        font = self._look.font(1, bold=True)
        pixels = max(round(radius * 0.22), _SMALLEST)
        while pixels > _SMALLEST // 2:
            font.setPixelSize(pixels)
            needed = QFontMetrics(font).boundingRect(place, flags, self.text())
            if needed.width() <= place.width() and needed.height() <= place.height():
                break
            pixels -= 1
        painter.setFont(font)
        painter.setPen(QColor(self._look.theme.ink))
        painter.drawText(place, flags, self.text())
