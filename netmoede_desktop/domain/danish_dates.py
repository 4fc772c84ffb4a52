"""Dates in running Danish text: `fra 2/12`, `senest 4. december`, `inden søndag`, `om 14 dage`, `uge 49`.

Only what has one meaning is read. What could mean two things ("næste fredag", "fra mandag til fredag") or no day at all
("31/2") is left alone and named by a trouble. A day without a year is the first one on or after today; a weekday
without a date is the coming one, never today; `inden` a day counts that day, `inden` a week or month ends before it.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from netmoede_desktop.domain.folding import Folded
from netmoede_desktop.domain.written_dates import DATE, READERS, DateTrouble, Lead, Period, Read, Setting


class DateKind(StrEnum):
    """Which of an agreement's two dates a clause gives."""

    START = "start"
    DUE = "due"


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


_LEADS = {
    Lead.FROM: "fra(?: og med)?|start",
    Lead.BEGINS: "starter|begynder",
    Lead.PAST: "efter",
    Lead.WITHIN: "inden for|indenfor|i løbet af",
    Lead.BEFORE: "inden|før",
    Lead.BY: ("(?:(?:inden|senest|ved) )?(?:ved )?udgangen af|senest|til(?: og med)?|indtil|frem til|deadline|frist"),
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
    for match in re.finditer(DATE, words.text):
        lead, begin = _lead_of(match, clause_end, clauses)
        setting = Setting(today, _earliest(lead, clauses, today), lead, names)
        read = _day_meant(READERS[str(match.lastgroup)](match, setting), setting)
        if read is not None and lead is Lead.NONE and re.search(_OPEN_RANGE, words.text[: match.start()][-4:]):
            read = DateTrouble.UNCLEAR
        if isinstance(read, DateTrouble):
            troubles.append(read)
        elif read is not None:
            kind = DateKind.START if lead in (Lead.FROM, Lead.BEGINS) else DateKind.DUE
            clause_end = _end_of(match, lead)
            clauses.append(DateClause(kind, read, *words.span(begin, clause_end), not setting.led))
    return FoundDates(tuple(clauses), tuple(dict.fromkeys(troubles)))


def _lead_of(match: re.Match[str], clause_end: int, clauses: list[DateClause]) -> tuple[Lead, int]:
    """The word that leads a date, and where the clause begins: a verb stays outside, it belongs to the sentence."""
    text, place = match.string, match.start()
    if clauses and clauses[-1].kind is DateKind.START and re.fullmatch(" ?[-–] ?", text[clause_end:place]):
        return Lead.BY, clause_end
    found = re.search(_LEAD, text[max(0, place - _LONGEST_LEAD) : place])
    if found is None:
        return Lead.NONE, place
    lead = Lead(str(found.lastgroup))
    if lead is Lead.PAST and match.lastgroup == "new_year":
        lead = Lead.FROM
    return lead, place if lead is Lead.BEGINS else place - len(found.group())


def _end_of(match: re.Match[str], lead: Lead) -> int:
    """Where the clause ends: "fra 2/12 og frem" is one."""
    onwards = re.compile(r" og frem(?:ad|efter|over)?(?!\w)").match(match.string, match.end())
    return onwards.end() if onwards and lead is Lead.FROM else match.end()


def _earliest(lead: Lead, clauses: list[DateClause], today: date) -> date:
    """An end without a year lies after its own beginning: fra 5/1 til 20/12."""
    starts = [clause.day for clause in clauses if clause.kind is DateKind.START] if lead is Lead.BY else []
    return max([today, *starts])


def _day_meant(read: Read, setting: Setting) -> date | DateTrouble | None:
    if not isinstance(read, Period):
        return read
    one_day = read.first == read.last
    match setting.lead:
        case Lead.FROM | Lead.BEGINS:
            return read.first if one_day else max(read.first, setting.today)
        case Lead.PAST:
            return DateTrouble.UNCLEAR
        case Lead.BEFORE if not one_day:
            day_before = read.first - timedelta(days=1)
            return day_before if day_before >= setting.today else DateTrouble.UNCLEAR
        case _:
            return read.last
