"""The big card of the meeting that runs behind the overview, and three lines on its status."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.layout.flow import flowing
from netmoede_desktop.gui.kit.layout.frames import Surface, row
from netmoede_desktop.gui.kit.text.elided_label import ElidedLabel
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.kit.text.marks import MarkShape, MarkSign
from netmoede_desktop.gui.overview.going_on import GoingOn, StatusLine
from netmoede_desktop.gui.overview.ring_clock import RingClock
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator

_DIRECTIONS = QBoxLayout.Direction


class GoingOnCard(QWidget):
    """The card and its lines. A change of the time is not announced."""

    asked = Signal()
    """Emitted to return to the meeting."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__()
        self._look, self._t = look, t
        self._shown: GoingOn | None = None
        self._ring = RingClock(look)
        self._where = ElidedLabel("", Tone.EYEBROW)
        self._title = ElidedLabel("", Tone.TITLE)
        self._who, self._part = ElidedLabel("", Tone.STRONG), ElidedLabel("", Tone.BODY)
        self._ends = Label("", Tone.BODY)
        self.button = Button(t.gettext("Fortsæt mødet"), look, ButtonKind.GREAT)
        self.button.clicked.connect(self.asked)
        self._remarks = [_RemarkLine(look) for _ in range(3)]
        self._build()

    def _build(self) -> None:
        look = self._look
        words = QVBoxLayout()
        words.setSpacing(look.px(4))
        words.addStretch(1)
        for widget in (self._where, self._title, flowing(self._who, self._part, gap=look.px(5)), self._ends):
            words.addWidget(widget)
        words.addStretch(1)
        summary = row(self._ring, spacing=look.px(36))
        summary.addLayout(words, 1)
        self._card = Surface("card-current", look, padding=36, spacing=20, row=True)
        self._card.column.addLayout(summary, 1)
        self._card.column.addWidget(self.button)
        self._lines = QBoxLayout(_DIRECTIONS.LeftToRight)
        self._lines.setSpacing(look.px(12))
        for line in self._remarks:
            self._lines.addWidget(line, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(14))
        column.addWidget(self._card)
        column.addLayout(self._lines)

    def show_meeting(self, shown: GoingOn) -> None:
        """Show the status; nothing is repainted if it has not changed."""
        if shown == self._shown:
            return
        self._shown = shown
        self._ring.show_time(shown.time, self._t.gettext("uret går"), shown.share)
        self._where.set_text(shown.where)
        self._title.set_text(shown.title)
        self._who.set_text(shown.who)
        self._part.set_text(shown.part)
        self._part.setVisible(bool(shown.part))
        self._ends.setText(shown.ends)
        self._card.setAccessibleName(shown.title)
        parts = (shown.title, " ".join(text for text in (shown.who, shown.part) if text), shown.ends)
        self.button.setAccessibleDescription(". ".join(parts))
        for line, remark in zip(self._remarks, shown.remarks, strict=True):
            line.show_remark(remark)

    def lay_out(self, *, compact: bool) -> None:
        """Lay out button and lines beside each other, or all in one column if `compact`."""
        look = self._look
        self._card.column.setDirection(_DIRECTIONS.TopToBottom if compact else _DIRECTIONS.LeftToRight)
        self._lines.setDirection(_DIRECTIONS.TopToBottom if compact else _DIRECTIONS.LeftToRight)
        self._card.column.setSpacing(look.px(10 if compact else 20))
        inset = look.px(14 if compact else 36)
        self._card.column.setContentsMargins(inset, inset, inset, inset)


class _RemarkLine(QWidget):
    """A mark, a few words, and their meaning below."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._sign = MarkSign(look)
        self._title, self._about = Label("", Tone.STRONG), Label("", Tone.MUTED)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._about)
        line = row(self._sign, spacing=look.px(10))
        line.setAlignment(self._sign, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self.setLayout(line)

    def show_remark(self, remark: StatusLine) -> None:
        """Show a remark."""
        self._sign.show_mark(MarkShape.CHECK if remark.good else MarkShape.RING, good=remark.good)
        self._title.setText(remark.title)
        self._about.setText(remark.about)
