"""The outcomes of finished meetings, for lists and for the next meeting: computed once, then saved in the vault."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from netmoede_desktop.domain.agreements.agreements import SETTLED, Answer
from netmoede_desktop.domain.minutes.record import MeetingRecord, PersonRecord
from netmoede_desktop.services.minutes.approved_minutes import current_record
from netmoede_desktop.storage.journal.event_codec import from_json, to_json
from netmoede_desktop.storage.transaction import Transaction
from netmoede_desktop.storage.values import Outcome, Payload
from netmoede_desktop.storage.vault import Vault

_FORM = 2
#: What was kept before tells the agreed day too.
_FORMS_WITH_A_DAY = (1, _FORM)


@dataclass(frozen=True, slots=True)
class OpenAgreement:
    """An agreement of a finished meeting that more is expected of; `owner` is a person id, None where it has none."""

    number: int
    text: str
    owner: str | None
    owner_name: str
    start: date | None = None
    due: date | None = None
    sign: str | None = None
    answer: Answer | None = None


class AgreedNext(NamedTuple):
    """The next meeting as agreed: a local wall time, None for no next one, and where, "" if no place was named."""

    at: datetime | None
    place: str = ""


@dataclass(frozen=True, slots=True)
class MeetingOutcome:
    """The outcome of a meeting. `ended` is aware; `follow_up` a local wall time; `approved` the newest version, or 0.

    `follow_up_place` is where the follow-up is, "" where none was agreed. `people` are those who took part or were
    invited, as the papers name them.
    """

    meeting: str
    approved: int
    ended: datetime | None = None
    place: str = ""
    follow_up: datetime | None = None
    agreements: tuple[OpenAgreement, ...] = ()
    people: tuple[PersonRecord, ...] = ()
    follow_up_place: str = ""

    @property
    def agreed(self) -> AgreedNext:
        """The agreed day and place of the next meeting."""
        return AgreedNext(self.follow_up, self.follow_up_place)


def outcome_of(vault: Vault, meeting_id: str) -> MeetingOutcome:
    """Return the outcome of a finished meeting: from its newest approved referat, or from the meeting as it was held.

    Quick but for the first time. Raises KeyError if the meeting is not finished, or a storage problem.
    """
    with vault.transaction() as store:
        saved = store.outcomes.get(meeting_id)
    if saved is None:
        raise KeyError(meeting_id)
    known = _read(saved)
    if known is not None:
        return known
    outcome = _worked_out(meeting_id, saved.approved, current_record(vault, meeting_id))
    facts: Payload = {**to_json(outcome), "form": _FORM}
    with vault.transaction() as store:
        store.outcomes.save_facts(meeting_id, facts)
    return outcome


def saved_outcomes(store: Transaction, meeting_ids: Iterable[str]) -> dict[str, MeetingOutcome]:
    """Return the saved outcomes by id, for those of the meetings that have one."""
    found = ((saved.meeting, _read(saved)) for saved in store.outcomes.of_meetings(meeting_ids))
    return {meeting_id: outcome for meeting_id, outcome in found if outcome is not None}


def saved_follow_ups(store: Transaction, meeting_ids: Iterable[str]) -> dict[str, AgreedNext]:
    """Return the agreed next meetings by id, for those of the meetings whose outcome is saved."""
    found = store.outcomes.named_facts(meeting_ids, ("form", "follow_up", "follow_up_place"))
    return {
        meeting_id: AgreedNext(None if follow_up is None else datetime.fromisoformat(follow_up), place or "")
        for meeting_id, (form, follow_up, place) in found.items()
        if form in _FORMS_WITH_A_DAY
    }


def _read(saved: Outcome) -> MeetingOutcome | None:
    if saved.facts is None or saved.facts.get("form") != _FORM:
        return None
    data: dict[str, Any] = {**saved.facts, "meeting": saved.meeting, "approved": saved.approved}
    return from_json(MeetingOutcome, data)


def _worked_out(meeting_id: str, approved: int, record: MeetingRecord) -> MeetingOutcome:
    names = {person.id: person.display for person in record.people}
    return MeetingOutcome(
        meeting=meeting_id,
        approved=approved,
        ended=record.ended,
        place=record.place,
        follow_up=None if record.follow_up is None else record.follow_up.at,
        agreements=tuple(
            OpenAgreement(
                number=agreement.number,
                text=agreement.text,
                owner=agreement.owner,
                owner_name=names.get(agreement.owner or "", ""),
                start=agreement.start,
                due=agreement.due,
                sign=agreement.sign,
                answer=agreement.answer,
            )
            for agreement in record.agreements
            if agreement.status not in SETTLED
        ),
        people=record.people,
        follow_up_place="" if record.follow_up is None else record.follow_up.place,
    )
