"""Somebody who is not to come stays known in the sag, and undo brings back people and facts as they were."""

from dataclasses import replace
from datetime import timedelta

import pytest

from netmoede_desktop.domain.people.people import ChildPlace, Person, PlaceKind, Role
from netmoede_desktop.domain.people.person_facts import Circle, PersonFacts, Sector
from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.services.preparation.edit_facts import change_facts
from netmoede_desktop.services.preparation.edit_people import (
    PeopleBefore,
    invite,
    not_invited,
    remove_person,
    restore_people,
    save_person,
    uninvite,
)
from netmoede_desktop.services.preparation.edit_plan import PlannedMeeting, planned_meeting
from netmoede_desktop.storage.values import FactsOf, StoredCase
from netmoede_desktop.storage.vault import Vault
from tests.services.preparation.planned import put_meeting
from tests.storage.vaults import CASE, START

MEETING = "m-1"
PEOPLE = (
    Person("ida", "Ida Vest", "Ida", Role.CHILD, "barnet", seat=0, place=ChildPlace(PlaceKind.AFTER, "eva")),
    Person("eva", "Eva Vest", "Eva", Role.PARENT, "mor", seat=1),
    Person("bo", "Bo Lund", "Bo", Role.PRIVATE, "morfar", seat=2, supports="eva"),
)


@pytest.fixture
def vault(vault: Vault) -> Vault:
    """The vault with a planned meeting of three."""
    with vault.transaction() as store:
        store.cases.put(StoredCase(CASE, "M-1", "Ida", 2015, ("dansk",), START))
    put_meeting(vault, CASE, MEETING, (START + timedelta(days=9)).replace(tzinfo=None), people=PEOPLE)
    place = PersonFacts(circle=Circle.NEAR, sector=Sector.FAMILY)
    change_facts(vault, MEETING, lambda known: known.with_person("eva", place), START)
    return vault


def before(vault: Vault) -> PeopleBefore:
    shown = planned_meeting(vault, MEETING, START)
    known = frozenset(person.id for person in not_invited(vault, MEETING))
    return PeopleBefore(shown.plan.people, known, dict(shown.facts.people))


def stored(vault: Vault) -> tuple[object, ...]:
    """All that is stored of the people: of the plan, of the sag, and each fact byte for byte."""
    with vault.transaction() as store:
        meeting = store.meetings.required(MEETING)
        facts = store.facts.of_case(CASE, FactsOf.PERSON)
        return meeting.plan, sorted(store.people.of_case(CASE), key=lambda one: one.id), facts


def test_who_is_not_to_come_stays_in_the_sag_with_all_that_is_known(vault: Vault) -> None:
    shown = uninvite(vault, MEETING, "eva", START)
    assert [person.id for person in shown.plan.people] == ["ida", "bo"]
    assert [person.id for person in not_invited(vault, MEETING)] == ["eva"]
    assert shown.facts.person("eva").circle is Circle.NEAR
    with pytest.raises(Refused, match="unknown_person"):
        uninvite(vault, MEETING, "eva", START)


def _move(vault: Vault) -> PlannedMeeting:
    place = PersonFacts(circle=Circle.DISTANT, sector=Sector.SCHOOL)
    return change_facts(vault, MEETING, lambda known: known.with_person("bo", place), START)


def _join(vault: Vault) -> PlannedMeeting:
    return save_person(vault, MEETING, Person("ny", "Nadia Bech", "Nadia", Role.PROFESSIONAL), START)


@pytest.mark.parametrize(
    "act",
    [
        lambda vault: uninvite(vault, MEETING, "eva", START),
        lambda vault: remove_person(vault, MEETING, "eva", START),
        lambda vault: save_person(vault, MEETING, replace(PEOPLE[2], name="Bo Holm"), START),
        _move,
        _join,
    ],
    ids=["uninvite", "remove", "rename", "move", "join"],
)
def test_undo_brings_back_every_byte(vault: Vault, act: object) -> None:
    state, was = before(vault), stored(vault)
    act(vault)  # type: ignore[operator]  # one of the acts above
    assert stored(vault) != was
    restore_people(vault, MEETING, state, START)
    assert stored(vault) == was


def test_undo_of_an_invitation_leaves_the_person_in_the_sag(vault: Vault) -> None:
    uninvite(vault, MEETING, "bo", START)
    state, was = before(vault), stored(vault)
    invite(vault, MEETING, ("bo",), START)
    restore_people(vault, MEETING, state, START)
    assert stored(vault) == was
    assert [person.id for person in not_invited(vault, MEETING)] == ["bo"]
