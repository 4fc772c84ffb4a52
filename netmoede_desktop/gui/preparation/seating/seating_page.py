"""The step of the seats: everyone round the table by drag or keyboard, and the order of speaking that comes of it."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from netmoede_desktop.domain.meeting.plan import MeetingPlan
from netmoede_desktop.domain.people.people import ChildPlace, Person, Role, display_names
from netmoede_desktop.gui.kit.fields.child_place import ChildPlaceChoice
from netmoede_desktop.gui.kit.layout.frames import Surface
from netmoede_desktop.gui.kit.table.round_table import RoundTable
from netmoede_desktop.gui.kit.table.seats.shapes import seat_shape
from netmoede_desktop.gui.kit.table.values import TableCentre, TableSeat
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.kit.text.notices import Notice, NoticeKind
from netmoede_desktop.gui.preparation.bridge.preparation_bridge import PreparationBridge
from netmoede_desktop.gui.preparation.step_page import StepPage
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.wording.office_wording import role_label
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.preparation.edit_plan import Editable, MeetingChange, PlannedMeeting

_HEIGHT = 420


class SeatingPage(StepPage):
    """The table, and beside it who speaks after whom."""

    def __init__(self, bridge: PreparationBridge, look: Look, t: Translator) -> None:
        lead = t.gettext("Træk en plads hen, hvor den skal være. Med tastaturet: Alt og en pil.")
        super().__init__(t.gettext("Hvem sidder hvor?"), lead, bridge, look, t)
        self._meeting: PlannedMeeting | None = None
        self._places: dict[str, ChildPlaceChoice] = {}
        self.table = RoundTable(look, t, interactive=True, arrange=True)
        self.table.setMinimumHeight(look.px(_HEIGHT))
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.notice = Notice(look, NoticeKind.ATTENTION)
        self.column.addWidget(self.notice)
        self.column.addWidget(self.table, 1)
        self._empty = Label(t.gettext("Der er ingen på listen endnu. Tilføj dem under Deltagere."), Tone.MUTED)
        self.column.addWidget(self._empty)
        self.aside = self._side = Surface("card", look, padding=14, spacing=10)
        self._round = Label("", Tone.HEADING)
        self.order = Label("")
        self.by_seating = QCheckBox(t.gettext("Ordet går bordet rundt"))
        self._side.column.addWidget(self._round)
        self._side.column.addWidget(self.order)
        self._side.column.addWidget(self.by_seating)
        self.table.arranged.connect(lambda order: bridge.seat("seats", tuple(order)))
        self.by_seating.clicked.connect(lambda checked: bridge.change("seats", MeetingChange(by_seating=checked)))

    def render(self, meeting: PlannedMeeting) -> None:  # type: ignore[override]
        """Show everyone as they will sit."""
        self._meeting = meeting
        people = sorted(meeting.plan.people, key=lambda person: person.seat)
        names = display_names(people)
        self.table.show_table(tuple(self._seat(person, names[person.id]) for person in people), TableCentre())
        self.table.setVisible(bool(people))
        self._empty.setVisible(not people)
        speakers = _first_speakers(meeting.plan)
        self._round.setText(self._t.gettext("Første runde"))
        lines = [
            self._t.gettext("{number}. {name}").format(number=number, name=name)
            for number, name in enumerate(speakers, start=1)
        ]
        self.order.setText("\n".join(lines))
        self._side.setVisible(bool(speakers))
        self.by_seating.setChecked(meeting.plan.by_seating)
        self._show_places(people, names)
        open_to_change = meeting.editable is Editable.ALL
        self.table.setEnabled(open_to_change)
        for choice in self._places.values():
            choice.setEnabled(open_to_change)
        self.by_seating.setEnabled(meeting.editable is not Editable.NOTHING)

    def show_refusal(self, where: str, sentence: str) -> None:
        """Say what could not be done, and show the seats as they are."""
        if where == "seats":
            self.notice.show_text(sentence)
            if self._meeting is not None:
                self.render(self._meeting)

    def focus_first(self) -> None:
        """Focus the first seat, or the box beside the table if no seat can be moved."""
        order = self.table.order
        stop = self.table.seat(order[0]) if order and self.table.isEnabled() else self.by_seating
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _seat(self, person: Person, name: str) -> TableSeat:
        caption = person.relation or role_label(person.role, self._t)
        return TableSeat(person.id, name, caption, seat_shape(person.role, person.network))

    def _show_places(self, people: list[Person], names: dict[str, str]) -> None:
        children = [person for person in people if person.role is Role.CHILD]
        for gone in self._places.keys() - {child.id for child in children}:
            self._places.pop(gone).deleteLater()
        for child in children:
            if child.id not in self._places:
                choice = ChildPlaceChoice(self._look, self._t)
                choice.chosen.connect(lambda place, key=child.id: self._choose(key, place))
                self._places[child.id] = choice
                self._side.column.addWidget(choice)
            others = {one.id: names[one.id] for one in people if one.has_turn and one.id != child.id}
            label = self._t.gettext("Hvornår vil {name} tale?").format(name=names[child.id])
            self._places[child.id].render(label, child.place, others)

    def _choose(self, key: str, place: ChildPlace | None) -> None:
        people = () if self._meeting is None else self._meeting.plan.people
        child = next((person for person in people if person.id == key), None)
        if child is not None:
            self._bridge.put("seats", replace(child, place=place))


def _first_speakers(plan: MeetingPlan) -> tuple[str, ...]:
    """The names in the order they are offered the word in the first round if everyone comes; empty without rounds."""
    part = next((part for part in plan.method.parts if part.has_turns), None)
    if part is None:
        return ()
    names = display_names(plan.people)
    return tuple(names[person] for person in plan.order_if_all_come(part))
