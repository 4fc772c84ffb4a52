"""Oplæsning: one agreement at a time, the owner's answer with its time, and what the room is told."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.agreements.agreements import Answer
from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.kit.text.labels import Label
from netmoede_desktop.gui.meeting.reading.reading_page import ReadingPage
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.theme.themes import ThemeName
from netmoede_desktop.localization.catalogue import Translator
from tests.gui.conftest import dressed
from tests.gui.meeting.rooms import TWENTY, Room, answers, carried, stops


@pytest.fixture
def room() -> Room:
    room = Room().starts().enters("d11")
    return room.agrees(("Hanne skriver", "hanne"), ("Søren undersøger", "soeren"), ("Peter fortæller", "peter"))


@pytest.fixture
def page(qtbot: QtBot, room: Room, look: Look, t: Translator) -> ReadingPage:
    return opened(qtbot, room, look, t)


def opened(qtbot: QtBot, room: Room, look: Look, t: Translator, size: QSize | None = None) -> ReadingPage:
    made = ReadingPage(room, look, t, room.monotonic)
    qtbot.addWidget(made)
    room.shows(made)
    made.start()
    made.resize(size or QSize(1366, 632))
    with qtbot.waitExposed(made):
        made.show()
    return made


def said(page: ReadingPage) -> list[str]:
    return [label.text() for label in page.findChildren(Label) if label.isVisible()]


def test_it_begins_with_the_first_that_has_no_answer(qtbot: QtBot, room: Room, look: Look, t: Translator) -> None:
    room.do(cmd.AnswerAgreement(1, Answer.YES))
    page = opened(qtbot, room, look, t)
    assert page.number == 2
    assert page.sheet.eyebrow == "LÆS OP · 2 AF 3"
    assert page.sheet.words == "Søren undersøger"
    assert page.sheet.who == "Søren (sagsbehandler)"
    assert {"Fra: fredag 27. november", "Er det det, du siger ja til?"} <= set(said(page))
    assert "Søren undersøger" in page.accessibleName()


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        (Qt.Key.Key_J, Answer.YES),
        (Qt.Key.Key_1, Answer.YES),
        (Qt.Key.Key_N, Answer.NO),
        (Qt.Key.Key_3, Answer.NO),
    ],
)
def test_a_key_answers_and_the_time_is_told(page: ReadingPage, room: Room, key: Qt.Key, answer: Answer) -> None:
    room.after(minutes=41)
    answers(page, key)
    assert room.latest == cmd.AnswerAgreement(1, answer)
    assert page.handle(Action.GO_BACK) and page.number == 1
    assert page.answers[answer].isChecked()
    assert any("kl. 16.41" in text for text in said(page))


def test_answering_the_same_again_or_holding_the_key_down_writes_one_answer(page: ReadingPage, room: Room) -> None:
    acts = len(room.acts)
    answers(page, Qt.Key.Key_J)
    page.handle(Action.GO_BACK)
    answers(page, Qt.Key.Key_J)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_N, Qt.KeyboardModifier.NoModifier, "n", True)
    QApplication.sendEvent(page, held)
    page.answers[Answer.YES].click()
    assert len(room.acts) == acts + 1
    assert page.answers[Answer.YES].isChecked()
    room.undo()
    assert not page.answers[Answer.YES].isChecked()
    assert "Er det det, du siger ja til?" in said(page)


def test_an_answer_goes_on_to_the_next_one_without_and_tells_what_was_answered(page: ReadingPage, room: Room) -> None:
    told: list[str] = []
    page.said.connect(told.append)
    room.do(cmd.AnswerAgreement(2, Answer.YES))
    answers(page, Qt.Key.Key_J)
    assert (room.agreement(1).answer, page.number, page.sheet.words) == (Answer.YES, 3, "Peter fortæller")
    assert told == ["Aftale 1: Ja, sagt kl. 16.00."]
    room.after(seconds=20)
    answers(page, Qt.Key.Key_N)
    assert (room.agreement(1).answer, room.agreement(3).answer) == (Answer.YES, Answer.NO)


@pytest.mark.smoke
def test_one_that_was_passed_by_comes_again_after_the_last(page: ReadingPage, room: Room) -> None:
    page.handle(Action.GO_ON)
    answers(page, Qt.Key.Key_J)
    assert page.number == 3
    answers(page, Qt.Key.Key_J)
    assert (page.number, room.agreement(3).answer) == (3, None)
    room.after(seconds=20)
    answers(page, Qt.Key.Key_J)
    assert (page.number, room.agreement(3).answer) == (1, Answer.YES)


@pytest.mark.parametrize(
    "again",
    [
        lambda page: answers(page, Qt.Key.Key_J),
        lambda page: page.answers[Answer.YES].click(),
        lambda page: page.handle(Action.GO_ON),
    ],
)
def test_a_second_press_is_none_for_the_one_that_nobody_has_read_yet(
    page: ReadingPage, room: Room, again: Callable[[ReadingPage], object]
) -> None:
    answers(page, Qt.Key.Key_J)
    room.after(seconds=0.9)
    again(page)
    assert (page.number, room.agreement(2).answer) == (2, None)
    assert not page.answers[Answer.YES].isChecked()
    room.after(seconds=0.2)
    again(page)
    assert page.number == 3


def test_a_word_that_is_begun_too_early_for_an_answer_is_handed_on(page: ReadingPage) -> None:
    answers(page, Qt.Key.Key_J)
    began: list[str] = []
    page.typed_on.connect(began.append)
    QTest.keyClicks(page, "nej")
    assert began == ["n"]


def test_after_the_last_answer_a_key_changes_none_but_the_way_back_and_the_button_do(
    page: ReadingPage, room: Room
) -> None:
    told: list[str] = []
    for number in (1, 2, 3):
        room.after(seconds=20)
        answers(page, Qt.Key.Key_J)
        assert room.agreement(number).answer is Answer.YES
    page.said.connect(told.append)
    room.after(seconds=20)
    for key in (Qt.Key.Key_N, Qt.Key.Key_R):
        answers(page, key)
    assert (page.number, page.editing, room.agreement(3).answer) == (3, False, Answer.YES)
    assert told == ["Der er svaret. Skal svaret ændres, så tryk på det andet svar her på siden."] * 2
    page.answers[Answer.NO].click()
    assert room.agreement(3).answer is Answer.NO
    page.handle(Action.GO_BACK)
    answers(page, Qt.Key.Key_N)
    assert (page.number, room.agreement(2).answer) == (2, Answer.NO)


def test_what_is_taken_back_is_there_again_and_can_be_answered(page: ReadingPage, room: Room) -> None:
    answers(page, Qt.Key.Key_J)
    room.undo()
    assert (page.number, room.agreement(1).answer) == (1, None)
    room.redo()
    assert (page.number, room.agreement(1).answer) == (2, Answer.YES)
    room.undo()
    room.after(seconds=20)
    answers(page, Qt.Key.Key_N)
    assert (page.number, room.agreement(1).answer) == (2, Answer.NO)


def test_a_key_that_stands_alone_answers_after_a_moment(page: ReadingPage, room: Room, qtbot: QtBot) -> None:
    QTest.keyClick(page, Qt.Key.Key_1, Qt.KeyboardModifier.KeypadModifier)
    assert room.agreement(1).answer is None
    qtbot.waitUntil(lambda: room.agreement(1).answer is Answer.YES)


@pytest.mark.parametrize("word", ["nej", "ja", "rigtigt", "sover nu hele natten", "33"])
def test_a_word_answers_nothing_and_is_handed_on(page: ReadingPage, room: Room, word: str, qtbot: QtBot) -> None:
    began: list[str] = []
    page.typed_on.connect(began.append)
    QTest.keyClicks(page, word)
    page.answering.take()
    if word == "33":  # the same key again is no word
        assert room.agreement(1).answer is Answer.NO
        return
    assert room.agreement(1).answer is None
    assert not page.editing
    assert "".join(began) == (word[0] if word[0] in "jrn" else "")


def test_whatever_is_done_takes_the_answer_first(page: ReadingPage, room: Room) -> None:
    QTest.keyClick(page, Qt.Key.Key_J)
    page.handle(Action.GO_ON)
    assert (room.agreement(1).answer, page.number) == (Answer.YES, 2)
    room.after(seconds=20)
    QTest.keyClick(page, Qt.Key.Key_N)
    page.handle(Action.GO_BACK)
    assert (room.agreement(2).answer, page.number) == (Answer.NO, 2)


def test_an_answer_is_never_given_to_another_agreement(page: ReadingPage, room: Room) -> None:
    QTest.keyClick(page, Qt.Key.Key_J)
    room.do(cmd.DropAgreement(1))
    page.answering.take()
    assert [agreement.answer for agreement in room.view.agreements] == [None, None]


def test_enter_answers_nothing_until_an_answer_is_chosen(page: ReadingPage, room: Room) -> None:
    acts = len(room.acts)
    assert page.focusWidget() is page
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert len(room.acts) == acts


@pytest.mark.parametrize("key", [Qt.Key.Key_R, Qt.Key.Key_2])
def test_ret_opens_the_words_in_their_place(page: ReadingPage, room: Room, key: Qt.Key) -> None:
    answers(page, key)
    assert page.editing
    assert page.focusWidget() is page.edit
    assert page.edit.text == "Hanne skriver"
    QTest.keyClicks(page.edit, " hver fredag j n 1")
    QTest.keyClick(page.edit, Qt.Key.Key_Return)
    assert room.latest == cmd.AnswerAgreement(1, Answer.CHANGE, "Hanne skriver hver fredag j n 1")
    assert not page.editing
    assert page.sheet.words == "Hanne skriver hver fredag j n 1"
    assert any(text.startswith("Rettet kl. 16.00. Læs den op igen.") for text in said(page))
    answers(page, Qt.Key.Key_J)
    assert room.agreement(1).answer is Answer.YES


def test_escape_leaves_the_words_as_they_were(page: ReadingPage, room: Room) -> None:
    acts = len(room.acts)
    answers(page, Qt.Key.Key_R)
    page.edit.set_text("Noget andet")
    QTest.keyClick(page.edit, Qt.Key.Key_Escape)
    assert (page.editing, len(room.acts)) == (False, acts)
    assert page.sheet.words == "Hanne skriver"


def test_a_full_disk_keeps_the_new_words_and_the_page(page: ReadingPage, room: Room) -> None:
    answers(page, Qt.Key.Key_R)
    page.edit.set_text("Hanne ringer")
    room.full = True
    QTest.keyClick(page.edit, Qt.Key.Key_Return)
    assert (page.editing, page.edit.text, page.number) == (True, "Hanne ringer", 1)
    page.answers[Answer.NO].click()
    room.full = False
    QTest.keyClick(page.edit, Qt.Key.Key_Return)
    assert (room.agreement(1).text, page.editing) == ("Hanne ringer", False)


def test_new_words_that_are_begun_are_no_answer_and_stand_there_again(page: ReadingPage, room: Room) -> None:
    answers(page, Qt.Key.Key_R)
    page.edit.set_text("Hanne ri")
    assert page.save() and page.handle(Action.GO_ON)
    assert (page.number, page.editing) == (2, False)
    assert page.handle(Action.GO_BACK)
    assert (page.editing, page.edit.text) == (True, "Hanne ri")
    page.leave()
    assert (room.agreement(1).text, room.agreement(1).answer) == ("Hanne skriver", None)


def test_a_refused_answer_marks_nothing(page: ReadingPage, room: Room) -> None:
    room.full = True
    page.answers[Answer.YES].click()
    assert not page.answers[Answer.YES].isChecked()


def test_videre_goes_through_them_and_then_back(page: ReadingPage, qtbot: QtBot) -> None:
    seen = [page.number]
    labels = [page.go_label()]
    for _ in range(2):
        assert page.handle(Action.GO_ON)
        seen.append(page.number)
        labels.append(page.go_label())
    assert seen == [1, 2, 3]
    assert labels == ["Læs den næste op", "Læs den næste op", "Tilbage til aftalerne"]
    assert page.handle(Action.GO_BACK)
    assert page.number == 2
    page.handle(Action.GO_ON)
    with qtbot.waitSignal(page.left):
        assert page.handle(Action.GO_ON)


def test_before_the_first_one_forrige_is_the_windows(page: ReadingPage) -> None:
    assert not page.handle(Action.GO_BACK)
    assert not page.handle(Action.PAUSE)


def test_the_room_is_told_which_one_is_read_and_when_none_is(
    qtbot: QtBot, room: Room, look: Look, t: Translator
) -> None:
    page = ReadingPage(room, look, t, room.monotonic)
    qtbot.addWidget(page)
    room.shows(page)
    told: list[object] = []
    page.reading.connect(told.append)
    page.start(2)
    assert told == []
    page.show()
    page.handle(Action.GO_ON)
    page.hide()
    assert told == [2, 3, None]
    page.start(1)
    assert told == [2, 3, None]


def test_an_owner_who_has_left_and_protected_words_are_told(page: ReadingPage, room: Room) -> None:
    room.do(cmd.WriteAgreement("Peter ringer til familien Dahl", "peter", number=3))
    room.do(cmd.Leave("peter"))
    page.start(3)
    told = "\n".join(said(page))
    assert "Peter er gået og kan ikke sige ja i dag." in told
    assert "Rummet ser »…« i stedet for »Dahl«." in told


def test_what_goes_on_unchanged_from_last_time_is_not_read(qtbot: QtBot, look: Look, t: Translator) -> None:
    room = Room(method="din-o", carried=carried(("Hanne skriver", "hanne"), ("Peter kører", "peter"))).starts()
    room.do(cmd.GiveStatus(1, "i gang"))
    room.do(cmd.GiveStatus(2, "ændret"))
    page = opened(qtbot, room, look, t)
    assert (page.number, page.sheet.eyebrow) == (2, "LÆS OP · 1 AF 1")


def test_without_agreements_it_says_so_and_leads_back(qtbot: QtBot, look: Look, t: Translator) -> None:
    page = opened(qtbot, Room().starts(), look, t)
    assert "Der er ingen aftaler at læse op." in said(page)
    assert not page.answers[Answer.YES].isVisible()
    answers(page, Qt.Key.Key_J)
    with qtbot.waitSignal(page.left):
        page.handle(Action.GO_ON)


def test_one_that_is_taken_away_while_it_is_read_makes_way_for_another(page: ReadingPage, room: Room) -> None:
    answers(page, Qt.Key.Key_R)
    room.do(cmd.DropAgreement(1))
    assert (page.number, page.editing) == (2, False)


def test_a_long_one_at_two_hundred_percent_keeps_its_answers_in_sight(
    qapp: QApplication, qtbot: QtBot, t: Translator
) -> None:
    room = Room(TWENTY).starts()
    room.agrees(("Noget meget langt " * 40, "lang"))
    page = opened(qtbot, room, dressed(qapp, ThemeName.DARK, 2.0), t, QSize(1366, 480))
    assert page.size() == QSize(1366, 480)
    for button in page.answers.values():
        assert page.rect().contains(button.rect().translated(button.mapTo(page, button.rect().topLeft())))


def test_every_control_has_a_name(page: ReadingPage) -> None:
    assert [widget.accessibleName() for widget in stops(page)] == ["Tilbage til aftalerne", "Ja", "Ret", "Nej"]
