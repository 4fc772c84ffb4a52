"""The next meeting, or a planned one itself, as a calendar entry without private data: its title is "Møde".

No name, no case, no place, no child. It lands in shared calendars and on phones, so it holds a time and an
opaque id, and nothing else.
"""

import hashlib
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from netmoede_desktop.documents.marks import CALENDAR_PRODUCER
from netmoede_desktop.domain.dates.place_time import home_instant
from netmoede_desktop.domain.minutes.record import MeetingRecord
from netmoede_desktop.localization.catalogue import Translator

_LENGTH = timedelta(hours=2)


def calendar_entry(record: MeetingRecord, meeting_id: str, t: Translator) -> bytes:
    """Return the next meeting as an iCalendar file: in UTC, and with the same id however often it is moved.

    Of a meeting that has not begun it is the meeting itself. It is as long as this one was planned to be, else two
    hours. The follow-up is a wall time in Denmark. The sequence is the number of events of the meeting, the stamp that
    of the last one: a calendar that gets the file again takes the newer one, and the same meeting gives the same bytes.
    `meeting_id` is the store's own id; only its digest is written.
    Raises ValueError for a meeting without a next one.
    """
    at = record.follow_up.at if record.follow_up else None
    if record.started is None:
        at = record.planned_start
    if at is None:
        raise ValueError("no next meeting")
    which = "meeting" if record.started is None else "follow-up"
    event = Event()
    event.add("uid", f"{hashlib.sha256(f'netmoede {which} {meeting_id}'.encode()).hexdigest()[:32]}@netmoede")
    event.add("sequence", record.events)
    event.add("dtstamp", _universal(record.last_at or record.ended or record.began))
    event.add("dtstart", _universal(at))
    event.add("dtend", _universal(at) + (timedelta(minutes=record.planned_minutes) or _LENGTH))
    event.add("summary", t.gettext("Møde"))
    event.add("class", "PRIVATE")
    calendar = Calendar()
    calendar.add("prodid", CALENDAR_PRODUCER)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _universal(moment: datetime) -> datetime:
    """The moment in UTC, in whole seconds; a naive one is a wall time in Denmark."""
    return home_instant(moment).astimezone(UTC).replace(microsecond=0)
