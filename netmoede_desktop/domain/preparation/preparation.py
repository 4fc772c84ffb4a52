"""How long a planned meeting may be, and how long everybody has in it."""

from collections.abc import Mapping

from netmoede_desktop.domain.meeting.plan import MeetingPlan
from netmoede_desktop.domain.methods.time_plan import share_per_person, spread

LEAST_MINUTES = 10
MOST_MINUTES = 12 * 60


def turn_seconds(plan: MeetingPlan) -> Mapping[str, int]:
    """Return how many seconds a turn has in each part with turns that somebody speaks in, if everyone comes."""
    planned = spread(plan.method, plan.planned_minutes, interpreter=plan.interpreter)
    return {key: int(share_per_person(planned[key], count)) for key, count in _speakers(plan).items() if count}


def _speakers(plan: MeetingPlan) -> dict[str, int]:
    return {part.id: len(plan.order_if_all_come(part)) for part in plan.method.parts if part.has_turns}
