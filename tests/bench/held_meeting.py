"""A meeting of twenty that was held, and its referat on the screen, for measurements."""

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from netmoede_desktop.gui.desk.dialogs import FileAsked
from netmoede_desktop.gui.desk.page_context import PageContext
from netmoede_desktop.gui.minutes.editing.corrections import TextCorrection
from netmoede_desktop.gui.minutes.editing.growing_text import GrowingText
from netmoede_desktop.gui.minutes.minutes_page import MinutesPage
from netmoede_desktop.gui.system.lane import Lane
from netmoede_desktop.gui.theme.fonts import load_first_fonts, load_other_fonts
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.theme.stylesheet import palette, stylesheet
from netmoede_desktop.gui.theme.themes import ThemeName, load_theme
from netmoede_desktop.localization.catalogue import load
from netmoede_desktop.localization.resources import resource_folder
from netmoede_desktop.services.meeting import meeting_journal
from netmoede_desktop.services.methods.method_files import load_methods
from netmoede_desktop.services.scenarios.plan_from_scenario import Series, prepare, save
from netmoede_desktop.services.scenarios.rehearsal import rehearsing
from netmoede_desktop.services.scenarios.scenario_file import read_scenario
from netmoede_desktop.storage.keys.key_slots import KdfParameters
from netmoede_desktop.storage.surroundings import Surroundings
from netmoede_desktop.storage.vault import Vault

_SENTENCE = "Hun fortæller, at aftenerne er blevet roligere, og at Mikkel selv siger til. "
#: Keys a second of somebody who writes fast, and how often they stop to think.
_BETWEEN_KEYS_MS, _KEYS_BETWEEN_THOUGHTS, _THOUGHT_MS = 60, 40, 700


class _WallClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


class _Printer:
    """Dialogs that print into a file at the resolution of an office printer."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def file_to_write(self, parent: QWidget, asked: FileAsked) -> Path | None:
        return None

    def file_to_read(self, parent: QWidget, asked: FileAsked) -> Path | None:
        return None

    def printers(self) -> tuple[str, ...]:
        return ("Kontoret",)

    def printer(self, name: str) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFileName(str(self._file))
        printer.setResolution(600)
        return printer

    def adjust(self, parent: QWidget, printer: QPrinter) -> bool:
        return False


class HeldBench:
    """The vault with its one meeting, and the page of the referat."""

    def __init__(self, folder: Path) -> None:
        self._app = QApplication([])
        resources = resource_folder()
        load_first_fonts(resources / "fonts")
        load_other_fonts(resources / "fonts")
        look = Look(load_theme(resources / "themes", ThemeName.LIGHT), motion=False)
        self._app.setStyle("Fusion")
        self._app.setPalette(palette(look))
        self._app.setStyleSheet(stylesheet(look, resources / "icons"))
        cheap = KdfParameters(passes=1, memory_kib=8 * 1024, lanes=1)
        surroundings = replace(Surroundings.of_this_machine(_WallClock().now), kdf=cheap)
        self._vault, _ = Vault.create(folder / "profile", "tyve mennesker rundt om et bord", surroundings)
        methods = load_methods(resources / "methods")
        scenario = read_scenario(resources / "scenarios" / "tyve-personer.toml", methods)
        prepared = prepare(scenario, methods[scenario.meeting.method], self._vault.new_id, Series())
        self._meeting = save(self._vault, scenario, prepared.plan, datetime.now(UTC))
        for step in rehearsing(scenario, prepared.plan, prepared.ids):
            meeting_journal.append(self._vault, self._meeting, step.change)
        self._lane = Lane()
        self._context = PageContext(folder, self._vault, methods, _WallClock(), self._lane, look, load("da"))
        self._file = folder / "paper.pdf"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._lane.close()
        self._vault.close()

    def to_paper(self) -> dict[str, float]:
        """From *slut* to paper by two presses; seconds, and the longest time the window did not answer."""
        begun = time.perf_counter()
        turns: list[float] = []
        page = self._page()
        self._until(lambda: bool(page.preview.pdf), turns)
        shown = time.perf_counter() - begun
        field = next(iter(page._editor.fields.values()))
        assert isinstance(field, TextCorrection)
        asked = time.perf_counter()
        page._typed(field.field.key, f"{field.editor.text} i dag")
        page.preview.request(page._work.preview_maker(), at_once=True)
        before = page.preview.pdf
        self._until(lambda: page.preview.pdf != before, turns)
        refreshed = time.perf_counter() - asked
        page._go.click()
        self._until(lambda: not page._export.looking, turns)
        for line in page._print._lines.values():
            line.count.set_count(1)
        pressed = time.perf_counter()
        page._go.click()
        self._until(lambda: page._work.approved, turns)
        pdf = shown + time.perf_counter() - pressed
        self._until(lambda: not page._export.working and self._lane._open == 0, turns)
        printed = shown + time.perf_counter() - pressed
        pages = float(len(page.preview.sheets.sheets))
        self._end(page)
        return {
            "shown": shown,
            "pdf": pdf,
            "printed": printed,
            "refreshed": refreshed,
            "longest": max(turns),
            "pages": pages,
        }

    def keys(self, count: int, *, aside: bool) -> dict[str, float]:
        """Milliseconds of a key while the pages follow, made aside or, as a control, in the window's own thread."""
        page = self._page()
        self._until(lambda: bool(page.preview.pdf), [])
        page.go_to("notes:d4")
        self._until(lambda: page._editor.whole, [])
        field = next(iter(page._editor.fields.values()))
        assert isinstance(field, TextCorrection)
        editor = field.editor
        if not aside:
            editor.textChanged.connect(lambda: page._work.preview_maker()())
        taken = self._typed(editor, count if aside else count // 8)
        found = {"median": statistics.median(taken), "p99": statistics.quantiles(taken, n=100)[98]}
        if aside:
            for name, text in (("long", "\n".join(_SENTENCE * 10 for _ in range(65))), ("whole", _SENTENCE * 650)):
                editor.setPlainText(text)
                found[name] = statistics.median(self._typed(editor, 40))
        self._end(page)
        return found

    def _typed(self, editor: GrowingText, count: int) -> list[float]:
        editor.setFocus()
        editor.moveCursor(QTextCursor.MoveOperation.End)
        taken = []
        for number in range(count):
            self._rest(_THOUGHT_MS if number % _KEYS_BETWEEN_THOUGHTS == 0 else _BETWEEN_KEYS_MS)
            begun = time.perf_counter()
            QTest.keyClick(editor, Qt.Key.Key_A)
            QApplication.processEvents()
            taken.append((time.perf_counter() - begun) * 1e3)
        return taken

    def _page(self) -> MinutesPage:
        page = MinutesPage(self._context, self._meeting, _Printer(self._file))
        page.resize(1366, 768)
        page.show()
        return page

    def _end(self, page: MinutesPage) -> None:
        page.leave()
        page.close()

    def _until(self, done: Callable[[], bool], turns: list[float]) -> None:
        """Let the window live until something is so; how long each of its turns took goes into `turns`."""
        while not done():
            begun = time.perf_counter()
            QApplication.processEvents()
            turns.append(time.perf_counter() - begun)
            time.sleep(0.001)

    def _rest(self, milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()
