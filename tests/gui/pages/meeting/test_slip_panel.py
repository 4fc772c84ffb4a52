"""When the plan slips: named choices with their minutes, put away with a press, and quiet until it is worse."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting.slippage import Choice, ChoiceKind
from netmoede_desktop.gui.pages.meeting.slip_panel import SlipPanel
from netmoede_desktop.gui.pages.meeting.slip_watch import SlipWatch, command_of
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.widgets.buttons import Button
from netmoede_desktop.gui.widgets.labels import Label
from netmoede_desktop.localization.catalogue import Translator
from tests.gui.pages.meeting.rooms import Room, stops


def minutes(n: float) -> timedelta:
    return timedelta(minutes=n)


@pytest.fixture
def room() -> Room:
    """A meeting in its first long round, with everything before it taking no time."""
    room = Room().starts().enters("d4")
    room.do(cmd.GiveWord("mikkel"))
    return room


@pytest.fixture
def panel(qtbot: QtBot, room: Room, look: Look, t: Translator) -> SlipPanel:
    made = SlipPanel(room, look, t)
    qtbot.addWidget(made)
    room.viewed.connect(made.render)
    return made


def late(room: Room, panel: SlipPanel, by: float) -> None:
    """Let time pass until the meeting is so many minutes over its plan."""
    while (slip := room.reading().slip) < minutes(by):
        room.after(seconds=30 if slip > minutes(by - 6) else 300)
    panel.tick(room.reading())


def said(panel: SlipPanel) -> str:
    return "\n".join(label.text() for label in panel.findChildren(Label) if not label.isHidden())


def choice(panel: SlipPanel, words: str) -> Button:
    return next(button for button in panel.buttons if button.text().startswith(words))


def test_a_little_late_is_nothing_to_speak_of(room: Room, panel: SlipPanel) -> None:
    panel.tick(room.reading())
    assert panel.isHidden()
    late(room, panel, 1)
    assert panel.isHidden()


def test_the_choices_come_with_what_they_give(room: Room, panel: SlipPanel) -> None:
    late(room, panel, 8)
    assert not panel.isHidden()
    assert said(panel).startswith("8 min over plan")
    assert "Aftalt slut 18.00, forventet slut 18.08." in said(panel)
    words = [button.text() for button in panel.buttons]
    assert "Spring pausen over: 10 min" in words
    assert "Spring »Runde D: Det gjorde indtryk« over: 10 min" in words
    assert words[-1] == "Spørg, om alle kan blive 15 min længere"
    assert not any(text.startswith("Parkér") for text in words)
    panel.more_button.click()
    assert any(b.text().startswith("Parkér »Runde B: Det, der fylder« til en anden dag") for b in panel.buttons)


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ("Kortere ture", cmd.ShortenTurns()),
        ("Spring pausen", cmd.DropPart("d8")),
        ("Spring »Runde D", cmd.DropPart("d9")),
    ],
)
def test_a_choice_is_one_act_and_the_panel_goes(room: Room, panel: SlipPanel, words: str, command: cmd.Command) -> None:
    late(room, panel, 8)
    choice(panel, words).click()
    assert room.latest == command
    assert panel.isHidden()
    panel.tick(room.reading())
    assert panel.isHidden()


def test_the_room_is_asked_aloud_before_the_meeting_is_made_longer(room: Room, panel: SlipPanel) -> None:
    late(room, panel, 8)
    acts = len(room.acts)
    choice(panel, "Spørg").click()
    assert "Sig: »Vi mangler lidt tid. Kan alle blive til kl. 18.15?«" in said(panel)
    panel.no_button.click()
    assert len(room.acts) == acts
    choice(panel, "Spørg").click()
    panel.yes_button.click()
    assert room.latest == cmd.ExtendMeeting(15)
    assert panel.isHidden()


def test_put_away_it_comes_back_only_when_it_is_worse(room: Room, panel: SlipPanel) -> None:
    late(room, panel, 4)
    panel.away_button.click()
    for by in (5, 8):
        late(room, panel, by)
        assert panel.isHidden()
    late(room, panel, 9)
    assert not panel.isHidden()


def test_a_full_disk_leaves_it_there(room: Room, panel: SlipPanel) -> None:
    late(room, panel, 8)
    room.full = True
    choice(panel, "Spring pausen").click()
    assert not panel.isHidden()


def test_a_button_keeps_the_keyboard_while_the_clock_goes_on(room: Room, panel: SlipPanel, qtbot: QtBot) -> None:
    late(room, panel, 8)
    panel.show()
    button = panel.buttons[0]
    button.setFocus()
    for _ in range(40):
        room.after(seconds=3)
        panel.tick(room.reading())
    assert panel.buttons[0] is button
    assert panel.focusWidget() is button
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert room.latest == cmd.ShortenTurns()
    panel.close()


def test_it_never_takes_the_keyboard_by_itself_and_every_control_has_a_name(
    room: Room, panel: SlipPanel, qtbot: QtBot
) -> None:
    shown: list[bool] = []
    panel.shown.connect(shown.append)
    late(room, panel, 8)
    focused: object = panel.focusWidget()
    assert focused is None
    assert shown == [True]
    panel.show()
    qtbot.waitUntil(lambda: len(stops(panel)) == 2 + len(panel.buttons))
    assert stops(panel)[2:] == list(panel.buttons)
    assert all(widget.accessibleName() for widget in stops(panel))
    panel.close()


def test_a_meeting_that_has_ended_slips_no_more(room: Room, panel: SlipPanel) -> None:
    late(room, panel, 8)
    room.do(cmd.StopMeeting("Alarm"))
    assert panel.isHidden()


def test_over_the_limit_is_said(qtbot: QtBot, look: Look, t: Translator) -> None:
    room = Room(method="um").starts()
    while not room.history.state.current_part().has_turns:
        room.do(cmd.NextPart(confirmed=True))
    room.do(cmd.GiveWord("mikkel"))
    panel = SlipPanel(room, look, t)
    qtbot.addWidget(panel)
    room.viewed.connect(panel.render)
    while not any(c.over_limit for c in room.reading().choices):
        room.do(cmd.ExtendMeeting(15))
        room.after(minutes=20)
    late(room, panel, 8)
    choice(panel, "Spørg").click()
    assert "Så bliver mødet længere, end metoden siger." in said(panel)


def test_the_watch_forgets_once_the_meeting_is_in_time_again() -> None:
    watch = SlipWatch()
    watch.put_away(minutes(10))
    assert not watch.worth_a_word(minutes(12))
    assert not watch.worth_a_word(minutes(1))
    assert watch.worth_a_word(minutes(4))


def test_each_kind_of_choice_is_an_act() -> None:
    assert command_of(Choice(ChoiceKind.PARK, 12, "d5")) == cmd.DropPart("d5")
    assert command_of(Choice(ChoiceKind.EXTEND, 15)) == cmd.ExtendMeeting(15)
