"""When the plan slips: the named choices and what each gives in minutes (R028, R095).

The child's and the parents' time and the agreement part are protected floors: no choice takes from them.
"""

import math
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from netmoede_desktop.domain.meeting import queries
from netmoede_desktop.domain.meeting.state import MeetingState, Turn
from netmoede_desktop.domain.methods.method import Part, PartKind
from netmoede_desktop.domain.methods.time_plan import part_span

#: The code under which a meeting longer than its hard limit is recorded as overridden.
OVER_HARD_LIMIT = "over_hard_limit"

#: Minutes the room is asked for.
EXTENSION_MINUTES = 15


class ChoiceKind(StrEnum):
    """The choices for a plan that slips."""

    SHORTEN = "shorten"
    DROP_ROUND = "drop_round"
    DROP_BREAK = "drop_break"
    EXTEND = "extend"
    PARK = "park"


@dataclass(frozen=True, slots=True)
class SlippageChoice:
    """One choice with its effect in `minutes`; `over_limit` when it takes the meeting above its hard limit.

    `asks_reason`: it needs a reason that has not been given yet.
    """

    kind: ChoiceKind
    minutes: float
    part: str | None = None
    over_limit: bool = False
    asks_reason: bool = False


def choices(state: MeetingState, now: datetime) -> tuple[SlippageChoice, ...]:
    """Return the choices that would help now, each with the minutes it gives."""
    offered: list[SlippageChoice] = []
    shorter = shortened(state, now)
    gained = sum(state.planned[part] - seconds for part, seconds in shorter.items())
    if gained:
        offered.append(SlippageChoice(ChoiceKind.SHORTEN, gained / 60))
    coming = (part for part in droppable(state) if state.planned[part.id])
    offered += [SlippageChoice(_drop_kind(part), state.planned[part.id] / 60, part.id) for part in coming]
    over = over_hard_limit(state, extra=EXTENSION_MINUTES)
    asks = reason_missing(state, extra=EXTENSION_MINUTES)
    offered.append(SlippageChoice(ChoiceKind.EXTEND, EXTENSION_MINUTES, over_limit=over, asks_reason=asks))
    return tuple(offered)


def shortened(state: MeetingState, now: datetime) -> dict[str, int]:
    """Return the planned seconds of those parts that get shorter when the remaining turns do."""
    planned: dict[str, int] = {}
    for part in _from_current(state):
        if not part.has_turns or part.protected:
            continue
        floor = _shortest(state, part, now)
        if floor < state.planned[part.id]:
            planned[part.id] = floor
    return planned


def _shortest(state: MeetingState, part: Part, now: datetime) -> int:
    """Return the fewest seconds of a round: the method's least, but the promised time for the child and the parents.

    Of the running round only the rest of its turns counts, beside the time that is used.
    """
    least = part_span(part, state.plan.method, interpreter=state.plan.interpreter)[0]
    turns = state.rounds.get(part.id)
    if turns is None:
        turns = tuple(Turn(person) for person in queries.order_of(state, part))
    speakers = sum(not turn.extra for turn in turns) or 1
    speaking = state.speaking()
    left = 0.0
    for turn in turns:
        slot = (state.promised[part.id] if queries.is_protected(state, turn.person) else least) / speakers
        if turn is speaking:
            left += max(slot - turn.own.elapsed(now).total_seconds(), 0.0)
        elif turn.open:
            left += slot
    return math.ceil(max(queries.part_used(state, part.id, now) + left, least))


def droppable(state: MeetingState) -> tuple[Part, ...]:
    """Return the coming parts that can be left out: optional rounds, the break, and unprotected rounds to park."""
    return tuple(
        part
        for part in _from_current(state)[1:]
        if not part.protected and (part.optional or part.kind is PartKind.BREAK or part.has_turns)
    )


def is_parked(part: Part) -> bool:
    """Return True if leaving out the part parks its topic: it is neither optional nor a break."""
    return not part.optional and part.kind is not PartKind.BREAK


def over_hard_limit(state: MeetingState, *, extra: int = 0) -> bool:
    """Return True if the agreed length, with `extra` minutes, is above the method's hard limit."""
    limit = state.plan.method.hard_limit(interpreter=state.plan.interpreter)
    return limit is not None and state.plan.planned_minutes + state.extra_minutes + extra > limit


def reason_missing(state: MeetingState, *, extra: int = 0) -> bool:
    """Return True if the agreed length, with `extra` minutes, is above the hard limit and no reason has been given."""
    reasoned = any(code == OVER_HARD_LIMIT and reason for code, reason in state.overridden)
    return over_hard_limit(state, extra=extra) and not reasoned


def _drop_kind(part: Part) -> ChoiceKind:
    if part.kind is PartKind.BREAK:
        return ChoiceKind.DROP_BREAK
    return ChoiceKind.PARK if is_parked(part) else ChoiceKind.DROP_ROUND


def _from_current(state: MeetingState) -> tuple[Part, ...]:
    here = next(i for i, part in enumerate(state.parts) if part.id == state.part)
    return tuple(part for part in state.parts[here:] if part.id not in state.dropped)
