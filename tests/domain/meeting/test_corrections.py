"""Putting right what was pressed wrong: *begyndte for …*, *det var …*; and indskud, lad løbe, +1 min, tolk."""

import pytest

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting.state import NoteKey
from netmoede_desktop.domain.meeting.vocabulary import Mark, TurnState
from netmoede_desktop.domain.minutes.from_meeting import record
from tests.domain.meeting.script import Told, state_of


def in_round() -> Told:
    return Told().starts().at("16:06").enters("åbning")


# -- begyndte for … siden


def test_begyndte_for_takes_the_time_from_the_former_speaker() -> None:
    told = in_round().gives("mikkel", each=100).gives("lone", each=10)
    told.does(cmd.BackdateWord(40)).expects(speaking="lone", spoken=40.0)
    assert told.spoken("mikkel") == 70
    told.after(5).expects(spoken=45.0, left=66.6)


def test_begyndte_for_takes_silence_first() -> None:
    told = in_round().gives("mikkel", each=100).does(cmd.RestWord()).after(20).gives("lone", each=10)
    told.does(cmd.BackdateWord(25)).expects(spoken=25.0)
    assert told.spoken("mikkel") == 100
    told.does(cmd.BackdateWord(40)).expects(spoken=40.0)
    assert told.spoken("mikkel") == 90


def test_begyndte_for_takes_from_the_one_who_said_pas_or_senere_last() -> None:
    told = in_round().gives("mikkel", each=50).gives("lone", each=50).passes("lone").after(4).gives("peter", each=6)
    told.does(cmd.BackdateWord(30)).expects(spoken=30.0)
    assert (told.spoken("mikkel"), told.spoken("lone")) == (50, 30)


def test_begyndte_for_a_second_time_gives_back_what_was_too_much() -> None:
    told = in_round().gives("mikkel", each=100).gives("lone", each=10).does(cmd.BackdateWord(60))
    assert told.spoken("mikkel") == 50
    told.does(cmd.BackdateWord(20)).expects(spoken=20.0)
    assert told.spoken("mikkel") == 90
    told.does(cmd.BackdateWord(4)).expects(spoken=4.0)
    assert told.spoken("mikkel") == 100


def test_begyndte_for_reaches_no_further_than_the_former_turn() -> None:
    told = in_round().gives("mikkel", each=100).gives("lone", each=15).gives("peter", each=10)
    told.does(cmd.BackdateWord(90)).expects(spoken=25.0)
    assert (told.spoken("mikkel"), told.spoken("lone")) == (100, 0)


def test_begyndte_for_reaches_over_no_part_and_no_pause() -> None:
    told = Told().starts().after(120).enters("åbning").after(5).gives("mikkel", each=10)
    told.does(cmd.BackdateWord(100)).expects(spoken=15.0)
    told = in_round().gives("mikkel", each=60).does(cmd.BeginPause(5)).after(300).gives("lone", each=10)
    told.does(cmd.BackdateWord(100)).expects(spoken=10.0)
    assert told.spoken("mikkel") == 60


def test_begyndte_for_keeps_what_was_interrupted_and_what_was_said_before() -> None:
    told = in_round().gives("mikkel", each=30).defers("mikkel").gives("lone", "peter", "kirsten", "hanne", each=10)
    told.gives("soeren", each=50).gives("mikkel", each=10).does(cmd.BeginRemark("hanne")).after(20)
    told.does(cmd.EndRemark()).after(10).does(cmd.BackdateWord(55)).expects(spoken=30.0 + 35)
    assert told.spoken("soeren") == 35


def test_begyndte_for_less_than_it_lasted_makes_the_turn_shorter() -> None:
    told = in_round().after(10).gives("mikkel", each=60).does(cmd.BackdateWord(20)).expects(spoken=20.0)
    told.does(cmd.BeginRemark("hanne")).after(5).does(cmd.EndRemark()).after(30).does(cmd.BackdateWord(12))
    told.expects(spoken=12.0)


def test_begyndte_for_says_no_where_no_clock_runs() -> None:
    told = in_round().refuses("nobody_speaks", cmd.BackdateWord(5)).gives("mikkel", each=30)
    told.refuses("before_start", cmd.BackdateWord(-1)).refuses("before_start", cmd.BackdateWord(4000))
    told.refuses("before_start", cmd.BackdateWord(float("inf"))).refuses("before_start", cmd.BackdateWord(float("nan")))
    told.refuses("word_rests", cmd.RestWord(), cmd.BackdateWord(5))
    told.refuses("word_rests", cmd.BeginInterpreting(), cmd.BackdateWord(5))
    told.refuses("word_rests", cmd.BeginRemark("hanne"), cmd.BackdateWord(5))
    told.refuses("word_rests", cmd.TimeOut(), cmd.BackdateWord(5))


# -- det var …


def test_det_var_moves_the_turn_and_its_note_to_the_right_one() -> None:
    told = in_round().gives("mikkel", each=30).notes("mikkel", "Jeg kan lide at lave mad.", mark=Mark.RESOURCE)
    told.does(cmd.ItWas("lone")).after(10).expects(speaking="lone", spoken=40.0, left=68.0, next="mikkel")
    assert state_of(told, "mikkel") is TurnState.WAITING
    assert told.spoken("mikkel") == 0
    (note,) = record(told.history).notes
    assert (note.person, note.text, note.mark) == ("lone", "Jeg kan lide at lave mad.", Mark.RESOURCE)


def test_det_var_twice_ends_with_the_right_one_and_leaves_no_trace_on_the_others() -> None:
    told = in_round().gives("mikkel", each=30).does(cmd.ItWas("lone")).does(cmd.ItWas("peter")).after(5)
    told.expects(speaking="peter", spoken=35.0)
    assert told.turns()[:3] == [("mikkel", "venter"), ("lone", "venter"), ("peter", "taler")]


def test_det_var_drops_the_extra_turn_made_by_mistake() -> None:
    told = in_round().gives("mikkel", each=10).gives("lone", each=10).gives("mikkel", each=10)
    told.does(cmd.ItWas("peter")).expects(speaking="peter", spoken=10.0)
    assert told.turns()[:3] == [("mikkel", "talt"), ("lone", "talt"), ("peter", "taler")]
    assert len(told.turns()) == 6


def test_det_var_somebody_who_has_spoken_makes_an_extra_turn() -> None:
    told = in_round().gives("mikkel", each=10).notes("mikkel", "Først.").gives("lone", each=10).notes("lone", "Så.")
    told.does(cmd.ItWas("mikkel")).after(5).expects(speaking="mikkel", spoken=15.0)
    assert told.turn("mikkel", 1).extra and state_of(told, "lone") is TurnState.WAITING
    notes = told.state.capture.notes
    assert {key: note.text for key, note in notes.items()} == {
        NoteKey("åbning", "mikkel", 0): "Først.",
        NoteKey("åbning", "mikkel", 1): "Så.",
    }


def test_det_var_leaves_the_note_that_was_there() -> None:
    told = in_round().notes("lone", "Skrevet i forvejen.").gives("mikkel", each=10).notes("mikkel", "Sagt nu.")
    told.does(cmd.ItWas("lone"))
    assert [note.text for note in record(told.history).notes] == ["Skrevet i forvejen.", "Sagt nu."]
    told.does(cmd.ItWas("peter")).does(cmd.ItWas("kirsten"))
    assert [note.person for note in record(told.history).notes] == ["lone", "kirsten"]


def test_det_var_keeps_what_each_had_used_before() -> None:
    told = in_round().gives("lone", each=20).defers("lone").gives("mikkel", each=15).defers("mikkel")
    told.gives("lone", each=8).expects(spoken=28.0)
    left = told.turn("lone").budget
    told.does(cmd.BeginInterpreting()).after(6).does(cmd.EndInterpreting())
    told.does(cmd.ItWas("mikkel")).expects(speaking="mikkel", spoken=15.0 + 8)
    assert told.spoken("lone") == 20 and state_of(told, "lone") is TurnState.LATER
    assert told.turn("mikkel").interpreter.spent.total_seconds() == 6
    assert told.turn("lone").interpreter.spent.total_seconds() == 0
    assert left is not None and told.turn("mikkel").budget == pytest.approx(left - 5)


def test_det_var_words_that_are_read_aloud_are_still_read_aloud() -> None:
    told = in_round().does(cmd.ReadAloud("kirsten", "maja")).after(20).does(cmd.ItWas("peter"))
    turn = told.turn("peter")
    assert (turn.state, turn.read_by) == (TurnState.READ_ALOUD, "maja")
    assert state_of(told, "kirsten") is TurnState.WAITING and told.turn("kirsten").read_by is None


def test_det_var_moves_the_promise_of_no_cue_too() -> None:
    told = in_round().gives("mikkel").does(cmd.LetRun()).does(cmd.ItWas("lone"))
    assert told.turn("lone").let_run and not told.turn("mikkel").let_run


def test_det_var_in_a_free_part_moves_a_turn_without_a_budget() -> None:
    told = Told().starts().enters("aftaler").gives("lone", each=10).does(cmd.ItWas("peter")).after(5)
    told.expects(speaking="peter", spoken=15.0, order=("peter",))
    assert told.turn("peter").budget is None


def test_det_var_does_not_take_time_from_the_wrong_one_afterwards() -> None:
    told = in_round().gives("lone", each=60).defers("lone").gives("mikkel", each=10).does(cmd.ItWas("lone"))
    told.does(cmd.BackdateWord(30)).expects(spoken=60.0 + 10)


def test_det_var_needs_a_running_turn_and_another_person() -> None:
    told = in_round().refuses("nobody_speaks", cmd.ItWas("lone")).gives("mikkel")
    told.refuses("has_word", cmd.ItWas("mikkel")).refuses("without_turn", cmd.ItWas("maja"))
    told.refuses("unknown_person", cmd.ItWas("nobody"))


def test_an_earlier_note_is_corrected_by_its_turn() -> None:
    told = in_round().notes("mikkel", "Frst.", mark=Mark.WISH).gives("mikkel", "lone", each=10)
    told.gives("mikkel").notes("mikkel", "Igen.").notes("mikkel", "Først.", part="åbning", turn=0)
    told.enters("veje").notes("mikkel", "Og her.").notes("mikkel", "")
    assert [note.text for note in record(told.history).notes] == ["Først.", "Igen."]
    told.refuses("unknown_part", cmd.WriteNote("mikkel", "x", part="nope"))
    told.refuses("unknown_person", cmd.WriteNote("nobody", "x"))


# -- indskud, lad løbe, +1 min, tolk


def test_indskud_pauses_the_speakers_time_and_is_no_turn() -> None:
    told = in_round().gives("mikkel", each=30).does(cmd.BeginRemark("lone")).after(12).expects(spoken=30.0, silent=None)
    told.does(cmd.EndRemark()).after(10).expects(speaking="mikkel", spoken=40.0, part_used=52.0)
    assert told.turns()[1] == ("lone", "venter")
    told.refuses("not_here", cmd.Leave("hanne"), cmd.BeginRemark("hanne"))


def test_indskud_with_nobody_speaking_changes_nothing() -> None:
    in_round().after(5).does(cmd.BeginRemark("lone")).after(5).does(cmd.EndRemark()).expects(silent=10.0)


def test_indskud_after_the_speaker_has_finished_is_no_silence() -> None:
    told = in_round().gives("mikkel", each=30).does(cmd.RestWord()).after(4).expects(silent=4.0)
    told.does(cmd.BeginRemark("lone")).after(10).expects(silent=None)
    told.does(cmd.EndRemark()).after(3).expects(silent=3.0, spoken=30.0)


def test_lad_løbe_counts_silently() -> None:
    told = in_round().gives("mikkel", each=200).does(cmd.LetRun()).after(100).expects(spoken=300.0)
    assert told.turn("mikkel").let_run
    told.refuses("nobody_speaks", cmd.PassWord("mikkel"), cmd.LetRun())


def test_one_minute_more_is_the_speakers() -> None:
    told = in_round().gives("mikkel", each=100).expects(left=8.0).does(cmd.AddTime()).expects(left=68.0)
    told.does(cmd.AddTime(30)).expects(left=98.0)
    Told().starts().refuses("nobody_speaks", cmd.AddTime())


def test_r076_own_time_burns_on_own_words_only_and_the_plan_on_both() -> None:
    told = in_round().gives("lone", each=20).does(cmd.BeginInterpreting()).does(cmd.BeginInterpreting()).after(25)
    told.expects(spoken=20.0, left=88.0, part_used=45.0)
    told.does(cmd.EndInterpreting()).does(cmd.EndInterpreting()).after(10).expects(spoken=30.0, left=78.0)
    told.gives("mikkel")
    assert told.turn("lone").interpreter.spent.total_seconds() == 25
    told.refuses("nobody_speaks", cmd.PassWord("mikkel"), cmd.BeginInterpreting())
    told.refuses("nobody_speaks", cmd.PassWord("mikkel"), cmd.EndInterpreting())


def test_the_tolk_goes_on_after_the_speaker_has_finished_and_that_is_no_silence() -> None:
    told = in_round().gives("lone", each=20).does(cmd.RestWord()).does(cmd.BeginInterpreting()).after(30)
    told.expects(silent=None, spoken=20.0).does(cmd.EndInterpreting()).after(5).expects(silent=5.0)
    assert told.turn("lone").interpreter.spent.total_seconds() == 30


def test_the_word_that_moves_while_the_tolk_talks_leaves_silence_from_then() -> None:
    told = in_round().gives("lone", each=20).does(cmd.RestWord()).does(cmd.BeginInterpreting()).after(30)
    told.does(cmd.Leave("lone")).after(7).expects(silent=7.0)
    told = in_round().gives("lone", each=20).does(cmd.BeginInterpreting()).after(30).passes("lone")
    told.after(6).expects(silent=6.0)


def test_rest_and_resume() -> None:
    told = in_round().gives("mikkel", each=20).does(cmd.RestWord()).does(cmd.RestWord()).after(9)
    told.expects(speaking=None, silent=9.0, spoken=20.0)
    told.does(cmd.ResumeWord()).does(cmd.ResumeWord()).after(5).expects(speaking="mikkel", silent=None, spoken=25.0)
    told.refuses("nobody_speaks", cmd.PassWord("mikkel"), cmd.RestWord())
    told.refuses("nobody_speaks", cmd.PassWord("mikkel"), cmd.ResumeWord())
