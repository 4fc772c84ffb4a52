"""Saving a planned meeting: its frozen plan, its row and its place in the møderække always agree."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from netmoede_desktop.domain.meeting.plan import CarriedAgreement, MeetingPlan
from netmoede_desktop.domain.methods.speaking_order import parties_of
from netmoede_desktop.domain.methods.time_plan import target_minutes
from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.services.meeting.meeting_journal import read_plan, write_plan
from netmoede_desktop.services.minutes.outcomes import MeetingOutcome, OpenAgreement, outcome_of
from netmoede_desktop.storage.transaction import Transaction
from netmoede_desktop.storage.values import MeetingStatus, StoredMeeting
from netmoede_desktop.storage.vault import Vault


class Editable(StrEnum):
    """The editable fields of a meeting in preparation: all, all but its people, or none since it has begun."""

    ALL = "all"
    NOT_PEOPLE = "not_people"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Earlier:
    """The facts of the sag's finished meetings: the last one's outcome, and everyone who was in any of them.

    `agreements` are those still open: of the last meeting, and where its method does not go through those from before
    it, also theirs, the oldest first.
    """

    last: MeetingOutcome | None = None
    people: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    agreements: tuple[OpenAgreement, ...] = ()


def earlier_meetings(vault: Vault, case_id: str) -> Earlier:
    """Return the facts of the sag's finished meetings."""
    with vault.transaction() as store:
        held = [meeting for meeting in store.meetings.of_case(case_id) if meeting.state is MeetingStatus.FINISHED]
    if not held:
        return Earlier()
    held.sort(key=lambda meeting: (meeting.starts, meeting.series_number))
    plans = [read_plan(meeting.plan) for meeting in held]
    last = outcome_of(vault, held[-1].id)
    invited = [person for plan in plans for person in plan.people]
    known = {person.id: person.name for person in invited} | {person.id: person.name for person in last.people}
    open_ones = last.agreements
    for meeting, later in zip(reversed(held[:-1]), reversed(plans), strict=False):
        if later.method.has_status_part:
            break  # it took over what was open before it
        open_ones = (*outcome_of(vault, meeting.id).agreements, *open_ones)
    return Earlier(last, frozenset(known), frozenset(known.values()), open_ones)


def earlier_than(vault: Vault, meeting_id: str) -> Earlier:
    """The same for the sag of a meeting; refuses one that is gone (`meeting_gone`)."""
    with vault.transaction() as store:
        meeting = store.meetings.required(meeting_id)
    return earlier_meetings(vault, meeting.case_id)


def editable(store: Transaction, meeting: StoredMeeting) -> Editable:
    """Return which fields of the meeting can be changed in preparation.

    Where the roll call has already seated people or added some, it goes on there: its journal names them.
    """
    if meeting.state is not MeetingStatus.PLANNED:
        return Editable.NOTHING
    return Editable.NOT_PEOPLE if store.journal.last_seq(meeting.id) else Editable.ALL


def required_planned(store: Transaction, meeting_id: str, *, people: bool) -> StoredMeeting:
    """Return the meeting to be changed, or refuse: `meeting_gone`, `meeting_begun`, `meeting_opened`.

    With `people` its people are to be changed.
    """
    meeting = store.meetings.required(meeting_id)
    match editable(store, meeting):
        case Editable.NOTHING:
            raise Refused("meeting_begun")
        case Editable.NOT_PEOPLE if people:
            raise Refused("meeting_opened")
        case _:
            return meeting


def save_plan(store: Transaction, meeting: StoredMeeting, plan: MeetingPlan, earlier: Earlier) -> MeetingPlan:
    """Save a meeting with a changed plan, and number the sag's planned meetings in the order they are held.

    The dependent values are computed again: a length the user did not choose, who is new, the agreements carried over.
    Returns the plan as saved.
    """
    before = read_plan(meeting.plan)
    store.meetings.put(stored(meeting, _settled(before, plan, earlier)))
    renumber(store, meeting.case_id)
    saved = store.meetings.get(meeting.id)
    return plan if saved is None else read_plan(saved.plan)


def settled_first(plan: MeetingPlan, earlier: Earlier) -> MeetingPlan:
    """Return a new plan with its newcomers and the agreements carried over."""
    return _settled(plan, plan, earlier)


def stored(meeting: StoredMeeting, plan: MeetingPlan) -> StoredMeeting:
    """Return the row with the values of the plan."""
    return replace(newly_planned(meeting.id, meeting.case_id, plan), state=meeting.state)


def newly_planned(meeting_id: str, case_id: str, plan: MeetingPlan) -> StoredMeeting:
    """Return the row of a meeting that has not begun."""
    return StoredMeeting(
        id=meeting_id,
        case_id=case_id,
        method_id=plan.method.id,
        method_version=plan.method.version,
        starts=plan.starts.replace(tzinfo=None),
        planned_minutes=plan.planned_minutes,
        place=plan.place,
        purpose=plan.purpose,
        interpreter=plan.interpreter_language or None,
        plan=write_plan(plan),
        state=MeetingStatus.PLANNED,
        series_number=plan.number_in_series,
    )


def renumber(store: Transaction, case_id: str) -> None:
    """Number the sag's planned meetings on from those that have begun, in the order they are to be held."""
    meetings = store.meetings.of_case(case_id)
    begun = [meeting.series_number for meeting in meetings if meeting.state is not MeetingStatus.PLANNED]
    number = max(begun, default=0)
    for meeting in sorted(_planned(meetings), key=lambda meeting: meeting.starts):
        plan = read_plan(meeting.plan)
        number = max(number + 1, 1 if plan.method.first_meeting else 2)
        if (plan.number_in_series, meeting.series_number) != (number, number):
            store.meetings.put(stored(meeting, replace(plan, number_in_series=number)))


def _planned(meetings: Sequence[StoredMeeting]) -> list[StoredMeeting]:
    return [meeting for meeting in meetings if meeting.state is MeetingStatus.PLANNED]


def _settled(before: MeetingPlan, plan: MeetingPlan, earlier: Earlier) -> MeetingPlan:
    invited = {person.id for person in plan.people}
    newcomers = tuple(p.id for p in plan.people if p.id not in earlier.people and p.name not in earlier.names)
    open_ones = [
        CarriedAgreement(0, k.text, k.owner, k.start, k.due, k.sign, answer=k.answer) for k in earlier.agreements
    ]
    measures = plan.measures if plan.method.lists_measures else ()
    carried = tuple(
        replace(known, number=number, owner=known.owner if known.owner in invited else None)
        for number, known in enumerate([*open_ones, *measures], start=1)
    )
    usual = target_minutes(before.whole_method, interpreter=before.interpreter)
    parties = parties_of(plan.method)
    people = tuple(p if p.party is None or p.party in parties else replace(p, party=None) for p in plan.people)
    chosen = plan.planned_minutes != before.planned_minutes or before.planned_minutes != usual
    follows = target_minutes(plan.whole_method, interpreter=plan.interpreter)
    return replace(
        plan,
        people=people,
        planned_minutes=plan.planned_minutes if chosen else follows,
        newcomers=None if earlier.last is None else newcomers,
        carried=carried if plan.method.has_status_part else (),
    )
