"""Er mødet klar? The verdicts on a planned meeting, from all that the vault knows of it."""

from dataclasses import dataclass
from datetime import date, datetime

from netmoede_desktop.domain.dates.place_time import wall_clock
from netmoede_desktop.domain.meeting.plan import MeetingPlan
from netmoede_desktop.domain.preparation.known_facts import KnownFacts
from netmoede_desktop.domain.preparation.readiness import rule
from netmoede_desktop.domain.preparation.readiness.rule_input import RuleInput, leader_of
from netmoede_desktop.domain.preparation.readiness.rules.all_rules import RULES
from netmoede_desktop.domain.preparation.readiness.verdict import Verdict
from netmoede_desktop.services.calendar.holidays import holiday_names
from netmoede_desktop.services.meeting.meeting_journal import read_plan
from netmoede_desktop.services.preparation.rule_file import rules_in_use
from netmoede_desktop.services.preparation.stored_facts import known_facts
from netmoede_desktop.services.toml.input import InputProblem
from netmoede_desktop.storage.transaction import Transaction
from netmoede_desktop.storage.values import MeetingStatus, StoredMeeting
from netmoede_desktop.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Readiness:
    """The verdicts on a meeting, in the order of the rules, and what they close.

    `may_start` is False while a *stop* is open; `may_be_sent` while a *ja* in the screening has no risk assessment:
    then no invitation, no printed netværkskort and no hand-over leaves the program (R174). `problems` are those of the
    municipality's own rules, which are then not in use.
    """

    meeting: str
    child: str
    today: date
    verdicts: tuple[Verdict, ...]
    problems: tuple[InputProblem, ...] = ()

    @property
    def may_start(self) -> bool:
        """Whether the meeting may begin."""
        return rule.may_start(self.verdicts)

    @property
    def may_be_sent(self) -> bool:
        """Whether invitation, printed netværkskort and hand-over are open."""
        return rule.may_be_sent(self.verdicts)


def readiness(vault: Vault, meeting_id: str, now: datetime) -> Readiness:
    """Return the verdicts on a meeting, as on the day of `now`, which is aware. Refused: `meeting_gone`."""
    with vault.transaction() as store:
        meeting = store.meetings.required(meeting_id)
        plan = read_plan(meeting.plan)
        found = verdicts(vault, store, meeting, plan, known_facts(store, meeting.case_id, meeting.id), now)
    problems = rules_in_use(vault.layout.profile).problems
    return Readiness(meeting_id, plan.child, wall_clock(now, plan.starts).date(), found, problems)


def verdicts(
    vault: Vault, store: Transaction, meeting: StoredMeeting, plan: MeetingPlan, known: KnownFacts, now: datetime
) -> tuple[Verdict, ...]:
    """Return the verdicts inside a transaction, on a plan and facts that may not be saved yet."""
    table = rules_in_use(vault.layout.profile).table
    return rule.judge(RULES, table, _rule_input(store, meeting, plan, known, now, table))


def _rule_input(
    store: Transaction,
    meeting: StoredMeeting,
    plan: MeetingPlan,
    known: KnownFacts,
    now: datetime,
    table: rule.RuleTable,
) -> RuleInput:
    case = store.cases.required(meeting.case_id)
    held = _held_before(store, meeting)
    last = None if not held else held[-1]
    led_by = None if last is None else leader_of(read_plan(last.plan).people)
    day = plan.starts.date()
    return RuleInput(
        plan=plan,
        now=wall_clock(now, plan.starts),
        facts=known,
        birth_year=case.birth_year,
        languages=case.languages,
        held=len(held),
        last_held=plan.last_held if last is None else _day(last),
        last_leader="" if led_by is None else led_by.name,
        holiday=holiday_names(day, day).get(day, ""),
        exclusions=table.exclusions,
    )


def _held_before(store: Transaction, meeting: StoredMeeting) -> list[StoredMeeting]:
    """The sag's finished meetings before this one, the latest last."""
    others = (one for one in store.meetings.of_case(meeting.case_id) if one.id != meeting.id)
    finished = (one for one in others if one.state is MeetingStatus.FINISHED and one.starts <= meeting.starts)
    return sorted(finished, key=lambda one: (one.starts, one.series_number))


def _day(meeting: StoredMeeting) -> date:
    return meeting.starts.date()
