"""The note of who has the word, from wherever in the meeting somebody writes; and what there is while nobody has it."""

from collections.abc import Callable

from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.gui.meeting.page import MeetingPage
from netmoede_desktop.gui.meeting.window.keyboard.waiting_words import WaitingWords
from netmoede_desktop.gui.meeting.window.messages.overlay import Overlay
from netmoede_desktop.gui.meeting.window.pages import MeetingPages, PageKind
from netmoede_desktop.localization.catalogue import Translator


class NotePlace:
    """Knows whose note it would be; `waiting` holds what is nobody's yet.

    `show` turns to a page, `say` says a sentence.
    """

    def __init__(
        self,
        port: MeetingPort,
        pages: MeetingPages,
        overlay: Overlay,
        waiting: WaitingWords,
        show: Callable[[PageKind], None],
        say: Callable[[str], None],
        t: Translator,
    ) -> None:
        self._port, self._pages, self._overlay = port, pages, overlay
        self._show, self._say = show, say
        self.waiting = waiting
        self._t = t
        self._refusal = t.gettext("Det blev ikke skrevet. Vælg først et felt at skrive i.")

    def page(self) -> MeetingPage | None:
        """Return the page with the note, None where nobody has the word."""
        return None if self._port.view.speaker is None else self._pages.page(PageKind.TABLE)

    def bring(self) -> None:
        """Turn to it."""
        self._show(PageKind.TABLE)

    def nowhere(self) -> None:
        """Say, once, that what was typed is written nowhere: the meeting has not begun, or is over."""
        if not self.refused:
            self._say(self._refusal)

    def unanswered(self, question: str) -> None:
        """Say that a question, "" for none, was passed over: what was begun by it has come to nothing yet."""
        if question:
            self._say(self._t.gettext("Der er ikke svaret endnu: {question}").format(question=question))

    @property
    def refused(self) -> bool:
        """Whether that is still to be read."""
        return self._overlay.message.text == self._refusal
