"""Text folded for comparison, and the way back to the line as it was typed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netmoede_desktop.domain.language.folding import fold_name, fold_words, name_key


@pytest.mark.parametrize(
    ("typed", "words", "name"),
    [
        ("Søren ÅSE", "søren åse", "soren aase"),
        ("Sø\u00adren\u00a0\t Friis", "søren friis", "soren friis"),
        ("A\u030ase", "åse", "aase"),
        ("José Çelik", "josé çelik", "jose celik"),
        ("Anne‑Marie O’Brien", "anne‑marie o’brien", "anne-marie o'brien"),
        ("\u200fمُحَمَّد", "مُحَمَّد", "محمد"),
        ("Weiß Æbelø", "weiß æbelø", "weiss aebelo"),
        ("", "", ""),
    ],
)
def test_capitals_accents_blanks_and_invisible_marks_are_folded_away(typed: str, words: str, name: str) -> None:
    assert fold_words(typed).text == unicodedata.normalize("NFC", words)
    assert fold_name(typed).text == name


def test_a_span_leads_back_to_the_letters_as_typed() -> None:
    typed = "fra pa\u030a  fredag"
    folded = fold_words(typed)
    at = folded.text.index("på")
    assert typed[slice(*folded.span(at, at + 2))] == "pa\u030a"
    assert typed[slice(*folded.span(at, len(folded.text)))] == "pa\u030a  fredag"
    assert folded.place(typed.index("fredag")) == folded.text.index("fredag")
    assert folded.place(len(typed)) == len(folded.text)


def test_a_letter_that_folds_to_two_is_not_cut_in_two() -> None:
    folded = fold_name("På")
    assert folded.text == "paa"
    assert [folded.splits(place) for place in range(3)] == [False, False, True]


@given(st.text())
def test_every_folded_character_comes_from_a_place_in_the_line(line: str) -> None:
    for folded in (fold_words(line), fold_name(line)):
        assert len(folded.text) == len(folded.starts) == len(folded.ends)
        assert list(folded.starts) == sorted(folded.starts)
        assert all(0 <= start < end <= len(line) for start, end in zip(folded.starts, folded.ends, strict=True))


@given(st.text() | st.text(alphabet="aB `'.\t\n\x1f-"))
def test_the_key_of_a_name_is_its_folded_text(name: str) -> None:
    assert name_key(name) == fold_name(name).text.strip()


@given(st.text())
def test_how_a_letter_is_composed_makes_no_difference(line: str) -> None:
    assert fold_words(unicodedata.normalize("NFD", line)).text == fold_words(unicodedata.normalize("NFC", line)).text
