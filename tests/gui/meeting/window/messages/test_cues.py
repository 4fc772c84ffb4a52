"""The mødeleder is told of the time once when it is up, once half a minute later, and then left in peace."""

from dataclasses import replace

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.gui.meeting.window.messages.cues import Cue, Cues
from netmoede_desktop.services.meeting.view.build import clock_reading, meeting_view
from netmoede_desktop.services.meeting.view.values import ClockReading, MeetingView
from tests.domain.meeting.script import Told


def moment(told: Told) -> tuple[MeetingView, ClockReading]:
    return meeting_view(told.history), clock_reading(told.state, told.now)


def heard(cues: Cues, told: Told, *seconds: float) -> list[Cue]:
    """What is told when the clocks are looked at after each of these times."""
    found = [cues.at(*moment(told.after(each))) for each in seconds]
    return [cue for cue in found if cue is not None]


def speaking() -> Told:
    """Mikkel has the word, for a little under two minutes."""
    return Told().starts().goes_on().goes_on()


def budget(told: Told) -> float:
    left = moment(told)[1].turn_left
    assert left is not None
    return left


def test_once_at_the_end_once_later_and_never_again() -> None:
    told = speaking()
    assert heard(Cues(), told, budget(told) - 1, 2, 5, 30, 60, 600) == [Cue.TIME_UP, Cue.STILL_OVER]


def test_who_looks_late_is_told_less_not_more() -> None:
    told = speaking()
    assert heard(Cues(), told, budget(told) + 45, 10, 300) == [Cue.STILL_OVER]


def test_each_turn_is_told_of_by_itself() -> None:
    told, cues = speaking(), Cues()
    first = heard(cues, told, budget(told) + 1)
    told.goes_on()
    assert (first, heard(cues, told, budget(told) + 1)) == ([Cue.TIME_UP], [Cue.TIME_UP])


def test_nobody_is_told_to_round_off_whose_time_the_others_have_used() -> None:
    view, reading = moment(speaking())
    assert Cues().at(view, replace(reading, turn_budget=0.0, turn_left=-40.0, turn_state="over")) is None


def test_a_minute_more_lets_it_be_told_once_more() -> None:
    told, cues = speaking(), Cues()
    heard(cues, told, budget(told) + 1)
    told.does(cmd.AddTime())
    assert heard(cues, told, 1, 60, 1) == [Cue.TIME_UP]


def test_nobody_is_hurried_who_is_let_run_or_speaks_through_the_tolk_or_rests_in_a_pause() -> None:
    for command in (cmd.LetRun(), cmd.BeginInterpreting(), cmd.BeginPause(10)):
        told = speaking()
        left = budget(told)
        assert heard(Cues(), told.does(command), left + 60, 60) == []


def test_a_pause_that_is_due_is_spoken_of_once_until_one_has_been_held() -> None:
    told, cues = speaking(), Cues()
    view, reading = moment(told.does(cmd.RestWord()))
    due = replace(reading, pause_due=True)
    said = [cues.at(view, one) for one in (reading, due, due, reading, due)]
    assert said == [None, Cue.PAUSE_DUE, None, None, Cue.PAUSE_DUE]


def test_the_end_of_the_time_of_a_pause_is_told_once_and_of_each_pause_by_itself() -> None:
    told, cues = speaking().does(cmd.BeginPause(10)), Cues()
    assert heard(cues, told, 599) == []
    assert heard(cues, told, 1, 1, 60, 600) == [Cue.PAUSE_OVER]
    told.does(cmd.EndPause()).does(cmd.BeginPause(5))
    assert heard(cues, told, 60, 240, 1) == [Cue.PAUSE_OVER]


def test_a_time_out_has_no_time_that_could_go() -> None:
    assert heard(Cues(), speaking().does(cmd.TimeOut()), 600, 3600) == []


def test_nothing_is_said_while_it_is_not_known_what_time_to_count() -> None:
    told, cues = speaking(), Cues()
    began = told.now
    told.after(budget(told) + 120).does(cmd.ReportGap(began))
    assert heard(cues, told, 1, 60) == []
    told.does(cmd.CountGap())
    assert heard(cues, told, 1) == [Cue.STILL_OVER]
