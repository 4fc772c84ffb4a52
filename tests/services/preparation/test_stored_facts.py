"""What the preparation knows comes back whole, goes with what it is of, and is none of a stranger's."""

from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from enum import Enum
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from netmoede_desktop.domain.cases.case_facts import CaseFacts
from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.domain.people.person_facts import Circle, PersonFacts, Sector
from netmoede_desktop.domain.preparation.known_facts import KnownFacts
from netmoede_desktop.domain.preparation.meeting_facts import MeetingFacts
from netmoede_desktop.services.meeting.meeting_journal import write_plan
from netmoede_desktop.services.preparation.stored_facts import (
    change_case_facts,
    known_facts,
    save_facts,
)
from netmoede_desktop.storage.repositories.facts import Facts
from netmoede_desktop.storage.values import FactsOf, StoredFacts
from netmoede_desktop.storage.vault import Vault
from tests.domain.meeting.script import plan
from tests.storage.vaults import CASE, MEETING, START, add_meeting


def all_known(vault: Vault) -> KnownFacts:
    with vault.transaction() as store:
        return known_facts(store, CASE, MEETING)


@pytest.fixture
def vault(vault: Vault) -> Vault:
    """The vault with a sag and a planned meeting."""
    with vault.transaction() as store:
        add_meeting(store)
        store.meetings.put(replace(store.meetings.required(MEETING), plan=write_plan(plan())))
    return vault


def save(vault: Vault, facts: KnownFacts) -> None:
    with vault.transaction() as store:
        save_facts(store, CASE, MEETING, KnownFacts(), facts)


def filled(hint: Any) -> Any:
    """A value of the type in which no field is at its default."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is tuple:
        return tuple(filled(one) for one in arguments if one is not Ellipsis)
    if origin is UnionType:
        return filled(arguments[0])
    if isinstance(hint, type) and is_dataclass(hint):
        hints = get_type_hints(hint)
        return hint(**{one.name: filled(hints[one.name]) for one in fields(hint)})
    if issubclass(hint, Enum):
        return list(hint)[-1]
    return {str: "Åse sagde »ja« …", int: 12, bool: True, date: date(2026, 11, 3), datetime: START}[hint]


def test_facts_come_back_as_they_were_saved_field_for_field(vault: Vault) -> None:
    case, person, meeting = filled(CaseFacts), filled(PersonFacts), filled(MeetingFacts)
    for value in (case, person, meeting):
        assert all(getattr(value, one.name) != one.default for one in fields(value))
    save(vault, KnownFacts(case, {"lone": person}, meeting))
    assert all_known(vault) == KnownFacts(case, {"lone": person}, meeting)


def test_a_person_of_whom_nothing_is_known_has_empty_facts(vault: Vault) -> None:
    assert all_known(vault).person("mormor") == PersonFacts()


def test_the_facts_of_a_meeting_go_with_it(vault: Vault) -> None:
    save(vault, KnownFacts(meeting=MeetingFacts(dinner="suppe")))
    with vault.transaction() as store:
        store.meetings.remove(MEETING)
    with vault.transaction() as store:
        assert store.facts.of_case(CASE, FactsOf.MEETING) == {}


def test_the_facts_of_a_person_go_with_them(vault: Vault) -> None:
    near = PersonFacts(circle=Circle.NEAR, sector=Sector.FAMILY)
    save(vault, KnownFacts(people={"lone": near, "peter": PersonFacts(phone="20 30 40 50")}))
    _invite(vault, "lone")
    with vault.transaction() as store:
        store.people.remove(CASE, "lone")
    with vault.transaction() as store:
        assert set(store.facts.of_case(CASE, FactsOf.PERSON)) == {"peter"}


def test_all_facts_go_with_the_sag_and_no_others(vault: Vault) -> None:
    with vault.transaction() as store:
        add_meeting(store, "case-2", "meeting-2")
    for case in (CASE, "case-2"):
        change_case_facts(vault, case, lambda _: CaseFacts(involvement="talt med farmor"))
    with vault.transaction() as store:
        store.deletions.delete_case(CASE, START)
    with vault.transaction() as store:
        assert store.facts.get(CASE, FactsOf.CASE, CASE) is None
        assert store.facts.get("case-2", FactsOf.CASE, "case-2") is not None


def test_their_text_stands_in_no_repr() -> None:
    assert "grædt" not in repr(StoredFacts(CASE, FactsOf.MEETING, MEETING, '{"not_said":["grædt"]}'))


@pytest.mark.parametrize("subject", FactsOf)
def test_each_subject_is_a_key_of_its_own(vault: Vault, subject: FactsOf) -> None:
    with vault.transaction() as store:
        store.facts.put(StoredFacts(CASE, subject, "x", "{}"))
        found = [of for of in FactsOf if _has(store.facts, of)]
    assert found == [subject]


def _has(facts: Facts, subject: FactsOf) -> bool:
    return facts.get(CASE, subject, "x") is not None


def _invite(vault: Vault, person_id: str) -> None:
    with vault.transaction() as store:
        store.people.put(CASE, [Person(person_id, "Lone Holm", "Lone", Role.PARENT)])
