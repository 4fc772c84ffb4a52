"""The step of the frame: where the meeting is held, what there is to eat, the tolk, and who cannot be in one room."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from netmoede_desktop.domain.cases.case_details import read_birth_year
from netmoede_desktop.domain.cases.case_facts import CaseFacts
from netmoede_desktop.domain.preparation.known_facts import KnownFacts
from netmoede_desktop.domain.preparation.meeting_facts import Apart, MeetingFacts, Room, Separation
from netmoede_desktop.domain.preparation.rooms import dinner_due, may_interpret, same_place, seated_apart
from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.gui.kit.dates.written_day import FreeDays
from netmoede_desktop.gui.kit.layout.frames import Surface
from netmoede_desktop.gui.kit.layout.tab_order import set_tab_order
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.kit.text.notices import Notice, NoticeKind
from netmoede_desktop.gui.preparation.bridge.preparation_bridge import PreparationBridge
from netmoede_desktop.gui.preparation.frame.apart_card import ApartCard
from netmoede_desktop.gui.preparation.frame.frame_form import FrameForm, FrameTyped, typed_of
from netmoede_desktop.gui.preparation.frame.rooms_card import RoomsCard
from netmoede_desktop.gui.preparation.said_field import SaidField
from netmoede_desktop.gui.preparation.step_page import StepPage
from netmoede_desktop.gui.preparation.wording import named_people, people_by_name
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.wording.meeting_wording import joined
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import clock, full_date, sentence_case
from netmoede_desktop.localization.refusal_wording import refusal_sentence
from netmoede_desktop.services.preparation.edit_plan import Editable, MeetingChange, PlannedMeeting
from netmoede_desktop.services.preparation.room_register import with_room

_COMPACT = 520
#: From this scale on, in per cent, a place is a card.
_LARGE = 175
_HERE, _REGISTER = "frame", "register"
_TOLK = ("language", "name", "birth_year", "family")


class FramePage(StepPage):
    """Place, food, tolk, and two people apart."""

    def __init__(
        self,
        bridge: PreparationBridge,
        look: Look,
        t: Translator,
        today: Callable[[], date],
        free_days: FreeDays,
    ) -> None:
        """Make it; `free_days` gives the days off between two dates."""
        super().__init__(t.gettext("Hvor mødes I, og hvad skal der være?"), "", bridge, look, t)
        self._meeting: PlannedMeeting | None = None
        self.notice = Notice(look, NoticeKind.ATTENTION)
        self.rooms = RoomsCard(look, t)
        self.form = FrameForm(look, t)

        def said(who: str, when: str) -> SaidField:
            return SaidField(who, when, look, t, today, free_days)

        self.ordered = said(t.gettext("Hvem har bestilt maden?"), t.gettext("Bestilt"))
        self.evening = said(t.gettext("Hvem har aftalt arbejdstiden om aftenen?"), t.gettext("Aftalt"))
        self.tolk_asked = said(t.gettext("Hvem har spurgt?"), t.gettext("Spurgt"))
        self.tolk_ordered = said(t.gettext("Hvem har bestilt tolken?"), t.gettext("Bestilt"))
        self.apart = ApartCard(said(t.gettext("Hvem har spurgt alle?"), t.gettext("Spurgt")), look, t)
        self._dinner, self._diets = Label("", Tone.MUTED), Label("")
        self._tolk = Label("", Tone.MUTED)
        self._saids = (self.ordered, self.evening, self.tolk_asked, self.tolk_ordered, self.apart.asked)
        self._build()
        self._connect()

    def _build(self) -> None:
        look, t = self._look, self._t
        food, tolk = Surface("card", look, padding=16, spacing=10), Surface("card", look, padding=16, spacing=10)
        food.setAccessibleName(t.gettext("Mad"))
        tolk.setAccessibleName(t.gettext("Tolk"))
        self.form.place_into(self.rooms, "comes_here")
        food.column.addWidget(Label(t.gettext("Mad"), Tone.HEADING))
        food.column.addWidget(self._dinner)
        self.form.place_into(food, "dinner")
        for widget in (self._diets, self.ordered, self.evening):
            food.column.addWidget(widget)
        tolk.column.addWidget(Label(t.gettext("Tolk"), Tone.HEADING))
        self.form.place_into(tolk, "needed")
        tolk.column.addWidget(self.tolk_asked)
        self.form.place_into(tolk, *_TOLK)
        tolk.column.addWidget(self._tolk)
        tolk.column.addWidget(self.tolk_ordered)
        for card in (self.notice, self.rooms, food, tolk, self.apart):
            self.column.addWidget(card)
        self.column.addStretch(1)
        self.form.setParent(self)
        self.form.hide()
        boxes = [self.form.box_of(name) for name in _TOLK]
        rooms = (self.rooms, self.form.box_of("dinner"), self.ordered, self.evening, self.form.box_of("needed"))
        set_tab_order(*rooms, self.tolk_asked, *boxes, self.tolk_ordered, self.apart)

    def _connect(self) -> None:
        self.rooms.chosen.connect(self._choose)
        self.rooms.typed.connect(self._put_room)
        self.form.changed.connect(self._save_form)
        self.apart.changed.connect(self._save_apart)
        for said in self._saids:
            said.changed.connect(self._save_saids)

    def render(self, meeting: PlannedMeeting) -> None:  # type: ignore[override]
        """Show the frame as it suits time and people."""
        another = self._meeting is None
        self._meeting = meeting
        plan, facts, t = meeting.plan, meeting.facts.meeting, self._t
        count = len(plan.people)
        lead = t.ngettext(
            "Et sted, hvor ingen er på hjemmebane. {day} kl. {starts} – {ends}, {n} deltager.",
            "Et sted, hvor ingen er på hjemmebane. {day} kl. {starts} – {ends}, {n} deltagere.",
            count,
        )
        day = sentence_case(full_date(plan.starts.date(), t))
        self.ask(
            t.gettext("Hvor mødes I, og hvad skal der være?"),
            lead.format(day=day, starts=clock(plan.starts), ends=clock(meeting.ends), n=count),
        )
        self.notice.show_text("")
        self.rooms.render(meeting)
        typed = typed_of(plan, facts)
        self.form.show_fields(typed, typed, another=another)
        self.form.box_of("comes_here").setVisible(bool(plan.place))
        self._show_food(meeting)
        self._show_tolk(typed, facts)
        by_name = people_by_name(plan, t)
        shown = (facts.food_ordered, facts.evening, facts.interpreter.asked, facts.interpreter.ordered)
        for field, said in zip(self._saids, (*shown, facts.apart_asked), strict=True):
            field.render(said, by_name)
        self.apart.render(facts, named_people(plan, t, children=True))
        self._enable(open_to_change=meeting.editable is not Editable.NOTHING)

    def show_refusal(self, where: str, sentence: str) -> None:
        """Say what could not be kept; nothing typed is lost."""
        if where == _REGISTER:
            self.rooms.show_problem("", sentence)
        elif where == _HERE:
            self.notice.show_text(sentence)

    def save(self) -> bool:
        """Save the typed values now; return False when refused."""
        meeting = self._meeting
        if meeting is None or meeting.editable is Editable.NOTHING:
            return True
        try:
            room = self.rooms.typed_room()
        except Refused as refused:
            self.rooms.show_problem(refused.code, refusal_sentence(refused.code, refused.facts, {}, self._t))
            return False
        if room is not None and not self._bridge.change_room_now(_REGISTER, *room):
            return False
        typed = self.form.typed()
        try:
            change = self._change(typed)
        except Refused as refused:
            self._say_year(refused)
            return False
        if typed is not None and typed.language.strip() != meeting.plan.interpreter_language:
            self._bridge.change_now(_HERE, MeetingChange(interpreter_language=typed.language))
        for said in self._saids:
            said.flush()
        kept = self._bridge.meeting.facts if self._bridge.meeting is not None else meeting.facts
        return change(kept) == kept or self._bridge.change_facts_now(_HERE, change)

    def focus_first(self) -> None:
        """The place that is chosen."""
        self.rooms.focus_first()

    def focus_on(self, field: str) -> None:
        """Focus a field by the name of its fact."""
        other = Qt.FocusReason.OtherFocusReason
        saids = {"food_ordered": self.ordered, "evening": self.evening, "interpreter_ordered": self.tolk_ordered}
        fields = {"dinner": "dinner", "interpreter": "needed", "interpreter_birth_year": "birth_year"}
        if field in saids:
            saids[field].when.line.setFocus(other)
        elif field == "apart":
            self.apart.chips.stop.setFocus(other)
        elif field in fields:
            self.form.focus_on(fields[field])
        elif field in ("room_kind", "capacity", "evening_until"):
            self.rooms.edit_chosen("kind" if field == "room_kind" else field)
        else:
            self.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Show places as cards, and fields under each other, where there is little room."""
        super().resizeEvent(event)
        compact = self._look.units(self.width()) < _COMPACT
        self.rooms.lay_out(compact=compact or self._look.px(100) >= _LARGE)
        for said in self._saids:
            said.lay_out(compact=compact)

    # -- what is shown

    def _show_food(self, meeting: PlannedMeeting) -> None:
        t, plan = self._t, meeting.plan
        due = dinner_due(plan.starts, meeting.ends)
        self._dinner.setText(
            t.gettext("Mødet er om aftenen: der skal være aftensmad til alle.")
            if due
            else t.gettext("Aftensmad er ikke et krav.")
        )
        self._dinner.set_tone(Tone.ATTENTION if due and not meeting.facts.meeting.dinner else Tone.MUTED)
        self.evening.setVisible(due)
        eats = [(p.called, meeting.facts.person(p.id).diet) for p in sorted(plan.people, key=lambda one: one.seat)]
        diets = [t.gettext("{name}: {diet}").format(name=name, diet=diet) for name, diet in eats if diet]
        self._diets.setText(t.gettext("Spiser ikke alt – {people}").format(people=joined(diets, t)) if diets else "")
        self._diets.setVisible(bool(diets))

    def _show_tolk(self, typed: FrameTyped, facts: MeetingFacts) -> None:
        t = self._t
        year = self._meeting.plan.starts.year if self._meeting is not None else 0
        wrong = bool(typed.needed) and may_interpret(facts.interpreter, year) is False
        never = t.gettext("Et barn eller familien må aldrig tolke.")
        self._tolk.setText(t.gettext("Et barn eller familien må aldrig tolke. Find en anden tolk.") if wrong else never)
        self._tolk.set_tone(Tone.ATTENTION if wrong else Tone.MUTED)
        self.tolk_ordered.setVisible(bool(typed.needed))
        self.tolk_asked.setVisible(typed.needed is not None)

    def _enable(self, *, open_to_change: bool) -> None:
        for name in FrameForm.specs():
            self.form.box_of(name).setEnabled(open_to_change)
        self.form.setEnabled(open_to_change)
        self.apart.setEnabled(open_to_change)
        for said in self._saids:
            said.setEnabled(open_to_change)

    # -- what is typed

    def _choose(self, room: Room) -> None:
        self._bridge.change_facts(_HERE, lambda facts: with_room(facts, room))

    def _put_room(self, number: int, room: Room | None) -> None:
        meeting = self._meeting
        first = meeting is not None and number == len(meeting.rooms) and not meeting.plan.place
        self._bridge.change_room(_REGISTER, number, room)
        if room is not None and first:
            self._choose(room)

    def _save_form(self, typed: FrameTyped) -> None:
        meeting = self._meeting
        if meeting is None:
            return
        if typed.needed is not None and meeting.facts.meeting.interpreter.needed is None:
            self.tolk_asked.begin_today()
        try:
            self._bridge.change_facts(_HERE, self._change(typed))
        except Refused as refused:
            self._say_year(refused)
        if typed.language.strip() != meeting.plan.interpreter_language:
            self._bridge.change(_HERE, MeetingChange(interpreter_language=typed.language))

    def _save_saids(self) -> None:
        self._bridge.change_facts(_HERE, self._change(None))

    def _save_apart(self) -> None:
        self._bridge.change_facts(_HERE, self._change(None))
        meeting = self._meeting
        far = [pair for pair in self.apart.typed(MeetingFacts()).apart if pair.way_out is Separation.FAR_APART]
        if meeting is not None and meeting.editable is Editable.ALL and far:
            self._seat_apart(meeting, far[-1])

    def _seat_apart(self, meeting: PlannedMeeting, pair: Apart) -> None:
        order = tuple(person.id for person in sorted(meeting.plan.people, key=lambda one: one.seat))
        seated = seated_apart(order, pair.one, pair.other)
        if seated != order:
            self._bridge.seat(_HERE, seated)

    def _change(self, typed: FrameTyped | None) -> Callable[[KnownFacts], KnownFacts]:
        """Return a change that puts the typed values into whatever is saved by then. Raises `Refused` for the year."""
        year = None if typed is None else read_birth_year(typed.birth_year)
        ordered, evening, tolk_asked, tolk_ordered, _ = (said.typed for said in self._saids)

        def change(facts: KnownFacts) -> KnownFacts:
            meeting = self.apart.typed(replace(facts.meeting, food_ordered=ordered, evening=evening))
            tolk = replace(meeting.interpreter, asked=tolk_asked, ordered=tolk_ordered)
            case = facts.case
            if typed is not None:
                tolk = replace(tolk, needed=typed.needed, name=typed.name, birth_year=year, family=typed.family)
                room = replace(meeting.room, family_comes_here=typed.comes_here)
                meeting = replace(meeting, dinner=typed.dinner, room=room)
                case = _with_place(case, room.name, comes=typed.comes_here is True)
            return replace(facts, case=case, meeting=replace(meeting, interpreter=tolk))

        return change

    def _say_year(self, refused: Refused) -> None:
        self.form.show_problem("birth_year", refusal_sentence(refused.code, refused.facts, {}, self._t))


def _with_place(case: CaseFacts, place: str, *, comes: bool) -> CaseFacts:
    """The sag with this place among those where the family comes for other meetings, or without it."""
    others = tuple(one for one in case.family_places if not same_place(one, place))
    return replace(case, family_places=(*others, place) if comes and place else others)
