"""The one place for short questions in a meeting: a line to write in, answers to choose, no window in front of it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from netmoede_desktop.domain.language.text import clean_text
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.fields.fields import LineInput
from netmoede_desktop.gui.kit.layout.flow import FlowLayout
from netmoede_desktop.gui.kit.layout.frames import ScrollColumn, Surface, row
from netmoede_desktop.gui.kit.speech.voice import announce
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.meeting.bridge.line_keeping import LineKeeping
from netmoede_desktop.gui.meeting.window.questions.question import (
    NUMBERED,
    Question,
    chosen_by_digit,
    chosen_by_enter,
    is_talk,
    matching,
    no_answer,
    unclear,
)
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator

#: The most lines of answers shown at once; more are reached by scrolling, walking or writing.
_LINES = 4
#: The widest an answer gets at 100 %: a choice with all that it gives.
_WIDEST = 460
#: So few answers are seen at a glance: there is nothing to find.
_EITHER = 2
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class QuestionBar(Surface):
    """Hidden until something is asked. Digits, arrows and writing choose; Enter accepts; Esc closes.

    The focus returns to where it was when the question is answered or dropped. Until then Tab stays in the question:
    the widgets behind it cannot be seen. No text is lost: a half-written answer is shown again when the same is asked,
    and words that are no answer are handed on when the question closes.
    """

    closed = Signal()
    """Nothing is asked any more."""

    held_back = Signal()
    """What was written was not taken, and is still here; `take_writing` tries again."""

    giving_way = Signal()
    """It is about to be closed: what is still being composed belongs here."""

    talked_over = Signal()
    """Somebody writes who does not mean the question: it may give way."""

    handed_on = Signal(str, int)
    """Words that were written here and are no answer, and how many of their signs the caret had behind it.

    They belong where one writes without a question.
    """

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__("card-current", look, padding=12, spacing=8)
        self._look = look
        self._t = t
        self._current: Question | None = None
        self._walked: int | None = None
        self._from: QWidget | None = None
        self._buttons: list[Button] = []
        self._headings: dict[str, Label] = {}
        self._room = 0
        self._lines = LineKeeping({}, lambda _: True)
        self._build()
        self._entry.textChanged.connect(self._written)
        self._take.clicked.connect(self.take_writing)
        self._close.clicked.connect(self.close_question)
        self._entry.installEventFilter(self)
        self.hide()

    def _build(self) -> None:
        t, look = self._t, self._look
        self._question = Label("", Tone.STRONG)
        self._entry = LineInput(longest=2000)
        self._entry.setMinimumWidth(look.px(200))
        self._entry.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._take = Button("", look)
        self._close = Button(t.gettext("Luk"), look, ButtonKind.QUIET, key="Esc")
        self._problem = Label("", Tone.ATTENTION)
        self._problem.hide()
        inner = QWidget()
        self._flow = FlowLayout(look.px(8))
        inner.setLayout(self._flow)
        self._options = ScrollColumn(look, padding=0, spacing=0)
        self._options.setWidget(inner)
        self.column.addLayout(row(self._question, self._entry, self._take, self._close, spacing=look.px(12)))
        self.column.addWidget(self._problem)
        self.column.addWidget(self._options)

    # -- asking

    @property
    def question(self) -> str:
        """The question, "" while there is none."""
        return "" if self._current is None else self._current.question

    @property
    def line(self) -> LineInput | None:
        """Where the answer is written, None while nothing is asked."""
        return None if self._current is None else self._entry

    def set_lines(self, lines: LineKeeping) -> None:
        """Keep half-written answers there."""
        self._lines = lines

    def ask(self, question: Question) -> None:
        """Show a question in place of any other, with its half-written answer in the line."""
        if self._current is None:
            self._from = QApplication.focusWidget()
        self._hand_on(*self._taken_away())
        self._walked = None
        self._question.setText(question.question)
        self.setAccessibleName(question.question)
        self._entry.setText(self._lines.begun(question.field))
        self._current = question
        self._entry.setPlaceholderText(question.placeholder or self._what_to_write(question))
        self._entry.setAccessibleName(question.question)
        self._take.set_label(question.button, "↵")
        self._take.setVisible(question.write is not None)
        self._show_problem("")
        self._make_buttons(question)
        self.show()
        self._mark()
        self._fit()
        self._entry.setFocus(Qt.FocusReason.PopupFocusReason)
        self._entry.selectAll()  # typed anew it gives way, and is never put behind itself

    def waits(self) -> bool:
        """Return True and show a problem if *videre* would pass over something unfinished here."""
        if self._current is not None:
            self.giving_way.emit()  # what is being composed counts as written
        question, t = self._current, self._t
        if question is None:
            return False
        if question.takes_words and clean_text(self._entry.text()):
            self._show_problem(
                t.gettext("Det er ikke tilføjet endnu. Tryk Enter for at tilføje det, eller luk med Esc.")
            )
        elif question.begun:
            self._show_problem(t.gettext("Svar her først, eller luk med Esc."))
        else:
            return False
        announce(self._problem, self._problem.text())
        self._fit()
        return True

    @property
    def begun(self) -> str:
        """The question, where something that was begun comes to nothing without its answer; "" for none."""
        return self._current.question if self._current is not None and self._current.begun else ""

    def close_question(self) -> None:
        """Close the question, restore the focus, and hand on written words that are no answer."""
        if self._current is not None:
            self.giving_way.emit()
        question = self._current
        if question is None:
            return
        if question.field and question.options and matching(question, self._entry.text()):
            self._lines.typed(question.field, "")  # it was only for finding
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        words = self._taken_away()
        self.hide()
        if had_focus and self._from is not None:
            self._from.setFocus(Qt.FocusReason.OtherFocusReason)
        self._from = None
        self.closed.emit()
        self._hand_on(*words)

    def dismiss(self) -> None:
        """Close it if there are words in it that are no answer, so that they are kept where they belong."""
        if self._current is not None and no_answer(self._current, self._entry.text()):
            self.close_question()

    def _taken_away(self) -> tuple[str, int]:
        """Clear the question; return the words that are no answer, and the number of characters after the caret."""
        question, self._current = self._current, None
        text = self._entry.text()
        words = "" if question is None else no_answer(question, text)
        behind = len(text) - self._entry.cursorPosition()
        self._entry.clear()
        return words, behind

    def _hand_on(self, words: str, behind: int) -> None:
        if words:
            self.handed_on.emit(words, behind)

    def set_room(self, height: int) -> None:
        """Never get taller than this."""
        if height != self._room:
            self._room = height
            self._fit()

    # -- answering

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Take arrows, digits and Enter, in the line and on the answers."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._current is not None:
            return self._pressed(self._current, event)
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Tab goes round in the question."""
        stops = [stop for stop in (self._entry, self._take, self._close, *self._buttons) if stop.isVisible()]
        here = QApplication.focusWidget()
        if here not in stops:
            return super().focusNextPrevChild(forward)
        stop = stops[(stops.index(here) + (1 if forward else -1)) % len(stops)]
        stop.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        if stop in self._buttons:
            self._options.ensureWidgetVisible(stop)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Give the answers as many lines as they need."""
        super().resizeEvent(event)
        self._fit()

    def _pressed(self, question: Question, event: QKeyEvent) -> bool:
        key, written = Qt.Key(event.key()), self._entry.text()
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._entered(question, written)
            return True
        if key in _STEPS and question.options:
            sideways = key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
            if sideways and written and self._walked is None:
                return False
            self._walk(question, _STEPS[key])
            return True
        digit = chosen_by_digit(question, written, _digit(event.text()))
        if digit is None:
            return False
        if not event.isAutoRepeat():
            self._choose(digit)
        return True

    def _entered(self, question: Question, written: str) -> None:
        place = self._walked if self._walked is not None else chosen_by_enter(question, written)
        if place is not None:
            self._choose(place)
        elif unclear(question, written):
            self._show_problem(self._t.gettext("Det kan være flere. Skriv mere, eller vælg med pilene."))
        elif question.write is not None:
            self.take_writing()
        else:
            self._show_problem(self._what_can_be_pressed(question, written))

    def _what_can_be_pressed(self, question: Question, written: str) -> str:
        t = self._t
        if no_answer(question, written):
            return t.gettext("Det passer ikke på noget her. Ret det, eller luk med Esc.")
        if any(option.numbered for option in question.options):
            return t.gettext("Tryk på et tal, brug pilene, eller skriv begyndelsen af et svar.")
        return t.gettext("Brug pilene, eller skriv begyndelsen af et svar.")

    def _what_to_write(self, question: Question) -> str:
        if len(question.options) == _EITHER and all(option.numbered for option in question.options):
            return self._t.gettext("Tryk 1 eller 2")
        return self._t.gettext("Skriv for at finde")

    def _walk(self, question: Question, step: int) -> None:
        places = matching(question, self._entry.text())
        if not places:
            return
        here = self._walked if self._walked in places else None
        start = question.first if here is None and question.first in places else here
        if start is None:
            self._walked = places[0 if step > 0 else -1]
        else:
            self._walked = places[(places.index(start) + step) % len(places)]
        self._mark()

    def _choose(self, place: int) -> None:
        if self._current is None:
            return
        option = self._current.options[place]
        self.close_question()
        option.choose()

    def take_writing(self) -> None:
        """Accept the written answer, as Enter does."""
        question = self._current
        if question is None or question.write is None:
            return
        problem = question.write(self._entry.text())
        if problem:
            self._show_problem(problem)
            self.held_back.emit()
            return
        if self._current is not question:
            return  # another question goes on with it
        if question.field:
            self._lines.typed(question.field, "")
        self.close_question()

    def _written(self) -> None:
        if self._current is not None and self._current.field:
            self._lines.typed(self._current.field, self._entry.text())
        self._walked = None
        self._show_problem("")
        self._mark()
        self._fit()
        if self._current is not None and is_talk(self._current, self._entry.text()):
            self.talked_over.emit()

    # -- showing

    def _make_buttons(self, question: Question) -> None:
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        for heading in self._headings.values():
            self._flow.removeWidget(heading)
            heading.hide()
            heading.deleteLater()
        self._headings = {}
        self._buttons = []
        for place, option in enumerate(question.options):
            if option.group and option.group not in self._headings:
                heading = self._headings[option.group] = Label(option.group, Tone.EYEBROW, wrap=False)
                self._flow.addWidget(heading)
                self._flow.begin_line_with(heading)
            self._buttons.append(self._button(place, question))

    def _button(self, place: int, question: Question) -> Button:
        option = question.options[place]
        shown = f"{option.label} ({option.detail})" if option.detail else option.label
        number = "" if question.figures or place >= NUMBERED or not option.numbered else str(place + 1)
        button = Button(shown, self._look, key=option.key or number, elide=True, one_of=True)
        button.setMaximumWidth(self._look.px(_WIDEST))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.installEventFilter(self)
        button.clicked.connect(lambda: self._choose(place))
        self._flow.addWidget(button)
        return button

    def _mark(self) -> None:
        """Show which answers fit, and which of them Enter takes."""
        if self._current is None:
            return
        written = self._entry.text()
        fitting = matching(self._current, written)
        marked = self._walked if self._walked is not None else chosen_by_enter(self._current, written)
        for place, button in enumerate(self._buttons):
            button.setVisible(place in fitting)
            button.setChecked(place == marked)
        shown = {self._current.options[place].group for place in fitting}
        for group, heading in self._headings.items():
            heading.setVisible(group in shown)
        if marked is not None and self._buttons:
            self._options.ensureWidgetVisible(self._buttons[marked])
            self._entry.setAccessibleDescription(self._buttons[marked].text())

    def _show_problem(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _fit(self) -> None:
        shown = any(button.isVisibleTo(self._options) for button in self._buttons)
        self._options.setVisible(shown)
        if not shown:
            return
        wanted = self._flow.heightForWidth(self.width() - 2 * self._look.px(12) - 2)
        line = self._look.px(48)
        most = (self._room - self._look.px(88)) // line if self._room else _LINES
        self._options.setFixedHeight(min(wanted, max(min(most, _LINES), 1) * line - self._look.px(8)))


def _digit(text: str) -> int:
    return int(text) if text in tuple("123456789") else 0
