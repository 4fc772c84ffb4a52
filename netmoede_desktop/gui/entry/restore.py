"""The page that lists the backups, the vault's own first, and marks the newest one verified."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from netmoede_desktop.gui.access.page import EntryPage
from netmoede_desktop.gui.access.passphrase_input import PassphraseInput
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.fields.fields import Field
from netmoede_desktop.gui.kit.layout.tab_order import make_checked_tab_stop
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.kit.text.notices import Notice, NoticeKind
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator


@dataclass(frozen=True, slots=True)
class BackupLine:
    """A backup as listed: its file name, when it was made in words, and further remarks.

    `foreign`: it is another vault's, and opens with that vault's passphrase.
    """

    name: str
    made: str
    remarks: tuple[str, ...] = ()
    foreign: bool = False

    @property
    def text(self) -> str:
        """The moment and the remarks in one line."""
        return " · ".join((self.made, *self.remarks))


class RestorePage(EntryPage):
    """Choose a backup to replace the store; the present store is set aside, so a wrong choice loses nothing."""

    asked = Signal(str, str)
    """Emitted with the passphrase ("" where none was asked for) and the name of the backup."""

    def __init__(self, lines: Sequence[BackupLine], look: Look, t: Translator, *, ask_passphrase: bool) -> None:
        super().__init__(look, t.gettext("Gendan fra en sikkerhedskopi"), _said(lines, t))
        self._t = t
        self._lines = tuple(lines)
        self._ask_passphrase = ask_passphrase
        self._notice = Notice(look)
        self._line = PassphraseInput(look, t)
        self._field = Field(t.gettext("Adgangssætning"), self._line, look, hint=self._hint(foreign=False))
        self._field.setVisible(ask_passphrase)
        self._group = QButtonGroup(self)
        self._choices: dict[str, QRadioButton] = {}
        self._back = Button(t.gettext("Tilbage"), look, ButtonKind.QUIET)
        self._restore = Button(t.gettext("Gendan"), look, ButtonKind.PRIMARY)
        self._fill(look)

    @property
    def chosen(self) -> str | None:
        """The name of the chosen backup, or None."""
        return next((name for name, choice in self._choices.items() if choice.isChecked()), None)

    def focus_first(self) -> None:
        """Focus the passphrase field where it is visible, else the chosen backup."""
        if self._ask_passphrase:
            self._line.setFocus()
        elif self._choices:
            chosen = self.chosen
            (self._choices[chosen] if chosen else next(iter(self._choices.values()))).setFocus()
        else:
            self._back.setFocus()

    def show_verifying(self) -> None:
        """Show that the copies are being verified; one may be chosen meanwhile."""
        self._notice.show_text(self._t.gettext("Kontrollerer kopierne for at finde den nyeste, der er i orden …"))

    def show_good(self, name: str | None) -> None:
        """Mark and choose the backup `name`, the newest one verified; None if no backup is intact."""
        self._notice.show_text("")
        if name is None:
            text = self._t.gettext(
                "Ingen af kopierne er i orden. Har du en kopi et andet sted, så få hjælp til at bruge den."
            )
            self._notice.show_text(text, NoticeKind.ATTENTION)
            return
        choice = self._choices[name]
        text = next(line.text for line in self._lines if line.name == name)
        choice.setText(self._t.gettext("{moment} · kontrolleret, i orden").format(moment=text))
        choice.setChecked(True)
        make_checked_tab_stop(self._choices.values())
        choice.setFocus()

    def show_problem(self, sentence: str) -> None:
        """Show why the restore failed; nothing has changed."""
        self._notice.show_text(sentence, NoticeKind.ATTENTION)

    def show_passphrase_problem(self, sentence: str) -> None:
        """Show a problem with the passphrase, and make its field visible if it was not."""
        self._ask_passphrase = self._ask_passphrase or not self._is_foreign
        self._field.setVisible(True)
        self._field.show_problem(sentence)
        self._line.setFocus()
        self._line.selectAll()

    def _fill(self, look: Look) -> None:
        for widget in (self._notice, self._field):
            self.column.addWidget(widget)
        if self._lines:
            self.column.addWidget(Label(self._t.gettext("Sikkerhedskopier"), Tone.STRONG))
        held = QWidget()
        held.setAccessibleName(self._t.gettext("Sikkerhedskopier"))
        rows = QVBoxLayout(held)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.px(4))
        for line in self._lines:
            choice = QRadioButton(line.text)
            choice.toggled.connect(self._follow_choice)
            self._group.addButton(choice)
            self._choices[line.name] = choice
            rows.addWidget(choice)
        self.column.addWidget(held)
        for choice in list(self._choices.values())[:1]:
            choice.setChecked(True)
        make_checked_tab_stop(self._choices.values())
        self.add_buttons(self._back, None, self._restore)
        self._restore.setVisible(bool(self._lines))
        self._back.clicked.connect(self.left)
        self._restore.clicked.connect(self._ask)
        self._line.returnPressed.connect(self._ask)
        self._line.textEdited.connect(lambda: self._field.show_problem(""))

    def _ask(self) -> None:
        chosen = self.chosen
        if self.busy or chosen is None:
            return
        if self._is_asked and not self._line.passphrase:
            self._show_missing_passphrase()
            return
        self._notice.show_text("")
        self.asked.emit(self._line.passphrase if self._is_asked else "", chosen)

    @property
    def _is_foreign(self) -> bool:
        """Whether the chosen backup is another vault's."""
        return any(line.foreign for line in self._lines if line.name == self.chosen)

    @property
    def _is_asked(self) -> bool:
        """Whether a passphrase has to be typed for the chosen backup."""
        return self._ask_passphrase or self._is_foreign

    def _follow_choice(self, chosen: bool) -> None:
        """Update the passphrase field for the newly chosen backup, whose passphrase may differ."""
        if not chosen:
            return
        self._field.setVisible(self._is_asked)
        self._field.show_hint(self._hint(foreign=self._is_foreign))
        self._field.show_problem("")

    def _hint(self, *, foreign: bool) -> str:
        if foreign:
            return self._t.gettext(
                "Den, der hører til kopien. De møder, der er her nu, bliver lagt til side med deres egen nøgle."
            )
        return self._t.gettext("Den, du brugte, da kopien blev lavet, eller din nye.")

    def _show_missing_passphrase(self) -> None:
        t = self._t
        sentence = t.gettext("Skriv den adgangssætning, der hører til kopien.") if self._is_foreign else ""
        self._field.show_problem(sentence or t.gettext("Skriv din adgangssætning."))
        self._line.setFocus()


def _said(lines: Sequence[BackupLine], t: Translator) -> tuple[str, ...]:
    if not lines:
        return (
            t.gettext("Der er ingen sikkerhedskopier i mappen. Har du en et andet sted, så få hjælp til at bruge den."),
        )
    return (t.gettext("Vælg en. Den database, der er nu, bliver lagt til side i 30 dage, så intet går tabt."),)
