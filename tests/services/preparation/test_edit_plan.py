"""A meeting before it is held: proposed, planned, changed as it is typed, deleted."""

from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from netmoede_desktop.domain.agreements.agreements import Answer
from netmoede_desktop.domain.meeting.commands import AddPerson, StartMeeting, StopMeeting
from netmoede_desktop.domain.meeting.history import begin
from netmoede_desktop.domain.minutes.from_meeting import record
from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.domain.preparation.readiness.verdict import State
from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.services.cases.cases import CaseDetails, make_case
from netmoede_desktop.services.meeting import meeting_journal
from netmoede_desktop.services.meeting.acts import all_of
from netmoede_desktop.services.meeting.meeting_journal import read_plan
from netmoede_desktop.services.methods.practice import save_practice
from netmoede_desktop.services.preparation.deleted_meeting import delete_meeting
from netmoede_desktop.services.preparation.edit_people import save_person
from netmoede_desktop.services.preparation.edit_plan import (
    Editable,
    MeetingChange,
    NewMeeting,
    PlannedMeeting,
    change_meeting,
    plan_meeting,
    planned_meeting,
    propose_meeting,
)
from netmoede_desktop.storage.vault import Vault
from tests.services.preparation.planned import hold_meeting
from tests.services.stories import FAMILY, family, methods, read, speak, step
from tests.storage.vaults import START

STARTS = datetime(2026, 12, 7, 16, 0)  # noqa: DTZ001 – a local wall time
PEOPLE = (
    Person("ida", "Ida Holst", "Ida", Role.CHILD, seat=0),
    Person("mor", "Åse Holst", "Åse", Role.PARENT, "mor", seat=1),
    Person("leder", "Maja Lind", "Maja", Role.LEADER, seat=2),
)
AGREED = (
    step("agree", text="Bent henter onsdage", who="far", from_=date(2026, 12, 2)),
    step("agree", text="Hanne ringer", who="lærer", by=date(2026, 12, 4)),
    step("follow_up", at=datetime(2027, 1, 19, 15, 30)),  # noqa: DTZ001
    step("finish"),
)


@pytest.fixture
def case_id(vault: Vault) -> str:
    made = make_case(vault, CaseDetails("M-1", "Ida"), START)
    with vault.transaction() as store:
        store.people.put(made, PEOPLE)
    return made


def state_of(meeting: PlannedMeeting, rule: str) -> State:
    """How a rule is met in a meeting."""
    return next(verdict.state for verdict in meeting.verdicts if verdict.rule == rule)


def planned(vault: Vault, case_id: str, **asked: Any) -> str:
    wanted = NewMeeting(**{"method_id": "din-1", "starts": STARTS, "people": ("ida", "mor", "leder"), **asked})
    return plan_meeting(vault, methods(), case_id, wanted, START)


def change(vault: Vault, meeting_id: str, **what: Any) -> PlannedMeeting:
    return change_meeting(vault, methods(), meeting_id, MeetingChange(**what), START)


def in_step(vault: Vault, meeting_id: str) -> None:
    """The row and the frozen plan say the same."""
    with vault.transaction() as store:
        meeting = store.meetings.get(meeting_id)
    assert meeting is not None
    plan = read_plan(meeting.plan)
    assert (meeting.method_id, meeting.method_version) == (plan.method.id, plan.method.version)
    assert meeting.starts == plan.starts.replace(tzinfo=None)
    assert (meeting.planned_minutes, meeting.place, meeting.purpose) == (plan.planned_minutes, plan.place, plan.purpose)
    assert (meeting.interpreter or "", meeting.series_number) == (plan.interpreter_language, plan.number_in_series)


def test_the_first_meeting_of_a_sag_is_proposed_with_all_its_people(vault: Vault, case_id: str) -> None:
    proposal = propose_meeting(vault, methods(), case_id, START)
    assert (proposal.method_id, proposal.starts, proposal.planned_minutes, proposal.place) == ("din-1", None, 120, "")
    assert proposal.people == PEOPLE


@pytest.mark.smoke
def test_a_meeting_is_planned_and_read_back(vault: Vault, case_id: str) -> None:
    meeting_id = planned(vault, case_id, place=" Biblioteket ", purpose="Ro\r\ni hverdagen", people=("leder", "ida"))
    meeting = planned_meeting(vault, meeting_id, START)
    plan = meeting.plan
    assert (plan.case_reference, plan.child, plan.place, plan.purpose) == (
        "M-1",
        "Ida",
        "Biblioteket",
        "Ro\ni hverdagen",
    )
    assert (plan.planned_minutes, meeting.usual_minutes, plan.number_in_series) == (120, 120, 1)
    assert [person.id for person in plan.people] == ["ida", "leder"]
    assert (plan.newcomers, plan.carried, meeting.editable) == (None, (), Editable.ALL)
    assert plan.starts.utcoffset() is not None
    assert state_of(meeting, "somebody-heard") is State.MISSING
    in_step(vault, meeting_id)
    with vault.transaction() as store:
        [act] = [entry.act for entry in store.audit.about() if entry.act.name == "meeting_planned"]
    assert (act.actor, act.case_id, act.meeting_id, act.detail) == ("gui", case_id, meeting_id, {})


def test_each_field_is_saved_by_itself(vault: Vault, case_id: str) -> None:
    meeting_id = planned(vault, case_id)
    for field, value in (
        ("place", "Skolen"),
        ("purpose", "At finde ro"),
        ("planned_minutes", 95),
        ("starts", STARTS + timedelta(hours=1)),
        ("by_seating", True),
        ("interpreter_language", "somali"),
    ):
        plan = change(vault, meeting_id, **{field: value}).plan
        assert planned_meeting(vault, meeting_id, START).plan == plan
        in_step(vault, meeting_id)
    assert (plan.place, plan.purpose, plan.planned_minutes, plan.by_seating) == ("Skolen", "At finde ro", 95, True)
    assert (plan.starts.hour, plan.interpreter_language) == (17, "somali")


def test_a_length_nobody_chose_follows_method_and_tolk(vault: Vault, case_id: str) -> None:
    meeting_id = planned(vault, case_id)
    assert change(vault, meeting_id, interpreter_language="somali").plan.planned_minutes == 180
    assert change(vault, meeting_id, method_id="um").plan.planned_minutes == 90
    assert change(vault, meeting_id, interpreter_language="").plan.planned_minutes == 60
    assert change(vault, meeting_id, planned_minutes=75).plan.planned_minutes == 75
    chosen = change(vault, meeting_id, method_id="din-1")
    assert (chosen.plan.planned_minutes, chosen.usual_minutes) == (75, 120)
    in_step(vault, meeting_id)


def test_rounds_are_left_out_and_merged_and_come_back_as_they_were(vault: Vault, case_id: str) -> None:
    meeting_id = planned(vault, case_id)
    whole = planned_meeting(vault, meeting_id, START).plan.method
    fitted = change(vault, meeting_id, left_out=("d9", "d4"), merged=("d6",))
    assert [part.id for part in whole.parts if part not in fitted.plan.method.parts] == ["d5", "d6", "d9"]
    assert {"d6", "d9"}.isdisjoint(part.id for part in fitted.plan.method.parts)
    assert (fitted.plan.planned_minutes, fitted.usual_minutes) == (120, 120), "the time is shared out, not saved"
    assert planned_meeting(vault, meeting_id, START).plan == fitted.plan
    assert change(vault, meeting_id, interpreter_language="somali").plan.planned_minutes == 180
    change(vault, meeting_id, interpreter_language="")
    assert change(vault, meeting_id, left_out=()).plan.whole_method == whole
    back = change(vault, meeting_id, merged=()).plan
    assert (back.method, back.fitting) == (whole, None)
    change(vault, meeting_id, merged=("d6",))
    assert change(vault, meeting_id, method_id="din-1").plan.fitting is None
    in_step(vault, meeting_id)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"method_id": "ukendt"}, "unknown_method"),
        ({"planned_minutes": 9}, "length_out_of_range"),
        ({"planned_minutes": 721}, "length_out_of_range"),
        ({"place": "x" * 201}, "text_too_long"),
        ({"purpose": "x" * 10_001}, "text_too_long"),
    ],
)
def test_bad_input_changes_nothing(vault: Vault, case_id: str, asked: dict[str, Any], code: str) -> None:
    meeting_id = planned(vault, case_id)
    before = planned_meeting(vault, meeting_id, START)
    for attempt in (lambda: planned(vault, case_id, **asked), lambda: change(vault, meeting_id, **asked)):
        with pytest.raises(Refused) as refused:
            attempt()
        assert refused.value.code == code
    assert planned_meeting(vault, meeting_id, START) == before
    with pytest.raises(Refused, match="unknown_person"):
        planned(vault, case_id, people=("ukendt",))
    with vault.transaction() as store:
        assert len(store.meetings.newest_first()) == 1


def test_what_is_gone_is_told_so(vault: Vault, case_id: str) -> None:
    for attempt in (
        lambda: planned_meeting(vault, "væk", START),
        lambda: change(vault, "væk", place="x"),
        lambda: delete_meeting(vault, "væk", START),
    ):
        with pytest.raises(Refused, match="meeting_gone"):
            attempt()
    for ask in (lambda: propose_meeting(vault, methods(), "væk", START), lambda: planned(vault, "væk")):
        with pytest.raises(Refused, match="case_gone"):
            ask()


def test_a_meeting_that_has_begun_cannot_be_changed(vault: Vault, case_id: str) -> None:
    meeting_id = planned(vault, case_id, people=("ida", "mor", "leder"))
    plan = planned_meeting(vault, meeting_id, START).plan
    neighbour = AddPerson(Person("nabo", "Bo Nabo", "Bo", Role.PRIVATE))
    seated = all_of(begin(plan), (neighbour,), plan.starts)
    meeting_journal.append(vault, meeting_id, seated.change())
    assert planned_meeting(vault, meeting_id, START).editable is Editable.NOT_PEOPLE
    assert change(vault, meeting_id, place="Skolen").plan.place == "Skolen"
    meeting_journal.append(vault, meeting_id, all_of(seated.history, (StartMeeting(),), plan.starts).change())
    begun = planned_meeting(vault, meeting_id, START)
    assert (begun.editable, begun.verdicts) == (Editable.NOTHING, ())
    for attempt in (lambda: change(vault, meeting_id, place="x"), lambda: delete_meeting(vault, meeting_id, START)):
        with pytest.raises(Refused, match="meeting_begun"):
            attempt()
    assert meeting_journal.load(vault, meeting_id).state.plan.place == "Skolen"


def test_a_meeting_is_deleted_with_what_its_roll_call_wrote(vault: Vault, case_id: str) -> None:
    first, second = planned(vault, case_id), planned(vault, case_id, starts=STARTS + timedelta(days=60))
    assert planned_meeting(vault, second, START).plan.number_in_series == 2
    plan = planned_meeting(vault, first, START).plan
    moved = all_of(begin(plan), (AddPerson(Person("nabo", "Bo Nabo", "Bo", Role.PRIVATE)),), plan.starts)
    meeting_journal.append(vault, first, moved.change())
    delete_meeting(vault, first, START)
    with pytest.raises(Refused, match="meeting_gone"):
        planned_meeting(vault, first, START)
    assert planned_meeting(vault, second, START).plan.number_in_series == 1
    in_step(vault, second)
    with vault.transaction() as store:
        assert [person.id for person in store.people.of_case(case_id)] == ["ida", "mor", "leder"]
        assert store.audit.about()[-1].act.name == "meeting_deleted"
    vault.check()


def test_planned_meetings_are_numbered_in_the_order_they_are_held(vault: Vault, case_id: str) -> None:
    first, second = (
        planned(vault, case_id),
        planned(vault, case_id, method_id="din-o", starts=STARTS - timedelta(days=9)),
    )
    numbers = {key: planned_meeting(vault, key, START).plan.number_in_series for key in (first, second)}
    assert numbers == {second: 2, first: 3}
    assert change(vault, second, starts=STARTS + timedelta(days=9)).plan.number_in_series == 2
    assert planned_meeting(vault, first, START).plan.number_in_series == 1
    in_step(vault, first)


@pytest.mark.smoke
def test_a_follow_up_opens_with_the_agreements_of_last_time(vault: Vault, tmp_path: Path) -> None:
    _, ids = hold_meeting(vault, read(tmp_path, speak("ida"), *AGREED, place="Biblioteket"))
    with vault.transaction() as store:
        [case] = store.cases.all()
    proposal = propose_meeting(vault, methods(), case.id, START)
    assert (proposal.method_id, proposal.place) == ("din-o", "Biblioteket")
    assert proposal.starts == datetime(2027, 1, 19, 15, 30)  # noqa: DTZ001
    assert {person.name for person in proposal.people} == {str(one["name"]) for one in FAMILY}
    later = datetime(2027, 2, 1, tzinfo=START.tzinfo)
    assert propose_meeting(vault, methods(), case.id, later).starts is None

    everyone = tuple(person.id for person in proposal.people)
    meeting_id = plan_meeting(vault, methods(), case.id, NewMeeting("din-o", STARTS, people=everyone), START)
    plan = planned_meeting(vault, meeting_id, START).plan
    assert [(one.number, one.text, one.owner, one.start, one.due) for one in plan.carried] == [
        (1, "Bent henter onsdage", ids["far"], date(2026, 12, 2), None),
        (2, "Hanne ringer", ids["lærer"], None, date(2026, 12, 4)),
    ]
    assert (plan.number_in_series, plan.newcomers) == (2, ())
    assert change(vault, meeting_id, method_id="din-1").plan.carried == ()
    assert len(change(vault, meeting_id, method_id="din-o").plan.carried) == 2


def test_what_the_owner_answered_last_time_comes_along_to_the_paper(vault: Vault, tmp_path: Path) -> None:
    confirmed = (step("confirm", agreement=1, answer="ja"), step("confirm", agreement=2, answer="nej"))
    hold_meeting(vault, read(tmp_path, *AGREED[:2], *confirmed, *AGREED[2:]))
    with vault.transaction() as store:
        [case] = store.cases.all()
    proposal = propose_meeting(vault, methods(), case.id, START)
    everyone = tuple(person.id for person in proposal.people)
    meeting_id = plan_meeting(vault, methods(), case.id, NewMeeting("din-o", STARTS, people=everyone), START)
    plan = planned_meeting(vault, meeting_id, START).plan
    assert [one.answer for one in plan.carried] == [Answer.YES, Answer.NO]
    facts = record(begin(plan))
    assert [one.answered_before for one in facts.agreements] == [Answer.YES, Answer.NO]


def test_an_agreement_of_somebody_who_is_not_invited_is_carried_without_its_owner(vault: Vault, tmp_path: Path) -> None:
    _, ids = hold_meeting(vault, read(tmp_path, speak("ida"), *AGREED))
    with vault.transaction() as store:
        [case] = store.cases.all()
    invited = tuple(person for key, person in ids.items() if key != "far")
    meeting_id = plan_meeting(vault, methods(), case.id, NewMeeting("din-o", STARTS, people=invited), START)
    meeting = planned_meeting(vault, meeting_id, START)
    assert [one.owner for one in meeting.plan.carried] == [None, ids["lærer"]]
    assert state_of(meeting, "owners-invited") is State.MISSING
    history = all_of(begin(meeting.plan), (StartMeeting(),), meeting.plan.starts).history
    assert history.state.capture.agreements[1].owner is None


def test_settled_agreements_are_not_carried_on(vault: Vault, tmp_path: Path) -> None:
    hold_meeting(vault, read(tmp_path, speak("ida"), *AGREED))
    statuses = (
        step("status", agreement=1, value="gjort"),
        step("status", agreement=2, value="ikke nået"),
        step("agree", text="Grete bager", who="farmor", by=date(2027, 1, 30)),
        step("finish"),
    )
    carried = (
        {"text": "Bent henter onsdage", "owner": "far"},
        {"text": "Hanne ringer", "owner": "lærer"},
    )
    second = datetime(2027, 1, 19, 16, 0)  # noqa: DTZ001
    hold_meeting(vault, read(tmp_path, *statuses, method="din-o", agreements=carried, starts=second))
    with vault.transaction() as store:
        [case] = store.cases.all()
    meeting_id = plan_meeting(vault, methods(), case.id, NewMeeting("din-o", datetime(2027, 3, 2, 16, 0)), START)  # noqa: DTZ001
    plan = planned_meeting(vault, meeting_id, START).plan
    assert [(one.number, one.text) for one in plan.carried] == [(1, "Hanne ringer"), (2, "Grete bager")]
    assert plan.number_in_series == 3


def test_r092_the_municipalitys_practice_limits_what_is_planned_from_now_on(vault: Vault, case_id: str) -> None:
    before = planned(vault, case_id, planned_minutes=150)
    save_practice(vault, "aalborg")
    after = planned(vault, case_id, planned_minutes=150)
    states = [state_of(planned_meeting(vault, key, START), "within-limit") for key in (before, after)]
    assert states == [State.NOT_APPLICABLE, State.MISSING]
    assert planned_meeting(vault, after, START).plan.method.practice == "Aalborg"
    assert change(vault, before, method_id="din-o").plan.method.practice == "Aalborg"
    save_practice(vault, "")
    assert change(vault, after, method_id="din-1").plan.method.practice == ""


def test_who_came_unexpectedly_is_known_next_time_with_all_that_is_not_of_one_meeting(
    vault: Vault, case_id: str
) -> None:
    """A new field of a person has to say here whether it comes along."""
    said = {
        "id": "bo",
        "name": "Bo Nabo",
        "called": "Bo fra nr. 4",
        "role": Role.INTERPRETER,
        "relation": "nabo",
        "receives_minutes": False,
        "protected_address": True,
    }
    of_one_meeting = {"seat", "main", "through_interpreter", "supports", "place", "party"}
    assert set(said) | of_one_meeting == {one.name for one in fields(Person)}
    assert all(said[one.name] != one.default for one in fields(Person) if one.name in said)
    meeting = plan_meeting(vault, methods(), case_id, NewMeeting("din-1", STARTS, people=("ida", "leder")), START)
    plan = planned_meeting(vault, meeting, START).plan
    came = Person(**said, seat=9, main=True, through_interpreter=True)  # type: ignore[arg-type] # each checked above
    held = all_of(begin(plan), (AddPerson(came), StartMeeting(), StopMeeting("Brandalarm")), plan.starts)
    meeting_journal.append(vault, meeting, held.change())
    known = {person.id: person for person in propose_meeting(vault, methods(), case_id, START).people}["bo"]
    assert {name: getattr(known, name) for name in said} == said
    assert known.seat == max(person.seat for person in PEOPLE) + 1


def test_r036_who_led_as_a_party_does_so_in_the_next_meeting_too_but_never_in_a_neutral_one(
    vault: Vault, case_id: str, tmp_path: Path
) -> None:
    def party(meeting_id: str) -> Role | None:
        return planned_meeting(vault, meeting_id, START).plan.people[-1].party

    first, other = planned(vault, case_id, method_id="hlb-1"), planned(vault, case_id, method_id="hlb-1")
    leader = replace(planned_meeting(vault, first, START).plan.people[-1], party=Role.PROFESSIONAL)
    save_person(vault, first, leader, START)
    assert (party(first), party(other)) == (Role.PROFESSIONAL, None), "it is the one meeting's"
    assert change(vault, first, method_id="din-1").plan.people[-1].party is None

    people = family(leder={"party": "fagperson"})
    hold_meeting(vault, read(tmp_path, speak("mor"), step("finish"), method="hlb-1", people=people))
    proposed = propose_meeting(vault, methods(), case_id, START)
    led = {person.name: person.party for person in proposed.people if person.party}
    assert (proposed.method_id, led) == ("hlb-o", {"Maja Lind": Role.PROFESSIONAL})
    invited = tuple(person.id for person in proposed.people)
    for method, expected in (("hlb-o", {Role.PROFESSIONAL, None}), ("din-o", {None})):
        following = planned(vault, case_id, method_id=method, people=invited)
        assert {person.party for person in planned_meeting(vault, following, START).plan.people} == expected
