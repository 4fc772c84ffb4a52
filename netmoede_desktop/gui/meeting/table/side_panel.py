"""The right side of the table: Noter · Tavlen · Privat, and the agreements taken so far."""

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QWidget

from netmoede_desktop.domain.methods.method import PartTask
from netmoede_desktop.gui.kit.layout.frames import Surface
from netmoede_desktop.gui.meeting.agreements.card import AgreementsCard
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.gui.meeting.notes.board_panel import BoardPanel
from netmoede_desktop.gui.meeting.notes.note_panel import NotePanel, NotesViewState
from netmoede_desktop.gui.meeting.notes.private_panel import PrivatePanel, PrivatePort
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import MeetingView

#: How wide the picture of what the room sees is, at 100 %.
_PREVIEW = 148


class Tab(IntEnum):
    """The tabs, from left to right."""

    NOTES = 0
    BOARD = 1
    PRIVATE = 2


@dataclass(frozen=True, slots=True)
class SideViewState:
    """Which tab was open, and how the notes were left."""

    tab: Tab
    notes: NotesViewState


class SidePanel(Surface):
    """Three places to write, one at a time. Without a port for private lines there are two."""

    private_open = Signal(bool)
    """The private lines can be seen, or no longer."""
    agreements_pressed = Signal()

    def __init__(
        self, port: MeetingPort, private: PrivatePort | None, look: Look, t: Translator, *, note_key: str = ""
    ) -> None:
        """Make it; `note_key` is the key that goes to the speaker's note."""
        super().__init__("panel", look, padding=16, spacing=0)
        self._look = look
        self.notes = NotePanel(port, look, t, note_key=note_key)
        self.board = BoardPanel(port, look, t)
        self.private = None if private is None else PrivatePanel(port, private, look, t)
        self._agreements = AgreementsCard(look, t)
        self._tabs = QTabBar()
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setAccessibleName(t.gettext("Noter, tavlen og privat"))
        self._stack = QStackedWidget()
        self._private_shown = False
        self._preview: QWidget | None = None
        self._opened_for: PartTask | None = None
        self._add(t.gettext("Noter"), self.notes)
        self._add(t.gettext("Tavlen"), self.board)
        if self.private is not None:
            self._add(t.gettext("Privat"), self.private)
        self.column.addWidget(self._tabs)
        self.column.addWidget(self._stack, 1)
        self.column.addSpacing(look.px(12))
        self._foot = QHBoxLayout()
        self._foot.setSpacing(look.px(12))
        self._foot.addWidget(self._agreements, 1)
        self.column.addLayout(self._foot)
        self._tabs.currentChanged.connect(self._turned)
        self._agreements.clicked.connect(self.agreements_pressed)

    @property
    def tab(self) -> Tab:
        """Which place is open."""
        return Tab(self._tabs.currentIndex())

    def show_tab(self, tab: Tab) -> bool:
        """Open a place; False where there is no such tab."""
        if tab >= self._tabs.count():
            return False
        self._tabs.setCurrentIndex(tab)
        return True

    def open_for(self, task: PartTask | None) -> None:
        """Open the board in the part where it is summed up, and the notes again after it."""
        if task is PartTask.BOARD:
            self.show_tab(Tab.BOARD)
        elif self._opened_for is PartTask.BOARD and self.tab is Tab.BOARD:
            self.show_tab(Tab.NOTES)
        self._opened_for = task

    def show_agreements_card(self, shown: bool) -> None:
        """Show or hide the agreements below."""
        self._agreements.setVisible(shown)

    def set_preview(self, preview: QWidget) -> None:
        """Hold the small picture of what the room sees, beside the agreements."""
        self._preview = preview
        preview.setFixedWidth(self._look.px(_PREVIEW))
        self._foot.insertWidget(0, preview)

    def show_preview(self, shown: bool, *, looked_at: bool) -> None:
        """Show the preview if the room can see anything; `looked_at` is False behind a curtain."""
        self.board.show_room(looked_at)
        if self._preview is not None:
            self._preview.setVisible(shown)

    def render(self, view: MeetingView) -> None:  # type: ignore[override]
        """Render the notes, the board, the private lines and the agreements."""
        self.notes.render(view)
        self.board.render(view)
        if self.private is not None:
            self.private.render(view)
        self._agreements.show_agreements(view.agreements)

    def focus_tab(self) -> None:
        """Put the keyboard where the open tab is written in."""
        match self.tab:
            case Tab.NOTES:
                self.notes.focus_note()
            case Tab.BOARD:
                self.board.focus_line()
            case Tab.PRIVATE if self.private is not None:
                self.private.focus_line()

    def writing_place(self) -> QWidget | None:
        """Return where the open tab is written in."""
        match self.tab:
            case Tab.NOTES:
                return self.notes.editor if self.notes.takes_words else None
            case Tab.BOARD:
                return self.board.line
            case Tab.PRIVATE:
                return None if self.private is None else self.private.line

    def leave_unwritten(self) -> None:
        """Go to the notes, unless a line is begun on the board or in private."""
        begun = self.board.begun or (self.private is not None and self.private.begun)
        if not begun:
            self.show_tab(Tab.NOTES)

    @property
    def view_state(self) -> SideViewState:
        """The open tab and note."""
        return SideViewState(self.tab, self.notes.view_state)

    def restore_view_state(self, view_state: SideViewState) -> None:
        """Open that again."""
        self.notes.restore_view_state(view_state.notes)
        self.show_tab(view_state.tab)

    def save(self) -> bool:
        """Make notes and corrected board lines durable."""
        notes, board = self.notes.save(), self.board.save()
        return notes and board

    def stop(self) -> None:
        """Save and take nothing any more: the window is going."""
        self.notes.stop()
        if self.private is not None:
            self.private.stop()

    def update_private(self) -> None:
        """Say whether the private lines can be seen now; called too when the page is shown or hidden."""
        shown = self.private is not None and self.isVisible() and self.tab is Tab.PRIVATE
        if shown is not self._private_shown and self.private is not None:
            self._private_shown = shown
            self.private.set_open(shown)
            self.private_open.emit(shown)

    def _add(self, label: str, panel: NotePanel | BoardPanel | PrivatePanel) -> None:
        self._tabs.addTab(label)
        self._stack.addWidget(panel)

    def _turned(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        self.update_private()
