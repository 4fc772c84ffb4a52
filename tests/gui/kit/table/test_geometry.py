"""Seats never overlap, leave the room or cover the table, whatever the room; up to twelve keep their full size."""

from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netmoede_desktop.gui.kit.table.geometry import Box, lay_out

SEAT = (104.0, 76.0)


def overlap(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width - 1e-6
        and other.x < one.x + one.width - 1e-6
        and one.y < other.y + other.height - 1e-6
        and other.y < one.y + one.height - 1e-6
    )


def assert_clear(count: int, width: float, height: float, seat: tuple[float, float]) -> None:
    layout = lay_out(count, width, height, seat, 4.0)
    assert len(layout.seats) == count
    assert not [pair for pair in combinations(layout.seats, 2) if overlap(*pair)]
    x, y = layout.centre
    for box in layout.seats:
        assert box.x >= -1e-6 and box.x + box.width <= width + 1e-6
        assert box.y >= -1e-6 and box.y + box.height <= height + 1e-6
        across = max(box.x - x, x - box.x - box.width, 0)
        down = max(box.y - y, y - box.y - box.height, 0)
        assert across**2 + down**2 >= layout.radius**2
    assert layout.radius >= 0.19 * min(width, height)


@settings(max_examples=150, deadline=None)
@given(count=st.integers(1, 20), width=st.integers(360, 4000), height=st.integers(300, 2200), scale=st.floats(0.5, 2.6))
def test_no_seats_overlap(count: int, width: int, height: int, scale: float) -> None:
    assert_clear(count, width, height, (SEAT[0] * scale, SEAT[1] * scale))


@pytest.mark.campaign
def test_no_seats_overlap_in_any_room() -> None:
    for count, width, height in product(range(1, 21), range(360, 2000, 70), range(300, 1300, 70)):
        assert_clear(count, width, height, SEAT)


@pytest.mark.parametrize("count", range(1, 13))
def test_up_to_twelve_are_seen_at_full_size_where_the_laptop_is_small(count: int) -> None:
    layout = lay_out(count, 660, 630, SEAT, 4.0)
    assert layout.seats[0].width == 104
    assert layout.radius == pytest.approx(168, abs=1)


def test_twenty_get_smaller_but_hardly() -> None:
    assert lay_out(20, 660, 630, SEAT, 4.0).seats[0].width >= 95


@pytest.mark.parametrize("count", [2, 5, 10, 13, 20])
def test_the_first_seat_stands_at_the_top_and_the_others_follow_clockwise_as_in_a_mirror(count: int) -> None:
    layout = lay_out(count, 660, 630, SEAT, 4.0)
    x, _ = layout.centre
    middles = [(box.x + box.width / 2, box.y + box.height / 2) for box in layout.seats]
    assert middles[0][0] == pytest.approx(x)
    assert middles[0][1] == min(down for _, down in middles)
    assert middles[1][0] >= x - 1
    for number in range(1, count):
        across, down = middles[number]
        assert 2 * x - across == pytest.approx(middles[-number][0], abs=2)
        assert down == pytest.approx(middles[-number][1], abs=2)


def test_the_harness_sees_seats_that_overlap() -> None:
    assert overlap(Box(0, 0, 100, 70), Box(99, 69, 100, 70))
    assert not overlap(Box(0, 0, 100, 70), Box(100, 0, 100, 70))
