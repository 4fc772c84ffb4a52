"""A scenario as a value: a fictional meeting told in steps, for rehearsal, demo and test (README.md).

Numbers of seconds and minutes are scenario time. Dates and times are local, without zone.
"""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TypeAlias

from netmoede_desktop.domain.agreements.agreements import Answer
from netmoede_desktop.domain.meeting.vocabulary import Mark
from netmoede_desktop.domain.people.people import Person


@dataclass(frozen=True, slots=True)
class ScenarioCase:
    """The sag. `child` is the name the child is called by."""

    reference: str
    child: str
    birth_year: int | None
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScenarioMeeting:
    """The prepared meeting. `planned_minutes` None means the method's target; `interpreter` is the tolk's language.

    `practice` is the id of the municipality's profile whose limits it has, "" for the method's own; `over_reason` says
    why it is longer than its hard limit.
    """

    method: str
    starts: datetime
    planned_minutes: int | None
    place: str
    purpose: str
    interpreter: str | None
    practice: str = ""
    over_reason: str = ""


@dataclass(frozen=True, slots=True)
class ScenarioPerson:
    """A participant, and whether they are in the room at the roll call."""

    person: Person
    present: bool
    line: int


@dataclass(frozen=True, slots=True)
class ScenarioAgreement:
    """An agreement still open from last time; `owner` is a person's id."""

    text: str
    owner: str
    start: date | None
    due: date | None
    line: int


@dataclass(frozen=True, slots=True)
class SpeakStep:
    """`speak`: the word is given and the turn lasts `seconds` of the person's own words."""

    who: str
    seconds: float
    note: str | None
    mark: Mark | None


@dataclass(frozen=True, slots=True)
class PassStep:
    """`pass`: the person says pas."""

    who: str


@dataclass(frozen=True, slots=True)
class LaterStep:
    """`later`: the person wants the word at the end of the round."""

    who: str


@dataclass(frozen=True, slots=True)
class ReadAloudStep:
    """`read_aloud`: the words of `who` are read by `by`; `seconds` None when the file leaves the length open."""

    who: str
    by: str
    text: str
    seconds: float | None


@dataclass(frozen=True, slots=True)
class RemarkStep:
    """`remark`: an indskud, a short remark while another has the word."""

    who: str
    seconds: float


@dataclass(frozen=True, slots=True)
class InterpretedStep:
    """`interpreter`: the tolk speaks for so long in the running turn."""

    seconds: float


@dataclass(frozen=True, slots=True)
class LetRunStep:
    """`let_run`: lad løbe."""


@dataclass(frozen=True, slots=True)
class BoardStep:
    """`board`: a sentence on tavlen."""

    text: str


@dataclass(frozen=True, slots=True)
class PrivateStep:
    """`private`: a private note of the mødeleder's; never in any paper."""

    text: str


@dataclass(frozen=True, slots=True)
class ParkStep:
    """`park`: a topic for parkeringspladsen."""

    text: str


@dataclass(frozen=True, slots=True)
class ReserveStep:
    """`reservation`: a disagreement or reservation, and whose it is."""

    who: str
    text: str


@dataclass(frozen=True, slots=True)
class ExperienceStep:
    """`experience`: what the family says about the meeting."""

    text: str


@dataclass(frozen=True, slots=True)
class AgreeStep:
    """`agree`: a new agreement; `who` owns it."""

    text: str
    who: str
    start: date | None
    due: date | None
    sign: str | None


@dataclass(frozen=True, slots=True)
class ConfirmStep:
    """`confirm`: the owner's answer to an agreement read aloud; `text` is the new wording, given exactly with *ret*."""

    agreement: int
    answer: Answer
    text: str | None


@dataclass(frozen=True, slots=True)
class SetStatusStep:
    """`status`: how it went with an agreement; `value` is one of the method's statuses."""

    agreement: int
    value: str


@dataclass(frozen=True, slots=True)
class ArriveStep:
    """`arrive`: someone comes, or comes back."""

    who: str


@dataclass(frozen=True, slots=True)
class LeaveStep:
    """`leave`: someone leaves the room."""

    who: str


@dataclass(frozen=True, slots=True)
class PauseStep:
    """`pause`: a break of so many minutes."""

    minutes: float


@dataclass(frozen=True, slots=True)
class NextPartStep:
    """`next_part`: on to the next part of the agenda."""


@dataclass(frozen=True, slots=True)
class UndoStep:
    """`undo`: takes back the whole step before it."""


@dataclass(frozen=True, slots=True)
class ItWasStep:
    """`it_was`: *det var …*, the running turn belongs to `who`."""

    who: str


@dataclass(frozen=True, slots=True)
class FollowUpStep:
    """`follow_up`: the next meeting, or the reason why there is none; exactly one of the two is set.

    `place` is None where it is the usual one.
    """

    at: datetime | None
    none_reason: str | None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class StopStep:
    """`stop`: the meeting ends early."""

    reason: str


@dataclass(frozen=True, slots=True)
class FinishStep:
    """`finish`: the meeting is over."""


Action: TypeAlias = (
    SpeakStep
    | PassStep
    | LaterStep
    | ReadAloudStep
    | RemarkStep
    | InterpretedStep
    | LetRunStep
    | BoardStep
    | PrivateStep
    | ParkStep
    | ReserveStep
    | ExperienceStep
    | AgreeStep
    | ConfirmStep
    | SetStatusStep
    | ArriveStep
    | LeaveStep
    | PauseStep
    | NextPartStep
    | UndoStep
    | ItWasStep
    | FollowUpStep
    | StopStep
    | FinishStep
)


@dataclass(frozen=True, slots=True)
class ScenarioStep:
    """One step: its `number` from 1, the `line` of its header, the word of its `do`, the seconds waited before it."""

    number: int
    line: int
    do: str
    wait: float
    action: Action


@dataclass(frozen=True, slots=True)
class Scenario:
    """A whole scenario file, free of errors of form; its steps are not yet checked by a meeting's rules."""

    path: Path
    case: ScenarioCase
    meeting: ScenarioMeeting
    people: tuple[ScenarioPerson, ...]
    agreements: tuple[ScenarioAgreement, ...]
    steps: tuple[ScenarioStep, ...]
