"""The windows of a meeting that plays itself: for people to watch, or drawn unseen for their pictures."""

import time
from datetime import datetime

from PySide6.QtCore import QBuffer, QCoreApplication, QEvent, QEventLoop, QIODevice, QObject, QRect, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from netmoede_desktop.domain.meeting.history import History
from netmoede_desktop.gui.desk.keys import KeyMap
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingShown, PlayedMeeting
from netmoede_desktop.gui.meeting.window.meeting_window import MeetingWindow
from netmoede_desktop.gui.room.audience_window import AudienceWindow
from netmoede_desktop.gui.system.stop_signals import StopSignals
from netmoede_desktop.gui.system.ticks import every
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.files.files_out import FolderOut
from netmoede_desktop.services.room.audience import CurtainReason

#: The windows as they are drawn where nobody sees them: a small laptop and a projector.
LAPTOP, PROJECTOR = (1366, 768), (1920, 1080)

_TICK_MS = 200

#: After so many rounds of events nothing moves any more: what scrolls finds its height in the second.
_SETTLED = 3


class WindowStage(QObject):
    """Both windows. Where there is a display, closing one of them plays the rest at once."""

    def __init__(self, app: QApplication, look: Look, t: Translator, *, watched: bool) -> None:
        super().__init__()
        self._app, self._look, self._t, self._watched = app, look, t, watched
        self._speed: float | None = None
        self._meeting: PlayedMeeting | None = None
        self._operator: MeetingWindow | None = None
        self._room: AudienceWindow | None = None
        self._left = False
        self._signals: StopSignals | None = None
        self._leaving = QEventLoop(self)
        self._ticking = every(_TICK_MS, self._tick, self)

    # -- as the command line knows it

    @property
    def watched(self) -> bool:
        """Whether somebody can see it."""
        return self._watched

    @property
    def meeting(self) -> PlayedMeeting | None:
        """The meeting as the windows know it, once it has been shown."""
        return self._meeting

    @property
    def windows(self) -> tuple[MeetingWindow, AudienceWindow]:
        """The mødeleder's and the room's. RuntimeError before anything has been shown, and after the end."""
        if self._operator is None or self._room is None:
            raise RuntimeError("there are no windows")
        return self._operator, self._room

    def stage(self, speed: float | None) -> "WindowStage":
        """Get ready for a meeting that goes `speed` times as fast as real time; None: as fast as it can."""
        self._speed = speed
        return self

    def stop_on_signals(self) -> None:
        """From now on a signal to stop is SystemExit between two steps: raised in the middle of Qt it may be lost."""
        self._signals = StopSignals(self._leaving.quit)

    def wait(self, seconds: float) -> None:
        """Wait for real seconds with the windows alive; not at all once one has been closed."""
        if self._left:
            return
        QTimer.singleShot(round(seconds * 1000), self._leaving.quit)
        self._leaving.exec()
        self._end_if_asked()

    def close(self) -> None:
        """Take the windows away."""
        if self._signals is not None:
            self._signals.end()
        self._ticking.stop()
        for window in (self._operator, self._room):
            if window is not None:
                window.hide()
                window.deleteLater()
                QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)
        self._operator = self._room = None

    # -- as the meeting knows it

    def show(self, history: History, at: datetime) -> None:
        """Show the state of the meeting at an instant of the scenario."""
        if self._meeting is None:
            self._meeting = PlayedMeeting(history, at, self._speed, time.monotonic)
            self._open(self._meeting)
            self._meeting.shown.connect(self._show_room)
            self._show_room(self._meeting.both())
        else:
            self._meeting.show(history, at)
        if self._watched and not self._left:
            self._app.processEvents()
        self._end_if_asked()

    def picture_names(self, name: str) -> tuple[str, ...]:
        """One file for each window: the mødeleder's, and the room's."""
        return f"{name}-moedeleder.png", f"{name}-rummet.png"

    def pictures(self, name: str, out: FolderOut) -> tuple[str, ...]:
        """Write a picture of each window into the folder; return the names of the files. Raises OSError."""
        self._tick()
        for _ in range(_SETTLED):
            self._app.processEvents()
        return tuple(
            self._picture(window, file, out)
            for window, file in zip((self._operator, self._room), self.picture_names(name), strict=True)
            if window is not None
        )

    def _end_if_asked(self) -> None:
        if self._signals is not None and self._signals.exit_code:
            raise SystemExit(self._signals.exit_code)

    def _open(self, meeting: PlayedMeeting) -> None:
        self._operator = MeetingWindow(meeting, KeyMap(), self._look, self._t)
        self._room = AudienceWindow(self._look, self._t)
        self._operator.show_preview(False, looked_at=True)
        self._operator.closing_asked.connect(self._leave)
        self._room.closed.connect(self._leave)
        if self._watched:
            self._place()
        else:
            self._operator.resize(*LAPTOP)
            self._room.resize(*PROJECTOR)
        self._operator.show()
        self._room.show()
        self._ticking.start()

    def _place(self) -> None:
        """Beside each other: on two screens where there are two, else one above the other's corner."""
        screens = [screen.availableGeometry() for screen in self._app.screens()]
        own = screens[0]
        room = screens[1] if len(screens) > 1 else _corner_of(own)
        if self._operator is not None and self._room is not None:
            self._operator.setGeometry(_fitting(own, LAPTOP))
            self._room.setGeometry(room)

    def _show_room(self, shown: MeetingShown) -> None:
        if self._room is None:
            return
        pause = shown.view.pause
        if pause is None:
            self._room.show_curtain(None)
            self._room.show_view(shown.room)
        else:
            reason = CurtainReason.TIME_OUT if pause.back_at is None else CurtainReason.PAUSE
            self._room.show_curtain(reason, shown.room.pause)

    def _tick(self) -> None:
        if self._room is not None and self._meeting is not None and self._room.curtain is None:
            self._room.show_share(self._meeting.share())

    def _leave(self) -> None:
        """Somebody has seen enough: the windows go, and the meeting is played to its end."""
        self._left = True
        for window in (self._operator, self._room):
            if window is not None:
                window.hide()
        self._leaving.quit()

    def _picture(self, window: QWidget, name: str, out: FolderOut) -> str:
        drawn = QBuffer()
        drawn.open(QIODevice.OpenModeFlag.WriteOnly)
        window.grab().save(drawn, "PNG")
        out.write(name, bytes(drawn.data().data()))
        return name


def _fitting(area: QRect, size: tuple[int, int]) -> QRect:
    return QRect(area.left(), area.top(), min(size[0], area.width()), min(size[1], area.height()))


def _corner_of(area: QRect) -> QRect:
    """The lower right quarter of a screen."""
    width, height = area.width() // 2, area.height() // 2
    return QRect(area.right() - width, area.bottom() - height, width, height)
