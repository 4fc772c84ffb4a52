"""The speaker's note, for text typed anywhere in the meeting.

While there is no speaker, words wait in sight, and go into the note of the next one.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from netmoede_desktop.gui.desk.keys import Action, KeyMap
from netmoede_desktop.gui.kit.buttons.buttons import Button
from netmoede_desktop.gui.kit.fields.fields import TextInput
from netmoede_desktop.gui.kit.layout.frames import Surface, row
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.gui.meeting.notes.note_panel import NotePanel
from netmoede_desktop.gui.meeting.page import MeetingPage
from netmoede_desktop.gui.meeting.window.messages.overlay import Overlay
from netmoede_desktop.gui.meeting.window.pages import MeetingPages, PageKind
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import MeetingStage, MeetingView

#: Among the lines that are kept half-written: it is the table's.
_FIELD = "table.waiting"
#: How high the text is at 100 %: two lines.
_HEIGHT = 64


class WaitingWords(Surface):
    """Hidden while nothing waits. They can be written on and put right; the key of the note asks whose they are."""

    asked = Signal(object)
    """An `Action` that its button stands for."""
    whose_asked = Signal()
    """Whose they are is to be asked; `give` then puts them into the note that is open."""

    def __init__(
        self, port: MeetingPort, notes: Callable[[], NotePanel], keys: KeyMap, look: Look, t: Translator
    ) -> None:
        """Make it, with the words that waited when the window was gone; `notes` are those at the table."""
        super().__init__("card-current", look, padding=8, spacing=6)
        self._port, self._notes = port, notes
        self._handed_over = False
        title = Label(t.gettext("Ingen har ordet. Det, du skriver, venter på den, der får det:"), Tone.STRONG)
        self.choose_button = Button(t.gettext("Vælg hvis note"), look, key=keys.shown(Action.NOTE))
        self.choose_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.choose_button.clicked.connect(lambda: self.asked.emit(Action.NOTE))
        self.text = TextInput()
        self.text.setAccessibleName(t.gettext("Ord, der venter på den, der får ordet"))
        self.text.setFixedHeight(look.px(_HEIGHT))
        self.column.addLayout(row(title, self.choose_button, spacing=look.px(12)))
        self.column.addWidget(self.text)
        port.lines.follow(_FIELD, self.text)
        self.text.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> str:
        """The waiting words."""
        return self.text.toPlainText()

    def place(self) -> QWidget | None:
        """Return where words may wait now, in sight or not; None while they have another place, or none at all."""
        view = self._port.view
        held = view.speaker is None and view.stage in (MeetingStage.RUNNING, MeetingStage.PAUSED)
        return self.text if held else None

    def begin(self) -> None:
        """Come into sight, with the keyboard."""
        self.show()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def render(self, view: MeetingView) -> None:  # type: ignore[override]
        """Give the words to who has got the word; until then they are in sight."""
        if view.speaker is not None:
            self._hand_over()
        self.setVisible(bool(self.words) and view.stage is not MeetingStage.ENDED)
        if self._handed_over:
            QTimer.singleShot(0, self, self._forget)

    def takes(self, action: Action) -> bool:
        """Return True and emit `whose_asked` on the note key without a speaker, if no note is open or words wait."""
        nobody = action is Action.NOTE and self.place() is not None
        if not nobody or not (self.words or not self._notes().takes_words):
            return False
        self.whose_asked.emit()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Left without a word in it, it goes."""
        if watched is self.text and event.type() is QEvent.Type.FocusOut and not self.words:
            self.hide()
        return super().eventFilter(watched, event)

    def give(self) -> None:
        """Put them into the note that is open."""
        self._hand_over()
        self.hide()
        self._forget()

    def _hand_over(self) -> None:
        """Put the words into the note that is open. On the disk they wait here until they are in it there too."""
        words = self.words
        if not words:
            return
        self._handed_over = True
        self._notes().add_words(words)
        self.text.blockSignals(True)
        self.text.clear()
        self.text.blockSignals(False)

    def _forget(self) -> None:
        if self._handed_over and self._notes().save():
            self._handed_over = False
            self._port.lines.typed(_FIELD, self.words)


class NotePlace:
    """Finds the note for typed text; `waiting` holds the words without a person.

    `show` navigates to a page, `show_message` shows a sentence.
    """

    def __init__(
        self,
        port: MeetingPort,
        pages: MeetingPages,
        overlay: Overlay,
        waiting: WaitingWords,
        show: Callable[[PageKind], None],
        show_message: Callable[[str], None],
        t: Translator,
    ) -> None:
        self._port, self._pages, self._overlay = port, pages, overlay
        self._show, self._show_message = show, show_message
        self.waiting = waiting
        self._t = t
        self._refusal = t.gettext("Det blev ikke skrevet. Vælg først et felt at skrive i.")

    def page(self) -> MeetingPage | None:
        """Return the page with the note, None without a speaker."""
        return None if self._port.view.speaker is None else self._pages.page(PageKind.TABLE)

    def bring(self) -> None:
        """Turn to it."""
        self._show(PageKind.TABLE)

    def warn_unwritten(self) -> None:
        """Show, once, that typed text is not written: the meeting has not begun, or is over."""
        if not self.refused:
            self._show_message(self._refusal)

    def unanswered(self, question: str) -> None:
        """Show that a question, "" for none, was passed over: the act begun by it is not done yet."""
        if question:
            self._show_message(self._t.gettext("Der er ikke svaret endnu: {question}").format(question=question))

    @property
    def refused(self) -> bool:
        """Whether that is still to be read."""
        return self._overlay.message.text == self._refusal
