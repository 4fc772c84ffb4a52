"""The values for the room: frozen that have no field for case number, surname, address, note or private text.

The only free text is the board, the agreements and where we meet next, and it comes as `RoomText`, out of which
protected words have been taken; see `domain.privacy.guard`. Times of day are there, seconds and talking time are not.
Built by `audience_view`; `gui/room` imports nothing else of the services.

Why: docs/decisions/0015-what-the-room-sees-is-a-type.md
"""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from netmoede_desktop.domain.privacy.room_text import RoomText


class Scene(StrEnum):
    """The subject of the audience window now."""

    WELCOME = "welcome"
    TABLE = "table"
    BOARD = "board"
    AGREEMENTS = "agreements"
    READING = "reading"
    NEXT_MEETING = "next_meeting"
    PAUSE = "pause"
    THANKS = "thanks"


class AudienceStep(StrEnum):
    """The place of a phase in time."""

    PAST = "past"
    NOW = "now"
    AHEAD = "ahead"


class Shape(StrEnum):
    """The seat's shape: private network round, professional square, mødeleder dashed, others plain."""

    ROUND = "round"
    SQUARE = "square"
    DASHED = "dashed"
    PLAIN = "plain"


class AudienceSeatState(StrEnum):
    """The state of a seat in the round; passing and having spoken look the same to the room."""

    WAITING = "waiting"
    SPEAKING = "speaking"
    DONE = "done"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class AudienceSeat:
    """A seat with the name the person wants to be called."""

    name: str
    shape: Shape
    state: AudienceSeatState


@dataclass(frozen=True, slots=True)
class AudiencePhase:
    """A phase in the family's words."""

    title: str
    step: AudienceStep


@dataclass(frozen=True, slots=True)
class AudienceAgreement:
    """An agreement as the room reads it; `owner` is the name the person is called by, `agreed` after a *ja*."""

    number: int
    text: RoomText
    owner: str
    start: date | None
    due: date | None
    sign: RoomText | None
    agreed: bool


@dataclass(frozen=True, slots=True)
class AudiencePause:
    """The meeting rests; `back_at` is a time of day, None where it is not known."""

    back_at: time | None


@dataclass(frozen=True, slots=True)
class AudienceView:
    """One picture for the room. Of board, agreements, reading and pause it holds what its scene shows, and no more.

    `speaker` has the word and `reader` reads for them ("" for no one); `then` are the next two. `question` comes from
    the method file and `child` is what the child is called. Of agreements those that still stand are shown. The next
    meeting is there from the moment it is agreed, its place only where all of it is for the room, and `no_next_meeting`
    when it is said that there is none, never why.
    All times are local and ahead; `pause_at` is expected, to five minutes. `ends_at` is None when the meeting is over
    its time.
    """

    scene: Scene
    phases: tuple[AudiencePhase, ...]
    child: str
    question: str
    speaker: str
    reader: str
    then: tuple[str, ...]
    seats: tuple[AudienceSeat, ...]
    board: tuple[RoomText, ...]
    agreements: tuple[AudienceAgreement, ...]
    reading: AudienceAgreement | None
    pause: AudiencePause | None
    next_meeting: date | None
    next_meeting_at: time | None
    no_next_meeting: bool
    pause_at: time | None
    ends_at: time | None
    next_meeting_place: RoomText | None = None


class CurtainReason(StrEnum):
    """Why the curtain is down, the most important first."""

    LOCKED = "locked"
    SCREEN_LOST = "screen_lost"
    MIRRORED = "mirrored"
    VEILED = "veiled"
    TIME_OUT = "time_out"
    PAUSE = "pause"
    BY_HAND = "by_hand"
    PRIVATE = "private"
