"""A meeting that plays itself, as the windows know it: they show it, and their keys do nothing to it."""

from collections.abc import Callable
from datetime import datetime, timedelta

from netmoede_desktop.domain.meeting.commands import Command, KeepSentWords, WriteNote
from netmoede_desktop.domain.meeting.history import History
from netmoede_desktop.domain.meeting.state import MeetingState
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.services.meeting.view.build import clock_reading, meeting_view
from netmoede_desktop.services.meeting.view.values import ClockReading, MeetingView


class PlayedMeeting(MeetingPort):
    """The port to a meeting out of a scenario. `monotonic` gives real seconds, `speed` what one of them is worth."""

    def __init__(self, history: History, at: datetime, speed: float | None, monotonic: Callable[[], float]) -> None:
        super().__init__()
        self._speed = speed or 0.0
        self._monotonic = monotonic
        self._history = history
        self._at = at
        self._since = monotonic()
        self._view = meeting_view(history)

    def show(self, history: History, at: datetime) -> None:
        """Go on to another moment of the scenario."""
        self._history, self._at, self._since = history, at, self._monotonic()
        self._view = meeting_view(history)
        self.viewed.emit(self._view)

    @property
    def state(self) -> MeetingState:
        """The meeting's state, for what the room sees."""
        return self._history.state

    @property
    def view(self) -> MeetingView:
        """The meeting as it stands."""
        return self._view

    def now(self) -> datetime:
        """The scenario's instant: since the last moment it has gone on at its speed."""
        return self._at + timedelta(seconds=(self._monotonic() - self._since) * self._speed)

    def reading(self) -> ClockReading:
        """The clocks now."""
        return clock_reading(self._history.state, self.now())

    def do(self, *commands: Command) -> bool:  # noqa: ARG002 - nobody leads it
        """Nothing: it plays itself."""
        return False

    def type(self, typed: WriteNote | KeepSentWords) -> bool:  # noqa: ARG002
        """Nothing: it plays itself."""
        return False

    def keep_private(self, text: str) -> bool:  # noqa: ARG002
        """Nothing: it plays itself."""
        return False

    def undo(self) -> bool:
        """Nothing: it plays itself."""
        return False

    def redo(self) -> bool:
        """Nothing: it plays itself."""
        return False
