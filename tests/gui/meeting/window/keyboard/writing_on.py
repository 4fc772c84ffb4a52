"""A mødeleder who presses something anywhere in a meeting and writes on, believing that it is the note.

Right is: the letters are found in one text of the window, all of them and in their order, while nobody has the word in
the line where they wait; or there is no place for them, since the meeting has not begun or is over, and a sentence says
so; or the keyboard was walked to a list, whose options they name. The meeting hears nothing
while they are typed but the typing of a note, and what is chosen in that list.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from netmoede_desktop.domain.meeting.commands import KeepSentWords, WriteNote
from netmoede_desktop.domain.meeting.history import History
from netmoede_desktop.gui.desk.keys import Action, KeyMap
from netmoede_desktop.gui.meeting.agreements.agreement_table import AgreementTable
from netmoede_desktop.gui.meeting.notes.note_panel import NotePanel
from netmoede_desktop.gui.meeting.table.round_page import RoundPage
from netmoede_desktop.gui.meeting.table.side_panel import Tab
from netmoede_desktop.gui.meeting.window.messages.veil import Veil
from netmoede_desktop.gui.meeting.window.pages import PageKind
from netmoede_desktop.services.meeting.view.build import meeting_view
from netmoede_desktop.services.meeting.view.values import MeetingStage
from tests.gui.every_page.opened_meetings import Meeting
from tests.gui.every_page.staging import settle

SENTENCE = "sover nu hele natten {n}"
#: The answer that opens a person's notes.
_NOTES = "Noter"
#: What says that nothing is written.
_REFUSED = "ikke skrevet"
#: Keys that stand for no act.
KEYS = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Space,
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Left,
    Qt.Key.Key_Down,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_J,
    Qt.Key.Key_N,
    Qt.Key.Key_2,
)
Press = Action | Qt.Key | str


@dataclass(slots=True)
class Writer:
    """The hands: what can be pressed, and what comes of writing on. `base` is the meeting it is tried from."""

    meeting: Meeting
    base: History
    keys: KeyMap
    written: int = 0
    opened: object = None
    """Another's note in which the keyboard was before a press that is no act, or that was asked for."""

    @property
    def _sentence(self) -> str:
        """What was written last: never the same twice."""
        return SENTENCE.format(n=self.written)

    @property
    def _focused(self) -> QWidget:
        return QApplication.focusWidget() or self.meeting.window

    def presses(self) -> list[Press]:
        """Every act, key, and what can be clicked, each button by its name."""
        buttons = [one for one in self._clickable() if one.accessibleName()]
        tabs = [f"tab {n}" for bar in self._tabs() for n in range(bar.count())]
        return [*Action, *KEYS, *dict.fromkeys(button.accessibleName() for button in buttons), *tabs]

    def press(self, press: Press) -> None:
        """Press it, and let everything come to rest."""
        notes = self._notes()
        self.opened = notes.key if notes.editor.hasFocus() and not isinstance(press, Action) else None
        match press:
            case Action():
                pressed: QKeyCombination = QKeySequence(self.keys.keys[press])[0]  # type: ignore[index]
                QTest.keyClick(self._focused, pressed.key(), pressed.keyboardModifiers())
            case Qt.Key():
                key: Qt.Key = press
                QTest.keyClick(self._focused, key)
            case _ if press.startswith("tab "):
                bar = next(iter(self._tabs()))
                place = bar.tabRect(int(press.removeprefix("tab "))).center()
                QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=place)
            case _:
                button = next((one for one in self._clickable() if one.accessibleName() == press), None)
                if button is not None:
                    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        settle()
        if press == _NOTES and notes.editor.hasFocus():
            self.opened = notes.key  # asked for by hand

    def write_on(self) -> list[str]:
        """Write the sentence where the keyboard is, and say what is wrong with what came of it."""
        room, before = self.meeting.room, self._texts()
        acts = len(room.acts)
        room.heard.clear()
        self.written += 1
        in_list = self._keeps_letters()
        for letter in self._sentence:
            QTest.keyClicks(self._focused, letter)
        QApplication.processEvents()
        if in_list:
            # What is chosen is kept with the words beside the list, as they are kept: without a blank at their end.
            after = {field: text.rstrip() for field, text in self._texts().items()}
            return [f"written from a list: {one}" for one, text in after.items() if text != before[one].rstrip()]
        made = [command for act in room.acts[acts:] for command in act or ("undo",)]
        wrong = [f"made {command}" for command in made if not isinstance(command, WriteNote | KeepSentWords)]
        after = self._texts()
        changed = [field for field, text in after.items() if text != before.get(field, "")]
        left = [field for field in changed if not after[field]]  # what was begun there has gone along to the others
        # The sentence may have been written into the middle of it.
        found = [text.replace(self._sentence, "") for text in after.values()]
        wrong += [f"lost: {before[one]!r}" for one in left if not any(before[one] in text for text in found)]
        changed = [field for field in changed if field not in left]
        return [*wrong, *self._misplaced(changed, before, after)]

    def go_back(self) -> None:
        """Be where it was before anything was pressed."""
        window, room = self.meeting.window, self.meeting.room
        opened = QApplication.activePopupWidget()
        if opened is not None:
            opened.close()
        window.lift_veil()
        window._overlay.question_bar.close_question()
        window._pages.choice.go_back()
        for agreements in window.findChildren(AgreementTable):
            agreements._take_editor_away()
        for line in window.findChildren(QLineEdit):
            line.setText("")  # only so much finds room in one
        window._waiting.text.clear()
        table = window.page_of_kind(PageKind.TABLE)
        assert isinstance(table, RoundPage)
        table.side.show_tab(Tab.NOTES)
        room.full = False
        room.history = self.base
        room._view = meeting_view(self.base)
        window.show_view(room.view)
        settle()

    def _misplaced(self, changed: list[QWidget], before: dict[QWidget, str], after: dict[QWidget, str]) -> list[str]:
        window = self.meeting.window
        if any(veil.isVisible() for veil in window.findChildren(Veil)):
            return [f"written behind the veil: {changed}"] if changed else []
        if not changed:
            told = window._overlay.message.text
            right = _REFUSED in told and self.meeting.room.view.stage not in (MeetingStage.RUNNING, MeetingStage.PAUSED)
            return [] if right else [f"written nowhere, and said: {told!r}"]
        if len(changed) > 1:
            return [f"written in {len(changed)} places"]
        [field] = changed
        wrong = [] if self._sentence in after[field] else [f"not whole: {after[field]!r}"]
        expected = self._expected()
        if expected is not None and field is not expected:
            wrong.append(f"written in {field.accessibleName()!r}, not in {expected.accessibleName()!r}")
        return wrong if self._looked_into(field) else [*wrong, *self._somebody_elses(field)]

    def _expected(self) -> QWidget | None:
        """The one right place, where there is one; None where a line of the page, or nothing, may be it."""
        window = self.meeting.window
        page, speaker = window.page, self.meeting.room.view.speaker
        ask = window._overlay.question_bar._current
        if ask is not None and ask.write is not None and not ask.figures:
            return window._overlay.question_bar.line  # the others take no words, and give way
        if not isinstance(page, RoundPage) or page.side.tab is not Tab.NOTES or page.experience.text.isVisible():
            return None
        return window._waiting.text if speaker is None and not self._by_hand() else page.side.notes.editor

    def _somebody_elses(self, field: QWidget) -> list[str]:
        """Words in a note are those of who has the word, unless the keyboard was put in another's note."""
        notes, speaker = self._notes(), self.meeting.room.view.speaker
        if field is not notes.editor or speaker is None or notes.key == speaker.note:
            return []
        return [f"written as the words of {notes.key}"]

    def _keeps_letters(self) -> bool:
        """Whether the keyboard was walked to a list, open or not: letters name an option, and are written nowhere."""
        window = self.meeting.window
        veiled = any(veil.isVisible() for veil in window.findChildren(Veil))
        return (
            isinstance(self._focused, QComboBox | QListView)
            and not veiled
            and not window._overlay.question_bar.question
        )

    def _looked_into(self, field: QWidget) -> bool:
        """Whether the keyboard had been put in another's note by hand, and nothing was done since but in it."""
        return field is self._notes().editor and self.opened is not None and self.opened == self._notes().key

    def _by_hand(self) -> bool:
        """Whether a note was opened by hand: that is where the keyboard was put then."""
        return self._notes()._opened_by_hand

    def _notes(self) -> NotePanel:
        table = self.meeting.window.page_of_kind(PageKind.TABLE)
        assert isinstance(table, RoundPage)
        return table.side.notes

    def _texts(self) -> dict[QWidget, str]:
        window = self.meeting.window
        lines = {line: line.text() for line in window.findChildren(QLineEdit)}
        return lines | {text: text.toPlainText() for text in window.findChildren(QPlainTextEdit)}

    def _clickable(self) -> Iterator[QAbstractButton]:
        for button in self.meeting.window.findChildren(QAbstractButton):
            if button.isVisible() and button.isEnabled() and not button.visibleRegion().isEmpty():
                yield button

    def _tabs(self) -> Iterator[QTabBar]:
        return (bar for bar in self.meeting.window.findChildren(QTabBar) if bar.isVisible())
