"""The steps of the preparation that have a page, and the time in short. Knows no window."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from netmoede_desktop.domain.dates.place_time import wall_clock
from netmoede_desktop.domain.preparation.readiness.verdict import Step
from netmoede_desktop.localization.catalogue import Translator, translatable
from netmoede_desktop.services.preparation.edit_plan import PlannedMeeting


class PreparationStep(StrEnum):
    """A step that has a page, in the order they are usually taken; any order will do.

    Its value is that of the `Step` the rules know it by.
    """

    PURPOSE = Step.PURPOSE.value
    PEOPLE = Step.PEOPLE.value
    SEATS = Step.ORDER.value
    TIME = Step.TIME.value

    @property
    def about(self) -> Step:
        """The step as the rules know it."""
        return Step(self.value)


_NAMES = {
    PreparationStep.PURPOSE: translatable("Formål"),
    PreparationStep.PEOPLE: translatable("Deltagere"),
    PreparationStep.SEATS: translatable("Bordplan"),
    PreparationStep.TIME: translatable("Tid og sted"),
}


@dataclass(frozen=True, slots=True)
class TimeInShort:
    """Local wall times, how many speak, in how many rounds, and the seconds of the shortest turn (None: no turns)."""

    starts: datetime
    ends: datetime
    speakers: int
    rounds: int
    shortest: int | None


def step_name(step: PreparationStep, t: Translator) -> str:
    """Return what a step is called."""
    return t.gettext(_NAMES[step])


def after(step: PreparationStep) -> PreparationStep | None:
    """Return the step that is usually taken next, None after the last."""
    steps = list(PreparationStep)
    place = steps.index(step) + 1
    return steps[place] if place < len(steps) else None


def page_of(step: Step) -> PreparationStep | None:
    """Return the step with the page where something is mended, None where there is no such page."""
    return next((one for one in PreparationStep if one.about is step), None)


def time_in_short(meeting: PlannedMeeting) -> TimeInShort:
    """Return the time of a planned meeting in short."""
    plan = meeting.plan
    starts = plan.starts
    return TimeInShort(
        starts=starts,
        ends=wall_clock(starts + timedelta(minutes=plan.planned_minutes), starts),
        speakers=sum(person.has_turn for person in plan.people),
        rounds=len(meeting.turn_seconds),
        shortest=min(meeting.turn_seconds.values(), default=None),
    )
