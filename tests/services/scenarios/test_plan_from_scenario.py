"""From a scenario to a prepared meeting: ids of its own, time, series, and what the vault then holds."""

import itertools
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from netmoede_desktop.domain.meeting.plan import MeetingPlan
from netmoede_desktop.domain.people.people import ChildPlace, PlaceKind
from netmoede_desktop.services.meeting.meeting_journal import read_plan, write_plan
from netmoede_desktop.services.scenarios.plan_from_scenario import RehearsedPlan, Series, prepare, save, series_of
from netmoede_desktop.storage.values import MeetingStatus
from netmoede_desktop.storage.vault import Vault
from tests.services.stories import FAMILY, STARTS, Step, methods, read
from tests.storage.vaults import START


def prepared(folder: Path, series: Series | None = None, **keys: Any) -> RehearsedPlan:
    numbers = itertools.count(1)
    scenario = read(folder, **keys)
    method = methods()[scenario.meeting.method]
    return prepare(scenario, method, lambda: f"id-{next(numbers)}", series or Series())


def kept(vault: Vault, folder: Path, **keys: Any) -> tuple[str, MeetingPlan]:
    scenario = read(folder, **keys)
    series = series_of(vault, scenario.case.reference)
    plan = prepare(scenario, methods()[scenario.meeting.method], vault.new_id, series).plan
    return save(vault, scenario, plan, START), plan


def test_people_get_ids_of_their_own_and_what_points_to_them_follows(tmp_path: Path) -> None:
    people: tuple[Step, ...] = (
        {"id": "a", "name": "Ida Holst", "role": "barn", "place": "efter:b"},
        {"id": "b", "name": "Åse Holst", "role": "forælder"},
        {"id": "c", "name": "Ulla Ven", "role": "privat", "supports": "b"},
    )
    agreements = ({"text": "Gammel", "owner": "c", "by": date(2026, 9, 1)},)
    ready = prepared(tmp_path, people=people, agreements=agreements, method="din-o")

    assert ready.ids == {"a": "id-1", "b": "id-2", "c": "id-3"}
    child, _, friend = ready.plan.people
    assert child.place == ChildPlace(PlaceKind.AFTER, "id-2")
    assert friend.supports == "id-2"
    [carried] = ready.plan.carried
    assert (carried.number, carried.owner, carried.due) == (1, "id-3", date(2026, 9, 1))


@pytest.mark.parametrize(
    ("meeting", "minutes"),
    [({}, 120), ({"planned_minutes": 95}, 95), ({"interpreter": "somali"}, 180), ({"method": "um"}, 60)],
)
def test_the_length_is_the_files_or_the_methods_target(tmp_path: Path, meeting: dict[str, Any], minutes: int) -> None:
    assert prepared(tmp_path, **meeting).plan.planned_minutes == minutes


def test_the_start_is_local_time(tmp_path: Path) -> None:
    starts = prepared(tmp_path).plan.starts
    assert starts.utcoffset() is not None
    assert starts.replace(tzinfo=None) == datetime(2026, 11, 23, 16, 0)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("series", "method", "number"),
    [(Series(), "din-1", 1), (Series(), "din-o", 2), (Series(held=1), "din-o", 2), (Series(held=4), "din-o", 5)],
)
def test_the_number_in_the_series(tmp_path: Path, series: Series, method: str, number: int) -> None:
    assert prepared(tmp_path, series, method=method).plan.number_in_series == number


def test_newcomers_are_known_only_where_an_earlier_meeting_is(tmp_path: Path) -> None:
    assert prepared(tmp_path).plan.newcomers is None
    known = frozenset(str(one["name"]) for one in FAMILY if one["id"] not in ("farmor", "sag"))
    ready = prepared(tmp_path, Series(held=1, names=known))
    assert ready.plan.newcomers == (ready.ids["farmor"], ready.ids["sag"])


def test_the_plan_comes_back_as_it_was(tmp_path: Path) -> None:
    plan = prepared(tmp_path, place="Biblioteket", purpose="Ro\ni hverdagen", interpreter="tigrinya").plan
    assert read_plan(write_plan(plan)) == plan


def test_a_saved_meeting_is_in_its_sag(vault: Vault, tmp_path: Path) -> None:
    case = {"birth_year": 2015, "languages": ["dansk", "somali"]}
    meeting_id, plan = kept(vault, tmp_path, case=case, place="Biblioteket")

    with vault.transaction() as store:
        meeting = store.meetings.get(meeting_id)
        assert meeting is not None
        [stored] = store.cases.all()
        people = store.people.of_case(stored.id)
    assert (stored.reference, stored.child, stored.birth_year) == ("M-1", "Ida", 2015)
    assert stored.languages == ("dansk", "somali")
    assert (meeting.case_id, meeting.state, meeting.method_id) == (stored.id, MeetingStatus.PLANNED, "din-1")
    assert read_plan(meeting.plan) == plan
    assert {person.id for person in people} == {person.id for person in plan.people}


def test_the_same_reference_is_the_same_sag_and_a_series(vault: Vault, tmp_path: Path) -> None:
    assert series_of(vault, "M-1") == Series()
    kept(vault, tmp_path)
    assert series_of(vault, "M-1") == Series(1, frozenset(str(one["name"]) for one in FAMILY), STARTS.date())
    assert series_of(vault, "M-2") == Series()

    stranger: Step = {"id": "ny", "name": "Ny Nabo", "role": "privat"}
    _, plan = kept(vault, tmp_path, method="din-o", people=(*FAMILY, stranger))
    assert plan.number_in_series == 2
    assert plan.newcomers == (plan.people[-1].id,)
    with vault.transaction() as store:
        assert len(store.cases.all()) == 1
