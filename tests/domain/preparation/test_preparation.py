"""How long everybody has in a planned meeting, and what length would be enough."""

from dataclasses import replace
from typing import Any

from netmoede_desktop.domain.meeting.plan import MeetingPlan
from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.domain.preparation.preparation import long_enough, turn_seconds
from tests.domain.meeting.script import FAMILY, plan


def ready(**changes: Any) -> MeetingPlan:
    return replace(plan(), place="Biblioteket", purpose="Ro i hverdagen", **changes)


def without(*roles: Role) -> tuple[Person, ...]:
    return tuple(person for person in FAMILY if person.role not in roles)


def test_in_a_length_that_is_long_enough_nobody_is_short_of_time_and_in_a_quarter_less_somebody_is() -> None:
    aunts = tuple(replace(FAMILY[3], id=f"tante-{number}", seat=10 + number) for number in range(8))
    crowd = ready(people=(*FAMILY, *aunts))
    seconds = turn_seconds(crowd)
    assert min(seconds["veje"], seconds["slutrunde"]) < 45 <= seconds["åbning"]
    minutes = long_enough(crowd)
    assert minutes % 15 == 0
    if minutes:
        assert min(turn_seconds(replace(crowd, planned_minutes=minutes)).values()) >= 45
        assert min(turn_seconds(replace(crowd, planned_minutes=minutes - 15)).values()) < 45


def test_a_round_nobody_speaks_in_has_no_turns() -> None:
    assert "forældre" in turn_seconds(ready())
    assert "forældre" not in turn_seconds(ready(people=without(Role.PARENT)))
    assert set(turn_seconds(ready())) == {"åbning", "forældre", "veje", "slutrunde"}
