"""The facts for the check before closing, from the present state (R112, R115, R119, R120, R126, R142)."""

from netmoede_desktop.domain.meeting.closing import ClosingFacts, Missing, RoundOffer, missing_before_closing
from netmoede_desktop.domain.meeting.state import MeetingState, Turn
from netmoede_desktop.domain.meeting.vocabulary import TurnState
from netmoede_desktop.domain.methods.method import PartTask
from netmoede_desktop.domain.people.people import FAMILY, Role


def missing(state: MeetingState) -> tuple[Missing, ...]:
    """Return the things missing before this meeting can be closed."""
    return missing_before_closing(closing_facts(state))


def closing_facts(state: MeetingState) -> ClosingFacts:
    """Return the facts of the closing check. A round that was left counts as begun, even if no one was heard in it."""
    capture = state.capture
    tasks = {part.task for part in state.parts if part.id not in state.dropped}
    children = {key for key, person in state.people.items() if person.role is Role.CHILD}
    return ClosingFacts(
        agreements=tuple(capture.agreements[number] for number in sorted(capture.agreements)),
        follow_up=capture.follow_up,
        follow_up_rule=state.plan.method.follow_up,
        child_present=any(state.presence[key].here for key in children),
        child_heard_at_end=bool(capture.experience) or _heard_last(state, children),
        rounds=_offers(state),
        experience_present=bool(capture.experience) or _family_answered(state),
        experience_required=PartTask.EXPERIENCE in tasks,
        board_present=bool(capture.board),
        board_required=PartTask.BOARD in tasks,
        deadline_always=state.plan.method.deadline_always,
    )


def unheard_rounds(state: MeetingState) -> dict[str, tuple[str, ...]]:
    """Return the ids of those who waited, by part, for each round in which no one was offered the word.

    Not the part that asks the family, where their answer is written without a turn.
    """
    answered = {part.id for part in state.parts if part.task is PartTask.EXPERIENCE and state.capture.experience}
    waiting = {
        part: tuple(turn.person for turn in turns if turn.state is TurnState.WAITING)
        for part, turns in state.rounds.items()
        if part not in answered and not any(map(_was_offered, turns))
    }
    return {part: people for part, people in waiting.items() if people}


def _offers(state: MeetingState) -> tuple[RoundOffer, ...]:
    """The rounds that somebody was offered the word in, and those that were left with no one heard."""
    unheard = unheard_rounds(state).keys() - {state.part}
    return tuple(
        RoundOffer(part, _not_offered(turns), nobody=part in unheard)
        for part, turns in state.rounds.items()
        if part in unheard or any(map(_was_offered, turns))
    )


def _was_offered(turn: Turn) -> bool:
    return turn.state not in (TurnState.WAITING, TurnState.GONE)


def _not_offered(turns: tuple[Turn, ...]) -> tuple[str, ...]:
    return tuple(turn.person for turn in turns if turn.open)


def _heard_last(state: MeetingState, children: set[str]) -> bool:
    """Return True if a child was offered the word in the last part of the method that is held in turns."""
    last = next((part.id for part in reversed(state.parts) if part.has_turns and part.id not in state.dropped), None)
    turns = state.rounds.get(last, ()) if last is not None else ()
    return any(turn.person in children and _was_offered(turn) for turn in turns)


def _family_answered(state: MeetingState) -> bool:
    """Return True if somebody of the family has a note in the part that asks them."""
    parts = {part.id for part in state.parts if part.task is PartTask.EXPERIENCE}
    notes = (key for key, note in state.capture.notes.items() if key.part in parts and note.text)
    return any(state.people[key.person].role in FAMILY for key in notes)
