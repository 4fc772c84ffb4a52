"""The page that asks for another folder for the vault, where the present one cannot be used."""

from pathlib import Path

from PySide6.QtCore import Signal

from netmoede_desktop.gui.access.page import OneLinePage
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.fields.fields import LineInput
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator

_LONGEST = 4000


class OtherFolderPage(OneLinePage):
    """Ask for a folder; the program restarts with it as its profile. Nothing is moved there."""

    asked = Signal(str)

    def __init__(self, suggestion: Path, look: Look, t: Translator) -> None:
        sentences = (
            t.gettext("Vælg en mappe på denne computer, som ikke bliver delt med en sky. Intet bliver flyttet."),
        )
        line = LineInput(str(suggestion), longest=_LONGEST)
        hint = t.gettext("Er mappen der ikke endnu, bliver den lavet.")
        super().__init__(
            look, t.gettext("Brug en anden mappe"), line, t.gettext("Mappe"), hint=hint, sentences=sentences
        )
        self._t = t
        self._back = Button(t.gettext("Tilbage"), look, ButtonKind.QUIET)
        self._use = Button(t.gettext("Brug mappen"), look, ButtonKind.PRIMARY)
        self.add_ways(self._back, self._use, self._ask)
        self._back.clicked.connect(self.left)

    def focus_first(self) -> None:
        """Focus the field and select its text."""
        super().focus_first()
        self._line.selectAll()

    def show_problem(self, sentence: str) -> None:
        """Show why that folder cannot be used, and focus the field."""
        self._field.show_problem(sentence)
        self._line.setFocus()

    def _ask(self) -> None:
        if self._line.text().strip():
            self.asked.emit(self._line.text().strip())
        else:
            self.show_problem(self._t.gettext("Skriv, hvor mappen ligger."))
