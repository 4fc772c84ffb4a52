"""The referat in the vault: its corrections, and its approved versions, read back as they were approved.

A version is canonical JSON: the facts as they were approved, and the corrections that led to them.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from netmoede_desktop.documents.content.stamp import Stamp
from netmoede_desktop.domain.dates.place_time import wall_clock
from netmoede_desktop.domain.minutes.draft import MinutesDraft, Value, corrected
from netmoede_desktop.domain.minutes.from_meeting import record
from netmoede_desktop.domain.minutes.record import MeetingRecord
from netmoede_desktop.services.meeting.meeting_journal import Written, fold, read
from netmoede_desktop.storage.journal.event_codec import from_json, to_json
from netmoede_desktop.storage.problems import DamagedStore, NewerStore
from netmoede_desktop.storage.transaction import Transaction
from netmoede_desktop.storage.values import StoredMinutes
from netmoede_desktop.storage.vault import Vault

#: The form of the content; a reader of another refuses it.
FORM = "netmoede-minutes/1"

_SHOWN_DIGITS = 8


@dataclass(frozen=True, slots=True)
class MinutesVersion:
    """An approved version: its number from 1, when it was approved (aware UTC), and the short hash on its pages.

    `changed` are the keys of the fields that differ from the version before (in the first: from the meeting). `newest`
    is True for the version in force, False for those it replaced.
    """

    meeting: str
    version: int
    approved: datetime
    short_hash: str
    changed: tuple[str, ...] = ()
    newest: bool = True

    def stamp(self, facts: MeetingRecord) -> Stamp:
        """Return the stamp at the foot of its pages; the day is that of the place where the meeting was held."""
        return Stamp(self.version, self.short_hash, _day(self.approved, facts))


def content_of(facts: MeetingRecord, draft: MinutesDraft) -> str:
    """Return facts and corrections as canonical JSON: the same text for the same ones."""
    whole = {"form": FORM, "record": to_json(facts), "corrections": dict(draft.corrections)}
    return json.dumps(whole, ensure_ascii=False, allow_nan=False, separators=(",", ":"), sort_keys=True)


def facts_of(content: str) -> MeetingRecord:
    """Return the facts that were approved. Raises `NewerStore` for a newer form, `DamagedStore` if unreadable."""
    try:
        return from_json(MeetingRecord, _whole(content)["record"])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DamagedStore(reason="minutes") from error


def corrections_of(content: str) -> MinutesDraft:
    """Return the corrections that were approved. Raises as `facts_of`."""
    corrections = _whole(content).get("corrections")
    if not isinstance(corrections, Mapping):
        raise DamagedStore(reason="minutes")
    return _draft(corrections)


def short_hash(digest: str) -> str:
    """Return the beginning of a digest as people compare it: `7F3A-91C2`."""
    shown = digest[:_SHOWN_DIGITS].upper()
    return f"{shown[:4]}-{shown[4:]}"


def versions(vault: Vault, meeting_id: str) -> tuple[MinutesVersion, ...]:
    """Return the approved versions, the newest first. Raises as `facts_of`."""
    with vault.transaction() as store:
        stored = store.minutes.of_meeting(meeting_id)
    return tuple(reversed([version_of(stored, number) for number in range(1, len(stored) + 1)]))


def version_of(stored: list[StoredMinutes], number: int) -> MinutesVersion:
    """Return one approved version, given all stored versions of its meeting. Raises as `facts_of`."""
    minutes = stored[number - 1]
    before = corrections_of(stored[number - 2].content) if number > 1 else MinutesDraft()
    return MinutesVersion(
        meeting=minutes.meeting,
        version=minutes.version,
        approved=minutes.approved,
        short_hash=short_hash(minutes.digest),
        changed=corrections_of(minutes.content).changed_since(before),
        newest=number == len(stored),
    )


def saved_draft(store: Transaction, meeting_id: str) -> MinutesDraft:
    """Return the corrections of a meeting's referat as they stand, approved or not."""
    return _draft(store.corrections.of_meeting(meeting_id))


def held_record(written: Written) -> MeetingRecord:
    """Return the facts of a meeting as it was held. Raises as `meeting_journal.fold`."""
    return record(fold(written))


def current_record(vault: Vault, meeting_id: str) -> MeetingRecord:
    """Return the facts that count: of the newest approved version, else of the meeting with its corrections."""
    with vault.transaction() as store:
        stored = store.minutes.of_meeting(meeting_id)
        if stored:
            return facts_of(stored[-1].content)
        written, draft = read(store, meeting_id), saved_draft(store, meeting_id)
    return corrected(held_record(written), draft)


def _whole(content: str) -> dict[str, Any]:
    try:
        whole = json.loads(content)
    except ValueError as error:
        raise DamagedStore(reason="minutes") from error
    if not isinstance(whole, dict) or not isinstance(whole.get("form"), str):
        raise DamagedStore(reason="minutes")
    if whole["form"] != FORM:
        raise NewerStore(reason="minutes")
    return whole


def _draft(corrections: Mapping[str, object]) -> MinutesDraft:
    known: dict[str, Value] = {
        key: value for key, value in corrections.items() if value is None or isinstance(value, str | bool)
    }
    return MinutesDraft(known)


def _day(approved: datetime, facts: MeetingRecord) -> date:
    return wall_clock(approved, facts.ended or approved).date()
