"""The remarks about a planned meeting: who and what is missing, and whether there is time for everyone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from netmoede_desktop.domain.meeting.plan import MeetingPlan
from netmoede_desktop.domain.methods.speaking_order import in_no_order
from netmoede_desktop.domain.people.people import Network, Role, display_names
from netmoede_desktop.domain.preparation.feasibility import Frame, TurnVerdict, long_enough, round_times


class PlanCode(StrEnum):
    """The remarks about a plan, in the order they are shown."""

    NO_LEADER = "no_leader"
    NO_CHILD = "no_child"
    NOBODY_TO_HEAR = "nobody_to_hear"
    NO_FAMILY = "no_family"
    NO_INTERPRETER = "no_interpreter"
    NOT_IN_ANY_ORDER = "not_in_any_order"
    NO_PURPOSE = "no_purpose"
    NO_PLACE = "no_place"
    STARTS_IN_PAST = "starts_in_past"
    OVER_HARD_LIMIT = "over_hard_limit"
    CROWDED = "crowded"
    OWNER_NOT_INVITED = "owner_not_invited"
    MEASURE_WITHOUT_OWNER = "measure_without_owner"


@dataclass(frozen=True, slots=True)
class PlanRemark:
    """A remark; `minutes` is the method's limit, `seconds` the shortest turn, `parts` the titles of crowded rounds.

    With crowded rounds `minutes` is the length at which there is time for everybody, 0 where there is none. `count` is
    how many agreements of last time or measures under way are without owner, `people` the names of those in no order.
    """

    code: PlanCode
    minutes: int = 0
    seconds: int = 0
    parts: tuple[str, ...] = ()
    count: int = 0
    people: tuple[str, ...] = ()


def plan_remarks(plan: MeetingPlan, now: datetime) -> tuple[PlanRemark, ...]:
    """Return the remarks about the plan; none of them blocks the meeting. `now` is aware."""
    return (*_about_people(plan), *_about_frame(plan, now), *_about_time(plan))


def turn_seconds(plan: MeetingPlan) -> Mapping[str, int]:
    """Return how many seconds a turn has in each part with turns that somebody speaks in, if everyone comes."""
    return {one.part: one.seconds_each for one in round_times(Frame.of_plan(plan))}


def _about_people(plan: MeetingPlan) -> Iterator[PlanRemark]:
    roles = {person.role for person in plan.people}
    if Role.LEADER not in roles:
        yield PlanRemark(PlanCode.NO_LEADER)
    if Role.CHILD not in roles:
        yield PlanRemark(PlanCode.NO_CHILD)
    heard = [person for person in plan.people if person.has_turn and person.role is not Role.CHILD]
    if not heard:
        yield PlanRemark(PlanCode.NOBODY_TO_HEAR)
    elif not any(person.network is Network.PRIVATE for person in heard):
        yield PlanRemark(PlanCode.NO_FAMILY)
    if plan.interpreter and Role.INTERPRETER not in roles:
        yield PlanRemark(PlanCode.NO_INTERPRETER)
    left_out = in_no_order(plan.method.orders, plan.people)
    if left_out:
        names = display_names(plan.people)
        yield PlanRemark(PlanCode.NOT_IN_ANY_ORDER, people=tuple(names[person] for person in left_out))


def _about_frame(plan: MeetingPlan, now: datetime) -> Iterator[PlanRemark]:
    if not plan.purpose:
        yield PlanRemark(PlanCode.NO_PURPOSE)
    if not plan.place:
        yield PlanRemark(PlanCode.NO_PLACE)
    if plan.starts < now:
        yield PlanRemark(PlanCode.STARTS_IN_PAST)


def _about_time(plan: MeetingPlan) -> Iterator[PlanRemark]:
    limit = plan.method.hard_limit(interpreter=plan.interpreter)
    if limit is not None and plan.over_hard_limit:
        yield PlanRemark(PlanCode.OVER_HARD_LIMIT, minutes=limit)
    frame = Frame.of_plan(plan)
    crowded = [one for one in round_times(frame) if one.verdict is TurnVerdict.TOO_SHORT]
    if crowded:
        titles = tuple(one.title for one in crowded)
        shortest = min(one.seconds_each for one in crowded)
        yield PlanRemark(PlanCode.CROWDED, minutes=long_enough(frame), seconds=shortest, parts=titles)
    alone = [agreement.started for agreement in plan.carried if agreement.owner is None]
    counts = {PlanCode.OWNER_NOT_INVITED: alone.count(False), PlanCode.MEASURE_WITHOUT_OWNER: alone.count(True)}
    for code, count in counts.items():
        if count:
            yield PlanRemark(code, count=count)
