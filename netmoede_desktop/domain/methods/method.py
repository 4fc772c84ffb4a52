"""A method as data: phases, parts, minutes, orders, prompts and the rules that differ between methods.

docs/method-files.md describes the files that give these values, the shipped ones and a municipality's own.
"""

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum

from netmoede_desktop.domain.people.people import Role


class PartKind(StrEnum):
    """The kind of a part; the values are the words of the method file."""

    INFO = "ML-info"
    ROUND = "runde"
    AGREEMENTS = "aftale"
    BREAK = "pause"
    EVALUATION = "eval"
    OPEN = "åben"
    REFLECTION = "refleksion"
    SCALE = "skala"
    PRESENTATION = "oplæg"
    PRIVATE = "privat"


class PartTask(StrEnum):
    """The task of a part, beyond its kind, where the app helps with it."""

    PURPOSE = "formål"
    STATUS = "status"
    AGREEMENTS = "aftaler"
    FOLLOW_UP = "opfølgning"
    EXPERIENCE = "oplevelse"
    BOARD = "tavle"
    AUTHORITY = "myndighed"


class GroupCode(StrEnum):
    """A group in a speaking order."""

    CHILD = "BARN"
    PARENTS = "FOR"
    PRIVATE = "PRIV"
    PROFESSIONALS = "FAG"
    AUTHORITY = "MYN"
    COORDINATOR = "SAM"
    INFORMANTS = "INF"
    REFLECTORS = "REFL"
    MAIN = "HOVED"
    OTHERS = "ØVRIGE"
    NEWCOMERS = "NYE"


class LeaderRule(StrEnum):
    """Who may lead (R020–R023, R036)."""

    NEUTRAL = "neutral"
    INITIATOR = "initiativtager"


class SuggestedText(StrEnum):
    """The texts of a method file that no source fixes: shown as "forslag – kan tilpasses" (docs/method-files.md)."""

    TITLES = "titler"
    MINUTES = "tider"
    LIMITS = "grænser"
    ORDERS = "talerækker"
    PROMPTS = "spørgsmål og tips"
    FOLLOW_UP = "opfølgning"


_FAMILY = frozenset({GroupCode.CHILD, GroupCode.PARENTS, GroupCode.PRIVATE})

#: Groups that a part may turn to in words: `MYN: Hvad kan du beslutte i dag?`
_NAMED = (GroupCode.PARENTS, GroupCode.AUTHORITY)

#: What a prompt may leave open, in braces, to be filled in the meeting: `{barn}`, `{tid}` …
PLACEHOLDERS = frozenset({"barn", "formål", "tid", "person", "nr", "uger", "antal"})


@dataclass(frozen=True, slots=True)
class OrderGroup:
    """One group in a part's order. `chooses_place` is the star of BARN*; `if_present` its brackets."""

    code: GroupCode
    chooses_place: bool = False
    if_present: bool = False

    def __str__(self) -> str:
        """The group as the method file writes it: `BARN*`, `(BARN*)`, `FOR`."""
        word = self.code.value + ("*" if self.chooses_place else "")
        return f"({word})" if self.if_present else word


@dataclass(frozen=True, slots=True)
class Span:
    """Minutes a part may take: never below `least`, as planned `target`, never above `most`."""

    least: int
    target: int
    most: int


@dataclass(frozen=True, slots=True)
class Prompts:
    """The words for the mødeleder to say and think of, and for the room. Placeholders in braces are filled later."""

    say: tuple[str, ...] = ()
    tips: tuple[str, ...] = ()
    room: str = ""
    child: str = ""


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase of the method: `title` for the mødeleder, `plain` in the family's words."""

    id: str
    title: str
    plain: str


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the agenda.

    `order` is empty in a part without turns; `order_note` then says in words who speaks, and beside an
    order it says how. `optional` parts may be dropped when the plan slips; `protected` ones are never shortened for it.
    `heading` is shown above the part, once for neighbours with the same one: "4. …" over 4a, 4b and 4c.
    """

    id: str
    title: str
    kind: PartKind
    phase: str
    minutes: Span
    order: tuple[OrderGroup, ...] = ()
    order_note: str = ""
    task: PartTask | None = None
    optional: bool = False
    protected: bool = False
    prompts: Prompts = field(default_factory=Prompts)
    heading: str = ""

    @property
    def has_turns(self) -> bool:
        """Turns exist exactly in parts of kind runde, skala, oplæg, and in eval when its order is a list of groups."""
        if self.kind is PartKind.EVALUATION:
            return bool(self.order)
        return self.kind in (PartKind.ROUND, PartKind.SCALE, PartKind.PRESENTATION)

    @property
    def turns_to(self) -> frozenset[GroupCode]:
        """The groups the part cannot do without: its only one, the parents where only the family is asked, and those
        of the parents and the authority that its words name.
        """
        codes = {group.code for group in self.order}
        texts = (self.order_note, *self.prompts.say)
        named = {code for code in _NAMED if any(re.search(rf"\b{code}\b", text) for text in texts)}
        family = codes & {GroupCode.PARENTS} if codes <= _FAMILY else set()
        return frozenset(named | family | (codes if len(codes) == 1 else set()))

    @property
    def has_free_turns(self) -> bool:
        """Whether a word given here is a free turn (aftale and åben)."""
        return self.kind in (PartKind.AGREEMENTS, PartKind.OPEN)


@dataclass(frozen=True, slots=True)
class Limits:
    """Hard limits of the whole meeting in minutes; None where the method sets none."""

    minutes: int | None
    minutes_with_interpreter: int | None


@dataclass(frozen=True, slots=True)
class LimitProfile:
    """A municipality's own practice, chosen in the settings: its limits take the place of the method's."""

    id: str
    name: str
    limits: Limits


@dataclass(frozen=True, slots=True)
class FollowUpRule:
    """When the next meeting is held: days after this one; `required` where "ingen opfølgning" asks for a reason."""

    required: bool
    earliest_days: int | None = None
    latest_days: int | None = None


@dataclass(frozen=True, slots=True)
class Method:
    """A whole method file as a value.

    `source` says where it comes from, `suggested` what in it no source fixes. `roles` are those beyond the common ones,
    `statuses` the answers about an agreement from last time. With `deadline_always` each agreement has a last day, also
    what repeats. `next_method` is the id of the next meeting's method. `called` is what such a meeting is called. One
    that is not `offered` is there for the meetings already planned or held by it; no new ones are. `practice` names the
    one of its `profiles` whose limits it has, "" where it has its own.
    """

    id: str
    version: int
    name: str
    short_name: str
    phases: tuple[Phase, ...]
    parts: tuple[Part, ...]
    limits: Limits
    interpreter_factor: float
    leader: LeaderRule
    follow_up: FollowUpRule
    statuses: tuple[str, ...]
    roles: tuple[Role, ...] = ()
    principles: tuple[str, ...] = ()
    first_meeting: bool = True
    deadline_always: bool = False
    next_method: str | None = None
    note: str = ""
    note_with_interpreter: str = ""
    source: str = ""
    suggested: tuple[SuggestedText, ...] = ()
    called: str = "netværksmøde"
    offered: bool = True
    profiles: tuple[LimitProfile, ...] = ()
    practice: str = ""

    def notes(self, *, interpreter: bool) -> str:
        """Return the notes for the one who chooses the method: those that concern a tolk only where there is one."""
        return " ".join(note for note in (self.note, self.note_with_interpreter if interpreter else "") if note)

    def part(self, part_id: str) -> Part:
        """Return the part with that id; KeyError if there is none."""
        for part in self.parts:
            if part.id == part_id:
                return part
        raise KeyError(part_id)

    def phase(self, phase_id: str) -> Phase:
        """Return the phase with that id; KeyError if there is none."""
        for phase in self.phases:
            if phase.id == phase_id:
                return phase
        raise KeyError(phase_id)

    @property
    def orders(self) -> tuple[tuple[OrderGroup, ...], ...]:
        """The orders of the parts where the word is given in turn."""
        return tuple(part.order for part in self.parts if part.has_turns)

    @property
    def has_status_part(self) -> bool:
        """Whether the method goes through the agreements of last time."""
        return any(part.task is PartTask.STATUS for part in self.parts)

    def under(self, profile: str) -> "Method":
        """Return the method with the limits of one of its profiles; unchanged where it has none of that id."""
        found = next((one for one in self.profiles if one.id == profile), None)
        return self if found is None else replace(self, limits=found.limits, practice=found.name)

    @property
    def lists_measures(self) -> bool:
        """Whether measures from before the first meeting are listed, to be gone through in it."""
        return self.first_meeting and self.has_status_part

    def factor(self, part: Part, *, interpreter: bool) -> float:
        """The factor on a part's minutes: the method's factor with a tolk, but 1.0 in private time (R076)."""
        return self.interpreter_factor if interpreter and part.kind is not PartKind.PRIVATE else 1.0

    def hard_limit(self, *, interpreter: bool) -> int | None:
        """The hard limit in minutes for a meeting with or without tolk, or None."""
        return self.limits.minutes_with_interpreter if interpreter else self.limits.minutes
