"""How the conduct card is dealt out: whole sections where there is room, and no line lost where there is little."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from netmoede_desktop.gui.meeting.conduct.card_pages import Spot, deal


def test_sections_stay_whole_and_fill_column_after_column() -> None:
    spots = deal([[10, 20, 20], [10, 20], [10, 20, 20]], height=100, columns=2, gap=10)
    assert spots == [
        [Spot(0, 0, 0), Spot(0, 0, 10), Spot(0, 0, 30)],
        [Spot(0, 0, 60), Spot(0, 0, 70)],
        [Spot(0, 1, 0), Spot(0, 1, 10), Spot(0, 1, 30)],
    ]


def test_one_that_is_higher_than_a_column_goes_on_in_the_next_page() -> None:
    assert deal([[10, 20, 20, 20]], height=40, columns=1, gap=5) == [
        [Spot(0, 0, 0), Spot(0, 0, 10), Spot(1, 0, 0), Spot(1, 0, 20)]
    ]


def test_a_heading_is_not_left_alone_at_the_foot() -> None:
    spots = deal([[10, 60], [10, 60, 60]], height=100, columns=1, gap=10)
    assert [spot.page for spot in spots[1]] == [1, 1, 2]


@given(
    st.lists(st.lists(st.integers(5, 60), min_size=2, max_size=6), min_size=1, max_size=8),
    st.integers(60, 400),
    st.integers(1, 2),
)
def test_no_line_is_cut_covered_or_lost(sections: list[list[int]], height: int, columns: int) -> None:
    dealt = [
        (spot, high)
        for heights, spots in zip(sections, deal(sections, height, columns, gap=10), strict=True)
        for high, spot in zip(heights, spots, strict=True)
    ]
    order = [(spot.page, spot.column, spot.top) for spot, _ in dealt]
    assert order == sorted(set(order)), "in reading order, each in a place of its own"
    assert all(spot.top + high <= height for spot, high in dealt)
    for (one, high), (other, _) in pairwise(dealt):
        if (one.page, one.column) == (other.page, other.column):
            assert one.top + high <= other.top
