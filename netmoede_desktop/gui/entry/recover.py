"""The page for a forgotten passphrase: the recovery code from the paper, and a new passphrase."""

from PySide6.QtCore import Signal

from netmoede_desktop.gui.access.code_typing import find_code_error
from netmoede_desktop.gui.access.inputs import CodeInput, NewPassphrase
from netmoede_desktop.gui.access.page import EntryPage
from netmoede_desktop.gui.access.wording import code_error_sentence
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.fields.fields import Field
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator


class RecoverPage(EntryPage):
    """Ask for the code and a new passphrase together, so that no vault is open without a known passphrase."""

    asked = Signal(str, str)
    """Emitted with the code as typed, and the new passphrase."""
    restore_asked = Signal()
    """Emitted to restore a backup instead: another computer's, perhaps, whose passphrase is known."""

    def __init__(self, look: Look, t: Translator) -> None:
        sentences = (t.gettext("Find papiret med gendannelseskoden, og vælg en ny adgangssætning."),)
        super().__init__(look, t.gettext("Glemt adgangssætningen?"), sentences)
        self._t = t
        self._line = CodeInput()
        self._field = Field(
            t.gettext("Gendannelseskode"), self._line, look, hint=t.gettext("28 tegn i grupper på fire.")
        )
        self._new = NewPassphrase(look, t, label=t.gettext("Ny adgangssætning"))
        self.column.addWidget(self._field)
        self.column.addWidget(self._new)
        self._back = Button(t.gettext("Tilbage"), look, ButtonKind.QUIET)
        self._open = Button(t.gettext("Lås op"), look, ButtonKind.PRIMARY)
        self._restore = Button(t.gettext("Brug en sikkerhedskopi"), look, ButtonKind.QUIET)
        self.add_buttons(self._back, self._restore, None, self._open)
        self._restore.clicked.connect(self.restore_asked)
        self._back.clicked.connect(self.left)
        self._open.clicked.connect(self._ask)
        self._new.submitted.connect(self._ask)
        self._line.returnPressed.connect(self._new.focus_first)
        self._line.textEdited.connect(lambda: self._field.show_problem(""))

    def typed(self) -> tuple[str, ...]:
        """Return the texts of the fields, the code first."""
        return (self._line.text(), *self._new.typed())

    def restore_typed(self, texts: tuple[str, ...]) -> None:
        """Restore texts returned by `typed`."""
        self._line.setText(texts[0])
        self._new.restore_typed(texts[1:])

    def focus_first(self) -> None:
        """Focus the code field."""
        self._line.setFocus()

    def show_code_problem(self, sentence: str) -> None:
        """Show a problem with the code and focus it; all typed text stays."""
        self._field.show_problem(sentence)
        self._line.setFocus()

    def show_passphrase_problem(self, sentence: str) -> None:
        """Show a problem with the new passphrase and focus it."""
        self._new.show_problem(sentence)

    def _ask(self) -> None:
        if self.busy:
            return
        error = find_code_error(self._line.text())
        if error is not None:
            self.show_code_problem(code_error_sentence(error, self._t))
            return
        passphrase = self._new.checked()
        if passphrase is not None:
            self.asked.emit(self._line.text(), passphrase)
