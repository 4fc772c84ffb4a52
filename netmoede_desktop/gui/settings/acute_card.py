"""The municipality's own number for acute concern, one key away in every meeting."""

from PySide6.QtCore import Signal

from netmoede_desktop.gui.kit.fields.fields import Field, LineInput
from netmoede_desktop.gui.kit.fields.kept_text import KeptText
from netmoede_desktop.gui.kit.fields.typing_delay import TypingDelay
from netmoede_desktop.gui.settings.card import SettingsCard
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator

_LONGEST = 400


class AcuteCard(SettingsCard):
    """A one-line setting, saved while it is typed."""

    typed = Signal(str)

    def __init__(self, look: Look, t: Translator) -> None:
        about = t.gettext("Vises med én tast i mødet, når nogen er akut bekymret for barnet.")
        super().__init__(t.gettext("Akut bekymring"), about, look)
        self._t = t
        self.number = LineInput(placeholder=t.gettext("fx Socialvagten 12 34 56 78"), longest=_LONGEST)
        self._field = Field(t.gettext("Kommunens eget akutnummer"), self.number, look, hint=" ")
        self.column.addWidget(self._field)
        self._typing = TypingDelay(self)
        self._saved = KeptText()
        self.number.textEdited.connect(self._wait)
        self.number.editingFinished.connect(self._typing.flush)
        self._typing.due.connect(lambda: self.typed.emit(self.number.text()))

    @property
    def problem(self) -> str:
        """The problem shown, "" if none."""
        return self._field.problem

    def show_number(self, number: str) -> None:
        """Show the saved number, unless another one is being typed."""
        typing = self._typing.pending or self.number.hasFocus()
        if self._saved.takes(number, self.number.text(), typing=typing):
            self.number.setText(number)

    def show_saved(self) -> None:
        """Show that the number is saved."""
        self._field.show_hint(self._t.gettext("gemt"))

    def show_problem(self, sentence: str) -> None:
        """Show a problem; the typed text stays."""
        self._field.show_problem(sentence)

    def pending(self) -> str | None:
        """Stop the typing delay and return text not emitted yet, None if there is none."""
        return self.number.text() if self._typing.stop() else None

    def _wait(self) -> None:
        self._field.show_problem("")
        self._field.show_hint(" ")
        self._typing.restart()
