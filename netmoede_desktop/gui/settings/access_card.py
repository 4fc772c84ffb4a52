"""Settings card for access: change the passphrase, make a new recovery code."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from netmoede_desktop.gui.access.passphrase_input import PassphraseInput, fields_first
from netmoede_desktop.gui.access.strength_meter import StrengthMeter
from netmoede_desktop.gui.access.wording import strength_sentence, strength_word
from netmoede_desktop.gui.kit.buttons.buttons import Button
from netmoede_desktop.gui.kit.fields.fields import Field
from netmoede_desktop.gui.kit.layout.frames import row
from netmoede_desktop.gui.kit.text.notices import Notice, NoticeKind
from netmoede_desktop.gui.settings.card import SettingsCard
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.vaults.passphrases import strength

_STEPS = 4
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AccessCard(SettingsCard):
    """The card. It emits requests; the page carries them out and reports the result back."""

    change_asked = Signal(str, str)
    """Emitted with the current passphrase and the new one."""
    code_asked = Signal()
    """Emitted for a new recovery code; the old one will be void."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__(t.gettext("Adgang"), "", look)
        self._t = t
        self.current = PassphraseInput(look, t)
        self.new = PassphraseInput(look, t)
        self.repeat = PassphraseInput(look, t)
        self._current_field = Field(t.gettext("Adgangssætningen nu"), self.current, look)
        self._new_field = Field(t.gettext("Ny adgangssætning"), self.new, look)
        self._repeat_field = Field(t.gettext("Gentag adgangssætningen"), self.repeat, look)
        self._meter = StrengthMeter(look)
        self.change = Button(t.gettext("Skift adgangssætning"), look)
        self.new_code = Button(t.gettext("Ny gendannelseskode …"), look)
        self.notice = Notice(look)
        for widget in (self._current_field, self._new_field, self._meter, self._repeat_field, self.notice):
            self.column.addWidget(widget)
        self.column.addLayout(row(self.change, self.new_code, None, spacing=look.px(8)))
        self.new.textChanged.connect(self._measure)
        for line in (self.current, self.new, self.repeat):
            line.textEdited.connect(self._forget_problems)
        self.change.clicked.connect(self._ask)
        self.new_code.clicked.connect(self.code_asked)
        fields_first(self.current, self.new, self.repeat)
        self._measure()

    @property
    def problem(self) -> str:
        """The first problem shown, "" if none."""
        fields = (self._current_field, self._new_field, self._repeat_field)
        return next((field.problem for field in fields if field.problem), "")

    def show_working(self, sentence: str) -> None:
        """Show progress and disable the buttons; "" ends it."""
        for widget in (self.change, self.new_code):
            widget.setEnabled(not sentence)
        self.notice.show_text(sentence, NoticeKind.INFO)

    def show_changed(self) -> None:
        """Show that the new passphrase is valid, and clear the fields."""
        self.show_working("")
        for line in (self.current, self.new, self.repeat):
            line.clear()
        sentence = self._t.gettext("Adgangssætningen er skiftet. Den gamle virker ikke længere.")
        self.notice.show_text(sentence, NoticeKind.DONE)

    def show_wrong_passphrase(self, sentence: str) -> None:
        """Show that the current passphrase was typed wrong; the fields keep their text."""
        self.show_working("")
        self._current_field.show_problem(sentence)
        self.current.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_failure(self, sentence: str) -> None:
        """Show any other failure."""
        self.show_working("")
        self.notice.show_text(sentence, NoticeKind.ATTENTION)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Change the passphrase on Enter."""
        if event.key() in _ENTER and self.change.isEnabled():
            self._ask()
        else:
            super().keyPressEvent(event)

    def _measure(self) -> None:
        found = strength(self.new.passphrase)
        word, sentence = strength_word(found, self._t), strength_sentence(found, self._t)
        self._meter.render_strength(found.progress * _STEPS, accepted=found.accepted, word=word, sentence=sentence)

    def _forget_problems(self) -> None:
        for field in (self._current_field, self._new_field, self._repeat_field):
            field.show_problem("")
        self.notice.show_text("")

    def _ask(self) -> None:
        if not self.current.passphrase:
            self._refuse(self._current_field, self._t.gettext("Skriv adgangssætningen, som den er nu."))
        elif not strength(self.new.passphrase).accepted:
            self._refuse(self._new_field, self._t.gettext("Den nye skal have mindst 14 tegn eller fire ord."))
        elif self.new.passphrase != self.repeat.passphrase:
            self._refuse(self._repeat_field, self._t.gettext("De to er ikke ens. Skriv den nye adgangssætning igen."))
        else:
            self.change_asked.emit(self.current.passphrase, self.new.passphrase)

    def _refuse(self, field: Field, sentence: str) -> None:
        field.show_problem(sentence)
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
