"""The values the mødeleder's window shows, frozen, one set after each act from `build`. Codes, never sentences.

`MeetingView` changes only when something happened in the meeting. What changes by itself, as time goes, is in
`ClockReading`, which is asked for and never stored.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from netmoede_desktop.domain.agreements.agreements import AgreementCheck, Answer
from netmoede_desktop.domain.agreements.follow_up import FollowUpRecord
from netmoede_desktop.domain.meeting.closing import Missing
from netmoede_desktop.domain.meeting.slippage import SlippageChoice
from netmoede_desktop.domain.meeting.state import NoteKey, PauseKind
from netmoede_desktop.domain.meeting.vocabulary import Mark, TurnState
from netmoede_desktop.domain.methods.method import FollowUpRule, GroupCode, PartKind, PartTask, Prompts
from netmoede_desktop.domain.people.people import Attendance, ChildPlace, Network, Role
from netmoede_desktop.domain.privacy.guard import RoomGuard

#: How many of those waiting are named as coming up after the next.
UPCOMING = 3


class MeetingStage(StrEnum):
    """Where the meeting is as a whole."""

    ROLL_CALL = "roll_call"
    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"


class Passage(StrEnum):
    """The place of a phase or part in time: behind, now, ahead, or left out."""

    PAST = "past"
    NOW = "now"
    AHEAD = "ahead"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class SeatView:
    """A person at the table. `name` is told apart from all others; `turn` is None outside a round or without a turn.

    `speaking` has the word, also while it rests. `next_in` counts from 1, in the order the word will be offered, for
    those whose turn is still open; None for the others. `called` is the name as it is said, which two can share;
    `heard` whether anything of theirs has been heard in this meeting. Who is `heard_when_away` has a place in rounds
    without being in the room; `words` is what they have sent, `words_by` the id of who is to read it. With
    `read_aloud` the turn is read by another: they sent words, or the child has chosen it.
    """

    person: str
    name: str
    full_name: str
    relation: str
    role: Role
    network: Network | None
    has_turn: bool
    attendance: Attendance
    here: bool
    turn: TurnState | None
    speaking: bool
    remarking: bool
    next_in: int | None
    through_interpreter: bool
    heard_when_away: bool
    place: ChildPlace | None
    called: str = ""
    heard: bool = False
    words: str = ""
    words_by: str | None = None
    read_aloud: bool = False


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of the agenda; the sentences of the current one are the `prompts` of the view.

    `round_number` of `rounds_in_phase` counts the parts with turns within the phase that are not dropped; None for
    others. `planned_seconds` is 0 for a dropped part. `sums_up`: the last round of the phase that is
    held has come to its end (R027).
    `away`: the groups the part turns to of whom no one can be heard; only of the part that runs.
    `heading` is shown over this part and its neighbours, in the place of the phase.
    """

    id: str
    title: str
    kind: PartKind
    task: PartTask | None
    phase: str
    passage: Passage
    planned_seconds: int
    has_turns: bool
    has_free_turns: bool
    round_number: int | None
    rounds_in_phase: int
    order_note: str
    sums_up: bool = False
    heading: str = ""
    away: tuple[GroupCode, ...] = ()


@dataclass(frozen=True, slots=True)
class PhaseView:
    """A phase with its planned length; `plain` is the phase in the family's words, `used_seconds` is 0 until past."""

    id: str
    title: str
    plain: str
    passage: Passage
    planned_seconds: int
    used_seconds: int = 0


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """Who has the word. `budget` is in seconds, None for a free turn.

    `read_by` is the id of who reads the words aloud and `reader` the name ("" for none); `remark` is the name of who
    is saying an indskud. A note typed now is `WriteNote` with what `note` says; `words` are those that are read aloud.
    """

    person: str
    name: str
    relation: str
    since: datetime
    budget: float | None
    rests: bool
    let_run: bool
    read_by: str | None
    reader: str
    remark: str | None
    interpreting: bool
    through_interpreter: bool
    note: NoteKey
    words: str = ""


class NextKind(StrEnum):
    """The kinds of effect of *videre*.

    With `NEEDS_READER` and `PART_WITH_WAITING` it is refused until a reader is named, or until it is said twice; with
    `CLOSE` and `NOTHING` there is nowhere to go on to.
    """

    START = "start"
    PERSON = "person"
    NEEDS_READER = "needs_reader"
    PART = "part"
    PART_WITH_WAITING = "part_with_waiting"
    END_PAUSE = "end_pause"
    CLOSE = "close"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class NextAct:
    """The effect of *videre*, and with whom (a name to show) or which part (its title).

    `reader` is the name of who reads the person's words aloud, "" where they speak themselves.
    `END_PAUSE` names the part it leads to after the method's own break, and none where the meeting goes on as it was.
    """

    kind: NextKind
    person: str | None = None
    name: str = ""
    part: str | None = None
    title: str = ""
    reader: str = ""


@dataclass(frozen=True, slots=True)
class UndoLabel:
    """The act that *fortryd* undoes, or *gendan* redoes: the act's event (`WordGiven`), and of whom or what.

    `name` is a person or a part; `number` that of the agreement, or the minutes asked of the room. `turn` tells *pas*
    from *senere* for `TurnSettled`. `corrected`: it was there before, in other words. `act` numbers
    the act, and no other act of the meeting has the same; two acts of one kind are called alike.
    """

    event: str
    name: str = ""
    number: int | None = None
    turn: TurnState | None = None
    corrected: bool = False
    act: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note; `part_title` is where it was said, `name` whose words they are, `reader` who read them ("" none)."""

    key: NoteKey
    name: str
    part_title: str
    text: str
    mark: Mark | None
    read_by: str | None
    reader: str


@dataclass(frozen=True, slots=True)
class AgreementView:
    """An agreement as the list shows it. `checks` are the remarks on this one."""

    number: int
    text: str
    owner: str | None
    owner_name: str
    owner_relation: str
    start: date | None
    due: date | None
    sign: str | None
    answer: Answer | None
    answered_at: datetime | None
    carried: bool
    status: str | None
    result: str | None
    settled: bool
    unanswered: bool
    priority: int | None
    checks: tuple[AgreementCheck, ...]
    started: bool = False


@dataclass(frozen=True, slots=True)
class ReservationView:
    """Disagreement or reservation, and whose words it is."""

    person: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class PauseView:
    """The pause that is running; `back_at` is local, None for a time-out."""

    kind: PauseKind
    started: datetime
    back_at: datetime | None


@dataclass(frozen=True, slots=True)
class GapView:
    """A hole in the time to be answered for: local instants, and who had the word ("" for none)."""

    since: datetime
    until: datetime
    name: str


@dataclass(frozen=True, slots=True)
class SpeakingTime:
    """Seconds of own words by network, for the mødeleder alone."""

    private: float
    professional: float


@dataclass(frozen=True, slots=True)
class MeetingView:
    """The whole of the mødeleder's window but the running clocks. All instants are local to the meeting.

    `prompts` are those of the part it is in, filled. `seats` go round the table. `left_out` names those whose group
    is in no order of the method. `missing` is what the meeting cannot be closed without, empty before it begins and
    after it has ended. `guard` finds private words while they are typed. `starts` is as planned, and on the day
    it is held where that is another one.
    """

    case_reference: str
    child: str
    number_in_series: int
    method_id: str
    method_name: str
    method_short: str
    purpose: str
    place: str
    starts: datetime
    planned_minutes: int
    interpreter: bool
    phases: tuple[PhaseView, ...]
    parts: tuple[PartView, ...]
    prompts: Prompts
    seats: tuple[SeatView, ...]
    speaker: SpeakerView | None
    next: NextAct
    undo: UndoLabel | None
    redo: UndoLabel | None
    notes: tuple[NoteView, ...]
    board: tuple[str, ...]
    parked: tuple[str, ...]
    private_count: int
    agreements: tuple[AgreementView, ...]
    list_checks: tuple[AgreementCheck, ...]
    reservations: tuple[ReservationView, ...]
    experience: tuple[str, ...]
    follow_up: FollowUpRecord | None
    follow_up_rule: FollowUpRule
    statuses: tuple[str, ...]
    missing: tuple[Missing, ...]
    pause: PauseView | None
    gap: GapView | None
    stop_reason: str | None
    started: datetime | None
    ended: datetime | None
    guard: RoomGuard
    left_out: tuple[str, ...] = ()
    deadline_always: bool = False
    lists_measures: bool = False
    reason_missing: bool = False
    principles: tuple[str, ...] = ()
    part: PartView = field(init=False, repr=False, compare=False)
    """The part the meeting is in."""

    def __post_init__(self) -> None:
        """Find once what every page asks for."""
        object.__setattr__(self, "part", next(part for part in self.parts if part.passage is Passage.NOW))

    @property
    def stage(self) -> MeetingStage:
        """Where the meeting is as a whole."""
        if self.ended is not None:
            return MeetingStage.ENDED
        if self.started is None:
            return MeetingStage.ROLL_CALL
        return MeetingStage.RUNNING if self.pause is None else MeetingStage.PAUSED

    @property
    def only_under_way(self) -> bool:
        """Whether all that is gone through had begun before there were any meetings: nothing is from last time."""
        carried = [agreement for agreement in self.agreements if agreement.carried]
        return bool(carried) and all(agreement.started for agreement in carried)

    @property
    def heading(self) -> str:
        """The heading of the current part: the method's own heading, else the title of its phase."""
        part = self.part
        return part.heading or next((phase.title for phase in self.phases if phase.id == part.phase), "")

    @property
    def waiting(self) -> tuple[SeatView, ...]:
        """Those whose turn in the current round is still open, in the order it will be offered."""
        in_line = [(seat.next_in, seat) for seat in self.seats if seat.next_in is not None]
        return tuple(seat for _, seat in sorted(in_line, key=lambda place: place[0]))

    @property
    def upcoming(self) -> tuple[SeatView, ...]:
        """The first three of those waiting after the one `next` names."""
        return tuple(seat for seat in self.waiting if seat.person != self.next.person)[:UPCOMING]

    def seat(self, person: str) -> SeatView:
        """Return a person's seat; KeyError if there is none."""
        for seat in self.seats:
            if seat.person == person:
                return seat
        raise KeyError(person)

    def note(self, key: NoteKey) -> NoteView | None:
        """Return the note under a key, or None."""
        return next((note for note in self.notes if note.key == key), None)


@dataclass(frozen=True, slots=True)
class ClockReading:
    """The reading of all clocks at one moment. Seconds; `now`, `agreed_end` and `expected_end` are local instants.

    `turn_left` is negative when it is over and None where no turn has a budget; `turn_state` is a word of `TimeState`,
    None where no one is to be hurried (*lad løbe*, a free turn, while the tolk talks). `silent_for` is set while no one
    has the word, `pause_left` (negative when it is over) in a pause with a return time. There are `choices` when the
    meeting is a minute or more behind its plan.
    """

    now: datetime
    agreed_end: datetime
    expected_end: datetime
    turn_used: float | None
    turn_left: float | None
    turn_budget: float | None
    turn_state: str | None
    interpreter_used: float
    part_used: float
    part_planned: float
    phase_used: float
    phase_planned: float
    silent_for: float | None
    pause_left: float | None
    pause_elapsed: float | None
    pause_due: bool
    choices: tuple[SlippageChoice, ...]
    speaking_time: SpeakingTime

    @property
    def slip(self) -> timedelta:
        """By how much the meeting is expected to end after the agreed time; negative when there is time to spare."""
        return self.expected_end - self.agreed_end
