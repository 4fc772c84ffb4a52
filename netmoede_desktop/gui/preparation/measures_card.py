"""The measures under way before the first meeting: listed in the preparation, and gone through at it."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from netmoede_desktop.domain.meeting.plan import CarriedAgreement
from netmoede_desktop.domain.people.people import display_names
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.fields.fields import Field
from netmoede_desktop.gui.kit.fields.growing_input import GrowingInput
from netmoede_desktop.gui.kit.fields.kept_text import KeptText
from netmoede_desktop.gui.kit.fields.typing_delay import TypingDelay
from netmoede_desktop.gui.kit.layout.frames import Surface
from netmoede_desktop.gui.kit.layout.tab_order import set_tab_order_before
from netmoede_desktop.gui.kit.lists.listed import Listed
from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.preparation.bridge.preparation_bridge import PreparationBridge
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import short_date
from netmoede_desktop.services.preparation.edit_plan import Editable, MeetingChange, PlannedMeeting

_WHERE = "measures"


class MeasuresCard(Surface):
    """The measures with who and since when, and a line for one more. Hidden where the method goes through none."""

    def __init__(self, bridge: PreparationBridge, look: Look, t: Translator) -> None:
        super().__init__("card", look, padding=16, spacing=8)
        self._bridge, self._look, self._t = bridge, look, t
        self._shown: object = None
        self._taken = ""
        self._open_to_change = self._filling = False
        self._typing, self._kept = TypingDelay(self), KeptText()
        self.setAccessibleName(t.gettext("Det, der allerede er i gang"))
        self.line = GrowingInput(look, size=15, most=3)
        hint = t.gettext("Fx: Sanne holder en lille gruppe siden 2/11. Tryk Enter, når linjen er færdig.")
        self._field = Field(t.gettext("Skriv hvad, hvem og siden hvornår"), self.line, look, hint=hint)
        self._rows = Listed(t.gettext("Det, der allerede er i gang"), spacing=look.px(4))
        self.removes: list[Button] = []
        self.column.addWidget(Label(t.gettext("Det, der allerede er i gang"), Tone.HEADING))
        self.column.addWidget(self._rows)
        self.column.addWidget(self._field)
        self.line.entered.connect(self._add)
        self.line.textChanged.connect(self._typed)
        self._typing.due.connect(self._keep_begun)

    def render(self, meeting: PlannedMeeting) -> None:  # type: ignore[override]
        """Render the list of measures; text being typed stays."""
        plan = meeting.plan
        self.setVisible(plan.method.lists_measures)
        self._open_to_change = open_to_change = meeting.editable is not Editable.NOTHING
        self._field.setVisible(open_to_change)
        typing = self._typing.pending or self.line.hasFocus()
        if self._kept.takes(plan.begun_measure, self.line.text, typing=typing):
            self._show_line(plan.begun_measure)
        names = display_names(plan.people)
        shown = (plan.measures, names, open_to_change)
        if shown == self._shown:
            return  # the keyboard may stand on one of them
        self._shown, self._taken = shown, ""
        self._rows.clear()
        self._rows.setVisible(bool(plan.measures))
        self.removes = []
        for measure in plan.measures:
            self._rows.column.addWidget(self._row(measure, names.get(measure.owner or "", ""), open_to_change))
        set_tab_order_before(self.line, *self.removes)

    def show_refusal(self, where: str, sentence: str) -> None:
        """Show the problem below the line; the refused text is put into it again."""
        if where == _WHERE:
            if not self.line.text:
                self._show_line(self._taken)
            self._field.show_problem(sentence)

    def save(self) -> bool:
        """Take the line that is being written, before the step is left."""
        return self._take(now=True)

    def flush(self) -> bool:
        """Save the half-written line, before the window closes; return False when refused."""
        self._typing.stop()
        meeting, text = self._bridge.meeting, self.line.text
        if meeting is None or not self._open_to_change or text.strip() == meeting.plan.begun_measure:
            return True
        return self._bridge.change_now(_WHERE, MeetingChange(begun_measure=text))

    def _typed(self) -> None:
        if not self._filling:
            self._field.show_problem("")
            self._typing.restart()

    def _keep_begun(self) -> None:
        if self._open_to_change:
            self._bridge.change(_WHERE, MeetingChange(begun_measure=self.line.text))

    def _show_line(self, text: str) -> None:
        self._filling = True
        self.line.set_text(text)
        self._filling = False

    def _row(self, measure: CarriedAgreement, name: str, open_to_change: bool) -> QWidget:
        t = self._t
        since = "" if measure.start is None else t.gettext("siden {day}").format(day=short_date(measure.start, t))
        told = " · ".join(part for part in (measure.text, name or t.gettext("hvem mangler"), since) if part)
        holder = QWidget()
        set_role(holder, SpokenRole.LIST_ITEM)
        holder.setAccessibleName(told)
        beside = QHBoxLayout(holder)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(self._look.px(8))
        remove = Button(t.gettext("Fjern"), self._look, ButtonKind.QUIET)
        remove.setAccessibleName(t.gettext("Fjern {measure}").format(measure=measure.text))
        remove.clicked.connect(lambda: self._remove(measure))
        remove.setVisible(open_to_change)
        self.removes.append(remove)
        beside.addWidget(Label(told), 1)
        beside.addWidget(remove)
        return holder

    def _add(self) -> None:
        self._take(now=False)

    def _take(self, *, now: bool) -> bool:
        meeting, line = self._bridge.meeting, self.line.text.strip()
        if meeting is None or not line or not self._open_to_change:
            return True
        change = MeetingChange(measure_added=line, begun_measure="")
        self._typing.stop()
        self._taken = line
        self._show_line("")
        if now:
            return self._bridge.change_now(_WHERE, change)
        self._bridge.change(_WHERE, change)
        return True

    def _remove(self, measure: CarriedAgreement) -> None:
        self._taken = ""
        self._bridge.change(_WHERE, MeetingChange(measure_removed=measure))
