"""The one owner of the focus in a meeting: it knows the place for typed text, and returns the focus to it.

The *writing place* is, in this order: the line of an open question, the text of the focused form, the line that was
written in last and is still visible, the line of the current page, the speaker's note; without a speaker, the waiting
words. A page names its own by `writing_place`. Words that are no answer to a question go to the place without it. A
list that was navigated to keeps the letters: they name one of its options.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol, cast, runtime_checkable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from netmoede_desktop.gui.kit.fields.growing_field import GrowingField
from netmoede_desktop.gui.kit.fields.joining import joint, sign_before, step_back
from netmoede_desktop.gui.meeting.page import MeetingPage
from netmoede_desktop.gui.meeting.window.keyboard.note_place import NotePlace
from netmoede_desktop.gui.meeting.window.questions.question_bar import QuestionBar

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_PRESSING = _ENTER | {Qt.Key.Key_Space, Qt.Key.Key_Select}
_TABS = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab})
_ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})
_CORRECTING = frozenset({Qt.Key.Key_Backspace, Qt.Key.Key_Delete})
_ALT_GR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_COMMANDING = _ALT_GR | Qt.KeyboardModifier.MetaModifier

#: Milliseconds until it is looked again where the keyboard is, while a mouse button is held down.
_MOUSE_MS = 50


@runtime_checkable
class WritingForm(Protocol):
    """A form with one text of its own: text typed at its other controls belongs in it. Found by its method."""

    def own_text(self) -> QWidget:
        """Return the text of the form."""


class Keyboard(QObject):
    """Keeps typed text in the writing place, and typing from pressing any control.

    `page` returns the current page; `note` knows the speaker's note, and its `warn_unwritten` is called for a key
    without a place.
    """

    def __init__(
        self,
        window: QWidget,
        questions: QuestionBar,
        page: Callable[[], MeetingPage],
        note: NotePlace,
    ) -> None:
        """Make it for a window; `questions` is where it puts its questions."""
        super().__init__(window)
        self._window = window
        self._questions = questions
        self._page = page
        self._note = note
        self._covered = False
        self._written: QWidget | None = None
        self._walked: QWidget | None = None
        self._led: QWidget | None = None
        self._clicked: QComboBox | None = None
        self._chosen_at_click = -1
        self._by_act = False
        self._stepping = False
        self._pressing = False
        self._talking = False
        self._composing = ""
        self._cut = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.restore_focus)
        self._after_press = QTimer(self)
        self._after_press.setSingleShot(True)
        self._after_press.timeout.connect(self._press_is_over)
        questions.giving_way.connect(self.take_composing)
        questions.closed.connect(self._return_from_question)
        questions.talked_over.connect(self._let_question_go)
        questions.handed_on.connect(self.write)

    # -- where it is, and where it belongs

    def place(self) -> QWidget | None:
        """Return the writing place, None where there is none. It may be out of sight."""
        return self._place_without_question() if self._questions.line is None else self._questions.line

    def _place_without_question(self) -> QWidget | None:
        return self._field() or self._note.waiting.place()

    def _field(self) -> QWidget | None:
        """Return the field for typed text, None if it could only wait."""
        written = self._written
        form = self._form_text()
        if form is not None:
            return form
        if written is not None and not (isValid(written) and written.isVisible() and _takes_text(written)):
            written = None
        if written is not None and not self._page().writes_on(written):
            written = None
        pages = (self._page(), self._note.page())
        places = [None if page is None else page.writing_place() for page in pages]
        begun = written if written is not None and _has_text(written) else None
        return next((place for place in (begun, *places, written) if place is not None and _takes_text(place)), None)

    @property
    def answers(self) -> bool:
        """Whether typed text belongs to a question."""
        return self._questions.line is not None

    def lead(self, control: QWidget) -> None:
        """An act leads the keyboard to a control: it may stay there, walk on, and press it by Enter."""
        self._led = control

    @contextmanager
    def act(self) -> Iterator[None]:
        """Run an act: commit the composed text before it, and restore the focus after it."""
        self.take_composing()
        walked = self._walked
        yield
        self.restore_focus(give_back=walked is self._walked)

    def _return_from_question(self) -> None:
        """Restore the focus after a closed question, as after any act."""
        self.restore_focus(give_back=True)

    def _let_question_go(self) -> None:
        """Close the question if its text has another writing place; it is handed on there."""
        if self._place_without_question() is not None:
            begun = self._questions.begun
            self._questions.close_question()
            self._note.unanswered(begun)

    def view_changed(self) -> None:
        """Something else is shown. A click on any button of it leaves the keyboard where it is: only Tab goes there."""
        for button in self._window.findChildren(QAbstractButton):
            if button.focusPolicy() is Qt.FocusPolicy.StrongFocus:
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.restore_focus(give_back=self._pressing)

    def restore_focus(self, *, give_back: bool = False) -> None:
        """Focus the writing place unless the user moved the focus; with `give_back` also from a control stepped to."""
        here = self._here()
        if self._covered:
            return
        if here is not None and _takes_text(here):
            if give_back and here is self._page().writing_place():
                self._begin(here)  # the words of another were looked into: those of who has the word are next
            return
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._later.start(_MOUSE_MS)  # what is being pressed would take no click without the keyboard it has
            return
        self._leave_chosen(here)
        stays = here is not None and here is self._walked and here.isVisible() and here.isEnabled()
        if stays and not give_back:
            return
        place = self.place()
        if place is not None and place.isVisible():
            self._begin(place)
        elif not stays:
            rest = self._page().resting_place() or self._window
            if rest is not here:
                rest.setFocus(Qt.FocusReason.OtherFocusReason)

    def cover(self, covered: bool) -> None:
        """While the veil has the keyboard nothing is taken back."""
        self._covered = covered
        self.restore_focus()

    def clicked(self, control: QWidget) -> None:
        """Treat a clicked list as navigated to until an option is chosen; a click beside all widgets leaves it."""
        self._talking = False
        here, page = self._here(), self._page()
        if isinstance(control, QComboBox):
            self._walked, self._by_act = control, False
            self._clicked, self._chosen_at_click = control, control.currentIndex()
        elif control is self._window and here is not None and (isinstance(here, QComboBox) or not page.writes_on(here)):
            (page.resting_place() or self._window).setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_chosen(self, here: QWidget | None) -> None:
        """A list that was clicked, and in which something was chosen, is done with: whoever writes now, writes."""
        clicked = self._clicked
        if clicked is None or QApplication.activePopupWidget() is not None:
            return
        self._clicked = None
        if here is clicked and clicked.currentIndex() != self._chosen_at_click:
            self._walked = None

    def restore_focus_later(self) -> None:
        """Take it back once everything has found its place."""
        self._later.start(0)

    def moved(self, old: QWidget | None, new: QWidget | None) -> None:
        """The keyboard has gone somewhere else."""
        if old is not None and isValid(old):
            self._take_into(old)
        stepped, self._stepping = self._stepping, False
        led, self._led = self._led, None
        if new is not None and new.window() is not self._window and new.window().windowType() == Qt.WindowType.Popup:
            return  # a list of its own: it comes back
        if new is not None and new is self._clicked:
            self.restore_focus_later()  # its list is closed, and says only then what was chosen
            return
        if new is None or new.window() is not self._window or _takes_text(new):
            self._walked = None
            if new is not None and new.window() is self._window:
                self._written = self._written if new in (self._questions.line, self._note.waiting.text) else new
            else:
                self.restore_focus_later()
            return
        if stepped or new is led or new is not self._walked:
            self._by_act = new is led and not stepped
            self._walked = new if stepped or new is led else None
        if self._walked is None:
            self.restore_focus_later()

    # -- what is typed

    def take(self, event: QKeyEvent, *, held: bool) -> bool:
        """Judge a key of no act; return True if it was used and the widget must not get it."""
        here, key = self._here(), Qt.Key(event.key())
        in_text = here is not None and _takes_text(here)
        if key in _TABS or (key in _ARROWS and not in_text):
            self._stepping, self._talking = True, False
            return False
        if in_text:
            if _is_typing(event):
                self._cut = False
            return held and key in _ENTER and not isinstance(here, QPlainTextEdit)
        plain = not event.modifiers() & (_COMMANDING | Qt.KeyboardModifier.ShiftModifier)
        presses = key in _PRESSING and plain
        if presses and held:
            return True
        if presses and self._may_press(here, key):
            self._pressing = True
            self._after_press.start(0)
            return False
        if key in _CORRECTING and here is not None and here is self._walked and not self._by_act:
            return False  # it may take something away there
        if isinstance(here, QComboBox) and here is self._walked and self._questions.line is None and _is_typing(event):
            return False  # it names one of the options
        if presses or _is_typing(event) or key in _CORRECTING:
            return self._write(event, here, key)
        return False

    def write(self, text: str, behind: int = 0) -> None:
        """Insert text typed elsewhere at the writing place, with `behind` of its characters after the caret."""
        place = self.place()
        if place is None:
            self._note.warn_unwritten()
            return
        self._begin(place)
        if isinstance(place, QLineEdit | QPlainTextEdit):
            text = joint(sign_before(place), text) + text
            QCoreApplication.sendEvent(place, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, text))
            step_back(place, behind)

    def _may_press(self, here: QWidget | None, key: Qt.Key) -> bool:
        """Space presses only where Tab or an arrow led; Enter also where an act did."""
        return here is not None and here is self._walked and not (self._by_act and key not in _ENTER)

    def _write(self, event: QKeyEvent, here: QWidget | None, key: Qt.Key) -> bool:
        page, typed = self._page(), _is_typing(event)
        if typed and self._questions.line is None and page.typed(event):
            return True
        if key in _ENTER and self._questions.line is None and here is page and page.entered():
            return True
        # A figure that names an answer on the page does not where it stands among letters.
        talking = self._talking and self._note.refused
        chooses = typed and event.text().isdecimal() and here is not None and page.isAncestorOf(here) and not talking
        waits = (
            self._questions.line is None and self._field() is None and (chooses or not typed or key is Qt.Key.Key_Space)
        )
        place = self.place()
        if place is not None and not waits:
            self._begin(place)
            # Enter is a new line in a note; in a line it would be an act.
            if key not in _ENTER or not isinstance(place, QLineEdit | GrowingField):
                QCoreApplication.sendEvent(place, event.clone())
            return True
        if chooses:
            return False
        if typed and key is not Qt.Key.Key_Space:
            self._walked, self._talking = None, True  # somebody writes: no blank is to press anything now
            self._note.warn_unwritten()
        return True

    def _form_text(self) -> QWidget | None:
        """The text of the form that the keyboard is in, None outside of every form."""
        widget = self._here()
        while widget is not None and widget is not self._window:
            if isinstance(widget, WritingForm):
                text = widget.own_text()
                return text if text.isVisible() and _takes_text(text) else None
            widget = widget.parentWidget()
        return None

    def _begin(self, place: QWidget) -> None:
        """Give the keyboard to a place, on whichever page it is."""
        page, note = self._page(), self._note.page()
        if page.isAncestorOf(place):
            page.begin_writing(place)
        elif note is not None and note.isAncestorOf(place):
            self._note.bring()
            note.begin_writing(place)
        elif place is self._note.waiting.text:
            self._note.waiting.begin()
        else:
            place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _press_is_over(self) -> None:
        self._pressing = False

    def _here(self) -> QWidget | None:
        """Return the focused widget of this window, also while another window is in front."""
        widget, kept = QApplication.focusWidget(), cast("QWidget | None", self._window.focusWidget())
        here = kept if widget is None or widget.window() is not self._window else widget
        return None if here is self._window else here

    # -- what is still being composed

    def composed(self, event: QInputMethodEvent) -> bool:
        """Follow what an input method composes; True for words that come too late for the field they were said to."""
        if self._cut and event.commitString() and not event.preeditString():
            self._cut = False
            return True
        if event.preeditString():
            self._cut = False
        self._composing = event.preeditString()
        return False

    def take_composing(self) -> None:
        """Commit the composed text to the field it was begun in, before the focus moves."""
        field = self._here()
        if self._composing and field is not None:
            QGuiApplication.inputMethod().commit()
            self._take_into(field)

    def _take_into(self, field: QWidget) -> None:
        """Insert the pending composed text into the field, and ignore its later commit."""
        text, self._composing = self._composing, ""
        if text:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QCoreApplication.sendEvent(field, event)
            QGuiApplication.inputMethod().reset()
            self._cut = True


def _takes_text(widget: QWidget) -> bool:
    """Return True if the widget is an editable text."""
    return isinstance(widget, QLineEdit | QPlainTextEdit) and widget.isEnabled() and not widget.isReadOnly()


def _has_text(field: QWidget) -> bool:
    """Return True if the field is not empty."""
    if isinstance(field, QPlainTextEdit):
        return not field.document().isEmpty()
    return isinstance(field, QLineEdit) and bool(field.text())


def _is_typing(event: QKeyEvent) -> bool:
    """Return True if a key types a character; also with AltGr, which some systems report as Ctrl and Alt."""
    held = event.modifiers() & _COMMANDING
    return bool(event.text()) and event.text().isprintable() and held in (Qt.KeyboardModifier.NoModifier, _ALT_GR)
