"""One line of typing read as an agreement: `Kirsten henter Mikkel onsdage fra 2/12` (R114).

A reading is offered, never forced: a name that could be two people, a date that could be two days or none, or "vi"
as the one responsible give a code and no guess. No part of the line is ever lost: see `ParsedAgreement.pieces`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from netmoede_desktop.domain.agreements.owner_names import Candidate, FoundOwner, find_owner
from netmoede_desktop.domain.dates.danish_dates import DateClause, DateKind, FoundDates, find_dates
from netmoede_desktop.domain.language.folding import fold_name, fold_words


class LineCode(StrEnum):
    """The remarks of the reader about a line, for the user to see to."""

    OWNER_IS_VI = "owner_is_vi"
    OWNER_UNCLEAR = "owner_unclear"
    OWNER_SHARED = "owner_shared"
    OWNER_UNKNOWN = "owner_unknown"
    DATE_IMPOSSIBLE = "date_impossible"
    DATE_UNCLEAR = "date_unclear"
    DATE_NOT_ON_THAT_WEEKDAY = "date_not_on_that_weekday"
    DATE_TWICE = "date_twice"
    DATE_VAGUE = "date_vague"


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

    `text` is the sentence as it was written, without the clauses of date and sign that were cleanly at its ends, and
    without days like "i morgen", which mean another day tomorrow. A code of a date means that no date was read, a code
    of the owner that there is none; `meant` are then the ids of those who may be meant.
    """

    line: str
    text: str
    owner: str | None
    start: date | None
    due: date | None
    sign: str | None
    spans: tuple[LineSpan, ...]
    codes: tuple[LineCode, ...]
    meant: tuple[str, ...] = ()

    def pieces(self) -> tuple[tuple[SpanKind | None, str], ...]:
        """The whole line in pieces, each with the field it gave or None; joined they are the line again."""
        pieces: list[tuple[SpanKind | None, str]] = []
        place = 0
        for span in self.spans:
            pieces += [(None, self.line[place : span.start]), (span.kind, self.line[span.start : span.end])]
            place = span.end
        return tuple((kind, text) for kind, text in (*pieces, (None, self.line[place:])) if text)


_SIGN = r"(?<!\w)tegn(?:et)?(?: (?:på|er)(?!\w)[^:=;]{0,40})? ?[:=] ?"
_BREAK = " \t\r\n,;–-"
_BEFORE = _BREAK + "(["
_AFTER = _BREAK + ".!)]"
_CLOSES = {"(": ")", "[": "]"}
#: Words that cannot end a sentence: a date behind one of them belongs to it and stays.
_HANGING = frozenset((
    "af", "allerede", "at", "ca.", "cirka", "den", "der", "efter", "en", "for", "fra", "før", "hele", "hver",
    "hvis", "i", "inden", "kl", "kl.", "klokken", "lige", "med", "mellem", "når", "og", "om", "omkring", "op",
    "på", "senest", "siden", "som", "til", "ved",
))  # fmt: skip
#: What may follow a day and says when on it: without the day it would hang.
_PART_OF_DAY = re.compile(
    r" (?:formiddag|eftermiddag|aften|morgen|middag|nat|tidlig|kl\.? ?[0-9]|klokken)", re.IGNORECASE
)
_CLOCK = re.compile(r" (?:kl\.? ?[0-9]|klokken)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Sign:
    """Where the clause of the sign begins, where its own words do, where they end, and where the clause does."""

    start: int
    words: int
    words_end: int
    end: int


@dataclass(frozen=True, slots=True)
class _Dates:
    """The clauses that give a date, or the codes instead of one."""

    chosen: tuple[DateClause, ...]
    codes: tuple[LineCode, ...]

    def day(self, kind: DateKind) -> date | None:
        return next((clause.day for clause in self.chosen if clause.kind is kind), None)


def parse_line(line: str, people: Sequence[Candidate], today: date) -> ParsedAgreement:
    """Read the fields of an agreement out of one line; any text is accepted and none raises.

    The owner comes first, or after the verb that a time has turned ("fra fredag skriver Hanne"). A date without a word
    like `fra` or `senest` counts as the day it is due, if it is the only one. The sign begins at "tegn:" and runs to
    the end of its brackets or of the line, or to the dates that close it. Words that are not read with certainty stay
    in the text.
    """
    names = tuple(person.called.lower() for person in people)
    sign = _sign_clause(line)
    closing: Sequence[DateClause] = ()
    swallowed: tuple[LineCode, ...] = ()
    found = find_dates(fold_words(_without(line, sign)), today, names)
    if sign and sign.end == len(line):
        sign, closing, swallowed = _closed_by_dates(line, sign, found, find_dates(fold_words(line), today, names))
    before = _without(line, sign)
    owner = find_owner(fold_name(before[: sign.start] if sign else line), people, _leading_end(line, found))
    clauses = [clause for clause in found.clauses if clause.start >= owner.end or clause.end <= owner.start]
    dates = _chosen([*clauses, *closing], (*(LineCode(trouble.value) for trouble in found.troubles), *swallowed))
    spans = [LineSpan(SpanKind(clause.kind.value), clause.start, clause.end) for clause in dates.chosen]
    if owner.owner is not None:
        spans.append(LineSpan(SpanKind.OWNER, owner.start, owner.end))
    if sign:
        spans.append(LineSpan(SpanKind.SIGN, sign.start, sign.end))
    ordered = tuple(sorted(spans, key=lambda span: span.start))
    return ParsedAgreement(
        line=line,
        text=_sentence(line, ordered, dates.chosen, owner),
        owner=owner.owner,
        start=dates.day(DateKind.START),
        due=dates.day(DateKind.DUE),
        sign=line[sign.words : sign.words_end].strip(_BREAK) or None if sign else None,
        spans=ordered,
        codes=(*(LineCode(doubt.value) for doubt in owner.doubts), *dates.codes),
        meant=owner.meant,
    )


def _sign_clause(line: str) -> _Sign | None:
    """The clause of the sign: in its brackets, or to the end of the line."""
    words = fold_words(line)
    found = re.search(_SIGN, words.text)
    if found is None:
        return None
    start, begin = words.span(found.start(), found.end())
    ahead = line[:start].rstrip()
    bracket = ahead[-1:]
    if bracket in _CLOSES and bracket:
        end = _closing_bracket(line, start, bracket)
        return _Sign(len(ahead) - 1, begin, end, min(end + 1, len(line)))
    return _Sign(start, begin, len(line), len(line))


def _closing_bracket(line: str, place: int, bracket: str) -> int:
    """Where the bracket that was opened before `place` is closed: the end of the line if nowhere."""
    depth = 1
    for at in range(place, len(line)):
        depth += (line[at] == bracket) - (line[at] == _CLOSES[bracket])
        if depth == 0:
            return at
    return len(line)


def _without(line: str, sign: _Sign | None) -> str:
    """The line with the clause of the sign made unreadable, every place of the rest as it was."""
    return line if sign is None else line[: sign.start] + ";" * (sign.end - sign.start) + line[sign.end :]


def _closed_by_dates(
    line: str, sign: _Sign, outside: FoundDates, whole: FoundDates
) -> tuple[_Sign, Sequence[DateClause], tuple[LineCode, ...]]:
    """The sign without the dates that close the line, those dates, and the codes for dates within the sign."""
    closing = _dates_at_end(line, sign.words, whole.clauses)
    if closing and not {clause.kind for clause in closing} & {clause.kind for clause in outside.clauses}:
        end = closing[0].start
        words_end = len(line[:end].rstrip(_BREAK + "."))
        return _Sign(sign.start, sign.words, max(words_end, sign.words), end), closing, ()
    inside = [clause for clause in whole.clauses if clause.start >= sign.words and not clause.bare]
    doubts = [doubt for doubt in whole.doubts if doubt.start >= sign.words and not doubt.weak]
    if outside.clauses or outside.doubts or not (inside or doubts):
        return sign, (), ()
    # "tegn: ro senest 4/12": when it is due, or when it will show?
    return sign, (), tuple(LineCode(doubt.trouble.value) for doubt in doubts) or (LineCode.DATE_UNCLEAR,)


def _leading_end(line: str, dates: FoundDates) -> int | None:
    """The end of a date the line begins with, or None."""
    first = next(iter(dates.clauses), None)
    return first.end if first is not None and not line[: first.start].strip(_BREAK) else None


def _dates_at_end(line: str, begin: int, clauses: Sequence[DateClause]) -> list[DateClause]:
    """The dates that close the line, each after a comma or a full stop, so that they cannot belong to the sign."""
    closing: list[DateClause] = []
    end = len(line)
    for clause in reversed(clauses):
        before = line[begin : clause.start].rstrip()
        if line[clause.end : end].strip(_BREAK + ".") or not before.endswith((",", ";", ".", "!", ")")):
            break
        closing.insert(0, clause)
        end = clause.start
    return closing


def _chosen(clauses: Sequence[DateClause], codes: Sequence[LineCode]) -> _Dates:
    """One clause for each date: the one that words lead, else the only bare one. None where there is a doubt."""
    asked = tuple(dict.fromkeys(codes))
    led = [clause for clause in clauses if not clause.bare]
    days = {kind: {clause.day for clause in led if clause.kind is kind} for kind in DateKind}
    bare = {clause.day for clause in clauses if clause.bare}
    if any(len(found) > 1 for found in days.values()):
        asked = (*asked, LineCode.DATE_TWICE)
    elif len(bare) > 1 and not led:
        asked = (*asked, LineCode.DATE_UNCLEAR)
    elif bare - days[DateKind.START] and days[DateKind.START] and not days[DateKind.DUE]:
        # A beginning and another day: perhaps its end.
        asked = (*asked, LineCode.DATE_UNCLEAR)
    if asked:
        return _Dates((), tuple(dict.fromkeys(asked)))
    chosen: dict[DateKind, DateClause] = {}
    for clause in led or clauses:
        chosen.setdefault(clause.kind, clause)
    return _Dates(tuple(chosen.values()), ())


def _sentence(line: str, spans: Sequence[LineSpan], dates: Sequence[DateClause], owner: FoundOwner) -> str:
    """The line without the clauses at its ends and without passing days, if the rest is a sentence."""
    begin, turned = _begin(line, dates, owner)
    end = len(line)
    for span in reversed(spans):
        if span.kind is SpanKind.OWNER or span.start < begin or line[span.end : end].strip(_AFTER):
            break
        rest = _ended(line[: span.start])
        if not rest[begin:].strip(_BEFORE) or rest.lower().split()[-1] in _HANGING:
            break
        end = len(rest)
    kept = [(begin, end)]
    passing = {(clause.start, clause.end) for clause in dates if clause.relative}
    unled = {(clause.start, clause.end) for clause in dates if clause.bare}
    for span in spans:
        cut = span.kind is SpanKind.SIGN or (span.start, span.end) in passing
        if (
            cut
            and span.start > begin
            and span.end < end
            and _is_whole_without(line, span, bare=(span.start, span.end) in unled)
        ):
            kept[-1:] = [(kept[-1][0], len(line[: span.start].rstrip())), (span.end, end)]
    text = "".join(line[first:last] for first, last in kept)
    if turned:
        who = line[turned[1] : turned[2]]
        text = f"{who} {line[turned[0] : turned[1]].rstrip()}" + text[turned[2] - begin :]
    return (text[:1].upper() + text[1:] if begin and line.lstrip()[:1].isupper() else text).strip()


def _ended(rest: str) -> str:
    return re.sub(r"\sog\Z", "", rest.rstrip(_BEFORE), flags=re.IGNORECASE).rstrip(_BREAK)


def _is_whole_without(line: str, span: LineSpan, *, bare: bool) -> bool:
    """Return True if the line is whole without the words of a span in its middle."""
    before = line[: span.start].split()
    after = line[span.end :]
    if span.kind is SpanKind.SIGN:
        return bool(before)
    apart = line[span.start - 1 : span.start] == " " and after[:1] in (" ", ",", ".")
    part = _PART_OF_DAY.match(after) and not (_CLOCK.match(after) and bare)
    return apart and not part and before[-1].lower() not in _HANGING


def _begin(line: str, dates: Sequence[DateClause], owner: FoundOwner) -> tuple[int, tuple[int, int, int] | None]:
    """Where the sentence begins after a leading date, and the places of the verb and subject that the date had turned.

    "I morgen ringer Lone" is "Lone ringer"; "Senest 4/12: Hanne skriver" is "Hanne skriver".
    """
    first = min(dates, key=lambda clause: clause.start, default=None)
    if first is None or line[: first.start].strip(_BREAK):
        return 0, None
    end = max((clause.end for clause in dates if not line[first.end : clause.start].strip(_BREAK)), default=first.end)
    if owner.verb is not None and not line[end : owner.verb[0]].strip():
        verb, verb_end = owner.verb
        subject = verb_end + len(line[verb_end:]) - len(line[verb_end:].lstrip())
        if owner.start in (subject, 0) and owner.subject_end > subject:
            return verb, (verb, subject, owner.subject_end)
    if owner.verb is None and owner.subject_end and not line[end : owner.start].strip(_BREAK + ":"):
        return owner.start, None
    if first.relative and _CLOCK.match(line, end):
        return end + 1, None
    return 0, None
