"""Another folder for the vault, where the present one cannot be used."""

from pathlib import Path

from PySide6.QtCore import Signal

from netmoede_desktop.gui.access.page import OneLinePage
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.fields.fields import LineInput
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator

_LONGEST = 4000


class OtherFolderPage(OneLinePage):
    """A folder is typed; the program then starts anew with it. Nothing is moved there."""

    asked = Signal(str)

    def __init__(self, suggestion: Path, look: Look, t: Translator) -> None:
        said = (t.gettext("Vælg en mappe på denne computer, som ikke bliver delt med en sky. Intet bliver flyttet."),)
        line = LineInput(str(suggestion), longest=_LONGEST)
        hint = t.gettext("Er mappen der ikke endnu, bliver den lavet.")
        super().__init__(look, t.gettext("Brug en anden mappe"), line, t.gettext("Mappe"), hint=hint, said=said)
        self._t = t
        self._back = Button(t.gettext("Tilbage"), look, ButtonKind.QUIET)
        self._use = Button(t.gettext("Brug mappen"), look, ButtonKind.PRIMARY)
        self.add_ways(self._back, self._use, self._ask)
        self._back.clicked.connect(self.left)

    def focus_first(self) -> None:
        """The field, all of it selected."""
        super().focus_first()
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
