"""The feast days people make appointments by: `juleaften`, `skærtorsdag`, `2. pinsedag`, `grundlovsdag`, `1. søndag
i advent`.

A day that is named for itself is read in the first year that puts it on or after the earliest day. *Jul*, *påske* and
*pinse* are several days, and people do not agree on which of them "inden jul" counts to: they are asked about.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from netmoede_desktop.domain.dates.date_reading import (
    SOME_TIME,
    UNCLEAR,
    VAGUE,
    DateContext,
    Preposition,
    Read,
    Reader,
    one_day,
)

_FIRST, _SECOND, _THIRD = r"(?:1\. ?|første )", r"(?:2\. ?|anden )", r"(?:3\. ?|tredje )"


def easter_sunday(year: int) -> date:
    """Return påskedag of a year of the Gregorian calendar (the reckoning of Gauss, with his two exceptions)."""
    century = year // 100
    moon = (15 + century - (8 * century + 13) // 25 - century // 4) % 30
    full_moon = (19 * (year % 19) + moon) % 30
    start = (4 + century - century // 4) % 7
    sunday = (2 * (year % 4) + 4 * (year % 7) + 6 * full_moon + start) % 7
    ahead = full_moon + sunday
    late = (full_moon, sunday) == (29, 6) or ((full_moon, sunday) == (28, 6) and year % 19 > 10)
    return date(year, 3, 22) + timedelta(days=ahead - 7 * late)


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _after_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter_sunday(year) + timedelta(days=days)


def _advent(number: int) -> Callable[[int], date]:
    """The fourth Sunday of advent is the last one before juledag."""
    return lambda year: (
        date(year, 12, 25) - timedelta(days=(date(year, 12, 25).weekday() + 1) % 7 or 7, weeks=4 - number)
    )


def _mothers_day(year: int) -> date:
    """The second Sunday of May."""
    return date(year, 5, 8) + timedelta(days=6 - date(year, 5, 8).weekday())


#: How a day is written, and when it is in a year.
_DAYS: tuple[tuple[str, Callable[[int], date]], ...] = (
    ("lille ?jule ?aften(?:sdag)?", _fixed(12, 23)),
    ("jule ?aften(?:sdag)?", _fixed(12, 24)),
    (rf"{_SECOND}juledag", _fixed(12, 26)),
    (rf"{_THIRD}juledag", _fixed(12, 27)),
    (rf"{_FIRST}?juledag", _fixed(12, 25)),
    ("nytårs ?aften(?:sdag)?", _fixed(12, 31)),
    ("nytårsdag", _fixed(1, 1)),
    ("hellig ?tre ?kongers?(?: ?dag| ?aften)?", _fixed(1, 6)),
    ("fastelavnsmandag", _after_easter(-48)),
    ("fastelavn(?:ssøndag)?", _after_easter(-49)),
    ("palme ?søndag", _after_easter(-7)),
    ("skær ?torsdag", _after_easter(-3)),
    ("lang ?fredag", _after_easter(-2)),
    ("påske(?:lørdag|aften)", _after_easter(-1)),
    (rf"{_SECOND}påskedag|påskemandag", _after_easter(1)),
    (rf"{_FIRST}?påskedag|påskesøndag", _after_easter(0)),
    (r"(?:kristi|kr\.?) ?himmelfart(?:s ?dag)?", _after_easter(39)),
    (rf"{_SECOND}pinsedag|pinsemandag", _after_easter(50)),
    (rf"{_FIRST}?pinsedag|pinsesøndag", _after_easter(49)),
    ("pinse(?:lørdag|aften)", _after_easter(48)),
    ("grundlovsdag", _fixed(6, 5)),
    ("fars ?dag", _fixed(6, 5)),
    ("mors ?dag", _mothers_day),
    (r"(?:sankt|sct\.?|skt\.?|st\.?) ?hans ?aften|midsommeraften", _fixed(6, 23)),
    (r"(?:sankt|sct\.?|skt\.?|st\.?) ?hans ?dag", _fixed(6, 24)),
    ("mortensaften", _fixed(11, 10)),
    ("mortensdag", _fixed(11, 11)),
    ("halloween", _fixed(10, 31)),
    ("luciadag", _fixed(12, 13)),
    ("valentins ?dag", _fixed(2, 14)),
    (rf"{_FIRST}(?:søndag i )?advent(?:ssøndag)?", _advent(1)),
    (rf"{_SECOND}(?:søndag i )?advent(?:ssøndag)?", _advent(2)),
    (rf"{_THIRD}(?:søndag i )?advent(?:ssøndag)?", _advent(3)),
    (r"(?:4\. ?|fjerde )(?:søndag i )?advent(?:ssøndag)?", _advent(4)),
)  # fmt: skip
_DAY = re.compile("|".join(f"(?P<day{number}>{spelling})" for number, (spelling, _) in enumerate(_DAYS)))

_AT = r"(?:i |på |ved |til |op til |hen over |over |omkring |under )?(?:hele )?"
_YEAR = r"(?:,? (?P<feast_year>20[0-9]{2}))?"
FEASTS: dict[str, str] = {
    "between_feasts": "(?:i )?(?:dagene )?mellem jul og nytår",
    "feast": rf"(?<![0-9]\. )(?:på )?(?P<feast_day>{'|'.join(spelling for spelling, _ in _DAYS)}){_YEAR}",
    "feast_time": (
        rf"(?P<feast_around>{_AT})(?:jule?n?|juledagene|juletid(?:en)?"
        rf"|påsken?|påskedagene|pinsen?|store ?bededag|advent"
        r"|(?:sankt|sct\.?|skt\.?|st\.?) ?hans|ramadan(?:en)?|eid)"
    ),
    "new_year": "(?:nytår|årsskiftet)",
}


def _read_feast(match: re.Match[str], setting: DateContext) -> Read:
    known = _DAY.fullmatch(match["feast_day"])
    when = _DAYS[int(str(known and known.lastgroup).removeprefix("day"))][1]
    if match["feast_year"]:
        return one_day(when(int(match["feast_year"])))
    days = (when(year) for year in (setting.earliest.year, setting.earliest.year + 1))
    return one_day(next(day for day in days if day >= setting.earliest))


def _read_feast_time(match: re.Match[str], setting: DateContext) -> Read:
    if setting.upper:
        return UNCLEAR
    return VAGUE if setting.led or match["feast_around"] else SOME_TIME


def _read_new_year(_match: re.Match[str], setting: DateContext) -> Read:
    first = date(setting.today.year + 1, 1, 1)
    match setting.lead:
        case Preposition.FROM:
            return one_day(first)
        case Preposition.BEFORE | Preposition.AHEAD:
            return one_day(first - timedelta(days=1))
        case Preposition.NONE:
            return SOME_TIME
        case _:
            return UNCLEAR


FEAST_READERS: dict[str, Reader] = {
    "between_feasts": lambda _match, _setting: VAGUE,
    "feast": _read_feast,
    "feast_time": _read_feast_time,
    "new_year": _read_new_year,
}
