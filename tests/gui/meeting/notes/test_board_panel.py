"""Tavlen at the side of the table: lines are added, corrected, wiped, and looked over for what is not for all."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.gui.desk.keys import KeyMap
from netmoede_desktop.gui.kit.fields.correcting_line import CorrectingLine
from netmoede_desktop.gui.kit.fields.fields import LineInput
from netmoede_desktop.gui.kit.text.labels import Label
from netmoede_desktop.gui.meeting.notes.board_panel import BoardPanel
from netmoede_desktop.gui.meeting.table.round_page import RoundPage
from netmoede_desktop.gui.meeting.table.side_panel import Tab
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from tests.gui.activation import bring_to_front
from tests.gui.meeting.rooms import Room


@pytest.fixture
def room() -> Room:
    return Room().starts()


@pytest.fixture
def panel(room: Room, look: Look, t: Translator, qtbot: QtBot) -> Iterator[BoardPanel]:
    made = BoardPanel(room, look, t)
    qtbot.addWidget(made)
    room.shows(made)
    made.render(room.view)
    made.resize(340, 400)
    bring_to_front(made, qtbot)
    yield made


def lines(panel: BoardPanel) -> list[CorrectingLine]:
    """The corrigible lines, without the one for the next."""
    return panel.findChildren(CorrectingLine)


def new_line(panel: BoardPanel) -> LineInput:
    return next(line for line in panel.findChildren(LineInput) if line.accessibleName().startswith("Ny"))


def write(panel: BoardPanel, text: str) -> None:
    panel.focus_line()
    QTest.keyClicks(new_line(panel), text)
    QTest.keyClick(new_line(panel), Qt.Key.Key_Return)


def board(room: Room) -> tuple[str, ...]:
    return room.view.board


def remark(panel: BoardPanel) -> str:
    return " ".join(label.text() for label in panel.findChildren(Label) if "Rummet ser ikke" in label.text())


def test_a_line_is_added_by_enter_and_the_next_can_be_written(panel: BoardPanel, room: Room) -> None:
    write(panel, "Søvn")
    write(panel, "Skole")
    write(panel, "  ")
    assert board(room) == ("Søvn", "Skole")
    assert new_line(panel).text() == ""


def test_a_line_is_corrected_in_place_and_an_emptied_one_is_wiped(panel: BoardPanel, room: Room) -> None:
    write(panel, "Søvn")
    write(panel, "Skole")
    first = lines(panel)[0]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_End)
    QTest.keyClicks(first, " hver dag")
    panel.focus_line()
    assert board(room) == ("Søvn hver dag", "Skole")
    first.selectAll()
    QTest.keyClick(first, Qt.Key.Key_Delete)
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert board(room) == ("Skole",)


def test_a_correction_that_was_begun_is_kept_before_the_page_is_left(panel: BoardPanel, room: Room) -> None:
    write(panel, "Søvn")
    lines(panel)[0].setFocus()
    QTest.keyClick(lines(panel)[0], Qt.Key.Key_End)
    QTest.keyClicks(lines(panel)[0], "!")
    assert panel.save()
    assert board(room) == ("Søvn!",)


def test_what_the_disk_refuses_stays_on_the_screen(panel: BoardPanel, room: Room) -> None:
    write(panel, "Søvn")
    room.full = True
    lines(panel)[0].setFocus()
    QTest.keyClick(lines(panel)[0], Qt.Key.Key_End)
    QTest.keyClicks(lines(panel)[0], "!")
    assert not panel.save()
    write(panel, "Skole")
    assert (lines(panel)[0].text, new_line(panel).text()) == ("Søvn!", "Skole")
    room.full = False
    assert panel.save()
    assert board(room) == ("Søvn!",)


def test_what_the_room_will_not_see_is_said_while_it_is_typed(panel: BoardPanel) -> None:
    panel.focus_line()
    QTest.keyClicks(new_line(panel), "Ring til Lone på 21 43 65 87")
    assert remark(panel) == "Rummet ser ikke: 21 43 65 87"
    new_line(panel).clear()
    assert remark(panel) == ""


def test_a_line_taken_back_elsewhere_goes_from_the_screen(panel: BoardPanel, room: Room) -> None:
    write(panel, "Søvn")
    room.do(cmd.WriteBoard("", 0))
    assert [line.isVisible() for line in lines(panel)] == [False]


def test_a_long_sentence_stands_whole_over_several_lines(panel: BoardPanel) -> None:
    sentence = "Mikkel sover bedst, når han ved, hvem der kommer, og hvornår de går igen"
    write(panel, "Søvn")
    low = lines(panel)[0].height()
    write(panel, sentence)
    tall = lines(panel)[1]
    assert tall.text == sentence
    assert tall.height() > low
    assert not tall.verticalScrollBar().isVisible(), "nothing of it is scrolled away"
    assert new_line(panel).width() > panel.width() * 0.8


def seen(panel: BoardPanel) -> list[str]:
    said = ("Rummet ser dem", "Rummet så dem", "Fællesskærmen")
    return [label.text() for label in panel.findChildren(Label) if label.text().startswith(said)]


def test_it_is_told_when_the_room_sees_the_board_and_never_that_it_saw_it(panel: BoardPanel, room: Room) -> None:
    assert seen(panel) == ["Fællesskærmen viser dem i »Opsamling på tavlen«."]
    room.enters("d7")
    assert seen(panel) == ["Rummet ser dem ikke lige nu."], "the room has no window"
    panel.show_room(True)
    assert seen(panel) == ["Rummet ser dem nu."]
    room.do(cmd.TimeOut())
    assert seen(panel) == ["Rummet ser dem ikke lige nu."]
    room.do(cmd.EndPause())
    room.enters("d8")
    assert seen(panel) == ["Rummet ser dem ikke længere. De kommer med i referatet."]


def test_where_the_method_never_shows_the_board_that_is_told(look: Look, t: Translator, qtbot: QtBot) -> None:
    panel = BoardPanel(other := Room(method="um").starts(), look, t)
    qtbot.addWidget(panel)
    panel.render(other.view)
    assert seen(panel) == ["Rummet ser dem ikke. De kommer med i referatet."]


def test_in_its_own_part_the_board_opens_by_itself(room: Room, look: Look, t: Translator, qtbot: QtBot) -> None:
    page = RoundPage(room, None, KeyMap(), look, t)
    qtbot.addWidget(page)
    room.shows(page)
    page.render(room.view)
    seen = [page.side.tab]
    for part in ("d7", "d8"):
        room.enters(part)
        seen.append(page.side.tab)
    assert seen == [Tab.NOTES, Tab.BOARD, Tab.NOTES]
