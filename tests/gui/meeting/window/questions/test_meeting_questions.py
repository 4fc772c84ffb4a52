"""Short questions above the bar: by digit, arrow, writing and mouse; then the keyboard is back where it was."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting.vocabulary import TurnState
from netmoede_desktop.domain.people.people import ChildPlace, PlaceKind, Role
from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.kit.buttons.buttons import Button
from netmoede_desktop.gui.meeting.roll_call.roll_call import unexpected
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import NextKind
from tests.gui.meeting.window.led_windows import Led, Shelf, led_window


@pytest.fixture
def speaking(led: Led) -> Led:
    """Ida has the word, and the keyboard is in her note."""
    return led.starts().goes_on()


def options(led: Led) -> list[str]:
    """The answers that can be seen."""
    shown = [button for button in led.question_bar._buttons if not button.isHidden()]
    return [button.text() for button in shown]


def option(led: Led, label: str) -> Button:
    return next(button for button in led.question_bar._buttons if button.text().startswith(label))


def test_a_digit_chooses(speaking: Led) -> None:
    speaking.press(Action.REMARK).key(Qt.Key.Key_2)
    assert speaking.word.remark == "Bent"
    assert speaking.asked == ""


def test_arrows_walk_and_enter_takes(speaking: Led) -> None:
    speaking.press(Action.REMARK).key(Qt.Key.Key_Down).key(Qt.Key.Key_Right).key(Qt.Key.Key_Return)
    assert speaking.word.remark == "Bent"


def test_two_words_of_one_answer_need_not_stand_together(speaking: Led) -> None:
    speaking.press(Action.REMARK).types("hanne lærer")
    assert options(speaking) == ["Hanne (klasselærer)"]


def test_writing_narrows_and_enter_takes_the_first_that_fits(speaking: Led) -> None:
    speaking.press(Action.REMARK).types("lærer")
    assert options(speaking) == ["Hanne (klasselærer)"]
    speaking.key(Qt.Key.Key_Return)
    assert speaking.word.remark == "Hanne"


def comes(led: Led, person: str, name: str, role: Role = Role.PRIVATE, relation: str = "") -> None:
    """Somebody more is at the table."""
    led.led.bridge.do(unexpected(person, name, role, relation))


@pytest.mark.parametrize("written", ["alexandra", "Konstantina", "kon", "papa", "Alexandra-Kon", "ALEXANDRA"])
def test_a_person_is_found_by_the_beginning_of_any_part_of_the_name(speaking: Led, written: str) -> None:
    comes(speaking, "new", "Alexandra-Konstantina Papadopoulou")
    speaking.press(Action.REMARK).types(written).key(Qt.Key.Key_Return)
    assert speaking.word.remark == "Alexandra-Konstantina"


def test_letters_that_are_hard_to_type_are_found_without_them(speaking: Led) -> None:
    speaking.press(Action.REMARK).types("soren").key(Qt.Key.Key_Return)
    assert speaking.word.remark == "Søren"


def test_where_two_fit_enter_guesses_nobody_and_says_so(speaking: Led) -> None:
    comes(speaking, "new", "Hanne-Lise Juul")
    comes(speaking, "other", "Hanne-Marie Vest")
    speaking.press(Action.REMARK).types("hanne-").key(Qt.Key.Key_Return)
    assert speaking.word.remark is None
    assert speaking.question_bar._problem.text() == "Det kan være flere. Skriv mere, eller vælg med pilene."
    speaking.types("m")
    assert speaking.question_bar._problem.text() == ""
    speaking.key(Qt.Key.Key_Return)
    assert speaking.word.remark == "Hanne-Marie"


def test_whoever_is_called_just_that_is_no_guess(speaking: Led) -> None:
    comes(speaking, "new", "Hanne-Lise Juul")
    speaking.press(Action.REMARK).types("hanne").key(Qt.Key.Key_Return)
    assert speaking.word.remark == "Hanne"


def test_a_new_name_inside_that_of_somebody_expected_is_a_new_person(speaking: Led) -> None:
    comes(speaking, "new", "Frida Juul")
    speaking.led.bridge.do(cmd.Leave("new"))
    speaking.press(Action.ARRIVAL).types("Rida").key(Qt.Key.Key_Return)
    assert speaking.asked == "Hvem er Rida?"


def test_the_mouse_chooses_too(speaking: Led) -> None:
    speaking.press(Action.REMARK)
    QTest.mouseClick(option(speaking, "Grete"), Qt.MouseButton.LeftButton)
    assert speaking.word.remark == "Grete"


def test_enter_without_a_choice_takes_nobody(speaking: Led) -> None:
    speaking.press(Action.REMARK).key(Qt.Key.Key_Return)
    assert speaking.word.remark is None
    assert speaking.asked == "Indskud fra …"
    assert speaking.question_bar._problem.text().startswith("Tryk på et tal")


def test_escape_closes_and_the_keyboard_goes_back_to_where_it_was(speaking: Led) -> None:
    note = speaking.focused
    assert note is speaking.table.side.notes.editor
    speaking.types("Hun ")
    speaking.press(Action.REMARK)
    assert speaking.question_bar.isVisible()
    assert speaking.question_bar.isAncestorOf(speaking.focused)
    speaking.key(Qt.Key.Key_Escape)
    assert speaking.focused is note
    speaking.types("sover").goes_on()
    assert speaking.note("ida") == "Hun sover"


def test_tab_stays_in_the_question_whatever_lies_behind_it(speaking: Led) -> None:
    speaking.press(Action.REMARK)
    entry, seen = speaking.focused, []
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        seen += [speaking.key(key).focused for _ in range(len(options(speaking)) + 2)]
        assert speaking.focused is entry
    assert all(speaking.question_bar.isAncestorOf(widget) for widget in seen)
    assert set(speaking.question_bar._buttons) < set(seen)


def test_a_key_of_the_meeting_goes_before_the_question(speaking: Led) -> None:
    speaking.press(Action.REMARK).goes_on()
    assert speaking.asked == ""
    assert speaking.speaker == "Åse"


def test_somebody_new_is_seated_by_name_and_a_digit_and_has_the_word_last(speaking: Led) -> None:
    speaking.press(Action.ARRIVAL)
    assert speaking.asked == "Hvem kommer?"
    speaking.types("Aisha Omar, nabo").key(Qt.Key.Key_Return)
    assert speaking.asked == "Hvem er Aisha Omar?"
    speaking.key(Qt.Key.Key_1)
    newcomer = next(seat for seat in speaking.view.seats if seat.name == "Aisha")
    assert (newcomer.full_name, newcomer.relation, newcomer.role) == ("Aisha Omar", "nabo", Role.PRIVATE)
    assert speaking.view.waiting[-1].person == newcomer.person
    speaking.press(Action.UNDO)
    assert all(seat.name != "Aisha" for seat in speaking.view.seats)


def test_what_a_newcomer_is_said_to_be_is_what_enter_takes(speaking: Led) -> None:
    speaking.press(Action.ARRIVAL).types("Bo Lund, familierådgiver").key(Qt.Key.Key_Return)
    speaking.key(Qt.Key.Key_Return)
    assert next(seat for seat in speaking.view.seats if seat.name == "Bo").role is Role.AUTHORITY


def test_somebody_expected_who_comes_late_is_chosen_by_name(speaking: Led) -> None:
    speaking.led.bridge.do(cmd.Leave(speaking.led.ids["lærer"]))
    speaking.press(Action.ARRIVAL)
    assert options(speaking) == ["Hanne (klasselærer, er gået)"]
    speaking.types("han").key(Qt.Key.Key_Return)
    assert speaking.view.seat(speaking.led.ids["lærer"]).here


@pytest.mark.parametrize("written", ["", "\u200b", " , nabo"], ids=["nothing", "nothing to see", "only who it is"])
def test_a_name_that_is_empty_is_asked_for_again_and_nothing_is_lost(speaking: Led, written: str) -> None:
    speaking.press(Action.ARRIVAL)
    speaking.question_bar._entry.setText(written)
    speaking.key(Qt.Key.Key_Return)
    assert speaking.asked == "Hvem kommer?"
    assert speaking.question_bar._problem.text() == "Skriv et navn."


@pytest.mark.parametrize(("written", "problem"), [("0", True), ("999", True), ("12", False), ("12 min.", False)])
def test_a_pause_of_ones_own_length(speaking: Led, written: str, problem: bool) -> None:
    speaking.press(Action.PAUSE).types(written).key(Qt.Key.Key_Return)
    assert (speaking.view.pause is None) is problem
    assert bool(speaking.question_bar.question) is problem


def test_the_pause_the_method_planned_is_a_single_enter_away(speaking: Led) -> None:
    while speaking.view.part.kind.value != "pause":
        speaking.led.bridge.do(cmd.NextPart(confirmed=True))
    speaking.press(Action.PAUSE).key(Qt.Key.Key_Return)
    pause = speaking.view.pause
    assert pause is not None and pause.back_at is not None
    assert (pause.back_at - pause.started).total_seconds() == speaking.view.part.planned_seconds


def test_words_that_are_read_aloud_ask_who_reads(speaking: Led) -> None:
    speaking.led.bridge.do(cmd.ChoosePlace(speaking.led.ids["ida"], ChildPlace(PlaceKind.READ_ALOUD)))
    speaking.led.bridge.do(cmd.OpenNextRound())
    assert speaking.view.next.kind is NextKind.NEEDS_READER
    speaking.goes_on()
    assert speaking.asked == "Hvem læser op for Ida?"
    assert options(speaking)[0] == "Maja (mødeleder)"
    speaking.key(Qt.Key.Key_1)
    assert (speaking.word.name, speaking.word.reader) == ("Ida", "Maja")
    speaking.types("Jeg vil hjem").goes_on()
    [note] = [note for note in speaking.view.notes if note.key.person == speaking.led.ids["ida"]]
    assert (note.text, note.reader) == ("Jeg vil hjem", "Maja")


def test_whoever_goes_is_asked_for_their_agreement_first(speaking: Led) -> None:
    speaking.window.open_menu(speaking.led.ids["lærer"])
    speaking.types("går").key(Qt.Key.Key_Return)
    assert speaking.asked == "Hanne går. Er der en aftale, der skal tages først?"
    speaking.key(Qt.Key.Key_Return)
    assert speaking.turn("lærer") is TurnState.GONE


@pytest.mark.parametrize(
    ("chosen", "turn"), [("giv", TurnState.SPEAKING), ("pas", TurnState.PASSED), ("senere", TurnState.LATER)]
)
def test_a_seats_menu_gives_the_word_out_of_turn_pas_and_senere(speaking: Led, chosen: str, turn: TurnState) -> None:
    speaking.table.table.menu_asked.emit(speaking.led.ids["lærer"], speaking.window.pos())
    assert speaking.asked == "Hanne (klasselærer)"
    speaking.types(chosen).key(Qt.Key.Key_Return)
    assert speaking.turn("lærer") is turn


def test_a_seats_menu_by_keyboard_alone(speaking: Led) -> None:
    speaking.press(Action.TABLE)
    assert speaking.focused is speaking.table.table.seat(speaking.led.ids["ida"])
    speaking.key(Qt.Key.Key_Right)
    menu = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(speaking.focused, menu)
    assert speaking.asked == "Åse (mor)"
    speaking.types("det var").key(Qt.Key.Key_Return)
    assert speaking.speaker == "Åse"


def test_the_child_changes_its_place_in_a_break(speaking: Led) -> None:
    ida = speaking.led.ids["ida"]
    speaking.window.open_menu(ida)
    speaking.types("barnets").key(Qt.Key.Key_Return)
    speaking.types("efter").key(Qt.Key.Key_Return).types("grete").key(Qt.Key.Key_Return)
    assert speaking.view.seat(ida).place == ChildPlace(PlaceKind.AFTER, speaking.led.ids["farmor"])


def test_a_reservation_is_kept_with_whose_words_it_is(speaking: Led) -> None:
    speaking.bar.more.emit()
    speaking.types("uenighed").key(Qt.Key.Key_Return)
    speaking.types("bent").key(Qt.Key.Key_Return)
    assert speaking.asked == "Bents ord"
    speaking.types("Jeg er ikke enig").key(Qt.Key.Key_Return)
    [kept] = speaking.view.reservations
    assert (kept.name, kept.text) == ("Bent", "Jeg er ikke enig")


def test_a_topic_is_parked_from_anywhere_and_an_empty_one_is_not(speaking: Led) -> None:
    speaking.press(Action.PARK).key(Qt.Key.Key_Return)
    assert speaking.asked == "Parkér til en anden gang"
    speaking.types("Sommerferien").key(Qt.Key.Key_Return)
    assert speaking.view.parked == ("Sommerferien",)


def test_what_the_disk_refuses_stays_in_the_question(speaking: Led, monkeypatch: pytest.MonkeyPatch) -> None:
    from netmoede_desktop.services.meeting import meeting_journal
    from netmoede_desktop.storage.problems import DiskFull

    def full(*_: object) -> None:
        raise DiskFull

    speaking.press(Action.PARK).types("Sommerferien")
    monkeypatch.setattr(meeting_journal, "append", full)
    speaking.key(Qt.Key.Key_Return)
    assert speaking.question_bar._entry.text() == "Sommerferien"
    monkeypatch.undo()
    speaking.key(Qt.Key.Key_Return)
    assert speaking.view.parked == ("Sommerferien",)


def test_everything_without_a_button_is_under_mere(speaking: Led) -> None:
    speaking.bar.more.emit()
    listed = options(speaking)
    assert "Lad løbe" in listed
    assert "Pas" not in listed
    speaking.key(Qt.Key.Key_1)
    assert speaking.asked == "Hvad vil du gøre?"
    speaking.key(Qt.Key.Key_Backspace)
    speaking.types("lad").key(Qt.Key.Key_Return)
    assert speaking.word.let_run


def test_mere_is_grouped_as_the_keys_are_and_a_group_goes_with_its_last_answer(speaking: Led) -> None:
    speaking.bar.more.emit()
    headings = speaking.window._overlay.question_bar._headings
    assert list(headings) == ["Ordet", "Tiden", "Skrive", "Rummet"]
    assert all(heading.isVisible() for heading in headings.values())
    lefts = {heading.x() for heading in headings.values()}
    assert len(lefts) == 1, "each begins a line"
    speaking.types("lås")
    assert [name for name, heading in headings.items() if heading.isVisible()] == ["Rummet"]


def test_twenty_names_of_forty_letters_find_room_and_the_tenth_is_found_by_writing(
    shelf: Shelf, look: Look, t: Translator, qtbot: QtBot
) -> None:
    with led_window(shelf, look, t, qtbot, scenario="tyve-personer", size=(1280, 720)) as led:
        led.goes_on(3).press(Action.REMARK)
        bar = led.question_bar
        qtbot.waitUntil(lambda: bar.geometry().bottom() < led.overlay.height())
        assert all(button.width() <= bar.width() for button in bar._buttons)
        assert not led.bar.visibleRegion().isEmpty()
        led.types("psykolog")
        assert len(options(led)) == 1
        QTest.keyClick(led.focused, Qt.Key.Key_Return)
        assert led.word.remark is not None
