"""Each rule of readiness: met, not met, and where it can, aged."""

from dataclasses import replace
from datetime import timedelta

import pytest

from netmoede_desktop.domain.preparation.meeting_facts import Override
from netmoede_desktop.domain.preparation.readiness.rule import (
    EVERY_METHOD,
    RISK_RULE,
    RuleTable,
    judge,
    may_be_sent,
    may_start,
)
from netmoede_desktop.domain.preparation.readiness.rules.all_rules import RULES
from netmoede_desktop.domain.preparation.readiness.verdict import Level, State
from tests.domain.preparation.readiness.inputs import NOW, READY, changed, found_by
from tests.domain.preparation.readiness.rows import AGEING, ROWS, Row

#: What is asked before a meeting and can be judged by what the program knows. The rest of R001–R090 is method, role,
#: paper or money: it is shown elsewhere.
JUDGED = {
    *(f"R{nr:03}" for nr in (1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15, 17, 18, 19)),
    *(f"R{nr:03}" for nr in (20, 21, 22, 23, 27, 28, 32, 36, 37, 38, 39)),
    *(f"R{nr:03}" for nr in (40, 41, 42, 44, 45, 46, 47, 48, 49, 50, 51, 52, 54, 55, 56, 58, 59)),
    *(f"R{nr:03}" for nr in (60, 61, 62, 63, 64, 65, 66, 68, 69, 70, 71, 72, 73, 74, 76, 78, 79)),
    *(f"R{nr:03}" for nr in (80, 81, 82, 83, 84, 85, 86, 87, 89)),
    *(f"R{nr}" for nr in (174, 175, 176, 177, 178)),
}

EVERYTHING = RuleTable({rule.id: {EVERY_METHOD: Level.REASON} for rule in RULES})


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.rule} {row.state.value} {row.code}".strip())
def test_a_rule_finds_what_the_facts_say(row: Row) -> None:
    found = found_by(row.rule, changed(READY, row.changes))
    assert (found.state, found.code) == (row.state, row.code)


@pytest.mark.smoke
def test_every_rule_has_a_row_that_passes_one_that_fails_and_where_it_can_one_that_ages() -> None:
    states = {rule.id: {row.state for row in ROWS if row.rule == rule.id} for rule in RULES}
    assert {rule for rule, found in states.items() if State.IN_PLACE not in found} == set()
    assert {rule for rule, found in states.items() if not found & {State.MISSING, State.NOT_LOOKED_AT}} == {
        "consent-covers-everybody"
    }
    assert {rule for rule, found in states.items() if State.STALE in found} == AGEING


def test_every_requirement_that_can_be_judged_is() -> None:
    asked = {requirement for rule in RULES for requirement in rule.requirements}
    assert asked - {"R092", "R093", "R095", "R099", "R109", "R118", "R153"} == JUDGED


def test_a_meeting_that_is_ready_is_ready() -> None:
    verdicts = judge(RULES, EVERYTHING, READY)
    assert [verdict.rule for verdict in verdicts] == [rule.id for rule in RULES]
    assert {verdict.state for verdict in verdicts} == {State.IN_PLACE, State.NOT_APPLICABLE}
    assert may_start(verdicts) and may_be_sent(verdicts)


def test_a_rule_the_table_does_not_ask_is_not_applicable_with_the_level_it_has_elsewhere() -> None:
    table = RuleTable({"purpose": {EVERY_METHOD: None, "din": Level.REASON, "din-1": Level.ADVICE}})
    empty = changed(READY, {"plan.purpose": ""})

    def verdict(method: str) -> tuple[Level, State]:
        plan = replace(empty.plan, method=replace(empty.plan.method, id=method))
        found = next(v for v in judge(RULES, table, replace(empty, plan=plan)) if v.rule == "purpose")
        return found.level, found.state

    assert verdict("pnm-1") == (Level.REASON, State.NOT_APPLICABLE)
    assert verdict("din-o") == (Level.REASON, State.MISSING)
    assert verdict("din-1") == (Level.ADVICE, State.MISSING)


def test_a_reason_sets_a_rule_aside_by_its_name_or_by_a_requirement_until_it_is_met() -> None:
    small = changed(READY, {"meeting.room.capacity": 10, "meeting.room.kind": None})
    given = (
        Override("R081", "For småt", "Maja", NOW - timedelta(days=1)),
        Override("room-big-enough", "Vi sidder i ring", "Søren", NOW),
        Override("room-neutral", "  ", "Søren", NOW),
    )
    found = {v.rule: v for v in judge(RULES, EVERYTHING, changed(small, {"meeting.overrides": given}))}
    room = found["room-big-enough"]
    assert (room.state, room.open, room.finding.code) == (State.OVERRIDDEN, False, "full")
    [evidence] = room.finding.evidence
    assert (evidence.what, evidence.by, evidence.on) == ("Vi sidder i ring", "Søren", NOW.date())
    assert found["room-neutral"].state is State.NOT_LOOKED_AT
    mended = changed(READY, {"meeting.overrides": given})
    assert {v.state for v in judge(RULES, EVERYTHING, mended) if v.rule == "room-big-enough"} == {State.IN_PLACE}


def test_nothing_opens_a_stop() -> None:
    stop = RuleTable({RISK_RULE: {EVERY_METHOD: Level.STOP}, "purpose": {EVERY_METHOD: Level.REASON}})
    open_one = changed(READY, {"case.risk_assessed": type(READY.case.risk_assessed)(), "plan.purpose": ""})
    waived = changed(open_one, {"meeting.overrides": (Override("R174", "Det haster", "Søren", NOW),)})
    for it in (open_one, waived):
        verdicts = judge(RULES, stop, it)
        assert not may_start(verdicts) and not may_be_sent(verdicts)
    only_a_reason = judge(RULES, stop, changed(READY, {"plan.purpose": ""}))
    assert may_start(only_a_reason) and may_be_sent(only_a_reason)
