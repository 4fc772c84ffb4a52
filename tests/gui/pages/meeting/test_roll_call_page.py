"""*Hvem er her?*: all here until something else is said, someone unexpected in seconds, seats and the child's place."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.minutes import Attendance
from netmoede_desktop.domain.people import ChildPlace, PlaceKind
from netmoede_desktop.gui.keys import Action
from netmoede_desktop.gui.pages.meeting.roll_call_page import RollCallPage
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.theme.themes import ThemeName
from netmoede_desktop.gui.widgets.attendance_card import AnswerButton, AttendanceCard
from netmoede_desktop.gui.widgets.buttons import Button
from netmoede_desktop.gui.widgets.child_place import ChildPlaceChoice
from netmoede_desktop.gui.widgets.choice import Choice
from netmoede_desktop.gui.widgets.newcomer_form import NewcomerForm
from netmoede_desktop.gui.widgets.notices import Notice
from netmoede_desktop.gui.widgets.round_table import RoundTable
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting_view import Stage
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
    led.bridge.viewed.connect(page.render)
    page.render(led.bridge.view)
    page.resize(width, height)
    with qtbot.waitExposed(page):
        page.show()
    return page


def cards(page: RollCallPage) -> dict[str, AttendanceCard]:
    """The cards by what is said of each person."""
    return {card.accessibleName(): card for card in page.findChildren(AttendanceCard)}


def card(page: RollCallPage, name: str) -> AttendanceCard:
    return next(card for said, card in cards(page).items() if said.startswith(name))


def answer(card: AttendanceCard, word: str) -> AnswerButton:
    return next(button for button in card.findChildren(AnswerButton) if button.text() == word)


def form(page: RollCallPage) -> NewcomerForm:
    return page.findChildren(NewcomerForm)[0]


def add(page: RollCallPage, qtbot: QtBot, name: str, relation: str = "") -> None:
    assert page.handle(Action.ARRIVAL)
    QTest.keyClicks(form(page).name, name)
    QTest.keyClicks(form(page).relation, relation)
    QTest.keyClick(form(page).relation, Qt.Key.Key_Return)


def test_everyone_is_here_until_something_else_is_said(page: RollCallPage, led: LedMeeting) -> None:
    assert list(cards(page)) == [
        "Ida, barn eller ung: her",
        "Åse, mor: her",
        "Bent, far: her",
        "Grete, farmor: her",
        "Hanne, klasselærer: her",
        "Søren, sagsbehandler: her",
        "Maja, mødeleder: her",
    ]
    assert page.handle(Action.GO_ON)
    assert led.bridge.view.stage is Stage.RUNNING
    assert {seat.attendance for seat in led.bridge.view.seats} == {Attendance.PRESENT}


def test_the_keyboard_alone_says_who_came(page: RollCallPage, led: LedMeeting, qtbot: QtBot) -> None:
    first = card(page, "Ida")
    assert first.hasFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    mother = card(page, "Åse")
    assert mother.hasFocus()
    QTest.keyClick(mother, Qt.Key.Key_2)
    QTest.keyClick(mother, Qt.Key.Key_Right)
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Space)
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Space)
    assert "Bent, far: sendte ord" in cards(page)
    assert page.handle(Action.GO_ON)
    told = {seat.name: seat.attendance for seat in led.bridge.view.seats}
    assert (told["Åse"], told["Bent"], told["Grete"]) == (
        Attendance.ABSENT,
        Attendance.SENT_WORDS,
        Attendance.PRESENT,
    )


def test_arrows_go_by_columns_and_rows_and_stop_at_the_edge(page: RollCallPage, qtbot: QtBot) -> None:
    QTest.keyClick(card(page, "Ida"), Qt.Key.Key_Down)
    assert card(page, "Hanne").hasFocus()
    QTest.keyClick(card(page, "Hanne"), Qt.Key.Key_Down)
    assert card(page, "Hanne").hasFocus()
    QTest.keyClick(card(page, "Hanne"), Qt.Key.Key_Up)
    assert card(page, "Ida").hasFocus()


def test_tab_leaves_the_cards_at_once(page: RollCallPage, qtbot: QtBot) -> None:
    QTest.keyClick(card(page, "Ida"), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is form(page).name


def test_a_click_answers_and_the_counts_follow(page: RollCallPage, qtbot: QtBot) -> None:
    father = card(page, "Bent")
    QTest.mouseClick(answer(father, "kom ikke"), Qt.MouseButton.LeftButton)
    assert answer(father, "kom ikke").isChecked()
    assert not answer(father, "her").isChecked()
    assert "6 her · 1 kom ikke" in texts(page)
    QTest.mouseClick(answer(father, "her"), Qt.MouseButton.LeftButton)
    assert "7 her" in texts(page)


def texts(page: QWidget) -> list[str]:
    from netmoede_desktop.gui.widgets.labels import Label

    return [label.text() for label in page.findChildren(Label)]


def test_someone_unexpected_is_seated_and_two_hannes_are_told_apart_at_once(
    page: RollCallPage, led: LedMeeting, qtbot: QtBot
) -> None:
    add(page, qtbot, "  Hanne Juul ", "fodboldtræner")
    names = [seat.name for seat in led.bridge.view.seats]
    assert names[-1] == "Hanne J."
    assert "Hanne B." in names
    assert "Hanne J., fodboldtræner: her" in cards(page)
    assert "Hanne B., klasselærer: her" in cards(page)
    assert form(page).name.text() == ""
    assert form(page).name.hasFocus()
    page.handle(Action.GO_ON)
    assert led.bridge.view.seats[-1].attendance is Attendance.PRESENT


def test_what_was_said_of_the_others_stays_when_one_more_comes(page: RollCallPage, qtbot: QtBot) -> None:
    QTest.keyClick(card(page, "Ida"), Qt.Key.Key_3)
    add(page, qtbot, "Bo Lund")
    assert "Ida, barn eller ung: sendte ord" in cards(page)


def test_a_name_with_nothing_in_it_is_one_sentence_and_nothing_typed_is_lost(
    page: RollCallPage, led: LedMeeting, qtbot: QtBot
) -> None:
    add(page, qtbot, "   ", "nabo")
    assert form(page).problem == "Skriv et navn."
    assert form(page).relation.text() == "nabo"
    assert len(led.bridge.view.seats) == 7
    QTest.keyClicks(form(page).name, "Bo")
    assert form(page).problem == ""


def test_an_added_person_can_be_taken_back(page: RollCallPage, led: LedMeeting, qtbot: QtBot) -> None:
    add(page, qtbot, "Bo Lund")
    assert len(page.findChildren(AttendanceCard)) == 8
    led.bridge.undo()
    qtbot.waitUntil(lambda: len(page.findChildren(AttendanceCard)) == 7)


def test_the_child_may_choose_its_place(page: RollCallPage, led: LedMeeting, qtbot: QtBot) -> None:
    place = page.findChildren(ChildPlaceChoice)[0]
    choice = place.findChildren(Choice)[0]
    assert choice.accessibleName() == "Hvornår vil Ida tale?"
    labels = [choice.itemText(number) for number in range(choice.count())]
    assert labels[:4] == ["følger rækkefølgen", "taler først", "taler sidst", "ordene læses op"]
    assert "taler efter Åse" in labels
    assert not any("Maja" in label for label in labels), "the mødeleder has no turn to speak after"
    choice.setCurrentIndex(labels.index("taler efter Åse"))
    choice.activated.emit(labels.index("taler efter Åse"))
    assert led.bridge.view.seats[0].place == ChildPlace(PlaceKind.AFTER, led.ids["mor"])


def test_a_child_that_sent_words_is_heard(page: RollCallPage, led: LedMeeting, qtbot: QtBot) -> None:
    QTest.keyClick(card(page, "Ida"), Qt.Key.Key_3)
    page.handle(Action.GO_ON)
    child = led.bridge.view.seat(led.ids["ida"])
    assert child.attendance is Attendance.SENT_WORDS
    assert child.heard_when_away


def test_seats_are_moved_by_the_keyboard(page: RollCallPage, led: LedMeeting, qtbot: QtBot) -> None:
    button = next(b for b in page.findChildren(Button) if b.text() == "Bordplan")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.text() == "Til navnene"
    table = page.findChildren(RoundTable)[0]
    assert table.isVisible()
    QTest.keyClick(table.seat(led.ids["ida"]), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert [seat.name for seat in led.bridge.view.seats][:2] == ["Åse", "Ida"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not table.isVisible()


def test_a_missing_moedeleder_is_noticed_and_stops_nothing(page: RollCallPage, led: LedMeeting, qtbot: QtBot) -> None:
    notice = page.findChildren(Notice)[0]
    assert notice.text == ""
    QTest.keyClick(card(page, "Maja"), Qt.Key.Key_2)
    assert notice.text == "Mødelederen er ikke her. Hvem leder mødet i dag?"
    assert page.handle(Action.GO_ON)
    assert led.bridge.view.stage is Stage.RUNNING


def test_a_screen_reader_hears_who_and_which_answer(page: RollCallPage) -> None:
    child = card(page, "Ida")
    interface = QAccessible.queryAccessibleInterface(child)
    buttons = [interface.child(number) for number in range(interface.childCount())]
    assert [button.role() for button in buttons] == [QAccessible.Role.RadioButton] * 3
    assert [button.text(QAccessible.Text.Name) for button in buttons] == ["her", "kom ikke", "sendte ord"]


def test_twenty_people_fit_without_scrolling(tmp_path: Path, look: Look, t: Translator, qtbot: QtBot) -> None:
    with led_meeting(tmp_path, t, "tyve-personer") as led:
        page = shown(led, look, t, qtbot, 1366, 632)
        for each in page.findChildren(AttendanceCard):
            place = each.mapTo(page, each.rect().bottomRight())
            assert page.rect().contains(place)
        assert len(page.findChildren(AttendanceCard)) == 20


def test_at_200_percent_the_page_scrolls_and_hides_nothing(
    tmp_path: Path, qapp: QApplication, t: Translator, qtbot: QtBot, look: Look
) -> None:
    large = dressed(qapp, ThemeName.LIGHT, 2.0)
    with led_meeting(tmp_path, t, "tyve-personer") as led:
        page = shown(led, large, t, qtbot, 1366, 496)
        for each in page.findChildren(AttendanceCard):
            assert each.mapTo(page, each.rect().topRight()).x() <= page.width()
        last = page.findChildren(AttendanceCard)[-1]
        for _ in range(20):
            QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Down)
        assert last.hasFocus() or card(page, "Birger").hasFocus()
        focused = QApplication.focusWidget()
        assert focused is not None
        assert not focused.visibleRegion().isEmpty(), "the card that has the keyboard is in sight"
