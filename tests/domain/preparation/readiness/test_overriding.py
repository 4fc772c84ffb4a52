"""Rules that are waived with a reason and taken back, and what closes the start."""

from datetime import UTC, datetime

from netmoede_desktop.domain.preparation.known_facts import KnownFacts
from netmoede_desktop.domain.preparation.meeting_facts import Override
from netmoede_desktop.domain.preparation.readiness.overriding import (
    override_rules,
    reason_of,
    restore_rule,
    stopping,
    unexplained,
)
from netmoede_desktop.domain.preparation.readiness.verdict import Level, PageField, RuleFinding, State, Step, Verdict

AT = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


def verdict(rule: str, level: Level = Level.REASON, state: State = State.MISSING) -> Verdict:
    return Verdict(rule, "R083", level, RuleFinding(state), PageField(Step.FRAME))


def test_one_reason_is_kept_for_each_rule_and_a_later_one_takes_its_place() -> None:
    first = override_rules(KnownFacts(), ("room", "food", "room"), "Vi er få.", "Søren", AT)
    assert first.meeting.overrides == (
        Override("room", "Vi er få.", "Søren", AT),
        Override("food", "Vi er få.", "Søren", AT),
    )
    second = override_rules(first, ("room",), "Vi sidder i ring.", "", AT)
    reasons = [reason_of(second, verdict(rule)) for rule in ("room", "food", "time")]
    assert reasons == ["Vi sidder i ring.", "Vi er få.", ""]


def test_a_reason_is_taken_back_by_the_rule_or_by_the_requirement_it_was_given_for() -> None:
    for word in ("room", "R083"):
        given = override_rules(KnownFacts(), (word, "food"), "Vi er få.", "", AT)
        assert reason_of(given, verdict("room")) == "Vi er få."
        assert [one.rule for one in restore_rule(given, verdict("room")).meeting.overrides] == ["food"]


def test_only_what_is_open_stops_or_asks() -> None:
    found = [
        verdict("a", Level.STOP),
        verdict("b", Level.STOP, State.IN_PLACE),
        verdict("c"),
        verdict("d", state=State.STALE),
        verdict("e", state=State.OVERRIDDEN),
        verdict("f", Level.ADVICE),
    ]
    assert [one.rule for one in stopping(found)] == ["a"]
    assert [one.rule for one in unexplained(found)] == ["c", "d"]
