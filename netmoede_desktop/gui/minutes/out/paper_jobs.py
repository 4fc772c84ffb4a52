"""The ways out: onto paper and into files. The slow part of each runs in the lane, and can be stopped."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from netmoede_desktop.gui.desk.dialogs import Dialogs
from netmoede_desktop.gui.minutes.wording import printed_sentence, trouble_sentence
from netmoede_desktop.gui.system.lane import Lane, Task
from netmoede_desktop.importing import one_at_a_time
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.files.files_out import FilesOut, May

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

#: Milliseconds after which work is shown to be going on.
SLOW_MS = 500


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A paper, made in the lane, and in how many copies it is wanted."""

    make: Callable[[], bytes]
    copies: int


class PaperJobs(QObject):
    """Prints and saves, one thing at a time. Tells in one sentence how it went."""

    printers_found = Signal(object)
    """A tuple of names, the usual one first."""
    progressed = Signal(int, int)
    """Pages printed, of how many, once it takes longer than half a second; 0 of 0 when it is over."""
    busy = Signal(bool)
    """Something takes longer than half a second, or does so no more."""
    printed = Signal(str)
    saved = Signal(str)
    failed = Signal(str)
    _progressed = Signal(int, int)

    def __init__(self, lane: Lane, dialogs: Dialogs, door: FilesOut, t: Translator) -> None:
        super().__init__()
        self._lane = lane
        self._door = door
        self._dialogs = dialogs
        self._t = t
        self._printers: dict[str, QPrinter] = {}
        self._task: Task[int] | Task[str] | None = None
        self._detached = False
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_MS)
        self._slow.timeout.connect(lambda: self.busy.emit(True))
        self._progressed.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    @property
    def working(self) -> bool:
        """Whether something is on its way out."""
        return self._task is not None

    def look_for_printers(self) -> None:
        """Ask the system which printers there are; some systems take their time."""
        self._lane.run(self._dialogs.printers, self._show_printers, lambda _: self._show_printers(()))

    def printer(self, name: str) -> "QPrinter":
        """The printer of that name, as it was adjusted."""
        if name not in self._printers:
            self._printers[name] = self._dialogs.printer(name)
        return self._printers[name]

    def print_papers(self, name: str, jobs: Sequence[PrintJob]) -> None:
        """Print the papers one after the other on the printer of that name."""
        printer = self.printer(name)
        with one_at_a_time:  # here and not in the job: what is of Qt is loaded in the windows' thread
            from netmoede_desktop.gui.kit.paper.printing import file_of, print_pdf

        def job() -> int:
            done = 0
            for paper in jobs:
                printer.setCopyCount(paper.copies)
                with file_of(printer, self._door):
                    done += print_pdf(
                        paper.make(), printer, progress=self._progressed.emit, cancelled=lambda: task.cancelled
                    )
            return done

        task = self._lane.run(job, self._show_printed, self._fail)
        self._begin(task)

    def save(self, make: Callable[[], bytes], file: Path) -> None:
        """Make a paper and write it whole, or not at all; that it may take another's place has been asked.

        A place where nothing may be written is told before the paper is made, and logged as one that left.
        """

        def job() -> str:
            self._door.check(file, May.ANYTHING)
            self._door.write(file, make(), May.ANYTHING)
            return file.name

        self._begin(self._lane.run(job, self._show_saved, self._fail))

    def detach(self) -> None:
        """Emit nothing any more; a job under way goes on."""
        self._detached = True
        self._slow.stop()

    def stop(self) -> None:
        """Cancel the job; a paper that is not out yet stays in."""
        if self._task is not None:
            self._task.cancel()
        self._end()

    def _begin(self, task: Task[int] | Task[str]) -> None:
        self._task = task
        self._slow.start()

    def _end(self) -> None:
        self._task = None
        self._slow.stop()
        if not self._detached:
            self.busy.emit(False)
            self.progressed.emit(0, 0)

    def _show_printers(self, names: tuple[str, ...]) -> None:
        if not self._detached:
            self.printers_found.emit(names)

    def _pass_on(self, done: int, pages: int) -> None:
        if self.working and not self._slow.isActive() and not self._detached:
            self.progressed.emit(done, pages)

    def _show_printed(self, pages: int) -> None:
        self._end()
        if not self._detached:
            self.printed.emit(printed_sentence(pages, self._t))

    def _show_saved(self, name: str) -> None:
        self._end()
        if not self._detached:
            self.saved.emit(self._t.gettext("Gemt som {name}.").format(name=name))

    def _fail(self, error: Exception) -> None:
        self._end()
        sentence = trouble_sentence(error, self._t)
        if not sentence:
            raise error
        if not self._detached:
            self.failed.emit(sentence)
