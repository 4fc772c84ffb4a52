"""Meetings held by methods as they were before: they open and tell the same, and the next meeting takes over from them.

The files in tests/data/held hold the plan, the journal and the meeting.json of three shipped scenarios as the app wrote
them when HLB still said fortsæt, ændr, stop and an udviklingsmøde was held by um.
"""

import json
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from netmoede_desktop.documents.formats import meeting_json
from netmoede_desktop.domain.minutes.from_meeting import record
from netmoede_desktop.services.cases.cases import CaseDetails, make_case
from netmoede_desktop.services.meeting import meeting_journal
from netmoede_desktop.services.meeting.meeting_journal import read_plan, write_plan
from netmoede_desktop.services.preparation.edit_plan import NewMeeting, plan_meeting, planned_meeting, propose_meeting
from netmoede_desktop.services.preparation.stored_plan import newly_planned
from netmoede_desktop.storage.journal.event_codec import decode_plan
from netmoede_desktop.storage.values import JournalEntry, MeetingStatus
from netmoede_desktop.storage.vault import Vault
from tests.services.preparation.planned import hold_meeting
from tests.services.stories import methods, read, speak, step
from tests.storage.vaults import START

LATER = START + timedelta(days=300)


def _held(repository: Path, name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((repository / "tests/data/held" / f"{name}.json").read_text(encoding="utf-8"))
    return data


def _put(vault: Vault, case_id: str, meeting_id: str, held: dict[str, Any]) -> None:
    plan = decode_plan(held["plan"])
    with vault.transaction() as store:
        store.people.put(case_id, plan.people)
        store.meetings.put(newly_planned(meeting_id, case_id, plan))
        store.journal.append(
            meeting_id,
            [
                JournalEntry(meeting_id, seq, act, name, datetime.fromisoformat(at), payload)
                for seq, act, name, at, payload in held["journal"]
            ],
        )
        store.meetings.set_state(meeting_id, MeetingStatus.FINISHED)


@pytest.fixture
def case_id(vault: Vault) -> str:
    return make_case(vault, CaseDetails("M-1", "Sigrid"), START)


@pytest.mark.parametrize("name", ["hlb-1", "hlb-o", "um"])
def test_a_meeting_held_before_tells_what_it_told(vault: Vault, case_id: str, repository: Path, name: str) -> None:
    held = _held(repository, name)
    _put(vault, case_id, name, held)
    told = json.loads(meeting_json(record(meeting_journal.load(vault, name))))
    for key in ("method", "people", "parts", "turns", "notes", "agreements", "experience", "follow_up", "overridden"):
        assert told[key] == held["told"][key], key
    assert json.loads(write_plan(decode_plan(held["plan"]))) == held["plan"], "an old plan stays as it was written"


def test_after_an_old_um_comes_um_o_and_it_takes_the_open_agreements_over(
    vault: Vault, case_id: str, repository: Path
) -> None:
    _put(vault, case_id, "u", _held(repository, "um"))
    proposal = propose_meeting(vault, methods(), case_id, START)
    assert proposal.method_id == "um-o"
    everyone = tuple(person.id for person in proposal.people)
    meeting = plan_meeting(vault, methods(), case_id, NewMeeting("um-o", LATER, people=everyone), START)
    carried = planned_meeting(vault, meeting, START).plan.carried
    assert [one.text for one in carried] == [one["text"] for one in _held(repository, "um")["told"]["agreements"]]
    assert all(one.owner is not None for one in carried)


def test_what_was_settled_in_the_old_words_is_not_carried_on(vault: Vault, case_id: str, repository: Path) -> None:
    held = _held(repository, "hlb-o")
    _put(vault, case_id, "h", held)
    proposal = propose_meeting(vault, methods(), case_id, START)
    assert proposal.method_id == "hlb-o"
    meeting = plan_meeting(vault, methods(), case_id, NewMeeting("hlb-o", LATER), START)
    plan = planned_meeting(vault, meeting, START).plan
    assert plan.method.statuses == ("fortsætter", "ændres", "stopper")
    told = held["told"]["agreements"]
    assert {one["status"] for one in told} == {"fortsæt", "ændr", "stop", None}
    assert [one.text for one in plan.carried] == [one["text"] for one in told if one["status"] != "stop"]


def test_open_agreements_outlive_a_meeting_by_a_method_without_a_status_part(vault: Vault, tmp_path: Path) -> None:
    """Two meetings by um, or a first meeting by DIN held again: the next one goes through what is open of both."""
    for day, text in ((2, "Hanne ringer"), (9, "Bent henter hver onsdag")):
        agreed = step("agree", text=text, who="lærer", by=date(2027, 2, 1))
        starts = datetime(2026, 11, day, 9, 30)  # noqa: DTZ001 – a local wall time
        scenario = read(tmp_path, speak("mor", 5), agreed, step("finish"), method="um", starts=starts)
        last, _ = hold_meeting(vault, scenario)
    with vault.transaction() as store:
        held = store.meetings.get(last)
    assert held is not None
    wanted = NewMeeting("um-o", LATER, people=tuple(person.id for person in read_plan(held.plan).people))
    meeting = plan_meeting(vault, methods(), held.case_id, wanted, START)
    carried = planned_meeting(vault, meeting, START).plan.carried
    assert [(one.number, one.text) for one in carried] == [(1, "Hanne ringer"), (2, "Bent henter hver onsdag")]


@pytest.mark.parametrize(("old", "new"), [("fortsæt", "fortsætter"), ("ændr", "ændres"), ("stop", "stopper")])
def test_a_scenario_with_the_old_words_is_read_and_the_new_ones_are_written(
    vault: Vault, tmp_path: Path, old: str, new: str
) -> None:
    given = step("status", agreement=1, value=old)
    agreements = ({"text": "Hanne ringer", "owner": "lærer", "by": date(2027, 1, 4)},)
    scenario = read(tmp_path, given, step("finish"), method="hlb-o", agreements=agreements)
    meeting, _ = hold_meeting(vault, scenario)
    assert [one.status for one in record(meeting_journal.load(vault, meeting)).agreements] == [new]
