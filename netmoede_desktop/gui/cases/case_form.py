"""What is written about a sag: its number, the child, birth year and languages. Enter keeps it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout

from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.fields.fields import Field, LineInput
from netmoede_desktop.gui.kit.layout.frames import Surface, row
from netmoede_desktop.gui.kit.layout.tab_order import read_in_order
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.cases.cases import CaseDetails

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LONGEST = 400

#: The field that each refusal is about; others are about the reference, the first one.
_FIELDS = {
    "child_missing": "child",
    "birth_year_unclear": "birth_year",
    "birth_year_unlikely": "birth_year",
    "too_many_languages": "languages",
}


@dataclass(frozen=True, slots=True)
class TypedCase:
    """What was typed, as it was typed."""

    reference: str
    child: str
    birth_year: str
    languages: str


class CaseForm(Surface):
    """The form. It keeps what was typed until it is opened again."""

    asked = Signal(object)
    """A `TypedCase`."""
    left = Signal()

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__("card-current", look, padding=20, spacing=12)
        self._title = Label("", Tone.HEADING)
        self.reference = LineInput(placeholder=t.gettext("fx M-2026-014"), longest=_LONGEST)
        self.child = LineInput(placeholder=t.gettext("fx Mikkel"), longest=_LONGEST)
        self.birth_year = LineInput(placeholder=t.gettext("fx 2015"), longest=_LONGEST)
        self.languages = LineInput(placeholder=t.gettext("fx dansk og somali"), longest=_LONGEST)
        hint = t.gettext("Kun det navn, barnet kaldes. Resten står i kommunens eget system.")
        self._fields = {
            "reference": Field(t.gettext("Sagens nummer"), self.reference, look),
            "child": Field(t.gettext("Barnet kaldes"), self.child, look, hint=hint),
            "birth_year": Field(t.gettext("Fødselsår (valgfrit)"), self.birth_year, look),
            "languages": Field(t.gettext("Familiens sprog (valgfrit)"), self.languages, look),
        }
        self._grid = QGridLayout()
        self._grid.setSpacing(look.px(12))
        self.keep = Button("", look, ButtonKind.PRIMARY)
        self._back = Button(t.gettext("Annuller"), look, ButtonKind.QUIET)
        self.column.addWidget(self._title)
        self.column.addLayout(self._grid)
        self.column.addLayout(row(self._back, None, self.keep, spacing=look.px(8)))
        self.keep.clicked.connect(self._ask)
        self._back.clicked.connect(self.left)
        for name, line in self._lines():
            line.textEdited.connect(lambda _text, name=name: self._fields[name].show_problem(""))
        self.lay_out(compact=False)
        self.hide()

    @property
    def problem(self) -> str:
        """The first sentence that says what is wrong, "" where nothing is."""
        return next((field.problem for field in self._fields.values() if field.problem), "")

    def open_for(self, title: str, keep: str, details: CaseDetails | None = None) -> None:
        """Show the form empty, or with the details there are; `keep` is what its button is called."""
        self._title.setText(title)
        self.keep.set_label(keep)
        year = "" if details is None or details.birth_year is None else str(details.birth_year)
        self.reference.setText("" if details is None else details.reference)
        self.child.setText("" if details is None else details.child)
        self.birth_year.setText(year)
        self.languages.setText("" if details is None else ", ".join(details.languages))
        for field in self._fields.values():
            field.show_problem("")
        self.show()
        read_in_order(*(line for _, line in self._lines()), self._back, self.keep)
        self.reference.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, code: str, sentence: str) -> None:
        """Say what is wrong under the field it is about; nothing typed is lost."""
        field = self._fields[_FIELDS.get(code, "reference")]
        field.show_problem(sentence)
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def lay_out(self, *, compact: bool) -> None:
        """Two fields beside each other, or one under the other."""
        for place, field in enumerate(self._fields.values()):
            where = (place, 0) if compact else divmod(place, 2)
            self._grid.addWidget(field, *where, Qt.AlignmentFlag.AlignTop)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter keeps, Escape leaves."""
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._ask()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _lines(self) -> tuple[tuple[str, LineInput], ...]:
        return (
            ("reference", self.reference),
            ("child", self.child),
            ("birth_year", self.birth_year),
            ("languages", self.languages),
        )

    def _ask(self) -> None:
        if not self.keep.isEnabled():
            return  # it is being made already: the key was pressed twice
        self.asked.emit(TypedCase(*(line.text() for _, line in self._lines())))
