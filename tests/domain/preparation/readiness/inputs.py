"""A meeting on which every rule of readiness is in place, and what it looks like after a change of some facts."""

from collections.abc import Mapping
from dataclasses import is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from netmoede_desktop.domain.cases.case_facts import CaseFacts, CaseType, Consent, ConsentForm, Screening
from netmoede_desktop.domain.meeting.plan import CarriedAgreement
from netmoede_desktop.domain.methods.method import Limits
from netmoede_desktop.domain.people.people import ChildPlace, Person, PlaceKind, Role
from netmoede_desktop.domain.people.person_facts import Channel, Chooser, PersonFacts
from netmoede_desktop.domain.people.said import Said
from netmoede_desktop.domain.preparation.known_facts import KnownFacts
from netmoede_desktop.domain.preparation.meeting_facts import (
    Apart,
    ChildTalk,
    InterpreterFacts,
    Invited,
    MeetingFacts,
    Neutrality,
    Participation,
    Room,
    RoomKind,
    Separation,
)
from netmoede_desktop.domain.preparation.readiness.rule_input import Exclusion, RuleInput
from netmoede_desktop.domain.preparation.readiness.rules.all_rules import RULES
from netmoede_desktop.domain.preparation.readiness.verdict import RuleFinding
from tests.domain.meeting.script import FAMILY, STARTS, plan

DAY = STARTS.date()
NOW = datetime(2026, 11, 13, 9, 0, tzinfo=UTC)
TODAY, TOMORROW = NOW.date(), NOW.date() + timedelta(days=1)
LAST_HELD = date(2026, 10, 1)
SAID = Said("Søren", date(2026, 11, 3), "Ja, det vil vi gerne")

PEOPLE = (
    replace(FAMILY[0], place=ChildPlace(PlaceKind.FIRST)),
    replace(FAMILY[1], through_interpreter=True),
    FAMILY[2],
    replace(FAMILY[3], protected_address=True),
    *FAMILY[4:],
    Person("ulla", "Ulla Thorsen", "Ulla", Role.AUTHORITY, "rådgiver", seat=8),
    Person("bodil", "Bodil Krag", "Bodil", Role.PROFESSIONAL, "pædagogisk leder", seat=9),
    Person("nadia", "Nadia Vest", "Nadia", Role.ASSISTANT, "storesøster", seat=10),
    Person("amina", "Amina Yusuf", "Amina", Role.INTERPRETER, "tolk", seat=11),
)

CONSENT = Consent(
    "lone",
    ("Skole og venner", "Telefon og adresse"),
    ("kirsten", "skolen", "kommunen", "Nadia"),
    "Så alle kan hjælpe",
    ConsentForm.ORAL,
    date(2026, 11, 3),
)

_GUEST = PersonFacts(
    phone="12 34 56 78",
    channel=Channel.LETTER,
    chosen_by=Chooser.CHILD,
    approved_by=(Chooser.PARENTS,),
    why="Mikkel er tryg ved hende",
    cleared=SAID,
)

FACTS = KnownFacts(
    case=CaseFacts(
        involvement="Netværket er stort",
        case_type=CaseType.RUNNING,
        known=True,
        complex_needs=True,
        hard_cooperation=True,
        target_group="Brug for støtte i skolen",
        visitation=SAID,
        nominated=SAID,
        adviser_asked=SAID,
        expectations="Sig, hvad du kan beslutte",
        first_assessment=True,
        screening=Screening.YES,
        risk_assessed=SAID,
        consents=(CONSENT, replace(CONSENT, by="peter")),
        leader_consulted=SAID,
    ),
    people={
        "mikkel": PersonFacts(channel=Channel.BY_HAND),
        "lone": replace(_GUEST, language="somali"),
        "peter": _GUEST,
        "kirsten": replace(_GUEST, protected_checked=date(2026, 5, 1)),
        "hanne": _GUEST,
        "soeren": replace(_GUEST, caseworker=True),
        "ulla": replace(_GUEST, caseworker=True),
        "bodil": replace(_GUEST, initiator=True),
        "nadia": replace(_GUEST, birth_year=2005),
        "amina": PersonFacts(birth_year=1988),
        "maja": PersonFacts(),
    },
    meeting=MeetingFacts(
        child=ChildTalk(
            talk=SAID,
            alone=True,
            own_words="Jeg vil sove hos farmor",
            participation=Participation.PARTLY,
            participation_reason="Han går, når det bliver for meget",
            explained="Hvem der kommer, og at han må gå",
            before="farmor",
            during="nadia",
            after="hanne",
        ),
        parents_asked=SAID,
        shared_agreed=SAID,
        bisidder_told=SAID,
        neutral=Neutrality("Maja Lind", date(2026, 11, 4), knows_family=False, knows_case=False, initiated=False),
        room=Room("Biblioteket", RoomKind.NEUTRAL, 20, 22, family_comes_here=False),
        interpreter=InterpreterFacts(needed=True, family=False, ordered=SAID),
        apart_asked=SAID,
        apart=(Apart("kirsten", "peter", Separation.FAR_APART),),
        dinner="Suppe og brød",
        food_ordered=SAID,
        evening=SAID,
        first_visit=SAID,
        first_visit_by_phone=False,
        tasks=(("indkaldelse", "bodil"), ("dagsorden", "bodil"), ("ledelse", "maja"), ("referat", "hanne")),
        minutes_spent=240,
        invited=tuple(Invited(person.id, date(2026, 11, 5), Channel.LETTER) for person in PEOPLE),
    ),
)

_PLAN = plan()

READY = RuleInput(
    plan=replace(
        _PLAN,
        method=replace(_PLAN.method, limits=Limits(180, 180)),
        starts=STARTS.replace(hour=17),
        planned_minutes=150,
        people=PEOPLE,
        place="Biblioteket",
        purpose="Ro i hverdagen",
        interpreter_language="somali",
        carried=(CarriedAgreement(1, "Henter", "kirsten"), CarriedAgreement(2, "Klub", "hanne", started=True)),
    ),
    now=NOW,
    facts=FACTS,
    birth_year=2015,
    languages=("dansk", "somali"),
    held=1,
    last_held=LAST_HELD,
    last_leader="Maja Lind",
    exclusions=(Exclusion("prøve", CaseType.PLACED.value, "Vi bruger familierådslagning"),),
)


def changed(it: RuleInput, facts: Mapping[str, Any]) -> RuleInput:
    """The input with some facts replaced, each by its path; `people.kirsten.why` is a fact of one person."""
    for path, value in facts.items():
        it = _put(it, path.split("."), value)
    return it


def _put(it: RuleInput, path: list[str], value: Any) -> RuleInput:
    match path:
        case ["people", person, name]:
            known = replace(it.facts.person(person), **{name: value})
            return replace(it, facts=it.facts.with_person(person, known))
        case [("case" | "meeting") as part, *rest]:
            return replace(it, facts=replace(it.facts, **{part: _set(getattr(it.facts, part), rest, value)}))
        case _:
            put: RuleInput = _set(it, path, value)
            return put


def _set(owner: Any, path: list[str], value: Any) -> Any:
    assert is_dataclass(owner) and not isinstance(owner, type)
    name, *rest = path
    return replace(owner, **{name: value if not rest else _set(getattr(owner, name), rest, value)})


def without(*ids: str) -> tuple[Person, ...]:
    """The people of the meeting but these."""
    return tuple(person for person in PEOPLE if person.id not in ids)


def found_by(rule_id: str, it: RuleInput) -> RuleFinding:
    """The finding of one rule."""
    return next(rule for rule in RULES if rule.id == rule_id).check(it)
