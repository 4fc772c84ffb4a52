"""The office: what is ahead, the sager, the preparation of a meeting of twenty, the settings; empty, full and wrong."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from netmoede_desktop.domain.meeting.commands import GoOn, StartMeeting
from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.gui.cases.case_page import CasePage
from netmoede_desktop.gui.cases.cases_page import CasesPage
from netmoede_desktop.gui.desk.office_page import (
    Destination,
    ToCase,
    ToCases,
    ToGuide,
    ToOverview,
    ToPreparation,
    ToRehearsal,
)
from netmoede_desktop.gui.overview.going_on import RoomSees, going_on
from netmoede_desktop.gui.overview.overview_page import OverviewPage
from netmoede_desktop.gui.preparation.preparation import PreparationPage
from netmoede_desktop.gui.preparation.preparation_steps import PreparationStep
from netmoede_desktop.gui.settings.settings_page import SettingsPage
from netmoede_desktop.gui.shell.office_window import OfficeWindow
from netmoede_desktop.services.meeting.conducting import Conducting
from netmoede_desktop.services.meeting.view.build import clock_reading, meeting_view
from netmoede_desktop.services.preparation.edit_plan import MeetingChange
from netmoede_desktop.services.settings.preferences import Preferences
from tests.gui.desks import NOW, OpenOffice, open_office
from tests.gui.every_page.opened_meetings import CROWD
from tests.gui.every_page.staging import Sight, Stage, settle, take_away
from tests.gui.office_stories import PEOPLE, Stories
from tests.gui.preparing import people_page, seating_page, time_page

_TODAY = NOW.replace(tzinfo=None)
MANY = tuple((person.name, person.role, person.relation) for person in CROWD)


@dataclass(slots=True)
class Office:
    """The open office, its window, and what can be told of in it."""

    office: OpenOffice
    stories: Stories
    window: OfficeWindow
    stage: Stage

    def go_to(self, place: Destination) -> None:
        self.window.navigate_to(place)
        self.settle()

    def settle(self) -> None:
        self.office.settle(self.stage.qtbot)
        settle()

    def preparation(self) -> PreparationPage:
        page = self.window.page
        assert isinstance(page, PreparationPage)
        self.stage.qtbot.waitUntil(lambda: not page._chaining.isActive())
        return page

    def open_preparation(self, meeting: str, step: PreparationStep) -> None:
        """Be at a step of another meeting."""
        self.go_to(ToPreparation(meeting))
        self.preparation().go_to(step)
        self.preparation()

    def case_page(self) -> CasePage:
        page = self.window.page
        assert isinstance(page, CasePage)
        return page

    def settings(self) -> SettingsPage:
        page = self.window.page
        assert isinstance(page, SettingsPage)
        return page


Act = Callable[[Office], object]


@contextmanager
def _opened(stage: Stage, act: Act) -> Iterator[QWidget]:
    with open_office(stage.folder, stage.look, stage.t) as office:
        profile = office.context.profile
        window = OfficeWindow(office.context, Preferences(), profile / "keys.toml", ["projector"])
        told = Office(office, Stories(office), window, stage)
        try:
            stage.show(window)
            told.settle()
            act(told)
            told.settle()
            yield window
        finally:
            office.settle(stage.qtbot)
            window.end()
            take_away(window)


def sight(name: str, act: Act) -> Sight:
    def opened(stage: Stage) -> AbstractContextManager[QWidget]:
        return _opened(stage, act)

    return Sight(f"office, {name}", opened)


# -- what is ahead


def _nothing(office: Office) -> None:
    """An app that was opened the first time."""


def _put_aside(office: Office) -> None:
    """A meeting of twenty that goes on behind the overview, with a long name that has the word, and much beside it."""
    _much(office)
    context = office.office.context
    case = office.stories.case("N-2026-021", "Mikkel")
    meeting = office.stories.meeting(case, _TODAY - timedelta(minutes=43), people=MANY)
    conducting = Conducting(context.vault, meeting, context.clock)
    conducting.do(StartMeeting())
    while (view := meeting_view(conducting.history)).speaker is None:
        conducting.do(GoOn())
    reading = clock_reading(conducting.history.state, NOW + timedelta(minutes=13))
    page = office.window.page
    assert isinstance(page, OverviewPage)
    page._ask_going_on = lambda: going_on(meeting, view, reading, RoomSees.CURTAIN, office.stage.t)
    page.enter()
    page.focus_first()


def _held_today(office: Office) -> None:
    """Two meetings were held today, one of them with a long name, and another is ahead."""
    stories = office.stories
    stories.held(stories.case("H-2026-001", "Anne-Margrethe Kirstine Lund-Frederiksen"), _TODAY - timedelta(hours=4))
    stories.held(stories.case("H-2026-002", "Bo"), _TODAY + timedelta(days=12), led=_TODAY - timedelta(hours=2))
    stories.meeting(stories.case(), _TODAY + timedelta(hours=6), people=MANY[:3])
    office.go_to(ToOverview())


def _much(office: Office) -> None:
    """A meeting that runs, one today, many to come, agreements that are due."""
    stories = office.stories
    stories.running(stories.case("R-2026-003", "Ella"), _TODAY - timedelta(hours=1))
    stories.meeting(stories.case(), _TODAY + timedelta(hours=6), people=MANY[:3])
    for number in range(1, 8):
        case = stories.case(f"B-2026-{number:03}", "Anne-Margrethe Kirstine Lund-Frederiksen")
        stories.meeting(case, _TODAY + timedelta(days=number), people=PEOPLE[: number % 3])
    held = stories.case("H-2026-001", "Bo")
    stories.held(
        held,
        _TODAY - timedelta(days=40),
        ("Skriver til mor hver fredag om, hvordan ugen er gået, og om nyt", (_TODAY - timedelta(days=3)).date()),
        ("Ringer til farmor", (_TODAY + timedelta(days=2)).date()),
    )
    office.go_to(ToOverview())


# -- sager


def _agreed(office: Office) -> None:
    """Meetings that are agreed and not planned, among those that are; one of them too late."""
    stories = office.stories
    for number, days in enumerate((-3, 21, 40)):
        case = stories.case(f"M-2026-1{number}", "Alexandra-Maria Christoffersen" if number else "Bo")
        stories.held(case, _TODAY - timedelta(days=30), follow_up=_TODAY + timedelta(days=days))
    stories.meeting(stories.case("M-2026-200", "Ida"), _TODAY + timedelta(days=25))
    office.go_to(ToCases())
    office.go_to(ToOverview())


def _agreed_case(office: Office) -> None:
    case = office.stories.case("M-2026-10", "Bo")
    office.stories.held(case, _TODAY - timedelta(days=30), follow_up=_TODAY + timedelta(days=21))
    office.go_to(ToCase(case, new=True))


def _no_cases(office: Office) -> None:
    office.go_to(ToCases())


def _many_cases(office: Office) -> None:
    for number in range(1, 31):
        office.stories.case(f"M-2026-{number:03}", "Anne-Margrethe Kirstine Lund-Frederiksen" if number % 5 else "Bo")
    office.go_to(ToCases())


def _found_people(office: Office) -> None:
    """Searched for in another spelling: who was found, some of them by the longest names."""
    for number in range(1, 16):
        case = office.stories.case(f"M-2026-{number:03}", "Anne-Margrethe Kirstine Lund-Frederiksen")
        name = "Åse Krog" if number % 3 else "Aase-Margrethe Kirstine Lund-Frederiksen"
        relation = "mormor" if number % 2 else "mor til en ven"
        with office.office.context.vault.transaction() as store:
            store.people.put(case, [Person("a", name, "Åse", Role.PRIVATE, relation=relation)])
    office.go_to(ToCases())
    page = office.window.page
    assert isinstance(page, CasesPage)
    page.search.setText("aase")
    office.settle()


def _new_case(office: Office) -> None:
    office.go_to(ToCases(new=True))


def _wrong_case(office: Office) -> None:
    office.stories.case("M-1", "Ida")
    office.go_to(ToCases(new=True))
    page = office.window.page
    assert isinstance(page, CasesPage)
    page.form.reference.setText("M-1")
    page.form.child.setText("Ida")
    page.form.keep.click()


def _case(office: Office) -> str:
    case = office.stories.case(
        "M-2026-014", "Anne-Margrethe Kirstine Lund-Frederiksen", birth_year=2015, languages=("dansk", "somali")
    )
    office.stories.held(case, _TODAY - timedelta(days=40), ("Ringer", (_TODAY + timedelta(days=2)).date()))
    office.stories.meeting(case, _TODAY + timedelta(days=8), people=MANY)
    return case


def _full_case(office: Office) -> None:
    office.go_to(ToCase(_case(office)))


def _empty_case(office: Office) -> None:
    office.go_to(ToCase(office.stories.case()))


def _changed_case(office: Office) -> None:
    _full_case(office)
    office.case_page().change.click()


def _new_meeting(office: Office) -> None:
    _full_case(office)
    office.case_page().new.click()


def _wrong_meeting(office: Office) -> None:
    _empty_case(office)
    page = office.case_page()
    page.new.click()
    office.settle()
    QTest.keyClicks(page.new_meeting.starts.line, "31/2 kl. 16")
    QTest.keyClick(page.new_meeting.starts.line, Qt.Key.Key_Return)


def _deleted_meeting(office: Office) -> None:
    _full_case(office)
    table = office.case_page().meetings.table
    table.select(table.rows[0].key)
    office.case_page().delete.click()


# -- preparation


def prepared(step: PreparationStep, *, people: tuple[tuple[str, Role, str], ...] = MANY, **more: str) -> Act:
    def act(office: Office) -> None:
        stories = office.stories
        case = stories.case("M-2026-014", "Anne-Margrethe Kirstine Lund-Frederiksen")
        meeting = stories.meeting(case, _TODAY + timedelta(days=8), people=people, **more)
        office.go_to(ToPreparation(meeting))
        office.preparation().go_to(step)
        office.preparation()

    return act


def _one_person(number: int) -> Act:
    def act(office: Office) -> None:
        prepared(PreparationStep.PEOPLE)(office)
        table = people_page(office.preparation()).table
        table.select(table.rows[number].key)
        office.settle()
        office.preparation()

    return act


def _removed(office: Office) -> None:
    _one_person(7)(office)
    table = people_page(office.preparation()).table
    table.removed.emit(table.key)
    office.settle()
    office.preparation()


def _pasted(office: Office) -> None:
    prepared(PreparationStep.PEOPLE, people=MANY[:2])(office)
    page = people_page(office.preparation())
    page.adding.list_asked.emit("Ida Holm, barnet\nLone Holm, mor\n" * 3)


def _known_people(office: Office) -> None:
    case = office.stories.case()
    office.stories.held(case, _TODAY - timedelta(days=40))
    meeting = office.stories.meeting(case, _TODAY + timedelta(days=20), people=())
    office.go_to(ToPreparation(meeting))
    office.preparation().go_to(PreparationStep.PEOPLE)
    office.preparation()


def _seated(office: Office) -> None:
    prepared(PreparationStep.SEATS)(office)
    seating_page(office.preparation())


def _little_time(office: Office) -> None:
    """Twenty people through a tolk; everything that is advised has been done, and all advice is shown."""
    prepared(PreparationStep.TIME)(office)
    page = office.preparation()
    change = MeetingChange(left_out=("d9",), merged=("d6",), planned_minutes=150, interpreter_language="somali")
    page.bridge.change("length", change)
    office.settle()
    step = time_page(page)
    step.advice.buttons[0].click()
    office.settle()
    step.advice.more.click()
    office.preparation()


def _tried(office: Office) -> None:
    """Two more than are on the list."""
    prepared(PreparationStep.TIME)(office)
    speakers = time_page(office.preparation()).speakers
    speakers.more.click()
    speakers.more.click()


def _begun(office: Office) -> None:
    case = office.stories.case()
    meeting = office.stories.running(case, _TODAY - timedelta(hours=1))
    office.go_to(ToPreparation(meeting))
    office.preparation()


def _trouble(office: Office) -> None:
    office.window.show_message("Disken er fuld. Det, der var gemt, er der stadig. Gør plads, og prøv igen.")


def _rehearsal(office: Office) -> None:
    office.go_to(ToRehearsal())


def _guide(office: Office) -> None:
    office.go_to(ToGuide(ToCases()))


OFFICE_SIGHTS = (
    sight("nothing yet", _nothing),
    sight("much ahead", _much),
    sight("a meeting put aside", _put_aside),
    sight("held today", _held_today),
    sight("agreed and not planned", _agreed),
    sight("a sag whose next meeting is agreed", _agreed_case),
    sight("a trouble", _trouble),
    sight("no sager", _no_cases),
    sight("thirty sager", _many_cases),
    sight("people found in another spelling", _found_people),
    sight("a new sag", _new_case),
    sight("a sag there is already", _wrong_case),
    sight("a sag", _full_case),
    sight("an empty sag", _empty_case),
    sight("a sag that is put right", _changed_case),
    sight("a new meeting", _new_meeting),
    sight("a day there is not", _wrong_meeting),
    sight("a meeting that was deleted", _deleted_meeting),
    sight("the purpose", prepared(PreparationStep.PURPOSE)),
    sight("nothing prepared", prepared(PreparationStep.PURPOSE, people=(), purpose="", place="")),
    sight("nobody invited", prepared(PreparationStep.PEOPLE, people=())),
    sight("twenty people", prepared(PreparationStep.PEOPLE)),
    sight("the child among them", _one_person(0)),
    sight("one of them", _one_person(7)),
    sight("somebody taken off the list", _removed),
    sight("a pasted list", _pasted),
    sight("people the sag knows", _known_people),
    sight("the seats", _seated),
    sight("time and place", prepared(PreparationStep.TIME)),
    sight("time for twenty with a tolk, rounds merged and left out", _little_time),
    sight("time for a number that is tried", _tried),
    sight("a meeting that has begun", _begun),
    sight("the øvemøde", _rehearsal),
    sight("the guide", _guide),
)
