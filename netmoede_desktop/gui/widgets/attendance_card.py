"""One person in the roll call: who it is, and one of three answers. The whole card has the keyboard."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.widgets.hints import plain_hint
from netmoede_desktop.gui.widgets.table_values import SeatShape

_HEIGHT = 94
_INSET = 10
_SHAPE = 22
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_DIGITS = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2}


class AnswerButton(QRadioButton):
    """One of the three answers. The card has the keyboard, so that arrows go from person to person."""

    def __init__(self, label: str, look: Look, parent: QWidget) -> None:
        super().__init__(label, parent)
        self._look = look
        self.setAccessibleName(label)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for the label."""
        width = QFontMetrics(self._look.font(12, bold=True)).horizontalAdvance(self.text()) + self._look.px(14)
        return QSize(width, self._look.px(28))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As `sizeHint`."""
        return self.sizeHint()

    def hitButton(self, place: object) -> bool:  # noqa: ARG002, N802
        """All of it can be pressed."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the answer; the one that holds is filled and bold."""
        look, theme = self._look, self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        stroke = look.px(theme.stroke)
        inset = stroke / 2
        ground = theme.petrol if chosen else theme.panel if self.underMouse() else theme.card
        painter.setBrush(QColor(ground))
        painter.setPen(QPen(QColor(theme.petrol if chosen else theme.edge), stroke))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(inset, inset, -inset, -inset), look.px(8), look.px(8))
        painter.setFont(look.font(12, bold=chosen))
        painter.setPen(QColor(theme.on_petrol if chosen else theme.ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class AttendanceCard(QWidget):
    """A person's card. Arrows ask to go on, a blank takes the next answer, 1 2 3 the one they name."""

    answered = Signal(int)
    """The place of the answer that was chosen."""
    turned = Signal()
    """The next answer is asked for."""
    walked = Signal(int, int)
    """Columns and rows to go."""

    def __init__(self, answers: tuple[str, ...], look: Look) -> None:
        super().__init__()
        self._look = look
        self._name = self._detail = ""
        self._shape = SeatShape.PLAIN
        self._away = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._buttons = [AnswerButton(label, look, self) for label in answers]
        inset = look.px(_INSET)
        column = QVBoxLayout(self)
        column.setContentsMargins(inset, inset, inset, inset)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(look.px(4))
        for number, button in enumerate(self._buttons):
            row.addWidget(button)
            button.clicked.connect(lambda _checked, number=number: self.answered.emit(number))
        column.addLayout(row)

    def render(self, name: str, detail: str, shape: SeatShape, answer: int, *, spoken: str) -> None:  # type: ignore[override]
        """Show a person and the answer that holds; `spoken` is the whole in one sentence."""
        self._name, self._detail, self._shape = name, detail, shape
        self._away = answer != 0
        self._buttons[answer].setChecked(True)
        self.setAccessibleName(spoken)
        self.setToolTip("" if self._fits() else plain_hint(" · ".join(part for part in (name, detail) if part)))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as its answers need, always as high."""
        row = sum(button.sizeHint().width() for button in self._buttons) + self._look.px(4) * 2
        return QSize(row + 2 * self._look.px(_INSET), self._look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As `sizeHint`."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Walk, turn or answer; anything else is the window's."""
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in _STEPS:
            self.walked.emit(*_STEPS[key])
        elif plain and key == Qt.Key.Key_Space:
            self.turned.emit()
        elif plain and key in _DIGITS and _DIGITS[key] < len(self._buttons):
            self.answered.emit(_DIGITS[key])
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take the keyboard."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the ground, the shape of the seat, the name and who it is."""
        look, theme = self._look, self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        stroke = look.ring if focused else look.px(theme.stroke)
        inset = stroke / 2
        painter.setPen(QPen(QColor(theme.focus if focused else theme.edge if theme.stroke > 1 else theme.line), stroke))
        painter.setBrush(QColor(theme.panel if self._away else theme.card))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(inset, inset, -inset, -inset), look.px(12), look.px(12))
        self._paint_shape(painter)
        self._paint_words(painter)
        painter.end()

    def _paint_shape(self, painter: QPainter) -> None:
        look, theme = self._look, self._look.theme
        side, inset = look.px(_SHAPE), look.px(_INSET)
        area = QRectF(inset + 1, inset + look.px(4), side, side)
        colour = {
            SeatShape.ROUND: theme.ochre,
            SeatShape.SQUARE: theme.violet,
            SeatShape.DASHED: theme.ink,
            SeatShape.PLAIN: theme.edge,
        }[self._shape]
        pen = QPen(QColor(colour), look.px(2))
        if self._shape is SeatShape.DASHED:
            pen.setDashPattern([2.0, 1.6])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._shape in (SeatShape.ROUND, SeatShape.DASHED):
            painter.drawEllipse(area)
        else:
            painter.drawRoundedRect(area, look.px(5), look.px(5))

    def _paint_words(self, painter: QPainter) -> None:
        look, theme = self._look, self._look.theme
        area = self._words_area()
        bold = look.font(15, bold=True)
        line = QFontMetrics(bold).height()
        painter.setFont(bold)
        painter.setPen(QColor(theme.muted if self._away else theme.ink))
        first, second = _two_lines(self._name, QFontMetrics(bold), area.width())
        painter.drawText(QRect(area.left(), area.top(), area.width(), line), Qt.AlignmentFlag.AlignVCenter, first)
        below = QRect(area.left(), area.top() + line, area.width(), line)
        if not second:
            painter.setFont(look.font(12))
            painter.setPen(QColor(theme.muted))
            detail = painter.fontMetrics().elidedText(self._detail, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, detail)
        else:
            painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, second)

    def _words_area(self) -> QRect:
        look = self._look
        left = look.px(_INSET) + look.px(_SHAPE) + look.px(10)
        return QRect(left, look.px(_INSET) - look.px(2), self.width() - left - look.px(_INSET), look.px(44))

    def _fits(self) -> bool:
        width = self._words_area().width()
        name = QFontMetrics(self._look.font(15, bold=True)).horizontalAdvance(self._name)
        detail = QFontMetrics(self._look.font(12)).horizontalAdvance(self._detail)
        return max(name, detail) <= width


def _two_lines(text: str, metrics: QFontMetrics, width: int) -> tuple[str, str]:
    """The text on one line if it fits, else on two, cut between words; what is still too long ends in dots."""
    if metrics.horizontalAdvance(text) <= width:
        return text, ""
    words = text.split(" ")
    count = len(words)
    while count > 1 and metrics.horizontalAdvance(" ".join(words[:count])) > width:
        count -= 1
    first, second = " ".join(words[:count]), " ".join(words[count:])
    dots = Qt.TextElideMode.ElideRight
    return metrics.elidedText(first, dots, width), metrics.elidedText(second, dots, width)
