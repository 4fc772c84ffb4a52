"""The window of the office: the overview, the sager, the steps of a preparation, the settings."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt

from installer.pictures.camera import LAPTOP, Camera
from installer.pictures.hands import presses, types
from installer.pictures.world import MORNING, SHOWN_PROFILE, World, hold, open_world, plan_scenario, play_until
from netmoede_desktop.domain.meeting.commands import GoOn
from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.gui.desk.office_page import (
    ToCase,
    ToCases,
    ToGuide,
    ToOverview,
    ToPreparation,
    ToRehearsal,
    ToSettings,
)
from netmoede_desktop.gui.overview.going_on import GoingOn, RoomSees, going_on, nothing_goes_on
from netmoede_desktop.gui.preparation.people.people_page import PeoplePage
from netmoede_desktop.gui.preparation.preparation import PreparationPage
from netmoede_desktop.gui.preparation.preparation_steps import PreparationStep
from netmoede_desktop.gui.shell.office_window import OfficeWindow
from netmoede_desktop.gui.theme.themes import ThemeName
from netmoede_desktop.services.cases.cases import CaseDetails, make_case
from netmoede_desktop.services.meeting.conducting import Conducting
from netmoede_desktop.services.meeting.view.build import clock_reading, meeting_view
from netmoede_desktop.services.preparation.edit_people import save_person
from netmoede_desktop.services.preparation.edit_plan import NewMeeting, plan_meeting
from netmoede_desktop.services.settings.acute_number import save_acute_number
from netmoede_desktop.services.settings.preferences import Preferences, ThemeChoice

Kind = TypeVar("Kind")

FIRST_NAMES = ("overblik-tomt", "vejledning", "oevemoede")
NAMES = (
    "overblik",
    "sager",
    "sag",
    "formaal",
    "deltagere",
    "bordplan",
    "tid-og-sted",
    "indstillinger",
    "overblik-moerkt",
    "fortsaet-moedet",
)

#: When a meeting was held whose referat still waits.
_HELD = datetime.combine(date(2026, 11, 9), time(15))

#: In the middle of a round, and the seconds somebody has had the word.
_AMID_ROUND, _IN_THE_TURN = 26, 48

#: For sager that are only there to be looked at from afar.
_FEW = (
    ("Tine Dam", Role.PARENT, "mor"),
    ("Ove Dam", Role.PRIVATE, "morfar"),
    ("Hanne Bak", Role.PROFESSIONAL, "klasselærer"),
    ("Maja Lind", Role.LEADER, "mødeleder"),
)


@dataclass(frozen=True, slots=True)
class _Ids:
    """The sag and the meeting the pictures look at."""

    case: str
    meeting: str


def shoot_first(camera: Camera) -> None:
    """Take the overview of an empty vault, the guide, and the page of the øvemøde."""
    with open_world() as world:
        window = _window(camera, world)
        camera.take(window, "overblik-tomt")
        for place, name in ((ToGuide(ToOverview()), "vejledning"), (ToRehearsal(), "oevemoede")):
            window.navigate_to(place)
            _rest(camera, world)
            camera.take(window, name)
        camera.end(window)


def shoot(camera: Camera) -> None:
    """Take the pictures of the office on a day with a meeting."""
    with open_world() as world:
        ids = _fill(world)
        window = _window(camera, world)
        camera.take(window, "overblik")
        window.navigate_to(ToCases())
        _rest(camera, world)
        camera.take(window, "sager")
        window.navigate_to(ToCase(ids.case))
        _rest(camera, world)
        camera.take(window, "sag")
        _prepare(camera, world, window, ids)
        window.navigate_to(ToSettings())
        _rest(camera, world)
        camera.take(window, "indstillinger")
        camera.end(window)
        dark = _window(camera, world, ThemeName.DARK)
        camera.take(dark, "overblik-moerkt")
        camera.end(dark)
    _shoot_put_aside(camera)


def _shoot_put_aside(camera: Camera) -> None:
    """Take the overview while a meeting goes on behind it."""
    with open_world() as world:
        meeting = _fill(world, played=_AMID_ROUND).meeting
        leading = Conducting(world.vault, meeting, world.clock)
        leading.do(GoOn())
        world.clock.forward(_IN_THE_TURN)
        view, reading = meeting_view(leading.history), clock_reading(leading.history.state, world.clock.now())
        window = _window(camera, world, goes_on=lambda: going_on(meeting, view, reading, RoomSees.CURTAIN, world.t))
        camera.take(window, "fortsaet-moedet")
        camera.end(window)


def _window(
    camera: Camera,
    world: World,
    theme: ThemeName = ThemeName.LIGHT,
    goes_on: Callable[[], GoingOn | None] = nothing_goes_on,
) -> OfficeWindow:
    preferences = Preferences(theme=ThemeChoice(theme.value))
    keys: Path = SHOWN_PROFILE / "keys.toml"
    window = OfficeWindow(world.context(camera.dressed(theme)), preferences, keys, ("projektor",), going_on=goes_on)
    window.resize(*LAPTOP)
    window.show()
    window.activateWindow()
    camera.until(window.isActiveWindow)
    window.navigate_to(ToOverview())
    _rest(camera, world)
    return window


def _rest(camera: Camera, world: World) -> None:
    """Wait until what was asked for is shown."""
    camera.settle()
    world.lane.finish()
    camera.settle()


def _prepare(camera: Camera, world: World, window: OfficeWindow, ids: _Ids) -> None:
    window.navigate_to(ToPreparation(ids.meeting))
    _rest(camera, world)
    page = _is_a(PreparationPage, window.page)
    camera.take(window, "formaal")
    page.go_to(PreparationStep.PEOPLE)
    _rest(camera, world)
    people = _is_a(PeoplePage, page.page_of(PreparationStep.PEOPLE))
    people.table.select(people.table.rows[3].key)
    people.adding.name.setFocus(Qt.FocusReason.OtherFocusReason)
    types("Amina Yusuf")
    presses(Qt.Key.Key_Tab)
    types("nabo")
    _rest(camera, world)
    camera.take(window, "deltagere")
    people.adding.clear()
    page.go_to(PreparationStep.SEATS)
    _rest(camera, world)
    camera.take(window, "bordplan")
    page.go_to(PreparationStep.TIME)
    _rest(camera, world)
    camera.take(window, "tid-og-sted")


def _fill(world: World, played: int | None = None) -> _Ids:
    """A day in November: a meeting this afternoon, others to come, agreements that are due, a referat that waits.

    With `played` it is that afternoon, and the meeting has been led through so many steps.
    """
    world.clock.at = _HELD.astimezone()
    held = _case(world, "S-2026-003", "Amal")
    first = _plan(world, held, _HELD)
    agreed = (
        ("Tine skriver de gode ting ned om aftenen", date(2026, 11, 20)),
        ("Tine ringer til klubben om en fast dag", date(2026, 11, 26)),
    )
    hold(world, first, agreed)
    world.clock.at = MORNING.astimezone()
    _plan(world, held, _at(11, 25, 17, 0), "din-o")
    _plan(world, _case(world, "A-2026-009", "Freja"), _at(12, 3, 14, 30))
    _plan(world, _case(world, "N-2026-021", "Elias"), _at(12, 7, 15, 0), "hlb-1")
    if played is None:
        meeting = plan_scenario(world, "demo")
        world.clock.at = MORNING.astimezone()
    else:
        meeting = play_until(world, "demo", played)
    save_acute_number(world.vault, "35 55 00 00")
    world.vault.backup()
    with world.vault.transaction() as store:
        case = next(iter(store.cases.with_reference("M-2026-014"))).id
    return _Ids(case, meeting)


def _case(world: World, reference: str, child: str) -> str:
    return make_case(world.vault, CaseDetails(reference, child), world.clock.now())


def _plan(world: World, case: str, starts: datetime, method: str = "din-1") -> str:
    now, vault = world.clock.now(), world.vault
    wanted = NewMeeting(method, starts, place="Kulturhuset, lokale 4", purpose="En rolig hverdag")
    meeting = plan_meeting(vault, world.methods, case, wanted, now)
    for name, role, relation in _FEW:
        save_person(vault, meeting, Person(vault.new_id(), name, "", role, relation), now)
    return meeting


def _at(month: int, day: int, hour: int, minute: int) -> datetime:
    """A wall time of the year the pictures are from."""
    return datetime.combine(date(2026, month, day), time(hour, minute))


def _is_a(kind: type[Kind], page: object) -> Kind:
    """The page that must be there. Raises TypeError where it is another."""
    if not isinstance(page, kind):
        raise TypeError(f"{page} is no {kind.__name__}")
    return page
