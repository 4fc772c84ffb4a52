"""The rare steps: create a vault, set a new passphrase with the recovery code, use another folder."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from netmoede_desktop.gui.access.page import EntryPage
from netmoede_desktop.gui.entry.first_run import FirstRunPage
from netmoede_desktop.gui.entry.other_folder import OtherFolderPage
from netmoede_desktop.gui.entry.recover import RecoverPage
from netmoede_desktop.gui.entry.troubles import WayOut, trouble_of
from netmoede_desktop.gui.entry.window.stack import EntryStack
from netmoede_desktop.gui.entry.window.work import EntryWork, EntryWorld
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.importing import one_at_a_time
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.problem_wording import problem_sentence
from netmoede_desktop.storage.problems import StorageProblem
from netmoede_desktop.storage.vault_folder import judge_folder


@dataclass(frozen=True, slots=True)
class FirstEnds:
    """The exits of the steps: back to the beginning, show a new code, open the app; `tried` gets a new passphrase."""

    begin: Callable[[], None]
    show_code: Callable[[str], None]
    finished: Callable[[], None]
    tried: Callable[[str], None]


class FirstSteps:
    """The steps; each page goes back to the previous one."""

    def __init__(self, world: EntryWorld, work: EntryWork, stack: EntryStack, t: Translator, ends: FirstEnds) -> None:
        self._world, self._work, self._stack, self._t = world, work, stack, t
        self._ends = ends

    def begin(self) -> None:
        """Ask for the passphrase of a new vault, or show why the folder is unsuitable for one."""
        verdict = judge_folder(self._world.profile, self._world.file_system_of)
        if verdict is None:
            self._stack.reset_to(self._first_page)
        else:
            facts = {"reason": verdict.reason, "found": verdict.found}
            self._stack.reset_to_failure(trouble_of("unsuitable_folder", facts, self._t), self._ends.begin)

    def recover(self) -> None:
        """Navigate to the page for the recovery code."""
        self._stack.navigate_to(self._recover_page)

    def choose_folder(self) -> None:
        """Navigate to the page for another folder."""
        self._stack.navigate_to(self._folder_page)

    def _first_page(self, look: Look) -> EntryPage:
        page = FirstRunPage(look, self._t)
        page.asked.connect(self._create)
        return page

    def _create(self, passphrase: str) -> None:
        def job() -> str:
            made = self._work.entrance().create(passphrase)
            self._work.register(made.vault)
            return made.recovery_code

        def refused(problem: StorageProblem) -> bool:
            page = self._stack.page
            if problem.code == "store_exists":
                self._ends.begin()  # another program has made one meanwhile: it is unlocked, or restored
                return True
            if problem.code != "weak_passphrase" or not isinstance(page, FirstRunPage):
                return False
            page.show_problem(self._sentence(problem))
            return True

        self._stack.run_job(self._t.gettext("Gør klar … det tager et øjeblik."), job, self._ends.show_code, refused)

    def _recover_page(self, look: Look) -> EntryPage:
        page = RecoverPage(look, self._t)
        page.asked.connect(self._recover)
        page.restore_asked.connect(lambda: self._stack.way_chosen.emit(WayOut.RESTORE))
        page.left.connect(self._stack.go_back)
        return page

    def _recover(self, code: str, passphrase: str) -> None:
        def job() -> None:
            with one_at_a_time:
                from netmoede_desktop.services.vaults.code_on_paper import (
                    confirm_code_on_paper,  # in the lane: it loads the store
                )

            confirm_code_on_paper(self._work.register(self._work.entrance().recover(code, passphrase)))

        def refused(problem: StorageProblem) -> bool:
            self._ends.tried(passphrase)  # it is set all the same where only the store is damaged
            page = self._stack.page
            if not isinstance(page, RecoverPage):
                return False
            match problem.code:
                case "wrong_recovery_code" | "mistyped_recovery_code":
                    page.show_code_problem(self._sentence(problem))
                case "weak_passphrase":
                    page.show_passphrase_problem(self._sentence(problem))
                case _:
                    return False
            return True

        self._stack.run_job(self._t.gettext("Låser op …"), job, lambda _: self._ends.finished(), refused)

    def _folder_page(self, look: Look) -> EntryPage:
        page = OtherFolderPage(self._world.other_folder, look, self._t)
        page.left.connect(self._stack.go_back)
        page.asked.connect(self._use_folder)
        return page

    def _use_folder(self, typed: str) -> None:
        page, folder = self._stack.page, Path(typed).expanduser()
        if not isinstance(page, OtherFolderPage):
            return
        if not folder.is_absolute():
            page.show_problem(self._t.gettext("Skriv hele vejen til mappen, fra begyndelsen."))
        elif any(level.exists() and not level.is_dir() for level in (folder, *folder.parents)):
            page.show_problem(self._t.gettext("Det er en fil. Vælg en mappe."))
        elif judge_folder(folder, self._world.file_system_of) is not None:
            page.show_problem(problem_sentence("unsuitable_folder", {}, self._t))
        else:
            self._work.close()
            self._world.restart(folder)

    def _sentence(self, problem: StorageProblem) -> str:
        return problem_sentence(problem.code, problem.facts, self._t)
