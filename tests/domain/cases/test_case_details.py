"""What is written about a sag: clean, likely, and refused where it is missing."""

import pytest

from netmoede_desktop.domain.cases.case_details import (
    LONGEST_LINE,
    CaseDetails,
    checked_details,
    read_birth_year,
    read_languages,
)
from netmoede_desktop.domain.refusal import Refused

YEAR = 2026


def test_what_was_pasted_is_one_clean_line() -> None:
    messy = CaseDetails(" M-2026-014\n", " Ida\t Marie ", 2015, ("dansk", " ", "soma\u0000li", "dansk"))
    assert checked_details(messy, YEAR) == CaseDetails("M-2026-014", "Ida Marie", 2015, ("dansk", "somali"))


def refuses(code: str, details: CaseDetails) -> tuple[CaseDetails, str]:
    """Details that are refused with this code."""
    return details, code


@pytest.mark.parametrize(
    ("details", "code"),
    [
        refuses("reference_missing", CaseDetails(" ", "Ida")),
        refuses("reference_is_cpr", CaseDetails("140315-1234", "Ida")),
        refuses("reference_is_cpr", CaseDetails(" 1403151234 ", "Ida")),
        refuses("child_missing", CaseDetails("M-1", "\u200b\n")),
        refuses("text_too_long", CaseDetails("M-1", "x" * (LONGEST_LINE + 1))),
        refuses("birth_year_unlikely", CaseDetails("M-1", "Ida", 1995)),
        refuses("birth_year_unlikely", CaseDetails("M-1", "Ida", 2027)),
        refuses("too_many_languages", CaseDetails("M-1", "Ida", None, tuple("abcdefghijk"))),
    ],
)
def test_what_is_missing_or_cannot_be_is_refused(details: CaseDetails, code: str) -> None:
    with pytest.raises(Refused) as refused:
        checked_details(details, YEAR)
    assert refused.value.code == code


@pytest.mark.parametrize("year", [None, 1996, 2026])
def test_a_likely_year_or_none_is_taken(year: int | None) -> None:
    assert checked_details(CaseDetails("M-1", "Ida", year), YEAR).birth_year == year


@pytest.mark.parametrize(("typed", "year"), [("", None), ("  ", None), (" 2015 ", 2015)])
def test_a_year_is_read(typed: str, year: int | None) -> None:
    assert read_birth_year(typed) == year


@pytest.mark.parametrize("typed", ["15", "to tusind", "2015.", "20 15", "²⁰¹⁵"])
def test_what_is_no_year_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match="birth_year_unclear"):
        read_birth_year(typed)


def test_languages_are_read_from_one_line() -> None:
    assert read_languages("dansk, somali og tyrkisk / urdu;") == ("dansk", "somali", "tyrkisk", "urdu")
    assert read_languages(" ") == ()
    assert read_languages("ogham") == ("ogham",)
