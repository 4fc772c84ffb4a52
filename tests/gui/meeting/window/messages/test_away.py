"""Who is asked in the part that runs and is not here: said over every page, seen, and heard once with the part."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.people.people import Attendance
from netmoede_desktop.gui.meeting.window.messages.panels import AwayLine, away_sentence
from netmoede_desktop.gui.meeting.window.messages.spoken import spoken
from netmoede_desktop.gui.meeting.window.pages import PageKind
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.build import meeting_view
from netmoede_desktop.services.meeting.view.values import MeetingView
from tests.domain.meeting.script import Told, plan
from tests.gui.meeting.window.led_windows import Led, Shelf, window_over
from tests.services.stories import methods

PARENTS = "Ingen af forældrene er her. Spring ikke delen over: aftal, hvem der spørger dem bagefter."
AUTHORITY = "Ingen fra myndigheden er her. Aftal, hvem der spørger dem bagefter."


def view(told: Told) -> MeetingView:
    return meeting_view(told.history)


@pytest.mark.parametrize(
    ("method", "part", "gone", "sentence"),
    [
        ("pnm-1", "p3", ("lone", "peter"), PARENTS),
        ("din-o", "o2", ("lone", "peter"), PARENTS),
        ("hlb-1", "h3", ("lone", "peter"), PARENTS),
        ("hlb-1", "h4", ("lone", "peter"), PARENTS),
        ("um-1", "u7", ("lone", "peter"), PARENTS),
        ("din-1", "d3", ("soeren",), AUTHORITY),
        (
            "din-1",
            "d11",
            ("lone", "peter", "soeren"),
            "Hverken forældrene eller myndigheden er her. Aftal, hvem der spørger dem bagefter.",
        ),
        ("din-1", "d4", ("lone", "peter", "soeren"), ""),
    ],
)
def test_a_part_says_who_it_turns_to_and_is_not_here(
    t: Translator, method: str, part: str, gone: tuple[str, ...], sentence: str
) -> None:
    told = Told(plan(method=methods()[method])).starts().enters(part)
    assert away_sentence(view(told).part, t) == ""
    for person in gone:
        told.does(cmd.Leave(person))
    assert view(told).part.id == part
    assert away_sentence(view(told).part, t) == sentence


def test_where_nobody_is_new_the_round_of_those_who_are_says_so(t: Translator) -> None:
    told = Told(plan(method=methods()["hlb-o"], newcomers=())).starts().enters("i2")
    assert away_sentence(view(told).part, t) == "Ingen er nye i dag, så der er ingen at præsentere."


@pytest.fixture
def without_parents(shelf: Shelf, look: Look, t: Translator, qtbot: QtBot) -> Iterator[Led]:
    """A meeting by HLB without mother and father, at 4a: the page of what is under way."""
    meeting = shelf.meeting(t, method="hlb-1")
    away = tuple((meeting.ids[who], Attendance.ABSENT) for who in ("mor", "far"))
    assert meeting.bridge.do(cmd.StartMeeting(away))
    with window_over(meeting, look, t, qtbot) as led:
        while led.view.part.id != "h4":
            assert led.led.bridge.do(cmd.NextPart(confirmed=True))
        yield led


def line(led: Led) -> AwayLine:
    [found] = led.window.findChildren(AwayLine)
    return found


def test_it_stands_over_whichever_page_is_shown_and_goes_with_the_part(without_parents: Led) -> None:
    led = without_parents
    for kind in (PageKind.STATUS, PageKind.TABLE, PageKind.AGREEMENTS, PageKind.READING, PageKind.CLOSING):
        led.window.show_page(kind)
        assert line(led).sentence == PARENTS
        assert not line(led).visibleRegion().isEmpty()
        page: QWidget = led.window.page
        assert line(led).mapTo(led.window, line(led).rect().bottomLeft()).y() < page.mapTo(led.window, page.pos()).y()
    led.led.bridge.do(cmd.NextPart(confirmed=True))
    assert line(led).sentence == ""
    led.led.bridge.undo()
    led.led.bridge.do(cmd.Arrive(led.led.ids["mor"]))
    assert (led.view.part.id, line(led).sentence) == ("h4", "")


def test_it_is_heard_once_with_the_part(t: Translator) -> None:
    told = Told(plan(method=methods()["hlb-1"])).starts(absent=("lone", "peter"))
    before = view(told.enters("h2"))
    after = view(told.does(cmd.NextPart(confirmed=True)))
    assert spoken(before, after, t).count(PARENTS) == 1
    later = view(told.does(cmd.WriteBoard("Vi ses")))
    assert PARENTS not in spoken(after, later, t)
