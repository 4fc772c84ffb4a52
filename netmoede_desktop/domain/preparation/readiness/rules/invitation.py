"""The invitation: its purpose, how each is reached, that it is sent; and the owners of open agreements."""

from datetime import timedelta

from netmoede_desktop.domain.people.people import Role
from netmoede_desktop.domain.preparation.readiness.findings import in_place, missing, not_applicable, not_looked_at
from netmoede_desktop.domain.preparation.readiness.rule import Rule
from netmoede_desktop.domain.preparation.readiness.rule_input import RuleInput
from netmoede_desktop.domain.preparation.readiness.verdict import PageField, RuleFinding, Step

#: So many days before the meeting everybody is to have the invitation (our own figure).
INVITED_DAYS_BEFORE = 14


def _purpose(it: RuleInput) -> RuleFinding:
    purpose = it.plan.purpose.strip()
    return in_place(purpose) if purpose else missing()


def _contact_data(it: RuleInput) -> RuleFinding:
    """One way to reach each is enough; the child is reached through its parents, mødeleder and tolk are colleagues."""
    people = [p for p in it.plan.people if p.role not in (Role.CHILD, Role.LEADER, Role.INTERPRETER)]
    known = {p.id: it.facts.person(p.id) for p in people}
    open_ones = it.called(p for p, facts in known.items() if not (facts.phone or facts.mail or facts.address))
    if not people:
        return not_applicable()
    if len(open_ones) == len(people):
        return not_looked_at(people=open_ones)
    return missing(people=open_ones) if open_ones else in_place(code="count", count=len(people))


def _invited(it: RuleInput) -> RuleFinding:
    people = [p.id for p in it.plan.people if p.role not in (Role.LEADER, Role.INTERPRETER)]
    if not people:
        return not_applicable()
    sent = {one.person: one.on for one in it.meeting.invited if one.on is not None and one.on <= it.today}
    due = it.day - timedelta(days=INVITED_DAYS_BEFORE)
    open_ones = it.called(person for person in people if person not in sent)
    if len(open_ones) == len(people):
        return not_looked_at(due=due, people=open_ones, on=due)
    if open_ones:
        return missing(due=due, people=open_ones, on=due)
    return in_place(on=max(sent[person] for person in people), code="count", count=len(people))


def _owners_invited(it: RuleInput) -> RuleFinding:
    return _owned(it, started=False)


def _measures_owned(it: RuleInput) -> RuleFinding:
    return _owned(it, started=True)


def _owned(it: RuleInput, *, started: bool) -> RuleFinding:
    carried = [agreement for agreement in it.plan.carried if agreement.started is started]
    alone = sum(agreement.owner is None for agreement in carried)
    if not carried:
        return not_applicable()
    return missing(count=alone) if alone else in_place(count=len(carried))


RULES = (
    Rule("purpose", ("R050",), frozenset({"plan.purpose"}), PageField(Step.PURPOSE, "purpose"), _purpose),
    Rule(
        "contact-data",
        ("R044", "R070"),
        frozenset({"plan.people", "people.phone", "people.mail", "people.address"}),
        PageField(Step.PEOPLE, "phone"),
        _contact_data,
    ),
    Rule(
        "invited",
        ("R049", "R063"),
        frozenset({"plan.people", "plan.starts", "now", "meeting.invited"}),
        PageField(Step.INVITATION, "invited"),
        _invited,
    ),
    Rule("owners-invited", ("R118",), frozenset({"plan.carried"}), PageField(Step.PEOPLE, "people"), _owners_invited),
    Rule("measures-owned", ("R109",), frozenset({"plan.carried"}), PageField(Step.PURPOSE, "measure"), _measures_owned),
)
