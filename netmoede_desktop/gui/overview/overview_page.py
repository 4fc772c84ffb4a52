"""The first page of the office: running, today's and coming meetings, and work left after meetings."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from netmoede_desktop.gui.desk.office_page import OfficePage, ToCase, ToCases, ToMeeting, ToMinutes, ToPreparation
from netmoede_desktop.gui.desk.page_context import PageContext
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.layout.frames import ScrollColumn, row
from netmoede_desktop.gui.kit.layout.tab_order import set_tab_order
from netmoede_desktop.gui.kit.lists.list_card import ListCard
from netmoede_desktop.gui.kit.lists.value_table import Column
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.overview import overview_rows as rows
from netmoede_desktop.gui.overview.first_doors import FirstDoors
from netmoede_desktop.gui.overview.going_on import GoingOn, nothing_goes_on
from netmoede_desktop.gui.overview.going_on_card import GoingOnCard
from netmoede_desktop.gui.overview.meeting_card import MeetingCard
from netmoede_desktop.gui.system.ticks import every
from netmoede_desktop.services.cases.cases import list_cases
from netmoede_desktop.services.cases.overview import PAGE, Overview, OverviewMeeting, overview

#: Milliseconds between two looks at the clock of a meeting that goes on.
_POLL_MS = 1000


class OverviewPage(OfficePage):
    """The overview. It queries the services each time it is entered.

    While a meeting runs behind it, that one has the big card, and no other can be started.
    """

    def __init__(self, context: PageContext, going_on: Callable[[], GoingOn | None] = nothing_goes_on) -> None:
        super().__init__()
        self._context, self._ask_going_on = context, going_on
        self._going_on: str | None = None
        self._polling = every(_POLL_MS, self._show_going_on, self)
        self._shown: tuple[Overview, str | None] | None = None
        self._limit = PAGE
        self._cards: list[MeetingCard] = []
        self._compact = False
        self._build()
        self._connect()

    def _build(self) -> None:
        look, t = self._context.look, self._context.t
        self._title = Label("", Tone.TITLE)
        self._day = Label(" ", Tone.MUTED)
        self.new_case = Button(t.gettext("Ny sag"), look, ButtonKind.PRIMARY)
        self.going_on_card = GoingOnCard(look, t)
        self.doors = FirstDoors(look, t)
        self._build_lists()
        self._lay_out()

    def _build_lists(self) -> None:
        look, t = self._context.look, self._context.t
        more = t.gettext("Vis flere")
        self.coming = ListCard(
            t.gettext("Kommende møder"),
            (
                Column(t.gettext("Dato")),
                Column(t.gettext("Sag"), 8),
                Column(t.gettext("Nummer"), from_width=330),
                Column(t.gettext("Metode"), 11, from_width=330),
            ),
            t.gettext("Der er ingen planlagte møder efter i dag. Åbn en sag, og vælg »Nyt møde«."),
            more,
            look,
        )
        self.missed = ListCard(
            t.gettext("Planlagt, men ikke holdt"),
            (Column(t.gettext("Dato")), Column(t.gettext("Sag"), 1), Column(t.gettext("Status"), spare=True)),
            "",
            more,
            look,
        )
        self.minutes = ListCard(
            t.gettext("Referater, der venter"),
            (Column(t.gettext("Sag"), 1), Column(t.gettext("Møde"), from_width=300), Column(t.gettext("Har ventet"))),
            t.gettext("Ingen referater venter på at blive godkendt."),
            more,
            look,
        )
        self.due = ListCard(
            t.gettext("Aftaler, der kræver opmærksomhed"),
            (Column(t.gettext("Aftale"), 3), Column(t.gettext("Ansvarlig"), 2), Column(t.gettext("Frist"))),
            t.gettext("Ingen aftaler er over tid, og ingen har frist den næste uge."),
            more,
            look,
        )

    def _lay_out(self) -> None:
        look = self._context.look
        heading = QVBoxLayout()
        heading.setSpacing(look.px(2))
        heading.addWidget(self._title)
        heading.addWidget(self._day)
        top = row(self.new_case, spacing=look.px(8))
        top.insertLayout(0, heading, 1)
        self._today = QVBoxLayout()
        self._today.setSpacing(look.px(12))
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, cards in ((left, (self.coming, self.missed)), (right, (self.due, self.minutes))):
            column.setSpacing(look.px(16))
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(look.px(20))
        self._columns.addLayout(left, 1)
        self._columns.addLayout(right, 1)
        scroll = ScrollColumn(look, padding=24, spacing=16)
        scroll.column.addLayout(top)
        scroll.column.addWidget(self.going_on_card)
        scroll.column.addLayout(self._today)
        scroll.column.addWidget(self.doors)
        scroll.column.addLayout(self._columns)
        scroll.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        for hidden in (self.going_on_card, self.doors, self.missed):
            hidden.hide()

    def _connect(self) -> None:
        self.new_case.clicked.connect(lambda: self.navigation_requested.emit(ToCases(new=True)))
        self.doors.chosen.connect(self.navigation_requested)
        self.going_on_card.asked.connect(self._resume_meeting)
        for card in (self.coming, self.missed):
            card.opened.connect(self._prepare)
        self.minutes.opened.connect(lambda meeting: self.navigation_requested.emit(ToMinutes(meeting)))
        self.due.opened.connect(lambda key: self.navigation_requested.emit(ToCase(key.split(":")[0])))
        self.coming.more_asked.connect(self._load_more)
        self.minutes.more_asked.connect(self._load_more)

    def enter(self) -> None:
        """Show the running meeting and query the lists."""
        self._show_going_on()
        self._query()

    def focus_first(self) -> None:
        """Focus the big button of the running or next meeting, else the button for a new sag."""
        if self._going_on is not None:
            self.going_on_card.button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        first = self.doors.case_button if self.doors.isVisible() else self.new_case
        stop = self._cards[0].first if self._cards else first
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Stack the columns in a narrow window."""
        super().resizeEvent(event)
        self._compact = self._context.look.units(self.width()) < 800
        directions = QBoxLayout.Direction
        self._columns.setDirection(directions.TopToBottom if self._compact else directions.LeftToRight)
        self.going_on_card.lay_out(compact=self._compact)
        self.doors.lay_out(compact=self._compact)
        for card in self._cards:
            card.lay_out(compact=self._compact)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Stop polling the clock."""
        super().hideEvent(event)
        self._polling.stop()

    def _show_going_on(self) -> None:
        """Show the status of the running meeting; polled while the page is visible."""
        shown = self._ask_going_on()
        self._going_on = None if shown is None else shown.meeting
        self.going_on_card.setVisible(shown is not None)
        if shown is None:
            self._polling.stop()
            return
        self.going_on_card.show_meeting(shown)
        self._day.setText(self._context.t.gettext("Mødet er ikke slut. Du har kun lukket vinduet."))
        self._title.setText(rows.day_title(self._context.clock.now().astimezone().date(), self._context.t))
        self.new_case.hide()
        self._polling.start()

    def _resume_meeting(self) -> None:
        if self._going_on is not None:
            self.navigation_requested.emit(ToMeeting(self._going_on))

    def _query(self) -> None:
        context, limit, now = self._context, self._limit, self._context.clock.now()

        def job() -> tuple[Overview, int]:
            return overview(context.vault, context.methods, now, limit=limit), list_cases(
                context.vault, now, limit=1
            ).total

        today = now.astimezone().date()
        context.lane.run(job, lambda found: self._show(found[0], found[1], today), self.fail)

    def _prepare(self, key: str) -> None:
        """Navigate to the preparation of a meeting; one that is only agreed is planned first."""
        found = None if self._shown is None else self._shown[0]
        listed = () if found is None else (*found.coming, *found.missed)
        agreed = next((meeting for meeting in listed if meeting.agreed and meeting.id == key), None)
        self.navigation_requested.emit(ToPreparation(key) if agreed is None else ToCase(agreed.case_id, new=True))

    def _load_more(self) -> None:
        self._limit += PAGE
        self._query()

    def _show(self, found: Overview, cases: int, today: date) -> None:
        t = self._context.t
        going_on = self._going_on
        empty = not cases and going_on is None
        self._title.setText(t.gettext("Velkommen") if empty else rows.day_title(today, t))
        if going_on is None:
            hint = t.gettext("Her er ikke noget endnu. Vælg det, du kom for.")
            self._day.setText(hint if empty else rows.day_sentence(found, t))
        if (found, going_on) != self._shown:
            self._shown = (found, going_on)
            self._show_today([one for one in (*found.running, *found.today, *found.held) if one.id != going_on], today)
            self.coming.show_rows(rows.coming_rows(found.coming, today, t), total=found.coming_total)
            self.missed.show_rows(rows.missed_rows(found.missed, today, t))
            self.minutes.show_rows(rows.minutes_rows(found.unapproved, today, t), total=found.unapproved_total)
            self.due.show_rows(rows.due_rows(found.due, today, t))
        self.missed.setVisible(bool(found.missed))
        untouched = self.new_case.hasFocus() or (self.doors.has_focus and not empty)
        self.doors.setVisible(empty)
        self.new_case.setVisible(bool(cases) and going_on is None)
        if untouched:
            self.focus_first()
        for card in (self.coming, self.due, self.minutes):
            card.setVisible(bool(cases))
        if found.more:
            self._query()

    def _show_today(self, meetings: Sequence[OverviewMeeting], today: date) -> None:
        for card in self._cards:
            card.setParent(None)
            card.deleteLater()
        self._cards = [self._card(meeting, today) for meeting in meetings]
        for card in self._cards:
            self._today.addWidget(card)
            card.show()
        below = (self.doors, self.coming, self.missed, self.due, self.minutes)
        set_tab_order(self.new_case, self.going_on_card, *self._cards, *below)

    def _card(self, meeting: OverviewMeeting, today: date) -> MeetingCard:
        t = self._context.t
        card = MeetingCard(
            rows.when_sentence(meeting, today, t),
            rows.meeting_title(meeting, t),
            rows.meeting_about(meeting, t),
            self._context.look,
            t,
            running=rows.is_running(meeting),
            held=rows.is_held(meeting),
            startable=self._going_on is None,
        )
        card.lay_out(compact=self._compact)
        card.start_asked.connect(lambda: self.navigation_requested.emit(ToMeeting(meeting.id)))
        card.prepare_asked.connect(lambda: self.navigation_requested.emit(ToPreparation(meeting.id)))
        card.minutes_asked.connect(lambda: self.navigation_requested.emit(ToMinutes(meeting.id)))
        return card
