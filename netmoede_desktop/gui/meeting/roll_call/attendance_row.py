"""One person in the roll call: who it is, and one of three answers. The whole row has the keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from netmoede_desktop.gui.kit.buttons.answer_chips import AnswerChip
from netmoede_desktop.gui.kit.layout.keyboard_ring import paint_ring
from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role
from netmoede_desktop.gui.kit.table.values import SeatShape
from netmoede_desktop.gui.kit.text.hints import plain_hint
from netmoede_desktop.gui.kit.text.reading_direction import in_reading_order
from netmoede_desktop.gui.theme.look import Look

_HEIGHT, _SHAPE, _GAP, _INSET = 43, 15, 10, 4
_WALK = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_STEP = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_DIGITS = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2}


class AttendanceRow(QWidget):
    """A person's row. Left and right choose the answer, 1 2 3 the one they name, up and down ask to go on."""

    answered = Signal(int)
    """The place of the answer that was chosen."""
    focus_step_requested = Signal(int)
    """Rows to go."""

    def __init__(self, answers: Sequence[str], look: Look) -> None:
        super().__init__()
        self._look = look
        self._name = self._detail = ""
        self._shape = SeatShape.PLAIN
        self._answer = 0
        set_role(self, SpokenRole.LIST_ITEM)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(self)
        line.setContentsMargins(look.px(_INSET), 0, look.px(_INSET), 0)
        line.setSpacing(look.px(6))
        line.addStretch(1)
        self._chips = [AnswerChip(label, look, self, in_row=True) for label in answers]
        for number, chip in enumerate(self._chips):
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the row has the keyboard, so that arrows go from row to row
            chip.clicked.connect(lambda _=False, number=number: self.answered.emit(number))
            line.addWidget(chip)

    def render(  # type: ignore[override]  # of QWidget's nobody has need here
        self, name: str, detail: str, shape: SeatShape, answer: int, *, spoken: str, may: Sequence[bool]
    ) -> None:
        """Show a person and the answer that holds; `spoken` is the whole in one sentence, `may` which can be given."""
        self._name, self._detail, self._shape, self._answer = name, detail, shape, answer
        for chip, possible in zip(self._chips, may, strict=True):
            policy = chip.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            chip.setSizePolicy(policy)
            chip.setVisible(possible)
        self._chips[answer].setChecked(True)
        self.setAccessibleName(spoken)
        self.setToolTip("" if self._fits() else plain_hint(" · ".join(part for part in (name, detail) if part)))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for the answers and a name."""
        look = self._look
        answers = sum(chip.sizeHint().width() + look.px(6) for chip in self._chips)
        return QSize(answers + look.px(180), max(look.px(_HEIGHT), self._chips[0].sizeHint().height() + look.px(4)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As `sizeHint`."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Choose, or walk; anything else is the window's."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in _WALK:
            self.focus_step_requested.emit(_WALK[key])
        elif key in _STEP:
            self._choose(self._answer + _STEP[key])
        elif key in _DIGITS:
            self._choose(_DIGITS[key])
        else:
            event.ignore()

    def _choose(self, answer: int) -> None:
        if 0 <= answer < len(self._chips) and not self._chips[answer].isHidden() and answer != self._answer:
            self.answered.emit(answer)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take the keyboard."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the line above, the shape of the seat, the name and who it is."""
        look, theme = self._look, self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(0, 0, self.width(), look.px(theme.stroke), QColor(theme.line))
        self._paint_shape(painter)
        self._paint_words(painter)
        if self.hasFocus():
            paint_ring(painter, self.rect(), look, 8)
        painter.end()

    def _paint_shape(self, painter: QPainter) -> None:
        look, theme = self._look, self._look.theme
        side = look.px(_SHAPE)
        area = QRectF(look.px(_INSET) + 1, (self.height() - side) / 2, side, side)
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
            painter.drawRoundedRect(area, look.px(4), look.px(4))

    def _paint_words(self, painter: QPainter) -> None:
        look, theme = self._look, self._look.theme
        bold, plain = look.font(15, bold=True), look.font(13)
        area, dots = self._words_area(), Qt.TextElideMode.ElideRight
        name = QFontMetrics(bold).elidedText(in_reading_order(self._name), dots, area.width())
        taken = QFontMetrics(bold).horizontalAdvance(name) + look.px(6)
        painter.setFont(bold)
        painter.setPen(QColor(theme.muted if self._answer else theme.ink))
        painter.drawText(area.adjusted(0, 0, 2, 0), Qt.AlignmentFlag.AlignVCenter, name)
        left = area.width() - taken
        if left < QFontMetrics(plain).horizontalAdvance("nnn…"):
            return
        painter.setFont(plain)
        painter.setPen(QColor(theme.muted))
        detail = QFontMetrics(plain).elidedText(in_reading_order(self._detail), dots, left)
        # On the line the name stands on: smaller letters in the middle of the row would stand higher.
        drop = (QFontMetrics(bold).ascent() - QFontMetrics(bold).descent()) / 2
        drop -= (QFontMetrics(plain).ascent() - QFontMetrics(plain).descent()) / 2
        painter.drawText(
            area.adjusted(taken, 0, 2, 0).translated(0, round(drop)), Qt.AlignmentFlag.AlignVCenter, detail
        )

    def _words_area(self) -> QRect:
        look = self._look
        left = look.px(_INSET) + look.px(_SHAPE) + look.px(_GAP)
        chips = sum(chip.sizeHint().width() + look.px(6) for chip in self._chips)
        return QRect(left, 0, self.width() - left - chips - look.px(_INSET) - look.px(6), self.height())

    def _fits(self) -> bool:
        name = QFontMetrics(self._look.font(15, bold=True)).horizontalAdvance(self._name)
        detail = QFontMetrics(self._look.font(13)).horizontalAdvance(self._detail)
        return name + self._look.px(6) + detail <= self._words_area().width()
