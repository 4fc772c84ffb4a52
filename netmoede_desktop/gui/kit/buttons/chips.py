"""Chips for a value that is understood, missing or empty, each a button to change it. The colour is never alone."""

from enum import Enum, auto

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from netmoede_desktop.gui.kit.buttons.painted_button import PaintedButton
from netmoede_desktop.gui.kit.text.hints import plain_hint
from netmoede_desktop.gui.theme.look import Look

_HEIGHT = 26
_SIDE = 12


class ChipKind(Enum):
    """The state of a chip: a value is present, it asks for attention, or it is empty."""

    DONE = auto()
    ATTENTION = auto()
    QUIET = auto()


class Chip(PaintedButton):
    """A few words in a rounded frame, clickable; a long text is elided, with all of it as tool tip."""

    def __init__(self, text: str, look: Look) -> None:
        super().__init__()
        self._look = look
        self._kind = ChipKind.QUIET
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._update_texts(text)

    @property
    def kind(self) -> ChipKind:
        """The state shown."""
        return self._kind

    def show_text(self, text: str, kind: ChipKind) -> None:
        """Set text and state; nothing is repainted if they are the same."""
        if (text, kind) == (self.text(), self._kind):
            return
        self._kind = kind
        self._update_texts(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size for the text."""
        width = QFontMetrics(self._font()).horizontalAdvance(self.text()) + 2 * self._look.px(_SIDE)
        return QSize(width + 2, self._look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return a narrow size: the text is elided."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), self._look.px(80)), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint ground, frame and text."""
        look, theme = self._look, self._look.theme
        ground, frame, ink = self._colours()
        focused = self.hasFocus()
        stroke = look.ring if focused else look.px(theme.stroke)
        edge = theme.focus if focused else theme.petrol if self.isChecked() or self.isDown() else frame
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = stroke / 2
        area = self.rect().toRectF().adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(QColor(edge), stroke))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        side = look.px(_SIDE)
        words = QRect(side, 0, self.width() - 2 * side, self.height())
        painter.setFont(self._font())
        painter.setPen(QColor(ink))
        shown = QFontMetrics(self._font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width() + 1)
        painter.drawText(words.adjusted(0, 0, 2, 0), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()

    def _colours(self) -> tuple[str, str, str]:
        theme = self._look.theme
        match self._kind:
            case ChipKind.DONE:
                return theme.card, theme.green, theme.green_text
            case ChipKind.ATTENTION:
                return theme.ochre_tint, theme.ochre, theme.ochre_text
            case ChipKind.QUIET:
                return theme.card, theme.edge, theme.muted

    def _font(self) -> QFont:
        return self._look.font(12, bold=True)

    def _update_texts(self, text: str) -> None:
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(plain_hint(text))
