"""The half-written lines of a running meeting: saved while somebody types, restored after a crash.

They are in no journal, no paper and no window of the room, and deleted when the meeting ends. The private line has its
own place, beside the private notes (`meeting_journal`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from netmoede_desktop.domain.meeting.state import MeetingState
from netmoede_desktop.storage.values import BegunLine
from netmoede_desktop.storage.vault import Vault

#: The field of the private line: here it is only said when it was written, never what.
PRIVATE = "table.private"


@dataclass(frozen=True, slots=True)
class Begun:
    """The half-written texts by field. `latest` is the field that was being written, "" for none."""

    texts: Mapping[str, str] = field(default_factory=dict, repr=False)
    latest: str = ""


def read_begun(vault: Vault, meeting_id: str, state: MeetingState) -> Begun:
    """Return the lines being written when the meeting was left. Raises `StorageProblem`.

    `latest` is the field that was saved last, unless something has happened in the meeting since.
    """
    with vault.transaction() as store:
        lines = store.begun_lines.of_meeting(meeting_id)
    left = state.gap.since if state.gap is not None else state.last_at
    latest = lines[-1].field if lines and (left is None or lines[-1].at >= left) else ""
    return Begun({line.field: line.text for line in lines}, latest)


def save_begun(vault: Vault, meeting_id: str, texts: Mapping[str, str], at: datetime) -> None:
    """Save the texts of these fields, durable when this returns; an empty one is deleted. Raises `StorageProblem`."""
    with vault.transaction() as store:
        for name, text in texts.items():
            if text:
                store.begun_lines.put(BegunLine(meeting_id, name, text, at))
            else:
                store.begun_lines.remove(meeting_id, name)
