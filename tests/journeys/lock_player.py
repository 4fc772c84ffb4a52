"""The real app, drawn unseen, with somebody at its keyboard: `python -m tests.journeys.lock_player --profile DIR`.

It is told what to do on standard input: `type PASSPHRASE`, `enter`, `lock` (Ctrl+L), `suspend`, `audience`, `speaker`.
It says `shown` when the lock screen is painted, with the windows that are there, and `open` when the app is open.
Standard input outlives the lock, the program does not.
"""

import argparse
import os
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSocketNotifier, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from netmoede_desktop.app.crash import no_core_dumps
from netmoede_desktop.app.relaunch import CURTAIN, OVERVIEW, Program
from netmoede_desktop.app.system_clock import SystemClock
from netmoede_desktop.domain.meeting.commands import GoOn, StartMeeting, StopMeeting
from netmoede_desktop.gui.desk.office_page import Destination, ToMeeting, ToOverview, ToPreparation
from netmoede_desktop.gui.entry.window.entry_window import EntryWindow
from netmoede_desktop.gui.shell.application import App, make_application, run_app
from netmoede_desktop.gui.shell.office_window import OfficeWindow
from netmoede_desktop.gui.shell.session import Session
from netmoede_desktop.gui.shell.world import AppWorld
from netmoede_desktop.gui.system.lane import ignore_result
from netmoede_desktop.gui.system.only_window import OnlyWindow
from netmoede_desktop.gui.system.ticks import every
from netmoede_desktop.localization.resources import resource_folder
from netmoede_desktop.services.cases.meeting_list import list_meetings
from netmoede_desktop.services.settings.preferences import read_preferences


class Player(QObject):
    """Does what it is told, as keys."""

    def __init__(self, app: App) -> None:
        super().__init__()
        self._app = app
        self._read = b""
        self._told = QSocketNotifier(0, QSocketNotifier.Type.Read, self)
        self._told.activated.connect(self._hear)
        self._looking = every(10, self._look, self)

    def _hear(self) -> None:
        # Not through sys.stdin: nothing that was typed may lie in a buffer of this test.
        self._read += os.read(0, 4096)
        while b"\n" in self._read:
            line, _, self._read = self._read.partition(b"\n")
            verb, _, rest = line.decode().partition(" ")
            getattr(self, f"do_{verb}")(rest)

    def do_type(self, passphrase: str) -> None:
        assert self._app.entry is not None
        QTest.keyClicks(_focused(self._app.entry), passphrase)
        say("typed")

    def do_enter(self, _: str) -> None:
        assert self._app.entry is not None
        QTest.keyClick(_focused(self._app.entry), Qt.Key.Key_Return)
        self._looking.start()

    def do_lock(self, _: str) -> None:
        session = self._app.session
        assert session is not None and session.window is not None
        QTest.keyClick(_focused(session.window), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    def do_suspend(self, _: str) -> None:
        assert self._app.session is not None
        self._app.session._watching.session.suspending.emit()

    def do_audience(self, _: str) -> None:
        assert self._app.session is not None and self._app.session.led is not None
        self._app.session.led.toggle_audience()
        say("audience")

    def do_speaker(self, _: str) -> None:
        assert self._app.session is not None and self._app.session.led is not None
        speaker = self._app.session.led.view.speaker
        say("speaker", "nobody" if speaker is None else speaker.person)

    def do_go(self, place: str) -> None:
        """Go to a page of the office (`overview`, `preparation`), or lead the meeting; say which window is there."""
        session = self._session
        meeting = list_meetings(session._vault)[0].id
        places: dict[str, Destination] = {
            "overview": ToOverview(),
            "preparation": ToPreparation(meeting),
            "meeting": ToMeeting(meeting),
        }
        assert isinstance(session.window, OfficeWindow)
        session.window.navigate_to(places[place])
        say("there", type(session.window).__name__)

    def do_write(self, text: str) -> None:
        """Give somebody the word, and type into their note."""
        led = self._session.led
        assert led is not None
        while led.view.speaker is None:
            assert led.port.do(StartMeeting() if led.view.started is None else GoOn())
        QTest.keyClick(_focused(led.window), Qt.Key.Key_F2)
        QTest.keyClicks(_focused(led.window), text)
        say("written")

    def do_aside(self, _: str) -> None:
        """Close the meeting's window."""
        assert self._session.led is not None
        self._session.led.window.close()
        say("there", type(self._session.window).__name__)

    def do_stop(self, _: str) -> None:
        """End the meeting and go on to its referat."""
        led = self._session.led
        assert led is not None and led.window.save() and led.port.do(StopMeeting("Barnet blev sygt"))
        led.window.leave()
        say("there", type(self._session.window).__name__)

    def do_backup(self, _: str) -> None:
        """Make a backup in the lane; say so when it has begun."""
        session = self._session

        def job() -> None:
            say("backing-up")
            session._vault.backup()

        session._lane.run(job, ignore_result, ignore_result)

    def do_close(self, _: str) -> None:
        """Close the window in front, as its X does."""
        assert self._session.window is not None
        self._session.window.close()

    def do_quit(self, _: str) -> None:
        """Ask the program to end, as the end of a session on X11 and *Quit* on a Mac do."""
        QCoreApplication.postEvent(self._app._app, QEvent(QEvent.Type.Quit))

    def do_session_ends(self, _: str) -> None:
        """Say that the session is about to end, as Windows does: nothing more may be asked. Then die."""
        self._app._app.commitDataRequest.emit(None)
        say("kept")

    @property
    def _session(self) -> Session:
        session = self._app.session
        assert session is not None
        return session

    def _look(self) -> None:
        session = self._app.session
        if session is not None and session.window is not None and session.window.isVisible():
            self._looking.stop()
            say("open", type(session.window).__name__)


def say(*words: str) -> None:
    os.write(1, (" ".join(words) + "\n").encode())


def _focused(window: QWidget) -> QWidget:
    focused: QWidget | None = window.focusWidget()
    return window if focused is None else focused


def main() -> int:
    """Open the app as the program does, whatever there is to draw on."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--profile", type=Path, required=True)
    parser.add_argument(CURTAIN, default=None)
    parser.add_argument(OVERVIEW, action="store_true")
    asked = parser.parse_args()
    no_core_dumps()
    application = make_application()
    claim = OnlyWindow.claim(asked.profile)
    if claim is None:
        return 5
    replace = Program.running().replace
    world = AppWorld(
        asked.profile, SystemClock(), resource_folder(), None, replace, asked.curtain, overview=asked.overview
    )
    app = App(application, world, read_preferences(asked.profile), claim)
    Player(app).setParent(app)
    paint = EntryWindow.paintEvent
    painted: list[bool] = []

    def paint_and_say(self: EntryWindow, event: object) -> None:
        paint(self, event)  # type: ignore[arg-type]
        if not painted:
            painted.append(True)
            names = sorted(type(one).__name__ for one in QApplication.topLevelWidgets() if one.isVisible())
            QTimer.singleShot(0, lambda: say("shown", *names))

    EntryWindow.paintEvent = paint_and_say  # type: ignore[method-assign]
    return run_app(application, app)


if __name__ == "__main__":
    sys.exit(main())
