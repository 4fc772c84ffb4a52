"""A meeting that plays itself, as the windows know it: they show it, and their keys do nothing to it."""

from collections.abc import Callable
from datetime import datetime, timedelta

from netmoede_desktop.domain.meeting.history import History
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort


class PlayedMeeting(MeetingPort):
    """The port to a meeting out of a scenario. `monotonic` gives real seconds, `speed` what one of them is worth."""

    def __init__(self, history: History, at: datetime, speed: float | None, monotonic: Callable[[], float]) -> None:
        super().__init__(history, self._scenario_now)
        self._speed = speed or 0.0
        self._monotonic = monotonic
        self._at, self._since = at, monotonic()

    def show(self, history: History, at: datetime) -> None:
        """Go on to another moment of the scenario."""
        self._at, self._since = at, self._monotonic()
        self._show(history)

    def _scenario_now(self) -> datetime:
        """The scenario's instant: since the last moment it has gone on at its speed."""
        return self._at + timedelta(seconds=(self._monotonic() - self._since) * self._speed)
