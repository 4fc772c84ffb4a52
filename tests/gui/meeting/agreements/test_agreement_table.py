"""The list of agreements: read, opened in place, taken away with a way back, put in order of importance."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.agreements.agreements import Answer
from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.gui.kit.text.labels import Label
from netmoede_desktop.gui.kit.text.marks import MarkShape
from netmoede_desktop.gui.meeting.agreements.agreement_table import AgreementTable
from netmoede_desktop.gui.meeting.agreements.draft import DraftField
from netmoede_desktop.gui.meeting.agreements.editor import AgreementEditor
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.calendar.holidays import holiday_names
from tests.gui.meeting.rooms import TWENTY, Room, carried, stops


@pytest.fixture
def room() -> Room:
    room = Room().starts().enters("d11")
    return room.agrees(("Hanne skriver", "hanne"), ("Søren undersøger", "soeren"), ("Peter fortæller", "peter"))


@pytest.fixture
def table(qtbot: QtBot, room: Room, look: Look, t: Translator) -> AgreementTable:
    return shown(qtbot, room, look, t)


def shown(qtbot: QtBot, room: Room, look: Look, t: Translator) -> AgreementTable:
    made = AgreementTable(room, look, t, holiday_names)
    qtbot.addWidget(made)
    room.shows(made)
    made.resize(920, 600)
    made.render(room.view)
    return made


def opened(table: AgreementTable, number: int) -> AgreementEditor:
    QTest.keyClick(table.row(number), Qt.Key.Key_Return)
    assert table.editor is not None
    return table.editor


def words(table: AgreementTable, number: int) -> list[str]:
    return [label.text() for label in table.row(number).findChildren(Label) if not label.isHidden()]


def test_a_row_says_who_does_what_when_and_whether_they_said_yes(table: AgreementTable, room: Room) -> None:
    room.do(cmd.WriteAgreement("Kirsten henter", "kirsten", date(2026, 12, 2), date(2027, 1, 4), "han er glad"))
    assert set(words(table, 4)) == {
        "4", "Kirsten henter", "Tegn: han er glad", "Kirsten (farmor)",
        "fra\u00a02.\u00a0dec.\nsenest\u00a04.\u00a0jan.\u00a02027",
    }  # fmt: skip
    answer = table.row(4).answer
    assert (answer.text(), answer.mark) == ("ikke spurgt", MarkShape.RING)
    room.do(cmd.AnswerAgreement(4, Answer.YES))
    assert (answer.text(), answer.mark) == ("ja", MarkShape.DOT)
    room.do(cmd.AnswerAgreement(4, Answer.NO))
    assert (answer.text(), answer.mark) == ("nej, ikke bekræftet", MarkShape.BAR)
    assert "Kirsten (farmor)" in table.row(4).accessibleName()


def test_what_is_worth_noticing_stands_quietly_under_the_agreement(table: AgreementTable, room: Room) -> None:
    room.do(cmd.Leave("peter"))
    remarks = ("Peter er gået og kan ikke sige ja i dag.", "Hvornår skal det senest være gjort?")
    assert "\n".join(remarks) in words(table, 3)
    room.do(cmd.WriteAgreement("Noget", None))
    assert {"ingen endnu", "ingen\u00a0dato"} <= set(words(table, 4))


def test_only_rows_that_change_are_touched(table: AgreementTable, room: Room) -> None:
    first = table.row(1)
    room.do(cmd.AnswerAgreement(2, Answer.YES))
    assert table.row(1) is first
    assert table.row(2).answer.text() == "ja"


def test_an_agreement_is_put_right_in_its_place(table: AgreementTable, room: Room) -> None:
    editor = opened(table, 2)
    assert table.row(2).isHidden()
    editor.text.set_text("Søren undersøger fritidspas")
    editor.fields.owner.set_key("birthe")
    QTest.keyClicks(editor.fields.due.line, "4/12")
    QTest.keyClicks(editor.fields.sign, "der ligger et svar")
    QTest.keyClick(editor.text, Qt.Key.Key_Return)
    assert table.editor is None
    assert room.latest == cmd.WriteAgreement(
        "Søren undersøger fritidspas", "birthe", date(2026, 11, 27), date(2026, 12, 4), "der ligger et svar", 2
    )
    assert "Birthe (psykolog, PPR)" in words(table, 2)
    assert not table.row(2).isHidden()


def test_leaving_it_as_it_was_writes_nothing(table: AgreementTable, room: Room) -> None:
    acts = len(room.acts)
    editor = opened(table, 1)
    editor.text.set_text("Noget helt andet")
    QTest.keyClick(editor.text, Qt.Key.Key_Escape)
    assert (table.editor, len(room.acts)) == (None, acts)
    editor = opened(table, 1)
    QTest.keyClick(editor.fields.sign, Qt.Key.Key_Return)
    assert (table.editor, len(room.acts)) == (None, acts)


def test_a_full_disk_keeps_the_agreement_open_with_its_words(table: AgreementTable, room: Room) -> None:
    editor = opened(table, 1)
    editor.text.set_text("Hanne skriver hver fredag")
    room.full = True
    QTest.keyClick(editor.text, Qt.Key.Key_Return)
    assert table.editor is editor
    assert editor.text.text == "Hanne skriver hver fredag"
    assert not table.save()
    room.full = False
    assert table.save()
    assert room.agreement(1).text == "Hanne skriver hver fredag"


def test_a_date_that_cannot_be_read_keeps_the_agreement_open_and_the_date_there_was(
    table: AgreementTable, room: Room
) -> None:
    editor = opened(table, 1)
    editor.fields.start.line.clear()
    QTest.keyClicks(editor.fields.start.line, "31/2")
    QTest.keyClick(editor.text, Qt.Key.Key_Return)
    assert table.editor is editor
    assert table.save()
    assert room.agreement(1).start == date(2026, 11, 27)


def test_opening_another_one_keeps_what_was_changed_in_the_first(table: AgreementTable, room: Room) -> None:
    opened(table, 1).text.set_text("Hanne ringer")
    assert opened(table, 2).number == 2
    assert room.agreement(1).text == "Hanne ringer"


def test_changing_an_answered_agreement_says_that_it_is_read_aloud_again(table: AgreementTable, room: Room) -> None:
    room.do(cmd.AnswerAgreement(1, Answer.YES))
    editor = opened(table, 1)
    editor.text.set_text("Hanne ringer hver fredag")
    assert "Når aftalen ændres, skal den læses op igen." in [one.text() for one in editor.findChildren(Label)]


def test_a_place_to_mend_opens_the_right_field(table: AgreementTable, qtbot: QtBot) -> None:
    qtbot.addWidget(table)
    table.show()
    assert table.edit(3, DraftField.WHEN)
    assert table.editor is not None
    assert table.focusWidget() is table.editor.fields.due.line, "the first day is there already"
    assert not table.edit(9)
    table.close()


def test_one_that_is_taken_away_comes_back_by_undo_and_the_others_keep_their_numbers(
    table: AgreementTable, room: Room, qtbot: QtBot
) -> None:
    QTest.keyClick(table.row(2), Qt.Key.Key_Delete)
    assert [agreement.number for agreement in room.view.agreements] == [1, 3]
    assert table.undone.text == "Aftale 2 er fjernet."
    table.undone.acted.emit()
    assert [agreement.number for agreement in room.view.agreements] == [1, 2, 3]
    assert table.undone.text == ""
    assert "Søren undersøger" in words(table, 2)


def test_the_way_back_is_gone_once_something_else_has_been_done(table: AgreementTable, room: Room) -> None:
    table.drop(2)
    room.do(cmd.WriteBoard("Søvn"))
    assert table.undone.text == ""
    table.undone.acted.emit()
    assert room.view.board == ("Søvn",)


def test_taking_away_the_open_one_closes_it(table: AgreementTable, room: Room) -> None:
    editor = opened(table, 2)
    editor.drop_button.click()
    assert table.editor is None
    assert 2 not in [agreement.number for agreement in room.view.agreements]


def test_what_the_room_puts_first_is_said_by_pressing_in_that_order(table: AgreementTable, room: Room) -> None:
    table.rank_button.click()
    for number in (3, 1):
        QTest.keyClick(table.row(number), Qt.Key.Key_Return)
    assert room.latest == cmd.RankAgreements((3, 1))
    assert table.row(1).answer.text() == "2. prioritet"
    QTest.mouseClick(table.row(3), Qt.MouseButton.LeftButton)
    assert room.latest == cmd.RankAgreements((1,))
    table.rank_button.click()
    assert "1. prioritet\nHvornår skal det senest være gjort?" in words(table, 1)
    assert table.editor is None


def test_the_arrows_go_from_row_to_row(table: AgreementTable, qtbot: QtBot) -> None:
    table.show()
    table.row(1).setFocus()
    QTest.keyClick(table.row(1), Qt.Key.Key_Down)
    assert table.focusWidget() is table.row(2)
    QTest.keyClick(table.row(2), Qt.Key.Key_Up)
    QTest.keyClick(table.row(1), Qt.Key.Key_Up)
    assert table.focusWidget() is table.row(1)
    table.close()


def test_tab_goes_through_the_rows_in_order_though_they_came_in_another(table: AgreementTable, room: Room) -> None:
    room.do(cmd.DropAgreement(1))
    room.agrees(("Jonas kører", "jonas"))
    table.show()
    rows = [widget for number in (1, 2, 3) for widget in (table.row(number), table.row(number).answer)]
    assert stops(table)[: len(rows)] == rows
    table.edit(2)
    assert table.editor is not None
    assert stops(table) == [*rows[:2], *table.editor.stops, *rows[4:], table.rank_button]
    table.close()


def test_pressing_the_answer_asks_for_it_to_be_read(table: AgreementTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.asked) as told:
        table.row(2).answer.click()
    assert told.args == [2]
    assert table.editor is None


def test_agreements_of_last_time_stand_below_with_how_they_went(qtbot: QtBot, look: Look, t: Translator) -> None:
    room = Room(method="din-o", carried=carried(("Hanne skriver", "hanne"), ("Peter kører", "peter"))).starts()
    table = shown(qtbot, room, look, t)
    assert [table.row(n).answer.text() for n in (1, 2)] == ["gå igennem", "gå igennem"]
    room.do(cmd.GiveStatus(1, "gjort", "Det gik godt"))
    room.do(cmd.GiveStatus(2, "i gang"))
    assert [(table.row(n).answer.text(), table.row(n).answer.mark) for n in (1, 2)] == [
        ("gjort", MarkShape.CHECK),
        ("i gang", MarkShape.DOT),
    ]
    assert "Det gik godt" in words(table, 1)
    room.do(cmd.GiveStatus(2, "ikke nået"))
    assert table.row(2).answer.mark is MarkShape.BAR, "what did not happen is not on its way"
    room.do(cmd.GiveStatus(2, "ændret"))
    assert table.row(2).answer.text() == "ikke spurgt"
    room.agrees(("Kirsten henter", "kirsten"))
    table.show()
    tops = [table.row(number).mapTo(table, QPoint(0, 0)).y() for number in (3, 1, 2)]
    assert tops == sorted(set(tops))
    table.close()


def test_a_list_without_agreements_says_what_to_do(qtbot: QtBot, look: Look, t: Translator) -> None:
    table = shown(qtbot, Room().starts(), look, t)
    said = [label.text() for label in table.findChildren(Label) if not label.isHidden()]
    assert any(text.startswith("Der er ingen aftaler endnu.") for text in said)


@pytest.mark.parametrize("width", [920, 620])
def test_thirty_agreements_and_long_ones_lie_below_each_other_and_none_is_cut(
    qtbot: QtBot, look: Look, t: Translator, width: int
) -> None:
    room = Room(TWENTY).starts()
    room.agrees(*((f"Aftale {n} om noget, som er sagt med mange ord " * (1 + n % 4), "lang") for n in range(1, 31)))
    table = AgreementTable(room, look, t, holiday_names)
    qtbot.addWidget(table)
    table.render(room.view)
    table.resize(width, table.heightForWidth(width) if table.hasHeightForWidth() else 4000)
    table.show()
    bottom = 0
    for number in range(1, 31):
        row = table.row(number)
        assert row.y() >= bottom
        bottom = row.y() + row.height()
        for label in row.findChildren(Label):
            if label.isVisible():
                assert label.height() >= label.heightForWidth(label.width())
                assert row.rect().contains(label.geometry())
    table.close()


@pytest.mark.parametrize(("text", "field"), [("Hanne ringer", "due"), ("Hanne ringer hver onsdag", "start")])
def test_a_press_on_the_missing_day_leads_to_the_field_of_it(
    table: AgreementTable, room: Room, qtbot: QtBot, text: str, field: str
) -> None:
    qtbot.addWidget(table)
    table.show()
    room.do(cmd.WriteAgreement(text, "hanne"))
    row = table.row(4)
    qtbot.waitUntil(lambda: row._when.width() > 0 and row.isVisible())
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row._when.geometry().center())
    assert table.editor is not None
    line = getattr(table.editor.fields, field).line
    assert table.focusWidget() is line
    QTest.keyClicks(line, "20/12")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert (room.agreement(4).text, getattr(room.agreement(4), field)) == (text, date(2026, 12, 20))
    table.close()


def test_a_press_on_who_leads_to_who(table: AgreementTable, qtbot: QtBot) -> None:
    qtbot.addWidget(table)
    table.show()
    row = table.row(2)
    qtbot.waitUntil(lambda: row._who.width() > 0 and row.isVisible())
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row._who.geometry().center())
    assert table.editor is not None and table.focusWidget() is table.editor.fields.owner
    table.close()


def test_a_day_written_into_the_words_stands_in_its_field_until_that_is_written_in(
    table: AgreementTable, room: Room
) -> None:
    room.do(cmd.WriteAgreement("Hanne ringer", "hanne"))
    editor = opened(table, 4)
    editor.text.set_text("Hanne ringer senest 20/12")
    assert editor.fields.due.day == date(2026, 12, 20)
    editor.text.set_text("Hanne ringer senest 31/2")
    assert editor.fields.due.day is None
    assert any("den dag findes ikke" in one.text() for one in editor.findChildren(Label))
    editor.fields.due.line.setText("")
    QTest.keyClicks(editor.fields.due.line, "3/12")
    editor.text.set_text("Hanne ringer senest 20/12")
    QTest.keyClick(editor.text, Qt.Key.Key_Return)
    assert (room.agreement(4).text, room.agreement(4).due) == ("Hanne ringer senest 20/12", date(2026, 12, 3))


def test_a_day_that_stands_is_not_changed_by_the_words(table: AgreementTable, room: Room) -> None:
    editor = opened(table, 1)
    editor.text.set_text("Hanne skriver senest 20/12")
    QTest.keyClick(editor.text, Qt.Key.Key_Return)
    assert (room.agreement(1).start, room.agreement(1).due) == (date(2026, 11, 27), None)
