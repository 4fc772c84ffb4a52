"""Rules that are waived with a reason, and what stops a meeting from being started."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime

from netmoede_desktop.domain.preparation.known_facts import KnownFacts
from netmoede_desktop.domain.preparation.meeting_facts import Override
from netmoede_desktop.domain.preparation.readiness.verdict import Level, Verdict


def override_rules(facts: KnownFacts, rules: Iterable[str], reason: str, by: str, at: datetime) -> KnownFacts:
    """Return the facts with these rules waived for one reason; `at` is aware. An earlier reason is replaced."""
    waived = tuple(dict.fromkeys(rules))
    kept = _without(facts, waived)
    added = tuple(Override(rule, reason, by, at) for rule in waived)
    return replace(facts, meeting=replace(facts.meeting, overrides=(*kept, *added)))


def restore_rule(facts: KnownFacts, verdict: Verdict) -> KnownFacts:
    """Return the facts with the rule of this verdict no longer waived."""
    return replace(facts, meeting=replace(facts.meeting, overrides=_without(facts, _words(verdict))))


def reason_of(facts: KnownFacts, verdict: Verdict) -> str:
    """Return the reason for which the rule was waived; "" where its reason is one of the facts it reads."""
    return next((one.reason for one in reversed(facts.meeting.overrides) if one.rule in _words(verdict)), "")


def stopping(verdicts: Iterable[Verdict]) -> tuple[Verdict, ...]:
    """Return the open verdicts that no reason opens: the meeting cannot be started."""
    return tuple(verdict for verdict in verdicts if verdict.open and verdict.level is Level.STOP)


def unexplained(verdicts: Iterable[Verdict]) -> tuple[Verdict, ...]:
    """Return the open verdicts that ask for a reason before the meeting is started."""
    return tuple(verdict for verdict in verdicts if verdict.open and verdict.level is Level.REASON)


def _words(verdict: Verdict) -> tuple[str, str]:
    """The names an override may have for the rule: its own, and the requirement it is asked by."""
    return (verdict.rule, verdict.requirement)


def _without(facts: KnownFacts, rules: Collection[str]) -> tuple[Override, ...]:
    return tuple(one for one in facts.meeting.overrides if one.rule not in rules)
