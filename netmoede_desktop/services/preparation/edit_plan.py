"""Before a meeting: proposed, planned, changed as it is typed. Each save is one small transaction.

Everything that is refused raises `Refused` with a sentence in `localization.refusal_wording`; nothing has then changed.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from netmoede_desktop.domain.agreements.owner_names import candidates
from netmoede_desktop.domain.dates.place_time import moved, wall_clock
from netmoede_desktop.domain.language.text import one_line, several_lines
from netmoede_desktop.domain.meeting.plan import CarriedAgreement, MeetingPlan
from netmoede_desktop.domain.methods.fitting import fitting
from netmoede_desktop.domain.methods.method import Method
from netmoede_desktop.domain.methods.time_plan import target_minutes
from netmoede_desktop.domain.people.about_me import AboutMe
from netmoede_desktop.domain.people.people import Person
from netmoede_desktop.domain.preparation.known_facts import KnownFacts
from netmoede_desktop.domain.preparation.meeting_facts import MeetingFacts, Room
from netmoede_desktop.domain.preparation.meeting_lengths import LEAST_MINUTES, MOST_MINUTES
from netmoede_desktop.domain.preparation.readiness.overriding import stopping, unexplained
from netmoede_desktop.domain.preparation.readiness.verdict import Verdict
from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.services.actors import Actor
from netmoede_desktop.services.agreements.agreement_help import read_measure
from netmoede_desktop.services.meeting.meeting_journal import read_plan
from netmoede_desktop.services.methods.method_files import Methods
from netmoede_desktop.services.methods.practice import chosen_practice
from netmoede_desktop.services.preparation.readiness import verdicts
from netmoede_desktop.services.preparation.room_register import (
    room_called,
    saved_rooms,
    with_room,
)
from netmoede_desktop.services.preparation.stored_facts import facts_before, known_facts, save_facts
from netmoede_desktop.services.preparation.stored_plan import (
    Earlier,
    Editable,
    earlier_meetings,
    earlier_than,
    editable,
    newly_planned,
    renumber,
    required_planned,
    save_plan,
    settled_first,
)
from netmoede_desktop.services.settings.about_me import saved_about_me
from netmoede_desktop.storage.transaction import Transaction
from netmoede_desktop.storage.values import AuditAct, MeetingStatus, StoredMeeting
from netmoede_desktop.storage.vault import Vault

__all__ = [
    "Editable",
    "MeetingChange",
    "NewMeeting",
    "PlannedMeeting",
    "Proposal",
    "asks_before_start",
    "change_meeting",
    "plan_meeting",
    "planned_meeting",
    "propose_meeting",
]

LONGEST_LINE = 200
LONGEST_PURPOSE = 10_000


@dataclass(frozen=True, slots=True)
class Proposal:
    """The proposed values of a new meeting of a sag: shown in the form and changed there.

    `starts` is a local wall time, the follow-up agreed in the last meeting or None; `people` are all that are known of
    the sag, those who came unexpectedly to the last meeting too.
    """

    method_id: str
    starts: datetime | None
    planned_minutes: int
    place: str
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class NewMeeting:
    """The request for a new meeting. `starts` is a local wall time; without `planned_minutes` the method's aim is used.

    `people` are ids of the sag's people (see `Proposal`).
    """

    method_id: str
    starts: datetime
    planned_minutes: int | None = None
    place: str = ""
    purpose: str = ""
    interpreter_language: str = ""
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingChange:
    """The changes to a planned meeting: each field that is not None.

    `measure_added` is a typed line with the measure, who, and since when; `measure_removed` is one of the plan's.
    `left_out` and `merged` are ids of rounds (see `Fitting`); what the method does not allow is passed over. Another
    method has all its rounds.
    """

    method_id: str | None = None
    starts: datetime | None = None
    planned_minutes: int | None = None
    place: str | None = None
    purpose: str | None = None
    interpreter_language: str | None = None
    by_seating: bool | None = None
    measure_added: str | None = None
    measure_removed: CarriedAgreement | None = None
    over_reason: str | None = None
    begun_measure: str | None = None
    left_out: tuple[str, ...] | None = None
    merged: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class PlannedMeeting:
    """A meeting as it is prepared.

    `usual_minutes` is what the method aims at with these people; `finished` is True once the meeting has been held.
    `facts` are those beyond the plan, `before` those of the sag's meeting before this one. `rooms` is the register,
    `me` who prepares it.
    `verdicts` say whether it is ready, rule by rule (none of a begun one).
    """

    id: str
    case_id: str
    plan: MeetingPlan
    editable: Editable
    usual_minutes: int
    finished: bool = False
    facts: KnownFacts = field(default=KnownFacts())
    verdicts: tuple[Verdict, ...] = ()
    before: MeetingFacts = field(default=MeetingFacts())
    rooms: tuple[Room, ...] = ()
    me: AboutMe = field(default=AboutMe())

    @property
    def ends(self) -> datetime:
        """When the meeting ends by its plan, as the clock on the wall shows it."""
        return wall_clock(self.plan.starts + timedelta(minutes=self.plan.planned_minutes), self.plan.starts)


def propose_meeting(vault: Vault, methods: Methods, case_id: str, now: datetime) -> Proposal:
    """Return the proposed values of a new meeting of the sag. Refused: `case_gone`."""
    earlier = earlier_meetings(vault, case_id)
    with vault.transaction() as store:
        store.cases.required(case_id)
        people = _known_people(store, case_id, earlier)
        held = [m for m in store.meetings.of_case(case_id) if m.state is not MeetingStatus.PLANNED]
    method = _next_method(methods, held[-1] if held else None)
    last = earlier.last
    starts = None if last is None or last.follow_up is None else last.follow_up
    if starts is not None and starts < now.astimezone().replace(tzinfo=None):
        starts = None
    return Proposal(
        method_id=method.id,
        starts=starts,
        planned_minutes=target_minutes(method, interpreter=any(person.through_interpreter for person in people)),
        place="" if last is None else last.follow_up_place or last.place,
        people=people,
    )


def plan_meeting(vault: Vault, methods: Methods, case_id: str, wanted: NewMeeting, now: datetime) -> str:
    """Plan a meeting in a sag and return its id.

    Refused: `case_gone`, `unknown_method`, `length_out_of_range`, `text_too_long`, `unknown_person`.
    """
    method = _required_method(methods, wanted.method_id)
    earlier = earlier_meetings(vault, case_id)
    meeting_id = vault.new_id()
    with vault.transaction() as store:
        case = store.cases.required(case_id)
        people = _chosen(_known_people(store, case_id, earlier), wanted.people)
        plan = MeetingPlan(
            method=method.under(chosen_practice(store)),
            case_reference=case.reference,
            child=case.child,
            starts=wanted.starts.astimezone(),
            planned_minutes=0,
            people=people,
            place=one_line(wanted.place, LONGEST_LINE),
            purpose=several_lines(wanted.purpose, LONGEST_PURPOSE),
            interpreter_language=one_line(wanted.interpreter_language, LONGEST_LINE),
        )
        usual = target_minutes(method, interpreter=plan.interpreter)
        plan = replace(
            plan, planned_minutes=_length(usual if wanted.planned_minutes is None else wanted.planned_minutes)
        )
        store.people.put(case_id, people)
        store.meetings.put(newly_planned(meeting_id, case_id, settled_first(plan, earlier)))
        renumber(store, case_id)
        store.audit.append(AuditAct(now, Actor.WINDOWS, "meeting_planned", case_id, meeting_id))
    return meeting_id


def planned_meeting(vault: Vault, meeting_id: str, now: datetime) -> PlannedMeeting:
    """Return a meeting as it is prepared; of one that has begun, as it was. Refused: `meeting_gone`."""
    with vault.transaction() as store:
        meeting = store.meetings.required(meeting_id)
        return prepared(vault, store, meeting, read_plan(meeting.plan), editable(store, meeting), now)


def asks_before_start(vault: Vault, meeting_id: str, now: datetime) -> bool:
    """Return True if something has to be mended or given a reason before the meeting is started.

    Never of one that has begun. Refused: `meeting_gone`.
    """
    meeting = planned_meeting(vault, meeting_id, now)
    asked = (*stopping(meeting.verdicts), *unexplained(meeting.verdicts))
    return meeting.editable is not Editable.NOTHING and bool(asked)


def change_meeting(
    vault: Vault, methods: Methods, meeting_id: str, change: MeetingChange, now: datetime
) -> PlannedMeeting:
    """Change some of a planned meeting and return it.

    A length that was the method's own follows the method and the tolk. Refused: `meeting_gone`, `meeting_begun`, and as
    `plan_meeting`.
    """
    earlier = earlier_than(vault, meeting_id)
    with vault.transaction() as store:
        meeting = required_planned(store, meeting_id, people=False)
        plan = _changed(read_plan(meeting.plan), change, methods, chosen_practice(store))
        saved = save_plan(store, meeting, plan, earlier)
        if change.place is not None:
            _follow_place(store, meeting, saved.place)
        return prepared(vault, store, meeting, saved, editable(store, meeting), now)


def prepared(
    vault: Vault, store: Transaction, meeting: StoredMeeting, plan: MeetingPlan, allowed: Editable, now: datetime
) -> PlannedMeeting:
    """Return the value of a meeting for the page, with the verdicts on it."""
    known = known_facts(store, meeting.case_id, meeting.id)
    return PlannedMeeting(
        id=meeting.id,
        case_id=meeting.case_id,
        plan=plan,
        editable=allowed,
        usual_minutes=target_minutes(plan.whole_method, interpreter=plan.interpreter),
        finished=meeting.state is MeetingStatus.FINISHED,
        facts=known,
        verdicts=verdicts(vault, store, meeting, plan, known, now) if allowed is not Editable.NOTHING else (),
        before=facts_before(store, meeting),
        rooms=saved_rooms(store),
        me=saved_about_me(store),
    )


def _follow_place(store: Transaction, meeting: StoredMeeting, place: str) -> None:
    """The room is where the meeting is held: one fact, wherever it is written."""
    facts = known_facts(store, meeting.case_id, meeting.id)
    if facts.meeting.room.name != place:
        save_facts(store, meeting.case_id, meeting.id, facts, with_room(facts, room_called(store, place)))


def _changed(plan: MeetingPlan, change: MeetingChange, methods: Methods, practice_id: str) -> MeetingPlan:
    if change.method_id is not None:
        plan = replace(plan, method=_required_method(methods, change.method_id).under(practice_id), fitting=None)
    if change.left_out is not None or change.merged is not None:
        plan = _fitted(plan, change)
    if change.starts is not None:
        plan = replace(plan, starts=moved(change.starts, plan.starts))
    if change.planned_minutes is not None:
        plan = replace(plan, planned_minutes=_length(change.planned_minutes))
    if change.place is not None:
        plan = replace(plan, place=one_line(change.place, LONGEST_LINE))
    if change.purpose is not None:
        plan = replace(plan, purpose=several_lines(change.purpose, LONGEST_PURPOSE))
    if change.interpreter_language is not None:
        plan = replace(plan, interpreter_language=one_line(change.interpreter_language, LONGEST_LINE))
    if change.by_seating is not None:
        plan = replace(plan, by_seating=change.by_seating)
    if change.over_reason is not None:
        plan = replace(plan, over_reason=one_line(change.over_reason, LONGEST_LINE))
    if change.begun_measure is not None:
        plan = replace(plan, begun_measure=one_line(change.begun_measure, LONGEST_PURPOSE))
    if change.measure_added is not None:
        plan = replace(plan, measures=(*plan.measures, _measure(change.measure_added, plan)))
    if change.measure_removed in plan.measures:
        place = plan.measures.index(change.measure_removed)
        plan = replace(plan, measures=(*plan.measures[:place], *plan.measures[place + 1 :]))
    return plan


def _fitted(plan: MeetingPlan, change: MeetingChange) -> MeetingPlan:
    left_out = () if plan.fitting is None else plan.fitting.left_out
    merged = () if plan.fitting is None else plan.fitting.merged
    chosen = fitting(
        plan.whole_method,
        left_out if change.left_out is None else change.left_out,
        merged if change.merged is None else change.merged,
    )
    return replace(plan, method=chosen.method, fitting=chosen if chosen.left_out or chosen.merged else None)


def _measure(line: str, plan: MeetingPlan) -> CarriedAgreement:
    read = read_measure(line, candidates(plan.people), plan.starts.date())
    text = one_line(read.text, LONGEST_LINE)
    return CarriedAgreement(0, text, read.owner, read.start, read.due, read.sign, started=True)


def _length(minutes: int) -> int:
    if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise Refused("length_out_of_range", least=LEAST_MINUTES, most=MOST_MINUTES)
    return minutes


def _required_method(methods: Methods, method_id: str) -> Method:
    method = methods.get(method_id)
    if method is None:
        raise Refused("unknown_method")
    return method


def _next_method(methods: Methods, last: StoredMeeting | None) -> Method:
    """The method that follows the last meeting's; the first one for first meetings where there was none."""
    held = None if last is None else methods.get(last.method_id)
    if held is not None:
        following = (methods.get(held.next_method or ""), held)
        fit = next((method for method in following if method is not None and method.offered), None)
        if fit is not None:
            return fit
    return next((method for method in methods.offered if method.first_meeting), next(iter(methods)))


def _known_people(store: Transaction, case_id: str, earlier: Earlier) -> tuple[Person, ...]:
    """The sag's people, and those who came unexpectedly to its last meeting, seated after them.

    Who led the last meeting as a party is proposed to lead the next one so.
    """
    came = () if earlier.last is None else earlier.last.people
    parties = {person.id: person.party for person in came}
    known = [replace(person, party=parties.get(person.id)) for person in store.people.of_case(case_id)]
    ids = {person.id for person in known}
    for person in came:
        if person.id not in ids:
            known.append(
                Person(
                    id=person.id,
                    name=person.name,
                    called=person.called,
                    role=person.role,
                    relation=person.relation,
                    party=person.party,
                    seat=max((one.seat for one in known), default=-1) + 1,
                    receives_minutes=person.receives_minutes,
                    protected_address=person.protected_address,
                )
            )
    return tuple(known)


def _chosen(known: tuple[Person, ...], ids: tuple[str, ...]) -> tuple[Person, ...]:
    """Those of the known people with these ids; places and supports that name others are cleared."""
    by_id = {person.id: person for person in known}
    unknown = next((person for person in ids if person not in by_id), None)
    if unknown is not None:
        raise Refused("unknown_person", person=unknown)
    chosen = set(ids)
    return tuple(with_valid_references(person, chosen) for person in known if person.id in chosen)


def with_valid_references(person: Person, ids: set[str]) -> Person:
    """The person in a meeting of these people: a place or support that names somebody outside it is cleared."""
    place = person.place
    if place is not None and place.person is not None and place.person not in ids:
        place = None
    return replace(person, place=place, supports=person.supports if person.supports in ids else None)
