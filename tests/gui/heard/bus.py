"""A display, a session and its accessibility bus, all of a test's own; and an ear on it, as a screen reader has one.

Qt has its bridge to AT-SPI only where there is a display: the platform `offscreen` has none.
"""

import os
import shutil
import subprocess
import sys
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from jeepney import DBusAddress, HeaderFields, MatchRule, Message, Properties, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

#: Set where it has to be listened: there, what lacks for it is a failure.
MUST_HEAR = "NETMOEDE_MUST_HEAR"

#: Where Debian and others put what opens the accessibility bus of a session.
_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
_NEEDED = ("Xvfb", "openbox", "dbus-daemon")
_PATIENCE = 20.0
_POLITE = 1

_ROOT = "/org/a11y/atspi/accessible/root"
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_EVENTS = "org.a11y.atspi.Event.Object"
_REGISTRY = DBusAddress("/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "org.a11y.atspi.Registry")
#: Numbers of states in AT-SPI's own list.
_STATES = {4: "checked", 8: "enabled", 11: "focusable", 12: "focused", 23: "selected", 25: "showing", 30: "visible"}


def missing() -> tuple[str, ...]:
    """Return what this machine lacks to listen."""
    tools = [name for name in _NEEDED if shutil.which(name) is None]
    return (*tools, *(() if _launcher() else ("at-spi2-core",)))


def require_hearing() -> None:
    """Skip the test where nobody can listen, saying why; where it has to be listened (`MUST_HEAR`), fail it."""
    if sys.platform != "linux":
        pytest.skip("NOT HEARD: AT-SPI is Linux's")
    lacking = missing()
    if not lacking:
        return
    sentence = f"NOT HEARD: {', '.join(lacking)} is not installed"
    if os.environ.get(MUST_HEAR):
        pytest.fail(f"{sentence}, and {MUST_HEAR} says that it has to be listened here")
    pytest.skip(sentence)


def _launcher() -> str:
    return next((path for path in _LAUNCHERS if Path(path).exists()), "")


@dataclass(frozen=True, slots=True)
class Thing:
    """One object of the tree: its role, what it is called and described as, its states, what is in it."""

    role: str
    name: str
    description: str
    states: frozenset[str]
    children: tuple["Thing", ...]

    def all(self) -> Iterator["Thing"]:
        """It and all that is in it, in reading order."""
        yield self
        for child in self.children:
            yield from child.all()


@dataclass(frozen=True, slots=True)
class Said:
    """An announcement, and the name of the window it came from."""

    sentence: str
    window: str


class Ear:
    """Hears announcements."""

    def __init__(self, address: str) -> None:
        self._connection: DBusConnection = open_dbus_connection(bus=address)
        rule = MatchRule(type="signal", interface=_EVENTS)
        self._events: deque[Message] = deque()  # what comes while an answer is waited for would else be dropped
        self._filter = self._connection.filter(rule, queue=self._events)
        self._connection.send_and_get_reply(message_bus.AddMatch(rule))
        self._ask(new_method_call(_REGISTRY, "RegisterEvent", "sass", ("object:announcement", [], "")))
        self._program = ""

    def close(self) -> None:
        self._filter.close()
        self._connection.close()

    def find(self, pid: int) -> None:
        """Wait until the program of a process has come to the bus."""
        while not self._program:
            [names] = self._ask(message_bus.ListNames())
            for name in names:
                if name.startswith(":") and self._is(name, pid) and self._has_windows(name):
                    self._program = name

    def heard(self) -> list[Said]:
        """What was announced since it was last asked, in order: the program's answer comes after all it said before."""
        self._call(_ROOT, _ACCESSIBLE, "GetRoleName")
        events, said = list(self._events), []
        self._events.clear()
        for message in events:
            if message.header.fields.get(HeaderFields.member) == "Announcement":
                _, politeness, _, (_, sentence), *_ = message.body
                assert politeness == _POLITE, sentence
                said.append(Said(sentence, self._window(message.header.fields[HeaderFields.path])))
        return said

    def windows(self) -> tuple[Thing, ...]:
        """The program's windows and all that is in them."""
        return self._thing(_ROOT).children

    def _is(self, name: str, pid: int) -> bool:
        with suppress(RuntimeError):
            return bool(self._ask(message_bus.GetConnectionUnixProcessID(name)) == (pid,))
        return False

    def _has_windows(self, name: str) -> bool:
        with suppress(RuntimeError):
            [children] = self._ask(new_method_call(DBusAddress(_ROOT, name, _ACCESSIBLE), "GetChildren"))
            return bool(children)
        return False

    def _thing(self, path: str) -> Thing:
        [role] = self._call(path, _ACCESSIBLE, "GetRoleName")
        [states] = self._call(path, _ACCESSIBLE, "GetState")
        bits = states[0] | (states[1] << 32)
        named = frozenset(word for bit, word in _STATES.items() if bits >> bit & 1)
        [children] = self._call(path, _ACCESSIBLE, "GetChildren")
        name, description = (str(self._property(path, what)) for what in ("Name", "Description"))
        return Thing(role, name, description, named, tuple(self._thing(child) for _, child in children))

    def _window(self, path: str) -> str:
        """The name of the window a thing is in."""
        while self._call(path, _ACCESSIBLE, "GetRoleName") != ("frame",):
            _, path = self._property(path, "Parent")
        return str(self._property(path, "Name"))

    def _property(self, path: str, name: str) -> Any:
        [(_, value)] = self._ask(Properties(DBusAddress(path, self._program, _ACCESSIBLE)).get(name))
        return value

    def _call(self, path: str, interface: str, method: str) -> tuple[Any, ...]:
        return self._ask(new_method_call(DBusAddress(path, self._program, interface), method))

    def _ask(self, message: Any) -> tuple[Any, ...]:
        reply = self._connection.send_and_get_reply(message, timeout=_PATIENCE)
        if reply.header.message_type.name == "error":
            raise RuntimeError(str(reply.body))
        return tuple(reply.body)


@contextmanager
def accessible_display(folder: Path) -> Iterator[tuple[Mapping[str, str], str]]:
    """A display and a session with an accessibility bus: the environment of a program on it, and the bus's address."""
    with ExitStack() as stack:
        read, write = os.pipe()
        server = ("Xvfb", "-displayfd", str(write), "-noreset", "-nolisten", "tcp", "-screen", "0", "1366x768x24")
        start(stack, server, os.environ, pass_fds=(write,))
        os.close(write)
        with os.fdopen(read) as numbers:
            display = f":{numbers.readline().strip()}"
        running = folder / "run"
        running.mkdir(mode=0o700)
        environment = {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "XDG_RUNTIME_DIR": str(running),
            "XDG_CONFIG_HOME": str(folder),
        }
        start(stack, ("openbox", "--sm-disable"), environment)
        bus = ("dbus-daemon", "--session", "--nofork", "--print-address=1")
        session = start(stack, bus, environment, stdout=subprocess.PIPE)
        assert session.stdout is not None
        environment["DBUS_SESSION_BUS_ADDRESS"] = session.stdout.readline().strip()
        start(stack, (_launcher(), "--launch-immediately"), environment)
        yield environment, _address(environment["DBUS_SESSION_BUS_ADDRESS"])


def _address(session: str) -> str:
    """The address of the accessibility bus; the session starts what opens it, if it has not been yet."""
    place = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
    with open_dbus_connection(bus=session) as connection:
        reply = connection.send_and_get_reply(new_method_call(place, "GetAddress"), timeout=_PATIENCE)
    return str(reply.body[0])


def start(
    stack: ExitStack, command: tuple[str, ...], environment: Mapping[str, str], **more: Any
) -> "subprocess.Popen[str]":
    """Start a program that ends with the stack."""
    settings = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, **more}
    process = subprocess.Popen(command, env=dict(environment), text=True, **settings)

    def end() -> None:
        process.terminate()
        process.wait(_PATIENCE)
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()

    stack.callback(end)
    return process
