"""The steps of a new recovery code: shown, printed, typed back. Only then does the app get the vault."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from netmoede_desktop.gui.access.page import EntryPage
from netmoede_desktop.gui.access.recovery_code import OfferCodePage, ShowCodePage, TypeCodePage
from netmoede_desktop.gui.entry.window.stack import EntryStack
from netmoede_desktop.gui.entry.window.work import EntryWork, EntryWorld
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.importing import one_at_a_time
from netmoede_desktop.localization.catalogue import Translator

if TYPE_CHECKING:
    from netmoede_desktop.gui.desk.dialogs import Dialogs


class CodeSteps:
    """The steps for one code; `finished` is called when it is on paper, or when the user has postponed it."""

    def __init__(
        self, world: EntryWorld, work: EntryWork, stack: EntryStack, t: Translator, finished: Callable[[], None]
    ) -> None:
        self._world, self._work, self._stack, self._t = world, work, stack, t
        self._finished = finished
        self._dialogs: Dialogs | None = None

    def show(self, code: str) -> None:
        """Show a new code as the first page; the only other exit is to close the window."""

        def make(look: Look) -> EntryPage:
            page = ShowCodePage(code, look, self._t)
            page.print_asked.connect(lambda: self._print(code))
            page.on_paper.connect(lambda: self._type_back(code))
            return page

        self._stack.reset_to(make)

    def offer(self) -> None:
        """Offer a new code where the old one was never typed back."""

        def make(look: Look) -> EntryPage:
            page = OfferCodePage(look, self._t)
            page.renew_asked.connect(self._renew)
            page.left.connect(self._finished)
            return page

        self._stack.reset_to(make)

    def _renew(self) -> None:
        def job() -> str:
            with one_at_a_time:
                from netmoede_desktop.services.vaults.code_on_paper import renew_for_paper

            return renew_for_paper(self._work.vault, self._world.now())

        self._stack.run_job(self._t.gettext("Laver en ny kode …"), job, self.show)

    def _type_back(self, code: str) -> None:
        def make(look: Look) -> EntryPage:
            page = TypeCodePage(code, look, self._t)
            page.left.connect(self._stack.go_back)
            page.confirmed.connect(self._confirm)
            return page

        self._stack.navigate_to(make)

    def _confirm(self) -> None:
        def job() -> None:
            with one_at_a_time:
                from netmoede_desktop.services.vaults.code_on_paper import confirm_code_on_paper

            confirm_code_on_paper(self._work.vault)

        self._stack.run_job(self._t.gettext("Åbner …"), job, lambda _: self._finished())

    def _print(self, code: str) -> None:
        # Here and not in the lane, which asks for the printers: no class of Qt is made in another thread.
        with one_at_a_time:
            from PySide6.QtPrintSupport import QPrinter, QPrinterInfo  # noqa: F401

        if self._dialogs is None:
            self._dialogs = self._world.dialogs()
        dialogs = self._dialogs
        progress = self._t.gettext("Finder printeren …")
        self._stack.run_job(progress, dialogs.printers, lambda names: self._print_on(names, dialogs, code))

    def _print_on(self, names: tuple[str, ...], dialogs: "Dialogs", code: str) -> None:
        page = self._stack.page
        if isinstance(page, ShowCodePage):
            with one_at_a_time:
                from netmoede_desktop.gui.access.code_printing import CodePlace, print_on_first
                from netmoede_desktop.services.files.files_out import FilesOut

            print_on_first(names, dialogs, page, code, CodePlace(FilesOut((self._world.profile,)), self._t))
