"""A meeting window over a real meeting, pressed as a mødeleder presses: by keys, with a hand on both clocks."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.meeting.vocabulary import TurnState
from netmoede_desktop.gui.desk.keys import Action, KeyMap
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingBridge
from netmoede_desktop.gui.meeting.table.round_page import RoundPage
from netmoede_desktop.gui.meeting.window.bars.bottom_bar import BottomBar
from netmoede_desktop.gui.meeting.window.meeting_window import MeetingWindow
from netmoede_desktop.gui.meeting.window.messages.overlay import Overlay
from netmoede_desktop.gui.meeting.window.questions.question_bar import QuestionBar
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.conducting import Conducting
from netmoede_desktop.services.meeting.private_notes import PrivateLine, private_lines
from netmoede_desktop.services.meeting.view.values import MeetingView, SpeakerView
from netmoede_desktop.services.scenarios.plan_from_scenario import Series, prepare, save
from netmoede_desktop.storage.vault import Vault
from tests.gui.activation import bring_to_front
from tests.gui.meetings import LedMeeting, MeetingClock, shipped
from tests.services.stories import methods, read
from tests.storage.vaults import HandClock

ACUTE = "35 55 00 00"


@dataclass
class Monotonic:
    """A clock that only goes forward, by hand."""

    now: float = 100.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Privacy:
    """The private lines of the meeting, as the session reads them."""

    led: LedMeeting

    def lines(self) -> tuple[PrivateLine, ...]:
        return private_lines(self.led.vault, self.led.meeting, self.led.bridge.conducting.history)


@dataclass
class Led:
    """The window, its meeting, and what can be seen and pressed."""

    led: LedMeeting
    window: MeetingWindow
    hand: Monotonic
    keys: KeyMap
    heard: list[str] = field(default_factory=list)

    # -- pressing

    def press(self, action: Action, *, later: float = 1.0) -> "Led":
        """Press an action's key where the keyboard is, `later` seconds after the one before."""
        self.hand.now += later
        self.led.forward(later)
        pressed: QKeyCombination = QKeySequence(self.keys.keys[action])[0]  # type: ignore[index]
        QTest.keyClick(self.focused, pressed.key(), pressed.keyboardModifiers())
        return self

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> "Led":
        QTest.keyClick(self.focused, key, modifier)
        return self

    def types(self, text: str) -> "Led":
        QTest.keyClicks(self.focused, text)
        return self

    def writes(self, words: str) -> "Led":
        """Letter by letter, each where the keyboard then is."""
        for letter in words:
            self.types(letter)
        return self

    def goes_on(self, times: int = 1) -> "Led":
        for _ in range(times):
            self.press(Action.GO_ON)
        return self

    def starts(self) -> "Led":
        """Started, in the first round, nobody speaks yet: the next press gives the first person the word."""
        self.goes_on(2)
        assert self.view.part.has_turns
        return self

    # -- seeing

    @property
    def view(self) -> MeetingView:
        return self.led.bridge.view

    @property
    def speaker(self) -> str:
        """Who has the word, by name; "" for nobody."""
        return "" if self.view.speaker is None else self.view.speaker.name

    @property
    def word(self) -> SpeakerView:
        """Who has the word."""
        speaker = self.view.speaker
        assert speaker is not None
        return speaker

    def turn(self, who: str) -> TurnState | None:
        return self.view.seat(self.led.ids[who]).turn

    def note(self, who: str) -> str:
        """All that is durable of a person's words."""
        return "|".join(note.text for note in self.view.notes if note.key.person == self.led.ids[who])

    @property
    def open_note(self) -> str:
        """What stands in the note that is open."""
        return self.table.side.notes.editor.toPlainText()

    @property
    def waiting_words(self) -> str:
        """What waits, in sight, for who gets the word."""
        return self.window._waiting.words if self.window._waiting.isVisible() else ""

    @property
    def focused(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    @property
    def table(self) -> RoundPage:
        return self.window.findChildren(RoundPage)[0]

    @property
    def question_bar(self) -> QuestionBar:
        return self.window.findChildren(QuestionBar)[0]

    @property
    def overlay(self) -> Overlay:
        return self.window.findChildren(Overlay)[0]

    @property
    def bar(self) -> BottomBar:
        return self.window.findChildren(BottomBar)[0]

    @property
    def asked(self) -> str:
        return self.question_bar.question

    @property
    def said(self) -> str:
        return self.overlay.message.text

    @property
    def go(self) -> str:
        return self.bar.go.text()

    def handle(self) -> QWindow:
        handle = self.window.windowHandle()
        assert handle is not None
        return handle


@dataclass(frozen=True)
class Shelf:
    """A vault that several tests keep their meetings in, and the clock by which it was made."""

    vault: Vault
    clock: HandClock
    folder: Path

    def meeting(self, t: Translator, scenario: str | None = None, **planned: object) -> LedMeeting:
        """A new meeting that has not begun: the little family's, `planned` otherwise, or a shipped scenario by name."""
        told = read(self.folder, **planned) if scenario is None else shipped(scenario)
        ready = prepare(told, methods()[told.meeting.method], self.vault.new_id, Series())
        self.clock.now = ready.plan.starts
        meeting = save(self.vault, told, ready.plan, self.clock())
        bridge = MeetingBridge(Conducting(self.vault, meeting, MeetingClock(self.clock)), t)
        return LedMeeting(self.vault, meeting, ready.ids, self.clock, bridge)


@contextmanager
def led_window(
    shelf: Shelf,
    look: Look,
    t: Translator,
    qtbot: QtBot,
    *,
    scenario: str | None = None,
    size: tuple[int, int] = (1366, 768),
    acute: str = ACUTE,
    keys: KeyMap | None = None,
) -> Iterator[Led]:
    """The window before the meeting begins, active and painted."""
    with window_over(shelf.meeting(t, scenario), look, t, qtbot, size=size, acute=acute, keys=keys) as led:
        yield led


@contextmanager
def window_over(
    meeting: LedMeeting,
    look: Look,
    t: Translator,
    qtbot: QtBot,
    *,
    size: tuple[int, int] = (1366, 768),
    acute: str = ACUTE,
    keys: KeyMap | None = None,
) -> Iterator[Led]:
    """The window over a meeting wherever it is, active and painted."""
    hand, known = Monotonic(), keys or KeyMap()
    window = MeetingWindow(
        meeting.bridge,
        known,
        look,
        t,
        private=Privacy(meeting),
        acute_number=acute,
        key_file="C:/profil/keys.toml",
        monotonic=hand,
    )
    window.resize(*size)
    bring_to_front(window, qtbot)
    led = Led(meeting, window, hand, known)
    window.audience_asked.connect(lambda: led.heard.append("audience"))
    window.curtain_asked.connect(lambda: led.heard.append("curtain"))
    window.lock_asked.connect(lambda: led.heard.append("lock"))
    window.left.connect(lambda: led.heard.append("left"))
    window.closing_asked.connect(lambda: led.heard.append("closing"))
    window.veiled.connect(lambda on: led.heard.append(f"veiled {on}"))
    window.private_open.connect(lambda on: led.heard.append(f"private {on}"))
    try:
        yield led
    finally:
        window.close_now()
        window.deleteLater()
        QApplication.processEvents()


def text_in_sight(window: QWidget) -> set[str]:
    """The texts of labels that a look at the window finds."""
    found = set()
    for label in window.findChildren(QLabel):
        centre = label.rect().center()
        if label.isVisible() and label.text() and not label.visibleRegion().isEmpty():
            at = window.childAt(label.mapTo(window, centre))
            if at is label:
                found.add(label.text())
    return found
