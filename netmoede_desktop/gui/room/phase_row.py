"""The phases in plain words along the top of the room's window; the current one is bold and underlined."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from netmoede_desktop.gui.kit.layout.discarding import discard
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.room.audience import AudiencePhase, AudienceStep

_MOST, _LEAST = 23.0, 11.0
_LINE, _BETWEEN = 44.0, 14.0


class PhaseRow(QWidget):
    """The phases side by side. Until all fit the font shrinks, then the lines between go, then titles are elided."""

    def __init__(self, look: Look, t: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._t = t
        self._signs: list[_PhaseSign] = []
        self._phases: tuple[AudiencePhase, ...] = ()
        self._scale = 1.0

    def show_phases(self, phases: tuple[AudiencePhase, ...]) -> None:
        """Show the phases; nothing is repainted if they are the same."""
        if phases == self._phases:
            return
        self._phases = phases
        for sign in self._signs:
            discard(sign)
        self._signs = [_PhaseSign(phase, self._look, self._t, self) for phase in phases]
        for sign in self._signs:
            sign.show()
        self._lay_out()

    def set_scale(self, scale: float) -> None:
        """Lay out for a window of that scale."""
        self._scale = scale
        self._lay_out()

    def _lay_out(self) -> None:
        pixels, line, wide = self._fitting()
        between = _BETWEEN * self._scale if line else pixels * 0.8
        left = 0.0
        for sign, width in zip(self._signs, wide, strict=True):
            sign.set_letters(pixels)
            sign.setGeometry(round(left), 0, round(width) + 1, self.height())
            left += width + between * 2 + line
        self._lines = [(sign.geometry().right() + between, line) for sign in self._signs[:-1] if line]
        self.update()

    def _fitting(self) -> tuple[int, float, Sequence[float]]:
        """Return the font size in pixels, the length of the line between two phases, and the width of each phase."""
        count = max(len(self._phases) - 1, 0)
        for line, gap in ((_LINE * self._scale, 2 * _BETWEEN * self._scale), (0.0, 0.0)):
            pixels = round(_MOST * self._scale)
            while pixels >= max(_LEAST * self._scale, 8):
                wide = [_width(phase, self._look, pixels) for phase in self._phases]
                if sum(wide) + count * (line + (gap or pixels * 1.6)) <= self.width():
                    return pixels, line, wide
                pixels -= 1
        pixels = max(round(_LEAST * self._scale), 8)
        room = (self.width() - count * pixels * 1.6) / max(len(self._phases), 1)
        return pixels, 0.0, [min(_width(phase, self._look, pixels), max(room, 1.0)) for phase in self._phases]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the lines between the phases."""
        painter = QPainter(self)
        painter.setPen(QPen(QColor(self._look.theme.edge), max(1.2 * self._scale, 1)))
        for left, length in self._lines:
            painter.drawLine(round(left), self.height() // 2, round(left + length), self.height() // 2)
        painter.end()


class _PhaseSign(QLabel):
    def __init__(self, phase: AudiencePhase, look: Look, t: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        self._phase = phase
        self._look = look
        self._pixels = 1
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(phase.title)
        now = t.gettext("{phase}, her er vi nu").format(phase=phase.title)
        self.setAccessibleName(now if phase.step is AudienceStep.NOW else phase.title)

    def set_letters(self, pixels: int) -> None:
        """Set the font size in pixels."""
        self._pixels = pixels
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the title, underlined for the current phase."""
        theme, now = self._look.theme, self._phase.step is AudienceStep.NOW
        font = _font(self._look, self._pixels, bold=now)
        metrics = QFontMetricsF(font)
        painter = QPainter(self)
        painter.setFont(font)
        painter.setPen(QColor(theme.petrol_text if now else theme.muted))
        shown = metrics.elidedText(self._phase.title, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, shown)
        if now:
            stroke = max(self._pixels * 0.2, 2)
            below = (self.height() + metrics.height()) / 2 + stroke * 0.3
            painter.fillRect(QRectF(0, min(below, self.height() - stroke), self.width(), stroke), QColor(theme.petrol))
        painter.end()


def _font(look: Look, pixels: int, *, bold: bool) -> QFont:
    font = look.font(1, bold=bold)
    font.setPixelSize(pixels)
    return font


def _width(phase: AudiencePhase, look: Look, pixels: int) -> float:
    return QFontMetricsF(_font(look, pixels, bold=phase.step is AudienceStep.NOW)).horizontalAdvance(phase.title) + 1
