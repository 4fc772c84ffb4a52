"""The list of sager: they and their people searched as you type, in any spelling, opened by Enter."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.gui.cases.case_form import CaseForm, TypedCase
from netmoede_desktop.gui.cases.case_rows import case_rows
from netmoede_desktop.gui.desk.office_page import OfficePage, ToCase
from netmoede_desktop.gui.desk.page_context import PageContext
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.fields.fields import LineInput
from netmoede_desktop.gui.kit.layout.frames import ScrollColumn, row
from netmoede_desktop.gui.kit.lists.value_table import Column, ValueTable
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.system.lane import Task
from netmoede_desktop.localization.refusal_wording import refusal_sentence
from netmoede_desktop.services.cases.cases import FOUND, list_cases, make_case, typed_details
from netmoede_desktop.services.cases.cases import CaseListing as Page

#: So many sager are shown at a time.
PAGE = 50
_COMPACT = 700
#: How low the list may get, at 100 %: its titles and three rows.
_LEAST_LIST = 150


class SearchInput(LineInput):
    """A line for the sought words."""

    down = Signal()
    """Emitted when the arrow to what was found is pressed."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Emit `down` on the arrow down."""
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
            return
        super().keyPressEvent(event)


class CasesPage(OfficePage):
    """The list, the search field, and the form for a new sag."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._limit = PAGE
        self._task: Task[Page] | None = None
        self._open_when_found = False
        self._build()
        self._connect()

    def _build(self) -> None:
        look, t = self._context.look, self._context.t
        self.search = SearchInput(
            placeholder=t.gettext("Søg på et navn, et telefonnummer eller sagens nummer"), longest=200
        )
        self.search.setAccessibleName(t.gettext("Søg i sager og personer"))
        self.clear = Button(t.gettext("Tøm"), look, ButtonKind.QUIET)
        self.clear.setAccessibleName(t.gettext("Tøm søgefeltet"))
        self.new = Button(t.gettext("Ny sag"), look, ButtonKind.PRIMARY)
        self.form = CaseForm(look, t)
        columns = (
            Column(t.gettext("Sag"), 2),
            Column(t.gettext("Barn"), 2),
            Column(t.gettext("Fundet"), 3, spare=True),
            Column(t.gettext("Næste møde"), 2, from_width=460),
            Column(t.gettext("Sidste møde"), 2, from_width=620),
            Column(t.gettext("I alt"), from_width=760),
        )
        self.table = ValueTable(t.gettext("Sager"), columns, look)
        self.empty = Label("", Tone.BODY)
        self.more = Button(t.gettext("Vis flere"), look, ButtonKind.QUIET)
        # The list scrolls by itself; where there is no room for it and the form, the whole page does.
        self.table.setMinimumHeight(look.px(_LEAST_LIST))
        scroll = ScrollColumn(look, padding=24, spacing=12)
        column = scroll.column
        heading = row(Label(t.gettext("Sager"), Tone.TITLE), self.new, spacing=look.px(8))
        column.addLayout(heading)
        column.addLayout(row(self.search, self.clear, spacing=look.px(8)))
        column.addWidget(self.form)
        column.addWidget(self.empty)
        column.addWidget(self.table, 1)
        column.addLayout(row(self.more, None))
        column.addStretch(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self.clear.hide()
        self.empty.hide()
        self.more.hide()

    def _connect(self) -> None:
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(self._open_found)
        self.search.down.connect(self._focus_found)
        self.clear.clicked.connect(self._clear)
        self.new.clicked.connect(self.open_form)
        self.more.clicked.connect(self._show_more)
        self.table.opened.connect(lambda case: self.navigation_requested.emit(ToCase(case)))
        self.form.asked.connect(self._make)
        self.form.left.connect(self._close_form)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self.search.setFocus)

    def enter(self) -> None:
        """Query the list."""
        self._query()

    def focus_first(self) -> None:
        """Focus the search field, or the form while it is open."""
        stop = self.search if self.form.isHidden() else self.form.reference
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_form(self) -> None:
        """Open the form for a new sag."""
        t = self._context.t
        self.form.open_for(t.gettext("Ny sag"), t.gettext("Lav sagen"))
        self.empty.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Stack the fields of the form in a narrow window."""
        super().resizeEvent(event)
        self.form.lay_out(compact=self._context.look.units(self.width()) < _COMPACT)

    def _clear(self) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.clear()

    def _search(self) -> None:
        self.clear.setVisible(bool(self.search.text()))
        self._limit = FOUND if self.search.text().strip() else PAGE
        self._open_when_found = False
        self._query()

    def _show_more(self) -> None:
        self._limit += PAGE
        self._query()

    def _query(self) -> None:
        if self._task is not None:
            self._task.cancel()
        vault, now = self._context.vault, self._context.clock.now()
        wanted, limit, today = self.search.text(), self._limit, now.astimezone().date()
        self._task = self._context.lane.run(
            lambda: list_cases(vault, now, limit=limit, wanted=wanted),
            lambda page: self._show(page, wanted.strip(), today),
            self._failed,
        )

    def _show(self, page: Page, wanted: str, today: date) -> None:
        t = self._context.t
        self._task = None
        self.table.render(case_rows(page.cards, today, t))
        self.table.select(self.table.rows[0].key if wanted and page.cards else "")
        self.table.setVisible(bool(page.cards))
        self.more.setVisible(page.total > len(page.cards))
        if wanted:
            self.empty.setText(t.gettext("Ingen sager og ingen personer passer til »{wanted}«.").format(wanted=wanted))
        else:
            self.empty.setText(
                t.gettext("Her er ingen sager endnu. Vælg »Ny sag«, og skriv sagens nummer og barnets navn.")
            )
        self.empty.setVisible(not page.cards and self.form.isHidden())
        if self._open_when_found:
            self._open_found()

    def _failed(self, error: Exception) -> None:
        self._task = None
        self.fail(error)

    def _open_found(self) -> None:
        """Open the chosen sag on Enter in the search field: the closest match; one still searched for when found."""
        self._open_when_found = self._task is not None
        if self.search.text().strip() and self.table.key and not self._open_when_found:
            self.navigation_requested.emit(ToCase(self.table.key))

    def _focus_found(self) -> None:
        """Choose among the rows by the arrows."""
        if self.table.rows:
            self.table.select(self.table.key or self.table.rows[0].key)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_form(self) -> None:
        self.form.hide()
        self._query()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, typed: TypedCase) -> None:
        vault, now = self._context.vault, self._context.clock.now()

        def job() -> str:
            details = typed_details(typed.reference, typed.child, typed.birth_year, typed.languages)
            return make_case(vault, details, now)

        self.form.keep.setEnabled(False)
        self._context.lane.run(job, self._made, self._refused)

    def _made(self, case: str) -> None:
        self.form.keep.setEnabled(True)
        self.form.hide()
        self.navigation_requested.emit(ToCase(case))

    def _refused(self, error: Exception) -> None:
        self.form.keep.setEnabled(True)
        if isinstance(error, Refused):
            self.form.show_refusal(error.code, refusal_sentence(error.code, error.facts, {}, self._context.t))
        else:
            self.fail(error)
