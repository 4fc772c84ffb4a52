"""Going through what was agreed before, in the meeting's window: what new words name, and which key answers."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.meeting.closing.closing_list import Destination, MendPlace
from netmoede_desktop.gui.meeting.reading.reading_page import ReadingPage
from netmoede_desktop.gui.meeting.window.page_makers import go_to
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import AgreementView
from tests.gui.meeting.window.keyboard.writing_places import go_through, status
from tests.gui.meeting.window.led_windows import Led, Shelf, led_window, text_in_sight


@pytest.fixture
def gone_through(shelf: Shelf, look: Look, t: Translator, qtbot: QtBot) -> Iterator[Led]:
    """The follow-up meeting of a case, at what was agreed last time: Noah ringer til far om søndagen, fra 10/1."""
    with led_window(shelf, look, t, qtbot, scenario="opfoelgning") as led:
        go_through(led)
        yield led


def changes(led: Led, words: str) -> None:
    """The first one is changed, and these are its new words: they are not entered yet."""
    status(led).choices[3].click()
    assert led.focused is status(led).words
    led.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    led.types(words)


def first(led: Led) -> AgreementView:
    return led.view.agreements[0]


def test_new_words_are_read_as_a_new_agreement_is(gone_through: Led) -> None:
    before = first(gone_through)
    changes(gone_through, "Kaj ringer til Noah hver mandag fra 12/4 senest 31/5, tegn: ro")
    who, when, sign = status(gone_through).understood.text().split(" · ")
    assert who.startswith("Hvem: Kaj (")
    assert (when, sign) == ("fra mandag 12. april, senest mandag 31. maj", "tegn: ro")
    assert status(gone_through).understood.text() in text_in_sight(gone_through.window)
    gone_through.key(Qt.Key.Key_Return)
    made = first(gone_through)
    assert (made.text, made.owner_name) == ("Kaj ringer til Noah hver mandag", "Kaj")
    assert (made.start, made.due, made.sign) == (date(2027, 4, 12), date(2027, 5, 31), "ro")
    assert made.unanswered, "who got it now is asked at the reading"
    assert status(gone_through).words.text == made.text
    assert not status(gone_through).understood.isVisible()
    gone_through.press(Action.UNDO)
    undone = first(gone_through)
    assert (undone.text, undone.owner, undone.start, undone.due) == (before.text, before.owner, before.start, None)


def test_what_new_words_do_not_name_stays_as_it_was(gone_through: Led) -> None:
    before = first(gone_through)
    changes(gone_through, "Noah skriver til far om søndagen")
    assert not status(gone_through).understood.isVisible()
    gone_through.key(Qt.Key.Key_Return)
    made = first(gone_through)
    assert (made.text, made.owner, made.start) == ("Noah skriver til far om søndagen", before.owner, before.start)


def test_an_end_before_the_day_it_began_puts_an_old_day_away(gone_through: Led) -> None:
    led = gone_through
    one = first(led)
    led.led.bridge.do(cmd.WriteAgreement(one.text, one.owner, one.start, date(2027, 3, 20), None, 1))
    changes(led, "Noah ringer til far hver onsdag fra 14/4")
    led.key(Qt.Key.Key_Return)
    assert (first(led).start, first(led).due) == (date(2027, 4, 14), None)


def test_who_and_when_that_are_in_doubt_are_asked_about_and_stay_as_they_were(gone_through: Led) -> None:
    before = first(gone_through)
    page = status(gone_through)
    changes(gone_through, "Kaj og Mona ringer til Noah om 3-4 uger")
    assert page.question.isVisible()
    assert page.question.buttons[0].text().startswith("Kaj")
    assert "Hvornår?" in page.understood.text()
    page.question.buttons[1].click()
    assert gone_through.focused is page.words
    assert not page.question.isVisible()
    gone_through.key(Qt.Key.Key_Return)
    made = first(gone_through)
    assert (made.owner_name, made.start) == ("Mona", before.start)


def test_words_put_right_at_the_reading_name_another_owner_too(gone_through: Led, qtbot: QtBot) -> None:
    led = gone_through
    changes(led, "Noah skriver til far")
    led.key(Qt.Key.Key_Return)
    go_to(Destination(MendPlace.READING, 1), led.window)
    page = led.window.page
    assert isinstance(page, ReadingPage)
    led.key(Qt.Key.Key_R)
    qtbot.waitUntil(lambda: page.editing)
    led.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    led.types("Kaj ringer til Noah fra 12/4")
    assert page.understood.text().endswith("· fra: mandag 12. april")
    led.key(Qt.Key.Key_Return)
    made = first(led)
    assert (made.text, made.owner_name, made.start) == ("Kaj ringer til Noah fra 12/4", "Kaj", date(2027, 4, 12))
    assert made.answer is None, "Kaj has said nothing yet"


def test_a_digit_that_is_shown_answers_in_the_empty_field_and_is_writing_in_a_begun_one(
    gone_through: Led, qtbot: QtBot
) -> None:
    led, page = gone_through, status(gone_through)
    assert led.focused is page.result
    assert [button.key_in_sight for button in page.choices] == ["1", "2", "3", "4", "5"]
    led.key(Qt.Key.Key_2)
    qtbot.waitUntil(lambda: first(led).status == "i gang")
    assert page.result.text == ""
    led.types("2 gange om ugen, og så 1 til")
    assert (page.result.text, first(led).status) == ("2 gange om ugen, og så 1 til", "i gang")
    assert {button.key_in_sight for button in page.choices} == {""}
    led.key(Qt.Key.Key_Return)
    assert first(led).result == "2 gange om ugen, og så 1 til"


def test_a_digit_in_the_empty_field_counts_before_it_goes_on(gone_through: Led) -> None:
    gone_through.key(Qt.Key.Key_3).goes_on()
    assert (first(gone_through).status, status(gone_through).number) == ("ikke nået", 2)


def test_new_words_are_writing_and_show_no_keys(gone_through: Led) -> None:
    changes(gone_through, "4")
    assert status(gone_through).words.text == "4"
    assert {button.key_in_sight for button in status(gone_through).choices} == {""}


def test_what_was_undone_stands_above_the_answers_which_stay_where_they_are(gone_through: Led, qtbot: QtBot) -> None:
    led, page = gone_through, status(gone_through)

    def places() -> list[QRect]:
        return [QRect(one.mapTo(led.window, QPoint(0, 0)), one.size()) for one in page.choices]

    page.choices[0].click()
    before = places()
    led.press(Action.UNDO)
    undone = led.window._undone
    qtbot.waitUntil(lambda: undone.isVisible() and undone.height() > 30)
    assert places() == before
    lies = QRect(undone.mapTo(led.window, QPoint(0, 0)), undone.size())
    assert lies.bottom() < min(place.top() for place in before)
    field = QRect(page.result.mapTo(led.window, QPoint(0, 0)), page.result.size())
    assert not lies.intersects(field)
