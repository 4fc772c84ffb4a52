"""The step of the people: who is to come. One by Enter, many by a list; everything about one of them at the side."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut

from netmoede_desktop.domain.methods.speaking_order import parties_of
from netmoede_desktop.domain.people.people import Person, Role, display_names
from netmoede_desktop.domain.people.person_details import entered_person
from netmoede_desktop.domain.people.person_facts import PersonFacts
from netmoede_desktop.domain.preparation.known_facts import KnownFacts
from netmoede_desktop.gui.kit.dates.written_day import FreeDays
from netmoede_desktop.gui.kit.layout.frames import row
from netmoede_desktop.gui.kit.layout.tab_order import set_tab_order
from netmoede_desktop.gui.kit.lists.value_table import Cell, Column, Row, ValueTable
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.kit.text.notices import Notice
from netmoede_desktop.gui.preparation.bridge.preparation_bridge import PreparationBridge
from netmoede_desktop.gui.preparation.network.network_view import WHERE, NetworkView
from netmoede_desktop.gui.preparation.network.people_history import PeopleHistory
from netmoede_desktop.gui.preparation.network.people_views import PeopleViews
from netmoede_desktop.gui.preparation.people.adding import AddLine, KnownPeople, ListPanel
from netmoede_desktop.gui.preparation.people.facts_form import FactsForm, FactsShown, first_to_ask, saved_into
from netmoede_desktop.gui.preparation.people.people_typing import ListedPerson
from netmoede_desktop.gui.preparation.people.person_form import PersonForm
from netmoede_desktop.gui.preparation.step_page import StepPage
from netmoede_desktop.gui.preparation.wording import people_by_name
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.wording.office_wording import place_label, role_label, roles_to_choose
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.preparation.edit_plan import Editable, PlannedMeeting

_COMPACT = 520
_FACTS = "facts"
#: The facts a rule leads to that are typed of one person.
_OF_A_PERSON = frozenset(
    {
        "approved_by",
        "caseworker",
        "channel",
        "chosen_by",
        "cleared",
        "initiator",
        "language",
        "phone",
        "protected_checked",
        "why",
    }
)


class PeoplePage(StepPage):
    """The people in the order of the table."""

    def __init__(
        self,
        bridge: PreparationBridge,
        look: Look,
        t: Translator,
        today: Callable[[], date],
        free_days: FreeDays,
    ) -> None:
        """Make it; `free_days` gives the days off between two dates."""
        lead = t.gettext("Bestem deltagerne sammen med barnet og forældrene. Alle er lige vigtige i mødet.")
        super().__init__(t.gettext("Hvem skal med?"), lead, bridge, look, t)
        self._asked, self._led = self.question.text(), lead
        self._meeting: PlannedMeeting | None = None
        self._names: dict[str, str] = {}
        self._added: set[str] = set()
        self._gone = ""
        self.adding = AddLine(look, t)
        self.listing = ListPanel(look, t)
        self.known = KnownPeople(look, t)
        self.notice = Notice(look)
        columns = (
            Column(t.gettext("Navn"), 3),
            Column(t.gettext("Relation til barnet"), 2),
            Column(t.gettext("Rolle"), from_width=420),
            Column(t.gettext("Bemærk"), 2, from_width=560, spare=True),
        )
        self.table = ValueTable(t.gettext("Deltagere"), columns, look)
        self._empty = Label(t.gettext("Skriv det første navn, og tryk Enter. Begynd med barnet."), Tone.MUTED)
        self.form = PersonForm(look, t)
        self.facts = FactsForm(look, t, today, free_days)
        self.network = NetworkView(bridge, look, t)
        self.views = PeopleViews(self.network, self.form, look, t)
        self.views.add_below_form(self.facts)
        self.aside = self.views.aside
        self._history = PeopleHistory()
        self.column.removeWidget(self.question)
        self.column.insertLayout(0, row(self.question, self.views.switch))
        self.column.addWidget(self.notice)
        for widget in (self.adding, self.listing, self.known, self.table, self._empty):
            self.views.add_to_list(widget)
        self.column.addWidget(self.views, 1)
        self._undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        self._undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._connect()

    def _connect(self) -> None:
        self.adding.asked.connect(self._add)
        self.adding.list_asked.connect(self._open_list)
        self.listing.asked.connect(self._add_list)
        self.listing.left.connect(self._close_list)
        self.known.asked.connect(lambda person: self._bridge.invite("adding", (person,)))
        self.table.selected.connect(self._select)
        self.table.removed.connect(self._remove)
        self.form.changed.connect(lambda person: self._bridge.put("person", person))
        self.facts.typed_of.connect(lambda key, facts: self._bridge.change_facts(_FACTS, _with_facts(key, facts)))
        self.form.remove_asked.connect(self._remove)
        self._bridge.known.connect(self._show_known)
        self._show_known(self._bridge.others)
        self._bridge.removed.connect(self._show_removed)
        self.notice.acted.connect(self._put_back)
        self._undo.activated.connect(self.undo)
        self.network.new_person_asked.connect(self._ask_new_person)
        self.network.list_asked.connect(self._show_listed)
        self.views.changed.connect(self._show_words)

    def render(self, meeting: PlannedMeeting) -> None:  # type: ignore[override]
        """Show the people; two who are called the same are told apart at once."""
        self._meeting = meeting
        self._history.show(meeting, here=self.isVisible())
        self.network.render(meeting, self._bridge.others)
        self.views.follow(
            self.network.placed, compact=self._look.compact(self.window().width(), self.window().height())
        )
        people = sorted(meeting.plan.people, key=lambda person: person.seat)
        self._names = display_names(people)
        self.table.render([self._row(person) for person in people])
        self.table.fit_height(max(len(people), 1))
        self.table.setVisible(bool(people))
        self._empty.setVisible(not people)
        roles = roles_to_choose(meeting.plan.method.roles)
        self.adding.set_roles(roles)
        for adding in (self.adding, self.listing):
            adding.set_child(meeting.plan.child)
        self.form.set_speakers({person.id for person in people if person.has_turn})
        self.form.set_parties(parties_of(meeting.plan.method))
        self._show_form(self.table.key, roles)
        open_to_change = meeting.editable is Editable.ALL
        for widget in (self.adding, self.form, self.facts, self.known, self.network, self.network.card):
            widget.setEnabled(open_to_change)
        added = self._added & self._names.keys()
        if added:
            self._added = set()
            if self.listing.isHidden():
                self.adding.clear()
                self.table.select(added.pop())
            else:
                self.listing.clear()
                self._close_list()

    def show_refusal(self, where: str, sentence: str) -> None:
        """Show the problem at the form it came from."""
        if where == "person":
            self.form.show_refusal(sentence)
        elif where == _FACTS:
            self.facts.show_refusal(sentence)
        elif where == "adding":
            self._added = set()
            (self.adding if self.listing.isHidden() else self.listing).show_problem(sentence)
        elif where == WHERE:
            self._history.undo_refused()
            self.notice.show_text(sentence)
            if self._meeting is not None:
                self.network.render(self._meeting, self._bridge.others)

    def undo(self) -> None:
        """Go back to the people and facts before the last change that was made on this page."""
        self.network.card.flush()
        before = self._history.undo()
        if before is not None:
            self._bridge.restore(WHERE, before)

    def save(self) -> bool:
        """Save the typed values of a person now; return False when refused."""
        self.network.card.flush()
        person = self.form.typed()
        if person is not None and not self._bridge.put_now("person", person):
            return False
        key, facts = self.facts.person, self.facts.typed()
        if facts is not None and not self._bridge.change_facts_now(_FACTS, _with_facts(key, facts)):
            return False
        return not self.facts.refused

    def focus_first(self) -> None:
        """The name of the next one, or the first seat of the map."""
        if self.views.on_map:
            self.network.focus_first()
        else:
            self.adding.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_on(self, field: str) -> None:
        """Focus a fact of the first person without it; else the name of the next one."""
        people = () if self._meeting is None else sorted(self._meeting.plan.people, key=lambda one: one.seat)
        self.views.show_list()
        if self._meeting is not None and field in _OF_A_PERSON:
            asked = first_to_ask(field, people, self._meeting.facts.person)
            if asked is not None:
                self.table.select(asked.id)
                self.facts.focus_on(field)
                return
        self.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the fields under each other where there is little room."""
        super().resizeEvent(event)
        self.adding.lay_out(compact=self._look.units(self.width()) < _COMPACT)

    def _show_known(self, people: Sequence[Person]) -> None:
        self.known.show_people(people)
        self._history.show_known(people)
        if self._meeting is not None:
            self.network.render(self._meeting, people)
        set_tab_order(self.views.switch, self.notice, self.adding, self.listing, self.known, self.table, self.network)

    def _show_words(self) -> None:
        """Show the question and the lead that go with the map or the list."""
        t, on_map = self._t, self.views.on_map
        child = self._meeting.plan.child if self._meeting is not None else ""
        name = child or t.gettext("barnet")
        self.question.setText(t.gettext("Hvem er om {child}?").format(child=name) if on_map else self._asked)
        told = t.gettext("Jo tættere på midten, jo oftere ses de. Lav det sammen med {child} og forældrene.")
        self.lead.setText(told.format(child=name) if on_map else self._led)

    def _show_listed(self) -> None:
        self.views.show_list()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_new_person(self) -> None:
        self.views.show_list()
        self.focus_first()

    def _row(self, person: Person) -> Row:
        cells = (
            Cell(self._told_apart(person), Tone.STRONG),
            Cell(person.relation, Tone.MUTED),
            Cell(role_label(person.role, self._t)),
            Cell(self._marks(person), Tone.MUTED),
        )
        return Row(person.id, cells)

    def _told_apart(self, person: Person) -> str:
        """The full name, and the name that is shown in the meeting where it is not the beginning of it."""
        shown = self._names[person.id]
        return person.name if person.name.startswith(shown) else f"{person.name} ({shown})"

    def _marks(self, person: Person) -> str:
        t = self._t
        marks = []
        if person.protected_address:
            marks.append(t.gettext("beskyttet adresse"))
        if person.party is not None:
            marks.append(t.gettext("også {role}").format(role=role_label(person.party, t)))
        if person.through_interpreter:
            marks.append(t.gettext("gennem tolk"))
        if person.supports in self._names:
            marks.append(t.gettext("støtter {name}").format(name=self._names[person.supports]))
        if person.place is not None:
            marks.append(place_label(person.place, self._names, t))
        if not person.receives_minutes:
            marks.append(t.gettext("får ikke referatet"))
        return " · ".join(marks)

    def _select(self, key: str) -> None:
        roles = () if self._meeting is None else self._meeting.plan.method.roles
        self._show_form(key, roles_to_choose(roles))

    def _show_form(self, key: str, roles: Sequence[Role]) -> None:
        people = () if self._meeting is None else self._meeting.plan.people
        person = next((one for one in people if one.id == key), None)
        self.form.show_person(person, self._names, roles)
        if self._meeting is None or person is None:
            self.facts.show_facts(None, {})
            return
        plan = self._meeting.plan
        shown = FactsShown(person, self._meeting.facts.person(person.id), plan.child)
        self.facts.show_facts(shown, people_by_name(plan, self._t))

    def _add(self, listed: ListedPerson) -> None:
        person = self._person(listed)
        self._added = {person.id}
        self._bridge.put("adding", person)

    def _open_list(self, text: str) -> None:
        self.adding.hide()
        self.listing.open_with(text)

    def _close_list(self) -> None:
        self.listing.hide()
        self.adding.show()
        self.focus_first()

    def _add_list(self, listed: Sequence[ListedPerson]) -> None:
        people = [self._person(one) for one in listed]
        self._added = {person.id for person in people}
        self._bridge.put("adding", *people)

    def _person(self, listed: ListedPerson) -> Person:
        return entered_person(self._bridge.new_id(), listed.name, listed.role, listed.relation)

    def _remove(self, person: str) -> None:
        self._bridge.remove("person", person)

    def _show_removed(self, person: Person) -> None:
        self._gone = person.id
        sentence = self._t.gettext("{name} er fjernet fra listen.").format(name=person.name)
        self.notice.show_text(sentence, action=self._t.gettext("Fortryd"))

    def _put_back(self) -> None:
        self.notice.show_text("")
        self._bridge.put_back("person", self._gone)


def _with_facts(key: str, typed: PersonFacts) -> Callable[[KnownFacts], KnownFacts]:
    """Return a change that puts the typed facts of a person into those saved by then."""
    return lambda known: known.with_person(key, saved_into(known.person(key), typed))
