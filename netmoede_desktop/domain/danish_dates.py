"""Dates in running Danish text: `fra 2/12`, `senest 4. december`, `inden søndag`, `om 14 dage`, `uge 49`.

Only what has one meaning is read. What could mean two things ("næste fredag", "fra mandag til fredag") or no day at all
("31/2") is left alone and named by a trouble. A day without a year is the first one on or after today; a weekday
without a date is the coming one, never today; `inden` a day counts that day, `inden` a week or month ends before it.
"""

import re
from calendar import monthrange
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from netmoede_desktop.domain.folding import Folded


class DateKind(StrEnum):
    """Which of an agreement's two dates a clause gives."""

    START = "start"
    DUE = "due"


class DateTrouble(StrEnum):
    """Why something that looks like a date was not read as one."""

    IMPOSSIBLE = "date_impossible"
    UNCLEAR = "date_unclear"
    WEEKDAY = "date_not_on_that_weekday"


@dataclass(frozen=True, slots=True)
class DateClause:
    """A date read at `start`..`end` of the original text, its leading word included; `bare` if no word led it."""

    kind: DateKind
    day: date
    start: int
    end: int
    bare: bool


@dataclass(frozen=True, slots=True)
class FoundDates:
    """The clauses in the order of the text, and each trouble once."""

    clauses: tuple[DateClause, ...]
    troubles: tuple[DateTrouble, ...]


class _Lead(StrEnum):
    FROM = "from"
    BEGINS = "begins"
    PAST = "past"
    BEFORE = "before"
    BY = "by"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class _Setting:
    """What a reader needs beside the words: a day without a year is looked for from `earliest` on."""

    today: date
    earliest: date
    lead: _Lead
    names: Collection[str]

    @property
    def led(self) -> bool:
        return self.lead is not _Lead.NONE


@dataclass(frozen=True, slots=True)
class _Period:
    first: date
    last: date


_Read = _Period | DateTrouble | None

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
        _DAY.format("dots") + r"?(?P<dots_day>[0-9]{1,2})(?P<dot>[.-]) ?(?P<dots_month>[0-9]{1,2})"
        r"(?P=dot) ?(?P<dots_year>[0-9]{4})"
    ),
    "month": (
        _DAY.format("month") + rf"?(?P<month_day>[0-9]{{1,2}})\.? ?(?P<month_name>{_MONTH_NAME})"
        r"(?:,? (?P<month_year>[0-9]{4})(?![0-9]))?"
    ),
    "puzzle": rf"næste (?:{_WD})|(?:på )?(?:{_WD}) (?:om )?(?:otte|fjorten|8|14) dage",
    "weekday_of_week": (
        rf"(?:på )?(?P<week_weekday>{_WD}) (?:i (?P<coming>næste uge)|(?:i )?uge (?P<its_week>[0-9]{{1,2}}))"
    ),
    "weekday": rf"(?P<soon>(?:nu )?på |(?:den )?(?:først)?kommende )?(?P<weekday_name>{_WD})",
    "near": "(?P<near_day>i dag|idag|nu(?: af)?|i aften|i morgen|imorgen|i overmorgen)",
    "after": (
        rf"(?P<om>om )?(?:de (?:næste|kommende) )?(?P<count>[0-9]{{1,3}}|{'|'.join((*_NUMBERS[1:], *_ONE))}) "
        r"(?P<unit>dage?|uger?|måned(?:er)?|år)"
    ),
    "week": (
        r"(?:i )?uge (?P<week_number>[0-9]{1,2})(?:[ /-](?P<week_year>20[0-9]{2}))?"
        r"(?! ?(?:[-–/,+&]|og|til) ?[0-9])"
    ),
    "span": "(?:i )?(?P<span_name>næste uge|næste måned)",
    "whole_month": rf"(?:i )?(?P<whole_name>{'|'.join(_MONTHS)})(?: (?P<whole_year>20[0-9]{{2}}))?",
    "new_year": "nytår",
}
_DATE = (
    r"(?<![\w/.])(?:"
    + "|".join(f"(?P<{name}>{form})" for name, form in _FORMS.items())
    + r")(?!\w)(?!/[0-9]|[.,][0-9])"
)
_LEADS = {
    _Lead.FROM: "fra(?: og med)?",
    _Lead.BEGINS: "starter|begynder",
    _Lead.PAST: "efter",
    _Lead.BEFORE: "inden(?: for)?|indenfor|før",
    _Lead.BY: (
        "(?:(?:inden|senest|ved) )?(?:ved )?udgangen af|i løbet af|senest"
        "|til(?: og med)?|indtil|frem til|deadline|frist"
    ),
}
_LEAD = r"(?<!\w)(?:" + "|".join(f"(?P<{name.value}>{words})" for name, words in _LEADS.items()) + "):? $"
#: The end of "1.-4. december" cannot stand for the whole.
_OPEN_RANGE = "[0-9][.]? ?[-–] ?$"
#: No leading word with its colon and blank is longer than this.
_LONGEST_LEAD = 32


def find_dates(words: Folded, today: date, names: Collection[str] = ()) -> FoundDates:
    """Read every date in `words` (from `fold_words`). `names` are lower-case names that are not to be read as months.

    Never raises for a `today` between the years 2000 and 2199. Clauses do not overlap.
    """
    clauses: list[DateClause] = []
    troubles: list[DateTrouble] = []
    clause_end = 0
    for match in re.finditer(_DATE, words.text):
        lead, begin = _lead_of(match, clause_end, clauses)
        setting = _Setting(today, _earliest(lead, clauses, today), lead, names)
        read = _day_meant(_READERS[str(match.lastgroup)](match, setting), setting)
        if read is not None and lead is _Lead.NONE and re.search(_OPEN_RANGE, words.text[: match.start()][-4:]):
            read = DateTrouble.UNCLEAR
        if isinstance(read, DateTrouble):
            troubles.append(read)
        elif read is not None:
            kind = DateKind.START if lead in (_Lead.FROM, _Lead.BEGINS) else DateKind.DUE
            clauses.append(DateClause(kind, read, *words.span(begin, match.end()), not setting.led))
            clause_end = match.end()
    return FoundDates(tuple(clauses), tuple(dict.fromkeys(troubles)))


def _lead_of(match: re.Match[str], clause_end: int, clauses: list[DateClause]) -> tuple[_Lead, int]:
    """The word that leads a date, and where the clause begins: a verb stays outside, it belongs to the sentence."""
    text, place = match.string, match.start()
    if clauses and clauses[-1].kind is DateKind.START and re.fullmatch(" ?[-–] ?", text[clause_end:place]):
        return _Lead.BY, clause_end
    found = re.search(_LEAD, text[max(0, place - _LONGEST_LEAD) : place])
    if found is None:
        return _Lead.NONE, place
    lead = _Lead(str(found.lastgroup))
    if lead is _Lead.PAST and match.lastgroup == "new_year":
        lead = _Lead.FROM
    return lead, place if lead is _Lead.BEGINS else place - len(found.group())


def _earliest(lead: _Lead, clauses: list[DateClause], today: date) -> date:
    """An end without a year lies after its own beginning: fra 5/1 til 20/12."""
    starts = [clause.day for clause in clauses if clause.kind is DateKind.START] if lead is _Lead.BY else []
    return max([today, *starts])


def _day_meant(read: _Read, setting: _Setting) -> date | DateTrouble | None:
    if not isinstance(read, _Period):
        return read
    one_day = read.first == read.last
    match setting.lead:
        case _Lead.FROM | _Lead.BEGINS:
            return read.first if one_day else max(read.first, setting.today)
        case _Lead.PAST:
            return DateTrouble.UNCLEAR
        case _Lead.BEFORE if not one_day:
            day_before = read.first - timedelta(days=1)
            return day_before if day_before >= setting.today else DateTrouble.UNCLEAR
        case _:
            return read.last


def _day(day: date) -> _Period:
    return _Period(day, day)


def _in_year(day: int, month: int, year: str | None, setting: _Setting) -> date | None:
    """The day in its year, or in the first year that puts it on or after `earliest`; None if there is no such day."""
    written = int(year) + 2000 * (len(year) == 2) if year else None
    for candidate in (written,) if written is not None else (setting.earliest.year, setting.earliest.year + 1):
        if candidate in _YEARS and 1 <= month <= 12 and 1 <= day <= monthrange(candidate, month)[1]:
            found = date(candidate, month, day)
            if written is not None or found >= setting.earliest:
                return found
    return None


def _on_weekday(day: date | None, weekday: str | None) -> _Read:
    if day is None:
        return DateTrouble.IMPOSSIBLE
    if weekday is not None and _WEEKDAYS[day.weekday()] != weekday:
        return DateTrouble.WEEKDAY
    return _day(day)


def _read_weekdays(_match: re.Match[str], setting: _Setting) -> _Read:
    return DateTrouble.UNCLEAR if setting.lead is _Lead.FROM else None


def _read_lone(match: re.Match[str], setting: _Setting) -> _Read:
    number = int(match["lone_day"])
    if not 1 <= number <= 31:
        return DateTrouble.IMPOSSIBLE
    first = setting.earliest.replace(day=1)
    while monthrange(first.year, first.month)[1] < number or first.replace(day=number) < setting.earliest:
        first = _months_later(first, 1)
    return _on_weekday(first.replace(day=number), match["lone_weekday"])


def _read_stroke(match: re.Match[str], setting: _Setting) -> _Read:
    day, month = int(match["stroke_day"]), int(match["stroke_month"])
    if not (setting.led or match["stroke_den"]) and (day > 31 or month > 12 or (day, month) in _FRACTIONS):
        return None
    year = match["stroke_year"] or match["apart_year"]
    return _on_weekday(_in_year(day, month, year, setting), match["stroke_weekday"])


def _read_iso(match: re.Match[str], setting: _Setting) -> _Read:
    day = _in_year(int(match["iso_day"]), int(match["iso_month"]), match["iso_year"], setting)
    return _on_weekday(day, match["iso_weekday"])


def _read_dots(match: re.Match[str], setting: _Setting) -> _Read:
    day = _in_year(int(match["dots_day"]), int(match["dots_month"]), match["dots_year"], setting)
    return _on_weekday(day, match["dots_weekday"])


def _read_month(match: re.Match[str], setting: _Setting) -> _Read:
    month = next(number for number, name in enumerate(_MONTHS, start=1) if name.startswith(match["month_name"][:3]))
    return _on_weekday(_in_year(int(match["month_day"]), month, match["month_year"], setting), match["month_weekday"])


def _read_puzzle(_match: re.Match[str], _setting: _Setting) -> _Read:
    return DateTrouble.UNCLEAR


def _read_weekday_of_week(match: re.Match[str], setting: _Setting) -> _Read:
    week = _next_week(setting.today) if match["coming"] else _week(int(match["its_week"]), None, setting.today)
    if week is None:
        return DateTrouble.IMPOSSIBLE
    day = week.first + timedelta(days=_WEEKDAYS.index(match["week_weekday"]))
    return _day(day) if day >= setting.today else DateTrouble.UNCLEAR


def _read_weekday(match: re.Match[str], setting: _Setting) -> _Read:
    if not (setting.led or match["soon"]):
        return None
    ahead = (_WEEKDAYS.index(match["weekday_name"]) - setting.today.weekday() - 1) % 7 + 1
    return _day(setting.today + timedelta(days=ahead))


def _read_near(match: re.Match[str], setting: _Setting) -> _Read:
    words = match["near_day"].replace(" ", "")
    if words.startswith("nu"):
        return _day(setting.today) if setting.lead is _Lead.FROM else None
    if words == "idag" and not setting.led:
        return None
    ahead = {"idag": 0, "iaften": 0, "imorgen": 1, "iovermorgen": 2}[words]
    return _day(setting.today + timedelta(days=ahead))


def _read_after(match: re.Match[str], setting: _Setting) -> _Read:
    word, unit = match["count"], match["unit"]
    length_alone = not match["om"] and setting.lead is not _Lead.BEFORE
    if length_alone or (unit == "dag" and not setting.led):
        return None
    if word == "otte" and unit == "dage":
        return DateTrouble.UNCLEAR
    count = int(word) if word.isdecimal() else 1 if word in _ONE else _NUMBERS.index(word)
    if unit.startswith(("dag", "uge")):
        return _day(setting.today + timedelta(days=count * (7 if unit.startswith("uge") else 1)))
    return _day(_months_later(setting.today, count * (12 if unit == "år" else 1)))


def _read_week(match: re.Match[str], setting: _Setting) -> _Read:
    return _week(int(match["week_number"]), match["week_year"], setting.today) or DateTrouble.IMPOSSIBLE


def _read_span(match: re.Match[str], setting: _Setting) -> _Read:
    if match["span_name"].endswith("uge"):
        return _next_week(setting.today)
    first = _months_later(setting.today.replace(day=1), 1)
    return _Period(first, _months_later(first, 1) - timedelta(days=1))


def _read_whole_month(match: re.Match[str], setting: _Setting) -> _Read:
    if not setting.led or match["whole_name"] in setting.names:
        return None
    month, year = _MONTHS.index(match["whole_name"]) + 1, match["whole_year"]
    this_year = setting.earliest.year
    first = date(int(year) if year else this_year + (month < setting.earliest.month), month, 1)
    return _Period(first, _months_later(first, 1) - timedelta(days=1))


def _read_new_year(_match: re.Match[str], setting: _Setting) -> _Read:
    first = date(setting.today.year + 1, 1, 1)
    match setting.lead:
        case _Lead.FROM:
            return _day(first)
        case _Lead.BEFORE:
            return _day(first - timedelta(days=1))
        case _Lead.NONE:
            return None
        case _:
            return DateTrouble.UNCLEAR


def _week(number: int, year: str | None, today: date) -> _Period | None:
    this_year = today.isocalendar().year
    for candidate in (int(year),) if year else (this_year, this_year + 1):
        if 1 <= number <= date(candidate, 12, 28).isocalendar().week:
            first = date.fromisocalendar(candidate, number, 1)
            if year or first + timedelta(days=6) >= today:
                return _Period(first, first + timedelta(days=6))
    return None


def _next_week(today: date) -> _Period:
    first = today + timedelta(days=7 - today.weekday())
    return _Period(first, first + timedelta(days=6))


def _months_later(day: date, months: int) -> date:
    """The same day some months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


_READERS = {
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
