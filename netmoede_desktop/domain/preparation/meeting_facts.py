"""The facts of one planned meeting beyond its plan: the child's talk, the room, invitations, overrides."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from netmoede_desktop.domain.people.person_facts import Channel
from netmoede_desktop.domain.people.said import Said


class RoomKind(StrEnum):
    """The kind of a room (R082, R083)."""

    NEUTRAL = "neutralt"
    TOWN_HALL = "rådhus"
    SCHOOL = "skole"
    HOME = "hjem"


class Participation(StrEnum):
    """How far the child takes part (R051)."""

    YES = "ja"
    PARTLY = "delvist"
    NO = "nej"


class Reply(StrEnum):
    """The answer of somebody invited; None means no answer yet."""

    COMES = "kommer"
    DECLINES = "afbud"
    SENDS_WORDS = "sender ord"


class Separation(StrEnum):
    """The way out where two people cannot be in one room (R175)."""

    FAR_APART = "langt fra hinanden"
    ARRIVE_APART = "kommer hver for sig"
    TWO_ROOMS = "to rum"
    READ_ALOUD = "ord læses op"


@dataclass(frozen=True, slots=True)
class ChildTalk:
    """The talk with the child before this meeting, and what came of it.

    `alone` is None while unanswered. `own_words` is what the child wants to say. `not_said` is what must not be said in
    the room, line by line: it becomes protected words of room and papers. `before`, `during`, `after` say who gives
    the child support, by id or name. `participation` has its reason, `explained` is what it was told
    of purpose and frame.
    """

    talk: Said = field(default=Said())
    place: str = ""
    alone: bool | None = None
    own_words: str = ""
    not_said: tuple[str, ...] = ()
    participation: Participation | None = None
    participation_reason: str = ""
    explained: str = ""
    before: str = ""
    during: str = ""
    after: str = ""
    stop_sign: str = ""


@dataclass(frozen=True, slots=True)
class Neutrality:
    """The mødeleder's own declaration; None while unanswered. `initiated` is True for who asked for the meeting."""

    by: str = ""
    on: date | None = None
    knows_family: bool | None = None
    knows_case: bool | None = None
    initiated: bool | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Room:
    """A place of the register, as chosen. `evening_until` is the hour it closes, None unknown; `rent` is in kroner."""

    name: str = ""
    kind: RoomKind | None = None
    capacity: int | None = None
    evening_until: int | None = None
    rent: int | None = None
    owner: str = ""
    family_comes_here: bool | None = None


@dataclass(frozen=True, slots=True)
class InterpreterFacts:
    """The tolk: `family` is True for somebody of the family. `needed` is None until `asked` is answered."""

    needed: bool | None = None
    name: str = ""
    birth_year: int | None = None
    family: bool | None = None
    ordered: Said = field(default=Said())
    asked: Said = field(default=Said())


@dataclass(frozen=True, slots=True)
class Apart:
    """Two people (ids) who cannot be in one room, and the way out. It is printed on no paper and shown in no room."""

    one: str
    other: str
    way_out: Separation | None = None


@dataclass(frozen=True, slots=True)
class Invited:
    """Somebody's invitation: when and how it was sent, and their answer.

    `words` are those they sent, `reader` the id of who reads them aloud; `calls` who rings where no answer comes.
    """

    person: str
    on: date | None = None
    channel: Channel | None = None
    reply: Reply | None = None
    replied: date | None = None
    words: str = ""
    reader: str = ""
    calls: str = ""


@dataclass(frozen=True, slots=True)
class Override:
    """A rule that was waived: the reason in a person's own words, who, and when."""

    rule: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """The known facts of one planned meeting beyond its plan.

    `apart_asked` says who was asked whether somebody cannot be in one room. `leader_reason` is why another mødeleder
    than last time leads. `tasks` gives the person (id) of each of the four tasks of Holbæk: indkaldelse, dagsorden,
    ledelse, referat. `minutes_spent` is the time the preparation took so far (R065).
    """

    child: ChildTalk = field(default=ChildTalk())
    parents_asked: Said = field(default=Said())
    shared_agreed: Said = field(default=Said())
    bisidder_told: Said = field(default=Said())
    neutral: Neutrality = field(default=Neutrality())
    leader_reason: str = ""
    room: Room = field(default=Room())
    interpreter: InterpreterFacts = field(default=InterpreterFacts())
    apart_asked: Said = field(default=Said())
    apart: tuple[Apart, ...] = ()
    dinner: str = ""
    food_ordered: Said = field(default=Said())
    evening: Said = field(default=Said())
    first_visit: Said = field(default=Said())
    first_visit_by_phone: bool | None = None
    tasks: tuple[tuple[str, str], ...] = ()
    minutes_spent: int | None = None
    invited: tuple[Invited, ...] = ()
    overrides: tuple[Override, ...] = ()
