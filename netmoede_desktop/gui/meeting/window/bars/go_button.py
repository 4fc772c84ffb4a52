"""The one big button: it says what a press will do, with whom. It keeps its place and its size whatever it says."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from netmoede_desktop.gui.kit.buttons.painted_button import PaintedButton
from netmoede_desktop.gui.kit.text.hints import plain_hint
from netmoede_desktop.gui.theme.look import Look

_WIDTH, _NARROW, _HEIGHT = 280, 216, 49
_LARGE, _SMALL, _SMALLEST = 17, 14, 12


class GoButton(PaintedButton):
    """A long label is set smaller, then on two lines, and ends in dots after a word only then; the hint says it all."""

    def __init__(self, look: Look, key: str) -> None:
        super().__init__()
        self._look = look
        self._key = key
        self._narrow = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_label(self, label: str) -> None:
        """Say what a press will do; nothing is painted when it says so already."""
        if label != self.text():
            self.setText(label)
            self.setAccessibleName(label)
            self.setToolTip(plain_hint(label))

    @property
    def key(self) -> str:
        """The key that is shown beside the label, "" for none."""
        return self._key

    def show_key(self, key: str) -> None:
        """Show another key, or none with ""."""
        if key != self._key:
            self._key = key
            self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Take less room, where there is little."""
        if narrow is not self._narrow:
            self._narrow = narrow
            self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Always the same."""
        return QSize(self._look.px(_NARROW if self._narrow else _WIDTH), self._look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Always the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint ground, label, key and focus ring."""
        look, theme = self._look, self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(theme.petrol) if self.isEnabled() else QColor(theme.edge)
        lit = ground.darker(115) if self.isDown() else ground.lighter(108) if self.underMouse() else ground
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(lit)
        area = self.rect().toRectF()
        painter.drawRoundedRect(area, look.px(11), look.px(11))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.on_petrol), look.px(2)))
            gap = look.px(4)
            painter.drawRoundedRect(area.adjusted(gap, gap, -gap, -gap), look.px(8), look.px(8))
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        look, side = self._look, self._look.px(16)
        width = QFontMetrics(look.font(12)).horizontalAdvance(self._key) + look.px(12)
        chip = width + look.px(10) if self._key else 0
        room = self.width() - 2 * side - chip
        lines, size = self._lines(room)
        metrics = QFontMetrics(look.font(size, bold=True))
        widest = max(metrics.horizontalAdvance(line) for line in lines)
        left = (self.width() - widest - chip) // 2
        top = (self.height() - metrics.height() * len(lines)) // 2
        painter.setFont(look.font(size, bold=True))
        painter.setPen(QColor(look.theme.on_petrol))
        for number, line in enumerate(lines):
            where = QRect(left, top + number * metrics.height(), widest + 2, metrics.height())
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, line)
        if self._key:
            self._paint_key(painter, left + widest + look.px(10), width)

    def _paint_key(self, painter: QPainter, left: int, width: int) -> None:
        look, ink = self._look, QColor(self._look.theme.on_petrol)
        font = look.font(12)
        height = QFontMetrics(font).height() + look.px(2)
        area = QRect(left, (self.height() - height) // 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.theme.key_cap))
        painter.drawRoundedRect(area, look.px(4), look.px(4))
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._key)

    def _lines(self, room: int) -> tuple[tuple[str, ...], int]:
        """The label as it fits, and the size of its letters."""
        text = self.text()
        for size in (_LARGE, _SMALL):
            if QFontMetrics(self._look.font(size, bold=True)).horizontalAdvance(text) <= room:
                return (text,), size
        for size in (_SMALL, _SMALLEST):
            metrics = QFontMetrics(self._look.font(size, bold=True))
            first, rest = _broken(text, metrics, room)
            if metrics.horizontalAdvance(rest) <= room:
                return (first, rest) if rest else (first,), size
        metrics = QFontMetrics(self._look.font(_SMALL, bold=True))
        first, rest = _broken(text, metrics, room)
        return (first, _shortened(rest, metrics, room)), _SMALL


def _shortened(text: str, metrics: QFontMetrics, room: int) -> str:
    """The whole words that fit, and dots; a first word that is too long is cut where it must be."""
    words = text.split(" ")
    for count in range(len(words) - 1, 0, -1):
        short = f"{' '.join(words[:count]).rstrip(',;:')} …"
        if metrics.horizontalAdvance(short) <= room:
            return short
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)


def _broken(text: str, metrics: QFontMetrics, room: int) -> tuple[str, str]:
    """The words that fit on the first line, and the rest; a first word that is too long is cut where it must be."""
    words = text.split(" ")
    for count in range(len(words) - 1, 0, -1):
        first = " ".join(words[:count])
        if metrics.horizontalAdvance(first) <= room:
            return first, " ".join(words[count:])
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room), ""
