"""The page that unlocks: one field, one button, and a link for a forgotten passphrase."""

from PySide6.QtCore import Signal

from netmoede_desktop.gui.access.page import OneLinePage
from netmoede_desktop.gui.access.passphrase_input import PassphraseInput, caps_lock_hint
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator


class UnlockPage(OneLinePage):
    """The first page seen each day, and after each lock."""

    asked = Signal(str)
    """Emitted with the passphrase to try."""
    forgotten = Signal()

    def __init__(self, look: Look, t: Translator) -> None:
        line = PassphraseInput(look, t)
        super().__init__(look, t.gettext("Lås op"), line, t.gettext("Adgangssætning"), hint=" ")
        self._t, self._passphrase = t, line
        self._open = Button(t.gettext("Lås op"), look, ButtonKind.PRIMARY)
        self._forgot = Button(t.gettext("Glemt adgangssætningen?"), look, ButtonKind.QUIET)
        self.add_ways(self._forgot, self._open, self._ask)
        self._forgot.clicked.connect(self.forgotten)
        self._passphrase.caps_lock.connect(self._show_caps_lock)
        self.left.connect(self._line.clear)

    def show_problem(self, sentence: str) -> None:
        """Show why the vault did not open; the typed text stays and is selected."""
        self._field.show_problem(sentence)
        self._line.setFocus()
        self._line.selectAll()

    def _ask(self) -> None:
        if self.busy:
            return
        if not self._passphrase.passphrase:
            self._field.show_problem(self._t.gettext("Skriv din adgangssætning."))
            self._line.setFocus()
            return
        self._passphrase.show_text(shown=False)
        self.asked.emit(self._passphrase.passphrase)

    def _show_caps_lock(self, on: bool) -> None:
        self._field.show_hint(caps_lock_hint(self._t) if on else " ")
