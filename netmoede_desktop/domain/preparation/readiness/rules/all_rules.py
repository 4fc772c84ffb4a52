"""All rules of readiness, in the order they are listed."""

from netmoede_desktop.domain.preparation.readiness.rule import Rule
from netmoede_desktop.domain.preparation.readiness.rules import child, leader

RULES: tuple[Rule, ...] = (*child.RULES, *leader.RULES)
