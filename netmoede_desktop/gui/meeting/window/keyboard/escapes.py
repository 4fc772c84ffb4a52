"""What Esc does in a meeting: it closes what lies over the page, leads back to the table, and twice is a time-out."""

from collections.abc import Callable

from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.gui.meeting.window.actions import MeetingActions
from netmoede_desktop.gui.meeting.window.keyboard.presses import Presses
from netmoede_desktop.gui.meeting.window.messages.overlay import Overlay
from netmoede_desktop.gui.meeting.window.pages import MeetingPages, PageKind


class Escapes:
    """Judges Esc before and after the page that is shown; `back` shows the page of the part."""

    def __init__(
        self,
        port: MeetingPort,
        pages: MeetingPages,
        overlay: Overlay,
        presses: Presses,
        actions: MeetingActions,
        back: Callable[[], None],
    ) -> None:
        self._port = port
        self._pages = pages
        self._overlay = overlay
        self._presses = presses
        self._actions = actions
        self._back = back

    def first(self) -> bool:
        """Close what is open over the page; any other Esc is the page's first."""
        if self._overlay.ask_bar.question:
            self._overlay.ask_bar.close_ask()
        elif self._pages.choice.now(self._port.view) is PageKind.HELP:
            self._back()
        else:
            return False
        self._presses.escape_spent()
        return True

    def last(self) -> None:
        """An Esc that nothing on the page had a use for: back from the agreements, or half of a time-out."""
        if self._pages.choice.beside(self._port.view) is PageKind.AGREEMENTS:
            self._back()
            self._presses.escape_spent()
        elif self._presses.escaped_twice():
            self._actions.of_word(Action.TIME_OUT)
