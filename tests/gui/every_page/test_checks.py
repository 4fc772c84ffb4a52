"""The checks of every page find what is planted for them, and nothing on a page that is as it should be."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.kit.buttons.buttons import Button
from netmoede_desktop.gui.kit.fields.choice import Choice
from netmoede_desktop.gui.kit.fields.fields import Field, LineInput, TextInput
from netmoede_desktop.gui.kit.layout.frames import ScrollColumn, row
from netmoede_desktop.gui.kit.text.labels import Label
from netmoede_desktop.gui.theme.look import Look
from tests.gui.activation import bring_to_front
from tests.gui.every_page.checks import cut, unnamed, unreached
from tests.gui.every_page.leaving import running
from tests.gui.every_page.seeing import unseen
from tests.gui.every_page.staging import settle, take_away

LONG = "Her står en sætning, der er så lang, at den bliver til flere linjer i en smal spalte."
Plant = Callable[["Page"], object]


class Page(QWidget):
    """A page as it should be: a sentence, two fields beside each other, a choice, a text and two buttons."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.sentence = Label(LONG)
        self.name, self.who = LineInput(placeholder="fx Kirsten"), LineInput()
        self.role = Choice((("a", "forælder"), ("b", "fagperson")), look)
        self.role.setAccessibleName("Rolle")
        self.text = TextInput()
        self.text.setAccessibleName("Note")
        self.back, self.go = Button("Tilbage", look), Button("Videre", look)
        self.column = QVBoxLayout(self)
        self.column.addWidget(self.sentence)
        self.column.addLayout(row(Field("Navn", self.name, look), Field("Hvem", self.who, look)))
        self.column.addWidget(self.role)
        self.column.addWidget(self.text)
        self.column.addLayout(row(self.back, None, self.go))
        self.resize(420, 480)


@contextmanager
def shown(look: Look, qtbot: QtBot, plant: Plant) -> Iterator[Page]:
    page = Page(look)
    try:
        bring_to_front(page, qtbot)
        settle()
        plant(page)
        settle()
        yield page
    finally:
        take_away(page)


def as_it_is(page: Page) -> None:
    """Nothing is planted."""


def test_a_page_as_it_should_be_has_nothing_to_be_found(look: Look, qtbot: QtBot) -> None:
    with shown(look, qtbot, as_it_is) as page:
        assert [*unnamed(page), *cut(page), *unreached(page), *unseen(page, look)] == []


# -- named


def no_name(page: Page) -> None:
    page.go.setAccessibleName("")


def same_name(page: Page) -> None:
    page.go.set_label("Tilbage")


@pytest.mark.parametrize(
    ("plant", "found"),
    [(no_name, "Button 'Videre' has no name"), (same_name, "2 controls are called 'Tilbage'")],
)
def test_a_name_that_is_missing_or_tells_nothing_apart(look: Look, qtbot: QtBot, plant: Plant, found: str) -> None:
    with shown(look, qtbot, plant) as page:
        assert unnamed(page) == [found]


def test_the_same_name_in_two_things_of_different_names_is_no_find(look: Look, qtbot: QtBot) -> None:
    def plant(page: Page) -> None:
        for name in ("Aftale 1", "Aftale 2"):
            held = QWidget()
            held.setAccessibleName(name)
            QHBoxLayout(held).addWidget(Button("Ret", page.look))
            page.column.addWidget(held)

    with shown(look, qtbot, plant) as page:
        assert unnamed(page) == []


# -- whole


def low_label(page: Page) -> None:
    page.sentence.setFixedHeight(20)


def narrow_line(page: Page) -> None:
    label = Label("En linje, der ikke deles", wrap=False)
    label.setFixedWidth(40)
    page.column.addWidget(label)


def long_word(page: Page) -> None:
    page.sentence.setFixedWidth(30)


def narrow_button(page: Page) -> None:
    page.go.setFixedWidth(30)


def short_button_without_a_tip(page: Page) -> None:
    button = Button(LONG, page.look, elide=True)
    button.setToolTip("")
    page.column.addWidget(button)


def cut_choice(page: Page) -> None:
    choice = QComboBox()  # one of the house shows its words under the mouse
    choice.addItem("forælder")
    choice.setFixedWidth(40)
    page.column.addWidget(choice)


def cut_hint(page: Page) -> None:
    page.name.setPlaceholderText(LONG)


def outside(page: Page) -> None:
    label = QLabel("ude", page)
    label.setGeometry(400, 10, 60, 20)
    label.show()


def over_each_other(page: Page) -> None:
    page.back.setGeometry(page.text.geometry())


def wider_than_seen(page: Page) -> None:
    scroll = ScrollColumn(page.look)
    held = QWidget()
    held.setMinimumWidth(900)
    scroll.column.addWidget(held)
    page.column.addWidget(scroll)


@pytest.mark.parametrize(
    ("plant", "found"),
    [
        (low_label, "lines of pixels"),
        (narrow_line, "and has (40,"),
        (long_word, "is wider than its label"),
        (narrow_button, "and has 30"),
        (short_button_without_a_tip, "is cut and has no tip"),
        (cut_choice, "'forælder' is cut"),
        (cut_hint, "the hint"),
        (outside, "lies outside"),
        (over_each_other, "lies over"),
        (wider_than_seen, "wider than it is seen"),
    ],
)
def test_what_is_cut_outside_or_over_something(look: Look, qtbot: QtBot, plant: Plant, found: str) -> None:
    with shown(look, qtbot, plant) as page:
        assert any(found in sentence for sentence in cut(page)), cut(page)


# -- reached


def not_reached(page: Page) -> None:
    page.text.setTabChangesFocus(False)


def against_reading(page: Page) -> None:
    QWidget.setTabOrder(page.go, page.back)


def hidden_by_scrolling(page: Page) -> None:
    """A plain scroll area does not follow a keyboard that comes from outside."""
    scroll, inner = QScrollArea(), QWidget()
    scroll.setFixedHeight(60)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    column = QVBoxLayout(inner)
    column.addSpacing(400)
    column.addWidget(Button("Dybt nede", page.look))
    scroll.setWidget(inner)
    page.column.addWidget(scroll)


@pytest.mark.parametrize(
    ("plant", "found"),
    [
        (not_reached, "Tab does not reach Button 'Videre'"),
        (not_reached, "Tab does not come back to LineInput 'Navn': it is at TextInput 'Note'"),
        (against_reading, "from Button 'Videre' Tab goes to Button 'Tilbage'"),
        (hidden_by_scrolling, "Button 'Dybt nede' cannot be seen while it has the keyboard"),
    ],
)
def test_what_tab_misses_traps_turns_round_or_hides(look: Look, qtbot: QtBot, plant: Plant, found: str) -> None:
    with shown(look, qtbot, plant) as page:
        assert found in unreached(page)


# -- seen


class _Silent(QAbstractButton):
    """A button that looks the same with the keyboard, or almost."""

    def __init__(self, *, faint: bool) -> None:
        super().__init__()
        self._faint = faint
        self.setAccessibleName("Stum")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(120, 40)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        faint = self.palette().button().color().darker(110)
        painter.fillRect(self.rect(), faint if self._faint and self.hasFocus() else self.palette().button().color())
        painter.end()


def bare_text(page: Page) -> None:
    """A text whose caret alone tells that it is written in."""
    text = QPlainTextEdit()
    text.setAccessibleName("Bar")
    text.setProperty("kind", "bare")
    text.setTabChangesFocus(True)
    page.column.addWidget(text)


@pytest.mark.parametrize(
    ("plant", "found"),
    [
        (lambda page: page.column.addWidget(_Silent(faint=False)), "_Silent 'Stum' shows 0 dots"),
        (lambda page: page.column.addWidget(_Silent(faint=True)), "_Silent 'Stum' shows 0 dots"),
        (bare_text, "QPlainTextEdit 'Bar' shows"),
    ],
)
def test_a_keyboard_that_cannot_be_seen(look: Look, qtbot: QtBot, plant: Plant, found: str) -> None:
    with shown(look, qtbot, plant) as page:
        [sentence] = unseen(page, look)
        assert sentence.startswith(found)


# -- at rest


def test_what_a_clock_says_in_the_last_moment_is_laid_out(look: Look, qtbot: QtBot) -> None:
    with shown(look, qtbot, lambda page: page.sentence.setText("")) as page:
        clock = QTimer(page)
        clock.timeout.connect(lambda: page.sentence.setText(LONG if not page.sentence.text() else ""))
        clock.start(0)
        found: list[str] = []
        for _ in range(6):
            settle()
            found += cut(page)
        assert found == []


# -- left behind


def test_a_timer_a_thread_and_a_window_that_stay_are_found(qtbot: QtBot) -> None:
    before = running()
    timer, may_end, window = QTimer(), threading.Event(), QWidget()
    timer.start(60_000)
    thread = threading.Thread(target=may_end.wait)
    thread.start()
    assert running() - before == {timer, thread, window}
    timer.stop()
    may_end.set()
    thread.join()
    take_away(window)
    assert running() - before == set()
