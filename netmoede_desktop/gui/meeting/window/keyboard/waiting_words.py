"""Words that are written while nobody has the word: they wait in sight, and come into the note of who gets it next."""

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from netmoede_desktop.gui.desk.keys import Action, KeyMap
from netmoede_desktop.gui.kit.buttons.buttons import Button
from netmoede_desktop.gui.kit.fields.fields import TextInput
from netmoede_desktop.gui.kit.layout.frames import Surface, row
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.gui.meeting.table.round_page import RoundPage
from netmoede_desktop.gui.meeting.window.questions.asks import MeetingAsks
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import MeetingStage, MeetingView

#: Among the lines that are kept half-written: it is the table's.
_FIELD = "table.waiting"
#: How high the text is at 100 %: two lines.
_HEIGHT = 64


class WaitingHost(Protocol):
    """What they need of the window."""

    def press(self, action: Action) -> None:
        """Do what an action stands for."""

    @property
    def table(self) -> RoundPage:
        """The page with the round table, made if need be."""

    def show_notes(self, person: str) -> None:
        """Go to what was written down of a person."""


class WaitingWords(Surface):
    """Hidden while nothing waits. They can be written on and put right; the key of the note asks whose they are."""

    def __init__(
        self, port: MeetingPort, host: WaitingHost, asks: MeetingAsks, keys: KeyMap, look: Look, t: Translator
    ) -> None:
        """Make it, with the words that waited when the window was gone."""
        super().__init__("card-current", look, padding=8, spacing=6)
        self._port, self._host, self._asks, self._t = port, host, asks, t
        self._handed_over = False
        title = Label(t.gettext("Ingen har ordet. Det, du skriver, venter på den, der får det:"), Tone.STRONG)
        self.choose_button = Button(t.gettext("Vælg hvis note"), look, key=keys.shown(Action.NOTE))
        self.choose_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.choose_button.clicked.connect(lambda: host.press(Action.NOTE))
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
        """What waits."""
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
        """The key of the note asks for a person where nobody has the word, and no note is open or words wait."""
        nobody = action is Action.NOTE and self.place() is not None
        if not nobody or not (self.words or not self._host.table.side.notes.takes_words):
            return False
        self._asks.whose(self._t.gettext("Hvem siger det?"), self._give_to)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Left without a word in it, it goes."""
        if watched is self.text and event.type() is QEvent.Type.FocusOut and not self.words:
            self.hide()
        return super().eventFilter(watched, event)

    def _give_to(self, person: str) -> None:
        self._host.show_notes(person)
        self._hand_over()
        self.hide()
        self._forget()

    def _hand_over(self) -> None:
        """Put the words into the note that is open. On the disk they wait here until they are in it there too."""
        words = self.words
        if not words:
            return
        self._handed_over = True
        self._host.table.side.notes.add_words(words)
        self.text.blockSignals(True)
        self.text.clear()
        self.text.blockSignals(False)

    def _forget(self) -> None:
        if self._handed_over and self._host.table.side.notes.save():
            self._handed_over = False
            self._port.lines.typed(_FIELD, self.words)
