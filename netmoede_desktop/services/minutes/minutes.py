"""The referat after the meeting: corrected as it is typed, previewed as printed, approved, and verified.

The facts of the meeting never change; corrections are stored beside them. An approved version never changes either:
later corrections become the next one, with a trace of the fields that differ.
"""

import hashlib
from dataclasses import dataclass, replace
from datetime import date, datetime

from netmoede_desktop.documents.content.stamp import Stamp
from netmoede_desktop.documents.papers import MINUTES, Format, render
from netmoede_desktop.domain.minutes.draft import MinutesDraft, Value, corrected
from netmoede_desktop.domain.minutes.outline import (
    FieldCode,
    FieldKind,
    OutlineField,
    Section,
    SectionCode,
    checked_value,
    find_field,
    sections,
)
from netmoede_desktop.domain.minutes.record import MeetingRecord
from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.localization.catalogue import SOURCE_LANGUAGE, load
from netmoede_desktop.services.actors import Actor
from netmoede_desktop.services.meeting import meeting_journal
from netmoede_desktop.services.minutes.approved_minutes import (
    MinutesVersion,
    content_of,
    corrections_of,
    facts_of,
    held_record,
    saved_draft,
    short_hash,
    version_of,
    versions,
)
from netmoede_desktop.storage.problems import OutOfStep
from netmoede_desktop.storage.transaction import Transaction
from netmoede_desktop.storage.values import AuditAct, MeetingStatus
from netmoede_desktop.storage.vault import Vault

__all__ = [
    "Approved",
    "CurrentMinutes",
    "FieldCode",
    "FieldKind",
    "MinutesDraft",
    "MinutesVersion",
    "OpenMinutes",
    "OutlineField",
    "Section",
    "SectionCode",
    "Value",
    "approve",
    "correct",
    "corrected",
    "current_minutes",
    "open_minutes",
    "preview_pdf",
    "remove_correction",
    "sections",
    "versions",
    "which_version",
]

#: The beginning of the settings that keep why a paper went out though it may tell a protected address.
REASON = "paper-reason:"


@dataclass(frozen=True, slots=True)
class OpenMinutes:
    """A referat being worked on: the facts as they were held, the corrections, and the newest approved version."""

    meeting: str
    case_id: str
    held: MeetingRecord
    draft: MinutesDraft
    version: MinutesVersion | None = None
    approved: MinutesDraft | None = None

    @property
    def record(self) -> MeetingRecord:
        """The facts with the corrections."""
        return corrected(self.held, self.draft)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections that can be corrected, in the order of the paper."""
        return sections(self.held, self.draft)

    @property
    def changed(self) -> bool:
        """Whether there is something to approve: no version yet, or corrections that are not in the newest one."""
        return self.approved != self.draft

    @property
    def stamp(self) -> Stamp | None:
        """The stamp at the foot of the pages: None while there is something to approve."""
        return None if self.version is None or self.changed else self.version.stamp(self.held)


@dataclass(frozen=True, slots=True)
class Approved:
    """The referat with its new version, and the PDF of it."""

    minutes: OpenMinutes
    version: MinutesVersion
    pdf: bytes


@dataclass(frozen=True, slots=True)
class CurrentMinutes:
    """The facts that the papers of a meeting are made from now; `version` is None where they are not approved."""

    case_id: str
    facts: MeetingRecord
    version: MinutesVersion | None = None

    @property
    def stamp(self) -> Stamp | None:
        """The stamp at the foot of the pages, None where they are not approved."""
        return None if self.version is None else self.version.stamp(self.facts)


def open_minutes(vault: Vault, meeting_id: str) -> OpenMinutes:
    """Return the referat of a finished meeting. Refused: `meeting_gone`, `meeting_not_finished`."""
    with vault.transaction() as store:
        meeting = store.meetings.required(meeting_id)
        if meeting.state is not MeetingStatus.FINISHED:
            raise Refused("meeting_not_finished")
        stored, draft = store.minutes.of_meeting(meeting_id), saved_draft(store, meeting_id)
        written = meeting_journal.read(store, meeting_id)
    return OpenMinutes(
        meeting=meeting_id,
        case_id=meeting.case_id,
        held=held_record(written),
        draft=draft,
        version=version_of(stored, len(stored)) if stored else None,
        approved=corrections_of(stored[-1].content) if stored else None,
    )


def correct(vault: Vault, minutes: OpenMinutes, key: str, value: Value | date) -> OpenMinutes:
    """Save the value of a field, and return the referat with it; the meeting's own value is no correction.

    Refused: `empty_text`, `text_too_long`, `unknown_person`, `date_unclear`. KeyError for a key of no field.
    """
    field = find_field(minutes.held, minutes.draft, key)
    saved = checked_value(minutes.held, field, value)
    if saved == field.original:
        return remove_correction(vault, minutes, key)
    if key in minutes.draft.corrections and minutes.draft.corrections[key] == saved:
        return minutes
    with vault.transaction() as store:
        store.corrections.put(minutes.meeting, key, saved)
        _drop_outcome(store, minutes)
    return replace(minutes, draft=minutes.draft.put(key, saved))


def remove_correction(vault: Vault, minutes: OpenMinutes, key: str) -> OpenMinutes:
    """Remove the correction of a field, and return the referat without it."""
    if key not in minutes.draft.corrections:
        return minutes
    with vault.transaction() as store:
        store.corrections.remove(minutes.meeting, key)
        _drop_outcome(store, minutes)
    return replace(minutes, draft=minutes.draft.without(key))


def preview_pdf(record: MeetingRecord, draft: MinutesDraft, stamp: Stamp | None = None) -> bytes:
    """Return the pages of the referat as they are with these corrections; quick enough to follow the typing."""
    return _pdf(corrected(record, draft), "", stamp)


def approve(vault: Vault, minutes: OpenMinutes, now: datetime, reason: str = "") -> Approved:
    """Make the corrected referat the next version, never to be changed, and return it with its PDF.

    `reason` is why it may go out though it may give away a protected address. Refused: `already_approved`. Raises
    `OutOfStep` if there is a newer version than these minutes know.
    """
    if not minutes.changed:
        raise Refused("already_approved")
    facts = minutes.record
    content = content_of(facts, minutes.draft)
    with vault.transaction() as store:
        prepared = store.minutes.prepare(minutes.meeting, content, now, None)
    known = 0 if minutes.version is None else minutes.version.version
    if prepared.version != known + 1:
        raise OutOfStep(expected=known + 1, found=prepared.version)
    before = minutes.approved or MinutesDraft()
    changed = minutes.draft.changed_since(before)
    version = MinutesVersion(minutes.meeting, prepared.version, now, short_hash(prepared.digest), changed)
    pdf = _pdf(facts, minutes.meeting, version.stamp(facts))
    digest = digest_of(pdf)
    detail: dict[str, object] = {"version": version.version, "changed": list(changed)}
    with vault.transaction() as store:
        store.minutes.add(replace(prepared, pdf_digest=digest))
        store.minutes.save_pdf(digest, minutes.meeting, version.version)
        act = AuditAct(now, Actor.WINDOWS, "minutes_approved", minutes.case_id, minutes.meeting, detail=detail)
        log_with_reason(store, act, reason)
    return Approved(replace(minutes, version=version, approved=minutes.draft), version, pdf)


def current_minutes(vault: Vault, meeting_id: str) -> CurrentMinutes:
    """Return the facts that the papers of a meeting are made from: its newest version, if it was not corrected since.

    Else the meeting with its corrections. Raises KeyError when there is no such meeting.
    """
    with vault.transaction() as store:
        meeting = store.meetings.get(meeting_id)
        if meeting is None:
            raise KeyError(meeting_id)
        stored, draft = store.minutes.of_meeting(meeting_id), saved_draft(store, meeting_id)
        if stored and corrections_of(stored[-1].content) == draft:
            return CurrentMinutes(meeting.case_id, facts_of(stored[-1].content), version_of(stored, len(stored)))
        written = meeting_journal.read(store, meeting_id)
    return CurrentMinutes(meeting.case_id, corrected(held_record(written), draft))


def which_version(vault: Vault, pdf: bytes) -> MinutesVersion | None:
    """Return the approved version a PDF was made of, byte for byte; None for any other file."""
    with vault.transaction() as store:
        known = store.minutes.of_pdf(digest_of(pdf))
        if known is None:
            return None
        meeting_id, number = known
        stored = store.minutes.of_meeting(meeting_id)
    return version_of(stored, number)


def digest_of(pdf: bytes) -> str:
    """Return the identity of a PDF: its SHA-256 in hex."""
    return hashlib.sha256(pdf).hexdigest()


def log_with_reason(store: Transaction, act: AuditAct, reason: str) -> None:
    """Log an act; a reason for it is saved beside the log, which holds no text, and is deleted with the sag."""
    overridden = {**act.detail, "overrode": "protected_address"} if reason else act.detail
    entry = store.audit.append(replace(act, detail=overridden))
    if reason:
        store.settings.put(f"{REASON}{entry.seq}:{act.meeting_id}", reason)


def _pdf(facts: MeetingRecord, meeting_id: str, stamp: Stamp | None) -> bytes:
    return render(MINUTES, Format.PDF, facts, meeting_id=meeting_id, t=load(SOURCE_LANGUAGE), stamp=stamp)


def _drop_outcome(store: Transaction, minutes: OpenMinutes) -> None:
    """Where nothing is approved yet, lists and the next meeting follow the corrections."""
    if minutes.version is None:
        store.outcomes.drop_facts(minutes.meeting)
