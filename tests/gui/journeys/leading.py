"""A mødeleder with nothing but a keyboard: every press goes to where the keyboard is, and is counted.

`Leader` leads the window of a meeting to its end as a person would: the eyes on the go-button, a few words for each
who speaks, the agreements in one line each, read aloud, the next meeting, the end.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit, QWidget

from netmoede_desktop.domain.methods.method import PartKind, PartTask
from netmoede_desktop.gui.desk.keys import Action, KeyMap
from netmoede_desktop.gui.shell.led_meeting import LedMeeting
from netmoede_desktop.services.meeting.view.values import MeetingStage, MeetingView, NextKind

#: What is agreed, each in one line as it is typed.
LINES = (
    "Inger henter Alma om onsdagen fra 2/12",
    "Søren undersøger støtte i skolen senest 4/12",
    "Trine ringer til Vibeke senest 11/12",
)
#: How many tabs a walk through all of a window may take before something cannot be reached.
MOST_TABS = 120


@dataclass
class Leader:
    """The hands on the keyboard. `pass_time` lets seconds go by on the meeting's clock and on the window's."""

    led: LedMeeting
    pass_time: Callable[[float], None]
    keys: KeyMap = field(default_factory=KeyMap)
    presses: Counter[str] = field(default_factory=Counter)
    turns: int = 0
    go_presses: int = 0

    @property
    def view(self) -> MeetingView:
        return self.led.view

    @property
    def focused(self) -> QWidget:
        return QApplication.focusWidget() or self.led.window

    def press(self, action: Action) -> None:
        """The key of an action, a second after the one before."""
        self.pass_time(1)
        pressed: QKeyCombination = QKeySequence(self.keys.keys[action])[0]  # type: ignore[index]
        self.presses[action.value] += 1
        QTest.keyClick(self.focused, pressed.key(), pressed.keyboardModifiers())
        QApplication.processEvents()

    def key(self, key: Qt.Key) -> None:
        """A key that is no action of its own."""
        self.presses[key.name] += 1
        QTest.keyClick(self.focused, key)
        QApplication.processEvents()

    def types(self, text: str) -> None:
        QTest.keyClicks(self.focused, text)
        QApplication.processEvents()

    def walk_to(self, name: str) -> None:
        """Tab until the keyboard is on what is called so."""
        for _ in range(MOST_TABS):
            if self.focused.accessibleName().startswith(name):
                return
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"the keyboard does not reach {name!r}")

    def ask_for(self, name: str) -> None:
        """The button of the bar that is called so; where it finds no room, the same under *Mere*."""
        buttons = self.led.window.findChildren(QAbstractButton)
        if any(button.accessibleName() == name and button.isVisible() for button in buttons):
            self.walk_to(name)
        else:
            self.walk_to("Mere")
            self.key(Qt.Key.Key_Return)
            self.types(name.split(",")[0])
        self.key(Qt.Key.Key_Return)

    def to_the_end(self) -> None:
        """Lead from where the meeting is to its end."""
        for _ in self.steps():
            pass

    def until(self, part: str) -> None:
        """Lead until somebody has the word in a part."""
        for _ in self.steps():
            if self.view.part.id == part and self.view.speaker is not None:
                return

    def steps(self) -> Iterator[str]:
        """Lead on, and say after each step what was done."""
        while self.view.stage is not MeetingStage.ENDED:
            yield self._step()

    def _step(self) -> str:
        view = self.view
        part, coming = view.part, view.next
        if coming.kind is NextKind.PERSON:
            self._give_word()
            return f"word to {coming.name}"
        if (
            part.kind is PartKind.BREAK
            and view.stage is MeetingStage.RUNNING
            and part.task is None
            and not self._paused()
        ):
            self._hold_break()
            return "break"
        if part.task is PartTask.AGREEMENTS and not view.agreements:
            self._agree()
            return "agreements"
        if part.task is PartTask.FOLLOW_UP and view.follow_up is None:
            self._set_follow_up()
            return "follow-up"
        if part.task is PartTask.BOARD and not view.board:
            self._write_board()
            return "board"
        if part.task is PartTask.EXPERIENCE and not view.experience:
            self._write_experience()
            return "experience"
        if coming.kind in (NextKind.CLOSE, NextKind.NOTHING):
            self._close()
            return "the end"
        self.press(Action.GO_ON)
        return f"on from {part.id}"

    def _paused(self) -> bool:
        return "break" in self.presses

    def _give_word(self) -> None:
        """One press, then the keyboard is in the speaker's note."""
        before = self.view.speaker
        self.press(Action.GO_ON)
        self.go_presses += 1
        speaker = self.view.speaker
        assert speaker is not None
        assert speaker != before
        self.turns += 1
        self.pass_time(35)
        if not isinstance(self.focused, QPlainTextEdit):
            self.press(Action.NOTE)
        self.types(f"ord fra {speaker.name}")

    def _hold_break(self) -> None:
        self.press(Action.PAUSE)
        if self.view.stage is not MeetingStage.PAUSED:
            self.key(Qt.Key.Key_Return)
        assert self.view.stage is MeetingStage.PAUSED
        self.presses["break"] += 1
        self.pass_time(600)
        self.press(Action.GO_ON)

    def _agree(self) -> None:
        for line in LINES:
            self.press(Action.AGREEMENT)
            self.types(line)
            self.key(Qt.Key.Key_Return)
        assert len(self.view.agreements) == len(LINES)
        self.ask_for("Læs op, én ad gangen")
        for _ in LINES:
            self.pass_time(20)
            self.key(Qt.Key.Key_J)
            self.press(Action.GO_ON)
        assert not any(agreement.unanswered for agreement in self.view.agreements)

    def _set_follow_up(self) -> None:
        """The follow-up is open beside the list where the part asks for it: a day typed as people say it."""
        self.walk_to("Eller en anden dag")
        self.types("tirsdag 19/1 kl. 16")
        self.key(Qt.Key.Key_Return)
        if self.view.follow_up is None:
            self.walk_to("Aftal dagen")
            self.key(Qt.Key.Key_Return)
        assert self.view.follow_up is not None

    def _write_board(self) -> None:
        self.press(Action.BOARD)
        self.types("Alma vil gerne i skole")
        self.key(Qt.Key.Key_Return)
        assert self.view.board

    def _write_experience(self) -> None:
        """Asked in the part that is there for it, beside the question."""
        self.walk_to("Skriv, hvordan mødet var for familien")
        self.key(Qt.Key.Key_Return)
        self.types("Det var godt, at alle hørte det samme")
        self.key(Qt.Key.Key_Return)
        assert self.view.experience

    def _close(self) -> None:
        """To the closing page, to its button, and pressed."""
        self.press(Action.GO_ON)
        self.press(Action.GO_ON)
        self.pass_time(1)
        self.key(Qt.Key.Key_Return)
        assert self.view.stage is MeetingStage.ENDED, [item.code for item in self.view.missing]
