"""Danish days off, for the choice of dates: public holidays, and the customary days off.

The public ones are in resources/holidays, written from the package `holidays` (it knows that store bededag was
abolished from 2024). The package itself is not loaded: it would cost 18 MB of memory and a fifth of a second.
"""

import json
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from netmoede_desktop.localization.resources import resource_folder


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
    move across New Year. Public holidays are known for 2020 to 2075.
    """
    days = {
        date(year, month, day): Holiday(date(year, month, day), name, by_custom=True)
        for year in range(first_year, last_year + 1)
        for month, day, name in _CUSTOMS
    }
    for on, name in _public_holidays().items():
        if first_year <= on.year <= last_year:
            days[on] = Holiday(on, name, by_custom=False)
    return tuple(days[on] for on in sorted(days))


def holiday_names(first: date, last: date) -> dict[date, str]:
    """Return the names of the days off by date, for every year touched by `first`..`last`."""
    return {holiday.on: holiday.name for holiday in danish_holidays(first.year, last.year)}


@lru_cache(maxsize=1)
def _public_holidays() -> dict[date, str]:
    text = (resource_folder() / "holidays" / "denmark.json").read_text(encoding="utf-8")
    return {date.fromisoformat(day): name for day, name in json.loads(text).items()}
