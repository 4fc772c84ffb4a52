"""The people of the demo meeting and the day it is held, for tests that read lines of typing."""

from datetime import date

from netmoede_desktop.domain.agreements.agreement_line import ParsedAgreement, parse_line
from netmoede_desktop.domain.agreements.owner_names import candidates
from netmoede_desktop.domain.people.people import Person, Role

TODAY = date(2026, 11, 23)
FAMILY = (
    Person("mikkel", "Mikkel Holm", "Mikkel", Role.CHILD, "barnet"),
    Person("lone", "Lone Holm", "Lone", Role.PARENT, "mor"),
    Person("peter", "Peter Holm", "Peter", Role.PARENT, "far"),
    Person("kirsten", "Kirsten Holm", "Kirsten", Role.PRIVATE, "farmor"),
    Person("jonas", "Jonas Lund", "Jonas", Role.PRIVATE, "håndboldtræner"),
    Person("hanne", "Hanne Bak", "Hanne", Role.PROFESSIONAL, "klasselærer"),
    Person("birthe", "Birthe Kjær", "Birthe", Role.PROFESSIONAL, "psykolog, PPR"),
    Person("søren", "Søren Friis", "Søren", Role.AUTHORITY, "sagsbehandler"),
)
#: The others of the demo meeting.
MORE = (
    Person("soeren", "Søren Friis", "Søren", Role.AUTHORITY, "sagsbehandler"),
    Person("ali", "Ali Demir", "Ali", Role.PROFESSIONAL, "pædagog, SFO"),
    Person("maja", "Maja Lind", "Maja", Role.LEADER, "mødeleder"),
)
ROOM = candidates(FAMILY)


def parse(line: str, *more: Person) -> ParsedAgreement:
    parsed = parse_line(line, candidates((*FAMILY, *more)), TODAY)
    assert "".join(text for _, text in parsed.pieces()) == line
    return parsed
