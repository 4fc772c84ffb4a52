"""A meeting in its windows on a real display: pressed and typed into as told on stdin, a line each, and answered.

A key is not there when it has been pressed: where there is an accessibility bus Qt asks it first whether a screen
reader wants the key for itself, and gives it to the window when the answer has come. On a busy machine that is after
everything else; so each key is waited for where it was pressed.
"""

import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from netmoede_desktop.gui.desk.keys import Action, KeyMap
from netmoede_desktop.gui.desk.page_context import PageContext
from netmoede_desktop.gui.kit.speech.factory import install_accessible_roles
from netmoede_desktop.gui.meeting.bridge.gap_watch import GapWatch
from netmoede_desktop.gui.room.screens import QtScreens
from netmoede_desktop.gui.shell.giving_way import end_window
from netmoede_desktop.gui.shell.led_meeting import LedMeeting, MeetingSurroundings
from netmoede_desktop.gui.system.awake import Awake
from netmoede_desktop.gui.system.lane import Lane
from netmoede_desktop.gui.theme.apply_theme import apply_theme
from netmoede_desktop.gui.theme.fonts import load_first_fonts, load_other_fonts
from netmoede_desktop.gui.theme.themes import ThemeName
from netmoede_desktop.localization.catalogue import load
from netmoede_desktop.localization.resources import resource_folder
from netmoede_desktop.services.scenarios.plan_from_scenario import Series, prepare, save
from netmoede_desktop.storage.vault import Vault
from tests.gui.meetings import MeetingClock, shipped
from tests.services.stories import methods
from tests.storage.vaults import PASSPHRASE, HandClock, surroundings

_ACUTE = "35 55 00 00"
_UNNOTICED = 20.0
#: Milliseconds after which what is waited for is held never to come.
_NEVER = 60_000
#: Rounds of events after which the keyboard has found its place.
_SETTLED = 3


class _NoWay:
    """A system that is never asked to stay awake."""

    def begin(self, reason: str) -> None:
        """Nothing."""

    def end(self) -> None:
        """Nothing."""


class _Arrival(QObject):
    """Sees a key come to a widget and go from it."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self._widget = widget
        self._gone = False
        widget.installEventFilter(self)

    @property
    def over(self) -> bool:
        """Whether the key has been let go there, or has taken the widget away."""
        return self._gone or not isValid(self._widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Only look."""
        self._gone = self._gone or event.type() == QEvent.Type.KeyRelease
        return False


class Hands:
    """Presses and types, with time by hand on both clocks."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.app, self.clock, self.seconds = app, HandClock(), 0.0
        vault, _ = Vault.create(folder / "profil", PASSPHRASE, surroundings(self.clock))
        stack.callback(vault.close)
        told = shipped("demo")
        ready = prepare(told, methods()[told.meeting.method], vault.new_id, Series())
        self.clock.now = ready.plan.starts
        meeting = save(vault, told, ready.plan, self.clock())
        lane = Lane()
        stack.callback(lane.close)
        for fonts in (load_first_fonts, load_other_fonts):
            fonts(resource_folder() / "fonts")
        look = apply_theme(app, resource_folder(), ThemeName.LIGHT, 1.0, motion=False)
        clock = MeetingClock(self.clock)
        self._context = PageContext(folder, vault, methods(), clock, lane, look, load("da"))
        self._around = MeetingSurroundings(
            keys=KeyMap(),
            key_file="",
            screens=QtScreens(app),
            awake=Awake(_NoWay()),
            gaps=GapWatch(clock),
            acute_number=_ACUTE,
            audience_screen="",
            sound=False,
            monotonic=lambda: self.seconds,
        )
        self.led = self._lead(meeting)
        stack.callback(lambda: self.led.end())

    def _lead(self, meeting: str) -> LedMeeting:
        """Open the meeting where its journal ends."""
        led = LedMeeting(self._context, meeting, self._around)
        led.lock_asked.connect(self._lock)
        led.begin()
        led.window.activateWindow()
        return led

    def _lock(self) -> None:
        """Go on as after the passphrase: with nothing of the window that was locked but what it has saved."""
        locked = self.led
        if not locked.save():
            self.app.exit(1)
        self.led = self._lead(locked.meeting)
        end_window(locked)

    def until(self, there: Callable[[], bool]) -> None:
        """Let the program go on until something is there. Raises TimeoutError where it does not come."""
        never = QDeadlineTimer(_NEVER)
        while not there():
            if never.hasExpired():
                raise TimeoutError
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def strike(self, click: Callable[[QWidget], None]) -> None:
        """Press and let go a key where the keyboard is, and wait until that has come there."""
        self.until(self.led.window.isActiveWindow)  # the room's window has the keyboard for a moment when it opens
        widget = self.focused
        arrival = _Arrival(widget)
        click(widget)
        self.until(lambda: arrival.over)

    @property
    def focused(self) -> QWidget:
        return QApplication.focusWidget() or self.led.window

    def forward(self, seconds: float) -> None:
        """Let time go by, in steps that are no sleep of the laptop's, and be told of it."""
        while seconds > 0:
            step = min(seconds, _UNNOTICED)
            self.seconds += step
            self.clock.forward(seconds=step)
            self._around.gaps.slept_since()
            seconds -= step
        self.led.window.tick()

    def do(self, line: str) -> None:
        """`press ACTION`, `key KEY`, `type TEXT`, `wait SECONDS`."""
        kind, _, what = line.partition(" ")
        match kind:
            case "press":
                self.forward(1)
                pressed: QKeyCombination = QKeySequence(KeyMap().keys[Action[what]])[0]  # type: ignore[index]
                self.strike(lambda widget: QTest.keyClick(widget, pressed.key(), pressed.keyboardModifiers()))
            case "key":
                self.strike(lambda widget: QTest.keyClick(widget, Qt.Key[what]))
            case "type":
                for letter in what:
                    self.strike(_letter(letter))
            case "wait":
                self.forward(float(what))
            case _:
                raise ValueError(line)
        for _ in range(_SETTLED):
            self.app.processEvents()
        self.led.window.tick()  # what the next look at the clocks says belongs to this step, however late that look is


def _letter(letter: str) -> Callable[[QWidget], None]:
    return lambda widget: QTest.keyClicks(widget, letter)


def main() -> None:
    """Do what is told until stdin ends; the windows live on in between only as far as they are asked."""
    app = QApplication([])
    install_accessible_roles()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        hands = Hands(Path(folder), stack)
        _serve(app, hands)


def _serve(app: QApplication, hands: Hands) -> None:
    """Read stdin beside Qt's events, which answer those that ask on the bus."""
    from PySide6.QtCore import QSocketNotifier

    def read() -> None:
        line = sys.stdin.readline().strip()
        if not line:
            app.quit()
            return
        try:
            hands.do(line)
        except BaseException:
            app.exit(1)  # else nobody would hear of it: Qt goes on after what a slot raises
            raise
        print("done", flush=True)

    notifier = QSocketNotifier(0, QSocketNotifier.Type.Read)
    notifier.activated.connect(read)
    print("here", flush=True)
    app.exec()


if __name__ == "__main__":
    main()
