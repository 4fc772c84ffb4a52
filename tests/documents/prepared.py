"""A fictional family whose meeting is planned, for the tests of the papers before it and of the map."""

from collections.abc import Mapping
from datetime import date, datetime

from netmoede_desktop.domain.cases.case_facts import CaseFacts
from netmoede_desktop.domain.meeting.plan import MeetingPlan
from netmoede_desktop.domain.people.about_me import AboutMe
from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.domain.people.person_facts import Chooser, Circle, PersonFacts, Sector
from netmoede_desktop.domain.preparation.known_facts import KnownFacts
from netmoede_desktop.domain.preparation.prepared_meeting import PreparedMeeting
from tests.services.stories import methods

_NEAR, _OFTEN, _SELDOM = Circle.NEAR, Circle.REGULAR, Circle.DISTANT
_FAMILY, _FRIENDS, _SCHOOL, _TOWN = Sector.FAMILY, Sector.FRIENDS, Sector.SCHOOL, Sector.AUTHORITY
_CHILD, _PARENTS, _CASEWORKER = Chooser.CHILD, Chooser.PARENTS, Chooser.CASEWORKER

SENDER = AboutMe("Søren Friis", "familierådgiver", "Fjordby Kommune", "Familie og Børn", "35 55 00 12")

#: Name, relation, role, circle, sector, who chose, and whether they come.
_FAMILY_OF_MIKKEL = (
    ("Lone Holm", "mor", Role.PARENT, _NEAR, _FAMILY, _CHILD, True),
    ("Peter Holm", "far", Role.PARENT, _OFTEN, _FAMILY, _CHILD, True),
    ("Kirsten Holm", "farmor", Role.PRIVATE, _NEAR, _FAMILY, _CHILD, True),
    ("Jonas Lund", "træner", Role.PRIVATE, _OFTEN, _FRIENDS, _CHILD, True),
    ("Hanne Bak", "klasselærer", Role.PROFESSIONAL, _OFTEN, _SCHOOL, _CASEWORKER, True),
    ("Ali Demir", "pædagog, SFO", Role.PROFESSIONAL, _OFTEN, _SCHOOL, _CHILD, True),
    ("Søren Friis", "sagsbehandler", Role.AUTHORITY, _OFTEN, _TOWN, _CASEWORKER, True),
    ("Birthe Kjær", "psykolog, PPR", Role.PROFESSIONAL, _SELDOM, _TOWN, _CASEWORKER, True),
    ("Ida Holm", "søster, 7 år", Role.PRIVATE, _OFTEN, _FAMILY, _CHILD, False),
    ("Bent Holm", "farfar", Role.PRIVATE, _SELDOM, _FAMILY, _PARENTS, False),
    ("Rikke Dahl", "moster", Role.PRIVATE, _SELDOM, _FAMILY, _PARENTS, False),
    ("Oskar Vang", "ven", Role.PRIVATE, _NEAR, _FRIENDS, _CHILD, False),
    ("Mette Vang", "Oskars mor", Role.PRIVATE, _SELDOM, _FRIENDS, _PARENTS, False),
    ("Amina Said", "nabo", Role.PRIVATE, _SELDOM, _FRIENDS, _PARENTS, False),
    ("Lars Juhl", "skoleleder", Role.PROFESSIONAL, _SELDOM, _SCHOOL, _CASEWORKER, False),
    ("Poul Dahl", "morfar", Role.PRIVATE, None, None, _CHILD, False),
    ("Nadia Bech", "sundhedsplejerske", Role.PROFESSIONAL, None, None, _CASEWORKER, False),
)
_SERVING = (("Mikkel Holm", "barnet", Role.CHILD), ("Maja Lind", "mødeleder", Role.LEADER))


def network() -> tuple[tuple[Person, ...], tuple[Person, ...], dict[str, PersonFacts]]:
    """Who comes (the child and the mødeleder too), who is only known in the sag, and the facts of each."""
    coming = [_person(name, relation, role) for name, relation, role in _SERVING]
    others: list[Person] = []
    facts: dict[str, PersonFacts] = {}
    for name, relation, role, circle, sector, chosen, comes in _FAMILY_OF_MIKKEL:
        (coming if comes else others).append(_person(name, relation, role))
        facts[_id(name)] = PersonFacts(circle=circle, sector=sector, chosen_by=chosen)
    return tuple(coming), tuple(others), facts


def prepared(
    *,
    coming: tuple[Person, ...] | None = None,
    others: tuple[Person, ...] | None = None,
    facts: Mapping[str, PersonFacts] | None = None,
    case: CaseFacts | None = None,
    child: str = "Mikkel",
    method: str = "din-1",
    sender: AboutMe = SENDER,
) -> PreparedMeeting:
    """A planned meeting of the family, or of others."""
    own_coming, own_others, own_facts = network()
    plan = MeetingPlan(
        method=methods()[method],
        case_reference="M-2026-014",
        child=child,
        starts=datetime(2026, 11, 23, 16, 0).astimezone(),
        planned_minutes=120,
        people=own_coming if coming is None else coming,
        purpose="Ro i hverdagen",
    )
    known = KnownFacts(case=case or CaseFacts(), people=own_facts if facts is None else facts)
    return PreparedMeeting(plan, date(2026, 11, 2), known, own_others if others is None else others, sender)


def _person(name: str, relation: str, role: Role) -> Person:
    return Person(_id(name), name, name.split()[0], role, relation)


def _id(name: str) -> str:
    return name.split()[0].lower().replace("ø", "oe")
