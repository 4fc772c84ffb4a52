"""The meetings of a vault, for the overview and `netmoede meetings`."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from netmoede_desktop.storage.vault import Vault

_FORGOTTEN_AFTER: Final = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class ListedMeeting:
    """A meeting in the list: `case` is the sag's reference, `state` is described in README.md.

    `starts` is the local wall time that was agreed with people, also of a meeting that was begun on another day.
    """

    id: str
    case: str
    method: str
    starts: datetime
    state: str


def list_meetings(vault: Vault) -> tuple[ListedMeeting, ...]:
    """Return the meetings, newest first; of two that start at the same time the later in its møderække."""
    with vault.transaction() as store:
        references = {case.id: case.reference for case in store.cases.all()}
        meetings = store.meetings.newest_first()
        agreed = store.meetings.agreed_starts()
    as_agreed = [replace(meeting, starts=agreed.get(meeting.id, meeting.starts)) for meeting in meetings]
    return tuple(
        ListedMeeting(meeting.id, references[meeting.case_id], meeting.method_id, meeting.starts, meeting.state)
        for meeting in sorted(as_agreed, key=lambda meeting: (meeting.starts, meeting.series_number), reverse=True)
    )


def meeting_to_go_on_with(vault: Vault, now: datetime) -> str | None:
    """Return the id of the one running meeting, so that it is opened without asking; None otherwise.

    The planned day does not matter. One in which nothing has happened for half a day or more has been forgotten, and
    does not count.
    """
    with vault.transaction() as store:
        last = [(meeting.id, store.journal.last_at(meeting.id)) for meeting in store.meetings.running()]
    going_on = [meeting for meeting, at in last if at is not None and abs(now - at) < _FORGOTTEN_AFTER]
    return going_on[0] if len(going_on) == 1 else None
