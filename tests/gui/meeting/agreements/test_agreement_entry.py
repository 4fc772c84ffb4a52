"""An agreement in one line: what is read, what is put right by hand, and that nothing written is ever lost."""

from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.agreements.agreements import CheckCode
from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.gui.kit.buttons.chips import ChipKind
from netmoede_desktop.gui.meeting.agreements.draft import DraftField
from netmoede_desktop.gui.meeting.agreements.line_panel import AgreementEntry
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.calendar.holidays import holiday_names
from tests.gui.meeting.rooms import LONG_NAME, TWENTY, Room


@dataclass
class Seconds:
    """A clock of seconds, moved by hand."""

    at: float = 100.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def room() -> Room:
    return Room().starts().enters("d11")


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def entry(qtbot: QtBot, room: Room, look: Look, t: Translator, seconds: Seconds) -> AgreementEntry:
    made = AgreementEntry(room, look, t, holiday_names, seconds=seconds)
    qtbot.addWidget(made)
    room.shows(made)
    return made


REPEATING = ("på skoledage", "i hverdagene", "på ugedage", "hver dag i skoleugen", "to dage om ugen")


@pytest.mark.parametrize("when", REPEATING)
def test_r115_days_that_come_again_need_no_last_one(entry: AgreementEntry, room: Room, when: str) -> None:
    for words in (when, "på en skoledag"):
        entry.line.set_text(f"Kirsten henter Mikkel {words} fra 2/12")
        enter(entry)
    repeated, once = room.view.agreements
    assert (repeated.start, repeated.due) == (once.start, once.due) == (date(2026, 12, 2), None)
    asked = [CheckCode.NO_DEADLINE in {check.code for check in one.checks} for one in (repeated, once)]
    assert asked == [False, True]


def chips(entry: AgreementEntry) -> list[str]:
    return [chip.text() for chip in entry.chips.values()]


def kinds(entry: AgreementEntry) -> list[ChipKind]:
    return [chip.kind for chip in entry.chips.values()]


def enter(entry: AgreementEntry) -> None:
    QTest.keyClick(entry.line, Qt.Key.Key_Return)


def paste(entry: AgreementEntry, text: str, html: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    entry.line.insertFromMimeData(data)


def texts(room: Room) -> list[str]:
    return [agreement.text for agreement in room.view.agreements]


def test_a_line_is_read_while_it_is_typed(entry: AgreementEntry) -> None:
    assert kinds(entry) == [ChipKind.QUIET] * 3
    QTest.keyClicks(entry.line, "Kirsten henter Mikkel onsdage fra 2/12")
    assert chips(entry) == ["hvem: Kirsten (farmor)", "fra: onsdag 2. december", "tegn på, at det lykkes?"]
    assert kinds(entry) == [ChipKind.DONE, ChipKind.DONE, ChipKind.ATTENTION]
    assert "hvem: Kirsten (farmor)" in entry.line.accessibleDescription()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("vi ringer til skolen", "hvem af jer?"),
        ("nogle gange ringer skolen", "hvem?"),
        ("Kirsten ringer 31/2", "hvornår? den dag findes ikke"),
        ("Kirsten ringer tirsdag 2/12", "hvornår? datoen er en anden ugedag"),
        ("Kirsten ringer senest næste fredag", "hvornår? det kan være flere dage"),
        ("Kirsten ringer senest 4/12, tegn: mor ved det", "tegn: mor ved det"),
        ("Kirsten ringer fra 2/12 til 20/12", "fra onsdag 2. december, senest søndag 20. december"),
        ("Kirsten ringer fra 2/12 eller fra 9/12", "hvornår? der står flere datoer"),
        ("Kirsten ringer inden sommerferien", "hvornår? skriv en dag"),
        ("Kirsten og Lone ringer 4/12", "hvem? én skal stå for den"),
        ("Kirsten og morbror ringer 4/12", "hvem? én skal stå for den"),
        ("Skolen ringer 4/12", "hvem? vælg en, der er med"),
        ("I morgen ringer Kirsten", "senest: tirsdag 24. november"),
    ],
)
def test_what_is_missing_or_unclear_is_said_in_words(entry: AgreementEntry, line: str, said: str) -> None:
    entry.line.set_text(line)
    assert said in [*chips(entry), *entry.reading.remarks]


def asked(entry: AgreementEntry) -> list[str]:
    """The people there is a button for."""
    return [button.text() for button in entry.question.buttons if not button.isHidden()]


def test_two_owners_are_two_buttons_and_one_press_chooses(entry: AgreementEntry, room: Room) -> None:
    entry.show()
    entry.line.set_text("Lone og Peter henter Mikkel fra den 1. til den 4. december")
    assert asked(entry) == ["Lone (mor)", "Peter (far)"]
    assert entry.question.isVisible()
    assert entry.reading.question == "Hvem af dem står for aftalen?"
    assert entry.reading.question in entry.line.accessibleDescription()
    assert entry.reading.draft.owner is None
    QTest.mouseClick(entry.question.buttons[1], Qt.MouseButton.LeftButton)
    assert entry.question.isHidden()
    assert chips(entry)[:2] == ["hvem: Peter (far)", "fra tirsdag 1. december, senest fredag 4. december"]
    enter(entry)
    assert room.latest == cmd.WriteAgreement(
        "Lone og Peter henter Mikkel", "peter", date(2026, 12, 1), date(2026, 12, 4)
    )
    assert entry.question.isHidden()
    entry.close()


def test_two_of_the_same_name_are_two_buttons_among_many(qtbot: QtBot, look: Look, t: Translator) -> None:
    hannes = (
        Person("hb", "Hanne Bak", "Hanne", Role.PROFESSIONAL, "klasselærer", seat=41),
        Person("hl", "Hanne Lund", "Hanne", Role.PROFESSIONAL, "pædagog", seat=42),
    )
    room = Room((*(person for person in TWENTY if person.called != "Hanne"), *hannes)).starts().enters("d11")
    entry = AgreementEntry(room, look, t, holiday_names)
    qtbot.addWidget(entry)
    entry.line.set_text("Hanne skriver 4/12")
    assert asked(entry) == ["Hanne B. (klasselærer)", "Hanne L. (pædagog)"]
    entry.question.buttons[1].click()
    assert entry.reading.draft.owner == "hl"
    entry.line.set_text("Hanne B. skriver 4/12")
    assert entry.reading.draft.owner == "hl"  # what was chosen by hand goes before the line
    entry.line.set_text("")
    entry.line.set_text("Hanne B. skriver 4/12")
    assert (entry.reading.draft.owner, asked(entry)) == ("hb", [])


def test_only_those_who_can_have_it_are_asked_about(qtbot: QtBot, look: Look, t: Translator) -> None:
    room = Room().starts(absent=("peter",)).enters("d11")
    entry = AgreementEntry(room, look, t, holiday_names)
    qtbot.addWidget(entry)
    entry.line.set_text("Lone eller Peter henter 2/12")
    assert asked(entry) == ["Lone (mor)"]


def test_an_agreement_made_without_an_answer_has_no_owner_and_all_its_words(entry: AgreementEntry, room: Room) -> None:
    entry.line.set_text("Lone og Peter henter inden sommerferien")
    enter(entry)
    assert room.latest == cmd.WriteAgreement("Lone og Peter henter inden sommerferien", None)


def test_enter_makes_the_agreement_and_leaves_an_empty_line(entry: AgreementEntry, room: Room, qtbot: QtBot) -> None:
    entry.line.set_text("Kirsten henter Mikkel onsdage fra 2/12")
    with qtbot.waitSignal(entry.added) as told:
        enter(entry)
    assert told.args == [1]
    assert room.latest == cmd.WriteAgreement("Kirsten henter Mikkel onsdage", "kirsten", date(2026, 12, 2))
    assert entry.text == ""
    assert kinds(entry) == [ChipKind.QUIET] * 3


def test_enter_pressed_twice_or_held_down_makes_one_agreement(entry: AgreementEntry, room: Room) -> None:
    entry.line.set_text("Kirsten henter Mikkel")
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
    QApplication.sendEvent(entry.line, held)
    assert texts(room) == []
    enter(entry)
    enter(entry)
    enter(entry)
    assert texts(room) == ["Kirsten henter Mikkel"]
    assert room.heard == []


def test_a_full_disk_leaves_the_line_as_it_was(entry: AgreementEntry, room: Room) -> None:
    entry.line.set_text("Kirsten henter Mikkel fra 2/12")
    room.full = True
    enter(entry)
    assert entry.text == "Kirsten henter Mikkel fra 2/12"
    room.full = False
    enter(entry)
    assert texts(room) == ["Kirsten henter Mikkel"]


def test_who_never_came_is_told_while_typing_and_refused_with_the_words_kept(
    qtbot: QtBot, look: Look, t: Translator
) -> None:
    room = Room().starts(absent=("peter",)).enters("d11")
    entry = AgreementEntry(room, look, t, holiday_names)
    qtbot.addWidget(entry)
    entry.line.set_text("Peter ringer 4/12")
    assert "Peter er ikke kommet i dag. Vælg en, der er her." in entry.reading.remarks
    enter(entry)
    assert [told.code for told in room.heard] == ["owner_not_here"]
    assert entry.text == "Peter ringer 4/12"


def test_an_owner_chosen_by_hand_goes_before_the_name_in_the_line(entry: AgreementEntry, room: Room) -> None:
    entry.line.set_text("Kirsten hentes af bussen fra 2/12")
    entry.chips[DraftField.OWNER].click()
    entry.fields.owner.set_key("jonas")
    entry.fields.owner.picked.emit("jonas")
    assert chips(entry)[0] == "hvem: Jonas (træner)"
    entry.line.set_text("Kirsten hentes af bussen fra 3/12")
    assert chips(entry)[:2] == ["hvem: Jonas (træner)", "fra: torsdag 3. december"]
    enter(entry)
    assert room.latest == cmd.WriteAgreement("Kirsten hentes af bussen", "jonas", date(2026, 12, 3))
    entry.line.set_text("Kirsten ringer")
    assert chips(entry)[0] == "hvem: Kirsten (farmor)"


def test_a_date_and_a_sign_are_put_right_by_hand(entry: AgreementEntry, room: Room) -> None:
    entry.line.set_text("Kirsten ringer hver aften")
    entry.chips[DraftField.WHEN].click()
    QTest.keyClicks(entry.fields.due.line, "fredag d. 4. december")
    assert chips(entry)[1] == "senest: fredag 4. december"
    QTest.keyClick(entry.fields.due.line, Qt.Key.Key_Return)
    assert entry.fields.isHidden()
    entry.chips[DraftField.SIGN].click()
    QTest.keyClicks(entry.fields.sign, "han sover")
    enter(entry)
    assert room.latest == cmd.WriteAgreement(
        "Kirsten ringer hver aften", "kirsten", None, date(2026, 12, 4), "han sover"
    )


def test_a_date_that_cannot_be_read_is_said_and_the_agreement_waits(entry: AgreementEntry, room: Room) -> None:
    entry.show()
    entry.line.set_text("Kirsten ringer")
    entry.chips[DraftField.WHEN].click()
    QTest.keyClicks(entry.fields.start.line, "31/2")
    enter(entry)
    assert texts(room) == []
    assert entry.fields.problem == "Den dag findes ikke. Skriv fx »2/12«."
    assert entry.text == "Kirsten ringer"
    entry.close()


def test_protected_words_are_told_while_typing(entry: AgreementEntry) -> None:
    entry.line.set_text("Kirsten ringer til familien Friis fra 2/12")
    assert "Rummet ser »…« i stedet for »Friis«." in entry.reading.remarks
    entry.line.set_text("Kirsten ringer til Søren hver uge fra 2/12")
    assert entry.reading.remarks == ()


def test_the_fourth_agreement_on_a_parent_is_told_while_typing(entry: AgreementEntry, room: Room) -> None:
    room.agrees(("Ringer", "lone"), ("Skriver", "lone"), ("Kører", "lone"))
    entry.line.set_text("Lone handler fra 2/12")
    assert "Lone har nu mange aftaler. Kan en anden tage den her?" in entry.reading.remarks


def test_a_pasted_list_becomes_agreements_one_by_one_and_none_is_lost(
    entry: AgreementEntry, room: Room, seconds: Seconds
) -> None:
    paste(entry, "- Kirsten henter Mikkel\n- Lone ringer til skolen\n\n- Søren skriver")
    assert entry.text == "Kirsten henter Mikkel"
    seconds.at += 5
    enter(entry)
    assert entry.text == "Lone ringer til skolen"
    enter(entry)  # the same press, meant for the line before
    assert texts(room) == ["Kirsten henter Mikkel"]
    seconds.at += 5
    entry.line.set_text("")
    enter(entry)  # a line that was deleted makes way for the next
    assert entry.text == "Søren skriver"
    seconds.at += 5
    enter(entry)
    assert texts(room) == ["Kirsten henter Mikkel", "Søren skriver"]
    assert entry.text == ""


def test_a_list_pasted_into_a_line_that_is_begun_waits_for_its_turn(
    entry: AgreementEntry, room: Room, seconds: Seconds
) -> None:
    entry.line.set_text("Jonas giver et lift")
    paste(entry, "Kirsten henter\nLone ringer")
    assert entry.text == "Jonas giver et lift"
    for _ in range(3):
        enter(entry)
        seconds.at += 5
    assert texts(room) == ["Jonas giver et lift", "Kirsten henter", "Lone ringer"]
    assert entry.text == ""


def test_pasted_text_is_plain_and_has_nothing_invisible(entry: AgreementEntry) -> None:
    paste(entry, "Kir\u200bsten henter\u00ad  ", html="<b>Kirsten</b> <img src='x.png'> henter")
    assert entry.text == "Kirsten henter"


def test_a_long_text_is_kept_whole(entry: AgreementEntry, room: Room) -> None:
    text = "Kirsten " + "henter og bringer " * 60 + "til sidst"
    entry.line.set_text(text)
    enter(entry)
    assert texts(room) == [text]


def test_a_name_of_forty_letters_is_read(qtbot: QtBot, look: Look, t: Translator) -> None:
    room = Room(TWENTY).starts().enters("d11")
    entry = AgreementEntry(room, look, t, holiday_names)
    qtbot.addWidget(entry)
    entry.line.set_text(f"{LONG_NAME} ringer 4/12")
    assert entry.reading.draft.owner == "lang"


def test_escape_closes_an_open_field_with_its_words_kept(entry: AgreementEntry) -> None:
    entry.line.set_text("Kirsten henter")
    entry.chips[DraftField.SIGN].click()
    QTest.keyClick(entry.fields.sign, Qt.Key.Key_Escape)
    assert entry.fields.isHidden()
    assert entry.text == "Kirsten henter"


def test_escape_and_ctrl_enter_are_the_windows(entry: AgreementEntry, room: Room) -> None:
    entry.line.set_text("Kirsten henter")
    for key, held in (
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
    ):
        event = QKeyEvent(QEvent.Type.KeyPress, key, held)
        entry.line.keyPressEvent(event)
        assert not event.isAccepted()
    assert texts(room) == []
