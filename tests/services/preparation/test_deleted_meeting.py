"""A planned meeting taken away comes back whole."""

from datetime import datetime

import pytest

from netmoede_desktop.domain.people.people import Role
from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.services.cases.cases import CaseDetails, make_case, open_case
from netmoede_desktop.services.preparation.deleted_meeting import delete_meeting, restore_meeting
from netmoede_desktop.services.preparation.edit_people import Person, save_person
from netmoede_desktop.services.preparation.edit_plan import NewMeeting, plan_meeting, planned_meeting
from netmoede_desktop.storage.vault import Vault
from tests.services.stories import methods
from tests.storage.vaults import START


def planned(vault: Vault, case: str, day: int) -> str:
    starts = datetime(2026, 12, day, 16, 0)  # noqa: DTZ001 - a local wall time
    return plan_meeting(vault, methods(), case, NewMeeting("din-1", starts, purpose="Ro"), START)


def test_it_comes_back_as_it_was(vault: Vault) -> None:
    case = make_case(vault, CaseDetails("M-1", "Ida"), START)
    first, second = planned(vault, case, 1), planned(vault, case, 8)
    person = Person(vault.new_id(), "", "", Role.CHILD)
    save_person(vault, first, type(person)(person.id, "Ida Holst", "", Role.CHILD), START)
    before = planned_meeting(vault, first, START)
    deleted = delete_meeting(vault, first, START)
    assert [meeting.id for meeting in open_case(vault, case, START).meetings] == [second]
    restore_meeting(vault, deleted, START)
    assert planned_meeting(vault, first, START) == before
    assert [meeting.series_number for meeting in open_case(vault, case, START).meetings] == [1, 2]


def test_a_meeting_that_is_gone_is_refused(vault: Vault) -> None:
    with pytest.raises(Refused, match="meeting_gone"):
        delete_meeting(vault, "væk", START)
