"""Adding people: one by a line and Enter, many by a pasted list, and those the sag already knows by a press."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QClipboard, QGuiApplication, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.domain.people.role_words import suggested_role
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.fields.choice import Choice
from netmoede_desktop.gui.kit.fields.fields import Field, LineInput, TextInput
from netmoede_desktop.gui.kit.layout.flow import FlowLayout
from netmoede_desktop.gui.kit.layout.frames import Surface, row
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.preparation.people.people_typing import ListedPerson, read_people
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.wording.office_wording import role_label, roles_to_choose
from netmoede_desktop.localization.catalogue import Translator

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LONGEST = 400
#: Room for the most common roles.
_ROLE_WIDTH = 168


class NameInput(LineInput):
    """A name; a list that is pasted here is handed on whole."""

    list_pasted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Emit `list_pasted` for a pasted text of several lines."""
        pasted = QGuiApplication.clipboard().text(QClipboard.Mode.Clipboard)
        if event.matches(QKeySequence.StandardKey.Paste) and "\n" in pasted.strip():
            self.list_pasted.emit(pasted)
            return
        super().keyPressEvent(event)


class AddLine(Surface):
    """Name, relation and role in a row; Enter adds. The role follows the relation until it is chosen by hand."""

    asked = Signal(object)
    """A `ListedPerson`."""
    list_asked = Signal(str)
    """A list is to be put in; what of it has been pasted already."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__("card", look, padding=14, spacing=8)
        self._look, self._t = look, t
        self._role_chosen = False
        self._child = ""
        self.name = NameInput(placeholder=t.gettext("fx Kirsten Holm"), longest=_LONGEST)
        self.relation = LineInput(placeholder=t.gettext("fx farmor eller klasselærer"), longest=_LONGEST)
        options = [(role.value, role_label(role, t)) for role in roles_to_choose()]
        self.role = Choice(options, look, key=Role.PRIVATE.value)
        self.role.setMinimumWidth(look.px(_ROLE_WIDTH))
        self._name_field = Field(t.gettext("Navn"), self.name, look)
        self.add = Button(t.gettext("Tilføj"), look, ButtonKind.PRIMARY)
        self.many = Button(t.gettext("Indsæt en liste …"), look, ButtonKind.QUIET)
        fields = QHBoxLayout()
        fields.setSpacing(look.px(8))
        top = Qt.AlignmentFlag.AlignTop
        fields.addWidget(self._name_field, 5, top)
        fields.addWidget(Field(t.gettext("Relation til barnet"), self.relation, look), 6, top)
        fields.addWidget(Field(t.gettext("Rolle"), self.role, look), 4, top)
        self._fields = fields
        self.column.addLayout(fields)
        self.column.addLayout(row(self.many, None, self.add, spacing=look.px(8)))
        self._connect()

    def _connect(self) -> None:
        self.add.clicked.connect(self._ask)
        self.many.clicked.connect(lambda: self.list_asked.emit(""))
        self.name.list_pasted.connect(self.list_asked)
        self.name.textEdited.connect(lambda: self._name_field.show_problem(""))
        self.relation.textEdited.connect(self._suggest)
        self.role.picked.connect(lambda: self._choose_role(chosen=True))

    @property
    def problem(self) -> str:
        """The problem with the name, "" for none."""
        return self._name_field.problem

    def set_child(self, name: str) -> None:
        """Say what the child is called, so that "Mikkels mor" is known to be a parent."""
        self._child = name

    def set_roles(self, roles: Sequence[Role]) -> None:
        """Offer these roles."""
        self.role.set_options([(role.value, role_label(role, self._t)) for role in roles])

    def lay_out(self, *, compact: bool) -> None:
        """Put the fields beside each other, or under each other."""
        directions = QBoxLayout.Direction
        self._fields.setDirection(directions.TopToBottom if compact else directions.LeftToRight)

    def clear(self) -> None:
        """Make room for the next one, with the keyboard in the name."""
        self.name.clear()
        self.relation.clear()
        self.role.set_key(Role.PRIVATE.value)
        self._choose_role(chosen=False)
        self._name_field.show_problem("")
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, sentence: str) -> None:
        """Show the problem; no typed text is lost."""
        self._name_field.show_problem(sentence)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter in any field adds."""
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._ask()
        else:
            super().keyPressEvent(event)

    def _choose_role(self, *, chosen: bool) -> None:
        self._role_chosen = chosen

    def _suggest(self, relation: str) -> None:
        if not self._role_chosen:
            self.role.set_key((suggested_role(relation, self._child) or Role.PRIVATE).value)

    def _ask(self) -> None:
        self.asked.emit(ListedPerson(self.name.text(), self.relation.text(), Role(self.role.key)))


class ListPanel(Surface):
    """A list of people, one a line, read while it is written."""

    asked = Signal(object)
    """A tuple of `ListedPerson`."""
    left = Signal()

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__("card-current", look, padding=14, spacing=8)
        self._t = t
        self._people: tuple[ListedPerson, ...] = ()
        self._child = ""
        hint = t.gettext("Et navn på hver linje, gerne med hvem det er: »Hanne Bak, klasselærer«.")
        self.text = TextInput()
        self.text.setMinimumHeight(look.px(110))
        self._add = Button("", look, ButtonKind.PRIMARY)
        back = Button(t.gettext("Annuller"), look, ButtonKind.QUIET)
        self._field = Field(t.gettext("Liste over deltagere"), self.text, look, hint=hint)
        self.column.addWidget(self._field)
        self.column.addLayout(row(back, None, self._add, spacing=look.px(8)))
        self.text.textChanged.connect(self._read)
        self._add.clicked.connect(lambda: self.asked.emit(self._people))
        back.clicked.connect(self.left)
        self._read()
        self.hide()

    @property
    def button(self) -> Button:
        """The button that adds them."""
        return self._add

    @property
    def problem(self) -> str:
        """The problem with the list, "" for none."""
        return self._field.problem

    def set_child(self, name: str) -> None:
        """Say what the child is called; see `AddLine.set_child`."""
        self._child = name

    def open_with(self, text: str) -> None:
        """Show the list with the pasted text below the text begun before."""
        begun = self.text.toPlainText().rstrip()
        self.text.setPlainText("\n".join(part for part in (begun, text) if part))
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.show()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Empty the list: they are added."""
        self.text.clear()

    def show_problem(self, sentence: str) -> None:
        """Show the problem; no written text is lost."""
        self._field.show_problem(sentence)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self) -> None:
        self._field.show_problem("")
        self._people = read_people(self.text.toPlainText(), self._child)
        count = len(self._people)
        label = self._t.ngettext("Tilføj {n} person", "Tilføj {n} personer", count).format(n=count)
        self._add.set_label(label if count else self._t.gettext("Tilføj"))
        self._add.setEnabled(bool(count))


class KnownPeople(QWidget):
    """The sag's people who are not in this meeting, each a press away."""

    asked = Signal(str)
    """The id of the one to add."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__()
        self._look, self._t = look, t
        self._buttons: dict[str, Button] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        column.addWidget(Label(t.gettext("Kendt fra sagen, ikke med i dette møde"), Tone.SMALL))
        holder = QWidget()
        self._flow = FlowLayout(look.px(6))
        holder.setLayout(self._flow)
        column.addWidget(holder)
        self.hide()

    def show_people(self, people: Sequence[Person]) -> None:
        """Offer these people."""
        for button in self._buttons.values():
            button.setParent(None)
            button.deleteLater()
        while self._flow.takeAt(0) is not None:
            pass
        self._buttons = {person.id: self._button(person) for person in people}
        for button in self._buttons.values():
            self._flow.addWidget(button)
        self.setVisible(bool(people))

    def _button(self, person: Person) -> Button:
        label = self._t.gettext("+ {name}").format(name=person.name)
        button = Button(label, self._look, ButtonKind.PLAIN, elide=True)
        button.setAccessibleName(self._t.gettext("Tilføj {name}").format(name=person.name))
        button.clicked.connect(lambda: self.asked.emit(person.id))
        return button
