"""Someone who was not expected: name, role, who they are to the child; Enter seats them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netmoede_desktop.domain.people import Role
from netmoede_desktop.gui.office_wording import role_label, roles_to_choose
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.widgets.buttons import Button, ButtonKind
from netmoede_desktop.gui.widgets.choice import Choice
from netmoede_desktop.gui.widgets.fields import Field, LineInput
from netmoede_desktop.gui.widgets.frames import row
from netmoede_desktop.gui.widgets.labels import Label, Tone
from netmoede_desktop.localization.catalogue import Translator

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
#: The role that is offered before another is chosen.
_FIRST = Role.PRIVATE


class NewcomerForm(QWidget):
    """The form. It keeps what was typed until `clear`."""

    asked = Signal(str, str, str)
    """Name, role (its word) and relation, as typed."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__()
        options = [(role.value, role_label(role, t)) for role in roles_to_choose()]
        self.name = LineInput(placeholder=t.gettext("fx Hanne Bak"), longest=120)
        self.role = Choice(options, look, key=_FIRST.value)
        self.relation = LineInput(placeholder=t.gettext("fx fodboldtræner"), longest=120)
        self._name_field = Field(t.gettext("Navn"), self.name, look)
        self._button = Button(t.gettext("Sæt ved bordet"), look, ButtonKind.PLAIN)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(Label(t.gettext("Kom der en til?"), Tone.HEADING))
        column.addWidget(self._name_field)
        column.addWidget(Field(t.gettext("Rolle"), self.role, look))
        column.addWidget(Field(t.gettext("Hvem er det for barnet?"), self.relation, look))
        column.addLayout(row(None, self._button))
        self._button.clicked.connect(self._ask)
        self.name.textEdited.connect(lambda: self._name_field.show_problem(""))

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the keyboard stops at, in reading order."""
        return self.name, self.role, self.relation, self._button

    def clear(self) -> None:
        """Make room for the next one, with the keyboard in the name."""
        self.name.clear()
        self.relation.clear()
        self.role.set_key(_FIRST.value)
        self._name_field.show_problem("")
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with the name; nothing typed is lost."""
        self._name_field.show_problem(sentence)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def problem(self) -> str:
        """What is wrong with the name, "" where nothing is."""
        return self._name_field.problem

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter in any field seats the person."""
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._ask()
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        self.asked.emit(self.name.text(), self.role.key, self.relation.text())
