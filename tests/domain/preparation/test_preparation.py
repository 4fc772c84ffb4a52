"""What is worth noticing about a planned meeting, and how long everyone has."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from netmoede_desktop.domain.meeting.plan import CarriedAgreement, MeetingPlan
from netmoede_desktop.domain.methods.method import Limits
from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.domain.preparation.preparation import PlanCode, PlanRemark, plan_remarks, turn_seconds
from tests.domain.meeting.script import FAMILY, STARTS, plan

BEFORE = STARTS - timedelta(days=3)


def ready(**changes: Any) -> MeetingPlan:
    return replace(plan(), place="Biblioteket", purpose="Ro i hverdagen", **changes)


def codes(of: MeetingPlan) -> list[PlanCode]:
    return [remark.code for remark in plan_remarks(of, BEFORE)]


def without(*roles: Role) -> tuple[Person, ...]:
    return tuple(person for person in FAMILY if person.role not in roles)


def test_a_meeting_that_is_ready_has_no_remarks() -> None:
    assert plan_remarks(ready(), BEFORE) == ()


@pytest.mark.parametrize(
    ("people", "found"),
    [
        (without(Role.LEADER), [PlanCode.NO_LEADER]),
        (without(Role.CHILD), [PlanCode.NO_CHILD]),
        (without(Role.PARENT, Role.PRIVATE), [PlanCode.NO_FAMILY]),
        ((), [PlanCode.NO_LEADER, PlanCode.NO_CHILD, PlanCode.NOBODY_TO_HEAR]),
        ((FAMILY[0], FAMILY[-1]), [PlanCode.NOBODY_TO_HEAR]),
        (tuple(replace(person, through_interpreter=True) for person in FAMILY), [PlanCode.NO_INTERPRETER]),
    ],
)
def test_who_is_missing(people: tuple[Person, ...], found: list[PlanCode]) -> None:
    assert codes(ready(people=people)) == found


def test_what_is_missing_besides_people() -> None:
    assert codes(replace(ready(), purpose="", place="")) == [PlanCode.NO_PURPOSE, PlanCode.NO_PLACE]
    assert codes(replace(ready(), starts=BEFORE - timedelta(minutes=1))) == [PlanCode.STARTS_IN_PAST]
    tolk = Person("tolk", "Amina Yusuf", "Amina", Role.INTERPRETER)
    assert codes(replace(ready(), interpreter_language="somali")) == [PlanCode.NO_INTERPRETER]
    assert codes(replace(ready(), people=(*FAMILY, tolk))) == []


def test_a_length_over_the_methods_limit_is_told_with_the_limit() -> None:
    method = replace(ready().method, limits=Limits(60, 90))
    assert plan_remarks(replace(ready(), method=method), BEFORE) == (PlanRemark(PlanCode.OVER_HARD_LIMIT, minutes=60),)


def test_rounds_with_too_many_people_are_told_with_the_time_each_has() -> None:
    aunts = tuple(replace(FAMILY[3], id=f"tante-{number}", seat=10 + number) for number in range(8))
    crowd = ready(people=(*FAMILY, *aunts))
    [remark] = plan_remarks(crowd, BEFORE)
    assert (remark.code, remark.parts) == (PlanCode.CROWDED, ("Veje", "Slutrunde"))
    seconds = turn_seconds(crowd)
    assert remark.seconds == min(seconds["veje"], seconds["slutrunde"]) < 45 <= seconds["åbning"]
    if remark.minutes:
        enough = turn_seconds(replace(crowd, planned_minutes=remark.minutes))
        assert remark.minutes % 15 == 0 and min(enough.values()) >= 45
        assert min(turn_seconds(replace(crowd, planned_minutes=remark.minutes - 15)).values()) < 45


def test_a_round_nobody_speaks_in_has_no_turns() -> None:
    assert "forældre" in turn_seconds(ready())
    assert "forældre" not in turn_seconds(ready(people=without(Role.PARENT)))
    assert set(turn_seconds(ready())) == {"åbning", "forældre", "veje", "slutrunde"}


def test_agreements_of_last_time_without_their_owner_are_counted() -> None:
    carried = (CarriedAgreement(1, "Henter", "lone"), CarriedAgreement(2, "Ringer", None))
    assert plan_remarks(ready(carried=carried), BEFORE) == (PlanRemark(PlanCode.OWNER_NOT_INVITED, count=1),)
    begun = tuple(replace(agreement, started=True) for agreement in carried)
    assert plan_remarks(ready(carried=begun), BEFORE) == (PlanRemark(PlanCode.MEASURE_WITHOUT_OWNER, count=1),)


def test_those_who_stand_in_no_order_of_the_method_are_named() -> None:
    orders = {group.code.value for part in plan().method.parts for group in part.order}
    assert "PRIV" in orders
    parts = tuple(
        replace(part, order=tuple(group for group in part.order if group.code.value != "PRIV"))
        for part in plan().method.parts
    )
    of = ready(method=replace(plan().method, parts=parts))
    assert plan_remarks(of, BEFORE) == (PlanRemark(PlanCode.NOT_IN_ANY_ORDER, people=("Kirsten",)),)
    assert of.order_if_all_come(parts[1])[-1] == "kirsten"
