"""Who comes: everybody the method needs, each chosen, approved and told why; and who cannot be in one room."""

from collections.abc import Callable, Iterable

from netmoede_desktop.domain.methods.speaking_order import in_no_order
from netmoede_desktop.domain.people.people import Network, Person, Role
from netmoede_desktop.domain.people.person_facts import Chooser
from netmoede_desktop.domain.preparation.readiness.findings import (
    from_said,
    heard,
    in_place,
    missing,
    not_applicable,
    not_looked_at,
)
from netmoede_desktop.domain.preparation.readiness.rule import Rule
from netmoede_desktop.domain.preparation.readiness.rule_input import RuleInput
from netmoede_desktop.domain.preparation.readiness.verdict import PageField, RuleFinding, Step

#: Those without whose yes nobody is to come (R047).
_APPROVE = frozenset({Chooser.CHILD, Chooser.PARENTS})


def _child_listed(it: RuleInput) -> RuleFinding:
    return missing() if it.child is None else in_place(it.child.name)


def _parents_listed(it: RuleInput) -> RuleFinding:
    return _listed(it, it.in_role(Role.PARENT))


def _private_listed(it: RuleInput) -> RuleFinding:
    return _listed(it, it.in_role(Role.PRIVATE))


def _professionals_listed(it: RuleInput) -> RuleFinding:
    return _listed(it, (person for person in it.plan.people if person.network is Network.PROFESSIONAL))


def _school_listed(it: RuleInput) -> RuleFinding:
    return _listed(it, it.in_role(Role.PROFESSIONAL))


def _authority_listed(it: RuleInput) -> RuleFinding:
    return _listed(it, (person for person in it.plan.people if person.speaks_as is Role.AUTHORITY))


def _listed(it: RuleInput, found: Iterable[Person]) -> RuleFinding:
    names = it.called(person.id for person in found)
    return in_place(", ".join(names), people=names) if names else missing()


def _somebody_heard(it: RuleInput) -> RuleFinding:
    heard_ones = [person for person in it.plan.people if person.has_turn and person.role is not Role.CHILD]
    return in_place(code="count", count=len(heard_ones)) if heard_ones else missing()


def _everybody_in_order(it: RuleInput) -> RuleFinding:
    if not it.plan.people:
        return not_applicable()
    left_out = it.called(in_no_order(it.plan.method.orders, it.plan.people))
    return missing(people=left_out) if left_out else in_place()


def _relevance_cleared(it: RuleInput) -> RuleFinding:
    """In doubt means: the reason why they come is not written, nor was it talked over with them by phone."""
    professionals = it.in_role(Role.PROFESSIONAL)
    if not professionals:
        return not_applicable()
    known = {p.id: it.facts.person(p.id) for p in professionals}
    doubtful = it.called(p for p, facts in known.items() if not facts.why.strip() and not heard(facts.cleared, it))
    return not_looked_at(people=doubtful) if doubtful else in_place(people=it.called(known))


def _chosen(it: RuleInput) -> RuleFinding:
    open_ones = it.called(p.id for p in _network(it) if it.facts.person(p.id).chosen_by is None)
    return _each(it, _network(it), open_ones)


def _approved(it: RuleInput) -> RuleFinding:
    open_ones = it.called(p.id for p in _network(it) if not _APPROVE & set(it.facts.person(p.id).approved_by))
    return _each(it, _network(it), open_ones)


def _why_known(it: RuleInput) -> RuleFinding:
    open_ones = it.called(p.id for p in it.guests if not it.facts.person(p.id).why.strip())
    return _each(it, it.guests, open_ones)


def _each(it: RuleInput, people: tuple[Person, ...], open_ones: tuple[str, ...]) -> RuleFinding:
    """It holds for each of these people, or some are open; without people it does not apply."""
    if not people:
        return not_applicable()
    if len(open_ones) == len(people):
        return not_looked_at(people=open_ones)
    return missing(people=open_ones) if open_ones else in_place(people=it.called(p.id for p in people))


def _apart(it: RuleInput) -> RuleFinding:
    open_ones = [pair for pair in it.meeting.apart if pair.way_out is None]
    if open_ones:
        names = it.called((open_ones[0].one, open_ones[0].other))
        return missing("way-out", people=names)
    if it.meeting.apart and not heard(it.meeting.apart_asked, it):
        return in_place(code="pairs", count=len(it.meeting.apart))
    return from_said(it.meeting.apart_asked, it)


def _network(it: RuleInput) -> tuple[Person, ...]:
    """The guests who are chosen for this meeting: all but the authority, which is there by its task."""
    return tuple(person for person in it.guests if person.role is not Role.AUTHORITY)


_LISTED = {"plan.people"}


def _rule(
    rule_id: str, requirements: str, reads: set[str], field: str, check: Callable[[RuleInput], RuleFinding]
) -> Rule:
    return Rule(rule_id, tuple(requirements.split()), frozenset(reads), PageField(Step.PEOPLE, field), check)


RULES = (
    _rule("child-listed", "R007", _LISTED, "people", _child_listed),
    _rule("parents-listed", "R007 R038 R052", _LISTED, "people", _parents_listed),
    _rule("private-listed", "R007", _LISTED, "people", _private_listed),
    _rule("professionals-listed", "R007", _LISTED, "people", _professionals_listed),
    _rule("school-listed", "R038", _LISTED, "people", _school_listed),
    _rule("authority-listed", "R017 R038", _LISTED, "people", _authority_listed),
    _rule("somebody-heard", "R002", {"plan.people"}, "people", _somebody_heard),
    _rule("chosen", "R045", {"plan.people", "people.chosen_by"}, "chosen_by", _chosen),
    _rule("approved", "R047 R052", {"plan.people", "people.approved_by"}, "approved_by", _approved),
    _rule("why-known", "R048", {"plan.people", "people.why"}, "why", _why_known),
    _rule(
        "relevance-cleared",
        "R039",
        {"plan.people", "now", "people.why", "people.cleared"},
        "cleared",
        _relevance_cleared,
    ),
    Rule(
        "apart-asked",
        ("R175",),
        frozenset({"plan.people", "now", "meeting.apart", "meeting.apart_asked"}),
        PageField(Step.FRAME, "apart"),
        _apart,
    ),
    Rule(
        "everybody-in-order",
        ("R099",),
        frozenset({"plan.people", "plan.method"}),
        PageField(Step.ORDER, "order"),
        _everybody_in_order,
    ),
)
