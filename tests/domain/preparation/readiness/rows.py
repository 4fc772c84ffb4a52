"""One row for each thing a rule can find: what is changed on a meeting that is ready, and the state it leaves."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from netmoede_desktop.domain.cases.case_facts import CaseType, Screening, UnknownCase
from netmoede_desktop.domain.meeting.plan import CarriedAgreement
from netmoede_desktop.domain.methods.method import Limits
from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.domain.people.person_facts import Channel, Chooser
from netmoede_desktop.domain.people.said import Said
from netmoede_desktop.domain.preparation.meeting_facts import Apart, Invited, Participation, RoomKind
from netmoede_desktop.domain.preparation.readiness.verdict import State
from tests.domain.meeting.script import STARTS, groups
from tests.domain.preparation.readiness.inputs import (
    CONSENT,
    DAY,
    LAST_HELD,
    NOW,
    PEOPLE,
    READY,
    SAID,
    TODAY,
    TOMORROW,
    without,
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


LAW = (
    Row("risk-assessed", IN_PLACE),
    Row("risk-assessed", MISSING, "", {"case.risk_assessed": NOBODY}),
    Row("risk-assessed", MISSING, "", {"case.risk_assessed": AHEAD}),
    Row("risk-assessed", NOT_APPLICABLE, "", {"case.screening": Screening.NO}),
    Row("risk-screened", IN_PLACE),
    Row("risk-screened", NOT_LOOKED_AT, "none", {"case.screening": None}),
    Row("risk-screened", MISSING, "", {"case.screening": Screening.NOT_SCREENED}),
    Row("two-advisers", IN_PLACE),
    Row("two-advisers", MISSING, "", {"people.ulla.caseworker": False}),
    Row("two-advisers", NOT_LOOKED_AT, "none", {"case.first_assessment": None}),
    Row("two-advisers", NOT_APPLICABLE, "", {"case.first_assessment": False}),
    *each_row(
        "channels", "channel", None, *(p.id for p in PEOPLE if p.id not in ("mikkel", "maja", "amina")), met="count"
    ),
    Row("channels", NOT_LOOKED_AT, "age", {"birth_year": None}),
    Row("channels", IN_PLACE, "count", {"birth_year": 2011}),
    Row("channels", MISSING, "", {"birth_year": 2011, "people.mikkel.channel": None}),
    Row("channels", IN_PLACE, "count", {"birth_year": 2012, "people.mikkel.channel": None}),
    Row("channels", IN_PLACE, "count", {"people.lone.channel": Channel.DIGITAL_POST}),
    Row("channels", MISSING, "exempt", {"people.lone.exempt": True, "people.lone.channel": Channel.DIGITAL_POST}),
    Row("address-protected", IN_PLACE),
    Row("address-protected", NOT_LOOKED_AT, "none", {"people.kirsten.protected_checked": None}),
    Row("address-protected", IN_PLACE, "", {"people.kirsten.protected_checked": TODAY - timedelta(days=365)}),
    Row("address-protected", STALE, "stale", {"people.kirsten.protected_checked": TODAY - timedelta(days=366)}),
    Row("address-protected", STALE, "stale", {"now": NOW + timedelta(days=365)}),
    Row("address-protected", NOT_APPLICABLE, "", {"plan.people": without("kirsten")}),
)

#: A tolk who is known by name and year, and not on the list yet.
NOT_LISTED = {
    "plan.people": without("amina"),
    "meeting.interpreter.name": "Amina",
    "meeting.interpreter.birth_year": 1990,
}
#: Nothing here asks for a tolk.
NOT_NEEDED = {
    "plan.people": (ALONE,),
    "plan.interpreter_language": "",
    "meeting.interpreter.needed": None,
    "languages": ("dansk",),
}

INTERPRETER = (
    Row("interpreter-may", IN_PLACE),
    Row("interpreter-may", MISSING, "young", {"people.amina.birth_year": 2009}),
    Row("interpreter-may", IN_PLACE, "", {"people.amina.birth_year": 2008}),
    Row("interpreter-may", MISSING, "young", {"meeting.interpreter.birth_year": 2010}),
    Row("interpreter-may", MISSING, "family", {"meeting.interpreter.family": True}),
    Row("interpreter-may", NOT_APPLICABLE, "", {"meeting.interpreter.family": None}),
    Row("interpreter-may", IN_PLACE, "", NOT_LISTED),
    Row("interpreter-checked", IN_PLACE),
    Row("interpreter-checked", IN_PLACE, "", NOT_LISTED),
    Row("interpreter-checked", NOT_LOOKED_AT, "none", {"meeting.interpreter.family": None}),
    Row("interpreter-checked", NOT_LOOKED_AT, "none", {"people.amina.birth_year": None}),
    Row("interpreter-checked", MISSING, "turns", {"people.amina.birth_year": 2008}),
    Row("interpreter-listed", IN_PLACE),
    Row("interpreter-listed", MISSING, "", {"plan.people": without("amina")}),
    Row("interpreter-listed", NOT_LOOKED_AT, "none", {**NOT_NEEDED, "languages": ("somali",)}),
    Row("interpreter-listed", NOT_APPLICABLE, "", NOT_NEEDED),
    Row("interpreter-listed", IN_PLACE, "", NOT_LISTED),
    Row("interpreter-listed", MISSING, "", {**NOT_NEEDED, "plan.interpreter_language": "somali"}),
    *said_rows("interpreter-ordered", "meeting.interpreter.ordered"),
    Row("interpreter-ordered", IN_PLACE, "", {**NOT_NEEDED, "plan.interpreter_language": "somali"}),
    Row("interpreter-ordered", IN_PLACE, "", {**NOT_NEEDED, "meeting.interpreter.needed": True}),
    Row("interpreter-ordered", NOT_APPLICABLE, "", {**NOT_NEEDED, "languages": ("somali",)}),
    Row("interpreter-ordered", NOT_APPLICABLE, "", NOT_NEEDED),
    Row("languages-known", IN_PLACE),
    Row("languages-known", NOT_LOOKED_AT, "none", {"people.lone.language": ""}),
    Row(
        "languages-known",
        MISSING,
        "",
        {"plan.people": (PEOPLE[1], replace(PEOPLE[2], through_interpreter=True)), "people.peter.language": ""},
    ),
    Row("languages-known", NOT_APPLICABLE, "", {"plan.people": (ALONE,), "languages": ("dansk",)}),
)

CASE = (
    *(
        row
        for rule, path in (
            ("involvement", "case.involvement"),
            ("target-group", "case.target_group"),
            ("expectations", "case.expectations"),
        )
        for row in (Row(rule, IN_PLACE), Row(rule, MISSING, "", {path: " "}))
    ),
    Row("case-type", IN_PLACE),
    Row("case-type", NOT_LOOKED_AT, "none", {"case.case_type": None}),
    Row("method-allowed", IN_PLACE),
    Row("method-allowed", MISSING, "", {"case.case_type": CaseType.PLACED}),
    Row("method-allowed", NOT_LOOKED_AT, "none", {"case.case_type": None}),
    Row("method-allowed", NOT_APPLICABLE, "", {"exclusions": ()}),
    *(Row("pnm-age", IN_PLACE, "", {"birth_year": PNM_YEARS[age]}) for age in (7, 13)),
    *(Row("pnm-age", MISSING, "", {"birth_year": PNM_YEARS[age]}) for age in (6, 14)),
    Row("pnm-age", MISSING, "old", {"birth_year": PNM_YEARS[15]}),
    Row("pnm-age", NOT_LOOKED_AT, "none", {"birth_year": None}),
    Row("pnm-fits", IN_PLACE),
    Row("pnm-fits", MISSING, "complex", {"case.complex_needs": False}),
    Row("pnm-fits", MISSING, "cooperation", {"case.hard_cooperation": False}),
    Row("pnm-fits", NOT_LOOKED_AT, "none", {"case.complex_needs": None}),
    *said_rows("visitation", "case.visitation"),
    *said_rows("nominated", "case.nominated"),
    Row("nominated", MISSING, "why", {"case.nominated": replace(SAID, text="")}),
    Row("known-answered", IN_PLACE, "known"),
    Row("known-answered", IN_PLACE, "unknown", {"case.known": False}),
    Row("known-answered", NOT_LOOKED_AT, "none", {"case.known": None}),
    *said_rows("adviser-asked", "case.adviser_asked"),
    Row("adviser-asked", NOT_APPLICABLE, "", {"case.known": False}),
    Row("unknown-criteria", IN_PLACE, "", UNKNOWN),
    Row("unknown-criteria", NOT_APPLICABLE),
    *(
        Row("unknown-criteria", MISSING, code, {**UNKNOWN, f"case.unknown_case.{fact}": False})
        for code, fact in (("concern", "concern"), ("family", "beyond_family"), ("partners", "beyond_partners"))
    ),
    *(
        Row("unknown-criteria", NOT_LOOKED_AT, "none", {**UNKNOWN, f"case.unknown_case.{fact}": None})
        for fact in ("concern", "beyond_family", "beyond_partners")
    ),
    Row("unknown-parents", IN_PLACE, "", UNKNOWN),
    Row("unknown-parents", NOT_APPLICABLE),
    *(
        Row("unknown-parents", NOT_LOOKED_AT, code, {**UNKNOWN, f"case.unknown_case.{fact}": said})
        for code, fact in (("presented", "presented"), ("willing", "willing"), ("active", "active_case"))
        for said in (NOBODY, AHEAD)
    ),
    Row("unknown-authority", IN_PLACE, "", UNKNOWN),
    Row("unknown-authority", NOT_APPLICABLE),
    *(
        Row("unknown-authority", NOT_LOOKED_AT, code, {**UNKNOWN, f"case.unknown_case.{fact}": NOBODY})
        for code, fact in (("asked", "asked_authority"), ("confirmed", "confirmed"))
    ),
)

CHILD = (
    *said_rows("child-talked-with", "meeting.child.talk")[1:],
    Row("child-talked-with", IN_PLACE, "alone"),
    Row("child-talked-with", IN_PLACE, "together", {"meeting.child.alone": False}),
    Row("child-talked-with", IN_PLACE, "", {"meeting.child.alone": None}),
    Row("child-talked-with", STALE, "stale", {"meeting.child.talk": replace(SAID, on=LAST_HELD)}),
    Row("child-talked-with", STALE, "stale", {"last_held": SAID.on}),
    Row("child-told", IN_PLACE),
    Row("child-told", MISSING, "", {"meeting.child.explained": ""}),
    Row("child-told", STALE, "stale", {"meeting.child.talk": replace(SAID, on=LAST_HELD)}),
    Row("child-takes-part", IN_PLACE, "partly"),
    Row(
        "child-takes-part",
        IN_PLACE,
        "yes",
        {"meeting.child.participation": Participation.YES, "meeting.child.participation_reason": ""},
    ),
    Row("child-takes-part", IN_PLACE, "no", {"meeting.child.participation": Participation.NO}),
    Row("child-takes-part", MISSING, "reason", {"meeting.child.participation_reason": ""}),
    Row("child-takes-part", NOT_LOOKED_AT, "none", {"meeting.child.participation": None}),
    Row("child-place-chosen", IN_PLACE, "first"),
    Row("child-place-chosen", NOT_LOOKED_AT, "none", {"plan.people": (replace(PEOPLE[0], place=None),)}),
    Row("child-place-chosen", NOT_APPLICABLE, "", {"plan.people": without("mikkel")}),
    Row("child-supported", IN_PLACE),
    *(
        Row("child-supported", MISSING, "parts", {f"meeting.child.{when}": ""})
        for when in ("before", "during", "after")
    ),
    Row(
        "child-supported",
        NOT_LOOKED_AT,
        "none",
        {"meeting.child.before": "", "meeting.child.during": "", "meeting.child.after": ""},
    ),
    *said_rows("bisidder-told", "meeting.bisidder_told"),
    Row("bisidder-of-age", IN_PLACE),
    Row("bisidder-of-age", IN_PLACE, "", {"people.nadia.birth_year": 2011}),
    Row("bisidder-of-age", MISSING, "", {"people.nadia.birth_year": 2012}),
    Row("bisidder-of-age", NOT_LOOKED_AT, "none", {"people.nadia.birth_year": None}),
    Row("bisidder-of-age", NOT_APPLICABLE, "", {"plan.people": without("nadia")}),
)

PARENTS = (
    *said_rows("parents-asked", "meeting.parents_asked"),
    *said_rows("shared-agreed", "meeting.shared_agreed"),
    *said_rows("first-visit", "meeting.first_visit"),
    Row("first-visit", MISSING, "phone", {"meeting.first_visit_by_phone": True}),
    Row("first-visit", NOT_LOOKED_AT, "how", {"meeting.first_visit_by_phone": None}),
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


def _consents(**lone: Any) -> dict[str, Any]:
    return {"case.consents": (replace(CONSENT, **lone), replace(CONSENT, by="peter"))}


CONSENTS = (
    Row("consent-given", IN_PLACE),
    Row("consent-given", NOT_LOOKED_AT, "none", {"case.consents": (CONSENT,)}),
    Row("consent-given", MISSING, "refused", _consents(refused=True)),
    *(
        Row("consent-given", MISSING, "part", _consents(**lacking))
        for lacking in ({"topics": ()}, {"recipients": ()}, {"purpose": ""}, {"since": None}, {"since": TOMORROW})
    ),
    Row("consent-given", STALE, "withdrawn", _consents(withdrawn=TODAY)),
    Row("consent-given", IN_PLACE, "", _consents(withdrawn=TOMORROW)),
    Row("consent-given", STALE, "ended", _consents(until=DAY - timedelta(days=1))),
    Row("consent-given", IN_PLACE, "", _consents(until=DAY)),
    Row("consent-given", NOT_APPLICABLE, "", {"plan.people": without("lone", "peter")}),
    Row("consent-covers-everybody", IN_PLACE),
    Row(
        "consent-covers-everybody",
        STALE,
        "stale",
        {"plan.people": (*PEOPLE, Person("eva", "Eva Dam", "Eva", Role.PROFESSIONAL, "psykolog", seat=13))},
    ),
    Row("consent-covers-everybody", STALE, "stale", _consents(recipients=("skolen", "kommunen", "Nadia"))),
    Row("consent-covers-everybody", IN_PLACE, "", _consents(recipients=("alle",))),
    Row("consent-covers-everybody", IN_PLACE, "", _consents(recipients=("familie og netværk", "skole", "kommune"))),
    Row("consent-covers-everybody", IN_PLACE, "", {"case.consents": (replace(CONSENT, until=DAY),)}),
    Row("consent-covers-everybody", NOT_APPLICABLE, "", {"case.consents": ()}),
    Row("contact-data-passed-on", IN_PLACE),
    Row("contact-data-passed-on", IN_PLACE, "", {"case.consents": (replace(CONSENT, until=DAY),)}),
    Row("contact-data-passed-on", NOT_LOOKED_AT, "none", {"case.consents": (replace(CONSENT, topics=("Skole",)),)}),
    Row("contact-data-passed-on", MISSING, "form", {"case.consents": (replace(CONSENT, form=None),)}),
    Row("contact-data-passed-on", STALE, "stale", {"case.consents": (replace(CONSENT, withdrawn=TODAY),)}),
)


AUNTS = tuple(Person(f"tante-{n}", f"Tante {n}", f"Tante {n}", Role.PRIVATE, seat=20 + n) for n in range(12))


NO_TOLK = tuple(replace(person, through_interpreter=False) for person in without("amina"))
SPOKEN = {"plan.people": NO_TOLK, "plan.interpreter_language": "somali"}
METHOD = READY.plan.method
FOR_NEWCOMERS = tuple(replace(part, order=groups("FOR, NYE")) if part.has_turns else part for part in METHOD.parts)


def _at(hour: int, **later: int) -> datetime:
    return STARTS.replace(hour=hour) + timedelta(**later)


TIME = (
    Row("within-limit", IN_PLACE),
    Row("within-limit", MISSING, "", {"plan.planned_minutes": 200}),
    Row("within-limit", OVERRIDDEN, "", {"plan.planned_minutes": 200, "plan.over_reason": "To tolke"}),
    Row("within-limit", NOT_APPLICABLE, "", {"plan.method": replace(METHOD, limits=Limits(None, None))}),
    Row("within-limit", MISSING, "", {**NOT_NEEDED, "plan.method": replace(METHOD, limits=Limits(120, 180))}),
    Row("within-limit", IN_PLACE, "", {**SPOKEN, "plan.method": replace(METHOD, limits=Limits(120, 180))}),
    Row("turns-long-enough", IN_PLACE),
    Row("turns-long-enough", IN_PLACE, "", SPOKEN),
    Row("turns-long-enough", IN_PLACE, "", {"plan.method": replace(METHOD, parts=FOR_NEWCOMERS)}),
    Row("turns-long-enough", MISSING, "longer", {"plan.people": (*PEOPLE, *AUNTS[:4]), "plan.planned_minutes": 60}),
    Row("turns-long-enough", MISSING, "", {"plan.people": (*PEOPLE, *AUNTS)}),
    Row("turns-long-enough", NOT_APPLICABLE, "", {"plan.people": ()}),
    Row("hour-fits", IN_PLACE, "outside"),
    Row("hour-fits", IN_PLACE, "", {"plan.starts": _at(13)}),
    Row("hour-fits", MISSING, "night", {"plan.starts": _at(3)}),
    Row("hour-fits", MISSING, "night", {"plan.starts": _at(20)}),
    Row("hour-fits", MISSING, "weekend", {"plan.starts": _at(13, days=5)}),
    Row("hour-fits", MISSING, "holiday", {"holiday": "Juleaftensdag"}),
    Row("still-ahead", IN_PLACE),
    Row("still-ahead", MISSING, "", {"now": NOW + timedelta(days=12)}),
    Row("time-spent", IN_PLACE, "", {"meeting.minutes_spent": 300}),
    Row("time-spent", MISSING, "", {"meeting.minutes_spent": 301}),
    Row("time-spent", NOT_LOOKED_AT, "none", {"meeting.minutes_spent": None}),
)

_OF_THE_ROOM = ("room-neutral", "room-not-home", "room-big-enough", "room-open")
_BY_DAY = {"plan.starts": _at(13)}

FRAME = (
    Row("place-known", IN_PLACE),
    Row("place-known", MISSING, "", {"plan.place": ""}),
    Row("room-neutral", IN_PLACE),
    Row("room-neutral", MISSING, "town_hall", {"meeting.room.kind": RoomKind.TOWN_HALL}),
    Row("room-neutral", MISSING, "school", {"meeting.room.kind": RoomKind.SCHOOL}),
    Row("room-neutral", MISSING, "comes", {"meeting.room.family_comes_here": True}),
    Row("room-neutral", NOT_LOOKED_AT, "none", {"meeting.room.family_comes_here": None}),
    Row("room-neutral", NOT_LOOKED_AT, "none", {"meeting.room.kind": None}),
    Row("room-not-home", IN_PLACE),
    Row("room-not-home", MISSING, "", {"meeting.room.kind": RoomKind.HOME}),
    Row("room-not-home", NOT_LOOKED_AT, "none", {"meeting.room.kind": None}),
    Row("room-big-enough", IN_PLACE, "", {"meeting.room.capacity": 12}),
    Row("room-big-enough", MISSING, "", {"meeting.room.capacity": 11}),
    Row("room-big-enough", MISSING, "full", {"meeting.room.capacity": 10}),
    Row("room-big-enough", NOT_LOOKED_AT, "none", {"meeting.room.capacity": None}),
    Row("room-open", IN_PLACE),
    Row("room-open", MISSING, "", {"meeting.room.evening_until": 19}),
    Row("room-open", NOT_LOOKED_AT, "none", {"meeting.room.evening_until": None}),
    Row("room-open", NOT_APPLICABLE, "", _BY_DAY),
    *(Row(rule, IN_PLACE, "", {"meeting.room.name": ""}) for rule in _OF_THE_ROOM),
    Row("dinner", IN_PLACE),
    Row("dinner", MISSING, "", {"meeting.dinner": ""}),
    Row("dinner", NOT_APPLICABLE, "", _BY_DAY),
    Row("dinner", NOT_APPLICABLE, "", {"plan.starts": _at(15), "plan.planned_minutes": 180}),
    Row("dinner", MISSING, "", {"plan.starts": _at(15, minutes=1), "plan.planned_minutes": 180, "meeting.dinner": ""}),
    *said_rows("food-ordered", "meeting.food_ordered"),
    Row("food-ordered", NOT_APPLICABLE, "", {"meeting.dinner": ""}),
    *said_rows("evening-agreed", "meeting.evening"),
    Row("evening-agreed", NOT_APPLICABLE, "", _BY_DAY),
    Row("evening-agreed", NOT_APPLICABLE, "", {"plan.starts": _at(15), "plan.planned_minutes": 180}),
)

_NO_CONTACT = ("lone", "peter", "kirsten", "hanne", "soeren", "ulla", "bodil", "nadia")

INVITATION = (
    Row("purpose", IN_PLACE),
    Row("purpose", MISSING, "", {"plan.purpose": " "}),
    Row("contact-data", IN_PLACE, "count", {"people.lone.phone": "", "people.lone.mail": "lone@example.dk"}),
    Row("contact-data", IN_PLACE, "count", {"people.lone.phone": "", "people.lone.address": "Aagade 1"}),
    *each_row("contact-data", "phone", "", *_NO_CONTACT, met="count"),
    *(
        Row("invited", state, code, {"meeting.invited": invited})
        for state, code, invited in (
            (NOT_LOOKED_AT, "none", ()),
            (MISSING, "", READY.meeting.invited[1:]),
            (MISSING, "", (Invited("mikkel", TOMORROW), *READY.meeting.invited[1:])),
            (IN_PLACE, "count", READY.meeting.invited),
        )
    ),
    Row("invited", NOT_APPLICABLE, "", {"plan.people": (ALONE,)}),
    Row("owners-invited", IN_PLACE),
    Row("owners-invited", MISSING, "", {"plan.carried": (CarriedAgreement(1, "Henter", None),)}),
    Row("owners-invited", NOT_APPLICABLE, "", {"plan.carried": ()}),
    Row("measures-owned", IN_PLACE),
    Row("measures-owned", MISSING, "", {"plan.carried": (CarriedAgreement(1, "Klub", None, started=True),)}),
    Row("measures-owned", NOT_APPLICABLE, "", {"plan.carried": ()}),
)

ROWS = (
    *LAW,
    *INTERPRETER,
    *CASE,
    *CHILD,
    *PARENTS,
    *LEADER,
    *WHO,
    *CONSENTS,
    *TIME,
    *FRAME,
    *INVITATION,
)

#: The rules whose evidence ages by itself, and so may turn *forældet*.
AGEING = frozenset(
    {
        "address-protected",
        "child-talked-with",
        "child-told",
        "leader-not-initiator",
        "leader-knows-no-family",
        "leader-knows-no-case",
        "consent-given",
        "consent-covers-everybody",
        "contact-data-passed-on",
    }
)
