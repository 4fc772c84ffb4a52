"""Background work of the first window: import the rest while the user types, and the lane that opens the store."""

import contextlib
import gc
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from netmoede_desktop.gui.system.ticks import every
from netmoede_desktop.importing import load as load_module
from netmoede_desktop.importing import one_at_a_time
from netmoede_desktop.storage.vault_folder import FileSystemOf, file_system_type

if TYPE_CHECKING:
    from netmoede_desktop.gui.desk.dialogs import Dialogs
    from netmoede_desktop.gui.system.lane import Lane
    from netmoede_desktop.services.vaults.opening import Entrance
    from netmoede_desktop.storage.vault import Vault

T = TypeVar("T")

#: What the first window itself may need next.
_SOON = tuple(
    f"netmoede_desktop.gui.{name}"
    for name in ("desk.lane", "entry.window.first", "entry.window.code", "entry.window.restoring")
)

#: The window gets its turn this often while the thread loads.
_SWITCH_SECONDS = 0.001

#: How long closing waits for the loading to end.
_PATIENCE = 5.0


def real_dialogs() -> "Dialogs":
    """Return the system dialogs; imported on first use."""
    with one_at_a_time:
        from netmoede_desktop.gui.desk.dialogs import QtDialogs

    return QtDialogs()


def load_services() -> None:
    """Import the use cases and the store, so that the right passphrase waits only for its key."""
    with one_at_a_time:
        from netmoede_desktop.gui.entry.window.loading import load_services as load

    load()


def no_later_modules() -> Sequence[str]:
    """Return no names: no further windows are loaded."""
    return ()


@dataclass(frozen=True, slots=True)
class EntryWorld:
    """The dependencies of the first window.

    `entrance` is called in the lane and loads the store. `load` runs in a thread as soon as the window is painted, and
    must not use Qt; after it the modules that `later` names are imported one by one in the GUI thread. `restart`
    restarts the program with another profile and does not return; `other_folder` is suggested for it.
    """

    profile: Path
    entrance: Callable[[], "Entrance"]
    now: Callable[[], datetime]
    restart: Callable[[Path], None]
    other_folder: Path
    file_system_of: FileSystemOf = file_system_type
    load: Callable[[], None] = load_services
    later: Callable[[], Sequence[str]] = no_later_modules
    dialogs: Callable[[], "Dialogs"] = real_dialogs


class Loading(QObject):
    """Imports once, in two steps: a thread for modules without Qt, then one module per turn of the event loop.

    An import that fails here fails again, and is reported, where the module is used.
    """

    _loaded = Signal()

    def __init__(self, load: Callable[[], None], later: Callable[[], Sequence[str]]) -> None:
        super().__init__()
        self._load, self._later = load, later
        self._names: list[str] = []
        self._thread = threading.Thread(target=self._run, name="loading", daemon=True)
        self._pause = every(0, self._load_one, self)
        self._loaded.connect(self._import_rest)
        self._running = False

    @property
    def running(self) -> bool:
        """Whether it has begun and has not ended."""
        return self._running

    def begin(self) -> None:
        """Begin. Garbage collection is off until the end.

        It would block the window for a tenth of a second at a time, and in vain: code stays.
        """
        self._running = True
        gc.disable()
        self._thread.start()

    def end(self, *, wait: bool) -> None:
        """Stop importing; `wait` joins the thread for at most `_PATIENCE` seconds."""
        if wait and self._thread.is_alive():
            self._thread.join(_PATIENCE)
        self._pause.stop()
        self._finish()

    def _run(self) -> None:
        interval = sys.getswitchinterval()
        sys.setswitchinterval(_SWITCH_SECONDS)
        with contextlib.suppress(Exception):
            self._load()
        sys.setswitchinterval(interval)
        with contextlib.suppress(RuntimeError):  # the window has gone meanwhile
            self._loaded.emit()

    def _import_rest(self) -> None:
        if self._running:
            self._names = [*_SOON, *self._later()]
            self._pause.start()

    def _load_one(self) -> None:
        if not self._names:
            self._pause.stop()
            self._finish()
            return
        with contextlib.suppress(Exception):
            load_module(self._names.pop(0))

    def _finish(self) -> None:
        if self._running:
            self._running = False
            gc.freeze()
            gc.enable()


class EntryWork:
    """The lane of the first window, and the owner of the open vault until it is handed over."""

    def __init__(self, world: EntryWorld) -> None:
        self._world = world
        self._lane: Lane | None = None
        self._vault: Vault | None = None
        self.loading = Loading(world.load, world.later)
        self._given = False

    @property
    def vault(self) -> "Vault":
        """The open vault. Raises RuntimeError if there is none."""
        if self._vault is None:
            raise RuntimeError("no vault is open")
        return self._vault

    def run(self, job: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Run a job in the lane; then call `done` or `failed` in the GUI thread."""
        with one_at_a_time:
            from netmoede_desktop.gui.system.lane import Lane

        if self._lane is None:
            self._lane = Lane()
        self._lane.run(job, done, failed)

    def entrance(self) -> "Entrance":
        """Return the access to the vault. Call in the lane."""
        return self._world.entrance()

    def register(self, vault: "Vault") -> "Vault":
        """Register a vault opened by a job and return it; `close` closes it unless it was handed over."""
        self._vault = vault
        return vault

    def release_vault(self) -> "Vault":
        """Return the vault and give up ownership; the caller closes it. Raises RuntimeError if there is none."""
        vault, self._vault = self.vault, None
        self._given = True
        return vault

    def close(self) -> None:
        """Close the lane, and the vault unless it was handed over. Joins the import thread before a hand-over only."""
        self.loading.end(wait=not self._given)
        if self._lane is not None:
            self._lane.close()
            self._lane = None
        if self._vault is not None:
            self._vault.close()
            self._vault = None
