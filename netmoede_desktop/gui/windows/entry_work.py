"""The slow work behind the first window: loading the store while the user types, and the one lane for opening it."""

import contextlib
import gc
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from netmoede_desktop.storage.folder import FileSystemOf, file_system_type

if TYPE_CHECKING:
    from netmoede_desktop.gui.bridge.lane import Lane
    from netmoede_desktop.gui.dialogs import Dialogs
    from netmoede_desktop.services.opening import Entrance
    from netmoede_desktop.storage.vault import Vault

T = TypeVar("T")

#: What the first window itself may need next.
_SOON = ("bridge.lane", "windows.entry_first", "windows.entry_code", "windows.entry_restoring")

#: The window gets its turn this often while the rest is loaded.
_SWITCH_SECONDS = 0.001

#: How long closing waits for the loading to end.
_PATIENCE = 5.0


def real_dialogs() -> "Dialogs":
    """Return the questions of the system; loaded when they are needed."""
    from netmoede_desktop.gui.dialogs import QtDialogs

    return QtDialogs()


def load_store() -> None:
    """Load the store, so that the right passphrase waits for its key alone."""
    from netmoede_desktop.services.opening import warm_up

    warm_up()


@dataclass(frozen=True, slots=True)
class EntryWorld:
    """What the first window needs of the world.

    `entrance` is asked for in the lane and loads the store; `load` is run in a thread as soon as the window is painted,
    and loads what the open app will need. `start_anew` starts the program with another profile and does not return;
    `other_folder` is suggested for it.
    """

    profile: Path
    entrance: Callable[[], "Entrance"]
    now: Callable[[], datetime]
    start_anew: Callable[[Path], None]
    other_folder: Path
    file_system_of: FileSystemOf = file_system_type
    load: Callable[[], None] = load_store
    dialogs: Callable[[], "Dialogs"] = real_dialogs


class EntryWork:
    """The lane of the first window, and the vault from when it is open until it is handed over."""

    def __init__(self, world: EntryWorld) -> None:
        self._world = world
        self._lane: Lane | None = None
        self._vault: Vault | None = None
        self._loading = threading.Thread(target=self._load, name="loading", daemon=True)
        self._begun = self._given = False

    @property
    def vault(self) -> "Vault":
        """The open vault. RuntimeError when there is none."""
        if self._vault is None:
            raise RuntimeError("no vault is open")
        return self._vault

    def load(self) -> None:
        """Begin to load. Once."""
        self._begun = True
        self._loading.start()

    def run(self, job: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Do a job in the lane; then `done` or `failed` in this thread."""
        from netmoede_desktop.gui.bridge.lane import Lane

        if self._lane is None:
            self._lane = Lane()
        self._lane.run(job, done, failed)

    def entrance(self) -> "Entrance":
        """Return the ways into the vault. In the lane."""
        return self._world.entrance()

    def keep(self, vault: "Vault") -> "Vault":
        """Keep a vault that a job has opened: should the window close before it is handed over, it is closed too."""
        self._vault = vault
        return vault

    def hand_over(self) -> "Vault":
        """Give the vault away; it is closed by whoever gets it."""
        vault, self._vault = self.vault, None
        self._given = True
        return vault

    def close(self) -> None:
        """Wait for what is running, and close the vault that nobody got. Once it is given away there is no waiting."""
        if self._begun and not self._given:
            self._loading.join(_PATIENCE)
        if self._lane is not None:
            self._lane.close()
            self._lane = None
        if self._vault is not None:
            self._vault.close()
            self._vault = None

    def _load(self) -> None:
        # Looking through all that is loaded for what can be thrown away would stop the window for a tenth of a second,
        # and in vain: code stays. So it is not done meanwhile, and what is there by then is never looked through again.
        gc.disable()
        interval = sys.getswitchinterval()
        sys.setswitchinterval(_SWITCH_SECONDS)
        # What cannot be loaded here fails again, and is told, where it is used.
        with contextlib.suppress(Exception):
            # The lane first, then the other pages of this window: they may be asked for at once.
            for name in _SOON:
                import_module(f"netmoede_desktop.gui.{name}")
            self._world.load()
        sys.setswitchinterval(interval)
        gc.freeze()
        gc.enable()
