"""One line of typing read as an agreement: `Kirsten henter Mikkel onsdage fra 2/12` (product.md §3, R114).

What is read is offered, never forced: a name that could be two people, a date that could be two days or none, or "vi"
as the one responsible give a code instead of a guess. Nothing of the line is ever lost: see `ParsedAgreement.pieces`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from netmoede_desktop.domain.danish_dates import DateClause, DateKind, FoundDates, find_dates
from netmoede_desktop.domain.folding import fold_name, fold_words
from netmoede_desktop.domain.owner_names import Candidate, find_owner


class LineCode(StrEnum):
    """What the reader of the line wants to draw attention to."""

    OWNER_IS_VI = "owner_is_vi"
    OWNER_UNCLEAR = "owner_unclear"
    OWNER_SHARED = "owner_shared"
    DATE_IMPOSSIBLE = "date_impossible"
    DATE_UNCLEAR = "date_unclear"
    DATE_NOT_ON_THAT_WEEKDAY = "date_not_on_that_weekday"
    DATE_TWICE = "date_twice"


class SpanKind(StrEnum):
    """Which field a span of the line was read as."""

    OWNER = "owner"
    START = "start"
    DUE = "due"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class LineSpan:
    """The characters `start`..`end` (end excluded) of the line that gave a field, leading words included."""

    kind: SpanKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ParsedAgreement:
    """The fields of a line. `owner` is a person id; `spans` lie in the line, in its order, and do not overlap.

    `text` is the sentence as it was written, without the clauses of date and sign that stood cleanly at its end.
    """

    line: str
    text: str
    owner: str | None
    start: date | None
    due: date | None
    sign: str | None
    spans: tuple[LineSpan, ...]
    codes: tuple[LineCode, ...]

    def pieces(self) -> tuple[tuple[SpanKind | None, str], ...]:
        """The whole line in pieces, each with the field it gave or None; joined they are the line again."""
        pieces: list[tuple[SpanKind | None, str]] = []
        place = 0
        for span in self.spans:
            pieces += [(None, self.line[place : span.start]), (span.kind, self.line[span.start : span.end])]
            place = span.end
        return tuple((kind, text) for kind, text in (*pieces, (None, self.line[place:])) if text)


_SIGN = r"(?<!\w)tegn(?: (?:på|er)(?!\w)[^:=;]{0,40})? ?[:=] ?"
_BREAK = " \t\r\n,;–-"
_BEFORE = _BREAK + "(["
_AFTER = _BREAK + ".!)]"
#: Words that cannot end a sentence: a date behind one of them belongs to it and stays.
_HANGING = frozenset(
    {
        "af",
        "ca.",
        "cirka",
        "efter",
        "for",
        "fra",
        "før",
        "hver",
        "i",
        "med",
        "og",
        "omkring",
        "på",
        "siden",
        "til",
        "ved",
    }
)


def parse_line(line: str, people: Sequence[Candidate], today: date) -> ParsedAgreement:
    """Read the fields of an agreement out of one line; any text is accepted and none raises.

    The owner stands first, or right after a date that stands first ("fra fredag skriver Hanne"). A date without a word
    like `fra` or `senest` counts as the day it is due, if it is the only one. The sign begins at "tegn:" and runs to
    the end, or to dates after a comma at the end. Impossible and unclear dates stay in the text.
    """
    names = tuple(person.called.lower() for person in people)
    sign = _sign_clause(line)
    sign_at = sign[0] if sign else len(line)
    dates = find_dates(fold_words(line[:sign_at]), today, names)
    owner = find_owner(fold_name(line[:sign_at]), people, _leading_end(line, dates))
    clauses = [clause for clause in dates.clauses if clause.start >= owner.end or clause.end <= owner.start]
    sign_end = len(line)
    if sign:
        closing = _dates_at_end(line, sign[1], find_dates(fold_words(line), today, names).clauses)
        if closing and not {clause.kind for clause in closing} & {clause.kind for clause in clauses}:
            clauses += closing
            sign_end = closing[0].start
    taken, codes = _chosen(clauses)
    spans = [LineSpan(SpanKind(clause.kind.value), clause.start, clause.end) for clause in taken.values()]
    if owner.owner is not None:
        spans.append(LineSpan(SpanKind.OWNER, owner.start, owner.end))
    if sign:
        spans.append(LineSpan(SpanKind.SIGN, sign_at, sign_end))
    ordered = tuple(sorted(spans, key=lambda span: span.start))
    return ParsedAgreement(
        line=line,
        text=_sentence(line, ordered),
        owner=owner.owner,
        start=taken[DateKind.START].day if DateKind.START in taken else None,
        due=taken[DateKind.DUE].day if DateKind.DUE in taken else None,
        sign=_sign_words(line, sign[0], line[sign[1] : sign_end]) if sign else None,
        spans=ordered,
        codes=tuple(LineCode(code.value) for code in (*owner.doubts, *dates.troubles, *codes)),
    )


def _sign_clause(line: str) -> tuple[int, int] | None:
    """Where the sign's leading words begin in the line, and where they end."""
    words = fold_words(line)
    found = re.search(_SIGN, words.text)
    return words.span(found.start(), found.end()) if found else None


def _sign_words(line: str, sign_at: int, words: str) -> str | None:
    """The words of the sign, without the brackets that may stand round the whole clause."""
    sign = words.strip(_BREAK)
    if line[:sign_at].rstrip().endswith(("(", "[")):
        sign = sign.removesuffix(")").removesuffix("]").rstrip()
    return sign or None


def _leading_end(line: str, dates: FoundDates) -> int | None:
    """The end of a date the line begins with, or None."""
    first = next(iter(dates.clauses), None)
    return first.end if first is not None and not line[: first.start].strip(_BREAK) else None


def _dates_at_end(line: str, begin: int, clauses: Sequence[DateClause]) -> list[DateClause]:
    """The dates that close the line, each after a comma, so that they cannot belong to the words of the sign."""
    closing: list[DateClause] = []
    end = len(line)
    for clause in reversed(clauses):
        before = line[begin : clause.start].rstrip()
        if line[clause.end : end].strip(_BREAK + ".") or not before.endswith((",", ";")):
            break
        closing.insert(0, clause)
        end = clause.start
    return closing


def _chosen(clauses: Sequence[DateClause]) -> tuple[dict[DateKind, DateClause], tuple[LineCode, ...]]:
    """One clause for each date: the first one that words lead; without any, the only bare one."""
    led = [clause for clause in clauses if not clause.bare]
    if not led and len(clauses) > 1:
        return {}, (LineCode.DATE_UNCLEAR,)
    taken: dict[DateKind, DateClause] = {}
    twice = False
    for clause in led or clauses:
        twice = twice or clause.kind in taken
        taken.setdefault(clause.kind, clause)
    return taken, (LineCode.DATE_TWICE,) if twice else ()


def _sentence(line: str, spans: Sequence[LineSpan]) -> str:
    """The line without the clauses at its end, unless nothing that can stand alone would be left."""
    end = len(line)
    for span in reversed(spans):
        if span.kind is SpanKind.OWNER or line[span.end : end].strip(_AFTER):
            break
        rest = re.sub(r"\sog\Z", "", line[: span.start].rstrip(_BEFORE), flags=re.IGNORECASE).rstrip(_BREAK)
        if not rest.strip(_BEFORE) or rest.lower().split()[-1] in _HANGING:
            break
        end = len(rest)
    return line[:end].strip()
