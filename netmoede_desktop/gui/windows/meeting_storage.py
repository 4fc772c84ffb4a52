"""While the disk refuses: a banner that says so, tries again by itself, and says once when all is well."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from netmoede_desktop.domain.meeting.commands import Command
from netmoede_desktop.gui.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.gui.windows.meeting_overlay import Overlay

#: Milliseconds between two tries.
RETRY_MS = 3000


class StorageWatch(QObject):
    """Listens to the port. Only what was typed is tried again by itself; an act waits for *Prøv igen*."""

    def __init__(self, port: MeetingPort, overlay: Overlay, save: Callable[[], bool]) -> None:
        super().__init__(overlay)
        self._port = port
        self._overlay = overlay
        self._save = save
        self._failed: tuple[Command, ...] = ()
        self._trying = QTimer(self)
        self._trying.setInterval(RETRY_MS)
        self._trying.timeout.connect(save)
        port.storage_failed.connect(self._refused)
        port.storage_recovered.connect(self._well_again)
        overlay.retry.connect(self.retry)

    @property
    def failing(self) -> bool:
        """Whether the disk refused last time."""
        return self._trying.isActive()

    def stop(self) -> None:
        """Try no more: the window is going."""
        self._trying.stop()

    def do(self, *commands: Command) -> bool:
        """Do the commands; where the disk refuses, keep them for *Prøv igen*."""
        done = self._port.do(*commands)
        self._failed = () if done or not self.failing else commands
        return done

    def retry(self) -> None:
        """Try now: what was typed, then the act that was refused, if it still is the latest wish."""
        commands, self._failed = self._failed, ()
        if self._save() and commands:
            self.do(*commands)

    def _refused(self, sentence: str) -> None:
        self._trying.start()
        self._overlay.warn(sentence)

    def _well_again(self) -> None:
        self._trying.stop()
        self._overlay.all_is_stored()
