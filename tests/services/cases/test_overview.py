"""The first screen: what runs, what is today, what comes, and what waits after meetings."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.minutes.draft import MinutesDraft
from netmoede_desktop.domain.minutes.from_meeting import record
from netmoede_desktop.services.cases import overview as module
from netmoede_desktop.services.cases.cases import CaseDetails, make_case
from netmoede_desktop.services.cases.meeting_list import list_meetings
from netmoede_desktop.services.cases.overview import Overview, overview
from netmoede_desktop.services.meeting import meeting_journal
from netmoede_desktop.services.meeting.conducting import Conducting
from netmoede_desktop.services.minutes.approved_minutes import content_of
from netmoede_desktop.storage.values import MeetingStatus
from netmoede_desktop.storage.vault import Vault
from tests.gui.meetings import MeetingClock
from tests.services.preparation.planned import hold_meeting, put_meeting
from tests.services.stories import methods, read, speak, step
from tests.storage.vaults import START, HandClock

NOW = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)


def local(day: int, hour: int = 16, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, 0)  # noqa: DTZ001 – a local wall time


def look(vault: Vault, now: datetime = NOW, **asked: Any) -> Overview:
    return overview(vault, methods(), now, **asked)


@pytest.fixture
def case_id(vault: Vault) -> str:
    return make_case(vault, CaseDetails("M-7", "Mikkel"), START)


def held(vault: Vault, folder: Path, reference: str, *steps: Any, starts: datetime | None = None) -> str:
    meeting, _ = hold_meeting(
        vault,
        read(folder, speak("ida"), *steps, step("finish"), case={"reference": reference}, starts=starts or local(20)),
    )
    return meeting


def test_an_empty_vault_has_an_empty_screen(vault: Vault) -> None:
    assert look(vault) == Overview((), (), (), (), 0, (), (), 0, (), more=False)


def test_meetings_by_day(vault: Vault, case_id: str) -> None:
    for key, starts, state in (
        ("i går", local(22), MeetingStatus.PLANNED),
        ("for længe siden", local(1, month=10), MeetingStatus.PLANNED),
        ("i morges", local(23, 8), MeetingStatus.PLANNED),
        ("i dag", local(23), MeetingStatus.PLANNED),
        ("i gang", local(23, 10), MeetingStatus.RUNNING),
        ("glemt", local(2), MeetingStatus.RUNNING),
        *((f"dag {day}", local(day), MeetingStatus.PLANNED) for day in range(24, 31)),
        *((f"dec {day}", local(day, month=12), MeetingStatus.PLANNED) for day in range(1, 6)),
    ):
        put_meeting(vault, case_id, key, starts, state)
    seen = look(vault)
    assert [meeting.id for meeting in seen.running] == ["i gang", "glemt"]
    assert [meeting.id for meeting in seen.today] == ["i morges", "i dag"]
    assert [meeting.id for meeting in seen.coming] == [*(f"dag {day}" for day in range(24, 31)), "dec 1"]
    assert [meeting.id for meeting in seen.missed] == ["i går"]
    more = look(vault, limit=99)
    assert [meeting.id for meeting in more.coming[8:]] == [f"dec {day}" for day in range(2, 6)]
    assert seen.coming_total == more.coming_total == 12
    first = seen.today[1]
    assert (first.reference, first.child, first.method_name, first.starts, first.place, first.number) == (
        "M-7", "Mikkel", "DIN · første møde", local(23), "Biblioteket", 4
    )  # fmt: skip


def test_a_method_that_is_gone_is_shown_by_its_id(vault: Vault, case_id: str) -> None:
    put_meeting(vault, case_id, "m", local(24))
    with vault.transaction() as store:
        meeting = store.meetings.get("m")
        assert meeting is not None
        store.meetings.put(replace(meeting, method_id="egen"))
    assert look(vault).coming[0].method_name == "egen"


def test_a_referat_waits_and_is_late_after_three_working_days(vault: Vault, tmp_path: Path) -> None:
    meeting = held(vault, tmp_path, "M-1")  # Friday 20 November
    ended = record(meeting_journal.load(vault, meeting)).ended
    for now, days, late in (
        (datetime(2026, 11, 20, 20, tzinfo=UTC), 0, False),
        (datetime(2026, 11, 22, 12, tzinfo=UTC), 0, False),
        (datetime(2026, 11, 25, 12, tzinfo=UTC), 3, False),
        (datetime(2026, 11, 26, 12, tzinfo=UTC), 4, True),
        (datetime(2026, 12, 28, 12, tzinfo=UTC), 24, True),
    ):
        [waiting] = look(vault, now).unapproved
        assert (waiting.meeting.id, waiting.ended, waiting.working_days, waiting.late) == (meeting, ended, days, late)
    content = content_of(record(meeting_journal.load(vault, meeting)), MinutesDraft())
    with vault.transaction() as store:
        store.minutes.add(store.minutes.prepare(meeting, content, START, None))
    seen = look(vault)
    assert (seen.unapproved, seen.unapproved_total) == ((), 0)


def test_the_referater_that_wait_come_newest_first_in_a_page(vault: Vault, tmp_path: Path) -> None:
    meetings = [held(vault, tmp_path, f"M-{day}", starts=local(day)) for day in range(2, 6)]
    seen = look(vault, limit=3)
    assert ([one.meeting.id for one in seen.unapproved], seen.unapproved_total) == (meetings[:0:-1], 4)


def test_agreements_that_are_due_or_over_are_told_of_the_last_meeting_of_each_sag(vault: Vault, tmp_path: Path) -> None:
    agreed = (
        step("agree", text="Bent ringer", who="far", by=date(2026, 11, 21)),
        step("agree", text="Hanne skriver", who="lærer", by=date(2026, 11, 30)),
        step("agree", text="Grete bager", who="farmor", by=date(2026, 12, 1)),
        step("agree", text="Åse henter", who="mor", from_=date(2026, 11, 21)),
    )
    meeting = held(vault, tmp_path, "M-1", *agreed)
    held(vault, tmp_path, "M-2", agreed[0], starts=local(2))
    held(vault, tmp_path, "M-2", starts=local(12))
    seen = look(vault)
    assert [(one.agreement.text, one.agreement.owner_name, one.days) for one in seen.due] == [
        ("Bent ringer", "Bent", -2),
        ("Hanne skriver", "Hanne", 7),
    ]
    assert {one.meeting.id for one in seen.due} == {meeting}


def test_what_is_not_worked_out_yet_comes_when_it_is_asked_again(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in range(2, 9):
        held(
            vault,
            tmp_path,
            f"M-{day}",
            step("agree", text="Bent ringer", who="far", by=date(2026, 11, day)),
            starts=local(day),
        )
    told, more = [], []
    for _ in range(4):
        seen = look(vault)
        told.append(len(seen.due))
        more.append(seen.more)
    assert (told, more) == ([3, 6, 7, 7], [True, True, False, False])
    monkeypatch.delattr(module, "outcome_of")
    assert len(look(vault).due) == 7
    assert all(one.ended is not None for one in look(vault).unapproved)


def test_today_is_the_day_where_the_machine_is(vault: Vault, case_id: str) -> None:
    put_meeting(vault, case_id, "m", local(24, 0))
    midnight = local(24, 0).astimezone()
    assert [meeting.id for meeting in look(vault, midnight.astimezone(UTC)).today] == ["m"]
    assert look(vault, midnight.astimezone(UTC) - timedelta(seconds=1)).today == ()


def test_what_was_agreed_comes_in_its_place_until_it_is_planned(vault: Vault, tmp_path: Path) -> None:
    def agreed(reference: str, at: datetime, starts: datetime) -> str:
        return held(vault, tmp_path, reference, step("follow_up", at=at, place="Kulturhuset"), starts=starts)

    agreed("M-1", local(1, month=12), local(2))
    agreed("M-2", local(20), local(3))
    agreed("M-3", local(1, month=10), local(4, month=9))
    agreed("M-4", local(9, month=12), local(5))
    for reference, starts in (("M-4", local(10, month=12)), ("M-9", local(30))):
        with vault.transaction() as store:
            known = next(iter(store.cases.with_reference(reference)), None)
        case = make_case(vault, CaseDetails(reference, "Bo"), START) if known is None else known.id
        put_meeting(vault, case, f"planlagt {reference}", starts)
    for _ in range(3):
        seen = look(vault)
    assert not seen.more
    assert [(one.reference, one.starts, one.agreed) for one in seen.coming] == [
        ("M-9", local(30), False),
        ("M-1", local(1, month=12), True),
        ("M-4", local(10, month=12), False),
    ]
    assert seen.coming[1].place == "Kulturhuset"
    assert (seen.coming[1].number, seen.coming[1].method_name, seen.coming_total) == (2, "DIN · opfølgning", 3)
    assert [(one.reference, one.agreed) for one in seen.missed] == [("M-2", True)]
    assert [one.reference for one in look(vault, limit=2).coming] == ["M-9", "M-1"]


def test_a_meeting_is_told_of_when_it_was_held_not_when_it_was_planned(vault: Vault, case_id: str) -> None:
    begun = (("første", local(3, month=12), local(9)), ("anden", local(20), local(20)), ("tredje", local(1), local(23)))
    for meeting, planned, begins in begun:
        put_meeting(vault, case_id, meeting, planned)
        leading = Conducting(vault, meeting, MeetingClock(HandClock(begins.astimezone())))
        leading.do(cmd.StartMeeting())
        if meeting != "tredje":
            leading.do(cmd.SetFollowUp(local(20, month=12)), cmd.FinishMeeting("en prøve"))
    seen = look(vault)
    assert [(one.starts, one.number) for one in seen.running] == [(local(23), 3)]
    assert [one.meeting.starts for one in seen.unapproved] == [local(20), local(9)]
    assert seen.coming == (), "the one that is going on follows the two"
    listed = {one.id: one.starts for one in list_meetings(vault)}
    assert listed == {meeting: planned for meeting, planned, _ in begun}, "the command line tells what was agreed"
    leading.do(cmd.SetFollowUp(local(23, month=12)), cmd.FinishMeeting("en prøve"))
    [agreed] = look(vault).coming
    assert (agreed.starts, agreed.number, agreed.agreed) == (local(23, month=12), 4, True)
