"""How each page of a meeting is made, and what the window hears of it."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import assert_never

from netmoede_desktop.gui.desk.keys import Action, KeyMap
from netmoede_desktop.gui.meeting.agreements.agreements_page import AgreementsPage
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.gui.meeting.closing.closing_list import Destination, MendPlace
from netmoede_desktop.gui.meeting.closing.closing_page import ClosingPage
from netmoede_desktop.gui.meeting.guide_page import MeetingGuidePage
from netmoede_desktop.gui.meeting.help_page import HelpPage
from netmoede_desktop.gui.meeting.notes.private_panel import PrivatePort
from netmoede_desktop.gui.meeting.page import MeetingPage
from netmoede_desktop.gui.meeting.reading.reading_page import ReadingPage
from netmoede_desktop.gui.meeting.reading.status_page import StatusPage
from netmoede_desktop.gui.meeting.roll_call.roll_call_page import RollCallPage
from netmoede_desktop.gui.meeting.table.round_page import RoundPage
from netmoede_desktop.gui.meeting.window.host import MeetingHost
from netmoede_desktop.gui.meeting.window.pages import PageKind
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.calendar.holidays import holiday_names


@dataclass(frozen=True, slots=True)
class PageParts:
    """The dependencies of the pages.

    `key_file` is where keys can be changed, `monotonic` is a clock in seconds that only goes forward.
    """

    port: MeetingPort
    private: PrivatePort | None
    keys: KeyMap
    look: Look
    t: Translator
    key_file: str
    monotonic: Callable[[], float]


def random_id() -> str:
    """Return an id for somebody unexpected."""
    return uuid.uuid4().hex


def page_makers(parts: PageParts) -> Mapping[PageKind, Callable[[], MeetingPage]]:
    """Return a maker for every page."""
    port, look, t = parts.port, parts.look, parts.t
    return {
        PageKind.ROLL_CALL: lambda: RollCallPage(port, look, t, random_id),
        PageKind.TABLE: lambda: RoundPage(port, parts.private, parts.keys, look, t),
        PageKind.AGREEMENTS: lambda: AgreementsPage(port, look, t, holiday_names),
        PageKind.STATUS: lambda: StatusPage(port, look, t),
        PageKind.READING: lambda: ReadingPage(port, look, t, parts.monotonic),
        PageKind.CLOSING: lambda: ClosingPage(port, parts.private, look, t, holiday_names, parts.monotonic),
        PageKind.GUIDE: lambda: MeetingGuidePage(parts.keys, look, t),
        PageKind.HELP: lambda: HelpPage(parts.keys, look, t, key_file=parts.key_file),
    }


def listen_to(page: MeetingPage, host: MeetingHost) -> None:
    """Connect a page's signals to the window."""
    page.asked.connect(host.press)
    page.led.connect(host.keyboard.lead)
    page.go_led.connect(lambda: page.lead_to(host.go_button))
    page.giving_way.connect(host.keyboard.take_composing)
    page.typed_on.connect(host.keyboard.write)
    match page:
        case RoundPage():
            page.menu_asked.connect(host.open_menu)
            page.private_open.connect(host.private_open)
            page.slip.reason_asked.connect(lambda: host.resuming.write_on("ask.longer"))
        case AgreementsPage():
            page.place_asked.connect(lambda place: go_to(place, host))
            page.reading_asked.connect(lambda number: go_to(Destination(MendPlace.READING, number), host))
        case ClosingPage():
            page.place_asked.connect(lambda place: go_to(place, host))
        case ReadingPage():
            page.reading.connect(host.reading)
            page.said.connect(host.show_message)
            page.left.connect(lambda: host.show_page(PageKind.AGREEMENTS))
        case HelpPage():
            page.guide_asked.connect(lambda: host.show_page(PageKind.GUIDE))
        case StatusPage():
            page.left.connect(lambda: host.show_page(PageKind.AGREEMENTS))
        case _:
            return


def go_to(destination: Destination, host: MeetingHost) -> None:
    """Go to where something is mended, on whichever page that is."""
    match destination.place:
        case MendPlace.STATUS | MendPlace.READING:
            kind = PageKind.STATUS if destination.place is MendPlace.STATUS else PageKind.READING
            page = host.page_of_kind(kind)
            if isinstance(page, StatusPage | ReadingPage):
                page.start(destination.number)
            host.show_page(kind)
        case MendPlace.OWNER | MendPlace.DATE | MendPlace.FOLLOW_UP | MendPlace.EXPERIENCE:
            host.show_page(PageKind.AGREEMENTS)
            agreements = host.page_of_kind(PageKind.AGREEMENTS)
            if isinstance(agreements, AgreementsPage):
                agreements.go_to(destination)
        case MendPlace.ROUND:
            host.show_page(PageKind.TABLE)
        case MendPlace.BOARD:
            host.show_page(PageKind.TABLE)
            host.press(Action.BOARD)
        case MendPlace.BEGUN:
            host.resuming.write_on(destination.field)
        case _:
            assert_never(destination.place)


def stop_early(host: MeetingHost) -> None:
    """Go to where a meeting is stopped before its time."""
    host.show_page(PageKind.CLOSING)
    page = host.page_of_kind(PageKind.CLOSING)
    if isinstance(page, ClosingPage) and page.stop.isHidden():
        page.early_button.click()
