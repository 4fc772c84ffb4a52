"""D-Bus is reached by a local socket alone, and for real: a bus of the test's own, with another program on it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from netmoede_desktop.gui.system.bus import BusKind, local_address, open_bus

SERVICE = """
import os, sys
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import (
    QDBusConnection, QDBusMessage, QDBusObjectPath, QDBusUnixFileDescriptor, QDBusVariant, QDBusVirtualObject
)
LOGIN = "org.freedesktop.login1"
application = QCoreApplication([])
bus = QDBusConnection.sessionBus()

def emit(path, interface, name, *values):
    message = QDBusMessage.createSignal(path, interface, name)
    message.setArguments(list(values))
    bus.send(message)

class System(QDBusVirtualObject):
    def introspect(self, path):
        return ""

    def handleMessage(self, message, connection):
        name = message.member()
        if name == "Inhibit" and message.arguments()[0] == "sleep":
            reading, writing = os.pipe()
            kept = QDBusUnixFileDescriptor(writing)
            os.close(writing)
            connection.send(message.createReply(kept))
            self.reading = reading
            return True
        if name == "Inhibit":
            return connection.send(message.createReply(7))
        if name == "GetSession":
            connection.send(message.createReply(QDBusObjectPath("/org/freedesktop/login1/session/_7")))
            own, other = "/org/freedesktop/login1/session/_7", "/org/freedesktop/login1/session/_8"
            emit(other, LOGIN + ".Session", "Lock")
            return True
        if name == "Get":
            return connection.send(message.createReply(QDBusVariant(False)))
        if name == "Ready":
            connection.send(message.createReply(True))
            emit("/org/freedesktop/login1/session/_7", LOGIN + ".Session", "Lock")
            emit("/org/freedesktop/login1/session/_7", "org.freedesktop.DBus.Properties", "PropertiesChanged",
                 LOGIN + ".Session", {"Active": False}, [])
            emit("/org/freedesktop/login1", LOGIN + ".Manager", "PrepareForSleep", True)
            emit("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", True)
            return True
        return False

system = System()
assert bus.registerService(LOGIN) and bus.registerService("org.freedesktop.ScreenSaver")
bus.registerVirtualObject("/", system, QDBusConnection.VirtualObjectRegisterOption.SubPath)
print("ready", flush=True)
application.exec()
"""
LISTENER = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from netmoede_desktop.gui.system.awake import BusWay
from netmoede_desktop.gui.system.bus import BusKind, BusPeer, open_bus
from netmoede_desktop.gui.system.session_sources import BusSource
application = QCoreApplication([])
opened = lambda kind: open_bus(BusKind.SESSION)
awake = BusWay(opened)
awake.begin("møde")
source, heard = BusSource(opened, {"XDG_SESSION_ID": "7"}), set()

def hear(happening):
    heard.add(happening.name)
    print(happening.name, flush=True)
    if heard == {"OS_LOCKED", "USER_SWITCHED", "SUSPENDING"}:
        QTimer.singleShot(0, end)

def end():
    assert len(awake._kept) == 2 and len(source._delay) <= 1
    source.end()
    awake.end()
    application.quit()

source.begin(hear)
login = BusPeer("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")
tester = opened(None)
tester.ask(login, "NoSuchMethod", (), lambda _: sys.exit("an error was answered"))
QTimer.singleShot(200, lambda: tester.ask(login, "Ready", ()))
QTimer.singleShot(20000, lambda: application.exit(1))
sys.exit(application.exec())
"""


@pytest.mark.parametrize(
    ("kind", "environment", "local"),
    [
        (BusKind.SESSION, {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/user/7/bus"}, True),
        (BusKind.SESSION, {"DBUS_SESSION_BUS_ADDRESS": "unix:abstract=x,guid=1;unix:path=/y"}, True),
        (BusKind.SESSION, {"DBUS_SESSION_BUS_ADDRESS": "tcp:host=example,port=1"}, False),
        (BusKind.SESSION, {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/x;tcp:host=example,port=1"}, False),
        (BusKind.SESSION, {"DBUS_SESSION_BUS_ADDRESS": "autolaunch:"}, False),
        (BusKind.SESSION, {"DBUS_SESSION_BUS_ADDRESS": ""}, False),
        (BusKind.SESSION, {}, False),
        (BusKind.SESSION, {"XDG_RUNTIME_DIR": "/findes-ikke"}, False),
        (BusKind.SYSTEM, {"DBUS_SYSTEM_BUS_ADDRESS": "tcp:host=example"}, False),
        (BusKind.SYSTEM, {"DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/x"}, True),
    ],
)
def test_only_a_socket_of_this_machine_is_used(kind: BusKind, environment: dict[str, str], local: bool) -> None:
    assert local_address(kind, environment) is local


def test_the_socket_of_this_login_is_found_without_being_named(tmp_path: Path) -> None:
    (tmp_path / "bus").touch()
    assert local_address(BusKind.SESSION, {"XDG_RUNTIME_DIR": str(tmp_path)})


def test_a_bus_that_is_not_there_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'intet'}")
    assert open_bus(BusKind.SESSION) is None
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "tcp:host=127.0.0.1,port=1")
    assert open_bus(BusKind.SESSION) is None


def test_a_real_bus_is_asked_and_listened_to(repository: Path) -> None:
    if shutil.which("dbus-run-session") is None:
        pytest.skip("SKIPPED: dbus-run-session is not installed, so there is no bus to try on")
    with subprocess.Popen(
        ["dbus-run-session", "--", sys.executable, "-c", f"{BOTH}({SERVICE!r}, {LISTENER!r})"],
        cwd=repository,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as programs:
        out, err = programs.communicate(timeout=60)
    assert programs.returncode == 0, out + err
    assert sorted(out.split()) == ["OS_LOCKED", "OS_LOCKED", "SUSPENDING", "USER_SWITCHED"]


BOTH = """
import subprocess, sys
def both(service, listener):
    with subprocess.Popen([sys.executable, "-c", service], stdout=subprocess.PIPE, text=True) as serving:
        assert serving.stdout.readline() == "ready\\n"
        code = subprocess.run([sys.executable, "-c", listener]).returncode
        serving.terminate()
    sys.exit(code)
both"""
