"""What sentences are written in and understood by: the growing field, chips, marks, a flow that wraps, a day."""

from collections.abc import Mapping
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.access.passphrase_input import PassphraseInput
from netmoede_desktop.gui.kit.buttons.chips import Chip, ChipKind
from netmoede_desktop.gui.kit.dates.day_field import DayField
from netmoede_desktop.gui.kit.fields.fields import Field, TextInput
from netmoede_desktop.gui.kit.fields.growing_input import GrowingInput
from netmoede_desktop.gui.kit.layout.flow import add_to_flow, flowing
from netmoede_desktop.gui.kit.text.marks import MarkedButton, MarkShape, MarkTone
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.theme.themes import ThemeName
from netmoede_desktop.localization.catalogue import Translator
from tests.gui.conftest import dressed

TODAY = date(2026, 11, 23)


def no_days_off(_first: date, _last: date) -> Mapping[date, str]:
    return {}


@pytest.fixture
def day_field(qtbot: QtBot, look: Look, t: Translator) -> DayField:
    field = DayField("Fra", look, t, lambda: TODAY, no_days_off)
    qtbot.addWidget(field)
    return field


def shown(qtbot: QtBot, widget: QWidget, width: int) -> QWidget:
    qtbot.addWidget(widget)
    widget.resize(width, 40)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_field_grows_with_its_text_up_to_its_most_and_hides_no_line(
    qapp: QApplication, qtbot: QtBot, scale: float
) -> None:
    look = dressed(qapp, ThemeName.LIGHT, scale)
    field = GrowingInput(look, most=3)
    shown(qtbot, field, look.px(300))
    one = field.height()
    heights = []
    for words in (2, 12, 24, 200):
        field.set_text("ord " * words)
        field.resize(look.px(300), field.height())
        heights.append(field.height())
    line = field.fontMetrics().lineSpacing()
    assert heights[0] == one
    assert [round((height - one) / line) for height in heights] == [0, 1, 2, 2]
    field.set_text("")
    assert field.height() == one
    assert one >= line + 2 * look.px(3)


def test_nothing_that_is_pasted_brings_a_line_break(qtbot: QtBot, look: Look) -> None:
    field = GrowingInput(look)
    qtbot.addWidget(field)
    data = QMimeData()
    data.setText("første\r\nanden\tlinje\u2029")
    field.insertFromMimeData(data)
    assert field.text == "første anden linje"


def test_typing_is_undone_in_the_field_and_what_was_set_is_not(qtbot: QtBot, look: Look) -> None:
    field = GrowingInput(look)
    qtbot.addWidget(field)
    field.set_text("Kirsten")
    assert not field.document().isUndoAvailable()
    QTest.keyClicks(field, " henter")
    assert field.document().isUndoAvailable()
    field.undo()
    assert field.text == "Kirsten"


def test_a_field_that_nothing_was_typed_in_has_nothing_to_undo(qtbot: QtBot, look: Look) -> None:
    field = GrowingInput(look)
    qtbot.addWidget(field)
    assert not field.document().isUndoAvailable()


def undone(field: TextInput) -> list[str]:
    """The text after each step that is undone."""
    texts = []
    while field.document().isUndoAvailable():
        field.undo()
        texts.append(field.toPlainText())
    return texts


def test_undo_takes_one_run_of_typing_which_a_pause_or_a_sentence_ends(qtbot: QtBot) -> None:
    now = [0.0]
    field = TextInput(seconds=lambda: now[0])
    qtbot.addWidget(field)
    for pause, words in ((0.0, "Han er"), (1.9, " dygtig"), (2.0, " til matematik."), (0.1, " Han"), (0.1, " leger")):
        now[0] += pause
        QTest.keyClicks(field, words)
    whole = field.toPlainText()
    assert undone(field) == ["Han er dygtig til matematik.", "Han er dygtig", ""]
    while field.document().isRedoAvailable():
        field.redo()
    assert field.toPlainText() == whole == "Han er dygtig til matematik. Han leger"


def test_typing_before_the_last_blank_of_a_long_note_goes_on(qtbot: QtBot) -> None:
    """There a line is full: looked for while nothing is laid out, its end would end the program."""
    text = "Hun sover bedst, når hun ved, hvem der kommer. " * 30
    field = TextInput(text)
    qtbot.addWidget(field)
    field.resize(230, 250)
    field.show()
    for places in range(60):
        field.setPlainText(text)
        cursor = field.textCursor()
        cursor.setPosition(len(text) - places)
        field.setTextCursor(cursor)
        QTest.keyClicks(field, "ja")
        assert field.toPlainText() == text[: len(text) - places] + "ja" + text[len(text) - places :]


def test_what_is_put_right_or_undone_is_no_part_of_the_next_run(qtbot: QtBot) -> None:
    field = TextInput(seconds=lambda: 0.0)
    qtbot.addWidget(field)
    QTest.keyClicks(field, "Hun sovet")
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClicks(field, "r")
    field.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(field, "Og: ")
    field.undo()
    QTest.keyClicks(field, "Ja, ")
    assert undone(field) == ["Hun sover", "Hun sove", "Hun sovet", ""]
    QTest.keyClicks(field, "Hun")
    field.selectAll()
    QTest.keyClicks(field, "Han")
    assert undone(field) == ["Hun", ""]


def test_what_is_typed_at_the_foot_of_a_full_field_is_seen(qtbot: QtBot) -> None:
    field = TextInput()
    qtbot.addWidget(field)
    field.resize(200, 60)
    with qtbot.waitExposed(field):
        field.show()
    for _ in range(30):
        QTest.keyClicks(field, "ord efter ord ")
        assert field.viewport().rect().contains(field.cursorRect().center())


def test_tab_leaves_the_field(qtbot: QtBot, look: Look) -> None:
    field = GrowingInput(look)
    qtbot.addWidget(field)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert field.text == ""


def test_a_flow_goes_on_to_the_next_line_and_pushes_its_last_to_the_end(qtbot: QtBot, look: Look) -> None:
    chips = [Chip(text, look) for text in ("hvem: Kirsten", "fra: onsdag 2. december", "tegn?")]
    flow = shown(qtbot, flowing(*chips, gap=8, push_last=True), 600)
    assert len({chip.y() for chip in chips}) == 1
    assert chips[2].geometry().right() == flow.width() - 1
    flow.resize(200, flow.heightForWidth(200))
    assert chips[0].y() < chips[1].y() <= chips[2].y()
    assert all(flow.rect().contains(chip.geometry()) for chip in chips)
    chips[0].hide()
    assert flow.heightForWidth(600) == chips[1].sizeHint().height()
    more = Chip("mere", look)
    add_to_flow(flow, more)
    assert more.parentWidget() is flow
    more.deleteLater()


def test_a_chip_says_its_words_to_eyes_and_screen_readers_and_can_be_pressed(qtbot: QtBot, look: Look) -> None:
    chip = Chip("hvem?", look)
    qtbot.addWidget(chip)
    chip.show_text("hvem: Kirsten", ChipKind.DONE)
    assert (chip.text(), chip.accessibleName(), chip.toolTip()) == ("hvem: Kirsten",) * 3
    with qtbot.waitSignal(chip.clicked):
        QTest.keyClick(chip, Qt.Key.Key_Space)


def test_a_marked_line_leads_somewhere_or_is_words_only(qtbot: QtBot, look: Look) -> None:
    line = MarkedButton("Alle aftaler har en dato og en ansvarlig", look, MarkShape.CHECK, MarkTone.DONE, leads=False)
    qtbot.addWidget(line)
    pressed: list[bool] = []
    line.clicked.connect(lambda: pressed.append(True))
    assert line.focusPolicy() is Qt.FocusPolicy.NoFocus
    line.set_leads(True)
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    QTest.keyClick(line, Qt.Key.Key_Space)
    assert pressed == [True, True]
    assert line.heightForWidth(120) > line.heightForWidth(600) == line.sizeHint().height()


def test_a_day_is_typed_and_understood_and_nothing_typed_is_taken_away(day_field: DayField, qtbot: QtBot) -> None:
    told: list[object] = []
    day_field.changed.connect(told.append)
    QTest.keyClicks(day_field.line, "fredag d. 4. december")
    assert day_field.day == date(2026, 12, 4)
    assert told[-1] == date(2026, 12, 4)
    assert day_field.line.text() == "fredag d. 4. december"
    assert day_field.line.accessibleDescription() == "fredag 4. december"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("", ""),
        ("2/12", ""),
        ("31/2", "Den dag findes ikke. Skriv fx »2/12«."),
        ("snart", "Dagen kan ikke læses. Skriv fx »2/12« eller »på fredag«."),
        ("mandag 4/12", "Datoen falder på en anden ugedag. Ret ugedagen eller datoen."),
        ("uge 49", "Det kan være flere dage. Skriv datoen, fx »2/12«."),
    ],
)
def test_what_is_wrong_is_said_when_the_field_is_left(day_field: DayField, line: str, problem: str) -> None:
    QTest.keyClicks(day_field.line, line)
    assert not day_field.line.property("wrong")
    QTest.keyClick(day_field.line, Qt.Key.Key_Return)
    assert day_field.problem == problem
    assert bool(day_field.line.property("wrong")) is bool(problem)
    assert day_field.line.text() == line


def test_a_day_that_is_set_or_cleared_tells_nobody(day_field: DayField) -> None:
    told: list[object] = []
    day_field.changed.connect(told.append)
    day_field.set_day(date(2026, 12, 2))
    assert day_field.line.text() == "2/12-2026"
    day_field.clear()
    assert (day_field.day, day_field.line.text(), told) == (None, "", [])


def test_a_day_is_picked_from_the_month(day_field: DayField, qtbot: QtBot) -> None:
    day_field.show()
    day_field.open_calendar()
    month = next(child for child in day_field.children() if child.inherits("QFrame") and hasattr(child, "grid"))
    month.grid.picked.emit(date(2026, 12, 9))
    assert day_field.day == date(2026, 12, 9)
    assert day_field.line.text() == "9/12-2026"
    day_field.close()


def test_undo_brings_the_day_again_that_was_typed_before_one_was_picked(day_field: DayField) -> None:
    QTest.keyClicks(day_field.line, "2/12")
    typed = day_field.day
    day_field._pick(date(2026, 12, 7))
    assert day_field.day == date(2026, 12, 7)
    QTest.keyClick(day_field.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert day_field.line.text() == "2/12"
    assert day_field.day == typed
    QTest.keyClick(day_field.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert day_field.line.text() == ""


def test_a_field_whose_line_below_is_only_kept_free_is_described_by_nothing(qtbot: QtBot, look: Look) -> None:
    field = Field("Rolle", QLineEdit(), look, hint=" ")
    qtbot.addWidget(field)
    assert not field.editor.accessibleDescription()
    field.show_problem("Vælg en rolle.")
    field.show_problem("")
    assert not field.editor.accessibleDescription()


def test_the_buttons_of_several_passphrases_are_told_apart(qtbot: QtBot, look: Look, t: Translator) -> None:
    lines = [PassphraseInput(look, t) for _ in range(2)]
    fields = [Field(name, line, look) for name, line in zip(("Den nu", "Den nye"), lines, strict=True)]
    for field in fields:
        qtbot.addWidget(field)
    assert [line.button.accessibleName() for line in lines] == ["Vis: Den nu", "Vis: Den nye"]
    lines[1].show_text(shown=True)
    assert lines[1].button.accessibleName() == "Skjul: Den nye"
