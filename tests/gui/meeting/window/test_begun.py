"""A line that is begun becomes an act by its own Enter or button, and by nothing else that is pressed meanwhile."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.agreements.agreements import Answer
from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.people.people import Attendance
from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.meeting.bridge.line_keeping import text_in
from netmoede_desktop.gui.meeting.window.pages import PageKind
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import MeetingView
from tests.gui.meeting.window.keyboard.writing_places import (
    PLACES,
    Place,
    agreed,
    agreements,
    another_day,
    closing,
    go_through,
    read_aloud,
    reserve,
    speaking,
    status,
    writing,
)
from tests.gui.meeting.window.led_windows import Led, Shelf, led_window, window_over


def looks_behind_the_veil(led: Led) -> None:
    led.press(Action.VEIL)
    led.window.lift_veil()


#: What is pressed while a line stands there: it leaves the page, or the room, or gives somebody else the word.
ELSEWHERE: dict[str, Callable[[Led], object]] = {
    "help": lambda led: led.press(Action.HELP),
    "table": lambda led: led.press(Action.TABLE),
    "go on": lambda led: led.press(Action.GO_ON),
    "pause": lambda led: led.press(Action.TIME_OUT),
    "escape, table": lambda led: led.key(Qt.Key.Key_Escape).press(Action.TABLE),
    "lock": lambda led: led.press(Action.LOCK),
    "veil": looks_behind_the_veil,
    "closing": lambda led: led.window.close_meeting(),
}
NEW = {
    "board",
    "agreement",
    "parked",
    "board, asked for",
    "reservation",
    "reservation, asked for",
    "experience",
    "no follow-up",
    "another day",
    "new words",
}


def record(view: MeetingView) -> tuple[object, ...]:
    """All of the meeting that a line could have become."""
    made = [(a.number, a.text, a.owner, a.answer) for a in view.agreements]
    return (made, view.reservations, view.experience, view.board, view.parked, view.follow_up)


@pytest.mark.parametrize("place", [p for p in PLACES if p.name in NEW], ids=lambda place: place.name)
def test_half_a_line_becomes_nothing_by_looking_elsewhere_and_stands_there_again(
    place: Place, shelf: Shelf, look: Look, t: Translator, qtbot: QtBot
) -> None:
    with led_window(shelf, look, t, qtbot, scenario=place.scenario) as led:
        place.go(led)
        led.types(place.typed)
        whole, before = text_in(writing(led)), record(led.view)
        (field,) = led.led.bridge.lines.fields
        for name, press in ELSEWHERE.items():
            if (place.name, name) == ("new words", "escape, table"):
                continue  # there Esc is the key of its own button, »Annuller«
            press(led)
            assert record(led.view) == before, name
            led.window.resuming.write_on(field)
            assert text_in(writing(led)) == whole, name


@pytest.mark.parametrize("press", [ELSEWHERE[name] for name in ("help", "table", "go on", "escape, table", "pause")])
def test_half_an_agreement_stands_in_its_line_when_one_comes_back(led: Led, press: Callable[[Led], object]) -> None:
    speaking(led).press(Action.AGREEMENT).types("Jens k")
    press(led)
    led.press(Action.AGREEMENT)
    assert text_in(writing(led)) == "Jens k" and not led.view.agreements
    led.types("ører").key(Qt.Key.Key_Return)
    assert [agreement.text for agreement in led.view.agreements] == ["Jens kører"]


def test_a_refused_line_stays_refused(led: Led) -> None:
    assert led.led.bridge.do(cmd.StartMeeting(((led.led.ids["far"], Attendance.ABSENT),)))
    led.goes_on(2)
    name = led.view.seat(led.led.ids["far"]).name
    led.press(Action.AGREEMENT).types(f"{name} ringer").key(Qt.Key.Key_Return)
    refused = text_in(writing(led))
    for action in (Action.GO_ON, Action.TABLE, Action.HELP, Action.AGREEMENT):
        led.press(action)
        assert [a for a in led.view.agreements if a.owner is None] == []
    assert text_in(writing(led)) == refused == f"{name} ringer"


def test_a_disagreement_that_was_put_aside_is_nobodys(led: Led) -> None:
    reserve(led)
    panel = agreements(led).side.reservation
    panel.person.set_key(led.led.ids["mor"])
    led.types("Jeg vil ik").key(Qt.Key.Key_Escape)
    assert not panel.text.isVisible()
    led.press(Action.GO_ON).press(Action.TABLE)
    closing(led)
    assert not led.view.reservations
    assert "En uenighed er ikke skrevet færdig: »Jeg vil ik«" in closing(led).lines
    led.window.show_page(PageKind.AGREEMENTS)
    agreements(led).open_reservation()
    assert (panel.person.key, panel.text.text) == (led.led.ids["mor"], "Jeg vil ik")
    panel.keep_button.click()
    assert [said.text for said in led.view.reservations] == ["Jeg vil ik"]


def test_new_words_begun_in_the_reading_are_no_answer(led: Led) -> None:
    read_aloud(led)
    led.types(" straks").press(Action.GO_ON)
    assert led.view.agreements[0].answer is not Answer.CHANGE
    assert closing(led).lines[-1].startswith("En ny tekst til en aftale er ikke skrevet færdig: »")
    closing(led).mends[-1].click()
    assert text_in(writing(led)).endswith("straks")


def test_a_private_note_that_is_begun_is_counted_without_its_words(
    led: Led, look: Look, t: Translator, qtbot: QtBot
) -> None:
    speaking(led).press(Action.PRIVATE).types("Spørg far om nø")
    assert led.led.bridge.keep_typing()
    crashed = replace(led.led, bridge=led.led.reopened(t))
    with window_over(crashed, look, t, qtbot) as after:
        told = closing(after).lines[-1]
        assert told == "En privat note er ikke skrevet færdig"
        closing(after).mends[-1].click()
        assert text_in(writing(after)) == "Spørg far om nø"
        after.key(Qt.Key.Key_Return)
        assert told not in closing(after).lines and after.view.private_count == 1


def test_what_is_begun_is_told_in_few_words_before_the_end_and_is_no_hindrance(led: Led) -> None:
    agreed(led)
    led.types("Mor ringer til skolen " * 10)
    told = closing(led).lines[-1]
    assert told.startswith("En aftale er ikke skrevet færdig: »Mor ringer") and told.endswith("…«")
    closing(led).reason.set_text("Tiden slap op")
    assert closing(led).finish()
    assert "begyndt" not in "".join(closing(led).lines)


def test_undo_in_a_day_takes_back_its_own_words_before_any_act(led: Led) -> None:
    another_day(led)
    before = record(led.view)
    led.types("23/2").key(Qt.Key.Key_Tab)
    line = agreements(led).follow_up.other.line
    completed = line.text()
    assert completed != "23/2"
    line.setFocus()
    led.press(Action.UNDO)
    assert (line.text(), record(led.view)) == ("23/2", before)
    led.press(Action.UNDO)
    assert (line.text(), record(led.view)) == ("", before)


def test_half_of_an_agreement_s_new_words_is_not_taken_by_going_on(
    shelf: Shelf, look: Look, t: Translator, qtbot: QtBot
) -> None:
    with led_window(shelf, look, t, qtbot, scenario="opfoelgning") as led:
        go_through(led)
        page = status(led)
        before = next(a for a in led.view.agreements if a.number == page.number)
        next(button for button in page.choices if button.text() == "Ændret").click()
        words = writing(led)
        words.setPlainText("") if isinstance(words, QPlainTextEdit) else words.clear()
        led.types("Tine ri").goes_on()
        changed = next(a for a in led.view.agreements if a.number == before.number)
        assert (changed.text, changed.status) == (before.text, "ændret")
        assert "En ny tekst til en aftale er ikke skrevet færdig: »Tine ri«" in closing(led).lines
        led.window.resuming.write_on(f"status.{before.number}")
        assert page.words.text == "Tine ri"
