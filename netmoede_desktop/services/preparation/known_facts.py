"""What the preparation knows beyond the plan, read from the vault and saved as it is typed.

The facts of a sag, of its people and of a meeting are each one frozen value; a save replaces the whole value.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from netmoede_desktop.domain.cases.case_facts import CaseFacts
from netmoede_desktop.domain.people.person_facts import PersonFacts
from netmoede_desktop.domain.preparation.meeting_facts import MeetingFacts
from netmoede_desktop.storage.journal.event_codec import from_json, to_json
from netmoede_desktop.storage.transaction import Transaction
from netmoede_desktop.storage.values import FactsOf, StoredFacts
from netmoede_desktop.storage.vault import Vault

T = TypeVar("T", CaseFacts, PersonFacts, MeetingFacts)


@dataclass(frozen=True, slots=True)
class KnownFacts:
    """The facts behind one meeting: its sag's, its people's by id (all of the sag), and its own."""

    case: CaseFacts = field(default=CaseFacts())
    people: Mapping[str, PersonFacts] = field(default_factory=dict)
    meeting: MeetingFacts = field(default=MeetingFacts())

    def person(self, person_id: str) -> PersonFacts:
        """Return what is known of a person; nothing yet, where it is nobody's id."""
        return self.people.get(person_id, PersonFacts())


def case_facts(store: Transaction, case_id: str) -> CaseFacts:
    """Return what is known of the sag."""
    return _read(CaseFacts, store.facts.get(case_id, FactsOf.CASE, case_id))


def people_facts(store: Transaction, case_id: str) -> Mapping[str, PersonFacts]:
    """Return what is known of the sag's people, by id; somebody of whom nothing is known is left out."""
    return {person: _read(PersonFacts, text) for person, text in store.facts.of_case(case_id, FactsOf.PERSON).items()}


def meeting_facts(store: Transaction, case_id: str, meeting_id: str) -> MeetingFacts:
    """Return what is known of the meeting beyond its plan."""
    return _read(MeetingFacts, store.facts.get(case_id, FactsOf.MEETING, meeting_id))


def known_facts(store: Transaction, case_id: str, meeting_id: str) -> KnownFacts:
    """Return all that is known behind a meeting."""
    return KnownFacts(
        case_facts(store, case_id), people_facts(store, case_id), meeting_facts(store, case_id, meeting_id)
    )


def change_case_facts(vault: Vault, case_id: str, change: Callable[[CaseFacts], CaseFacts]) -> CaseFacts:
    """Change what is known of a sag, in one transaction, and return it. Refused: `case_gone`."""
    with vault.transaction() as store:
        store.cases.required(case_id)
        changed = change(case_facts(store, case_id))
        save_case_facts(store, case_id, changed)
    return changed


def change_person_facts(
    vault: Vault, case_id: str, person_id: str, change: Callable[[PersonFacts], PersonFacts]
) -> PersonFacts:
    """Change what is known of a person of the sag, in one transaction, and return it. Refused: `case_gone`."""
    with vault.transaction() as store:
        store.cases.required(case_id)
        changed = change(people_facts(store, case_id).get(person_id, PersonFacts()))
        save_person_facts(store, case_id, person_id, changed)
    return changed


def change_meeting_facts(vault: Vault, meeting_id: str, change: Callable[[MeetingFacts], MeetingFacts]) -> MeetingFacts:
    """Change what is known of a meeting, in one transaction, and return it. Refused: `meeting_gone`."""
    with vault.transaction() as store:
        meeting = store.meetings.required(meeting_id)
        changed = change(meeting_facts(store, meeting.case_id, meeting_id))
        save_meeting_facts(store, meeting.case_id, meeting_id, changed)
    return changed


def save_case_facts(store: Transaction, case_id: str, facts: CaseFacts) -> None:
    """Save the facts of a sag inside a transaction."""
    _save(store, case_id, FactsOf.CASE, case_id, facts)


def save_person_facts(store: Transaction, case_id: str, person_id: str, facts: PersonFacts) -> None:
    """Save the facts of a person of the sag inside a transaction."""
    _save(store, case_id, FactsOf.PERSON, person_id, facts)


def save_meeting_facts(store: Transaction, case_id: str, meeting_id: str, facts: MeetingFacts) -> None:
    """Save the facts of a meeting inside a transaction."""
    _save(store, case_id, FactsOf.MEETING, meeting_id, facts)


def _read(kind: type[T], text: str | None) -> T:
    return kind() if text is None else from_json(kind, json.loads(text))


def _save(store: Transaction, case_id: str, subject: FactsOf, subject_id: str, facts: T) -> None:
    store.facts.put(StoredFacts(case_id, subject, subject_id, json.dumps(to_json(facts), ensure_ascii=False)))
