"""A rule as a row of the panel: its sign, its name, the finding. It leads to where it is mended."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from netmoede_desktop.gui.kit.buttons.painted_button import PaintedButton
from netmoede_desktop.gui.kit.layout.keyboard_ring import paint_ring
from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role
from netmoede_desktop.gui.kit.text.marks import MarkShape, paint_mark, sign_ink
from netmoede_desktop.gui.kit.text.runs import RunLayout, TextRun
from netmoede_desktop.gui.preparation.readiness.readiness_presenter import RuleRow, Sign
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator

_SIGN, _LEFT, _ABOVE, _LINE = 15, 22, 4, 18

MARKS = {
    Sign.MUST: MarkShape.BANG,
    Sign.STALE: MarkShape.HALF,
    Sign.WAITS: MarkShape.RING,
    Sign.OVERRIDDEN: MarkShape.DETOUR,
    Sign.IN_PLACE: MarkShape.CHECK,
}


def sign_word(sign: Sign, t: Translator) -> str:
    """Return a sign in words."""
    match sign:
        case Sign.MUST:
            return t.gettext("skal klares")
        case Sign.STALE:
            return t.gettext("er forældet")
        case Sign.WAITS:
            return t.gettext("kan vente")
        case Sign.OVERRIDDEN:
            return t.gettext("valgt fra med en grund")
        case Sign.IN_PLACE:
            return t.gettext("på plads")


class RuleButton(PaintedButton):
    """The row. With `leads=False` it is a mere text."""

    def __init__(self, row: RuleRow, look: Look, t: Translator, *, leads: bool) -> None:
        super().__init__()
        self._look, self._row = look, row
        theme = look.theme
        runs = [TextRun(row.name, theme.ink, bold=True)]
        runs += [TextRun(text, theme.muted) for text in (row.found, row.signed) if text]
        self._layout = RunLayout(runs, look)
        words = " ".join(run.text for run in runs)
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(sign_word(row.sign, t))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if leads else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not leads)
        if not leads:
            set_role(self, SpokenRole.TEXT)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def row(self) -> RuleRow:
        """The rule it shows."""
        return self._row

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Return True: it wraps."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of all lines at that width."""
        text = self._layout.lay_out(width - self._look.px(_LEFT + 4))
        return int(text + 0.999) + 2 * self._look.px(_ABOVE)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size at a width of 240 pixels (at 100 %)."""
        width = self._look.px(240)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return a narrow size, as high as the text at the present width."""
        width = self._look.px(120)
        return QSize(width, self.heightForWidth(max(self.width(), width)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint ground, sign, text and focus ring."""
        look, theme = self._look, self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.petrol_tint))
            painter.drawRoundedRect(self.rect(), look.px(6), look.px(6))
        mark = MARKS[self._row.sign]
        sign = QRectF(look.px(1), look.px(_ABOVE), look.px(_SIGN), look.px(_LINE))
        paint_mark(painter, sign, mark, QColor(sign_ink(mark, theme)), look)
        self._layout.lay_out(self.width() - look.px(_LEFT + 4))
        self._layout.paint(painter, look.px(_LEFT), look.px(_ABOVE))
        if self.hasFocus():
            paint_ring(painter, self.rect(), look, 6)
        painter.end()
