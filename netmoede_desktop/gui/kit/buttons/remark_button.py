"""A sentence that asks for attention and leads to its remedy. It wraps, and has a sign as well as a colour."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from netmoede_desktop.gui.kit.buttons.painted_button import PaintedButton
from netmoede_desktop.gui.kit.layout.keyboard_ring import paint_ring
from netmoede_desktop.gui.theme.look import Look

_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RemarkButton(PaintedButton):
    """The sentence with an exclamation mark before it."""

    def __init__(self, sentence: str, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setText(sentence)
        self.setAccessibleName(sentence)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Return True: the narrower, the taller."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of all lines at that width."""
        room = QRect(0, 0, max(width - self._left() - self._look.px(6), 1), 100_000)
        metrics = QFontMetrics(self._look.font(14))
        return max(metrics.boundingRect(room, _FLAGS, self.text()).height() + self._look.px(14), self._look.px(36))

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size at a width of 220 pixels (at 100 %)."""
        width = self._look.px(220)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return a size narrow enough for every side panel."""
        return QSize(self._look.px(120), self._look.px(36))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the sign, the sentence, the line below and the focus ring."""
        look, theme = self._look, self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.petrol_tint))
            painter.drawRoundedRect(self.rect(), look.px(6), look.px(6))
        painter.setPen(QPen(QColor(theme.line), look.px(theme.stroke)))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.setFont(look.font(15, bold=True))
        painter.setPen(QColor(theme.ochre_text))
        painter.drawText(QRect(look.px(2), 0, self._left(), self.height()), Qt.AlignmentFlag.AlignVCenter, "!")
        painter.setFont(look.font(14))
        painter.setPen(QColor(theme.ink))
        painter.drawText(self.rect().adjusted(self._left(), 0, -look.px(6), 0), _FLAGS, self.text())
        if self.hasFocus():
            paint_ring(painter, self.rect(), look, 6)
        painter.end()

    def _left(self) -> int:
        return self._look.px(20)
