"""Meetings whose rules are all waived with a reason, for tests of what comes after *Start møde*."""

from datetime import datetime

from netmoede_desktop.domain.preparation.known_facts import KnownFacts
from netmoede_desktop.domain.preparation.readiness.overriding import override_rules
from netmoede_desktop.services.preparation.edit_facts import change_facts
from netmoede_desktop.services.preparation.edit_plan import planned_meeting
from netmoede_desktop.storage.vault import Vault


def waive_all(vault: Vault, meeting: str, now: datetime) -> str:
    """Give a reason for every rule of a planned meeting, so that nothing is asked at its start; return its id."""
    rules = tuple(verdict.rule for verdict in planned_meeting(vault, meeting, now).verdicts)

    def waived(known: KnownFacts) -> KnownFacts:
        return override_rules(known, rules, "Aftalt med familien.", "", now)

    change_facts(vault, meeting, waived, now)
    return meeting
