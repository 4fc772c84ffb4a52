"""The date of the next meeting, agreed in the room (R119, R120), and of the aftalereferat before it (R130).

PNM holds its meetings 56–77 days apart (R123); where a method fixes no window, 6–10 weeks are suggested (own).
`holidays` are the days off, with their names; all dates are local, without a time zone.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from netmoede_desktop.domain.methods.method import FollowUpRule

#: Days to the next meeting that are suggested where the method sets no window.
USUAL_EARLIEST_DAYS = 42
USUAL_LATEST_DAYS = 70
#: The aftalereferat is sent this many calendar days before the meeting (R130).
STATUS_REPORT_DAYS = 14

_SATURDAY = 5


class FollowUpCode(StrEnum):
    """The remarks about a date, or about having none."""

    BEFORE_MEETING = "follow_up_before_meeting"
    IN_PAST = "follow_up_in_past"
    TOO_EARLY = "follow_up_too_early"
    TOO_LATE = "follow_up_too_late"
    WEEKEND = "follow_up_on_weekend"
    HOLIDAY = "follow_up_on_holiday"
    REASON_MISSING = "follow_up_reason_missing"


#: The codes that make a date impossible; the others are told and left to the room.
REFUSED = frozenset({FollowUpCode.BEFORE_MEETING, FollowUpCode.IN_PAST, FollowUpCode.REASON_MISSING})


@dataclass(frozen=True, slots=True)
class FollowUpRecord:
    """The next meeting: a local wall time and where, "" where no place was named; or the reason why there is none."""

    at: datetime | None
    none_reason: str | None
    place: str = ""


@dataclass(frozen=True, slots=True)
class FollowUpRemark:
    """A remark on a date: `days` after the meeting, and the holiday's name where it is one."""

    code: FollowUpCode
    days: int
    holiday: str = ""


@dataclass(frozen=True, slots=True)
class StatusReportDue:
    """When the aftalereferat is to be sent; `overdue_from_start` if that day was gone when the date was agreed."""

    on: date
    overdue_from_start: bool


def follow_up_remarks(
    rule: FollowUpRule, meeting_date: date, follow_up: date, today: date, holidays: Mapping[date, str]
) -> tuple[FollowUpRemark, ...]:
    """Return all remarks about `follow_up`; with a code of `REFUSED` it cannot be the date."""
    days = (follow_up - meeting_date).days
    codes: list[FollowUpCode] = []
    if days <= 0:
        codes.append(FollowUpCode.BEFORE_MEETING)
    if follow_up < today:
        codes.append(FollowUpCode.IN_PAST)
    if days > 0 and rule.earliest_days is not None and days < rule.earliest_days:
        codes.append(FollowUpCode.TOO_EARLY)
    if rule.latest_days is not None and days > rule.latest_days:
        codes.append(FollowUpCode.TOO_LATE)
    if follow_up.weekday() >= _SATURDAY:
        codes.append(FollowUpCode.WEEKEND)
    if follow_up in holidays:
        codes.append(FollowUpCode.HOLIDAY)
    name = holidays.get(follow_up, "")
    return tuple(FollowUpRemark(code, days, name if code is FollowUpCode.HOLIDAY else "") for code in codes)


def no_follow_up_remark(rule: FollowUpRule, reason: str) -> FollowUpCode | None:
    """Return why "ingen opfølgning" is refused, or None: a method that always follows up (R120) asks for a reason."""
    return FollowUpCode.REASON_MISSING if rule.required and not reason.strip() else None


def suggested_dates(
    rule: FollowUpRule, meeting_date: date, weekday: int, at: time, holidays: Mapping[date, str]
) -> tuple[datetime, ...]:
    """Return the working days of the window that fall on `weekday` (0 = Monday), earliest first, as local wall times.

    Empty for a weekday of the weekend, and where every such day is a holiday.
    """
    earliest, latest = _window(rule)
    return tuple(
        datetime.combine(day, at)
        for day in _days(meeting_date + timedelta(days=earliest), meeting_date + timedelta(days=latest))
        if day.weekday() == weekday and is_working_day(day, holidays)
    )


def status_report_due(follow_up: date, agreed_on: date, holidays: Mapping[date, str]) -> StatusReportDue:
    """Return when the aftalereferat is due: 14 calendar days before, or the working day before that day."""
    day = follow_up - timedelta(days=STATUS_REPORT_DAYS)
    while not is_working_day(day, holidays):
        day -= timedelta(days=1)
    return StatusReportDue(day, overdue_from_start=day < agreed_on)


def is_working_day(day: date, holidays: Mapping[date, str]) -> bool:
    """Return True if people can be expected at work: neither weekend nor one of `holidays`."""
    return day.weekday() < _SATURDAY and day not in holidays


def working_days_since(day: date, today: date, holidays: Mapping[date, str]) -> int:
    """Return how many working days after `day` have begun by `today`: 0 on the day itself and on the weekend after."""
    return sum(is_working_day(later, holidays) for later in _days(day + timedelta(days=1), today))


def _window(rule: FollowUpRule) -> tuple[int, int]:
    """The window of the rule; a bound it does not set is the usual one, moved so that the window keeps its width."""
    width = USUAL_LATEST_DAYS - USUAL_EARLIEST_DAYS
    if rule.earliest_days is None:
        latest = USUAL_LATEST_DAYS if rule.latest_days is None else rule.latest_days
        return max(1, min(USUAL_EARLIEST_DAYS, latest - width)), latest
    return rule.earliest_days, rule.earliest_days + width if rule.latest_days is None else rule.latest_days


def _days(first: date, last: date) -> Iterator[date]:
    for ahead in range((last - first).days + 1):
        yield first + timedelta(days=ahead)
