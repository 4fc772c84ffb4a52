"""The question after sleep, a crash or a power cut: it stays until it is answered, and is in nobody's way."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.gui.meeting.window.messages.panels import GapPanel
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from tests.gui.meeting.rooms import Room, stops


@pytest.fixture
def room() -> Room:
    return Room().starts().enters("d4")


@pytest.fixture
def panel(qtbot: QtBot, room: Room, look: Look, t: Translator) -> GapPanel:
    made = GapPanel(room, look, t)
    qtbot.addWidget(made)
    room.shows(made)
    return made


def sleeps(room: Room, **by: float) -> None:
    since = room.now
    room.after(**by)
    room.do(cmd.ReportGap(since))


def test_it_says_what_was_going_on_and_when(room: Room, panel: GapPanel) -> None:
    assert panel.isHidden()
    room.do(cmd.GiveWord("kirsten"))
    room.after(minutes=38)
    sleeps(room, minutes=7)
    assert not panel.isHidden()
    assert panel.sentence == "Mødet var i gang, Kirsten talte, for 7 min siden."
    assert panel.back_button.text() == "Gå tilbage til 16.38"


@pytest.mark.parametrize(
    ("by", "words"),
    [
        (timedelta(seconds=70), "for 1 min siden"),
        (timedelta(minutes=89), "for 89 min siden"),
        (timedelta(hours=2), "for 2 timer siden"),
    ],
)
def test_nobody_had_the_word(room: Room, panel: GapPanel, by: timedelta, words: str) -> None:
    sleeps(room, seconds=by.total_seconds())
    assert panel.sentence == f"Mødet var i gang, ingen talte, {words}."


def test_each_answer_is_an_act_and_takes_the_question_away(room: Room, panel: GapPanel) -> None:
    answers = (
        (panel.count_button, cmd.CountGap()),
        (panel.pause_button, cmd.GapAsPause()),
        (panel.back_button, cmd.GoBackToGap()),
    )
    for button, command in answers:
        sleeps(room, minutes=7)
        button.click()
        assert room.latest == command
        assert panel.isHidden()


def test_it_stays_while_the_meeting_goes_on_and_when_the_disk_is_full(room: Room, panel: GapPanel) -> None:
    sleeps(room, minutes=7)
    room.do(cmd.WriteBoard("Søvn"))
    assert not panel.isHidden()
    room.full = True
    panel.count_button.click()
    assert not panel.isHidden()


def test_undoing_an_answer_asks_again(room: Room, panel: GapPanel) -> None:
    sleeps(room, minutes=7)
    panel.count_button.click()
    room.undo()
    assert not panel.isHidden()


def test_it_never_takes_the_keyboard_by_itself_and_every_control_has_a_name(room: Room, panel: GapPanel) -> None:
    sleeps(room, minutes=7)
    panel.show()
    assert panel.focusWidget() is None
    assert [widget.accessibleName() for widget in stops(panel)] == ["Tæl med", "Regn som pause", "Gå tilbage til 16.00"]
    assert panel.accessibleName() == panel.sentence
    panel.close()
