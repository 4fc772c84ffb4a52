"""The owner of the keyboard: each way in which words were lost when a meeting was led with real keys."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.methods.method import PartKind
from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.meeting.agreements.agreements_page import AgreementsPage
from netmoede_desktop.gui.meeting.roll_call.roll_call_page import RollCallPage
from netmoede_desktop.gui.meeting.window.meeting_window import MeetingWindow
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from tests.gui.activation import bring_to_front
from tests.gui.meeting.window.led_windows import Led, text_in_sight

SENTENCE = " godt nu ja"


@pytest.fixture
def writing(led: Led) -> Led:
    """Ida has the word, something is written, and the keyboard is in her note."""
    return led.starts().goes_on().types("Hej")


def click(led: Led, name: str) -> None:
    """Click on what is called so."""
    found = (one for one in led.window.findChildren(QAbstractButton) if one.accessibleName().startswith(name))
    QTest.mouseClick(next(one for one in found if one.isVisible()), Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def walks_to(led: Led, name: str) -> None:
    """Tab until the keyboard is on what is called so."""
    for _ in range(60):
        if led.focused.accessibleName().startswith(name):
            return
        led.key(Qt.Key.Key_Tab)
    raise AssertionError(name)


def events(led: Led) -> int:
    return led.led.bridge.conducting.history.events


# -- a click, an answer, a window made anew


@pytest.mark.parametrize("name", ["+1 min", "Fællesskærm", "Mærk som styrke", "Aftaler"])
def test_after_a_click_the_words_go_on_where_they_were(writing: Led, name: str) -> None:
    click(writing, name)
    if name.startswith("Aftaler"):
        writing.key(Qt.Key.Key_Escape)
    before = events(writing)
    writing.writes(SENTENCE)
    assert writing.open_note == "Hej" + SENTENCE
    assert events(writing) == before
    assert writing.speaker == "Ida"


def test_after_a_click_on_pas_nobody_else_is_marked(writing: Led) -> None:
    click(writing, "Pas")
    before = events(writing)
    writing.writes(SENTENCE)
    assert events(writing) == before
    assert (writing.open_note, writing.waiting_words) == ("Hej", SENTENCE.lstrip())
    writing.goes_on().types(" Mors")
    assert (writing.speaker, writing.open_note) == ("Åse", SENTENCE.lstrip() + " Mors")


def test_an_answer_to_a_question_leaves_the_words_with_who_speaks(writing: Led) -> None:
    since = writing.led.bridge.conducting.now()
    writing.led.forward(7 * 60)
    writing.led.bridge.report_gap(since)
    writing.key(Qt.Key.Key_Return).types("og mere")
    assert writing.window._gap.sentence
    assert writing.open_note == "Hej\nog mere"
    click(writing, "Tæl med")
    before = events(writing)
    writing.writes(SENTENCE)
    assert (writing.speaker, writing.open_note) == ("Ida", "Hej\nog mere" + SENTENCE)
    assert events(writing) == before


@pytest.mark.parametrize(("typed", "becomes"), [(SENTENCE, "Hej" + SENTENCE), ("godt", "Hej godt"), (".", "Hej.")])
def test_a_window_made_anew_has_the_keyboard_in_the_note_at_once(
    writing: Led, look: Look, t: Translator, qtbot: QtBot, typed: str, becomes: str
) -> None:
    assert writing.window.flush()
    again = MeetingWindow(writing.led.reopened(t), writing.keys, look, t)
    again.resize(1366, 768)
    bring_to_front(again, qtbot)
    try:
        for letter in typed:
            QTest.keyClicks(QApplication.focusWidget() or again, letter)
        assert again.page.writing_place().toPlainText() == becomes  # type: ignore[union-attr]  # the note
        assert writing.led.reopened(t).view.speaker is not None
    finally:
        again.close_now()
        again.deleteLater()


def test_escape_twice_and_videre_leave_the_keyboard_in_the_note(writing: Led) -> None:
    writing.key(Qt.Key.Key_Escape).key(Qt.Key.Key_Escape)
    assert writing.view.pause is not None
    writing.writes(SENTENCE).goes_on()
    before = events(writing)
    writing.writes(SENTENCE)
    assert events(writing) == before
    assert (writing.speaker, writing.open_note) == ("Ida", "Hej" + SENTENCE * 2)


def test_a_seat_that_is_looked_at_does_not_take_the_words(writing: Led) -> None:
    writing.goes_on().types("Mors")
    QTest.mouseClick(writing.table.table.seat(writing.led.ids["ida"]), Qt.MouseButton.LeftButton)
    assert writing.open_note == "Hej"
    assert not writing.table.side.notes.editor.hasFocus()
    told = "Det, du skriver, står hos Åse. Klik i teksten for at rette her."
    assert told in text_in_sight(writing.window)
    writing.writes(SENTENCE)
    assert writing.open_note == "Mors" + SENTENCE
    assert told not in text_in_sight(writing.window)
    writing.goes_on()
    assert (writing.note("ida"), writing.note("mor")) == ("Hej", "Mors" + SENTENCE)


def test_a_note_that_is_looked_at_is_written_in_after_a_click_in_its_text(writing: Led) -> None:
    writing.goes_on().types("Mors")
    QTest.mouseClick(writing.table.table.seat(writing.led.ids["ida"]), Qt.MouseButton.LeftButton)
    QTest.mouseClick(writing.table.side.notes.editor.viewport(), Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert not any("Klik i teksten" in told for told in text_in_sight(writing.window))
    writing.key(Qt.Key.Key_End).writes(SENTENCE)
    assert writing.open_note == "Hej" + SENTENCE


# -- what Tab leads to


@pytest.mark.smoke
def test_space_presses_what_tab_led_to_once_and_then_writes(writing: Led) -> None:
    walks_to(writing, "+1 min")
    before = writing.led.bridge.reading().turn_budget or 0
    writing.key(Qt.Key.Key_Space)
    assert writing.led.bridge.reading().turn_budget == pytest.approx(before + 60)
    writing.writes(SENTENCE)
    assert writing.led.bridge.reading().turn_budget == pytest.approx(before + 60)
    assert writing.open_note == "Hej" + SENTENCE


@pytest.mark.smoke
def test_words_begun_on_a_button_are_written_and_press_nothing(writing: Led) -> None:
    walks_to(writing, "Fortryd")
    before = events(writing)
    writing.writes("sover nu hele natten")
    assert writing.open_note == "Hejsover nu hele natten"
    assert events(writing) == before


@pytest.mark.smoke
def test_where_nobody_has_the_word_no_blank_presses_and_the_words_wait(led: Led) -> None:
    led.starts()
    before = events(led)
    led.writes(SENTENCE).key(Qt.Key.Key_Return)
    assert events(led) == before
    assert led.waiting_words == SENTENCE.lstrip() + "\n"


def test_a_seat_is_pressed_by_space_only_after_an_arrow(led: Led) -> None:
    led.starts().press(Action.TABLE).key(Qt.Key.Key_Space)
    assert led.table.side.notes.key is None
    led.key(Qt.Key.Key_Right).key(Qt.Key.Key_Space)
    assert led.table.side.notes.key is not None


def test_a_figure_among_letters_answers_nobody_in_the_roll_call(led: Led) -> None:
    page = led.window.page
    assert isinstance(page, RollCallPage)
    before = page._roll
    led.writes("sover nu 3 timer")
    assert page._roll == before
    assert led.said == "Det blev ikke skrevet. Vælg først et felt at skrive i."
    led.key(Qt.Key.Key_Down).writes("2")
    assert page._roll != before


# -- keys held down


@pytest.mark.parametrize("told", [True, False], ids=["as the keyboard says", "as a busy screen tells of it"])
def test_videre_held_down_goes_one_step(writing: Led, told: bool) -> None:
    when = 1000
    writing.hand.now += 1
    _send(writing, QEvent.Type.KeyPress, held=False, when=when)
    for _ in range(20):
        writing.hand.now += 0.5
        when += 500
        if not told:
            _send(writing, QEvent.Type.KeyRelease, held=False, when=when)
        _send(writing, QEvent.Type.KeyPress, held=told, when=when)
    assert writing.speaker == "Åse"


@pytest.mark.smoke
def test_a_button_held_down_is_pressed_once(writing: Led) -> None:
    walks_to(writing, "Mærk som styrke")
    before = events(writing)
    for held in (False, True, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", held)
        QApplication.sendEvent(writing.focused, event)
    assert events(writing) - before <= 2  # the note, and its mark


def _send(led: Led, kind: QEvent.Type, *, held: bool, when: int) -> None:
    event = QKeyEvent(kind, Qt.Key.Key_PageDown.value, Qt.KeyboardModifier.NoModifier, "", held)
    event.setTimestamp(when)
    QApplication.sendEvent(led.focused, event)


# -- what is still being composed


def _composes(led: Led, word: str) -> None:
    QApplication.sendEvent(led.focused, QInputMethodEvent(word, []))


def _commits(led: Led, word: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(word)
    QApplication.sendEvent(led.focused, event)


@pytest.mark.parametrize(
    "move",
    [
        lambda led: led.goes_on(),
        lambda led: QTest.mouseClick(led.bar.go, Qt.MouseButton.LeftButton),
        lambda led: led.led.bridge.do(cmd.GoOn()),
    ],
    ids=["key", "click", "elsewhere"],
)
def test_a_word_still_composed_belongs_to_who_said_it(writing: Led, move: Callable[[Led], object]) -> None:
    _composes(writing, "mama")
    writing.hand.now += 1
    move(writing)
    assert writing.speaker == "Åse"
    _commits(writing, "mama")
    assert writing.open_note == ""
    writing.types("Mors").goes_on()
    assert (writing.note("ida"), writing.note("mor")) == ("Hejmama", "Mors")


def test_what_is_composed_goes_on_while_the_note_is_saved(writing: Led, qtbot: QtBot) -> None:
    writing.types(" ")
    _composes(writing, "ma")
    qtbot.waitUntil(lambda: writing.note("ida") == "Hej", timeout=2000)
    _composes(writing, "mama")
    _commits(writing, "mama")
    assert writing.open_note == "Hej mama"


def test_the_next_word_composed_after_a_press_is_the_next_persons(writing: Led) -> None:
    _composes(writing, "mama")
    writing.goes_on()
    _composes(writing, "pa")
    _commits(writing, "papa")
    writing.goes_on()
    assert (writing.note("ida"), writing.note("mor")) == ("Hejmama", "papa")


# -- an agreement in the middle of a turn


def test_an_agreement_in_a_turn_keeps_speaker_and_clock_and_escape_goes_back_to_the_caret(writing: Led) -> None:
    for _ in range(2):
        writing.key(Qt.Key.Key_Left)
    writing.press(Action.AGREEMENT)
    page = writing.window.page
    assert isinstance(page, AgreementsPage)
    assert page.turn.isVisible()
    assert page.turn.text.startswith("Ida har ordet · ")
    shown = page.turn.text
    writing.led.forward(10)
    writing.window.tick()
    assert page.turn.text != shown
    writing.key(Qt.Key.Key_Escape).types("a")
    assert writing.open_note == "Haej"
    assert writing.view.pause is None
    writing.hand.now += 0.1
    writing.key(Qt.Key.Key_Escape)
    assert writing.view.pause is None, "the Esc that went back is no half of a time-out"


def test_in_their_own_part_the_agreements_say_nothing_of_a_turn(led: Led) -> None:
    led.goes_on()
    while led.view.part.kind is not PartKind.AGREEMENTS:
        assert led.led.bridge.do(cmd.NextPart(confirmed=True)), led.said
    page = led.window.page
    assert isinstance(page, AgreementsPage)
    assert not page.turn.isVisible()
    led.key(Qt.Key.Key_Escape)
    assert led.window.page is page
