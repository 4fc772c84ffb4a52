"""The sager: made, changed, listed, looked at; each act logged with ids only."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.services.cases.cases import (
    CaseDetails,
    change_case,
    list_cases,
    make_case,
    open_case,
    typed_details,
)
from netmoede_desktop.services.meeting.meeting_journal import read_plan
from netmoede_desktop.storage.values import MeetingStatus
from netmoede_desktop.storage.vault import Vault
from tests.services.preparation.planned import put_meeting
from tests.storage.vaults import START

DETAILS = CaseDetails("M-2026-014", "Mikkel", 2015, ("dansk", "somali"))


def logged(vault: Vault) -> list[tuple[str, str | None]]:
    with vault.transaction() as store:
        return [(entry.act.name, entry.act.case_id) for entry in store.audit.about()]


def day(number: int) -> datetime:
    return datetime(2026, 11, number, 16, 0)  # noqa: DTZ001 – a local wall time


def test_a_sag_is_made_changed_and_looked_at(vault: Vault) -> None:
    case_id = make_case(vault, replace(DETAILS, reference=" M-2026-014 "), START)
    assert open_case(vault, case_id, START).card.details == DETAILS
    changed = CaseDetails("M-2026-015", "Mikkel H.")
    change_case(vault, case_id, changed, START)
    change_case(vault, case_id, changed, START)
    assert open_case(vault, case_id, START).card.details == changed
    assert logged(vault) == [(name, case_id) for name in ("case_made", "viewed", "case_changed", "viewed")]
    with vault.transaction() as store:
        assert "Mikkel" not in repr(store.audit.about())
        stored = store.cases.get(case_id)
    assert stored is not None and stored.created == START


def test_a_number_belongs_to_one_sag(vault: Vault) -> None:
    first = make_case(vault, DETAILS, START)
    second = make_case(vault, replace(DETAILS, reference="M-2"), START)
    for attempt in (
        lambda: make_case(vault, DETAILS, START),
        lambda: change_case(vault, second, DETAILS, START),
    ):
        with pytest.raises(Refused) as refused:
            attempt()
        assert (refused.value.code, refused.value.facts) == ("reference_taken", {"reference": "M-2026-014"})
    change_case(vault, first, replace(DETAILS, child="Bo"), START)
    assert len(logged(vault)) == 3


@pytest.mark.parametrize(
    ("details", "code"), [(CaseDetails("", "Ida"), "reference_missing"), (CaseDetails("M-1", " "), "child_missing")]
)
def test_bad_input_changes_nothing(vault: Vault, details: CaseDetails, code: str) -> None:
    case_id = make_case(vault, DETAILS, START)
    for attempt in (lambda: make_case(vault, details, START), lambda: change_case(vault, case_id, details, START)):
        with pytest.raises(Refused) as refused:
            attempt()
        assert refused.value.code == code
    assert [card.details for card in list_cases(vault, START).cards] == [DETAILS]


def test_a_sag_that_is_gone_is_told_so(vault: Vault) -> None:
    for attempt in (lambda: open_case(vault, "væk", START), lambda: change_case(vault, "væk", DETAILS, START)):
        with pytest.raises(Refused, match="case_gone"):
            attempt()


def test_what_was_typed_becomes_details() -> None:
    assert typed_details("M-1", "Ida", " 2015", "dansk og somali") == CaseDetails(
        "M-1", "Ida", 2015, ("dansk", "somali")
    )
    with pytest.raises(Refused, match="birth_year_unclear"):
        typed_details("M-1", "Ida", "femten", "")


def test_the_list_tells_of_meetings_held_and_to_come(vault: Vault) -> None:
    now = datetime(2026, 11, 10, 12, 0, tzinfo=UTC)
    case_id = make_case(vault, DETAILS, now)
    for number, state in ((3, MeetingStatus.FINISHED), (5, MeetingStatus.FINISHED), (8, MeetingStatus.PLANNED)):
        put_meeting(vault, case_id, f"m{number}", day(number), state)
    [card] = list_cases(vault, now).cards
    assert (card.meetings, card.next, card.last and card.last.id) == (3, None, "m5")
    for number, state in ((20, MeetingStatus.PLANNED), (10, MeetingStatus.PLANNED)):
        put_meeting(vault, case_id, f"m{number}", day(number), state)
    [card] = list_cases(vault, now).cards
    assert card.next is not None and card.next.id == "m10"
    put_meeting(vault, case_id, "nu", day(9), MeetingStatus.RUNNING)
    [card] = list_cases(vault, now).cards
    assert card.next is not None and card.next.id == "nu"
    file = open_case(vault, case_id, now)
    assert file.card == card
    assert {meeting.id for meeting in file.meetings} == {"m3", "m5", "m8", "m10", "m20", "nu"}


def test_the_list_begins_with_the_newest_and_can_be_searched(vault: Vault) -> None:
    for number in range(5):
        details = CaseDetails(f"M-{number}", f"Barn {number}")
        make_case(vault, details, START + timedelta(minutes=number))
    page = list_cases(vault, START, limit=2)
    assert ([card.details.reference for card in page.cards], page.total) == (["M-4", "M-3"], 5)
    found = list_cases(vault, START, wanted=" barn 4 ")
    assert ([card.details.reference for card in found.cards], found.total) == (["M-4"], 1)


def test_planned_meetings_follow_a_changed_sag_and_those_that_have_begun_do_not(vault: Vault) -> None:
    case_id = make_case(vault, DETAILS, START)
    put_meeting(vault, case_id, "ny", day(28), MeetingStatus.PLANNED)
    put_meeting(vault, case_id, "gammel", day(3), MeetingStatus.FINISHED)
    change_case(vault, case_id, CaseDetails("M-9", "Bo"), START)
    with vault.transaction() as store:
        plans = {meeting.id: read_plan(meeting.plan) for meeting in store.meetings.of_case(case_id)}
    assert (plans["ny"].case_reference, plans["ny"].child) == ("M-9", "Bo")
    assert (plans["gammel"].case_reference, plans["gammel"].child) == ("M-2026-014", "Mikkel")


def test_a_sag_has_its_people_in_the_order_they_were_added(vault: Vault) -> None:
    case_id = make_case(vault, DETAILS, START)
    people = [Person("mor", "Åse Holst", "Åse", Role.PARENT), Person("ida", "Ida Holst", "Ida", Role.CHILD)]
    with vault.transaction() as store:
        store.people.put(case_id, people)
    assert list(open_case(vault, case_id, START).people) == people
