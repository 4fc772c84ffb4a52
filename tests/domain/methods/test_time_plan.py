"""The planned time: one factor between least, target and most (R028, R076, R091–R095)."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netmoede_desktop.domain.methods.method import FollowUpRule, LeaderRule, Limits, Method, Part, PartKind, Phase, Span
from netmoede_desktop.domain.methods.time_plan import (
    part_span,
    share_per_person,
    spread,
    target_minutes,
)


def method(*spans: tuple[int, int, int], kind: PartKind = PartKind.ROUND, factor: float = 1.5) -> Method:
    parts = tuple(Part(f"p{number}", "Del", kind, "midt", Span(*span)) for number, span in enumerate(spans))
    return Method(
        id="m",
        version=1,
        name="M",
        short_name="M",
        phases=(Phase("midt", "Midt", "Midt"),),
        parts=parts,
        limits=Limits(None, None),
        interpreter_factor=factor,
        leader=LeaderRule.NEUTRAL,
        follow_up=FollowUpRule(required=False),
        statuses=(),
    )


HELD = method((4, 6, 10), (10, 14, 20), (6, 10, 14))


@pytest.mark.parametrize(
    ("minutes", "seconds"),
    [
        (30, [360, 840, 600]),
        (20, [240, 600, 360]),
        (25, [300, 720, 480]),
        (44, [600, 1200, 840]),
        (37, [480, 1020, 720]),
    ],
)
def test_every_part_is_moved_by_the_same_share_of_its_room(minutes: int, seconds: list[int]) -> None:
    assert list(spread(HELD, minutes, interpreter=False).values()) == seconds


@pytest.mark.parametrize(("minutes", "seconds"), [(5, [240, 600, 360]), (0, [240, 600, 360]), (90, [600, 1200, 840])])
def test_no_part_goes_below_its_least_or_above_its_most(minutes: int, seconds: list[int]) -> None:
    assert list(spread(HELD, minutes, interpreter=False).values()) == seconds


def test_r076_the_tolks_factor_counts_in_every_part_but_private_time() -> None:
    assert part_span(HELD.parts[0], HELD, interpreter=True) == (360, 540, 900)
    assert part_span(HELD.parts[0], HELD, interpreter=False) == (240, 360, 600)
    private = method((4, 6, 10), kind=PartKind.PRIVATE)
    assert part_span(private.parts[0], private, interpreter=True) == (240, 360, 600)
    assert (target_minutes(HELD, interpreter=True), target_minutes(HELD, interpreter=False)) == (45, 30)


def test_a_method_without_room_is_spread_as_it_is() -> None:
    assert list(spread(method((5, 5, 5), (7, 7, 7)), 30, interpreter=False).values()) == [300, 420]
    assert spread(method(), 30, interpreter=False) == {}


SPANS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 30), st.integers(0, 30)).map(
        lambda three: (min(three), sorted(three)[1], max(three))
    ),
    min_size=1,
    max_size=14,
)


@given(spans=SPANS, minutes=st.integers(0, 400), interpreter=st.booleans())
def test_the_sum_is_the_length_wherever_the_method_allows_it(
    spans: list[tuple[int, int, int]], minutes: int, interpreter: bool
) -> None:
    held = method(*spans)
    planned = spread(held, minutes, interpreter=interpreter)
    bounds = [part_span(part, held, interpreter=interpreter) for part in held.parts]
    low, high = sum(span[0] for span in bounds), sum(span[2] for span in bounds)
    assert sum(planned.values()) == min(max(minutes * 60, low), high)
    for seconds, (least, _, most) in zip(planned.values(), bounds, strict=True):
        assert least - 1 <= seconds <= most + 1


@given(spans=SPANS, minutes=st.integers(0, 300))
def test_a_longer_meeting_makes_no_part_noticeably_shorter(spans: list[tuple[int, int, int]], minutes: int) -> None:
    held = method(*spans)
    before, after = spread(held, minutes, interpreter=False), spread(held, minutes + 5, interpreter=False)
    assert all(after[part] >= before[part] - 1 for part in before)


def test_a_tenth_of_a_part_is_hand_over() -> None:
    assert share_per_person(600, 9) == 60
    assert share_per_person(600, 0) == 540
    assert share_per_person(-30, 4) == 0


@pytest.mark.parametrize(
    ("minutes", "people", "seconds"), [(6, 6, 54), (14, 10, 75.6), (18, 20, 48.6), (4, 6, 36), (10, 12, 45)]
)
def test_the_figures_of_the_planning_table(minutes: int, people: int, seconds: float) -> None:
    """DIN-1 at 120 minutes: seconds per person, worked out by hand."""
    assert Fraction(str(round(share_per_person(minutes * 60, people), 6))) == Fraction(str(seconds))
