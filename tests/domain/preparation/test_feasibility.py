"""*Kan vi nå det?*: the planning figures to the second, the verdicts at their edges, and advice with its price."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netmoede_desktop.domain.methods.fitting import Fitting, fitting
from netmoede_desktop.domain.methods.method import Limits, Method
from netmoede_desktop.domain.methods.time_plan import target_minutes
from netmoede_desktop.domain.preparation.feasibility import (
    Advice,
    AdviceKind,
    TimeFrame,
    TurnVerdict,
    common_rounds,
    feasibility,
    round_times,
    verdict,
)
from netmoede_desktop.localization.resources import resource_folder
from netmoede_desktop.services.methods.method_files import load_methods
from tests.domain.meeting.script import plan

METHODS = load_methods(resource_folder() / "methods", None)
DIN = METHODS["din-1"]

#: Seconds for each of 6, 8, 10, 12, 16 and 20 people in the rounds of the first meeting, two hours long.
PLANNING = {
    "d2": (54, 40, 32, 27, 20, 16),
    "d4": (126, 94, 75, 63, 47, 37),
    "d5": (162, 121, 97, 81, 60, 48),
    "d6": (108, 81, 64, 54, 40, 32),
    "d9": (90, 67, 54, 45, 33, 27),
    "d10": (126, 94, 75, 63, 47, 37),
    "d13": (36, 27, 21, 18, 13, 10),
}


def frame(speakers: int, minutes: int = 120, *, method: Method = DIN, interpreter: bool = False) -> TimeFrame:
    return TimeFrame.for_group(method, minutes, speakers, interpreter=interpreter)


def advice(of: TimeFrame) -> dict[AdviceKind, Advice]:
    return {one.kind: one for one in feasibility(of).advice}


def seconds(one: Advice) -> dict[str, int]:
    return {reached.part: reached.seconds_each for reached in one.rounds}


@pytest.mark.smoke
@pytest.mark.parametrize(("column", "speakers"), list(enumerate((6, 8, 10, 12, 16, 20))))
def test_the_planning_table_is_met_to_the_second(column: int, speakers: int) -> None:
    rounds = {one.part: one.seconds_each for one in round_times(frame(speakers))}
    assert rounds == {part: row[column] for part, row in PLANNING.items()}


@pytest.mark.parametrize(
    ("of", "word"),
    [(0, "for kort"), (44, "for kort"), (45, "kort"), (69, "kort"), (70, "god tid"), (600, "god tid")],
)
def test_the_verdict_changes_at_45_and_at_70_seconds(of: int, word: str) -> None:
    assert verdict(of) is TurnVerdict(word)


@pytest.mark.parametrize(
    ("method", "common"),
    [
        ("din-1", {"d2", "d4", "d5", "d6", "d9", "d10", "d13"}),
        ("din-o", {"o4", "o6", "o9"}),
        ("pnm-1", {"p2", "p4", "p5", "p7", "p8", "p11"}),
        ("hlb-1", {"h2", "h5"}),
        ("hlb-o", {"i5"}),
        ("um", {"u2", "u3", "u4", "u5"}),
    ],
)
def test_only_a_round_whose_order_names_every_group_is_for_everybody(method: str, common: set[str]) -> None:
    assert common_rounds(METHODS[method]) == common


def test_nine_people_for_two_hours_as_they_are_advised() -> None:
    told = feasibility(frame(9))
    assert [(one.part, one.seconds_each) for one in told.rounds] == [
        ("d2", 36),
        ("d4", 84),
        ("d5", 108),
        ("d6", 72),
        ("d9", 60),
        ("d10", 84),
        ("d13", 24),
    ]
    assert [one.part for one in told.too_short] == ["d2", "d13"]
    by = advice(frame(9))
    assert list(by) == list(AdviceKind)
    longer, fewer, merge = by[AdviceKind.LONGER], by[AdviceKind.FEWER], by[AdviceKind.MERGE]
    assert (longer.minutes, seconds(longer)) == (180, {"d2": 60, "d13": 36})
    assert ([one.part for one in longer.mended], [one.part for one in longer.still_short]) == (["d2"], ["d13"])
    assert (fewer.count, seconds(fewer)) == (2, {"d2": 46, "d13": 30})
    assert (merge.part, merge.into, merge.minutes, seconds(merge)) == ("d6", "d5", 12, {"d2": 41, "d13": 26})
    left_out, words = by[AdviceKind.LEAVE_OUT], by[AdviceKind.WORDS]
    assert (left_out.part, left_out.minutes, seconds(left_out)) == ("d9", 10, {"d2": 40, "d13": 26})
    # Four whose words are read in 20 seconds: (324 − 80) / 5 and (216 − 80) / 5 for the others.
    assert (words.count, seconds(words)) == (4, {"d2": 48, "d13": 27})


def test_nothing_is_advised_where_no_round_is_too_short() -> None:
    assert feasibility(frame(4)).advice == ()
    assert feasibility(frame(0)).rounds == ()


def test_a_longer_meeting_is_advised_up_to_the_hard_limit_and_else_up_to_three_hours() -> None:
    aalborg = DIN.under("aalborg")
    assert AdviceKind.LONGER not in advice(frame(9, method=aalborg))
    assert advice(frame(9, 90, method=aalborg))[AdviceKind.LONGER].minutes == 120
    longer = replace(DIN, limits=Limits(150, 150))
    assert advice(frame(9, method=longer))[AdviceKind.LONGER].minutes == 150
    assert advice(frame(20, 120, interpreter=True))[AdviceKind.LONGER].minutes == 180
    assert AdviceKind.LONGER not in advice(frame(20, 180, interpreter=True))


def test_the_shortest_length_that_helps_in_every_round_is_advised() -> None:
    of = frame(7, method=replace(DIN, parts=tuple(part for part in DIN.parts if part.id != "d13")))
    minutes = feasibility(replace(of, minutes=105)).advice[0].minutes
    assert minutes % 15 == 0
    assert not feasibility(replace(of, minutes=minutes)).too_short
    assert feasibility(replace(of, minutes=minutes - 15)).too_short


def test_a_tolk_lengthens_the_parts_as_the_meeting() -> None:
    assert target_minutes(DIN, interpreter=True) == 180
    assert round_times(frame(6, 180, interpreter=True))[0].seconds_each == 81


def test_a_choice_that_is_made_is_advised_no_more_and_reckoned_with() -> None:
    chosen = replace(frame(9), fitting=fitting(DIN, (), ("d6",)))
    by = advice(chosen)
    assert by[AdviceKind.MERGE].part == "d10"
    assert "d6" not in {one.part for one in round_times(chosen)}
    both = replace(chosen, fitting=fitting(DIN, ("d9",), ("d6",)))
    assert not {AdviceKind.MERGE, AdviceKind.LEAVE_OUT} & advice(both).keys()


def test_the_question_of_a_plan_counts_those_who_come() -> None:
    of = TimeFrame.of_plan(plan())
    assert of.fitting == Fitting(plan().method)
    assert of.group == max(of.speakers.values())
    assert of.with_group(of.group + 3).group == of.group + 3
    assert {part: count for part, count in of.with_group(20).speakers.items() if count != 20} == {
        part: count for part, count in of.speakers.items() if part not in common_rounds(plan().method)
    }


@given(
    method=st.sampled_from(sorted(method.id for method in METHODS)),
    speakers=st.integers(1, 500),
    minutes=st.integers(10, 720),
    interpreter=st.booleans(),
)
def test_advice_never_makes_a_round_that_is_too_short_shorter(
    method: str, speakers: int, minutes: int, interpreter: bool
) -> None:
    told = feasibility(frame(speakers, minutes, method=METHODS[method], interpreter=interpreter))
    now = {one.part: one.seconds_each for one in told.too_short}
    for one in told.advice:
        assert {reached.part for reached in one.rounds} <= now.keys()
        assert all(reached.seconds_each >= now[reached.part] for reached in one.rounds), one
        limit = METHODS[method].hard_limit(interpreter=interpreter) or 180
        assert one.kind is not AdviceKind.LONGER or minutes < one.minutes <= limit
        assert one.kind not in (AdviceKind.FEWER, AdviceKind.WORDS) or 0 < one.count <= speakers // 2
