"""One line read as a day and a time: `23/11 kl. 16`, `mandag d. 23. november kl. 16.30`, `i morgen 15:00`.

For a field that holds nothing else. Only what has one meaning is read; what is missing or impossible is named.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from netmoede_desktop.domain.folding import fold_words
from netmoede_desktop.domain.date_reading import DateTrouble, Doubt, Lead, Period, Setting
from netmoede_desktop.domain.written_dates import DATE, READERS


class MomentTrouble(StrEnum):
    """Why a line was not read as a moment."""

    EMPTY = "moment_empty"
    NO_DAY = "moment_no_day"
    NO_TIME = "moment_no_time"
    IMPOSSIBLE_DAY = "moment_impossible_day"
    IMPOSSIBLE_TIME = "moment_impossible_time"
    OTHER_WEEKDAY = "moment_other_weekday"
    UNCLEAR = "moment_unclear"


@dataclass(frozen=True, slots=True)
class _TimeRead:
    """What the words say of the time, and the words without it."""

    at: time | None
    impossible: bool
    rest: str


#: `kl. 16`, `klokken 16.30`, or digits with a colon or point at the end of the line: `16:30`.
_LED_TIME = re.compile(r"[, ]*(?<!\w)(?:kl\.?|klokken) ?(?P<hour>[0-9]{1,2})(?:[.:](?P<minute>[0-9]{2}))?(?![\w:])\.?")
_BARE_TIME = re.compile(r"(?P<gap>^|[, ]+)(?P<hour>[0-9]{1,2})[.:](?P<minute>[0-9]{2})$")
#: A day with a point or hyphen is a day here, where it could be a time in running text.
_DAY_MONTH = re.compile(r"(?P<day>[0-9]{1,2})[.-](?P<month>[0-9]{1,2})\.?")

_OF_DATE = {
    DateTrouble.IMPOSSIBLE: MomentTrouble.IMPOSSIBLE_DAY,
    DateTrouble.WEEKDAY: MomentTrouble.OTHER_WEEKDAY,
    DateTrouble.UNCLEAR: MomentTrouble.UNCLEAR,
}


def read_moment(line: str, today: date, usual_time: time | None = None) -> datetime | MomentTrouble:
    """Return the local wall time a line means; `usual_time` is taken where it says none.

    A day without a year is the first one on or after `today`. Never raises.
    """
    words = fold_words(line).text.strip(" .,;")
    if not words:
        return MomentTrouble.EMPTY
    read = _time_in(words)
    if read.impossible:
        return MomentTrouble.IMPOSSIBLE_TIME
    day = _day_in(read.rest, today)
    if isinstance(day, MomentTrouble):
        return day
    at = read.at or usual_time
    return MomentTrouble.NO_TIME if at is None else datetime.combine(day, at)


def read_day(line: str, today: date) -> date | MomentTrouble:
    """Return the day a line means, where it holds nothing but a day. Never raises."""
    words = fold_words(line).text.strip(" .,;")
    return _day_in(words, today) if words else MomentTrouble.EMPTY


def _time_in(words: str) -> _TimeRead:
    led = _LED_TIME.search(words)
    match = led or _BARE_TIME.search(words)
    if match is None or (led is None and _DAY_MONTH.fullmatch(words)):
        return _TimeRead(None, impossible=False, rest=words)
    rest = f"{words[: match.start()]} {words[match.end() :]}".strip(" .,;")
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if hour > 23 or minute > 59:
        return _TimeRead(None, impossible=True, rest=rest)
    return _TimeRead(time(hour, minute), impossible=False, rest=rest)


def _day_in(words: str, today: date) -> date | MomentTrouble:
    plain = _DAY_MONTH.fullmatch(words)
    if plain is not None:
        words = f"{plain['day']}/{plain['month']}"
    if re.fullmatch(r"[0-9]{1,2}", words):
        return MomentTrouble.UNCLEAR
    match = re.match(DATE, words)
    if match is None or match.end() != len(words):
        return MomentTrouble.NO_DAY
    read = READERS[str(match.lastgroup)](match, Setting(today, today, Lead.FROM, ()))
    match read:
        case Period(first=first, last=last) if first == last:
            return first
        case Period():
            return MomentTrouble.UNCLEAR
        case DateTrouble():
            return _OF_DATE[read]
        case _:
            return MomentTrouble.NO_DAY
