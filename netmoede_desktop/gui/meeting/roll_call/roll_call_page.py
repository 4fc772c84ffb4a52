"""*Hvem er her?*: everyone in two groups with three answers each, and someone unexpected seated in seconds.

What the user sees: the family and its network at the left, under them where the child wants to speak; the professionals
and the mødeleder at the right. All are here until something else is said. Words that were sent are written under their
person. One row for someone who was not expected is always there. The go-button starts the meeting.
"""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from netmoede_desktop.domain.meeting.commands import ChoosePlace, KeepSentWords, MoveSeats
from netmoede_desktop.domain.people.people import Attendance, ChildPlace, Role
from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.kit.buttons.buttons import Button
from netmoede_desktop.gui.kit.fields.child_place import ChildPlaceChoice
from netmoede_desktop.gui.kit.layout.frames import Surface, row
from netmoede_desktop.gui.kit.table.round_table import RoundTable
from netmoede_desktop.gui.kit.table.seats.shapes import seat_shape
from netmoede_desktop.gui.kit.table.values import SeatState, TableCentre, TableSeat
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.kit.text.notices import Notice, NoticeKind
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.gui.meeting.page import BarItem, MeetingPage
from netmoede_desktop.gui.meeting.roll_call.groups import RollCallGroups
from netmoede_desktop.gui.meeting.roll_call.newcomer_form import NewcomerForm
from netmoede_desktop.gui.meeting.roll_call.roll_call import RollCall, role_of_newcomer, unexpected
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.wording.office_wording import role_label
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import MeetingStage, MeetingView, SeatView


class RollCallPage(MeetingPage):
    """The roll call. Who is here is kept here until the meeting starts; all else, words too, is done at once."""

    def __init__(self, port: MeetingPort, look: Look, t: Translator, new_id: Callable[[], str]) -> None:
        """Make it; `new_id` gives someone unexpected an id."""
        super().__init__()
        self._port, self._look, self._t = port, look, t
        self._new_id = new_id
        self._roll = RollCall()
        self._view: MeetingView | None = None
        self._all_kept = True
        self._places: dict[str, ChildPlaceChoice] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        look, t = self._look, self._t
        self._counts = Label("", Tone.STRONG, wrap=False)
        self._more_counts = Label("", Tone.BODY, wrap=False)
        self._seats_button = Button(t.gettext("Bordplan"), look)
        self._notice = Notice(look, NoticeKind.ATTENTION)
        self._table = RoundTable(look, t, interactive=True, arrange=True)
        self._newcomer = NewcomerForm(look, t)
        self._groups = RollCallGroups(look, t)
        self._child = Surface("card", look, padding=14, spacing=12)
        self._groups.put_below_family(self._child)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._groups)
        self._stack.addWidget(self._table)
        self._stack.setMinimumHeight(1)  # the table would have the room of the row for newcomers
        title = self._title = Label(t.gettext("Hvem er her?"), Tone.TITLE, wrap=False)
        counts = row(self._counts, self._more_counts, spacing=look.px(4))
        top = row(title, None, self._seats_button, spacing=look.px(16))
        top.insertLayout(2, counts)
        self._column = QVBoxLayout(self)
        self._column.addLayout(top)
        self._column.addWidget(self._notice)
        self._column.addWidget(self._stack, 1)
        self._column.addWidget(self._newcomer)

    def _connect(self) -> None:
        self._seats_button.clicked.connect(self._turn_page)
        self._table.arranged.connect(lambda order: self._port.do(MoveSeats(tuple(order))))
        self._groups.answered.connect(self._answer)
        self._groups.words_changed.connect(self._keep_words)
        self._newcomer.asked.connect(self._add)
        self._port.lines.follow("roll_call.name", self._newcomer.name)
        self._port.lines.follow("roll_call.relation", self._newcomer.relation)

    # -- what the window asks

    def render(self, view: MeetingView) -> None:  # type: ignore[override]
        """Show everyone as they sit."""
        if view.stage is not MeetingStage.ROLL_CALL or view == self._view:
            return
        self._view = view
        self._show_places(view)
        self._show_all(view)

    def handle(self, action: Action) -> bool:
        """Start the meeting, or take someone unexpected."""
        match action:
            case Action.GO_ON:
                return self.start()
            case Action.ARRIVAL:
                self._newcomer.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
            case _:
                return False

    def start(self, over_reason: str = "") -> bool:
        """Start the meeting; False where it was refused. `over_reason` says why it is longer than its hard limit."""
        view = self._view
        return view is not None and self.save() and self._port.do(*self._roll.start(view, over_reason))

    def resume(self, field: str) -> None:
        """Focus the half-written field of an unexpected person."""
        line = self._newcomer.relation if field == "relation" else self._newcomer.name
        line.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> bool:
        """Keep the words that were typed; False when the disk refused."""
        self._all_kept = True
        self._groups.flush()
        return self._all_kept

    def bar(self) -> tuple[tuple[BarItem, ...], tuple[BarItem, ...]]:
        """Someone unexpected can be seated from the bar too."""
        return (), (BarItem(action=Action.ARRIVAL),)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Put the keyboard on the first person."""
        super().showEvent(event)
        self._groups.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Where there is little room the groups stand under each other."""
        super().resizeEvent(event)
        look = self._look
        compact = look.compact(self.width(), self.height() * 2)
        beside, above = look.px(20), look.px(6 if compact else 12)
        self._column.setContentsMargins(beside, above, beside, above)
        self._column.setSpacing(look.px(6 if compact else 10))
        self._title.set_tone(Tone.HEADING if compact else Tone.TITLE)
        self._groups.lay_out(compact=compact)
        self._newcomer.lay_out(compact=compact)
        self._set_tab_order()

    def writes_on(self, field: QWidget) -> bool:
        """Not somebody's own words: they are written only while the keyboard is in them."""
        return not self._groups.is_words(field)

    def resting_place(self) -> QWidget | None:
        """The person from whom arrows go."""
        return self._groups.resting

    # -- showing

    def _show_all(self, view: MeetingView) -> None:
        self._groups.render(view, self._roll)
        self._show_counts(view)
        self._show_table(view)
        self._set_tab_order()

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
        self._child.setVisible(bool(children))

    def _new_place(self, person: str) -> ChildPlaceChoice:
        choice = ChildPlaceChoice(self._look, self._t)
        choice.chosen.connect(lambda place: self._choose_place(person, place))
        self._child.column.addWidget(choice)
        return choice

    def _show_counts(self, view: MeetingView) -> None:
        counts, t = self._roll.counts(view.seats), self._t
        self._counts.setText(t.gettext("{n} er her").format(n=counts.here))
        more = []
        if counts.absent:
            more.append(t.gettext("{n} kom ikke").format(n=counts.absent))
        if counts.sent_words:
            more.append(t.gettext("{n} sendte ord").format(n=counts.sent_words))
        more.append(t.gettext("{n} har en tur").format(n=counts.turns))
        self._more_counts.setText("".join(f"· {part} " for part in more).rstrip())
        missing = self._roll.leader_missing(view.seats)
        self._notice.show_text(t.gettext("Mødelederen er ikke her. Hvem leder mødet i dag?") if missing else "")

    def _show_table(self, view: MeetingView) -> None:
        hint = self._t.gettext("Træk, eller Alt + pil")
        centre = TableCentre(above=self._t.gettext("Bordplan"), below=hint)
        self._table.show_table(tuple(map(self._seat, view.seats)), centre)

    def _seat(self, seat: SeatView) -> TableSeat:
        here = self._roll.of(seat) is Attendance.PRESENT
        caption = seat.relation or role_label(seat.role, self._t)
        shape = seat_shape(seat.role, seat.network)
        return TableSeat(seat.person, seat.name, caption, shape, SeatState.WAITING if here else SeatState.AWAY)

    def _set_tab_order(self) -> None:
        """Make the order of the keyboard that of the page."""
        places = [stop for choice in self._places.values() for stop in choice.stops]
        groups = self._groups
        stops: list[QWidget] = [self._seats_button, *groups.family_stops, *places, *groups.other_stops]
        for one, other in pairwise((*stops, *self._newcomer.stops)):
            QWidget.setTabOrder(one, other)

    # -- what is said

    def _answer(self, person: str, answer: Attendance) -> None:
        self._roll = self._roll.put(person, answer)
        view = self._view
        if view is None:
            return
        self._show_all(view)
        if answer is Attendance.SENT_WORDS and view.seat(person).has_turn:
            self._keep_words(person)
            self._groups.open_words(person)

    def _keep_words(self, person: str) -> None:
        text, reader = self._groups.words(person)
        self._all_kept = self._port.type(KeepSentWords(person, text, reader)) and self._all_kept

    def _add(self, name: str, role: str, relation: str) -> None:
        try:
            taken = role_of_newcomer(Role(role), relation, self._port.view.child)
            act = unexpected(self._new_id(), name, taken, relation)
        except Refused:
            self._newcomer.show_problem(self._t.gettext("Skriv et navn."))
            return
        if not self._port.do(act):
            self._port.press_again(lambda: self._add(name, role, relation))
            return
        said = self._port.view.seat(act.person.id).name
        self._newcomer.clear(self._t.gettext("{name} sidder ved bordet").format(name=said))

    def _choose_place(self, person: str, place: ChildPlace | None) -> None:
        if not self._port.do(ChoosePlace(person, place)) and self._view is not None:
            self._show_places(self._view)

    def _turn_page(self) -> None:
        at_names = self._stack.currentWidget() is self._groups
        self._stack.setCurrentWidget(self._table if at_names else self._groups)
        self._seats_button.set_label(self._t.gettext("Til navnene") if at_names else self._t.gettext("Bordplan"))
