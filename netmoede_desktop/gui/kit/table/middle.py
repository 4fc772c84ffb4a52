"""The middle of the table: the speaker, the time left, and the ring that shrinks."""

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from netmoede_desktop.gui.kit.table.middle_text import MiddleLine, Voice, fit_middle
from netmoede_desktop.gui.kit.table.seats.marks import paint_ring_sign
from netmoede_desktop.gui.kit.table.values import RingState, TableCentre
from netmoede_desktop.gui.theme.look import Look

#: The ring's radius to the table's, on a large table and on a small one; its width to its radius.
_RING, _RING_SMALL, _RING_WIDTH = 0.667, 0.84, 0.105
#: On a small table the ring is kept this large, in pixels at 100 %, if it can be.
_RING_LEAST = 100.0
#: The inside of the ring, in pixels, for which the sizes of `middle_text` are meant.
_INSIDE = 104.0
_STEPS = 360 * 16
#: Less than so much of a pixel is not seen.
_SEEN = 0.25


class _Measure:
    """Measures texts in the house font."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._metrics: dict[tuple[int, bool], QFontMetricsF] = {}

    def font(self, pixels: float, *, bold: bool) -> QFont:
        return self._look.font(pixels / self._look.scale, bold=bold)

    def width(self, text: str, pixels: float, *, bold: bool) -> float:
        metrics = self._metrics.get((round(pixels), bold))
        if metrics is None:
            metrics = self._metrics[round(pixels), bold] = QFontMetricsF(self.font(pixels, bold=bold))
        return metrics.horizontalAdvance(text)


class TableMiddle(QLabel):
    """The words and the ring. Its accessible name holds the words without the seconds."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._measure = _Measure(look)
        self._centre = TableCentre()
        self._shown_share: float | None = None
        self._radius = 0.0
        self._lines: tuple[MiddleLine, ...] = ()
        self._set_by: tuple[object, ...] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def centre(self) -> TableCentre:
        """The value shown."""
        return self._centre

    @property
    def shown_share(self) -> float | None:
        """The part of the ring drawn at present, 0.0 to 1.0; None without a ring."""
        return self._shown_share

    def set_table(self, x: float, y: float, radius: float) -> None:
        """Fit into the middle of a table with that centre and radius, in pixels."""
        look = self._look
        self._radius = max(radius * _RING, min(radius * _RING_SMALL, look.px(_RING_LEAST)))
        whole = round(self._radius * (1 + _RING_WIDTH)) + 2
        self.setGeometry(round(x) - whole, round(y) - whole, 2 * whole, 2 * whole)
        self.update()

    def show_centre(self, centre: TableCentre, *, at_once: bool = True) -> None:
        """Show a value; with `at_once` False the ring waits for `show_share`. Repaints only on a visible change."""
        before, self._centre = self._centre, centre
        if _words(before) != _words(centre):
            self.setText("\n".join(_words(centre)))
            self._update_texts()
            self.update()
        elif (before.state, before.calm) != (centre.state, centre.calm):
            self.update()
        if at_once:
            self.show_share(centre.share)

    def _update_texts(self) -> None:
        sentence = ", ".join(text for text in _words(self._centre) if not text[:1].isdigit() and text[:1] != "+")
        if sentence != self.accessibleName():
            self.setAccessibleName(sentence)

    def show_share(self, share: float | None, *, exactly: bool = False) -> None:
        """Set the part of the ring, 0.0 to 1.0; None removes it. Invisible changes are deferred unless `exactly`."""
        shown = self._shown_share
        if share == shown:
            return
        near = shown is not None and share is not None and self._pixels(abs(shown - share)) < _SEEN
        if exactly or not near:
            self._shown_share = share
            self.update()

    def _pixels(self, share: float) -> float:
        return share * 2 * math.pi * self._radius * self.devicePixelRatioF()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint ring and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self.width() / 2, self.height() / 2)
        if self._shown_share is not None:
            self._paint_ring(painter, self._shown_share)
        for line in self._set_lines():
            self._paint_line(painter, line)
        painter.end()

    def _paint_ring(self, painter: QPainter, share: float) -> None:
        theme, radius = self._look.theme, self._radius
        width = radius * _RING_WIDTH
        ring = QRectF(-radius, -radius, 2 * radius, 2 * radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.ring), width))
        painter.drawEllipse(ring)
        if self._state is RingState.OVER:
            painter.setPen(QPen(QColor(theme.violet), width / 3))
            painter.drawEllipse(ring)
        span = round(min(max(share, 0.0), 1.0) * _STEPS)
        if span:
            pen = QPen(self._ring_colour(), width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(ring, 90 * 16, -span)

    def _paint_line(self, painter: QPainter, line: MiddleLine) -> None:
        theme = self._look.theme
        bold = line.voice is not Voice.QUIET
        painter.setFont(self._measure.font(line.pixels, bold=bold))
        width = self._measure.width(line.text, line.pixels, bold=bold)
        left = -width / 2
        colour = QColor(theme.ink if line.voice is Voice.LARGE else theme.muted)
        if line.voice is Voice.STATE and self._state is not None:
            colour = self._state_colour(self._state)
            side = line.pixels * 0.85
            left += side * 0.75
            area = QRectF(left - side * 1.5, line.top + (line.height - side) / 2, side, side)
            paint_ring_sign(painter, self._state, area, colour)
        painter.setPen(colour)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        painter.drawText(QRectF(left, line.top, width + 2, line.height), flags, line.text)

    def _set_lines(self) -> tuple[MiddleLine, ...]:
        centre = self._centre
        has_ring = self._shown_share is not None
        inside = self._radius * (1 - 0.5 * _RING_WIDTH) * 0.95 if has_ring else self._radius * 1.08
        key = (centre.above, centre.big, centre.below, centre.state_word, self._state, inside)
        if key != self._set_by:
            self._set_by = key
            most = max(inside / _INSIDE, self._look.scale)
            self._lines = fit_middle(centre, inside, most, self._measure, sign=self._state is not None)
        return self._lines

    @property
    def _state(self) -> RingState | None:
        return None if self._centre.calm else self._centre.state

    def _ring_colour(self) -> QColor:
        theme = self._look.theme
        return QColor(theme.ochre if self._state is RingState.ROUND_OFF else theme.petrol)

    def _state_colour(self, state: RingState) -> QColor:
        theme = self._look.theme
        return QColor(
            {
                RingState.GOOD: theme.petrol_text,
                RingState.ROUND_OFF: theme.ochre_text,
                RingState.OVER: theme.violet_text,
            }[state]
        )


def _words(centre: TableCentre) -> list[str]:
    return [text for text in (centre.above, centre.big, centre.below, centre.state_word) if text]
