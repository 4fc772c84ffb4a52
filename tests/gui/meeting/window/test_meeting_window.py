"""The meeting window as a whole: its pages, the veil, what is told, sizes from small to large, and closing it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.methods.method import PartKind
from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.kit.layout.placing import ensure_reachable
from netmoede_desktop.gui.meeting.agreements.agreements_page import AgreementsPage
from netmoede_desktop.gui.meeting.closing.closing_list import Destination, MendPlace
from netmoede_desktop.gui.meeting.closing.closing_page import ClosingPage
from netmoede_desktop.gui.meeting.reading.status_page import StatusPage
from netmoede_desktop.gui.meeting.roll_call.roll_call_page import RollCallPage
from netmoede_desktop.gui.meeting.table.round_page import RoundPage
from netmoede_desktop.gui.meeting.window.bars.clock_face import ClockFace
from netmoede_desktop.gui.meeting.window.bars.phase_bar import PhaseBar
from netmoede_desktop.gui.meeting.window.meeting_window import MeetingWindow
from netmoede_desktop.gui.meeting.window.messages.veil import Veil
from netmoede_desktop.gui.meeting.window.page_makers import go_to
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import MeetingStage, NextKind
from tests.gui.activation import bring_to_front
from tests.gui.meeting.window.led_windows import Led, text_in_sight


@pytest.fixture
def speaking(led: Led) -> Led:
    """Ida has the word, and the keyboard is in her note."""
    return led.starts().goes_on()


def page_of(led: Led) -> type:
    return type(led.window.page)


def stage(led: Led) -> MeetingStage:
    return led.view.stage


def board(led: Led) -> list[str]:
    return list(led.view.board)


# -- pages


def test_each_part_has_its_page_and_the_bars_stay(led: Led) -> None:
    assert page_of(led) is RollCallPage
    led.goes_on()
    assert page_of(led) is RoundPage
    go, phases = led.bar.go.mapTo(led.window, QPoint()), led.window.findChildren(PhaseBar)[0].geometry()
    seen = {type(led.window.page)}
    while led.view.next.kind is not NextKind.CLOSE:
        led.led.bridge.do(cmd.NextPart(confirmed=True))
        seen.add(type(led.window.page))
        assert led.bar.go.mapTo(led.window, QPoint()) == go
        assert led.window.findChildren(PhaseBar)[0].geometry() == phases
        assert led.window.findChildren(ClockFace)[0].isVisible()
    assert seen == {RoundPage, AgreementsPage}


def test_an_agreement_is_written_in_the_middle_of_a_round_and_the_table_comes_back(speaking: Led) -> None:
    speaking.types("Hun ").press(Action.AGREEMENT)
    assert page_of(speaking) is AgreementsPage
    assert speaking.note("ida") == "Hun"
    speaking.types("Hanne ringer til mor fredag").key(Qt.Key.Key_Return)
    assert len(speaking.view.agreements) == 1
    assert speaking.go == "Næste: Åse"
    speaking.press(Action.TABLE)
    assert page_of(speaking) is RoundPage
    assert speaking.speaker == "Ida"


def test_videre_from_the_agreements_moves_the_word_and_shows_the_table(speaking: Led) -> None:
    speaking.press(Action.AGREEMENT).goes_on()
    assert page_of(speaking) is RoundPage
    assert speaking.speaker == "Åse"


def test_f2_from_the_agreements_is_the_speakers_note(speaking: Led) -> None:
    speaking.press(Action.AGREEMENT).press(Action.NOTE)
    assert speaking.focused is speaking.table.side.notes.editor


def test_a_line_for_the_board_from_the_table_and_from_elsewhere(speaking: Led) -> None:
    speaking.press(Action.BOARD).types("Søvn").key(Qt.Key.Key_Return)
    assert board(speaking) == ["Søvn"]
    speaking.press(Action.HELP).press(Action.BOARD)
    assert speaking.asked == "Skriv på tavlen"
    speaking.types("Skole").key(Qt.Key.Key_Return)
    assert board(speaking) == ["Søvn", "Skole"]


@pytest.mark.parametrize(
    ("place", "page"),
    [
        (MendPlace.OWNER, AgreementsPage),
        (MendPlace.FOLLOW_UP, AgreementsPage),
        (MendPlace.EXPERIENCE, AgreementsPage),
        (MendPlace.STATUS, StatusPage),
    ],
)
def test_what_is_missing_is_mended_on_its_page(speaking: Led, place: MendPlace, page: type) -> None:
    speaking.led.bridge.do(cmd.WriteAgreement("Hanne ringer", None))
    go_to(Destination(place, 1), speaking.window)
    assert page_of(speaking) is page


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720)])
def test_where_something_is_mended_the_keyboard_is_in_sight(speaking: Led, qtbot: QtBot, size: tuple[int, int]) -> None:
    speaking.window.resize(*size)
    for number in range(6):
        speaking.led.bridge.do(cmd.WriteAgreement(f"Hanne ringer {number}", speaking.led.ids["lærer"]))
    speaking.window.close_meeting()
    go_to(Destination(MendPlace.EXPERIENCE), speaking.window)

    def whole() -> bool:
        widget = QApplication.focusWidget()
        return widget is not None and widget.visibleRegion().boundingRect() == widget.rect()

    qtbot.waitUntil(whole)


def at_the_end(led: Led) -> ClosingPage:
    """Nothing is left but to close it."""
    bridge = led.led.bridge
    while led.view.next.kind is not NextKind.CLOSE:
        bridge.do(cmd.NextPart(confirmed=True))
        while led.view.next.kind is NextKind.PERSON:
            bridge.do(cmd.GoOn())
    led.window.close_meeting()
    page = led.window.page
    assert isinstance(page, ClosingPage)
    return page


def test_at_the_end_one_button_ends_it_and_the_keyboard_is_led_there(speaking: Led) -> None:
    at_the_end(speaking)
    buttons = [one for one in speaking.window.findChildren(QAbstractButton) if one.isVisible()]
    assert speaking.bar.go.key == "", "no key ends the meeting"
    assert [one for one in buttons if "Afslut mødet" in one.text()] == [speaking.bar.go]
    speaking.goes_on().types("Alle er trætte").key(Qt.Key.Key_Return)
    assert speaking.focused is speaking.bar.go and stage(speaking) is MeetingStage.RUNNING
    speaking.hand.now += 1
    speaking.key(Qt.Key.Key_Return)
    assert stage(speaking) is MeetingStage.ENDED


def test_the_big_button_does_what_it_says_at_the_end(speaking: Led) -> None:
    page = at_the_end(speaking)
    assert speaking.go == "Afslut mødet"

    def click(later: float) -> None:
        speaking.hand.now += later
        QTest.mouseClick(speaking.bar.go, Qt.MouseButton.LeftButton)

    click(0.0)
    assert page.reason.hasFocus(), "the reason for what is missing first"
    speaking.types("Alle er trætte")
    click(0.5)
    assert stage(speaking) is MeetingStage.RUNNING, "it may be the second half of a double press"
    click(0.5)
    assert stage(speaking) is MeetingStage.ENDED


def test_the_meeting_is_closed_by_a_button_never_by_a_clicker(speaking: Led) -> None:
    speaking.window.close_meeting()
    page = speaking.window.page
    assert isinstance(page, ClosingPage)
    speaking.goes_on(3)
    assert stage(speaking) is MeetingStage.RUNNING
    page.reason.set_text("Alle er trætte")
    page.finish_button.click()
    assert stage(speaking) is MeetingStage.ENDED
    assert speaking.go == "Til referatet"
    speaking.goes_on()
    assert speaking.heard[-1] == "left"


def test_stopping_early_is_under_mere(speaking: Led) -> None:
    speaking.bar.more.emit()
    speaking.types("stop").key(Qt.Key.Key_Return)
    page = speaking.window.page
    assert isinstance(page, ClosingPage)
    assert not page.stop.isHidden()


# -- what is told


def test_the_end_of_a_turn_is_told_twice_and_never_again(speaking: Led) -> None:
    said: list[str] = []
    budget = speaking.word.budget or 0
    for _ in range(40):
        speaking.led.forward(budget / 10)
        speaking.window.tick()
        if speaking.said:
            said.append(speaking.said)
            speaking.overlay.clear_message()
    assert said == [
        "Ida har brugt sin tid. Rund roligt af.",
        "Ida er et halvt minut over. Programmet siger ikke mere om det.",
    ]


def test_a_refusal_is_one_sentence_that_goes_with_the_next_press(led: Led) -> None:
    led.starts().press(Action.MORE_TIME)
    assert led.said == "Ingen har ordet lige nu."
    led.goes_on()
    assert led.said == ""


def test_what_would_be_undone_is_named_with_its_key(speaking: Led) -> None:
    undo = speaking.bar.findChildren(QAbstractButton)[0]
    assert undo.text() == "Fortryd: ordet til Ida"
    speaking.led.bridge.do(cmd.ParkTopic("Ferien"))
    assert undo.text() == "Fortryd: parkeret emne"
    undo.click()
    assert speaking.view.parked == ()


def test_a_gap_is_asked_about_and_everything_else_can_be_done_meanwhile(speaking: Led) -> None:
    since = speaking.led.bridge.conducting.now()
    speaking.led.forward(7 * 60)
    speaking.led.bridge.report_gap(since)
    gap = speaking.window._gap
    assert gap.sentence == "Mødet var i gang, Ida talte, for 7 min siden."
    speaking.goes_on()
    assert speaking.speaker == "Åse"
    gap.pause_button.click()
    assert gap.isHidden()


# -- the veil


def test_the_veil_covers_everything_and_only_escape_lifts_it(speaking: Led) -> None:
    speaking.types("Det er svært").press(Action.VEIL)
    [veil] = speaking.window.findChildren(Veil)
    assert speaking.note("ida") == "Det er svært"
    assert veil.geometry() == speaking.window.rect()
    shown = [w for w in speaking.window.findChildren(QLabel) if w.visibleRegion().boundingRect().isValid()]
    assert {label.window() for label in shown} == {speaking.window}
    assert text_in_sight(speaking.window) == {"Et øjeblik", "Tryk Esc for at se mødet igen"}
    speaking.goes_on().types("hemmeligt").press(Action.PASS)
    QTest.mouseClick(veil, Qt.MouseButton.LeftButton)
    assert speaking.speaker == "Ida"
    speaking.key(Qt.Key.Key_Escape)
    assert veil.isHidden()
    assert speaking.focused is speaking.table.side.notes.editor
    speaking.types("!").goes_on()
    assert speaking.note("ida") == "Det er svært!"
    assert speaking.heard == ["veiled True", "veiled False"]


def test_behind_the_veil_locking_and_the_curtain_still_work(speaking: Led) -> None:
    speaking.press(Action.VEIL).press(Action.CURTAIN).press(Action.LOCK).press(Action.VEIL)
    assert speaking.heard == ["veiled True", "curtain", "lock", "veiled False"]


# -- private lines


def test_privat_opens_and_closes_by_its_key_and_keeps_what_was_begun(speaking: Led) -> None:
    speaking.press(Action.PRIVATE).types("Spørg far igen")
    assert speaking.heard == ["private True"]
    speaking.press(Action.PRIVATE)
    assert speaking.heard == ["private True", "private False"]
    assert speaking.view.private_count == 1
    assert not any("Spørg far" in label.text() for label in speaking.window.findChildren(QLabel))


def test_a_private_line_is_moved_to_the_speakers_note(speaking: Led) -> None:
    speaking.press(Action.PRIVATE).types("Elsker fodbold").key(Qt.Key.Key_Return)
    button = next(b for b in speaking.table.side.findChildren(QAbstractButton) if b.text() == "Til Idas note")
    button.click()
    assert speaking.note("ida") == "Elsker fodbold"
    assert speaking.view.private_count == 0


# -- the window itself


def test_closing_asks_the_session_and_keeps_everything_first(speaking: Led) -> None:
    speaking.types("Vigtigt")
    event = QCloseEvent()
    QApplication.sendEvent(speaking.window, event)
    assert not event.isAccepted()
    assert speaking.heard == ["closing"]
    assert speaking.note("ida") == "Vigtigt"


def test_the_title_of_the_window_tells_nothing_of_the_meeting(speaking: Led) -> None:
    assert speaking.window.windowTitle() == "Mødet"


def test_every_control_in_sight_has_a_name_and_the_keyboard_reaches_the_go_button(speaking: Led) -> None:
    for action in (Action.NOTE, Action.BOARD, Action.PRIVATE, Action.AGREEMENT, Action.HELP, Action.TABLE):
        speaking.press(action)
        controls = [
            w
            for kind in (QAbstractButton, QLineEdit, QPlainTextEdit)
            for w in speaking.window.findChildren(kind)
            if w.isVisible() and w.focusPolicy() != Qt.FocusPolicy.NoFocus
        ]
        nameless = [w for w in controls if not (w.accessibleName() or getattr(w, "text", str)())]
        assert nameless == []
    seen: set[QWidget] = set()
    while speaking.focused not in seen:
        seen.add(speaking.focused)
        speaking.key(Qt.Key.Key_Tab)
    assert speaking.bar.go in seen


def test_a_window_left_off_the_screen_is_brought_back_with_its_bar(speaking: Led) -> None:
    areas = [screen.availableGeometry() for screen in QApplication.screens()]
    speaking.window.move(-5000, 4000)
    assert ensure_reachable(speaking.window, areas)
    go = speaking.bar.go
    assert any(area.contains(go.mapToGlobal(go.rect().center())) for area in areas)
    speaking.goes_on()
    assert speaking.speaker == "Åse"


def test_a_meeting_that_is_gone_on_with_opens_where_it_was_with_the_keyboard_in_the_note(
    speaking: Led, look: Look, t: Translator, qtbot: QtBot
) -> None:
    speaking.types("Før strømmen gik")
    assert speaking.window.flush()
    again = MeetingWindow(speaking.led.reopened(t), speaking.keys, look, t)
    again.resize(1366, 768)
    bring_to_front(again, qtbot)
    editor = again.findChildren(RoundPage)[0].side.notes.editor
    try:
        qtbot.waitUntil(lambda: QApplication.focusWidget() is editor)
        assert editor.toPlainText() == "Før strømmen gik"
    finally:
        again.close_now()
        again.deleteLater()


def test_a_meeting_that_is_gone_on_with_in_the_agreements_opens_with_the_keyboard_in_the_line(
    speaking: Led, look: Look, t: Translator, qtbot: QtBot
) -> None:
    while speaking.view.part.kind is not PartKind.AGREEMENTS:
        assert speaking.led.bridge.do(cmd.NextPart(confirmed=True))
    again = MeetingWindow(speaking.led.reopened(t), speaking.keys, look, t)
    again.showMaximized()
    bring_to_front(again, qtbot)
    line = again.findChildren(AgreementsPage)[0].entry.line
    try:
        qtbot.waitUntil(lambda: line.isAncestorOf(QApplication.focusWidget() or again) or line.hasFocus())
    finally:
        again.close_now()
        again.deleteLater()


def test_the_early_stop_is_seen_from_its_heading_on(speaking: Led, qtbot: QtBot) -> None:
    speaking.window.close_meeting()
    page = speaking.window.page
    assert isinstance(page, ClosingPage)
    QApplication.processEvents()
    page.early_button.click()
    qtbot.waitUntil(lambda: page.stop.height() > 300)
    qtbot.waitUntil(lambda: page.rect().contains(page.stop.mapTo(page, page.stop.rect().bottomLeft())), timeout=1000)
    assert page.rect().contains(page.stop.mapTo(page, page.stop.rect().topLeft()))


def test_a_screen_reader_is_told_who_has_the_word(speaking: Led, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(_message(event)))
    speaking.goes_on()
    speaking.press(Action.MORE_TIME)
    assert [sentence for sentence in told if sentence] == ["Åse har ordet.", "Et minut mere."]


def _message(event: QAccessibleEvent) -> str:
    return event.message() if isinstance(event, QAccessibleAnnouncementEvent) else ""
