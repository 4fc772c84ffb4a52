"""Aftaler undervejs: how many there are and the latest of them, at the side of the table."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from netmoede_desktop.gui.kit.buttons.painted_button import PaintedButton
from netmoede_desktop.gui.kit.text.elided_label import ElidedLabel
from netmoede_desktop.gui.kit.text.labels import Tone
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import AgreementView

#: The latest agreements that are named.
_NAMED = 2


class AgreementsCard(PaintedButton):
    """A card of a fixed height; pressing it goes to the agreements."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__()
        self._look = look
        self._t = t
        self._shown: tuple[AgreementView, ...] | None = None
        self._title = ElidedLabel("", Tone.DONE)
        self._rows = [ElidedLabel("", Tone.BODY) for _ in range(_NAMED)]
        column = QVBoxLayout(self)
        inset = look.px(14)
        column.setContentsMargins(inset, look.px(10), inset, look.px(10))
        column.setSpacing(look.px(6))
        for label in (self._title, *self._rows):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_agreements(self, agreements: tuple[AgreementView, ...]) -> None:
        """Show how many there are, and the latest."""
        if agreements == self._shown:
            return
        self._shown = agreements
        title = self._t.gettext("Aftaler ({n})").format(n=len(agreements))
        self._title.set_text(title)
        self.setAccessibleName(title)
        latest = agreements[-_NAMED:]
        empty = self._t.gettext("Ingen endnu. I kan lave aftaler når som helst.")
        for place, label in enumerate(self._rows):
            label.set_text(latest[place].text if place < len(latest) else "")
        if not agreements:
            self._rows[0].set_text(empty)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the dashed card, and the ring while the keyboard is on it."""
        look, theme = self._look, self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        stroke = look.ring if focused else look.px(theme.stroke)
        pen = QPen(QColor(theme.focus if focused else theme.green), stroke)
        pen.setStyle(Qt.PenStyle.SolidLine if focused else Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(theme.green_tint))
        half = stroke / 2
        painter.drawRoundedRect(self.rect().toRectF().adjusted(half, half, -half, -half), look.px(12), look.px(12))
        painter.end()
