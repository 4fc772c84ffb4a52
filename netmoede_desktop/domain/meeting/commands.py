"""The commands to the running meeting. Imperative; `decide` turns one into events or refuses it."""

from dataclasses import dataclass
from datetime import date, datetime

from netmoede_desktop.domain.agreements.agreements import Answer
from netmoede_desktop.domain.meeting.vocabulary import Mark
from netmoede_desktop.domain.people.people import Attendance, ChildPlace, Person


@dataclass(frozen=True, slots=True)
class StartMeeting:
    """The roll call: where people are (here if not named). `over_reason`: why it is so long, if no plan says so."""

    attendance: tuple[tuple[str, Attendance], ...] = ()
    over_reason: str = ""


@dataclass(frozen=True, slots=True)
class GoOn:
    """*Videre*: the next person, or the next part. `confirmed` when it is said the second time."""

    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class GiveWord:
    """Give the word to a person in the current part."""

    person: str


@dataclass(frozen=True, slots=True)
class PassWord:
    """*Pas* for a person in the current round."""

    person: str


@dataclass(frozen=True, slots=True)
class DeferWord:
    """*Senere* for a person in the current round."""

    person: str


@dataclass(frozen=True, slots=True)
class ReadAloud:
    """Read a person's words aloud, by a named person who is there."""

    person: str
    by: str


@dataclass(frozen=True, slots=True)
class RestWord:
    """The speaker has finished, and the word has not moved: stop the clock."""


@dataclass(frozen=True, slots=True)
class ResumeWord:
    """The speaker goes on."""


@dataclass(frozen=True, slots=True)
class BackdateWord:
    """*Begyndte for … siden*: the running turn began this many seconds ago."""

    seconds: float


@dataclass(frozen=True, slots=True)
class ItWas:
    """*Det var …*: the running turn and its note are this person's."""

    person: str


@dataclass(frozen=True, slots=True)
class BeginRemark:
    """*Indskud*: a short remark by another person pauses the speaker's time."""

    person: str


@dataclass(frozen=True, slots=True)
class EndRemark:
    """The speaker goes on after an indskud."""


@dataclass(frozen=True, slots=True)
class BeginInterpreting:
    """*Tolken taler*."""


@dataclass(frozen=True, slots=True)
class EndInterpreting:
    """*Personen taler*."""


@dataclass(frozen=True, slots=True)
class LetRun:
    """*Lad løbe*: the turn may run over its time; the clock counts silently."""


@dataclass(frozen=True, slots=True)
class AddTime:
    """*+1 min* for the speaker."""

    seconds: int = 60


@dataclass(frozen=True, slots=True)
class BeginPause:
    """*Pause* with its length in minutes."""

    minutes: float


@dataclass(frozen=True, slots=True)
class TimeOut:
    """*Time-out*: a pause without a return time."""


@dataclass(frozen=True, slots=True)
class EndPause:
    """Go on after a pause."""


@dataclass(frozen=True, slots=True)
class NextPart:
    """Go to the next part. `confirmed` when it is said the second time though people are waiting."""

    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class OpenNextRound:
    """Go to the next part where the word is given in turn, passing over those without."""


@dataclass(frozen=True, slots=True)
class WriteNote:
    """A person's words in a part. `turn` is the person's how-manieth turn there, None for the latest; see `NoteKey`.

    With `added` they are a note of their own, beside the notes already there.
    """

    person: str
    text: str
    mark: Mark | None = None
    part: str | None = None
    turn: int | None = None
    read_by: str | None = None
    again: int = 0
    added: bool = False


@dataclass(frozen=True, slots=True)
class WriteBoard:
    """A line on the board, new or in place of line `index`."""

    text: str
    index: int | None = None


@dataclass(frozen=True, slots=True)
class TakePrivate:
    """A private note has been written under this id."""

    note: str


@dataclass(frozen=True, slots=True)
class MovePrivate:
    """A private note has been moved by hand to where everyone may read it, and is no longer private."""

    note: str


@dataclass(frozen=True, slots=True)
class ParkTopic:
    text: str


@dataclass(frozen=True, slots=True)
class Reserve:
    """Disagreement or reservation in a person's words."""

    person: str
    text: str


@dataclass(frozen=True, slots=True)
class TellExperience:
    text: str


@dataclass(frozen=True, slots=True)
class WriteAgreement:
    """Make an agreement, or reword the one with this number. `started`: a measure that began before today."""

    text: str
    owner: str | None
    start: date | None = None
    due: date | None = None
    sign: str | None = None
    number: int | None = None
    started: bool = False


@dataclass(frozen=True, slots=True)
class DropAgreement:
    number: int


@dataclass(frozen=True, slots=True)
class AnswerAgreement:
    """The owner's answer at the reading aloud, so there is one; `text` is the new wording for *ret*."""

    number: int
    answer: Answer
    text: str | None = None


@dataclass(frozen=True, slots=True)
class GiveStatus:
    """The status of an agreement of last time: one of the method's words, and the outcome in own words."""

    number: int
    value: str
    result: str | None = None


@dataclass(frozen=True, slots=True)
class RankAgreements:
    """The room's priorities (R110): numbers of agreements, the most important first."""

    order: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SetFollowUp:
    """The next meeting at a local wall time. Without `place` it is the one named before, else where we are today."""

    when: datetime
    place: str | None = None


@dataclass(frozen=True, slots=True)
class DeclineFollowUp:
    """*Ingen opfølgning*, with the reason."""

    reason: str


@dataclass(frozen=True, slots=True)
class AddPerson:
    """Someone unexpected is seated and here."""

    person: Person


@dataclass(frozen=True, slots=True)
class Arrive:
    person: str


@dataclass(frozen=True, slots=True)
class Leave:
    person: str


@dataclass(frozen=True, slots=True)
class MoveSeats:
    """The ids round the table, all of them."""

    order: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChoosePlace:
    """The child chooses its place in the order."""

    person: str
    place: ChildPlace | None


@dataclass(frozen=True, slots=True)
class KeepSentWords:
    """Words of somebody who is not in the room, and who reads them; "" while on paper only, None for none after all."""

    person: str
    text: str | None
    reader: str | None = None


@dataclass(frozen=True, slots=True)
class ReorderRound:
    """The order the mødeleder drags for the current round."""

    order: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShortenTurns:
    """When the plan slips: shorter remaining turns."""


@dataclass(frozen=True, slots=True)
class DropPart:
    """When the plan slips: leave out an optional round or the break, or park a part's topic."""

    part: str


@dataclass(frozen=True, slots=True)
class ExtendMeeting:
    """When the plan slips: the room has agreed to stay longer; above the hard limit for a `reason`, given once."""

    minutes: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class OverrideRule:
    """Go on though a rule refuses, with the reason."""

    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReportGap:
    """Nothing was known from `since` until now (sleep, crash, clock set)."""

    since: datetime


@dataclass(frozen=True, slots=True)
class CountGap:
    """*Tæl med*."""


@dataclass(frozen=True, slots=True)
class GapAsPause:
    """*Regn som pause*."""


@dataclass(frozen=True, slots=True)
class GoBackToGap:
    """*Gå tilbage til 16.38*: as if no one had the word from then on."""


@dataclass(frozen=True, slots=True)
class StopMeeting:
    """Stop early, with the reason."""

    reason: str


@dataclass(frozen=True, slots=True)
class FinishMeeting:
    """Close the meeting. `reason` overrides missing things; without it they refuse the command."""

    reason: str | None = None


FloorCommand = RestWord | ResumeWord | BackdateWord | EndRemark | BeginInterpreting | EndInterpreting | LetRun | AddTime
WordCommand = GoOn | GiveWord | PassWord | DeferWord | ReadAloud | ItWas | BeginRemark | ReorderRound | FloorCommand
AgreementCommand = WriteAgreement | DropAgreement | AnswerAgreement | GiveStatus | RankAgreements
CaptureCommand = (
    WriteNote
    | WriteBoard
    | TakePrivate
    | MovePrivate
    | ParkTopic
    | Reserve
    | TellExperience
    | AgreementCommand
    | SetFollowUp
    | DeclineFollowUp
)
PeopleCommand = AddPerson | Arrive | Leave | MoveSeats | ChoosePlace | KeepSentWords
PlanCommand = ShortenTurns | DropPart | ExtendMeeting
GapCommand = ReportGap | CountGap | GapAsPause | GoBackToGap
PauseCommand = BeginPause | TimeOut | EndPause
FrameCommand = (
    StartMeeting
    | NextPart
    | OpenNextRound
    | PauseCommand
    | PeopleCommand
    | PlanCommand
    | OverrideRule
    | GapCommand
    | StopMeeting
    | FinishMeeting
)
Command = WordCommand | CaptureCommand | FrameCommand
