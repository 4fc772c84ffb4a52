"""How long everybody has in a planned meeting."""

from dataclasses import replace

from netmoede_desktop.domain.people.people import Role
from netmoede_desktop.domain.preparation.preparation import turn_seconds
from tests.domain.meeting.script import FAMILY, plan


def test_the_more_people_the_less_time_each_has() -> None:
    aunts = tuple(replace(FAMILY[3], id=f"tante-{number}", seat=10 + number) for number in range(8))
    few, many = turn_seconds(plan()), turn_seconds(replace(plan(), people=(*FAMILY, *aunts)))
    assert many["veje"] < 45 <= few["veje"]


def test_a_round_nobody_speaks_in_has_no_turns() -> None:
    without = tuple(person for person in FAMILY if person.role is not Role.PARENT)
    assert set(turn_seconds(plan())) == {"åbning", "forældre", "veje", "slutrunde"}
    assert "forældre" not in turn_seconds(replace(plan(), people=without))
