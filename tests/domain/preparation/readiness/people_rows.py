"""The rows of who leads and who comes."""

from typing import Any

from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.domain.people.person_facts import Chooser
from netmoede_desktop.domain.preparation.meeting_facts import Apart
from tests.domain.preparation.readiness.inputs import (
    PEOPLE,
    TOMORROW,
    without,
)
from tests.domain.preparation.readiness.row import (
    AHEAD,
    ALONE,
    IN_PLACE,
    MISSING,
    NOBODY,
    NOT_APPLICABLE,
    NOT_LOOKED_AT,
    OVERRIDDEN,
    STALE,
    Row,
    each_row,
    said_rows,
)

_BY_ANOTHER = {"meeting.neutral.by": "Bodil Krag"}
_NOT_INITIATED = {"people.bodil.initiator": False}


def _declared(rule: str, fact: str, **beside: Any) -> tuple[Row, ...]:
    """What the mødeleder's own word can be: given, not given, by somebody who leads no more, or the other way."""
    return (
        Row(rule, IN_PLACE, "", beside),
        Row(rule, NOT_LOOKED_AT, "none", {**beside, **_NOT_INITIATED, f"meeting.neutral.{fact}": None}),
        Row(rule, NOT_LOOKED_AT, "none", {**beside, "meeting.neutral.on": None}),
        Row(rule, NOT_LOOKED_AT, "none", {**beside, "meeting.neutral.on": TOMORROW}),
        Row(rule, STALE, "stale", {**beside, **_BY_ANOTHER}),
        Row(rule, MISSING, "", {**beside, f"meeting.neutral.{fact}": True}),
        Row(
            rule,
            OVERRIDDEN,
            "",
            {**beside, f"meeting.neutral.{fact}": True, "meeting.neutral.reason": "Kun én gang"},
        ),
        Row(rule, NOT_APPLICABLE, "", {**beside, "plan.people": without("maja")}),
    )


LEADER = (
    Row("leader-listed", IN_PLACE),
    Row("leader-listed", MISSING, "", {"plan.people": without("maja")}),
    Row("caseworker-listed", IN_PLACE),
    Row("caseworker-listed", IN_PLACE, "", {"people.soeren.caseworker": False, "people.ulla.caseworker": False}),
    Row("caseworker-listed", MISSING, "", {"plan.people": without("soeren", "ulla")}),
    Row("leader-not-caseworker", IN_PLACE),
    Row("leader-not-caseworker", MISSING, "", {"people.maja.caseworker": True}),
    Row("leader-not-caseworker", NOT_LOOKED_AT, "none", {"plan.people": without("soeren", "ulla")}),
    Row("leader-not-caseworker", NOT_APPLICABLE, "", {"plan.people": without("maja")}),
    *_declared("leader-not-initiator", "initiated"),
    Row("leader-not-initiator", MISSING, "listed", {"people.maja.initiator": True}),
    Row("leader-not-initiator", IN_PLACE, "named", {"meeting.neutral.initiated": None}),
    *_declared("leader-knows-no-family", "knows_family"),
    *_declared("leader-knows-no-case", "knows_case"),
    Row("same-leader", IN_PLACE),
    Row("same-leader", MISSING, "", {"last_leader": "Bodil Krag"}),
    Row("same-leader", OVERRIDDEN, "", {"last_leader": "Bodil Krag", "meeting.leader_reason": "Bodil er rejst"}),
    Row("same-leader", NOT_APPLICABLE, "", {"last_leader": ""}),
    Row("tasks-assigned", IN_PLACE),
    Row("tasks-assigned", IN_PLACE, "", {"meeting.tasks": ()}),
    Row("tasks-assigned", NOT_LOOKED_AT, "none", {"meeting.tasks": (), **_NOT_INITIATED}),
    Row("tasks-assigned", MISSING, "gone", {"plan.people": without("hanne")}),
    Row("initiator-known", IN_PLACE, "leader"),
    Row("initiator-known", NOT_LOOKED_AT, "none", _NOT_INITIATED),
    *(
        Row("initiator-known", state, code, {**_NOT_INITIATED, "people.hanne.initiator": True, **more})
        for state, code, more in (
            (IN_PLACE, "", {}),
            (NOT_LOOKED_AT, "consult", {"case.leader_consulted": NOBODY}),
            (MISSING, "ahead", {"case.leader_consulted": AHEAD}),
        )
    ),
)

WHO = (
    *(
        row
        for rule, gone in (
            ("child-listed", ("mikkel",)),
            ("parents-listed", ("lone", "peter")),
            ("private-listed", ("kirsten",)),
            ("professionals-listed", ("hanne", "bodil", "soeren", "ulla")),
            ("school-listed", ("hanne", "bodil")),
            ("authority-listed", ("soeren", "ulla")),
        )
        for row in (Row(rule, IN_PLACE), Row(rule, MISSING, "", {"plan.people": without(*gone)}))
    ),
    Row("somebody-heard", IN_PLACE, "count"),
    Row("somebody-heard", MISSING, "", {"plan.people": (PEOPLE[0], ALONE)}),
    *each_row("chosen", "chosen_by", None, "kirsten", "hanne", "bodil", "nadia"),
    *each_row("approved", "approved_by", (), "kirsten", "hanne", "bodil", "nadia"),
    Row("approved", MISSING, "", {"people.kirsten.approved_by": (Chooser.CASEWORKER,)}),
    *each_row("why-known", "why", "", "kirsten", "hanne", "bodil", "nadia", "soeren", "ulla"),
    Row("relevance-cleared", IN_PLACE),
    Row("relevance-cleared", IN_PLACE, "", {"people.hanne.why": ""}),
    Row("relevance-cleared", NOT_LOOKED_AT, "none", {"people.hanne.why": "", "people.hanne.cleared": AHEAD}),
    Row("relevance-cleared", NOT_APPLICABLE, "", {"plan.people": (ALONE,)}),
    *said_rows("apart-asked", "meeting.apart_asked", **{"meeting.apart": ()}),
    Row("apart-asked", MISSING, "way-out", {"meeting.apart": (Apart("kirsten", "peter"),)}),
    Row("apart-asked", IN_PLACE, "pairs", {"meeting.apart_asked": NOBODY}),
    Row("everybody-in-order", IN_PLACE),
    Row(
        "everybody-in-order",
        MISSING,
        "",
        {"plan.people": (*PEOPLE, Person("ida", "Ida Krog", "Ida", Role.INFORMANT, seat=12))},
    ),
    Row("everybody-in-order", NOT_APPLICABLE, "", {"plan.people": ()}),
)
