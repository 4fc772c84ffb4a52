"""The first screen: meetings running, today's and coming, and the work to be done after meetings.

It reads pages through indexes, so that it is as quick with a hundred thousand meetings as with ten. The outcome of a
meeting is computed once and saved; where many are still to be computed, `Overview.more` is True and the next call
computes more.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from operator import attrgetter

from netmoede_desktop.domain.agreements.follow_up import working_days_since
from netmoede_desktop.services.calendar.holidays import holiday_names
from netmoede_desktop.services.methods.method_files import Methods
from netmoede_desktop.services.minutes.outcomes import (
    AgreedNext,
    MeetingOutcome,
    OpenAgreement,
    outcome_of,
    saved_follow_ups,
    saved_outcomes,
)
from netmoede_desktop.storage.values import MeetingBrief, MeetingStatus
from netmoede_desktop.storage.vault import Vault

__all__ = ["DueAgreement", "MeetingStatus", "Overview", "OverviewMeeting", "UnapprovedMinutes", "overview"]

#: How many meetings a list shows at a time.
PAGE = 8
#: The referat is to be sent within so many working days (R128; the figure is our own).
MINUTES_DAYS = 3
#: Agreements are looked for in so many of the newest finished meetings, and told from so many days before they are due.
MEETINGS_LOOKED_AT = 30
DAYS_BEFORE_DUE = 7
#: The agreed next meetings are looked for in so many: more than one holds in the longest time between two of a sag.
SERIES_LOOKED_AT = 400
#: How long a planned meeting that was not held is told of.
MISSED_DAYS = 30

#: No list is counted further than this.
MOST_COUNTED = 1000

_MOST_TODAY = 20
_MOST_WORKED_OUT = 3


@dataclass(frozen=True, slots=True)
class OverviewMeeting:
    """A meeting in a list. `method_name` is the method's short name, or its id.

    `starts` is a local wall time: of a meeting that has begun, when it did.
    One that is only `agreed`, in the last meeting of its sag, and not planned yet has that meeting's `id`.
    """

    id: str
    case_id: str
    reference: str
    child: str
    method_name: str
    starts: datetime
    planned_minutes: int
    place: str
    state: MeetingStatus
    number: int
    agreed: bool = False


@dataclass(frozen=True, slots=True)
class UnapprovedMinutes:
    """A finished meeting whose referat waits: when it ended, the working days since, and whether that is too long."""

    meeting: OverviewMeeting
    ended: datetime | None
    working_days: int
    late: bool


@dataclass(frozen=True, slots=True)
class DueAgreement:
    """An open agreement that is due soon, or was: `days` counts to the day, negative when it is over."""

    meeting: OverviewMeeting
    agreement: OpenAgreement
    due: date
    days: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The first screen. `running` are to be continued, newest first; `today` and `coming` are planned.

    `held` ended today. `missed` were planned for the last days and never begun; it and `coming` also hold agreed
    meetings that are not planned yet. Of `coming` and `unapproved` this is a page of the total, which is not counted
    beyond `MOST_COUNTED`.
    """

    running: tuple[OverviewMeeting, ...]
    today: tuple[OverviewMeeting, ...]
    held: tuple[OverviewMeeting, ...]
    coming: tuple[OverviewMeeting, ...]
    coming_total: int
    missed: tuple[OverviewMeeting, ...]
    unapproved: tuple[UnapprovedMinutes, ...]
    unapproved_total: int
    due: tuple[DueAgreement, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class _Found:
    """The result of one transaction."""

    running: list[MeetingBrief]
    today: list[MeetingBrief]
    coming: list[MeetingBrief]
    coming_total: int
    missed: list[MeetingBrief]
    unapproved: list[MeetingBrief]
    unapproved_total: int
    finished: list[MeetingBrief]
    outcomes: dict[str, MeetingOutcome]
    series: list[MeetingBrief]
    follow_ups: dict[str, AgreedNext]
    last_numbers: dict[str, int]


def overview(vault: Vault, methods: Methods, now: datetime, *, limit: int = PAGE) -> Overview:
    """Return the first screen at `now` (aware), with at most `limit` meetings in a list."""
    today = now.astimezone().date()
    found = _found(vault, today, limit)
    unknown = [meeting.id for meeting in (*found.unapproved, *found.finished) if meeting.id not in found.outcomes]
    unknown += [meeting.id for meeting in found.series if meeting.id not in found.follow_ups]
    for meeting_id in dict.fromkeys(unknown[:_MOST_WORKED_OUT]):
        found.outcomes[meeting_id] = outcome_of(vault, meeting_id)
    shown = _Shown(methods)
    coming, missed = _with_agreed(found, shown, datetime.combine(today, time()))
    return Overview(
        running=tuple(map(shown.meeting, found.running)),
        today=tuple(map(shown.meeting, found.today)),
        held=tuple(_held(found, shown, today)),
        coming=tuple(coming[:limit]),
        coming_total=found.coming_total + len(coming) - len(found.coming),
        missed=tuple(missed[:limit]),
        unapproved=tuple(_unapproved(found, shown, today)),
        unapproved_total=found.unapproved_total,
        due=tuple(_due(found, shown, today)),
        more=len(set(unknown)) > _MOST_WORKED_OUT,
    )


def _found(vault: Vault, today: date, limit: int) -> _Found:
    midnight = datetime.combine(today, time())
    tomorrow = midnight + timedelta(days=1)
    oldest = midnight - timedelta(days=MISSED_DAYS)
    with vault.transaction() as store:
        meetings = store.meetings
        of_today = meetings.planned(midnight, _MOST_TODAY)
        unapproved = meetings.without_approved_minutes(limit)
        finished = meetings.finished(MEETINGS_LOOKED_AT)
        looked_at = {meeting.id for meeting in (*unapproved, *finished)}
        series = meetings.ended_series(SERIES_LOOKED_AT)
        return _Found(
            running=meetings.running(),
            today=[meeting for meeting in of_today if meeting.starts < tomorrow],
            coming=meetings.planned(tomorrow, limit),
            coming_total=meetings.count_planned(tomorrow, MOST_COUNTED),
            missed=[meeting for meeting in meetings.missed(midnight, limit) if meeting.starts >= oldest],
            unapproved=unapproved,
            unapproved_total=meetings.count_without_approved_minutes(MOST_COUNTED),
            finished=finished,
            outcomes=saved_outcomes(store, looked_at),
            series=series,
            follow_ups=saved_follow_ups(store, (meeting.id for meeting in series)),
            last_numbers=meetings.last_numbers(meeting.case_id for meeting in series),
        )


class _Shown:
    """Meetings as they are shown: with the name of their method."""

    def __init__(self, methods: Methods) -> None:
        self._methods = methods
        self._names = {method.id: method.short_name for method in methods}

    def meeting(self, brief: MeetingBrief) -> OverviewMeeting:
        """Return a meeting as the list shows it."""
        return OverviewMeeting(
            id=brief.id,
            case_id=brief.case_id,
            reference=brief.reference,
            child=brief.child,
            method_name=self._names.get(brief.method_id, brief.method_id),
            starts=brief.starts,
            planned_minutes=brief.planned_minutes,
            place=brief.place,
            state=brief.state,
            number=brief.series_number,
        )

    def agreed(self, last: MeetingBrief, day: datetime, place: str, number: int) -> OverviewMeeting:
        """Return the meeting that was agreed in the last one of its sag, and the number it will have there."""
        method = self._methods.get(last.method_id)
        next_id = last.method_id if method is None else method.next_method or last.method_id
        brief = replace(last, method_id=next_id, starts=day, place=place or last.place, series_number=number)
        return replace(self.meeting(brief), agreed=True)


def _with_agreed(
    found: _Found, shown: _Shown, midnight: datetime
) -> tuple[list[OverviewMeeting], list[OverviewMeeting]]:
    """Coming meetings, the earliest first, and missed ones, the latest first: planned, or only agreed."""
    follow_ups = found.follow_ups | {
        meeting.id: one.agreed for meeting in found.series if (one := found.outcomes.get(meeting.id))
    }
    days = [
        (last, follow_up.at, follow_up.place)
        for last in found.series
        if (follow_up := follow_ups.get(last.id)) is not None and follow_up.at is not None
    ]
    agreed = [
        shown.agreed(last, day, place, found.last_numbers[last.case_id] + 1)
        for last, day, place in days
        if day >= midnight - timedelta(days=MISSED_DAYS)
    ]
    coming = [*map(shown.meeting, found.coming), *(one for one in agreed if one.starts >= midnight)]
    missed = [*map(shown.meeting, found.missed), *(one for one in agreed if one.starts < midnight)]
    in_order = attrgetter("starts", "id")
    return sorted(coming, key=in_order), sorted(missed, key=in_order, reverse=True)


def _held(found: _Found, shown: _Shown, today: date) -> Iterator[OverviewMeeting]:
    """The meetings that ended today, whatever day they were planned for; the earliest planned first."""
    finished = {meeting.id: meeting for meeting in (*found.finished, *found.unapproved)}
    for meeting in sorted(finished.values(), key=attrgetter("starts", "id")):
        if _ended(found, meeting).date() == today:
            yield shown.meeting(meeting)


def _unapproved(found: _Found, shown: _Shown, today: date) -> list[UnapprovedMinutes]:
    if not found.unapproved:
        return []
    ends = {meeting.id: _ended(found, meeting) for meeting in found.unapproved}
    days_off = holiday_names(min(end.date() for end in ends.values()), today)
    waiting = []
    for meeting in found.unapproved:
        days = working_days_since(ends[meeting.id].date(), today, days_off)
        outcome = found.outcomes.get(meeting.id)
        ended = None if outcome is None else outcome.ended
        waiting.append(UnapprovedMinutes(shown.meeting(meeting), ended, days, late=days > MINUTES_DAYS))
    return waiting


def _ended(found: _Found, meeting: MeetingBrief) -> datetime:
    """When the meeting ended; while its outcome is not computed, its planned start."""
    outcome = found.outcomes.get(meeting.id)
    return meeting.starts if outcome is None or outcome.ended is None else outcome.ended


def _due(found: _Found, shown: _Shown, today: date) -> list[DueAgreement]:
    """Of each sag the last finished meeting counts: the one before was gone through there."""
    due = []
    seen: set[str] = set()
    for meeting in found.finished:
        outcome = found.outcomes.get(meeting.id)
        if meeting.case_id in seen or outcome is None:
            continue
        seen.add(meeting.case_id)
        for agreement in outcome.agreements:
            if agreement.due is not None and (agreement.due - today).days <= DAYS_BEFORE_DUE:
                days = (agreement.due - today).days
                due.append(DueAgreement(shown.meeting(meeting), agreement, agreement.due, days))
    return sorted(due, key=lambda one: (one.due, one.meeting.reference, one.agreement.number))
