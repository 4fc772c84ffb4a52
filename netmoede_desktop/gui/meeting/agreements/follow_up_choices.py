"""The next meeting in words: the days the method's rule suggests, and what there is to say of any other day."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from netmoede_desktop.domain.agreements.follow_up import (
    REFUSED,
    FollowUpCode,
    FollowUpRemark,
    follow_up_remarks,
    status_report_due,
    suggested_dates,
)
from netmoede_desktop.domain.privacy.guard import RoomGuard
from netmoede_desktop.localization.catalogue import Translator, translatable
from netmoede_desktop.localization.dates import clock, short_date, weekday_date
from netmoede_desktop.localization.quoting import between_marks
from netmoede_desktop.services.meeting.view.values import MeetingView

#: Days off are asked for this far ahead of the meeting.
_LOOK_AHEAD = timedelta(days=400)

_REMARKS: Mapping[FollowUpCode, str] = {
    FollowUpCode.BEFORE_MEETING: translatable("Dagen ligger ikke efter dette møde."),
    FollowUpCode.IN_PAST: translatable("Dagen er passeret."),
    FollowUpCode.TOO_EARLY: translatable("Det er tidligere, end metoden siger."),
    FollowUpCode.TOO_LATE: translatable("Det er senere, end metoden siger."),
    FollowUpCode.WEEKEND: translatable("Dagen falder i en weekend."),
    FollowUpCode.HOLIDAY: translatable("Dagen er en helligdag: {holiday}."),
}


@dataclass(frozen=True, slots=True)
class DayRemarks:
    """The remarks on a day; with `possible` False it cannot be chosen."""

    possible: bool
    sentences: tuple[str, ...]


def days_off(view: MeetingView, free_days: Callable[[date, date], Mapping[date, str]]) -> Mapping[date, str]:
    """Return the names of the days off among which the next meeting is chosen."""
    held = view.starts.date()
    return free_days(held, held + _LOOK_AHEAD)


def suggestions(view: MeetingView, weekday: int, at: time, holidays: Mapping[date, str]) -> tuple[datetime, ...]:
    """Return the days the rule suggests on that weekday (0 = Monday), as local wall times."""
    return suggested_dates(view.follow_up_rule, view.starts.date(), weekday, at, holidays)


def day_remarks(view: MeetingView, when: datetime, holidays: Mapping[date, str], t: Translator) -> DayRemarks:
    """Return what there is to say of a day as the next meeting's."""
    held = view.starts.date()
    found = follow_up_remarks(view.follow_up_rule, held, when.date(), held, holidays)
    possible = not any(remark.code in REFUSED for remark in found)
    return DayRemarks(possible, tuple(_remark(remark, t) for remark in found))


def moment_words(when: datetime, view: MeetingView, t: Translator) -> str:
    """Return `tirsdag 15. december kl. 16.00`, with the year when it is not that of the meeting."""
    day = weekday_date(when.date(), t, today=view.starts.date())
    return t.gettext("{date} kl. {time}").format(date=day, time=clock(when))


def away_words(when: datetime, view: MeetingView, t: Translator) -> str:
    """Return how far away a day is, to the nearest week: `om 8 uger`; below two weeks `om 9 dage`."""
    days = (when.date() - view.starts.date()).days
    if days >= 14:
        weeks = round(days / 7)
        return t.ngettext("om {n} uge", "om {n} uger", weeks).format(n=weeks)
    return t.ngettext("om {n} dag", "om {n} dage", days).format(n=days)


def report_words(when: datetime, view: MeetingView, holidays: Mapping[date, str], t: Translator) -> str:
    """Return when the aftalereferat before that meeting is to be sent."""
    due = status_report_due(when.date(), view.starts.date(), holidays)
    if due.overdue_from_start:
        return t.gettext("aftalereferat med det samme: der er under 14 dage til")
    return t.gettext("aftalereferat senest {date}").format(date=short_date(due.on, t, year=view.starts.year))


def place_remark(guard: RoomGuard, place: str, t: Translator) -> str:
    """Return that the room is not told where we meet, and which words are not for it; "" where it is told."""
    if not place.strip() or guard.shows_whole(place):
        return ""
    if guard.strict:
        return t.gettext("Stedet bliver ikke vist i rummet, for en adresse er beskyttet.")
    words = dict.fromkeys(word.text for word in guard.found(place))
    quoted = ", ".join(between_marks(word, t) for word in words)
    return t.gettext("Stedet bliver ikke vist i rummet, for der står {words}.").format(words=quoted)


def window_words(view: MeetingView, t: Translator) -> str:
    """Return what the method's rule says of the time between two meetings."""
    rule = view.follow_up_rule
    match rule.earliest_days, rule.latest_days:
        case None, None:
            return t.gettext("Metoden siger ikke hvornår. Her er dage 6 til 10 uger fra i dag.")
        case int(earliest), None:
            return t.gettext("Metoden siger tidligst {n} dage fra i dag.").format(n=earliest)
        case None, int(latest):
            return t.gettext("Metoden siger senest {n} dage fra i dag.").format(n=latest)
        case int(earliest), int(latest) if earliest % 7 == 0 and latest % 7 == 0:
            sentence = t.gettext("Metoden siger {first} til {last} uger fra i dag.")
            return sentence.format(first=earliest // 7, last=latest // 7)
        case first, last:
            return t.gettext("Metoden siger {first} til {last} dage fra i dag.").format(first=first, last=last)


def _remark(remark: FollowUpRemark, t: Translator) -> str:
    return t.gettext(_REMARKS[remark.code]).format(holiday=remark.holiday)
