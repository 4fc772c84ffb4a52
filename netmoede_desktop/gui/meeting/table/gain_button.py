"""A choice on two lines with what it gives and its key at the right: the words may be shortened, the figures never."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from netmoede_desktop.gui.kit.buttons.painted_button import PaintedButton
from netmoede_desktop.gui.kit.layout.keyboard_ring import paint_ring
from netmoede_desktop.gui.kit.text.hints import plain_hint
from netmoede_desktop.gui.theme.look import Look

#: From this width at 100 % on, the second line stands beside the first.
_WIDE = 380
_HEIGHT, _WIDE_HEIGHT = 40, 32


class GainButton(PaintedButton):
    """An act, its effect, and its gain. A click leaves the focus where it is."""

    def __init__(self, key: str, look: Look) -> None:
        super().__init__()
        self._look, self._key = look, key
        self._words = ("", "", "")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> tuple[str, str, str]:
        """The act, its effect, and the gain."""
        return self._words

    def show_words(self, title: str, detail: str, gain: str, spoken: str) -> None:
        """Say something else; nothing is painted when it is the same."""
        if (title, detail, gain) == self._words:
            return
        self._words = (title, detail, gain)
        self.setAccessibleName(spoken)
        self.setToolTip(plain_hint(spoken))
        self.update()

    @property
    def _is_wide(self) -> bool:
        return self.width() >= self._look.px(_WIDE)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for one line where it is wide, for two where it is narrow."""
        return QSize(self._look.px(260), self._look.px(_WIDE_HEIGHT if self._is_wide else _HEIGHT))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The figures, and some of the words."""
        return QSize(self._look.px(180), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The width says how many lines there are."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint ground, words, gain, key and ring."""
        look, theme = self._look, self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = look.px(theme.stroke)
        painter.setPen(QPen(QColor(theme.edge), stroke))
        lit = self.isDown() or self.underMouse()
        painter.setBrush(QColor(theme.petrol_tint if lit else theme.card))
        inset = stroke / 2
        area = self.rect().toRectF().adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(area, look.px(10), look.px(10))
        self._paint_words(painter, self._paint_figures(painter) - look.px(8))
        if self.hasFocus():
            paint_ring(painter, self.rect(), look, 10)
        painter.end()

    def _paint_figures(self, painter: QPainter) -> int:
        """Paint the key and the gain from the right; return where they begin."""
        look, theme = self._look, self._look.theme
        small, bold = look.font(11), look.font(13, bold=True)
        wide = QFontMetrics(small).horizontalAdvance(self._key) + look.px(10)
        high = QFontMetrics(small).height() + look.px(2)
        chip = QRect(self.width() - look.px(8) - wide, (self.height() - high) // 2, wide, high)
        painter.setPen(QPen(QColor(theme.edge), look.px(1)) if theme.stroke > 1 else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.chip))
        painter.drawRoundedRect(chip, look.px(4), look.px(4))
        painter.setFont(small)
        painter.setPen(QColor(theme.muted))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, self._key)
        gain = QFontMetrics(bold).horizontalAdvance(self._words[2]) + 2
        left = chip.left() - look.px(8) - gain
        painter.setFont(bold)
        painter.setPen(QColor(theme.ink))
        painter.drawText(QRect(left, 0, gain, self.height()), Qt.AlignmentFlag.AlignVCenter, self._words[2])
        return left

    def _paint_words(self, painter: QPainter, right: int) -> None:
        """Paint the words in the room before the figures, on one line or two."""
        look, theme = self._look, self._look.theme
        bold, small, left = look.font(13, bold=True), look.font(12), look.px(12)
        title, detail, _ = self._words
        shown = QFontMetrics(bold).elidedText(title, Qt.TextElideMode.ElideRight, right - left)
        wide, middle = self._is_wide, self.height() // 2
        high = self.height() if wide else middle - look.px(2)
        painter.setFont(bold)
        painter.setPen(QColor(theme.ink))
        side = Qt.AlignmentFlag.AlignVCenter if wide else Qt.AlignmentFlag.AlignBottom
        painter.drawText(QRect(left, 0 if wide else look.px(3), right - left, high), side, shown)
        if wide:
            left += QFontMetrics(bold).horizontalAdvance(shown) + look.px(12)
        below = QRect(left, 0 if wide else middle + look.px(1), max(right - left, 0), self.height() if wide else middle)
        painter.setFont(small)
        painter.setPen(QColor(theme.muted))
        side = Qt.AlignmentFlag.AlignVCenter if wide else Qt.AlignmentFlag.AlignTop
        detail = QFontMetrics(small).elidedText(detail, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, side, detail)
