"""The journal of a running meeting in the vault: append durably, read back, fold."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from netmoede_desktop.domain.dates.place_time import wall_clock
from netmoede_desktop.domain.meeting import events as ev
from netmoede_desktop.domain.meeting.history import Entry, History, replay
from netmoede_desktop.domain.meeting.plan import MeetingPlan
from netmoede_desktop.services.meeting.begun_lines import PRIVATE
from netmoede_desktop.storage.journal.event_codec import (
    UnknownEvent,
    decode_event,
    decode_plan,
    encode_event,
    encode_plan,
)
from netmoede_desktop.storage.problems import DamagedStore, NewerStore
from netmoede_desktop.storage.transaction import Transaction
from netmoede_desktop.storage.values import BegunLine, JournalEntry, MeetingStatus, PrivateNote
from netmoede_desktop.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Change:
    """The writes of one act: its entries, private texts by act, and the acts whose private texts were undone."""

    entries: tuple[Entry, ...]
    private: tuple[tuple[int, str], ...] = field(default=(), repr=False)
    private_taken_back: tuple[int, ...] = ()


def append(vault: Vault, meeting_id: str, change: Change) -> None:
    """Write the change in one durable transaction, with the meeting's state and its private notes.

    An accepted private line is no longer a half-written one. From its start a meeting is listed by when it began. At
    the end of the meeting the private notes are wiped. Backups made during the meeting hold them until
    `AutomaticBackups.end`, which takes long, or else until the next opening of the vault. Raises `StorageProblem`;
    nothing is then written.
    """
    state = _state_after(change.entries)
    begun = next((entry.event.at for entry in change.entries if isinstance(entry.event, ev.MeetingStarted)), None)
    with vault.transaction() as store:
        store.journal.append(meeting_id, [_stored(meeting_id, entry) for entry in change.entries])
        for act, text in change.private:
            store.private_notes.put(PrivateNote(meeting_id, act, text))
            _save_begun_private(store, meeting_id, "")
        for act in change.private_taken_back:
            store.private_notes.remove(meeting_id, act)
        if begun is not None:
            _save_begun_at(store, meeting_id, begun)
        if state is not None:
            store.meetings.set_state(meeting_id, state)
        if state is MeetingStatus.FINISHED:
            store.private_notes.wipe(meeting_id)


def save_begun_private(vault: Vault, meeting_id: str, text: str, at: datetime) -> None:
    """Save the half-written private line beside the private notes; "" deletes it. Raises `StorageProblem`."""
    with vault.transaction() as store:
        _save_begun_private(store, meeting_id, text, at)


def begun_private(vault: Vault, meeting_id: str) -> str:
    """Return the private line that was being written, "" for none. Raises `StorageProblem`."""
    with vault.transaction() as store:
        return store.private_notes.begun(meeting_id)


@dataclass(frozen=True, slots=True)
class Written:
    """A meeting as it is stored, not folded yet: its plan as text, its entries in order."""

    plan: str
    entries: tuple[JournalEntry, ...]


def load(vault: Vault, meeting_id: str) -> History:
    """Read and fold a meeting's journal. Raises as `read` and `fold`."""
    with vault.transaction() as store:
        written = read(store, meeting_id)
    return fold(written)


def read(store: Transaction, meeting_id: str) -> Written:
    """Read a meeting's journal in an open transaction; folding it can wait until that is over.

    Raises KeyError when there is no such meeting.
    """
    meeting = store.meetings.get(meeting_id)
    if meeting is None:
        raise KeyError(meeting_id)
    return Written(meeting.plan, tuple(store.journal.read(meeting_id)))


def fold(written: Written) -> History:
    """Return the folded meeting.

    Raises `NewerStore` when a newer version has written an event unknown to this one, `DamagedStore` when it cannot be
    read.
    """
    try:
        return replay(read_plan(written.plan), [_entry(entry) for entry in written.entries])
    except UnknownEvent as error:
        raise NewerStore(reason="event") from error
    except (ValueError, KeyError, IndexError) as error:
        raise DamagedStore(reason="journal") from error


def _save_begun_at(store: Transaction, meeting_id: str, at: datetime) -> None:
    """Set the listed start to when the meeting began; the planned one is still in the plan."""
    meeting = store.meetings.get(meeting_id)
    if meeting is None:
        raise KeyError(meeting_id)
    began = wall_clock(at, read_plan(meeting.plan).starts).replace(tzinfo=None)
    store.meetings.put(replace(meeting, starts=began))


def _save_begun_private(store: Transaction, meeting_id: str, text: str, at: datetime | None = None) -> None:
    """Save the text beside the private notes; the begun lines only record that there is one."""
    store.private_notes.save_begun(meeting_id, text)
    if text and at is not None:
        store.begun_lines.put(BegunLine(meeting_id, PRIVATE, "", at))
    else:
        store.begun_lines.remove(meeting_id, PRIVATE)


def write_plan(plan: MeetingPlan) -> str:
    """Return the plan as the text saved in the vault."""
    return json.dumps(encode_plan(plan), ensure_ascii=False, separators=(",", ":"))


def read_plan(text: str) -> MeetingPlan:
    """Return the plan from the text saved in the vault."""
    return decode_plan(json.loads(text))


def _stored(meeting_id: str, entry: Entry) -> JournalEntry:
    name, payload = encode_event(entry.event)
    return JournalEntry(meeting_id, entry.seq, entry.act, name, entry.event.at, payload)


def _entry(stored: JournalEntry) -> Entry:
    return Entry(stored.seq, stored.act, decode_event(stored.name, stored.at, stored.payload))


def _state_after(entries: Sequence[Entry]) -> MeetingStatus | None:
    """The state the meeting is in after these entries, None where they do not change it."""
    for entry in reversed(entries):
        if isinstance(entry.event, ev.MeetingFinished | ev.MeetingStopped):
            return MeetingStatus.FINISHED
        if isinstance(entry.event, ev.MeetingStarted):
            return MeetingStatus.RUNNING
    return None
