"""Time from start instants: run, stop, leave a gap out, and how a turn stands."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netmoede_desktop.domain.meeting.clock import UNUSED, ZERO, Timer, TimeState, time_state

START = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)


def s(seconds: float) -> timedelta:
    return timedelta(seconds=seconds)


def test_a_timer_counts_from_its_start_and_asking_changes_nothing() -> None:
    timer = Timer().start(START)
    assert [timer.elapsed(START + s(seconds)) for seconds in (0, 85, 85, 3600)] == [ZERO, s(85), s(85), s(3600)]


def test_a_stopped_timer_stands_and_goes_on_from_there() -> None:
    stopped = UNUSED.start(START).stop(START + s(40))
    assert stopped.elapsed(START + s(900)) == s(40)
    assert stopped.start(START + s(1000)).elapsed(START + s(1005)) == s(45)


def test_starting_twice_and_stopping_twice_change_nothing() -> None:
    running = Timer().start(START)
    assert running.start(START + s(10)) is running
    stopped = running.stop(START + s(20))
    assert stopped.stop(START + s(30)) is stopped


def test_time_is_never_negative() -> None:
    assert Timer().start(START).elapsed(START - s(10)) == ZERO
    assert Timer(s(5)).without(s(9)).elapsed(START) == ZERO
    assert Timer().start(START).stop(START - s(10)).spent == ZERO


def test_a_gap_is_left_out_of_a_running_and_of_a_stopped_timer() -> None:
    running = Timer(s(30), START)
    assert running.without(s(60)).elapsed(START + s(100)) == s(70)
    assert running.stop(START + s(100)).without(s(60)).elapsed(START + s(900)) == s(70)
    assert running.without(-s(15)).elapsed(START) == s(45)


@given(st.lists(st.tuples(st.floats(0, 5000), st.booleans()), max_size=12))
def test_the_sum_of_what_ran_is_what_it_says(stretches: list[tuple[float, bool]]) -> None:
    timer, now, ran = Timer(), START, ZERO
    for seconds, runs in stretches:
        timer = timer.start(now) if runs else timer.stop(now)
        now += s(seconds)
        ran += s(seconds) if runs else ZERO
    assert timer.elapsed(now) == ran


@pytest.mark.parametrize(
    ("used", "state"),
    [
        (0, TimeState.GOOD),
        (79.9, TimeState.GOOD),
        (80, TimeState.ROUND_OFF),
        (99.9, TimeState.ROUND_OFF),
        (100, TimeState.OVER),
        (500, TimeState.OVER),
    ],
)
def test_the_warning_is_relative_to_the_turn(used: float, state: str) -> None:
    assert time_state(s(100), s(used)) == state


def test_a_turn_without_any_time_is_over_at_once() -> None:
    assert time_state(ZERO, ZERO) == TimeState.OVER
