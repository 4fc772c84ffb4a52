"""Keep the laptop and its screen awake while a meeting runs. Where the system offers no way, nothing happens."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Sequence
from typing import Protocol

from netmoede_desktop.gui.system.bus import Bus, BusKind, BusPeer, OpenBus, open_bus

_WHO = "Netværksmøde"
_SCREEN = BusPeer("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver")
_LOGIN = BusPeer("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")


class SleepInhibitor(Protocol):
    """How this system is kept awake. `end` undoes `begin`; both are quick and never fail."""

    def begin(self, reason: str) -> None:
        """Keep the system awake; `reason` is shown by the system to the user."""

    def end(self) -> None:
        """Allow the system to sleep again."""


class Awake:
    """Awake between `hold` and `release`; repeated calls of either are ignored."""

    def __init__(self, way: SleepInhibitor) -> None:
        self._inhibitor = way
        self._held = False

    @property
    def held(self) -> bool:
        """Whether the system is kept awake."""
        return self._held

    def hold(self, reason: str) -> None:
        """Keep the system awake."""
        if not self._held:
            self._held = True
            self._inhibitor.begin(reason)

    def release(self) -> None:
        """Allow the system to sleep."""
        if self._held:
            self._held = False
            self._inhibitor.end()


class BusWay:
    """Linux: inhibit the screen saver and the login daemon. Both inhibitions end with the connection."""

    def __init__(self, opened: OpenBus = open_bus) -> None:
        self._open = opened
        self._buses: list[Bus] = []
        self._kept: list[Sequence[object]] = []

    def begin(self, reason: str) -> None:
        """Inhibit both. Closing the lid still sends the machine to sleep: who closes it wants that."""
        for kind, whom, arguments in (
            (BusKind.SESSION, _SCREEN, (_WHO, reason)),
            (BusKind.SYSTEM, _LOGIN, ("idle", _WHO, reason, "block")),
        ):
            bus = self._open(kind)
            if bus is not None:
                self._buses.append(bus)
                bus.ask(whom, "Inhibit", arguments, self._kept.append)

    def end(self) -> None:
        """Release both."""
        self._kept.clear()
        while self._buses:
            self._buses.pop().close()


class ChildWay:
    """A program that keeps the system awake as long as it runs: `caffeinate` on a Mac."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = tuple(command)
        self._child: subprocess.Popen[bytes] | None = None

    def begin(self, reason: str) -> None:  # noqa: ARG002 - the program takes none
        """Start the program."""
        with contextlib.suppress(OSError):
            self._child = subprocess.Popen(self._command, stdin=subprocess.DEVNULL)

    def end(self) -> None:
        """Stop the program."""
        if self._child is not None:
            self._child.terminate()
            self._child.wait()
            self._child = None


class WindowsWay:
    """Windows: this thread needs the system and the display."""

    _CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x1, 0x2

    def begin(self, reason: str) -> None:  # noqa: ARG002 - Windows takes none
        """Set the execution state."""
        self._set(self._CONTINUOUS | self._SYSTEM | self._DISPLAY)

    def end(self) -> None:
        """Reset the execution state."""
        self._set(self._CONTINUOUS)

    def _set(self, state: int) -> None:
        if sys.platform == "win32":
            import ctypes

            ctypes.windll.kernel32.SetThreadExecutionState(state)


def inhibitor_of_this_machine() -> SleepInhibitor:
    """Return the inhibitor of this system."""
    if sys.platform == "win32":
        return WindowsWay()
    if sys.platform == "darwin":
        return ChildWay(("caffeinate", "-d", "-i", "-w", str(os.getpid())))
    return BusWay()
