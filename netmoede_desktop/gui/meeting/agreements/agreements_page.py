"""Aftaler: one sentence at a time, who said yes, and the things missing before the end."""

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from netmoede_desktop.domain.methods.method import PartKind, PartTask
from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.dates.written_day import FreeDays
from netmoede_desktop.gui.kit.layout.frames import Hairline, ScrollColumn, row
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.meeting.agreements.agreement_table import AgreementTable
from netmoede_desktop.gui.meeting.agreements.draft import DraftField
from netmoede_desktop.gui.meeting.agreements.follow_up_panel import FollowUpPanel
from netmoede_desktop.gui.meeting.agreements.line_panel import AgreementEntry
from netmoede_desktop.gui.meeting.agreements.row import AgreementRow
from netmoede_desktop.gui.meeting.agreements.side import AgreementsSide
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.gui.meeting.closing.closing_list import Destination, MendPlace
from netmoede_desktop.gui.meeting.page import BarItem, MeetingPage
from netmoede_desktop.gui.meeting.table.turn_strip import TurnStrip
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import ClockReading, MeetingView

_SIDE = 380


@dataclass(frozen=True, slots=True)
class AgreementsViewState:
    """The view: whether the days or the side replaced the list, and the open agreement, None for none."""

    days: bool
    side: bool
    number: int | None


class AgreementsPage(MeetingPage):
    """The entry and the list, and beside them the open points before the end; in a narrow window, one at a time."""

    reading_asked = Signal(object)
    """Read aloud, beginning with this number; None for the first that has no answer."""
    place_asked = Signal(object)
    """A `Destination` outside this page: the status of an agreement, a round, the board."""

    def __init__(self, port: MeetingPort, look: Look, t: Translator, free_days: FreeDays) -> None:
        """Make it. `free_days` gives the days off between two dates."""
        super().__init__()
        self._port, self._look, self._t = port, look, t
        self._view: MeetingView | None = None
        self._part = ""
        self._compact: bool | None = None
        self._build(free_days)
        self._connect()
        # As the screen will have it: to be arranged twice costs time, and too wide a page would widen its window.
        screen = self.screen().availableSize()
        self._arrange(compact=look.compact(screen.width(), screen.height()))

    def _build(self, free_days: FreeDays) -> None:
        port, look, t = self._port, self._look, self._t
        self.turn = TurnStrip(look, t)
        self._eyebrow = Label("", Tone.EYEBROW_GREEN, wrap=False)
        self._question = Label("", Tone.TITLE)
        self.list_tab, self.side_tab = (Button("", look, ButtonKind.QUIET, one_of=True) for _ in range(2))
        self.back_button = Button(t.gettext("Tilbage til aftalerne"), look, ButtonKind.QUIET)
        self.entry = AgreementEntry(port, look, t, free_days)
        self.table = AgreementTable(port, look, t, free_days)
        self.follow_up = FollowUpPanel(port, look, t, free_days)
        self.side = AgreementsSide(port, look, t, free_days)
        self._list = ScrollColumn(look, padding=0, spacing=12)
        self._list.column.addWidget(self.table)
        self._list.column.addStretch(1)
        self._days = ScrollColumn(look, padding=0, spacing=8)
        self._days.column.addWidget(self.follow_up)
        self._days.column.addStretch(1)
        self._lay_out()

    def _lay_out(self) -> None:
        look = self._look
        self._main = QWidget()
        self._column = QVBoxLayout(self._main)
        self._tabs = QWidget()
        self._tabs.setLayout(row(self.list_tab, self.side_tab, spacing=look.px(4)))
        self._stack = QStackedWidget()
        for scrolled in (self._list, self._days):
            self._stack.addWidget(scrolled)
        self._head = QWidget()
        head = QVBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(look.px(2))
        beside = QHBoxLayout()
        beside.addWidget(self._question, 1)
        beside.addWidget(self.back_button)
        beside.addWidget(self._tabs)
        head.addWidget(self._eyebrow)
        head.addLayout(beside)
        for widget in (self.turn, self._head, self._stack):
            self._column.addWidget(widget)
        self._line = Hairline(look, upright=True)
        self._whole = QHBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self._main, 1)
        self._whole.addWidget(self._line)
        self._whole.addWidget(self.side)

    def _connect(self) -> None:
        self.list_tab.clicked.connect(lambda: self._show_side(shown=False))
        self.side_tab.clicked.connect(lambda: self._show_side(shown=True))
        self.table.follow(self.entry.stops[-1])
        self.table.asked.connect(self._answer_asked)
        self.table.led.connect(self.led)
        self.table.shown.connect(self._list.ensureWidgetVisible)
        self.entry.added.connect(self._added)
        self.entry.led.connect(self.led)
        self.side.led.connect(self.led)
        self.side.follow_up_asked.connect(self._open_follow_up)
        self.side.chosen.connect(self.go_to)
        self.back_button.clicked.connect(self._show_list)
        self.turn.left.connect(lambda: self.asked.emit(Action.TABLE))
        self.follow_up.settled.connect(self._days_settled)

    def render(self, view: MeetingView) -> None:  # type: ignore[override]
        """Render the agreements and the open points."""
        self._view = view
        self._eyebrow.setText(view.heading.upper())
        self.entry.render(view)
        self.table.render(view)
        self.follow_up.render(view)
        self.side.render(view)
        self.turn.show_turn(view, self._port.reading(), beside=view.part.kind is not PartKind.AGREEMENTS)
        n = len(view.agreements)
        self.list_tab.set_label(self._t.gettext("Aftaler ({n})").format(n=n))
        missing = self.side.missing
        sentence = self._t.gettext("Før vi slutter ({n} mangler)") if missing else self._t.gettext("Før vi slutter")
        self.side_tab.set_label(sentence.format(n=missing))
        if view.part.id != self._part:
            self._part = view.part.id
            self._show_what_the_part_is_for(view)
        self._mark_tab()

    def resume(self, field: str) -> None:
        """Focus the line, the open agreement, the panel or the day with the half-written text of `field`."""
        name, _, place = field.partition(".")
        match name:
            case "line":
                self.open_entry()
            case "edit":
                self.table.edit(int(place))
            case "reservation":
                self.open_reservation()
            case "experience":
                self._show_side(shown=True)
                self.side.experience.open()
            case _:
                self._open_follow_up()
                self.follow_up.resume(name)

    @property
    def view_state(self) -> AgreementsViewState:
        """The panel shown beside or in place of the list, and the open agreement."""
        shown, editor = self._stack.currentWidget(), self.table.editor
        number = None if editor is None else editor.number
        return AgreementsViewState(shown is self._days, shown is self.side, number)

    def restore_view_state(self, view_state: object) -> None:
        """Show that again."""
        if not isinstance(view_state, AgreementsViewState):
            return
        if view_state.number is not None and self.table.editor is None:
            self.table.edit(view_state.number)
        if view_state.days:
            self._open_follow_up()
        else:
            self._show_list()
            self._show_side(shown=view_state.side)

    def tick(self, reading: ClockReading) -> None:
        """Show how the talking time is shared."""
        self.side.tick(reading)
        if self._view is not None:
            self.turn.show_turn(self._view, reading, beside=self._view.part.kind is not PartKind.AGREEMENTS)

    def handle(self, action: Action) -> bool:
        """Ctrl+Enter goes to the line; F2 opens the agreement that has the keyboard."""
        focused = self.focusWidget()
        if action is Action.AGREEMENT:
            self.open_entry()
            return True
        if action is Action.NOTE and isinstance(focused, AgreementRow) and focused.hasFocus():
            return self.table.edit(focused.number)
        return False

    def save(self) -> bool:
        """Save the open agreement; drafts in a line or a panel wait for their own Enter. Return False if refused."""
        return self.table.save()

    def bar(self) -> tuple[tuple[BarItem, ...], tuple[BarItem, ...]]:
        """Disagreement and the reading aloud are a press away; so is the table, where the word goes round."""
        t = self._t
        beside = self._view is not None and self._view.part.kind is not PartKind.AGREEMENTS
        left = (
            BarItem(Action.GO_BACK),
            *((BarItem(Action.TABLE),) if beside else ()),
            BarItem(label=t.gettext("Uenighed"), press=self.open_reservation),
            BarItem(Action.PAUSE),
        )
        read = BarItem(label=t.gettext("Læs op, én ad gangen"), press=lambda: self.reading_asked.emit(None))
        return left, (read, BarItem(Action.CURTAIN))

    def writing_place(self) -> QWidget | None:
        """The open form beside, the line for another day while the days are shown, or the entry line."""
        beside = self.side.writing_place
        if beside is not None:
            return beside
        return self.follow_up.other.line if self.follow_up.isVisible() else self.entry.line

    def begin_writing(self, place: QWidget) -> None:
        """The line may have to be brought into sight."""
        if place is self.entry.line:
            self.open_entry()
        else:
            super().begin_writing(place)

    def open_entry(self) -> None:
        """Put the keyboard in the line."""
        self._show_list()
        self.entry.open()
        if self._compact:
            self._list.ensureWidgetVisible(self.entry)

    def open_reservation(self) -> None:
        """Open the place where disagreement is written."""
        self._show_side(shown=True)
        self.side.reservation.open()

    def go_to(self, destination: Destination) -> None:
        """Focus the place that mends something; emit a request for one outside this page."""
        number = destination.number
        match destination.place:
            case MendPlace.OWNER | MendPlace.DATE if number is not None:
                self._show_list()
                field = DraftField.OWNER if destination.place is MendPlace.OWNER else DraftField.WHEN
                self.table.edit(number, field)
            case MendPlace.READING:
                self.reading_asked.emit(number)
            case MendPlace.FOLLOW_UP:
                self._open_follow_up()
            case MendPlace.EXPERIENCE:
                self._show_side(shown=True)
                self.side.experience.open()
            case _:
                self.place_asked.emit(destination)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Arrange for the room there is."""
        super().resizeEvent(event)
        window = self.window()
        self._arrange(compact=self._look.compact(self.width(), max(window.height(), self.height())))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """The keyboard begins in the line."""
        super().showEvent(event)
        if self._stack.currentWidget() is self._list and not event.spontaneous():
            self.entry.open()

    def _question_of(self, view: MeetingView) -> str:
        """The part's own prompt, where the page shows what the part is for."""
        days, t = self._stack.currentWidget() is self._days, self._t
        about_days = view.part.task is PartTask.FOLLOW_UP
        own = view.prompts.room if view.part.kind is PartKind.AGREEMENTS and days is about_days else ""
        return own or (t.gettext("Hvornår ses vi igen?") if days else t.gettext("Hvem gør hvad, og hvornår?"))

    def _show_what_the_part_is_for(self, view: MeetingView) -> None:
        if view.part.task is PartTask.FOLLOW_UP:
            self._stack.setCurrentWidget(self._days)
        else:
            self._show_list()

    def _arrange(self, *, compact: bool) -> None:
        """With little room the question is smaller, the line scrolls with the list, and the side is a tab."""
        if compact == self._compact:
            return
        self._compact = compact
        look = self._look
        writing = self.entry.isAncestorOf(self.window().focusWidget())
        inset, top = look.px(12 if compact else 30), look.px(8 if compact else 22)
        self._column.setContentsMargins(inset, top, inset, 0 if compact else look.px(12))
        self._column.setSpacing(look.px(6 if compact else 14))
        self._question.set_tone(Tone.HEADING if compact else Tone.TITLE)
        self._eyebrow.setVisible(not compact)
        self._tabs.setVisible(compact)
        if compact:
            self._list.column.insertWidget(0, self.entry)
        else:
            self._column.insertWidget(2, self.entry)
        self.entry.set_compact(compact)
        self._line.setVisible(not compact)
        self.side.set_width(None if compact else look.px(_SIDE))
        if compact:
            self._stack.addWidget(self.side)
        else:
            self._whole.addWidget(self.side)
            self.side.show()
        if self._stack.currentWidget() is self.side:
            self._stack.setCurrentWidget(self._list)
        # What is put in another place loses its turn with the keyboard.
        tabs = (self.turn.back_button, self.list_tab, self.side_tab, self.back_button)
        parts = (self.entry, self.table, self.follow_up, self.side)
        for before, after in pairwise((*tabs, *(stop for part in parts for stop in part.stops))):
            QWidget.setTabOrder(before, after)
        self._mark_tab()
        if writing:
            self.entry.open()  # put in another place, it has lost the keyboard

    def _show_list(self) -> None:
        self._stack.setCurrentWidget(self._list)
        self._mark_tab()

    def _show_side(self, *, shown: bool) -> None:
        if self._compact:
            self._stack.setCurrentWidget(self.side if shown else self._list)
            self._mark_tab()

    def _mark_tab(self) -> None:
        beside = self._compact is True and self._stack.currentWidget() is self.side
        self.list_tab.setChecked(not beside)
        self.side_tab.setChecked(beside)
        days = self._stack.currentWidget() is self._days
        self.back_button.setVisible(days and self._compact is False)
        self.entry.setVisible(self._compact is True or not days)
        if self._view is not None:
            self._question.setText(self._question_of(self._view))

    def _open_follow_up(self) -> None:
        self._stack.setCurrentWidget(self._days)
        self._mark_tab()
        self.follow_up.open()

    def _days_settled(self) -> None:
        """Back to the list, but where the part is about the day."""
        if self._view is None or self._view.part.task is not PartTask.FOLLOW_UP:
            self._show_list()

    def _added(self, number: int) -> None:
        """Scroll to the new agreement in a wide window, and focus the line."""
        if not self._compact:
            self._list.ensureWidgetVisible(self.table.row(number))
        self.entry.open()

    def _answer_asked(self, number: int) -> None:
        view = self._view
        if view is None:
            return
        agreement = next(agreement for agreement in view.agreements if agreement.number == number)
        if agreement.carried and not agreement.unanswered and agreement.answer is None:
            self.place_asked.emit(Destination(MendPlace.STATUS, number))
        else:
            self.reading_asked.emit(number)
