"""A name is set whole as long as it can be; the caption gives way first."""

import pytest

from netmoede_desktop.gui.kit.table.seats.text import ELLIPSIS, fit
from tests.gui.kit.table.tables import LONG_NAMES


class EvenRuler:
    """Letters that are all as wide as 0.6 of their height."""

    def width(self, text: str, size: float, *, bold: bool) -> float:
        return len(text) * size * 0.6

    def height(self, size: float, *, bold: bool) -> float:
        return size * 1.2


class Square:
    """A seat with square corners."""

    def __init__(self, width: float, height: float) -> None:
        self._width = width
        self.height = height

    def width_at(self, top: float, bottom: float) -> float:
        return self._width


def test_a_short_name_stands_large_over_its_caption() -> None:
    text = fit("Kirsten", "farmor", Square(90, 60), EvenRuler(), mark=False)
    assert (text.lines, text.size, text.caption) == (("Kirsten",), 15.5, "farmor")


def test_a_name_that_is_too_long_for_a_line_is_divided_where_it_reads_well() -> None:
    text = fit("Karen-Margrethe", "mormor", Square(90, 60), EvenRuler(), mark=False)
    assert (text.lines, text.caption) == (("Karen-", "Margrethe"), "mormor")


def test_the_caption_is_shortened_and_then_left_out_before_the_name_loses_a_letter() -> None:
    shortened = fit("Bent", "støttekontaktperson", Square(90, 60), EvenRuler(), mark=True)
    assert shortened.lines == ("Bent",)
    assert shortened.caption.startswith("støttek") and shortened.caption.endswith(ELLIPSIS)
    left_out = fit("Karen Margrethe Vestergaard", "sundhedsplejerske", Square(90, 45), EvenRuler(), mark=False)
    assert left_out.caption == ""
    assert " ".join(left_out.lines) == "Karen Margrethe Vestergaard"


@pytest.mark.parametrize("name", LONG_NAMES)
def test_forty_letters_keep_both_ends_and_stay_within_the_seat(name: str) -> None:
    ruler = EvenRuler()
    text = fit(name, "mor", Square(80, 44), ruler, mark=True)
    assert text.lines[0][0] == name[0]
    assert text.lines[-1][-1] == name[-1]
    assert all(ruler.width(line, text.size, bold=True) <= 80 for line in text.lines)
    assert len(text.lines) * ruler.height(text.size, bold=True) <= 44


@pytest.mark.parametrize("name", ["", "x", "👍", "i" * 300, "a b c d e f g h i j k l m n o p", "أم هاني", "\u200b"])
def test_any_name_can_be_set(name: str) -> None:
    text = fit(name, "", Square(40, 20), EvenRuler(), mark=False)
    assert len(text.lines) <= 3


def test_in_a_tiny_seat_letters_get_small_before_a_name_is_shortened() -> None:
    assert fit("Kirsten", "", Square(45, 20), EvenRuler(), mark=False).lines == ("Kirsten",)


def test_who_somebody_is_stays_when_a_sign_comes_to_it() -> None:
    for width in (60, 70, 80, 90):
        seat = Square(width, 50)
        before = fit("Bent", "sagsbehandler", seat, EvenRuler(), mark=False)
        after = fit("Bent", "sagsbehandler", seat, EvenRuler(), mark=True)
        assert (after.lines, after.size, after.caption) == (before.lines, before.size, before.caption), width
        assert not after.mark_beside or after.caption == "sagsbehandler"
