"""Above a referat that is approved: which version it is, and the way to the next one."""

from PySide6.QtCore import Signal

from netmoede_desktop.gui.kit.buttons.buttons import Button
from netmoede_desktop.gui.kit.layout.frames import Surface
from netmoede_desktop.gui.kit.speech.voice import announce
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator


class VersionBar(Surface):
    """`Version 1 · 7F3A-91C2 · godkendt …` and *Ret i en ny version*. Hidden while there is something to approve."""

    reopened = Signal()

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__("card-green", look, padding=12, spacing=12, row=True)
        self._words = Label("", Tone.STRONG)
        self._reopen = Button(t.gettext("Ret i en ny version"), look)
        self.column.addWidget(self._words, 1)
        self.column.addWidget(self._reopen)
        self._reopen.clicked.connect(self.reopened)
        self.hide()

    @property
    def words(self) -> str:
        """The text, "" while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def show_version(self, words: str) -> None:
        """Say which version it is; "" hides it. Announced politely when it is another one."""
        known = words == self._words.text()
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        if words and not known:
            announce(self, words)
