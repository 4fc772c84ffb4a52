"""A new recovery code from the settings: made, shown, printed, typed back. The old one is then void."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from netmoede_desktop.gui.access.page import EntryPage
from netmoede_desktop.gui.access.recovery_code import ShowCodePage, TypeCodePage
from netmoede_desktop.gui.desk.dialogs import Dialogs
from netmoede_desktop.gui.desk.office_page import OfficePage
from netmoede_desktop.gui.desk.page_context import PageContext
from netmoede_desktop.importing import one_at_a_time
from netmoede_desktop.services.vaults.code_on_paper import confirm_code_on_paper, renew_for_paper


class NewCodePage(OfficePage):
    """Shows the code pages of the first window in the office. If left half way, the next opening offers a new code."""

    finished = Signal()
    """Emitted when the code is on paper."""

    def __init__(self, context: PageContext, dialogs: Callable[[], Dialogs]) -> None:
        """Create the page; `dialogs` is called on printing."""
        super().__init__()
        self._context, self._dialogs = context, dialogs
        self._stack = QStackedWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    @property
    def page(self) -> EntryPage | None:
        """The current page, None before the code is made."""
        page = self._stack.currentWidget()
        return page if isinstance(page, EntryPage) else None

    def enter(self) -> None:
        """Make a code and show it."""
        context, now = self._context, self._context.clock.now()
        context.lane.run(lambda: renew_for_paper(context.vault, now), self._show_code, self.fail)

    def _show_code(self, code: str) -> None:
        shown = ShowCodePage(code, self._context.look, self._context.t)
        shown.print_asked.connect(lambda: self._print(shown, code))
        shown.on_paper.connect(lambda: self._type_back(code))
        self._show(shown)

    def _type_back(self, code: str) -> None:
        typed = TypeCodePage(code, self._context.look, self._context.t)
        typed.left.connect(lambda: self._show_code(code))
        typed.confirmed.connect(self._confirm)
        self._show(typed)

    def _confirm(self) -> None:
        vault = self._context.vault
        self._context.lane.run(lambda: confirm_code_on_paper(vault), lambda _: self.finished.emit(), self.fail)

    def _show(self, page: EntryPage) -> None:
        before = self.page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.focus_first()
        if before is not None:
            self._stack.removeWidget(before)
            before.deleteLater()

    def _print(self, page: ShowCodePage, code: str) -> None:
        t, dialogs = self._context.t, self._dialogs()

        def found(names: tuple[str, ...]) -> None:
            if self.page is page:  # else it is on paper already
                with one_at_a_time:
                    from netmoede_desktop.gui.access.code_printing import CodePlace, print_on_first
                    from netmoede_desktop.services.files.files_out import FilesOut

                print_on_first(names, dialogs, page, code, CodePlace(FilesOut((self._context.profile,)), t))

        self._context.lane.run(dialogs.printers, found, self.fail)
