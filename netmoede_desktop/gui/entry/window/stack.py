"""One page of the first window at a time, the way back between them, and a page for what stands in the way."""

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
    """Pages are made by functions that get the look, so that they can be made again in another one."""

    emptied = Signal()
    """There is nothing to go back to: begin at the beginning."""
    way_chosen = Signal(object)
    """A `WayOut` that leads away from here."""

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
        """The page that is shown."""
        if self._page is None:
            raise RuntimeError("no page is shown")
        return self._page

    def begin_with(self, make: MakePage) -> None:
        """Show a page to which there is nothing before."""
        self._trail.clear()
        self._show(make)

    def go_to(self, make: MakePage) -> None:
        """Show another page; `go_back` leads here again, with what was typed."""
        if self._make is not None:
            self._trail.append((self._make, self.page.typed()))
        self._show(make)

    def go_back(self) -> None:
        """Show the page before."""
        if not self._trail:
            self.emptied.emit()
            return
        make, typed = self._trail.pop()
        self._show(make)
        self.page.type_again(typed)

    def dress(self, look: Look) -> None:
        """Show the same page in another look; what was typed is still there."""
        self._look = look
        if self._make is not None and self._page is not None:
            typed = self._page.typed()
            self._show(self._make)
            self._page.type_again(typed)

    def do(
        self,
        told: str,
        job: Callable[[], T],
        done: Callable[[T], None],
        refused: Callable[[StorageProblem], bool] = lambda _: False,
    ) -> None:
        """Do a job in the lane while the page waits. A problem that `refused` does not take gets a page of its own."""
        page = self.page
        page.wait(told)

        def again() -> None:
            self.do(told, job, done, refused)

        def ended(result: T) -> None:
            page.go_on()
            done(result)

        def failed(error: Exception) -> None:
            page.go_on()
            if not (isinstance(error, StorageProblem) and refused(error)):
                self._say_failure(error, again)

        self._work.run(job, ended, failed)

    def say(self, trouble: "Trouble", again: Callable[[], None]) -> None:
        """Show a trouble with its ways out; to try again is to go back and do `again`."""
        self.go_to(lambda look: self._trouble_page(trouble, again, look))

    def begin_saying(self, trouble: "Trouble", again: Callable[[], None]) -> None:
        """Show a trouble to which there is nothing before."""
        self.begin_with(lambda look: self._trouble_page(trouble, again, look))

    def _trouble_page(self, trouble: "Trouble", again: Callable[[], None], look: Look) -> EntryPage:
        with one_at_a_time:
            from netmoede_desktop.gui.entry.message import TroublePage

        page = TroublePage(trouble, look, self._t)
        page.left.connect(self.go_back)
        page.chosen.connect(lambda way: self._take(way, again))
        return page

    def _say_failure(self, error: Exception, again: Callable[[], None]) -> None:
        with one_at_a_time:
            from netmoede_desktop.gui.entry.troubles import fault, trouble_of

        if isinstance(error, StorageProblem):
            self.say(trouble_of(error.code, error.facts, self._t), again)
        else:
            self.say(fault(error, self._t), again)

    def _take(self, way: "WayOut", again: Callable[[], None]) -> None:
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
