"""Lines as a hurried hand writes them: what is read of hundreds, and that of any line nothing is lost."""

import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netmoede_desktop.domain.agreements.agreement_line import LineCode, ParsedAgreement, SpanKind, parse_line
from netmoede_desktop.domain.agreements.owner_names import candidates
from netmoede_desktop.domain.people.people import Person
from tests.domain.agreements.typed_lines import FAMILY, MORE, ROOM, TODAY


def written_lines() -> list[tuple[str, ...]]:
    """The lines of the file: what was typed, then owner, from, by, sign, codes, who may be meant, and the text."""
    file = Path(__file__).parents[2] / "data" / "danish_lines.txt"
    rows = [row for row in file.read_text(encoding="utf-8").splitlines() if row and not row.startswith("#")]
    return [tuple(field.strip() for field in row.split("|")) for row in rows]


@pytest.mark.parametrize("row", written_lines(), ids=lambda row: row[0])
def test_a_line_as_a_hurried_hand_writes_it(row: tuple[str, ...]) -> None:
    line, *expected = row
    people = (*FAMILY[:-1], *MORE)
    read = parse_line(line, candidates(people), TODAY)
    days = (str(day) if day else "-" for day in (read.start, read.due))
    told = [read.owner or "-", *days, read.sign or "-", ",".join(read.codes) or "-", ",".join(read.meant) or "-"]
    assert [*told, "=" if read.text == line else read.text] == expected


VOCABULARY = """
Kirsten Hanne Hannes Mikkels mor vi fra senest inden til efter starter frist: tegn: tegn den d. 2/12 31/2 1/2 2/12-2027
2026-12-02 2.12.2026 4. december maj på fredag i morgen om 14 otte dage uge 49 nytår næste måned år kl. 8.30 - – , . og
juleaften jul inden før sommerferien mandag tors. uge 49-50 1.-4. december til i dag denne uge ultimo januar rute 5/7
eller sammen med hver henter ringer af hentes Peter Lone (tegn: ro) straks 1/2 månedens udgang
å a\u030a \u00ad \u200f İ ß ½ 🎈 ' ’s
"""
WORDS = st.sampled_from(VOCABULARY.split())
LINES = st.lists(WORDS, max_size=14).flatmap(
    lambda words: st.sampled_from([" ", "", ", ", "\u00a0"]).map(lambda blank: blank.join(words))
)
TODAYS = st.dates(date(2000, 1, 1), date(2198, 12, 31))


def nothing_lost(parsed: ParsedAgreement) -> bool:
    """Whether every word that no field was read from stands in the text, and no other."""
    kept = Counter(re.findall(r"\w+", parsed.text.lower()))
    unread = Counter(
        re.findall(r"\w+", " ".join(text for kind, text in parsed.pieces() if kind in (None, SpanKind.OWNER)).lower())
    )
    unread["og"] = 0
    whole = Counter(re.findall(r"\w+", parsed.line.lower()))
    return not kept - whole and not {word for word in unread - kept if not _half(word, parsed)}


def _half(word: str, parsed: ParsedAgreement) -> bool:
    """Whether a word of a piece is only the end of one that reading has cut: `2/12` next to a letter."""
    return not re.search(rf"(?<!\w){re.escape(word)}(?!\w)", parsed.line.lower())


@given(st.text() | LINES | LINES.map(str.upper) | LINES.map(lambda line: unicodedata.normalize("NFD", line)), TODAYS)
@example("\u0301fra 2/12", TODAY)
@example("\u200eKirsten", TODAY)
def test_any_line_is_read_and_not_a_character_is_lost(line: str, today: date) -> None:
    parsed = parse_line(line, ROOM, today)
    place = 0
    for span in parsed.spans:
        assert place <= span.start < span.end <= len(line)
        place = span.end
    assert "".join(text for _, text in parsed.pieces()) == line
    assert nothing_lost(parsed)
    assert (parsed.text == "") == (line.strip() == "")
    assert {kind for kind, _ in parsed.pieces()} >= {SpanKind.OWNER} if parsed.owner else True
    assert all(code in LineCode for code in parsed.codes)


@given(st.sampled_from(FAMILY), st.text(alphabet="abcdefghijklmnopqrstuvwxyzæøå ", max_size=30))
def test_a_line_that_begins_with_a_name_and_a_verb_has_that_owner(who: Person, rest: str) -> None:
    assert parse_line(f"{who.name} henter {rest}", ROOM, TODAY).owner == who.id


def steps(call: Callable[[], object]) -> int:
    """How many lines of the program a call runs."""
    count = 0

    def one(_frame: FrameType, event: str, _value: Any) -> Any:
        nonlocal count
        count += event == "line"
        return one

    before = sys.gettrace()
    sys.settrace(one)
    try:
        call()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    "piece",
    [
        "Kirsten henter 2/12 ",
        "fra 2/12 til 4/12 ",
        "mandag og ",
        "hver mandag, ",
        "om 14 dage efter ",
        "Lone og Peter, ",
        "1.-4. december ",
        "mellem 1/12 og ",
        "(tegn: ro ",
        "den ",
        "i ",
    ],
)
def test_a_line_twice_as_long_takes_twice_the_steps(piece: str) -> None:
    parse_line(piece * 50, ROOM, TODAY)
    once, twice = (steps(lambda n=n: parse_line(piece * n, ROOM, TODAY)) for n in (200, 400))  # type: ignore[misc]
    assert twice < 2.2 * once


def test_a_line_of_a_hundred_thousand_characters_is_read() -> None:
    line = "Kirsten henter 2/12 næste fredag " * 3_000
    assert parse_line(line, ROOM, TODAY).owner == "kirsten"
