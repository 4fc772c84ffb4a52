"""How the conduct card is dealt out on pages, by the heights of its lines. Knows no window."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """The place of a line: its page and column, and its top in the column."""

    page: int
    column: int
    top: int


def deal(sections: Sequence[Sequence[int]], height: int, columns: int, gap: int) -> list[list[Spot]]:
    """Return a spot for each line of each section; a section is a heading and its lines, as heights.

    A section stays whole where a column has room for it, with `gap` between two. A higher one goes on in the next
    column, its heading alone only where the first line has no room below it; a line higher than a column gets its own.
    """
    spots: list[list[Spot]] = []
    place, top = 0, 0
    for heights in sections:
        start = top + gap if top else 0
        whole = sum(heights)
        first = sum(heights[:2])
        if start and start + (whole if whole <= height else first) > height:
            place, start = place + 1, 0
        dealt: list[Spot] = []
        top = start
        for number, high in enumerate(heights):
            alone = number == 1 and heights[0] + high <= height
            if top + high > height and top and not alone:
                place, top = place + 1, 0
            dealt.append(Spot(place // columns, place % columns, top))
            top += high
        spots.append(dealt)
    return spots
