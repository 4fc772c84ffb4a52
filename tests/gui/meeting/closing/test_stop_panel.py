"""Stopping early: a reason, a new day if there is one, and who has not been heard; one act, and a decent referat."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from netmoede_desktop.documents.content.minutes.rounds import not_heard
from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.minutes.from_meeting import record
from netmoede_desktop.gui.kit.text.labels import Label
from netmoede_desktop.gui.meeting.closing.stop_panel import StopPanel
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.calendar.holidays import holiday_names
from netmoede_desktop.services.meeting.view.values import MeetingStage
from tests.gui.meeting.rooms import Room, moment, stops


@pytest.fixture
def room() -> Room:
    room = Room().starts().enters("d4")
    room.do(cmd.GiveWord("mikkel"))
    room.after(seconds=40)
    room.do(cmd.PassWord("lone"))
    return room


@pytest.fixture
def panel(qtbot: QtBot, room: Room, look: Look, t: Translator) -> StopPanel:
    made = StopPanel(room, look, t, holiday_names)
    qtbot.addWidget(made)
    room.shows(made)
    made.render(room.view)
    made.resize(QSize(920, 500))
    with qtbot.waitExposed(made):
        made.show()
    made.open()
    return made


def said(panel: StopPanel) -> str:
    return "\n".join(label.text() for label in panel.findChildren(Label) if label.isVisible())


def test_without_a_reason_nothing_stops(panel: StopPanel, room: Room) -> None:
    panel.moment.set_moment(moment(30, 11, 16))
    panel.stop_button.click()
    assert panel.problem == "Skriv, hvorfor mødet stopper."
    assert room.view.stage is MeetingStage.RUNNING
    assert room.view.follow_up is None


def test_a_reason_is_chosen_and_can_be_written_on(panel: StopPanel, room: Room, qtbot: QtBot) -> None:
    panel.reasons[0].click()
    assert panel.focusWidget() is panel.reason
    QTest.keyClicks(panel.reason, " Han vil hjem.")
    with qtbot.waitSignal(panel.stopped):
        panel.stop_button.click()
    assert room.acts[-1] == (cmd.StopMeeting("Barnet har brug for at stoppe. Han vil hjem."),)
    assert room.view.stage is MeetingStage.ENDED


def test_the_new_day_and_the_stop_are_one_act(panel: StopPanel, room: Room) -> None:
    assert [button.text() for button in panel.days] == [
        "mandag 30. november kl. 16.00",
        "mandag 7. december kl. 16.00",
        "mandag 14. december kl. 16.00",
    ]
    panel.reason.set_text("Alarm")
    panel.days[1].click()
    assert panel.days[1].isChecked()
    panel.stop_button.click()
    assert room.acts[-1] == (cmd.SetFollowUp(moment(7, 12, 16)), cmd.StopMeeting("Alarm"))


def test_a_day_that_was_chosen_can_be_taken_back(panel: StopPanel, room: Room) -> None:
    panel.reason.set_text("Alarm")
    panel.days[0].click()
    panel.days[0].click()
    panel.stop_button.click()
    assert room.acts[-1] == (cmd.StopMeeting("Alarm"),)


def test_a_day_is_typed_and_said_something_of(panel: StopPanel, room: Room) -> None:
    panel.reason.set_text("Alarm")
    QTest.keyClicks(panel.moment.line, "24/12 kl. 10")
    assert "Dagen er en helligdag: Juleaftensdag." in said(panel)
    assert "tidligere" not in said(panel)
    panel.moment.line.clear()
    QTest.keyClicks(panel.moment.line, "tirsdag 1/12 kl. 10")
    panel.stop_button.click()
    assert room.acts[-1][0] == cmd.SetFollowUp(moment(1, 12, 10))


@pytest.mark.parametrize("line", ["31/2 kl. 10", "snart", "22/11-2026 kl. 10"])
def test_a_day_that_cannot_be_stops_nothing(panel: StopPanel, room: Room, line: str) -> None:
    panel.reason.set_text("Alarm")
    QTest.keyClicks(panel.moment.line, line)
    panel.stop_button.click()
    assert room.view.stage is MeetingStage.RUNNING
    assert panel.problem or "Dagen ligger ikke efter dette møde." in said(panel)
    assert panel.reason.text == "Alarm"


def test_a_full_disk_keeps_what_is_written(panel: StopPanel, room: Room) -> None:
    panel.reason.set_text("Alarm")
    panel.days[0].click()
    room.full = True
    panel.stop_button.click()
    assert (panel.reason.text, panel.moment.moment) == ("Alarm", moment(30, 11, 16))


def test_it_says_who_has_not_been_heard_as_the_referat_will(panel: StopPanel, room: Room, t: Translator) -> None:
    assert panel.not_heard.startswith("Ikke hørt endnu: Peter, Kirsten, Hanne, Søren, Jonas, Birthe og Ali.")
    assert "Ikke nået endnu: Runde B: Det, der fylder" in panel.not_heard
    panel.reason.set_text("Alarm")
    panel.stop_button.click()
    told = " ".join(not_heard(record(room.history), t))
    assert "Ikke hørt på mødet: Peter Holm" in told
    assert "Lone" not in told.split("Ikke hørt på mødet")[1]


def test_escape_puts_it_away_with_its_words_kept(panel: StopPanel, qtbot: QtBot) -> None:
    panel.reason.set_text("Alarm")
    with qtbot.waitSignal(panel.closed):
        QTest.keyClick(panel.reason, Qt.Key.Key_Escape)
    assert panel.reason.text == "Alarm"


def test_the_keyboard_goes_through_it_in_reading_order(panel: StopPanel) -> None:
    order = stops(panel)
    assert order == [
        *panel.reasons, panel.reason, panel.moment.line, panel.moment.calendar, *panel.days,
        panel.stop_button, panel.close_button,
    ]  # fmt: skip
    assert all(widget.accessibleName() for widget in order)
