"""Everything larger in the middle of something: the same page, the same tab, the same field, the caret where it was."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.agreements.agreements import Answer
from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.desk.office_page import ToMeeting, ToPreparation
from netmoede_desktop.gui.meeting.agreements.agreements_page import AgreementsPage
from netmoede_desktop.gui.meeting.reading.reading_page import ReadingPage
from netmoede_desktop.gui.meeting.table.side_panel import Tab
from netmoede_desktop.gui.meeting.window.pages import PageKind
from netmoede_desktop.gui.minutes.editing.corrections import TextCorrection
from netmoede_desktop.gui.preparation.preparation import PreparationPage
from netmoede_desktop.gui.preparation.preparation_steps import PreparationStep
from netmoede_desktop.gui.shell.minutes_window import MinutesWindow
from tests.gui.activation import bring_to_front
from tests.gui.sessions import Opened, opened


@pytest.fixture
def one(tmp_path: Path, qtbot: QtBot, fonts: None) -> Iterator[Opened]:
    """The office, with a meeting that has not begun."""
    with opened(tmp_path) as session:
        yield session


@pytest.fixture
def speaking(one: Opened, qtbot: QtBot) -> Opened:
    """A meeting in which somebody has the word, and nothing is written yet."""
    one.office.navigate_to(ToMeeting(one.meeting))
    one.types_a_note("", qtbot)
    return one


def focused() -> QWidget:
    """What has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def larger(one: Opened, qtbot: QtBot) -> None:
    """Ctrl and plus where the keyboard is, until the window built anew is in use."""
    before = one.session.window
    assert before is not None
    QTest.keyClick(focused(), Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: one.session.window is not before)
    assert one.session.window is not None
    bring_to_front(one.session.window, qtbot)
    QApplication.processEvents()


def notes(one: Opened) -> list[str]:
    """The notes, as they are kept."""
    one.led.save()
    return [note.text for note in one.led.view.notes]


def press(one: Opened, action: Action) -> None:
    """Press what stands for it."""
    one.led.window.press(action)
    QApplication.processEvents()


def test_the_private_tab_stays_and_what_is_typed_is_nobodys_note(speaking: Opened, qtbot: QtBot) -> None:
    press(speaking, Action.PRIVATE)
    larger(speaking, qtbot)
    side = speaking.led.window.table.side
    assert side.tab is Tab.PRIVATE
    QTest.keyClicks(focused(), "faren drikker")
    assert side.private is not None
    assert side.private.line.text == "faren drikker"
    assert notes(speaking) == []


def test_a_question_that_is_being_answered_is_still_asked(speaking: Opened, qtbot: QtBot) -> None:
    speaking.led.window._questions.park()
    QTest.keyClicks(focused(), "sko")
    larger(speaking, qtbot)
    QTest.keyClicks(focused(), "len")
    line = speaking.led.window._overlay.question_bar.line
    assert line is not None
    assert line.text() == "skolen"


def test_the_board_stays_with_an_empty_line(speaking: Opened, qtbot: QtBot) -> None:
    speaking.led.window.table.side.show_tab(Tab.BOARD)
    larger(speaking, qtbot)
    assert speaking.led.window.table.side.tab is Tab.BOARD


def test_a_line_begun_elsewhere_leads_nobody_away_from_the_table(speaking: Opened, qtbot: QtBot) -> None:
    press(speaking, Action.AGREEMENT)
    QTest.keyClicks(focused(), "Mor ringer")
    press(speaking, Action.TABLE)
    press(speaking, Action.NOTE)
    larger(speaking, qtbot)
    assert speaking.led.window.page is speaking.led.window.table
    QTest.keyClicks(focused(), "sover")
    assert notes(speaking) == ["sover"]
    press(speaking, Action.AGREEMENT)
    page = speaking.led.window.page
    assert isinstance(page, AgreementsPage)
    assert page.entry.line.text == "Mor ringer"


def test_the_agreement_that_is_read_aloud_is_still_the_one_that_is_answered(speaking: Opened, qtbot: QtBot) -> None:
    port = speaking.led.port
    for words in ("Mor ringer", "Far henter"):
        port.do(cmd.WriteAgreement(words, port.view.seats[0].person))
    speaking.led.window.show_page(PageKind.READING)
    reading = speaking.led.window.page
    assert isinstance(reading, ReadingPage)
    reading.start(2)
    larger(speaking, qtbot)
    page = speaking.led.window.page
    assert isinstance(page, ReadingPage)
    assert (page.number, speaking.led.port.read_aloud) == (2, 2)
    assert page.hasFocus()


def test_words_being_put_right_are_no_answer_after_it(speaking: Opened, qtbot: QtBot) -> None:
    port = speaking.led.port
    port.do(cmd.WriteAgreement("Mor ringer", port.view.seats[0].person))
    speaking.led.window.show_page(PageKind.READING)
    page = speaking.led.window.page
    assert isinstance(page, ReadingPage)
    page.answers[Answer.CHANGE].click()
    larger(speaking, qtbot)
    QTest.keyClicks(focused(), "j")
    page = speaking.led.window.page
    assert isinstance(page, ReadingPage)
    assert (page.editing, page.edit.text) == (True, "Mor ringerj")


def test_the_days_of_the_follow_up_stay(speaking: Opened, qtbot: QtBot) -> None:
    press(speaking, Action.AGREEMENT)
    page = speaking.led.window.page
    assert isinstance(page, AgreementsPage)
    page.side.follow_up_asked.emit()
    larger(speaking, qtbot)
    page = speaking.led.window.page
    assert isinstance(page, AgreementsPage)
    assert page.follow_up.isVisible()


@pytest.mark.parametrize("kind", [PageKind.STATUS, PageKind.CLOSING, PageKind.HELP])
def test_a_page_beside_the_part_stays(speaking: Opened, qtbot: QtBot, kind: PageKind) -> None:
    speaking.led.window.show_page(kind)
    larger(speaking, qtbot)
    assert speaking.led.window.page is speaking.led.window.page_of_kind(kind)


def test_a_word_that_is_begun_is_gone_on_with(speaking: Opened, qtbot: QtBot) -> None:
    QTest.keyClicks(focused(), "tirsd")
    larger(speaking, qtbot)
    QTest.keyClicks(focused(), "ag")
    assert notes(speaking) == ["tirsdag"]


def test_the_blank_a_note_was_left_with_is_still_there(speaking: Opened, qtbot: QtBot) -> None:
    QTest.keyClicks(focused(), "hver ")
    larger(speaking, qtbot)
    QTest.keyClicks(focused(), "tirsdag")
    assert notes(speaking) == ["hver tirsdag"]


def test_the_caret_is_where_it_was_in_the_note(speaking: Opened, qtbot: QtBot) -> None:
    QTest.keyClicks(focused(), "sover natten")
    for _ in "natten":
        QTest.keyClick(focused(), Qt.Key.Key_Left)
    larger(speaking, qtbot)
    QTest.keyClicks(focused(), "hele ")
    assert notes(speaking) == ["sover hele natten"]


def test_in_the_referat_it_is_the_same_field_of_the_same_section(speaking: Opened, qtbot: QtBot) -> None:
    QTest.keyClicks(focused(), "sover nu")
    speaking.led.save()
    port = speaking.led.port
    port.do(cmd.WriteAgreement("Mor ringer", port.view.seats[0].person))
    port.do(cmd.StopMeeting("Barnet blev sygt"))
    speaking.led.window.leave()
    window = speaking.session.window
    assert isinstance(window, MinutesWindow)
    bring_to_front(window, qtbot)
    page = window.page
    key = next(one.key for one in page._work.sections if "sover nu" in str(one.entries))
    assert key != page._work.sections[0].key
    page.go_to(key)
    qtbot.waitUntil(lambda: page._editor.whole)
    field = next(
        one for one in page._editor.fields.values() if isinstance(one, TextCorrection) and one.editor.text == "sover nu"
    )
    field.editor.setFocus()
    QTest.keyClick(field.editor, Qt.Key.Key_Home)
    larger(speaking, qtbot)
    window = speaking.session.window
    assert isinstance(window, MinutesWindow)
    QTest.keyClicks(focused(), "hun ")
    built = window.page._editor.fields[field.field.key]
    assert isinstance(built, TextCorrection)
    assert (built.editor.hasFocus(), built.editor.text) == (True, "hun sover nu")


def test_in_a_preparation_the_caret_stays_in_the_purpose(one: Opened, qtbot: QtBot) -> None:
    one.office.navigate_to(ToPreparation(one.meeting))
    bring_to_front(one.office, qtbot)
    page = one.office.page
    assert isinstance(page, PreparationPage)
    qtbot.waitUntil(lambda: page.bridge.meeting is not None)
    text = focused()
    assert isinstance(text, QPlainTextEdit)
    QTest.keyClicks(text, "Skole og sovetider ")
    for _ in "sovetider ":
        QTest.keyClick(text, Qt.Key.Key_Left)
    larger(one, qtbot)
    QTest.keyClicks(focused(), "gode ")
    built = focused()
    assert isinstance(built, QPlainTextEdit)
    assert built is not text
    assert built.toPlainText() == "Skole og gode sovetider "


def test_in_a_preparation_the_step_stays(one: Opened, qtbot: QtBot) -> None:
    one.office.navigate_to(ToPreparation(one.meeting))
    bring_to_front(one.office, qtbot)
    page = one.office.page
    assert isinstance(page, PreparationPage)
    qtbot.waitUntil(lambda: page.bridge.meeting is not None)
    page.go_to(PreparationStep.TIME)
    kind = type(focused())
    larger(one, qtbot)
    built = one.office.page
    assert isinstance(built, PreparationPage)
    assert (built.step, type(focused())) == (PreparationStep.TIME, kind)
