"""Every key of the meeting, pressed where the keyboard is: in a note, at the table, on a clicker, held, or twice."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting.vocabulary import TurnState
from netmoede_desktop.gui.desk.keys import Action, KeyMap
from netmoede_desktop.gui.meeting.help_page import HelpPage
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import MeetingStage
from tests.gui.meeting.window.led_windows import ACUTE, Led, Shelf, led_window


@pytest.fixture
def speaking(led: Led) -> Led:
    """Ida has the word, and the keyboard is in her note."""
    led.starts().goes_on()
    assert led.speaker == "Ida"
    led.press(Action.NOTE)
    assert led.focused is led.table.side.notes.editor
    return led


@pytest.mark.smoke
def test_one_press_a_turn_leads_the_whole_round(led: Led) -> None:
    led.starts()
    heard = []
    for _ in range(6):
        assert led.go.startswith("Næste: ")
        led.goes_on()
        heard.append(led.speaker)
    assert heard == ["Ida", "Åse", "Bent", "Grete", "Hanne", "Søren"]
    assert led.go == "Næste del: Formål og myndighedens rolle"


def test_the_go_button_says_what_the_next_press_does(led: Led) -> None:
    assert led.go == "Start mødet"
    led.goes_on()
    assert led.go == "Næste del: Præsentationsrunde"
    led.goes_on()
    assert led.go == "Næste: Ida"
    led.goes_on().led.bridge.do(cmd.BeginPause(5))
    assert led.go == "Slut pausen"


def test_page_up_takes_back_a_videre_and_nothing_else(speaking: Led) -> None:
    speaking.goes_on()
    assert speaking.speaker == "Åse"
    speaking.press(Action.GO_BACK)
    assert speaking.speaker == "Ida"
    speaking.led.bridge.do(cmd.ParkTopic("Ferien"))
    speaking.press(Action.GO_BACK)
    assert speaking.view.parked == ("Ferien",)
    assert speaking.said == "Det seneste er ikke »videre«. Ctrl+Z tager det tilbage: Fortryd: parkeret emne."


@pytest.mark.parametrize("back", [Action.GO_BACK, Action.UNDO])
def test_who_would_take_the_start_back_is_told_what_to_do_instead(led: Led, back: Action) -> None:
    led.goes_on()
    started = led.view
    led.press(back)
    assert led.said == (
        "Mødet er begyndt, og det kan ikke fortrydes. Er der kommet en til, så vælg »En kommer«. "
        "Skulle I have ventet, så hold pause."
    )
    assert (led.view.stage, led.view.seats) == (MeetingStage.RUNNING, started.seats)


def test_pas_and_senere_settle_the_one_who_has_the_word(speaking: Led) -> None:
    speaking.press(Action.PASS)
    assert speaking.turn("ida") is TurnState.PASSED
    speaking.goes_on().press(Action.LATER)
    assert speaking.turn("mor") is TurnState.LATER


def test_pas_while_nobody_speaks_is_of_who_would_be_next(led: Led) -> None:
    led.starts().press(Action.PASS)
    assert led.turn("ida") is TurnState.PASSED
    assert led.go == "Næste: Åse"


def test_a_minute_more_lad_loebe_and_the_tolk(speaking: Led) -> None:
    before = speaking.led.bridge.reading().turn_budget
    speaking.press(Action.MORE_TIME)
    assert speaking.led.bridge.reading().turn_budget == pytest.approx((before or 0) + 60)
    speaking.press(Action.INTERPRETER)
    assert speaking.word.interpreting
    speaking.press(Action.INTERPRETER)
    assert not speaking.word.interpreting
    speaking.press(Action.LET_RUN)
    assert speaking.word.let_run


def test_pause_asks_how_long_and_ends_by_the_same_key(speaking: Led) -> None:
    speaking.press(Action.PAUSE)
    assert speaking.asked == "Hvor lang pause?"
    speaking.types("7").key(Qt.Key.Key_Return)
    pause = speaking.view.pause
    assert pause is not None and pause.back_at is not None
    assert (pause.back_at - pause.started).total_seconds() == 7 * 60
    speaking.press(Action.PAUSE)
    assert speaking.view.stage is MeetingStage.RUNNING


def test_time_out_by_its_key_and_by_escape_twice(speaking: Led) -> None:
    speaking.press(Action.TIME_OUT)
    assert speaking.view.pause is not None and speaking.view.pause.back_at is None
    speaking.press(Action.PAUSE)
    speaking.key(Qt.Key.Key_Escape)
    assert speaking.view.pause is None
    speaking.hand.now += 0.3
    speaking.key(Qt.Key.Key_Escape)
    assert speaking.view.pause is not None


def test_two_slow_escapes_and_one_that_closes_a_question_are_no_time_out(speaking: Led) -> None:
    speaking.key(Qt.Key.Key_Escape)
    speaking.hand.now += 1
    speaking.key(Qt.Key.Key_Escape)
    speaking.hand.now += 1
    speaking.press(Action.REMARK)
    speaking.key(Qt.Key.Key_Escape).key(Qt.Key.Key_Escape)
    assert speaking.view.pause is None
    assert speaking.asked == ""


def test_indskud_asks_whose_and_ends_by_the_same_key(speaking: Led) -> None:
    speaking.press(Action.REMARK).types("gre").key(Qt.Key.Key_Return)
    assert speaking.word.remark == "Grete"
    speaking.press(Action.REMARK)
    assert speaking.word.remark is None


def test_begyndte_for_siden_moves_the_beginning(led: Led) -> None:
    led.starts()
    led.led.forward(60)
    led.goes_on()
    led.press(Action.BACKDATE, later=0).types("40").key(Qt.Key.Key_Return)
    assert led.led.bridge.reading().turn_used == pytest.approx(40)


def test_lock_audience_curtain_are_the_sessions(speaking: Led) -> None:
    speaking.types("Hej")
    for action in (Action.AUDIENCE, Action.CURTAIN, Action.LOCK):
        speaking.press(action)
    assert speaking.heard == ["audience", "curtain", "lock"]
    assert speaking.note("ida") == "Hej"


def test_the_acute_number_is_one_key_away(speaking: Led) -> None:
    speaking.press(Action.ACUTE)
    assert ACUTE in speaking.said


def test_without_an_acute_number_it_is_said_where_to_fill_it_in(
    shelf: Shelf, look: Look, t: Translator, qtbot: QtBot
) -> None:
    with led_window(shelf, look, t, qtbot, acute="") as led:
        led.press(Action.ACUTE)
        assert "Indstillinger" in led.said


def test_f1_lists_every_key_and_the_file(speaking: Led) -> None:
    speaking.press(Action.HELP)
    page = speaking.window.page
    assert isinstance(page, HelpPage)
    shown = " ".join(label.text() for label in page.findChildren(type(page._key("x"))))
    assert all(speaking.keys.shown(action) in shown for action in Action)
    assert "C:/profil/keys.toml" in shown
    speaking.key(Qt.Key.Key_Escape)
    assert speaking.window.page is speaking.table


def test_a_file_of_keys_that_cannot_be_used_is_said_once(shelf: Shelf, look: Look, t: Translator, qtbot: QtBot) -> None:
    with led_window(shelf, look, t, qtbot, keys=KeyMap(problem="vidre")) as led:
        assert "vidre" in led.said
        led.press(Action.HELP)
        page = led.window.page
        assert isinstance(page, HelpPage)
        assert "vidre" in page.notice.text


def test_own_keys_work_and_stand_on_the_buttons(shelf: Shelf, look: Look, t: Translator, qtbot: QtBot) -> None:
    changed = KeyMap({**KeyMap().keys, Action.GO_ON: "Ctrl+M"})
    with led_window(shelf, look, t, qtbot, keys=changed) as led:
        led.starts().goes_on()
        assert led.speaker == "Ida"


def test_a_key_held_down_acts_once(speaking: Led) -> None:
    speaking.hand.now += 1
    for held in (False, True, True, True):
        _send(speaking, Qt.Key.Key_PageDown, held=held)
        speaking.hand.now += 0.5
    assert speaking.speaker == "Åse"


def test_a_videre_that_bounces_counts_once(speaking: Led) -> None:
    speaking.goes_on()
    speaking.press(Action.GO_ON, later=0.2)
    assert speaking.speaker == "Åse"
    speaking.press(Action.GO_ON, later=0.2)
    assert speaking.speaker == "Bent"


@pytest.mark.smoke
def test_ten_presses_in_a_row_pass_over_nobody_and_are_all_taken_back(speaking: Led) -> None:
    before = speaking.view
    for _ in range(10):
        speaking.press(Action.GO_ON, later=0.1)
    assert speaking.speaker == "Grete"
    while speaking.speaker != "Ida":
        speaking.press(Action.GO_BACK)
    assert speaking.view.speaker == before.speaker
    assert speaking.view.waiting == before.waiting


def test_two_keys_at_once_each_do_their_thing(speaking: Led) -> None:
    editor = speaking.focused
    QTest.keyPress(editor, Qt.Key.Key_F6)
    QTest.keyPress(editor, Qt.Key.Key_F12)
    QTest.keyRelease(editor, Qt.Key.Key_F6)
    QTest.keyRelease(editor, Qt.Key.Key_F12)
    assert speaking.word.let_run
    taken_back = speaking.bar.findChildren(type(speaking.bar._undo))[0]
    assert taken_back.text() == "Fortryd: lad løbe"
    speaking.press(Action.UNDO)
    assert taken_back.text() == "Fortryd: +1 min"


@pytest.mark.smoke
def test_a_clicker_works_through_the_window_system(speaking: Led) -> None:
    speaking.hand.now += 1
    QTest.keyClick(speaking.handle(), Qt.Key.Key_PageDown)
    assert speaking.speaker == "Åse"
    QTest.keyClick(speaking.handle(), Qt.Key.Key_PageUp)
    assert speaking.speaker == "Ida"


@pytest.mark.parametrize("again", [Action.NEXT_PART, Action.GO_ON])
def test_people_who_wait_are_named_and_only_a_second_press_goes_on(speaking: Led, again: Action) -> None:
    speaking.press(Action.NEXT_PART)
    assert speaking.said.startswith("Åse, Bent, Grete, Hanne og Søren har ikke haft ordet endnu.")
    assert speaking.go == "Gå videre alligevel"
    assert speaking.speaker == "Ida"
    speaking.press(again, later=0.2)
    assert speaking.speaker == "Ida"
    speaking.press(again)
    assert speaking.view.part.title == "Formål og myndighedens rolle"


def test_anything_in_between_and_it_has_to_be_said_twice_again(speaking: Led) -> None:
    speaking.press(Action.NEXT_PART).press(Action.MORE_TIME)
    assert speaking.go == "Næste: Åse"
    speaking.press(Action.NEXT_PART)
    assert speaking.speaker == "Ida"


def test_the_key_that_ends_the_meeting_leads_to_its_end(speaking: Led) -> None:
    bridge = speaking.led.bridge
    while speaking.view.next.kind.value != "close":
        bridge.do(cmd.NextPart(confirmed=True))
        while speaking.view.next.kind.value == "person":
            bridge.do(cmd.GoOn())
    assert speaking.go == "Afslut mødet …"


def test_after_the_end_videre_leads_to_the_referat(speaking: Led) -> None:
    speaking.led.bridge.do(cmd.StopMeeting("Brandalarm"))
    speaking.goes_on()
    assert speaking.heard[-1] == "left"


def _send(led: Led, key: Qt.Key, *, held: bool) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    event = QKeyEvent(QEvent.Type.KeyPress, key.value, Qt.KeyboardModifier.NoModifier, "", held)
    QApplication.sendEvent(led.focused, event)
