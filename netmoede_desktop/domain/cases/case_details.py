"""The details of a sag, written when it is made: the municipality's number, the child, and little else."""

import re
from dataclasses import dataclass

from netmoede_desktop.domain.language.text import one_line
from netmoede_desktop.domain.refusal import Refused

LONGEST_LINE = 200
MOST_LANGUAGES = 10
#: A child of a sag is at most this many years old; services go on until the 23rd birthday at the latest.
OLDEST_AGE = 30
#: Nobody who comes to a meeting is older.
OLDEST_ADULT = 110

_CPR = re.compile(r"(0[1-9]|[12][0-9]|3[01])(0[1-9]|1[0-2])[0-9]{2}[- ]?[0-9]{4}", re.ASCII)
_BETWEEN_LANGUAGES = re.compile(r"[,;/\n]|\bog\b")


@dataclass(frozen=True, slots=True)
class CaseDetails:
    """The details of a sag. `child` is the name the child is called by; `languages` are those of the family."""

    reference: str
    child: str
    birth_year: int | None = None
    languages: tuple[str, ...] = ()


def checked_details(details: CaseDetails, this_year: int) -> CaseDetails:
    """Return the details clean. Raises `Refused` where something is missing or impossible (`reference_missing` …).

    A number that is somebody's CPR number is refused (`reference_is_cpr`): it would stand in every list and file name.
    """
    reference = one_line(details.reference, LONGEST_LINE)
    if not reference:
        raise Refused("reference_missing")
    if is_cpr(reference):
        raise Refused("reference_is_cpr")
    child = one_line(details.child, LONGEST_LINE)
    if not child:
        raise Refused("child_missing")
    year = details.birth_year
    if year is not None and not this_year - OLDEST_AGE <= year <= this_year:
        raise Refused("birth_year_unlikely", year=year, first=this_year - OLDEST_AGE, last=this_year)
    named = (one_line(language, LONGEST_LINE) for language in details.languages)
    languages = tuple(dict.fromkeys(language for language in named if language))
    if len(languages) > MOST_LANGUAGES:
        raise Refused("too_many_languages", most=MOST_LANGUAGES)
    return CaseDetails(reference, child, year, languages)


def is_cpr(reference: str) -> bool:
    """Return True for a text that is written as a CPR number is: the day of a birth and four digits."""
    return _CPR.fullmatch(reference) is not None


def read_birth_year(typed: str) -> int | None:
    """Return the year as typed, None for an empty line. Raises `Refused` (`birth_year_unclear`) where it is no year."""
    line = one_line(typed, LONGEST_LINE)
    if not line:
        return None
    if not re.fullmatch("[0-9]{4}", line):
        raise Refused("birth_year_unclear")
    return int(line)


def checked_birth_year(typed: str, this_year: int) -> int | None:
    """Return the year somebody who comes to a meeting was born in, None for an empty line.

    Refused: `birth_year_unclear`, `birth_year_unlikely` (in the future, or of somebody over 110), `text_too_long`.
    """
    year = read_birth_year(typed)
    if year is not None and not this_year - OLDEST_ADULT <= year <= this_year:
        raise Refused("birth_year_unlikely", year=year, first=this_year - OLDEST_ADULT, last=this_year)
    return year


def read_languages(typed: str) -> tuple[str, ...]:
    """Return the languages of one line of typing: `dansk, somali og tyrkisk`."""
    return tuple(language for part in _BETWEEN_LANGUAGES.split(typed) if (language := part.strip()))
