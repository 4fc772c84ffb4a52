"""Dates in running Danish text: `fra 2/12`, `senest fre. d. 4. december`, `1.-4. december`, `inden søndag`, `uge 49`.

Only words with one meaning are read. Words that could mean two things ("næste fredag", "fra mandag til fredag"), no day
at all ("31/2") or only some time ("før sommerferien") is left alone and named by a doubt. A day without a year is the
first one on or after today, and a doubt if it has just passed; a weekday without a date is the coming one, never today;
`inden` a day counts that day, `inden` a week or month ends before it. Two dates with a stroke, *til* or *mellem … og*
between them are the ends of one period.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from netmoede_desktop.domain.dates.calendar_words import NUMBER, date_in, weekday_place
from netmoede_desktop.domain.dates.date_reading import (
    OTHER_WEEKDAY,
    UNCLEAR,
    DateContext,
    DateTrouble,
    Doubt,
    Period,
    Preposition,
    Read,
)
from netmoede_desktop.domain.dates.written_dates import DATE, READERS, RELATIVE
from netmoede_desktop.domain.language.folding import Folded


class DateKind(StrEnum):
    """Which of an agreement's two dates a clause gives."""

    START = "start"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class DateClause:
    """A date read at `start`..`end` of the original text, its leading word included; `bare` if no word led it.

    The words of a `relative` one ("i morgen") mean another day tomorrow.
    """

    kind: DateKind
    day: date
    start: int
    end: int
    bare: bool
    relative: bool = False


@dataclass(frozen=True, slots=True)
class DateDoubt:
    """A time that is named at `start` of the original text and not surely read; a `weak` one may be no time at all."""

    trouble: DateTrouble
    start: int
    weak: bool


@dataclass(frozen=True, slots=True)
class FoundDates:
    """The clauses and the doubts in the order of the text. Clauses do not overlap."""

    clauses: tuple[DateClause, ...]
    doubts: tuple[DateDoubt, ...]

    @property
    def troubles(self) -> tuple[DateTrouble, ...]:
        """Each trouble once."""
        return tuple(dict.fromkeys(doubt.trouble for doubt in self.doubts))


_LEADS = {
    Preposition.END: "(?:i |hele )?resten af|(?:(?:inden|senest|ved) )?(?:ved )?udgangen af",
    Preposition.FROM: r"fra(?: og med)?|f\.?o\.?m\.?|start|pr\.?|per",
    Preposition.BEGINS: "starter(?: op)?|begynder",
    Preposition.ENDS: "slutter|ender|stopper|udløber",
    Preposition.PAST: "efter|tidligst(?: fra)?",
    Preposition.SINCE: "siden",
    Preposition.WITHIN: "inden for|indenfor|i løbet af",
    Preposition.ABOUT: r"undtagen|pånær|på nær|bortset fra|ikke|uden"
    r"|op til|hen mod|hen imod|omkring|omtrent|cirka|ca\.?|ved|om",
    Preposition.BEFORE: "inden",
    Preposition.AHEAD: "før|forud for",
    Preposition.BETWEEN: "i?mellem",
    Preposition.BY: r"(?:aller)?senest(?: til)?"
    r"|ikke senere end|til og med|t\.?o\.?m\.?|t/m|indtil|frem til|deadline|(?:sidste )?frist",
    Preposition.TO: "til",
}
_LEAD = r"(?<!\w)(?:" + "|".join(f"(?P<{name.value}>{words})" for name, words in _LEADS.items()) + "):? $"
#: No leading words with their colon and blank are longer than this.
_LONGEST_LEAD = 40
_JOINT = re.compile(r" ?[-–—] ?| ?(?:til(?: og med)?|t\.?o\.?m\.?|t/m) ")
_AND = " og "
_LENGTH = re.compile(
    rf" (?:i|og|de næste|i de næste) (?:{NUMBER}) (?:dage|uger?|måned(?:er)?|mdr\.?)(?! ?(?:og|om)?\w* om)(?!\w)"
)
_ONWARDS = re.compile(r" og frem(?:ad|efter|over)?(?!\w)")
#: "flytter mødet fra 28/11 til 3/12": two days, and not what lies between them.
_MOVES = re.compile(r"(?<!\w)(?:flytte|rykke|udsæt|udskyd|ændre|bytte)\w* [^.;]{0,40}$")
#: A day without a year that is so far ahead has just gone by in this one, which may be the one that is meant.
_FAR_AHEAD = timedelta(days=305)
_OF_YEAR = frozenset(
    {"stroke", "month", "dots", "of_month", "feast", "week", "weekday_of_week", "nth_weekday", "whole_month"}
)
#: A period that would be no longer than this and has begun is rather running than meant for next year.
_RUNNING = timedelta(days=183)


def find_dates(words: Folded, today: date, names: Collection[str] = ()) -> FoundDates:
    """Read every date in `words` (from `fold_words`); `names` are lower-case, and read as neither month nor weekday.

    Never raises for a `today` between the years 2000 and 2197.
    """
    finder = _Finder(words, today, names)
    for match in re.finditer(DATE, words.text):
        finder.add(match)
    return finder.found()


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause in folded places, with the word that led it and whether its year was written."""

    kind: DateKind
    day: date
    start: int
    end: int
    lead: Preposition
    form: str
    year_written: bool = False


class _Finder:
    """Goes through the dates of a text in order, and puts together those that are two ends of one period."""

    def __init__(self, words: Folded, today: date, names: Collection[str]) -> None:
        self._words, self._today, self._names = words, today, names
        self._clauses: list[_Clause] = []
        self._doubts: list[tuple[Doubt, int, Preposition]] = []
        self._open: tuple[re.Match[str], Preposition, int] | None = None
        self._start: date | None = None

    def add(self, match: re.Match[str]) -> None:
        """Read one match of `DATE`."""
        form = str(match.lastgroup)
        if form == "open":
            self._open = (match, *self._lead_of(match))
            return
        if self._open is not None and self._open[0].end() == match.start():
            self._close(match, form)
        elif form == "weeks":
            self._add_weeks(match)
        elif (joint := self._joint(match)) is not None:
            self._add_end(match, form, joint)
        else:
            self._add_one(match, form)
        self._open = None

    def found(self) -> FoundDates:
        """The dates and the doubts, without the doubts that the other dates settle."""
        lonely = [clause for clause in self._clauses if clause.lead is Preposition.BETWEEN]
        doubts = [*self._doubts, *((UNCLEAR, clause.start, clause.lead) for clause in lonely)]
        clauses = [clause for clause in self._clauses if clause.lead is not Preposition.BETWEEN]
        led = any(clause.lead is not Preposition.NONE for clause in clauses)
        weekdays = {clause.day.weekday() for clause in clauses}
        asked = [
            (doubt, start, lead)
            for doubt, start, lead in doubts
            if not (
                doubt.weak
                and lead is Preposition.NONE
                and (led or doubt.weekday in weekdays or (clauses and doubt.trouble is DateTrouble.VAGUE))
            )
        ]
        return FoundDates(
            tuple(
                DateClause(
                    clause.kind,
                    clause.day,
                    *self._words.span(clause.start, clause.end),
                    bare=clause.lead is Preposition.NONE,
                    relative=clause.form in RELATIVE,
                )
                for clause in clauses
            ),
            tuple(
                DateDoubt(doubt.trouble, self._words.starts[start], doubt.weak and lead is Preposition.NONE)
                for doubt, start, lead in sorted(asked, key=lambda one: one[1])
            ),
        )

    def _add_one(self, match: re.Match[str], form: str) -> None:
        lead, begin = self._lead_of(match)
        read = self._read(match, form, lead)
        if isinstance(read, Doubt):
            self._doubts.append((read, begin, lead))
        elif read is not None:
            after_start = lead is Preposition.BY and self._start is not None
            far = read - self._today > _FAR_AHEAD and not after_start
            if far and form in _OF_YEAR and not _has_year(match, form):
                self._doubts.append((UNCLEAR, begin, Preposition.BY))
                return
            kind = DateKind.START if lead in (Preposition.FROM, Preposition.BEGINS) else DateKind.DUE
            if kind is DateKind.START and _LENGTH.match(match.string, match.end()):
                self._doubts.append((UNCLEAR, begin, lead))
                return
            end = _end_of(match, lead)
            self._append(_Clause(kind, read, begin, end, lead, form, _has_year(match, form)))

    def _add_end(self, match: re.Match[str], form: str, joint: str) -> None:
        """The second end of a period: the one before it becomes its beginning."""
        first = self._clauses[-1]
        read = self._read(match, form, Preposition.BY)
        start: date | None = first.day
        if _MOVES.search(match.string[max(0, first.start - 56) : first.start]):
            start = None
        elif isinstance(read, date) and not first.year_written and form not in RELATIVE:
            start, read = self._both(first.day, read, year_written=_has_year(match, form))
        if not isinstance(read, date) or start is None:
            doubt = read if isinstance(read, Doubt) else UNCLEAR
            self._clauses.pop()
            self._doubts.append((doubt, first.start, Preposition.BY))
            return
        self._clauses[-1] = replace(first, kind=DateKind.START, day=start, lead=Preposition.FROM)
        begin = match.start() - len(joint)
        self._append(_Clause(DateKind.DUE, read, begin, match.end(), Preposition.BY, form))

    def _both(self, first: date, last: date, *, year_written: bool) -> tuple[date | None, date]:
        """The beginning without a year goes by its end; None where the period seems to have begun already."""
        before = self._before(first, last)
        if before is None:
            return first, last
        if year_written or before >= self._today:
            return before, last
        if first > self._today and last - before <= _RUNNING:
            return None, last
        return first, self._after(last, first)

    def _before(self, first: date, last: date) -> date | None:
        days = (date_in(year, first.month, first.day) for year in (last.year, last.year - 1))
        return next((day for day in days if day is not None and day <= last), None)

    @staticmethod
    def _after(last: date, first: date) -> date:
        days = (date_in(year, last.month, last.day) for year in range(first.year, first.year + 2))
        return next((day for day in days if day is not None and day >= first), last)

    def _close(self, match: re.Match[str], form: str) -> None:
        """The end of "1.-4. december", whose beginning has only its day."""
        if self._open is None:
            return
        opened, lead, begin = self._open
        read = self._read(match, form, Preposition.BY)
        joint = opened["open_joint"]
        apart = joint.strip() in ("og", "eller", "/", "+") and lead is not Preposition.BETWEEN
        if not isinstance(read, date):
            if read is not None:
                self._doubts.append((read, begin, Preposition.BY))
            return
        number = int(opened["open_day"])
        month = read if number <= read.day else read.replace(day=1) - timedelta(days=1)
        first = date_in(month.year, month.month, number)
        running = first is not None and first < self._today and not _has_year(match, form)
        if first is None or apart or running or lead in (Preposition.AHEAD, Preposition.PAST, Preposition.ABOUT):
            self._doubts.append((UNCLEAR, begin, Preposition.BY))
            return
        weekday = opened["open_weekday"]
        if weekday is not None and first.weekday() != weekday_place(weekday):
            self._doubts.append((OTHER_WEEKDAY, begin, Preposition.BY))
            return
        place = opened.end() - len(joint)
        self._append(_Clause(DateKind.START, first, begin, place, Preposition.FROM, form))
        self._append(_Clause(DateKind.DUE, read, place, match.end(), Preposition.BY, form))

    def _add_weeks(self, match: re.Match[str]) -> None:
        lead, begin = self._lead_of(match)
        read = READERS["weeks"](match, DateContext(self._today, self._today, lead, self._names))
        if not isinstance(read, Period):
            self._doubts.append((read or UNCLEAR, begin, lead))
            return
        place = match.start("weeks_to")
        self._append(_Clause(DateKind.START, read.first, begin, place, Preposition.FROM, "weeks"))
        self._append(_Clause(DateKind.DUE, read.last, place, match.end(), Preposition.BY, "weeks"))

    def _read(self, match: re.Match[str], form: str, lead: Preposition) -> date | Doubt | None:
        earliest = self._today if self._start is None or lead is not Preposition.BY else max(self._today, self._start)
        setting = DateContext(self._today, earliest, lead, self._names)
        return _resolved_day(READERS[form](match, setting), setting)

    def _append(self, clause: _Clause) -> None:
        self._clauses.append(clause)
        if clause.kind is DateKind.START:
            self._start = clause.day

    def _joint(self, match: re.Match[str]) -> str | None:
        """The words that join this date to the one before it as its end, None where it is a date of its own."""
        if not self._clauses:
            return None
        last = self._clauses[-1]
        between = match.string[last.end : match.start()]
        if last.lead is Preposition.BETWEEN:
            return between if between == _AND else None
        beginning = last.lead in (Preposition.NONE, Preposition.FROM, Preposition.BEGINS)
        return between if beginning and _JOINT.fullmatch(between) else None

    def _lead_of(self, match: re.Match[str]) -> tuple[Preposition, int]:
        """The word that leads a date, and where the clause begins: a verb stays outside, it belongs to the sentence."""
        text, place = match.string, match.start()
        found = re.search(_LEAD, text[max(0, place - _LONGEST_LEAD) : place])
        if found is None:
            return Preposition.NONE, place
        lead = Preposition(str(found.lastgroup))
        if lead is Preposition.PAST and match.lastgroup == "new_year":
            lead = Preposition.FROM
        return lead, place if lead in (Preposition.BEGINS, Preposition.ENDS) else place - len(found.group())


def _has_year(match: re.Match[str], form: str) -> bool:
    """Return True if the year is written: the groups of other forms are empty."""
    written = (name for name, text in match.groupdict().items() if text is not None)
    return form == "iso" or any(name.endswith(("year", "month_short")) for name in written)


def _end_of(match: re.Match[str], lead: Preposition) -> int:
    """Where the clause ends: "fra 2/12 og frem" is one."""
    onwards = _ONWARDS.match(match.string, match.end())
    return onwards.end() if onwards and lead is Preposition.FROM else match.end()


def _resolved_day(read: Read, setting: DateContext) -> date | Doubt | None:
    if not isinstance(read, Period) or setting.lead is Preposition.SINCE:
        return read if isinstance(read, Doubt) and setting.lead is not Preposition.SINCE else None
    single = read.first == read.last
    match setting.lead:
        case Preposition.FROM | Preposition.BEGINS:
            return read.first if single else max(read.first, setting.today)
        case Preposition.PAST | Preposition.ABOUT:
            return UNCLEAR
        case Preposition.TO if not single:
            # "til januar" is some time in it to one reader, and before it to the next.
            return UNCLEAR
        case Preposition.AHEAD if single:
            # "før fredag" ends the day before to one reader and on the day to the next.
            return UNCLEAR
        case Preposition.BEFORE | Preposition.AHEAD if not single:
            day_before = read.first - timedelta(days=1)
            return day_before if day_before >= setting.today else UNCLEAR
        case _:
            return read.last
