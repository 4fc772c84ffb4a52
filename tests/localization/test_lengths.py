"""Lengths of meetings in everyday units."""

import pytest

from netmoede_desktop.localization.catalogue import load
from netmoede_desktop.localization.lengths import meeting_length

LENGTHS = [
    (45, "45 min", "45 min"),
    (60, "1 time", "1 hour"),
    (120, "2 timer", "2 hours"),
    (135, "2 t 15 min", "2 h 15 min"),
]


@pytest.mark.parametrize(("minutes", "danish", "english"), LENGTHS)
def test_the_length_of_a_meeting(minutes: int, danish: str, english: str) -> None:
    assert (meeting_length(minutes, load("da")), meeting_length(minutes, load("en"))) == (danish, english)
