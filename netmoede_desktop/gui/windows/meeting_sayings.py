"""The sentences of a meeting that go by themselves: after a while, and with the turn they were said of."""

from PySide6.QtCore import QObject

from netmoede_desktop.gui.bridge.meeting_bridge import MeetingPort, Told
from netmoede_desktop.gui.windows.meeting_overlay import Overlay
from netmoede_desktop.services.meeting_view import MeetingView


class Sayings(QObject):
    """Says what the window wants said, and why something was refused."""

    def __init__(self, port: MeetingPort, overlay: Overlay) -> None:
        super().__init__(overlay)
        self._port = port
        self._overlay = overlay
        self._said_of: object = None
        port.told.connect(self._refused)
        port.viewed.connect(self._forget)

    def say(self, sentence: str) -> None:
        """Say one sentence for a few seconds, or until the word moves or the meeting pauses or ends."""
        self._said_of = _turn(self._port.view)
        self._overlay.say(sentence)

    def hush(self) -> None:
        """Say nothing any more."""
        self._said_of = None
        self._overlay.hush()

    def _refused(self, told: Told) -> None:
        self.say(told.sentence)

    def _forget(self, view: MeetingView) -> None:
        if self._said_of is not None and self._said_of != _turn(view):
            self.hush()


def _turn(view: MeetingView) -> object:
    return view.stage, None if view.speaker is None else view.speaker.note
