"""The steps that replace an unusable store by a backup: the newest intact one is found and offered."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from netmoede_desktop.gui.access.page import EntryPage
from netmoede_desktop.gui.access.wording import backup_moment
from netmoede_desktop.gui.entry.message import DonePage
from netmoede_desktop.gui.entry.restore import BackupLine, RestorePage
from netmoede_desktop.gui.entry.window.stack import EntryStack
from netmoede_desktop.gui.entry.window.work import EntryWork, EntryWorld
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.backup_wording import remarks
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.problem_wording import problem_codes, problem_sentence
from netmoede_desktop.storage.problems import StorageProblem

if TYPE_CHECKING:
    from netmoede_desktop.services.vaults.opening import BackupCard, Restored

#: What a wrong choice of backup comes to: another can be chosen on the same page.
_OF_THE_CHOICE = frozenset({"backup_damaged", "no_backup", "newer_store"})


class RestoreSteps:
    """The steps from a list of backups to an open vault; `opened` is called once it is open."""

    def __init__(
        self, world: EntryWorld, work: EntryWork, stack: EntryStack, t: Translator, opened: Callable[[], None]
    ) -> None:
        self._world, self._work, self._stack, self._t = world, work, stack, t
        self._opened = opened

    def begin(self, passphrase: str) -> None:
        """List the backups. `passphrase` is the one already tried, "" if none: then the page asks for it."""

        def job() -> tuple[BackupLine, ...]:
            now = self._world.now()
            found = self._work.entrance().backups()
            return tuple(self._line(one, now) for one in found)

        self._stack.run_job(self._t.gettext("Ser efter …"), job, lambda lines: self._choose(lines, passphrase))

    def _line(self, card: "BackupCard", now: datetime) -> BackupLine:
        made = backup_moment(card.made, now, None, self._t)
        return BackupLine(card.name, made, tuple(remarks(card.remarks, self._t)), "foreign" in card.remarks)

    def _choose(self, lines: tuple[BackupLine, ...], passphrase: str) -> None:
        def make(look: Look) -> EntryPage:
            page = RestorePage(lines, look, self._t, ask_passphrase=not passphrase)
            page.left.connect(self._stack.go_back)
            page.asked.connect(lambda typed, name: self._restore(typed or passphrase, name, lines))
            return page

        self._stack.navigate_to(make)
        if passphrase and lines:
            self._verify_backups(passphrase)

    def _verify_backups(self, passphrase: str) -> None:
        """Verify the backups, newest first, until one is intact; a result that arrives after a choice is dropped."""

        def found(card: "BackupCard | None") -> None:
            page = self._stack.page
            if isinstance(page, RestorePage) and not page.busy:
                page.show_good(None if card is None else card.name)

        def failed(error: Exception) -> None:
            page = self._stack.page
            if isinstance(page, RestorePage) and isinstance(error, StorageProblem) and not page.busy:
                self._show_problem(page, error)

        page = self._stack.page
        if isinstance(page, RestorePage):
            page.show_verifying()
        self._work.run(lambda: self._work.entrance().newest_good(passphrase), found, failed)

    def _restore(self, passphrase: str, name: str, lines: tuple[BackupLine, ...]) -> None:
        def job() -> "Restored":
            restored = self._work.entrance().restore(passphrase, name)
            self._work.register(restored.vault)
            return restored

        def refused(problem: StorageProblem) -> bool:
            page = self._stack.page
            return isinstance(page, RestorePage) and self._show_problem(page, problem)

        line = next(line for line in lines if line.name == name)
        progress = self._t.gettext("Gendanner … det kan tage et øjeblik.")
        self._stack.run_job(progress, job, lambda restored: self._show_restored(restored, line), refused)

    def _show_problem(self, page: RestorePage, problem: StorageProblem) -> bool:
        """Show the problem on the page; return False if neither another choice nor another passphrase would help."""
        if problem.code == "wrong_passphrase":
            page.show_passphrase_problem(problem_sentence(problem.code, problem.facts, self._t))
            return True
        if problem.code not in _OF_THE_CHOICE:
            return False
        sentence = self._t.gettext("Den kopi er beskadiget og kan ikke bruges. Intet er ændret. Vælg en anden.")
        if problem.code == "newer_store" and problem.code in problem_codes():
            sentence = problem_sentence(problem.code, problem.facts, self._t)
        page.show_problem(sentence)
        return True

    def _show_restored(self, restored: "Restored", line: BackupLine) -> None:
        sentences = [self._t.gettext("Kopien er gendannet: {moment}.").format(moment=line.text)]
        if restored.aside is not None:
            aside = self._t.gettext("Den gamle database er lagt til side i 30 dage, her: {folder}")
            if line.foreign:
                aside = self._t.gettext("De møder, der var her, er lagt til side med deres egen nøgle, her: {folder}")
            sentences.append(aside.format(folder=restored.aside))

        def make(look: Look) -> EntryPage:
            page = DonePage(self._t.gettext("Det hele er der igen"), sentences, self._t.gettext("Åbn"), look)
            page.go_asked.connect(self._opened)
            return page

        self._stack.reset_to(make)
