"""The sentences of a meeting that go by themselves: those that are seen for a while, and those that are only heard."""

from PySide6.QtCore import QObject

from netmoede_desktop.gui.kit.speech.voice import announce
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort, Told
from netmoede_desktop.gui.meeting.window.messages.overlay import Overlay
from netmoede_desktop.gui.meeting.window.messages.spoken import spoken
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import MeetingView


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


class SpokenActs(QObject):
    """Lets a screen reader hear each act once. It listens after the pages: what they said of it is not said again."""

    def __init__(self, port: MeetingPort, overlay: Overlay, t: Translator) -> None:
        super().__init__(overlay)
        self._view = port.view
        self._overlay = overlay
        self._t = t
        port.viewed.connect(self._hear)

    def _hear(self, view: MeetingView) -> None:
        before, self._view = self._view, view
        sentence = spoken(before, view, self._t)
        if sentence != self._overlay.message.text and self._overlay.window().isVisible():
            announce(self._overlay.window(), sentence)


def _turn(view: MeetingView) -> object:
    return view.stage, None if view.speaker is None else view.speaker.note
