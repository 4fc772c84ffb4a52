"""The remarks about a planned meeting: who and what is missing, and whether there is time for everyone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from netmoede_desktop.domain.meeting.plan import MeetingPlan
from netmoede_desktop.domain.methods.speaking_order import in_no_order
from netmoede_desktop.domain.methods.time_plan import crowded_rounds, share_per_person, spread
from netmoede_desktop.domain.people.people import Network, Role, display_names

LEAST_MINUTES = 10
MOST_MINUTES = 12 * 60

_QUARTER = 15
#: No longer meeting is suggested where the method has no limit of its own.
_LONGEST_TO_ASK = 4 * 60


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
    planned = spread(plan.method, plan.planned_minutes, interpreter=plan.interpreter)
    return {key: int(share_per_person(planned[key], count)) for key, count in speakers(plan).items() if count}


def speakers(plan: MeetingPlan) -> dict[str, int]:
    """Return how many speak in each part with turns, if everyone comes."""
    return {part.id: len(plan.order_if_all_come(part)) for part in plan.method.parts if part.has_turns}


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
    planned = spread(plan.method, plan.planned_minutes, interpreter=plan.interpreter)
    crowded = crowded_rounds(planned, speakers(plan))
    if crowded:
        seconds = turn_seconds(plan)
        titles = tuple(plan.method.part(part).title for part in crowded)
        shortest = min(seconds[part] for part in crowded)
        yield PlanRemark(PlanCode.CROWDED, minutes=long_enough(plan), seconds=shortest, parts=titles)
    alone = [agreement.started for agreement in plan.carried if agreement.owner is None]
    counts = {PlanCode.OWNER_NOT_INVITED: alone.count(False), PlanCode.MEASURE_WITHOUT_OWNER: alone.count(True)}
    for code, count in counts.items():
        if count:
            yield PlanRemark(code, count=count)


def long_enough(plan: MeetingPlan) -> int:
    """Return the least length, in quarters of an hour, at which no round is crowded; 0 where no allowed one is."""
    count = speakers(plan)
    limit = plan.method.hard_limit(interpreter=plan.interpreter) or _LONGEST_TO_ASK
    first = plan.planned_minutes - plan.planned_minutes % _QUARTER + _QUARTER
    for minutes in range(first, limit + 1, _QUARTER):
        if not crowded_rounds(spread(plan.method, minutes, interpreter=plan.interpreter), count):
            return minutes
    return 0
