"""What a round table shows: frozen values of its own, so that mødeleder, room and seating can all use it."""

from dataclasses import dataclass
from enum import Enum, auto


class SeatShape(Enum):
    """Private network round, professional network square, mødeleder dashed, all others plain."""

    ROUND = auto()
    SQUARE = auto()
    DASHED = auto()
    PLAIN = auto()


class SeatState(Enum):
    """What the round says of a person. QUIET: has no turn in this round."""

    WAITING = auto()
    SPEAKING = auto()
    DONE = auto()
    LATER = auto()
    PASSED = auto()
    AWAY = auto()
    QUIET = auto()
    REMARK = auto()


class SeatMark(Enum):
    """A small drawn sign: spoken, offered again, passed, gone, a remark, words that are read aloud."""

    TICK = auto()
    LATER = auto()
    PASS = auto()
    GONE = auto()
    REMARK = auto()
    READ = auto()


class RingState(Enum):
    """How a turn stands against its time; each has a shape of its own beside its word: full, half, empty."""

    GOOD = auto()
    ROUND_OFF = auto()
    OVER = auto()


@dataclass(frozen=True, slots=True)
class TableSeat:
    """One seat. `key` is unique at the table and comes back in the signals.

    `caption` ("farmor") is left out where there is no room, `name` never is. `next_in` is 1 for whose turn is next.
    `mark` replaces the sign that goes with `state`. `spoken` is the whole sentence a screen reader says and the hint
    over the seat; without it name and caption are said.
    """

    key: str
    name: str
    caption: str = ""
    shape: SeatShape = SeatShape.ROUND
    state: SeatState = SeatState.WAITING
    next_in: int | None = None
    mark: SeatMark | None = None
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class TableCentre:
    """What stands on the table, over, in and under its middle.

    `share` (0 to 1) is how much of the ring is left; None shows no ring. `state` colours the ring and draws a sign
    beside `state_word`; with `calm` the ring keeps its colour whatever the state and no sign is drawn.
    """

    above: str = ""
    big: str = ""
    below: str = ""
    share: float | None = None
    state: RingState | None = None
    state_word: str = ""
    calm: bool = False


_MARKS = {
    SeatState.DONE: SeatMark.TICK,
    SeatState.LATER: SeatMark.LATER,
    SeatState.PASSED: SeatMark.PASS,
    SeatState.AWAY: SeatMark.GONE,
    SeatState.REMARK: SeatMark.REMARK,
}


def mark_of(seat: TableSeat) -> SeatMark | None:
    """Return the sign a seat is drawn with."""
    return seat.mark or _MARKS.get(seat.state)
