"""A meeting of twenty led in both windows, for measurements: every press is a real key, every window really painted."""

import itertools
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.gui.desk.keys import KeyMap
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingBridge
from netmoede_desktop.gui.meeting.table.round_page import RoundPage
from netmoede_desktop.gui.meeting.window.meeting_window import MeetingWindow
from netmoede_desktop.gui.room.audience_window import AudienceWindow
from netmoede_desktop.gui.theme.fonts import load_first_fonts, load_other_fonts
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.theme.stylesheet import palette, stylesheet
from netmoede_desktop.gui.theme.themes import ThemeName, load_theme
from netmoede_desktop.localization.catalogue import load
from netmoede_desktop.localization.resources import resource_folder
from netmoede_desktop.services.meeting.conducting import Conducting
from netmoede_desktop.services.meeting.view.values import MeetingView, NextKind
from netmoede_desktop.services.methods.method_files import load_methods
from netmoede_desktop.services.scenarios.plan_from_scenario import Series, prepare, save
from netmoede_desktop.services.scenarios.scenario_file import read_scenario
from netmoede_desktop.storage.keys.key_slots import KdfParameters
from netmoede_desktop.storage.surroundings import Surroundings
from netmoede_desktop.storage.vault import Vault

#: Faster than anybody types, so that saving comes in between as often as it may.
_BETWEEN_KEYS_MS = 20


class _Clock:
    """The time of day, moved on by hand so that nobody waits for a turn to be over."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead


@dataclass
class BenchMeeting:
    """Both windows of one running meeting."""

    bridge: MeetingBridge
    window: MeetingWindow
    clock: _Clock

    def presses(self) -> list[float]:
        """Lead the first rounds by *videre* alone; return milliseconds until everything is painted, press by press."""
        taken = []
        while self.bridge.view.part.kind.value != "pause":
            self.clock.ahead += timedelta(seconds=20)
            QApplication.processEvents()
            begun = time.perf_counter()
            QTest.keyClick(self._focused(), Qt.Key.Key_PageDown)
            settle()
            if self.bridge.view.next.kind is NextKind.PERSON:
                taken.append((time.perf_counter() - begun) * 1000)
        return taken

    def keys(self, note: str, count: int) -> list[float]:
        """Type in a note while all others are full; return milliseconds a key until it is painted.

        Between two keys the window does what it does by itself: it ticks, and saves at least every half second.
        """
        view = self.bridge.view
        for part in view.parts:
            if part.has_turns:
                for seat in view.seats:
                    self.bridge.type(cmd.WriteNote(seat.person, note, part=part.id))
        return self._keys_in_the_note(count)

    def keys_in_a_long_note(self, note: str, count: int) -> list[float]:
        """Type in one note that says `note` already; return milliseconds a key until it is painted."""
        view = self.bridge.view
        self.bridge.type(cmd.WriteNote(_who_has_a_turn(view), note, part=view.part.id))
        return self._keys_in_the_note(count)

    def _keys_in_the_note(self, count: int) -> list[float]:
        page = self.window.findChildren(RoundPage)[0]
        page.show_notes_of(_who_has_a_turn(self.bridge.view))
        settle()
        taken = []
        for number in range(count):
            begun = time.perf_counter()
            QTest.keyClicks(page.side.notes.editor, "en lille note "[number % 14])
            settle()
            taken.append((time.perf_counter() - begun) * 1000)
            rest(_BETWEEN_KEYS_MS)
        return taken

    def saves(self, count: int) -> list[float]:
        """Save a note that has just been typed in; return milliseconds until it is durable and painted."""
        page = self.window.findChildren(RoundPage)[0]
        taken = []
        for _ in range(count):
            QTest.keyClicks(page.side.notes.editor, "a")
            settle()
            begun = time.perf_counter()
            page.save()
            settle()
            taken.append((time.perf_counter() - begun) * 1000)
        return taken

    def _focused(self) -> QWidget:
        return QApplication.focusWidget() or self.window


def _who_has_a_turn(view: MeetingView) -> str:
    return next(seat.person for seat in view.seats if seat.has_turn and seat.here)


class LedBench:
    """One program, one vault, and as many meetings as are asked for."""

    def __init__(self, folder: Path) -> None:
        self._app = QApplication([])
        self._app.setStyle("Fusion")
        load_first_fonts(resource_folder() / "fonts")
        load_other_fonts(resource_folder() / "fonts")
        self._look = Look(load_theme(resource_folder() / "themes", ThemeName.LIGHT), 1.0, motion=False)
        self._app.setPalette(palette(self._look))
        self._app.setStyleSheet(stylesheet(self._look, resource_folder() / "icons"))
        cheap = KdfParameters(passes=1, memory_kib=8 * 1024, lanes=1)
        surroundings = replace(Surroundings.of_this_machine(lambda: datetime.now(UTC)), kdf=cheap)
        self._vault, _ = Vault.create(folder / "profil", "tyve mennesker rundt om et bord", surroundings)

    @contextmanager
    def meeting(self, *, shown: bool = True) -> Iterator[BenchMeeting]:
        """A running meeting in both windows; with `shown=False` they are there and never painted."""
        methods = load_methods(resource_folder() / "methods")
        scenario = read_scenario(resource_folder() / "scenarios" / "tyve-personer.toml", methods)
        prepared = prepare(scenario, methods[scenario.meeting.method], self._vault.new_id, Series())
        clock, t = _Clock(), load("da")
        conducting = Conducting(self._vault, save(self._vault, scenario, prepared.plan, clock.now()), clock)
        bridge = MeetingBridge(conducting, t)
        window, room = (
            MeetingWindow(bridge, KeyMap(), self._look, t, monotonic=itertools.count().__next__),
            AudienceWindow(self._look, t),
        )
        bridge.shown.connect(lambda both: room.show_view(both.room))
        bridge.do(cmd.StartMeeting())
        if shown:
            window.resize(1366, 768)
            room.setGeometry(1366, 0, 1920, 1080)
            room.show()
            window.show()
            window.activateWindow()
        settle()
        try:
            yield BenchMeeting(bridge, window, clock)
        finally:
            window.close_now()
            room.close()
            for one in (window, room):
                one.deleteLater()
            settle()

    def close(self) -> None:
        """Close the vault."""
        self._vault.close()


def settle() -> None:
    """Let Qt do all that it put off: layouts, updates, painting."""
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def rest(milliseconds: int) -> None:
    """Let the windows live on for a while, as they do between two keys."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
