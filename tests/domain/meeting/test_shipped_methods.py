"""What the sources ask of the methods' meetings, shown by meetings held by the shipped method files."""

from dataclasses import replace
from datetime import date, datetime
from functools import cache
from pathlib import Path

import pytest

from netmoede_desktop.domain.agreements.follow_up import FollowUpCode, follow_up_remarks
from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting import queries
from netmoede_desktop.domain.meeting.closing_facts import missing
from netmoede_desktop.domain.meeting.plan import CarriedAgreement, MeetingPlan
from netmoede_desktop.domain.meeting.vocabulary import TurnState
from netmoede_desktop.domain.methods.method import GroupCode, Method, PartKind, PartTask
from netmoede_desktop.domain.methods.time_plan import spread, target_minutes
from netmoede_desktop.domain.minutes.from_meeting import record
from netmoede_desktop.domain.people.people import Network, Person, Role
from netmoede_desktop.services.methods.method_files import load_methods
from tests.domain.meeting.script import FAMILY, Told, plan

METHODS = Path(__file__).resolve().parents[3] / "resources" / "methods"
SHIPPED = ("din-1", "din-o", "pnm-1", "pnm-n", "hlb-1", "hlb-o", "um-1", "um-o", "um")


@cache
def shipped(method_id: str) -> Method:
    return load_methods(METHODS)[method_id]


def meeting(method_id: str, **more: object) -> MeetingPlan:
    held = shipped(method_id)
    return replace(plan(method=held, minutes=target_minutes(held, interpreter=False)), **more)  # type: ignore[arg-type]


def told(method_id: str, **more: object) -> Told:
    return Told(meeting(method_id, **more)).starts()


def played_through(method_id: str) -> Told:
    """Every round held to its end, in the method's own order."""
    held = told(method_id)
    for part in held.plan.method.parts:
        held.enters(part.id)
        while held._fact("next") is not None:
            held.goes_on().after(20)
    return held


@pytest.mark.parametrize("method_id", SHIPPED)
def test_r026_the_agenda_is_followed_and_a_referat_comes_out_of_it(method_id: str) -> None:
    held = played_through(method_id)
    held.does(cmd.FinishMeeting("Prøve"))
    facts = record(held.history)
    assert [part.id for part in facts.parts] == [part.id for part in held.plan.method.parts]
    assert all(part.begun for part in facts.parts) and facts.finished


@pytest.mark.parametrize("method_id", SHIPPED)
def test_r027_the_meeting_keeps_its_leader_and_sums_up_before_it_ends(method_id: str) -> None:
    held = told(method_id).refuses("last_leader", cmd.Leave("maja"))
    asked = {one.code.value for one in missing(held.state)}
    has_board = any(part.task is PartTask.BOARD for part in held.plan.method.parts)
    assert ("board_not_summarised" in asked) == has_board


@pytest.mark.parametrize("method_id", SHIPPED)
def test_r028_r095_the_leader_sees_whose_turn_it_is_and_what_is_left_of_turn_part_and_meeting(method_id: str) -> None:
    held = told(method_id).does(cmd.OpenNextRound())
    first = held._fact("next")
    held.goes_on().after(10).expects(speaking=first, spoken=10.0, part_used=10.0)
    state, speaking = held.state, held.state.speaking()
    assert speaking is not None and speaking.budget
    assert queries.turn_left(speaking, held.now) == pytest.approx(speaking.budget - 10)
    assert queries.part_left(state, held.now) == state.planned[state.part] - 10
    ids = [part.id for part in state.parts]
    passed_over = sum(state.planned[part] for part in ids[: ids.index(state.part)])
    ahead_of_plan = queries.agreed_end(state, held.now) - queries.expected_end(state, held.now)
    assert ahead_of_plan.total_seconds() == pytest.approx(passed_over)


def test_r029_r031_the_authority_takes_part_on_equal_terms_with_the_other_professionals() -> None:
    people = (*FAMILY, Person("bo", "Bo Ravn", "Bo", Role.AUTHORITY, seat=8))
    assert {person.network for person in people if person.role in (Role.AUTHORITY, Role.PROFESSIONAL)} == {
        Network.PROFESSIONAL
    }
    held = Told(replace(meeting("din-1"), people=people)).starts().enters("d5")
    held.gives("mikkel", "lone", "peter", "kirsten", "hanne", "soeren", "bo", each=18 * 60 / 7)
    assert len({round(turn.budget or 0, 3) for turn in held.state.rounds["d5"]}) == 1


def test_r030_r103_the_authority_makes_its_role_clear_in_a_part_of_its_own() -> None:
    (part,) = [part for part in shipped("din-1").parts if part.task is PartTask.AUTHORITY]
    assert part.kind is PartKind.INFO and not part.optional
    assert any("beslutte" in line for line in part.prompts.say)
    told("din-1").refuses("part_protected", cmd.DropPart(part.id))


def test_r074_r075_the_childs_and_the_familys_own_words_stand_in_the_record() -> None:
    held = told("din-1").enters("d4").goes_on().expects(speaking="mikkel").notes("mikkel", "Jeg kan lide at lave mad.")
    held.goes_on().notes("lone", "Han er så glad hos farmor.")
    assert [(note.person, note.text) for note in record(held.history).notes] == [
        ("mikkel", "Jeg kan lide at lave mad."),
        ("lone", "Han er så glad hos farmor."),
    ]


@pytest.mark.parametrize(("method_id", "limit", "with_tolk"), [("pnm-1", 120, 180), ("pnm-n", 120, 180)])
def test_r076_r093_the_hard_limits_with_and_without_a_tolk(method_id: str, limit: int, with_tolk: int) -> None:
    for minutes, language, over in (
        (limit, "", False),
        (limit + 1, "", True),
        (with_tolk, "somali", False),
        (with_tolk + 1, "somali", True),
    ):
        held = meeting(method_id, planned_minutes=minutes, interpreter_language=language, over_reason="Derfor")
        assert held.over_hard_limit is over
        overridden = record(Told(held).starts().history).overridden
        assert overridden == (("over_hard_limit",) if over else ())


def test_r076_two_hours_become_three_with_a_tolk() -> None:
    for method_id in ("din-1", "pnm-1", "pnm-n"):
        assert target_minutes(shipped(method_id), interpreter=True) == 1.5 * target_minutes(
            shipped(method_id), interpreter=False
        )


def test_r092_the_practice_of_aalborg_is_two_hours_at_most() -> None:
    long = meeting("din-1", planned_minutes=200)
    assert record(Told(long).starts().history).overridden == ()
    assert replace(long, method=long.method.under("aalborg")).over_hard_limit


@pytest.mark.parametrize("minutes", [90, 120, 180])
def test_r091_a_first_meeting_lasts_from_an_hour_and_a_half_to_three_hours(minutes: int) -> None:
    held = shipped("din-1")
    assert sum(spread(held, minutes, interpreter=False).values()) == minutes * 60
    assert record(Told(meeting("din-1", planned_minutes=minutes)).starts().history).overridden == ()


def test_r092_two_hours_include_a_break() -> None:
    held = shipped("din-1")
    assert target_minutes(held, interpreter=False) == 120
    (rest,) = [part for part in held.parts if part.kind is PartKind.BREAK]
    at_the_break = told("din-1").enters("d7").does(cmd.BeginPause(10)).expects(part=rest.id)
    assert at_the_break.state.pauses[0].part == rest.id


def test_r097_three_phases_of_a_din_meeting_in_their_order() -> None:
    held = shipped("din-1")
    phases = list(dict.fromkeys(part.phase for part in held.parts))
    assert phases == ["velkomst", "beskrivende", "reflekterende", "aftaler", "afslutning"]
    assert [phase.id for phase in held.phases] == phases


def test_r098_at_least_one_round_in_the_describing_and_in_the_reflecting_phase() -> None:
    held = played_through("din-1")
    rounds = {held.plan.method.part(part).phase for part in held.state.rounds}
    assert {"beskrivende", "reflekterende"} <= rounds
    assert any(part.kind is PartKind.AGREEMENTS for part in held.plan.method.parts)


@pytest.mark.parametrize("method_id", SHIPPED)
def test_r099_each_round_has_its_fixed_order_and_a_turn_out_of_it_is_kept(method_id: str) -> None:
    held = told(method_id).does(cmd.OpenNextRound())
    order = held._fact("order")
    assert isinstance(order, tuple)
    if len(order) > 1:
        held.gives(order[-1], each=5).expects(next=order[0], order=order)
        assert held.turn(order[-1]).state is TurnState.SPEAKING


def test_r101_what_goes_well_comes_first() -> None:
    rounds = [part for part in shipped("din-1").parts if part.kind is PartKind.ROUND and part.phase == "beskrivende"]
    assert "det, der går godt" in rounds[0].title.lower()


def test_r102_there_is_a_round_of_wishes_and_a_board_to_sum_up_on() -> None:
    held = shipped("din-1")
    assert any("Ønsker" in part.title for part in held.parts if part.kind is PartKind.ROUND)
    assert any(part.task is PartTask.BOARD for part in held.parts)
    summed = told("din-1").enters("d7").does(cmd.WriteBoard("En fast person i skolen"))
    assert record(summed.history).board == ("En fast person i skolen",)


def test_r104_the_agreements_are_the_plan_that_is_followed_up_next_time() -> None:
    first = told("din-1").enters("d11").agrees("Kirsten henter", "kirsten", start=date(2026, 12, 2))
    kept = record(first.history).agreements[0]
    carried = (CarriedAgreement(kept.number, kept.text, kept.owner or "", kept.start, kept.due, kept.sign),)
    second = told("din-o", carried=carried, number_in_series=2)
    assert second.plan.method.has_status_part
    second.does(cmd.GiveStatus(1, "i gang"))
    assert [(one.text, one.status) for one in record(second.history).agreements] == [("Kirsten henter", "i gang")]


@pytest.mark.parametrize("method_id", SHIPPED)
def test_r105_every_round_has_a_question_to_ask_and_tips_on_how_to_lead_it(method_id: str) -> None:
    for part in shipped(method_id).parts:
        if part.has_turns:
            assert part.prompts.say and part.prompts.tips


@pytest.mark.parametrize("name", ["hlb", "um"])
def test_r106_the_same_agenda_serves_the_first_meeting_and_the_next_ones(name: str) -> None:
    first, later = shipped(f"{name}-1"), shipped(f"{name}-o")
    assert (first.first_meeting, later.first_meeting, first.next_method, later.next_method) == (
        True,
        False,
        f"{name}-o",
        f"{name}-o",
    )
    assert [part.title for part in first.parts] == [part.title for part in later.parts]


def test_r107_the_principles_go_with_the_record() -> None:
    facts = record(told("hlb-1").history)
    assert facts.principles == shipped("hlb-1").principles != ()


@pytest.mark.parametrize("method_id", ["hlb-1", "hlb-o", "um-1", "um-o"])
def test_r108_the_agenda_has_its_six_points_in_their_order(method_id: str) -> None:
    held = played_through(method_id)
    points = [held.plan.method.part(part).title.split(".")[0] for part in held.state.part_time]
    assert points == ["1", "2", "3", "4a", "4b", "4c", "5", "6"]


def test_r109_a_started_measure_goes_on_is_changed_or_stops() -> None:
    carried = (CarriedAgreement(1, "Læsebånd", "hanne"),)
    held = told("hlb-o", carried=carried).enters("i4")
    for word in ("fortsætter", "ændres", "stopper"):
        held.does(cmd.GiveStatus(1, word))
    held.refuses("unknown_status", cmd.GiveStatus(1, "gjort"))


def test_r110_new_measures_are_put_in_order_in_their_own_round() -> None:
    held = told("hlb-1").enters("h5").agrees("Læsebånd", "hanne").agrees("Fast voksen", "soeren")
    held.does(cmd.RankAgreements((2, 1)))
    assert {one.number: one.priority for one in record(held.history).agreements} == {1: 2, 2: 1}


def test_r111_responsible_and_deadline_are_asked_for_before_the_end() -> None:
    held = told("hlb-1").enters("h6").agrees("Læsebånd")
    assert {"agreement_without_owner", "agreement_without_date"} <= {one.code.value for one in missing(held.state)}
    held.agrees("Læsebånd", "hanne", due=date(2027, 1, 4), number=1)
    assert not {"agreement_without_owner", "agreement_without_date"} & {one.code.value for one in missing(held.state)}


@pytest.mark.parametrize("method_id", ["hlb-1", "hlb-o", "um-1", "um-o"])
def test_r112_r142_the_familys_experience_is_a_part_of_its_own(method_id: str) -> None:
    held = told(method_id)
    (part,) = [part for part in held.plan.method.parts if part.task is PartTask.EXPERIENCE]
    assert [group.code for group in part.order] == [GroupCode.CHILD, GroupCode.PARENTS, GroupCode.PRIVATE]
    held.enters(part.id).expects(order=("mikkel", "lone", "peter", "kirsten"))
    held.does(cmd.TellExperience("Alle hørte det samme"))
    assert record(held.history).experience == ("Alle hørte det samme",)


@pytest.mark.parametrize("method_id", SHIPPED)
def test_r119_r126_the_date_of_the_next_meeting_is_asked_for_at_the_meeting(method_id: str) -> None:
    held = told(method_id)
    has_part = any(part.task is PartTask.FOLLOW_UP for part in held.plan.method.parts)
    assert has_part or method_id == "um"
    assert "follow_up_missing" in {one.code.value for one in missing(held.state)}
    held.does(cmd.SetFollowUp(datetime(2027, 1, 26, 16, 0)))  # noqa: DTZ001
    assert "follow_up_missing" not in {one.code.value for one in missing(held.state)}


@pytest.mark.parametrize("method_id", ["din-1", "din-o", "pnm-1", "pnm-n"])
def test_r120_there_is_always_a_next_meeting(method_id: str) -> None:
    held = shipped(method_id)
    assert held.follow_up.required and held.next_method in ("din-o", "pnm-n")


def test_r121_following_meetings_are_shorter() -> None:
    lengths = {
        minutes: sum(spread(shipped("din-o"), minutes, interpreter=False).values()) // 60 for minutes in (60, 90, 120)
    }
    assert lengths == {60: 60, 90: 90, 120: 120}
    assert target_minutes(shipped("din-o"), interpreter=False) < target_minutes(shipped("din-1"), interpreter=False)


@pytest.mark.parametrize("method_id", ["pnm-1", "pnm-n"])
def test_r123_eight_to_eleven_weeks_lie_between_the_meetings_of_a_series(method_id: str) -> None:
    rule = shipped(method_id).follow_up
    held = date(2026, 11, 23)

    def remarks(days: int) -> list[FollowUpCode]:
        day = date.fromordinal(held.toordinal() + days)
        return [remark.code for remark in follow_up_remarks(rule, held, day, held, {})]

    assert remarks(56) == remarks(77) == []
    assert FollowUpCode.TOO_EARLY in remarks(55) and FollowUpCode.TOO_LATE in remarks(78)


def test_r124_one_next_meeting_is_agreed_at_a_time() -> None:
    held = told("pnm-1")
    for when in (datetime(2027, 1, 19, 16, 0), datetime(2027, 1, 26, 16, 0)):  # noqa: DTZ001
        held.does(cmd.SetFollowUp(when))
    follow_up = record(held.history).follow_up
    assert follow_up is not None and follow_up.at == datetime(2027, 1, 26, 16, 0)  # noqa: DTZ001


def test_r125_a_meeting_knows_its_number_in_the_series() -> None:
    assert [record(told("pnm-n", number_in_series=number).history).number_in_series for number in (2, 3, 4)] == [
        2,
        3,
        4,
    ]


def test_what_began_before_the_first_meeting_is_gone_through_in_4a_whoever_is_there() -> None:
    held = told("hlb-1").enters("h4")
    held.does(cmd.WriteAgreement("Læsebånd", "hanne", date(2026, 9, 1), started=True))
    held.does(cmd.GiveStatus(1, "fortsætter"))
    (one,) = record(held.history).agreements
    assert (one.carried, one.started, one.start, one.status) == (True, True, date(2026, 9, 1), "fortsætter")
    assert "agreement_without_date" not in {found.code.value for found in missing(held.state)}
    told("din-1").refuses("no_status_part", cmd.WriteAgreement("Læsebånd", "hanne", started=True))
