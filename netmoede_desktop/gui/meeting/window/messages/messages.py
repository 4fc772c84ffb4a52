"""Messages the window shows by itself: a sentence for some seconds, the reason for a refusal, a full disk."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort, MeetingShown, RefusalNotice
from netmoede_desktop.gui.meeting.window.messages.overlay import Overlay
from netmoede_desktop.services.meeting.view.values import MeetingView

#: Milliseconds between two tries while the disk refuses.
RETRY_MS = 3000


class Messages(QObject):
    """Listens to the port, and shows its messages in the overlay.

    While the disk refuses, saving the typed text is retried by itself; an act waits for *Prøv igen*. The port knows
    which act that is: every one of them goes through it.
    """

    def __init__(self, port: MeetingPort, overlay: Overlay, save: Callable[[], bool]) -> None:
        """Listen; `save` saves the typed text and returns False when the disk refuses."""
        super().__init__(overlay)
        self._port, self._overlay = port, overlay
        self._turn_of_message: object = None
        self._trying = QTimer(self)
        self._trying.setInterval(RETRY_MS)
        self._trying.timeout.connect(save)
        port.refused.connect(self._show_refusal)
        port.shown.connect(self._expire)
        port.storage_failed.connect(self._storage_failed)
        port.storage_recovered.connect(self._storage_recovered)
        overlay.retry.connect(lambda: port.retry(save))
        overlay.question_bar.set_lines(port.lines)
        overlay.question_bar.held_back.connect(lambda: port.press_again(overlay.question_bar.take_writing))

    def show_message(self, sentence: str) -> None:
        """Say one sentence for a few seconds, or until the word moves or the meeting pauses or ends."""
        self._turn_of_message = _turn(self._port.view)
        self._overlay.show_message(sentence)

    def clear_message(self) -> None:
        """Say nothing any more."""
        self._turn_of_message = None
        self._overlay.clear_message()

    def stop(self) -> None:
        """Try nothing again: the window is going."""
        self._trying.stop()

    def _show_refusal(self, notice: RefusalNotice) -> None:
        self.show_message(notice.sentence)

    def _expire(self, shown: MeetingShown) -> None:
        if self._turn_of_message is not None and self._turn_of_message != _turn(shown.view):
            self.clear_message()

    def _storage_failed(self, sentence: str) -> None:
        self._trying.start()
        self._overlay.warn(sentence)

    def _storage_recovered(self) -> None:
        self._trying.stop()
        self._overlay.all_is_stored()


def _turn(view: MeetingView) -> object:
    return view.stage, None if view.speaker is None else view.speaker.note
