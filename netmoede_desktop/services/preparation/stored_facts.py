"""The facts of the preparation beyond the plan, read from the vault and saved as they are typed.

The facts of a sag, of its people and of a meeting are each one frozen value; a save replaces the whole value.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from netmoede_desktop.domain.cases.case_facts import CaseFacts
from netmoede_desktop.domain.people.person_facts import PersonFacts
from netmoede_desktop.domain.preparation.known_facts import KnownFacts
from netmoede_desktop.domain.preparation.meeting_facts import MeetingFacts
from netmoede_desktop.services.meeting.meeting_journal import read_plan, write_plan
from netmoede_desktop.storage.journal.event_codec import from_json, to_json
from netmoede_desktop.storage.transaction import Transaction
from netmoede_desktop.storage.values import FactsOf, StoredFacts, StoredMeeting
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


def facts_before(store: Transaction, meeting: StoredMeeting) -> MeetingFacts:
    """Return the facts of the sag's meeting before this one, empty where there is none.

    They are shown, and are no evidence for this meeting.
    """
    order = [(one.starts, one.series_number, one.id) for one in store.meetings.of_case(meeting.case_id)]
    earlier = [key for key in sorted(order) if key < (meeting.starts, meeting.series_number, meeting.id)]
    if not earlier:
        return MeetingFacts()
    return _read(MeetingFacts, store.facts.get(meeting.case_id, FactsOf.MEETING, earlier[-1][-1]))


def change_case_facts(vault: Vault, case_id: str, change: Callable[[CaseFacts], CaseFacts]) -> CaseFacts:
    """Change the facts of a sag in one transaction, and return them. Refused: `case_gone`."""
    with vault.transaction() as store:
        store.cases.required(case_id)
        changed = change(case_facts(store, case_id))
        _save(store, case_id, FactsOf.CASE, case_id, changed)
    return changed


def save_facts(store: Transaction, case_id: str, meeting_id: str, before: KnownFacts, facts: KnownFacts) -> None:
    """Save the facts that differ from before inside a transaction; the plan follows with those it is led by."""
    if facts.case != before.case:
        _save(store, case_id, FactsOf.CASE, case_id, facts.case)
    if facts.meeting != before.meeting:
        _save(store, case_id, FactsOf.MEETING, meeting_id, facts.meeting)
    if _led_by(facts) != _led_by(before):
        _put_into_plan(store, meeting_id, before, facts)
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


def _led_by(facts: KnownFacts) -> tuple[object, ...]:
    """The facts that a meeting's plan has too."""
    return facts.meeting.child.not_said, facts.meeting.room.name


def _put_into_plan(store: Transaction, meeting_id: str, before: KnownFacts, facts: KnownFacts) -> None:
    """Put the place, and the lines room and papers are guarded from, into the plan, which the meeting is led by."""
    meeting = store.meetings.required(meeting_id)
    plan = replace(read_plan(meeting.plan), not_said=facts.meeting.child.not_said)
    if facts.meeting.room.name != before.meeting.room.name:
        plan = replace(plan, place=facts.meeting.room.name)
    store.meetings.put(replace(meeting, place=plan.place, plan=write_plan(plan)))


def _read(kind: type[T], text: str | None) -> T:
    return kind() if text is None else from_json(kind, json.loads(text))


def _save(store: Transaction, case_id: str, subject: FactsOf, subject_id: str, facts: T) -> None:
    store.facts.put(StoredFacts(case_id, subject, subject_id, json.dumps(to_json(facts), ensure_ascii=False)))
