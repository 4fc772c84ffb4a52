"""The approved versions of a referat: the facts of the meeting as canonical JSON, read back as they were approved."""

import json
from dataclasses import dataclass
from datetime import datetime

from netmoede_desktop.domain.meeting.record import record
from netmoede_desktop.domain.minutes import MeetingRecord
from netmoede_desktop.services import meeting_journal
from netmoede_desktop.storage.event_codec import from_json, to_json
from netmoede_desktop.storage.problems import DamagedStore, NewerStore
from netmoede_desktop.storage.values import StoredMinutes
from netmoede_desktop.storage.vault import Vault

#: The form of the content; a reader of another refuses it.
FORM = "netmoede-minutes/1"

_SHOWN_DIGITS = 8


@dataclass(frozen=True, slots=True)
class MinutesVersion:
    """An approved version: its number from 1, when it was approved (aware UTC), and the short hash on its pages."""

    meeting: str
    version: int
    approved: datetime
    short_hash: str


def content_of(facts: MeetingRecord) -> str:
    """Return the facts as canonical JSON: the same text for the same facts."""
    whole = {"form": FORM, "record": to_json(facts)}
    return json.dumps(whole, ensure_ascii=False, allow_nan=False, separators=(",", ":"), sort_keys=True)


def facts_of(content: str) -> MeetingRecord:
    """Return the facts that were approved. Raises `NewerStore` for another form, `DamagedStore` for what is none."""
    try:
        whole = json.loads(content)
        if isinstance(whole.get("form"), str) and whole["form"] != FORM:
            raise NewerStore(reason="minutes")
        return from_json(MeetingRecord, whole["record"])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DamagedStore(reason="minutes") from error


def version_of(minutes: StoredMinutes) -> MinutesVersion:
    """Return what is told of a stored version."""
    return MinutesVersion(minutes.meeting, minutes.version, minutes.approved, short_hash(minutes.digest))


def short_hash(digest: str) -> str:
    """Return the beginning of a digest as people compare it: `7F3A-91C2`."""
    shown = digest[:_SHOWN_DIGITS].upper()
    return f"{shown[:4]}-{shown[4:]}"


def newest_version(vault: Vault, meeting_id: str) -> StoredMinutes | None:
    """Return the newest approved version of a meeting's referat, None if there is none."""
    with vault.transaction() as store:
        versions = store.minutes.of_meeting(meeting_id)
    return versions[-1] if versions else None


def held_record(vault: Vault, meeting_id: str) -> MeetingRecord:
    """Return the facts of a meeting as it was held. Raises as `meeting_journal.load`."""
    return record(meeting_journal.load(vault, meeting_id))


def standing_record(vault: Vault, meeting_id: str) -> MeetingRecord:
    """Return the facts as they stand: of the newest approved version, else of the meeting as it was held."""
    newest = newest_version(vault, meeting_id)
    return held_record(vault, meeting_id) if newest is None else facts_of(newest.content)
