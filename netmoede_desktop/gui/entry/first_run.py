"""The page of the very first start: choose a passphrase, with two sentences on why it matters."""

from PySide6.QtCore import Signal

from netmoede_desktop.gui.access.inputs import NewPassphrase
from netmoede_desktop.gui.access.page import EntryPage
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator


class FirstRunPage(EntryPage):
    """Ask for the passphrase of a new vault."""

    asked = Signal(str)
    """Emitted with an accepted passphrase; the vault is to be created with it."""

    def __init__(self, look: Look, t: Translator) -> None:
        sentences = (
            t.gettext("Alt, hvad du skriver om familierne, bliver låst med den, og kun du kender den."),
            t.gettext("Bliver computeren væk eller stjålet, kan ingen læse noget uden den."),
        )
        super().__init__(look, t.gettext("Vælg en adgangssætning"), sentences)
        self._new = NewPassphrase(look, t, label=t.gettext("Adgangssætning"))
        self.column.addWidget(self._new)
        self._make = Button(t.gettext("Gå videre"), look, ButtonKind.PRIMARY)
        self.add_buttons(None, self._make)
        self._new.submitted.connect(self._ask)
        self._make.clicked.connect(self._ask)

    def typed(self) -> tuple[str, ...]:
        """Return the texts of the two fields."""
        return self._new.typed()

    def restore_typed(self, texts: tuple[str, ...]) -> None:
        """Restore texts returned by `typed`."""
        self._new.restore_typed(texts)

    def focus_first(self) -> None:
        """Focus the passphrase field."""
        self._new.focus_first()

    def show_problem(self, sentence: str) -> None:
        """Show a problem with the passphrase below its field, and focus it."""
        self._new.show_problem(sentence)

    def _ask(self) -> None:
        if self.busy:
            return
        passphrase = self._new.checked()
        if passphrase is not None:
            self.asked.emit(passphrase)
