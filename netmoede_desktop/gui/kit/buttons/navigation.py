"""Navigation items: of the sidebar, and for the steps of the preparation. One of them is the current one."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from netmoede_desktop.gui.kit.text.marks import MarkShape, paint_mark, sign_ink
from netmoede_desktop.gui.theme.look import Look

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
}


#: The room before the label of an item that can have a sign, and the sign in it.
_BEFORE, _SIGN = 22, 15


class NavItem(QAbstractButton):
    """A navigation item. Arrow keys move between the items of the same parent; the current one is tinted and bold."""

    def __init__(self, label: str, look: Look, *, key: str = "", signed: bool = False) -> None:
        """Create it; with `signed` there is room for a sign before the label, whether it has one or not."""
        super().__init__()
        self._look = look
        self._key = key
        self._signed = signed
        self._mark: MarkShape | None = None
        self._current = False
        self._spoken = self._here = ""
        self.setText(label)
        self.setAccessibleName(label)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    @property
    def mark(self) -> MarkShape | None:
        """The sign before the label."""
        return self._mark

    def set_mark(self, mark: MarkShape | None, spoken: str) -> None:
        """Set the sign before the label, None for none; `spoken` is its text for a screen reader."""
        self._spoken = spoken
        self.setAccessibleDescription(", ".join(words for words in (self._here, spoken) if words))
        if mark is not self._mark:
            self._mark = mark
            self.update()

    def set_aside(self, word: str, spoken: str) -> None:
        """Set a short text at the right end, such as a number; `spoken` is its text for a screen reader."""
        self._spoken = spoken
        if not self._current:
            self.setAccessibleDescription(spoken)
        if word != self._key:
            self._key = word
            self.update()

    @property
    def current(self) -> bool:
        """Whether it is the current item."""
        return self._current

    def set_current(self, *, current: bool, spoken: str) -> None:
        """Set whether it is the current item; `spoken` is the text for a screen reader if it is: "du er her"."""
        here = (spoken, self._spoken) if current else (self._spoken,)
        self.setAccessibleDescription(", ".join(words for words in here if words))
        self._here = spoken if current else ""
        if current != self._current:
            self._current = current
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size for the label in bold, the mark and the key."""
        look = self._look
        width = QFontMetrics(look.font(14, bold=True)).horizontalAdvance(self.text()) + 2 * look.px(11)
        width += self._mark_width()
        if self._key:
            width += QFontMetrics(look.font(12)).horizontalAdvance(self._key) + look.px(16)
        return QSize(width, look.px(38))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return `sizeHint`."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Focus the next item on an arrow key, click on Enter."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self._go(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint ground, mark, label, key and focus ring."""
        look, theme = self._look, self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        inset = look.px(10)
        left = inset + self._mark_width()
        ink = theme.petrol_text if self._current else theme.ink
        if self._mark is not None:
            sign = QRectF(inset, 0, look.px(_SIGN), self.height())
            paint_mark(painter, sign, self._mark, QColor(sign_ink(self._mark, theme)), look)
        painter.setFont(self._font())
        painter.setPen(QColor(ink))
        room = self.width() - left - inset
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, 0, room, self.height()), Qt.AlignmentFlag.AlignVCenter, text)
        if self._key:
            painter.setFont(look.font(12))
            painter.setPen(QColor(theme.muted))
            side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(self.rect().adjusted(0, 0, -inset, 0), side, self._key)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        look, theme = self._look, self._look.theme
        lit = self._current or self.isDown() or self.underMouse()
        bordered = self.hasFocus() or (self._current and theme.stroke > 1)
        stroke = look.ring if self.hasFocus() else look.px(2)
        painter.setBrush(QColor(theme.petrol_tint) if lit else Qt.BrushStyle.NoBrush)
        colour = theme.focus if self.hasFocus() else theme.edge
        painter.setPen(QPen(QColor(colour), stroke) if bordered else Qt.PenStyle.NoPen)
        inset = stroke / 2
        painter.drawRoundedRect(self.rect().toRectF().adjusted(inset, inset, -inset, -inset), look.px(8), look.px(8))

    def _mark_width(self) -> int:
        return self._look.px(_BEFORE) if self._signed else 0

    def _font(self) -> QFont:
        return self._look.font(14, bold=self._current)

    def _go(self, step: int) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        items = [item for item in parent.findChildren(NavItem) if item.isVisible()]
        items[(items.index(self) + step) % len(items)].setFocus(Qt.FocusReason.TabFocusReason)
