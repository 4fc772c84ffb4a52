"""What the clocks show: this turn, this part, the phase, the whole meeting; and when nobody is to be hurried."""

from datetime import timedelta

import pytest

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting.clock import TimeState
from netmoede_desktop.domain.meeting.history import begin
from netmoede_desktop.domain.meeting.slippage import ChoiceKind
from netmoede_desktop.services.meeting.view.build import clock_reading
from netmoede_desktop.services.meeting.view.values import ClockReading, SpeakingTime
from netmoede_desktop.services.room.audience_view import SHARES, audience_share
from tests.domain.meeting.script import STARTS, Told, plan

#: The opening round has 12 minutes for six people, a tenth for handing over the word.
BUDGET = 12 * 60 * 0.9 / 6


def reading(told: Told, after: float = 0.0) -> ClockReading:
    return clock_reading(told.state, told.now + timedelta(seconds=after))


def speaking() -> Told:
    """Mikkel has just got the word in the opening round."""
    return Told().starts().enters("åbning").gives("mikkel")


@pytest.mark.parametrize(
    ("used", "state"),
    [
        (0, TimeState.GOOD),
        (86, TimeState.GOOD),
        (87, TimeState.ROUND_OFF),
        (107, TimeState.ROUND_OFF),
        (108, TimeState.OVER),
        (500, TimeState.OVER),
    ],
)
def test_a_turn_is_told_as_used_left_and_in_a_word(used: int, state: str) -> None:
    shown = reading(speaking(), used)
    assert (shown.turn_used, shown.turn_budget, shown.turn_left) == (used, BUDGET, BUDGET - used)
    assert shown.turn_state == state


def test_nobody_is_hurried_who_may_run_or_speaks_freely_or_while_the_tolk_talks() -> None:
    assert reading(speaking().does(cmd.LetRun()), 500).turn_state is None
    assert reading(speaking().does(cmd.LetRun()), 500).turn_left == BUDGET - 500
    free = reading(Told().starts().enters("frit").gives("lone"), 30)
    assert (free.turn_state, free.turn_left, free.turn_budget, free.turn_used) == (None, None, None, 30)
    told = speaking().after(20).does(cmd.BeginInterpreting())
    shown = reading(told, 40)
    assert (shown.turn_state, shown.turn_used, shown.interpreter_used) == (None, 20, 40)
    assert reading(told.after(40).does(cmd.EndInterpreting())).turn_state == TimeState.GOOD


def test_without_a_turn_there_is_none_to_show() -> None:
    shown = reading(Told().starts(), 25)
    assert (shown.turn_used, shown.turn_left, shown.turn_budget, shown.turn_state) == (None, None, None, None)
    assert (shown.silent_for, shown.interpreter_used) == (25, 0.0)
    assert reading(speaking(), 25).silent_for is None


def test_part_and_phase_count_on() -> None:
    told = Told().starts().after(300).enters("åbning").after(60)
    shown = reading(told, 30)
    assert (shown.part_used, shown.part_planned) == (90, 720)
    assert (shown.phase_used, shown.phase_planned) == (390, 70 * 60), "the small method has one phase"


def test_the_end_is_expected_and_compared_with_what_was_agreed() -> None:
    told = Told().starts().after(10 * 60)
    shown = reading(told)
    assert shown.agreed_end == STARTS + timedelta(minutes=70)
    assert shown.slip == timedelta(minutes=4), "the welcome was planned for six minutes"
    assert shown.now.utcoffset() == STARTS.utcoffset()
    assert reading(told.does(cmd.ExtendMeeting(15))).slip == timedelta(minutes=-11)


def test_choices_are_offered_from_a_minute_behind_while_the_meeting_runs() -> None:
    assert reading(Told().starts(), 6 * 60 + 59).choices == ()
    kinds = {choice.kind for choice in reading(Told().starts(), 7 * 60).choices}
    assert {ChoiceKind.SHORTEN, ChoiceKind.EXTEND, ChoiceKind.DROP_BREAK} <= kinds
    assert clock_reading(begin(plan()).state, STARTS + timedelta(hours=1)).choices == ()
    ended = Told().starts().after(9000).does(cmd.StopMeeting("Alarm"))
    assert reading(ended).choices == () and reading(ended, 60).expected_end == ended.now


def test_a_pause_counts_down_where_it_has_an_end_and_up_where_it_has_none() -> None:
    told = speaking().does(cmd.BeginPause(10))
    assert (reading(told, 60).pause_left, reading(told, 60).pause_elapsed) == (540, 60)
    assert reading(told, 660).pause_left == -60
    out = speaking().does(cmd.TimeOut())
    assert (reading(out, 60).pause_left, reading(out, 60).pause_elapsed) == (None, 60)
    assert (reading(speaking()).pause_left, reading(speaking()).pause_elapsed) == (None, None)


def test_a_pause_is_due_after_ninety_minutes_of_a_long_meeting() -> None:
    told = Told(plan(minutes=100)).starts()
    assert not reading(told, 89 * 60).pause_due
    assert reading(told, 90 * 60).pause_due


def test_own_words_are_summed_by_network_and_the_running_turn_counts() -> None:
    told = Told().starts().enters("åbning").gives("mikkel", "hanne", each=30).gives("lone", each=10)
    assert reading(told, 5).speaking_time == SpeakingTime(private=45, professional=30)


def test_the_rooms_share_shrinks_in_calm_steps_and_stays_at_nothing() -> None:
    told = speaking()
    shares = [audience_share(told.state, told.now + timedelta(seconds=second)) for second in range(200)]
    assert shares[0] == 1.0 and shares[107] == 1 / SHARES and shares[108:] == [0.0] * 92
    assert len(set(shares)) <= SHARES + 1
    assert all(share in [step / SHARES for step in range(SHARES + 1)] for share in shares)
    assert shares == sorted(shares, key=lambda share: -(share or 0.0))


def test_the_rooms_share_is_whole_where_the_turn_may_run_and_none_where_nobody_has_a_budget() -> None:
    told = speaking().does(cmd.LetRun())
    assert audience_share(told.state, told.now + timedelta(hours=1)) == 1.0
    free = Told().starts().enters("frit").gives("lone")
    assert audience_share(free.state, free.now) is None
    assert audience_share(Told().starts().state, STARTS) is None


def test_a_turn_without_any_time_is_over_at_once() -> None:
    told = Told().starts().enters("åbning").after(3600).gives("kirsten", "hanne", "soeren")
    assert reading(told).turn_budget == 0
    assert (reading(told).turn_state, audience_share(told.state, told.now)) == (TimeState.OVER, 0.0)
