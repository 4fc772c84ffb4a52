"""The time: live budget, protected floors, expected end, and the choices when the plan slips (R028, R091–R095)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting import queries, slippage
from netmoede_desktop.domain.meeting.plan import MeetingPlan
from netmoede_desktop.domain.meeting.slippage import ChoiceKind, SlippageChoice
from netmoede_desktop.domain.methods.method import Limits, PartKind
from netmoede_desktop.domain.minutes.from_meeting import record
from netmoede_desktop.domain.people.people import Person, Role
from tests.domain.meeting.script import FAMILY, STARTS, Told, method, part, plan

pytestmark = pytest.mark.smoke


def in_round() -> Told:
    return Told().starts().at("16:06").enters("åbning")


def choice(told: Told, kind: ChoiceKind, part_id: str | None = None) -> SlippageChoice | None:
    offered = slippage.choices(told.state, told.now)
    return next((one for one in offered if one.kind is kind and one.part == part_id), None)


def slip_seconds(told: Told) -> float:
    """By how much the expected end is after the agreed one."""
    return (queries.expected_end(told.state, told.now) - queries.agreed_end(told.state, told.now)).total_seconds()


# -- the live budget


def test_what_is_left_of_the_part_is_shared_and_a_tenth_is_hand_over() -> None:
    """R028: 12 minutes, six people: 720 · 0.9 / 6 = 108 s; who is brief leaves more for the rest."""
    told = in_round().gives("mikkel").expects(left=108.0).after(60).gives("lone").expects(left=660 * 0.9 / 5)
    told.after(60).gives("peter").expects(left=600 * 0.9 / 4)


def test_silence_and_indskud_eat_of_what_is_left() -> None:
    told = in_round().passes("mikkel").passes("lone").passes("peter").after(120)
    told.gives("kirsten").expects(left=180.0).does(cmd.BeginRemark("hanne")).after(100)
    told.does(cmd.EndRemark()).gives("hanne").expects(left=225.0)


def test_the_childs_and_the_parents_time_is_a_floor_and_the_others_do_with_less() -> None:
    told = in_round().passes("kirsten").gives("mikkel", each=420)
    told.gives("hanne").expects(left=0.9 * 300 - 2 * 108.0 - 27.0).after(27).gives("lone").expects(left=108.0)
    told.after(108).gives("soeren").expects(left=0.9 * 165 - 108).after(10).gives("peter").expects(left=0.9 * 155)


def test_the_floor_holds_when_nothing_is_left_and_the_others_get_nothing() -> None:
    told = in_round().gives("mikkel", each=900).gives("hanne").expects(left=0.0).gives("lone").expects(left=108.0)
    told.gives("mikkel").expects(left=108.0)


def test_nobody_else_is_given_less_than_nothing() -> None:
    in_round().gives("soeren", each=500).gives("hanne").expects(left=0.0)


def test_the_part_counts_from_when_it_is_entered_and_the_meeting_from_its_start() -> None:
    told = Told().starts().after(90).expects(part_used=90.0).enters("åbning").after(30).expects(part_used=30.0)
    used = {one.id: one.used_seconds for one in record(told.history).parts}
    assert (used["velkomst"], used["forældre"]) == (90, 0)


# -- expected end against agreed end


def test_r095_the_expected_end_is_the_agreed_one_while_all_goes_as_planned() -> None:
    told = Told().starts().expects(ends="17:10:00").at("16:06").enters("åbning").expects(ends="17:10:00")
    told.at("16:12").expects(ends="17:10:00")
    assert queries.agreed_end(told.state, told.now) == STARTS + timedelta(minutes=70)
    assert slip_seconds(told) == 0


def test_r095_going_over_a_part_moves_the_expected_end() -> None:
    told = in_round().at("16:20").expects(ends="17:12:00")
    assert slip_seconds(told) == 120
    told.enters("forældre").expects(ends="17:12:00")
    told = in_round().at("16:10").enters("forældre").expects(ends="17:02:00")


def test_a_late_start_shows_at_once() -> None:
    told = Told().at("16:05").starts().expects(ends="17:15:00")
    assert queries.expected_end(Told().state, STARTS - timedelta(hours=1)) == STARTS + timedelta(minutes=70)
    assert queries.expected_end(Told().state, STARTS + timedelta(minutes=5)) == STARTS + timedelta(minutes=75)
    assert slip_seconds(told) == 300


def test_a_pause_moves_the_expected_end_by_its_length_and_more_when_it_drags_on() -> None:
    told = in_round().does(cmd.BeginPause(10)).expects(ends="17:20:00").after(300).expects(ends="17:20:00")
    told.after(360).expects(ends="17:21:00").does(cmd.EndPause()).expects(ends="17:21:00")
    in_round().does(cmd.TimeOut()).after(120).expects(ends="17:12:00")


def test_the_own_break_ends_when_it_was_said_to() -> None:
    told = Told().starts().at("16:26").enters("hvil").expects(ends="17:10:00")
    told.does(cmd.BeginPause(15)).expects(ends="17:15:00").after(600).expects(ends="17:15:00")
    told.after(360).expects(ends="17:16:00")


def test_an_ended_meeting_ended_when_it_did() -> None:
    in_round().does(cmd.StopMeeting("Barnet blev træt")).after(600).expects(ends="16:06:00", silent=None)


# -- when the plan slips


def test_shorter_turns_gain_what_they_say_and_leave_the_protected_their_share() -> None:
    told = in_round()
    planned = slippage.shortened(told.state, told.now)
    # åbning: 3 of 6 keep their 120 s of 720, the 3 others get 80 s of the shortest 480; slutrunde likewise.
    assert planned == {"åbning": 600, "veje": 540, "slutrunde": 420}
    offered = choice(told, ChoiceKind.SHORTEN)
    assert offered is not None and offered.minutes == pytest.approx((120 + 60 + 60) / 60)
    before = queries.expected_end(told.state, told.now)
    told.does(cmd.ShortenTurns())
    assert before - queries.expected_end(told.state, told.now) == timedelta(minutes=offered.minutes)
    told.gives("mikkel").expects(left=108.0).after(120).gives("hanne").expects(left=72.0)
    told.refuses("nothing_to_shorten", cmd.ShortenTurns())


def test_shorter_turns_count_only_the_turns_that_are_left() -> None:
    told = in_round().gives("lone", "peter", "mikkel", each=120).gives("kirsten", each=120)
    assert slippage.shortened(told.state, told.now)["åbning"] == 480 + 2 * 80
    told.gives("hanne", each=90)
    assert slippage.shortened(told.state, told.now)["åbning"] == 570 + 80
    told.gives("soeren", each=200)
    assert "åbning" not in slippage.shortened(told.state, told.now)


def test_a_round_for_protected_people_only_does_not_get_shorter() -> None:
    assert "forældre" not in slippage.shortened(in_round().state, in_round().now)
    nobody = Told(plan((FAMILY[0], FAMILY[-1]))).starts()
    assert slippage.shortened(nobody.state, nobody.now)["forældre"] == 120


def test_where_no_turn_is_left_there_is_nothing_to_shorten() -> None:
    told = Told().starts().enters("slutrunde").gives("kirsten", "hanne", "soeren", "lone", "peter", "mikkel", each=80)
    assert [one.kind for one in slippage.choices(told.state, told.now)] == [ChoiceKind.EXTEND]


def test_an_optional_round_or_the_break_can_be_left_out_and_says_what_it_gives() -> None:
    told = in_round()
    assert choice(told, ChoiceKind.DROP_ROUND, "veje") == SlippageChoice(ChoiceKind.DROP_ROUND, 10, "veje")
    assert choice(told, ChoiceKind.DROP_BREAK, "hvil") == SlippageChoice(ChoiceKind.DROP_BREAK, 10, "hvil")
    told.does(cmd.DropPart("veje")).expects(ends="17:00:00").does(cmd.DropPart("hvil")).expects(ends="16:50:00")
    assert choice(told, ChoiceKind.DROP_ROUND, "veje") is None
    assert record(told.history).parked == ()
    told.enters("tavlen").goes_on().expects(part="aftaler")


def test_another_round_is_parked_with_its_topic() -> None:
    told = in_round()
    assert choice(told, ChoiceKind.PARK, "slutrunde") == SlippageChoice(ChoiceKind.PARK, 8, "slutrunde")
    told.does(cmd.DropPart("slutrunde")).expects(ends="17:02:00")
    assert record(told.history).parked == ("Slutrunde",)


@pytest.mark.parametrize("protected", ["aftaler", "åbning", "velkomst", "tavlen", "findes ikke"])
def test_agreements_what_has_been_and_what_runs_cannot_be_left_out(protected: str) -> None:
    in_round().refuses("part_protected", cmd.DropPart(protected))


def test_what_has_been_left_out_cannot_be_left_out_again() -> None:
    in_round().does(cmd.DropPart("veje")).refuses("part_protected", cmd.DropPart("veje"))


def test_the_room_can_be_asked_for_a_quarter_of_an_hour() -> None:
    told = in_round()
    assert choice(told, ChoiceKind.EXTEND) == SlippageChoice(ChoiceKind.EXTEND, 15)
    told.does(cmd.ExtendMeeting(15))
    assert queries.agreed_end(told.state, told.now) == STARTS + timedelta(minutes=85)
    for minutes in (0, -5, 61):
        told.refuses("extension_out_of_range", cmd.ExtendMeeting(minutes))


def test_r091_r093_a_longer_meeting_than_the_hard_limit_is_recorded_as_overridden() -> None:
    told = Told(plan(minutes=125)).refuses("over_limit_needs_reason", cmd.StartMeeting(over_reason="  "))
    told.does(cmd.StartMeeting(over_reason="Far kommer langvejs fra"), step=False)
    assert record(told.history).reasons == (("over_hard_limit", "Far kommer langvejs fra"),)
    assert choice(told, ChoiceKind.EXTEND) == SlippageChoice(ChoiceKind.EXTEND, 15, over_limit=True), (
        "why has been said"
    )
    told = Told(plan(minutes=125, over_reason="Mange taler")).starts()
    assert record(told.history).reasons == (("over_hard_limit", "Mange taler"),)
    told = Told(plan(minutes=110)).starts()
    assert record(told.history).overridden == ()
    assert choice(told, ChoiceKind.EXTEND) == SlippageChoice(ChoiceKind.EXTEND, 15, over_limit=True, asks_reason=True)
    told.does(cmd.ExtendMeeting(10))
    assert record(told.history).overridden == ()
    told.refuses("over_limit_needs_reason", cmd.ExtendMeeting(1))
    told.does(cmd.ExtendMeeting(1, "Vi er næsten færdige")).does(cmd.ExtendMeeting(1))
    assert record(told.history).reasons == (("over_hard_limit", "Vi er næsten færdige"),)
    told.undoes(2)
    assert record(told.history).overridden == ()
    told.refuses("over_limit_needs_reason", cmd.ExtendMeeting(1))


def test_r093_with_a_tolk_the_limit_is_another() -> None:
    tolk = Person("farah", "Farah Aden", "Farah", Role.INTERPRETER, seat=8)
    through = tuple(replace(each, through_interpreter=each.id == "lone") for each in FAMILY)
    for meeting in (plan((*FAMILY, tolk)), plan(through), plan(interpreter_language="somali")):
        longer = replace(meeting, planned_minutes=180)
        assert longer.interpreter and not longer.over_hard_limit
        assert replace(longer, planned_minutes=181).over_hard_limit
    assert plan(minutes=121).over_hard_limit and not plan(minutes=120).over_hard_limit


def test_a_method_without_a_limit_is_never_over_it() -> None:
    unlimited: MeetingPlan = plan(method=replace(method(), limits=Limits(None, None)), minutes=600)
    assert not unlimited.over_hard_limit
    told = Told(unlimited).starts()
    assert not slippage.over_hard_limit(told.state, extra=600)


def test_r076_the_tolk_makes_every_part_but_private_time_half_as_long_again() -> None:
    held = method((part("runde", PartKind.ROUND, (4, 6, 8), "FOR"), part("alene", PartKind.PRIVATE, (10, 20, 30))))
    told = Told(plan(method=held, minutes=29, interpreter_language="somali"))
    assert told.state.planned == {"runde": 540, "alene": 1200}


# -- on another day


@pytest.mark.parametrize("days", [-10, 10])
def test_begun_on_another_day_it_is_as_long_as_planned_from_when_it_was_begun(days: int) -> None:
    told = Told()
    told.now += timedelta(days=days, hours=-4)
    before = queries.agreed_end(told.state, told.now), queries.expected_end(told.state, told.now)
    assert before == (told.now + timedelta(minutes=70),) * 2
    begun = told.now
    told.starts().after(600)
    assert queries.agreed_end(told.state, told.now) == begun + timedelta(minutes=70)
    assert slip_seconds(told) < 60 * 60
    assert queries.starts(told.state) == STARTS + timedelta(days=days)


def test_begun_late_on_its_own_day_it_is_behind_its_plan() -> None:
    told = Told()
    told.now += timedelta(hours=2)
    told.starts()
    assert queries.starts(told.state) == STARTS
    assert queries.agreed_end(told.state, told.now) == STARTS + timedelta(minutes=70)
