"""Everything about one person in the meeting, kept as it is typed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox

from netmoede_desktop.domain.people.people import ChildPlace, Person, Role
from netmoede_desktop.domain.people.person_details import receives_minutes_by_default
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.fields.child_place import ChildPlaceChoice
from netmoede_desktop.gui.kit.fields.choice import Choice
from netmoede_desktop.gui.kit.fields.fields import Field, LineInput
from netmoede_desktop.gui.kit.fields.kept_text import KeptText
from netmoede_desktop.gui.kit.fields.typing_delay import TypingDelay
from netmoede_desktop.gui.kit.layout.frames import Surface, row
from netmoede_desktop.gui.kit.text.elided_label import ElidedLabel
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.wording.office_wording import role_label
from netmoede_desktop.localization.catalogue import Translator

_LONGEST = 400


class PersonForm(Surface):
    """The form. It shows one person at a time; what was typed of the one before is told first."""

    changed = Signal(object)
    """The `Person` as it is now to be."""
    remove_asked = Signal(str)

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__("card", look, padding=14, spacing=10)
        self._t = t
        self._person: Person | None = None
        self._speakers: Collection[str] = ()
        self._parties: Sequence[Role] = ()
        self._minutes_chosen = False
        self._title = ElidedLabel("", Tone.HEADING)
        self.name = LineInput(longest=_LONGEST)
        self.called = LineInput(longest=_LONGEST)
        self.relation = LineInput(longest=_LONGEST)
        self.role = Choice((), look)
        self.party = Choice((), look)
        self.supports = Choice((), look)
        self.place = ChildPlaceChoice(look, t)
        self.interpreter = QCheckBox(t.gettext("Taler gennem tolk"))
        self.minutes = QCheckBox(t.gettext("Får referatet"))
        self.protected = QCheckBox(t.gettext("Beskyttet adresse"))
        self._name_field = Field(t.gettext("Navn"), self.name, look)
        hint = t.gettext("Det navn, der siges og vises i mødet.")
        self._called_field = Field(t.gettext("Kaldes"), self.called, look, hint=hint)
        self._party_field = Field(t.gettext("Har også selv ordet som"), self.party, look)
        self._supports_field = Field(t.gettext("Støtter"), self.supports, look)
        self._problem = Label("", Tone.ATTENTION)
        self.remove = Button(t.gettext("Fjern fra listen"), look, ButtonKind.QUIET)
        self._build()
        self._typing = TypingDelay(self)
        self._kept: dict[LineInput, KeptText] = {}
        self._connect()
        self.hide()

    def _build(self) -> None:
        for widget in (
            self._title,
            self._name_field,
            self._called_field,
            Field(self._t.gettext("Relation til barnet"), self.relation, self._look),
            Field(self._t.gettext("Rolle"), self.role, self._look),
            self._party_field,
            self.place,
            self._supports_field,
            self.interpreter,
            self.minutes,
            self.protected,
            self._problem,
        ):
            self.column.addWidget(widget)
        self.column.addLayout(row(None, self.remove))

    def _connect(self) -> None:
        for line in (self.name, self.called, self.relation):
            line.textEdited.connect(self._typed)
            line.editingFinished.connect(self._typing.flush)
        self._typing.due.connect(self._tell)
        self.role.picked.connect(self._pick_role)
        for choice in (self.party, self.supports):
            choice.picked.connect(self._tell)
        self.minutes.clicked.connect(self._choose_minutes)
        for box in (self.interpreter, self.minutes, self.protected):
            box.clicked.connect(self._tell)
        self.place.chosen.connect(self._choose_place)
        self.remove.clicked.connect(self._ask_to_remove)

    @property
    def person(self) -> str:
        """The id of the person that is shown, "" where none is."""
        return "" if self._person is None else self._person.id

    @property
    def problem(self) -> str:
        """What is wrong, "" where nothing is."""
        return self._name_field.problem or self._problem.text()

    def show_person(self, person: Person | None, names: Mapping[str, str], roles: Sequence[Role]) -> None:
        """Show a person among all in `names` (by id); what is being typed of the same person stays."""
        another = person is None or person.id != self.person
        if another:
            self.flush()
            self._show_problem("")
        self._person = person
        self.setVisible(person is not None)
        if person is None:
            return
        chosen = person.receives_minutes != receives_minutes_by_default(person.role)
        self._minutes_chosen = chosen or (self._minutes_chosen and not another)
        self._title.set_text(names.get(person.id, person.name))
        for line, text in ((self.name, person.name), (self.called, person.called), (self.relation, person.relation)):
            kept = self._kept[line] = KeptText() if another else self._kept[line]
            if kept.takes(text, line.text(), typing=line.hasFocus() or self._typing.pending):
                line.setText(text)
                line.setCursorPosition(0)
        self.role.set_options([(role.value, role_label(role, self._t)) for role in roles], key=person.role.value)
        self._show_party(person)
        others = {key: name for key, name in names.items() if key != person.id}
        nobody = ("", self._t.gettext("ingen bestemt"))
        self.supports.set_options([nobody, *others.items()], key=person.supports or "")
        self._supports_field.setVisible(person.role is not Role.CHILD)
        self.place.setVisible(person.role is Role.CHILD)
        label = self._t.gettext("Hvornår vil {name} tale?").format(name=names.get(person.id, person.called))
        self.place.render(label, person.place, {key: name for key, name in others.items() if key in self._speakers})
        self.interpreter.setChecked(person.through_interpreter)
        self.minutes.setChecked(person.receives_minutes)
        self.protected.setChecked(person.protected_address)

    def set_speakers(self, speakers: Collection[str]) -> None:
        """Say who has a turn, so that a child can speak after or through them."""
        self._speakers = speakers

    def set_parties(self, parties: Sequence[Role]) -> None:
        """Say as what a mødeleder can also take part with a turn in this method, nothing where they cannot."""
        self._parties = parties

    def tell(self, sentence: str) -> None:
        """Say what could not be kept; nothing typed is lost."""
        self._show_problem(sentence)

    def typed(self) -> Person | None:
        """Return the person as typed, None where that is what was shown; it is then no longer waited for."""
        self._typing.stop()
        person = self._as_typed() if self.isEnabled() else None
        return None if person == self._person else person

    def flush(self) -> None:
        """Tell of what was typed now."""
        self._typing.flush()

    def _show_party(self, person: Person) -> None:
        """Whether who leads also has a turn; asked only where the one who asked for the meeting leads it."""
        parties = [(party.value, role_label(party, self._t)) for party in self._parties]
        neither = ("", self._t.gettext("ingen – leder kun mødet"))
        self.party.set_options([neither, *parties], key="" if person.party is None else person.party.value)
        self._party_field.setVisible(person.role is Role.LEADER and bool(parties))

    def _typed(self) -> None:
        self._show_problem("")
        self._typing.restart()

    def _tell(self) -> None:
        self._typing.stop()
        person = self._as_typed()
        if person is not None and person != self._person:
            self.changed.emit(person)

    def _as_typed(self) -> Person | None:
        if self._person is None:
            return None
        role = Role(self.role.key)
        return replace(
            self._person,
            name=self.name.text(),
            called=self._called(self._person),
            relation=self.relation.text(),
            role=role,
            place=self._person.place if role is Role.CHILD else None,
            supports=self.supports.key or None,
            through_interpreter=self.interpreter.isChecked(),
            receives_minutes=self.minutes.isChecked(),
            protected_address=self.protected.isChecked(),
            party=Role(self.party.key) if self.party.key and role is Role.LEADER else None,
        )

    def _called(self, person: Person) -> str:
        """What is typed; where they are called by the first name, a corrected name corrects that too."""
        called = self.called.text()
        follows = called == person.called == person.name.split(maxsplit=1)[0]
        return "" if follows and self.name.text() != person.name else called

    def _pick_role(self, role: str) -> None:
        """Who gets the referat follows the role until it is chosen by hand."""
        if not self._minutes_chosen:
            self.minutes.setChecked(receives_minutes_by_default(Role(role)))
        self._tell()

    def _choose_minutes(self) -> None:
        self._minutes_chosen = True

    def _choose_place(self, place: ChildPlace | None) -> None:
        person = self._as_typed()
        if person is not None:
            self.changed.emit(replace(person, place=place))

    def _ask_to_remove(self) -> None:
        if self._person is not None:
            self.remove_asked.emit(self._person.id)

    def _show_problem(self, sentence: str) -> None:
        named = bool(sentence) and not self.name.text().strip()
        self._name_field.show_problem(sentence if named else "")
        self._problem.setText("" if named else sentence)
        self._problem.setVisible(bool(sentence) and not named)
        if named:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
