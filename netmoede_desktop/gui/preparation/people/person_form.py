"""Everything about one person in the meeting, saved as it is typed. A field is declared once, in `PersonForm`."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal

from netmoede_desktop.domain.people.people import ChildPlace, Person, Role
from netmoede_desktop.domain.people.person_details import receives_minutes_by_default
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.fields.child_place import ChildPlaceChoice
from netmoede_desktop.gui.kit.fields.field_form import FieldForm
from netmoede_desktop.gui.kit.fields.field_spec import BoundField, FieldSpec, LineSpec, PickSpec, Reach, TickSpec
from netmoede_desktop.gui.kit.layout.frames import row
from netmoede_desktop.gui.kit.text.elided_label import ElidedLabel
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.wording.office_wording import role_label
from netmoede_desktop.localization.catalogue import Translator, translatable


@dataclass(frozen=True, slots=True)
class PersonShown:
    """A person, and what of the meeting their fields choose from: names by id, roles, who has a turn.

    `parties` are as what a mødeleder can also take part with a turn in this method, none where they cannot.
    """

    person: Person
    names: Mapping[str, str]
    roles: Sequence[Role]
    parties: Sequence[Role]
    speakers: Collection[str]

    @property
    def shown_name(self) -> str:
        """The name that tells the person apart."""
        return self.names.get(self.person.id, self.person.called)

    @property
    def others(self) -> Mapping[str, str]:
        """The names of everybody else, by id."""
        return {key: name for key, name in self.names.items() if key != self.person.id}


@dataclass(frozen=True, kw_only=True, eq=False)
class _Place(FieldSpec[PersonShown, Person, ChildPlace | None, ChildPlaceChoice]):
    """The child's place among those who speak; the label asks the child by name."""

    def bind(self, look: Look, t: Translator) -> BoundField[PersonShown, Person]:
        choice = ChildPlaceChoice(look, t)

        def show(shown: PersonShown) -> None:
            label = t.gettext(self.label).format(name=shown.shown_name)
            speakers = {key: name for key, name in shown.others.items() if key in shown.speakers}
            choice.render(label, self.get(shown), speakers)

        return BoundField(
            editor=choice,
            box=choice,
            show=show,
            put=lambda person: self.set(person, choice.place),
            chosen=choice.chosen,
        )


def _role_options(shown: PersonShown, t: Translator) -> list[tuple[str, str]]:
    return [(role.value, role_label(role, t)) for role in shown.roles]


def _party_options(shown: PersonShown, t: Translator) -> list[tuple[str, str]]:
    parties = [(party.value, role_label(party, t)) for party in shown.parties]
    return [("", t.gettext("ingen – leder kun mødet")), *parties]


def _supported_options(shown: PersonShown, t: Translator) -> list[tuple[str, str]]:
    return [("", t.gettext("ingen bestemt")), *shown.others.items()]


class PersonForm(FieldForm[PersonShown, Person]):
    """The form. It shows one person at a time; typed text of the one before is saved first."""

    remove_asked = Signal(str)

    name = LineSpec[PersonShown, Person](
        label=translatable("Navn"),
        get=lambda shown: shown.person.name,
        set=lambda person, name: replace(person, name=name),
        privacy=Reach.PAPER | Reach.RECORD,
    )
    called = LineSpec[PersonShown, Person](
        label=translatable("Kaldes"),
        help=translatable("Det navn, der siges og vises i mødet."),
        get=lambda shown: shown.person.called,
        set=lambda person, called: replace(person, called=called),
        privacy=Reach.ROOM | Reach.RECORD,
    )
    relation = LineSpec[PersonShown, Person](
        label=translatable("Relation til barnet"),
        get=lambda shown: shown.person.relation,
        set=lambda person, relation: replace(person, relation=relation),
        privacy=Reach.ROOM | Reach.PAPER | Reach.RECORD,
    )
    role = PickSpec[PersonShown, Person](
        label=translatable("Rolle"),
        options=_role_options,
        get=lambda shown: shown.person.role.value,
        set=lambda person, role: replace(person, role=Role(role)),
        privacy=Reach.ROOM | Reach.PAPER | Reach.RECORD,
    )
    party = PickSpec[PersonShown, Person](
        label=translatable("Har også selv ordet som"),
        options=_party_options,
        get=lambda shown: "" if shown.person.party is None else shown.person.party.value,
        set=lambda person, party: replace(person, party=Role(party) if party and person.role is Role.LEADER else None),
        privacy=Reach.PAPER | Reach.RECORD,
        when=lambda shown: shown.person.role is Role.LEADER and bool(shown.parties),
    )
    place = _Place(
        label=translatable("Hvornår vil {name} tale?"),
        get=lambda shown: shown.person.place,
        set=lambda person, place: replace(person, place=place if person.role is Role.CHILD else None),
        privacy=Reach.NOWHERE,
        when=lambda shown: shown.person.role is Role.CHILD,
    )
    supports = PickSpec[PersonShown, Person](
        label=translatable("Støtter"),
        options=_supported_options,
        get=lambda shown: shown.person.supports or "",
        set=lambda person, supported: replace(person, supports=supported or None),
        privacy=Reach.NOWHERE,
        when=lambda shown: shown.person.role is not Role.CHILD,
    )
    interpreter = TickSpec[PersonShown, Person](
        label=translatable("Taler gennem tolk"),
        get=lambda shown: shown.person.through_interpreter,
        set=lambda person, through: replace(person, through_interpreter=through),
        privacy=Reach.NOWHERE,
    )
    minutes = TickSpec[PersonShown, Person](
        label=translatable("Får referatet"),
        get=lambda shown: shown.person.receives_minutes,
        set=lambda person, receives: replace(person, receives_minutes=receives),
        privacy=Reach.PAPER,
    )
    protected = TickSpec[PersonShown, Person](
        label=translatable("Beskyttet adresse"),
        get=lambda shown: shown.person.protected_address,
        set=lambda person, protected: replace(person, protected_address=protected),
        privacy=Reach.NOWHERE,
    )

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__("card", look, t, padding=14, spacing=10)
        self._person: Person | None = None
        self._speakers: Collection[str] = ()
        self._parties: Sequence[Role] = ()
        self._minutes_chosen = False
        self._title = ElidedLabel("", Tone.HEADING)
        self._problem = Label("", Tone.ATTENTION)
        self.remove = Button(t.gettext("Fjern fra listen"), look, ButtonKind.QUIET)
        self.column.addWidget(self._title)
        self.lay_out_fields()
        self.column.addWidget(self._problem)
        self.column.addLayout(row(None, self.remove))
        self.remove.clicked.connect(self._ask_to_remove)
        self.hide()

    @property
    def person(self) -> str:
        """The id of the person that is shown, "" where none is."""
        return "" if self._person is None else self._person.id

    @property
    def problem(self) -> str:
        """The problem, "" for none."""
        return self.problem_of("name") or self._problem.text()

    def show_person(self, person: Person | None, names: Mapping[str, str], roles: Sequence[Role]) -> None:
        """Show a person among all in `names` (by id); text being typed of the same person stays."""
        another = person is None or person.id != self.person
        if another:
            self.flush()
            self._show_message("")
        self._person = person
        self.setVisible(person is not None)
        if person is None:
            self.forget()
            return
        chosen = person.receives_minutes != receives_minutes_by_default(person.role)
        self._minutes_chosen = chosen or (self._minutes_chosen and not another)
        self._title.set_text(names.get(person.id, person.name))
        self.show_fields(PersonShown(person, names, roles, self._parties, self._speakers), person, another=another)

    def set_speakers(self, speakers: Collection[str]) -> None:
        """Say who has a turn, so that a child can speak after or through them."""
        self._speakers = speakers

    def set_parties(self, parties: Sequence[Role]) -> None:
        """Say as what a mødeleder can also take part with a turn in this method, nothing where they cannot."""
        self._parties = parties

    def show_refusal(self, sentence: str) -> None:
        """Say what could not be kept; nothing typed is lost."""
        self._show_message(sentence)

    def as_typed(self) -> Person | None:
        """Return the person as typed; who is called by the first name is called by a corrected one."""
        before, typed = self._person, super().as_typed()
        if before is None or typed is None or typed.name == before.name:
            return typed
        follows = typed.called == before.called == before.name.split(maxsplit=1)[0]
        return replace(typed, called="") if follows else typed

    def follow(self, name: str) -> None:
        """Who gets the referat follows the role until it is chosen by hand."""
        if name == "minutes":
            self._minutes_chosen = True
        elif name == "role" and not self._minutes_chosen:
            self.minutes.setChecked(receives_minutes_by_default(Role(self.role.key)))

    def clear_problem(self, name: str) -> None:  # noqa: ARG002 - one sentence is about all of them
        """Clear the problem, whichever field is typed in."""
        self._show_message("")

    def _ask_to_remove(self) -> None:
        if self._person is not None:
            self.remove_asked.emit(self._person.id)

    def _show_message(self, sentence: str) -> None:
        """Show a problem: below the name while it is empty, else below all fields."""
        named = bool(sentence) and not self.name.text().strip()
        self.show_problem("name", sentence if named else "")
        self._problem.setText("" if named else sentence)
        self._problem.setVisible(bool(sentence) and not named)
        if named:
            self.focus_on("name")
