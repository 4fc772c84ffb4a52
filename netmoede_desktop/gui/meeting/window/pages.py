"""Which page the meeting window shows, and the making of each when it is first needed."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from netmoede_desktop.domain.methods.method import PartKind, PartTask
from netmoede_desktop.gui.meeting.page import MeetingPage
from netmoede_desktop.gui.meeting.window.messages.panels import AwayLine
from netmoede_desktop.services.meeting.view.values import MeetingStage, MeetingView


class PageKind(StrEnum):
    """The pages of a meeting."""

    ROLL_CALL = "roll_call"
    TABLE = "table"
    AGREEMENTS = "agreements"
    STATUS = "status"
    READING = "reading"
    CLOSING = "closing"
    HELP = "help"
    GUIDE = "guide"


def page_of(view: MeetingView) -> PageKind:
    """Return the page that belongs to where the meeting is."""
    match view.stage:
        case MeetingStage.ROLL_CALL:
            return PageKind.ROLL_CALL
        case MeetingStage.ENDED:
            return PageKind.CLOSING
        case MeetingStage.PAUSED:
            return PageKind.TABLE
        case MeetingStage.RUNNING:
            return _page_of_part(view)


def _page_of_part(view: MeetingView) -> PageKind:
    part = view.part
    if part.kind is not PartKind.AGREEMENTS:
        return PageKind.TABLE
    return PageKind.STATUS if part.task is PartTask.STATUS else PageKind.AGREEMENTS


class PageChoice:
    """Which page is shown: the one that belongs to the part, or one that was asked for until the meeting goes on."""

    def __init__(self) -> None:
        self._asked: tuple[PageKind, str, MeetingStage] | None = None

    def ask(self, kind: PageKind, view: MeetingView) -> None:
        """Show a page by hand."""
        self._asked = None if kind is page_of(view) else (kind, view.part.id, view.stage)

    def go_back(self) -> None:
        """Show the page that belongs to the part again."""
        self._asked = None

    def now(self, view: MeetingView) -> PageKind:
        """Return the page to show; a page that was asked for is over with its part."""
        if self._asked is not None and self._asked[1:] != (view.part.id, view.stage):
            self._asked = None
        return page_of(view) if self._asked is None else self._asked[0]

    def beside(self, view: MeetingView) -> PageKind | None:
        """Return the page that was asked for beside the part, None while the part's own is shown."""
        now = self.now(view)
        return None if now is page_of(view) else now


class MeetingPages(QWidget):
    """The pages, each created once, one of them shown. A page without a maker is the table.

    Above it: which of the people asked are absent.
    """

    def __init__(
        self,
        makers: Mapping[PageKind, Callable[[], MeetingPage]],
        ready: Callable[[MeetingPage], None],
        away: AwayLine,
    ) -> None:
        """Create no page yet; `ready` is called with each page when it is created."""
        super().__init__()
        self.away = away
        self.stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._inset = QHBoxLayout()
        self._inset.addWidget(away)
        column.addLayout(self._inset)
        column.addWidget(self.stack, 1)
        self.choice = PageChoice()
        self._makers = makers
        self._ready = ready
        self._made: dict[PageKind, MeetingPage] = {}
        self._shown: MeetingPage | None = None

    def page(self, kind: PageKind) -> MeetingPage:
        """Return a page, made if need be."""
        known = kind if kind in self._makers else PageKind.TABLE
        if known not in self._made:
            page = self._made[known] = self._makers[known]()
            self.stack.addWidget(page)
            self._ready(page)
        return self._made[known]

    def turn(self, view: MeetingView) -> None:
        """Render and show the page for the meeting's state."""
        self.away.render(view)
        self._inset.setContentsMargins(*(self.away.around if self.away.sentence else (0, 0, 0, 0)))
        self._shown = self.page(self.choice.now(view))
        self._shown.render(view)
        self.stack.setCurrentWidget(self._shown)

    @property
    def current(self) -> MeetingPage:
        """The page that is shown."""
        return self._shown or self.page(PageKind.TABLE)

    def save(self) -> bool:
        """Save the typed text of every page; return False when the disk refused."""
        kept = [page.save() for page in self._made.values()]
        return all(kept)
