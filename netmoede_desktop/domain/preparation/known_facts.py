"""The facts of the preparation behind one meeting, beyond its plan."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from netmoede_desktop.domain.cases.case_facts import CaseFacts
from netmoede_desktop.domain.people.person_facts import PersonFacts
from netmoede_desktop.domain.preparation.meeting_facts import MeetingFacts


@dataclass(frozen=True, slots=True)
class KnownFacts:
    """The facts behind one meeting: its sag's, its people's by id (all of the sag), and its own."""

    case: CaseFacts = field(default=CaseFacts())
    people: Mapping[str, PersonFacts] = field(default_factory=dict)
    meeting: MeetingFacts = field(default=MeetingFacts())

    def person(self, person_id: str) -> PersonFacts:
        """Return the facts of a person, empty ones for an unknown id."""
        return self.people.get(person_id, PersonFacts())

    def with_person(self, person_id: str, facts: PersonFacts) -> "KnownFacts":
        """Return the facts with those of one person replaced."""
        return replace(self, people={**self.people, person_id: facts})
