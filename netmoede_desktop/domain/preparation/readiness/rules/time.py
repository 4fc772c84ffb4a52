"""The time: the method's own limit, turns long enough to say something, an hour people can come at, and our own."""

from bisect import bisect_left
from collections.abc import Callable
from datetime import timedelta

from netmoede_desktop.domain.meeting.plan import MeetingPlan
from netmoede_desktop.domain.methods.time_plan import crowded_rounds, share_per_person, spread
from netmoede_desktop.domain.preparation.readiness.findings import (
    in_place,
    missing,
    not_applicable,
    not_looked_at,
    overridden,
)
from netmoede_desktop.domain.preparation.readiness.rule import Rule
from netmoede_desktop.domain.preparation.readiness.rule_input import RuleInput
from netmoede_desktop.domain.preparation.readiness.verdict import Finding, Place, Step

#: The preparation of a meeting is reckoned at five hours (R065).
PREPARATION_MINUTES = 5 * 60

#: Hours of a working day, and those outside which nobody is asked to come without a word about it.
WORK_STARTS, WORK_ENDS, DAY_STARTS, DAY_ENDS = 8, 16, 7, 21

#: Longer meetings are looked for in steps of a quarter, and no further where the method has no limit of its own.
QUARTER, LONGEST_TO_ASK = 15, 4 * 60

_SATURDAY = 5


def _within_limit(it: RuleInput) -> Finding:
    limit = it.plan.method.hard_limit(interpreter=it.plan.interpreter)
    if limit is None:
        return not_applicable()
    minutes = it.plan.planned_minutes
    if minutes <= limit:
        return in_place(minutes=minutes, limit=limit)
    reason = it.plan.over_reason.strip()
    return overridden(reason, minutes=minutes, limit=limit) if reason else missing(minutes=minutes, limit=limit)


def _turns_long_enough(it: RuleInput) -> Finding:
    plan = it.plan
    speakers = {part.id: len(plan.order_if_all_come(part)) for part in plan.method.parts if part.has_turns}
    planned = spread(plan.method, plan.planned_minutes, interpreter=plan.interpreter)
    each = {part: int(share_per_person(planned[part], count)) for part, count in speakers.items() if count}
    if not each:
        return not_applicable()
    crowded = crowded_rounds(planned, speakers)
    if not crowded:
        return in_place(seconds=min(each.values()))
    minutes = _long_enough(plan, speakers)
    titles = tuple(plan.method.part(part).title for part in crowded)
    return missing(
        "longer" if minutes else "", parts=titles, seconds=min(each[part] for part in crowded), minutes=minutes
    )


def _long_enough(plan: MeetingPlan, speakers: dict[str, int]) -> int:
    """The least length, in quarters of an hour, at which no round is crowded; 0 where no allowed one is."""
    limit = plan.method.hard_limit(interpreter=plan.interpreter) or LONGEST_TO_ASK
    lengths = range(plan.planned_minutes - plan.planned_minutes % QUARTER + QUARTER, limit + 1, QUARTER)

    def enough(minutes: int) -> bool:
        return not crowded_rounds(spread(plan.method, minutes, interpreter=plan.interpreter), speakers)

    place = bisect_left(lengths, True, key=enough)
    return lengths[place] if place < len(lengths) else 0


def _hour_fits(it: RuleInput) -> Finding:
    starts = it.plan.starts
    if it.holiday:
        return missing("holiday", holiday=it.holiday, on=it.day)
    if starts.weekday() >= _SATURDAY:
        return missing("weekend", on=it.day)
    if starts.hour < DAY_STARTS or it.ends_after >= timedelta(hours=DAY_ENDS):
        return missing("night", at=starts)
    working = starts.hour >= WORK_STARTS and it.ends_after <= timedelta(hours=WORK_ENDS)
    return in_place(code="" if working else "outside", at=starts)


def _still_ahead(it: RuleInput) -> Finding:
    starts = it.plan.starts
    return missing(at=starts) if starts < it.now else in_place(at=starts)


def _time_spent(it: RuleInput) -> Finding:
    minutes = it.meeting.minutes_spent
    if minutes is None:
        return not_looked_at()
    return missing(minutes=minutes) if minutes > PREPARATION_MINUTES else in_place(minutes=minutes)


_WHEN = {"plan.starts", "plan.planned_minutes"}
_INTERPRETED = {"plan.method", "plan.planned_minutes", "plan.people", "plan.interpreter_language"}


def _rule(rule_id: str, requirements: str, reads: set[str], field: str, check: Callable[[RuleInput], Finding]) -> Rule:
    return Rule(rule_id, tuple(requirements.split()), frozenset(reads), Place(Step.TIME, field), check)


RULES = (
    _rule("within-limit", "R076 R092 R093", _INTERPRETED | {"plan.over_reason"}, "over_reason", _within_limit),
    _rule(
        "turns-long-enough",
        "R028 R095",
        _INTERPRETED | {"plan.newcomers", "plan.by_seating"},
        "length",
        _turns_long_enough,
    ),
    _rule("hour-fits", "R085", _WHEN | {"holiday"}, "starts", _hour_fits),
    _rule("still-ahead", "R063", {"plan.starts", "now"}, "starts", _still_ahead),
    _rule("time-spent", "R065", {"meeting.minutes_spent"}, "minutes_spent", _time_spent),
)
