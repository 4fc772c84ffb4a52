"""*Kan vi nå det?*: how long each one has the word in each round, and the advice where that is too short.

The figures are those of planning: the part's share of the meeting's length, less the hand-over, divided equally. Live
turns follow the rest of the part instead (`domain.meeting.queries`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from netmoede_desktop.domain.meeting.plan import MeetingPlan
from netmoede_desktop.domain.methods.fitting import Fitting, droppable_rounds, fitting, mergeable_rounds
from netmoede_desktop.domain.methods.method import GroupCode, Method, Part
from netmoede_desktop.domain.methods.time_plan import part_span, share_per_person, spread

#: Below so many seconds a turn is too short to say something in (our own figure, as the next ones).
SHORTEST_GOOD_TURN = 45
#: From so many seconds on there is time.
AMPLE_TURN = 70
#: Seconds in which forty written words are read aloud.
READ_ALOUD = 20

_QUARTER = 15
#: No longer meeting is suggested where the method has no limit of its own: three hours (R091).
_LONGEST_TO_ASK = 180
#: Groups that are made up from the others, and so are no group that an order could leave out.
_MADE_UP = frozenset({GroupCode.OTHERS, GroupCode.NEWCOMERS})


class TurnVerdict(StrEnum):
    """The verdict on the length of a turn; the values are the words of the command line."""

    AMPLE = "god tid"
    SHORT = "kort"
    TOO_SHORT = "for kort"


class AdviceKind(StrEnum):
    """The kinds of advice, in the order they are offered."""

    LONGER = "longer"
    FEWER = "fewer"
    MERGE = "merge"
    LEAVE_OUT = "leave_out"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class RoundTime:
    """A round: its title, the planned seconds of all of it, how many speak, and the whole seconds each one has."""

    part: str
    title: str
    seconds: int
    speakers: int
    seconds_each: int

    @property
    def verdict(self) -> TurnVerdict:
        """The verdict on a turn in this round."""
        return verdict(self.seconds_each)

    def among(self, speakers: int) -> "RoundTime":
        """Return the same round with so many speakers."""
        return replace(self, speakers=speakers, seconds_each=int(share_per_person(self.seconds, speakers)))


@dataclass(frozen=True, slots=True)
class TimeFrame:
    """The question: a method with the choices made in it, a length in minutes, tolk, speakers by the part's id."""

    fitting: Fitting
    minutes: int
    interpreter: bool
    speakers: Mapping[str, int]

    @classmethod
    def for_group(cls, method: Method, minutes: int, speakers: int, *, interpreter: bool) -> Self:
        """Return the question for so many who all speak in each round that is for everybody; no others count."""
        return cls(Fitting(method), minutes, interpreter, dict.fromkeys(common_rounds(method), speakers))

    @classmethod
    def of_plan(cls, plan: MeetingPlan) -> Self:
        """Return the question of a planned meeting if everyone invited comes."""
        chosen = Fitting(plan.method) if plan.fitting is None else plan.fitting
        rounds = [part for part in chosen.whole.parts if part.has_turns]
        counts = {part.order: len(plan.order_if_all_come(part)) for part in {one.order: one for one in rounds}.values()}
        return cls(chosen, plan.planned_minutes, plan.interpreter, {part.id: counts[part.order] for part in rounds})

    @property
    def group(self) -> int:
        """How many speak in the rounds that are for everybody, 0 where there are none."""
        common = common_rounds(self.fitting.whole)
        return max((count for part, count in self.speakers.items() if part in common), default=0)

    def with_group(self, count: int) -> "TimeFrame":
        """Return the same with so many in the rounds that are for everybody."""
        common = common_rounds(self.fitting.whole)
        changed = {part: count if part in common else before for part, before in self.speakers.items()}
        return replace(self, speakers=changed)


@dataclass(frozen=True, slots=True)
class Advice:
    """One advice and its price.

    `rounds` are those that are too short without it, as they would then be. `minutes` is the whole new length, or what
    a round that is left out or merged sets free; `part` is that round, `into` the one before it; `count` is of people.
    """

    kind: AdviceKind
    rounds: tuple[RoundTime, ...]
    minutes: int = 0
    part: str = ""
    into: str = ""
    count: int = 0

    @property
    def mended(self) -> tuple[RoundTime, ...]:
        """The rounds that would be long enough."""
        return tuple(one for one in self.rounds if one.verdict is not TurnVerdict.TOO_SHORT)

    @property
    def still_short(self) -> tuple[RoundTime, ...]:
        """The rounds that would be too short all the same."""
        return tuple(one for one in self.rounds if one.verdict is TurnVerdict.TOO_SHORT)


@dataclass(frozen=True, slots=True)
class Feasibility:
    """The answer: planned seconds by the part's id, the rounds in their order, and advice where one is too short."""

    frame: TimeFrame
    seconds: Mapping[str, int]
    rounds: tuple[RoundTime, ...]
    advice: tuple[Advice, ...]

    @property
    def too_short(self) -> tuple[RoundTime, ...]:
        """The rounds with turns below `SHORTEST_GOOD_TURN`."""
        return tuple(one for one in self.rounds if one.verdict is TurnVerdict.TOO_SHORT)


def verdict(seconds_each: int) -> TurnVerdict:
    """Return the verdict on a turn of so many seconds."""
    if seconds_each < SHORTEST_GOOD_TURN:
        return TurnVerdict.TOO_SHORT
    return TurnVerdict.SHORT if seconds_each < AMPLE_TURN else TurnVerdict.AMPLE


def common_rounds(method: Method) -> frozenset[str]:
    """Return the ids of the parts with turns whose order names every group of the method."""
    rounds = [part for part in method.parts if part.has_turns]
    groups = {group.code for part in rounds for group in part.order} - _MADE_UP
    return frozenset(part.id for part in rounds if _names(part, groups))


def feasibility(frame: TimeFrame) -> Feasibility:
    """Return the time of each round, and the advice where one is too short."""
    method = frame.fitting.method
    seconds = spread(method, frame.minutes, interpreter=frame.interpreter)
    rounds = _rounds(method, seconds, frame.speakers)
    advice = tuple(_advice(frame, rounds, seconds)) if _too_short(rounds) else ()
    return Feasibility(frame, seconds, rounds, advice)


def round_times(frame: TimeFrame) -> tuple[RoundTime, ...]:
    """Return the rounds that somebody speaks in, in their order."""
    method = frame.fitting.method
    return _rounds(method, spread(method, frame.minutes, interpreter=frame.interpreter), frame.speakers)


def long_enough(frame: TimeFrame) -> int:
    """Return the least longer length, in quarters of an hour, with no round too short; 0 where no allowed one is."""
    for minutes in _longer_lengths(frame):
        if not _too_short(round_times(replace(frame, minutes=minutes))):
            return minutes
    return 0


def _names(part: Part, groups: set[GroupCode]) -> bool:
    codes = {group.code for group in part.order}
    return GroupCode.OTHERS in codes or (bool(groups) and codes >= groups)


def _rounds(method: Method, seconds: Mapping[str, int], speakers: Mapping[str, int]) -> tuple[RoundTime, ...]:
    return tuple(
        RoundTime(part.id, part.title, seconds[part.id], count, int(share_per_person(seconds[part.id], count)))
        for part in method.parts
        if part.has_turns and (count := speakers.get(part.id, 0))
    )


def _too_short(rounds: tuple[RoundTime, ...]) -> int:
    return sum(one.verdict is TurnVerdict.TOO_SHORT for one in rounds)


def _advice(frame: TimeFrame, rounds: tuple[RoundTime, ...], seconds: Mapping[str, int]) -> Iterator[Advice]:
    """Yield what gives more time in a round that is too short; what changes nothing there is no advice."""
    now = {one.part: one.seconds_each for one in rounds if one.verdict is TurnVerdict.TOO_SHORT}
    freed = {part: round(planned / 60) for part, planned in seconds.items()}
    for offered in (
        *_longer(frame),
        *_fewer(frame, rounds),
        *_merged(frame, freed),
        *_left_out(frame, freed),
        *_words(frame, rounds),
    ):
        reached = tuple(one for one in offered.rounds if one.part in now)
        if len(reached) < len(now) or any(one.seconds_each > now[one.part] for one in reached):
            yield replace(offered, rounds=reached)


def _longer(frame: TimeFrame) -> Iterator[Advice]:
    minutes = long_enough(frame) or max(_longer_lengths(frame), default=0)
    if minutes:
        yield Advice(AdviceKind.LONGER, round_times(replace(frame, minutes=minutes)), minutes=minutes)


def _fewer(frame: TimeFrame, rounds: tuple[RoundTime, ...]) -> Iterator[Advice]:
    """Yield the least number of people, of half of them at most, without whom one more round is long enough."""
    short = [one for one in rounds if one.verdict is TurnVerdict.TOO_SHORT]
    enough = [one.speakers - int(share_per_person(one.seconds, 1) / SHORTEST_GOOD_TURN) for one in short]
    for count in range(max(min(enough) - 1, 1), min(max(enough) + 2, frame.group // 2) + 1):
        speakers = frame.with_group(frame.group - count).speakers
        then = tuple(one.among(speakers[one.part]) for one in rounds)
        if _too_short(then) < _too_short(rounds):
            yield Advice(AdviceKind.FEWER, then, count=count)
            return


def _merged(frame: TimeFrame, freed: Mapping[str, int]) -> Iterator[Advice]:
    """Yield the first merger that the method allows and that is not made yet."""
    chosen = frame.fitting
    taken = {*chosen.merged, *chosen.left_out}
    for before, after in mergeable_rounds(chosen.whole):
        if not taken & {before.id, after.id}:
            then = replace(frame, fitting=fitting(chosen.whole, chosen.left_out, (*chosen.merged, after.id)))
            yield Advice(AdviceKind.MERGE, round_times(then), minutes=freed[after.id], part=after.id, into=before.id)
            return


def _left_out(frame: TimeFrame, freed: Mapping[str, int]) -> Iterator[Advice]:
    chosen = frame.fitting
    merged_into = {before.id for before, after in mergeable_rounds(chosen.whole) if after.id in chosen.merged}
    for part in droppable_rounds(chosen.whole):
        if part.id not in {*chosen.left_out, *chosen.merged, *merged_into}:
            then = replace(frame, fitting=fitting(chosen.whole, (*chosen.left_out, part.id), chosen.merged))
            yield Advice(AdviceKind.LEAVE_OUT, round_times(then), minutes=freed[part.id], part=part.id)


def _words(frame: TimeFrame, rounds: tuple[RoundTime, ...]) -> Iterator[Advice]:
    """Yield the least number of those whose forty words are read aloud, with the time that the others then have."""
    short = [one for one in rounds if READ_ALOUD < one.seconds_each < SHORTEST_GOOD_TURN]
    lacking = [one.speakers * SHORTEST_GOOD_TURN - share_per_person(one.seconds, 1) for one in short]
    enough = [int(seconds / (SHORTEST_GOOD_TURN - READ_ALOUD)) for seconds in lacking]
    for count in range(max(min(enough, default=0) - 1, 1), min(max(enough, default=0) + 2, frame.group // 2) + 1):
        then = tuple(_with_words(one, count) for one in rounds)
        if _too_short(then) < _too_short(rounds):
            yield Advice(AdviceKind.WORDS, then, count=count)
            return


def _with_words(one: RoundTime, count: int) -> RoundTime:
    """Return a round for those who speak themselves; where turns are no longer than the reading, nothing is won."""
    if one.seconds_each <= READ_ALOUD or one.speakers <= count:
        return one
    left = share_per_person(one.seconds, 1) - count * READ_ALOUD
    return replace(one, seconds_each=max(int(left / (one.speakers - count)), one.seconds_each))


def _longer_lengths(frame: TimeFrame) -> range:
    """The longer lengths worth trying, in quarters: up to the hard limit, and to where no part takes more time."""
    method = frame.fitting.method
    most = sum(part_span(part, method, interpreter=frame.interpreter)[2] for part in method.parts) // 60
    limit = method.hard_limit(interpreter=frame.interpreter) or _LONGEST_TO_ASK
    first = frame.minutes - frame.minutes % _QUARTER + _QUARTER
    return range(first, min(limit, most + _QUARTER - 1) + 1, _QUARTER)
