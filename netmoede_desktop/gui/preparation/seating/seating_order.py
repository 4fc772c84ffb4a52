"""The speaking order that comes of the seats: the first round of a planned meeting. Knows no window."""

from dataclasses import dataclass

from netmoede_desktop.domain.meeting.plan import MeetingPlan
from netmoede_desktop.domain.people.people import display_names


@dataclass(frozen=True, slots=True)
class FirstRound:
    """The first round: its title, and the names in the order they are offered the word; empty without rounds."""

    title: str
    names: tuple[str, ...]


def first_round(plan: MeetingPlan) -> FirstRound:
    """Return the first round as it will be if everyone comes."""
    part = next((part for part in plan.method.parts if part.has_turns), None)
    if part is None:
        return FirstRound("", ())
    names = display_names(plan.people)
    return FirstRound(part.title, tuple(names[person] for person in plan.order_if_all_come(part)))
