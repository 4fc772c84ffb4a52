"""Settings card for backups: list them, make one, verify that one can be restored."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal

from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.layout.frames import row
from netmoede_desktop.gui.kit.lists.value_table import Cell, Column, Row, ValueTable
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.kit.text.notices import Notice, NoticeKind
from netmoede_desktop.gui.settings.card import SettingsCard
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.backup_wording import remarks
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import full_moment, sentence_case
from netmoede_desktop.services.vaults.opening import BackupCard as Kept

_SHOWN = 6


class BackupsCard(SettingsCard):
    """The card. It emits requests; the page carries them out and reports the result back."""

    make_asked = Signal()
    trial_asked = Signal(str)
    """Emitted with the name of the backup to verify."""
    cancelled = Signal()

    def __init__(self, look: Look, t: Translator, local: Callable[[datetime], datetime]) -> None:
        """Create the card; `local` converts an aware instant to local wall time."""
        about = t.gettext(
            "Der bliver lavet en kopi, når programmet åbnes, hvert tiende minut i et møde, og når mødet slutter."
        )
        super().__init__(t.gettext("Sikkerhedskopier"), about, look)
        self._t, self._local = t, local
        self._newest = ""
        columns = (Column(t.gettext("Lavet"), 1), Column(t.gettext("Størrelse")))
        self.table = ValueTable(t.gettext("Sikkerhedskopier"), columns, look)
        self._empty = Label(t.gettext("Der er ingen endnu. Lav den første nu."), Tone.MUTED)
        self.make = Button(t.gettext("Lav en nu"), look)
        self.trial = Button(t.gettext("Prøv gendannelse"), look)
        self._cancel = Button(t.gettext("Stop"), look, ButtonKind.QUIET)
        self.notice = Notice(look)
        self.column.addWidget(self.table)
        self.column.addWidget(self._empty)
        self.column.addWidget(self.notice)
        self.column.addLayout(row(self.make, self.trial, self._cancel, None, spacing=look.px(8)))
        hint = t.gettext("En prøve kontrollerer hele kopien, som en gendannelse ville. Intet bliver ændret.")
        self.column.addWidget(Label(hint, Tone.SMALL))
        self._cancel.hide()
        self.make.clicked.connect(self.make_asked)
        self.trial.clicked.connect(lambda: self.trial_asked.emit(self.table.key or self._newest))
        self._cancel.clicked.connect(self.cancelled)
        self.show_backups(())

    def show_backups(self, backups: Sequence[Kept]) -> None:
        """Show the backups in the order given, the vault's own first."""
        self.table.render([Row(kept.name, (self._when(kept), Cell(_size(kept.size)))) for kept in backups])
        self.table.fit_height(_SHOWN)
        self.table.setVisible(bool(backups))
        self._empty.setVisible(not backups)
        self._newest = backups[0].name if backups else ""
        self.trial.setEnabled(bool(backups))

    def show_working(self, sentence: str) -> None:
        """Show progress and disable the buttons; "" ends it."""
        self.make.setEnabled(not sentence)
        self.trial.setEnabled(not sentence and bool(self._newest))
        self._cancel.setVisible(bool(sentence))
        self.notice.show_text(sentence, NoticeKind.INFO)

    def show_done(self, sentence: str) -> None:
        """Show a success."""
        self.show_working("")
        self.notice.show_text(sentence, NoticeKind.DONE)

    def show_failure(self, sentence: str) -> None:
        """Show a failure."""
        self.show_working("")
        self.notice.show_text(sentence, NoticeKind.ATTENTION)

    def _when(self, kept: Kept) -> Cell:
        made = sentence_case(full_moment(self._local(kept.made), self._t))
        return Cell(" · ".join((made, *remarks(kept.remarks, self._t))))


def trial_sentence(verdict: str, t: Translator) -> str:
    """Return the sentence for the verdict on a verified backup: `good`, `misnamed` or `foreign`."""
    if verdict == "foreign":
        return t.gettext(
            "Kopien hører til en anden samling møder, og den bliver ikke rørt. Vil du bruge den, så lås med"
            " Ctrl+L, og vælg »Glemt adgangssætningen?« og »Brug en sikkerhedskopi«."
        )
    if verdict == "misnamed":
        return t.gettext("Kopien er i orden og kan gendannes, men filens navn passer ikke til indholdet.")
    return t.gettext("Prøven gik godt: kopien er i orden og kan gendannes.")


def _size(size: int) -> str:
    megabytes = max(size / 1_000_000, 0.1)
    return f"{megabytes:.1f} MB".replace(".", ",")
