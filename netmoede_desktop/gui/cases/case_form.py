"""The form of a sag: its number, the child, birth year and languages. Enter saves it."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout

from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.fields.field_form import FieldForm
from netmoede_desktop.gui.kit.fields.field_spec import LineSpec, Reach
from netmoede_desktop.gui.kit.layout.frames import row
from netmoede_desktop.gui.kit.layout.tab_order import set_tab_order
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator, translatable
from netmoede_desktop.services.cases.cases import CaseDetails

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

#: The field that each refusal is about; others are about the reference, the first one.
_FIELDS = {
    "child_missing": "child",
    "birth_year_unclear": "birth_year",
    "birth_year_unlikely": "birth_year",
    "too_many_languages": "languages",
}


@dataclass(frozen=True, slots=True)
class TypedCase:
    """The fields as they were typed."""

    reference: str = ""
    child: str = ""
    birth_year: str = ""
    languages: str = ""


class CaseForm(FieldForm[CaseDetails, TypedCase]):
    """The form. It holds the typed text until it is opened again."""

    asked = Signal(object)
    """A `TypedCase`."""
    left = Signal()

    reference = LineSpec[CaseDetails, TypedCase](
        label=translatable("Sagens nummer"),
        placeholder=translatable("fx M-2026-014"),
        get=lambda case: case.reference,
        set=lambda typed, reference: replace(typed, reference=reference),
        privacy=Reach.PAPER | Reach.RECORD,
    )
    child = LineSpec[CaseDetails, TypedCase](
        label=translatable("Barnet kaldes"),
        placeholder=translatable("fx Mikkel"),
        help=translatable("Kun det navn, barnet kaldes. Resten står i kommunens eget system."),
        get=lambda case: case.child,
        set=lambda typed, child: replace(typed, child=child),
        privacy=Reach.ROOM | Reach.RECORD,
    )
    birth_year = LineSpec[CaseDetails, TypedCase](
        label=translatable("Fødselsår (valgfrit)"),
        placeholder=translatable("fx 2015"),
        get=lambda case: "" if case.birth_year is None else str(case.birth_year),
        set=lambda typed, year: replace(typed, birth_year=year),
        privacy=Reach.NOWHERE,
    )
    languages = LineSpec[CaseDetails, TypedCase](
        label=translatable("Familiens sprog (valgfrit)"),
        placeholder=translatable("fx dansk og somali"),
        get=lambda case: ", ".join(case.languages),
        set=lambda typed, languages: replace(typed, languages=languages),
        privacy=Reach.NOWHERE,
    )

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__("card-current", look, t, padding=20, spacing=12)
        self._title = Label("", Tone.HEADING)
        self._grid = QGridLayout()
        self._grid.setSpacing(look.px(12))
        self.keep = Button("", look, ButtonKind.PRIMARY)
        self._back = Button(t.gettext("Annuller"), look, ButtonKind.QUIET)
        self.column.addWidget(self._title)
        self.column.addLayout(self._grid)
        self.column.addLayout(row(self._back, None, self.keep, spacing=look.px(8)))
        self.keep.clicked.connect(self._ask)
        self._back.clicked.connect(self.left)
        self.lay_out(compact=False)
        self.hide()

    @property
    def problem(self) -> str:
        """The first problem as a sentence, "" for none."""
        return next((problem for name in self.specs() if (problem := self.problem_of(name))), "")

    def open_for(self, title: str, keep: str, details: CaseDetails | None = None) -> None:
        """Show the form empty, or with the details there are; `keep` is what its button is called."""
        self._title.setText(title)
        self.keep.set_label(keep)
        self.show_fields(details or CaseDetails("", ""), TypedCase(), another=True)
        for name in self.specs():
            self.show_problem(name, "")
        self.show()
        set_tab_order(*self.boxes, self._back, self.keep)
        self.reference.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reference.end(False)

    def show_refusal(self, code: str, sentence: str) -> None:
        """Show the problem below its field; no typed text is lost."""
        name = _FIELDS.get(code, "reference")
        self.show_problem(name, sentence)
        self.focus_on(name)

    def lay_out(self, *, compact: bool) -> None:
        """Two fields beside each other, or one under the other."""
        for place, box in enumerate(self.boxes):
            where = (place, 0) if compact else divmod(place, 2)
            self._grid.addWidget(box, *where, Qt.AlignmentFlag.AlignTop)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter keeps, Escape leaves."""
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._ask()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        if not self.keep.isEnabled():
            return  # it is being made already: the key was pressed twice
        self.asked.emit(self.as_typed())
