"""Danish days off, for the choice of dates: public holidays, and the days nobody meets by custom.

The dates come from the package `holidays` (it knows that store bededag was abolished from 2024), which is imported when
a year is first asked for, since nothing else needs it.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day off and its Danish name. `by_custom` marks a day that is no public holiday but on which few work."""

    on: date
    name: str
    by_custom: bool


#: Month and day of what is kept by custom, and its name.
_CUSTOMS = (
    (6, 5, "Grundlovsdag"),
    (12, 24, "Juleaftensdag"),
    (12, 31, "Nytårsaftensdag"),
)


def danish_holidays(first_year: int, last_year: int) -> tuple[Holiday, ...]:
    """Return the days off of the years `first_year` to `last_year`, both included, in order; each day once.

    A public holiday goes before a custom on the same day. Only days of these years: ask a year more where a date may
    move across New Year.
    """
    from holidays import country_holidays  # imported when needed: see the docstring of the module

    years = range(first_year, last_year + 1)
    days = {
        date(year, month, day): Holiday(date(year, month, day), name, by_custom=True)
        for year in years
        for month, day, name in _CUSTOMS
    }
    for on, name in country_holidays("DK", years=years, language="da").items():
        days[on] = Holiday(on, name, by_custom=False)
    return tuple(days[on] for on in sorted(days))


def holiday_names(first: date, last: date) -> dict[date, str]:
    """Return the names of the days off by date, for every year touched by `first`..`last`."""
    return {holiday.on: holiday.name for holiday in danish_holidays(first.year, last.year)}
