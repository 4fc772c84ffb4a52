"""Unlocking: one field, one button, and a way on for who has forgotten the passphrase."""

from PySide6.QtCore import Signal

from netmoede_desktop.gui.pages.entry.page import EntryPage
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.widgets.buttons import Button, ButtonKind
from netmoede_desktop.gui.widgets.fields import Field
from netmoede_desktop.gui.widgets.passphrase_input import PassphraseInput, caps_lock_hint
from netmoede_desktop.localization.catalogue import Translator


class UnlockPage(EntryPage):
    """The first thing seen each day, and after each lock."""

    asked = Signal(str)
    """The passphrase to try."""
    forgotten = Signal()

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__(look, t.gettext("Lås op"))
        self._t = t
        self._line = PassphraseInput(look, t)
        self._field = Field(t.gettext("Adgangssætning"), self._line, look, hint=" ")
        self.column.addWidget(self._field)
        self._open = Button(t.gettext("Lås op"), look, ButtonKind.PRIMARY)
        self._forgot = Button(t.gettext("Glemt adgangssætningen?"), look, ButtonKind.QUIET)
        self.add_buttons(self._forgot, None, self._open)
        self._line.returnPressed.connect(self._ask)
        self._open.clicked.connect(self._ask)
        self._forgot.clicked.connect(self.forgotten)
        self._line.textEdited.connect(lambda: self._field.show_problem(""))
        self._line.caps_lock.connect(self._tell_caps_lock)
        self.left.connect(self._line.clear)

    def typed(self) -> tuple[str, ...]:
        """The passphrase as far as it is typed."""
        return (self._line.text(),)

    def type_again(self, texts: tuple[str, ...]) -> None:
        """Put it there."""
        self._line.setText(texts[0])

    def focus_first(self) -> None:
        """The field."""
        self._line.setFocus()

    def show_problem(self, sentence: str) -> None:
        """Say why it did not open; what was typed stays, selected, to be typed over or mended."""
        self._field.show_problem(sentence)
        self._line.setFocus()
        self._line.selectAll()

    def _ask(self) -> None:
        if self.waiting:
            return
        if not self._line.passphrase:
            self._field.show_problem(self._t.gettext("Skriv din adgangssætning."))
            self._line.setFocus()
            return
        self._line.show_text(shown=False)
        self.asked.emit(self._line.passphrase)

    def _tell_caps_lock(self, on: bool) -> None:
        self._field.show_hint(caps_lock_hint(self._t) if on else " ")
