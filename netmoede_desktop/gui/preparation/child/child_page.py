"""The step of the child: its own words, those not to be said, when it wants to speak, and who is there for it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from netmoede_desktop.domain.people.people import ChildPlace
from netmoede_desktop.domain.preparation.known_facts import KnownFacts
from netmoede_desktop.gui.kit.dates.written_day import FreeDays
from netmoede_desktop.gui.kit.fields.child_place import ChildPlaceChoice
from netmoede_desktop.gui.kit.layout.frames import Surface
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.kit.text.notices import Notice, NoticeKind
from netmoede_desktop.gui.preparation.bridge.preparation_bridge import PreparationBridge
from netmoede_desktop.gui.preparation.child.child_form import ChildForm, ChildShown
from netmoede_desktop.gui.preparation.said_field import SaidField
from netmoede_desktop.gui.preparation.step_page import StepPage
from netmoede_desktop.gui.preparation.wording import child_of, named_people, people_by_name
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.preparation.edit_plan import Editable, PlannedMeeting

_COMPACT = 520
_HERE = "child"


class ChildPage(StepPage):
    """The talk with the child before this meeting, and what came of it."""

    def __init__(
        self,
        bridge: PreparationBridge,
        look: Look,
        t: Translator,
        today: Callable[[], date],
        free_days: FreeDays,
    ) -> None:
        """Make it; `free_days` gives the days off between two dates."""
        super().__init__("", "", bridge, look, t)
        self._meeting: PlannedMeeting | None = None
        self.notice = Notice(look, NoticeKind.ATTENTION)
        self.form = ChildForm(look, t)
        self.talk = SaidField("", t.gettext("Samtalen var"), look, t, today, free_days)
        self.place = ChildPlaceChoice(look, t)
        self._nobody = Label("", Tone.MUTED)
        self.told = SaidField(t.gettext("Hvem fortalte det?"), t.gettext("Hvornår?"), look, t, today, free_days)
        self._bisidder = Label("", Tone.HEADING)
        self._build()
        self._connect()

    def _build(self) -> None:
        look, t = self._look, self._t
        told = Surface("card", look, padding=20, spacing=12)
        told.setAccessibleName(t.gettext("Bisidder"))
        told.column.addWidget(self._bisidder)
        about = t.gettext("Fortæl det, og skriv, hvem der gjorde det, og hvornår. En bisidder er mindst 15 år.")
        told.column.addWidget(Label(about, Tone.MUTED))
        told.column.addWidget(self.told)
        self.form.talk.column.insertWidget(0, self.talk)
        self.form.order.column.insertWidget(0, self.place)
        self.form.order.column.insertWidget(1, self._nobody)
        for piece in (self.notice, self.form, told):
            self.column.addWidget(piece)
        self.column.addStretch(1)
        self.form.set_tab_order(self.talk, self.place)

    def _connect(self) -> None:
        self.form.changed.connect(lambda _: self._bridge.change_facts(_HERE, self._change()))
        for said in (self.talk, self.told):
            said.changed.connect(lambda: self._bridge.change_facts(_HERE, self._change()))
        self.place.chosen.connect(self._choose_place)

    def render(self, meeting: PlannedMeeting) -> None:  # type: ignore[override]
        """Show the answers for this meeting; those before the last one are shown grey."""
        another = self._meeting is None
        self._meeting = meeting
        plan, t = meeting.plan, self._t
        child = child_of(plan)
        name = plan.child if child is None else child.called
        self.notice.show_text("")
        self.ask(
            t.gettext("Hvad siger {name} selv?").format(name=name),
            t.gettext("Tal alene med {name} før hvert møde. Skriv barnets egne ord.").format(name=name),
        )
        self._show_answers(meeting, name, another=another)
        self._show_place(meeting, name)
        open_to_change = meeting.editable is not Editable.NOTHING
        for piece in (self.form, self.talk, self.told):
            piece.setEnabled(open_to_change)
        self.place.setEnabled(meeting.editable is Editable.ALL)

    def show_refusal(self, where: str, sentence: str) -> None:
        """Say what could not be kept; nothing typed is lost."""
        if where == _HERE:
            self.notice.show_text(sentence)

    def save(self) -> bool:
        """Save the typed values now; return False when refused."""
        meeting = self._meeting
        if meeting is None or meeting.editable is Editable.NOTHING:
            return True
        for waiting in (self.form, self.talk, self.told):
            waiting.flush()
        change = self._change()
        return change(meeting.facts) == meeting.facts or self._bridge.change_facts_now(_HERE, change)

    def focus_first(self) -> None:
        """The day of the talk."""
        self.talk.when.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_on(self, field: str) -> None:
        """Focus a field by the name of its fact: of the talk, `bisidder`, or the child's `place` in the order."""
        if field == "bisidder":
            self.told.who.choice.setFocus(Qt.FocusReason.OtherFocusReason)
        elif field == "place":
            self.place.chips.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        elif field in ChildForm.specs():
            self.form.focus_on(field)
        else:
            self.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the fields under each other where there is little room."""
        super().resizeEvent(event)
        compact = self._look.units(self.width()) < _COMPACT
        for piece in (self.form, self.talk, self.told):
            piece.lay_out(compact=compact)

    def _show_answers(self, meeting: PlannedMeeting, name: str, *, another: bool) -> None:
        plan, facts, t = meeting.plan, meeting.facts.meeting, self._t
        people, by_name = named_people(plan, t), people_by_name(plan, t)
        self.talk.who.set_label(t.gettext("Hvem talte med {name}?").format(name=name))
        self.talk.render(facts.child.talk, by_name)
        self.form.show_talk(ChildShown(facts.child, meeting.before.child, name, people), another=another)
        self._bisidder.setText(t.gettext("Ved {name}, at man må tage en bisidder med?").format(name=name))
        self.told.render(facts.bisidder_told, by_name)

    def _show_place(self, meeting: PlannedMeeting, name: str) -> None:
        plan, t = meeting.plan, self._t
        child, people = child_of(plan), named_people(plan, t)
        speakers = {person.id: people[person.id] for person in plan.people if person.has_turn and person.id in people}
        self.place.setVisible(child is not None)
        self._nobody.setVisible(child is None)
        self._nobody.setText(
            t.gettext("Sæt {name} på listen under Deltagere. Så kan I vælge, hvornår {name} vil tale.").format(
                name=name
            )
        )
        label = t.gettext("Hvornår vil {name} tale?").format(name=name)
        self.place.render(label, None if child is None else child.place, speakers)

    def _change(self) -> Callable[[KnownFacts], KnownFacts]:
        """Return a change that puts the typed values into whatever is saved by then."""
        meeting = self._meeting
        typed = self.form.as_typed()
        if meeting is None or typed is None:
            return lambda facts: facts
        child, told = replace(typed, talk=self.talk.typed), self.told.typed

        def change(facts: KnownFacts) -> KnownFacts:
            return replace(facts, meeting=replace(facts.meeting, child=child, bisidder_told=told))

        return change

    def _choose_place(self, place: ChildPlace | None) -> None:
        child = None if self._meeting is None else child_of(self._meeting.plan)
        if child is not None:
            self._bridge.put(_HERE, replace(child, place=place))
