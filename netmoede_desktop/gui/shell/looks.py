"""Changes of the windows' look: written to the profile, then granted; of several requests in a row only the last.

Applying a look rebuilds the window that requested it. So no request is granted while a key or a click is being handled,
and the requester gets no answer: the session, which outlives all windows, listens to `granted`.
"""

import contextlib
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow

from netmoede_desktop.gui.settings.look_card import next_scale
from netmoede_desktop.gui.system.lane import Lane
from netmoede_desktop.services.settings.preferences import LEAST_SCALE, Preferences, write_preferences

#: So long after the last request it is granted: one who goes through a list with the arrows has come to rest by then.
REST_MS = 250


class Looks(QObject):
    """The look requests of a session."""

    granted = Signal(object)
    """Emitted with the `Preferences` to apply now. They are in the profile, or `write_failed` reports the error."""
    request_changed = Signal(object)
    """Emitted with the `Preferences` of each request at once, to be shown in the settings."""
    write_failed = Signal(object)
    """Emitted with the exception that kept the last request from being written. It is granted all the same."""

    def __init__(self, profile: Path, lane: Lane, preferences: Preferences) -> None:
        super().__init__()
        self._profile, self._lane = profile, lane
        self._applied = self._requested = preferences
        self._writing = False
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(REST_MS)
        self._resting.timeout.connect(self._write)

    @property
    def applied(self) -> Preferences:
        """The applied preferences."""
        return self._applied

    @property
    def requested(self) -> Preferences:
        """The requested preferences, applied or not."""
        return self._requested

    def request(self, preferences: Preferences) -> None:
        """Request preferences; replaces an earlier request that is not granted yet."""
        if preferences != self._requested:
            self._requested = preferences
            self._resting.start()
            self.request_changed.emit(preferences)

    def step(self, step: int) -> None:
        """Request a scale one step larger (1), smaller (-1), or reset (0)."""
        scale = LEAST_SCALE if step == 0 else next_scale(self._requested.scale, step)
        self.request(replace(self._requested, scale=scale))

    def stop(self) -> None:
        """Grant no more requests; a pending one is written, for the next start."""
        self._resting.stop()
        if self._requested != self._applied:
            with contextlib.suppress(OSError):
                write_preferences(self._profile, self._requested)

    def _write(self) -> None:
        if self._writing or self._requested == self._applied:
            return
        self._writing = True
        profile, requested = self._profile, self._requested
        self._lane.run(
            lambda: write_preferences(profile, requested), lambda _: self._grant(requested), self._report_failure
        )

    def _report_failure(self, error: Exception) -> None:
        self._grant(self._requested)
        self.write_failed.emit(error)

    def _grant(self, kept: Preferences) -> None:
        self._writing = False
        if self._resting.isActive():
            return  # there is a newer request, and it is granted in its turn
        if kept != self._requested:
            self._write()
            return
        self._applied = kept
        self.granted.emit(kept)


def bind_scale_keys(window: QMainWindow, looks: Looks) -> None:
    """Bind Ctrl and plus, minus or nought to the scale of the program."""
    for keys, step in ((("Ctrl++", "Ctrl+="), 1), (("Ctrl+-",), -1), (("Ctrl+0",), 0)):
        for key in keys:
            QShortcut(QKeySequence(key), window).activated.connect(lambda step=step: looks.step(step))
