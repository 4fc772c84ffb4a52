"""The first step of the preparation: what the meeting is for, and by which method it is held."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from netmoede_desktop.domain.methods.time_plan import target_minutes
from netmoede_desktop.gui.kit.fields.fields import Field, TextInput
from netmoede_desktop.gui.kit.fields.kept_text import KeptText
from netmoede_desktop.gui.kit.fields.typing_delay import TypingDelay
from netmoede_desktop.gui.kit.layout.frames import Surface
from netmoede_desktop.gui.kit.layout.tab_order import make_checked_tab_stop
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.preparation.bridge.preparation_bridge import PreparationBridge
from netmoede_desktop.gui.preparation.measures_card import MeasuresCard
from netmoede_desktop.gui.preparation.step_page import StepPage
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.wording.office_wording import practice_note, suggested_sentence
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.lengths import meeting_length
from netmoede_desktop.services.methods.method_files import Methods
from netmoede_desktop.services.preparation.edit_plan import Editable, MeetingChange, PlannedMeeting

#: What is wider is hard to read, and a short answer looks lost in it.
_WIDEST = 820


class PurposePage(StepPage):
    """The purpose of the meeting, and its method."""

    def __init__(self, bridge: PreparationBridge, methods: Methods, look: Look, t: Translator) -> None:
        question = t.gettext("Hvad skal mødet handle om?")
        super().__init__(question, t.gettext("Skriv det, så alle kan forstå det, også barnet."), bridge, look, t)
        self._methods = methods
        self.purpose = TextInput(
            placeholder=t.gettext("fx: Vi vil finde ud af, hvordan Mikkel får det bedre i skolen.")
        )
        self.purpose.setMinimumHeight(look.px(110))
        self.purpose.setMaximumHeight(look.px(150))
        self._field = Field(t.gettext("Formål"), self.purpose, look)
        self._typing = TypingDelay(self)
        self._kept = KeptText()
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QRadioButton] = {}
        card = Surface("card", look, padding=16, spacing=4)
        card.setAccessibleName(t.gettext("Metode"))
        card.column.addWidget(Label(t.gettext("Metode"), Tone.HEADING))
        for method in methods:
            button = QRadioButton(method.name)
            self._buttons[method.id] = button
            self._group.addButton(button)
            card.column.addWidget(button)
            button.clicked.connect(lambda _checked=False, key=method.id: self._choose(key))
        self._about = Label("", Tone.MUTED)
        self._suggested = Label("", Tone.SMALL)
        card.column.addSpacing(look.px(6))
        card.column.addWidget(self._about)
        card.column.addWidget(self._suggested)
        self._method_problem = Label("", Tone.ATTENTION)
        self._method_problem.hide()
        card.column.addWidget(self._method_problem)
        self.measures = MeasuresCard(bridge, look, t)
        for piece in (self._field, card, self.measures):
            piece.setMaximumWidth(look.px(_WIDEST))
            self.column.addWidget(piece)
        self.column.addStretch(1)
        self.purpose.textChanged.connect(self._typed)
        self._typing.due.connect(self._keep)

    def render(self, meeting: PlannedMeeting) -> None:  # type: ignore[override]
        """Show purpose and method."""
        plan, t = meeting.plan, self._t
        open_to_change = meeting.editable is not Editable.NOTHING
        typing = self._typing.pending or self.purpose.hasFocus()
        if self._kept.takes(plan.purpose, self.purpose.toPlainText(), typing=typing):
            self._set_purpose(plan.purpose)
        self.purpose.setReadOnly(not open_to_change)
        for key, button in self._buttons.items():
            length = meeting_length(target_minutes(self._methods[key], interpreter=plan.interpreter), t)
            named = t.gettext("{method} · {length}").format(method=self._methods[key].name, length=length)
            button.setText(named)
            button.setAccessibleName(named)
            button.setEnabled(open_to_change)
            button.setVisible(self._methods[key].offered or key == plan.method.id)
        chosen = self._buttons.get(plan.method.id)
        if chosen is not None:
            chosen.setChecked(True)
            make_checked_tab_stop(self._buttons.values())
        about = " ".join(
            part for part in (plan.method.notes(interpreter=plan.interpreter), practice_note(plan, t)) if part
        )
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self._suggested.setText(suggested_sentence(plan.method.suggested, t))
        self._method_problem.hide()
        self.measures.render(meeting)

    def show_refusal(self, where: str, sentence: str) -> None:
        """Show the problem below its field."""
        self.measures.show_refusal(where, sentence)
        if where == "purpose":
            self._field.show_problem(sentence)
        elif where == "method":
            self._method_problem.setText(sentence)
            self._method_problem.show()

    def save(self) -> bool:
        """Save the purpose and the line of measures now, if changed; return False when refused."""
        return self.measures.save() and self._save_purpose()

    def flush(self) -> bool:
        """Save the purpose, and the line of measures as half-written."""
        return self.measures.flush() and self._save_purpose()

    def _save_purpose(self) -> bool:
        self._typing.stop()
        meeting, text = self._bridge.meeting, self.purpose.toPlainText()
        if meeting is None or self.purpose.isReadOnly() or text.strip() == meeting.plan.purpose:
            return True
        return self._bridge.change_now("purpose", MeetingChange(purpose=text))

    def focus_first(self) -> None:
        """The purpose."""
        self.purpose.setFocus(Qt.FocusReason.OtherFocusReason)

    def fields(self) -> Mapping[str, QWidget]:
        """The purpose, the method, and the measures under way."""
        method = self._group.checkedButton() or self.purpose
        return {"purpose": self.purpose, "method": method, "measure": self.measures.line}

    def _set_purpose(self, text: str) -> None:
        self.purpose.blockSignals(True)
        self.purpose.setPlainText(text)
        self.purpose.blockSignals(False)

    def _typed(self) -> None:
        self._field.show_problem("")
        self._typing.restart()

    def _keep(self) -> None:
        self._bridge.change("purpose", MeetingChange(purpose=self.purpose.toPlainText()))

    def _choose(self, method: str) -> None:
        self._bridge.change("method", MeetingChange(method_id=method))
