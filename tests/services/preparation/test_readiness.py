"""The verdicts on a planned meeting, from all that the vault knows."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from netmoede_desktop.domain.cases.case_facts import Screening
from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.domain.people.said import Said
from netmoede_desktop.domain.preparation.known_facts import KnownFacts
from netmoede_desktop.domain.preparation.readiness.verdict import State, Verdict
from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.services.cases.cases import CaseDetails, make_case
from netmoede_desktop.services.preparation.edit_facts import change_facts
from netmoede_desktop.services.preparation.edit_people import save_person
from netmoede_desktop.services.preparation.edit_plan import (
    MeetingChange,
    NewMeeting,
    change_meeting,
    plan_meeting,
    planned_meeting,
)
from netmoede_desktop.services.preparation.readiness import Readiness, readiness
from netmoede_desktop.storage.vault import Vault
from tests.services.preparation.planned import hold_meeting
from tests.services.stories import methods, read, speak, step
from tests.storage.vaults import START

STARTS = datetime(2026, 12, 7, 16, 0)  # noqa: DTZ001 – a local wall time
PEOPLE = (
    Person("ida", "Ida Holst", "Ida", Role.CHILD, seat=0),
    Person("mor", "Åse Holst", "Åse", Role.PARENT, "mor", seat=1),
    Person("leder", "Maja Lind", "Maja", Role.LEADER, seat=2),
)


@pytest.fixture
def case_id(vault: Vault) -> str:
    made = make_case(vault, CaseDetails("M-1", "Ida", 2015, ("somali",)), START)
    with vault.transaction() as store:
        store.people.put(made, PEOPLE)
    return made


@pytest.fixture
def meeting(vault: Vault, case_id: str) -> str:
    wanted = NewMeeting(method_id="din-1", starts=STARTS, people=("ida", "mor", "leder"))
    return plan_meeting(vault, methods(), case_id, wanted, START)


def states(found: Readiness) -> dict[str, State]:
    return {verdict.rule: verdict.state for verdict in found.verdicts}


def of(verdicts: tuple[Verdict, ...], rule: str) -> State:
    return next(verdict.state for verdict in verdicts if verdict.rule == rule)


@pytest.mark.smoke
def test_a_new_meeting_is_not_ready_and_may_start_all_the_same(vault: Vault, meeting: str) -> None:
    found = readiness(vault, meeting, START)
    assert (found.meeting, found.child, found.may_start, found.may_be_sent) == (meeting, "Ida", True, True)
    assert (found.today, found.problems) == (START.date(), ())
    assert states(found)["purpose"] is State.MISSING
    assert states(found)["leader-listed"] is State.IN_PLACE
    assert states(found)["interpreter-listed"] is State.NOT_LOOKED_AT
    assert states(found)["known-answered"] is State.NOT_APPLICABLE


def test_each_change_comes_back_with_the_verdicts_after_it(vault: Vault, meeting: str) -> None:
    assert of(planned_meeting(vault, meeting, START).verdicts, "purpose") is State.MISSING
    changed = change_meeting(vault, methods(), meeting, MeetingChange(purpose="Ro i hverdagen"), START)
    assert of(changed.verdicts, "purpose") is State.IN_PLACE
    kirsten = Person("farmor", "Kirsten Holst", "Kirsten", Role.PRIVATE, "farmor")
    assert of(changed.verdicts, "private-listed") is State.MISSING
    assert of(save_person(vault, meeting, kirsten, START).verdicts, "private-listed") is State.IN_PLACE
    asked = change_facts(vault, meeting, _parents_asked, START)
    assert of(asked.verdicts, "parents-asked") is State.IN_PLACE


def test_a_ja_without_a_risk_assessment_closes_the_meeting_and_what_leaves(vault: Vault, meeting: str) -> None:
    def screened(known: KnownFacts) -> KnownFacts:
        return replace(known, case=replace(known.case, screening=Screening.YES))

    def assessed(known: KnownFacts) -> KnownFacts:
        return replace(known, case=replace(known.case, risk_assessed=Said("Søren", START.date())))

    change_facts(vault, meeting, screened, START)
    found = readiness(vault, meeting, START)
    assert (found.may_start, found.may_be_sent) == (False, False)
    change_facts(vault, meeting, assessed, START)
    found = readiness(vault, meeting, START)
    assert (found.may_start, found.may_be_sent) == (True, True)


def test_the_meeting_before_says_who_led_and_makes_its_talk_old(vault: Vault, tmp_path: Path) -> None:
    _, ids = hold_meeting(vault, read(tmp_path, speak("ida"), step("finish")))
    with vault.transaction() as store:
        [case] = store.cases.all()
    everyone = tuple(ids.values())
    following = plan_meeting(vault, methods(), case.id, NewMeeting("din-o", STARTS, people=everyone), START)
    change_facts(vault, following, _talked_with, START)
    later = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
    found = states(readiness(vault, following, later))
    assert (found["same-leader"], found["child-talked-with"]) == (State.IN_PLACE, State.STALE)
    another = Person(ids["leder"], "Bodil Krag", "Bodil", Role.LEADER)
    assert of(save_person(vault, following, another, later).verdicts, "same-leader") is State.MISSING


def test_a_meeting_that_is_gone_is_refused(vault: Vault) -> None:
    with pytest.raises(Refused, match="meeting_gone"):
        readiness(vault, "væk", START)


def _parents_asked(known: KnownFacts) -> KnownFacts:
    return replace(known, meeting=replace(known.meeting, parents_asked=Said("Søren", START.date(), "Ja tak")))


def _talked_with(known: KnownFacts) -> KnownFacts:
    child = replace(known.meeting.child, talk=Said("Søren", START.date(), "Jeg vil helst sove hos farmor"))
    return replace(known, meeting=replace(known.meeting, child=child))
