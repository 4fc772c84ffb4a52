"""The agenda as both windows show it: the phases and parts, which are behind, now and ahead."""

from collections.abc import Mapping
from dataclasses import replace

from netmoede_desktop.domain.meeting import queries
from netmoede_desktop.domain.meeting.state import MeetingState
from netmoede_desktop.domain.methods.method import GroupCode, Part
from netmoede_desktop.domain.methods.speaking_order import roles_of
from netmoede_desktop.domain.people.people import Role
from netmoede_desktop.services.meeting.view.values import PartView, Passage, PhaseView


def phases_view(state: MeetingState, passages: Mapping[str, Passage]) -> tuple[PhaseView, ...]:
    """Return the phases in order, each with the seconds its parts are planned for now."""
    views = []
    for phase in state.plan.method.phases:
        parts = [part.id for part in state.parts if part.phase == phase.id]
        passage = phase_passage([passages[part] for part in parts])
        planned = sum(state.planned[part] for part in parts)
        # The clock of a part that is behind stands still: no instant is needed to read it.
        clocks = [state.part_time[part] for part in parts if part in state.part_time]
        used = sum(clock.spent.total_seconds() for clock in clocks) if passage is Passage.PAST else 0
        views.append(PhaseView(phase.id, phase.title, phase.plain, passage, planned, round(used)))
    return tuple(views)


def parts_view(state: MeetingState, passages: Mapping[str, Passage]) -> tuple[PartView, ...]:
    """Return the parts in order, the current one as if it were ahead; see `with_current_part`."""
    rounds = _rounds_by_phase(state)
    return tuple(_part(state, part, passages[part.id], rounds.get(part.phase, ())) for part in state.parts)


def with_current_part(
    _: MeetingState, parts: tuple[PartView, ...], away: tuple[GroupCode, ...], everybody_offered: bool
) -> tuple[PartView, ...]:
    """Return the parts with the facts of the current one alone: who is `away`, and whether its round is over."""
    place = next(place for place, part in enumerate(parts) if part.passage is Passage.NOW)
    now = parts[place]
    last_round = now.round_number is not None and now.round_number == now.rounds_in_phase
    sums_up = last_round and everybody_offered
    if not (away or sums_up):
        return parts
    return (*parts[:place], replace(now, away=away, sums_up=sums_up), *parts[place + 1 :])


def part_passages(state: MeetingState) -> dict[str, Passage]:
    """Return the place in time of each part, by id. The current one is `NOW`, before the start and after the end."""
    passages: dict[str, Passage] = {}
    passage = Passage.PAST
    for part in state.parts:
        if part.id == state.part:
            passages[part.id] = Passage.NOW
            passage = Passage.AHEAD
        else:
            passages[part.id] = Passage.DROPPED if part.id in state.dropped else passage
    return passages


def phase_passage(parts: list[Passage]) -> Passage:
    """Return the place of a phase in time, given those of its parts."""
    if Passage.NOW in parts:
        return Passage.NOW
    kept = [passage for passage in parts if passage is not Passage.DROPPED]
    if not kept:
        return Passage.DROPPED
    return Passage.AHEAD if Passage.AHEAD in kept else Passage.PAST


def _rounds_by_phase(state: MeetingState) -> dict[str, tuple[str, ...]]:
    rounds: dict[str, tuple[str, ...]] = {}
    for part in state.parts:
        if part.has_turns and part.id not in state.dropped:
            rounds[part.phase] = (*rounds.get(part.phase, ()), part.id)
    return rounds


def _part(state: MeetingState, part: Part, passage: Passage, rounds: tuple[str, ...]) -> PartView:
    return PartView(
        id=part.id,
        title=part.title,
        kind=part.kind,
        task=part.task,
        phase=part.phase,
        passage=passage,
        planned_seconds=state.planned[part.id],
        has_turns=part.has_turns,
        has_free_turns=part.has_free_turns,
        round_number=rounds.index(part.id) + 1 if part.id in rounds else None,
        rounds_in_phase=len(rounds),
        order_note=part.order_note,
        heading=part.heading,
    )


def away(state: MeetingState) -> tuple[GroupCode, ...]:
    """Return the groups the part turns to without anyone here and without sent words; before the roll call none."""
    if state.started is None:
        return ()
    part = state.current_part()
    heard = [person for person in state.people.values() if queries.can_be_heard(state, person.id)]
    roles = {person.speaks_as for person in heard}
    alone = len(part.order) == 1 and not queries.order_of(state, part)
    groups = part.turns_to
    return tuple(code for code in GroupCode if code in groups and (alone or _lacks(code, roles)))


def _lacks(code: GroupCode, roles: set[Role]) -> bool:
    """Return True if a group made of roles has no member; the others are told by the order."""
    return bool(roles_of(code)) and not roles_of(code) & roles
