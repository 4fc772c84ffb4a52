"""How long a planned meeting may be, and how long everybody has in it."""

from collections.abc import Mapping

from netmoede_desktop.domain.meeting.plan import MeetingPlan
from netmoede_desktop.domain.methods.time_plan import crowded_rounds, share_per_person, spread

LEAST_MINUTES = 10
MOST_MINUTES = 12 * 60

_QUARTER = 15
#: No longer meeting is suggested where the method has no limit of its own.
_LONGEST_TO_ASK = 4 * 60


def turn_seconds(plan: MeetingPlan) -> Mapping[str, int]:
    """Return how many seconds a turn has in each part with turns that somebody speaks in, if everyone comes."""
    planned = spread(plan.method, plan.planned_minutes, interpreter=plan.interpreter)
    return {key: int(share_per_person(planned[key], count)) for key, count in speakers(plan).items() if count}


def speakers(plan: MeetingPlan) -> dict[str, int]:
    """Return how many speak in each part with turns, if everyone comes."""
    return {part.id: len(plan.order_if_all_come(part)) for part in plan.method.parts if part.has_turns}


def long_enough(plan: MeetingPlan) -> int:
    """Return the least length, in quarters of an hour, at which no round is crowded; 0 where no allowed one is."""
    count = speakers(plan)
    limit = plan.method.hard_limit(interpreter=plan.interpreter) or _LONGEST_TO_ASK
    first = plan.planned_minutes - plan.planned_minutes % _QUARTER + _QUARTER
    for minutes in range(first, limit + 1, _QUARTER):
        if not crowded_rounds(spread(plan.method, minutes, interpreter=plan.interpreter), count):
            return minutes
    return 0
