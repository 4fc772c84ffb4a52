"""The agreements page: the line, the list, and beside them what is to be settled before the end."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.agreements.agreements import Answer
from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.kit.lists.listed import Listed
from netmoede_desktop.gui.kit.speech.factory import install_accessible_roles
from netmoede_desktop.gui.kit.text.labels import Label
from netmoede_desktop.gui.kit.text.marks import MarkShape
from netmoede_desktop.gui.meeting.agreements.agreements_page import AgreementsPage
from netmoede_desktop.gui.meeting.closing.closing_list import Destination, MendPlace
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.theme.themes import ThemeName
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.calendar.holidays import holiday_names
from tests.gui.conftest import dressed
from tests.gui.meeting.rooms import TWENTY, Room, carried, in_reading_order, moment, stops

Role = QAccessible.Role


@pytest.fixture
def room() -> Room:
    room = Room().starts().enters("d11")
    return room.agrees(("Hanne skriver hver fredag", "hanne"), ("Søren undersøger hver uge", None))


@pytest.fixture
def page(qtbot: QtBot, room: Room, look: Look, t: Translator) -> AgreementsPage:
    return opened(qtbot, room, look, t, QSize(1366, 632))


def opened(qtbot: QtBot, room: Room, look: Look, t: Translator, size: QSize) -> AgreementsPage:
    made = AgreementsPage(room, look, t, holiday_names)
    qtbot.addWidget(made)
    room.shows(made)
    made.render(room.view)
    made.resize(size)
    with qtbot.waitExposed(made):
        made.show()
    return made


def lines(page: AgreementsPage) -> dict[str, MarkShape]:
    return {line.text(): line.mark for line in page.side.closing.lines}


def line(page: AgreementsPage, text: str) -> QWidget:
    return next(line for line in page.side.closing.lines if line.text() == text)


def test_the_keyboard_begins_in_the_line_and_stays_there_after_enter(page: AgreementsPage, room: Room) -> None:
    assert page.focusWidget() is page.entry.line
    QTest.keyClicks(page.entry.line, "Kirsten henter Mikkel fra 2/12")
    QTest.keyClick(page.entry.line, Qt.Key.Key_Return)
    assert page.focusWidget() is page.entry.line
    assert page.table.row(3).accessibleName().startswith("3. Kirsten henter Mikkel")


def test_a_screen_reader_has_two_lists_with_what_is_new_before_what_is_from_last_time(
    qtbot: QtBot, look: Look, t: Translator
) -> None:
    install_accessible_roles()
    room = (
        Room(carried=carried(("Mor ringer", "mor"), ("Far ringer", "far")))
        .starts()
        .enters("d11")
        .agrees(("Hanne skriver hver fredag", "hanne"))
    )
    table = opened(qtbot, room, look, t, QSize(1366, 632)).table
    room.do(cmd.WriteAgreement("Kirsten henter Mikkel", None))
    lists = [one for one in heard_in(QAccessible.queryAccessibleInterface(table)) if one.role() is Role.List]
    assert [one.text(QAccessible.Text.Name) for one in lists] == ["Aftaler i dag", "Aftaler fra sidst"]
    rows = [[one.child(place) for place in range(one.childCount())] for one in lists]
    assert {row.role() for listed in rows for row in listed} == {Role.ListItem}
    begins = [[row.text(QAccessible.Text.Name).split(".")[0] for row in listed] for listed in rows]
    assert begins == [["3", "4"], ["1", "2"]]
    assert rows[0][1].text(QAccessible.Text.Name) == (
        "4. Kirsten henter Mikkel. Hvem: ingen endnu. Hvornår: ingen dato. Svar: ikke spurgt."
    )


def test_in_a_first_meeting_the_list_of_what_was_under_way_is_called_so(
    qtbot: QtBot, look: Look, t: Translator
) -> None:
    begun = tuple(replace(one, started=True) for one in carried(("Lone ringer", "lone")))
    table = opened(qtbot, Room(method="hlb-1", carried=begun).starts().enters("h4"), look, t, QSize(1366, 632)).table
    told = {label.text() for label in table.findChildren(Label) if label.isVisible()}
    assert "I GANG" in told and "FRA SIDST" not in told
    assert "Det, der allerede er i gang" in {one.accessibleName() for one in table.findChildren(Listed)}


def heard_in(one: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """It and all that is in it, in the order in which it is told of."""
    yield one
    for place in range(one.childCount()):
        yield from heard_in(one.child(place))


def test_ctrl_enter_goes_to_the_line_and_f2_opens_the_agreement_that_has_the_keyboard(page: AgreementsPage) -> None:
    page.table.row(2).setFocus()
    assert page.handle(Action.NOTE)
    assert page.table.editor is not None
    assert page.handle(Action.AGREEMENT)
    assert page.focusWidget() is page.entry.line
    assert not page.handle(Action.NOTE)
    assert not page.handle(Action.GO_ON)


def test_what_is_missing_stands_in_words_and_leads_to_its_place(page: AgreementsPage, room: Room) -> None:
    assert lines(page)["1 aftale har ingen ansvarlig"] is MarkShape.RING
    assert lines(page)["Alle aftaler har en dato"] is MarkShape.CHECK
    QTest.mouseClick(line(page, "1 aftale har ingen ansvarlig"), Qt.MouseButton.LeftButton)
    assert page.table.editor is not None
    assert page.table.editor.number == 2
    assert page.focusWidget() is page.table.editor.fields.owner
    room.do(cmd.WriteAgreement("Søren undersøger", "soeren", number=2))
    assert lines(page)["Alle aftaler har en ansvarlig"] is MarkShape.CHECK
    assert lines(page)["1 aftale mangler en dato"] is MarkShape.RING


def test_an_answer_that_is_missing_leads_to_the_reading_aloud(page: AgreementsPage, room: Room, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.reading_asked) as told:
        QTest.mouseClick(line(page, "2 aftaler mangler et svar"), Qt.MouseButton.LeftButton)
    assert told.args == [1]
    room.do(cmd.WriteAgreement("Søren undersøger", "soeren", number=2))
    for number in (1, 2):
        room.do(cmd.AnswerAgreement(number, Answer.YES))
    assert lines(page)["Alle har svaret på deres aftaler"] is MarkShape.CHECK


def test_the_child_and_the_family_are_asked_in_their_own_words(page: AgreementsPage, room: Room) -> None:
    QTest.mouseClick(line(page, "Spørg Mikkel, hvordan mødet var"), Qt.MouseButton.LeftButton)
    assert page.focusWidget() is page.side.experience.text
    room.full = True
    QTest.keyClicks(page.side.experience.text, "Det var okay")
    QTest.keyClick(page.side.experience.text, Qt.Key.Key_Return)
    assert page.side.experience.text.text == "Det var okay"
    room.full = False
    QTest.keyClick(page.side.experience.text, Qt.Key.Key_Return)
    assert room.view.experience == ("Det var okay",)
    assert lines(page)["Mikkel er spurgt"] is MarkShape.CHECK


def test_what_lies_outside_the_page_is_asked_for(page: AgreementsPage, qtbot: QtBot) -> None:
    for place in (MendPlace.BOARD, MendPlace.ROUND, MendPlace.STATUS):
        with qtbot.waitSignal(page.place_asked) as told:
            page.go_to(Destination(place, 1))
        assert told.args == [Destination(place, 1)]


def test_a_round_that_is_behind_cannot_be_mended_and_leads_nowhere(page: AgreementsPage, room: Room) -> None:
    later = Room().starts().enters("d4")
    later.do(cmd.GiveWord("mikkel"))
    later.enters("d11")
    page.render(later.view)
    behind = line(page, "Ikke alle har fået ordet i »Runde A: Det, der går godt«")
    assert behind.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_the_next_meeting_is_found_in_the_room(page: AgreementsPage, room: Room) -> None:
    assert page.side.follow_up.text.startswith("Ikke aftalt endnu")
    page.side.follow_up.button.click()
    assert page.follow_up.isVisible()
    assert not page.entry.isVisible()
    page.follow_up.days[0].click()
    assert page.table.isVisible()
    assert page.side.follow_up.text == "Mandag 4. januar 2027 kl. 16.00\nom 6 uger · aftalereferat senest 21. dec."
    room.undo()
    room.do(cmd.DeclineFollowUp("Flytter til Aarhus"))
    assert page.side.follow_up.text == "Ingen opfølgning\nFlytter til Aarhus"


def test_beside_the_agreements_stands_where_the_next_meeting_is(page: AgreementsPage, room: Room) -> None:
    room.do(cmd.SetFollowUp(moment(19, 1, 16, 2027), "Kulturhuset"))
    assert "Kulturhuset\nom 8 uger" in page.side.follow_up.text


def test_the_part_about_the_next_meeting_opens_with_it(page: AgreementsPage, room: Room) -> None:
    room.enters("d12")
    assert page.follow_up.isVisible()
    page.follow_up.days[1].click()
    assert page.follow_up.isVisible()
    page.back_button.click()
    assert page.table.isVisible()
    room.do(cmd.SetFollowUp(moment(19, 1, 16, 2027)))
    assert page.table.isVisible()


def test_beside_a_round_the_table_is_a_press_away(page: AgreementsPage) -> None:
    assert Action.TABLE not in [item.action for item in page.bar()[0]]
    page.render(Room().starts().enters("d4").view)
    assert Action.TABLE in [item.action for item in page.bar()[0]]


def test_disagreement_is_written_with_whose_words_it_is(page: AgreementsPage, room: Room) -> None:
    panel = page.side.reservation
    next(item for item in page.bar()[0] if item.label).press()  # type: ignore[misc]
    assert page.focusWidget() is panel.text
    panel.text.set_text("Jeg er ikke enig")
    panel.keep_button.click()
    assert panel.problem == "Vælg, hvem der siger det."
    assert panel.text.text == "Jeg er ikke enig"
    assert page.focusWidget() is panel.person
    panel.person.set_key("peter")
    QTest.keyClick(panel.text, Qt.Key.Key_Return)
    assert room.latest == cmd.Reserve("peter", "Jeg er ikke enig")
    assert (panel.problem, panel.text.text) == ("", "")


def test_the_words_of_the_one_who_speaks_are_the_likeliest(page: AgreementsPage, room: Room) -> None:
    room.do(cmd.GiveWord("lone"))
    page.open_reservation()
    assert page.side.reservation.person.key == "lone"
    assert page.focusWidget() is page.side.reservation.text
    QTest.keyClick(page.side.reservation.text, Qt.Key.Key_Escape)
    assert not page.side.reservation.text.isVisible()


def test_talking_time_is_shared_in_words_and_percent(qtbot: QtBot, look: Look, t: Translator) -> None:
    room = Room().starts().enters("d4")
    page = opened(qtbot, room, look, t, QSize(1366, 632))
    page.tick(room.reading())
    assert page.side.time.text == "Ingen har talt endnu."
    for who, seconds in (("mikkel", 58), ("hanne", 42)):
        room.do(cmd.GiveWord(who))
        room.after(seconds=seconds)
    room.do(cmd.RestWord())
    page.tick(room.reading())
    assert page.side.time.text == "familie og netværk 58 % · fagfolk 42 %"


def test_topics_for_another_day_are_listed(page: AgreementsPage, room: Room) -> None:
    assert not page.side.parked.isVisible()
    room.do(cmd.ParkTopic("Skoleskift"))
    assert page.side.parked.isVisible()


def test_what_is_put_right_is_kept_before_the_page_is_left_and_what_is_begun_stays_begun(
    page: AgreementsPage, room: Room
) -> None:
    page.entry.line.set_text("Kirsten henter")
    page.table.edit(1)
    assert page.table.editor is not None
    page.table.editor.text.set_text("Hanne ringer")
    page.side.experience.text.set_text("Godt")
    room.full = True
    assert not page.save()
    room.full = False
    assert page.save()
    assert [a.text for a in room.view.agreements] == ["Hanne ringer", "Søren undersøger hver uge"]
    assert room.view.experience == ()
    assert (page.entry.text, page.side.experience.text.text) == ("Kirsten henter", "Godt")


def test_the_answer_of_a_carried_agreement_leads_to_its_status(qtbot: QtBot, look: Look, t: Translator) -> None:
    room = Room(method="din-o", carried=carried(("Hanne skriver", "hanne"))).starts().enters("o7")
    page = opened(qtbot, room, look, t, QSize(1366, 632))
    with qtbot.waitSignal(page.place_asked) as told:
        page.table.row(1).answer.click()
    assert told.args == [Destination(MendPlace.STATUS, 1)]
    room.do(cmd.GiveStatus(1, "ændret"))
    with qtbot.waitSignal(page.reading_asked) as read:
        page.table.row(1).answer.click()
    assert read.args == [1]


def test_tab_goes_down_the_main_column_and_then_down_the_side(page: AgreementsPage) -> None:
    assert in_reading_order(page, page._main)
    assert in_reading_order(page, page.side)
    sides = [page.side.isAncestorOf(widget) for widget in stops(page)]
    assert sides == sorted(sides)
    assert all(widget.accessibleName() for widget in stops(page))


@pytest.mark.parametrize("theme", [ThemeName.LIGHT, ThemeName.CONTRAST_DARK])
def test_at_two_hundred_percent_on_a_small_laptop_all_is_there_one_press_away(
    qapp: QApplication, qtbot: QtBot, t: Translator, theme: ThemeName
) -> None:
    look = dressed(qapp, theme, 2.0)
    room = Room(TWENTY).starts().enters("d11")
    room.agrees(*((f"Aftale {n} hver uge", "lang") for n in range(1, 31)))
    page = opened(qtbot, room, look, t, QSize(1366, 480))
    assert page.size() == QSize(1366, 480)
    assert page.entry.line.isVisible()
    assert not page.side.isVisible()
    assert page.side_tab.text() == "Før vi slutter (11 mangler)"
    page.side_tab.click()
    assert page.side.isVisible()
    assert page.side.width() <= page.width()
    page.open_entry()
    assert page.entry.line.isVisible()
    assert page.focusWidget() is page.entry.line


def test_the_page_takes_any_size_of_a_laptop_and_of_a_projector(qtbot: QtBot, look: Look, t: Translator) -> None:
    page = opened(qtbot, Room(TWENTY).starts().enters("d11"), look, t, QSize(1280, 584))
    for size in (QSize(1280, 584), QSize(1920, 944), QSize(1024, 600), QSize(1366, 632)):
        page.resize(size)
        assert page.size() == size
        assert page.entry.line.isVisible()
