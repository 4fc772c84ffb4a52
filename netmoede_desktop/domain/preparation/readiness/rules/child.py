"""The child: talked with before this meeting, its part in it, its place in the order, and who is there for it."""

from collections.abc import Callable
from dataclasses import replace

from netmoede_desktop.domain.people.people import Role
from netmoede_desktop.domain.preparation.meeting_facts import Participation
from netmoede_desktop.domain.preparation.readiness.findings import (
    from_said,
    in_place,
    missing,
    not_applicable,
    not_looked_at,
    stale,
)
from netmoede_desktop.domain.preparation.readiness.rule import Rule
from netmoede_desktop.domain.preparation.readiness.rule_input import RuleInput
from netmoede_desktop.domain.preparation.readiness.verdict import Evidence, PageField, RuleFinding, Step

#: A bisidder is at least so old (barnets lov § 6).
ASSISTANT_AGE = 15


def _talked_with(it: RuleInput) -> RuleFinding:
    """It counts for this meeting only: a talk from before the last one has aged."""
    child = it.meeting.child
    if _from_before(it):
        return stale(evidence=(Evidence(child.talk.text, child.talk.by, child.talk.on),), on=child.talk.on)
    alone = {True: "alone", False: "together", None: ""}[child.alone]
    found = from_said(child.talk, it)
    return found if found.code else replace(found, code=alone)


def _told_of_it(it: RuleInput) -> RuleFinding:
    child = it.meeting.child
    if not child.explained.strip():
        return missing()
    if _from_before(it):
        return stale(evidence=(Evidence(child.explained, child.talk.by, child.talk.on),))
    return in_place(child.explained, child.talk.by, child.talk.on)


def _takes_part(it: RuleInput) -> RuleFinding:
    child = it.meeting.child
    if child.participation is None:
        return not_looked_at()
    if child.participation is not Participation.YES and not child.participation_reason.strip():
        return missing("reason")
    return in_place(child.participation_reason, code=child.participation.name.lower())


def _place_chosen(it: RuleInput) -> RuleFinding:
    if it.child is None:
        return not_applicable()
    place = it.child.place
    if place is None:
        return not_looked_at()
    after = "" if place.person is None else it.names.get(place.person, "")
    return in_place(place.kind.value, code=place.kind.name.lower(), other=after)


def _supported(it: RuleInput) -> RuleFinding:
    child = it.meeting.child
    parts = {"before": child.before, "during": child.during, "after": child.after}
    open_ones = tuple(when for when, who in parts.items() if not who.strip())
    if len(open_ones) == len(parts):
        return not_looked_at()
    if open_ones:
        return missing("parts", parts=open_ones)
    who = tuple(dict.fromkeys(it.names.get(one, one) for one in parts.values()))
    return in_place(", ".join(who), people=who)


def _right_told(it: RuleInput) -> RuleFinding:
    return from_said(it.meeting.bisidder_told, it)


def _assistant_of_age(it: RuleInput) -> RuleFinding:
    assistants = it.in_role(Role.ASSISTANT)
    if not assistants:
        return not_applicable()
    years = {person.id: it.facts.person(person.id).birth_year for person in assistants}
    young = tuple(p for p, year in years.items() if year is not None and it.day.year - year < ASSISTANT_AGE)
    if young:
        return missing(people=it.called(young))
    unknown = tuple(person for person, year in years.items() if year is None)
    if unknown:
        return not_looked_at(people=it.called(unknown))
    return in_place(", ".join(it.called(years)), people=it.called(years))


def _from_before(it: RuleInput) -> bool:
    said = it.meeting.child.talk.on
    return said is not None and it.last_held is not None and said <= it.last_held


_TALK = {"now", "last_held", "meeting.child.talk"}


def _rule(
    rule_id: str, requirements: str, reads: set[str], field: str, check: Callable[[RuleInput], RuleFinding]
) -> Rule:
    return Rule(rule_id, tuple(requirements.split()), frozenset(reads), PageField(Step.CHILD, field), check)


RULES = (
    _rule("child-talked-with", "R042 R072", _TALK | {"meeting.child.alone"}, "talk", _talked_with),
    _rule(
        "child-told",
        "R046",
        {"last_held", "meeting.child.talk", "meeting.child.explained"},
        "explained",
        _told_of_it,
    ),
    _rule(
        "child-takes-part",
        "R051",
        {"meeting.child.participation", "meeting.child.participation_reason"},
        "participation",
        _takes_part,
    ),
    _rule("child-place-chosen", "R074", {"plan.people"}, "place", _place_chosen),
    _rule(
        "child-supported",
        "R071 R073",
        {"plan.people", "meeting.child.before", "meeting.child.during", "meeting.child.after"},
        "before",
        _supported,
    ),
    _rule(
        "bisidder-told",
        "R073",
        {"now", "meeting.bisidder_told"},
        "bisidder",
        _right_told,
    ),
    _rule(
        "bisidder-of-age", "R073", {"plan.people", "plan.starts", "people.birth_year"}, "bisidder", _assistant_of_age
    ),
)
