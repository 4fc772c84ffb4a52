"""A preview of the pages of a paper as they will be printed, rendered in the lane while the user goes on typing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.layout.frames import row
from netmoede_desktop.gui.kit.paper.paper_sheets import Sheets, Zoom
from netmoede_desktop.gui.kit.paper.pdf_pages import HeadingPosition, PageSize, PdfPages
from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.system.lane import Lane, Task
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator

#: Milliseconds without a new wish before a paper is made anew: longer than anybody needs to find the next letter.
QUIET_MS = 500


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A paper and its rendered pages."""

    pdf: bytes
    sizes: tuple[PageSize, ...]
    places: tuple[HeadingPosition, ...]
    pictures: dict[int, QImage]


class PagePreview(QWidget):
    """A paper, page under page, with its zoom buttons on top.

    `request` may be called for every letter typed: calls are debounced, only the newest is rendered, and the scroll
    position is kept.
    """

    drawn = Signal()
    """Emitted when the newest paper asked for is shown."""
    failed = Signal(object)
    """Emitted with the exception raised by making the paper; the previous paper is still shown."""

    def __init__(self, look: Look, t: Translator, lane: Lane) -> None:
        super().__init__()
        self._look = look
        self._t = t
        self._lane = lane
        self._make: Callable[[], bytes] | None = None
        self._making: Task[_Drawn] | None = None
        self._drawing: Task[dict[int, QImage]] | None = None
        self._paper: _Drawn | None = None
        self._heading = ""
        self._stopped = False
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._build()
        self._connect()

    @property
    def pdf(self) -> bytes:
        """The paper shown; empty if there is none."""
        return b"" if self._paper is None else self._paper.pdf

    @property
    def sheets(self) -> Sheets:
        """The scroll area."""
        return self._sheets

    def request(self, make: Callable[[], bytes], *, at_once: bool = False) -> None:
        """Show the paper that `make` returns, debounced unless `at_once`. `make` runs in the lane and may raise."""
        if self._stopped:
            return
        self._make = make
        if at_once:
            self._quiet.stop()
            self._begin()
        else:
            self._quiet.start(QUIET_MS)

    def scroll_to(self, heading: str) -> None:
        """Scroll to a heading, now or in the next paper; ignored if there is no such heading."""
        self._heading = heading
        self._find_heading()

    def stop(self) -> None:
        """Cancel all pending work; call before the widget is deleted."""
        self._stopped = True
        self._quiet.stop()
        self._make = None
        for task in (self._making, self._drawing):
            if task is not None:
                task.cancel()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Render the paper requested while hidden."""
        super().showEvent(event)
        if not self._quiet.isActive():
            self._begin()

    def _build(self) -> None:
        t, look = self._t, self._look
        self._page = Label(t.gettext("Siderne bliver lavet …"), Tone.MUTED, wrap=False)
        set_role(self._page, SpokenRole.HEADING)  # where room is short, nothing else heads the pages
        self._zooms = {
            Zoom.WIDTH: Button(t.gettext("Hele bredden"), look, ButtonKind.QUIET, one_of=True),
            Zoom.FULL: Button(t.gettext("{percent} %").format(percent=100), look, ButtonKind.QUIET, one_of=True),
            Zoom.DOUBLE: Button(t.gettext("{percent} %").format(percent=200), look, ButtonKind.QUIET, one_of=True),
        }
        for zoom, button in self._zooms.items():
            button.setAutoExclusive(True)
            button.setChecked(zoom is Zoom.WIDTH)
        self._zooms[Zoom.FULL].setAccessibleName(t.gettext("Vis siderne i fuld størrelse"))
        self._zooms[Zoom.DOUBLE].setAccessibleName(t.gettext("Vis siderne i dobbelt størrelse"))
        self._sheets = Sheets(look, t)
        self._sheets.setAccessibleName(t.gettext("Sådan ser papiret ud"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        column.addLayout(row(self._page, None, *self._zooms.values(), spacing=look.px(4)))
        column.addWidget(self._sheets, 1)

    def _connect(self) -> None:
        self._quiet.timeout.connect(self._begin)
        self._sheets.wanted.connect(self._draw_missing)
        self._sheets.turned.connect(self._show_page)
        for zoom, button in self._zooms.items():
            button.clicked.connect(lambda _=False, zoom=zoom: self._sheets.set_zoom(zoom))

    def _begin(self) -> None:
        """Render the newest paper; after the running one, and not while hidden."""
        if self._make is None or self._making is not None or not self.isVisible():
            return
        make, self._make = self._make, None
        pages, scale = tuple(self._sheets.near()), self._sheets.scale
        self._making = self._lane.run(lambda: _made(make(), pages, scale), self._show, self._report_failure)

    def _show(self, paper: _Drawn) -> None:
        self._making = None
        if self._drawing is not None:
            self._drawing.cancel()
            self._drawing = None
        self._paper = paper
        self._sheets.show_pages(paper.sizes, paper.pictures)
        self._show_page(self._sheets.current)
        self._find_heading()
        self._continue()

    def _report_failure(self, error: Exception) -> None:
        self._making = None
        self.failed.emit(error)
        self._continue()

    def _continue(self) -> None:
        if self._make is None:
            self.drawn.emit()
        elif not self._quiet.isActive():
            self._begin()

    def _draw_missing(self) -> None:
        """Render the pages scrolled into view; one job at a time, the next one renders those still missing."""
        if self._paper is None or self._drawing is not None or self._stopped:
            return
        pdf, pages, scale = self._paper.pdf, self._sheets.missing(), self._sheets.scale
        self._drawing = self._lane.run(lambda: _pictures(pdf, pages, scale), self._show_pictures, self._leave_blank)

    def _show_pictures(self, pictures: dict[int, QImage]) -> None:
        self._drawing = None
        self._sheets.show_pictures(pictures)
        if self._sheets.missing():
            self._draw_missing()

    def _leave_blank(self, error: Exception) -> None:
        self._drawing = None
        self.failed.emit(error)

    def _show_page(self, number: int) -> None:
        pages = len(self._sheets.sheets)
        text = self._t.gettext("Side {page} af {pages}").format(page=number + 1, pages=pages) if pages else ""
        self._page.setText(text)

    def _find_heading(self) -> None:
        if self._paper is None or not self._heading:
            return
        wanted = _letters(self._heading)
        found = next((place for place in self._paper.places if _letters(place.title) == wanted), None)
        if found is not None:
            self._heading = ""
            self._sheets.scroll_to(found)


def _letters(heading: str) -> str:
    """Return the letters and digits of a heading: the paper sets direction and quotation marks in its own way."""
    return "".join(letter for letter in heading if letter.isalnum())


def _made(pdf: bytes, pages: Iterable[int], scale: float) -> _Drawn:
    with PdfPages(pdf) as paper:
        sizes = paper.sizes
        pictures = {number: paper.picture(number, scale) for number in pages if number < len(sizes)}
        return _Drawn(pdf, sizes, paper.places(), pictures)


def _pictures(pdf: bytes, pages: Iterable[int], scale: float) -> dict[int, QImage]:
    with PdfPages(pdf) as paper:
        return {number: paper.picture(number, scale) for number in pages}
