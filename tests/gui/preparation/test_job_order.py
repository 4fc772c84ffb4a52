"""What is asked for earlier is done earlier and once, whoever does it; what it gave or raised is told to who asked."""

import threading
from itertools import count

import pytest

from netmoede_desktop.gui.preparation.bridge.job_order import Done, JobOrder


def test_one_that_cannot_wait_does_those_before_it_first() -> None:
    done = count()
    order: JobOrder[int] = JobOrder()
    waiting = [order.ask(lambda: next(done)) for _ in range(2)]
    assert order.ask(lambda: next(done))() == Done(3, 2)
    assert [ask() for ask in waiting] == [Done(1, 0), Done(2, 1)]
    assert next(done) == 3


def test_what_was_refused_is_raised_to_who_asked_and_stops_nobody() -> None:
    order: JobOrder[int] = JobOrder()
    refused = order.ask(lambda: 1 // 0)
    assert order.ask(lambda: 7)() == Done(2, 7)
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            refused()


def test_one_that_is_being_done_is_waited_for() -> None:
    order: JobOrder[int] = JobOrder()
    begun, may_end, done = threading.Event(), threading.Event(), count()

    def slow() -> int:
        begun.set()
        may_end.wait()
        return next(done)

    in_the_lane, at_once = order.ask(slow), order.ask(lambda: next(done))
    lane = threading.Thread(target=in_the_lane)
    lane.start()
    begun.wait()
    threading.Thread(target=may_end.set).start()
    assert at_once() == Done(2, 1)
    assert in_the_lane() == Done(1, 0)
    lane.join()
