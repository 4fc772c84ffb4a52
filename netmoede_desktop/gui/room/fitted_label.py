"""A label for the room: the largest font its rectangle allows, with the whole text if at all possible."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QWidget

from netmoede_desktop.gui.kit.text.reading_direction import in_reading_order
from netmoede_desktop.gui.theme.look import Look

_TINIEST = 7
_ELLIPSIS = "…"
#: From one line to the next, in pixels of the letters: closer than the font would, for letters this large.
_LEADING = 1.22
_NEW_LINE = "\u2028"
#: So much of a letter's height may lie outside its line: the tail of a g in the last one, of a J at the left.
_TAIL = 0.16


class FittedLabel(QLabel):
    """A label that chooses its font size between `most` and `least`, in pixels at 100 % of the room's window.

    Where even `least` is too large it goes down to 60 % of that rather than lose a word; only a longer text is elided.
    """

    def __init__(
        self,
        look: Look,
        most: float,
        least: float,
        *,
        parent: QWidget,
        bold: bool = False,
        colour: str = "",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._most, self._least = most, least
        self._bold = bold
        self._colour = QColor(colour or look.theme.ink)
        self._scale = 1.0
        self._spare = 0
        self._fitted: tuple[tuple[object, ...], tuple[int, str]] | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(align)
        self.setWordWrap(True)

    def set_text(self, text: str) -> None:
        """Set the text; nothing is repainted if it is the same."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)

    def set_place(self, place: QRect, scale: float) -> None:
        """Set the rectangle of the text in a window of that scale. The label is larger, so that no descender is cut."""
        self._scale = scale
        self._spare = round(self._most * scale * _TAIL)
        self.setGeometry(place.adjusted(-self._spare, -self._spare, self._spare, self._spare))
        self.update()

    @property
    def place(self) -> QRect:
        """The rectangle of the text, in the label's own coordinates."""
        spare = self._spare
        return self.contentsRect().adjusted(spare, spare, -spare, -spare)

    @property
    def shown(self) -> str:
        """The text as painted: whole or elided."""
        return self._fit(self.place)[1]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the text."""
        place = self.place
        pixels, text = self._fit(place)
        layout, height, _ = self._set(text, pixels, place.width())
        spare = max(place.height() - height, 0)
        align = self.alignment()
        top = 0.0 if align & Qt.AlignmentFlag.AlignTop else spare if align & Qt.AlignmentFlag.AlignBottom else spare / 2
        painter = QPainter(self)
        painter.setPen(self._colour)
        layout.draw(painter, QPointF(place.x(), place.y() + top))
        painter.end()

    def _fit(self, place: QRect) -> tuple[int, str]:
        key = (self.text(), place.size().toTuple(), self._scale)
        if self._fitted is None or self._fitted[0] != key:
            self._fitted = (key, self._found(place))
        return self._fitted[1]

    def _found(self, place: QRect) -> tuple[int, str]:
        text = self.text()
        low, high = _TINIEST, max(round(self._most * self._scale), _TINIEST)
        if self._fits(text, high, place):
            return high, text
        while low < high - 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._fits(text, middle, place) else (low, middle)
        least = self._smallest
        return (low, text) if low >= least and self._fits(text, low, place) else (least, self._cut(text, least, place))

    def _cut(self, text: str, pixels: int, place: QRect) -> str:
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self._fits(text[:middle] + _ELLIPSIS, pixels, place) else (low, middle - 1)
        return text if low == len(text) else text[:low].rstrip() + _ELLIPSIS

    def _fits(self, text: str, pixels: int, place: QRect) -> bool:
        _, height, width = self._set(text, pixels, place.width())
        return width <= place.width() and height <= place.height()

    def _set(self, text: str, pixels: int, width: int) -> tuple[QTextLayout, float, float]:
        """Return the text laid out in lines, its height, and the width of its widest line, in pixels."""
        font = self._font(pixels)
        layout = QTextLayout(in_reading_order(text).replace("\n", _NEW_LINE), font)
        cramped = pixels <= self._smallest
        wrap = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere if cramped else QTextOption.WrapMode.WordWrap
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setWrapMode(wrap)
        layout.setTextOption(option)
        pitch = pixels * _LEADING
        drop = (pitch - QFontMetricsF(font).height()) / 2
        top = widest = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top + drop))
            widest = max(widest, line.naturalTextWidth())
            top += pitch
        layout.endLayout()
        return layout, top, widest

    @property
    def _smallest(self) -> int:
        return max(round(self._least * self._scale * 0.6), _TINIEST)

    def _font(self, pixels: int) -> QFont:
        font = self._look.font(1, bold=self._bold)
        font.setPixelSize(max(pixels, 1))
        return font
