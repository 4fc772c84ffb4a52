"""Pause, the method's own break, time-out; and a hole in the time after sleep, crash or power cut (R092, R094)."""

from datetime import timedelta

import pytest

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting import queries
from netmoede_desktop.domain.meeting.state import PauseKind
from netmoede_desktop.domain.minutes.from_meeting import record
from tests.domain.meeting.script import STARTS, Told, plan


def in_round() -> Told:
    return Told().starts().at("16:06").enters("åbning")


def test_r094_a_pause_in_a_round_belongs_to_no_part_and_the_round_goes_on_after_it() -> None:
    told = in_round().gives("mikkel", each=30).does(cmd.BeginPause(10)).after(300)
    told.expects(speaking=None, silent=None, spoken=30.0, part_used=30.0, part="åbning")
    told.does(cmd.EndPause()).after(5).expects(speaking="mikkel", spoken=35.0, part_used=35.0)
    (pause,) = record(told.history).pauses
    assert (pause.part, pause.seconds, pause.started) == (None, 300, STARTS + timedelta(minutes=6, seconds=30))


def test_videre_ends_a_pause_and_stays_where_it_was() -> None:
    told = in_round().gives("mikkel", each=30).does(cmd.BeginPause(10)).after(300).goes_on()
    told.expects(speaking="mikkel", part="åbning").goes_on().expects(speaking="lone")


def test_giving_the_word_or_pas_ends_a_pause() -> None:
    told = in_round().gives("mikkel", each=30).does(cmd.BeginPause(10)).after(60).gives("lone")
    told.expects(speaking="lone").does(cmd.TimeOut()).passes("lone")
    assert told.state.pause is None
    told.does(cmd.TimeOut()).does(cmd.NextPart(confirmed=True)).expects(part="forældre")
    told.does(cmd.TimeOut()).does(cmd.OpenNextRound()).expects(part="veje")
    assert told.state.pause is None


def test_r092_a_pause_where_only_parts_without_turns_lie_before_it_is_the_methods_own_break() -> None:
    told = Told().starts().enters("forældre").gives("lone", "peter", each=60).does(cmd.BeginPause(10)).after(480)
    told.expects(part="hvil", part_used=480.0, silent=None).does(cmd.EndPause())
    (pause,) = record(told.history).pauses
    assert (pause.part, pause.seconds) == ("hvil", 480)
    assert told.state.pauses[0].kind is PauseKind.BREAK
    told.after(10).expects(part_used=490.0)


def test_the_break_asked_for_inside_the_break_part_is_the_break() -> None:
    told = Told().starts().enters("hvil").does(cmd.BeginPause(10))
    assert told.state.pauses[0].part == "hvil"
    told.goes_on().expects(part="veje")


def test_the_break_is_held_once() -> None:
    told = (
        Told().starts().enters("hvil").does(cmd.BeginPause(5)).after(300).does(cmd.EndPause()).does(cmd.BeginPause(2))
    )
    assert [pause.part for pause in told.state.pauses] == ["hvil", None]


def test_a_pause_before_a_round_not_held_yet_is_not_the_break() -> None:
    told = Told().starts().does(cmd.BeginPause(5))
    assert told.state.pauses[0].part is None
    told = Told().starts().enters("aftaler").does(cmd.BeginPause(5))
    assert told.state.pauses[0].part is None and queries.own_break_ahead(told.state) is None


def test_a_pause_after_the_last_round_is_not_a_break() -> None:
    told = Told().starts().enters("slutrunde")
    for person in ("kirsten", "hanne", "soeren", "lone", "peter", "mikkel"):
        told.gives(person, each=5)
    assert queries.own_break_ahead(told.state) is None


def test_a_break_left_out_is_no_break() -> None:
    told = Told().starts().does(cmd.DropPart("hvil")).enters("tavlen").does(cmd.BeginPause(5))
    assert told.state.pauses[0].part is None


def test_time_out_is_a_pause_without_a_return_time() -> None:
    told = in_round().gives("mikkel", each=30).does(cmd.TimeOut()).after(90)
    assert told.state.pause is not None and told.state.pause.kind is PauseKind.TIME_OUT
    told.refuses("already_paused", cmd.TimeOut()).refuses("already_paused", cmd.BeginPause(5))
    told.does(cmd.EndPause()).expects(speaking="mikkel", spoken=30.0)
    assert told.state.pause is None
    told.refuses("not_paused", cmd.EndPause())


@pytest.mark.parametrize("minutes", [0, -3])
def test_a_pause_lasts_more_than_nothing(minutes: float) -> None:
    in_round().refuses("pause_too_short", cmd.BeginPause(minutes))


def test_silence_counts_again_after_a_pause_from_nothing() -> None:
    told = in_round().after(20).expects(silent=20.0).does(cmd.BeginPause(5)).after(300).expects(silent=None)
    told.does(cmd.EndPause()).after(7).expects(silent=7.0)


def test_rest_and_resume_inside_a_pause() -> None:
    told = in_round().gives("mikkel", each=10).does(cmd.TimeOut()).after(5).does(cmd.RestWord()).after(5)
    told.expects(silent=None).does(cmd.EndPause()).after(4).expects(silent=4.0, spoken=10.0)
    told.does(cmd.TimeOut()).does(cmd.ResumeWord()).after(60).expects(spoken=10.0)
    told.does(cmd.EndPause()).after(3).expects(spoken=13.0)


# -- a hole in the time


def after_sleep() -> Told:
    """Kirsten has spoken for a minute when the lid is closed at 16.08; it is opened at 16.15."""
    told = in_round().at("16:07").gives("kirsten").at("16:08").notes("kirsten", "Vi laver mad om lørdagen.")
    since = told.now
    return told.at("16:15").does(cmd.ReportGap(since), step=False)


def test_a_gap_is_asked_about_with_its_length() -> None:
    told = after_sleep()
    assert told.state.gap is not None and told.state.gap.length == timedelta(minutes=7)


def test_tæl_med_counts_the_gap() -> None:
    told = after_sleep().at("16:16").does(cmd.CountGap()).expects(speaking="kirsten", spoken=540.0, part_used=600.0)
    assert told.state.gap is None and told.state.pauses == ()


def test_regn_som_pause_takes_the_gap_out_of_every_clock() -> None:
    told = after_sleep().at("16:16").does(cmd.GapAsPause()).expects(speaking="kirsten", spoken=120.0, part_used=180.0)
    (pause,) = record(told.history).pauses
    assert (pause.seconds, pause.part) == (420, None)
    told.after(10).expects(spoken=130.0)


def test_gå_tilbage_leaves_the_word_where_it_was_before_the_gap() -> None:
    told = after_sleep().at("16:16").does(cmd.GoBackToGap()).expects(speaking=None, spoken=60.0, silent=60.0)
    told.expects(part_used=180.0).after(30).expects(spoken=60.0, silent=90.0)
    assert told.state.pauses == ()
    told.does(cmd.ResumeWord()).after(5).expects(speaking="kirsten", spoken=65.0)


@pytest.mark.parametrize(("answer", "silent", "used"), [
    (cmd.CountGap(), 540.0, 600.0), (cmd.GapAsPause(), 120.0, 180.0), (cmd.GoBackToGap(), 120.0, 180.0),
])  # fmt: skip
def test_a_gap_in_a_silence(answer: cmd.Command, silent: float, used: float) -> None:
    told = in_round().at("16:07").gives("kirsten").passes("kirsten").at("16:08").notes("kirsten", "…")
    since = told.now
    told.at("16:15").does(cmd.ReportGap(since)).at("16:16").does(answer).expects(silent=silent, part_used=used)


def test_a_gap_that_begins_with_the_silence_is_all_of_it() -> None:
    told = in_round().gives("kirsten", each=60).passes("kirsten")
    since = told.now
    told.at("16:15").does(cmd.ReportGap(since)).does(cmd.GapAsPause()).at("16:16").expects(silent=60.0)


def test_a_gap_in_a_pause_asks_nothing() -> None:
    told = in_round().gives("mikkel", each=30).does(cmd.BeginPause(10))
    since = told.now
    told.after(600).does(cmd.ReportGap(since))
    assert told.state.gap is None
    told.does(cmd.EndPause()).expects(spoken=30.0)


def test_a_gap_while_the_tolk_talked_is_the_tolks() -> None:
    told = in_round().gives("lone", each=30).does(cmd.BeginInterpreting()).after(20)
    told.after(400).does(cmd.ReportGap(told.now - timedelta(seconds=400))).does(cmd.GapAsPause())
    told.expects(spoken=30.0)
    assert told.turn("lone").interpreter.elapsed(told.now).total_seconds() == 20
    told = in_round().gives("lone", each=30).does(cmd.BeginInterpreting()).after(20).after(400)
    told.does(cmd.ReportGap(told.now - timedelta(seconds=400))).does(cmd.GoBackToGap()).after(9).expects(silent=9.0)
    assert told.turn("lone").interpreter.elapsed(told.now).total_seconds() == 20


def test_a_gap_during_an_indskud_is_nobodys() -> None:
    told = in_round().gives("lone", each=30).does(cmd.BeginRemark("hanne")).after(400)
    told.does(cmd.ReportGap(told.now - timedelta(seconds=400))).does(cmd.GapAsPause()).expects(
        spoken=30.0, part_used=30.0
    )


def test_a_gap_answered_late_is_taken_from_the_turn_and_part_that_had_it() -> None:
    told = after_sleep().at("16:16").gives("hanne").at("16:17").enters("forældre").at("16:18").does(cmd.GapAsPause())
    assert told.spoken("kirsten", part_id="åbning") == 120 and told.spoken("hanne", part_id="åbning") == 60
    assert queries.part_used(told.state, "åbning", told.now) == 240
    told.expects(part_used=60.0)


def test_going_back_after_the_word_has_moved_leaves_the_new_speaker_the_word() -> None:
    told = after_sleep().at("16:16").gives("hanne").at("16:17").does(cmd.GoBackToGap()).expects(speaking="hanne")
    assert told.spoken("kirsten") == 120
    told.expects(spoken=60.0)


def test_the_gap_follows_the_turn_when_the_order_or_the_person_is_put_right() -> None:
    dragged = ("soeren", "hanne", "kirsten", "peter", "lone", "mikkel")
    told = after_sleep().does(cmd.ReorderRound(dragged)).does(cmd.ItWas("lone")).does(cmd.GapAsPause())
    told.expects(speaking="lone", spoken=60.0)
    assert told.spoken("kirsten") == 0


def test_a_gap_that_follows_on_another_is_the_same_and_one_worked_past_is_counted() -> None:
    told = after_sleep()
    since = told.now
    told.at("16:20").does(cmd.ReportGap(since))
    assert told.state.gap is not None and told.state.gap.length == timedelta(minutes=12)
    told.at("16:21").gives("hanne").at("16:22").notes("hanne", "Hej.")
    since = told.now
    told.at("16:30").does(cmd.ReportGap(since)).does(cmd.GapAsPause()).expects(speaking="hanne", spoken=60.0)
    assert told.spoken("kirsten") == 14 * 60


def test_a_gap_begins_no_earlier_than_the_last_that_happened() -> None:
    told = after_sleep().does(cmd.CountGap())
    told.at("16:16").does(cmd.ReportGap(STARTS))
    assert told.state.gap is not None and told.state.gap.length == timedelta(minutes=1)


def test_a_clock_set_back_while_the_app_was_down_takes_nothing_from_anybody() -> None:
    told = in_round().gives("mikkel").at("16:16").notes("mikkel", "Jeg har talt længe.")
    told.now = STARTS
    told.gives("lone").expects(speaking="lone", spoken=0.0)
    assert told.spoken("mikkel") == 600 and queries.part_used(told.state, "åbning", told.state.last_at or STARTS) == 600
    told.now = STARTS
    told.undoes()
    assert told.state.last_at == STARTS + timedelta(minutes=16)
    told.at("16:17").expects(speaking="mikkel", spoken=660.0)


def test_a_gap_needs_a_past_and_an_answer_needs_a_gap() -> None:
    told = in_round().refuses("gap_in_future", cmd.ReportGap(STARTS + timedelta(hours=1)))
    for answer in (cmd.CountGap(), cmd.GapAsPause(), cmd.GoBackToGap()):
        told.refuses("no_gap", answer)


def test_r094_a_long_meeting_is_reminded_of_a_pause() -> None:
    told = Told(plan(minutes=120)).starts().at("17:29")
    assert not queries.pause_due(told.state, told.now)
    assert queries.pause_due(told.at("17:30").state, told.now)
    told.does(cmd.BeginPause(5)).after(300)
    assert not queries.pause_due(told.state, told.now)
    told.does(cmd.EndPause()).after(89 * 60)
    assert not queries.pause_due(told.state, told.now)
    assert queries.pause_due(told.after(60).state, told.now)
    short = Told(plan(minutes=80)).starts().at("18:00")
    assert not queries.pause_due(short.state, short.now)
