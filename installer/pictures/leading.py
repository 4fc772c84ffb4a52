"""A meeting that is led in the pictures: its windows over a kept meeting, beside a screen for the room."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication

from installer.pictures.camera import LAPTOP, Camera
from installer.pictures.world import SHOWN_PROFILE, HandClock, World
from netmoede_desktop.gui.desk.keys import Action, KeyMap
from netmoede_desktop.gui.meeting.bridge.gap_watch import GapWatch
from netmoede_desktop.gui.meeting.window.meeting_window import MeetingWindow
from netmoede_desktop.gui.room.audience_window import AudienceWindow
from netmoede_desktop.gui.shell.led_meeting import LedMeeting, MeetingSurroundings, screens_of_this_machine
from netmoede_desktop.gui.system.awake import Awake
from netmoede_desktop.gui.theme.themes import ThemeName

ACUTE_NUMBER = "35 55 00 00"

#: So many seconds at once are no sleep.
_UNNOTICED = 30.0


class _NeverAsleep:
    """A system that is asked nothing."""

    def begin(self, reason: str) -> None:
        """Nothing."""

    def end(self) -> None:
        """Nothing."""


@dataclass(slots=True)
class _Count:
    """Seconds that only go forward."""

    seconds: float = 0.0

    def __call__(self) -> float:
        return self.seconds


@dataclass(slots=True)
class Leader:
    """Whoever leads the meeting: presses, with time going by between."""

    led: LedMeeting
    clock: HandClock
    camera: Camera
    _count: _Count
    _gaps: GapWatch

    @property
    def window(self) -> MeetingWindow:
        """The mødeleder's window."""
        return self.led.window

    @property
    def room(self) -> AudienceWindow:
        """The room's window. RuntimeError while it is closed."""
        window = self.led.projector.window
        if window is None:
            raise RuntimeError("the room has no window")
        return window

    def press(self, *actions: Action) -> None:
        """Press keys, a second between them."""
        for action in actions:
            self.wait(1)
            self.window.press(action)
            self.camera.until(self.window.isActiveWindow)

    def wait(self, seconds: float) -> None:
        """Let time go by, and let the windows notice."""
        left = seconds
        while left > 0:
            step = min(left, _UNNOTICED)
            left -= step
            self._count.seconds += step
            self.clock.forward(step)
            self._gaps.slept_since()
        self.window.tick()
        QApplication.processEvents()

    def person(self, name: str) -> str:
        """The id of whoever is called so."""
        return next(seat.person for seat in self.led.view.seats if seat.name == name)


@contextmanager
def leading(
    camera: Camera, world: World, meeting: str, theme: ThemeName = ThemeName.LIGHT, scale: float = 1.0
) -> Iterator[Leader]:
    """Open the windows of a meeting, wherever it is."""
    count, gaps = _Count(), GapWatch(world.clock)
    around = MeetingSurroundings(
        keys=KeyMap(),
        key_file=str(SHOWN_PROFILE / "keys.toml"),
        screens=screens_of_this_machine(),
        awake=Awake(_NeverAsleep()),
        gaps=gaps,
        acute_number=ACUTE_NUMBER,
        audience_screen="projektor",
        monotonic=count,
        sound=False,
    )
    led = LedMeeting(world.context(camera.dressed(theme, scale)), meeting, around)
    led.begin()
    led.window.resize(*LAPTOP)
    led.window.activateWindow()
    camera.until(led.window.isActiveWindow)
    leader = Leader(led, world.clock, camera, count, gaps)
    try:
        leader.wait(0)
        yield leader
    finally:
        led.end()
        camera.settle()
