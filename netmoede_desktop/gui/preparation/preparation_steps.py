"""The steps of the preparation, which of them are done, and the time in short. Knows no window."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from netmoede_desktop.domain.dates.place_time import wall_clock
from netmoede_desktop.domain.preparation.preparation import PlanCode
from netmoede_desktop.localization.catalogue import Translator, translatable
from netmoede_desktop.services.preparation.edit_plan import PlannedMeeting


class PreparationStep(StrEnum):
    """A step, in the order they are usually taken; any order will do."""

    PURPOSE = "purpose"
    CHILD = "child"
    PEOPLE = "people"
    SEATS = "seats"
    TIME = "time"
    FRAME = "frame"


_NAMES = {
    PreparationStep.PURPOSE: translatable("Formål"),
    PreparationStep.CHILD: translatable("Barnet"),
    PreparationStep.PEOPLE: translatable("Deltagere"),
    PreparationStep.SEATS: translatable("Bordplan"),
    PreparationStep.TIME: translatable("Tid og sted"),
    PreparationStep.FRAME: translatable("Rammer"),
}

#: Where what is missing can be mended.
_MENDED_AT: Mapping[PlanCode, PreparationStep] = {
    PlanCode.NO_LEADER: PreparationStep.PEOPLE,
    PlanCode.NO_CHILD: PreparationStep.PEOPLE,
    PlanCode.NOBODY_TO_HEAR: PreparationStep.PEOPLE,
    PlanCode.NO_FAMILY: PreparationStep.PEOPLE,
    PlanCode.NO_INTERPRETER: PreparationStep.PEOPLE,
    PlanCode.NOT_IN_ANY_ORDER: PreparationStep.PEOPLE,
    PlanCode.OWNER_NOT_INVITED: PreparationStep.PEOPLE,
    PlanCode.MEASURE_WITHOUT_OWNER: PreparationStep.PURPOSE,
    PlanCode.NO_PURPOSE: PreparationStep.PURPOSE,
    PlanCode.NO_PLACE: PreparationStep.TIME,
    PlanCode.STARTS_IN_PAST: PreparationStep.TIME,
    PlanCode.OVER_HARD_LIMIT: PreparationStep.TIME,
    PlanCode.CROWDED: PreparationStep.TIME,
}


#: What is worth a thought, though nothing is missing.
_ADVICE = frozenset(
    {PlanCode.CROWDED, PlanCode.OVER_HARD_LIMIT, PlanCode.OWNER_NOT_INVITED, PlanCode.MEASURE_WITHOUT_OWNER}
)


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


def mended_at(code: PlanCode) -> PreparationStep:
    """Return the step where a missing thing can be mended."""
    return _MENDED_AT[code]


def done_steps(meeting: PlannedMeeting) -> frozenset[PreparationStep]:
    """Return the steps that nothing is missing in, whatever is advised; seats count as done when two have one."""
    open_ones = {_MENDED_AT[remark.code] for remark in meeting.remarks if remark.code not in _ADVICE}
    if len(meeting.plan.people) < 2:
        open_ones.add(PreparationStep.SEATS)
    return frozenset(PreparationStep) - open_ones


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
