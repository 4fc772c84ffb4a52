"""The values of a round table: frozen and its own, so that mødeleder, room and seating can all use it."""

from dataclasses import dataclass
from enum import Enum, auto


class SeatShape(Enum):
    """Private network round, professional network square, mødeleder dashed, all others plain."""

    ROUND = auto()
    SQUARE = auto()
    DASHED = auto()
    PLAIN = auto()


class SeatState(Enum):
    """The state of a person in the round. QUIET: has no turn in this round."""

    WAITING = auto()
    SPEAKING = auto()
    DONE = auto()
    LATER = auto()
    PASSED = auto()
    AWAY = auto()
    QUIET = auto()
    REMARK = auto()


class SeatMark(Enum):
    """A small painted sign: spoken, offered again, passed, gone, a remark, words that are read aloud."""

    TICK = auto()
    LATER = auto()
    PASS = auto()
    GONE = auto()
    REMARK = auto()
    READ = auto()


class RingState(Enum):
    """The state of a turn against its time; each has a shape beside its word: full, half, empty."""

    GOOD = auto()
    ROUND_OFF = auto()
    OVER = auto()


@dataclass(frozen=True, slots=True)
class TableSeat:
    """A seat. `key` is unique at the table and is emitted by the signals.

    `caption` ("farmor") is omitted if there is no room, `name` never is. `next_in` is 1 for the next in turn. `mark`
    replaces the sign of `state`. `spoken` is the sentence for a screen reader and the tool tip; "" uses name and
    caption.
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
    """The texts above, in and below the middle of the table.

    `share` (0.0 to 1.0) is the part of the ring left; None shows no ring. `state` colours the ring and adds a sign
    beside `state_word`; with `calm` the ring keeps its colour whatever the state and no sign is painted.
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
    """Return the sign of a seat, None if it has none."""
    return seat.mark or _MARKS.get(seat.state)
