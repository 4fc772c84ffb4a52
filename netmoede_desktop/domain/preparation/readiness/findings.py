"""The findings a rule can give, in one word each, and the rule by which something said counts as evidence."""

from collections.abc import Iterable
from datetime import date

from netmoede_desktop.domain.people.said import Said
from netmoede_desktop.domain.preparation.readiness.rule_input import RuleInput
from netmoede_desktop.domain.preparation.readiness.verdict import Evidence, RuleFinding, State


def in_place(what: str = "", by: str = "", on: date | None = None, code: str = "", **values: object) -> RuleFinding:
    """It is met, and this is what it rests on."""
    return RuleFinding(State.IN_PLACE, code, values, (Evidence(what, by, on),))


def missing(code: str = "", *, due: date | None = None, **values: object) -> RuleFinding:
    """It is known not to be met."""
    return RuleFinding(State.MISSING, code, values, due=due)


def not_looked_at(code: str = "none", *, due: date | None = None, **values: object) -> RuleFinding:
    """It waits for an answer."""
    return RuleFinding(State.NOT_LOOKED_AT, code, values, due=due)


def stale(code: str = "stale", *, evidence: Iterable[Evidence] = (), **values: object) -> RuleFinding:
    """It was met, and the evidence has aged."""
    return RuleFinding(State.STALE, code, values, tuple(evidence))


def overridden(what: str, by: str = "", on: date | None = None, code: str = "", **values: object) -> RuleFinding:
    """It is not met, for a reason that is written down among the facts themselves."""
    return RuleFinding(State.OVERRIDDEN, code, values, (Evidence(what, by, on),))


def not_applicable() -> RuleFinding:
    """It has nothing to say about this meeting."""
    return RuleFinding(State.NOT_APPLICABLE)


def heard(said: Said, it: RuleInput) -> bool:
    """Return True if it is known who and when, and the day is not one to come."""
    return said.by_day(it.today)


def from_said(said: Said, it: RuleInput, code: str = "none", **values: object) -> RuleFinding:
    """It is met by the words on record; without them it waits for an answer, or for the day that was agreed."""
    if heard(said, it):
        return RuleFinding(State.IN_PLACE, "", values, (Evidence(said.text, said.by, said.on),))
    if said.on is not None and said.on > it.today:
        return RuleFinding(State.MISSING, "ahead", {**values, "on": said.on})
    return RuleFinding(State.NOT_LOOKED_AT, code, values)
