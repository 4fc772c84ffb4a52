"""Before the end: what is missing with the way to mend it, the reason that overrides it, and what is wiped."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.agreements.agreements import Answer
from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.kit.lists.listed import ListedRow
from netmoede_desktop.gui.kit.speech.factory import install_accessible_roles
from netmoede_desktop.gui.kit.text.labels import Label
from netmoede_desktop.gui.meeting.closing.closing_list import Destination, MendPlace, closing_items
from netmoede_desktop.gui.meeting.closing.closing_page import ClosingPage
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.theme.themes import ThemeName
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.calendar.holidays import holiday_names
from netmoede_desktop.services.meeting.private_notes import PrivateLine
from netmoede_desktop.services.meeting.view.build import meeting_view
from netmoede_desktop.services.meeting.view.values import MeetingStage
from tests.domain.meeting.script import PARTS, Told, method, plan
from tests.gui.conftest import dressed
from tests.gui.meeting.rooms import Room, carried, moment, stops

LAST_TIME = (("Hanne skriver", "hanne"), ("Jonas giver et lift", "jonas"), ("Søren undersøger", "soeren"))


class PrivateLines:
    """The private lines of a meeting in memory."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def lines(self) -> tuple[PrivateLine, ...]:
        return tuple(PrivateLine(note, f"Hemmelig {note}") for note in self._room.history.state.capture.private)


def complete() -> Room:
    """A meeting where nothing is missing: everyone had the word in every round."""
    room = Room().starts().holds("d14").agrees(("Hanne skriver hver fredag", "hanne"))
    room.do(cmd.AnswerAgreement(1, Answer.YES))
    room.do(cmd.SetFollowUp(moment(19, 1, 16, 2027)))
    room.do(cmd.TellExperience("Det var godt"))
    room.do(cmd.WriteBoard("Ro om aftenen"))
    assert room.view.missing == ()
    return room


@pytest.fixture
def room() -> Room:
    """A meeting where much is missing."""
    return Room().starts().enters("d14").agrees(("Hanne skriver hver fredag", "hanne"), ("Noget", None))


@pytest.fixture
def page(qtbot: QtBot, room: Room, look: Look, t: Translator) -> ClosingPage:
    return opened(qtbot, room, look, t)


def opened(qtbot: QtBot, room: Room, look: Look, t: Translator, size: QSize | None = None) -> ClosingPage:
    made = ClosingPage(room, PrivateLines(room), look, t, holiday_names, room.monotonic)
    qtbot.addWidget(made)
    room.shows(made)
    made.render(room.view)
    made.resize(size or QSize(1366, 632))
    with qtbot.waitExposed(made):
        made.show()
    return made


def said(page: ClosingPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(Label) if label.isVisible())


def test_each_thing_that_is_missing_has_the_way_to_mend_it(page: ClosingPage, qtbot: QtBot) -> None:
    assert "1 aftale har ingen ansvarlig" in page.lines
    assert "Næste møde er ikke aftalt" in page.lines
    told: list[Destination] = []
    page.place_asked.connect(told.append)
    for button in page.mends:
        button.click()
    assert told == [
        Destination(MendPlace.OWNER, 2),
        Destination(MendPlace.DATE, 2),
        Destination(MendPlace.READING, 1),
        Destination(MendPlace.FOLLOW_UP),
        Destination(MendPlace.EXPERIENCE),
        Destination(MendPlace.EXPERIENCE),
        Destination(MendPlace.BOARD),
    ]


def test_each_line_says_whether_it_is_in_order(page: ClosingPage) -> None:
    install_accessible_roles()
    rows = [QAccessible.queryAccessibleInterface(row) for row in page.findChildren(ListedRow) if row.isVisible()]
    assert {row.role() for row in rows} == {QAccessible.Role.ListItem}
    said = {row.text(QAccessible.Text.Name) for row in rows}
    assert "1 aftale har ingen ansvarlig: mangler" in said
    assert {one.rpartition(": ")[2] for one in said} <= {"mangler", "i orden"}


def test_a_round_that_was_left_with_nobody_heard_is_told(page: ClosingPage, room: Room) -> None:
    assert "Ingen har fået ordet i »Præsentationsrunde«" in page.lines


def test_the_tick_says_that_all_have_answered_only_where_all_were_asked_and_said_yes(t: Translator) -> None:
    all_well = "Alle har svaret på deres aftaler"
    room = complete()
    assert all_well in {item.text for item in closing_items(room.view, t) if item.ticked}
    room.do(cmd.AnswerAgreement(1, Answer.NO))
    items = {item.text: item for item in closing_items(room.view, t)}
    assert all_well not in items
    assert items["Der er sagt nej til 1 aftale"].noted and not items["Der er sagt nej til 1 aftale"].ticked

    again = Room(method="din-o", carried=carried(*LAST_TIME)).starts()
    again.agrees(("Hanne skriver hver fredag", "hanne"))
    again.do(cmd.AnswerAgreement(max(again.history.state.capture.agreements), Answer.YES))
    items = {item.text: item for item in closing_items(again.view, t)}
    assert all_well not in items
    assert not items[f"{len(LAST_TIME)} aftaler fra sidst mangler et svar i dag"].ticked


def test_in_a_first_meeting_what_was_under_way_is_called_so(t: Translator) -> None:
    begun = tuple(replace(one, started=True) for one in carried(*LAST_TIME))
    room = Room(method="hlb-1", carried=begun).starts().enters("h4")

    def told() -> set[str]:
        return {item.text for item in closing_items(room.view, t)}

    assert f"{len(LAST_TIME)} ting, der allerede er i gang, er ikke gået igennem" in told()
    assert not [line for line in told() if "fra sidst" in line]
    for number in range(1, len(LAST_TIME) + 1):
        room.do(cmd.GiveStatus(number, "fortsætter"))
    assert {
        "Alt, der allerede var i gang, er gået igennem",
        f"{len(LAST_TIME)} ting, der allerede er i gang, mangler et svar i dag",
    } <= told()
    assert not [line for line in told() if "fra sidst" in line]


def test_what_is_mended_goes_away_at_once(page: ClosingPage, room: Room) -> None:
    room.do(cmd.SetFollowUp(moment(19, 1, 16, 2027)))
    assert "Opfølgning er aftalt" in page.lines
    assert "Næste møde er ikke aftalt" not in page.lines


def test_the_family_is_to_be_asked_until_somebody_of_it_has_answered(page: ClosingPage, room: Room) -> None:
    asks = "Spørg familien, hvordan mødet var"
    assert asks in page.lines
    room.do(cmd.WriteNote("hanne", "Det gik godt"))
    assert asks in page.lines
    room.do(cmd.WriteNote("kirsten", "Rart at blive hørt"))
    assert asks not in page.lines


def test_without_a_reason_it_cannot_end_while_something_is_missing(page: ClosingPage, room: Room) -> None:
    acts = len(room.acts)
    assert not page.finish()
    page.reason.set_text("   ")
    assert not page.finish()
    assert len(room.acts) == acts


def test_one_reason_ends_it_in_spite_of_all_that_is_missing(page: ClosingPage, room: Room, qtbot: QtBot) -> None:
    page.reason.set_text("Barnet blev træt")
    with qtbot.waitSignal(page.finished):
        page.finish()
    assert room.latest == cmd.FinishMeeting("Barnet blev træt")
    assert room.view.stage is MeetingStage.ENDED
    assert "Mødet sluttede kl. 16.00" in said(page)
    assert not page.finish_button.isVisible()


def test_a_complete_meeting_ends_without_a_reason(qtbot: QtBot, look: Look, t: Translator) -> None:
    room = complete()
    page = opened(qtbot, room, look, t)
    assert "Alt er på plads" in said(page)
    assert not page.reason.isVisible()
    page.finish()
    assert room.latest == cmd.FinishMeeting(None)


def test_a_full_disk_leaves_the_meeting_running_and_the_reason_there(page: ClosingPage, room: Room) -> None:
    page.reason.set_text("Barnet blev træt")
    room.full = True
    page.finish()
    assert room.view.stage is MeetingStage.RUNNING
    assert page.reason.text == "Barnet blev træt"


def test_videre_pressed_again_and_again_never_ends_a_meeting(qtbot: QtBot, look: Look, t: Translator) -> None:
    room = complete()
    page = opened(qtbot, room, look, t)
    assert page.focusWidget() is page
    led: list[bool] = []
    page.go_led.connect(lambda: led.append(True))
    QTest.keyClick(page, Qt.Key.Key_Return)
    for _ in range(10):
        assert page.handle(Action.GO_ON)
    assert room.view.stage is MeetingStage.RUNNING
    assert len(led) == 10
    page.finish()
    assert not page.handle(Action.GO_ON)
    assert page.go_label() == ""


def test_before_the_end_videre_goes_on_with_the_meeting(qtbot: QtBot, look: Look, t: Translator) -> None:
    room = Room().starts().enters("d4")
    page = opened(qtbot, room, look, t)
    assert (page.handle(Action.GO_ON), page.go_label()) == (False, "")
    assert Action.TABLE in [item.action for item in page.bar()[0]]
    assert page.finish_button.isVisible()
    room.enters("d14")
    assert page.handle(Action.GO_ON)
    assert not page.finish_button.isVisible(), "the go-button ends it: one is enough"


def test_before_the_end_its_own_button_ends_it_with_a_reason(qtbot: QtBot, look: Look, t: Translator) -> None:
    room = Room().starts().enters("d4")
    page = opened(qtbot, room, look, t)
    assert not page.finish_button.isEnabled()
    page.reason.set_text("Barnet blev træt")
    QTest.keyClick(page.reason, Qt.Key.Key_Return)
    assert page.focusWidget() is page.finish_button
    page.finish_button.click()
    assert room.latest == cmd.FinishMeeting("Barnet blev træt")


def test_videre_goes_to_the_reason_that_is_missing(page: ClosingPage, qtbot: QtBot) -> None:
    assert page.handle(Action.GO_ON)
    assert page.focusWidget() is page.reason
    assert "Skriv først, hvorfor mødet slutter, selvom noget mangler." in said(page)
    page.reason.set_text("Barnet blev træt")
    assert "Skriv først" not in said(page)
    with qtbot.waitSignal(page.go_led):
        QTest.keyClick(page.reason, Qt.Key.Key_Return)
    assert page._port.view.stage is MeetingStage.RUNNING


def test_it_says_what_the_referat_will_hold(qtbot: QtBot, look: Look, t: Translator) -> None:
    room = complete()
    room.type(cmd.WriteNote("mikkel", "Jeg vil hjem", part="d4"))
    room.do(cmd.Reserve("peter", "Uenig"))
    room.do(cmd.ParkTopic("Skole"))
    assert opened(qtbot, room, look, t).outline == (
        "1 aftale",
        "1 note fra runderne",
        "1 linje fra tavlen",
        "1 forbehold",
        "Familiens oplevelse af mødet",
        "1 emne til en anden gang",
        "Næste møde tirsdag 19. januar 2027 kl. 16.00",
    )


def test_private_notes_are_counted_before_they_are_wiped_and_can_be_moved(
    page: ClosingPage, room: Room, qtbot: QtBot
) -> None:
    assert "slettes, når mødet slutter" not in said(page)
    for text in ("a", "b", "c"):
        room.save_private(text)
    assert "3 private noter slettes, når mødet slutter. Flyt dem først" in said(page)
    assert "Hemmelig" not in said(page)
    page.private_button.click()
    assert page.panel is not None
    assert page.panel.isVisible()
    qtbot.waitUntil(lambda: said(page).count("Hemmelig") == 3)
    room.do(cmd.MovePrivate(room.history.state.capture.private[0]))
    assert "2 private noter slettes" in said(page)
    page.private_button.click()
    assert not page.panel.isVisible()
    assert "Hemmelig" not in said(page)


def test_where_private_notes_cannot_be_read_the_window_is_asked(
    qtbot: QtBot, room: Room, look: Look, t: Translator
) -> None:
    page = ClosingPage(room, None, look, t, holiday_names, room.monotonic)
    qtbot.addWidget(page)
    room.save_private("a")
    page.render(room.view)
    with qtbot.waitSignal(page.asked) as told:
        page.private_button.click()
    assert told.args == [Action.PRIVATE]


def test_the_early_stop_opens_in_its_place(page: ClosingPage, room: Room, qtbot: QtBot) -> None:
    page.early_button.click()
    assert page.stop.isVisible()
    page.stop.reason.set_text("Alarm")
    with qtbot.waitSignal(page.finished):
        page.stop.stop_button.click()
    assert "Mødet blev stoppet kl. 16.00" in said(page)
    assert not page.stop.isVisible()


def test_the_keyboard_goes_through_it_in_reading_order(page: ClosingPage, room: Room) -> None:
    room.save_private("a")
    page.reason.set_text("Barnet blev træt")
    order = stops(page)
    assert order[: len(page.mends) + 2] == [*page.mends, page.reason, page.early_button]
    assert order[-1] is page.private_button
    assert all(widget.accessibleName() for widget in order)


@pytest.mark.parametrize("theme", [ThemeName.DARK, ThemeName.CONTRAST_LIGHT])
def test_at_two_hundred_percent_it_fits_the_screen(
    qapp: QApplication, qtbot: QtBot, room: Room, t: Translator, theme: ThemeName
) -> None:
    page = opened(qtbot, room, dressed(qapp, theme, 2.0), t, QSize(1366, 480))
    assert page.size() == QSize(1366, 480)
    page.handle(Action.GO_ON)
    assert not page.reason.visibleRegion().isEmpty()


def test_who_stands_in_no_order_of_the_method_is_named(t: Translator) -> None:
    parts = tuple(
        replace(part, order=tuple(group for group in part.order if group.code.value != "PRIV")) for part in PARTS
    )
    told = Told(plan(method=method(parts))).starts()
    named = "Kirsten står ikke i metodens talerække og fik ordet sidst i runderne"
    [line] = [item for item in closing_items(meeting_view(told.history), t) if item.text == named]
    assert line.done and line.destination is None
    everyone = Told(plan()).starts()
    assert named not in [item.text for item in closing_items(meeting_view(everyone.history), t)]
