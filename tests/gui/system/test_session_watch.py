"""Locks, changes of user and sleep are said once, from each system's own words, and a silent sleep is found."""

from ctypes import wintypes
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QByteArray, QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.system.session_sources import (
    BusSource,
    MacLogin,
    MacSource,
    WindowsSource,
    event_from_windows,
    source_of_this_machine,
)
from netmoede_desktop.gui.system.session_watch import Happening, Report, SessionWatch
from tests.gui.system.buses import FakeBus, FakeBuses, Wrapped

MANAGER, SESSION = "org.freedesktop.login1.Manager", "org.freedesktop.login1.Session"


class Clock:
    def __init__(self) -> None:
        self.at = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    def forward(self, **by: float) -> None:
        self.at += timedelta(**by)


class Script:
    """A source that says what the test lets it."""

    def __init__(self) -> None:
        self.tell: Report | None = None

    def begin(self, tell: Report) -> None:
        self.tell = tell

    def end(self) -> None:
        self.tell = None

    def show_message(self, happening: Happening) -> None:
        assert self.tell is not None
        self.tell(happening)


class Heard(QObject):
    def __init__(self, watch: SessionWatch) -> None:
        super().__init__()
        self.said: list[str] = []
        for name in ("os_locked", "user_switched", "suspending", "woke"):
            getattr(watch, name).connect(lambda name=name: self.said.append(name))


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_a_sleep_that_is_told_of_is_said_once_each_way(qtbot: QtBot, clock: Clock) -> None:
    source = Script()
    watch = SessionWatch(source, clock.now)
    heard = Heard(watch)
    watch.start()
    for _ in range(2):
        source.show_message(Happening.SUSPENDING)
    clock.forward(hours=1)
    source.show_message(Happening.WOKE)
    source.show_message(Happening.WOKE)
    watch.poll()
    watch.stop()
    assert heard.said == ["suspending", "woke"]
    assert source.tell is None


def test_a_sleep_nobody_told_of_is_found_on_waking(qtbot: QtBot, clock: Clock) -> None:
    watch = SessionWatch(Script(), clock.now)
    heard = Heard(watch)
    watch.start()
    clock.forward(seconds=59)
    watch.poll()
    assert heard.said == []
    clock.forward(minutes=20)
    watch.poll()
    watch.poll()
    watch.stop()
    assert heard.said == ["suspending", "woke"]


def test_a_look_just_after_a_told_sleep_says_nothing_more(qtbot: QtBot, clock: Clock) -> None:
    source = Script()
    watch = SessionWatch(source, clock.now)
    heard = Heard(watch)
    watch.start()
    source.show_message(Happening.SUSPENDING)
    clock.forward(hours=1)
    watch.poll()
    source.show_message(Happening.WOKE)
    watch.stop()
    assert heard.said == ["suspending", "woke"]


def test_locks_and_changes_of_user_are_passed_on(qtbot: QtBot, clock: Clock) -> None:
    source = Script()
    watch = SessionWatch(source, clock.now)
    heard = Heard(watch)
    watch.start()
    source.show_message(Happening.OS_LOCKED)
    source.show_message(Happening.USER_SWITCHED)
    watch.stop()
    assert heard.said == ["os_locked", "user_switched"]


def test_the_login_daemon_is_heard_and_sleep_held_back_until_what_is_done_about_it_is_done() -> None:
    system = FakeBus(answers={"Inhibit": [object()], "GetSession": [Wrapped("/session/7")], "Get": [Wrapped(False)]})
    source = BusSource(FakeBuses(system=system), {"XDG_SESSION_ID": "7"})
    said: list[tuple[Happening, int]] = []
    source.begin(lambda happening: said.append((happening, len(source._delay))))
    assert (MANAGER, "Inhibit", ("sleep", "Netværksmøde", "Netværksmøde", "delay")) in system.asked
    assert (MANAGER, "GetSession", ("7",)) in system.asked
    system.show_message(MANAGER, "PrepareForSleep", True)
    assert said.pop() == (Happening.SUSPENDING, 1)
    assert source._delay == []
    system.show_message(MANAGER, "PrepareForSleep", False)
    assert said.pop() == (Happening.WOKE, 1)
    system.show_message(SESSION, "Lock")
    assert said.pop()[0] is Happening.OS_LOCKED
    system.show_message("org.freedesktop.DBus.Properties", "PropertiesChanged", SESSION, {}, [])
    assert said.pop()[0] is Happening.USER_SWITCHED
    source.end()
    assert system.closed and source._delay == []


def test_a_session_that_is_still_in_front_is_no_change_of_user() -> None:
    system = FakeBus(answers={"GetSession": [Wrapped("/session/7")], "Get": [Wrapped(True)]})
    said: list[Happening] = []
    BusSource(FakeBuses(system=system), {"XDG_SESSION_ID": "7"}).begin(said.append)
    system.show_message("org.freedesktop.DBus.Properties", "PropertiesChanged", SESSION, {}, [])
    assert said == []


@pytest.mark.parametrize("name", ["org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.xfce.ScreenSaver"])
def test_screen_savers_are_heard(name: str) -> None:
    session = FakeBus()
    said: list[Happening] = []
    BusSource(FakeBuses(session=session), {}).begin(said.append)
    session.show_message(name, "ActiveChanged", False)
    session.show_message(name, "ActiveChanged")
    assert said == []
    session.show_message(name, "ActiveChanged", True)
    assert said == [Happening.OS_LOCKED]


def test_without_a_bus_there_is_silence() -> None:
    source = BusSource(FakeBuses(), {"XDG_SESSION_ID": "7"})
    source.begin(lambda _: None)
    source.end()


@pytest.mark.parametrize(
    ("message", "argument", "happening"),
    [
        (0x0218, 0x4, Happening.SUSPENDING),
        (0x0218, 0x7, Happening.WOKE),
        (0x0218, 0x12, Happening.WOKE),
        (0x0218, 0xA, None),
        (0x02B1, 0x7, Happening.OS_LOCKED),
        (0x02B1, 0x8, None),
        (0x02B1, 0x2, Happening.USER_SWITCHED),
        (0x000F, 0x4, None),
    ],
)
def test_what_windows_says(message: int, argument: int, happening: Happening | None) -> None:
    assert event_from_windows(message, argument) is happening


def test_a_message_of_windows_is_looked_at_and_let_through(qapp: QCoreApplication) -> None:
    import ctypes

    source = WindowsSource()
    said: list[Happening] = []
    source.begin(said.append)
    message = wintypes.MSG()
    message.message, message.wParam = 0x02B1, 0x7
    address = ctypes.addressof(message)
    assert source.nativeEventFilter(QByteArray(b"xcb_generic_event_t"), address) == (False, 0)
    assert said == []
    assert source.nativeEventFilter(QByteArray(b"windows_generic_MSG"), address) == (False, 0)
    assert said == [Happening.OS_LOCKED]
    source.end()
    source.nativeEventFilter(QByteArray(b"windows_generic_MSG"), address)
    assert len(said) == 1


def test_a_mac_is_asked_and_only_changes_are_told(qapp: QCoreApplication) -> None:
    found: list[MacLogin | None] = [
        MacLogin(locked=False, in_front=True),
        None,
        MacLogin(locked=True, in_front=True),
        MacLogin(locked=True, in_front=True),
        MacLogin(locked=False, in_front=False),
    ]
    source = MacSource(lambda: found.pop(0))
    said: list[Happening] = []
    source.begin(said.append)
    while found:
        source.poll()
    source.end()
    assert said == [Happening.OS_LOCKED, Happening.USER_SWITCHED]


def test_this_machine_has_a_source() -> None:
    source_of_this_machine()
