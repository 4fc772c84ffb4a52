"""The sager: listed in pages, made, changed, and one of them with its people and meetings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from netmoede_desktop.domain.cases.case_details import CaseDetails, checked_details, read_birth_year, read_languages
from netmoede_desktop.domain.people.people import Person
from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.services.actors import Actor
from netmoede_desktop.services.meeting.meeting_journal import read_plan, write_plan
from netmoede_desktop.services.minutes.outcomes import AgreedNext, outcome_of, saved_follow_ups
from netmoede_desktop.storage.transaction import Transaction
from netmoede_desktop.storage.values import AuditAct, FoundPerson, MeetingBrief, MeetingStatus, StoredCase
from netmoede_desktop.storage.vault import Vault

__all__ = [
    "CaseCard",
    "CaseDetails",
    "CaseFile",
    "CaseListing",
    "FoundPerson",
    "MeetingBrief",
    "MeetingStatus",
    "change_case",
    "list_cases",
    "make_case",
    "open_case",
    "typed_details",
]

#: The list is counted no further than this.
MOST_COUNTED = 1000
#: So many of those that are searched for are shown at first.
FOUND = 12


@dataclass(frozen=True, slots=True)
class CaseCard:
    """A sag in the list. `next` is the meeting that runs or comes, `last` the one held last; None where there is none.

    `meetings` counts all of them, `starts` of a meeting is a local wall time: of one that has begun, when it did.
    `agreed` is when the last one was to be followed up, a local wall time, while that is not planned: None when it is,
    and in a list until it is worked out. `next_number` is the number such a meeting gets in the møderække. `found` is
    the one of its people who was searched for, None where the sag itself was.
    """

    id: str
    details: CaseDetails
    meetings: int
    next: MeetingBrief | None
    last: MeetingBrief | None
    agreed: datetime | None = None
    next_number: int = 1
    found: FoundPerson | None = None


@dataclass(frozen=True, slots=True)
class CaseListing:
    """A page of the list, and how many sager there are in all.

    They are not counted beyond `MOST_COUNTED`, those that are searched for not beyond one more than the page.
    """

    cards: tuple[CaseCard, ...]
    total: int


@dataclass(frozen=True, slots=True)
class CaseFile:
    """One sag with its people in the order they were added and its møderække in order."""

    card: CaseCard
    people: tuple[Person, ...]
    meetings: tuple[MeetingBrief, ...]


def list_cases(vault: Vault, now: datetime, limit: int = 50, wanted: str = "") -> CaseListing:
    """Return the first sager, the one made last first.

    With `wanted` only those with it in their number or their child's name, or with somebody in them who is called so or
    has that phone number, in any spelling: the closest first. See `Search.find`.
    """
    with vault.transaction() as store:
        if wanted.strip():
            found = store.search.find(wanted, limit + 1)
            cases = store.cases.of_ids([one.case_id for one in found[:limit]])
            total = len(found)
        else:
            found = []
            cases = store.cases.newest_first(limit)
            total = store.cases.count(MOST_COUNTED)
        meetings = store.meetings.of_cases([case.id for case in cases])
        by_case = {case_id: list(held) for case_id, held in groupby(meetings, key=lambda meeting: meeting.case_id)}
        last = (to_be_followed(held) for held in by_case.values())
        follow_ups = saved_follow_ups(store, [meeting.id for meeting in last if meeting is not None])
    people = {one.case_id: one.person for one in found}
    cards = (_card(case, by_case.get(case.id, []), follow_ups, now) for case in cases)
    return CaseListing(tuple(replace(card, found=people.get(card.id)) for card in cards), total)


def typed_details(reference: str, child: str, birth_year: str, languages: str) -> CaseDetails:
    """Return the details typed in a form. Raises `Refused` where the year is none (`birth_year_unclear`)."""
    return CaseDetails(reference, child, read_birth_year(birth_year), read_languages(languages))


def make_case(vault: Vault, details: CaseDetails, now: datetime) -> str:
    """Make a sag and return its id. Raises `Refused` where something is missing, or the number is taken."""
    checked = checked_details(details, now.astimezone().year)
    case_id = vault.new_id()
    with vault.transaction() as store:
        _require_free(store, checked.reference, case_id)
        store.cases.put(_stored(StoredCase(case_id, "", "", None, (), created=now), checked))
        store.audit.append(AuditAct(now, Actor.WINDOWS, "case_made", case_id))
    return case_id


def change_case(vault: Vault, case_id: str, details: CaseDetails, now: datetime) -> None:
    """Change a sag's details, also in its planned meetings; does nothing where they are the same.

    Raises `Refused`: as `make_case`, or `case_gone`. Meetings that have begun keep the earlier details.
    """
    checked = checked_details(details, now.astimezone().year)
    with vault.transaction() as store:
        known = store.cases.required(case_id)
        changed = _stored(known, checked)
        if changed == known:
            return
        _require_free(store, checked.reference, case_id)
        store.cases.put(changed)
        for meeting in store.meetings.of_case(case_id):
            if meeting.state is MeetingStatus.PLANNED:
                plan = replace(read_plan(meeting.plan), case_reference=checked.reference, child=checked.child)
                store.meetings.put(replace(meeting, plan=write_plan(plan)))
        store.audit.append(AuditAct(now, Actor.WINDOWS, "case_changed", case_id))


def open_case(vault: Vault, case_id: str, now: datetime) -> CaseFile:
    """Return one sag, and log that it was looked at. Raises `Refused` (`case_gone`)."""
    with vault.transaction() as store:
        case = store.cases.required(case_id)
        people = store.people.of_case(case_id)
        meetings = store.meetings.of_cases([case_id])
        store.audit.append(AuditAct(now, Actor.WINDOWS, "viewed", case_id))
    last = to_be_followed(meetings)
    follow_ups = {} if last is None else {last.id: outcome_of(vault, last.id).agreed}
    return CaseFile(_card(case, meetings, follow_ups, now), tuple(people), tuple(meetings))


def to_be_followed(meetings: Sequence[MeetingBrief]) -> MeetingBrief | None:
    """Return the last meeting of a sag if it has been held and none is planned after it, else None."""
    last = max(meetings, key=lambda meeting: (meeting.starts, meeting.series_number), default=None)
    return last if last is not None and last.state is MeetingStatus.FINISHED else None


def _require_free(store: Transaction, reference: str, case_id: str) -> None:
    if any(case.id != case_id for case in store.cases.with_reference(reference)):
        raise Refused("reference_taken", reference=reference)


def _stored(case: StoredCase, details: CaseDetails) -> StoredCase:
    return replace(
        case,
        reference=details.reference,
        child=details.child,
        birth_year=details.birth_year,
        languages=details.languages,
    )


def _card(
    case: StoredCase, meetings: list[MeetingBrief], follow_ups: Mapping[str, AgreedNext], now: datetime
) -> CaseCard:
    today = now.astimezone().date()
    running = [meeting for meeting in meetings if meeting.state is MeetingStatus.RUNNING]
    ahead = [m for m in meetings if m.state is MeetingStatus.PLANNED and m.starts.date() >= today]
    held = [meeting for meeting in meetings if meeting.state is MeetingStatus.FINISHED]
    last = to_be_followed(meetings)
    return CaseCard(
        id=case.id,
        details=CaseDetails(case.reference, case.child, case.birth_year, case.languages),
        meetings=len(meetings),
        next=running[-1] if running else min(ahead, key=lambda meeting: meeting.starts, default=None),
        last=max(held, key=lambda meeting: meeting.starts, default=None),
        agreed=None if last is None or last.id not in follow_ups else follow_ups[last.id].at,
        next_number=max((meeting.series_number for meeting in meetings), default=0) + 1,
    )
