"""The owner of the keyboard at lists and in open forms: a list keeps its letters, a form's own text takes the rest."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.methods.method import PartKind, PartTask
from netmoede_desktop.gui.meeting.agreements.agreements_page import AgreementsPage
from netmoede_desktop.gui.meeting.closing.closing_page import ClosingPage
from netmoede_desktop.gui.meeting.roll_call.attendance_row import AttendanceRow
from netmoede_desktop.gui.meeting.roll_call.roll_call_page import RollCallPage
from netmoede_desktop.gui.meeting.roll_call.sent_words import SentWordsField
from netmoede_desktop.gui.theme.themes import ThemeName
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import NextKind
from tests.gui.conftest import dressed
from tests.gui.meeting.window.keyboard.test_keyboard import click, events, walks_to
from tests.gui.meeting.window.led_windows import Led, Shelf, led_window


def at_the_agreements(led: Led, task: PartTask | None = None) -> AgreementsPage:
    """The part that is about agreements, nobody has the word."""
    led.goes_on()
    while led.view.part.kind is not PartKind.AGREEMENTS or (task is not None and led.view.part.task is not task):
        assert led.led.bridge.do(cmd.NextPart(confirmed=True)), led.said
    page = led.window.page
    assert isinstance(page, AgreementsPage) and led.speaker == ""
    return page


def seen_whole(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


@pytest.mark.parametrize("task", [None, PartTask.FOLLOW_UP], ids=["agreements", "the next meeting"])
def test_disagreement_is_written_where_it_was_opened_and_enter_asks_whose_it_is(
    led: Led, task: PartTask | None
) -> None:
    page = at_the_agreements(led, task)
    click(led, "Uenighed")
    settles()
    panel = page.side.reservation
    assert seen_whole(panel.text) and seen_whole(panel.keep_button) and seen_whole(panel.person)
    led.writes("Jens er uenig om tiden").key(Qt.Key.Key_Return)
    settles()
    assert panel.text.text == "Jens er uenig om tiden"
    assert (page.entry.line.toPlainText(), page.follow_up.other.line.text()) == ("", "")
    assert (led.view.agreements, led.view.reservations) == ((), ())
    assert panel.problem == "Vælg, hvem der siger det."
    assert led.focused is panel.person
    led.writes("Ben").key(Qt.Key.Key_Return)
    [kept] = led.view.reservations
    assert (kept.name, kept.text) == ("Bent", "Jens er uenig om tiden")


def test_a_list_that_was_tabbed_to_keeps_the_letters_and_no_blank_opens_it(led: Led) -> None:
    page = at_the_agreements(led)
    click(led, "Uenighed")
    panel = page.side.reservation
    led.key(Qt.Key.Key_Backtab)
    assert led.focused is panel.person
    led.writes("Gre er")
    assert panel.person.currentText().startswith("Grete")
    assert led.focused is panel.person
    assert (panel.text.text, page.entry.line.toPlainText()) == ("", "")


def test_a_list_that_was_clicked_keeps_the_letters_until_one_is_chosen(led: Led) -> None:
    page = at_the_agreements(led)
    click(led, "Uenighed")
    panel = page.side.reservation
    QTest.mouseClick(panel.person, Qt.MouseButton.LeftButton)
    settles()
    led.writes("Ben").key(Qt.Key.Key_Return)
    settles()
    assert panel.person.currentText().startswith("Bent")
    led.writes("det er for tidligt")
    assert panel.text.text == "det er for tidligt"


def test_a_list_that_was_clicked_and_closed_again_still_keeps_the_letters(led: Led) -> None:
    page = at_the_agreements(led)
    click(led, "Uenighed")
    panel = page.side.reservation
    QTest.mouseClick(panel.person, Qt.MouseButton.LeftButton)
    settles()
    led.key(Qt.Key.Key_Escape)
    settles()
    led.writes("Han")
    assert panel.person.currentText().startswith("Hanne")
    assert panel.text.text == ""


def test_words_begun_at_the_button_of_an_open_form_are_the_forms(led: Led) -> None:
    page = at_the_agreements(led)
    led.writes("Hanne ringer")
    click(led, "Uenighed")
    panel = page.side.reservation
    led.key(Qt.Key.Key_Tab)
    assert led.focused is panel.keep_button
    led.writes("nej tak")
    assert (panel.text.text, page.entry.line.toPlainText()) == ("nej tak", "Hanne ringer")


@pytest.mark.parametrize(("scale", "size"), [(1.0, (1366, 768)), (1.0, (1024, 700)), (2.0, (1366, 768))])
def test_an_open_form_is_seen_with_its_text_and_its_button(
    shelf: Shelf, qapp: QApplication, t: Translator, qtbot: QtBot, scale: float, size: tuple[int, int]
) -> None:
    with led_window(shelf, dressed(qapp, ThemeName.LIGHT, scale), t, qtbot, size=size) as led:
        page = at_the_agreements(led)
        for panel in (page.side.reservation, page.side.experience):
            page._show_side(shown=True)
            panel.open()
            settles()
            assert panel.text.hasFocus()
            assert seen_whole(panel.text) and seen_whole(panel.keep_button)


def test_the_end_without_its_reason_says_what_is_missing(led: Led) -> None:
    led.goes_on()
    while led.view.next.kind is not NextKind.CLOSE:
        assert led.led.bridge.do(cmd.NextPart(confirmed=True)), led.said
    led.goes_on()
    page = led.window.page
    assert isinstance(page, ClosingPage) and led.go == "Afslut mødet"
    for press in (lambda: led.goes_on(), lambda: QTest.mouseClick(led.bar.go, Qt.MouseButton.LeftButton)):
        page.setFocus()
        page._reason.show_problem("")
        led.hand.now += 1
        press()
        assert page._reason.problem == "Skriv først, hvorfor mødet slutter, selvom noget mangler."
        assert page.reason.hasFocus() and seen_whole(page.reason)
    led.writes("Tiden gik")
    assert page._reason.problem == ""


def settles() -> None:
    """Let what waits for its place find it."""
    for _ in range(5):
        QTest.qWait(20)  # the owner looks again while a button is held down


# -- the roll call


@pytest.fixture
def quoting(led: Led) -> Led:
    """Bent has sent words, and the keyboard is in them."""
    walks_to(led, "Hanne")
    led.key(Qt.Key.Key_Backtab).key(Qt.Key.Key_Backtab)
    rows = led.window.findChildren(AttendanceRow)
    row = next(row for row in rows if row.accessibleName().startswith("Bent"))
    row.setFocus()
    led.key(Qt.Key.Key_3)
    return led.writes("Hun griner")


def quote(led: Led) -> SentWordsField:
    [panel] = [panel for panel in led.window.findChildren(SentWordsField) if panel.isVisible()]
    return panel


def test_who_reads_the_words_is_named_by_letters(quoting: Led) -> None:
    assert quote(quoting).text == "Hun griner"
    quoting.key(Qt.Key.Key_Tab)
    assert quoting.focused is quote(quoting).reader
    quoting.writes("Ida")
    assert quote(quoting).text == "Hun griner"
    assert quoting.view.seat(quoting.led.ids["far"]).words_by == quoting.led.ids["ida"]


@pytest.mark.parametrize("beside", ["background", "header", "row", "list, then background"])
def test_letters_beside_everything_are_nobodys_words(quoting: Led, beside: str) -> None:
    page, before = quoting.window.page, events(quoting)
    assert isinstance(page, RollCallPage)
    if beside.startswith("list"):
        quoting.key(Qt.Key.Key_Tab)
    target: QWidget = page._title
    if beside == "header":
        target = quoting.bar
    elif beside == "row":
        target = next(r for r in page.findChildren(AttendanceRow) if r.accessibleName().startswith("Hanne"))
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.rect().topLeft() + QPoint(3, 3))
    settles()
    before = events(quoting)
    quoting.writes("Bo kommer")
    settles()
    assert quote(quoting).text == "Hun griner"
    assert quoting.said == "Det blev ikke skrevet. Vælg først et felt at skrive i."
    assert events(quoting) - before <= 1  # the quote itself is kept


def test_a_click_between_the_parts_of_the_words_leaves_the_keyboard_in_them(quoting: Led) -> None:
    panel = quote(quoting)
    QTest.mouseClick(panel, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    settles()
    quoting.writes(" mere")
    assert panel.text == "Hun griner mere"
