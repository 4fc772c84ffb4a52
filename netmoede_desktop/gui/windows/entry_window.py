"""The first window: a new vault or an old one unlocked, and a way back from every wrong turn.

It is painted before anything heavy is loaded; the store and all else comes in a thread while the user types. Importing
this module loads no database, no printing and no names of months.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from netmoede_desktop.gui.pages.entry.first_run import FirstRunPage
from netmoede_desktop.gui.pages.entry.other_folder import OtherFolderPage
from netmoede_desktop.gui.pages.entry.page import EntryPage
from netmoede_desktop.gui.pages.entry.recover import RecoverPage
from netmoede_desktop.gui.pages.entry.troubles import WayOut, trouble_of
from netmoede_desktop.gui.pages.entry.unlock import UnlockPage
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.theme.stylesheet import KIND
from netmoede_desktop.gui.windows.entry_code import CodeSteps
from netmoede_desktop.gui.windows.entry_restoring import RestoreSteps
from netmoede_desktop.gui.windows.entry_stack import EntryStack
from netmoede_desktop.gui.windows.entry_work import EntryWork, EntryWorld
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.problem_wording import problem_sentence
from netmoede_desktop.services.profiles import Found, found_in
from netmoede_desktop.storage.folder import judge_folder
from netmoede_desktop.storage.problems import StorageProblem

if TYPE_CHECKING:
    from netmoede_desktop.storage.vault import Vault

__all__ = ["EntryWindow", "EntryWorld"]

_WIDTH, _HEIGHT = 960, 680
_LEAST_WIDTH, _LEAST_HEIGHT = 480, 360
_LARGER, _SMALLER, _AS_IT_WAS = 1, -1, 0


@dataclass(frozen=True, slots=True)
class _Opened:
    """A vault, and whether its recovery code is on paper."""

    vault: "Vault"
    on_paper: bool


class EntryWindow(QWidget):
    """One page at a time. It ends with `opened`, or is closed."""

    opened = Signal(object)
    """A `Vault`, open. From then on it belongs to whoever hears it; the window can be closed."""
    scale_asked = Signal(int)
    """Larger (1), smaller (-1) or as it was (0). What comes of it arrives by `dress`."""

    def __init__(self, world: EntryWorld, look: Look, t: Translator) -> None:
        super().__init__()
        self._world, self._t = world, t
        self._passphrase = ""
        self._work = EntryWork(world)
        self._stack = EntryStack(self._work, look, t)
        self._code = CodeSteps(world, self._work, self._stack, t, self._finish)
        self._restoring = RestoreSteps(world, self._work, self._stack, t, self._look_for_paper)
        self.setWindowTitle(t.gettext("Netværksmøde"))
        self.setProperty(KIND, "window")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # no page makes the window grow
        column.addWidget(self._stack)
        self._stack.emptied.connect(self.begin)
        self._stack.way_chosen.connect(self._take)
        self._take_keys()
        self._set_size(look)
        self.begin()

    @property
    def page(self) -> EntryPage:
        """The page that is shown."""
        return self._stack.page

    def begin(self) -> None:
        """Show the page that fits what the profile holds."""
        self._passphrase = ""
        match found_in(self._world.profile):
            case Found.VAULT:
                self._stack.begin_with(self._unlock_page)
            case Found.ONLY_BACKUPS:
                self._stack.say(trouble_of("store_lost", {}, self._t), self.begin)
            case Found.NOTHING:
                self._begin_anew()

    def dress(self, look: Look) -> None:
        """Show the same in another look; what was typed is still there."""
        self._stack.dress(look)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint; once that is done the first time, begin to load."""
        super().paintEvent(event)
        QTimer.singleShot(0, self._work.load)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Go out of sight, and close what nobody has got."""
        self.hide()
        self._work.close()
        super().closeEvent(event)

    def _set_size(self, look: Look) -> None:
        room = self.screen().availableGeometry().size()
        self.setMinimumSize(_LEAST_WIDTH, _LEAST_HEIGHT)
        self.resize(min(look.px(_WIDTH), room.width()), min(look.px(_HEIGHT), room.height()))

    def _take_keys(self) -> None:
        for keys, step in (
            ((QKeySequence(QKeySequence.StandardKey.ZoomIn), QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")), _LARGER),
            ((QKeySequence(QKeySequence.StandardKey.ZoomOut), QKeySequence("Ctrl+-")), _SMALLER),
            ((QKeySequence("Ctrl+0"),), _AS_IT_WAS),
        ):
            shortcut = QShortcut(self)
            shortcut.setKeys(list(dict.fromkeys(keys)))
            shortcut.activated.connect(lambda step=step: self._ask_scale(step))

    def _ask_scale(self, step: int) -> None:
        if not self.page.waiting:
            self.scale_asked.emit(step)

    # A vault that is there.

    def _unlock_page(self, look: Look) -> EntryPage:
        page = UnlockPage(look, self._t)
        page.asked.connect(self._unlock)
        page.forgotten.connect(lambda: self._stack.go_to(self._recover_page))
        return page

    def _unlock(self, passphrase: str) -> None:
        self._passphrase = passphrase

        def refused(problem: StorageProblem) -> bool:
            page = self.page
            if problem.code != "wrong_passphrase" or not isinstance(page, UnlockPage):
                return False
            page.show_problem(self._sentence(problem))
            return True

        told = self._t.gettext("Låser op …")
        self._stack.do(told, lambda: self._kept(self._work.entrance().open(passphrase)), self._enter, refused)

    def _kept(self, vault: "Vault") -> _Opened:
        """In the lane: keep the vault and see whether its code is on paper."""
        from netmoede_desktop.services.code_on_paper import is_on_paper

        self._work.keep(vault)
        return _Opened(vault, is_on_paper(vault))

    def _enter(self, opened: _Opened) -> None:
        if opened.on_paper:
            self._finish()
        else:
            self._code.offer()

    def _look_for_paper(self) -> None:
        self._stack.do(self._t.gettext("Åbner …"), lambda: self._kept(self._work.vault), self._enter)

    def _finish(self) -> None:
        self._passphrase = ""
        self.opened.emit(self._work.hand_over())

    # Forgotten.

    def _recover_page(self, look: Look) -> EntryPage:
        page = RecoverPage(look, self._t)
        page.asked.connect(self._recover)
        page.left.connect(self._stack.go_back)
        return page

    def _recover(self, code: str, passphrase: str) -> None:
        def job() -> None:
            from netmoede_desktop.services.code_on_paper import put_on_paper

            put_on_paper(self._work.keep(self._work.entrance().recover(code, passphrase)))

        def refused(problem: StorageProblem) -> bool:
            self._passphrase = passphrase  # set all the same where only the store is damaged
            page = self.page
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

        self._stack.do(self._t.gettext("Låser op …"), job, lambda _: self._finish(), refused)

    # The first time.

    def _begin_anew(self) -> None:
        verdict = judge_folder(self._world.profile, self._world.file_system_of)
        if verdict is None:
            self._stack.begin_with(self._first_page)
        else:
            facts = {"reason": verdict.reason, "found": verdict.found}
            self._stack.say(trouble_of("unsuitable_folder", facts, self._t), self.begin)

    def _first_page(self, look: Look) -> EntryPage:
        page = FirstRunPage(look, self._t)
        page.asked.connect(self._create)
        return page

    def _create(self, passphrase: str) -> None:
        def job() -> str:
            made = self._work.entrance().create(passphrase)
            self._work.keep(made.vault)
            return made.recovery_code

        def refused(problem: StorageProblem) -> bool:
            page = self.page
            if problem.code == "store_exists":
                self.begin()  # another program has made one meanwhile: it is unlocked, or restored
                return True
            if problem.code != "weak_passphrase" or not isinstance(page, FirstRunPage):
                return False
            page.show_problem(self._sentence(problem))
            return True

        self._stack.do(self._t.gettext("Gør klar … det tager et øjeblik."), job, self._code.show, refused)

    # Ways out of a trouble.

    def _take(self, way: WayOut) -> None:
        match way:
            case WayOut.RESTORE:
                self._restoring.begin(self._passphrase)
            case WayOut.CALL_OTHER:
                self._call_other()
            case WayOut.OTHER_FOLDER:
                self._stack.go_to(self._folder_page)
            case WayOut.CLOSE:
                self.close()
            case WayOut.TRY_AGAIN:
                self._stack.go_back()
            case _:
                assert_never(way)

    def _call_other(self) -> None:
        from netmoede_desktop.gui.system.only_window import call_first

        call_first(self._world.profile)

    def _folder_page(self, look: Look) -> EntryPage:
        page = OtherFolderPage(self._world.other_folder, look, self._t)
        page.left.connect(self._stack.go_back)
        page.asked.connect(self._use_folder)
        return page

    def _use_folder(self, typed: str) -> None:
        page, folder = self.page, Path(typed).expanduser()
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
            self._world.start_anew(folder)

    def _sentence(self, problem: StorageProblem) -> str:
        return problem_sentence(problem.code, problem.facts, self._t)
