"""The parents: asked if they want to, talked with about who comes and which topics are shared, met face to face."""

from netmoede_desktop.domain.preparation.readiness.findings import from_said, heard, missing, not_looked_at
from netmoede_desktop.domain.preparation.readiness.rule import Rule
from netmoede_desktop.domain.preparation.readiness.rule_input import RuleInput
from netmoede_desktop.domain.preparation.readiness.verdict import PageField, RuleFinding, Step


def _asked(it: RuleInput) -> RuleFinding:
    return from_said(it.meeting.parents_asked, it)


def _shared_agreed(it: RuleInput) -> RuleFinding:
    return from_said(it.meeting.shared_agreed, it)


def _first_visit(it: RuleInput) -> RuleFinding:
    by_phone = it.meeting.first_visit_by_phone
    if by_phone and heard(it.meeting.first_visit, it):
        return missing("phone", on=it.meeting.first_visit.on)
    if by_phone is None and heard(it.meeting.first_visit, it):
        return not_looked_at("how", on=it.meeting.first_visit.on)
    return from_said(it.meeting.first_visit, it)


_DAY = {"now"}

RULES = (
    Rule(
        "parents-asked",
        ("R054",),
        frozenset(_DAY | {"meeting.parents_asked"}),
        PageField(Step.PEOPLE, "parents_asked"),
        _asked,
    ),
    Rule(
        "shared-agreed",
        ("R041", "R040"),
        frozenset(_DAY | {"meeting.shared_agreed"}),
        PageField(Step.CONSENT, "shared_agreed"),
        _shared_agreed,
    ),
    Rule(
        "first-visit",
        ("R055",),
        frozenset(_DAY | {"meeting.first_visit", "meeting.first_visit_by_phone"}),
        PageField(Step.CASE, "first_visit"),
        _first_visit,
    ),
)
