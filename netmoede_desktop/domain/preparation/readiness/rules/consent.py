"""Consent: which topics whom may hear them, said by each parent; it ends, is withdrawn, or misses somebody new."""

from collections.abc import Iterator
from dataclasses import dataclass

from netmoede_desktop.domain.cases.case_facts import Consent
from netmoede_desktop.domain.language.folding import name_key
from netmoede_desktop.domain.people.people import Network, Person, Role
from netmoede_desktop.domain.people.person_facts import PersonFacts, Sector
from netmoede_desktop.domain.preparation.readiness.findings import (
    in_place,
    missing,
    not_applicable,
    not_looked_at,
    stale,
)
from netmoede_desktop.domain.preparation.readiness.rule import Rule
from netmoede_desktop.domain.preparation.readiness.rule_input import RuleInput
from netmoede_desktop.domain.preparation.readiness.verdict import Evidence, PageField, RuleFinding, Step

#: What a topic is called that lets contact data be passed on (R068), folded.
_CONTACT = ("kontakt", "telefon", "adress", "mail")

#: Words for a group of recipients, folded, and whom they mean.
_EVERYBODY = ("alle", "hele netvaerket")
_PRIVATE = ("familie", "netvaerk", "venner")
_SCHOOL = ("skole", "sfo", "dagtilbud", "boernehave", "klub", "laerer", "paedagog")
_AUTHORITY = ("kommune", "myndighed", "forvaltning")


def _given(it: RuleInput) -> RuleFinding:
    parents = it.in_role(Role.PARENT)
    if not parents:
        return not_applicable()
    of_each = {parent.id: [one for one in it.case.consents if one.by == parent.id] for parent in parents}
    lacking = [parent for parent in parents if not any(_valid(one, it) for one in of_each[parent.id])]
    if not lacking:
        first = min((one for one in it.case.consents if _valid(one, it)), key=lambda one: one.since or it.today)
        return in_place(first.text, on=first.since, people=it.called(parent.id for parent in parents))
    return min((_lack(it, parent, of_each[parent.id]) for parent in lacking), key=lambda found: _ORDER[found.code])


#: What is said first, where the parents' answers lack different things.
_ORDER = {"refused": 0, "none": 1, "part": 2, "withdrawn": 3, "ended": 4}


def _lack(it: RuleInput, parent: Person, consents: list[Consent]) -> RuleFinding:
    """The last word of a parent without a consent that counts."""
    name = it.names[parent.id]
    given = [one for one in consents if not one.refused]
    if not given:
        return missing("refused", name=name) if consents else not_looked_at(name=name)
    last = given[-1]
    if last.withdrawn is not None and last.withdrawn <= it.today:
        return stale("withdrawn", evidence=(Evidence(last.text, name, last.withdrawn),), name=name, on=last.withdrawn)
    if last.until is not None and last.until < it.day:
        return stale("ended", evidence=(Evidence(last.text, name, last.until),), name=name, on=last.until)
    return missing("part", name=name)


def _valid(consent: Consent, it: RuleInput) -> bool:
    """Return True if it is whole, given, and counts on the day of the meeting."""
    whole = bool(consent.topics and consent.recipients and consent.purpose.strip()) and not consent.refused
    begun = consent.since is not None and consent.since <= it.today
    withdrawn = consent.withdrawn is not None and consent.withdrawn <= it.today
    return whole and begun and not withdrawn and (consent.until is None or consent.until >= it.day)


def _covers_everybody(it: RuleInput) -> RuleFinding:
    """Everybody who takes part may hear something, by each parent's word; who came later makes it too narrow."""
    consents = [one for one in it.case.consents if _valid(one, it)]
    of_each = {parent.id: [one for one in consents if one.by == parent.id] for parent in it.in_role(Role.PARENT)}
    given = {parent: theirs for parent, theirs in of_each.items() if theirs}
    if not given or not it.guests:
        return not_applicable()
    words = {guest.id: _words_for(guest, it.facts.person(guest.id)) for guest in it.guests}
    for parent, theirs in given.items():
        recipients = tuple({word: name_key(word) for one in theirs for word in one.recipients}.items())
        outside = it.called(guest for guest, means in words.items() if not _named(recipients, guest, means))
        if outside:
            name = it.names[parent]
            evidence = (Evidence(theirs[0].text, name, theirs[0].since),)
            return stale(evidence=evidence, people=outside, name=name)
    return in_place(people=it.called(words))


@dataclass(frozen=True, slots=True)
class _ConsentWords:
    """The folded words by which a guest can be meant: their names and relation whole, their groups within a word."""

    names: frozenset[str]
    relation: str
    groups: tuple[str, ...]


def _words_for(guest: Person, facts: PersonFacts) -> _ConsentWords:
    relation = name_key(guest.relation)
    names = frozenset({name_key(guest.name), name_key(guest.called)})
    return _ConsentWords(names, relation, tuple(_groups(guest, relation, facts)))


def _groups(guest: Person, relation: str, facts: PersonFacts) -> Iterator[str]:
    yield from _EVERYBODY
    if guest.network is Network.PRIVATE:
        yield from _PRIVATE
    if facts.sector is Sector.SCHOOL or any(part in relation for part in _SCHOOL):
        yield from _SCHOOL
    if guest.role is Role.AUTHORITY or facts.sector is Sector.AUTHORITY:
        yield from _AUTHORITY


def _named(recipients: tuple[tuple[str, str], ...], guest: str, means: _ConsentWords) -> bool:
    """Return True if a recipient, typed and folded, is this guest: by id, name, group or relation."""
    return any(
        word == guest
        or key in means.names
        or any(part in key for part in means.groups)
        or (bool(means.relation) and (means.relation in key or key in means.relation))
        for word, key in recipients
    )


def _contact_passed_on(it: RuleInput) -> RuleFinding:
    about = [one for one in it.case.consents if not one.refused and any(_is_contact(topic) for topic in one.topics)]
    if not about:
        return not_looked_at()
    valid = [one for one in about if _valid(one, it)]
    if not valid:
        return stale(evidence=(Evidence(about[-1].text, on=about[-1].since),))
    formed = next((one for one in valid if one.form is not None), None)
    if formed is None or formed.form is None:
        return missing("form")
    return in_place(formed.form.value, on=formed.since)


def _is_contact(topic: str) -> bool:
    return any(part in name_key(topic) for part in _CONTACT)


_GIVEN = {"plan.people", "plan.starts", "now", "case.consents"}

RULES = (
    Rule("consent-given", ("R066",), frozenset(_GIVEN), PageField(Step.CONSENT, "topics"), _given),
    Rule(
        "consent-covers-everybody",
        ("R066",),
        frozenset(_GIVEN | {"people.sector"}),
        PageField(Step.CONSENT, "recipients"),
        _covers_everybody,
    ),
    Rule(
        "contact-data-passed-on",
        ("R068",),
        frozenset(_GIVEN - {"plan.people"}),
        PageField(Step.CONSENT, "form"),
        _contact_passed_on,
    ),
)
