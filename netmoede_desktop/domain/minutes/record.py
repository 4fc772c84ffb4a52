"""The facts of one meeting, for every paper: a plain value without clock, engine or storage.

It holds what `meeting.json` holds (README.md) and the few facts only a paper needs. Private notes have no field.
"""

from dataclasses import dataclass
from datetime import date, datetime

from netmoede_desktop.domain.agreements.agreements import Answer
from netmoede_desktop.domain.agreements.follow_up import FollowUpRecord
from netmoede_desktop.domain.meeting.vocabulary import Mark, TurnState
from netmoede_desktop.domain.methods.method import FollowUpRule, PartTask
from netmoede_desktop.domain.people.people import WITHOUT_TURN, Attendance, Network, Role


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A participant. `display` is the called name told apart from others.

    With `arrived` after `left` the person was out in between; the other way round they came late and left early.
    `party` is as what a mødeleder took part with a turn of their own, None for everybody else.
    """

    id: str
    name: str
    called: str
    display: str
    role: Role
    relation: str
    network: Network | None
    attendance: Attendance
    receives_minutes: bool
    protected_address: bool
    arrived: datetime | None = None
    left: datetime | None = None
    party: Role | None = None

    @property
    def has_turn(self) -> bool:
        """Whether the method's rounds have a place for them, by what they take part as."""
        return (self.party or self.role) not in WITHOUT_TURN


@dataclass(frozen=True, slots=True)
class PartRecord:
    """A part of the agenda with its planned and used seconds. `plain_phase` is the phase in the family's words.

    `nobody_heard`: people waited in its round, and no one was offered the word. `rests`: it is a pause. `heading` is
    shown above it, once for neighbours with the same one. `task`: its purpose beyond its kind. `dropped`: left out by
    choice.
    """

    id: str
    title: str
    phase: str
    phase_title: str
    plain_phase: str
    planned_seconds: int
    used_seconds: int
    begun: bool
    nobody_heard: bool = False
    rests: bool = False
    heading: str = ""
    task: PartTask | None = None
    dropped: bool = False


@dataclass(frozen=True, slots=True)
class TurnRecord:
    """One turn with the person's own seconds and the tolk's."""

    part: str
    person: str
    state: TurnState
    seconds: int
    interpreter_seconds: int


@dataclass(frozen=True, slots=True)
class NoteRecord:
    """A note in the person's own words. `without` names those who were out of the room then."""

    part: str
    person: str
    text: str
    mark: Mark | None
    read_aloud_by: str | None
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EarlierWording:
    """The wording of an agreement from before, when the meeting began."""

    text: str
    start: date | None
    due: date | None
    sign: str | None


@dataclass(frozen=True, slots=True)
class AgreementRecord:
    """An agreement: who does what, from or by when, and how it shows that it works.

    `carried` marks one from before the meeting: from last time, or `started` before there were any. `before` is how it
    stood then, where the meeting put it otherwise; `answered_before` what its owner said of it last time.
    """

    number: int
    text: str
    owner: str | None
    start: date | None
    due: date | None
    sign: str | None
    answer: Answer | None
    answered: datetime | None
    status: str | None
    carried: bool = False
    started: bool = False
    result: str | None = None
    priority: int | None = None
    before: EarlierWording | None = None
    answered_before: Answer | None = None


@dataclass(frozen=True, slots=True)
class ReservationRecord:
    """A disagreement or reservation, and whose words it is."""

    person: str
    text: str


@dataclass(frozen=True, slots=True)
class PauseRecord:
    """A pause; `part` is None for one that was not planned."""

    started: datetime
    seconds: int
    part: str | None


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """One meeting as in its papers: a draft until `finished`. Instants are aware, `planned_start` is local.

    `last_at` is when the last of its `events` happened, `called` the name of such a meeting. `reasons` are the words
    given for codes of `overridden`; a code without words is not among them. `responsible` is the id of who sees to it
    that there is a referat (R027), `author` of who wrote it (R026, R133). `follow_up_rule` is the method's rule for the
    next meeting; `hard_limit` in minutes is how long it lets one be, `deadline_always` that every agreement has a last
    day. `extra_minutes` were added while the meeting went on. `not_said` has the lines the child asked not
    to have said; a paper is searched for them.
    """

    case_reference: str
    child: str
    method_id: str
    method_version: int
    method_name: str
    number_in_series: int
    place: str
    purpose: str
    planned_start: datetime
    planned_minutes: int
    people: tuple[PersonRecord, ...]
    parts: tuple[PartRecord, ...]
    turns: tuple[TurnRecord, ...]
    notes: tuple[NoteRecord, ...]
    board: tuple[str, ...]
    agreements: tuple[AgreementRecord, ...]
    reservations: tuple[ReservationRecord, ...]
    experience: tuple[str, ...]
    parked: tuple[str, ...]
    pauses: tuple[PauseRecord, ...]
    follow_up: FollowUpRecord | None
    overridden: tuple[str, ...]
    stop_reason: str | None
    started: datetime | None
    ended: datetime | None
    finished: bool
    events: int
    principles: tuple[str, ...] = ()
    last_at: datetime | None = None
    called: str = "netværksmøde"
    reasons: tuple[tuple[str, str], ...] = ()
    responsible: str | None = None
    author: str | None = None
    follow_up_rule: FollowUpRule | None = None
    hard_limit: int | None = None
    extra_minutes: int = 0
    deadline_always: bool = False
    not_said: tuple[str, ...] = ()

    @property
    def began(self) -> datetime:
        """When the meeting began; as planned while it has not begun."""
        return self.started or self.planned_start

    def person(self, person_id: str) -> PersonRecord:
        """Return the person with that id; KeyError if there is none."""
        for person in self.people:
            if person.id == person_id:
                return person
        raise KeyError(person_id)
