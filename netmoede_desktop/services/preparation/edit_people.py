"""The people of a planned meeting: added, changed as it is typed, removed, seated; the sag's list is updated with them.

A person is known in all meetings of the sag by the same id. Who they are is the same in all that are still planned;
where they sit, whom they support, the child's place and whether a mødeleder takes part belong to the one meeting.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from netmoede_desktop.domain.meeting.plan import MeetingPlan
from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.domain.people.person_details import checked_person, seated, without
from netmoede_desktop.domain.people.person_facts import PersonFacts
from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.services.actors import Actor
from netmoede_desktop.services.meeting.meeting_journal import read_plan
from netmoede_desktop.services.preparation.edit_plan import PlannedMeeting, prepared, with_valid_references
from netmoede_desktop.services.preparation.stored_facts import replace_person_facts
from netmoede_desktop.services.preparation.stored_plan import (
    Earlier,
    Editable,
    earlier_than,
    editable,
    required_planned,
    save_plan,
    stored,
)
from netmoede_desktop.storage.transaction import Transaction
from netmoede_desktop.storage.values import AuditAct, StoredMeeting
from netmoede_desktop.storage.vault import Vault

__all__ = [
    "PeopleBefore",
    "Person",
    "invite",
    "not_invited",
    "remove_person",
    "restore_people",
    "save_people",
    "save_person",
    "seat_people",
    "uninvite",
]


@dataclass(frozen=True, slots=True)
class PeopleBefore:
    """The people of a planned meeting as they were, those known in the sag alone by id, and the facts of all."""

    people: tuple[Person, ...]
    known: frozenset[str]
    facts: Mapping[str, PersonFacts]


def save_person(vault: Vault, meeting_id: str, person: Person, now: datetime) -> PlannedMeeting:
    """Add a person to a planned meeting, on the last seat, or change one that is in it; return the meeting.

    The seat of one that is in it stays; see `seat_people`. Refused: `meeting_gone`, `meeting_begun`, `meeting_opened`,
    and as `domain.people.person_details.checked_person`.
    """
    return save_people(vault, meeting_id, (person,), now)


def save_people(vault: Vault, meeting_id: str, people: Sequence[Person], now: datetime) -> PlannedMeeting:
    """Do as `save_person` with each of them, all or none."""
    earlier = earlier_than(vault, meeting_id)
    with vault.transaction() as store:
        meeting = required_planned(store, meeting_id, people=True)
        plan = read_plan(meeting.plan)
        everyone = plan.people
        for person in people:
            before = next((one for one in everyone if one.id == person.id), None)
            checked = checked_person(person, everyone)
            if before is None:
                put = replace(checked, seat=_next_seat(everyone))
                everyone = (*everyone, put)
                store.audit.append(_act(now, "person_added", meeting, person.id))
            else:
                put = replace(checked, seat=before.seat)
                everyone = tuple(put if one.id == person.id else one for one in everyone)
            if put != before:
                store.people.put(meeting.case_id, [put])
                _update_other_meetings(store, meeting, put)
        if everyone == plan.people:
            return prepared(vault, store, meeting, plan, Editable.ALL, now)
        return _saved(vault, store, meeting, replace(plan, people=everyone), earlier, now)


def invite(vault: Vault, meeting_id: str, people: tuple[str, ...], now: datetime) -> PlannedMeeting:
    """Add people of the sag to a planned meeting, on the last seats. Refused: as `save_person`, or `unknown_person`."""
    earlier = earlier_than(vault, meeting_id)
    with vault.transaction() as store:
        meeting = required_planned(store, meeting_id, people=True)
        plan = read_plan(meeting.plan)
        known = {person.id: person for person in store.people.of_case(meeting.case_id)}
        there = {person.id for person in plan.people}
        everyone = plan.people
        for person_id in dict.fromkeys(people):
            if person_id not in known:
                raise Refused("unknown_person", person=person_id)
            if person_id not in there:
                came = with_valid_references(known[person_id], there | set(people))
                checked = checked_person(replace(came, place=None), everyone)
                everyone = (*everyone, replace(checked, place=came.place, seat=_next_seat(everyone)))
                store.audit.append(_act(now, "person_added", meeting, person_id))
        return _saved(vault, store, meeting, replace(plan, people=everyone), earlier, now)


def not_invited(vault: Vault, meeting_id: str) -> tuple[Person, ...]:
    """Return the people of the sag who are not in this meeting. Refused: `meeting_gone`."""
    with vault.transaction() as store:
        meeting = store.meetings.required(meeting_id)
        known = store.people.of_case(meeting.case_id)
    there = {person.id for person in read_plan(meeting.plan).people}
    return tuple(person for person in known if person.id not in there)


def remove_person(vault: Vault, meeting_id: str, person_id: str, now: datetime) -> PlannedMeeting:
    """Take a person out of a planned meeting, and out of the sag if no other meeting of it has them.

    Refused: as `save_person`, or `unknown_person`.
    """
    earlier = earlier_than(vault, meeting_id)
    with vault.transaction() as store:
        meeting = required_planned(store, meeting_id, people=True)
        plan = read_plan(meeting.plan)
        if person_id not in {person.id for person in plan.people}:
            raise Refused("unknown_person", person=person_id)
        if not _elsewhere(store, meeting, person_id, earlier):
            store.people.remove(meeting.case_id, person_id)
        store.audit.append(_act(now, "person_removed", meeting, person_id))
        return _saved(vault, store, meeting, replace(plan, people=without(plan.people, person_id)), earlier, now)


def uninvite(vault: Vault, meeting_id: str, person_id: str, now: datetime) -> PlannedMeeting:
    """Take a person out of a planned meeting who stays known in the sag. Refused: as `remove_person`."""
    earlier = earlier_than(vault, meeting_id)
    with vault.transaction() as store:
        meeting = required_planned(store, meeting_id, people=True)
        plan = read_plan(meeting.plan)
        if person_id not in {person.id for person in plan.people}:
            raise Refused("unknown_person", person=person_id)
        store.audit.append(_act(now, "person_removed", meeting, person_id))
        return _saved(vault, store, meeting, replace(plan, people=without(plan.people, person_id)), earlier, now)


def restore_people(vault: Vault, meeting_id: str, before: PeopleBefore, now: datetime) -> PlannedMeeting:
    """Make the people of a planned meeting, and all that is known of them, what they were before.

    Somebody who came since leaves the sag too, unless another meeting of it has them. Refused: as `save_person`.
    """
    earlier = earlier_than(vault, meeting_id)
    with vault.transaction() as store:
        meeting = required_planned(store, meeting_id, people=True)
        plan = read_plan(meeting.plan)
        here, then = {p.id: p for p in plan.people}, {p.id: p for p in before.people}
        changed = [person for key, person in then.items() if here.get(key) != person]
        store.people.put(meeting.case_id, changed)
        for person in changed:
            _update_other_meetings(store, meeting, person)
        for key in here.keys() - then.keys():
            store.audit.append(_act(now, "person_removed", meeting, key))
            if key not in before.known and not _elsewhere(store, meeting, key, earlier):
                store.people.remove(meeting.case_id, key)
        for key in then.keys() - here.keys():
            store.audit.append(_act(now, "person_added", meeting, key))
        replace_person_facts(store, meeting.case_id, before.facts)
        return _saved(vault, store, meeting, replace(plan, people=before.people), earlier, now)


def seat_people(vault: Vault, meeting_id: str, order: tuple[str, ...], now: datetime) -> PlannedMeeting:
    """Seat everyone round the table in this order of ids. Refused: as `save_person`, or `seats_differ`."""
    earlier = earlier_than(vault, meeting_id)
    with vault.transaction() as store:
        meeting = required_planned(store, meeting_id, people=True)
        plan = read_plan(meeting.plan)
        people = seated(plan.people, order)
        store.people.put(meeting.case_id, people)
        return _saved(vault, store, meeting, replace(plan, people=people), earlier, now)


def _saved(
    vault: Vault, store: Transaction, meeting: StoredMeeting, plan: MeetingPlan, earlier: Earlier, now: datetime
) -> PlannedMeeting:
    saved = save_plan(store, meeting, plan, earlier)
    return prepared(vault, store, meeting, saved, editable(store, meeting), now)


def _update_other_meetings(store: Transaction, meeting: StoredMeeting, person: Person) -> None:
    """Copy the person's details to the sag's other planned meetings; their seats and the like stay their own."""
    for other in store.meetings.of_case(meeting.case_id):
        if other.id == meeting.id or editable(store, other) is not Editable.ALL or not _has(other, person.id):
            continue
        plan = read_plan(other.plan)
        people = tuple(_as_known(one, person) if one.id == person.id else one for one in plan.people)
        store.meetings.put(stored(other, replace(plan, people=people)))


def _as_known(here: Person, person: Person) -> Person:
    place = here.place if person.role is Role.CHILD else None
    party = here.party if person.role is Role.LEADER else None
    return replace(person, seat=here.seat, supports=here.supports, place=place, party=party)


def _elsewhere(store: Transaction, meeting: StoredMeeting, person_id: str, earlier: Earlier) -> bool:
    """Return True if another meeting of the sag has the person."""
    others = (other for other in store.meetings.of_case(meeting.case_id) if other.id != meeting.id)
    return person_id in earlier.people or any(_has(other, person_id) for other in others)


def _has(meeting: StoredMeeting, person_id: str) -> bool:
    return any(person.id == person_id for person in read_plan(meeting.plan).people)


def _next_seat(people: tuple[Person, ...]) -> int:
    return max((person.seat for person in people), default=-1) + 1


def _act(now: datetime, name: str, meeting: StoredMeeting, person_id: str) -> AuditAct:
    return AuditAct(now, Actor.WINDOWS, name, meeting.case_id, meeting.id, person_id)
