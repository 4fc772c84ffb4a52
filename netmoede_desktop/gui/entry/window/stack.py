"""The page stack of the first window: one page at a time, back navigation, and the page for a failure."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netmoede_desktop.gui.access.page import EntryPage
from netmoede_desktop.gui.entry.window.work import EntryWork
from netmoede_desktop.gui.kit.speech.voice import announce
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.importing import one_at_a_time
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.storage.problems import StorageProblem

if TYPE_CHECKING:
    from netmoede_desktop.gui.entry.troubles import Trouble, WayOut

T = TypeVar("T")
MakePage = Callable[[Look], EntryPage]


class EntryStack(QWidget):
    """A stack of pages. They are made by factories that get the look, so that they can be rebuilt in another one."""

    emptied = Signal()
    """Emitted by `go_back` if the stack is empty: start again from the beginning."""
    way_chosen = Signal(object)
    """Emitted with a `WayOut` that leaves the stack."""

    def __init__(self, work: EntryWork, look: Look, t: Translator) -> None:
        super().__init__()
        self._work, self._look, self._t = work, look, t
        self._trail: list[tuple[MakePage, tuple[str, ...]]] = []
        self._page: EntryPage | None = None
        self._make: MakePage | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def page(self) -> EntryPage:
        """The current page. Raises RuntimeError before the first page."""
        if self._page is None:
            raise RuntimeError("no page is shown")
        return self._page

    def reset_to(self, make: MakePage) -> None:
        """Clear the stack and show a page."""
        self._trail.clear()
        self._show(make)

    def navigate_to(self, make: MakePage) -> None:
        """Show another page; `go_back` returns to the present one and restores its typed text."""
        if self._make is not None:
            self._trail.append((self._make, self.page.typed()))
        self._show(make)

    def go_back(self) -> None:
        """Show the previous page with its typed text, or emit `emptied`."""
        if not self._trail:
            self.emptied.emit()
            return
        make, typed = self._trail.pop()
        self._show(make)
        self.page.restore_typed(typed)

    def set_look(self, look: Look) -> None:
        """Rebuild the current page in another look; typed text is preserved."""
        self._look = look
        if self._make is not None and self._page is not None:
            typed = self._page.typed()
            self._show(self._make)
            self._page.restore_typed(typed)

    def run_job(
        self,
        progress: str,
        job: Callable[[], T],
        done: Callable[[T], None],
        refused: Callable[[StorageProblem], bool] = lambda _: False,
    ) -> None:
        """Run a job in the lane while the page waits. A problem for which `refused` returns False gets a page of its
        own.
        """
        page = self.page
        page.show_busy(progress)

        def again() -> None:
            self.run_job(progress, job, done, refused)

        def ended(result: T) -> None:
            page.end_busy()
            done(result)

        def failed(error: Exception) -> None:
            page.end_busy()
            if not (isinstance(error, StorageProblem) and refused(error)):
                self._show_error(error, again)

        self._work.run(job, ended, failed)

    def show_failure(self, trouble: "Trouble", again: Callable[[], None]) -> None:
        """Show a failure with its ways out; trying again goes back and calls `again`."""
        self.navigate_to(lambda look: self._trouble_page(trouble, again, look))

    def reset_to_failure(self, trouble: "Trouble", again: Callable[[], None]) -> None:
        """Clear the stack and show a failure."""
        self.reset_to(lambda look: self._trouble_page(trouble, again, look))

    def _trouble_page(self, trouble: "Trouble", again: Callable[[], None], look: Look) -> EntryPage:
        with one_at_a_time:
            from netmoede_desktop.gui.entry.message import TroublePage

        page = TroublePage(trouble, look, self._t)
        page.left.connect(self.go_back)
        page.chosen.connect(lambda way: self._follow(way, again))
        return page

    def _show_error(self, error: Exception, again: Callable[[], None]) -> None:
        with one_at_a_time:
            from netmoede_desktop.gui.entry.troubles import fault, trouble_of

        if isinstance(error, StorageProblem):
            self.show_failure(trouble_of(error.code, error.facts, self._t), again)
        else:
            self.show_failure(fault(error, self._t), again)

    def _follow(self, way: "WayOut", again: Callable[[], None]) -> None:
        with one_at_a_time:
            from netmoede_desktop.gui.entry.troubles import WayOut

        if way is not WayOut.TRY_AGAIN:
            self.way_chosen.emit(way)
            return
        if self._trail:
            self.go_back()
        again()

    def _show(self, make: MakePage) -> None:
        page, old = make(self._look), self._page
        self._page, self._make = page, make
        self._column.addWidget(page)
        page.show()
        page.focus_first()  # before the old page goes: Qt would look for the next field by itself, and select all in it
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
            announce(page, page.accessibleName())
        self._column.activate()
