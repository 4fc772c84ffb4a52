"""Above a method's hard limit the reason is asked for in the meeting's own window, and recorded; never an empty one."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.minutes.from_meeting import record
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from tests.gui.meeting.window.led_windows import Led, Shelf, window_over

RETURN = Qt.Key.Key_Return


@pytest.fixture
def long(shelf: Shelf, look: Look, t: Translator, qtbot: QtBot) -> Iterator[Led]:
    """Planned above PNM's two hours, and nobody has said why."""
    with window_over(shelf.meeting(t, method="pnm-1", planned_minutes=135), look, t, qtbot) as led:
        yield led


@pytest.fixture
def full(shelf: Shelf, look: Look, t: Translator, qtbot: QtBot) -> Iterator[Led]:
    """Planned for PNM's two hours, and half an hour late."""
    with window_over(shelf.meeting(t, method="pnm-1", planned_minutes=120), look, t, qtbot) as led:
        led.starts().goes_on()
        led.led.forward(60 * 40)
        led.window.tick()
        yield led


def reasons(led: Led) -> tuple[tuple[str, str], ...]:
    facts = record(led.led.bridge.conducting.history)
    assert {code for code, _ in facts.reasons} == set(facts.overridden), "nothing is recorded without a reason"
    return facts.reasons


def more_time(led: Led) -> None:
    """Press for it, as it is pressed while somebody speaks."""
    place = len(led.table.slip.lines)
    assert led.table.slip.lines[-1].title == "Spørg om mere tid"
    led.key(Qt.Key(Qt.Key.Key_0.value + place), Qt.KeyboardModifier.AltModifier)


def test_a_meeting_that_is_too_long_begins_with_a_reason(long: Led) -> None:
    long.goes_on()
    assert long.asked == "Mødet er længere, end metoden siger. Hvorfor?"
    long.key(RETURN)
    assert long.view.started is None
    assert long.question_bar._problem.text() == "Skriv mindst ét ord."
    long.types("Der er tre børn at tale om").key(RETURN)
    assert long.view.started is not None
    assert reasons(long) == (("over_hard_limit", "Der er tre børn at tale om"),)


def test_a_reason_that_was_being_written_is_asked_for_again(long: Led) -> None:
    """As after a crash: the window that comes in its place goes on with the question, and the meeting begins."""
    long.window.resuming.write_on("ask.start")
    assert long.asked == "Mødet er længere, end metoden siger. Hvorfor?"
    long.types("Der er tre børn at tale om").key(RETURN)
    assert reasons(long) == (("over_hard_limit", "Der er tre børn at tale om"),)


def test_on_another_day_both_are_asked(long: Led) -> None:
    long.led.forward(60 * 60 * 24)
    long.goes_on()
    assert long.asked.startswith("Mødet er planlagt til")
    long.key(Qt.Key.Key_1)
    assert long.asked == "Mødet er længere, end metoden siger. Hvorfor?"


def test_staying_longer_than_the_limit_is_said_why_and_undone_in_one(full: Led) -> None:
    before = full.led.bridge.reading().agreed_end
    full.types("Jeg sover dårligt")
    more_time(full)
    assert full.asked == "15 min mere er længere, end metoden siger. Hvorfor bliver I?"
    assert full.led.bridge.reading().agreed_end == before
    full.types("Vi er næsten færdige").key(RETURN)
    assert (full.led.bridge.reading().agreed_end - before).total_seconds() == 15 * 60
    assert reasons(full) == (("over_hard_limit", "Vi er næsten færdige"),)
    assert full.open_note == "Jeg sover dårligt"
    full.window.tick()
    assert not full.table.slip.isVisible(), "one choice is enough for now"
    full.led.bridge.undo()
    assert (full.led.bridge.reading().agreed_end, reasons(full)) == (before, ())


def test_who_thinks_better_of_it_stays_no_longer(full: Led) -> None:
    before = full.led.bridge.reading().agreed_end
    more_time(full)
    full.types("Vi er").key(Qt.Key.Key_Escape)
    assert (full.led.bridge.reading().agreed_end, full.asked, reasons(full)) == (before, "", ())
    full.window.tick()
    assert full.table.slip.isVisible(), "the choices are still there"
