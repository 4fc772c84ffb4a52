"""The facts of one person that invitation, papers and readiness ask for, saved as they are typed."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal

from netmoede_desktop.domain.cases.case_details import checked_birth_year
from netmoede_desktop.domain.dates.written_moment import read_day_near
from netmoede_desktop.domain.people.people import Network, Person, Role
from netmoede_desktop.domain.people.person_facts import Channel, Chooser, PersonFacts
from netmoede_desktop.domain.preparation.readiness.rule_input import NO_GUESTS
from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.gui.kit.dates.day_field import DayField
from netmoede_desktop.gui.kit.dates.written_day import FreeDays
from netmoede_desktop.gui.kit.fields.field_form import FieldForm
from netmoede_desktop.gui.kit.fields.field_spec import LineSpec, PickSpec, Reach, TickSpec
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.preparation.said_field import SaidField
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator, translatable
from netmoede_desktop.localization.network_wording import chooser_word
from netmoede_desktop.localization.refusal_wording import refusal_sentence

#: What this form sets; the rest of the facts belongs to the netværkskort.
_SET = (
    "phone",
    "mail",
    "address",
    "channel",
    "exempt",
    "language",
    "diet",
    "birth_year",
    "chosen_by",
    "approved_by",
    "why",
    "caseworker",
    "initiator",
    "cleared",
    "protected_checked",
)

#: The facts that have no field of their own name: the field that is focused for each.
_FOCUSED = {"approved_by": "approved_child"}

_CHANNELS = {
    Channel.DIGITAL_POST: translatable("Digital Post"),
    Channel.SECURE_MAIL: translatable("sikker mail"),
    Channel.LETTER: translatable("brev"),
    Channel.BY_HAND: translatable("i hånden"),
}


@dataclass(frozen=True, slots=True)
class FactsShown:
    """A person with their facts, and what the child is called."""

    person: Person
    facts: PersonFacts
    child: str = ""


def is_chosen(person: Person) -> bool:
    """Return True for somebody whom child, parents or sagsbehandler choose: who is not there by a task."""
    return person.role not in NO_GUESTS and person.role is not Role.AUTHORITY


def _channel_options(_: FactsShown, t: Translator) -> list[tuple[str, str]]:
    return [("", t.gettext("ved ikke")), *((one.value, t.gettext(label)) for one, label in _CHANNELS.items())]


def _chooser_options(shown: FactsShown, t: Translator) -> list[tuple[str, str]]:
    return [("", t.gettext("ved ikke")), *((one.value, chooser_word(one, shown.child, t)) for one in Chooser)]


def _approved(facts: PersonFacts, who: Chooser, *, approves: bool) -> PersonFacts:
    now = {*facts.approved_by, who} if approves else {*facts.approved_by} - {who}
    return replace(facts, approved_by=tuple(one for one in Chooser if one in now))


def _may_be_caseworker(shown: FactsShown) -> bool:
    return shown.person.network is Network.PROFESSIONAL or shown.person.role in (Role.LEADER, Role.AUTHORITY)


class FactsForm(FieldForm[FactsShown, PersonFacts]):
    """The form, below that of the person. It shows one person at a time; typed text of the one before is saved."""

    typed_of = Signal(str, object)
    """Emitted with the id of who is shown and their `PersonFacts` as typed, for `saved_into`."""

    phone = LineSpec[FactsShown, PersonFacts](
        label=translatable("Telefon"),
        get=lambda shown: shown.facts.phone,
        set=lambda facts, text: replace(facts, phone=text),
        privacy=Reach.NOWHERE,
    )
    mail = LineSpec[FactsShown, PersonFacts](
        label=translatable("Mail"),
        get=lambda shown: shown.facts.mail,
        set=lambda facts, text: replace(facts, mail=text),
        privacy=Reach.NOWHERE,
    )
    address = LineSpec[FactsShown, PersonFacts](
        label=translatable("Adresse"),
        get=lambda shown: shown.facts.address,
        set=lambda facts, text: replace(facts, address=text),
        privacy=Reach.NOWHERE,
    )
    channel = PickSpec[FactsShown, PersonFacts](
        label=translatable("Skrives til med"),
        options=_channel_options,
        get=lambda shown: shown.facts.channel or "",
        set=lambda facts, key: replace(facts, channel=Channel(key) if key else None),
        privacy=Reach.NOWHERE,
    )
    exempt = TickSpec[FactsShown, PersonFacts](
        label=translatable("Fritaget for Digital Post"),
        get=lambda shown: shown.facts.exempt,
        set=lambda facts, exempt: replace(facts, exempt=exempt),
        privacy=Reach.NOWHERE,
    )
    language = LineSpec[FactsShown, PersonFacts](
        label=translatable("Læser på"),
        placeholder=translatable("fx dansk"),
        get=lambda shown: shown.facts.language,
        set=lambda facts, text: replace(facts, language=text),
        privacy=Reach.NOWHERE,
    )
    diet = LineSpec[FactsShown, PersonFacts](
        label=translatable("Spiser ikke"),
        placeholder=translatable("fx nødder"),
        get=lambda shown: shown.facts.diet,
        set=lambda facts, text: replace(facts, diet=text),
        privacy=Reach.NOWHERE,
    )
    birth_year = LineSpec[FactsShown, PersonFacts](
        label=translatable("Fødselsår"),
        help=translatable("En tolk skal være fyldt 18 år."),
        placeholder=translatable("fx 1985"),
        get=lambda shown: "" if shown.facts.birth_year is None else str(shown.facts.birth_year),
        set=lambda facts, text: replace(facts, birth_year=int(text) if text.strip().isdecimal() else None),
        privacy=Reach.NOWHERE,
        when=lambda shown: shown.person.role is Role.INTERPRETER,
    )
    chosen_by = PickSpec[FactsShown, PersonFacts](
        label=translatable("Valgt af"),
        options=_chooser_options,
        get=lambda shown: shown.facts.chosen_by or "",
        set=lambda facts, key: replace(facts, chosen_by=Chooser(key) if key else None),
        privacy=Reach.NOWHERE,
        when=lambda shown: is_chosen(shown.person),
    )
    approved_child = TickSpec[FactsShown, PersonFacts](
        label=translatable("Barnet siger god for det"),
        get=lambda shown: Chooser.CHILD in shown.facts.approved_by,
        set=lambda facts, approves: _approved(facts, Chooser.CHILD, approves=approves),
        privacy=Reach.NOWHERE,
        when=lambda shown: is_chosen(shown.person),
    )
    approved_parents = TickSpec[FactsShown, PersonFacts](
        label=translatable("Forældrene siger god for det"),
        get=lambda shown: Chooser.PARENTS in shown.facts.approved_by,
        set=lambda facts, approves: _approved(facts, Chooser.PARENTS, approves=approves),
        privacy=Reach.NOWHERE,
        when=lambda shown: is_chosen(shown.person),
    )
    why = LineSpec[FactsShown, PersonFacts](
        label=translatable("I brevet: hvorfor er du med?"),
        get=lambda shown: shown.facts.why,
        set=lambda facts, text: replace(facts, why=text),
        privacy=Reach.PAPER,
        when=lambda shown: shown.person.role not in NO_GUESTS,
    )
    caseworker = TickSpec[FactsShown, PersonFacts](
        label=translatable("Er familiens sagsbehandler"),
        get=lambda shown: shown.facts.caseworker,
        set=lambda facts, caseworker: replace(facts, caseworker=caseworker),
        privacy=Reach.NOWHERE,
        when=_may_be_caseworker,
    )
    initiator = TickSpec[FactsShown, PersonFacts](
        label=translatable("Bad om mødet"),
        get=lambda shown: shown.facts.initiator,
        set=lambda facts, initiator: replace(facts, initiator=initiator),
        privacy=Reach.NOWHERE,
        when=lambda shown: shown.person.role not in (Role.CHILD, Role.INTERPRETER, Role.SCRIBE),
    )
    cleared_words = LineSpec[FactsShown, PersonFacts](
        label=translatable("Er det afklaret, at personen skal med? Skriv hvad I blev enige om"),
        placeholder=translatable("fx: Kommer kun til det første møde."),
        get=lambda shown: shown.facts.cleared.text,
        set=lambda facts, text: replace(facts, cleared=replace(facts.cleared, text=text)),
        privacy=Reach.NOWHERE,
        when=lambda shown: shown.person.role is Role.PROFESSIONAL,
    )

    def __init__(self, look: Look, t: Translator, today: Callable[[], date], free_days: FreeDays) -> None:
        """Make it; `free_days` gives the days off between two dates."""
        super().__init__("card", look, t, padding=14, spacing=10)
        self._t, self._today = t, today
        self._shown: FactsShown | None = None
        self._checked: date | None = None
        who, when = t.gettext("Hvem talte med personen?"), t.gettext("Afklaret")
        self.cleared = SaidField(who, when, look, t, today, free_days)
        self.cleared.lay_out(compact=True)
        self.protected_checked = DayField(
            t.gettext("Beskyttet adresse sidst set efter"), look, t, today, free_days, read=read_day_near
        )
        self._problem = Label("", Tone.ATTENTION)
        self._problem.hide()
        heading = t.gettext("Kontakt og aftaler")
        self.setAccessibleName(heading)
        self.column.addWidget(Label(heading, Tone.HEADING))
        self.lay_out_fields()
        for widget in (self.cleared, self.protected_checked, self._problem):
            self.column.addWidget(widget)
        self.cleared.changed.connect(self._save)
        self.protected_checked.changed.connect(self._save)
        self.changed.connect(lambda facts: self.typed_of.emit(self.person, facts))
        self.hide()

    @property
    def person(self) -> str:
        """The id of the person that is shown, "" where none is."""
        return "" if self._shown is None else self._shown.person.id

    def show_facts(self, shown: FactsShown | None, colleagues: Mapping[str, str]) -> None:
        """Show a person; text being typed of the same one stays. `colleagues` are those who may have asked, by name."""
        another = shown is None or shown.person.id != self.person
        if another:
            self.flush()
            self._reset()
        self._shown = shown
        self.setVisible(shown is not None)
        if shown is None:
            self.forget()
            return
        facts = shown.facts
        self.show_fields(shown, facts, another=another)
        self.cleared.setVisible(shown.person.role is Role.PROFESSIONAL)
        self.cleared.render(facts.cleared, colleagues)
        self.protected_checked.setVisible(shown.person.protected_address)
        if self.protected_checked.day == self._checked:  # a day that is being typed stays
            self.protected_checked.set_day(facts.protected_checked)
        self._checked = self.protected_checked.day

    def as_typed(self) -> PersonFacts | None:
        """Return the facts as typed; a year that cannot be is refused at its field, and the kept one stays."""
        before, typed = self._start, super().as_typed()
        if before is None or typed is None:
            return None
        refused = self._year_refused()
        self.show_problem("birth_year", refused)
        return replace(
            typed,
            birth_year=before.birth_year if refused else typed.birth_year,
            cleared=replace(self.cleared.typed, text=typed.cleared.text),
            protected_checked=self.protected_checked.day,
        )

    def typed(self) -> PersonFacts | None:
        """Return the typed facts and stop the delays; None if they equal the kept ones."""
        self.cleared.flush()
        return super().typed()

    @property
    def refused(self) -> bool:
        """Whether something typed cannot be kept."""
        return bool(self.problem_of("birth_year"))

    def show_refusal(self, sentence: str) -> None:
        """Say what could not be kept; nothing typed is lost."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def focus_on(self, name: str) -> None:
        """Focus the field of a fact."""
        if name == "cleared":
            self.cleared.when.line.setFocus(Qt.FocusReason.OtherFocusReason)
        elif name == "protected_checked":
            self.protected_checked.line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().focus_on(_FOCUSED.get(name, name))

    def clear_problem(self, name: str) -> None:
        """Clear the problem of the field, and of all of them."""
        super().clear_problem(name)
        self.show_refusal("")

    def _year_refused(self) -> str:
        try:
            checked_birth_year(self.birth_year.text(), self._today().year)
        except Refused as refused:
            return refusal_sentence(refused.code, refused.facts, {}, self._t)
        return ""

    def _reset(self) -> None:
        """Leave nothing of one person in the fields of the next."""
        self.show_refusal("")
        self.show_problem("birth_year", "")
        self.cleared.clear()
        self.protected_checked.clear()
        self._checked = None


def saved_into(kept: PersonFacts, typed: PersonFacts) -> PersonFacts:
    """Return the kept facts with those that were typed in this form."""
    values: dict[str, Any] = {name: getattr(typed, name) for name in _SET}
    return replace(kept, **values)


def first_to_ask(field: str, people: Collection[Person], facts: Callable[[str], PersonFacts]) -> Person | None:
    """Return whom a rule about this fact asks of: the first without it, else the first who has the field at all."""
    having = [person for person in people if _has(field, person)]
    open_ones = [person for person in having if not _known(field, facts(person.id))]
    return next(iter((*open_ones, *having)), None)


def _has(field: str, person: Person) -> bool:
    if field == "protected_checked":
        return person.protected_address
    spec = FactsForm.specs()["cleared_words" if field == "cleared" else _FOCUSED.get(field, field)]
    asked = person.role not in (Role.CHILD, Role.LEADER, Role.INTERPRETER) or field not in ("phone", "channel")
    return asked and (spec.when is None or spec.when(FactsShown(person, PersonFacts())))


def _known(field: str, facts: PersonFacts) -> bool:
    if field == "phone":
        return bool(facts.phone or facts.mail or facts.address)
    if field == "cleared":
        return bool(facts.why.strip()) or facts.cleared.known
    return bool(getattr(facts, field))
