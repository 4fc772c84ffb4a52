"""One written date and the days it means: `2/12`, `fredag den 4. december`, `om 14 dage`, `i uge 49`, `næste måned`.

`DATE` finds one, the reader of its form says what it means. Only what has one meaning is read: what could mean two
things ("næste fredag") or no day at all ("31/2") is named by a trouble; what only looks like one ("1/2 kage") is None.
"""

import re
from calendar import monthrange
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class DateTrouble(StrEnum):
    """Why something that looks like a date was not read as one."""

    IMPOSSIBLE = "date_impossible"
    UNCLEAR = "date_unclear"
    WEEKDAY = "date_not_on_that_weekday"


class Lead(StrEnum):
    """What the word before a date makes of it: fra · starter · efter · inden · inden for · senest · no such word."""

    FROM = "from"
    BEGINS = "begins"
    PAST = "past"
    BEFORE = "before"
    WITHIN = "within"
    BY = "by"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Setting:
    """What a reader needs beside the words: a day without a year is looked for from `earliest` on.

    `names` are lower-case names of people, which are not read as months.
    """

    today: date
    earliest: date
    lead: Lead
    names: Collection[str]

    @property
    def led(self) -> bool:
        """Whether a word leads the date."""
        return self.lead is not Lead.NONE


@dataclass(frozen=True, slots=True)
class Period:
    """The days a written date means, both included; the same day twice for a single one."""

    first: date
    last: date


Read = Period | DateTrouble | None

_WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
_NUMBERS = (
    "nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv", "tretten", "fjorten",
)  # fmt: skip
_ONE = frozenset({"én", "et", "ét"})
#: Written with a stroke and seldom a date unless a word says so: halves, thirds, quarters, round the clock.
_FRACTIONS = frozenset({(1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (24, 7)})
_YEARS = range(2000, 2200)

_WD = "|".join(_WEEKDAYS)
_MONTH_NAME = rf"(?:{'|'.join(_MONTHS)})(?!\w)|(?:jan|febr?|mar|apr|jun|jul|aug|sept?|okt|nov|dec)(?!\w)\.?"
_MEASURE = "timer?|times|dage?|uger?|år|dele?|liter|kop|sider?|elev(?:er)?|af"
_DAY = rf"(?:(?:på )?(?P<{{0}}_weekday>{_WD}),? )?(?P<{{0}}_den>den |d\. ?)"

#: Each way of writing a date, tried in this order at every place of the text.
_FORMS = {
    "weekdays": rf"(?:{_WD})(?: og)? til (?:og med )?(?:{_WD})(?! (?:den|d\.|[0-9]))",
    "lone": _DAY.format("lone") + r"(?P<lone_day>[0-9]{1,2})\.?(?= *(?:$|[,;!?]))",
    "stroke": (
        _DAY.format("stroke") + r"?(?P<stroke_day>[0-9]{1,2})/(?P<stroke_month>[0-9]{1,2})(?![0-9])"
        r"(?:[-/](?P<stroke_year>[0-9]{4}|[0-9]{2})(?![0-9/])| (?P<apart_year>20[0-9]{2})(?![0-9/]))?"
        rf"(?! ?(?:{_MEASURE})(?!\w))"
    ),
    "iso": _DAY.format("iso") + "?(?P<iso_year>[0-9]{4})-(?P<iso_month>[0-9]{1,2})-(?P<iso_day>[0-9]{1,2})",
    "dots": (
        _DAY.format("dots") + r"?(?P<dots_day>[0-9]{1,2})(?:(?P<dot>[.-]) ?(?P<dots_month>[0-9]{1,2})(?P=dot)"
        r" ?(?P<dots_year>[0-9]{4})|\.(?P<short_month>[0-9]{1,2})(?:\.(?P<short_year>[0-9]{2}))?)"
    ),
    "month": (
        _DAY.format("month") + rf"?(?P<month_day>[0-9]{{1,2}})\.? ?(?P<month_name>{_MONTH_NAME})"
        r"(?:,? (?P<month_year>[0-9]{4})(?![0-9]))?"
    ),
    "puzzle": (
        rf"næste (?:{_WD})|(?:på )?(?:{_WD}) (?:(?:om )?(?:otte|fjorten|8|14) dage|(?:den |d\. ?)[0-9]{{1,2}})"
        "|(?:i )?uge [0-9]{1,2} ?(?:[-–/,+&]|og|til) ?[0-9]{1,2}"
    ),
    "weekday_of_week": (
        rf"(?:på )?(?P<week_weekday>{_WD}) (?:i (?P<coming>næste uge)|(?:i )?uge (?P<its_week>[0-9]{{1,2}}))"
    ),
    "weekday": rf"(?P<soon>(?:nu )?på |(?:den )?(?:først)?kommende )?(?P<weekday_name>{_WD})",
    "near": "(?P<near_day>i dag|idag|nu(?: af)?|i aften|i morgen|imorgen|i overmorgen)",
    "after": (
        rf"(?P<om>om )?(?:de (?:næste|kommende) )?(?P<count>[0-9]{{1,3}}|{'|'.join((*_NUMBERS[1:], *_ONE))}) "
        r"(?P<unit>dage?|uger?|måned(?:er)?|år)"
    ),
    "week": ("(?:i )?uge (?P<week_number>[0-9]{1,2})(?:[ /-](?P<week_year>20[0-9]{2}))?"),
    "span": "(?:i )?(?P<span_name>næste uge|næste måned)",
    "whole_month": rf"(?:i )?(?P<whole_name>{'|'.join(_MONTHS)})(?: (?P<whole_year>20[0-9]{{2}}))?",
    "new_year": "nytår",
}
DATE = (
    r"(?<![\w/.])(?:"
    + "|".join(f"(?P<{name}>{form})" for name, form in _FORMS.items())
    + r")(?!\w)(?!/[0-9]|[.,][0-9])"
)


def _day(day: date) -> Period:
    return Period(day, day)


def _in_year(day: int, month: int, year: str | None, setting: Setting) -> date | None:
    """The day in its year, or in the first year that puts it on or after `earliest`; None if there is no such day."""
    written = int(year) + 2000 * (len(year) == 2) if year else None
    for candidate in (written,) if written is not None else (setting.earliest.year, setting.earliest.year + 1):
        if candidate in _YEARS and 1 <= month <= 12 and 1 <= day <= monthrange(candidate, month)[1]:
            found = date(candidate, month, day)
            if written is not None or found >= setting.earliest:
                return found
    return None


def _on_weekday(day: date | None, weekday: str | None) -> Read:
    if day is None:
        return DateTrouble.IMPOSSIBLE
    if weekday is not None and _WEEKDAYS[day.weekday()] != weekday:
        return DateTrouble.WEEKDAY
    return _day(day)


def _read_weekdays(_match: re.Match[str], setting: Setting) -> Read:
    return DateTrouble.UNCLEAR if setting.lead is Lead.FROM else None


def _read_lone(match: re.Match[str], setting: Setting) -> Read:
    number = int(match["lone_day"])
    if not 1 <= number <= 31:
        return DateTrouble.IMPOSSIBLE
    first = setting.earliest.replace(day=1)
    while monthrange(first.year, first.month)[1] < number or first.replace(day=number) < setting.earliest:
        first = _months_later(first, 1)
    return _on_weekday(first.replace(day=number), match["lone_weekday"])


def _read_stroke(match: re.Match[str], setting: Setting) -> Read:
    day, month = int(match["stroke_day"]), int(match["stroke_month"])
    if not (setting.led or match["stroke_den"]) and (day > 31 or month > 12 or (day, month) in _FRACTIONS):
        return None
    year = match["stroke_year"] or match["apart_year"]
    return _on_weekday(_in_year(day, month, year, setting), match["stroke_weekday"])


def _read_iso(match: re.Match[str], setting: Setting) -> Read:
    day = _in_year(int(match["iso_day"]), int(match["iso_month"]), match["iso_year"], setting)
    return _on_weekday(day, match["iso_weekday"])


def _read_dots(match: re.Match[str], setting: Setting) -> Read:
    number, month = int(match["dots_day"]), int(match["dots_month"] or match["short_month"])
    year = match["dots_year"] or match["short_year"]
    if match["short_month"] and not match["dots_den"] and not (setting.led and year):
        # "senest 8.10" is a day to one reader and ten past eight to the next; 16.30 is no day to anybody.
        return DateTrouble.UNCLEAR if setting.led and number <= 31 and month <= 12 else None
    return _on_weekday(_in_year(number, month, year, setting), match["dots_weekday"])


def _read_month(match: re.Match[str], setting: Setting) -> Read:
    month = next(number for number, name in enumerate(_MONTHS, start=1) if name.startswith(match["month_name"][:3]))
    return _on_weekday(_in_year(int(match["month_day"]), month, match["month_year"], setting), match["month_weekday"])


def _read_puzzle(_match: re.Match[str], _setting: Setting) -> Read:
    return DateTrouble.UNCLEAR


def _read_weekday_of_week(match: re.Match[str], setting: Setting) -> Read:
    week = _next_week(setting.today) if match["coming"] else _week(int(match["its_week"]), None, setting.today)
    if week is None:
        return DateTrouble.IMPOSSIBLE
    day = week.first + timedelta(days=_WEEKDAYS.index(match["week_weekday"]))
    return _day(day) if day >= setting.today else DateTrouble.UNCLEAR


def _read_weekday(match: re.Match[str], setting: Setting) -> Read:
    if not (setting.led or match["soon"]):
        return None
    ahead = (_WEEKDAYS.index(match["weekday_name"]) - setting.today.weekday() - 1) % 7 + 1
    return _day(setting.today + timedelta(days=ahead))


def _read_near(match: re.Match[str], setting: Setting) -> Read:
    words = match["near_day"].replace(" ", "")
    if words.startswith("nu"):
        return _day(setting.today) if setting.lead is Lead.FROM else None
    if words == "idag" and not setting.led:
        return None
    ahead = {"idag": 0, "iaften": 0, "imorgen": 1, "iovermorgen": 2}[words]
    return _day(setting.today + timedelta(days=ahead))


def _read_after(match: re.Match[str], setting: Setting) -> Read:
    word, unit = match["count"], match["unit"]
    length_alone = not match["om"] and setting.lead not in (Lead.BEFORE, Lead.WITHIN)
    if length_alone or (unit == "dag" and not setting.led):
        return None
    if word == "otte" and unit == "dage":
        return DateTrouble.UNCLEAR
    count = int(word) if word.isdecimal() else 1 if word in _ONE else _NUMBERS.index(word)
    if unit.startswith(("dag", "uge")):
        return _day(setting.today + timedelta(days=count * (7 if unit.startswith("uge") else 1)))
    return _day(_months_later(setting.today, count * (12 if unit == "år" else 1)))


def _read_week(match: re.Match[str], setting: Setting) -> Read:
    return _week(int(match["week_number"]), match["week_year"], setting.today) or DateTrouble.IMPOSSIBLE


def _read_span(match: re.Match[str], setting: Setting) -> Read:
    if match["span_name"].endswith("uge"):
        return _next_week(setting.today)
    first = _months_later(setting.today.replace(day=1), 1)
    return Period(first, _months_later(first, 1) - timedelta(days=1))


def _read_whole_month(match: re.Match[str], setting: Setting) -> Read:
    if not setting.led or match["whole_name"] in setting.names:
        return None
    month, year = _MONTHS.index(match["whole_name"]) + 1, match["whole_year"]
    this_year = setting.earliest.year
    first = date(int(year) if year else this_year + (month < setting.earliest.month), month, 1)
    return Period(first, _months_later(first, 1) - timedelta(days=1))


def _read_new_year(_match: re.Match[str], setting: Setting) -> Read:
    first = date(setting.today.year + 1, 1, 1)
    match setting.lead:
        case Lead.FROM:
            return _day(first)
        case Lead.BEFORE:
            return _day(first - timedelta(days=1))
        case Lead.NONE:
            return None
        case _:
            return DateTrouble.UNCLEAR


def _week(number: int, year: str | None, today: date) -> Period | None:
    this_year = today.isocalendar().year
    for candidate in (int(year),) if year else (this_year, this_year + 1):
        if 1 <= number <= date(candidate, 12, 28).isocalendar().week:
            first = date.fromisocalendar(candidate, number, 1)
            if year or first + timedelta(days=6) >= today:
                return Period(first, first + timedelta(days=6))
    return None


def _next_week(today: date) -> Period:
    first = today + timedelta(days=7 - today.weekday())
    return Period(first, first + timedelta(days=6))


def _months_later(day: date, months: int) -> date:
    """The same day some months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


READERS = {
    "weekdays": _read_weekdays,
    "lone": _read_lone,
    "stroke": _read_stroke,
    "iso": _read_iso,
    "dots": _read_dots,
    "month": _read_month,
    "puzzle": _read_puzzle,
    "weekday_of_week": _read_weekday_of_week,
    "weekday": _read_weekday,
    "near": _read_near,
    "after": _read_after,
    "week": _read_week,
    "span": _read_span,
    "whole_month": _read_whole_month,
    "new_year": _read_new_year,
}
