"""Lines: where they break, how wide they are, and in which order their pieces stand."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netmoede_desktop.documents.content import blocks
from netmoede_desktop.documents.content.clean import one_line
from netmoede_desktop.documents.render.boxes import Measure, TableBox
from netmoede_desktop.documents.render.clusters import clusters
from netmoede_desktop.documents.render.style import WIDTH, Styles
from netmoede_desktop.documents.render.typesetting import Line, StyledRun, Typesetter, spoken

SIZE = 10.0


def run(text: str, *, bold: bool = False) -> StyledRun:
    return StyledRun(text, bold=bold, color="#000000")


def broken(*runs: StyledRun, width: float = 200.0) -> list[str]:
    return [spoken(line.pieces).rstrip(" ") for line in Typesetter().lines(runs, SIZE, width)]


def seen(line: Line) -> list[str]:
    return [piece.text for piece in line.pieces]


def test_lines_break_at_spaces_and_stay_within_the_width() -> None:
    text = "Vi har talt om, hvordan hverdagen kan blive roligere for alle i familien."
    for width in range(60, 400, 17):
        lines = Typesetter().lines([run(text)], SIZE, width)
        assert "".join(spoken(line.pieces) for line in lines) == text
        assert all(line.width <= width for line in lines)


def test_a_word_may_break_after_a_hyphen_between_letters_but_not_in_a_date() -> None:
    assert broken(run("aaaaaaaaaa-bbbbbbbbbb"), width=80) == ["aaaaaaaaaa-", "bbbbbbbbbb"]
    assert broken(run("mor/far/søskende"), width=60) == ["mor/far/", "søskende"]
    assert broken(run("den 12-11-2026"), width=60) == ["den", "12-11-2026"]


def test_a_word_wider_than_the_line_breaks_between_letters_and_keeps_every_one() -> None:
    lines = broken(run("W" * 300), width=100)
    assert "".join(lines) == "W" * 300
    assert len(lines) > 20
    family = "👩\u200d👩\u200d👧"
    assert set("".join(broken(run(family * 40), width=90)).split(family)) == {""}
    assert all(line.startswith("👩") and line.endswith("👧") for line in broken(run(family * 40), width=90))


def test_runs_without_a_space_between_them_are_one_word() -> None:
    assert broken(run("ord ", bold=True), run("aaaa"), run("bbbb", bold=True), width=55) == ["ord", "aaaabbbb"]
    lines = Typesetter().lines([run("aa", bold=True), run("bb")], SIZE, 300)
    assert [piece.face.name for piece in lines[0].pieces] == ["NotoSans-Bold", "NotoSans-Regular"]


def test_an_unbroken_space_is_no_place_to_break() -> None:
    assert broken(run("senest 4.\u00a0dec"), width=50) == ["senest", "4.\u00a0dec"]


def test_even_an_empty_text_has_a_line_and_a_letter_wider_than_the_room_is_still_set() -> None:
    assert broken(run("")) == [""]
    assert broken(run("WW"), width=1) == ["W", "W"]


def test_the_natural_width_is_that_of_one_line() -> None:
    setter = Typesetter()
    text = [run("Kirsten Holm,", bold=True), run(" farmor")]
    widest, whole = setter.natural(text, SIZE)
    assert whole == pytest.approx(setter.lines(text, SIZE, 1000)[0].width)
    assert widest == pytest.approx(setter.lines([run("Kirsten", bold=True)], SIZE, 1000)[0].width)


def test_what_runs_backwards_stands_so_and_is_spoken_as_written() -> None:
    (line,) = Typesetter().lines([run(f"{one_line('سارة حسن')}, mor")], SIZE, 300)
    assert "".join(seen(line)) == "حسن سارة, mor"
    assert spoken(line.pieces) == "سارة حسن, mor"


def test_figures_in_and_beside_what_runs_backwards_stay_readable() -> None:
    (line,) = Typesetter().lines([run(f"{one_line('שרה 12 כהן')}, 3. klasse")], SIZE, 300)
    assert "".join(seen(line)) == "כהן 12 שרה, 3. klasse"
    assert spoken(line.pieces) == "שרה 12 כהן, 3. klasse"


def test_the_full_stop_of_what_runs_backwards_stays_with_it() -> None:
    (line,) = Typesetter().lines([run(f"{one_line('سارة.')} Ja.")], SIZE, 300)
    assert seen(line) == [".", "سارة", " Ja."]


def test_joiners_go_with_the_letter_before_them() -> None:
    (line,) = Typesetter().lines([run(one_line("می\u200cروم"))], SIZE, 300)
    assert seen(line) == ["می\u200cروم"]


@given(st.lists(st.tuples(st.text("ab ", max_size=200), st.integers(1, 9)), min_size=1, max_size=6))
def test_the_columns_of_a_table_fill_the_page_and_no_more(columns: list[tuple[str, int]]) -> None:
    row = tuple(blocks.cell(text) for text, _ in columns)
    heads = tuple(blocks.TableColumn("Navn", weight) for _, weight in columns)
    box = Measure(Styles()).block(blocks.Table("Tabel", heads, (row, row)))
    assert isinstance(box, TableBox)
    assert box.places[-1] == pytest.approx(WIDTH, abs=0.01)
    assert all(right > left for left, right in pairwise(box.places))


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("a\u0301b", ["a\u0301", "b"]),
        ("👍🏽👍", ["👍🏽", "👍"]),
        ("❤\ufe0f🏽x", ["❤\ufe0f🏽", "x"]),
        ("🇩🇰🇸🇪", ["🇩🇰", "🇸🇪"]),
        ("a🏽", ["a", "🏽"]),
        ("", []),
    ],
)
def test_letters_as_a_reader_counts_them(text: str, letters: list[str]) -> None:
    assert list(clusters(text)) == letters
