"""Inputs shared by several pages of the first window: a new passphrase with its repetition, and a recovery code."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netmoede_desktop.gui.access.code_typing import grouped
from netmoede_desktop.gui.access.passphrase_input import PassphraseInput, caps_lock_hint, fields_first
from netmoede_desktop.gui.access.strength_meter import StrengthMeter
from netmoede_desktop.gui.access.wording import strength_sentence, strength_word
from netmoede_desktop.gui.kit.fields.fields import Field, LineInput
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.vaults.passphrases import Grade, Strength, strength

#: Room for a code with any separators somebody writes.
_LONGEST_CODE = 120


class NewPassphrase(QWidget):
    """A new passphrase with its strength meter; to be repeated, unless it is made visible."""

    submitted = Signal()
    """Emitted on Enter in the last field."""

    def __init__(self, look: Look, t: Translator, *, label: str) -> None:
        super().__init__()
        self._t = t
        self._line = PassphraseInput(look, t)
        self._again = PassphraseInput(look, t)
        self._field = Field(label, self._line, look, hint=" ")
        self._meter = StrengthMeter(look)
        self._repeat = Field(t.gettext("Gentag adgangssætningen"), self._again, look, hint=self._repeat_hint())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        for widget in (self._field, self._meter, self._repeat):
            column.addWidget(widget)
        fields_first(self._line, self._again)
        self._line.textChanged.connect(self._update_strength)
        self._line.shown.connect(self._show_both)
        self._line.caps_lock.connect(self._show_caps_lock)
        self._again.textChanged.connect(lambda: self._repeat.show_problem(""))
        self._again.shown.connect(lambda shown: self._line.show_text(shown=shown) if shown else None)
        self._line.returnPressed.connect(self._enter)
        self._again.returnPressed.connect(self.submitted)
        self._update_strength()

    @property
    def strength(self) -> Strength:
        """The strength of the passphrase as typed."""
        return strength(self._line.passphrase)

    def typed(self) -> tuple[str, ...]:
        """Return the texts of the two fields."""
        return self._line.text(), self._again.text()

    def restore_typed(self, texts: tuple[str, ...]) -> None:
        """Restore texts returned by `typed`."""
        self._line.setText(texts[0])
        self._again.setText(texts[1])

    def focus_first(self) -> None:
        """Focus the first field."""
        self._line.setFocus()

    def checked(self) -> str | None:
        """Return the passphrase if it is acceptable; else show the problem, focus its field, and return None."""
        passphrase, found = self._line.passphrase, self.strength
        if not found.accepted:
            self._field.show_problem(self._refusal(found))
            self._line.setFocus()
            return None
        if not self._line.is_shown and self._again.passphrase != passphrase:
            self._repeat.show_problem(
                self._t.gettext("De to er ikke ens. Skriv adgangssætningen igen, eller tryk »Vis«.")
            )
            self._again.setFocus()
            self._again.selectAll()
            return None
        return passphrase

    def show_problem(self, sentence: str) -> None:
        """Show a problem with the passphrase below its field, and focus it."""
        self._field.show_problem(sentence)
        self._line.setFocus()

    def _refusal(self, found: Strength) -> str:
        if found.grade is Grade.TOO_LONG:
            return self._t.gettext("Adgangssætningen er for lang. Brug højst 1024 tegn.")
        return self._t.gettext("Adgangssætningen er for kort. Brug mindst 14 tegn eller fire ord.")

    def _repeat_hint(self) -> str:
        if self._line.is_shown:
            return self._t.gettext("Det er ikke nødvendigt, når du kan se, hvad du skriver.")
        return self._t.gettext("Så er du sikker på, at der ikke er en skrivefejl.")

    def _enter(self) -> None:
        if self._line.is_shown:
            self.submitted.emit()
        else:
            self._again.setFocus()

    def _update_strength(self) -> None:
        found = self.strength
        filled = 4.0 if found.grade is Grade.GOOD else 3.0 * found.progress
        word, sentence = strength_word(found, self._t), strength_sentence(found, self._t)
        self._meter.render_strength(filled, accepted=found.accepted, word=word, sentence=sentence)
        self._field.show_problem("")

    def _show_both(self, shown: bool) -> None:
        if shown:
            self._again.clear()
        self._again.setEnabled(not shown)
        self._repeat.show_hint(self._repeat_hint())

    def _show_caps_lock(self, on: bool) -> None:
        self._field.show_hint(caps_lock_hint(self._t) if on else " ")


class CodeInput(LineInput):
    """A recovery code; text typed at the end is formatted in groups of four, as on the paper."""

    def __init__(self) -> None:
        super().__init__(longest=_LONGEST_CODE)
        self.textEdited.connect(self._group)

    def _group(self, text: str) -> None:
        """Format the text unless the cursor is in the middle: it would jump."""
        if self.cursorPosition() != len(text):
            return
        better = grouped(text)
        if better != text:
            self.setText(better)
