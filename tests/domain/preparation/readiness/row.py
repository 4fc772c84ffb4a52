"""A row of the table of findings, and what many of them share."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from netmoede_desktop.domain.cases.case_facts import UnknownCase
from netmoede_desktop.domain.people.said import Said
from netmoede_desktop.domain.preparation.readiness.verdict import State
from tests.domain.preparation.readiness.inputs import (
    READY,
    SAID,
    TODAY,
    TOMORROW,
)

IN_PLACE, MISSING, NOT_LOOKED_AT = State.IN_PLACE, State.MISSING, State.NOT_LOOKED_AT
STALE, OVERRIDDEN, NOT_APPLICABLE = State.STALE, State.OVERRIDDEN, State.NOT_APPLICABLE

NOBODY = Said()
AHEAD = Said("Søren", TOMORROW)
ALONE = replace(READY.plan.people[6])
#: A sag the authority does not know, with every answer given.
UNKNOWN = {
    "case.known": False,
    "case.unknown_case": UnknownCase(
        concern=True,
        beyond_family=True,
        beyond_partners=True,
        presented=SAID,
        willing=SAID,
        active_case=SAID,
        asked_authority=SAID,
        confirmed=SAID,
    ),
}
#: Nothing here asks for a tolk.
NOT_NEEDED = {
    "plan.people": (ALONE,),
    "plan.interpreter_language": "",
    "meeting.interpreter.needed": None,
    "languages": ("dansk",),
}
PNM_YEARS = {7: 2019, 13: 2013, 14: 2012, 15: 2011, 6: 2020}


@dataclass(frozen=True, slots=True)
class Row:
    """A rule, the facts changed on the meeting that is ready, and the state and code of its finding."""

    rule: str
    state: State
    code: str = ""
    facts: Mapping[str, Any] | None = None

    @property
    def changes(self) -> Mapping[str, Any]:
        """The changed facts."""
        return {} if self.facts is None else self.facts


def said_rows(rule: str, path: str, **beside: Any) -> tuple[Row, ...]:
    """What every rule finds whose evidence is said by somebody on a day."""
    return (
        Row(rule, IN_PLACE, "", beside),
        Row(rule, NOT_LOOKED_AT, "none", {**beside, path: NOBODY}),
        Row(rule, NOT_LOOKED_AT, "none", {**beside, path: Said(on=TODAY, text="Ja")}),
        Row(rule, MISSING, "ahead", {**beside, path: AHEAD}),
    )


def each_row(rule: str, fact: str, empty: Any, *people: str, met: str = "") -> tuple[Row, ...]:
    """What a rule finds that asks the same of several people."""
    nobody = {f"people.{person}.{fact}": empty for person in people}
    return (
        Row(rule, IN_PLACE, met),
        Row(rule, MISSING, "", {f"people.{people[0]}.{fact}": empty}),
        Row(rule, NOT_LOOKED_AT, "none", nobody),
        Row(rule, NOT_APPLICABLE, "", {"plan.people": (ALONE,)}),
    )
