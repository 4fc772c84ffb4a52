"""The verdict of a readiness rule, with its evidence."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Level(StrEnum):
    """How heavy a rule weighs: nothing opens *stop*, a reason opens *begrund*, *råd* only advises."""

    STOP = "stop"
    REASON = "begrund"
    ADVICE = "råd"


class State(StrEnum):
    """How a rule is met."""

    IN_PLACE = "på plads"
    MISSING = "mangler"
    NOT_LOOKED_AT = "ikke set på"
    STALE = "forældet"
    OVERRIDDEN = "tilsidesat"
    NOT_APPLICABLE = "gælder ikke"


#: The states in which something is still to be done.
OPEN = frozenset({State.MISSING, State.NOT_LOOKED_AT, State.STALE})


class Step(StrEnum):
    """The steps of the preparation, in their usual order; any order will do."""

    PURPOSE = "formål"
    CHILD = "barnet"
    PEOPLE = "deltagere"
    CONSENT = "samtykke"
    ORDER = "talerække"
    TIME = "tid"
    FRAME = "rammer"
    INVITATION = "invitation"
    CASE = "sagen"


@dataclass(frozen=True, slots=True)
class PageField:
    """Where a rule is mended: the step, and the field of its page that gets the focus ("" the first)."""

    step: Step
    field: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The ground of a verdict: a fact in a word, who it comes from, and the day."""

    what: str
    by: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class RuleFinding:
    """The finding of a rule: the state, a code for its sentence with the values it names, and the evidence.

    `due` is the last day it should be settled, None for now: before that day an open *begrund* can wait.
    """

    state: State
    code: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The finding of one rule for one meeting, with its level there and the place that mends it."""

    rule: str
    requirement: str
    level: Level
    finding: RuleFinding
    place: PageField

    @property
    def state(self) -> State:
        """How the rule is met."""
        return self.finding.state

    @property
    def open(self) -> bool:
        """Whether something is still to be done."""
        return self.finding.state in OPEN
