"""Two steps of the preparation: what the meeting is for and how it is held; when, for how long, and where."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QRadioButton

from netmoede_desktop.domain.dates.place_time import wall_clock
from netmoede_desktop.domain.methods.time_plan import target_minutes
from netmoede_desktop.domain.preparation.preparation import PlanCode
from netmoede_desktop.gui.kit.dates.moment_field import MomentField
from netmoede_desktop.gui.kit.dates.written_day import FreeDays
from netmoede_desktop.gui.kit.fields.choice import Choice
from netmoede_desktop.gui.kit.fields.fields import Field, LineInput, TextInput
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
from netmoede_desktop.localization.dates import clock
from netmoede_desktop.localization.lengths import meeting_length
from netmoede_desktop.services.methods.method_files import Methods
from netmoede_desktop.services.preparation.edit_plan import LONGEST_LINE, Editable, MeetingChange, PlannedMeeting

#: Lengths that are offered beside the method's own, in minutes.
_LENGTHS = (45, 60, 75, 90, 105, 120, 135, 150, 180, 210, 240)
_USUAL_TIME = time(16, 0)
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


class TimePage(StepPage):
    """When, for how long, where, and with which interpreter."""

    def __init__(
        self,
        bridge: PreparationBridge,
        look: Look,
        t: Translator,
        today: Callable[[], date],
        free_days: FreeDays,
    ) -> None:
        """Make it; `free_days` gives the days off between two dates."""
        question = t.gettext("Hvornår og hvor?")
        lead = t.gettext("Vælg en tid, hvor familien og netværket kan komme, og et sted, der er neutralt.")
        super().__init__(question, lead, bridge, look, t)
        self.starts = MomentField(t.gettext("Begynder"), look, t, today, free_days, usual_time=_USUAL_TIME)
        self.length = Choice((), look)
        self._length_field = Field(t.gettext("Varer"), self.length, look, hint=" ")
        self.over_reason = LineInput(longest=LONGEST_LINE)
        hint = t.gettext("Grunden kommer med i referatet.")
        self._over_field = Field(t.gettext("Hvorfor skal mødet være så langt?"), self.over_reason, look, hint=hint)
        self.place = LineInput(placeholder=t.gettext("fx Biblioteket, lokale 2"), longest=LONGEST_LINE)
        self._place_field = Field(t.gettext("Sted"), self.place, look)
        self.interpreter = LineInput(placeholder=t.gettext("fx somali"), longest=LONGEST_LINE)
        hint = t.gettext("Lad det stå tomt, hvis der ikke skal tolkes. Med tolk planlægges der længere tid.")
        self._interpreter_field = Field(t.gettext("Tolkes til"), self.interpreter, look, hint=hint)
        card = Surface("card", look, padding=20, spacing=14)
        for widget in (self.starts, self._length_field, self._over_field, self._place_field, self._interpreter_field):
            card.column.addWidget(widget)
        card.setMaximumWidth(look.px(_WIDEST))
        self.column.addWidget(card)
        self.column.addStretch(1)
        self._typing = {where: TypingDelay(self) for where, _, _ in self._lines()}
        self._kept = {where: KeptText() for where, _, _ in self._lines()}
        self._started: datetime | None = None
        self._connect()

    def _connect(self) -> None:
        self.starts.changed.connect(self._choose_start)
        self.length.picked.connect(lambda key: self._bridge.change("length", MeetingChange(planned_minutes=int(key))))
        for where, line, field in self._lines():
            line.textEdited.connect(lambda _text, where=where, field=field: self._typed(where, field))
            line.editingFinished.connect(self._typing[where].flush)
            self._typing[where].due.connect(lambda where=where: self._bridge.change(where, self._typed_change(where)))

    def render(self, meeting: PlannedMeeting) -> None:  # type: ignore[override]
        """Show time and place."""
        plan, t = meeting.plan, self._t
        self._show_start(plan.starts.replace(tzinfo=None))
        options = {minutes: meeting_length(minutes, t) for minutes in sorted({*_LENGTHS, plan.planned_minutes})}
        usual = t.gettext("{length} · som metoden").format(length=meeting_length(meeting.usual_minutes, t))
        options = dict(sorted({**options, meeting.usual_minutes: usual}.items()))
        chosen = str(plan.planned_minutes)
        self.length.set_options([(str(minutes), label) for minutes, label in options.items()], key=chosen)
        self._length_field.show_hint(t.gettext("Slutter kl. {time}.").format(time=clock(_end(meeting))))
        for where, line, _ in self._lines():
            text = self._kept_text(meeting, where)
            typing = line.hasFocus() or self._typing[where].pending
            if self._kept[where].takes(text, line.text(), typing=typing):
                line.setText(text)
        self._over_field.setVisible(plan.over_hard_limit)
        open_to_change = meeting.editable is not Editable.NOTHING
        for widget in (self.starts, self.length, self.over_reason, self.place, self.interpreter):
            widget.setEnabled(open_to_change)

    def show_refusal(self, where: str, sentence: str) -> None:
        """Show the problem below its field."""
        fields = {"length": self._length_field, "starts": self._length_field}
        fields |= {name: field for name, _, field in self._lines()}
        if where in fields:
            fields[where].show_problem(sentence)

    def save(self) -> bool:
        """Save the typed text now; return False when refused, or at a day that does not exist."""
        meeting = self._bridge.meeting
        if meeting is None or meeting.editable is Editable.NOTHING:
            return True
        kept = True
        for where, line, _ in self._lines():
            self._typing[where].stop()
            if line.text().strip() != self._kept_text(meeting, where):
                kept = self._bridge.change_now(where, self._typed_change(where)) and kept
        return kept and (self.starts.moment is not None or self.starts.settle())

    def focus_first(self) -> None:
        """The day and time."""
        self.starts.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_on(self, code: PlanCode) -> None:
        """The place, the length, or the day."""
        places = {
            PlanCode.NO_PLACE: self.place,
            PlanCode.CROWDED: self.length,
            PlanCode.OVER_HARD_LIMIT: self.over_reason,
        }
        places.get(code, self.starts.line).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_start(self, starts: datetime) -> None:
        """Show the moment that is kept; one that is being typed stays, and so does a line that means none."""
        untouched = self.starts.moment == self._started and (self._started is not None or not self.starts.line.text())
        if untouched and self.starts.moment != starts:
            self.starts.set_moment(starts)
        self._started = self.starts.moment

    def _lines(self) -> tuple[tuple[str, LineInput, Field], ...]:
        return (
            ("over_reason", self.over_reason, self._over_field),
            ("place", self.place, self._place_field),
            ("interpreter", self.interpreter, self._interpreter_field),
        )

    def _typed(self, where: str, field: Field) -> None:
        field.show_problem("")
        self._typing[where].restart()

    def _kept_text(self, meeting: PlannedMeeting, where: str) -> str:
        plan = meeting.plan
        return {"place": plan.place, "over_reason": plan.over_reason}.get(where, plan.interpreter_language)

    def _typed_change(self, where: str) -> MeetingChange:
        if where == "place":
            return MeetingChange(place=self.place.text())
        if where == "over_reason":
            return MeetingChange(over_reason=self.over_reason.text())
        return MeetingChange(interpreter_language=self.interpreter.text())

    def _choose_start(self, moment: datetime | None) -> None:
        if moment is not None:
            self._bridge.change("starts", MeetingChange(starts=moment))


def _end(meeting: PlannedMeeting) -> datetime:
    starts = meeting.plan.starts
    return wall_clock(starts + timedelta(minutes=meeting.plan.planned_minutes), starts)
