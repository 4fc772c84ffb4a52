"""Another folder for the vault, where the present one cannot be used."""

from pathlib import Path

from PySide6.QtCore import Signal

from netmoede_desktop.gui.pages.entry.page import EntryPage
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.widgets.buttons import Button, ButtonKind
from netmoede_desktop.gui.widgets.fields import Field, LineInput
from netmoede_desktop.localization.catalogue import Translator

_LONGEST = 4000


class OtherFolderPage(EntryPage):
    """A folder is typed; the program then starts anew with it. Nothing is moved there."""

    asked = Signal(str)

    def __init__(self, suggestion: Path, look: Look, t: Translator) -> None:
        said = (t.gettext("Vælg en mappe på denne computer, som ikke bliver delt med en sky. Intet bliver flyttet."),)
        super().__init__(look, t.gettext("Brug en anden mappe"), said)
        self._t = t
        self._line = LineInput(str(suggestion), longest=_LONGEST)
        hint = t.gettext("Er mappen der ikke endnu, bliver den lavet.")
        self._field = Field(t.gettext("Mappe"), self._line, look, hint=hint)
        self.column.addWidget(self._field)
        self._back = Button(t.gettext("Tilbage"), look, ButtonKind.QUIET)
        self._use = Button(t.gettext("Brug mappen"), look, ButtonKind.PRIMARY)
        self.add_buttons(self._back, None, self._use)
        self._back.clicked.connect(self.left)
        self._use.clicked.connect(self._ask)
        self._line.returnPressed.connect(self._ask)
        self._line.textEdited.connect(lambda: self._field.show_problem(""))

    def typed(self) -> tuple[str, ...]:
        """The folder as far as it is typed."""
        return (self._line.text(),)

    def type_again(self, texts: tuple[str, ...]) -> None:
        """Put it there."""
        self._line.setText(texts[0])

    def focus_first(self) -> None:
        """The field, all of it selected."""
        self._line.setFocus()
        self._line.selectAll()

    def show_problem(self, sentence: str) -> None:
        """Say why that folder will not do."""
        self._field.show_problem(sentence)
        self._line.setFocus()

    def _ask(self) -> None:
        if self._line.text().strip():
            self.asked.emit(self._line.text().strip())
        else:
            self.show_problem(self._t.gettext("Skriv, hvor mappen ligger."))
