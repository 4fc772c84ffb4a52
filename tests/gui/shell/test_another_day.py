"""A meeting that is begun on another day than planned: asked about once, and then a meeting like any other."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from netmoede_desktop.documents.papers import MINUTES, content_of
from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.minutes.from_meeting import record
from netmoede_desktop.domain.people.people import Attendance
from netmoede_desktop.gui.desk.office_page import ToMeeting
from netmoede_desktop.gui.meeting.agreements.draft import HandCorrections, read_draft, written
from netmoede_desktop.gui.meeting.roll_call.attendance_row import AttendanceRow
from netmoede_desktop.gui.meeting.window.bars.clock_face import ClockFace
from netmoede_desktop.gui.meeting.window.questions.question_bar import QuestionBar
from netmoede_desktop.localization.catalogue import load
from netmoede_desktop.services.cases.meeting_list import meeting_to_go_on_with
from netmoede_desktop.services.meeting import meeting_journal
from netmoede_desktop.services.meeting.view.values import MeetingStage
from tests.gui.activation import bring_to_front
from tests.gui.sessions import Opened, opened

#: The meeting is planned for a Monday at 16; it is now ten days and a few hours before.
EARLY = -timedelta(days=10, hours=5, minutes=13)


@pytest.fixture
def one(tmp_path: Path, qtbot: QtBot, fonts: None) -> Iterator[Opened]:
    """The roll call of the meeting, on the wrong day."""
    with opened(tmp_path, away=EARLY) as session:
        session.office.navigate_to(ToMeeting(session.meeting))
        bring_to_front(session.led.window, qtbot)
        yield session


def key(one: Opened, pressed: Qt.Key) -> None:
    one.clock.forward(seconds=1)
    QTest.keyClick(QApplication.focusWidget() or one.led.window, pressed)


def asked(one: Opened) -> str:
    return one.led.window.findChildren(QuestionBar)[0].question


def told(one: Opened) -> str:
    """The line under the clock."""
    one.led.window.tick()
    return one.led.window.findChildren(ClockFace)[0].words.line


@pytest.mark.parametrize(
    ("answer", "stage"),
    [
        (Qt.Key.Key_1, MeetingStage.RUNNING),
        (Qt.Key.Key_2, MeetingStage.ROLL_CALL),
        (Qt.Key.Key_Return, MeetingStage.ROLL_CALL),
    ],
)
def test_it_is_asked_and_enter_alone_begins_nothing(one: Opened, answer: Qt.Key, stage: MeetingStage) -> None:
    key(one, Qt.Key.Key_PageDown)
    assert asked(one) == "Mødet er planlagt til mandag 23. november. Vil du begynde det nu?"
    key(one, answer)
    assert (asked(one), one.led.view.stage) == ("", stage)


def test_on_its_own_day_nothing_is_asked(tmp_path: Path, qtbot: QtBot, fonts: None) -> None:
    with opened(tmp_path, away=-timedelta(hours=5)) as early:
        early.office.navigate_to(ToMeeting(early.meeting))
        bring_to_front(early.led.window, qtbot)
        key(early, Qt.Key.Key_PageDown)
        assert (asked(early), early.led.view.stage) == ("", MeetingStage.RUNNING)
        assert told(early) == "slutter 13.00 · 5 timer foran planen"


def test_the_roll_call_is_kept_also_when_it_is_begun_from_another_page(one: Opened) -> None:
    row = next(row for row in one.led.window.findChildren(AttendanceRow) if "Bent" in row.accessibleName())
    row.setFocus()
    key(one, Qt.Key.Key_2)
    key(one, Qt.Key.Key_F1)
    key(one, Qt.Key.Key_PageDown)
    key(one, Qt.Key.Key_1)
    came = {seat.name: seat.attendance for seat in one.led.view.seats}
    assert (came["Bent"], came["Åse"]) == (Attendance.ABSENT, Attendance.PRESENT)


def test_the_clock_and_the_room_reckon_from_when_it_was_begun(one: Opened) -> None:
    one.led.toggle_audience()
    assert told(one) == "slutter 12.47, hvis I begynder nu"
    window = one.led.projector.window
    assert window is not None and window.view is not None
    assert window.view.ends_at == time(12, 47)
    key(one, Qt.Key.Key_PageDown)
    key(one, Qt.Key.Key_1)
    assert told(one) == "slutter 12.47 · som planlagt"
    one.clock.forward(seconds=60 * 30)
    assert told(one).startswith("slutter 13.")
    assert "min over plan" in told(one)
    assert window.view.ends_at.replace(second=0) == time(12, 47)


def test_days_are_meant_from_the_day_it_is_held(one: Opened) -> None:
    key(one, Qt.Key.Key_PageDown)
    key(one, Qt.Key.Key_1)
    port = one.led.port
    assert port.view.starts.date() == date(2026, 11, 13)
    assert port.do(cmd.SetFollowUp(port.view.starts.replace(tzinfo=None) + timedelta(days=3)))
    assert port.view.starts.time() == time(16, 0), "the usual time of day is still the planned one"


def test_a_year_that_is_not_that_of_the_day_is_said_in_the_window_and_on_paper(
    tmp_path: Path, qtbot: QtBot, fonts: None
) -> None:
    """Planned for 19 January 2027, and held on 30 November 2026 at the same time of day."""
    planned = datetime(2027, 1, 19, 16, 0)  # noqa: DTZ001 (a scenario's wall time)
    with opened(tmp_path, away=-timedelta(days=50), starts=planned) as one:
        one.office.navigate_to(ToMeeting(one.meeting))
        bring_to_front(one.led.window, qtbot)
        key(one, Qt.Key.Key_PageDown)
        assert asked(one) == "Mødet er planlagt til tirsdag 19. januar 2027. Vil du begynde det nu?"
        key(one, Qt.Key.Key_1)
        assert told(one) == "slutter 18.00 · som planlagt"
        port = one.led.port
        mother = next(seat.person for seat in port.view.seats if seat.name == "Åse")
        for line in ("Åse ringer til skolen senest fredag", "Åse ringer til lægen senest 4/1"):
            parsed = read_draft(line, HandCorrections(), port.view, load("da"))
            assert port.do(written(parsed.draft))
        assert [one.due for one in port.view.agreements] == [date(2026, 12, 4), date(2027, 1, 4)]
        assert port.view.agreements[1].owner == mother
        assert port.do(cmd.SetFollowUp(datetime(2027, 1, 26, 16, 0)))  # noqa: DTZ001
        QTest.keyClick(one.led.window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        words = texts_of(one)
        assert {"senest 4. dec.", "senest 4. jan. 2027", "Tirsdag 26. januar 2027 kl. 16.00"} <= words
        assert not any("72" in text and "min" in text for text in words)
        assert port.do(cmd.StopMeeting("Alarmen gik"))
        paper = content_of(MINUTES, record(meeting_journal.load(one.vault, one.meeting)), load("da"))
        printed = repr(paper).replace("\\xa0", " ")
        assert "Mandag 30. november 2026 kl. 16.00" in printed
        assert "senest 4. dec.'" in printed
        assert "senest 4. jan. 2027" in printed


def texts_of(one: Opened) -> set[str]:
    """Every text of the meeting's window, on the pages that are not shown too."""
    return {label.text().replace("\u00a0", " ") for label in one.led.window.findChildren(QLabel)}


def test_it_is_opened_again_by_itself_whatever_day_it_was_planned_for(
    tmp_path: Path, qtbot: QtBot, fonts: None
) -> None:
    with opened(tmp_path, running=True, away=EARLY) as one:
        assert one.led.view.stage is MeetingStage.RUNNING, "the next start opens the meeting itself"
        one.clock.forward(seconds=60 * 60 * 13)
        assert meeting_to_go_on_with(one.vault, one.clock()) is None, "it has been forgotten"
