"""One line read as a day and a time: `23/11 kl. 16`, `tirs d. 1. dec. kl. 16-18`, `uge 49 torsdag 10.30`, `9.30 i
morgen`.

For a field of its own. Only a line with one meaning is read; a missing or impossible part is named. Of a
time with a beginning and an end the beginning is meant.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from netmoede_desktop.domain.dates.date_reading import DateContext, DateTrouble, Doubt, Period, Preposition
from netmoede_desktop.domain.dates.written_dates import DATE, READERS
from netmoede_desktop.domain.language.folding import fold_words


class MomentTrouble(StrEnum):
    """Why a line was not read as a moment."""

    EMPTY = "moment_empty"
    NO_DAY = "moment_no_day"
    NO_TIME = "moment_no_time"
    IMPOSSIBLE_DAY = "moment_impossible_day"
    IMPOSSIBLE_TIME = "moment_impossible_time"
    OTHER_WEEKDAY = "moment_other_weekday"
    UNCLEAR = "moment_unclear"
    UNCLEAR_TIME = "moment_unclear_time"


@dataclass(frozen=True, slots=True)
class _TimeRead:
    """The time that the words name, and the words without it; `part` is the part of the day that they name."""

    rest: str
    at: time | None = None
    trouble: MomentTrouble | None = None
    part: str = ""


_CLOCK = r"(?:klokken|klk?\b\.?|kl\.?)"
_TIME = r"(?P<hour>[0-9]{1,2})(?:[.:]?(?P<minute>[0-9]{2}))?"
_UNTIL = rf"(?: ?(?:[-–—]|til|og) ?(?:ca\.? ?)?(?:{_CLOCK} ?)?[0-9]{{1,2}}(?:[.:]?[0-9]{{2}})?)?"
#: `kl. 16`, `klokken 16.30`, `kl 16-18`.
_LED_TIME = re.compile(rf"[, ]*(?<!\w)(?:fra |mellem )?{_CLOCK} ?{_TIME}{_UNTIL}(?![\w:])\.?")
#: Digits with a colon or point, or two ends, first or last in the line: `16:30`, `9.30 i morgen`, `1/12 16-18`.
_POINTED = r"(?P<hour>[0-9]{1,2})[.:](?P<minute>[0-9]{2})"
_LAST_TIME = re.compile(rf"(?P<gap>^|[, ]+)(?:fra |mellem )?{_POINTED}{_UNTIL}$")
_FIRST_TIME = re.compile(rf"^{_POINTED}{_UNTIL}(?=[, ])[, ]*")
_LAST_HOURS = re.compile(
    r"(?<=[0-9a-zæøå.])[, ]+(?:fra |mellem )?(?P<hour>[0-9]{1,2})(?P<minute>) ?(?:[-–—]"
    r"|til|og) ?[0-9]{1,2}(?:[.:][0-9]{2})?$"
)
#: A day in figures with an hour alone behind it: `1/12 16`.
_HOUR_ALONE = re.compile(r"(?<=[0-9/.-])[, ]+(?P<hour>[0-9]{1,2})(?P<minute>)$")
_NUMBER_WORDS = "en|et|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv"
#: Hours in words, which leave open which half of the day they are of.
_SPOKEN = re.compile(
    rf"(?<!\w)(?:halv (?:{_NUMBER_WORDS}|[0-9]{{1,2}})|(?:kvart|ti"
    rf"|fem|tyve|[0-9]{{1,2}})(?: min\w*\.?)? (?:over|i) (?:halv )?"
    rf"(?:{_NUMBER_WORDS}|[0-9]{{1,2}})|{_CLOCK} ?(?:{_NUMBER_WORDS})|[0-9]{{1,2}}-tiden)(?!\w)"
)
_PART = re.compile(
    r"(?<!i )(?<!i)[, ]*(?<!\w)(?:om |hen ad |tidlig )?(?P<part>formiddag"
    r"|eftermiddag|aften|morgen)(?:en)?(?!\w)|(?<=morgen) tidlig(?!\w)"
)
#: Without minutes and without a part of the day, an hour up to this one is hardly meant to be at night.
_NIGHT_UNTIL = 6
_PAST_DAYS = {"i går": 1, "i forgårs": 2}
_SOON = timedelta(days=60)
_NEARLY_A_YEAR = timedelta(days=364) - _SOON
_NOON = 12
#: A day with a point or hyphen is a day here, where it could be a time in running text.
_DAY_MONTH = re.compile(r"(?P<day>[0-9]{1,2})[.-](?P<month>[0-9]{1,2})\.?")
_TWO_DAYS = re.compile(rf" ?(?:[-–—+/]|til|og|eller|,) ?(?:{DATE})")

_OF_DATE = {
    DateTrouble.IMPOSSIBLE: MomentTrouble.IMPOSSIBLE_DAY,
    DateTrouble.WEEKDAY: MomentTrouble.OTHER_WEEKDAY,
    DateTrouble.UNCLEAR: MomentTrouble.UNCLEAR,
    DateTrouble.VAGUE: MomentTrouble.NO_DAY,
}


def read_moment(line: str, today: date, usual_time: time | None = None) -> datetime | MomentTrouble:
    """Return the local wall time a line means; `usual_time` is used where it names none.

    A day without a year is the first one on or after `today`. Never raises.
    """
    words = fold_words(line).text.strip(" .,;")
    if not words:
        return MomentTrouble.EMPTY
    read = _time_in(words, today)
    if read.trouble is not None:
        return read.trouble
    day = _day_in(read.rest, today)
    if isinstance(day, MomentTrouble):
        return day
    at = read.at or (None if read.part else usual_time)
    return MomentTrouble.NO_TIME if at is None else datetime.combine(day, at)


def read_day(line: str, today: date) -> date | MomentTrouble:
    """Return the day a line means, where it holds nothing but a day. Never raises."""
    words = fold_words(line).text.strip(" .,;")
    return _day_in(words, today) if words else MomentTrouble.EMPTY


def read_day_near(line: str, today: date) -> date | MomentTrouble:
    """Return the day as `read_day`; one without a year is the last one, unless the next is less than two months away.

    For what has been done or soon will be: on 23 November, 3/11 is this year's, and so is 2/12.
    """
    days_ago = _PAST_DAYS.get(fold_words(line).text.strip(" .,;"))
    if days_ago is not None:
        return today - timedelta(days=days_ago)
    coming = read_day(line, today)
    if isinstance(coming, MomentTrouble) or coming - today <= _SOON:
        return coming
    last = read_day(line, today - _NEARLY_A_YEAR)
    same = not isinstance(last, MomentTrouble) and (last.day, last.month) == (coming.day, coming.month)
    return last if same else coming


def _time_in(words: str, today: date) -> _TimeRead:
    part, without = _part_in(words)
    match = _LED_TIME.search(without)
    if match is None and _SPOKEN.search(without):
        return _TimeRead(without, trouble=MomentTrouble.UNCLEAR_TIME)
    if match is None:
        match = _bare_time(without, today)
    if match is None:
        return _TimeRead(without, part=part)
    rest = f"{without[: match.start()]} {without[match.end() :]}".strip(" .,;")
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if part in ("eftermiddag", "aften") and hour < _NOON:
        hour += _NOON
    if hour > 23 or minute > 59:
        return _TimeRead(rest, trouble=MomentTrouble.IMPOSSIBLE_TIME)
    if 1 <= hour <= _NIGHT_UNTIL and not match["minute"] and not part:
        return _TimeRead(rest, trouble=MomentTrouble.UNCLEAR_TIME)
    return _TimeRead(rest, time(hour, minute))


def _part_in(words: str) -> tuple[str, str]:
    """The part of the day that is named beside the day, and the words without it."""
    found = _PART.search(words)
    if found is None:
        return "", words
    rest = f"{words[: found.start()]} {words[found.end() :]}".strip(" .,;")
    return found["part"] or "morgen", re.sub(" +", " ", rest)


def _bare_time(words: str, today: date) -> re.Match[str] | None:
    """A time without *kl.*: by its point, or by the day beside it."""
    if _DAY_MONTH.fullmatch(words):
        return None
    pointed = _LAST_TIME.search(words) or _FIRST_TIME.match(words)
    if pointed is not None:
        return pointed
    for pattern in (_LAST_HOURS, _HOUR_ALONE):
        match = pattern.search(words)
        if match is not None and isinstance(_day_in(words[: match.start()], today), date):
            return match
    return None


def _day_in(words: str, today: date) -> date | MomentTrouble:
    plain = _DAY_MONTH.fullmatch(words)
    if plain is not None:
        words = f"{plain['day']}/{plain['month']}"
    if re.fullmatch(r"[0-9]{1,2}", words):
        return MomentTrouble.UNCLEAR
    match = re.match(DATE, words)
    if match is None:
        return MomentTrouble.NO_DAY
    if match.lastgroup == "open" or _TWO_DAYS.fullmatch(words, match.end()):
        return MomentTrouble.UNCLEAR
    if match.end() != len(words):
        return MomentTrouble.NO_DAY
    read = READERS[str(match.lastgroup)](match, DateContext(today, today, Preposition.FROM, ()))
    match read:
        case Period(first=first, last=last) if first == last:
            return first
        case Period():
            return MomentTrouble.UNCLEAR
        case Doubt(trouble=trouble):
            return _OF_DATE[trouble]
        case _:
            return MomentTrouble.NO_DAY
