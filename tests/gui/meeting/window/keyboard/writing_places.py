"""Every field of a meeting that a line is written in, and how it is reached by hand."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.methods.method import PartTask
from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.meeting.agreements.agreements_page import AgreementsPage
from netmoede_desktop.gui.meeting.agreements.draft import DraftField
from netmoede_desktop.gui.meeting.closing.closing_page import ClosingPage
from netmoede_desktop.gui.meeting.reading.reading_page import ReadingPage
from netmoede_desktop.gui.meeting.reading.status_page import StatusPage
from netmoede_desktop.gui.meeting.window.pages import PageKind
from tests.gui.meeting.window.led_windows import Led

TYPED = "Ro om morg"


@dataclass(frozen=True)
class Place:
    """A field of the meeting: how it is reached by hand."""

    name: str
    go: Callable[[Led], object]
    scenario: str | None = None
    typed: str = TYPED
    keyboard: bool = True
    """Whether the keyboard is in the very field again, not in another of the same agreement."""


def agreements(led: Led) -> AgreementsPage:
    page = led.window.page_of_kind(PageKind.AGREEMENTS)
    assert isinstance(page, AgreementsPage)
    return page


def closing(led: Led) -> ClosingPage:
    led.window.show_page(PageKind.CLOSING)
    page = led.window.page_of_kind(PageKind.CLOSING)
    assert isinstance(page, ClosingPage)
    return page


def speaking(led: Led) -> Led:
    return led.starts().goes_on()


def agreed(led: Led) -> None:
    """One agreement is made, and its page is shown."""
    speaking(led).press(Action.AGREEMENT).types("Ida ringer").key(Qt.Key.Key_Return)


def correct_on_the_board(led: Led) -> None:
    speaking(led).press(Action.BOARD).types("Ro").key(Qt.Key.Key_Return)
    line = led.table.side.board._lines[0]
    line.setFocus()
    line.end(False)


def reserve(led: Led) -> None:
    agreed(led)
    agreements(led).open_reservation()
    agreements(led).side.reservation.text.setFocus()


def tell_experience(led: Led) -> None:
    agreed(led)
    agreements(led).side.experience.open()


def correct_agreement(led: Led, field: DraftField | None = None) -> None:
    agreed(led)
    agreements(led).table.edit(1, field)


def decline(led: Led) -> None:
    agreed(led)
    agreements(led)._open_follow_up()
    agreements(led).follow_up.none_button.click()


def another_day(led: Led) -> None:
    agreed(led)
    agreements(led)._open_follow_up()
    agreements(led).follow_up.other.line.setFocus()


def another_place(led: Led) -> None:
    agreed(led)
    agreements(led)._open_follow_up()
    agreements(led).follow_up.place.setFocus()


def stop(led: Led) -> None:
    speaking(led)
    closing(led).early_button.click()
    closing(led).stop.reason.setFocus()


def read_aloud(led: Led) -> None:
    agreed(led)
    agreements(led).reading_asked.emit(1)
    led.key(Qt.Key.Key_R)
    page = led.window.page
    assert isinstance(page, ReadingPage)
    page.answering.take()


def ask_for_the_board(led: Led) -> None:
    agreed(led)
    led.press(Action.BOARD)


def ask_whose_reservation(led: Led) -> None:
    speaking(led).window._questions.reservation(led.led.ids["mor"])


def status(led: Led) -> StatusPage:
    page = led.window.page_of_kind(PageKind.STATUS)
    assert isinstance(page, StatusPage)
    return page


def go_through(led: Led) -> None:
    led.goes_on()
    while led.view.part.task is not PartTask.STATUS:
        assert led.led.bridge.do(cmd.NextPart(confirmed=True))
    status(led).result.setFocus()


PLACES = (
    Place("board", lambda led: speaking(led).press(Action.BOARD)),
    Place("private", lambda led: speaking(led).press(Action.PRIVATE)),
    Place("agreement", lambda led: speaking(led).press(Action.AGREEMENT)),
    Place("an agreement's words", correct_agreement),
    Place("an agreement's sign", lambda led: correct_agreement(led, DraftField.SIGN), keyboard=False),
    Place("an agreement's day", lambda led: correct_agreement(led, DraftField.WHEN), typed="2/1", keyboard=False),
    Place("parked", lambda led: speaking(led).press(Action.PARK)),
    Place("board, asked for", ask_for_the_board),
    Place("reservation", reserve),
    Place("reservation, asked for", ask_whose_reservation),
    Place("experience", tell_experience),
    Place("no follow-up", decline),
    Place("another day", another_day, typed="23/2 kl. 1"),
    Place("another place", another_place),
    Place("new words", read_aloud),
    Place("status", go_through, scenario="opfoelgning"),
    Place("closing", lambda led: (speaking(led), closing(led).reason.setFocus())),
    Place("stopping", stop),
    Place("roll call", lambda led: led.press(Action.ARRIVAL)),
    Place("arrival", lambda led: (speaking(led), led.press(Action.ARRIVAL)), typed="Aisha, nab"),
    # The last: it is taken when another window gets the keyboard.
    Place("a line of the board", correct_on_the_board),
)


def writing(led: Led) -> QLineEdit | QPlainTextEdit:
    """The field with the keyboard."""
    field = led.focused
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    return field
