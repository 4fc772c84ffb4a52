"""The sources of lock, user-switch and sleep events on each system."""

import ctypes
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from ctypes import wintypes
from dataclasses import dataclass

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject

from netmoede_desktop.gui.system.bus import Bus, BusKind, BusPeer, OpenBus, open_bus
from netmoede_desktop.gui.system.session_watch import Happening, Report, Source
from netmoede_desktop.gui.system.ticks import every

_LOGIN = "org.freedesktop.login1"
_LOGIN_MANAGER = BusPeer(_LOGIN, "/org/freedesktop/login1", f"{_LOGIN}.Manager")
_SCREEN_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
_MAC_POLL_MS = 2_000

_WM_POWERBROADCAST, _WM_WTSSESSION_CHANGE = 0x0218, 0x02B1
_OF_WINDOWS = {
    (_WM_POWERBROADCAST, 0x4): Happening.SUSPENDING,
    (_WM_POWERBROADCAST, 0x7): Happening.WOKE,
    (_WM_POWERBROADCAST, 0x12): Happening.WOKE,
    (_WM_WTSSESSION_CHANGE, 0x2): Happening.USER_SWITCHED,
    (_WM_WTSSESSION_CHANGE, 0x4): Happening.USER_SWITCHED,
    (_WM_WTSSESSION_CHANGE, 0x7): Happening.OS_LOCKED,
}


class BusSource:
    """Linux: the login daemon reports sleep and its own locks, the screen savers theirs.

    While it listens it delays sleep for the moment (at most five seconds) that a lock takes.
    """

    def __init__(self, opened: OpenBus = open_bus, environment: Mapping[str, str] = os.environ) -> None:
        self._open = opened
        self._session = environment.get("XDG_SESSION_ID", "")
        self._buses: list[Bus] = []
        self._delay: list[Sequence[object]] = []

    def begin(self, report: Report) -> None:
        """Start listening."""
        system, session = self._open(BusKind.SYSTEM), self._open(BusKind.SESSION)
        self._buses = [bus for bus in (system, session) if bus is not None]
        if system is not None:
            self._listen_to_login(system, report)
        if session is not None:
            for name in _SCREEN_SAVERS:
                session.listen(BusPeer("", "", name), "ActiveChanged", lambda values: _if_true(values, report))

    def end(self) -> None:
        """Stop listening, and release the delay."""
        self._delay.clear()
        while self._buses:
            self._buses.pop().close()

    def _listen_to_login(self, bus: Bus, report: Report) -> None:
        def sleeps(values: Sequence[object]) -> None:
            if values and values[0] is True:
                report(Happening.SUSPENDING)
                self._delay.clear()
            else:
                self._delay_sleep(bus)
                report(Happening.WOKE)

        bus.listen(_LOGIN_MANAGER, "PrepareForSleep", sleeps)
        self._delay_sleep(bus)
        if self._session:
            bus.ask(
                _LOGIN_MANAGER, "GetSession", (self._session,), lambda values: _listen_to_session(bus, values, report)
            )

    def _delay_sleep(self, bus: Bus) -> None:
        """Request a sleep delay. The reply is a descriptor: sleep waits as long as it is open."""
        asked = ("sleep", "Netværksmøde", "Netværksmøde", "delay")
        bus.ask(_LOGIN_MANAGER, "Inhibit", asked, self._delay.append)


class WindowsSource(QAbstractNativeEventFilter):
    """Windows: messages to one of our windows."""

    def __init__(self) -> None:
        super().__init__()
        self._report: Report | None = None
        self._window = 0

    def begin(self, report: Report) -> None:
        """Start listening; a window of the program must exist."""
        self._report = report
        application = QCoreApplication.instance()
        if application is not None:
            application.installNativeEventFilter(self)
        if sys.platform == "win32":
            from PySide6.QtGui import QGuiApplication

            window = next(iter(QGuiApplication.topLevelWindows()), None)
            if window is not None:
                self._window = int(window.winId())
                ctypes.windll.wtsapi32.WTSRegisterSessionNotification(wintypes.HWND(self._window), 0)

    def end(self) -> None:
        """Stop listening."""
        self._report = None
        application = QCoreApplication.instance()
        if application is not None:
            application.removeNativeEventFilter(self)
        if sys.platform == "win32" and self._window:
            ctypes.windll.wtsapi32.WTSUnRegisterSessionNotification(wintypes.HWND(self._window))

    def nativeEventFilter(self, kind: QByteArray | bytes, message: int) -> tuple[bool, int]:  # type: ignore[override]  # noqa: N802
        """Read a message; filters nothing out."""
        if self._report is not None and bytes(kind).startswith(b"windows_"):  # type: ignore[arg-type]
            native = wintypes.MSG.from_address(int(message))
            happening = event_from_windows(native.message, native.wParam)
            if happening is not None:
                self._report(happening)
        return False, 0


@dataclass(frozen=True, slots=True)
class MacLogin:
    """The state of this login on a Mac: its screen is locked; it is the one in front."""

    locked: bool
    in_front: bool


class MacSource:
    """Mac: polled every two seconds. It reports no sleep; the clock of `SessionWatch` finds that."""

    def __init__(self, read: Callable[[], MacLogin | None], parent: QObject | None = None) -> None:
        self._read = read
        self._before = MacLogin(locked=False, in_front=True)
        self._report: Report | None = None
        self._timer = every(_MAC_POLL_MS, self.poll, parent)

    def begin(self, report: Report) -> None:
        """Start polling."""
        self._report = report
        self._timer.start()

    def end(self) -> None:
        """Stop polling."""
        self._report = None
        self._timer.stop()

    def poll(self) -> None:
        """Poll now."""
        found = self._read()
        if found is None or self._report is None:
            return
        before, self._before = self._before, found
        if found.locked and not before.locked:
            self._report(Happening.OS_LOCKED)
        if before.in_front and not found.in_front:
            self._report(Happening.USER_SWITCHED)


def source_of_this_machine() -> Source:
    """Return the source of this system."""
    if sys.platform == "win32":
        return WindowsSource()
    if sys.platform == "darwin":
        return MacSource(_mac_login)
    return BusSource()


def event_from_windows(message: int, argument: int) -> Happening | None:
    """Return the event of a Windows message, None for any other message."""
    return _OF_WINDOWS.get((message, argument))


def _listen_to_session(bus: Bus, values: Sequence[object], report: Report) -> None:
    """Listen to our own session; `values` holds its path, which Qt wraps."""
    path = getattr(values[0], "path", None) if values else None
    if path is None:
        return
    own = BusPeer(_LOGIN, path(), f"{_LOGIN}.Session")
    properties = BusPeer(_LOGIN, path(), "org.freedesktop.DBus.Properties")

    def query(_: Sequence[object]) -> None:
        bus.ask(properties, "Get", (own.interface, "Active"), lambda answer: _if_left(answer, report))

    bus.listen(own, "Lock", lambda _: report(Happening.OS_LOCKED))
    bus.listen(properties, "PropertiesChanged", query)


def _if_true(values: Sequence[object], report: Report) -> None:
    if values and values[0] is True:
        report(Happening.OS_LOCKED)


def _if_left(answer: Sequence[object], report: Report) -> None:
    """Report USER_SWITCHED if our session is no longer active. Qt wraps the value."""
    value = getattr(answer[0], "variant", None) if answer else None
    if value is not None and value() is False:
        report(Happening.USER_SWITCHED)


def _mac_login() -> MacLogin | None:
    """Return the login state from the window server of a Mac, None if it cannot be read."""
    try:
        services = ctypes.CDLL("/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices")
        services.CGSessionCopyCurrentDictionary.restype = ctypes.c_void_p
        session = services.CGSessionCopyCurrentDictionary()
        if not session:
            return None
        locked = _mac_flag(services, session, b"CGSSessionScreenIsLocked", missing=False)
        in_front = _mac_flag(services, session, b"kCGSSessionOnConsoleKey", missing=True)
        services.CFRelease(ctypes.c_void_p(session))
    except (OSError, AttributeError):
        return None
    return MacLogin(locked, in_front)


def _mac_flag(services: ctypes.CDLL, session: int, name: bytes, *, missing: bool) -> bool:
    utf8 = 0x08000100
    services.CFStringCreateWithCString.restype = ctypes.c_void_p
    services.CFDictionaryGetValue.restype = ctypes.c_void_p
    key = services.CFStringCreateWithCString(None, name, utf8)
    value = services.CFDictionaryGetValue(ctypes.c_void_p(session), ctypes.c_void_p(key))
    services.CFRelease(ctypes.c_void_p(key))
    return missing if not value else bool(services.CFBooleanGetValue(ctypes.c_void_p(value)))
