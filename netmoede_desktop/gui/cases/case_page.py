"""One sag: its meetings, its people, and the form for a new meeting."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.gui.cases.case_form import CaseForm, TypedCase
from netmoede_desktop.gui.cases.case_rows import (
    AGREED,
    agreed_rows,
    case_sentence,
    destination_of,
    meeting_rows,
    people_rows,
)
from netmoede_desktop.gui.cases.new_meeting_form import NewMeetingForm
from netmoede_desktop.gui.desk.office_page import OfficePage, ToCases, ToPreparation
from netmoede_desktop.gui.desk.page_context import PageContext
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.layout.frames import ScrollColumn, row
from netmoede_desktop.gui.kit.lists.list_card import ListCard
from netmoede_desktop.gui.kit.lists.value_table import Column
from netmoede_desktop.gui.kit.text.elided_label import ElidedLabel
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.kit.text.notices import Notice, NoticeKind
from netmoede_desktop.localization.refusal_wording import refusal_sentence
from netmoede_desktop.services.calendar.holidays import holiday_names
from netmoede_desktop.services.cases.cases import CaseFile, change_case, open_case, typed_details
from netmoede_desktop.services.preparation.deleted_meeting import DeletedMeeting, delete_meeting, restore_meeting
from netmoede_desktop.services.preparation.edit_plan import NewMeeting, plan_meeting, propose_meeting

T = TypeVar("T")
_COMPACT = 700


class CasePage(OfficePage):
    """The page of a sag."""

    def __init__(self, context: PageContext, case: str, *, new: bool = False) -> None:
        """Create the page for a sag; with `new` the form for its next meeting opens on the first `enter`."""
        super().__init__()
        self._propose_first = new
        self._context, self._case = context, case
        self._file: CaseFile | None = None
        self._deleted: DeletedMeeting | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        look, t = self._context.look, self._context.t
        self.back = Button(t.gettext("‹ Sager"), look, ButtonKind.QUIET)
        self.back.setAccessibleName(t.gettext("Tilbage til sagerne"))
        self._title = ElidedLabel("", Tone.TITLE)
        self._about = Label(" ", Tone.MUTED)
        self.change = Button(t.gettext("Ret sagen"), look)
        self.new = Button(t.gettext("Nyt møde"), look, ButtonKind.PRIMARY)
        self.notice = Notice(look)
        self.form = CaseForm(look, t)
        self.new_meeting = NewMeetingForm(self._context.methods, look, t, self._today, holiday_names)
        self.meetings, self.people = self._meetings_card(), self._people_card()
        self.delete = Button(t.gettext("Slet mødet"), look, ButtonKind.QUIET)
        self.meetings.column.addLayout(row(None, self.delete))
        self._lay_out()

    def _lay_out(self) -> None:
        look = self._context.look
        heading = QVBoxLayout()
        heading.setSpacing(look.px(2))
        heading.addWidget(self._title)
        heading.addWidget(self._about)
        top = row(self.change, self.new, spacing=look.px(8))
        top.insertLayout(0, heading, 1)
        scroll = ScrollColumn(look, padding=24, spacing=14)
        scroll.column.addLayout(row(self.back, None))
        scroll.column.addLayout(top)
        for widget in (self.notice, self.form, self.new_meeting, self.meetings, self.people):
            scroll.column.addWidget(widget)
        scroll.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self.delete.hide()

    def _meetings_card(self) -> ListCard:
        t = self._context.t
        return ListCard(
            t.gettext("Møder"),
            (
                Column(t.gettext("Nummer")),
                Column(t.gettext("Dato")),
                Column(t.gettext("Status")),
                Column(t.gettext("Metode"), 1, from_width=460),
                Column(t.gettext("Sted"), 1, from_width=640),
            ),
            t.gettext("Der er ingen møder i sagen endnu. Vælg »Nyt møde«."),
            "",
            self._context.look,
        )

    def _people_card(self) -> ListCard:
        t = self._context.t
        return ListCard(
            t.gettext("Personer i sagen"),
            (
                Column(t.gettext("Navn"), 3),
                Column(t.gettext("Relation til barnet"), 2),
                Column(t.gettext("Rolle"), from_width=420),
                Column(t.gettext("Bemærk"), 2, from_width=560, spare=True),
            ),
            t.gettext("Du tilføjer personer, når du forbereder et møde."),
            "",
            self._context.look,
        )

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.navigation_requested.emit(ToCases()))
        self.change.clicked.connect(self._open_form)
        self.new.clicked.connect(self._propose)
        self.form.asked.connect(self._change)
        self.form.left.connect(self.form.hide)
        self.new_meeting.asked.connect(self._plan)
        self.new_meeting.left.connect(self.new_meeting.hide)
        self.meetings.opened.connect(self._open)
        self.meetings.table.selected.connect(self._offer_delete)
        self.meetings.table.removed.connect(self._delete)
        self.delete.clicked.connect(lambda: self._delete(self.meetings.table.key))
        self.notice.acted.connect(self._undo_delete)

    def enter(self) -> None:
        """Query the sag."""
        context, case, now = self._context, self._case, self._context.clock.now()
        self._run(lambda: open_case(context.vault, case, now), self._show)
        if self._propose_first:
            self._propose_first = False
            self._propose()

    def focus_first(self) -> None:
        """Focus the button for a new meeting."""
        self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Stack the fields of the form in a narrow window."""
        super().resizeEvent(event)
        self.form.lay_out(compact=self._context.look.units(self.width()) < _COMPACT)

    def _show(self, file: CaseFile) -> None:
        self._file = file
        details, t, today = file.card.details, self._context.t, self._today()
        self._title.set_text(t.gettext("{case} · {child}").format(case=details.reference, child=details.child))
        self._about.setText(case_sentence(details, t) or " ")
        names = {method.id: method.short_name for method in self._context.methods}
        self.meetings.show_rows([*agreed_rows(file, today, t), *meeting_rows(file.meetings, names, today, t)])
        self.people.show_rows(people_rows(file.people, t))
        self._offer_delete(self.meetings.table.key)

    def _open(self, meeting: str) -> None:
        if meeting == AGREED:
            self._propose()
            return
        brief = None if self._file is None else next((m for m in self._file.meetings if m.id == meeting), None)
        if brief is not None:
            self.navigation_requested.emit(destination_of(brief))

    # -- the sag

    def _open_form(self) -> None:
        if self._file is not None:
            t = self._context.t
            self.new_meeting.hide()
            self.form.open_for(t.gettext("Ret sagen"), t.gettext("Gem"), self._file.card.details)

    def _change(self, typed: TypedCase) -> None:
        context, case, now = self._context, self._case, self._context.clock.now()

        def job() -> CaseFile:
            details = typed_details(typed.reference, typed.child, typed.birth_year, typed.languages)
            change_case(context.vault, case, details, now)
            return open_case(context.vault, case, now)

        def done(file: CaseFile) -> None:
            self.form.hide()
            self._show(file)

        self._run(job, done, self.form.show_refusal)

    # -- its meetings

    def _propose(self) -> None:
        context, case, now = self._context, self._case, self._context.clock.now()
        self.form.hide()
        self._run(lambda: propose_meeting(context.vault, context.methods, case, now), self.new_meeting.open_for)

    def _plan(self, wanted: NewMeeting) -> None:
        context, case, now = self._context, self._case, self._context.clock.now()

        def done(meeting: str) -> None:
            self.new_meeting.keep.setEnabled(True)
            self.new_meeting.hide()
            self.navigation_requested.emit(ToPreparation(meeting))

        def failed(error: Exception) -> None:
            self.new_meeting.keep.setEnabled(True)
            self._fail_or_refuse(error)

        self.new_meeting.keep.setEnabled(False)
        context.lane.run(lambda: plan_meeting(context.vault, context.methods, case, wanted, now), done, failed)

    def _offer_delete(self, meeting: str) -> None:
        self.delete.setVisible(self._can_be_deleted(meeting))

    def _can_be_deleted(self, meeting: str) -> bool:
        meetings = () if self._file is None else self._file.meetings
        return any(m.id == meeting and isinstance(destination_of(m), ToPreparation) for m in meetings)

    def _delete(self, meeting: str) -> None:
        if not self._can_be_deleted(meeting):
            return
        context, now = self._context, self._context.clock.now()

        def done(deleted: DeletedMeeting) -> None:
            self._deleted = deleted
            t = context.t
            self.notice.show_text(t.gettext("Mødet er slettet."), NoticeKind.INFO, action=t.gettext("Fortryd"))
            self.enter()

        self._run(lambda: delete_meeting(context.vault, meeting, now), done)

    def _undo_delete(self) -> None:
        deleted, self._deleted = self._deleted, None
        self.notice.show_text("")
        if deleted is None:
            return
        context, now = self._context, self._context.clock.now()
        self._run(lambda: restore_meeting(context.vault, deleted, now), lambda _: self.enter())

    # -- the lane

    def _run(
        self,
        job: Callable[[], T],
        done: Callable[[T], None],
        refused: Callable[[str, str], None] | None = None,
    ) -> None:
        self._context.lane.run(job, done, lambda error: self._fail_or_refuse(error, refused))

    def _fail_or_refuse(self, error: Exception, refused: Callable[[str, str], None] | None = None) -> None:
        if not isinstance(error, Refused):
            self.fail(error)
            return
        sentence = refusal_sentence(error.code, error.facts, {}, self._context.t)
        if refused is None:
            self.notice.show_text(sentence, NoticeKind.ATTENTION)
        else:
            refused(error.code, sentence)

    def _today(self) -> date:
        return self._context.clock.now().astimezone().date()
