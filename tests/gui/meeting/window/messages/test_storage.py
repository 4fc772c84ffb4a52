"""*Prøv igen* repeats the latest wish and never an older one, whichever way it was pressed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.services.meeting import meeting_journal
from netmoede_desktop.storage.problems import DiskFull
from tests.gui.meeting.window.led_windows import Led

Disk = Callable[[bool], None]


@pytest.fixture
def writing(led: Led) -> Led:
    """Ida has the word, and the keyboard is in the note."""
    return led.starts().goes_on()


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    """Make the disk full, or let it take things again."""
    append = meeting_journal.append

    def refuse(*_: object) -> None:
        raise DiskFull

    return lambda full: monkeypatch.setattr(meeting_journal, "append", refuse if full else append)


def again(led: Led) -> None:
    """Press *Prøv igen*."""
    led.overlay.banner.acted.emit()


def test_an_undo_that_was_refused_is_repeated_and_not_the_press_before_it(writing: Led, disk: Disk) -> None:
    writing.goes_on()
    second = writing.speaker
    disk(True)
    writing.goes_on().press(Action.UNDO)
    assert writing.speaker == second
    disk(False)
    again(writing)
    assert writing.speaker == "Ida"


def test_a_redo_that_was_refused_is_repeated(writing: Led, disk: Disk) -> None:
    writing.goes_on()
    second = writing.speaker
    writing.press(Action.UNDO)
    disk(True)
    writing.press(Action.REDO)
    assert writing.speaker == "Ida"
    disk(False)
    again(writing)
    assert writing.speaker == second


@pytest.mark.parametrize(
    "newer",
    [
        lambda led: led.led.bridge.do(cmd.AddTime()),
        lambda led: led.led.bridge.undo(),
        lambda led: led.led.bridge.save_private("Husk pausen"),
        lambda led: led.led.bridge.do(cmd.EndPause()),  # the rules refuse it
    ],
    ids=["an act of a page", "undo", "a private line", "an act the rules refuse"],
)
def test_a_newer_act_done_or_refused_ends_the_older_wish(
    writing: Led, disk: Disk, newer: Callable[[Led], object]
) -> None:
    disk(True)
    writing.goes_on()
    disk(False)
    newer(writing)
    held = (writing.speaker, writing.view.part.id)
    disk(True)
    writing.types("Ord")
    writing.window.save()
    disk(False)
    again(writing)
    assert (writing.speaker, writing.view.part.id) == held


def test_a_disk_that_took_the_typing_has_ended_the_wish_too(writing: Led, disk: Disk) -> None:
    disk(True)
    writing.types("Ord").goes_on()
    disk(False)
    assert writing.window.save()
    assert writing.said == "Alt er gemt igen."
    disk(True)
    writing.types(" og mere")
    writing.window.save()
    disk(False)
    again(writing)
    assert writing.speaker == "Ida" and writing.note("ida") == "Ord og mere"


def test_the_wish_waits_while_the_disk_still_refuses(writing: Led, disk: Disk) -> None:
    disk(True)
    writing.types("Ord").goes_on()
    again(writing)
    disk(False)
    again(writing)
    assert writing.speaker != "Ida" and writing.note("ida") == "Ord"


@pytest.mark.smoke
def test_a_line_that_was_refused_is_taken_once_and_its_field_is_empty(writing: Led, disk: Disk) -> None:
    writing.press(Action.BOARD).types("Ro om morgenen")
    disk(True)
    writing.key(Qt.Key.Key_Return)
    disk(False)
    again(writing)
    assert writing.view.board == ("Ro om morgenen",) and writing.table.side.board._new.text() == ""
    writing.key(Qt.Key.Key_Return)
    assert writing.view.board == ("Ro om morgenen",)


def test_a_question_whose_answer_was_refused_is_closed_when_it_is_taken(writing: Led, disk: Disk) -> None:
    writing.press(Action.PARK).types("Sommerferien")
    disk(True)
    writing.key(Qt.Key.Key_Return)
    assert writing.asked == "Parkér til en anden gang"
    disk(False)
    again(writing)
    assert writing.view.parked == ("Sommerferien",) and writing.asked == ""


def test_an_agreement_that_was_refused_is_made_once(writing: Led, disk: Disk) -> None:
    writing.press(Action.AGREEMENT).types("Ida ringer")
    disk(True)
    writing.key(Qt.Key.Key_Return)
    disk(False)
    again(writing)
    writing.key(Qt.Key.Key_Return)
    assert [agreement.text for agreement in writing.view.agreements] == ["Ida ringer"]
