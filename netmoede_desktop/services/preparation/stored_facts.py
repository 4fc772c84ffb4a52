"""What the preparation knows beyond the plan, read from the vault and saved as it is typed.

The facts of a sag, of its people and of a meeting are each one frozen value; a save replaces the whole value.
"""

import json
from collections.abc import Callable, Mapping
from typing import TypeVar

from netmoede_desktop.domain.cases.case_facts import CaseFacts
from netmoede_desktop.domain.people.person_facts import PersonFacts
from netmoede_desktop.domain.preparation.known_facts import KnownFacts
from netmoede_desktop.domain.preparation.meeting_facts import MeetingFacts
from netmoede_desktop.storage.journal.event_codec import from_json, to_json
from netmoede_desktop.storage.transaction import Transaction
from netmoede_desktop.storage.values import FactsOf, StoredFacts
from netmoede_desktop.storage.vault import Vault

T = TypeVar("T", CaseFacts, PersonFacts, MeetingFacts)


def case_facts(store: Transaction, case_id: str) -> CaseFacts:
    """Return what is known of the sag."""
    return _read(CaseFacts, store.facts.get(case_id, FactsOf.CASE, case_id))


def known_facts(store: Transaction, case_id: str, meeting_id: str) -> KnownFacts:
    """Return all that is known behind a meeting; a person of whom nothing is known is left out."""
    people = store.facts.of_case(case_id, FactsOf.PERSON)
    return KnownFacts(
        case=case_facts(store, case_id),
        people={person: _read(PersonFacts, text) for person, text in people.items()},
        meeting=_read(MeetingFacts, store.facts.get(case_id, FactsOf.MEETING, meeting_id)),
    )


def change_case_facts(vault: Vault, case_id: str, change: Callable[[CaseFacts], CaseFacts]) -> CaseFacts:
    """Change what is known of a sag, in one transaction, and return it. Refused: `case_gone`."""
    with vault.transaction() as store:
        store.cases.required(case_id)
        changed = change(case_facts(store, case_id))
        _save(store, case_id, FactsOf.CASE, case_id, changed)
    return changed


def save_facts(store: Transaction, case_id: str, meeting_id: str, before: KnownFacts, facts: KnownFacts) -> None:
    """Save inside a transaction what differs from before."""
    if facts.case != before.case:
        _save(store, case_id, FactsOf.CASE, case_id, facts.case)
    if facts.meeting != before.meeting:
        _save(store, case_id, FactsOf.MEETING, meeting_id, facts.meeting)
    for person, known in facts.people.items():
        if known != before.person(person):
            _save(store, case_id, FactsOf.PERSON, person, known)


def replace_person_facts(store: Transaction, case_id: str, facts: Mapping[str, PersonFacts]) -> None:
    """Replace the facts of a sag's people by these, inside a transaction; those of others are removed."""
    before = {key: _read(PersonFacts, text) for key, text in store.facts.of_case(case_id, FactsOf.PERSON).items()}
    for person in before.keys() - facts.keys():
        store.facts.remove(case_id, FactsOf.PERSON, person)
    for person, known in facts.items():
        if before.get(person) != known:
            _save(store, case_id, FactsOf.PERSON, person, known)


def _read(kind: type[T], text: str | None) -> T:
    return kind() if text is None else from_json(kind, json.loads(text))


def _save(store: Transaction, case_id: str, subject: FactsOf, subject_id: str, facts: T) -> None:
    store.facts.put(StoredFacts(case_id, subject, subject_id, json.dumps(to_json(facts), ensure_ascii=False)))
