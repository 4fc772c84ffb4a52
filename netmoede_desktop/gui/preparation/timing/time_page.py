"""The step *Tid og sted*: when, for how long and where, and at once whether there is time for everybody."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from netmoede_desktop.gui.kit.dates.moment_field import MomentField
from netmoede_desktop.gui.kit.dates.written_day import FreeDays
from netmoede_desktop.gui.kit.fields.fields import Field, LineInput
from netmoede_desktop.gui.kit.fields.kept_text import KeptText
from netmoede_desktop.gui.kit.fields.typing_delay import TypingDelay
from netmoede_desktop.gui.kit.layout.frames import Surface
from netmoede_desktop.gui.kit.speech.voice import announce
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.preparation.bridge.preparation_bridge import PreparationBridge
from netmoede_desktop.gui.preparation.preparation_steps import PreparationStep
from netmoede_desktop.gui.preparation.step_page import StepPage
from netmoede_desktop.gui.preparation.timing.advice_panel import AdvicePanel
from netmoede_desktop.gui.preparation.timing.advice_presenter import advice_cards, choices_made
from netmoede_desktop.gui.preparation.timing.day_bar_view import DayBarView
from netmoede_desktop.gui.preparation.timing.round_rows import RoundRows
from netmoede_desktop.gui.preparation.timing.time_inputs import LengthInput, SideBySide, SpeakersInput
from netmoede_desktop.gui.preparation.timing.time_presenter import TimeView, time_view
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import clock
from netmoede_desktop.localization.lengths import meeting_length
from netmoede_desktop.services.preparation.edit_plan import LONGEST_LINE, Editable, MeetingChange, PlannedMeeting

#: Lengths that are offered beside the method's own, in minutes.
_LENGTHS = (45, 60, 75, 90, 105, 120, 135, 150, 180, 210, 240)
_USUAL_TIME = time(16, 0)
#: What is wider is hard to read, and a short answer looks lost in it.
_WIDEST = 820


class TimePage(StepPage):
    """When, for how long, where, with which interpreter, and what that means for each round."""

    step_asked = Signal(object)
    """The `PreparationStep` where an advice is followed."""
    rebuilt = Signal(object)
    """The buttons at the side are others than before: the meeting they are for."""

    def __init__(
        self,
        bridge: PreparationBridge,
        look: Look,
        t: Translator,
        today: Callable[[], date],
        free_days: FreeDays,
    ) -> None:
        """Make it; `free_days` gives the days off between two dates."""
        lead = t.gettext("Hver tur skal vare mindst 45 sekunder, hvis man skal nå at sige noget.")
        super().__init__(t.gettext("Kan vi nå det?"), lead, bridge, look, t)
        self.starts = MomentField(t.gettext("Begynder"), look, t, today, free_days, usual_time=_USUAL_TIME)
        self.speakers = SpeakersInput(look, t)
        length = t.gettext("Længde")
        self._lengths = LengthInput(length, look, t)
        self.length, self.chips = self._lengths.choice, self._lengths.chips
        self._length_field = Field(length, self._lengths, look, hint=" ")
        self.over_reason = LineInput(longest=LONGEST_LINE)
        hint = t.gettext("Grunden kommer med i referatet.")
        self._over_field = Field(t.gettext("Hvorfor skal mødet være så langt?"), self.over_reason, look, hint=hint)
        self.place = LineInput(placeholder=t.gettext("fx Biblioteket, lokale 2"), longest=LONGEST_LINE)
        self._place_field = Field(t.gettext("Sted"), self.place, look)
        self.interpreter = LineInput(placeholder=t.gettext("fx somali"), longest=LONGEST_LINE)
        hint = t.gettext("Lad det stå tomt, hvis der ikke skal tolkes. Med tolk planlægges der længere tid.")
        self._interpreter_field = Field(t.gettext("Tolkes til"), self.interpreter, look, hint=hint)
        self._tried: int | None = None
        self._length_before: tuple[int, int] | None = None
        self._view: TimeView | None = None
        self._build()
        self._typing = {where: TypingDelay(self) for where, _, _ in self._lines()}
        self._kept = {where: KeptText() for where, _, _ in self._lines()}
        self._started: datetime | None = None
        self._connect()

    def _build(self) -> None:
        look, t = self._look, self._t
        frame = Surface("card", look, padding=18, spacing=12)
        speakers = Field(t.gettext("Talere"), self.speakers, look)
        self.speakers.line.setAccessibleName(t.gettext("Talere"))
        frame.column.addWidget(SideBySide(look, self.starts, self._place_field, from_width=500))
        frame.column.addWidget(self._length_field)
        frame.column.addWidget(self._over_field)
        frame.column.addWidget(SideBySide(look, self._interpreter_field, speakers, from_width=400, alike=False))
        self._answer_card = Surface("card", look, padding=18, spacing=8)
        self.answer = Label("", Tone.HEADING)
        self.answer.setIndent(look.px(2))  # the foot of a J reaches out to the left
        self._span = Label("", Tone.MUTED, wrap=False)
        head = QHBoxLayout()
        head.addWidget(self.answer, 1)
        head.addWidget(self._span)
        self.bar = DayBarView(look)
        self._key = Label(t.gettext("Lyse felter er mødelederens egne dele."), Tone.SMALL)
        self.tolk = Label("", Tone.SMALL)
        self.carried = Label("", Tone.MUTED)
        self._answer_card.column.addLayout(head)
        for widget in (self.bar, self._key, self.tolk, self.carried):
            self._answer_card.column.addWidget(widget)
        self.rounds = RoundRows(look, t)
        self.aside = self.advice = AdvicePanel(look, t)
        for card in (frame, self._answer_card, self.rounds):
            card.setMaximumWidth(look.px(_WIDEST))
            self.column.addWidget(card)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.starts.changed.connect(self._choose_start)
        for choice in (self.length, self.chips):
            choice.picked.connect(lambda key: self._bridge.change("length", MeetingChange(planned_minutes=int(key))))
        self.speakers.tried.connect(self._try)
        self.advice.changed.connect(self._take_advice)
        self.advice.undone.connect(lambda change: self._bridge.change("length", change))
        self.advice.people_asked.connect(lambda: self.step_asked.emit(PreparationStep.PEOPLE))
        self.advice.rebuilt.connect(lambda: self.rebuilt.emit(self._bridge.meeting))
        for where, line, field in self._lines():
            line.textEdited.connect(lambda _text, where=where, field=field: self._typed(where, field))
            line.editingFinished.connect(self._typing[where].flush)
            self._typing[where].due.connect(lambda where=where: self._bridge.change(where, self._typed_change(where)))

    def render(self, meeting: PlannedMeeting) -> None:  # type: ignore[override]
        """Show time and place, and what they mean."""
        plan, t = meeting.plan, self._t
        self._show_start(plan.starts.replace(tzinfo=None))
        options = {minutes: meeting_length(minutes, t) for minutes in sorted({*_LENGTHS, plan.planned_minutes})}
        usual = t.gettext("{length} · som metoden").format(length=meeting_length(meeting.usual_minutes, t))
        self._lengths.show_lengths(
            dict(sorted({**options, meeting.usual_minutes: usual}.items())), plan.planned_minutes
        )
        self._length_field.show_hint(t.gettext("Slutter kl. {time}.").format(time=clock(meeting.ends)))
        for where, line, _ in self._lines():
            text = self._kept_text(meeting, where)
            typing = line.hasFocus() or self._typing[where].pending
            if self._kept[where].takes(text, line.text(), typing=typing):
                line.setText(text)
        self._over_field.setVisible(plan.over_hard_limit)
        open_to_change = meeting.editable is not Editable.NOTHING
        for widget in (self.starts, self._lengths, self.over_reason, self.place, self.interpreter):
            widget.setEnabled(open_to_change)
        if self._length_before is not None and self._length_before[1] != plan.planned_minutes:
            self._length_before = None
        self._render_time(meeting)

    def _render_time(self, meeting: PlannedMeeting) -> None:
        """Show the answer and what helps; an answer that has changed is announced."""
        view = time_view(meeting, self._tried, self._t)
        before, self._view = self._view, view
        self.speakers.show_numbers(view.speakers, view.listed)
        self.answer.setText(view.answer)
        self._span.setText(view.span)
        self.bar.show_bar(view.bar)
        self.tolk.setText(view.tolk)
        self.tolk.setVisible(bool(view.tolk))
        self.carried.setText(view.carried)
        self.carried.setVisible(bool(view.carried))
        self.rounds.show_rows(view.rows)
        open_to_change = meeting.editable is not Editable.NOTHING
        length = None if self._length_before is None else self._length_before[0]
        method, interpreter = meeting.plan.method, meeting.plan.interpreter
        self.advice.show_advice(
            choices_made(meeting, length, self._t) if open_to_change else (),
            advice_cards(view, self._t) if open_to_change else (),
            method.note_with_interpreter if interpreter else "",
        )
        self.advice.show_crowd(view.crowd)
        if before is not None and before.answer != view.answer and self.isVisible():
            announce(self.answer, view.answer)

    def show_refusal(self, where: str, sentence: str) -> None:
        """Show the problem below its field."""
        fields = {"length": self._length_field, "starts": self._length_field}
        fields |= {name: field for name, _, field in self._lines()}
        if where in fields:
            fields[where].show_problem(sentence)

    def save(self) -> bool:
        """Save the typed text now; return False when refused, or at a day that does not exist. A try is over."""
        if self._tried is not None:
            self._try(None)
        meeting = self._bridge.meeting
        if meeting is None or meeting.editable is Editable.NOTHING:
            return True
        kept = True
        for where, line, _ in self._lines():
            self._typing[where].stop()
            if line.text().strip() != self._kept_text(meeting, where):
                kept = self._bridge.change_now(where, self._typed_change(where)) and kept
        return kept and (self.starts.moment is not None or self.starts.commit())

    def focus_first(self) -> None:
        """The day and time."""
        self.starts.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def fields(self) -> Mapping[str, QWidget]:
        """The moment, the length and its reason, the place, and the tolk."""
        lines = {where: line for where, line, _ in self._lines()}
        return {"starts": self.starts.line, "length": self.length, **lines}

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

    def _try(self, number: int | None) -> None:
        self._tried = number
        if self._bridge.meeting is not None:
            self._render_time(self._bridge.meeting)

    def _take_advice(self, change: MeetingChange) -> None:
        """Follow an advice; of a new length the one before is kept, to go back to."""
        meeting = self._bridge.meeting
        if meeting is not None and change.planned_minutes is not None:
            before = meeting.plan.planned_minutes if self._length_before is None else self._length_before[0]
            self._length_before = (before, change.planned_minutes)
        self._bridge.change("length", change)
