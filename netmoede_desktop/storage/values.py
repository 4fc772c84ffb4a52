"""The values saved in the vault, frozen. Rows never leave `storage`; these do.

Instants are aware UTC; a meeting's `starts` is a local wall time: the agreed one, and once it has begun when it began.
The agreed one is then in its plan alone.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

#: What a JSON object in the store may hold.
Payload = dict[str, object]


class MeetingStatus(StrEnum):
    """Where a meeting is; the values are those of `netmoede meetings --json`."""

    PLANNED = "planlagt"
    RUNNING = "i gang"
    FINISHED = "afsluttet"


@dataclass(frozen=True, slots=True)
class StoredCase:
    """A sag. `reference` is the municipality's, `child` the name the child is called by.

    `journalised` is when the last follow-up was journalised, `delete_on` the day the local copy is deleted.
    """

    id: str
    reference: str
    child: str
    birth_year: int | None
    languages: tuple[str, ...]
    created: datetime
    journalised: date | None = None
    delete_on: date | None = None


@dataclass(frozen=True, slots=True)
class StoredMeeting:
    """A møde of a sag. `plan` is JSON text that storage does not read; `series_number` counts from 1 in the sag."""

    id: str
    case_id: str
    method_id: str
    method_version: int
    starts: datetime
    planned_minutes: int
    place: str
    purpose: str
    interpreter: str | None
    plan: str
    state: MeetingStatus
    series_number: int


class FactsOf(StrEnum):
    """The subject of stored facts."""

    CASE = "case"
    PERSON = "person"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True, repr=False)
class StoredFacts:
    """The facts of one subject of a sag; `content` is JSON text that storage does not read. Its repr shows no text."""

    case_id: str
    subject: FactsOf
    subject_id: str
    content: str

    def __repr__(self) -> str:
        """Hide the content."""
        return f"StoredFacts(case_id={self.case_id!r}, subject={self.subject}, subject_id={self.subject_id!r}, …)"


@dataclass(frozen=True, slots=True)
class MeetingBrief:
    """A møde as shown in a list, with its sag's `reference` and `child`; the plan is not read for it."""

    id: str
    case_id: str
    reference: str
    child: str
    method_id: str
    starts: datetime
    planned_minutes: int
    place: str
    state: MeetingStatus
    series_number: int


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A person of a sag who is called, or phoned, as was typed."""

    id: str
    name: str
    relation: str


@dataclass(frozen=True, slots=True)
class FoundCase:
    """A sag that was found: by the person closest to the typed words, or by its own number or child (None)."""

    case_id: str
    person: FoundPerson | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome of a finished meeting: the number of its newest approved version (0 for none), and `facts`.

    `facts` are computed from the meeting by its reader, and cached; None until then, and after each new version.
    """

    meeting: str
    approved: int
    facts: Payload | None


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One event of a running meeting. `seq` counts from 1 without gaps; `act` numbers the whole act it belongs to."""

    meeting: str
    seq: int
    act: int | None
    name: str
    at: datetime
    payload: Payload


@dataclass(frozen=True, slots=True, repr=False)
class PrivateNote:
    """A mødeleder's private note, by the act that wrote it; its repr never shows the text."""

    meeting: str
    act: int
    text: str

    def __repr__(self) -> str:
        """Hide the text."""
        return f"PrivateNote(meeting={self.meeting!r}, act={self.act}, text=…)"


@dataclass(frozen=True, slots=True, repr=False)
class BegunLine:
    """The half-written text in a field of a running meeting, as of `at`; its repr never shows the text."""

    meeting: str
    field: str
    text: str
    at: datetime

    def __repr__(self) -> str:
        """Hide the text."""
        return f"BegunLine(meeting={self.meeting!r}, field={self.field!r}, text=…)"


@dataclass(frozen=True, slots=True)
class StoredMinutes:
    """An approved version of a referat, never changed afterwards.

    `content` is canonical JSON text, `digest` its chained SHA-256 in hex (computed by the store), `pdf_digest` the hash
    of the PDF made of it.
    """

    meeting: str
    version: int
    content: str
    approved: datetime
    pdf_digest: str | None
    digest: str = ""


@dataclass(frozen=True, slots=True)
class AuditAct:
    """Something to log: who did what to which sag, møde or person. Only ids and codes, never names or text."""

    at: datetime
    actor: str
    name: str
    case_id: str | None = None
    meeting_id: str | None = None
    person_id: str | None = None
    detail: Payload = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """A logged act: its number from 1, and the hash (hex) that chains it to the one before."""

    seq: int
    act: AuditAct
    digest: str


@dataclass(frozen=True, slots=True)
class Deletion:
    """The trace of a deleted sag: its random id and when; nothing of what it held."""

    case_id: str
    at: datetime
