"""Back to where writing was going on, when the window of a meeting is made anew: after a crash, a lock, a new size."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from netmoede_desktop.gui.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.gui.windows.meeting_asks import MeetingAsks
from netmoede_desktop.gui.windows.meeting_page_makers import PageHost
from netmoede_desktop.gui.windows.meeting_pages import PageKind
from netmoede_desktop.services.meeting_view import Stage

_ASKED = "ask"


class Resuming(QObject):
    """Waits until the window is shown, since whatever is shown first takes the keyboard; then does it once."""

    def __init__(self, window: QWidget, port: MeetingPort, host: PageHost, asks: MeetingAsks) -> None:
        super().__init__(window)
        self._window, self._port, self._host, self._asks = window, port, host, asks
        if port.lines.latest:
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
            self._asks.resume(rest)
            asked = self._host.keyboard.place()
            if isinstance(asked, QLineEdit):
                asked.end(False)  # writing goes on: what stands there is no line to be replaced
        elif page in set(PageKind):
            self._host.turn_to(PageKind(page))
            self._host.page_of_kind(PageKind(page)).resume(rest)

    def _go_on_writing(self) -> None:
        stage, field = self._port.view.stage, self._port.lines.latest
        at_roll_call = stage is Stage.ROLL_CALL
        if stage is not Stage.ENDED and at_roll_call is (field.partition(".")[0] == PageKind.ROLL_CALL):
            self.write_on(field)
