"""Deleting a planned meeting, and restoring it as it was: undo instead of "are you sure"."""

from dataclasses import dataclass, field
from datetime import datetime

from netmoede_desktop.services.actors import Actor
from netmoede_desktop.services.preparation.stored_plan import renumber, required_planned
from netmoede_desktop.storage.values import AuditAct, StoredMeeting
from netmoede_desktop.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class DeletedMeeting:
    """The data to undo the deletion; held in memory alone."""

    meeting: StoredMeeting = field(repr=False)


def delete_meeting(vault: Vault, meeting_id: str, now: datetime) -> DeletedMeeting:
    """Delete a planned meeting; the sag keeps its people. Refused: `meeting_gone`, `meeting_begun`."""
    with vault.transaction() as store:
        meeting = required_planned(store, meeting_id, people=False)
        store.meetings.remove(meeting_id)
        renumber(store, meeting.case_id)
        store.audit.append(AuditAct(now, Actor.WINDOWS, "meeting_deleted", meeting.case_id, meeting_id))
    return DeletedMeeting(meeting)


def restore_meeting(vault: Vault, deleted: DeletedMeeting, now: datetime) -> None:
    """Restore the meeting with its plan and its people, numbered among the present ones. Refused: `case_gone`."""
    meeting = deleted.meeting
    with vault.transaction() as store:
        store.cases.required(meeting.case_id)
        store.meetings.put(meeting)
        renumber(store, meeting.case_id)
        store.audit.append(AuditAct(now, Actor.WINDOWS, "meeting_taken_back", meeting.case_id, meeting.id))
