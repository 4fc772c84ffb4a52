"""Text as people type and paste it: nothing visible is lost, nothing invisible counts as words."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netmoede_desktop.domain.language.text import clean_text, one_line, required_text, several_lines
from netmoede_desktop.domain.refusal import Refused


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Mikkel sover bedst \n", "Mikkel sover bedst"),
        ("én\r\nto\rtre\u2028fire\u2029fem", "én\nto\ntre\nfire\nfem"),
        ("blød\vlinje\fside\x85ende", "blød\nlinje\nside\nende"),
        ("med\ttab", "med\ttab"),
        ("nul\x00 og klokke\x07", "nul og klokke"),
        ("e\u0301n", "én"),
        ("halv \ud800 glyf", "halv  glyf"),
        ("👩\u200d👧 مرحبا", "👩\u200d👧 مرحبا"),
        ("", ""),
    ],
)
def test_what_is_typed_is_kept_as_it_looks(typed: str, kept: str) -> None:
    assert clean_text(typed) == kept


@pytest.mark.parametrize("typed", ["x", "…", "👍", "ن", "1", " \u200b?"])
def test_anything_to_see_is_text(typed: str) -> None:
    assert required_text(typed) == clean_text(typed)


@pytest.mark.parametrize(
    "typed",
    ["", "   ", "\n\t", "\u200b\u200d", "\u00a0\u2003", "\u202e", "\u0301", "\x00", "\u2800", "\u3164", "\ufeff"],
)
def test_nothing_to_see_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match="empty_text"):
        required_text(typed)


@given(st.text(max_size=40))
def test_cleaning_twice_changes_nothing_more_and_loses_no_letter(typed: str) -> None:
    cleaned = clean_text(typed)
    assert clean_text(cleaned) == cleaned

    def letters(text: str) -> list[str]:
        return [char for char in unicodedata.normalize("NFC", text) if char.isalnum()]

    assert letters(cleaned) == letters(typed)
    cleaned.encode("utf-8")


def test_a_line_is_one_line_and_has_an_end() -> None:
    assert one_line("  Ida\r\n Marie\t", 20) == "Ida Marie"
    assert one_line("\u200b\u200b", 20) == ""
    for cut in (one_line, several_lines):
        assert cut("x" * 20, 20) == "x" * 20
        with pytest.raises(Refused, match="text_too_long"):
            cut("x" * 21, 20)


def test_several_lines_stay_several() -> None:
    assert several_lines(" Ro\r\ni hverdagen ", 20) == "Ro\ni hverdagen"
    assert several_lines("\n\u200b \n", 20) == ""
