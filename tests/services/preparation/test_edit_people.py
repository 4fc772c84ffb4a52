"""The people of a planned meeting: added, changed, removed, seated; sag, plan and the other meetings in step."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from netmoede_desktop.domain.meeting.commands import AddPerson
from netmoede_desktop.domain.meeting.history import begin
from netmoede_desktop.domain.people.people import ChildPlace, Person, PlaceKind, Role
from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.services.cases.cases import CaseDetails, make_case, open_case
from netmoede_desktop.services.meeting import meeting_journal
from netmoede_desktop.services.meeting.acts import all_of
from netmoede_desktop.services.preparation.edit_people import (
    invite,
    not_invited,
    remove_person,
    save_people,
    save_person,
    seat_people,
)
from netmoede_desktop.services.preparation.edit_plan import NewMeeting, PlannedMeeting, plan_meeting, planned_meeting
from netmoede_desktop.storage.vault import Vault
from tests.services.preparation.planned import hold_meeting
from tests.services.stories import methods, read, speak, step
from tests.storage.vaults import START

STARTS = datetime(2026, 12, 7, 16, 0)  # noqa: DTZ001 – a local wall time


@pytest.fixture
def case_id(vault: Vault) -> str:
    return make_case(vault, CaseDetails("M-1", "Ida"), START)


@pytest.fixture
def meeting_id(vault: Vault, case_id: str) -> str:
    return plan_meeting(vault, methods(), case_id, NewMeeting("din-1", STARTS), START)


def add(vault: Vault, meeting_id: str, name: str, role: Role, **more: object) -> str:
    person = replace(Person(vault.new_id(), "", "", role), name=name, **more)  # type: ignore[arg-type]
    save_person(vault, meeting_id, person, START)
    return person.id


def people(vault: Vault, meeting_id: str) -> dict[str, Person]:
    return {person.name: person for person in planned_meeting(vault, meeting_id, START).plan.people}


def sag(vault: Vault, case_id: str) -> dict[str, Person]:
    with vault.transaction() as store:
        return {person.name: person for person in store.people.of_case(case_id)}


def acts(vault: Vault) -> list[tuple[str, str | None]]:
    with vault.transaction() as store:
        return [(e.act.name, e.act.person_id) for e in store.audit.about() if e.act.name.startswith("person")]


def test_people_are_added_on_the_last_seat_and_changed_where_they_sit(
    vault: Vault, case_id: str, meeting_id: str
) -> None:
    ida = add(vault, meeting_id, " Ida Holst ", Role.CHILD)
    mother = add(vault, meeting_id, "Åse Holst", Role.PARENT, relation="mor", called="Åse H.")
    there = people(vault, meeting_id)
    assert [(person.id, person.called, person.seat) for person in there.values()] == [
        (ida, "Ida", 0),
        (mother, "Åse H.", 1),
    ]
    changed = save_person(vault, meeting_id, replace(there["Ida Holst"], relation="barnet", seat=7), START)
    assert changed.plan.people[0] == replace(there["Ida Holst"], relation="barnet")
    assert sag(vault, case_id) == people(vault, meeting_id)
    assert acts(vault) == [("person_added", ida), ("person_added", mother)]
    assert [person.id for person in open_case(vault, case_id, START).people] == [ida, mother]


def test_every_field_of_a_person_is_kept(vault: Vault, case_id: str, meeting_id: str) -> None:
    mother = add(vault, meeting_id, "Åse Holst", Role.PARENT)
    whole = Person(
        vault.new_id(), "Ida Holst", "Ida", Role.CHILD, "barnet", 1, True, True, mother,
        ChildPlace(PlaceKind.AFTER, mother), False, True,
    )  # fmt: skip
    save_person(vault, meeting_id, whole, START)
    assert people(vault, meeting_id)["Ida Holst"] == sag(vault, case_id)["Ida Holst"] == whole


def test_saving_what_is_the_same_writes_nothing(vault: Vault, meeting_id: str) -> None:
    add(vault, meeting_id, "Ida Holst", Role.CHILD)
    vault.backup()
    same = save_person(vault, meeting_id, people(vault, meeting_id)["Ida Holst"], START)
    assert same == planned_meeting(vault, meeting_id, START)
    assert vault.backup_if_changed() is None


def test_bad_input_changes_nothing(vault: Vault, case_id: str, meeting_id: str) -> None:
    ida = add(vault, meeting_id, "Ida Holst", Role.CHILD)
    before = planned_meeting(vault, meeting_id, START)
    child = before.plan.people[0]
    attempts: tuple[tuple[str, Callable[[], object]], ...] = (
        ("name_missing", lambda: save_person(vault, meeting_id, replace(child, name=" "), START)),
        ("supports_self", lambda: save_person(vault, meeting_id, replace(child, supports=ida), START)),
        ("unknown_person", lambda: remove_person(vault, meeting_id, "ukendt", START)),
        ("unknown_person", lambda: invite(vault, meeting_id, ("ukendt",), START)),
        ("seats_differ", lambda: seat_people(vault, meeting_id, (), START)),
        ("meeting_gone", lambda: save_person(vault, "væk", child, START)),
        ("meeting_gone", lambda: not_invited(vault, "væk")),
    )
    for code, attempt in attempts:
        with pytest.raises(Refused) as refused:
            attempt()
        assert refused.value.code == code
    assert planned_meeting(vault, meeting_id, START) == before
    assert list(sag(vault, case_id)) == ["Ida Holst"]


def test_where_the_roll_call_seated_people_it_goes_on_there(vault: Vault, meeting_id: str) -> None:
    ida = add(vault, meeting_id, "Ida Holst", Role.CHILD)
    plan = planned_meeting(vault, meeting_id, START).plan
    came = all_of(begin(plan), (AddPerson(Person("nabo", "Bo Nabo", "Bo", Role.PRIVATE)),), plan.starts)
    meeting_journal.append(vault, meeting_id, came.change())
    attempts: tuple[Callable[[], PlannedMeeting], ...] = (
        lambda: save_person(vault, meeting_id, replace(plan.people[0], relation="x"), START),
        lambda: remove_person(vault, meeting_id, ida, START),
        lambda: seat_people(vault, meeting_id, (ida,), START),
        lambda: invite(vault, meeting_id, (ida,), START),
    )
    for attempt in attempts:
        with pytest.raises(Refused, match="meeting_opened"):
            attempt()


def test_everyone_is_seated_in_the_order_given(vault: Vault, case_id: str, meeting_id: str) -> None:
    ids = [add(vault, meeting_id, f"Person {number}", Role.PRIVATE) for number in range(4)]
    order = (ids[2], ids[0], ids[3], ids[1])
    seated = seat_people(vault, meeting_id, order, START)
    assert tuple(person.id for person in sorted(seated.plan.people, key=lambda person: person.seat)) == order
    assert {person.id: person.seat for person in sag(vault, case_id).values()} == {
        person: seat for seat, person in enumerate(order)
    }


def test_who_is_removed_leaves_nothing_hanging_and_goes_from_the_sag_if_nobody_else_has_them(
    vault: Vault, case_id: str, meeting_id: str
) -> None:
    mother = add(vault, meeting_id, "Åse Holst", Role.PARENT)
    add(vault, meeting_id, "Ulla Ven", Role.PRIVATE, supports=mother)
    add(vault, meeting_id, "Ida Holst", Role.CHILD, place=ChildPlace(PlaceKind.AFTER, mother))
    later = plan_meeting(vault, methods(), case_id, NewMeeting("din-o", STARTS + timedelta(days=60)), START)
    invite(vault, later, (mother,), START)
    remove_person(vault, meeting_id, mother, START)
    left = people(vault, meeting_id)
    assert (left["Ulla Ven"].supports, left["Ida Holst"].place) == (None, None)
    assert "Åse Holst" in sag(vault, case_id)
    assert [person.name for person in not_invited(vault, meeting_id)] == ["Åse Holst"]
    remove_person(vault, later, mother, START)
    assert "Åse Holst" not in sag(vault, case_id)
    assert acts(vault)[-1] == ("person_removed", mother)


def test_who_a_person_is_follows_into_the_other_planned_meetings_and_where_they_sit_does_not(
    vault: Vault, case_id: str, meeting_id: str
) -> None:
    ida = add(vault, meeting_id, "Ida Holst", Role.CHILD)
    mother = add(vault, meeting_id, "Åse Holst", Role.PARENT)
    later = plan_meeting(vault, methods(), case_id, NewMeeting("din-o", STARTS + timedelta(days=60)), START)
    invite(vault, later, (mother, ida), START)
    first = people(vault, meeting_id)["Ida Holst"]
    changed = replace(first, called="Idamus", place=ChildPlace(PlaceKind.LAST), protected_address=True)
    save_person(vault, meeting_id, changed, START)
    there = people(vault, later)["Ida Holst"]
    assert (there.called, there.protected_address, there.seat, there.place) == ("Idamus", True, 1, None)


def test_people_of_the_sag_are_invited_again(vault: Vault, tmp_path: Path) -> None:
    hold_meeting(vault, read(tmp_path, speak("ida"), step("finish")))
    with vault.transaction() as store:
        [case] = store.cases.all()
    meeting_id = plan_meeting(vault, methods(), case.id, NewMeeting("din-o", STARTS + timedelta(days=60)), START)
    known = not_invited(vault, meeting_id)
    assert len(known) == 7
    invited = invite(vault, meeting_id, tuple(person.id for person in known), START)
    assert [person.seat for person in invited.plan.people] == list(range(7))
    again = invite(vault, meeting_id, (known[0].id, known[0].id), START)
    assert again == invited
    assert (invited.plan.newcomers, not_invited(vault, meeting_id)) == ((), ())
    stranger = add(vault, meeting_id, "Ny Nabo", Role.PRIVATE)
    assert planned_meeting(vault, meeting_id, START).plan.newcomers == (stranger,)
    remove_person(vault, meeting_id, known[0].id, START)
    assert known[0].id in sag_ids(vault, case.id), "who was at an earlier meeting stays in the sag"


def sag_ids(vault: Vault, case_id: str) -> set[str]:
    return {person.id for person in sag(vault, case_id).values()}


def test_a_childs_place_after_somebody_follows_when_both_are_invited(
    vault: Vault, case_id: str, meeting_id: str
) -> None:
    mother = add(vault, meeting_id, "Åse Holst", Role.PARENT)
    ida = add(vault, meeting_id, "Ida Holst", Role.CHILD, place=ChildPlace(PlaceKind.AFTER, mother))
    for invited, place in (((ida, mother), ChildPlace(PlaceKind.AFTER, mother)), ((ida,), None)):
        later = plan_meeting(vault, methods(), case_id, NewMeeting("din-o", STARTS + timedelta(days=60)), START)
        invite(vault, later, invited, START)
        assert people(vault, later)["Ida Holst"].place == place


def test_a_tolk_makes_the_meeting_longer(vault: Vault, meeting_id: str) -> None:
    assert planned_meeting(vault, meeting_id, START).plan.planned_minutes == 120
    tolk = add(vault, meeting_id, "Amina Yusuf", Role.INTERPRETER)
    assert planned_meeting(vault, meeting_id, START).plan.planned_minutes == 180
    assert remove_person(vault, meeting_id, tolk, START).plan.planned_minutes == 120


def test_of_several_that_are_put_all_come_or_none(vault: Vault, case_id: str, meeting_id: str) -> None:
    ida, nobody = (Person(vault.new_id(), name, "", Role.CHILD) for name in ("Ida Holst", ""))
    with pytest.raises(Refused, match="name_missing"):
        save_people(vault, meeting_id, (ida, nobody), START)
    assert people(vault, meeting_id) == {} == sag(vault, case_id)
    shown = save_people(vault, meeting_id, (ida, replace(nobody, name="Bo Lund")), START)
    assert [(person.name, person.seat) for person in shown.plan.people] == [("Ida Holst", 0), ("Bo Lund", 1)]
