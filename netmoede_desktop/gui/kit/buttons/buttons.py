"""The house button: a label, and beside it the keyboard shortcut."""

from enum import Enum, auto

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from netmoede_desktop.gui.kit.buttons.painted_button import PaintedButton
from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role
from netmoede_desktop.gui.kit.text.hints import plain_hint
from netmoede_desktop.gui.kit.text.marks import MarkShape, paint_mark
from netmoede_desktop.gui.kit.text.reading_direction import in_reading_order
from netmoede_desktop.gui.theme.look import Look


class ButtonKind(Enum):
    """The weight of a button, from PRIMARY to QUIET."""

    PRIMARY = auto()
    GO = auto()
    GREAT = auto()
    PLAIN = auto()
    GREEN = auto()
    QUIET = auto()


_FILLED = (ButtonKind.PRIMARY, ButtonKind.GO, ButtonKind.GREAT)
_HEIGHTS = {ButtonKind.GREAT: 74, ButtonKind.GO: 49, ButtonKind.QUIET: 32}
_HEIGHT = 40
#: The tick of one that is chosen, and what is between it and the label, at 100 %.
_TICK, _TICK_GAP = 12, 4
#: The bar under the label of a quiet one that is chosen, which has no room for a tick; and how far from the edge.
_BAR, _BAR_FOOT = 3, 3
_LETTERS = {ButtonKind.GREAT: 22, ButtonKind.GO: 17}

#: Room at each side of the label; a quiet one has no border to stand off from.
_SIDES = {ButtonKind.GREAT: 36, ButtonKind.GO: 26, ButtonKind.QUIET: 8}


class Button(PaintedButton):
    """A button with its key in a chip. Never narrower than its label, unless `elide` is set."""

    def __init__(
        self,
        label: str,
        look: Look,
        kind: ButtonKind = ButtonKind.PLAIN,
        *,
        key: str = "",
        elide: bool = False,
        one_of: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Create a button. With `one_of` it is checkable, one of several that exclude each other."""
        super().__init__(parent)
        self._look = look
        self._kind = kind
        self._key = key
        self._key_shown = True
        self._elide = elide
        if one_of:
            self.setCheckable(True)
            set_role(self, SpokenRole.CHOICE)
        self._update_texts(label)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        width = QSizePolicy.Policy.Preferred if elide else QSizePolicy.Policy.Minimum
        self.setSizePolicy(width, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """Return the label. Qt does not get it: a "&" in a name would become a mnemonic."""
        return self._label

    def set_label(self, label: str, key: str | None = None) -> None:
        """Set the label, and the key unless None; nothing is repainted if they are the same."""
        if label == self.text() and key in (None, self._key):
            return
        self._key = self._key if key is None else key
        self._update_texts(label)
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: ButtonKind) -> None:
        """Set the weight."""
        if kind is not self._kind:
            self._kind = kind
            self.updateGeometry()
            self.update()

    def show_key(self, *, shown: bool) -> None:
        """Show the chip, or leave its space empty while the key does something else."""
        if shown != self._key_shown:
            self._key_shown = shown
            self.update()

    @property
    def key_in_sight(self) -> str:
        """The visible key, "" if there is none."""
        return self._key if self._key_shown else ""

    def _update_texts(self, label: str) -> None:
        """Set the label as accessible name, and as tool tip if it can be elided."""
        self._label = label
        self.setAccessibleName(label)
        if self._elide:
            self.setToolTip(plain_hint(label))

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size for the label and the chip."""
        label = QFontMetrics(self._font()).horizontalAdvance(self.text()) + 1  # advances are rounded down
        side = self._look.px(_SIDES.get(self._kind, 16))
        chip = self._chip_width() + self._look.px(10) if self._key else 0
        return QSize(label + chip + 2 * side, self._look.px(_HEIGHTS.get(self._kind, _HEIGHT)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return `sizeHint`, or a narrow size if the label can be elided."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), self._look.px(96)), hint.height()) if self._elide else hint

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint ground, label, chip and focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, border, ink = self._colours()
        self._paint_ground(painter, ground, border)
        font = self._font()
        metrics = QFontMetrics(font)
        chip = self._chip_width() + self._look.px(10) if self._key else 0
        room = self.width() - chip - 2 * self._look.px(min(_SIDES.get(self._kind, 12), 12))
        text = metrics.elidedText(in_reading_order(self.text()), Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(text)
        left = (self.width() - width - chip) // 2
        if self.isChecked() and self._kind is ButtonKind.PLAIN:
            left = self._paint_tick(painter, left, ink)
        elif self.isChecked() and self._kind is ButtonKind.QUIET:
            bar, foot = self._look.px(_BAR), self._look.px(_BAR_FOOT)
            painter.fillRect(QRect(left, self.height() - foot - bar, width, bar), ink)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(QRect(left, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, text)
        if self.key_in_sight:
            self._paint_chip(painter, left + width + self._look.px(10))
        painter.end()

    def _paint_ground(self, painter: QPainter, ground: QColor | None, border: QColor | None) -> None:
        look, theme = self._look, self._look.theme
        focused = self.hasFocus()
        stroke = look.ring if focused else look.px(theme.stroke)
        edge: QColor | None = QColor(theme.focus) if focused else border
        inset = stroke / 2
        area = self.rect().toRectF().adjusted(inset, inset, -inset, -inset)
        painter.setPen(Qt.PenStyle.NoPen if edge is None else QPen(edge, stroke))
        painter.setBrush(ground if ground is not None else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, look.px(11), look.px(11))
        if focused and self._kind in _FILLED:
            painter.setPen(QPen(QColor(theme.on_petrol), look.px(2)))
            gap = look.px(3)
            painter.drawRoundedRect(area.adjusted(gap, gap, -gap, -gap), look.px(9), look.px(9))

    def _paint_tick(self, painter: QPainter, left: int, ink: QColor) -> int:
        """Paint the tick of the checked button, within its margin if possible; return the label's left in pixels."""
        wide, gap = self._look.px(_TICK), self._look.px(_TICK_GAP)
        begins = max(left - (wide + gap) // 2, gap)
        paint_mark(painter, QRectF(begins, 0, wide, self.height()), MarkShape.CHECK, ink, self._look)
        return begins + wide + gap

    def _paint_chip(self, painter: QPainter, left: int) -> None:
        look, theme = self._look, self._look.theme
        filled = self._kind in _FILLED
        font = look.font(12)
        height = QFontMetrics(font).height() + look.px(2)
        area = QRect(left, (self.height() - height) // 2, self._chip_width(), height)
        painter.setPen(QPen(QColor(theme.edge), look.px(1)) if theme.stroke > 1 and not filled else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.key_cap if filled and self.isEnabled() else theme.chip))
        painter.drawRoundedRect(area, look.px(4), look.px(4))
        painter.setFont(font)
        painter.setPen(QColor(theme.on_petrol if filled and self.isEnabled() else theme.muted))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._key)

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        theme = self._look.theme
        if not self.isEnabled() and self._kind is ButtonKind.QUIET:
            return None, None, QColor(theme.muted)
        if not self.isEnabled():
            return QColor(theme.panel), QColor(theme.line), QColor(theme.muted)
        pressed = self.isDown() or self.isChecked()
        match self._kind:
            case ButtonKind.PRIMARY | ButtonKind.GO | ButtonKind.GREAT:
                ground = QColor(theme.petrol)
                lit = ground.darker(115) if pressed else ground.lighter(108) if self.underMouse() else ground
                return lit, None, QColor(theme.on_petrol)
            case ButtonKind.PLAIN | ButtonKind.GREEN:
                ink = theme.green_text if self._kind is ButtonKind.GREEN else theme.ink
                lit = QColor(theme.petrol_tint if pressed else theme.panel if self.underMouse() else theme.card)
                return lit, QColor(theme.petrol if pressed else theme.edge), QColor(ink)
            case ButtonKind.QUIET:
                # Under the mouse a button that stays down must not look as if it were down.
                under = theme.chip if self.isCheckable() else theme.petrol_tint
                shade = QColor(theme.petrol_tint if pressed else under) if pressed or self.underMouse() else None
                ringed = pressed and theme.stroke > 1  # where there are no tints to tell it by
                return shade, QColor(theme.edge) if ringed else None, QColor(theme.petrol_text)

    def _font(self) -> QFont:
        return self._look.font(_LETTERS.get(self._kind, 14), bold=True)

    def _chip_width(self) -> int:
        return QFontMetrics(self._look.font(12)).horizontalAdvance(self._key) + self._look.px(12)
