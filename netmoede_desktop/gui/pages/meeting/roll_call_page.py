"""*Hvem er her?*: everyone as a card with three answers, someone unexpected seated in seconds, and the seats.

What the user sees: the cards in the order of the table, all of them here until something else is said; beside them the
line for someone who was not expected, and where the child wants to speak. The go-button starts the meeting.
"""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from netmoede_desktop.domain.meeting.commands import ChoosePlace, MoveSeats
from netmoede_desktop.domain.people import ChildPlace, Role
from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.gui.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.gui.keys import Action
from netmoede_desktop.gui.office_wording import attendance_label, role_label
from netmoede_desktop.gui.pages.meeting.page import BarItem, MeetingPage
from netmoede_desktop.gui.pages.meeting.roll_call import ANSWERS, RollCall, unexpected
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.widgets.attendance_card import AttendanceCard
from netmoede_desktop.gui.widgets.buttons import Button
from netmoede_desktop.gui.widgets.card_grid import CardGrid
from netmoede_desktop.gui.widgets.child_place import ChildPlaceChoice
from netmoede_desktop.gui.widgets.frames import ScrollColumn, Surface, row
from netmoede_desktop.gui.widgets.labels import Label, Tone
from netmoede_desktop.gui.widgets.newcomer_form import NewcomerForm
from netmoede_desktop.gui.widgets.notices import Notice, NoticeKind
from netmoede_desktop.gui.widgets.round_table import RoundTable
from netmoede_desktop.gui.widgets.seat_shapes import seat_shape
from netmoede_desktop.gui.widgets.table_values import SeatState, TableCentre, TableSeat
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import clock
from netmoede_desktop.services.meeting_view import MeetingView, SeatView, Stage

_SIDE = 290


class RollCallPage(MeetingPage):
    """The roll call. What is said of who is here is kept here until the meeting starts; all else is done at once."""

    def __init__(self, port: MeetingPort, look: Look, t: Translator, new_id: Callable[[], str]) -> None:
        """Make it; `new_id` gives someone unexpected an id."""
        super().__init__()
        self._port, self._look, self._t = port, look, t
        self._new_id = new_id
        self._roll = RollCall()
        self._view: MeetingView | None = None
        self._cards: dict[str, AttendanceCard] = {}
        self._places: dict[str, ChildPlaceChoice] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        look, t = self._look, self._t
        self._lead = Label("", Tone.MUTED)
        self._counts = Label("", Tone.STRONG, wrap=False)
        self._seats_button = Button(t.gettext("Bordplan"), look)
        self._notice = Notice(look, NoticeKind.ATTENTION)
        self._table = RoundTable(look, t, interactive=True, arrange=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._names())
        self._stack.addWidget(self._table)
        heading = QVBoxLayout()
        heading.setSpacing(look.px(2))
        heading.addWidget(Label(t.gettext("Hvem er her?"), Tone.TITLE, wrap=False))
        heading.addWidget(self._lead)
        top = row(None, self._counts, self._seats_button, spacing=look.px(16))
        top.insertLayout(0, heading, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(20), look.px(12), look.px(20), look.px(12))
        column.setSpacing(look.px(8))
        column.addLayout(top)
        column.addWidget(self._notice)
        column.addWidget(self._stack, 1)

    def _names(self) -> QWidget:
        """The cards, and beside them what can be added."""
        look = self._look
        self._grid = CardGrid(look.px(8))
        self._newcomer = NewcomerForm(look, self._t)
        self._side = Surface("card", look, padding=14, spacing=12)
        self._side.column.addWidget(self._newcomer)
        scroll = ScrollColumn(look, padding=0, spacing=12)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(look.px(16))
        self._body.addWidget(self._grid, 1, Qt.AlignmentFlag.AlignTop)
        self._body.addWidget(self._side, 0, Qt.AlignmentFlag.AlignTop)
        scroll.column.addLayout(self._body)
        scroll.column.addStretch(1)
        self._scroll = scroll
        return scroll

    def _connect(self) -> None:
        self._seats_button.clicked.connect(self._turn_page)
        self._table.arranged.connect(lambda order: self._port.do(MoveSeats(tuple(order))))
        self._newcomer.asked.connect(self._add)
        self._port.lines.follow("roll_call.name", self._newcomer.name)
        self._port.lines.follow("roll_call.relation", self._newcomer.relation)

    # -- what the window asks

    def render(self, view: MeetingView) -> None:  # type: ignore[override]
        """Show everyone as they sit."""
        if view.stage is not Stage.ROLL_CALL or view == self._view:
            return
        self._view = view
        lead = self._t.gettext("Alle er her, til du siger andet. Mødet begynder kl. {time}.")
        self._lead.setText(lead.format(time=clock(view.starts)))
        self._show_people(view)
        self._show_places(view)
        self._show_counts(view)
        self._show_table(view)
        self._chain(view)

    def handle(self, action: Action) -> bool:
        """Start the meeting, or take someone unexpected."""
        match action:
            case Action.GO_ON:
                return self._start()
            case Action.ARRIVAL:
                self._stack.setCurrentWidget(self._scroll)
                self._name_seats_button()
                self._newcomer.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
            case _:
                return False

    def resume(self, field: str) -> None:
        """Put the keyboard where somebody unexpected stands half-written."""
        line = self._newcomer.relation if field == "relation" else self._newcomer.name
        line.setFocus(Qt.FocusReason.OtherFocusReason)

    def bar(self) -> tuple[tuple[BarItem, ...], tuple[BarItem, ...]]:
        """Someone unexpected can be seated from the bar too."""
        return (), (BarItem(action=Action.ARRIVAL),)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Put the keyboard on the first card."""
        super().showEvent(event)
        first = next(iter(self._cards.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Where there is little room what can be added goes below the cards."""
        super().resizeEvent(event)
        compact = self._look.compact(self.width(), self.height() * 2)
        directions = QBoxLayout.Direction
        self._body.setDirection(directions.TopToBottom if compact else directions.LeftToRight)
        self._side.setFixedWidth(self.width() - self._look.px(52) if compact else self._look.px(_SIDE))
        self._lead.setVisible(not compact)

    def resting_place(self) -> QWidget | None:
        """The card from which arrows go."""
        return next((card for card in self._cards.values() if _stops(card)), None)

    # -- showing

    def _show_people(self, view: MeetingView) -> None:
        answers = tuple(attendance_label(answer, self._t) for answer in ANSWERS)
        for seat in view.seats:
            if seat.person not in self._cards:
                self._cards[seat.person] = self._new_card(seat.person, answers)
            self._show_card(seat)
        present = {seat.person for seat in view.seats}
        for person in self._cards.keys() - present:
            del self._cards[person]
        self._grid.show_cards([self._cards[seat.person] for seat in view.seats])
        self._rove(next((card for card in self._cards.values() if card.hasFocus()), None))

    def _show_card(self, seat: SeatView) -> None:
        answer = self._roll.of(seat.person)
        relation = seat.relation or role_label(seat.role, self._t)
        other_name = seat.full_name if seat.full_name != seat.name else ""
        spoken = self._t.gettext("{name}, {relation}: {answer}").format(
            name=seat.name, relation=relation, answer=attendance_label(answer, self._t)
        )
        detail = " · ".join(part for part in (relation, other_name) if part)
        shape = seat_shape(seat.role, seat.network)
        self._cards[seat.person].render(seat.name, detail, shape, ANSWERS.index(answer), spoken=spoken)

    def _new_card(self, person: str, answers: tuple[str, ...]) -> AttendanceCard:
        card = AttendanceCard(answers, self._look)
        card.answered.connect(lambda place: self._say(person, self._roll.put(person, ANSWERS[place])))
        card.turned.connect(lambda: self._say(person, self._roll.turn(person)))
        card.walked.connect(lambda columns, rows: self._walk(card, columns, rows))
        return card

    def _show_places(self, view: MeetingView) -> None:
        children = [seat for seat in view.seats if seat.role is Role.CHILD]
        for person in self._places.keys() - {child.person for child in children}:
            self._places.pop(person).deleteLater()
        for child in children:
            if child.person not in self._places:
                self._places[child.person] = self._new_place(child.person)
            others = {seat.person: seat.name for seat in view.seats if seat.has_turn and seat.person != child.person}
            label = self._t.gettext("Hvornår vil {name} tale?").format(name=child.name)
            self._places[child.person].render(label, child.place, others)

    def _new_place(self, person: str) -> ChildPlaceChoice:
        choice = ChildPlaceChoice(self._look, self._t)
        choice.chosen.connect(lambda place: self._choose_place(person, place))
        self._side.column.addWidget(choice)
        return choice

    def _show_counts(self, view: MeetingView) -> None:
        counts, t = self._roll.counts(view.seats), self._t
        parts = [t.gettext("{n} her").format(n=counts.here)]
        if counts.absent:
            parts.append(t.gettext("{n} kom ikke").format(n=counts.absent))
        if counts.sent_words:
            parts.append(t.gettext("{n} sendte ord").format(n=counts.sent_words))
        self._counts.setText(" · ".join(parts))
        missing = self._roll.leader_missing(view.seats)
        self._notice.show_text(t.gettext("Mødelederen er ikke her. Hvem leder mødet i dag?") if missing else "")

    def _show_table(self, view: MeetingView) -> None:
        seats = tuple(
            TableSeat(
                seat.person,
                seat.name,
                seat.relation or role_label(seat.role, self._t),
                seat_shape(seat.role, seat.network),
                SeatState.WAITING if self._roll.of(seat.person) is ANSWERS[0] else SeatState.AWAY,
            )
            for seat in view.seats
        )
        hint = self._t.gettext("Træk, eller Alt + pil")
        self._table.show_table(seats, TableCentre(above=self._t.gettext("Bordplan"), below=hint))

    # -- what is said

    def _say(self, person: str, roll: RollCall) -> None:
        self._roll = roll
        if self._view is None:
            return
        self._show_card(self._view.seat(person))
        self._show_counts(self._view)
        self._show_table(self._view)

    def _walk(self, card: AttendanceCard, columns: int, rows: int) -> None:
        other = self._grid.beside(card, columns, rows)
        self._rove(other)
        other.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(other, 0, self._look.px(8))

    def _rove(self, current: QWidget | None) -> None:
        """Tab stops at one card; arrows go from there."""
        cards = list(self._cards.values())
        stop = current if current in cards else next((card for card in cards if _stops(card)), None)
        stop = stop or next(iter(cards), None)
        for card in cards:
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if card is stop else Qt.FocusPolicy.ClickFocus)

    def _chain(self, view: MeetingView) -> None:
        """Make the order of the keyboard that of the page."""
        cards = [self._cards[seat.person] for seat in view.seats]
        places = [choice.choice for choice in self._places.values()]
        stops: list[QWidget] = [self._seats_button, *cards, *self._newcomer.stops, *places]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def _add(self, name: str, role: str, relation: str) -> None:
        try:
            act = unexpected(self._new_id(), name, Role(role), relation)
        except Refused:
            self._newcomer.show_problem(self._t.gettext("Skriv et navn."))
            return
        if not self._port.do(act):
            self._port.press_again(lambda: self._add(name, role, relation))
        else:
            self._newcomer.clear()
            self._scroll.ensureWidgetVisible(self._newcomer)

    def _choose_place(self, person: str, place: ChildPlace | None) -> None:
        if not self._port.do(ChoosePlace(person, place)) and self._view is not None:
            self._show_places(self._view)

    def _turn_page(self) -> None:
        at_names = self._stack.currentWidget() is self._scroll
        self._stack.setCurrentWidget(self._table if at_names else self._scroll)
        self._name_seats_button()

    def _name_seats_button(self) -> None:
        at_names = self._stack.currentWidget() is self._scroll
        self._seats_button.set_label(self._t.gettext("Bordplan") if at_names else self._t.gettext("Til navnene"))

    def _start(self) -> bool:
        return self._view is not None and self._port.do(*self._roll.start(self._view))


def _stops(card: AttendanceCard) -> bool:
    return card.focusPolicy() is Qt.FocusPolicy.StrongFocus
