"""Back to where writing was going on, when the window of a meeting is made anew: after a crash, a lock, a new size."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

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
        if port.lines.latest or port.lines.fields:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The window is shown."""
        if watched is self._window and event.type() == QEvent.Type.Show:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self, self._go_on_writing)
        return False

    def _go_on_writing(self) -> None:
        """Open the place of the field: the page its name begins with, or the question that was being answered.

        Every page on which something stands half-written is made, so that it is taken with the others when it is left.
        """
        stage, host = self._port.view.stage, self._host
        if stage in (Stage.RUNNING, Stage.PAUSED):
            for kind in {field.partition(".")[0] for field in self._port.lines.fields} & set(PageKind):
                host.page_of_kind(PageKind(kind))
        page, _, rest = self._port.lines.latest.partition(".")
        at_roll_call = stage is Stage.ROLL_CALL
        if stage is Stage.ENDED or at_roll_call is not (page == PageKind.ROLL_CALL):
            return
        if page == _ASKED:
            self._asks.resume(rest)
        elif page in set(PageKind):
            host.turn_to(PageKind(page))
            host.page_of_kind(PageKind(page)).resume(rest)
