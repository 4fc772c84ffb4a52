"""The choice of Qt's platform: made before Qt is loaded, since Qt ends the process where there is no display."""

import importlib.util
import os
import sys

_PLATFORM = "QT_QPA_PLATFORM"
_UNSEEN = "offscreen"


def windows_are_installed() -> bool:
    """Return True if Qt is installed: the core runs without it."""
    return importlib.util.find_spec("PySide6") is not None


def choose_platform() -> bool:
    """Return True if there is a display; where there is none, make Qt draw offscreen.

    A display that is named but does not answer is no reason to stop: Qt then draws offscreen too.
    """
    chosen = os.environ.get(_PLATFORM)
    if chosen is not None:
        return not chosen.startswith(_UNSEEN)
    if sys.platform in ("win32", "darwin"):
        return True
    wayland, x11 = bool(os.environ.get("WAYLAND_DISPLAY")), bool(os.environ.get("DISPLAY"))
    seen = [name for name, there in (("wayland", wayland), ("xcb", x11)) if there]
    os.environ[_PLATFORM] = ";".join([*seen, _UNSEEN])
    return bool(seen)
