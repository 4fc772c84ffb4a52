"""The lane: one job after the other, answers in the windows' thread, and a job nobody waits for tells nobody."""

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.system.lane import Lane


@pytest.fixture
def lane(qtbot: QtBot) -> Iterator[Lane]:
    """An open lane, closed afterwards."""
    made = Lane()
    yield made
    made.close()


def nothing(_: object) -> None:
    """Listens to nothing."""


def test_jobs_run_in_order_elsewhere_and_answer_here(lane: Lane, qtbot: QtBot) -> None:
    told: list[tuple[int, bool]] = []
    here = threading.get_ident()
    seen: list[bool] = []

    def job(number: int) -> int:
        seen.append(threading.get_ident() == here)
        return number

    for number in range(3):
        lane.run(lambda n=number: job(n), lambda n: told.append((n, threading.get_ident() == here)), nothing)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(told) == 3)
    assert told == [(0, True), (1, True), (2, True)]
    assert seen == [False, False, False]


def test_what_goes_wrong_is_told_and_the_next_job_runs(lane: Lane, qtbot: QtBot) -> None:
    told: list[object] = []
    lane.run(lambda: 1 // 0, nothing, told.append)
    lane.run(lambda: "næste", told.append, nothing)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert isinstance(told[0], ZeroDivisionError)
    assert told[1] == "næste"


def test_a_cancelled_job_is_not_begun_and_never_told(lane: Lane, qtbot: QtBot) -> None:
    begun: list[str] = []
    told: list[object] = []
    gate = threading.Event()
    first = lane.run(lambda: gate.wait(5), told.append, told.append)
    second = lane.run(lambda: begun.append("second"), told.append, told.append)
    first.cancel()
    second.cancel()
    gate.set()
    lane.run(lambda: "third", told.append, told.append)
    qtbot.waitUntil(lambda: told != [])
    assert (told, begun) == (["third"], [])
    assert first.cancelled


def test_busy_is_told_once_for_all_that_waits(lane: Lane, qtbot: QtBot) -> None:
    told: list[bool] = []
    lane.busy.connect(told.append)
    with qtbot.waitSignal(lane.busy, check_params_cb=lambda busy: not busy):
        for _ in range(3):
            lane.run(lambda: None, nothing, nothing)
    assert told == [True, False]


def test_when_the_lane_is_closed_answers_that_are_on_their_way_tell_nobody(qtbot: QtBot) -> None:
    """Their windows may be gone: nothing is said to them."""
    lane = Lane()
    told: list[object] = []
    ended: list[bool] = []
    lane.run(lambda: "svar", told.append, told.append)
    lane.busy.connect(ended.append)
    lane.close()
    qtbot.waitUntil(lambda: ended == [False])
    assert told == []


def test_what_was_asked_for_is_done_and_told_before_the_end(lane: Lane) -> None:
    told: list[int] = []
    for number in range(3):
        lane.run(lambda n=number: n, told.append, nothing)  # type: ignore[misc]
    lane.finish()
    assert told == [0, 1, 2]
    lane.close()
    lane.finish()


def test_a_closed_lane_takes_no_more(lane: Lane) -> None:
    told: list[object] = []
    lane.close()
    task = lane.run(lambda: "for sent", told.append, told.append)
    assert task.cancelled
    assert told == []
