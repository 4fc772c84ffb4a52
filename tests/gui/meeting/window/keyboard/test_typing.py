"""Typing in a meeting: saved as it is typed, never lost, never moved to somebody else, and quick."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting.vocabulary import Mark
from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.kit.buttons.buttons import Button
from netmoede_desktop.gui.meeting.bridge.line_keeping import LONGEST_MS, QUIET_MS
from netmoede_desktop.services.meeting import meeting_journal
from netmoede_desktop.storage.problems import DiskFull
from tests.gui.meeting.window.led_windows import Led


@pytest.fixture
def writing(led: Led) -> Led:
    """Ida has the word, and the keyboard is in her note."""
    return led.starts().goes_on().press(Action.NOTE)


def test_whoever_begins_to_speak_can_be_written_at_once(led: Led) -> None:
    led.starts().goes_on()
    assert led.focused is led.table.side.notes.editor


def test_what_is_typed_is_saved_within_the_promised_time(writing: Led, qtbot: QtBot) -> None:
    assert QUIET_MS <= 300
    assert LONGEST_MS <= 450
    writing.types("Hun sover dårligt")
    assert writing.note("ida") == ""
    qtbot.waitUntil(lambda: writing.note("ida") == "Hun sover dårligt", timeout=2000)
    assert "gemt" in _all_text(writing)


def test_who_never_stops_typing_is_saved_all_the_same(writing: Led, qtbot: QtBot) -> None:
    for _ in range(60):
        writing.types("a")
        qtbot.wait(QUIET_MS // 4)  # never so long that the pause in typing would save it
        if writing.note("ida"):
            break
    assert set(writing.note("ida")) == {"a"}


def test_a_videre_in_the_middle_of_a_word_leaves_each_their_own(writing: Led) -> None:
    writing.types("Mikkel so").goes_on().types("Jeg er bekymret").goes_on()
    assert (writing.note("ida"), writing.note("mor"), writing.note("far")) == ("Mikkel so", "Jeg er bekymret", "")
    assert writing.open_note == ""
    assert writing.focused is writing.table.side.notes.editor


def test_blanks_at_the_end_stay_on_the_screen_while_typing_goes_on(writing: Led, qtbot: QtBot) -> None:
    writing.types("Hun ")
    qtbot.waitUntil(lambda: writing.note("ida") == "Hun", timeout=2000)
    assert writing.open_note == "Hun "
    writing.types("sover")
    assert writing.open_note == "Hun sover"


def test_the_blank_between_two_words_is_there_when_one_comes_back_to_the_note(writing: Led) -> None:
    writing.types("sover nu ").goes_on()
    writing.table.table.chosen.emit(writing.led.ids["ida"])
    writing.table.side.notes.editor.setFocus()
    writing.types("hele natten").goes_on()
    assert writing.note("ida") == "sover nu hele natten"


def test_det_var_takes_the_note_along(writing: Led) -> None:
    writing.types("Jeg henter ham onsdag")
    writing.press(Action.IT_WAS)
    assert writing.asked == "Det var …"
    writing.types("grete").key(Qt.Key.Key_Return)
    assert writing.speaker == "Grete"
    assert (writing.note("ida"), writing.note("farmor")) == ("", "Jeg henter ham onsdag")
    writing.types(" kl. 8").goes_on()
    assert writing.note("farmor") == "Jeg henter ham onsdag kl. 8"


def test_undo_takes_typing_back_first_and_then_what_was_pressed(writing: Led) -> None:
    writing.types("Hej")
    writing.press(Action.UNDO)
    assert writing.open_note == ""
    assert writing.speaker == "Ida"
    writing.press(Action.UNDO)
    assert writing.speaker == ""


def test_undo_in_a_note_leaves_the_sentence_before(writing: Led) -> None:
    writing.types("Han er dygtig til matematik. Han savner sin hund")
    writing.press(Action.UNDO)
    assert writing.open_note == "Han er dygtig til matematik."
    writing.press(Action.UNDO)
    assert (writing.open_note, writing.speaker) == ("", "Ida")


def test_undo_of_the_word_leaves_what_was_written(writing: Led) -> None:
    writing.types("Hej").goes_on().press(Action.GO_BACK)
    assert (writing.speaker, writing.open_note) == ("Ida", "Hej")


def test_more_than_twenty_acts_can_be_taken_back(writing: Led) -> None:
    before = writing.view
    for number in range(25):
        writing.led.bridge.do(cmd.ParkTopic(f"Emne {number}"))
    for _ in range(25):
        writing.press(Action.UNDO)
    assert writing.view.parked == ()
    assert writing.view.undo == before.undo


def test_a_mark_is_kept_with_the_note_and_taken_off_again(writing: Led) -> None:
    writing.types("Han elsker fodbold")
    marks = {button.text(): button for button in writing.table.side.notes.findChildren(Button)}
    marks["styrke"].click()
    assert writing.view.notes[0].mark is Mark.RESOURCE
    writing.types("!").goes_on().press(Action.GO_BACK)
    assert writing.view.notes[0].mark is Mark.RESOURCE
    assert marks["styrke"].isChecked()
    marks["styrke"].click()
    assert writing.view.notes[0].mark is None


def test_a_seat_opens_that_persons_earlier_note_and_f2_goes_back(writing: Led) -> None:
    writing.types("Idas ord").goes_on().types("Mors ord")
    writing.table.table.chosen.emit(writing.led.ids["ida"])
    assert writing.open_note == "Idas ord"
    writing.press(Action.NOTE)
    assert writing.open_note == "Mors ord"
    writing.table.table.chosen.emit(writing.led.ids["ida"])
    writing.table.side.notes.editor.setFocus()
    writing.table.side.notes.editor.moveCursor(QTextCursor.MoveOperation.End)
    writing.types(" rettet").goes_on()
    assert writing.note("ida") == "Idas ord rettet"
    assert writing.note("mor") == "Mors ord"
    assert writing.open_note == ""


def test_a_note_from_an_earlier_part_is_corrected_where_it_was_said(writing: Led) -> None:
    writing.types("Først").goes_on()
    writing.led.bridge.do(cmd.NextPart(confirmed=True))
    writing.led.bridge.do(cmd.OpenNextRound())
    writing.goes_on().types("Siden")
    writing.window.save()
    notes = writing.table.side.notes
    assert not notes._where.isHidden()
    notes._where.setCurrentIndex(0)
    notes._where.activated.emit(0)
    assert writing.open_note == "Først"
    writing.types("!")
    writing.window.save()
    assert [note.text for note in writing.view.notes if note.key.person == writing.led.ids["ida"]] == [
        "Først!",
        "Siden",
    ]


def test_where_nobody_has_the_word_f2_asks_whose_words_they_are(led: Led) -> None:
    led.goes_on().press(Action.NOTE)
    assert led.asked == "Hvem siger det?"
    led.types("bent").key(Qt.Key.Key_Return)
    led.types("Hvornår slutter vi?").goes_on()
    assert led.note("far") == "Hvornår slutter vi?"


def test_pasted_text_is_plain_and_pictures_are_left_out(writing: Led) -> None:
    rich = QMimeData()
    rich.setHtml("<b>Fed</b> <script>x</script>")
    rich.setText("Fed\u200b skr\u00adift")
    editor = writing.table.side.notes.editor
    editor.insertFromMimeData(rich)
    picture = QMimeData()
    picture.setImageData(QImage(8, 8, QImage.Format.Format_RGB32))
    assert not editor.canInsertFromMimeData(picture)
    editor.insertFromMimeData(picture)
    writing.goes_on()
    assert writing.note("ida") == "Fed skrift"


def test_a_note_of_fifty_thousand_characters_is_kept_and_no_key_in_it_reads_all_of_it(
    writing: Led, monkeypatch: pytest.MonkeyPatch
) -> None:
    paragraph = "Hun fortæller om aftenen, hvor far er på nat. " * 20 + "\n"
    long = (paragraph * 60)[:50_000].strip()
    pasted = QMimeData()
    pasted.setText(long)
    editor = writing.table.side.notes.editor
    editor.insertFromMimeData(pasted)
    assert writing.window.save()
    assert writing.note("ida") == long
    read: list[str] = []
    whole = editor.toPlainText

    def reading() -> str:
        read.append("all of it")
        return whole()

    monkeypatch.setattr(editor, "toPlainText", reading)
    for _ in range(50):
        QTest.keyClick(editor, Qt.Key.Key_A)
    assert read == []
    writing.goes_on()
    assert read == ["all of it"]
    assert writing.note("ida") == long + "a" * 50


def test_typing_goes_on_while_the_disk_is_full_and_nothing_is_lost(
    writing: Led, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull

    append = meeting_journal.append
    monkeypatch.setattr(meeting_journal, "append", full)
    writing.types("Det vigtige")
    qtbot.waitUntil(lambda: "ikke gemt endnu" in _all_text(writing), timeout=2000)
    assert "Disken er fuld" in writing.overlay.banner.text
    writing.goes_on()
    assert (writing.speaker, writing.open_note) == ("Ida", "Det vigtige")
    writing.types(", og mere")
    monkeypatch.setattr(meeting_journal, "append", append)
    qtbot.waitUntil(lambda: writing.note("ida") == "Det vigtige, og mere", timeout=5000)
    assert writing.overlay.banner.text == ""
    assert writing.said == "Alt er gemt igen."


def test_proev_igen_does_the_press_that_was_refused(writing: Led, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise DiskFull

    append = meeting_journal.append
    monkeypatch.setattr(meeting_journal, "append", full)
    writing.types("Ord").goes_on()
    assert writing.speaker == "Ida"
    monkeypatch.setattr(meeting_journal, "append", append)
    writing.overlay.banner.acted.emit()
    assert (writing.note("ida"), writing.speaker) == ("Ord", "Åse")


def test_a_note_refused_by_the_disk_stays_its_own_persons_whatever_is_pressed(
    writing: Led, monkeypatch: pytest.MonkeyPatch
) -> None:
    append = meeting_journal.append

    def no_notes(*given: object) -> None:
        if "NoteWritten" in str(given):
            raise DiskFull
        append(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(meeting_journal, "append", no_notes)
    writing.types("Idas").goes_on().types("Mors")
    assert writing.speaker == "Åse"
    writing.press(Action.IT_WAS).types("bent").key(Qt.Key.Key_Return)
    assert writing.speaker == "Åse"
    monkeypatch.setattr(meeting_journal, "append", append)
    assert writing.window.save()
    assert (writing.note("ida"), writing.note("mor"), writing.note("far")) == ("Idas", "Mors", "")


def test_the_note_of_somebody_whose_coming_is_undone_stops_nothing(writing: Led) -> None:
    writing.press(Action.ARRIVAL).types("Aisha, nabo").key(Qt.Key.Key_Return).key(Qt.Key.Key_1)
    newcomer = next(seat for seat in writing.view.seats if seat.name == "Aisha")
    writing.led.bridge.do(cmd.GiveWord(newcomer.person))
    writing.types("Jeg bor ved siden af")
    writing.press(Action.UNDO)
    while any(seat.name == "Aisha" for seat in writing.view.seats):
        writing.press(Action.UNDO)
    assert writing.window.save()
    assert writing.speaker == "Ida"


def _all_text(led: Led) -> str:
    from PySide6.QtWidgets import QLabel

    return " ".join(label.text() for label in led.table.findChildren(QLabel))


def test_words_typed_for_the_wrong_person_go_back_when_that_is_taken_back(writing: Led) -> None:
    writing.types("En hund og en ven").press(Action.IT_WAS).types("Åse").key(Qt.Key.Key_Return)
    assert writing.speaker == "Åse"
    writing.writes(" mere").press(Action.UNDO).press(Action.UNDO)
    assert (writing.speaker, writing.open_note) == ("Ida", "En hund og en ven")
    writing.goes_on()
    assert (writing.speaker, writing.open_note) == ("Åse", "")
    assert (writing.note("ida"), writing.note("mor")) == ("En hund og en ven", "")
