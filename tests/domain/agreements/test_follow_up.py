"""The date of the next meeting and of the aftalereferat. The meeting is on Monday 23 November 2026."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netmoede_desktop.domain.agreements.follow_up import (
    REFUSED,
    FollowUpCode,
    FollowUpRemark,
    StatusReportDue,
    follow_up_remarks,
    is_working_day,
    no_follow_up_remark,
    status_report_due,
    suggested_dates,
    working_days_since,
)
from netmoede_desktop.domain.methods.method import FollowUpRule

MEETING = date(2026, 11, 23)
DIN = FollowUpRule(required=True)
PNM = FollowUpRule(required=True, earliest_days=56, latest_days=77)
DAYS_OFF = {
    date(2026, 12, 24): "Juleaftensdag",
    date(2026, 12, 25): "Juledag",
    date(2027, 1, 1): "Nytårsdag",
    date(2027, 1, 26): "Prøvedag",
}


def codes(rule: FollowUpRule, days: int, today: date = MEETING) -> list[FollowUpCode]:
    remarks = follow_up_remarks(rule, MEETING, MEETING + timedelta(days=days), today, DAYS_OFF)
    assert all(remark.days == days for remark in remarks)
    return [remark.code for remark in remarks]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (52, [FollowUpCode.TOO_EARLY]),
        (55, [FollowUpCode.TOO_EARLY, FollowUpCode.WEEKEND]),
        (56, []),
        (77, []),
        (78, [FollowUpCode.TOO_LATE]),
    ],
)
def test_r123_pnm_meets_again_after_56_to_77_days(days: int, expected: list[FollowUpCode]) -> None:
    assert codes(PNM, days) == expected


def test_a_method_without_a_window_has_no_too_early_and_no_too_late() -> None:
    assert codes(DIN, 1) == codes(DIN, 365) == []


def test_r119_the_date_agreed_in_the_room_lies_after_the_meeting_and_not_in_the_past() -> None:
    assert codes(PNM, 0) == [FollowUpCode.BEFORE_MEETING]
    assert codes(PNM, 1) == [FollowUpCode.TOO_EARLY]
    assert codes(DIN, -3) == [FollowUpCode.BEFORE_MEETING, FollowUpCode.IN_PAST]
    assert codes(DIN, 1, today=MEETING + timedelta(days=2)) == [FollowUpCode.IN_PAST]
    assert codes(DIN, 2, today=MEETING + timedelta(days=2)) == []
    assert {FollowUpCode.BEFORE_MEETING, FollowUpCode.IN_PAST} <= REFUSED


def test_weekends_and_holidays_are_told_and_left_to_the_room() -> None:
    assert codes(DIN, 61) == codes(DIN, 62) == [FollowUpCode.WEEKEND]
    assert follow_up_remarks(DIN, MEETING, date(2027, 1, 26), MEETING, DAYS_OFF) == (
        FollowUpRemark(FollowUpCode.HOLIDAY, 64, "Prøvedag"),
    )
    assert not {FollowUpCode.WEEKEND, FollowUpCode.HOLIDAY, FollowUpCode.TOO_EARLY, FollowUpCode.TOO_LATE} & REFUSED


def test_r120_a_method_that_always_follows_up_asks_why_not() -> None:
    assert no_follow_up_remark(DIN, "  ") is FollowUpCode.REASON_MISSING
    assert no_follow_up_remark(DIN, "Familien flytter") is None
    assert no_follow_up_remark(FollowUpRule(required=False), "") is None
    assert FollowUpCode.REASON_MISSING in REFUSED


def test_r123_the_suggested_dates_are_the_working_days_of_the_window() -> None:
    assert suggested_dates(PNM, MEETING, 1, time(16), DAYS_OFF) == (
        datetime.combine(date(2027, 1, 19), time(16)),
        datetime.combine(date(2027, 2, 2), time(16)),
    )
    assert suggested_dates(PNM, MEETING, 0, time(16, 30), {}) == tuple(
        datetime.combine(date(2027, 1, 18), time(16, 30)) + timedelta(weeks=week) for week in range(4)
    )
    assert suggested_dates(PNM, MEETING, 6, time(16), {}) == ()


@pytest.mark.parametrize(
    ("rule", "first", "last"),
    [
        (DIN, 42, 70),
        (FollowUpRule(required=False, earliest_days=14), 14, 42),
        (FollowUpRule(required=False, latest_days=91), 42, 91),
        (FollowUpRule(required=False, latest_days=42), 14, 42),
        (FollowUpRule(required=False, latest_days=14), 7, 14),
    ],
)
def test_a_window_without_a_bound_is_suggested_as_usual(rule: FollowUpRule, first: int, last: int) -> None:
    found = suggested_dates(rule, MEETING, 0, time(9), {})
    assert (found[0].date() - MEETING).days == first
    assert (found[-1].date() - MEETING).days == last


def test_a_suggested_day_is_neither_the_day_of_the_meeting_nor_one_beyond_the_window() -> None:
    tomorrow = suggested_dates(FollowUpRule(required=False, latest_days=14), MEETING, 1, time(9), {})
    assert (tomorrow[0].date() - MEETING).days == 1
    beyond = suggested_dates(DIN, MEETING, 1, time(9), {})
    assert (beyond[-1].date() - MEETING).days == 64


def test_r130_the_aftalereferat_is_due_14_days_before() -> None:
    assert status_report_due(date(2027, 1, 19), MEETING, DAYS_OFF) == StatusReportDue(
        date(2027, 1, 5), overdue_from_start=False
    )


def test_r130_it_moves_to_the_working_day_before() -> None:
    assert status_report_due(date(2027, 1, 17), MEETING, DAYS_OFF).on == date(2026, 12, 31)
    assert status_report_due(date(2027, 1, 8), MEETING, DAYS_OFF).on == date(2026, 12, 23)


def test_r130_it_may_be_overdue_from_the_start() -> None:
    assert not status_report_due(date(2026, 12, 7), MEETING, {}).overdue_from_start
    assert status_report_due(date(2026, 12, 6), MEETING, {}).overdue_from_start
    assert status_report_due(date(2026, 12, 7), MEETING, {MEETING: "Prøvedag"}).overdue_from_start


@given(
    st.dates(date(2000, 1, 1), date(2190, 1, 1)),
    st.integers(1, 400),
    st.sets(st.integers(-30, 400)),
)
def test_r130_it_is_always_a_working_day_and_never_later_than_14_days_before(
    meeting: date, days: int, off: set[int]
) -> None:
    holidays = {meeting + timedelta(days=day): "fri" for day in off}
    follow_up = meeting + timedelta(days=days)
    due = status_report_due(follow_up, meeting, holidays)
    assert is_working_day(due.on, holidays)
    assert (follow_up - due.on).days >= 14
    between = range(14, (follow_up - due.on).days)
    assert not any(is_working_day(follow_up - timedelta(days=day), holidays) for day in between)
    assert due.overdue_from_start == (due.on < meeting)


@pytest.mark.parametrize(
    ("today", "days"),
    [(date(2026, 12, 18), 0), (date(2026, 12, 20), 0), (date(2026, 12, 21), 1), (date(2026, 12, 28), 4)],
)
def test_working_days_since_a_friday_before_christmas(today: date, days: int) -> None:
    holidays = {date(2026, 12, 24): "Juleaftensdag", date(2026, 12, 25): "Juledag"}
    assert working_days_since(date(2026, 12, 18), today, holidays) == days


def test_no_working_day_has_begun_before_the_day() -> None:
    assert working_days_since(date(2026, 12, 18), date(2026, 12, 1), {}) == 0
