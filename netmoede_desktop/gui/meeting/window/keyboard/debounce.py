"""Which presses count: a key held down acts once, a *videre* that bounces counts once, Esc Esc is a time-out.

Any other Esc closes a question, the conduct card, the keys or the guide, or leads back to the table.
"""

from collections.abc import Callable

from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.gui.meeting.conduct.conduct_card import ConductCard
from netmoede_desktop.gui.meeting.window.actions import MeetingActions
from netmoede_desktop.gui.meeting.window.messages.overlay import Overlay
from netmoede_desktop.gui.meeting.window.pages import MeetingPages, PageKind

#: Seconds within which a second *videre* is the finger or the clicker bouncing.
BOUNCE = 0.35

#: Seconds within which a second Esc makes a time-out.
TWICE = 0.6

#: Presses that take the meeting further: one that bounces would pass somebody over.
GOING_ON = (Action.GO_ON, Action.NEXT_PART)


class KeyDebouncer:
    """Judges presses by a clock that only goes forward (`time.monotonic`)."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._went_on: float | None = None
        self._escaped: float | None = None

    def accepts(self, action: Action, *, held: bool = False) -> bool:
        """Return True if a press of an action's key or button counts. `held`: the keyboard repeats it by itself."""
        self._escaped = None
        if held:
            return False
        if action not in GOING_ON:
            return True
        now = self._monotonic()
        if self._went_on is not None and now - self._went_on < BOUNCE:
            return False
        self._went_on = now
        return True

    def escaped_twice(self) -> bool:
        """Return True if this Esc, with nothing to close, is the second in a row."""
        now = self._monotonic()
        before, self._escaped = self._escaped, now
        if before is None or now - before >= TWICE:
            return False
        self._escaped = None
        return True

    def escape_spent(self) -> None:
        """An Esc has closed something: it is no half of a time-out."""
        self._escaped = None


class Escapes:
    """Judges Esc before and after the page that is shown; `back` shows the page of the part."""

    def __init__(
        self,
        port: MeetingPort,
        pages: MeetingPages,
        overlay: Overlay,
        card: ConductCard,
        presses: KeyDebouncer,
        actions: MeetingActions,
        back: Callable[[], None],
    ) -> None:
        self._port = port
        self._pages = pages
        self._overlay = overlay
        self._card = card
        self._debouncer = presses
        self._actions = actions
        self._back = back

    def first(self) -> bool:
        """Close the question, the conduct card, the keys or the guide; False without any: the page gets this Esc."""
        if self._overlay.question_bar.question:
            self._overlay.question_bar.close_question()
        elif not self._card.dismiss():
            if self._pages.choice.now(self._port.view) not in (PageKind.HELP, PageKind.GUIDE):
                return False
            self._back()
        self._debouncer.escape_spent()
        return True

    def last(self) -> None:
        """An Esc that nothing on the page had a use for: back from the agreements, or half of a time-out."""
        if self._pages.choice.beside(self._port.view) is PageKind.AGREEMENTS:
            self._back()
            self._debouncer.escape_spent()
        elif self._debouncer.escaped_twice():
            self._actions.take(Action.TIME_OUT)
