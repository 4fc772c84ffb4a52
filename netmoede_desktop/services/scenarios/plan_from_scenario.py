"""From a scenario to a prepared meeting: the plan, and the sag, people and møde in the vault."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from netmoede_desktop.domain.meeting.plan import CarriedAgreement, MeetingPlan
from netmoede_desktop.domain.methods.method import Method
from netmoede_desktop.domain.methods.time_plan import target_minutes
from netmoede_desktop.domain.people.people import ChildPlace, Person
from netmoede_desktop.services.meeting.meeting_journal import read_plan
from netmoede_desktop.services.preparation.stored_plan import newly_planned
from netmoede_desktop.services.scenarios.scenario import Scenario
from netmoede_desktop.storage.values import StoredCase
from netmoede_desktop.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Series:
    """The facts of the meetings held before in the same sag: how many, who was there, and the day of the last."""

    held: int = 0
    names: frozenset[str] = frozenset()
    last_held: date | None = None


@dataclass(frozen=True, slots=True)
class RehearsedPlan:
    """A plan, and how the scenario's ids became the plan's."""

    plan: MeetingPlan
    ids: dict[str, str]


def prepare(scenario: Scenario, method: Method, new_id: Callable[[], str], series: Series) -> RehearsedPlan:
    """Return the plan of the scenario's meeting. People get ids of their own; `starts` is taken as local time."""
    ids = {known.person.id: new_id() for known in scenario.people}
    people = tuple(with_ids(known.person, ids) for known in scenario.people)
    meeting = scenario.meeting
    method = method.under(meeting.practice)
    first = method.first_meeting and not series.held
    newcomers = tuple(person.id for person in people if person.name not in series.names) if series.held else None
    plan = MeetingPlan(
        method=method,
        case_reference=scenario.case.reference,
        child=scenario.case.child,
        starts=meeting.starts.astimezone(),
        planned_minutes=meeting.planned_minutes or 0,
        people=people,
        place=meeting.place,
        purpose=meeting.purpose,
        interpreter_language=meeting.interpreter or "",
        number_in_series=max(series.held + 1, 1 if method.first_meeting else 2),
        carried=tuple(
            CarriedAgreement(number, known.text, ids[known.owner], known.start, known.due, started=first)
            for number, known in enumerate(scenario.agreements, start=1)
        ),
        newcomers=newcomers,
        last_held=series.last_held,
        over_reason=meeting.over_reason,
    )
    if meeting.planned_minutes is None:
        plan = replace(plan, planned_minutes=target_minutes(method, interpreter=plan.interpreter))
    return RehearsedPlan(plan, ids)


def series_of(vault: Vault, reference: str) -> Series:
    """Return the vault's facts of earlier meetings in the sag with this reference."""
    with vault.transaction() as store:
        case = next(iter(store.cases.with_reference(reference)), None)
        held = [] if case is None else store.meetings.of_case(case.id)
    names = frozenset(person.name for meeting in held for person in read_plan(meeting.plan).people)
    last = max((meeting.starts.date() for meeting in held), default=None)
    return Series(len(held), names, last)


def save(vault: Vault, scenario: Scenario, plan: MeetingPlan, now: datetime) -> str:
    """Save the meeting in its sag, made if there is none with that reference, and return the meeting's id."""
    meeting_id = vault.new_id()
    with vault.transaction() as store:
        case = next(iter(store.cases.with_reference(scenario.case.reference)), None)
        if case is None:
            described = scenario.case
            case = StoredCase(
                vault.new_id(),
                described.reference,
                described.child,
                described.birth_year,
                described.languages,
                created=now,
            )
            store.cases.put(case)
        store.people.put(case.id, plan.people)
        store.meetings.put(newly_planned(meeting_id, case.id, plan))
    return meeting_id


def with_ids(person: Person, ids: Mapping[str, str]) -> Person:
    """Return the person of a file under the plan's ids; a child's place and a støtteperson's own follow."""
    place = person.place
    if place is not None and place.person is not None:
        place = ChildPlace(place.kind, ids[place.person])
    supports = None if person.supports is None else ids[person.supports]
    return replace(person, id=ids[person.id], place=place, supports=supports)
