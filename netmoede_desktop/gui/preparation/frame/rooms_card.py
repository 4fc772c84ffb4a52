"""The places to choose from, each with a verdict in words; a new one is a row of the table, never a dialog."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout

from netmoede_desktop.domain.preparation.meeting_facts import Room
from netmoede_desktop.domain.preparation.rooms import RoomVerdict, TypedRoom, read_room, room_verdict, same_place
from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.layout.frames import Surface, row
from netmoede_desktop.gui.kit.layout.tab_order import make_checked_tab_stop, set_tab_order
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.preparation.frame.room_form import RoomForm
from netmoede_desktop.gui.preparation.frame.room_row import RoomHeads, RoomRow
from netmoede_desktop.gui.preparation.frame.wording import open_text, rent_text, seats_text, verdict_sentence
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.refusal_wording import refusal_sentence
from netmoede_desktop.services.preparation.edit_plan import Editable, PlannedMeeting


class RoomsCard(Surface):
    """The register as a table. The row being written has the form in its place."""

    chosen = Signal(object)
    """The `Room` the meeting is to be held in."""
    typed = Signal(int, object)
    """The number of a row, behind the last one for a new row, and the `Room` typed there, None to remove it."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__("card", look, padding=16, spacing=6)
        self._t = t
        self.setAccessibleName(t.gettext("Sted"))
        self.new = Button(t.gettext("+ Nyt sted i listen"), look, ButtonKind.QUIET)
        self.change = Button(t.gettext("Ret stedet"), look, ButtonKind.QUIET)
        self._heads = RoomHeads(look, t)
        self.form = RoomForm(look, t)
        self.rows: list[RoomRow] = []
        self._rooms: tuple[Room, ...] = ()
        self._editing: int | None = None
        self._compact = self._dismissed = False
        self._group = QButtonGroup(self)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.column.addLayout(row(Label(t.gettext("Sted"), Tone.HEADING, wrap=False), None, self.change, self.new))
        self.column.addWidget(self._heads)
        self.column.addLayout(self._list)
        self.column.addWidget(self.form)
        note = t.gettext("Hos familien eller nogen i netværket kan ikke vælges som et almindeligt sted.")
        self.column.addWidget(Label(note, Tone.MUTED))
        self.change.clicked.connect(lambda: self.edit_chosen("name"))
        self.new.clicked.connect(lambda: self.edit(len(self._rooms)))
        self.form.changed.connect(self._save_typed)
        self.form.left.connect(self._leave_form)
        self.form.remove_asked.connect(self._remove)

    @property
    def editing(self) -> bool:
        """Whether a row is being written."""
        return self._editing is not None

    def render(self, meeting: PlannedMeeting) -> None:  # type: ignore[override]
        """Show the places as they suit the meeting; a place that is in no list is a row to be completed."""
        place, known = meeting.plan.place, any(same_place(room.name, meeting.plan.place) for room in meeting.rooms)
        open_to_change = meeting.editable is not Editable.NOTHING
        self._rooms = meeting.rooms
        self._fit_rows(len(meeting.rooms))
        people = len(meeting.plan.people)
        for room, shown in zip(meeting.rooms, self.rows, strict=True):
            verdict = room_verdict(room, people, meeting.plan.starts, meeting.ends, meeting.facts.case.family_places)
            figures = (seats_text(room), open_text(room, self._t), rent_text(room, self._t))
            words = verdict_sentence(verdict, people, self._t)
            shown.show_room(room.name, figures, words, fits=verdict is RoomVerdict.FITS)
            shown.set_chosen(chosen=same_place(room.name, place), open_to_change=open_to_change)
        make_checked_tab_stop([shown.radio for shown in self.rows])
        if (
            self._editing is None
            and open_to_change
            and not self._dismissed
            and (not meeting.rooms or (place and not known))
        ):
            self._editing = len(meeting.rooms)
            self.form.show_room(Room(place), another=True)
        elif self._editing is not None and self._editing < len(meeting.rooms):
            self.form.show_room(meeting.rooms[self._editing], another=False)
        self._show_form(open_to_change=open_to_change)

    def edit(self, number: int) -> None:
        """Write in a row, behind the last one for a new place."""
        self.flush()
        self._editing = number
        self.form.show_room(self._rooms[number] if number < len(self._rooms) else Room(), another=True)
        self._show_form(open_to_change=True)
        self.form.focus_on("name")

    def done_editing(self) -> None:
        """Close the row that is written; it is not opened again by itself."""
        self._editing, self._dismissed = None, True
        self._show_form(open_to_change=True)
        self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def edit_chosen(self, field: str) -> None:
        """Write in a field of the row of the chosen place, or of a new row where none is chosen."""
        number = next((n for n, shown in enumerate(self.rows) if shown.radio.isChecked()), len(self._rooms))
        if self._editing != number:
            self.edit(number)
        self.form.focus_on(field)

    def typed_room(self) -> tuple[int, Room] | None:
        """Return the row that is written and not kept yet, None for none. Raises `Refused` where it is unclear."""
        typed = self.form.typed() if self._editing is not None else None
        if typed is None or self._editing is None or not typed.name.strip():
            return None
        return self._editing, read_room(typed)

    def flush(self) -> None:
        """Save the row that is written."""
        self.form.flush()

    def show_problem(self, code: str, sentence: str) -> None:
        """Show the problem with the row, below its field."""
        self.form.show_refusal(code, sentence)

    def lay_out(self, *, compact: bool) -> None:
        """Show each place as a row, or as a card of three lines."""
        self._compact = compact
        self._heads.setVisible(bool(self.rows) and not compact)
        self.form.lay_out(compact=compact)
        for shown in self.rows:
            shown.lay_out(compact=compact)

    def focus_first(self) -> None:
        """Focus the chosen place, or the row being written."""
        stop = next((shown.radio for shown in self.rows if shown.radio.isChecked()), None)
        if stop is None and self.editing:
            self.form.focus_on("name")
        else:
            (stop or (self.rows[0].radio if self.rows else self.new)).setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit_rows(self, count: int) -> None:
        while len(self.rows) > count:
            gone = self.rows.pop()
            self._group.removeButton(gone.radio)
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.rows) < count:
            shown = RoomRow(self._look, self._t)
            shown.lay_out(compact=self._compact)
            number = len(self.rows)
            shown.chosen.connect(lambda number=number: self.chosen.emit(self._rooms[number]))
            self.rows.append(shown)
            self._group.addButton(shown.radio)
            self._list.addWidget(shown)
        set_tab_order(self.change, self.new, *self.rows, *self.form.boxes, self.form.remove, self.form.done)

    def _show_form(self, *, open_to_change: bool) -> None:
        self.new.setVisible(open_to_change and self._editing is None)
        chosen = any(shown.radio.isChecked() for shown in self.rows)
        self.change.setVisible(open_to_change and self._editing is None and chosen)
        self._heads.setVisible(bool(self.rows) and not self._compact)
        self.form.setVisible(open_to_change and self._editing is not None)

    def _save_typed(self, typed: TypedRoom) -> None:
        if self._editing is None or not typed.name.strip():
            return
        try:
            room = read_room(typed)
        except Refused as refused:
            self.show_problem(refused.code, refusal_sentence(refused.code, refused.facts, {}, self._t))
            return
        self.typed.emit(self._editing, room)

    def _leave_form(self) -> None:
        self.form.flush()
        if any(self.form.problem_of(name) for name in RoomForm.specs() if name != "kind"):
            return
        typed, number = self.form.as_typed(), self._editing
        if typed is not None and number == len(self._rooms):
            self._save_typed(typed)
        self.done_editing()

    def _remove(self) -> None:
        number = self._editing
        self.form.forget()
        self.done_editing()
        if number is not None and number < len(self._rooms):
            self.typed.emit(number, None)
