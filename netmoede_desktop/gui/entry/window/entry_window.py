"""The first window: creates a vault or unlocks one, with a way back from every wrong turn.

It is painted before anything heavy is loaded; the store and all else comes in a thread while the user types. Importing
this module loads no database, no printing, no names of months, and of the pages only the one for unlocking: what the
lock screen does not show is imported where it is used, and is loaded by then.
"""

from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from netmoede_desktop.gui.access.page import EntryPage
from netmoede_desktop.gui.entry.unlock import UnlockPage
from netmoede_desktop.gui.entry.window.stack import EntryStack
from netmoede_desktop.gui.entry.window.work import EntryWork, EntryWorld
from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.theme.stylesheet import KIND
from netmoede_desktop.importing import one_at_a_time
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.vaults.profiles import ProfileContent, found_in
from netmoede_desktop.storage.problems import StorageProblem

if TYPE_CHECKING:
    from netmoede_desktop.gui.entry.troubles import WayOut
    from netmoede_desktop.gui.entry.window.code import CodeSteps
    from netmoede_desktop.gui.entry.window.first import FirstSteps
    from netmoede_desktop.gui.entry.window.restoring import RestoreSteps
    from netmoede_desktop.storage.vault import Vault

__all__ = ["EntryWindow", "EntryWorld"]

_WIDTH, _HEIGHT = 960, 680
_LEAST_WIDTH, _LEAST_HEIGHT = 480, 360
_LARGER, _SMALLER, _AS_IT_WAS = 1, -1, 0


class EntryWindow(QWidget):
    """Shows one page at a time. Ends by emitting `opened`, or by being closed."""

    opened = Signal(object)
    """Emitted with an open `Vault`. The receiver owns it from then on; the window can be closed."""
    painted = Signal()
    """Emitted once, after the first paint: start what could wait until the window is visible."""
    scale_asked = Signal(int)
    """Emitted with larger (1), smaller (-1) or reset (0). The caller answers with `set_look`."""

    def __init__(self, world: EntryWorld, look: Look, t: Translator) -> None:
        super().__init__()
        self._world, self._t = world, t
        self._passphrase = ""
        self._painted = False
        self._work = EntryWork(world)
        self._stack = EntryStack(self._work, look, t)
        self.setWindowTitle(t.gettext("Netværksmøde"))
        set_role(self, SpokenRole.WINDOW)
        self.setProperty(KIND, "window")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # no page makes the window grow
        column.addWidget(self._stack)
        self._stack.emptied.connect(self.begin)
        self._stack.way_chosen.connect(self._follow)
        self._set_size(look)
        self.begin()

    @property
    def page(self) -> EntryPage:
        """The current page."""
        return self._stack.page

    def begin(self) -> None:
        """Show the page that fits the contents of the profile folder."""
        self._passphrase = ""
        match found_in(self._world.profile):
            case ProfileContent.VAULT:
                self._stack.reset_to(self._unlock_page)
            case ProfileContent.ONLY_BACKUPS:
                self._show_store_lost()
            case ProfileContent.NOTHING:
                self._first_steps().begin()

    def set_look(self, look: Look) -> None:
        """Render the same page in another look; typed text is preserved."""
        self._stack.set_look(look)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint; after the first paint start the deferred work."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._after_painting)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Hide, then close the lane and any vault not handed over."""
        self.hide()
        self._work.close()
        super().closeEvent(event)

    def _after_painting(self) -> None:
        self._bind_keys()
        self._work.loading.begin()
        self.painted.emit()

    def _set_size(self, look: Look) -> None:
        room = self.screen().availableGeometry().size()
        self.setMinimumSize(_LEAST_WIDTH, _LEAST_HEIGHT)
        self.resize(min(look.px(_WIDTH), room.width()), min(look.px(_HEIGHT), room.height()))

    def _bind_keys(self) -> None:
        from PySide6.QtGui import QKeySequence, QShortcut  # its long list of keys is dear, and not for a start

        for keys, step in (
            (("Ctrl++", "Ctrl+="), _LARGER),
            (("Ctrl+-",), _SMALLER),
            (("Ctrl+0",), _AS_IT_WAS),
        ):
            shortcut = QShortcut(self)
            shortcut.setKeys([QKeySequence(key) for key in keys])
            shortcut.activated.connect(lambda step=step: self._ask_scale(step))

    def _ask_scale(self, step: int) -> None:
        if not self.page.busy:
            self.scale_asked.emit(step)

    # A vault that is there.

    def _unlock_page(self, look: Look) -> EntryPage:
        page = UnlockPage(look, self._t)
        page.asked.connect(self._unlock)
        page.forgotten.connect(lambda: self._first_steps().recover())
        return page

    def _unlock(self, passphrase: str) -> None:
        self._passphrase = passphrase

        def refused(problem: StorageProblem) -> bool:
            with one_at_a_time:
                from netmoede_desktop.localization.problem_wording import problem_sentence

            page = self.page
            if problem.code != "wrong_passphrase" or not isinstance(page, UnlockPage):
                return False
            page.show_problem(problem_sentence(problem.code, problem.facts, self._t))
            return True

        progress = self._t.gettext("Låser op …")
        self._stack.run_job(
            progress, lambda: self._register_vault(self._work.entrance().open(passphrase)), self._enter, refused
        )

    def _register_vault(self, vault: "Vault") -> bool:
        """Register the open vault; return True if its recovery code is on paper. Runs in the lane."""
        with one_at_a_time:
            from netmoede_desktop.services.vaults.code_on_paper import is_on_paper

        return is_on_paper(self._work.register(vault))

    def _enter(self, on_paper: bool) -> None:
        if on_paper:
            self._finish()
        else:
            self._code_steps().offer()

    def _finish(self) -> None:
        self._passphrase = ""
        self.opened.emit(self._work.release_vault())

    # What is not seen every day.

    def _code_steps(self) -> "CodeSteps":
        with one_at_a_time:
            from netmoede_desktop.gui.entry.window.code import CodeSteps

        return CodeSteps(self._world, self._work, self._stack, self._t, self._finish)

    def _first_steps(self) -> "FirstSteps":
        with one_at_a_time:
            from netmoede_desktop.gui.entry.window.first import FirstEnds, FirstSteps

        def tried(passphrase: str) -> None:
            self._passphrase = passphrase

        ends = FirstEnds(self.begin, lambda code: self._code_steps().show(code), self._finish, tried)
        return FirstSteps(self._world, self._work, self._stack, self._t, ends)

    def _restore_steps(self) -> "RestoreSteps":
        with one_at_a_time:
            from netmoede_desktop.gui.entry.window.restoring import RestoreSteps

        return RestoreSteps(self._world, self._work, self._stack, self._t, self._check_code_on_paper)

    def _check_code_on_paper(self) -> None:
        self._stack.run_job(self._t.gettext("Åbner …"), lambda: self._register_vault(self._work.vault), self._enter)

    def _show_store_lost(self) -> None:
        with one_at_a_time:
            from netmoede_desktop.gui.entry.troubles import trouble_of

        self._stack.reset_to_failure(trouble_of("store_lost", {}, self._t), self.begin)

    def _follow(self, way: "WayOut") -> None:
        with one_at_a_time:
            from netmoede_desktop.gui.entry.troubles import WayOut

        match way:
            case WayOut.RESTORE:
                self._restore_steps().begin(self._passphrase)
            case WayOut.CALL_OTHER:
                self._call_other()
            case WayOut.OTHER_FOLDER:
                self._first_steps().choose_folder()
            case WayOut.CLOSE:
                self.close()
            case WayOut.TRY_AGAIN:
                self._stack.go_back()
            case _:
                assert_never(way)

    def _call_other(self) -> None:
        with one_at_a_time:
            from netmoede_desktop.gui.system.only_window import request_raise

        request_raise(self._world.profile)
