"""Feast days by the calendar of their year. "Today" is Monday 23 November 2026."""

from datetime import date

import pytest

from netmoede_desktop.domain.dates.danish_dates import FoundDates, find_dates
from netmoede_desktop.domain.dates.date_reading import DateTrouble
from netmoede_desktop.domain.dates.feast_days import easter_sunday
from netmoede_desktop.domain.language.folding import fold_words
from netmoede_desktop.services.calendar.holidays import danish_holidays

TODAY = date(2026, 11, 23)
UNCLEAR, VAGUE = DateTrouble.UNCLEAR, DateTrouble.VAGUE


def found(line: str) -> FoundDates:
    return find_dates(fold_words(line), TODAY)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("juleaften", date(2026, 12, 24)),
        ("lillejuleaften", date(2026, 12, 23)),
        ("2. juledag", date(2026, 12, 26)),
        ("nytårsaften", date(2026, 12, 31)),
        ("senest fastelavn", date(2027, 2, 7)),
        ("palmesøndag", date(2027, 3, 21)),
        ("senest skærtorsdag", date(2027, 3, 25)),
        ("langfredag", date(2027, 3, 26)),
        ("påskedag", date(2027, 3, 28)),
        ("2. påskedag", date(2027, 3, 29)),
        ("Kr. himmelfart", date(2027, 5, 6)),
        ("2. pinsedag", date(2027, 5, 17)),
        ("grundlovsdag", date(2027, 6, 5)),
        ("Sankt Hans aften", date(2027, 6, 23)),
        ("mortensdag 2027", date(2027, 11, 11)),
        ("1. søndag i advent", date(2026, 11, 29)),
        ("3. juledag", date(2026, 12, 27)),
        ("mors dag", date(2027, 5, 9)),
    ],
)
def test_a_feast_day_is_read(line: str, day: date) -> None:
    dates = found(f"Vi ses {line}, tak")
    assert ([clause.day for clause in dates.clauses], dates.doubts) == ([day], ())


@pytest.mark.parametrize(
    ("line", "trouble"),
    [
        ("nytår", VAGUE),
        ("inden jul", UNCLEAR),
        ("før påske", UNCLEAR),
        ("efter jul", VAGUE),
        ("mellem jul og nytår", VAGUE),
        ("store bededag", VAGUE),
        ("mortensaften", UNCLEAR),
        ("i pinsen", VAGUE),
        ("til jul", VAGUE),
        ("Sankt Hans", VAGUE),
    ],
)
def test_feasts_of_several_days_are_asked_about(line: str, trouble: DateTrouble) -> None:
    dates = found(f"Vi ses {line}, tak")
    assert (dates.clauses, dates.troubles) == ((), (trouble,))


def easter(year: int) -> date:
    """Påskedag as the table of public holidays has it."""
    return next(day.on for day in danish_holidays(year, year) if day.name.casefold() == "påskedag")


@pytest.mark.parametrize("year", range(2020, 2076))
def test_easter_is_reckoned_as_the_table_of_holidays_has_it(year: int) -> None:
    assert easter_sunday(year) == easter(year)
