"""The settings, each in effect at once."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from netmoede_desktop.domain.people.about_me import AboutMe
from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.gui.desk.office_page import OfficePage
from netmoede_desktop.gui.desk.page_context import PageContext
from netmoede_desktop.gui.kit.layout.frames import ScrollColumn
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.settings.about_card import AboutCard
from netmoede_desktop.gui.settings.access_card import AccessCard
from netmoede_desktop.gui.settings.acute_card import AcuteCard
from netmoede_desktop.gui.settings.backup_card import BackupsCard, trial_sentence
from netmoede_desktop.gui.settings.card import failure_sentence
from netmoede_desktop.gui.settings.files_card import FilesCard
from netmoede_desktop.gui.settings.look_card import LookCard
from netmoede_desktop.gui.settings.practice_card import PracticeCard
from netmoede_desktop.gui.system.lane import Task
from netmoede_desktop.localization.dates import clock
from netmoede_desktop.services.methods.practice import practice, practices, save_practice
from netmoede_desktop.services.settings.about_me import about_me, save_about_me
from netmoede_desktop.services.settings.acute_number import acute_number, save_acute_number
from netmoede_desktop.services.settings.preferences import Preferences
from netmoede_desktop.services.vaults.opening import BackupCard, StorageProblem, Vault, change_passphrase
from netmoede_desktop.services.vaults.profiles import municipal_methods

T = TypeVar("T")

#: A line of text that is wider is hard to read.
_WIDEST = 720


class SettingsPage(OfficePage):
    """The page: cards in a column."""

    changed = Signal(object)
    """Emitted with the new `Preferences`; applying them replaces this page and its window."""
    code_asked = Signal()
    """Emitted for a new recovery code: it is shown, printed and typed back on a page of its own."""

    def __init__(self, context: PageContext, preferences: Preferences, keys: Path, screens: Sequence[str]) -> None:
        """Create the page; `keys` is the path of the key file, `screens` the names of the other screens."""
        super().__init__()
        self._context = context
        self._task: Task[str] | None = None
        look, t = context.look, context.t
        self.about = AboutCard(look, t)
        self.look_card = LookCard(preferences, screens, look, t)
        self.acute = AcuteCard(look, t)
        self.practice = PracticeCard(practices(context.methods), look, t)
        self.access = AccessCard(look, t)
        self.backups = BackupsCard(look, t, lambda made: made.astimezone())
        files = FilesCard(context.profile, keys, municipal_methods(context.profile), look, t)
        scroll = ScrollColumn(look, padding=24, spacing=16)
        scroll.column.addWidget(Label(t.gettext("Indstillinger"), Tone.TITLE))
        for card in (self.about, self.look_card, self.acute, self.practice, self.access, self.backups, files):
            card.setMaximumWidth(look.px(_WIDEST))
            scroll.column.addWidget(card)
        scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        self._connect()

    def enter(self) -> None:
        """Query the user's own fields, the acute number, the practice and the backups."""
        vault = self._context.vault
        self._run(lambda: about_me(vault), self.about.show_about, self.about.show_refusal)
        self._run(lambda: acute_number(vault), self.acute.show_number, self.acute.show_problem)
        self._run(lambda: practice(vault), self.practice.show_practice, self.practice.show_problem)
        self._run(lambda: _backups(self._context.vault), self.backups.show_backups, self.backups.show_failure)

    def focus_first(self) -> None:
        """Focus the first setting."""
        self.about.focus_on("name")

    def leave(self) -> bool:
        """Save the fields being typed in. Return False if one could not be saved."""
        vault = self._context.vault
        about, number = self.about.typed(), self.acute.pending()
        kept = []
        if about is not None:
            kept.append(self._kept(lambda: save_about_me(vault, about), self.about.show_refusal))
        if number is not None:
            kept.append(self._kept(lambda: save_acute_number(vault, number), self.acute.show_problem))
        return all(kept)

    def _kept(self, save: Callable[[], object], trouble: Callable[[str], None]) -> bool:
        try:
            save()
        except (Refused, StorageProblem) as error:
            trouble(failure_sentence(error, self._context.t))
            return False
        return True

    def _connect(self) -> None:
        self.about.changed.connect(self._save_about)
        self.acute.typed.connect(self._save_number)
        self.practice.chosen.connect(self._save_practice)
        self.look_card.changed.connect(self.changed)
        self.access.change_asked.connect(self._change_passphrase)
        self.access.code_asked.connect(self.code_asked)
        self.backups.make_asked.connect(self._make_backup)
        self.backups.trial_asked.connect(self._try_backup)
        self.backups.cancelled.connect(self._cancel)

    def _save_about(self, about: AboutMe) -> None:
        vault = self._context.vault
        job = lambda: save_about_me(vault, about)  # noqa: E731 - a name for what is asked
        self._run(job, self.about.show_kept, self.about.show_refusal)

    def _save_number(self, number: str) -> None:
        vault = self._context.vault
        job = lambda: save_acute_number(vault, number)  # noqa: E731 - a name for what is asked
        self._run(job, lambda _: self.acute.show_saved(), self.acute.show_problem)

    def _save_practice(self, profile: str) -> None:
        vault = self._context.vault
        job = lambda: save_practice(vault, profile)  # noqa: E731 - a name for what is asked
        self._run(job, lambda _: self.practice.show_saved(), self.practice.show_problem)

    def _change_passphrase(self, current: str, new: str) -> None:
        context, t = self._context, self._context.t
        self.access.show_working(t.gettext("Adgangssætningen bliver skiftet …"))

        def failed(error: Exception) -> None:
            sentence = failure_sentence(error, t)
            if isinstance(error, StorageProblem) and error.code == "wrong_passphrase":
                self.access.show_wrong_passphrase(sentence)
            else:
                self.access.show_failure(sentence)

        now = context.clock.now()
        job = lambda: change_passphrase(context.vault, current, new, now)  # noqa: E731 - a name for what is asked
        context.lane.run(job, lambda _: self.access.show_changed(), failed)

    def _make_backup(self) -> None:
        vault, t = self._context.vault, self._context.t
        self.backups.show_working(t.gettext("Kopien bliver lavet og kontrolleret …"))

        def job() -> tuple[BackupCard, Sequence[BackupCard]]:
            return BackupCard.of(vault.backup()), _backups(vault)

        def done(found: tuple[BackupCard, Sequence[BackupCard]]) -> None:
            self.backups.show_backups(found[1])
            made = clock(found[0].made.astimezone())
            self.backups.show_done(t.gettext("Kopien er lavet kl. {time}, og den er i orden.").format(time=made))

        self._run(job, done, self.backups.show_failure)

    def _try_backup(self, name: str) -> None:
        vault, t = self._context.vault, self._context.t
        self.backups.show_working(t.gettext("Kopien bliver kontrolleret …"))

        def done(verdict: str) -> None:
            sentence = trial_sentence(verdict, t)
            if verdict == "good":
                self.backups.show_done(sentence)
            else:
                self.backups.show_failure(sentence)

        self._task = self._run(lambda: vault.verify_backup(name).value, done, self.backups.show_failure)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self.backups.show_working("")

    def _run(self, job: Callable[[], T], done: Callable[[T], None], trouble: Callable[[str], None]) -> Task[T]:
        t = self._context.t
        return self._context.lane.run(job, done, lambda error: trouble(failure_sentence(error, t)))


def _backups(vault: Vault) -> Sequence[BackupCard]:
    return tuple(BackupCard.of(backup) for backup in vault.backups())
