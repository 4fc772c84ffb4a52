"""All rules of readiness, in the order they are listed: what closes the meeting first, then step by step."""

from netmoede_desktop.domain.preparation.readiness.rule import Rule
from netmoede_desktop.domain.preparation.readiness.rules import (
    case,
    child,
    consent,
    frame,
    interpreter,
    invitation,
    law,
    leader,
    parents,
    people,
    time,
)

RULES: tuple[Rule, ...] = (
    *law.RULES,
    *interpreter.RULES,
    *case.RULES,
    *child.RULES,
    *parents.RULES,
    *leader.RULES,
    *people.RULES,
    *consent.RULES,
    *time.RULES,
    *frame.RULES,
    *invitation.RULES,
)
