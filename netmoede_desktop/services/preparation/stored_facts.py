"""The facts of the preparation beyond the plan, read from the vault and saved as they are typed.

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
    """Return the facts of the sag."""
    return _read(CaseFacts, store.facts.get(case_id, FactsOf.CASE, case_id))


def known_facts(store: Transaction, case_id: str, meeting_id: str) -> KnownFacts:
    """Return the facts behind a meeting; a person without any is left out."""
    people = store.facts.of_case(case_id, FactsOf.PERSON)
    return KnownFacts(
        case=case_facts(store, case_id),
        people={person: _read(PersonFacts, text) for person, text in people.items()},
        meeting=_read(MeetingFacts, store.facts.get(case_id, FactsOf.MEETING, meeting_id)),
    )


def change_case_facts(vault: Vault, case_id: str, change: Callable[[CaseFacts], CaseFacts]) -> CaseFacts:
    """Change the facts of a sag in one transaction, and return them. Refused: `case_gone`."""
    with vault.transaction() as store:
        store.cases.required(case_id)
        changed = change(case_facts(store, case_id))
        _save(store, case_id, FactsOf.CASE, case_id, changed)
    return changed


def save_facts(store: Transaction, case_id: str, meeting_id: str, before: KnownFacts, facts: KnownFacts) -> None:
    """Save the facts that differ from before inside a transaction."""
    if facts.case != before.case:
        _save(store, case_id, FactsOf.CASE, case_id, facts.case)
    if facts.meeting != before.meeting:
        _save(store, case_id, FactsOf.MEETING, meeting_id, facts.meeting)
    for person, known in facts.people.items():
        if known != before.person(person):
            _save(store, case_id, FactsOf.PERSON, person, known)


def replace_person_facts(store: Transaction, case_id: str, facts: Mapping[str, PersonFacts]) -> None:
    """Make what is known of a sag's people these facts, inside a transaction: of nobody else is anything known then."""
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
