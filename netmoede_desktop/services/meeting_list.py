"""The meetings of a vault, as the overview and `netmoede meetings` tell them."""

from dataclasses import dataclass
from datetime import datetime

from netmoede_desktop.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class ListedMeeting:
    """A meeting in the list: `case` is the sag's reference, `starts` a local wall time, `state` as in product.md §9."""

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
    return tuple(
        ListedMeeting(meeting.id, references[meeting.case_id], meeting.method_id, meeting.starts, meeting.state)
        for meeting in sorted(meetings, key=lambda meeting: (meeting.starts, meeting.series_number), reverse=True)
    )
