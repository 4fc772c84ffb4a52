"""Placeholder."""

from netmoede_desktop.domain.preparation.readiness.verdict import Verdict
from netmoede_desktop.gui.preparation.readiness.readiness_presenter import RuleWords
from netmoede_desktop.localization.catalogue import Translator


def rule_words(verdict: Verdict, t: Translator) -> RuleWords:
    v = verdict.finding.values
    return RuleWords(*(str(v.get(k, "")) for k in ("name", "found", "title", "why", "act")))
