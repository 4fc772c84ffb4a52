"""Resume writing in a recreated window of a meeting: after a crash, a lock, a new size."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from netmoede_desktop.gui.kit.layout.focus_place import FocusPlace, focus_place, restore_focus
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.gui.meeting.roll_call.roll_call_page import RollCallPage
from netmoede_desktop.gui.meeting.window.host import MeetingHost
from netmoede_desktop.gui.meeting.window.pages import MeetingPages, PageKind
from netmoede_desktop.gui.meeting.window.questions.meeting_questions import START, MeetingQuestions
from netmoede_desktop.services.meeting.view.values import MeetingStage

_ASKED = "ask"


@dataclass(frozen=True, slots=True)
class MeetingViewState:
    """Where the mødeleder was in a window: the page, where on it and at the table, the keyboard, whether it answered.

    `places` are what `MeetingPage.standing` says of the page and of the table.
    """

    kind: PageKind
    places: Mapping[PageKind, object]
    keyboard: FocusPlace | None
    answers: bool


class Resuming(QObject):
    """Waits until the window is shown, since whatever is shown first takes the keyboard; then does it once."""

    def __init__(
        self, window: QWidget, host: MeetingHost, pages: MeetingPages, port: MeetingPort, questions: MeetingQuestions
    ):
        super().__init__(window)
        self._window, self._host, self._pages, self._port, self._questions = window, host, pages, port, questions
        self._before: MeetingViewState | None = None
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The window is shown."""
        if watched is self._window and event.type() == QEvent.Type.Show:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self, self._go_on_writing)
        return False

    def write_on(self, field: str) -> None:
        """Open the place of a field: the page its name begins with, or the question that was being answered."""
        page, _, rest = field.partition(".")
        if page == _ASKED:
            roll_call = self._host.page_of_kind(PageKind.ROLL_CALL)
            if rest != START:
                self._questions.resume(rest)
            elif self._port.view.reason_missing and isinstance(roll_call, RollCallPage):
                self._questions.why_so_long(roll_call.start)
            asked = self._host.keyboard.place()
            if isinstance(asked, QLineEdit):
                asked.end(False)  # writing goes on: what stands there is no line to be replaced
        elif page in set(PageKind):
            self._host.turn_to(PageKind(page))
            self._host.page_of_kind(PageKind(page)).resume(rest)

    # -- from one window to the one in its place

    @property
    def view_state(self) -> MeetingViewState:
        """Where the mødeleder is, for the window that takes the place of this one."""
        kind = self._pages.choice.now(self._port.view)
        places = {one: self._pages.page(one).view_state for one in (PageKind.TABLE, kind)}
        return MeetingViewState(kind, places, focus_place(self._pages.current), self._host.keyboard.answers)

    def restore_view_state(self, view_state: MeetingViewState) -> None:
        """Restore the page and the half-written field of the window before; called before this one is shown."""
        self._before = view_state
        page, _, rest = self._port.lines.latest.partition(".")
        self._host.turn_to(view_state.kind)
        if page == view_state.kind:
            self._pages.page(view_state.kind).resume(rest)
        for kind, place in view_state.places.items():
            self._pages.page(kind).restore_view_state(place)
        if page == _ASKED and view_state.answers:
            self.write_on(self._port.lines.latest)

    def restore_keyboard(self) -> None:
        """Have the keyboard where it was in the window before, which keys that come late are meant for."""
        if self._before is not None and not self._host.keyboard.answers:
            restore_focus(self._pages.current, self._before.keyboard)

    def _go_on_writing(self) -> None:
        stage, field = self._port.view.stage, self._port.lines.latest
        if self._before is not None:
            if not isinstance(self._window.focusWidget(), QLineEdit | QPlainTextEdit):
                self.restore_keyboard()  # what found another place meanwhile has lost it
            return
        at_roll_call = stage is MeetingStage.ROLL_CALL
        on_its_page = at_roll_call is (field.partition(".")[0] == PageKind.ROLL_CALL)
        if field and stage is not MeetingStage.ENDED and on_its_page:
            self.write_on(field)
