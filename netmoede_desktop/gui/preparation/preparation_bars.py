"""The two bars of the preparation where there is little room: the way to menu and steps, and to *Er mødet klar?*."""

from PySide6.QtCore import QPointF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen

from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.layout.frames import Surface
from netmoede_desktop.gui.kit.text.elided_label import ElidedLabel
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator

_CHEVRON = 22


class HeadBar(Surface):
    """*Menu*, the step with its number, and which meeting it is."""

    menu_asked = Signal()
    steps_asked = Signal()

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__("bar", look, padding=6, spacing=8, row=True)
        self._t = t
        self.menu = Button(t.gettext("Menu"), look)
        self.menu.hide()
        self.step = _OpeningButton(look)
        self._meeting = ElidedLabel("", Tone.MUTED, right=True)
        self.column.addWidget(self.menu)
        self.column.addWidget(self.step)
        self.column.addWidget(self._meeting, 1)
        self.menu.clicked.connect(self.menu_asked)
        self.step.clicked.connect(self.steps_asked)

    def show_step(self, number: int, total: int, name: str) -> None:
        """Show which step it is, of how many."""
        label = self._t.gettext("{number} af {total} · {step}").format(number=number, total=total, step=name)
        self.step.set_label(label)
        self.step.setAccessibleDescription(self._t.gettext("vis alle trin"))

    def show_meeting(self, heading: str) -> None:
        """Show which meeting it is."""
        self._meeting.set_text(heading)


class FootBar(Surface):
    """When it was saved, and the next step; with little room also the way to *Er mødet klar?* and back from it."""

    side_asked = Signal()
    start_asked = Signal()

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__("paper", look, padding=0, spacing=8, row=True)
        self._t = t
        self._count, self._musts, self._open = "", False, False
        self._last = self._begun = self._compact = False
        self.side = Button("", look, elide=True)
        self.saved = Label("", Tone.MUTED, wrap=False)
        self.next = Button("", look, ButtonKind.PLAIN)
        self.start = Button(t.gettext("Start møde"), look)
        self.column.addWidget(self.side)
        self.column.addWidget(self.saved)
        self.column.addStretch(1)
        self.column.addWidget(self.next)
        self.column.addWidget(self.start)
        self.start.clicked.connect(self.start_asked)
        self.side.clicked.connect(self.side_asked)
        self.lay_out(compact=False)

    def lay_out(self, *, compact: bool) -> None:
        """Lie at the foot of the window as a bar, or under the page."""
        look = self._look
        self.set_kind("bar" if compact else "paper")
        across, above = (look.px(12), look.px(6)) if compact else (look.px(24), look.px(20))
        self.column.setContentsMargins(across, above, across, above)
        self._compact = compact
        self.saved.setVisible(not compact)
        self._show_buttons()

    def show_count(self, count: str, *, musts: bool) -> None:
        """Show the count of *Er mødet klar?*: `8 af 13`; `musts` says whether something has to be dealt with."""
        self._count, self._musts = count, musts
        self._update_side()

    def show_next(self, label: str) -> None:
        """Show the way to the next step, "" after the last."""
        self._last = not label
        self.next.set_label(label)
        self._show_buttons()

    def show_open(self, *, opened: bool) -> None:
        """Lead back, and start the meeting, while the panel is open."""
        self._open = opened
        self._update_side()
        self._show_buttons()

    def show_begun(self, *, begun: bool) -> None:
        """Offer no start and no panel once the meeting has begun."""
        self._begun = begun
        self._show_buttons()

    def _show_buttons(self) -> None:
        offered = self._compact and not self._begun
        self.side.setVisible(offered)
        self.start.setVisible(offered and self._open)
        self.next.setVisible(not self._last and not (offered and self._open))

    def _update_side(self) -> None:
        t = self._t
        if self._open:
            self.side.set_label(t.gettext("‹ Tilbage"))
            self.side.setAccessibleName(t.gettext("Tilbage"))
            return
        asked = t.gettext("Er mødet klar?  {count}").format(count=self._count)
        self.side.set_label(t.gettext("!  {question}").format(question=asked) if self._musts else asked)
        self.side.setAccessibleName(asked.replace("  ", " "))


class _OpeningButton(Button):
    """A button that opens a list, with a chevron after its label."""

    def __init__(self, look: Look) -> None:
        super().__init__("", look, elide=True)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size with the chevron."""
        hint = super().sizeHint()
        return QSize(hint.width() + self._look.px(_CHEVRON), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the button, and the chevron."""
        super().paintEvent(event)
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.theme.ink), look.px(2)))
        middle = QPointF(self.width() - look.px(17), self.height() / 2)
        wide, high = look.px(5), look.px(2.5)
        painter.drawPolyline([middle + QPointF(-wide, -high), middle + QPointF(0, high), middle + QPointF(wide, -high)])
        painter.end()
