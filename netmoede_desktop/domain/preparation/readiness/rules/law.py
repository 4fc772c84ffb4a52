"""The demands of the law before a network is called: the risk, two advisers, the way of a letter, an address."""

from datetime import timedelta

from netmoede_desktop.domain.cases.case_facts import Screening
from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.domain.people.person_facts import Channel
from netmoede_desktop.domain.preparation.readiness.findings import (
    in_place,
    missing,
    not_applicable,
    not_looked_at,
    stale,
)
from netmoede_desktop.domain.preparation.readiness.rule import RISK_RULE, Rule
from netmoede_desktop.domain.preparation.readiness.rule_input import RuleInput
from netmoede_desktop.domain.preparation.readiness.rules.leader import caseworkers
from netmoede_desktop.domain.preparation.readiness.verdict import Evidence, PageField, RuleFinding, Step

#: From this age a young person gets their own Digital Post (R177).
OWN_POST_AGE = 15

#: A protected address is looked at again after so many days; the protection stays on (R178).
PROTECTION_DAYS = 365

_ADVISERS = 2


def _screened(it: RuleInput) -> RuleFinding:
    match it.case.screening:
        case None:
            return not_looked_at()
        case Screening.NOT_SCREENED:
            return missing()
        case _:
            return in_place()


def _risk_assessed(it: RuleInput) -> RuleFinding:
    if it.case.screening is not Screening.YES:
        return not_applicable()
    said = it.case.risk_assessed
    if not it.case.closed_to_network(it.today):
        return in_place("", said.by, said.on)
    ahead = said.on is not None and said.on > it.today
    return missing("ahead", on=said.on) if ahead else missing()


def _two_advisers(it: RuleInput) -> RuleFinding:
    first = it.case.first_assessment
    if first is None:
        return not_looked_at()
    if not first:
        return not_applicable()
    found = it.called(person.id for person in caseworkers(it))
    return in_place(", ".join(found), people=found) if len(found) >= _ADVISERS else missing(people=found)


def _channels(it: RuleInput) -> RuleFinding:
    people = [person for person in it.plan.people if person.role not in (Role.LEADER, Role.INTERPRETER, Role.CHILD)]
    if it.child is not None:
        if it.birth_year is None:
            return not_looked_at("age")
        if it.day.year - it.birth_year >= OWN_POST_AGE:
            people.append(it.child)
    if not people:
        return not_applicable()
    return _of_channels(it, people)


def _of_channels(it: RuleInput, people: list[Person]) -> RuleFinding:
    known = {person.id: it.facts.person(person.id) for person in people}
    wrong = it.called(p for p, facts in known.items() if facts.exempt and facts.channel is Channel.DIGITAL_POST)
    if wrong:
        return missing("exempt", people=wrong)
    open_ones = it.called(person for person, facts in known.items() if facts.channel is None)
    if len(open_ones) == len(people):
        return not_looked_at(people=open_ones)
    return missing(people=open_ones) if open_ones else in_place(code="count", count=len(people))


def _protected(it: RuleInput) -> RuleFinding:
    flagged = [person for person in it.plan.people if person.protected_address]
    if not flagged:
        return not_applicable()
    checked = {person.id: it.facts.person(person.id).protected_checked for person in flagged}
    unseen = it.called(person for person, on in checked.items() if on is None or on > it.today)
    if unseen:
        return not_looked_at(people=unseen)
    oldest = timedelta(days=PROTECTION_DAYS)
    old = {person: on for person, on in checked.items() if on is not None and it.today - on > oldest}
    if old:
        on = min(old.values())
        return stale(evidence=(Evidence("", on=on),), people=it.called(old), on=on)
    return in_place(on=min(on for on in checked.values() if on is not None), people=it.called(checked))


RULES = (
    Rule(
        RISK_RULE,
        ("R174",),
        frozenset({"now", "case.screening", "case.risk_assessed"}),
        PageField(Step.CASE, "risk_assessed"),
        _risk_assessed,
    ),
    Rule("risk-screened", ("R174",), frozenset({"case.screening"}), PageField(Step.CASE, "screening"), _screened),
    Rule(
        "two-advisers",
        ("R176",),
        frozenset({"plan.people", "people.caseworker", "case.first_assessment"}),
        PageField(Step.PEOPLE, "caseworker"),
        _two_advisers,
    ),
    Rule(
        "channels",
        ("R177",),
        frozenset({"plan.people", "plan.starts", "birth_year", "people.channel", "people.exempt"}),
        PageField(Step.PEOPLE, "channel"),
        _channels,
    ),
    Rule(
        "address-protected",
        ("R178",),
        frozenset({"plan.people", "now", "people.protected_checked"}),
        PageField(Step.PEOPLE, "protected_checked"),
        _protected,
    ),
)
