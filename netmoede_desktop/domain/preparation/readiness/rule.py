"""A rule, the table that says how heavy it weighs for which method, and the verdicts of all rules on one meeting."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from netmoede_desktop.domain.preparation.meeting_facts import Override
from netmoede_desktop.domain.preparation.readiness.rule_input import Exclusion, RuleInput
from netmoede_desktop.domain.preparation.readiness.verdict import (
    Evidence,
    Level,
    PageField,
    RuleFinding,
    State,
    Verdict,
)

#: The column of the table for every method that has none of its own.
EVERY_METHOD = "alle"

#: The requirements whose verdicts and reasons stand on no paper, the drejebog included.
ON_NO_PAPER = frozenset({"R174", "R175"})

#: The rule that also closes invitation, printed netværkskort and hand-over while it is open.
RISK_RULE = "risk-assessed"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of readiness: what it is asked by, the facts it reads by their path in `RuleInput`, where it is mended.

    `requirements` are lines of docs/requirements.md, the one it is listed by first. `check` is pure.
    """

    id: str
    requirements: tuple[str, ...]
    reads: frozenset[str]
    place: PageField
    check: Callable[[RuleInput], RuleFinding]

    def named_by(self, word: str) -> bool:
        """Return True if an override with this word means the rule: its id, or a requirement it is asked by."""
        return word == self.id or word in self.requirements


@dataclass(frozen=True, slots=True)
class RuleTable:
    """Rule × method: the level, or None where the rule is not for that method.

    A column is a method's id ("pnm-1"), its family ("pnm"), or `EVERY_METHOD`; the nearest one counts.
    """

    levels: Mapping[str, Mapping[str, Level | None]]
    exclusions: tuple[Exclusion, ...] = field(default=())

    def level(self, rule_id: str, method_id: str) -> Level | None:
        """Return how heavy a rule weighs for a method, None where it does not apply."""
        row = self.levels.get(rule_id, {})
        for column in (method_id, family_of(method_id), EVERY_METHOD):
            if column in row:
                return row[column]
        return None

    def heaviest(self, rule_id: str) -> Level:
        """Return the heaviest level a rule has for any method."""
        found = {level for level in self.levels.get(rule_id, {}).values() if level is not None}
        return next((level for level in Level if level in found), Level.ADVICE)


def family_of(method_id: str) -> str:
    """Return the family of a method: "din" of "din-1"."""
    return method_id.partition("-")[0]


def judge(rules: Iterable[Rule], table: RuleTable, it: RuleInput) -> tuple[Verdict, ...]:
    """Return the verdict of each rule on the meeting, in the order of the rules."""
    return tuple(_verdict(rule, table, it) for rule in rules)


def may_start(verdicts: Iterable[Verdict]) -> bool:
    """Return True unless an open *stop* closes the start of the meeting."""
    return not any(verdict.level is Level.STOP and verdict.open for verdict in verdicts)


def may_be_sent(verdicts: Iterable[Verdict]) -> bool:
    """Return True unless a *ja* of the screening closes invitation, printed netværkskort and hand-over (R174)."""
    return not any(verdict.rule == RISK_RULE and verdict.open for verdict in verdicts)


def _verdict(rule: Rule, table: RuleTable, it: RuleInput) -> Verdict:
    level = table.level(rule.id, it.plan.method.id)
    if level is None:
        finding, level = RuleFinding(State.NOT_APPLICABLE), table.heaviest(rule.id)
    else:
        finding = rule.check(it)
    verdict = Verdict(rule.id, rule.requirements[0], level, finding, rule.place)
    reason = _reason(rule, it.meeting.overrides)
    if reason is None or not verdict.open or level is Level.STOP:
        return verdict
    evidence = Evidence(reason.reason, reason.by, reason.at.date())
    return replace(verdict, finding=replace(finding, state=State.OVERRIDDEN, evidence=(evidence,)))


def _reason(rule: Rule, overrides: Iterable[Override]) -> Override | None:
    """The latest reason given for waiving the rule."""
    given = [one for one in overrides if rule.named_by(one.rule) and one.reason.strip()]
    return max(given, key=lambda one: one.at, default=None)
