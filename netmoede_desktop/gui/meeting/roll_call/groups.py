"""Everyone who was expected, in two groups, with three answers each; words that were sent open under their person."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from netmoede_desktop.domain.people.people import Attendance
from netmoede_desktop.gui.kit.layout.frames import ScrollColumn, Surface
from netmoede_desktop.gui.kit.lists.listed import Listed
from netmoede_desktop.gui.kit.table.seats.shapes import seat_shape
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.meeting.roll_call.attendance_row import AttendanceRow
from netmoede_desktop.gui.meeting.roll_call.roll_call import ANSWERS, RollCall, is_family
from netmoede_desktop.gui.meeting.roll_call.sent_words import SentWordsField
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.wording.office_wording import attendance_label, place_label, role_label
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import MeetingView, SeatView


class RollCallGroups(ScrollColumn):
    """The two groups; they scroll together. In little room they stand under each other."""

    answered = Signal(str, object)
    """A person's id, and the `Attendance` that was chosen."""
    words_changed = Signal(str)
    """The words of the person with this id, or who reads them, are others now."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__(look, padding=0, spacing=0)
        self._look, self._t = look, t
        self._rows: dict[str, AttendanceRow] = {}
        self._panels: dict[str, SentWordsField] = {}
        self._order: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        titles = (t.gettext("Familie og netværk"), t.gettext("Fagfolk og mødeleder"))
        self._lists = tuple(Listed(title) for title in titles)
        self._cards = tuple(self._card(title, rows) for title, rows in zip(titles, self._lists, strict=True))
        left = QVBoxLayout()
        left.setSpacing(look.px(12))
        left.addWidget(self._cards[0])
        self._below = QVBoxLayout()
        self._below.setSpacing(look.px(12))
        left.addLayout(self._below)
        left.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(look.px(16))
        self._columns.addLayout(left, 1)
        self._columns.addWidget(self._cards[1], 1, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(self._columns)
        self.column.addStretch(1)

    def _card(self, title: str, rows: Listed) -> Surface:
        card = Surface("card", self._look, padding=0, spacing=0)
        beside, above = self._look.px(14), self._look.px(10)
        card.column.setContentsMargins(beside, above, beside, self._look.px(6))
        heading = Label(title, Tone.STRONG)
        heading.setContentsMargins(0, 0, 0, self._look.px(8))
        card.column.addWidget(heading)
        card.column.addWidget(rows)
        return card

    def put_below_family(self, widget: QWidget) -> None:
        """Add a widget below the family's group."""
        self._below.addWidget(widget)

    def lay_out(self, *, compact: bool) -> None:
        """Stand side by side, or under each other."""
        directions = QBoxLayout.Direction
        self._columns.setDirection(directions.TopToBottom if compact else directions.LeftToRight)

    def render(self, view: MeetingView, roll: RollCall) -> None:  # type: ignore[override]
        """Render everyone as they sit, with their entries in the roll."""
        groups = tuple(tuple(seat for seat in view.seats if is_family(seat) is side) for side in (True, False))
        self._drop({seat.person for seat in view.seats})
        for seat in view.seats:
            self._show(seat, view, roll)
        order = (tuple(seat.person for seat in groups[0]), tuple(seat.person for seat in groups[1]))
        if order != self._order:
            self._order = order
            self._fill()
        self._rove()

    @property
    def family_stops(self) -> tuple[QWidget, ...]:
        """The tab stops of the family's group, in reading order."""
        return tuple(self._stops(self._order[0]))

    @property
    def other_stops(self) -> tuple[QWidget, ...]:
        """The same of the other group."""
        return tuple(self._stops(self._order[1]))

    @property
    def resting(self) -> QWidget | None:
        """The row that Tab stops at, and from which arrows go."""
        return next((row for row in self._rows.values() if row.focusPolicy() is Qt.FocusPolicy.StrongFocus), None)

    def words(self, person: str) -> tuple[str, str | None]:
        """Return the words as they are written now, and the id of who reads them."""
        panel = self._panels[person]
        return panel.text, panel.reader.key or None

    def flush(self) -> None:
        """Say of all that is typed and not kept yet that it is to be kept."""
        for panel in tuple(self._panels.values()):
            panel.flush()

    def focus_first(self) -> None:
        """Give the keyboard to the first person."""
        first = next(iter(self._everyone()), None)
        if first is not None:
            self._go_to(self._rows[first], Qt.FocusReason.OtherFocusReason)

    def open_words(self, person: str) -> None:
        """Give the keyboard to the words of a person who has sent some."""
        panel = self._panels[person]
        panel.open()
        self.ensureWidgetVisible(panel, 0, self._look.px(8))

    def is_words(self, field: QWidget) -> bool:
        """Return True if somebody's sent words are written in the field."""
        return any(field is panel.words for panel in self._panels.values())

    # -- showing

    def _show(self, seat: SeatView, view: MeetingView, roll: RollCall) -> None:
        answer, t = roll.of(seat), self._t
        relation = seat.relation or role_label(seat.role, t)
        detail = [relation]
        if seat.place is not None:
            detail.append(place_label(seat.place, {one.person: one.name for one in view.seats}, t))
        if not seat.has_turn:
            detail.append(t.gettext("ingen tur"))
        if answer is Attendance.ABSENT and seat.words:
            detail.append(t.gettext("ordene læses ikke op"))
        spoken = t.gettext("{name}, {relation}: {answer}").format(
            name=seat.name, relation=relation, answer=attendance_label(answer, t)
        )
        may = (True, True, seat.has_turn or answer is Attendance.SENT_WORDS)
        row = self._rows.get(seat.person) or self._new_row(seat.person)
        shape = seat_shape(seat.role, seat.network)
        row.render(seat.name, " · ".join(detail), shape, ANSWERS.index(answer), spoken=spoken, may=may)
        self._show_words(seat, view, roll, sent=answer is Attendance.SENT_WORDS and seat.has_turn)

    def _show_words(self, seat: SeatView, view: MeetingView, roll: RollCall, *, sent: bool) -> None:
        panel = self._panels.get(seat.person)
        if panel is None and not sent:
            return
        if panel is None:
            panel = self._new_panel(seat.person)
        readers = [
            (one.person, self._t.gettext("{name}, {relation}").format(name=one.name, relation=one.relation))
            if one.relation
            else (one.person, one.name)
            for one in roll.readers(view, seat.person)
        ]
        away = roll.reader_away(view, seat.person)
        panel.render(seat.name, seat.words, seat.words_by, readers, reader_away=away)
        panel.setVisible(sent)

    def _new_row(self, person: str) -> AttendanceRow:
        row = self._rows[person] = AttendanceRow([attendance_label(answer, self._t) for answer in ANSWERS], self._look)
        row.answered.connect(lambda place: self.answered.emit(person, ANSWERS[place]))
        row.focus_step_requested.connect(lambda rows: self._walk(person, rows))
        return row

    def _new_panel(self, person: str) -> SentWordsField:
        panel = self._panels[person] = SentWordsField(self._look, self._t)
        panel.changed.connect(lambda: self.words_changed.emit(person))
        panel.left.connect(lambda: self._go_to(self._rows[person], Qt.FocusReason.OtherFocusReason))
        if person in self._everyone():  # else the group is filled anyway
            self._fill()
        return panel

    def _drop(self, present: set[str]) -> None:
        held: tuple[Mapping[str, QWidget], ...] = (self._rows, self._panels)
        for kept in held:
            for person in kept.keys() - present:
                kept[person].deleteLater()
        for person in self._rows.keys() - present:
            del self._rows[person]
        for person in self._panels.keys() - present:
            del self._panels[person]

    def _fill(self) -> None:
        """Place all rows; none is recreated, so that typed text and focus stay."""
        for card, rows, people in zip(self._cards, self._lists, self._order, strict=True):
            place = 0
            for person in people:
                for widget in (self._rows[person], self._panels.get(person)):
                    if widget is not None:
                        rows.column.insertWidget(place, widget)
                        place += 1
            card.setVisible(bool(people))

    # -- the keyboard

    def _everyone(self) -> tuple[str, ...]:
        return (*self._order[0], *self._order[1])

    def _stops(self, people: tuple[str, ...]) -> Iterator[QWidget]:
        for person in people:
            yield self._rows[person]
            panel = self._panels.get(person)
            if panel is not None:
                yield from (panel.words, panel.reader)

    def _walk(self, person: str, rows: int) -> None:
        everyone = self._everyone()
        place = everyone.index(person) + rows
        if 0 <= place < len(everyone):
            self._go_to(self._rows[everyone[place]], Qt.FocusReason.TabFocusReason)

    def _go_to(self, row: AttendanceRow, reason: Qt.FocusReason) -> None:
        self._rove(row)
        row.setFocus(reason)
        self.ensureWidgetVisible(row, 0, self._look.px(8))

    def _rove(self, current: AttendanceRow | None = None) -> None:
        """Tab stops at one row of each group; arrows go from there."""
        for people in self._order:
            rows = [self._rows[person] for person in people]
            held = current if current in rows else next((row for row in rows if row.hasFocus()), None)
            # Those that were just made stop at first: only where there is one is it the one that was chosen.
            stopping = [row for row in rows if _stops_at(row)]
            held = held or (stopping[0] if len(stopping) == 1 else next(iter(rows), None))
            for row in rows:
                stops = row is held
                row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus)


def _stops_at(row: AttendanceRow) -> bool:
    return row.focusPolicy() is Qt.FocusPolicy.StrongFocus
