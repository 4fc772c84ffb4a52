"""The time of a planned meeting as it is shown: the answer, the day as one bar, seconds to each. Knows no window."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from fractions import Fraction
from itertools import groupby

from netmoede_desktop.domain.dates.place_time import wall_clock
from netmoede_desktop.domain.methods.method import Method, Part, PartKind
from netmoede_desktop.domain.preparation.feasibility import (
    SHORTEST_GOOD_TURN,
    Feasibility,
    RoundTime,
    TimeFrame,
    TurnVerdict,
    common_rounds,
    feasibility,
)
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import clock
from netmoede_desktop.localization.feasibility_wording import verdict_word
from netmoede_desktop.localization.lengths import meeting_length
from netmoede_desktop.localization.part_titles import short_title
from netmoede_desktop.services.preparation.edit_plan import PlannedMeeting

#: So many people the turns are shown for beside those who come.
_GROUPS = (6, 8, 10, 12, 16, 20)
#: A bar of so many seconds fills its row, unless another is longer.
_FULL_ROW = 120


class BlockKind(Enum):
    """The kind of a block of the day: the mødeleder's own, a pause, rounds before and after it, agreements."""

    OWN = auto()
    PAUSE = auto()
    DESCRIBING = auto()
    REFLECTING = auto()
    AGREEMENTS = auto()


@dataclass(frozen=True, slots=True)
class DayBlock:
    """A part in the bar: `letter` is that of its round, `tolk` the share of it that the tolk takes (0 to 1)."""

    kind: BlockKind
    seconds: int
    letter: str
    tolk: float


@dataclass(frozen=True, slots=True)
class DayBar:
    """The day as one bar: blocks, names over so many seconds, and the clock at seconds from the beginning."""

    blocks: tuple[DayBlock, ...]
    phases: tuple[tuple[str, str, int], ...]
    ticks: tuple[tuple[int, str], ...]
    pause: str
    spoken: str


@dataclass(frozen=True, slots=True)
class RoundRow:
    """A round: its name with minutes, the seconds of each, as a share of the row's width, and the verdict."""

    name: str
    seconds: str
    share: float
    mark: float
    verdict: str
    too_short: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class Crowd:
    """Seconds to each in the longest round, by the number of people; `now` is the number who come."""

    round: str
    bars: tuple[tuple[int, int], ...]
    now: int
    spoken: str


@dataclass(frozen=True, slots=True)
class TimeView:
    """All that is shown of the time; `speakers` is the number it is worked out for, `listed` the number on the list."""

    told: Feasibility
    answer: str
    span: str
    bar: DayBar
    tolk: str
    rows: tuple[RoundRow, ...]
    crowd: Crowd | None
    speakers: int
    listed: int
    ends: str
    carried: str


def time_view(meeting: PlannedMeeting, tried: int | None, t: Translator) -> TimeView:
    """Return the time of a meeting with everyone on its list, or with `tried` people in its common rounds."""
    listed = TimeFrame.of_plan(meeting.plan)
    frame = listed if tried is None else listed.with_group(tried)
    told = feasibility(frame)
    starts = meeting.plan.starts
    length = sum(told.seconds.values())
    ends = wall_clock(starts + timedelta(seconds=length), starts)
    bar = _day_bar(meeting, told, t)
    return TimeView(
        told=told,
        answer=_answer(told, length, t),
        span=t.gettext("{starts} – {ends}").format(starts=clock(starts), ends=clock(ends)),
        bar=bar,
        tolk=_tolk(told, t),
        rows=tuple(_row(one, max(_FULL_ROW, *(each.seconds_each for each in told.rounds)), t) for one in told.rounds),
        crowd=_crowd(told, t),
        speakers=frame.group,
        listed=listed.group,
        ends=clock(ends),
        carried=_carried(meeting, t),
    )


def _carried(meeting: PlannedMeeting, t: Translator) -> str:
    """Return how many agreements and measures are gone through in the time."""
    begun = sum(one.started for one in meeting.plan.carried)
    count = len(meeting.plan.carried) - begun
    carried = t.ngettext(
        "{n} aftale fra sidst bliver gennemgået.", "{n} aftaler fra sidst bliver gennemgået.", count
    ).format(n=count)
    started = t.ngettext(
        "{n} ting, der allerede er i gang, bliver gennemgået.",
        "{n} ting, der allerede er i gang, bliver gennemgået.",
        begun,
    ).format(n=begun)
    return " ".join(sentence for n, sentence in ((count, carried), (begun, started)) if n)


def _answer(told: Feasibility, length: int, t: Translator) -> str:
    """Return the answer to *Kan vi nå det?* as one sentence."""
    short = len(told.too_short)
    if length > told.frame.minutes * 60:
        least = meeting_length(-(-length // 60), t)
        return t.gettext("Nej, med alle dele varer mødet mindst {length}").format(length=least)
    if not told.rounds:
        return t.gettext("Der er endnu ingen, som skal have ordet")
    if not short:
        return t.gettext("Ja, der er tid til alle")
    if short == len(told.rounds):
        return t.gettext("Nej, alle runder bliver for korte")
    return t.ngettext("Ja, men {n} runde bliver for kort", "Ja, men {n} runder bliver for korte", short).format(n=short)


def _tolk(told: Feasibility, t: Translator) -> str:
    if not told.frame.interpreter:
        return ""
    method = told.frame.fitting.method
    seconds = sum(told.seconds[part.id] * _tolk_share(part, method, told) for part in method.parts)
    share = meeting_length(round(seconds / 60), t)
    return t.gettext("Skraveret: tolkens del af tiden, {length} i alt").format(length=share)


def _tolk_share(part: Part, method: Method, told: Feasibility) -> Fraction:
    """Return the share of a part that the tolk takes: a third at factor 1.5."""
    return 1 - 1 / Fraction(method.factor(part, interpreter=told.frame.interpreter))


def _day_bar(meeting: PlannedMeeting, told: Feasibility, t: Translator) -> DayBar:
    method, seconds, starts = told.frame.fitting.method, told.seconds, meeting.plan.starts
    parts = [part for part in method.parts if seconds[part.id]]
    blocks = tuple(
        DayBlock(_kind(part, method), seconds[part.id], _letter(part), float(_tolk_share(part, method, told)))
        for part in parts
    )
    phases = []
    for key, grouped in groupby(parts, key=lambda part: part.phase):
        phase = method.phase(key)
        phases.append((phase.plain, phase.title, sum(seconds[part.id] for part in grouped)))
    ticks = tuple((edge, clock(wall_clock(starts + timedelta(seconds=edge), starts))) for edge in _edges(blocks))
    named = ", ".join(
        t.gettext("{name} {minutes} min").format(name=plain, minutes=round(total / 60)) for plain, _, total in phases
    )
    return DayBar(blocks, tuple(phases), ticks, t.gettext("Pause"), t.gettext("Dagen: {parts}.").format(parts=named))


def _edges(blocks: tuple[DayBlock, ...]) -> tuple[int, ...]:
    """Return the seconds that have their clock: both ends, each pause, and the last beginning of agreements."""
    edges, at, agreements = {0}, 0, 0
    before = None
    for block in blocks:
        if block.kind is BlockKind.PAUSE:
            edges |= {at, at + block.seconds}
        if block.kind is BlockKind.AGREEMENTS and before is not BlockKind.AGREEMENTS:
            agreements = at
        at, before = at + block.seconds, block.kind
    return tuple(sorted({*edges, agreements, at}))


def _kind(part: Part, method: Method) -> BlockKind:
    if part.kind is PartKind.BREAK:
        return BlockKind.PAUSE
    if part.kind is PartKind.AGREEMENTS:
        return BlockKind.AGREEMENTS
    if part.kind in (PartKind.INFO, PartKind.EVALUATION) and not part.has_turns:
        return BlockKind.OWN
    phases = [phase.id for phase in method.phases]
    describing = 2 * phases.index(part.phase) < max(len(phases) - 1, 1)
    return BlockKind.DESCRIBING if describing else BlockKind.REFLECTING


def _letter(part: Part) -> str:
    """Return the letter of a round called *Runde B: …*, "" where it has none."""
    words = short_title(part.title).split()
    named = len(words) > 1 and words[1].endswith(":") and len(words[1]) == 2
    return words[1][0] if named and part.has_turns else ""


def _row(one: RoundTime, full: int, t: Translator) -> RoundRow:
    name, minutes = short_title(one.title), round(one.seconds / 60)
    word = verdict_word(one.verdict, t)
    spoken = t.gettext("{name}, {minutes} min: {seconds} sekunder til hver, {verdict}")
    return RoundRow(
        name=t.gettext("{name} · {minutes} min").format(name=name, minutes=minutes),
        seconds=t.gettext("{seconds} s").format(seconds=one.seconds_each),
        share=one.seconds_each / full,
        mark=SHORTEST_GOOD_TURN / full,
        verdict=word,
        too_short=one.verdict is TurnVerdict.TOO_SHORT,
        spoken=spoken.format(name=name, minutes=minutes, seconds=one.seconds_each, verdict=word),
    )


def _crowd(told: Feasibility, t: Translator) -> Crowd | None:
    common = common_rounds(told.frame.fitting.whole)
    rounds = [one for one in told.rounds if one.part in common]
    if not rounds:
        return None
    longest = max(rounds, key=lambda one: one.seconds)
    bars = [(count, longest.among(count).seconds_each) for count in sorted({*_GROUPS, told.frame.group})]
    spoken = ", ".join(t.gettext("{n} talere: {seconds} s").format(n=count, seconds=each) for count, each in bars)
    return Crowd(short_title(longest.title), tuple(bars), told.frame.group, spoken)
