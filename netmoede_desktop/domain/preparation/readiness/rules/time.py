"""The time: the method's own limit, turns long enough to say something, an hour people can come at, and our own."""

from collections.abc import Callable
from datetime import timedelta

from netmoede_desktop.domain.preparation.feasibility import TimeFrame, TurnVerdict, long_enough, round_times
from netmoede_desktop.domain.preparation.readiness.findings import (
    in_place,
    missing,
    not_applicable,
    not_looked_at,
    overridden,
)
from netmoede_desktop.domain.preparation.readiness.rule import Rule
from netmoede_desktop.domain.preparation.readiness.rule_input import RuleInput
from netmoede_desktop.domain.preparation.readiness.verdict import PageField, RuleFinding, Step

#: The preparation of a meeting is reckoned at five hours (R065).
PREPARATION_MINUTES = 5 * 60

#: Hours of a working day, and those outside which nobody is asked to come without a word about it.
WORK_STARTS, WORK_ENDS, DAY_STARTS, DAY_ENDS = 8, 16, 7, 21

_SATURDAY = 5


def _within_limit(it: RuleInput) -> RuleFinding:
    limit = it.plan.method.hard_limit(interpreter=it.plan.interpreter)
    if limit is None:
        return not_applicable()
    minutes = it.plan.planned_minutes
    if minutes <= limit:
        return in_place(minutes=minutes, limit=limit)
    reason = it.plan.over_reason.strip()
    return overridden(reason, minutes=minutes, limit=limit) if reason else missing(minutes=minutes, limit=limit)


def _turns_long_enough(it: RuleInput) -> RuleFinding:
    frame = TimeFrame.of_plan(it.plan)
    rounds = round_times(frame)
    if not rounds:
        return not_applicable()
    crowded = [one for one in rounds if one.verdict is TurnVerdict.TOO_SHORT]
    if not crowded:
        return in_place(seconds=min(one.seconds_each for one in rounds))
    minutes = long_enough(frame)
    return missing(
        "longer" if minutes else "",
        parts=tuple(one.title for one in crowded),
        seconds=min(one.seconds_each for one in crowded),
        minutes=minutes,
    )


def _hour_fits(it: RuleInput) -> RuleFinding:
    starts = it.plan.starts
    if it.holiday:
        return missing("holiday", holiday=it.holiday, on=it.day)
    if starts.weekday() >= _SATURDAY:
        return missing("weekend", on=it.day)
    if starts.hour < DAY_STARTS or it.ends_after >= timedelta(hours=DAY_ENDS):
        return missing("night", at=starts)
    working = starts.hour >= WORK_STARTS and it.ends_after <= timedelta(hours=WORK_ENDS)
    return in_place(code="" if working else "outside", at=starts)


def _still_ahead(it: RuleInput) -> RuleFinding:
    starts = it.plan.starts
    return missing(at=starts) if starts < it.now else in_place(at=starts)


def _time_spent(it: RuleInput) -> RuleFinding:
    minutes = it.meeting.minutes_spent
    if minutes is None:
        return not_looked_at()
    return missing(minutes=minutes) if minutes > PREPARATION_MINUTES else in_place(minutes=minutes)


_WHEN = {"plan.starts", "plan.planned_minutes"}
_INTERPRETED = {"plan.method", "plan.planned_minutes", "plan.people", "plan.interpreter_language"}


def _rule(
    rule_id: str, requirements: str, reads: set[str], field: str, check: Callable[[RuleInput], RuleFinding]
) -> Rule:
    return Rule(rule_id, tuple(requirements.split()), frozenset(reads), PageField(Step.TIME, field), check)


RULES = (
    _rule("within-limit", "R076 R092 R093", _INTERPRETED | {"plan.over_reason"}, "over_reason", _within_limit),
    _rule(
        "turns-long-enough",
        "R028 R095",
        _INTERPRETED | {"plan.newcomers", "plan.by_seating", "plan.fitting"},
        "length",
        _turns_long_enough,
    ),
    _rule("hour-fits", "R085", _WHEN | {"holiday"}, "starts", _hour_fits),
    _rule("still-ahead", "R063", {"plan.starts", "now"}, "starts", _still_ahead),
    _rule("time-spent", "R065", {"meeting.minutes_spent"}, "minutes_spent", _time_spent),
)
