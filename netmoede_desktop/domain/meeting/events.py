"""The events of the room. Every event is durable before the screen shows it; names and fields are the journal's.

All instants are aware. Fields are only ever added, with a default, so that an old journal still folds.
"""

from dataclasses import dataclass
from datetime import date, datetime

from netmoede_desktop.domain.agreements.agreements import Answer
from netmoede_desktop.domain.meeting.state import PauseKind
from netmoede_desktop.domain.meeting.vocabulary import Mark, TurnState
from netmoede_desktop.domain.people.people import Attendance, ChildPlace, Person


@dataclass(frozen=True, slots=True)
class MeetingStarted:
    at: datetime
    attendance: tuple[tuple[str, Attendance], ...]


@dataclass(frozen=True, slots=True)
class PartEntered:
    at: datetime
    part: str


@dataclass(frozen=True, slots=True)
class RoundOpened:
    at: datetime
    part: str
    order: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoundReordered:
    at: datetime
    part: str
    order: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TurnAdded:
    at: datetime
    part: str
    person: str
    extra: bool


@dataclass(frozen=True, slots=True)
class WordGiven:
    """`budget` in seconds; None in a part where words are free."""

    at: datetime
    part: str
    index: int
    budget: float | None
    read_by: str | None = None


@dataclass(frozen=True, slots=True)
class WordRested:
    at: datetime


@dataclass(frozen=True, slots=True)
class WordResumed:
    at: datetime


@dataclass(frozen=True, slots=True)
class WordBackdated:
    at: datetime
    began: datetime


@dataclass(frozen=True, slots=True)
class TurnEnded:
    at: datetime


@dataclass(frozen=True, slots=True)
class TurnSettled:
    """A turn was passed, put off or left without the word having been given to it."""

    at: datetime
    part: str
    index: int
    state: TurnState
    asked: int = 0


@dataclass(frozen=True, slots=True)
class TurnMoved:
    """*Det var …*: the running turn and its note belong to the turn at `index`."""

    at: datetime
    index: int


@dataclass(frozen=True, slots=True)
class RemarkBegan:
    at: datetime
    person: str


@dataclass(frozen=True, slots=True)
class RemarkEnded:
    at: datetime


@dataclass(frozen=True, slots=True)
class InterpreterBegan:
    at: datetime


@dataclass(frozen=True, slots=True)
class InterpreterEnded:
    at: datetime


@dataclass(frozen=True, slots=True)
class WordLetRun:
    at: datetime


@dataclass(frozen=True, slots=True)
class TimeAdded:
    at: datetime
    seconds: int


@dataclass(frozen=True, slots=True)
class PauseBegan:
    at: datetime
    kind: PauseKind
    part: str | None
    back_at: datetime | None


@dataclass(frozen=True, slots=True)
class PauseEnded:
    at: datetime


@dataclass(frozen=True, slots=True)
class NoteWritten:
    at: datetime
    part: str
    person: str
    turn: int
    text: str
    mark: Mark | None = None
    read_by: str | None = None
    again: int = 0


@dataclass(frozen=True, slots=True)
class BoardWritten:
    """A line on the board; `index` is the line it replaces, None for a new one. An empty text wipes the line."""

    at: datetime
    text: str
    index: int | None = None


@dataclass(frozen=True, slots=True)
class PrivateTaken:
    """A private note exists under this id; its text is in no event."""

    at: datetime
    note: str


@dataclass(frozen=True, slots=True)
class PrivateMoved:
    """The private note under this id has moved: it is now ordinary text."""

    at: datetime
    note: str


@dataclass(frozen=True, slots=True)
class TopicParked:
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class ReservationMade:
    at: datetime
    person: str
    text: str


@dataclass(frozen=True, slots=True)
class ExperienceTold:
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class AgreementWritten:
    """A new agreement, or the new wording of the one with this number. `started`: a measure that began before today."""

    at: datetime
    number: int
    text: str
    owner: str | None
    start: date | None = None
    due: date | None = None
    sign: str | None = None
    started: bool = False


@dataclass(frozen=True, slots=True)
class AgreementDropped:
    at: datetime
    number: int


@dataclass(frozen=True, slots=True)
class AgreementAnswered:
    at: datetime
    number: int
    answer: Answer
    text: str | None = None


@dataclass(frozen=True, slots=True)
class StatusGiven:
    at: datetime
    number: int
    value: str
    result: str | None = None


@dataclass(frozen=True, slots=True)
class AgreementsRanked:
    """The priorities: these agreements in this order, the others without a rank."""

    at: datetime
    order: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FollowUpSet:
    """`at` is when it was said; `when` the local wall time of the next meeting, or None with the reason."""

    at: datetime
    when: datetime | None
    none_reason: str | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class PersonAdded:
    at: datetime
    person: Person


@dataclass(frozen=True, slots=True)
class PersonArrived:
    at: datetime
    person: str


@dataclass(frozen=True, slots=True)
class PersonLeft:
    at: datetime
    person: str


@dataclass(frozen=True, slots=True)
class SeatsMoved:
    at: datetime
    order: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChildPlaceChosen:
    at: datetime
    person: str
    place: ChildPlace | None


@dataclass(frozen=True, slots=True)
class WordsKept:
    """The words that somebody who is not in the room has sent, and who reads them; None: there are none after all."""

    at: datetime
    person: str
    text: str | None
    reader: str | None = None


@dataclass(frozen=True, slots=True)
class PlanAdjusted:
    """A choice made because the plan slipped: new planned seconds, dropped parts, minutes asked of the room."""

    at: datetime
    planned: tuple[tuple[str, int], ...] = ()
    dropped: tuple[str, ...] = ()
    extra_minutes: int = 0


@dataclass(frozen=True, slots=True)
class RuleOverridden:
    at: datetime
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class GapFound:
    at: datetime
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class GapCounted:
    at: datetime


@dataclass(frozen=True, slots=True)
class GapLeftOut:
    """The gap is left out of every clock: as a pause, or (`rest_word`) as if no one had the word from then on."""

    at: datetime
    rest_word: bool


@dataclass(frozen=True, slots=True)
class MeetingStopped:
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class MeetingFinished:
    at: datetime


@dataclass(frozen=True, slots=True)
class Undone:
    """The counter-event: the act with this number is undone. Folded by `history`, which holds the state before it."""

    at: datetime
    act: int


@dataclass(frozen=True, slots=True)
class Redone:
    """The counter-event to `Undone`: the act with this number, undone last, is in force again. Folded by `history`."""

    at: datetime
    act: int


RoundEvent = RoundOpened | RoundReordered | TurnAdded | TurnSettled
FloorEvent = WordRested | WordResumed | RemarkBegan | RemarkEnded | InterpreterBegan | InterpreterEnded
AgreementEvent = AgreementWritten | AgreementDropped | AgreementAnswered | StatusGiven | AgreementsRanked
PeopleEvent = PersonAdded | PersonArrived | PersonLeft | SeatsMoved | ChildPlaceChosen | WordsKept
GapEvent = GapFound | GapCounted | GapLeftOut
Event = (
    MeetingStarted
    | PartEntered
    | RoundEvent
    | WordGiven
    | WordBackdated
    | TurnEnded
    | TurnMoved
    | FloorEvent
    | WordLetRun
    | TimeAdded
    | PauseBegan
    | PauseEnded
    | NoteWritten
    | BoardWritten
    | PrivateTaken
    | PrivateMoved
    | TopicParked
    | ReservationMade
    | ExperienceTold
    | AgreementEvent
    | FollowUpSet
    | PeopleEvent
    | PlanAdjusted
    | RuleOverridden
    | GapEvent
    | MeetingStopped
    | MeetingFinished
    | Undone
    | Redone
)
