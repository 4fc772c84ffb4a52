"""The day as one bar: phases, rounds, the mødeleder's own parts, the pause, and with a tolk the tolk's share."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role
from netmoede_desktop.gui.preparation.timing.time_presenter import BlockKind, DayBar, DayBlock
from netmoede_desktop.gui.theme.look import Look

#: Heights at 100 %: names, bar, the tolk's bar, tick and its clock; the gap between blocks.
_NAMES, _BAR, _TOLK, _TICKS, _GAP = 22, 34, 12, 26, 2
_RADIUS = 5


class DayBarView(QWidget):
    """The bar; a screen reader hears the phases with their minutes."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._bar: DayBar | None = None
        set_role(self, SpokenRole.TEXT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bar(self, bar: DayBar) -> None:
        """Show a day; nothing is repainted if it is the same."""
        if bar != self._bar:
            self._bar = bar
            self.setAccessibleName(bar.spoken)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the height of names, bar, the tolk's bar if there is one, and clocks."""
        return QSize(self._look.px(300), self._look.px(_NAMES + _BAR + _TICKS + self._tolk_height))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return a narrow size."""
        return QSize(self._look.px(160), self.sizeHint().height())

    @property
    def _tolk_height(self) -> int:
        shares = () if self._bar is None else self._bar.blocks
        return _TOLK + 4 if any(block.tolk for block in shares) else 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint names, blocks, the tolk's share and clocks."""
        if self._bar is None or not self._bar.blocks:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self.width() / sum(block.seconds for block in self._bar.blocks)
        self._paint_names(painter, scale)
        left = 0.0
        for block in self._bar.blocks:
            self._paint_block(painter, block, left, block.seconds * scale)
            left += block.seconds * scale
        if self._tolk_height:
            self._paint_tolk(painter, scale)
        self._paint_ticks(painter, scale)
        painter.end()

    def _paint_names(self, painter: QPainter, scale: float) -> None:
        look = self._look
        font = look.font(12)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(QColor(look.theme.muted))
        left = 0.0
        for plain, title, seconds in self._bar.phases if self._bar else ():
            room = seconds * scale - look.px(4)
            fits = (name for name in (plain, title) if metrics.horizontalAdvance(name) <= room)
            name = next(fits, metrics.elidedText(title, Qt.TextElideMode.ElideRight, int(room)))
            if len(name) > 2:
                area = QRectF(left, 0, seconds * scale, look.px(_NAMES - 4))
                painter.drawText(area, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, name)
            left += seconds * scale

    def _paint_block(self, painter: QPainter, block: DayBlock, left: float, width: float) -> None:
        look, theme = self._look, self._look.theme
        gap, line = look.px(_GAP) / 2, look.px(theme.stroke)
        area = QRectF(left + gap, look.px(_NAMES), max(width - 2 * gap, 1), look.px(_BAR))
        ground, frame, ink = {
            BlockKind.OWN: (theme.chip, theme.edge, theme.ink),
            BlockKind.PAUSE: (theme.card, theme.edge, theme.ink),
            BlockKind.DESCRIBING: (theme.petrol, theme.petrol, theme.on_petrol),
            BlockKind.REFLECTING: (theme.ochre, theme.ochre, theme.on_petrol),
            BlockKind.AGREEMENTS: (theme.green, theme.green, theme.on_petrol),
        }[block.kind]
        dashed = block.kind is BlockKind.PAUSE
        painter.setPen(QPen(QColor(frame), line, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine))
        painter.setBrush(QColor(ground))
        inner = area.adjusted(line / 2, line / 2, -line / 2, -line / 2)
        painter.drawRoundedRect(inner, look.px(_RADIUS), look.px(_RADIUS))
        word = self._bar.pause if dashed and self._bar else block.letter
        font = look.font(13, bold=True)
        if word and QFontMetrics(font).horizontalAdvance(word) <= area.width() - look.px(4):
            painter.setFont(font)
            painter.setPen(QColor(ink))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, word)

    def _paint_tolk(self, painter: QPainter, scale: float) -> None:
        """Paint the second bar: the tolk's share of the whole day, hatched."""
        look, theme = self._look, self._look.theme
        blocks = self._bar.blocks if self._bar else ()
        whole, share = sum(block.seconds for block in blocks), sum(block.seconds * block.tolk for block in blocks)
        line = look.px(theme.stroke)
        bar = QRectF(line, look.px(_NAMES + _BAR + 4), whole * scale - 2 * line, look.px(_TOLK))
        painter.setPen(QPen(QColor(theme.edge), line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(bar)
        painter.setPen(QPen(QColor(theme.violet), line))
        painter.setBrush(QBrush(QColor(theme.violet), Qt.BrushStyle.BDiagPattern))
        painter.drawRect(QRectF(bar.left(), bar.top(), share * scale, bar.height()))

    def _paint_ticks(self, painter: QPainter, scale: float) -> None:
        """Paint the clocks; one that would run into its neighbour is left out, never the first or the last."""
        look = self._look
        font = look.font(12)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        top = look.px(_NAMES + _BAR + self._tolk_height)
        ticks = self._bar.ticks if self._bar else ()
        last = self.width() - metrics.horizontalAdvance(ticks[-1][1]) if ticks else 0
        free = 0.0
        for number, (seconds, word) in enumerate(ticks):
            x, wide = seconds * scale, metrics.horizontalAdvance(word)
            ends = number == len(ticks) - 1
            left = float(last) if ends else min(max(x - (wide / 2 if number else 0), 0), self.width() - wide)
            if not ends and number and (left < free or left + wide + look.px(6) > last):
                continue
            painter.setPen(QPen(QColor(look.theme.edge), look.px(1)))
            edge = min(max(x, 0.5), self.width() - 0.5)
            painter.drawLine(int(edge), top + look.px(2), int(edge), top + look.px(8))
            painter.setPen(QColor(look.theme.ink))
            painter.drawText(QRectF(left, top + look.px(8), wide + 1, look.px(18)), Qt.AlignmentFlag.AlignLeft, word)
            free = left + wide + look.px(6)
