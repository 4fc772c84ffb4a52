"""D-Bus on Linux: over a local socket only, never blocking, and silent where there is none.

Nothing of QtDBus is imported before the first use.
"""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from netmoede_desktop.importing import one_at_a_time

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusPendingCallWatcher

_LOCAL = "unix:"
_SYSTEM_SOCKETS = (Path("/run/dbus/system_bus_socket"), Path("/var/run/dbus/system_bus_socket"))
_PATIENCE_MS = 2000

OnValues = Callable[[Sequence[object]], None]


class BusKind(Enum):
    """The session bus of this login, or the system bus."""

    SESSION = auto()
    SYSTEM = auto()


@dataclass(frozen=True, slots=True)
class BusPeer:
    """The peer of a call or signal. An empty `service` or `path` matches any when listening."""

    service: str
    path: str
    interface: str


class Bus(Protocol):
    """A private connection. Inhibitions made through it end when it is closed."""

    def ask(self, whom: BusPeer, method: str, arguments: Sequence[object], answered: OnValues | None = None) -> None:
        """Call a method without waiting; `answered` gets the values of the reply. An error, or no reply, is silent."""

    def listen(self, whom: BusPeer, signal: str, received: OnValues) -> None:
        """Call `received` with the values of each signal."""

    def close(self) -> None:
        """Close the connection."""


OpenBus = Callable[[BusKind], Bus | None]


def local_address(kind: BusKind, environment: Mapping[str, str]) -> bool:
    """Return True if the bus can be reached by a socket of this machine, without starting anything."""
    named = environment.get("DBUS_SESSION_BUS_ADDRESS" if kind is BusKind.SESSION else "DBUS_SYSTEM_BUS_ADDRESS")
    if named is not None:
        return all(address.startswith(_LOCAL) for address in named.split(";") if address) and bool(named)
    if kind is BusKind.SYSTEM:
        return any(socket.exists() for socket in _SYSTEM_SOCKETS)
    folder = environment.get("XDG_RUNTIME_DIR")
    return folder is not None and (Path(folder) / "bus").exists()


def open_bus(kind: BusKind) -> Bus | None:
    """Open a private connection, or return None if there is no such bus on this machine."""
    if not local_address(kind, os.environ):
        return None
    try:
        return _QtBus(kind)
    except (ImportError, OSError):
        return None


class _QtBus:
    """A connection through QtDBus."""

    def __init__(self, kind: BusKind) -> None:
        with one_at_a_time:
            from PySide6.QtDBus import QDBusConnection

        types = QDBusConnection.BusType
        chosen = types.SessionBus if kind is BusKind.SESSION else types.SystemBus
        self._name = f"netmoede-{kind.name}-{id(self)}"
        self._connection = QDBusConnection.connectToBus(chosen, self._name)
        self._listeners: list[object] = []
        self._waiting: set[QDBusPendingCallWatcher] = set()
        if not self._connection.isConnected():
            self.close()
            raise OSError

    def ask(self, whom: BusPeer, method: str, arguments: Sequence[object], answered: OnValues | None = None) -> None:
        with one_at_a_time:
            from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher

        message = QDBusMessage.createMethodCall(whom.service, whom.path, whom.interface, method)
        message.setArguments(list(arguments))
        watcher = QDBusPendingCallWatcher(self._connection.asyncCall(message, _PATIENCE_MS))
        self._waiting.add(watcher)

        def ended() -> None:
            self._waiting.discard(watcher)
            reply = watcher.reply()
            if answered is not None and reply.type() == QDBusMessage.MessageType.ReplyMessage:
                answered(reply.arguments())

        watcher.finished.connect(ended)

    def listen(self, whom: BusPeer, signal: str, received: OnValues) -> None:
        from PySide6.QtCore import SLOT, QObject, Slot

        with one_at_a_time:
            from PySide6.QtDBus import QDBusMessage

        class Listener(QObject):
            @Slot(QDBusMessage)
            def heard(self, message: QDBusMessage) -> None:
                received(message.arguments())

        listener = Listener()
        self._listeners.append(listener)
        self._connection.connect(  # type: ignore[call-overload]  # the stubs want bytes, which it refuses
            whom.service, whom.path, whom.interface, signal, listener, SLOT("heard(QDBusMessage)")
        )

    def close(self) -> None:
        with one_at_a_time:
            from PySide6.QtDBus import QDBusConnection

        self._listeners.clear()
        QDBusConnection.disconnectFromBus(self._name)
