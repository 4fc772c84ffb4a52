"""The readiness bar: one block per rule, told apart by fill and outline as well as by colour."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role
from netmoede_desktop.gui.preparation.readiness.readiness_presenter import Sign
from netmoede_desktop.gui.theme.look import Look

_HEIGHT, _GAP, _WIDEST = 10, 3, 24
#: The narrowest block in which a hollow one is still told from a filled one.
_NARROWEST = 7


class ReadinessBar(QWidget):
    """The blocks, in as many rows as they need. The words stand beside it, so a screen reader passes over it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._signs: tuple[Sign, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        set_role(self, SpokenRole.SILENT)

    @property
    def signs(self) -> tuple[Sign, ...]:
        """The blocks from the left."""
        return self._signs

    def show_signs(self, signs: Sequence[Sign]) -> None:
        """Show a block for each of these."""
        if tuple(signs) != self._signs:
            self._signs = tuple(signs)
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Return True: many blocks take several rows."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of all rows at that width."""
        rows = -(-len(self._signs) // self._per_row(width)) if self._signs else 1
        return rows * self._look.px(_HEIGHT) + (rows - 1) * self._look.px(_GAP)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size at a width of 240 pixels (at 100 %)."""
        width = self._look.px(240)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return a narrow size."""
        width = self._look.px(96)
        return QSize(width, self.heightForWidth(max(self.width(), width)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the blocks."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        per_row = self._per_row(self.width())
        gap, high = look.px(_GAP), look.px(_HEIGHT)
        columns = min(per_row, max(len(self._signs), 1))
        wide = min((self.width() - (columns - 1) * gap) / columns, look.px(_WIDEST))
        for place, sign in enumerate(self._signs):
            row, column = divmod(place, per_row)
            self._paint_block(painter, QRectF(column * (wide + gap), row * (high + gap), wide, high), sign)
        painter.end()

    def _paint_block(self, painter: QPainter, block: QRectF, sign: Sign) -> None:
        look, theme = self._look, self._look.theme
        filled = {Sign.IN_PLACE: theme.green, Sign.MUST: theme.ochre}.get(sign)
        edge = theme.violet if sign is Sign.OVERRIDDEN else theme.edge
        thick = look.px(2 if sign is Sign.OVERRIDDEN else 1)
        if filled is None:
            painter.setPen(QPen(QColor(edge), thick))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            half = thick / 2
            block = block.adjusted(half, half, -half, -half)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(filled))
        painter.drawRoundedRect(block, look.px(3), look.px(3))
        if sign is Sign.MUST and theme.stroke > 1:  # no colours there: the notch tells it from what is in place
            painter.setPen(QPen(QColor(theme.on_petrol), look.px(2)))
            down = QPointF(0, block.height() / 2 - look.px(2))
            painter.drawLine(block.center() - down, block.center() + down)

    def _per_row(self, width: int) -> int:
        pitch = self._look.px(_NARROWEST) + self._look.px(_GAP)
        return max((width + self._look.px(_GAP)) // pitch, 1)
