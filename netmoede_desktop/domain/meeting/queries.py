"""The queries on a meeting at a given moment: whose turn, how long, when it ends. They change nothing."""

from datetime import datetime, timedelta

from netmoede_desktop.domain.dates.place_time import moved, wall_clock
from netmoede_desktop.domain.meeting.clock import Timer
from netmoede_desktop.domain.meeting.state import Floor, MeetingState, SentWords, Turn, TurnRef
from netmoede_desktop.domain.methods.method import Part, PartKind
from netmoede_desktop.domain.methods.speaking_order import heard_when_away, held_to_the_end, in_no_order, speaking_order
from netmoede_desktop.domain.methods.time_plan import share_per_person
from netmoede_desktop.domain.people.people import Attendance, PlaceKind, Role

#: Roles whose time is a protected floor: their share never falls below the planned one.
PROTECTED_ROLES = frozenset({Role.CHILD, Role.PARENT})

#: A meeting of this length has a pause in it, and so long without one is too long (R092, R094; the figure is our own).
PAUSE_AFTER = timedelta(minutes=90)


def order_of(state: MeetingState, part: Part) -> tuple[str, ...]:
    """Return the ids in the order they will be offered the word when `part` opens now."""
    newcomers = state.plan.newcomers
    if newcomers is not None:
        planned = {person.id for person in state.plan.people}
        newcomers = (*newcomers, *(key for key in state.people if key not in planned))
    return speaking_order(
        part.order,
        state.people.values(),
        {person for person in state.people if can_be_heard(state, person)},
        newcomers=newcomers,
        by_seating=state.plan.by_seating,
        without_group=in_no_order(state.plan.method.orders, state.people.values()),
    )


def next_part(state: MeetingState) -> Part | None:
    """Return the part after the current one that has not been dropped, or None at the end."""
    return next((part for part in _later_parts(state)), None)


def next_part_with_turns(state: MeetingState) -> Part | None:
    """Return the next part where the word is given in turn, or None."""
    return next((part for part in _later_parts(state) if part.has_turns), None)


def own_break_ahead(state: MeetingState) -> Part | None:
    """Return the method's break if only parts without turns come before it, else None.

    A running round comes before it until everyone has been offered. A break that has been held is not held again.
    """
    held = {pause.part for pause in state.pauses}
    current = state.current_part()
    if current.kind is PartKind.BREAK and current.id not in held:
        return current
    if current.has_turns and not round_complete(state):
        return None
    for part in _later_parts(state):
        if part.kind is PartKind.BREAK:
            return part
        if part.has_turns:
            return None
    return None


def next_turn(state: MeetingState) -> TurnRef | None:
    """Return the turn offered next in the current round; see `waiting`."""
    return next(iter(_offered(state)), None)


def turn_of(state: MeetingState, part_id: str, person: str) -> TurnRef | None:
    """Return the person's open turn in a round, or None."""
    turns = state.rounds.get(part_id, ())
    return next((TurnRef(part_id, i) for i, turn in enumerate(turns) if turn.open and turn.person == person), None)


def waiting(state: MeetingState) -> tuple[str, ...]:
    """Return the ids of those whose turn in the current round is still open, in the order it will be offered.

    Those waiting come in the round's order, then those who said *senere*, and a child who chose *sidst* at the end.
    Words that are to be heard though their person is away wait as well: they are a promise too.
    """
    return tuple(state.turn(ref).person for ref in _offered(state))


def _offered(state: MeetingState) -> list[TurnRef]:
    turns = state.rounds.get(state.part, ())
    offered = [i for i, turn in enumerate(turns) if turn.open and can_be_heard(state, turn.person)]
    last = held_to_the_end(state.current_part().order, state.people.values())
    in_order = sorted(offered, key=lambda i: (turns[i].person in last, turns[i].asked))
    return [TurnRef(state.part, index) for index in in_order]


def left_out(state: MeetingState) -> tuple[str, ...]:
    """Return the ids of those who have a place in the rounds though their group is in no order of the method."""
    ids = in_no_order(state.plan.method.orders, state.people.values())
    return tuple(person for person in ids if can_be_heard(state, person) or state.presence[person].left is not None)


def round_complete(state: MeetingState) -> bool:
    """Return True if the current part's round is over: opened, everyone in the room offered, and no *senere* left.

    Sent words count as being in the room; a child's own choice to be heard does not hold up the round.
    """
    return state.part in state.rounds and not any(
        state.presence[key].here or sent_words(state, key) is not None for key in waiting(state)
    )


def can_be_heard(state: MeetingState, person: str) -> bool:
    """Return True if a person has a place in the rounds: is in the room, or is heard without being in it."""
    return state.presence[person].here or heard_when_away(state.people[person]) or sent_words(state, person) is not None


def sent_words(state: MeetingState, person: str) -> SentWords | None:
    """Return the words that a person outside the room has sent to be read aloud, None where there are none.

    Words of somebody who has been here since are outdated; words left behind on going count again.
    """
    presence, words = state.presence[person], state.words.get(person)
    if presence.here or (words is not None and words.outdated):
        return None
    if presence.attendance is Attendance.SENT_WORDS:
        return words or SentWords()
    return words if presence.attendance is Attendance.LEFT_EARLY else None


def is_read_aloud(state: MeetingState, person: str) -> bool:
    """Return True if the person's turn is read aloud by another: they sent words, or the child has chosen it."""
    place = state.people[person].place
    return sent_words(state, person) is not None or (place is not None and place.kind is PlaceKind.READ_ALOUD)


def reader_of(state: MeetingState, person: str) -> str | None:
    """Return who is to read the person's words aloud, None where no one in the room has been named."""
    words = state.words.get(person)
    reader = None if words is None else words.reader
    return reader if reader is not None and reader in state.presence and state.presence[reader].here else None


def part_used(state: MeetingState, part_id: str, now: datetime) -> float:
    """Return the seconds spent in a part."""
    return state.part_time.get(part_id, Timer()).elapsed(now).total_seconds()


def part_left(state: MeetingState, now: datetime) -> float:
    """Return the seconds left of the current part, never below 0."""
    return max(state.planned[state.part] - part_used(state, state.part, now), 0.0)


def budget_for(state: MeetingState, person: str, now: datetime) -> float:
    """Return the seconds a turn given now has: the rest of the part, shared among those not yet offered.

    The child and the parents never get less than the share they were promised; the others share the rest.
    """
    turns = state.rounds.get(state.part, ())
    others = [turn.person for turn in turns if turn.open and turn.person != person]
    left = part_left(state, now)
    share = share_per_person(left, len(others) + 1)
    promise = promised_share(state, state.part, sum(not turn.extra for turn in turns))
    if is_protected(state, person):
        return max(share, promise)
    if share >= promise:
        return share
    first = sum(is_protected(state, other) for other in others)
    return max(share_per_person(left, 1) - first * promise, 0.0) / (len(others) - first + 1)


def promised_share(state: MeetingState, part_id: str, speakers: int) -> float:
    """Return the seconds each of so many speakers had in a part as the meeting was planned when it began."""
    return share_per_person(state.promised[part_id], speakers)


def is_protected(state: MeetingState, person: str) -> bool:
    """Return True if the person's time is a protected floor: the child's and the parents' is."""
    return state.people[person].role in PROTECTED_ROLES


def earliest_beginning(state: MeetingState, floor: Floor) -> datetime:
    """Return the earliest instant the running turn can have begun.

    That is where the part, or the meeting after a pause, went on, and no further into the turn before than it lasted.
    """
    free = floor.free_since
    if state.previous is not None:
        taken = max(free - floor.since, timedelta())
        free -= state.turn(state.previous).own.spent + taken
    runs_since = state.part_time[state.part].running_since
    earliest = free if runs_since is None else max(free, runs_since)
    return min(earliest, floor.since)


def turn_left(turn: Turn, now: datetime) -> float:
    """Return the seconds left of a turn's budget; negative when it is over. Only the person's own words count."""
    return (turn.budget or 0.0) - turn.own.elapsed(now).total_seconds()


def on_another_day(state: MeetingState, now: datetime) -> bool:
    """Return True if the meeting was begun on another day than planned; before the start, if `now` is another day."""
    begins = now if state.started is None else state.started
    return wall_clock(begins, state.plan.starts).date() != state.plan.starts.date()


def starts(state: MeetingState) -> datetime:
    """Return when the meeting was to start, moved to the day it is held. Aware."""
    planned = state.plan.starts
    if state.started is None or not on_another_day(state, state.started):
        return planned
    day = wall_clock(state.started, planned).date()
    return moved(datetime.combine(day, planned.time()), planned)


def agreed_end(state: MeetingState, now: datetime) -> datetime:
    """Return when the meeting is to end: as planned, plus what the room has agreed to add.

    Begun on another day than planned it is as long as planned; before it begins, as if that were `now`.
    """
    begins = (state.started or now) if on_another_day(state, now) else state.plan.starts
    return begins + timedelta(minutes=state.plan.planned_minutes + state.extra_minutes)


def expected_end(state: MeetingState, now: datetime) -> datetime:
    """Return when the meeting will end if the rest goes as planned, and a pause as long as was said."""
    if state.ended is not None:
        return state.ended
    waits = state.started is None and not on_another_day(state, now)
    begins = max(now, state.plan.starts) if waits else now
    rest, left = 0.0, part_left(state, begins)
    pause = state.pause
    if pause is not None and pause.back_at is not None:
        rest = max((pause.back_at - now).total_seconds(), 0.0)
        left = left if pause.part is None else 0.0
    left += rest + sum(state.planned[part.id] for part in _later_parts(state))
    return begins + timedelta(seconds=left)


def silent_for(state: MeetingState, now: datetime) -> float | None:
    """Return the seconds since anyone had the word, or None where someone has it or the meeting rests."""
    if state.silent_since is None or state.pause is not None or not state.running:
        return None
    return (now - state.silent_since).total_seconds()


def pause_due(state: MeetingState, now: datetime) -> bool:
    """Return True if it is time for a reminder of a pause (R094): in a long meeting, with none for long."""
    if not state.running or state.pause is not None or state.plan.planned_minutes < PAUSE_AFTER.total_seconds() / 60:
        return False
    since = max((pause.ended for pause in state.pauses if pause.ended is not None), default=state.started)
    return since is not None and now - since >= PAUSE_AFTER


def _later_parts(state: MeetingState) -> tuple[Part, ...]:
    parts = state.parts
    here = next(i for i, part in enumerate(parts) if part.id == state.part)
    return tuple(part for part in parts[here + 1 :] if part.id not in state.dropped)
