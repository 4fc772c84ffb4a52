"""The table: what to ask on the left, the people in the middle, what they say on the right.

Where room is short, the clock and who comes next stay, and the question, the table and the notes take turns.
"""

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netmoede_desktop.domain.meeting.state import NoteKey
from netmoede_desktop.domain.methods.method import PartTask
from netmoede_desktop.gui.desk.keys import Action, KeyMap
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.layout.flow import flowing
from netmoede_desktop.gui.kit.layout.frames import Hairline, ScrollColumn
from netmoede_desktop.gui.kit.layout.tab_order import set_tab_order
from netmoede_desktop.gui.kit.table.round_table import RoundTable
from netmoede_desktop.gui.kit.table.values import TableSeat
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.meeting.agreements.experience_panel import ExperiencePanel
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.gui.meeting.notes.private_panel import PrivatePort
from netmoede_desktop.gui.meeting.page import BarItem, MeetingPage
from netmoede_desktop.gui.meeting.table import round_presenter
from netmoede_desktop.gui.meeting.table.overrun_panel import OverrunPanel
from netmoede_desktop.gui.meeting.table.prompt_panel import LineList, QuestionCard
from netmoede_desktop.gui.meeting.table.round_view_state import RoundViewState, Shown
from netmoede_desktop.gui.meeting.table.side_panel import SidePanel, Tab
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.wording.clock_words import slip_words
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import ClockReading, MeetingStage, MeetingView

#: Widths at 100 %: of the left and the right side, and of the clock with the line where room is short.
_LEFT, _RIGHT, _FOOT = (330, 420), (371, 520), 250


class RoundPage(MeetingPage):
    """The page for every part that is talked in: rounds, open parts, information, pauses."""

    moves_for_messages = True
    menu_asked = Signal(str)
    """The id of a person of whom something is to be said or done."""
    private_open = Signal(bool)

    def __init__(self, port: MeetingPort, private: PrivatePort | None, keys: KeyMap, look: Look, t: Translator) -> None:
        super().__init__()
        self._port = port
        self._keys = keys
        self._look = look
        self._t = t
        self._view: MeetingView | None = None
        self._at_table: tuple[TableSeat, ...] = ()
        self._compact = False
        self._shown = Shown.QUESTION
        self.side = SidePanel(port, private, look, t, note_key=keys.shown(Action.NOTE))
        self.table = RoundTable(look, t, interactive=True)
        self.experience = ExperiencePanel(port, look, t, "table.experience")
        self.slip = OverrunPanel(port, look, t)
        self._build()
        self._connect()

    def _build(self) -> None:
        look, t = self._look, self._t
        self._question = QuestionCard(look, t)
        self._turn = Label("", Tone.HEADING)
        self._line = LineList(look, t)
        self._switch = {
            shown: Button(label, look, ButtonKind.QUIET, one_of=True)
            for shown, label in (
                (Shown.QUESTION, t.gettext("Spørgsmål")),
                (Shown.TABLE, t.gettext("Bordet")),
                (Shown.SIDE, t.gettext("Noter")),
            )
        }
        # There is no room for the keys beside the words.
        self._switch[Shown.TABLE].setToolTip(self._keys.shown(Action.TABLE))
        self._switch[Shown.SIDE].setToolTip(self._keys.shown(Action.NOTE))
        self._build_foot()
        self._left = QWidget()
        self._column = left = QVBoxLayout(self._left)
        left.setContentsMargins(look.px(20), look.px(18), look.px(20), look.px(10))
        left.setSpacing(look.px(12))
        left.addWidget(self._question, 1)
        left.addWidget(self.slip)
        left.addWidget(self.experience)
        self._hairlines = (Hairline(look, upright=True), Hairline(look, upright=True))
        self._held_choices = ScrollColumn(look, padding=1, spacing=0)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        for widget in (self._held_choices, self._left, self._hairlines[0], self.table, self._hairlines[1], self.side):
            self._row.addWidget(widget)
        self._row.setStretchFactor(self.table, 1)
        self._arrange()

    def _build_foot(self) -> None:
        """The clock and the line, how late it is, and what has the room where it is short."""
        look = self._look
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(look.px(6))
        foot.addWidget(self._turn)
        foot.addWidget(self._line)
        foot.addStretch(1)
        self.slip_button = Button("", look, ButtonKind.QUIET, elide=True)
        foot.addWidget(self.slip_button)
        self._switches = flowing(*self._switch.values(), gap=look.px(2))
        foot.addWidget(self._switches)

    def _connect(self) -> None:
        self.table.chosen.connect(self._seat_pressed)
        self.table.menu_asked.connect(lambda person, _: self.menu_asked.emit(person))
        self.side.notes.menu_asked.connect(self.menu_asked)
        self.side.agreements_pressed.connect(lambda: self.asked.emit(Action.AGREEMENT))
        self.side.private_open.connect(self.private_open)
        self.side.notes.giving_way.connect(self.giving_way)
        self.slip.wanted_changed.connect(self._offer_choices)
        self.slip.chosen.connect(self.save)
        self.slip_button.clicked.connect(lambda: self._show(Shown.CHOICES))
        for shown, button in self._switch.items():
            button.clicked.connect(lambda _=False, what=shown: self._show(what))

    # -- what the window asks

    def render(self, view: MeetingView) -> None:  # type: ignore[override]
        """Render the meeting."""
        spoke, before, self._view = self._speaking(), self._view, view
        if before is None or before.part.id != view.part.id:
            self._show(Shown.QUESTION)  # where room is short, a new question comes first
            self.side.open_for(view.part.task)
        if self._speaking() not in (None, spoke) and view.part.task is not PartTask.BOARD:
            self.side.leave_unwritten()
        self._question.show_question(round_presenter.question(view, self._t))
        self._line.show_line(round_presenter.line(view, self._t))
        self.experience.render(view)
        self.experience.setVisible(view.part.task is PartTask.EXPERIENCE and view.stage is not MeetingStage.ENDED)
        middle = round_presenter.centre(view, self._port.reading(), self._t)
        seated = self.table.order
        if before is None or view.seats is not before.seats:
            self._at_table = round_presenter.seats(view, self._t)
        self.table.show_table(self._at_table, middle)
        if self.table.order != seated:
            self._set_tab_order()
        self._turn.setText(round_presenter.spoken_centre(middle))
        self._fit_choices()
        self.side.render(view)

    def tick(self, reading: ClockReading) -> None:
        """Show the clock in the middle, and what would win time when the plan slips."""
        self.slip.tick(reading)
        self._fit_choices()
        self.slip_button.set_label(slip_words(reading.slip, self._t))
        if self._view is None:
            return
        middle = round_presenter.centre(self._view, reading, self._t)
        self.table.show_centre(middle)
        if self._compact:
            self._turn.setText(round_presenter.spoken_centre(middle))

    def handle(self, action: Action) -> bool:
        """Do an act of the table itself; return False for any other."""
        match action:
            case Action.NOTE:
                return self._to_notes()
            case Action.BOARD:
                return self._to_tab(Tab.BOARD)
            case Action.PRIVATE:
                open_now = self.side.tab is Tab.PRIVATE and self.side.isVisible()
                return self._to_tab(Tab.NOTES if open_now else Tab.PRIVATE)
            case Action.TABLE:
                self._show(Shown.QUESTION if self._compact and self._shown is Shown.TABLE else Shown.TABLE)
                self._focus_table()
                return True
            case _:
                return False

    def save(self) -> bool:
        """Save the notes and the corrected board; a half-written line waits for its own Enter."""
        return self.side.save()

    def resume(self, field: str) -> None:
        """Open the tab, or the family's experience, with the half-written text."""
        name, _, place = field.partition(".")
        match name:
            case "board" if self._to_tab(Tab.BOARD):
                self.side.board.resume(place)
            case "private":
                self._to_tab(Tab.PRIVATE)
            case "experience" if not self.experience.isHidden():
                self.experience.open()

    @property
    def view_state(self) -> RoundViewState:
        """The part that is shown, and the view of the side."""
        return RoundViewState(self._shown, self.side.view_state)

    def restore_view_state(self, view_state: object) -> None:
        """Show that again."""
        if isinstance(view_state, RoundViewState):
            self.render(self._port.view)  # what comes with the part comes first
            self.side.restore_view_state(view_state.side)
            self._show(view_state.shown)

    def writing_place(self) -> QWidget | None:
        """The line of the open tab; in the notes that of who has the word, or of who was opened by hand."""
        asked = self.experience.text
        if self._speaking() is None and asked.isVisible():
            return asked
        return self.side.writing_place()

    def writes_on(self, field: QWidget) -> bool:
        """Return False for a note that is only shown: there is no speaker."""
        return field is not self.side.notes.editor or self.side.notes.takes_words

    def begin_writing(self, place: QWidget) -> None:
        """A note is that of who has the word, whosever was looked at."""
        if self.side.isAncestorOf(place):
            self._show(Shown.SIDE)
        if place is self.side.notes.editor:
            self.side.show_tab(Tab.NOTES)
            self.side.notes.focus_note()
        else:
            super().begin_writing(place)

    def resting_place(self) -> QWidget | None:
        """Where room is short: one press from the note of who has the word."""
        away = self._compact and self.side.isHidden() and self._speaking() is not None
        return self._switch[Shown.SIDE] if away else None

    def bar(self) -> tuple[tuple[BarItem, ...], tuple[BarItem, ...]]:
        """Return the acts pressed most at the table."""
        left = (BarItem(Action.PASS), BarItem(Action.PAUSE))
        return left, (BarItem(Action.MORE_TIME), BarItem(Action.AGREEMENT, green=True), BarItem(Action.AUDIENCE))

    def message_area(self, within: QWidget) -> QRect | None:
        """Over what to think of on the left: no seat, no question, not what to say, and not who comes next."""
        shown = next(part for part in (self._question, self.table, self.side, self.slip) if part.isVisibleTo(self))
        free = self._question.left_over if shown is self._question else QRect(QPoint(0, 0), shown.size())
        beside = self._look.px(12)
        return free.translated(shown.mapTo(within, QPoint(0, 0))).adjusted(-beside, 0, beside, 0)

    def panel_area(self, within: QWidget) -> QRect:
        """Return the area of the table, in a compact window that of the part shown; never over who comes next."""
        shown = next(part for part in (self._left, self.table, self.side, self.slip) if part.isVisibleTo(self))
        part = shown if self._compact else self.table
        return QRect(part.mapTo(within, QPoint(0, 0)), part.size())

    def make_room(self, height: int) -> None:
        """Leave `height` pixels free: the seats move together; the parts beside the table stay, unless compact."""
        self.table.set_foot(height)
        for part in (self._left, self.side):
            part.setContentsMargins(0, 0, 0, height if self._compact else 0)

    def show_notes_of(self, person: str) -> None:
        """Open a person's notes."""
        self._show(Shown.SIDE)
        self.side.show_tab(Tab.NOTES)
        self.side.notes.show_person(person)
        self.side.notes.editor.setFocus()

    # -- what happens here

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """The private lines may be seen again."""
        super().showEvent(event)
        self.side.update_private()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Hide the private lines; a half-written one is saved."""
        super().hideEvent(event)
        self.side.update_private()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Find room for as much as possible."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        look, width = self._look, self.width()
        # The page has what the two bars of the window leave it.
        compact = look.compact(width, self.height() + look.px(136))
        if compact is not self._compact or self._foot.parent() is None:
            self._compact = compact
            self._place_foot()
        for part in (self._left, self.side):
            part.setMinimumWidth(0)
            part.setMaximumWidth(16777215)
        if not compact:
            self._left.setFixedWidth(_between(_LEFT, width * 0.24, look))
            self.side.setFixedWidth(_between(_RIGHT, width * 0.27, look))
        self.side.show_agreements_card(not compact)
        self._show_what_fits()

    def _place_foot(self) -> None:
        """The clock and the line stand below the question, or to the right of everything where room is short."""
        for layout in (self._row, self._column):
            layout.removeWidget(self._foot)
        if self._compact:
            self._row.addWidget(self._foot)
            self._foot.setFixedWidth(self._look.px(_FOOT))
            self._foot.setContentsMargins(*[self._look.px(12)] * 4)
        else:
            self._column.addWidget(self._foot)
            self._foot.setMinimumWidth(0)
            self._foot.setMaximumWidth(16777215)
            self._foot.setContentsMargins(0, 0, 0, 0)
        self._line.set_compact(self._compact)
        self._place_choices()
        self._turn.setVisible(self._compact)
        self._switches.setVisible(self._compact)

    def _place_choices(self) -> None:
        """Under the question; where room is short in place of the table, behind a button that says how late it is."""
        if self._compact:
            self._held_choices.column.addWidget(self.slip)
        else:
            self._column.insertWidget(1, self.slip)

    def _offer_choices(self) -> None:
        """Show the choices while they are wanted."""
        if not self.slip.wanted and self._shown is Shown.CHOICES:
            self._shown = Shown.QUESTION
        self._show_what_fits()

    def _fit_choices(self) -> None:
        """As many as leave the question and what to say in sight; all where they have a place of their own."""
        if self.slip.wanted:
            needed = None if self._compact else self._question.needed
            self.slip.fit(self._column, self._left.height(), self._question, needed)

    def _set_tab_order(self) -> None:
        """Set the tab order from left to right: the question, the people at the table, their words."""
        set_tab_order(self._left, self.table, self.side, self._foot)

    def _show(self, shown: Shown) -> None:
        self._shown = shown
        self._show_what_fits()

    def _show_what_fits(self) -> None:
        everything = not self._compact
        self._left.setVisible(everything or self._shown is Shown.QUESTION)
        self.table.setVisible(everything or self._shown is Shown.TABLE)
        self.side.setVisible(everything or self._shown is Shown.SIDE)
        chosen = self._shown is Shown.CHOICES
        self.slip.setVisible(self.slip.wanted and (everything or chosen))
        self._held_choices.setVisible(not everything and chosen)
        self._line.set_tight(self.slip.wanted)
        self._question.set_compact(self._compact or self.slip.wanted, tight=everything and self.slip.wanted)
        self.slip_button.setVisible(self.slip.wanted and not everything and not chosen)
        self._fit_choices()
        self._hairlines[0].setVisible(everything)
        for shown, button in self._switch.items():
            button.setChecked(shown is self._shown)
        self.side.update_private()

    def _to_notes(self) -> bool:
        """To the speaker's note; from it, where room is short, back to the question."""
        if self._compact and self._shown is Shown.SIDE and self.side.notes.editor.hasFocus():
            self._show(Shown.QUESTION)
            return True
        self._show(Shown.SIDE)
        self.side.show_tab(Tab.NOTES)
        return self.side.notes.focus_note()

    def _to_tab(self, tab: Tab) -> bool:
        self._show(Shown.SIDE)
        there = self.side.show_tab(tab)
        if there:
            self.side.focus_tab()
        return there

    def _speaking(self) -> NoteKey | None:
        return None if self._view is None or self._view.speaker is None else self._view.speaker.note

    def _focus_table(self) -> None:
        view = self._view
        if view is None or not view.seats:
            return
        person = view.speaker.person if view.speaker is not None else view.next.person or view.seats[0].person
        self.lead_to(self.table.seat(person))

    def _seat_pressed(self, person: str) -> None:
        if self._compact:
            self.menu_asked.emit(person)
            return
        self.side.show_tab(Tab.NOTES)
        self.side.notes.show_person(person)
        speaking = self._speaking()
        if speaking is None:
            self.side.notes.focus_note()
        elif speaking.person != person:  # It is looked at: what is typed meanwhile is still said by who has the word.
            self.lead_to(self.table.seat(person))


def _between(span: tuple[int, int], wanted: float, look: Look) -> int:
    return round(min(max(wanted, look.px(span[0])), look.px(span[1])))
