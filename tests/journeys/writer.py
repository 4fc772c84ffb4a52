"""A program that writes a line in every field of a meeting, each in a meeting of its own, and waits to be killed.

`python -m tests.journeys.writer FOLDER` makes the profile there. It says `written` with what stands in each field
by then, as JSON, half a second after the last key.
"""

import json
import os
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.meeting.bridge.line_keeping import text_in
from netmoede_desktop.gui.shell.application import make_application
from netmoede_desktop.localization.catalogue import load
from netmoede_desktop.storage.vault import Vault
from tests.gui.conftest import dressed
from tests.gui.meeting.window.keyboard.writing_places import PLACES, writing
from tests.gui.meeting.window.led_windows import Shelf, led_window
from tests.storage.vaults import PASSPHRASE, HandClock, surroundings

#: The promise: no more than so much typing is lost, in milliseconds.
_PROMISED = 500


class _Waiting:
    """What the windows of the tests ask of pytest-qt."""

    def waitUntil(self, done: Any) -> None:  # noqa: N802
        """Let the windows work until it is done."""
        while not done():
            QApplication.processEvents()


def main(folder: Path) -> int:
    """Write, say so, and stay until killed."""
    application = make_application()
    look, t = dressed(application), load("da")
    vault, _ = Vault.create(folder / "profil", PASSPHRASE, surroundings())
    found: dict[str, tuple[str, str, str]] = {}
    with ExitStack() as open_windows:
        for place in PLACES:
            clock = HandClock()
            window = led_window(Shelf(vault, clock, folder), look, t, cast(QtBot, _Waiting()), scenario=place.scenario)
            led = open_windows.enter_context(window)
            place.go(led)
            led.types(place.typed)
            found[place.name] = (led.led.meeting, text_in(writing(led)), clock.now.isoformat())
        QTimer.singleShot(_PROMISED, lambda: os.write(1, f"written {json.dumps(found)}\n".encode()))
        application.exec()
    return 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
