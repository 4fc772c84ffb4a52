"""Who leads, and that they are neutral; and in Holbæk, who does what."""

from collections.abc import Callable

from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.domain.preparation.readiness.findings import (
    from_said,
    in_place,
    missing,
    not_applicable,
    not_looked_at,
    overridden,
    stale,
)
from netmoede_desktop.domain.preparation.readiness.rule import Rule
from netmoede_desktop.domain.preparation.readiness.rule_input import RuleInput
from netmoede_desktop.domain.preparation.readiness.verdict import Evidence, PageField, RuleFinding, Step

#: The four tasks of Holbæk that can be given to different people (R036).
TASKS = ("indkaldelse", "dagsorden", "ledelse", "referat")

#: Who in Holbæk usually calls the meeting, as their relation has it (R037).
_LEADS_AN_INSTITUTION = "leder"


def _leader_listed(it: RuleInput) -> RuleFinding:
    return missing() if it.leader is None else in_place(it.leader.name, name=it.names[it.leader.id])


def _caseworker_listed(it: RuleInput) -> RuleFinding:
    found = caseworkers(it)
    return in_place(found[0].name, name=it.names[found[0].id]) if found else missing()


def _leader_not_caseworker(it: RuleInput) -> RuleFinding:
    leader = it.leader
    if leader is None:
        return not_applicable()
    others = caseworkers(it)
    if it.facts.person(leader.id).caseworker or leader.party is Role.AUTHORITY:
        return missing(name=it.names[leader.id])
    if not others:
        return not_looked_at(name=it.names[leader.id])
    return in_place(others[0].name, name=it.names[leader.id], caseworker=it.names[others[0].id])


def _leader_not_initiator(it: RuleInput) -> RuleFinding:
    leader = it.leader
    if leader is not None and it.facts.person(leader.id).initiator:
        return missing("listed", name=it.names[leader.id])
    named = [person for person in it.plan.people if it.facts.person(person.id).initiator]
    if leader is not None and named and it.meeting.neutral.initiated is None:
        return in_place(named[0].name, code="named", name=it.names[named[0].id])
    return _declared(it, it.meeting.neutral.initiated)


def _knows_no_family(it: RuleInput) -> RuleFinding:
    return _declared(it, it.meeting.neutral.knows_family)


def _knows_no_case(it: RuleInput) -> RuleFinding:
    return _declared(it, it.meeting.neutral.knows_case)


def _declared(it: RuleInput, answer: bool | None) -> RuleFinding:
    """The word of the mødeleder on themselves: False is hoped for, and it counts for who leads now alone."""
    leader, said = it.leader, it.meeting.neutral
    if leader is None:
        return not_applicable()
    name = it.names[leader.id]
    if answer is None or not said.by or said.on is None or said.on > it.today:
        return not_looked_at(name=name)
    if not it.is_person(said.by, leader):
        return stale(evidence=(Evidence("", said.by, said.on),), name=name, before=said.by)
    if not answer:
        return in_place("", said.by, said.on, name=name)
    return overridden(said.reason, said.by, said.on, name=name) if said.reason.strip() else missing(name=name)


def _same_leader(it: RuleInput) -> RuleFinding:
    leader = it.leader
    if leader is None or not it.last_leader:
        return not_applicable()
    if it.is_person(it.last_leader, leader):
        return in_place(leader.name, name=it.names[leader.id], held=it.held)
    if it.meeting.leader_reason.strip():
        return overridden(it.meeting.leader_reason, name=it.names[leader.id], before=it.last_leader)
    return missing(name=it.names[leader.id], before=it.last_leader)


def _tasks_assigned(it: RuleInput) -> RuleFinding:
    given = dict(it.meeting.tasks)
    names = it.names
    gone = tuple(task for task in TASKS if given.get(task) and given[task] not in names)
    if gone:
        return missing("gone", tasks=gone)
    open_ones = tuple(task for task in TASKS if not given.get(task))
    by_default = _initiator(it)
    if open_ones and by_default is None:
        return not_looked_at(tasks=open_ones)
    who = tuple(dict.fromkeys(names[given[task]] for task in TASKS if given.get(task)))
    if open_ones and by_default is not None:
        who = tuple(dict.fromkeys((*who, names[by_default.id])))
    return in_place(", ".join(who), people=who)


def _initiator_known(it: RuleInput) -> RuleFinding:
    initiator = _initiator(it)
    if initiator is None:
        return not_looked_at()
    name = it.names[initiator.id]
    if _LEADS_AN_INSTITUTION in initiator.relation.casefold():
        return in_place(initiator.relation, name=name, code="leader")
    return from_said(it.case.leader_consulted, it, "consult", name=name)


def _initiator(it: RuleInput) -> Person | None:
    return next((person for person in it.plan.people if it.facts.person(person.id).initiator), None)


def caseworkers(it: RuleInput) -> tuple[Person, ...]:
    """Return the sagsbehandlere on the list: those marked so, else everybody of the authority."""
    marked = tuple(person for person in it.plan.people if it.facts.person(person.id).caseworker)
    of_authority = (person for person in it.plan.people if person.speaks_as is Role.AUTHORITY)
    return marked or tuple(person for person in of_authority if person.role is not Role.LEADER)


_NEUTRAL = {
    "plan.people",
    "now",
    "meeting.neutral.by",
    "meeting.neutral.on",
    "meeting.neutral.reason",
}


def _rule(
    rule_id: str, requirements: str, reads: set[str], field: str, check: Callable[[RuleInput], RuleFinding]
) -> Rule:
    return Rule(rule_id, tuple(requirements.split()), frozenset(reads), PageField(Step.PEOPLE, field), check)


RULES = (
    _rule("leader-listed", "R020 R027", {"plan.people"}, "leader", _leader_listed),
    _rule("caseworker-listed", "R020", {"plan.people", "people.caseworker"}, "caseworker", _caseworker_listed),
    _rule(
        "leader-not-caseworker",
        "R021 R023",
        {"plan.people", "people.caseworker"},
        "leader",
        _leader_not_caseworker,
    ),
    _rule(
        "leader-not-initiator",
        "R022",
        _NEUTRAL | {"people.initiator", "meeting.neutral.initiated"},
        "neutral",
        _leader_not_initiator,
    ),
    _rule("leader-knows-no-family", "R022", _NEUTRAL | {"meeting.neutral.knows_family"}, "neutral", _knows_no_family),
    _rule("leader-knows-no-case", "R021 R023", _NEUTRAL | {"meeting.neutral.knows_case"}, "neutral", _knows_no_case),
    _rule(
        "same-leader", "R032", {"plan.people", "last_leader", "held", "meeting.leader_reason"}, "leader", _same_leader
    ),
    _rule("tasks-assigned", "R036", {"plan.people", "people.initiator", "meeting.tasks"}, "tasks", _tasks_assigned),
    _rule(
        "initiator-known",
        "R037",
        {"plan.people", "now", "people.initiator", "case.leader_consulted"},
        "initiator",
        _initiator_known,
    ),
)
