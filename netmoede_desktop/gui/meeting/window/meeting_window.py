"""The meeting window: phases and clock on top, the page in the middle, the bar with the go-button at the foot.

No menus and no dialogs. Every key and button comes to `press`, once; what it does to the meeting is decided in
`MeetingActions`, and durable before anything is shown. A short question is put above the bar and stops nothing else.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from netmoede_desktop.gui.desk.keys import Action, KeyMap
from netmoede_desktop.gui.kit.layout.frames import Hairline
from netmoede_desktop.gui.kit.layout.tab_order import set_tab_order
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort, MeetingShown
from netmoede_desktop.gui.meeting.conduct.conduct_card import ConductCard
from netmoede_desktop.gui.meeting.help_page import key_problem
from netmoede_desktop.gui.meeting.notes.private_panel import PrivatePort
from netmoede_desktop.gui.meeting.page import MeetingPage
from netmoede_desktop.gui.meeting.table.round_page import RoundPage
from netmoede_desktop.gui.meeting.window.actions import MeetingActions
from netmoede_desktop.gui.meeting.window.bars.bottom_bar import BottomBar
from netmoede_desktop.gui.meeting.window.bars.header import MeetingHeader
from netmoede_desktop.gui.meeting.window.keyboard.debounce import GOING_ON, Escapes, KeyDebouncer
from netmoede_desktop.gui.meeting.window.keyboard.key_filter import KeyFilter
from netmoede_desktop.gui.meeting.window.keyboard.keyboard import Keyboard
from netmoede_desktop.gui.meeting.window.keyboard.note_place import NotePlace, WaitingWords
from netmoede_desktop.gui.meeting.window.messages.cues import Cues, acute_sentence, cue_sentence
from netmoede_desktop.gui.meeting.window.messages.messages import Messages
from netmoede_desktop.gui.meeting.window.messages.overlay import Overlay
from netmoede_desktop.gui.meeting.window.messages.panels import AwayLine, GapPanel, UndoneLine
from netmoede_desktop.gui.meeting.window.messages.spoken import SpokenActs
from netmoede_desktop.gui.meeting.window.messages.veil import Veil
from netmoede_desktop.gui.meeting.window.page_makers import PageParts, listen_to, page_makers, random_id, stop_early
from netmoede_desktop.gui.meeting.window.pages import MeetingPages, PageKind
from netmoede_desktop.gui.meeting.window.questions.meeting_questions import MeetingQuestions
from netmoede_desktop.gui.meeting.window.questions.menus import SeatMenu, everything_else
from netmoede_desktop.gui.meeting.window.questions.question import Question
from netmoede_desktop.gui.meeting.window.resume import Resuming
from netmoede_desktop.gui.system.ticks import every
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.wording.meeting_wording import next_label
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import MeetingStage, MeetingView, UndoLabel

#: Milliseconds between two looks at the clocks.
TICK_MS = 200

_LEAST_SIZE = (640, 400)


class MeetingWindow(QMainWindow):
    """The mødeleder's window. It shows what the port says and asks the port; it keeps nothing of the meeting."""

    audience_asked = Signal()
    curtain_asked = Signal()
    swap_asked = Signal()
    pressed = Signal(object)
    cued = Signal()
    lock_asked = Signal()
    veiled = Signal(bool)
    private_open = Signal(bool)
    reading = Signal(object)
    """The number of the agreement that is read aloud, None for none."""
    left = Signal()
    """The meeting has ended, and the mødeleder goes on to the referat."""
    closing_asked = Signal()
    """The window is to be closed; it stays open until `close_now`."""

    def __init__(
        self,
        port: MeetingPort,
        keys: KeyMap,
        look: Look,
        t: Translator,
        *,
        private: PrivatePort | None = None,
        acute_number: str = "",
        key_file: str = "",
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Make it for a meeting.

        `private` reads the private lines (no tab without it), `acute_number` is the municipality's own number and
        `key_file` the file keys can be changed in.
        """
        super().__init__()
        self._port, self._keys, self._look, self._t = port, keys, look, t
        self._acute_number = acute_number
        self._debouncer = KeyDebouncer(monotonic)
        self._cues = Cues()
        self._may_close = False
        self._last_where: tuple[MeetingPage, str, MeetingStage] | None = None
        self._bar_shown: tuple[str, bool, UndoLabel | None] | None = None
        self._questions = MeetingQuestions(port, self, t, random_id)
        self._actions = MeetingActions(port, self, self._questions, t)
        parts = PageParts(port, private, keys, look, t, key_file, monotonic)
        self._pages = MeetingPages(page_makers(parts), lambda page: listen_to(page, self), AwayLine(look, t))
        self._seat_menu = SeatMenu(port, self, self._questions, t)
        self._build()
        self._escapes = Escapes(
            port, self._pages, self._overlay, self._card, self._debouncer, self._actions, self._back
        )
        note = NotePlace(port, self._pages, self._overlay, self._waiting, self.show_page, self.show_message, t)
        self.keyboard: Keyboard = Keyboard(self, self._overlay.question_bar, lambda: self.page, note)
        self._filter = KeyFilter(self, keys, self.keyboard, self.press, self._escapes.first)
        self._veil = Veil(self._held, self._filter, self._before_veil, self._do_here, look, t)
        self._connect()
        self.show_view(port.view)
        self.resuming: Resuming = Resuming(self, self, self._pages, port, self._questions)
        if keys.problem:
            self.show_message(key_problem(keys, t))

    def _build(self) -> None:
        look, t = self._look, self._t
        self.setWindowTitle(t.gettext("Mødet"))
        self._header = MeetingHeader(look, t)
        self._body = self._pages
        self._bar = BottomBar(self._keys, look, t)
        self.go_button: QWidget = self._bar.go
        self._overlay = Overlay(self._body, look, t)
        self._card = ConductCard(self._body, self._acute_number, self._keys.shown(Action.CARD), look, t)
        self._gap = GapPanel(self._port, look, t)
        self._undone = UndoneLine(self.press, self._keys, look, t)
        self._waiting = WaitingWords(self._port, lambda: self.table.side.notes, self._keys, look, t)
        self._overlay.add_panels(self._waiting, self._undone, self._gap)
        self._overlay.anchor_to(lambda: self.page)
        self._messages = Messages(self._port, self._overlay, self.flush)
        self._held = QWidget()
        column = QVBoxLayout(self._held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._header, Hairline(look), self._body, Hairline(look), self._bar):
            column.addWidget(widget)
        column.setStretchFactor(self._body, 1)
        self.setCentralWidget(self._held)
        set_tab_order(self._card, self._overlay, self._bar)
        # Its own least size, so that no page ever makes the window larger than the screen.
        self.setMinimumSize(*_LEAST_SIZE)

    def _connect(self) -> None:
        self._port.shown.connect(self._show)
        SpokenActs(self._port, self._overlay, self._t)
        self._card.anchor_to(self.keyboard.place)
        self._veil.veiled.connect(self.veiled)
        self._veil.veiled.connect(self.keyboard.cover)
        self._waiting.asked.connect(self.press)
        self._waiting.whose_asked.connect(self._ask_whose)
        self._bar.pressed.connect(self.press)
        self._bar.more.connect(self._ask_for_more)
        self._ticking = every(TICK_MS, self.tick, self)
        self._ticking.start()

    # -- what is shown

    def _show(self, shown: MeetingShown) -> None:
        self.show_view(shown.view)

    def show_view(self, view: MeetingView) -> None:
        """Render the meeting."""
        self._header.show_view(view, self._port.reading())
        self._pages.turn(view)
        for panel in (self._gap, self._undone, self._waiting):
            panel.render(view)
        self._show_bar(view)
        self.keyboard.view_changed()

    def tick(self) -> None:
        """Look at the clocks; nothing is kept of it, and any look may be missed."""
        view, reading = self._port.view, self._port.reading()
        self._header.tick(view, reading)
        self.page.tick(reading)
        self._card.place()
        cue = None if self.isHidden() else self._cues.at(view, reading)  # put aside, it is told on coming back
        if cue is not None:
            self.show_message(cue_sentence(cue, view, self._keys.shown(Action.PAUSE), self._t))
            self.cued.emit()

    @property
    def page(self) -> MeetingPage:
        """The page that is shown."""
        return self._pages.current

    def show_page(self, kind: PageKind) -> None:
        """Save the typed text, then show a page until the meeting goes on or the table is requested."""
        self.save()
        self.turn_to(kind)

    def turn_to(self, kind: PageKind) -> None:
        """Show a page; half-written text stays anywhere."""
        self._pages.choice.ask(kind, self._port.view)
        self.show_view(self._port.view)

    def _show_bar(self, view: MeetingView) -> None:
        where = (self.page, view.part.id, view.stage)
        if where != self._last_where:
            self._last_where = where
            self._bar.set_items(self.page.bar())
            self._overlay.place()
            self.keyboard.restore_focus_later()
        label = self.page.go_label() or next_label(view.next, self._t, armed=self._actions.armed)
        shown = (label, self.page.go_has_key(), view.undo)
        if shown != self._bar_shown:
            self._bar_shown = shown
            self._bar.show_next(label, has_key=shown[1])
            self._bar.show_undo(view.undo)

    @property
    def table(self) -> RoundPage:
        """The page with the round table, made if need be."""
        page = self._pages.page(PageKind.TABLE)
        assert isinstance(page, RoundPage)  # noqa: S101 - it is made as one
        return page

    # -- what questions and pages ask of the window

    def save(self) -> bool:
        """Save the typed and the composed text, half-written lines as such; return False when the disk refused."""
        self.keyboard.take_composing()
        kept = (self._pages.save(), self._port.keep_typing())
        return all(kept)

    def flush(self) -> bool:
        """Save every field, half-written lines as such: before a lock, a veil, the end, an undo. False when refused."""
        self._overlay.question_bar.dismiss()
        kept = (self.table.side.save(), self._port.keep_typing())
        return all(kept)

    def ask(self, question: Question) -> None:
        """Put a short question above the bar."""
        self._messages.clear_message()
        self._overlay.question_bar.ask(question)

    def show_message(self, sentence: str) -> None:
        """Show a sentence for a few seconds where it hides nothing needed."""
        self._messages.show_message(sentence)

    def set_preview(self, preview: QWidget) -> None:
        """Hold the small picture of what the room sees, at the side of the table."""
        self.table.side.set_preview(preview)

    def show_preview(self, shown: bool, *, looked_at: bool = False) -> None:
        """Show the preview if the room can see anything; `looked_at` is False behind a curtain."""
        self.table.side.show_preview(shown, looked_at=looked_at)

    def take_agreement(self) -> None:
        """Go to where an agreement is written."""
        self.show_page(PageKind.AGREEMENTS)
        self.page.handle(Action.AGREEMENT)

    def close_meeting(self) -> None:
        """Go to where the meeting is closed."""
        self.show_page(PageKind.CLOSING)

    def leave(self) -> None:
        """The meeting has ended: go on to its referat."""
        self.left.emit()

    def open_menu(self, person: str) -> None:
        """Ask what to do with a person."""
        self._seat_menu.open(person)

    def page_of_kind(self, kind: PageKind) -> MeetingPage:
        """Return a page, made if need be."""
        return self._pages.page(kind)

    # -- keys and buttons

    def press(self, action: Action, held: bool | None = None) -> None:
        """Do the act of a button, or of a key; `held` is True if the keyboard repeats the key, None for a button.

        Some pages know better what an act, or their go-button, does; next comes the meeting, and last the window.
        """
        if not self._debouncer.accepts(action, held=held is True) or (
            action in GOING_ON and self._overlay.question_bar.waits()
        ):
            return
        if action is Action.CARD:  # it is only looked at: nothing else changes, the keyboard least of all
            self._card.turn()
            return
        if action not in GOING_ON:
            self._actions.disarm()
        self.pressed.emit(action)
        with self.keyboard.act():
            self._messages.clear_message()
            self._overlay.question_bar.close_question()
            by_button = held is None and action is Action.GO_ON and self.page.go_pressed()
            asked = by_button or self._waiting.takes(action) or self._actions.asks_first(action)
            if not asked and not self.page.handle(action):
                if action in GOING_ON:
                    self._pages.choice.go_back()
                if not self._actions.take(action):
                    self._do_here(action)
            self._show_bar(self._port.view)

    def _do_here(self, action: Action) -> None:
        """Do an act of the windows, or show the page of an act."""
        match action:
            case Action.AUDIENCE:
                self.audience_asked.emit()
            case Action.CURTAIN:
                self.curtain_asked.emit()
            case Action.SWAP:
                self.swap_asked.emit()
            case Action.LOCK:
                if self.flush():
                    self.lock_asked.emit()
            case Action.VEIL:
                self.veil()
            case Action.ACUTE:
                self.show_message(acute_sentence(self._acute_number, self._t))
            case Action.HELP:
                here = self._pages.choice.now(self._port.view) is PageKind.HELP
                self._back() if here else self.show_page(PageKind.HELP)
            case Action.AGREEMENT:
                self.take_agreement()
            case Action.BOARD if self._port.view.started is not None:
                self._questions.board_line()
            case _:
                self.show_page(PageKind.TABLE)
                if action is not Action.TABLE:
                    self.page.handle(action)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """An Esc that nothing on the page had a use for."""
        if event.key() == Qt.Key.Key_Escape:
            self._escapes.last()
        else:
            super().keyPressEvent(event)

    def _back(self) -> None:
        self._pages.choice.go_back()
        self.show_view(self._port.view)

    def _ask_whose(self) -> None:
        self._questions.whose(self._t.gettext("Hvem siger det?"), self._give_words)

    def _give_words(self, person: str) -> None:
        self.show_notes(person)
        self._waiting.give()

    def _ask_for_more(self) -> None:
        shown, own = self._bar.shown_actions(), self._bar.hidden_items()
        ends = (self.close_meeting, lambda: stop_early(self))
        self.ask(everything_else(self.press, self._keys, shown, own, self._questions, ends, self._t))

    def _before_veil(self) -> None:
        self.flush()
        self._overlay.question_bar.close_question()

    def show_notes(self, person: str) -> None:
        """Show the notes of a person."""
        self.show_page(PageKind.TABLE)
        self.table.show_notes_of(person)

    def veil(self) -> None:
        """Cover the whole window; the typed text is saved first."""
        self._veil.cover()

    def lift_veil(self) -> None:
        """Show the window again, with the keyboard where it was."""
        self._veil.lift()

    def close_now(self) -> None:
        """Take the window away without asking anybody. Hidden, it still hears keys that come late."""
        self._may_close = True
        self._ticking.stop()
        self._messages.stop()
        self.table.side.stop()
        self._port.stop_keeping()
        self.hide()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Keep everything, and let the session decide."""
        if self._may_close:
            event.accept()
            return
        self.flush()
        event.ignore()
        self.closing_asked.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Find room for as much as possible."""
        super().resizeEvent(event)
        compact = self._look.compact(self.width(), self.height())
        self._header.set_compact(compact)
        self._bar.set_compact(compact)
        self._overlay.place()
        self._veil.fit()
