"""One opening of the real app, measured from inside: `python -m tests.bench.opening_run PROFILE`, passphrase on stdin.

The passphrase is typed key by key, as by a quick hand, while the rest is loaded; then Enter. Prints JSON: `opened` and
`derived` in seconds, and the longest time between two beats of the windows' thread while typing and while opening.
"""

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from netmoede_desktop.app.relaunch import Program
from netmoede_desktop.app.system_clock import SystemClock
from netmoede_desktop.gui.entry.window.entry_window import EntryWindow
from netmoede_desktop.gui.shell.application import App, make_application
from netmoede_desktop.gui.shell.world import AppWorld
from netmoede_desktop.gui.system.only_window import OnlyWindow
from netmoede_desktop.gui.system.ticks import every
from netmoede_desktop.localization.resources import resource_folder
from netmoede_desktop.services.settings.preferences import read_preferences

_BETWEEN_KEYS_MS = 90
_PATIENCE_MS = 60_000


class Beats(QObject):
    """The longest time in which the windows' thread answered nobody."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = every(1, self.beat, self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.start()

    def begin(self) -> None:
        """Measure anew."""
        self.longest = 0.0
        self._last = time.perf_counter()

    def beat(self) -> None:
        """Look how long ago the last one was."""
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now


class Run(QObject):
    """The one opening."""

    def __init__(self, app: App, passphrase: str) -> None:
        super().__init__()
        self._app, self._left = app, list(passphrase)
        self._derived = 0.0
        self._beats = Beats()
        self._typing = 0.0
        self._entered = 0.0
        self._keys = every(_BETWEEN_KEYS_MS, self._key, self)
        self._keys.start()

    def _key(self) -> None:
        entry = self._app.entry
        assert entry is not None
        focused = entry.focusWidget()
        assert focused is not None
        if self._left:
            QTest.keyClicks(focused, self._left.pop(0))
            return
        self._keys.stop()
        self._beats.beat()
        self._typing = self._beats.longest
        self._time_derivation()
        self._beats.begin()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self._entered = time.perf_counter()
        QTest.keyClick(focused, Qt.Key.Key_Return)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        session = self._app.session
        if session is not None and watched is session.window and event.type() is QEvent.Type.Paint and self._entered:
            QTimer.singleShot(0, self._opened)
        return False

    def _opened(self) -> None:
        if not self._entered:
            return
        opened = time.perf_counter() - self._entered
        self._entered = 0.0
        self._beats.beat()
        figures = {"opened": opened, "typing_gap": self._typing, "opening_gap": self._beats.longest}
        print(json.dumps({**figures, "derived": self._derived}), flush=True)
        QApplication.quit()

    def _time_derivation(self) -> None:
        """By now it is loaded: from here on, unlocking the key file is timed."""
        from netmoede_desktop.storage.keys.key_file import KeyFile

        unlock = KeyFile.unlock

        def timed(self_: KeyFile, *arguments: Any) -> bytes | None:
            start = time.perf_counter()
            try:
                return unlock(self_, *arguments)
            finally:
                self._derived = time.perf_counter() - start

        KeyFile.unlock = timed  # type: ignore[method-assign, assignment]


def main(profile: Path) -> int:
    """Open the app once."""
    passphrase = sys.stdin.read()
    application = make_application()
    claim = OnlyWindow.claim(profile)
    assert claim is not None
    world = AppWorld(profile, SystemClock(), resource_folder(), None, Program.running().replace)
    app = App(application, world, read_preferences(profile), claim)
    app.begin()
    runs: list[Run] = []
    paint = EntryWindow.paintEvent

    def painted(self: EntryWindow, event: object) -> None:
        paint(self, event)  # type: ignore[arg-type]
        if not runs:
            runs.append(Run(app, passphrase))

    EntryWindow.paintEvent = painted  # type: ignore[method-assign]
    QTimer.singleShot(_PATIENCE_MS, lambda: os._exit(1))
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
