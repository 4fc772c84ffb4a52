"""Meetings put straight into a vault, for tests of what lists and prepares them."""

from datetime import datetime

from netmoede_desktop.domain.meeting.plan import MeetingPlan
from netmoede_desktop.domain.methods.time_plan import target_minutes
from netmoede_desktop.domain.people.people import Person
from netmoede_desktop.services.meeting import meeting_journal
from netmoede_desktop.services.meeting.meeting_journal import write_plan
from netmoede_desktop.services.scenarios.plan_from_scenario import prepare, save, series_of
from netmoede_desktop.services.scenarios.rehearsal import rehearsing
from netmoede_desktop.services.scenarios.scenario import Scenario
from netmoede_desktop.storage.values import MeetingStatus, StoredMeeting
from netmoede_desktop.storage.vault import Vault
from tests.services.stories import methods
from tests.storage.vaults import START


def put_meeting(
    vault: Vault,
    case_id: str,
    meeting_id: str,
    starts: datetime,
    state: MeetingStatus = MeetingStatus.PLANNED,
    people: tuple[Person, ...] = (),
    method_id: str = "din-1",
) -> None:
    """Keep a meeting of a sag in some state; what has begun of it has no journal."""
    method = methods()[method_id]
    with vault.transaction() as store:
        case = store.cases.get(case_id)
        assert case is not None
        plan = MeetingPlan(
            method=method,
            case_reference=case.reference,
            child=case.child,
            starts=starts.astimezone(),
            planned_minutes=target_minutes(method, interpreter=False),
            people=people,
            place="Biblioteket",
            purpose="Ro i hverdagen",
        )
        store.people.put(case_id, people)
        store.meetings.put(
            StoredMeeting(
                id=meeting_id,
                case_id=case_id,
                method_id=method_id,
                method_version=method.version,
                starts=starts,
                planned_minutes=plan.planned_minutes,
                place=plan.place,
                purpose=plan.purpose,
                interpreter=None,
                plan=write_plan(plan),
                state=state,
                series_number=len(store.meetings.of_case(case_id)) + 1,
            )
        )


def hold_meeting(vault: Vault, scenario: Scenario) -> tuple[str, dict[str, str]]:
    """Hold a scenario's meeting in the vault; return its id, and the ids of its people by the scenario's."""
    method = methods()[scenario.meeting.method]
    ready = prepare(scenario, method, vault.new_id, series_of(vault, scenario.case.reference))
    meeting = save(vault, scenario, ready.plan, START)
    for step in rehearsing(scenario, ready.plan, ready.ids):
        meeting_journal.append(vault, meeting, step.change)
    return meeting, ready.ids
