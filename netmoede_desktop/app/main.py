"""Where the program begins: the real clock, folders and language, handed to the face that was asked for."""

import os
import sys
import time
from pathlib import Path

from netmoede_desktop.app.crash import masked, stop_tidily
from netmoede_desktop.app.displays import windows_are_installed
from netmoede_desktop.app.system_clock import SystemClock
from netmoede_desktop.app.windows import AppWindows
from netmoede_desktop.cli.main import run
from netmoede_desktop.cli.world import World
from netmoede_desktop.localization.catalogue import load


def main() -> None:
    """Run the program and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    language = os.environ.get("NETMOEDE_LANGUAGE")
    translator = load(language or "da")
    clock = SystemClock()
    windows = AppWindows(clock, language, translator) if windows_are_installed() else None
    world = World(clock.now, time.sleep, _default_profile, translator, windows)
    stop_tidily()
    sys.exit(masked(lambda: run(sys.argv[1:], world), translator))


def _default_profile() -> Path:
    import platformdirs

    return Path(platformdirs.user_data_dir("netmoede", appauthor=False))
