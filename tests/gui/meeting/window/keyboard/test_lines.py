"""A line that is being written is there again, in its place, in the next window: after a crash, a lock, a new size."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.methods.method import PartTask
from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.meeting.bridge.line_keeping import LONGEST_MS, QUIET_MS, LineKeeping, text_in
from netmoede_desktop.gui.meeting.window.pages import PageKind
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from tests.gui.meeting.window.keyboard.writing_places import (
    PLACES,
    Place,
    agreements,
    closing,
    go_through,
    speaking,
    status,
    writing,
)
from tests.gui.meeting.window.led_windows import Led, Shelf, led_window, window_over


@contextmanager
def anew(led: Led, look: Look, t: Translator, qtbot: QtBot) -> Iterator[Led]:
    """The window of a program that starts now, on what is durable."""
    meeting = replace(led.led, bridge=led.led.reopened(t))
    with window_over(meeting, look, t, qtbot) as again:
        yield again


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_the_line_stands_in_its_field_again_with_the_keyboard_in_it(
    place: Place, shelf: Shelf, look: Look, t: Translator, qtbot: QtBot
) -> None:
    with led_window(shelf, look, t, qtbot, scenario=place.scenario) as led:
        place.go(led)
        led.types(place.typed)
        whole = text_in(writing(led))
        assert place.typed in whole
        events = led.led.bridge.conducting.history.events
        assert led.led.bridge.keep_typing()
        assert led.led.bridge.conducting.history.events == events
        with anew(led, look, t, qtbot) as again:
            qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit))
            shown = [writing(again)] if place.keyboard else again.window.findChildren(QLineEdit)
            assert whole in [text_in(field) for field in shown if field.isVisible()]
            assert again.led.bridge.conducting.history.events == events
        led.led.bridge.stop_keeping()


def kept(led: Led) -> dict[str, str]:
    """What a program that starts now would find."""
    return dict(led.led.bridge.conducting.begun().texts)


def test_it_is_kept_by_itself_within_the_promised_time(led: Led, qtbot: QtBot) -> None:
    assert QUIET_MS <= 300 and LONGEST_MS <= 450
    speaking(led).press(Action.BOARD).types("Ro")
    assert kept(led) == {}
    qtbot.waitUntil(lambda: kept(led) == {"table.board": "Ro"})


def test_who_never_stops_typing_is_kept_all_the_same(qtbot: QtBot) -> None:
    written: list[str] = []

    def write(texts: Mapping[str, str]) -> bool:
        written.append(texts["x"])
        return True

    lines = LineKeeping({}, write)
    count = 0
    while not written:
        count += 1
        lines.typed("x", "a" * count)
        qtbot.wait(QUIET_MS // 4)
        assert count < 40
    assert set(written[0]) == {"a"}


def test_a_line_that_is_taken_or_emptied_is_kept_no_more(led: Led) -> None:
    speaking(led).press(Action.BOARD).types("Ro om morgenen")
    assert led.led.bridge.keep_typing() and kept(led) == {"table.board": "Ro om morgenen"}
    led.key(Qt.Key.Key_Return)
    assert kept(led) == {} and led.view.board == ("Ro om morgenen",)
    led.types("x")
    assert led.led.bridge.keep_typing() and kept(led) == {"table.board": "x"}
    led.key(Qt.Key.Key_Backspace)
    assert kept(led) == {}


def test_a_line_typed_where_nothing_happened_since_is_the_place_and_no_other(
    led: Led, look: Look, t: Translator, qtbot: QtBot
) -> None:
    speaking(led).press(Action.BOARD).types("Ro")
    led.window.flush()
    led.press(Action.MORE_TIME)
    with anew(led, look, t, qtbot) as again:
        assert again.window.page is again.table
        again.press(Action.BOARD)
        assert text_in(writing(again)) == "Ro"
    led.led.bridge.stop_keeping()


def test_a_private_line_is_kept_beside_the_private_notes_alone(led: Led) -> None:
    speaking(led).press(Action.PRIVATE).types("Husk at spør")
    led.window.flush()
    assert kept(led) == {"table.private": ""}
    assert led.led.bridge.conducting.begun_private() == "Husk at spør"
    assert led.view.private_count == 0
    led.key(Qt.Key.Key_Return)
    assert kept(led) == {} and led.led.bridge.conducting.begun_private() == ""
    assert led.view.private_count == 1


def test_a_window_that_goes_takes_nothing_of_what_is_half_written(
    led: Led, look: Look, t: Translator, qtbot: QtBot
) -> None:
    speaking(led).press(Action.PRIVATE).types("Husk")
    assert led.window.flush()
    led.window.close_now()
    assert led.view.private_count == 0
    with anew(led, look, t, qtbot) as again:
        qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QPlainTextEdit))
        assert text_in(writing(again)) == "Husk"


def test_undo_takes_nothing_of_what_is_half_written(led: Led) -> None:
    speaking(led).goes_on().press(Action.AGREEMENT).types("Far ring")
    before = led.view.speaker
    led.window.setFocus()
    led.press(Action.UNDO)
    assert led.view.speaker != before and not led.view.agreements
    led.press(Action.REDO)
    assert led.view.speaker == before and not led.view.agreements


def test_where_the_next_meeting_is_asked_for_the_keyboard_is_in_the_day_and_not_in_the_place(led: Led) -> None:
    speaking(led).types("Ro")
    while led.view.part.task is not PartTask.FOLLOW_UP:
        led.press(Action.NEXT_PART)
        if led.asked:
            led.press(Action.NEXT_PART)
    led.types("2/2")
    panel = agreements(led).follow_up
    assert (led.focused, panel.other.line.text()) == (panel.other.line, "2/2")
    assert panel.place.text() == led.view.place


def test_a_status_part_that_is_entered_again_begins_with_the_first_that_has_none(
    shelf: Shelf, look: Look, t: Translator, qtbot: QtBot
) -> None:
    with led_window(shelf, look, t, qtbot, scenario="opfoelgning") as led:
        go_through(led)
        carried = [agreement for agreement in led.view.agreements if agreement.carried]
        for agreement in carried:
            assert led.led.bridge.do(cmd.GiveStatus(agreement.number, led.view.statuses[0]))
            status(led).start(agreement.number)
        led.led.bridge.do(cmd.NextPart(confirmed=True))
        assert led.view.part.task is not PartTask.STATUS
        for _ in range(len(carried) + 1):
            assert led.led.bridge.undo()
        assert led.window.page is led.window.page_of_kind(PageKind.STATUS)
        assert status(led).number == carried[0].number


def test_what_stands_on_a_page_nobody_opens_again_is_told_before_the_end(
    led: Led, look: Look, t: Translator, qtbot: QtBot
) -> None:
    speaking(led).press(Action.AGREEMENT).types("Far ringer")
    led.window.flush()
    led.led.bridge.stop_keeping()
    led.led.forward(1)
    led.led.bridge.do(cmd.AddTime())
    with anew(led, look, t, qtbot) as again:
        assert again.window.page is again.table
        page = closing(again)
        assert page.lines[-1] == "En aftale er ikke skrevet færdig: »Far ringer«"
        assert not again.view.agreements
        page.mends[-1].click()
        assert text_in(writing(again)) == "Far ringer"
        again.key(Qt.Key.Key_Return)
        assert [agreement.text for agreement in again.view.agreements] == ["Far ringer"]
        assert "begyndt" not in "".join(closing(again).lines)
