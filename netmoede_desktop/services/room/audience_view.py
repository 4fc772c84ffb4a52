"""From the running meeting to what the room sees. All that passes is named in `services/room/audience.py`."""

import math
from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import NamedTuple

from netmoede_desktop.domain.agreements.agreements import Agreement, Answer
from netmoede_desktop.domain.language.folding import name_key
from netmoede_desktop.domain.meeting import queries
from netmoede_desktop.domain.meeting.state import MeetingState
from netmoede_desktop.domain.meeting.vocabulary import TurnState
from netmoede_desktop.domain.methods.method import Part, PartKind, PartTask
from netmoede_desktop.domain.people.people import Network, Person, Role
from netmoede_desktop.domain.privacy.guard import RoomGuard
from netmoede_desktop.domain.privacy.names import base_name
from netmoede_desktop.domain.privacy.room_text import RoomText
from netmoede_desktop.services.meeting.prompts import Prompter
from netmoede_desktop.services.meeting.timetable import expected_start, expected_stop, latest, local
from netmoede_desktop.services.meeting.view.facts import ViewFacts
from netmoede_desktop.services.meeting.view.people import reader_of
from netmoede_desktop.services.meeting.view.values import Passage
from netmoede_desktop.services.room.audience import (
    AudienceAgreement,
    AudiencePause,
    AudiencePhase,
    AudienceSeat,
    AudienceSeatState,
    AudienceStep,
    AudienceView,
    Scene,
    Shape,
)

#: How many of those who come next the room is told of.
COMING = 2
#: The shape of the turn shrinks in so many steps, so that nobody can count by it and it is not painted for nothing.
SHARES = 60

_ROUNDED_TO = timedelta(minutes=5)
_STEPS = {Passage.PAST: AudienceStep.PAST, Passage.NOW: AudienceStep.NOW, Passage.AHEAD: AudienceStep.AHEAD}
_SHAPES = {Network.PRIVATE: Shape.ROUND, Network.PROFESSIONAL: Shape.SQUARE}
#: What is read of the state for the seats.
_SEATED = ("people", "presence", "words", "rounds", "floor", "started")
_OPEN_TURNS = (TurnState.WAITING, TurnState.LATER)


def audience_view(
    state: MeetingState,
    now: datetime | None = None,
    *,
    reading: int | None = None,
    show_agreements: bool = False,
    facts: ViewFacts | None = None,
) -> AudienceView:
    """Return the value the room sees of the meeting at `now`, None for the instant of its last event. Pure.

    `reading` is the number of the agreement that is read aloud, `show_agreements` shows them all whatever the part is,
    also after the end. A pause comes before both. No time that is told has passed. `facts` of the state spare what has
    been worked out of it already.
    """
    facts = facts or ViewFacts(state)
    names = facts.room_names
    scene = _scene(state, reading, show_agreements=show_agreements)
    child = _child(state)
    turn, part = state.speaking(), state.current_part()
    follow_up = state.capture.follow_up
    next_meeting = None if follow_up is None else follow_up.at
    texts = _texts(facts, scene, reading)
    at = latest(state, now)
    pause_at = _pause_at(state, at)
    return AudienceView(
        scene=scene,
        phases=tuple(
            AudiencePhase(phase.plain, _STEPS[phase.passage])
            for phase in facts.phases
            if phase.passage is not Passage.DROPPED
        ),
        child=child,
        question=_question(state, part, scene, Prompter(state, names, child, at)),
        speaker="" if turn is None else names[turn.person],
        reader="" if turn is None else reader_of(turn, names),
        then=tuple(names[person] for person in facts.order[:COMING]),
        seats=facts.once(_seats, *_SEATED, given=(names, facts.seated, facts.turns)),
        board=texts.board,
        agreements=texts.agreements,
        reading=texts.reading,
        pause=_pause(state, part, at) if scene is Scene.PAUSE else None,
        next_meeting=None if next_meeting is None else next_meeting.date(),
        next_meeting_at=None if next_meeting is None else next_meeting.time(),
        no_next_meeting=follow_up is not None and next_meeting is None,
        next_meeting_place=_next_place(facts),
        pause_at=None if pause_at is None else pause_at.time(),
        ends_at=_ends_at(state, at, not_before=pause_at),
    )


def _next_place(facts: ViewFacts) -> RoomText | None:
    """Where we meet next; not told where somebody's address is protected, or where a word of it is not for the room."""
    follow_up = facts.state.capture.follow_up
    place = "" if follow_up is None else follow_up.place
    return facts.guard.checked(place) if place and facts.guard.shows_whole(place) else None


def audience_share(state: MeetingState, now: datetime) -> float | None:
    """Return the share of the turn that is left, 1.0 to 0.0 in `SHARES` steps; None where no turn has a budget.

    Under *lad løbe* it stays whole.
    """
    turn = state.speaking()
    if turn is None or turn.budget is None:
        return None
    if turn.let_run:
        return 1.0
    left = queries.turn_left(turn, now)
    return min(math.ceil(left / turn.budget * SHARES), SHARES) / SHARES if left > 0 else 0.0


class _Texts(NamedTuple):
    """The free text a scene shows, checked."""

    board: tuple[RoomText, ...] = ()
    agreements: tuple[AudienceAgreement, ...] = ()
    reading: AudienceAgreement | None = None


def _texts(facts: ViewFacts, scene: Scene, reading: int | None) -> _Texts:
    capture, names, guard = facts.state.capture, facts.room_names, facts.guard
    match scene:
        case Scene.BOARD:
            return _Texts(board=tuple(guard.checked(line) for line in capture.board))
        case Scene.AGREEMENTS:
            unsettled = [one for _, one in sorted(capture.agreements.items()) if not one.settled]
            return _Texts(agreements=tuple(_agreement(one, names, guard) for one in unsettled))
        case Scene.READING if reading is not None:
            return _Texts(reading=_agreement(capture.agreements[reading], names, guard))
        case _:
            return _Texts()


def _scene(state: MeetingState, reading: int | None, *, show_agreements: bool) -> Scene:
    if state.started is None:
        return Scene.WELCOME
    if state.pause is not None:
        return Scene.PAUSE
    if reading in state.capture.agreements:
        return Scene.READING
    if show_agreements:
        return Scene.AGREEMENTS
    return _scene_of_part(state) if state.ended is None else Scene.THANKS


def _scene_of_part(state: MeetingState) -> Scene:
    part = state.current_part()
    if part.kind is PartKind.BREAK and not _held(state, part):
        return Scene.PAUSE
    if part.task is PartTask.BOARD:
        return Scene.BOARD
    if part.task is PartTask.FOLLOW_UP and not part.has_turns:
        return Scene.NEXT_MEETING
    if part.kind is PartKind.AGREEMENTS:
        return Scene.AGREEMENTS
    opening = part.kind is PartKind.INFO and part.id == state.parts[0].id
    return Scene.WELCOME if opening else Scene.TABLE


def _question(state: MeetingState, part: Part, scene: Scene, prompter: Prompter) -> str:
    """Return the question to the room: none while it rests, after the end, and when the part's own break is over."""
    if scene in (Scene.PAUSE, Scene.THANKS) or _held(state, part):
        return ""
    return prompter.filled(part.prompts.room, part, for_room=True)


def _child(state: MeetingState) -> str:
    """Return the name the child is called; only the first word of a name that no one at the table bears."""
    told = state.plan.child.split()
    children = [person for person in state.people.values() if person.role is Role.CHILD]
    for child in children:
        first = {name_key(words.split()[0]) for words in (child.called, child.name) if words.split()}
        if not told or name_key(told[0]) in first:
            return base_name(child)
    return "".join(told[:1])


def _seats(
    state: MeetingState, names: Mapping[str, str], people: tuple[Person, ...], turns: Mapping[str, TurnState]
) -> tuple[AudienceSeat, ...]:
    """Before it begins everyone expected; then those who are here, and those whose words are heard in the round."""
    speaking = state.speaking()
    speaker = None if speaking is None else speaking.person
    return tuple(
        AudienceSeat(names[person.id], _shape(person), _seat_state(turns.get(person.id), speaks=person.id == speaker))
        for person in people
        if state.started is None
        or state.presence[person.id].here
        or (person.id in turns and queries.can_be_heard(state, person.id))
    )


def _shape(person: Person) -> Shape:
    if person.role is Role.LEADER:
        return Shape.DASHED
    return Shape.PLAIN if person.network is None else _SHAPES[person.network]


def _seat_state(turn: TurnState | None, *, speaks: bool) -> AudienceSeatState:
    if speaks:
        return AudienceSeatState.SPEAKING
    if turn is None:
        return AudienceSeatState.QUIET
    return AudienceSeatState.WAITING if turn in _OPEN_TURNS else AudienceSeatState.DONE


def _agreement(agreement: Agreement, names: Mapping[str, str], guard: RoomGuard) -> AudienceAgreement:
    return AudienceAgreement(
        number=agreement.number,
        text=guard.checked(agreement.text),
        owner="" if agreement.owner is None else names.get(agreement.owner, ""),
        start=agreement.start,
        due=agreement.due,
        sign=None if agreement.sign is None else guard.checked(agreement.sign),
        agreed=agreement.answer is Answer.YES,
    )


def _pause(state: MeetingState, part: Part, now: datetime) -> AudiencePause:
    pause = state.pause
    back_at = expected_stop(state, part, now) if pause is None else pause.back_at
    return AudiencePause(None if back_at is None or back_at <= now else local(state, back_at).time())


def _ends_at(state: MeetingState, now: datetime, *, not_before: datetime | None) -> time | None:
    """When it was agreed to end; None once that, or the pause before it, is over the time."""
    agreed = queries.agreed_end(state, now)
    return local(state, agreed).time() if agreed > (not_before or now) else None


def _pause_at(state: MeetingState, now: datetime) -> datetime | None:
    """Return when the method's own break is expected, None without one ahead. To five minutes, so that it is steady."""
    ids = [part.id for part in state.parts]
    for part in state.parts[ids.index(state.part) + 1 :]:
        if part.kind is PartKind.BREAK and part.id not in state.dropped and not _held(state, part):
            at = expected_start(state, part, now) + _ROUNDED_TO / 2
            rounded = at.replace(minute=at.minute - at.minute % 5, second=0, microsecond=0)
            return rounded if rounded > now else None
    return None


def _held(state: MeetingState, part: Part) -> bool:
    return any(pause.part == part.id and pause.ended is not None for pause in state.pauses)
