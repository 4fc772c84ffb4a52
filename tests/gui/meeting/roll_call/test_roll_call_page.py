"""*Hvem er her?*: all are here until something else is said; words that were sent, newcomers, the child's place."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.people.people import Attendance, ChildPlace, PlaceKind, Role
from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.kit.buttons.answer_chips import AnswerChip
from netmoede_desktop.gui.kit.buttons.buttons import Button
from netmoede_desktop.gui.kit.fields.child_place import ChildPlaceChoice
from netmoede_desktop.gui.kit.table.round_table import RoundTable
from netmoede_desktop.gui.kit.text.notices import Notice
from netmoede_desktop.gui.meeting.roll_call.attendance_row import AttendanceRow
from netmoede_desktop.gui.meeting.roll_call.newcomer_form import NewcomerForm
from netmoede_desktop.gui.meeting.roll_call.roll_call_page import RollCallPage
from netmoede_desktop.gui.meeting.roll_call.sent_words import SentWordsField
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.theme.themes import ThemeName
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import MeetingStage, SeatView
from tests.gui.conftest import dressed
from tests.gui.meetings import LedMeeting, led_meeting


@pytest.fixture
def led(tmp_path: Path, t: Translator, qtbot: QtBot) -> Iterator[LedMeeting]:
    """The little family, before the start."""
    with led_meeting(tmp_path, t) as meeting:
        yield meeting


@pytest.fixture
def page(led: LedMeeting, look: Look, t: Translator, qtbot: QtBot) -> RollCallPage:
    """The page as the meeting window has it."""
    return shown(led, look, t, qtbot, 1366, 632)


def shown(led: LedMeeting, look: Look, t: Translator, qtbot: QtBot, width: int, height: int) -> RollCallPage:
    page = RollCallPage(led.bridge, look, t, led.vault.new_id)
    qtbot.addWidget(page)
    led.bridge.shown.connect(lambda shown: page.render(shown.view))
    page.render(led.bridge.view)
    page.resize(width, height)
    with qtbot.waitExposed(page):
        page.show()
    return page


def rows(page: RollCallPage) -> dict[str, AttendanceRow]:
    """The rows by what is said of each person."""
    return {row.accessibleName(): row for row in page.findChildren(AttendanceRow)}


def row(page: RollCallPage, name: str) -> AttendanceRow:
    return next(row for said, row in rows(page).items() if said.startswith(name))


def answer(row: AttendanceRow, word: str) -> AnswerChip:
    return next(chip for chip in row.findChildren(AnswerChip) if chip.text() == word)


def form(page: RollCallPage) -> NewcomerForm:
    return page.findChildren(NewcomerForm)[0]


def words_of(page: RollCallPage, name: str) -> SentWordsField:
    return next(it for it in page.findChildren(SentWordsField) if it.words.accessibleName() == f"Ord fra {name}")


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def seat(led: LedMeeting, name: str) -> SeatView:
    return next(seat for seat in led.bridge.view.seats if seat.name == name)


def read_by(panel: SentWordsField, name: str) -> None:
    """Choose who reads."""
    place = next(n for n in range(panel.reader.count()) if panel.reader.itemText(n).startswith(name))
    panel.reader.setCurrentIndex(place)
    panel.reader.activated.emit(place)


def add(page: RollCallPage, name: str, relation: str = "") -> None:
    assert page.handle(Action.ARRIVAL)
    QTest.keyClicks(form(page).name, name)
    QTest.keyClicks(form(page).relation, relation)
    QTest.keyClick(form(page).relation, Qt.Key.Key_Return)


def texts(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel)]


def test_everyone_is_here_until_something_else_is_said(page: RollCallPage, led: LedMeeting) -> None:
    assert list(rows(page)) == [
        "Ida, barn eller ung: her",
        "Åse, mor: her",
        "Bent, far: her",
        "Grete, farmor: her",
        "Hanne, klasselærer: her",
        "Søren, sagsbehandler: her",
        "Maja, mødeleder: her",
    ]
    assert page.handle(Action.GO_ON)
    assert led.bridge.view.stage is MeetingStage.RUNNING
    assert {seat.attendance for seat in led.bridge.view.seats} == {Attendance.PRESENT}


def test_the_keyboard_alone_says_who_came(page: RollCallPage, led: LedMeeting) -> None:
    assert row(page, "Ida").hasFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    assert row(page, "Åse").hasFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    QTest.keyClick(focused(), Qt.Key.Key_2)
    QTest.keyClick(focused(), Qt.Key.Key_Left)
    QTest.keyClick(focused(), Qt.Key.Key_Left)
    assert [said for said in rows(page) if "kom ikke" in said] == ["Åse, mor: kom ikke"]
    assert page.handle(Action.GO_ON)
    assert (seat(led, "Åse").attendance, seat(led, "Bent").attendance) == (Attendance.ABSENT, Attendance.PRESENT)


def test_down_goes_from_group_to_group_and_stops_at_the_end(page: RollCallPage) -> None:
    for name in ("Åse", "Bent", "Grete", "Hanne", "Søren", "Maja", "Maja"):
        QTest.keyClick(focused(), Qt.Key.Key_Down)
        assert row(page, name).hasFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Up)
    assert row(page, "Søren").hasFocus()


def test_tab_stops_once_in_each_group(page: RollCallPage) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert isinstance(focused(), AnswerChip), "where the child wants to speak"
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert row(page, "Hanne").hasFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert form(page).name.hasFocus()
    for _ in range(3):
        QTest.keyClick(focused(), Qt.Key.Key_Backtab)
    assert row(page, "Åse").hasFocus(), "the row that was left"


def test_a_click_answers_and_the_counts_follow(page: RollCallPage) -> None:
    assert {"7 er her", "· 6 har en tur"} <= set(texts(page))
    father = row(page, "Bent")
    QTest.mouseClick(answer(father, "kom ikke"), Qt.MouseButton.LeftButton)
    assert answer(father, "kom ikke").isChecked()
    assert not answer(father, "her").isChecked()
    assert {"6 er her", "· 1 kom ikke · 5 har en tur"} <= set(texts(page))
    QTest.mouseClick(answer(father, "sendte ord"), Qt.MouseButton.LeftButton)
    assert "· 1 sendte ord · 6 har en tur" in texts(page)
    QTest.mouseClick(answer(father, "her"), Qt.MouseButton.LeftButton)
    assert "7 er her" in texts(page)


def test_words_that_were_sent_are_written_under_the_person_and_read_in_the_round(
    page: RollCallPage, led: LedMeeting, qtbot: QtBot
) -> None:
    QTest.keyClick(row(page, "Bent"), Qt.Key.Key_3)
    panel = words_of(page, "Bent")
    assert panel.isVisible() and panel.words.hasFocus(), "the keyboard is in the words"
    QTest.keyClicks(focused(), "Hun griner mere nu")
    qtbot.waitUntil(lambda: seat(led, "Bent").words == "Hun griner mere nu")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert panel.reader.hasFocus()
    readers = [panel.reader.itemText(number) for number in range(panel.reader.count())]
    assert readers[:2] == ["Vælg …", "Ida"] and "Grete, farmor" in readers
    assert not any(reader.startswith("Bent") for reader in readers)
    read_by(panel, "Grete")
    assert seat(led, "Bent").words_by == led.ids["farmor"]
    page.handle(Action.GO_ON)
    assert seat(led, "Bent").attendance is Attendance.SENT_WORDS
    assert seat(led, "Bent").heard_when_away
    assert (seat(led, "Bent").words, seat(led, "Bent").words_by) == ("Hun griner mere nu", led.ids["farmor"])


def test_the_last_words_typed_are_kept_by_starting_and_without_a_reader_it_starts_all_the_same(
    page: RollCallPage, led: LedMeeting
) -> None:
    QTest.keyClick(row(page, "Bent"), Qt.Key.Key_3)
    QTest.keyClicks(focused(), "Kun to ord")
    assert page.handle(Action.GO_ON)
    assert led.bridge.view.stage is MeetingStage.RUNNING
    assert (seat(led, "Bent").words, seat(led, "Bent").words_by) == ("Kun to ord", None)


def test_a_reader_who_did_not_come_is_told_of_under_the_words(page: RollCallPage, led: LedMeeting) -> None:
    QTest.keyClick(row(page, "Bent"), Qt.Key.Key_3)
    read_by(words_of(page, "Bent"), "Grete")
    assert "Bent har sin tur i hver runde." in texts(words_of(page, "Bent"))
    QTest.keyClick(row(page, "Grete"), Qt.Key.Key_2)
    assert "Grete er her ikke. Vælg en anden." in texts(words_of(page, "Bent"))


def test_words_are_not_lost_by_another_answer_and_not_read_of_someone_who_sent_none(
    page: RollCallPage, led: LedMeeting
) -> None:
    QTest.keyClick(row(page, "Bent"), Qt.Key.Key_3)
    QTest.keyClicks(focused(), "Hun griner")
    QTest.keyClick(row(page, "Bent"), Qt.Key.Key_1)
    assert not words_of(page, "Bent").isVisible()
    QTest.keyClick(row(page, "Bent"), Qt.Key.Key_3)
    assert words_of(page, "Bent").text == "Hun griner"
    page.save()
    QTest.keyClick(row(page, "Bent"), Qt.Key.Key_2)
    page.handle(Action.GO_ON)
    assert (seat(led, "Bent").attendance, seat(led, "Bent").heard_when_away) == (Attendance.ABSENT, False)


def test_esc_in_the_words_goes_back_to_the_person(page: RollCallPage) -> None:
    QTest.keyClick(row(page, "Bent"), Qt.Key.Key_3)
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert row(page, "Bent").hasFocus()


def test_words_that_are_kept_are_shown_when_the_page_is_made_anew(
    page: RollCallPage, led: LedMeeting, look: Look, t: Translator, qtbot: QtBot
) -> None:
    QTest.keyClick(row(page, "Bent"), Qt.Key.Key_3)
    QTest.keyClicks(focused(), "Hun griner")
    page.save()
    again = shown(led, look, t, qtbot, 1366, 632)
    assert "Bent, far: sendte ord" in rows(again)
    assert words_of(again, "Bent").text == "Hun griner"


def test_nobody_without_a_turn_can_send_words(page: RollCallPage) -> None:
    leader = row(page, "Maja")
    assert not answer(leader, "sendte ord").isVisible()
    QTest.keyClick(leader, Qt.Key.Key_3)
    assert "Maja, mødeleder: her" in rows(page)


def test_someone_unexpected_is_seated_and_two_hannes_are_told_apart_at_once(
    page: RollCallPage, led: LedMeeting
) -> None:
    add(page, "  Hanne Juul ", "fodboldtræner")
    names = [seat.name for seat in led.bridge.view.seats]
    assert names[-1] == "Hanne J."
    assert "Hanne J., fodboldtræner: her" in rows(page)
    assert "Hanne B., klasselærer: her" in rows(page)
    assert (form(page).name.text(), form(page).relation.text()) == ("", "")
    assert form(page).name.hasFocus()
    assert form(page).said == "Hanne J. sidder ved bordet"
    QTest.keyClicks(focused(), "B")
    assert form(page).said == ""
    page.handle(Action.GO_ON)
    assert led.bridge.view.seats[-1].attendance is Attendance.PRESENT


def test_a_newcomer_is_seated_with_no_more_than_a_name_and_enter(page: RollCallPage, led: LedMeeting) -> None:
    page.handle(Action.ARRIVAL)
    QTest.keyClicks(focused(), "Amina Yusuf")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert (seat(led, "Amina").role, seat(led, "Amina").here) == (Role.PRIVATE, True)


def test_the_side_is_chosen_in_the_row(page: RollCallPage, led: LedMeeting) -> None:
    page.handle(Action.ARRIVAL)
    QTest.keyClicks(focused(), "Bo Lund")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    assert form(page).side.key == Role.PROFESSIONAL.value
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert seat(led, "Bo").role is Role.PROFESSIONAL


def test_what_a_newcomer_is_said_to_be_brings_the_role_of_that_side(page: RollCallPage, led: LedMeeting) -> None:
    add(page, "Carl Holst", "stedfar")
    add(page, "Bo Lund", "sagsbehandler")
    QTest.mouseClick(form(page).side.chips[Role.PROFESSIONAL.value], Qt.MouseButton.LeftButton)
    add(page, "Dorte Friis", "familierådgiver")
    assert [seat(led, name).role.value for name in ("Carl", "Bo", "Dorte")] == ["forælder", "privat", "myndighed"]


def test_a_tolk_is_asked_after_in_the_same_row(page: RollCallPage, led: LedMeeting) -> None:
    page.handle(Action.ARRIVAL)
    QTest.keyClicks(focused(), "Fadumo Ali")
    QTest.mouseClick(form(page).side.chips[Role.INTERPRETER.value], Qt.MouseButton.LeftButton)
    assert form(page).adult.isVisible() and not form(page).relation.isVisible()
    QTest.keyClick(form(page).name, Qt.Key.Key_Return)
    assert form(page).said == "En tolk er over 18 år og uden for familien."
    assert len(led.bridge.view.seats) == 7
    form(page).adult.setChecked(True)
    form(page).outsider.setChecked(True)
    QTest.keyClick(form(page).name, Qt.Key.Key_Return)
    assert seat(led, "Fadumo").role is Role.INTERPRETER
    assert not led.bridge.conducting.history.state.people[seat(led, "Fadumo").person].receives_minutes
    assert form(page).relation.isVisible() and not form(page).adult.isChecked(), "asked anew of the next"


def test_what_was_said_of_the_others_stays_when_one_more_comes(page: RollCallPage) -> None:
    QTest.keyClick(row(page, "Ida"), Qt.Key.Key_3)
    add(page, "Bo Lund")
    assert "Ida, barn eller ung: sendte ord" in rows(page)


def test_a_name_with_nothing_in_it_is_one_sentence_and_nothing_typed_is_lost(
    page: RollCallPage, led: LedMeeting
) -> None:
    add(page, "   ", "nabo")
    assert form(page).said == "Skriv et navn."
    assert form(page).relation.text() == "nabo"
    assert len(led.bridge.view.seats) == 7
    QTest.keyClicks(form(page).name, "Bo")
    assert form(page).said == ""


def test_an_added_person_can_be_taken_back(page: RollCallPage, led: LedMeeting, qtbot: QtBot) -> None:
    add(page, "Bo Lund")
    assert len(page.findChildren(AttendanceRow)) == 8
    led.bridge.undo()
    qtbot.waitUntil(lambda: len(page.findChildren(AttendanceRow)) == 7)


def test_the_child_may_choose_its_place(page: RollCallPage, led: LedMeeting) -> None:
    place = page.findChildren(ChildPlaceChoice)[0]
    assert "Hvornår vil Ida tale?" in texts(place)
    assert [chip.text() for chip in place.chips.chips.values()] == ["Først", "Sidst", "Efter …", "Gennem …", "Læses op"]
    assert "følger rækkefølgen" in texts(place)
    QTest.mouseClick(place.chips.chips["sidst"], Qt.MouseButton.LeftButton)
    assert seat(led, "Ida").place == ChildPlace(PlaceKind.LAST)
    QTest.mouseClick(place.chips.chips["efter"], Qt.MouseButton.LeftButton)
    assert place.person.isVisible() and place.person.hasFocus()
    people = [place.person.itemText(number) for number in range(place.person.count())]
    assert people == ["Efter hvem?", "Åse", "Bent", "Grete", "Hanne", "Søren"], "the mødeleder has no turn"
    place.person.setCurrentIndex(1)
    place.person.activated.emit(1)
    assert seat(led, "Ida").place == ChildPlace(PlaceKind.AFTER, led.ids["mor"])
    QTest.mouseClick(place.chips.chips["efter"], Qt.MouseButton.LeftButton)
    assert seat(led, "Ida").place is None, "the chip that holds, pressed once more"
    assert not place.person.isVisible()


def test_a_child_that_sent_words_is_heard(page: RollCallPage, led: LedMeeting) -> None:
    QTest.keyClick(row(page, "Ida"), Qt.Key.Key_3)
    page.handle(Action.GO_ON)
    child = led.bridge.view.seat(led.ids["ida"])
    assert child.attendance is Attendance.SENT_WORDS
    assert child.heard_when_away


def test_seats_are_moved_by_the_keyboard(page: RollCallPage, led: LedMeeting) -> None:
    button = next(b for b in page.findChildren(Button) if b.text() == "Bordplan")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.text() == "Til navnene"
    table = page.findChildren(RoundTable)[0]
    assert table.isVisible()
    QTest.keyClick(table.seat(led.ids["ida"]), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert [seat.name for seat in led.bridge.view.seats][:2] == ["Åse", "Ida"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not table.isVisible()


def test_a_missing_moedeleder_is_noticed_and_stops_nothing(page: RollCallPage, led: LedMeeting) -> None:
    notice = page.findChildren(Notice)[0]
    assert notice.text == ""
    QTest.keyClick(row(page, "Maja"), Qt.Key.Key_2)
    assert notice.text == "Mødelederen er ikke her. Hvem leder mødet i dag?"
    assert page.handle(Action.GO_ON)
    assert led.bridge.view.stage is MeetingStage.RUNNING


def test_a_screen_reader_hears_who_and_which_answer(page: RollCallPage) -> None:
    interface = QAccessible.queryAccessibleInterface(row(page, "Ida"))
    chips = [interface.child(number) for number in range(interface.childCount())]
    assert [chip.role() for chip in chips] == [QAccessible.Role.RadioButton] * 3
    assert [chip.text(QAccessible.Text.Name) for chip in chips] == ["her", "kom ikke", "sendte ord"]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_with_twenty_people_the_groups_scroll_and_the_row_for_newcomers_does_not(
    tmp_path: Path, qapp: QApplication, t: Translator, qtbot: QtBot, look: Look, scale: float
) -> None:
    dressed_so = dressed(qapp, ThemeName.LIGHT, scale)
    with led_meeting(tmp_path, t, "tyve-personer") as led:
        page = shown(led, dressed_so, t, qtbot, 1366, 632 if scale == 1 else 496)
        assert len(page.findChildren(AttendanceRow)) == 20
        before = form(page).geometry()
        for _ in range(20):
            QTest.keyClick(focused(), Qt.Key.Key_Down)
        assert isinstance(focused(), AttendanceRow)
        assert not focused().visibleRegion().isEmpty(), "the row that has the keyboard is in sight"
        assert form(page).geometry() == before
        assert page.rect().contains(before)
        for each in page.findChildren(AttendanceRow):
            assert each.mapTo(page, each.rect().topRight()).x() <= page.width()
