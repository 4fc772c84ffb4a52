"""Load the rest of the program while the user types: use cases in a thread, windows bit by bit in the GUI thread.

A class of Qt must not be made in another thread: PySide looks up the classes it knows while Qt is at work, and one that
comes meanwhile has ended the program. A single module of the windows takes a few milliseconds, which delays no event
noticeably.

Both go through the one lock of `importing`, a module at a time: so they never meet in a half-imported one.
"""

import pkgutil
from collections.abc import Iterator
from pathlib import Path

import netmoede_desktop
from netmoede_desktop.importing import load, one_at_a_time

#: The rooms of the windows, the lower ones first, so that no module brings many others along.
_ROOMS = (
    *("theme", "system", "wording", "kit", "desk", "access", "guide", "entry"),
    *("settings", "cases", "overview", "preparation", "rehearsal", "meeting", "room", "minutes", "shell"),
)
_PACKAGE = "netmoede_desktop"


def load_services() -> None:
    """Import every use case, and with them the store. Runs in a thread: takes half a second and uses nothing of Qt."""
    for name in _modules_below(f"{_PACKAGE}.services"):
        load(name)
    with one_at_a_time:
        from netmoede_desktop.services.vaults.opening import warm_up

    warm_up()


def window_modules() -> tuple[str, ...]:
    """Return the names of the modules of the open app's windows, in the order to import them one by one."""
    return tuple(name for room in _ROOMS for name in _modules_below(f"{_PACKAGE}.gui.{room}"))


def _modules_below(package: str) -> Iterator[str]:
    folder = Path(netmoede_desktop.__file__).parent.joinpath(*package.split(".")[1:])
    for module in pkgutil.iter_modules([str(folder)]):
        name = f"{package}.{module.name}"
        if module.ispkg:
            yield from _modules_below(name)
        else:
            yield name
