"""Texts of the overview: rows and sentences for the results of the services. Knows no window."""

from collections.abc import Sequence
from datetime import date, timedelta

from netmoede_desktop.gui.kit.lists.value_table import Cell, Row
from netmoede_desktop.gui.kit.text.labels import Tone
from netmoede_desktop.gui.wording.moments import moment_in_list
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import clock, sentence_case, short_date, weekday_date
from netmoede_desktop.services.cases.overview import (
    DueAgreement,
    MeetingStatus,
    Overview,
    OverviewMeeting,
    UnapprovedMinutes,
)


def day_title(today: date, t: Translator) -> str:
    """Return the title of the day: `Mandag 23. november`."""
    return sentence_case(weekday_date(today, t, today=today))


def day_sentence(found: Overview, t: Translator) -> str:
    """Return the day in one line: `1 møde i dag · 2 aftaler over tid`; once all are held, `Dagens møde er holdt`."""
    ahead, held = len(found.today) + len(found.running), len(found.held)
    today = t.ngettext("{n} møde i dag", "{n} møder i dag", ahead).format(n=ahead)
    done = t.ngettext("Dagens møde er holdt", "Dagens {n} møder er holdt", held).format(n=held)
    parts = [today if ahead else done if held else t.gettext("Ingen møder i dag")]
    if ahead and held:
        parts.append(t.ngettext("{n} er holdt", "{n} er holdt", held).format(n=held))
    late = sum(one.days < 0 for one in found.due)
    if late:
        parts.append(t.ngettext("{n} aftale over tid", "{n} aftaler over tid", late).format(n=late))
    if found.unapproved_total:
        waiting = t.ngettext("{n} referat venter", "{n} referater venter", found.unapproved_total)
        parts.append(waiting.format(n=found.unapproved_total))
    return " · ".join(parts)


def when_sentence(meeting: OverviewMeeting, today: date, t: Translator) -> str:
    """Return when and where a meeting is: `I DAG KL. 16.00 – 18.00 · BIBLIOTEKET`."""
    ends = clock(meeting.starts + timedelta(minutes=meeting.planned_minutes))
    if meeting.state is MeetingStatus.FINISHED:
        moment = t.gettext("Holdt i dag")
    elif meeting.state is MeetingStatus.RUNNING:
        moment = t.gettext("I gang siden kl. {time}") if meeting.starts.date() == today else t.gettext("I gang")
        moment = moment.format(time=clock(meeting.starts))
    else:
        moment = t.gettext("I dag kl. {starts} – {ends}").format(starts=clock(meeting.starts), ends=ends)
    return " · ".join(part for part in (moment, meeting.place) if part).upper()


def is_held(meeting: OverviewMeeting) -> bool:
    """Return True if the meeting has ended."""
    return meeting.state is MeetingStatus.FINISHED


def is_running(meeting: OverviewMeeting) -> bool:
    """Return True if the meeting has begun and not ended."""
    return meeting.state is MeetingStatus.RUNNING


def meeting_title(meeting: OverviewMeeting, t: Translator) -> str:
    """Return the title of a meeting: `M-2026-014 · 1. møde`."""
    return t.gettext("{case} · {number}. møde").format(case=meeting.reference, number=meeting.number)


def meeting_about(meeting: OverviewMeeting, t: Translator) -> str:
    """Return child and method: `Mikkel · Det inddragende`."""
    return t.gettext("{child} · {method}").format(child=meeting.child, method=meeting.method_name)


def coming_rows(meetings: Sequence[OverviewMeeting], today: date, t: Translator) -> list[Row]:
    """Return rows of the coming meetings: date, sag, number, and the method or that it is only agreed."""
    return [
        Row(
            meeting.id,
            (
                Cell(moment_in_list(meeting.starts, today, t)),
                Cell(meeting.reference, Tone.STRONG),
                Cell(t.gettext("{number}. møde").format(number=meeting.number)),
                _agreed_cell(meeting, t) if meeting.agreed else Cell(meeting.method_name, Tone.MUTED),
            ),
        )
        for meeting in meetings
    ]


def missed_rows(meetings: Sequence[OverviewMeeting], today: date, t: Translator) -> list[Row]:
    """Return rows of the meetings that were not held: date, sag, and whether it is only agreed."""
    return [
        Row(
            meeting.id,
            (
                Cell(moment_in_list(meeting.starts, today, t), Tone.ATTENTION),
                Cell(meeting.reference, Tone.STRONG),
                _agreed_cell(meeting, t),
            ),
        )
        for meeting in meetings
    ]


def minutes_rows(waiting: Sequence[UnapprovedMinutes], today: date, t: Translator) -> list[Row]:
    """Return rows of the referater that wait for approval: sag, meeting, working days waited."""
    return [
        Row(
            one.meeting.id,
            (
                Cell(one.meeting.reference, Tone.STRONG),
                Cell(short_date((one.ended or one.meeting.starts).date(), t, year=today.year)),
                Cell(_waited(one.working_days, t), Tone.ATTENTION if one.late else Tone.BODY),
            ),
        )
        for one in waiting
    ]


def due_rows(due: Sequence[DueAgreement], today: date, t: Translator) -> list[Row]:
    """Return rows of the agreements that ask for attention: agreement, owner, day. A key begins with the sag's id."""
    return [
        Row(
            f"{one.meeting.case_id}:{one.agreement.number}",
            (
                Cell(one.agreement.text),
                Cell(one.agreement.owner_name),
                _due_cell(one, today, t),
            ),
        )
        for one in due
    ]


def _due_cell(one: DueAgreement, today: date, t: Translator) -> Cell:
    """Return the day; an overdue one is marked by a word too, because colour alone does not reach everybody."""
    day = short_date(one.due, t, year=today.year)
    if one.days >= 0:
        return Cell(day)
    return Cell(t.gettext("{date} · over tid").format(date=day), Tone.ATTENTION)


def _agreed_cell(meeting: OverviewMeeting, t: Translator) -> Cell:
    """Return a cell that marks a meeting agreed but not planned; empty for all others."""
    return Cell(t.gettext("aftalt · forbered") if meeting.agreed else "", Tone.ATTENTION)


def _waited(days: int, t: Translator) -> str:
    if days < 1:
        return t.gettext("i dag")
    return t.ngettext("{n} arbejdsdag", "{n} arbejdsdage", days).format(n=days)
