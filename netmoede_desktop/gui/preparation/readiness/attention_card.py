"""The one card of *Er mødet klar?*: what, why, what to do; a reason that opens it is asked for in the card itself."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.fields.fields import Field
from netmoede_desktop.gui.kit.fields.growing_input import GrowingInput
from netmoede_desktop.gui.kit.layout.flow import flowing
from netmoede_desktop.gui.kit.layout.frames import Surface, row
from netmoede_desktop.gui.kit.text.marks import MarkShape, MarkSign
from netmoede_desktop.gui.kit.text.runs import RunsLabel, TextRun
from netmoede_desktop.gui.preparation.readiness.readiness_presenter import Attention
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator

_TITLE = 14


class AttentionCard(Surface):
    """The card. The reason field keeps its text while the card is about the same rules."""

    act_pressed = Signal()
    reason_given = Signal(str)
    """The reason, not blank, for all rules of the card."""
    dismissed = Signal()
    """The reason is not to be given after all."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__("notice-attention", look, padding=14, spacing=6)
        self._look, self._t = look, t
        self._shown: Attention | None = None
        self._leads = False
        sign = MarkSign(look)
        sign.show_sign(MarkShape.BANG)
        self.title = RunsLabel(look, _TITLE)
        self._why = RunsLabel(look)
        self.act = Button("", look, ButtonKind.PRIMARY, elide=True)
        self.waive = Button("", look, ButtonKind.QUIET)
        self.reason = GrowingInput(look, size=14, most=5)
        self.reason_field = Field("", self.reason, look)
        self.submit = Button("", look, ButtonKind.PRIMARY)
        self.cancel = Button(t.gettext("Fortryd"), look, ButtonKind.QUIET)
        self._acts = flowing(self.act, self.waive, gap=look.px(6))
        self._answers = flowing(self.submit, self.cancel, gap=look.px(6))
        heading = row(sign, self.title, spacing=look.px(4))
        heading.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        heading.setStretch(1, 1)
        self.column.addLayout(heading)
        self.column.addWidget(self._why)
        self.column.addWidget(self._acts)
        self.column.addWidget(self.reason_field)
        self.column.addWidget(self._answers)
        self.act.clicked.connect(self.act_pressed)
        self.waive.clicked.connect(lambda: self.open_reason())
        self.submit.clicked.connect(self._submit)
        self.cancel.clicked.connect(self._cancel)
        self.reason.entered.connect(self._submit)
        self.reason.textChanged.connect(lambda: self.reason_field.show_problem(""))

    @property
    def shown(self) -> Attention | None:
        """The rules it is about, and their words."""
        return self._shown

    @property
    def asking(self) -> bool:
        """Whether the reason is being asked for."""
        return not self.reason_field.isHidden()

    def render(self, shown: Attention, *, leads: bool) -> None:  # type: ignore[override]
        """Show what it is about; `leads` says whether the act leads anywhere."""
        same = self._shown is not None and self._shown.rules == shown.rules and self._shown.submit == shown.submit
        self._shown = shown
        theme = self._look.theme
        self.title.show_runs((TextRun(shown.title, theme.ink, bold=True),))
        self._why.show_runs((TextRun(shown.why, theme.ink),))
        self._why.setVisible(bool(shown.why))
        self.act.set_label(shown.act)
        self.waive.set_label(shown.waive)
        self.submit.set_label(shown.submit)
        self.reason_field.set_label(shown.question)
        self._leads = leads and bool(shown.act)
        if not same:
            self.reason.set_text("")
            self._show_asking(asking=bool(shown.question) and not shown.waive)
        else:
            self._show_asking(asking=self.asking)
        self.setAccessibleName(shown.title)

    def open_reason(self, text: str = "") -> None:
        """Unfold the field for the reason, and give it the keyboard; `text` replaces its text, "" keeps it."""
        if text:
            self.reason.set_text(text)
        self._show_asking(asking=True)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Give the keyboard to the field for the reason where it is open, else to the act."""
        stops = (self.reason, self.act, self.waive, self.submit)
        stop = next((one for one in stops if not one.isHidden() and one.isVisibleTo(self)), None)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Fold the field again on Escape."""
        if event.key() == Qt.Key.Key_Escape and self.asking:
            self._cancel()
        else:
            super().keyPressEvent(event)

    def _show_asking(self, *, asking: bool) -> None:
        waive = self._shown is not None and bool(self._shown.waive)
        self.act.setVisible(not asking and self._leads)
        self.waive.setVisible(not asking and waive)
        self._acts.setVisible(not asking and (self._leads or waive))
        for widget in (self.reason_field, self._answers):
            widget.setVisible(asking)

    def _submit(self) -> None:
        reason = self.reason.text.strip()
        if reason:
            self.reason_given.emit(reason)
        else:
            self.reason_field.show_problem(self._t.gettext("Skriv med få ord, hvorfor."))
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cancel(self) -> None:
        self.reason.set_text("")
        self.reason_field.show_problem("")
        if self._shown is not None and self._shown.waive:
            self._show_asking(asking=False)
            self.waive.setFocus(Qt.FocusReason.OtherFocusReason)
        self.dismissed.emit()
