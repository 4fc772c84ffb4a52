"""While the disk refuses: a banner that says so, tries again by itself, and says once when all is well."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.gui.meeting.window.messages.overlay import Overlay

#: Milliseconds between two tries.
RETRY_MS = 3000


class StorageWatch(QObject):
    """Listens to the port. Only what was typed is tried again by itself; an act waits for *Prøv igen*.

    Which act that is, the port knows: every one of them goes through it.
    """

    def __init__(self, port: MeetingPort, overlay: Overlay, keep: Callable[[], bool]) -> None:
        super().__init__(overlay)
        self._overlay = overlay
        self._trying = QTimer(self)
        self._trying.setInterval(RETRY_MS)
        self._trying.timeout.connect(keep)
        port.storage_failed.connect(self._refused)
        port.storage_recovered.connect(self._well_again)
        overlay.retry.connect(lambda: port.retry(keep))
        overlay.ask_bar.keep_in(port.lines)
        overlay.ask_bar.held_back.connect(lambda: port.press_again(overlay.ask_bar.take_writing))

    def stop(self) -> None:
        """Try no more: the window is going."""
        self._trying.stop()

    def _refused(self, sentence: str) -> None:
        self._trying.start()
        self._overlay.warn(sentence)

    def _well_again(self) -> None:
        self._trying.stop()
        self._overlay.all_is_stored()
