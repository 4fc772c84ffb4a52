"""The readings of a written date: a day or days, a doubt that names why it was not read, or none."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class DateTrouble(StrEnum):
    """Why something that names a time was not read as a day."""

    IMPOSSIBLE = "date_impossible"
    UNCLEAR = "date_unclear"
    WEEKDAY = "date_not_on_that_weekday"
    VAGUE = "date_vague"


class Preposition(StrEnum):
    """The meaning that the words before a date give it.

    fra · starter · efter · inden · før · inden for · senest · til · udgangen af · slutter · mellem · omkring · siden
    · no such word.
    """

    FROM = "from"
    BEGINS = "begins"
    PAST = "past"
    BEFORE = "before"
    AHEAD = "ahead"
    WITHIN = "within"
    BY = "by"
    TO = "to"
    END = "end"
    ENDS = "ends"
    BETWEEN = "between"
    ABOUT = "about"
    SINCE = "since"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class DateContext:
    """The context of a reading: `today`, and `earliest`, from which a day without a year is looked for.

    `names` are lower-case names of people, which are read neither as months nor as weekdays.
    """

    today: date
    earliest: date
    lead: Preposition
    names: Collection[str]

    @property
    def led(self) -> bool:
        """Whether the date has a leading word."""
        return self.lead is not Preposition.NONE

    @property
    def upper(self) -> bool:
        """Whether the leading word makes the date an end that must not be passed."""
        return self.lead in (Preposition.BEFORE, Preposition.AHEAD, Preposition.BY, Preposition.TO)


@dataclass(frozen=True, slots=True)
class Period:
    """The days a written date means, both included; the same day twice for a single one."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Doubt:
    """A time that is named but not surely read.

    A `weak` one is no question where the line has another date that words lead; `weekday` (Monday 0) is the one that
    was named alone, which is no question beside a date that falls on it.
    """

    trouble: DateTrouble
    weak: bool = False
    weekday: int | None = None


IMPOSSIBLE = Doubt(DateTrouble.IMPOSSIBLE)
UNCLEAR = Doubt(DateTrouble.UNCLEAR)
OTHER_WEEKDAY = Doubt(DateTrouble.WEEKDAY)
VAGUE = Doubt(DateTrouble.VAGUE)
#: What is often no date at all, and a question only where nothing else says when.
PERHAPS = Doubt(DateTrouble.UNCLEAR, weak=True)
SOME_TIME = Doubt(DateTrouble.VAGUE, weak=True)

Read = Period | Doubt | None
Reader = Callable[[re.Match[str], DateContext], Read]


def one_day(day: date) -> Period:
    """Return the period of a single day."""
    return Period(day, day)
