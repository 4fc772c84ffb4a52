"""When do we meet again? The meeting is on Monday 23 November 2026 at 16; the method says 6 to 10 weeks."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.agreements.follow_up import FollowUpRecord
from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.methods.method import FollowUpRule
from netmoede_desktop.gui.kit.text.labels import Label
from netmoede_desktop.gui.meeting.agreements.follow_up_choices import away_words, window_words
from netmoede_desktop.gui.meeting.agreements.follow_up_panel import FollowUpPanel
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.calendar.holidays import holiday_names
from netmoede_desktop.services.meeting.view.build import meeting_view
from tests.domain.meeting.script import FAMILY, Told, method, plan
from tests.gui.meeting.rooms import Room, moment, stops

HERE = "Biblioteket, lokale 2"


@pytest.fixture
def room() -> Room:
    return Room(place=HERE).starts().enters("d12")


@pytest.fixture
def panel(qtbot: QtBot, room: Room, look: Look, t: Translator) -> FollowUpPanel:
    made = FollowUpPanel(room, look, t, holiday_names)
    qtbot.addWidget(made)
    room.shows(made)
    made.render(room.view)
    made.resize(QSize(900, 700))
    with qtbot.waitExposed(made):
        made.show()
    return made


def said(panel: FollowUpPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(Label) if label.isVisible()]


def write(panel: FollowUpPanel, line: str) -> None:
    panel.other.line.clear()
    QTest.keyClicks(panel.other.line, line)


def test_days_by_the_rule_on_the_weekday_of_this_meeting(panel: FollowUpPanel) -> None:
    assert "Metoden siger 6 til 10 uger fra i dag." in said(panel)
    assert panel.weekdays.chips["0"].isChecked()
    assert [button.text() for button in panel.days] == [
        "mandag 4. januar 2027 kl. 16.00 · om 6 uger",
        "mandag 11. januar 2027 kl. 16.00 · om 7 uger",
        "mandag 18. januar 2027 kl. 16.00 · om 8 uger",
        "mandag 25. januar 2027 kl. 16.00 · om 9 uger",
        "mandag 1. februar 2027 kl. 16.00 · om 10 uger",
    ]


def test_begun_on_another_day_the_weekday_is_that_of_the_day(qtbot: QtBot, look: Look, t: Translator) -> None:
    room = Room()
    panel = FollowUpPanel(room, look, t, holiday_names)
    qtbot.addWidget(panel)
    room.shows(panel)
    panel.render(room.view)
    panel.show()
    room.after(days=3).starts()
    assert panel.days[0].text() == "torsdag 7. januar 2027 kl. 16.00 · om 6 uger"


def test_another_weekday_and_time_suggest_other_days(panel: FollowUpPanel, room: Room) -> None:
    panel.weekdays.chips["1"].click()
    panel.at.clear()
    QTest.keyClicks(panel.at, "15.30")
    assert panel.days[0].text() == "tirsdag 5. januar 2027 kl. 15.30 · om 6 uger"
    panel.days[0].click()
    assert room.latest == cmd.SetFollowUp(moment(5, 1, 15, 2027).replace(minute=30), HERE)


def test_the_weekdays_are_radio_buttons_and_tab_comes_to_the_one_that_is_chosen(panel: FollowUpPanel) -> None:
    panel.weekdays.chips["1"].click()
    told = [QAccessible.queryAccessibleInterface(chip) for chip in panel.weekdays.chips.values()]
    assert {one.role() for one in told} == {QAccessible.Role.RadioButton}
    assert [one.text(QAccessible.Text.Name) for one in told if one.state().checked] == ["tirsdag"]
    tabbed = [chip.text() for chip in panel.weekdays.chips.values() if chip.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert tabbed == ["tirsdag"]


def test_holidays_are_passed_over(qtbot: QtBot, look: Look, t: Translator) -> None:
    told = Told(plan(method=method(follow_up=FollowUpRule(required=True, earliest_days=30, latest_days=40)))).starts()
    room = Room(people=told.plan.people)
    room.history = told.history
    room.do(cmd.WriteBoard("x"))
    panel = FollowUpPanel(room, look, t, holiday_names)
    qtbot.addWidget(panel)
    panel.render(room.view)
    panel.weekdays.chips["4"].click()  # 25 December and 1 January
    assert panel.days == []
    assert any(label.text().startswith("Der er ingen ledig hverdag") for label in panel.findChildren(Label))


def test_a_time_that_is_none_is_said_and_changes_nothing(panel: FollowUpPanel) -> None:
    panel.at.clear()
    QTest.keyClicks(panel.at, "25")
    assert "Det klokkeslæt findes ikke. Skriv fx »kl. 16.30«." in said(panel)
    assert panel.days[0].text() == "mandag 4. januar 2027 kl. 16.00 · om 6 uger"


def test_an_hour_of_day_or_night_is_asked_about(panel: FollowUpPanel) -> None:
    panel.at.clear()
    QTest.keyClicks(panel.at, "halv fem")
    assert "Klokken kan forstås på to måder. Skriv fx »kl. 16.30«." in said(panel)
    assert panel.days[0].text() == "mandag 4. januar 2027 kl. 16.00 · om 6 uger"


def test_what_is_agreed_stands_on_top_with_the_day_of_the_aftalereferat(panel: FollowUpPanel, room: Room) -> None:
    panel.weekdays.chips["1"].click()
    panel.days[2].click()
    more = f"{HERE}\nom 8 uger · aftalereferat senest 5. jan. 2027"
    assert {"Tirsdag 19. januar 2027 kl. 16.00", more} <= set(said(panel))
    assert panel.days[2].isChecked()
    room.undo()
    assert "Tirsdag 19. januar 2027 kl. 16.00" not in said(panel)
    assert not panel.days[2].isChecked()


@pytest.mark.parametrize(
    ("line", "remark"),
    [
        ("24/12 kl. 10", "Dagen er en helligdag: Juleaftensdag."),
        ("lørdag 9/1 kl. 16", "Dagen falder i en weekend."),
        ("30/11 kl. 16", "Det er tidligere, end metoden siger."),
        ("1/3", "Det er senere, end metoden siger."),
        ("23/11-2026 kl. 20", "Dagen ligger ikke efter dette møde."),
    ],
)
def test_there_is_something_to_say_of_another_day_while_it_is_typed(
    panel: FollowUpPanel, line: str, remark: str
) -> None:
    write(panel, line)
    assert remark in "\n".join(said(panel))


def test_another_day_is_typed_in_danish_and_taken_with_enter(panel: FollowUpPanel, room: Room, qtbot: QtBot) -> None:
    write(panel, "tirsdag 19/1 kl. 15")
    with qtbot.waitSignal(panel.settled):
        QTest.keyClick(panel.other.line, Qt.Key.Key_Return)
    assert room.latest == cmd.SetFollowUp(moment(19, 1, 15, 2027), HERE)


def test_a_day_without_a_time_has_the_usual_one(panel: FollowUpPanel, room: Room) -> None:
    panel.at.clear()
    QTest.keyClicks(panel.at, "9")
    write(panel, "19/1")
    panel.other_button.click()
    assert room.latest == cmd.SetFollowUp(moment(19, 1, 9, 2027), HERE)


def test_it_is_where_we_are_today_unless_something_else_is_written(panel: FollowUpPanel, room: Room) -> None:
    assert panel.place.text() == HERE
    panel.place.clear()
    QTest.keyClicks(panel.place, "Kulturhuset, sal B")
    assert room.lines.begun("agreements.place") == "Kulturhuset, sal B"
    assert not panel.place_button.isVisible()
    QTest.keyClick(panel.place, Qt.Key.Key_Return)
    assert panel.focusWidget() is panel.days[0]
    panel.days[0].click()
    assert room.latest == cmd.SetFollowUp(moment(4, 1, 16, 2027), "Kulturhuset, sal B")
    assert room.lines.begun("agreements.place") == ""
    assert any(line.startswith("Kulturhuset, sal B\nom 6 uger") for line in said(panel))
    panel.days[1].click()
    assert room.view.follow_up == FollowUpRecord(moment(11, 1, 16, 2027), None, "Kulturhuset, sal B")


def test_where_is_put_right_by_itself_and_taken_back(panel: FollowUpPanel, room: Room) -> None:
    panel.days[0].click()
    panel.place.clear()
    QTest.keyClicks(panel.place, "Skolen, Åvej 3")
    assert "Stedet bliver ikke vist i rummet, for der står »Åvej 3«." in said(panel)
    assert panel.place_button.isVisible()
    room.full = True
    QTest.keyClick(panel.place, Qt.Key.Key_Return)
    assert (panel.place.text(), room.view.follow_up) == (
        "Skolen, Åvej 3", FollowUpRecord(moment(4, 1, 16, 2027), None, HERE),
    )  # fmt: skip
    room.full = False
    panel.place_button.click()
    assert room.latest == cmd.SetFollowUp(moment(4, 1, 16, 2027), "Skolen, Åvej 3")
    assert not panel.place_button.isVisible()
    room.undo()
    assert panel.place.text() == HERE


def test_while_an_address_is_protected_the_room_is_told_of_no_place(qtbot: QtBot, look: Look, t: Translator) -> None:
    people = (replace(FAMILY[0], protected_address=True), *FAMILY[1:])
    panel = FollowUpPanel(Room(people=people).starts(), look, t, holiday_names)
    qtbot.addWidget(panel)
    panel.show()
    panel.place.setText("Stalden")
    assert "Stedet bliver ikke vist i rummet, for en adresse er beskyttet." in said(panel)


@pytest.mark.parametrize("line", ["", "31/2 kl. 16", "snart", "onsdag 19/1 kl. 16", "23/11-2026 kl. 20"])
def test_a_day_that_cannot_be_is_not_taken(panel: FollowUpPanel, room: Room, line: str) -> None:
    acts = len(room.acts)
    write(panel, line)
    panel.other_button.click()
    assert len(room.acts) == acts
    assert panel.other.line.text() == line or "2026" in panel.other.line.text()
    assert panel.other.problem or "Dagen ligger ikke efter dette møde." in "\n".join(said(panel))


def test_no_follow_up_asks_for_the_reason(panel: FollowUpPanel, room: Room) -> None:
    acts = len(room.acts)
    panel.none_button.click()
    assert panel.focusWidget() is panel.reason
    QTest.keyClick(panel.reason, Qt.Key.Key_Return)
    assert len(room.acts) == acts
    assert "Skriv grunden med et par ord." in said(panel)
    panel.reason.set_text("Familien flytter")
    QTest.keyClick(panel.reason, Qt.Key.Key_Return)
    assert room.latest == cmd.DeclineFollowUp("Familien flytter")
    assert {"Ingen opfølgning", "Familien flytter"} <= set(said(panel))


def test_a_full_disk_keeps_the_reason(panel: FollowUpPanel, room: Room) -> None:
    panel.none_button.click()
    panel.reason.set_text("Familien flytter")
    room.full = True
    QTest.keyClick(panel.reason, Qt.Key.Key_Return)
    assert panel.reason.text == "Familien flytter"


def test_the_keyboard_goes_through_it_in_reading_order(panel: FollowUpPanel) -> None:
    panel.weekdays.chips["2"].click()
    panel.none_button.click()
    unchosen = [chip for chip in panel.weekdays.chips.values() if not chip.isChecked()]
    expected = [widget for widget in panel.stops if widget.isVisible() and widget not in unchosen]
    assert stops(panel) == expected
    assert all(widget.accessibleName() for widget in expected)


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        (56, 77, "Metoden siger 8 til 11 uger fra i dag."),
        (50, 77, "Metoden siger 50 til 77 dage fra i dag."),
        (30, None, "Metoden siger tidligst 30 dage fra i dag."),
        (None, 90, "Metoden siger senest 90 dage fra i dag."),
        (None, None, "Metoden siger ikke hvornår. Her er dage 6 til 10 uger fra i dag."),
    ],
)
def test_the_rule_in_words(t: Translator, earliest: int | None, latest: int | None, words: str) -> None:
    rule = FollowUpRule(required=True, earliest_days=earliest, latest_days=latest)
    assert window_words(meeting_view(Told(plan(method=method(follow_up=rule))).history), t) == words


@pytest.mark.parametrize(("days", "words"), [(1, "om 1 dag"), (9, "om 9 dage"), (14, "om 2 uger"), (57, "om 8 uger")])
def test_how_far_away_in_words(t: Translator, days: int, words: str) -> None:
    view = meeting_view(Told(plan()).history)
    when = moment(23, 11, 16).replace(day=23)
    day = date.fromordinal(when.date().toordinal() + days)
    assert away_words(when.replace(year=day.year, month=day.month, day=day.day), view, t) == words
