"""Exclusive answers side by side: chips to click, or to go through with the arrow keys."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from netmoede_desktop.gui.kit.layout.flow import FlowLayout
from netmoede_desktop.gui.kit.layout.tab_order import make_checked_tab_stop
from netmoede_desktop.gui.kit.text.marks import MarkShape, paint_mark
from netmoede_desktop.gui.theme.look import Look

_TAB = Qt.FocusPolicy.TabFocus
_HEIGHT, _IN_ROW, _SIDE, _RADIUS = 36, 32, 14, 9
#: The tick of the one that holds, and what is between it and the words, at 100 %.
_TICK, _TICK_GAP = 12, 4


class AnswerChip(QRadioButton):
    """One of the answers. The chosen one has a tick, is tinted, framed more heavily and bold."""

    def __init__(self, label: str, look: Look, parent: QWidget | None = None, *, in_row: bool = False) -> None:
        """Create a chip; lower if it is in a list of rows (`in_row`)."""
        super().__init__(label, parent)
        self._look = look
        self._height = look.px(_IN_ROW if in_row else _HEIGHT)
        self.setAccessibleName(label)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size for the label in bold."""
        width = QFontMetrics(self._look.font(13, bold=True)).horizontalAdvance(self.text()) + 2 * self._look.px(_SIDE)
        return QSize(width, self._height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return `sizeHint`."""
        return self.sizeHint()

    def hitButton(self, place: object) -> bool:  # noqa: ARG002, N802
        """Return True: the whole area is clickable."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint ground, frame and label."""
        look, theme = self._look, self._look.theme
        chosen, focused = self.isChecked(), self.hasFocus()
        stroke = look.ring if focused else look.px(theme.stroke * 2 if chosen else theme.stroke)
        frame = theme.focus if focused else theme.petrol if chosen else theme.edge
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(frame), stroke))
        painter.setBrush(QColor(theme.petrol_tint if chosen else theme.panel if self.underMouse() else theme.card))
        inset = stroke / 2
        painter.drawRoundedRect(
            self.rect().toRectF().adjusted(inset, inset, -inset, -inset), look.px(_RADIUS), look.px(_RADIUS)
        )
        if focused and chosen:  # where the ring stands in place of the frame, it is inside it that the answer holds
            line = look.px(theme.stroke)
            gap = look.ring + look.px(2) + line / 2  # on whole dots, or it is too faint to be seen
            painter.setPen(QPen(QColor(theme.petrol), line))
            painter.drawRoundedRect(
                self.rect().toRectF().adjusted(gap, gap, -gap, -gap), look.px(_RADIUS - 3), look.px(_RADIUS - 3)
            )
        painter.setFont(look.font(13, bold=chosen))
        ink = QColor(theme.petrol_text if chosen else theme.ink)
        words = self.rect()
        if chosen:
            words.adjust(self._paint_tick(painter, ink), 0, 0, 0)
        painter.setPen(ink)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _paint_tick(self, painter: QPainter, ink: QColor) -> int:
        """Paint the tick before the label, within the side margins if possible; return its width and gap in pixels."""
        wide, gap = self._look.px(_TICK), self._look.px(_TICK_GAP)
        label = painter.fontMetrics().horizontalAdvance(self.text())
        left = max((self.width() - label - wide - gap) // 2, self._look.px(_TICK_GAP))
        paint_mark(painter, QRectF(left, 0, wide, self.height()), MarkShape.CHECK, ink, self._look)
        return wide + gap


class AnswerChips(QWidget):
    """The chips of one question, on several lines if needed. They are one tab stop."""

    picked = Signal(str)
    """Emitted with the key of a clicked chip, also of the one chosen already; not emitted by `set_key`."""

    def __init__(self, options: Sequence[tuple[str, str]], look: Look, *, flowing: bool = False) -> None:
        """Create the chips from keys and labels; `flowing` wraps them to further lines."""
        super().__init__()
        self.chips: dict[str, AnswerChip] = {}
        layout = FlowLayout(look.px(6)) if flowing else QHBoxLayout()
        if isinstance(layout, QHBoxLayout):
            layout.setSpacing(look.px(6))
        layout.setContentsMargins(0, 0, 0, 0)
        for key, label in options:
            chip = self.chips[key] = AnswerChip(label, look, self)
            chip.clicked.connect(lambda _=False, key=key: self.picked.emit(key))
            layout.addWidget(chip)
        if isinstance(layout, QHBoxLayout):
            layout.addStretch(1)
        self.setLayout(layout)
        if flowing:
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    @property
    def key(self) -> str:
        """The key of the chosen chip, "" if none is."""
        return next((key for key, chip in self.chips.items() if chip.isChecked()), "")

    def set_key(self, key: str) -> None:
        """Choose another chip, or none (""), which is the tab stop in the place of the one before. Emits nothing."""
        before = next((chip for chip in self.chips.values() if chip.focusPolicy() & _TAB), self.stop)
        for each, chip in self.chips.items():
            chip.setAutoExclusive(False)  # else Qt keeps one that is to hold no more
            chip.setChecked(each == key)
            chip.setAutoExclusive(True)
        make_checked_tab_stop(self.chips.values())
        if self.stop is not before:
            QWidget.setTabOrder(before, self.stop)

    @property
    def stop(self) -> QWidget:
        """The chip that takes the focus."""
        return self.chips.get(self.key) or next(iter(self.chips.values()))
