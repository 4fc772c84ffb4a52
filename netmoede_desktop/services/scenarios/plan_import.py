"""From a plan file to a sag and a planned meeting in the vault, made or completed in one transaction.

A sag is known by its reference, a meeting by when it starts, a person by name and relation. What the file does not say
stays as it is, and the same file twice changes nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from netmoede_desktop.domain.cases.case_details import CaseDetails, checked_details
from netmoede_desktop.domain.cases.case_facts import CaseFacts, Consent
from netmoede_desktop.domain.meeting.plan import CarriedAgreement, MeetingPlan
from netmoede_desktop.domain.methods.time_plan import target_minutes
from netmoede_desktop.domain.people.about_me import AboutMe, checked_about_me
from netmoede_desktop.domain.people.people import Person
from netmoede_desktop.domain.people.person_details import checked_person
from netmoede_desktop.domain.preparation.completing import completed
from netmoede_desktop.domain.preparation.known_facts import KnownFacts
from netmoede_desktop.domain.preparation.meeting_facts import Apart, Invited, MeetingFacts, Override
from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.services.actors import Actor
from netmoede_desktop.services.meeting.meeting_journal import read_plan
from netmoede_desktop.services.methods.method_files import Methods
from netmoede_desktop.services.preparation.stored_facts import known_facts, save_facts
from netmoede_desktop.services.preparation.stored_plan import (
    Earlier,
    Editable,
    earlier_meetings,
    editable,
    newly_planned,
    renumber,
    save_plan,
    settled_first,
)
from netmoede_desktop.services.scenarios.plan_file import PlanFile
from netmoede_desktop.services.scenarios.plan_from_scenario import with_ids
from netmoede_desktop.services.settings.about_me import put_about_me, saved_about_me
from netmoede_desktop.storage.transaction import Transaction
from netmoede_desktop.storage.values import AuditAct, StoredCase, StoredMeeting
from netmoede_desktop.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Imported:
    """The ids of the sag and the meeting that a plan file made or completed."""

    case: str
    meeting: str


def check_plan(file: PlanFile, methods: Methods) -> None:
    """Refuse a plan that no vault accepts, before there is one: as `import_plan` refuses the values of the file."""
    _details(file)
    checked_about_me(file.me)
    _plan(None, file, {one.person.id: one.person.id for one in file.people}, methods)


def import_plan(vault: Vault, file: PlanFile, methods: Methods, now: datetime) -> Imported:
    """Make or complete the sag and the meeting of a plan file, all or nothing.

    Refused: `meeting_begun`, `meeting_opened` where its people are seated, and as the windows refuse the same values.
    """
    earlier = _earlier(vault, file.case.reference)
    with vault.transaction() as store:
        case = _case(vault, store, file, now)
        meeting = _meeting_at(store, case.id, file.meeting.starts)
        if meeting is not None:
            _require_editable(store, meeting)
        ids = _ids(vault, store, case.id, file)
        meeting_id = vault.new_id() if meeting is None else meeting.id
        plan = _plan(None if meeting is None else read_plan(meeting.plan), file, ids, methods)
        if meeting is None:
            store.people.put(case.id, plan.people)
            store.meetings.put(newly_planned(meeting_id, case.id, settled_first(plan, earlier)))
            renumber(store, case.id)
            store.audit.append(AuditAct(now, Actor.COMMAND_LINE, "meeting_planned", case.id, meeting_id))
        elif plan != read_plan(meeting.plan):
            store.people.put(case.id, plan.people)
            save_plan(store, meeting, plan, earlier)
        me = completed(saved_about_me(store), checked_about_me(file.me))
        put_about_me(store, me)
        before = known_facts(store, case.id, meeting_id)
        save_facts(store, case.id, meeting_id, before, _facts(before, file, ids, me, now))
    return Imported(case.id, meeting_id)


def _earlier(vault: Vault, reference: str) -> Earlier:
    with vault.transaction() as store:
        case = next(iter(store.cases.with_reference(reference)), None)
    return Earlier() if case is None else earlier_meetings(vault, case.id)


def _case(vault: Vault, store: Transaction, file: PlanFile, now: datetime) -> StoredCase:
    checked = _details(file)
    known = next(iter(store.cases.with_reference(checked.reference)), None)
    if known is None:
        case = StoredCase(
            vault.new_id(), checked.reference, checked.child, checked.birth_year, checked.languages, created=now
        )
        store.audit.append(AuditAct(now, Actor.COMMAND_LINE, "case_made", case.id))
    else:
        case = replace(
            known,
            child=checked.child,
            birth_year=checked.birth_year or known.birth_year,
            languages=checked.languages or known.languages,
        )
    if case != known:
        store.cases.put(case)
    return case


def _details(file: PlanFile) -> CaseDetails:
    given = file.case
    details = CaseDetails(given.reference, given.child, given.birth_year, given.languages)
    return checked_details(details, file.meeting.starts.year)


def _meeting_at(store: Transaction, case_id: str, starts: datetime) -> StoredMeeting | None:
    """The sag's meeting that starts then; of one that has begun, its planned start counts."""
    agreed = store.meetings.agreed_starts()
    meetings = store.meetings.of_case(case_id)
    return next((one for one in meetings if starts in (one.starts, agreed.get(one.id))), None)


def _require_editable(store: Transaction, meeting: StoredMeeting) -> None:
    match editable(store, meeting):
        case Editable.NOTHING:
            raise Refused("meeting_begun")
        case Editable.NOT_PEOPLE:
            raise Refused("meeting_opened")


def _ids(vault: Vault, store: Transaction, case_id: str, file: PlanFile) -> Mapping[str, str]:
    """The vault's ids by those of the file; somebody the sag knows by name and relation keeps theirs, each once."""
    known = {(person.name, person.relation): person.id for person in reversed(store.people.of_case(case_id))}
    ids = {}
    for one in file.people:
        person = one.person
        ids[person.id] = known.pop((person.name, person.relation), "") or vault.new_id()
    return ids


def _plan(before: MeetingPlan | None, file: PlanFile, ids: Mapping[str, str], methods: Methods) -> MeetingPlan:
    meeting = file.meeting
    method = methods[meeting.method].under(meeting.practice)
    plan = before or MeetingPlan(
        method=method,
        case_reference=file.case.reference,
        child=file.case.child,
        starts=meeting.starts.astimezone(),
        planned_minutes=0,
        people=(),
    )
    plan = replace(
        plan,
        method=method,
        child=file.case.child,
        people=_people(plan.people, file, ids),
        place=meeting.place or plan.place,
        purpose=meeting.purpose or plan.purpose,
        interpreter_language=meeting.interpreter or plan.interpreter_language,
        over_reason=meeting.over_reason or plan.over_reason,
        measures=_measures(plan, file, ids),
    )
    usual = plan.planned_minutes or target_minutes(method, interpreter=plan.interpreter)
    return replace(plan, planned_minutes=meeting.planned_minutes or usual)


def _people(before: tuple[Person, ...], file: PlanFile, ids: Mapping[str, str]) -> tuple[Person, ...]:
    """The people there already, completed, and the others after them; each as the windows would accept them."""
    people = {person.id: person for person in before}
    given = [with_ids(one.person, ids) for one in sorted(file.people, key=lambda one: one.person.seat)]
    last = max((person.seat for person in before), default=-1)
    for person in given:
        known = people.get(person.id)
        if known is None:
            last += 1
            people[person.id] = replace(person, seat=last)
        else:
            people[person.id] = replace(completed(known, person), seat=known.seat)
    return tuple(checked_person(person, people.values()) for person in people.values())


def _measures(plan: MeetingPlan, file: PlanFile, ids: Mapping[str, str]) -> tuple[CarriedAgreement, ...]:
    there = {measure.text for measure in plan.measures}
    new = [one for one in file.agreements if one.text not in there]
    added = (CarriedAgreement(0, one.text, ids[one.owner], one.start, one.due, started=True) for one in new)
    return (*plan.measures, *added)


def _facts(before: KnownFacts, file: PlanFile, ids: Mapping[str, str], me: AboutMe, now: datetime) -> KnownFacts:
    facts = replace(
        before,
        case=_case_facts(before.case, file, ids),
        meeting=_meeting_facts(before.meeting, file, ids, me, now),
    )
    for one in file.people:
        person = ids[one.person.id]
        facts = facts.with_person(person, completed(before.person(person), one.facts))
    return facts


def _case_facts(before: CaseFacts, file: PlanFile, ids: Mapping[str, str]) -> CaseFacts:
    """The sag's facts completed; a consent of the same person on the same topics too."""
    facts = completed(before, replace(file.case_facts, consents=()))
    consents = list(before.consents)
    for given in file.case_facts.consents:
        consent = replace(
            given, by=ids.get(given.by, given.by), recipients=tuple(ids.get(one, one) for one in given.recipients)
        )
        same = next((one for one in consents if _about_the_same(one, consent)), None)
        if same is None:
            consents.append(consent)
        else:
            consents[consents.index(same)] = completed(same, consent)
    return replace(facts, consents=tuple(consents))


def _about_the_same(one: Consent, other: Consent) -> bool:
    return (one.by, one.topics) == (other.by, other.topics)


def _meeting_facts(
    before: MeetingFacts, file: PlanFile, ids: Mapping[str, str], me: AboutMe, now: datetime
) -> MeetingFacts:
    given = file.meeting_facts
    facts = completed(before, replace(given, apart=(), tasks=(), invited=(), overrides=()))
    apart = (Apart(ids[pair.one], ids[pair.other], pair.way_out) for pair in given.apart)
    tasks = {**dict(before.tasks), **{task: ids[person] for task, person in given.tasks}}
    return replace(
        facts,
        apart=tuple(dict.fromkeys((*before.apart, *apart))),
        tasks=tuple(tasks.items()),
        invited=_invited(before.invited, file, ids),
        overrides=_overrides(before.overrides, file.overrides, me, now),
    )


def _invited(before: tuple[Invited, ...], file: PlanFile, ids: Mapping[str, str]) -> tuple[Invited, ...]:
    invited = {one.person: one for one in before}
    for person in file.people:
        given = replace(person.invited, person=ids[person.person.id], reader=ids.get(person.invited.reader, ""))
        nothing = Invited(given.person)
        if given != nothing:
            invited[given.person] = completed(invited.get(given.person, nothing), given)
    return tuple(invited.values())


def _overrides(
    before: tuple[Override, ...], given: tuple[tuple[str, str], ...], me: AboutMe, now: datetime
) -> tuple[Override, ...]:
    overrides = {one.rule: one for one in before}
    for rule, reason in given:
        if rule not in overrides or overrides[rule].reason != reason:
            overrides[rule] = Override(rule, reason, me.name, now)
    return tuple(overrides.values())
