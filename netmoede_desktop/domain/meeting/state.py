"""The state of a running meeting: frozen values, folded from its events and from nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from netmoede_desktop.domain.agreements.agreements import Agreement
from netmoede_desktop.domain.agreements.follow_up import FollowUpRecord
from netmoede_desktop.domain.meeting.clock import UNUSED, Timer
from netmoede_desktop.domain.meeting.plan import MeetingPlan
from netmoede_desktop.domain.meeting.vocabulary import Mark, TurnState
from netmoede_desktop.domain.methods.method import Part
from netmoede_desktop.domain.people.people import Attendance, Person


class NoteKey(NamedTuple):
    """Which note: the part, whose words, and the person's how-manieth turn in that part (from 0).

    A turn that was put off and came back is opened `again`: each time with a note of its own, counted from 0.
    """

    part: str
    person: str
    turn: int
    again: int = 0


class TurnRef(NamedTuple):
    """Which turn: the part and the place in its round."""

    part: str
    place: int


class PauseKind(StrEnum):
    """Why the meeting rests: the method's own break, a pause asked for, or a time-out without a return time."""

    BREAK = "break"
    PAUSE = "pause"
    TIME_OUT = "time_out"


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn. `budget` in seconds is None until the word is given; `asked` orders those who said *senere*.

    `opened` counts how often the word was given to it.
    """

    person: str
    state: TurnState = TurnState.WAITING
    budget: float | None = None
    own: Timer = UNUSED
    interpreter: Timer = UNUSED
    let_run: bool = False
    read_by: str | None = None
    asked: int = 0
    extra: bool = False
    opened: int = 0
    open: bool = field(init=False, repr=False, compare=False)
    """Whether the person has not been offered the word yet, or has asked to be offered it again."""

    def __post_init__(self) -> None:
        """Compute `open` once, since it is read for every turn of a round at every act."""
        object.__setattr__(self, "open", self.state is TurnState.WAITING or self.state is TurnState.LATER)


@dataclass(frozen=True, slots=True)
class Floor:
    """The running turn. `rests`: the clock is stopped though the word has not moved; `remark` names an indskud.

    `free_since` is when the word before it ended: until then time belongs to the turn before. `taken_from` is the turn
    as it was before the word was given to it, for *det var …*. `note` is the key of the note for this turn.
    """

    turn: TurnRef
    note: NoteKey
    since: datetime
    free_since: datetime
    taken_from: Turn
    rests: bool = False
    remark: str | None = None
    interpreting: bool = False

    @property
    def heard(self) -> bool:
        """Whether somebody is talking: the speaker, the tolk, or someone with an indskud."""
        return not self.rests or self.interpreting or self.remark is not None


@dataclass(frozen=True, slots=True)
class Pause:
    """A pause, running while `ended` is None. `part` is None for one that belongs to no part."""

    kind: PauseKind
    started: datetime
    part: str | None
    back_at: datetime | None
    ended: datetime | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A person's words as written down. `without` holds the ids of those out of the room when they were said."""

    text: str
    mark: Mark | None = None
    read_by: str | None = None
    without: tuple[str, ...] = ()

    @property
    def written(self) -> bool:
        """Whether there is anything in it: words, or a mark."""
        return bool(self.text) or self.mark is not None


@dataclass(frozen=True, slots=True)
class SentWords:
    """The words sent by somebody who is not in the room, and who reads them aloud; without text they are on paper only.

    `told_in` is the key of the note that holds the text once it is read. They are `outdated` once the person has come
    and can say it.
    """

    text: str = ""
    reader: str | None = None
    told_in: NoteKey | None = None
    outdated: bool = False


@dataclass(frozen=True, slots=True)
class Presence:
    """Where a person is, and when they came and went."""

    attendance: Attendance
    here: bool
    arrived: datetime | None = None
    left: datetime | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """A hole in the activity (sleep, crash, power cut) that the mødeleder has not answered for yet.

    `part` is where the meeting was, `turn` whose clock ran, None where none did; with `interpreting` it was the tolk's.
    These clocks count the hole until it is left out.
    """

    since: datetime
    until: datetime
    part: str
    turn: TurnRef | None = None
    interpreting: bool = False

    @property
    def length(self) -> timedelta:
        """How long nothing was known."""
        return self.until - self.since


@dataclass(frozen=True, slots=True)
class Capture:
    """Everything written down in the room. `private` holds only ids: the texts live elsewhere."""

    notes: Mapping[NoteKey, Note] = field(default_factory=dict)
    board: tuple[str, ...] = ()
    private: tuple[str, ...] = ()
    parked: tuple[str, ...] = ()
    reservations: tuple[tuple[str, str], ...] = ()
    experience: tuple[str, ...] = ()
    agreements: Mapping[int, Agreement] = field(default_factory=dict)
    follow_up: FollowUpRecord | None = None


@dataclass(frozen=True, slots=True)
class MeetingState:
    """One meeting at one moment. `planned` maps part ids to seconds; dropped parts are planned with 0.

    `promised` is the same as it was when the meeting began: the child's and the parents' share is taken from there.
    `previous` is the turn in this part that had the word before the one that has it now, or last had it.
    """

    plan: MeetingPlan
    parts: tuple[Part, ...]
    people: Mapping[str, Person]
    presence: Mapping[str, Presence]
    planned: Mapping[str, int]
    promised: Mapping[str, int]
    part: str
    started: datetime | None = None
    ended: datetime | None = None
    rounds: Mapping[str, tuple[Turn, ...]] = field(default_factory=dict)
    part_time: Mapping[str, Timer] = field(default_factory=dict)
    floor: Floor | None = None
    silent_since: datetime | None = None
    previous: TurnRef | None = None
    pauses: tuple[Pause, ...] = ()
    dropped: frozenset[str] = frozenset()
    extra_minutes: int = 0
    capture: Capture = field(default_factory=Capture)
    words: Mapping[str, SentWords] = field(default_factory=dict)
    overridden: tuple[tuple[str, str], ...] = ()
    gap: Gap | None = None
    stop_reason: str | None = None
    finished: bool = False
    last_at: datetime | None = None

    @property
    def pause(self) -> Pause | None:
        """The pause that is running, or None."""
        return self.pauses[-1] if self.pauses and self.pauses[-1].ended is None else None

    @property
    def running(self) -> bool:
        """Whether the meeting has started and has not ended."""
        return self.started is not None and self.ended is None

    def current_part(self) -> Part:
        """The part the meeting is in."""
        return self.plan.method.part(self.part)

    def present(self) -> tuple[str, ...]:
        """The ids of those in the room."""
        return tuple(key for key, presence in self.presence.items() if presence.here)

    def turn(self, ref: TurnRef) -> Turn:
        """The turn a reference points to."""
        return self.rounds[ref.part][ref.place]

    def speaking(self) -> Turn | None:
        """The turn that has the word, or None."""
        return None if self.floor is None else self.turn(self.floor.turn)
