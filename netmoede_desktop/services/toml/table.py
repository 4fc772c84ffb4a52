"""Typed access to one table of a TOML file: every getter checks, notes a problem, and goes on.

A getter that finds a fault notes a problem and returns a fallback, so that the whole file is checked in one go;
the reader of the file raises InputError at the end if there is any problem, and no fallback ever gets out.
"""

import math
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from itertools import islice
from typing import TypeVar

from netmoede_desktop.services.toml.input import MOST_CHOICES, Fact, InputProblem, TomlDocument, nearest
from netmoede_desktop.services.toml.places import Place, line_of

Choice = TypeVar("Choice", bound=StrEnum)

#: Dates outside these years are slips of the pen, and would overflow a time zone at the ends.
FIRST_YEAR, LAST_YEAR = 1900, 2200

#: Longest text in characters: of one line (a name, a title), and of several (a note). No paper holds more.
LONGEST_LINE, LONGEST_TEXT = 1000, 100_000

#: After so many problems no more are noted: such a file is of another kind.
MOST_PROBLEMS = 1000

#: Of the unknown keys in one table, so many are told; each costs a search for the word that was meant.
MOST_UNKNOWN = 20


@dataclass(frozen=True, slots=True)
class TomlTable:
    """One table of a document, at `place`. `asked` gathers the keys its reader knows; `problems` is the file's.

    One that is not `there` is empty, and misses no keys: that it is missing is a problem already.
    """

    document: TomlDocument
    problems: list[InputProblem]
    values: Mapping[str, object]
    place: Place = ()
    header: str = ""
    there: bool = True
    asked: set[str] = field(default_factory=set)

    @property
    def line(self) -> int | None:
        """The line of the table's header."""
        return line_of(self.document.lines, self.place)

    def line_at(self, key: str) -> int | None:
        """The line of a key, or of the table if it is not there."""
        return line_of(self.document.lines, (*self.place, key))

    def problem(self, key: str, code: str, **facts: Fact) -> None:
        """Note a problem at a key of this table."""
        self._note((*self.place, key), code, facts)

    def item_problem(self, key: str, position: int, code: str, **facts: Fact) -> None:
        """Note a problem at one element (from 0) of the list at `key`."""
        self._note((*self.place, key, position), code, facts)

    def has(self, key: str) -> bool:
        """Return True if the key is there; the key counts as known from now on."""
        self.asked.add(key)
        return key in self.values

    def finish(self) -> None:
        """Note the unknown keys, with the nearest known one as the mend; of very many only the first."""
        known = tuple(sorted(self.asked))
        for key in islice((key for key in self.values if key not in self.asked), MOST_UNKNOWN):
            if not self._full:
                self.problem(key, "unknown-key", nearest=nearest(key, known), known=known, table=self.header)

    def text(self, key: str, *, required: bool = False, one_line: bool = True) -> str:
        """Return the text at `key` without surrounding space, or "". A text with nothing to see is a problem."""
        value = self._value(key, required=required)
        return "" if value is None else self._checked_text(key, value, one_line=one_line)

    def optional_text(self, key: str, *, one_line: bool = True) -> str | None:
        """Return the text at `key`, or None when the key is not there."""
        return self.text(key, one_line=one_line) if self.has(key) else None

    def free_text(self, key: str, *, one_line: bool = False) -> str | None:
        """Return the text at `key`; one with nothing to see counts as none at all."""
        value = self._value(key, required=False)
        if isinstance(value, str) and _is_blank(value):
            return None
        return self.optional_text(key, one_line=one_line)

    def texts(self, key: str, *, or_one: bool = False) -> tuple[str, ...]:
        """Return the list of texts at `key`, or (); with `or_one` a single text is a list of one.

        A faulty element is returned as "", so that positions stay those of the file.
        """
        value = self._value(key, required=False)
        if value is None:
            return ()
        if or_one and isinstance(value, str):
            return (self._checked_text(key, value, one_line=True),)
        if not isinstance(value, list):
            self._wrong(key, "text-list", value)
            return ()
        result = []
        for position, item in enumerate(value):
            if not isinstance(item, str):
                self.item_problem(key, position, "wrong-type", expected="text", found=kind_of(item))
            elif code := _fault_of(item, one_line=False):
                self.item_problem(key, position, code)
            result.append(item.strip() if isinstance(item, str) and not _fault_of(item, one_line=False) else "")
        return tuple(result)

    def yes_no(self, key: str, *, default: bool) -> bool:
        """Return true or false at `key`."""
        value = self._value(key, required=False)
        if value is None or isinstance(value, bool):
            return default if value is None else value
        self._wrong(key, "yes-no", value)
        return default

    def whole(self, key: str, *, least: int, most: int, required: bool = False) -> int | None:
        """Return a whole number from `least` to `most`, or None."""
        value = self._value(key, required=required)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int):
            self._wrong(key, "whole-number", value)
            return None
        return value if self._within(key, value, least, most) else None

    def number(self, key: str, *, most: float, required: bool = False, above_zero: bool = False) -> float | None:
        """Return a finite number from 0 to `most`, or None; with `above_zero` 0 itself is too small."""
        value = self._value(key, required=required)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            self._wrong(key, "number", value)
        elif not math.isfinite(value):
            self.problem(key, "not-finite")
        elif above_zero and value == 0:
            self.problem(key, "too-small", limit=0, found=0, above=1)
        elif self._within(key, value, 0, most):
            return float(value)
        return None

    def choice(self, key: str, kinds: type[Choice], *, required: bool = False) -> Choice | None:
        """Return one of an enumeration's words, or None."""
        value = self.text(key, required=required)
        if not value:
            return None
        return self.one_of(key, value, kinds)

    def one_of(self, key: str, value: str, kinds: type[Choice]) -> Choice | None:
        """Return the member of `kinds` whose word is `value`; None, and a problem at `key`, if there is none."""
        try:
            return kinds(value)
        except ValueError:
            self.unknown(key, value, [kind.value for kind in kinds])
            return None

    def unknown(self, key: str, value: str, known: Collection[str], code: str = "unknown-choice") -> None:
        """Note that `value` is none of the known words."""
        if not self._full:
            shown = tuple(islice(known, MOST_CHOICES))
            self.problem(key, code, value=value, nearest=nearest(value, known), known=shown)

    def local_date(self, key: str) -> date | None:
        """Return a date without time, or None."""
        value = self._value(key, required=False)
        if value is None:
            return None
        if isinstance(value, datetime) or not isinstance(value, date):
            self._wrong(key, "date", value)
            return None
        return value if self._sensible(key, value) else None

    def local_time(self, key: str, *, required: bool = False) -> datetime | None:
        """Return a date with time and without zone, or None."""
        value = self._value(key, required=required)
        if value is None:
            return None
        if not isinstance(value, datetime) or value.tzinfo is not None:
            self._wrong(key, "date-time", value)
            return None
        return value if self._sensible(key, value) else None

    def table(self, key: str, *, required: bool = False) -> "TomlTable":
        """Return the table at `key`; an empty one when it is not there."""
        value = self._value(key, required=required and bool(self.header))
        if value is None and required and not self.header:
            self.problem(key, "missing-table", header=f"[{key}]")
        if value is not None and not isinstance(value, dict):
            self._wrong(key, "table", value)
        there = isinstance(value, dict)
        values = value if isinstance(value, dict) else {}
        return TomlTable(self.document, self.problems, values, (*self.place, key), f"[{key}]", there)

    def tables(self, key: str) -> tuple["TomlTable", ...]:
        """Return the tables at `key` (`[[key]]`), in the order of the file."""
        value = self._value(key, required=False)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self._wrong(key, "table-list", value)
            return ()
        place = (*self.place, key)
        return tuple(
            TomlTable(self.document, self.problems, item, (*place, position), f"[[{key}]]")
            for position, item in enumerate(value)
        )

    @property
    def _full(self) -> bool:
        return len(self.problems) >= MOST_PROBLEMS

    def _note(self, place: Place, code: str, facts: Mapping[str, Fact]) -> None:
        if not self._full:
            self.problems.append(self.document.problem(place, code, **facts))

    def _value(self, key: str, *, required: bool) -> object:
        if not self.has(key) and required and self.there:
            self.problem(key, "missing-key", table=self.header)
        return self.values.get(key)

    def _checked_text(self, key: str, value: object, *, one_line: bool) -> str:
        if not isinstance(value, str):
            self._wrong(key, "text", value)
            return ""
        longest = LONGEST_LINE if one_line else LONGEST_TEXT
        if len(value) > longest:
            self.problem(key, "text-too-long", found=len(value), limit=longest)
        elif code := _fault_of(value, one_line=one_line):
            self.problem(key, code)
        else:
            return value.strip()
        return ""

    def _wrong(self, key: str, expected: str, value: object) -> None:
        self.problem(key, "wrong-type", expected=expected, found=kind_of(value))

    def _within(self, key: str, value: float, least: float, most: float) -> bool:
        if value < least:
            self.problem(key, "too-small", limit=least, found=value, above=0)
        elif value > most:
            self.problem(key, "too-large", limit=most, found=value)
        return least <= value <= most

    def _sensible(self, key: str, value: date) -> bool:
        if FIRST_YEAR <= value.year <= LAST_YEAR:
            return True
        self.problem(key, "date-range", first=FIRST_YEAR, last=LAST_YEAR)
        return False


def kind_of(value: object) -> str:
    """Return the name of a TOML value's kind, as in the fact `found`."""
    match value:
        case bool():
            return "yes-no"
        case str():
            return "text"
        case int():
            return "whole-number"
        case float():
            return "number"
        case datetime():
            return "date-time" if value.tzinfo is None else "date-time-zone"
        case date():
            return "date"
        case time():
            return "time"
        case list() if value and all(isinstance(item, dict) for item in value):
            return "table-list"
        case list():
            return "list"
        case _:
            return "table"


def _fault_of(text: str, *, one_line: bool) -> str:
    """Return the code of the fault of a text, or "": nothing to see in it, or characters no paper can hold."""
    if any(_unprintable(character, one_line=one_line) for character in text.strip()):
        return "control-character"
    return "blank" if _is_blank(text) else ""


def _is_blank(text: str) -> bool:
    return all(unicodedata.category(character) in ("Cc", "Cf", "Zs", "Zl", "Zp") for character in text)


def _unprintable(character: str, *, one_line: bool) -> bool:
    if character in "\n\t\r":
        return one_line
    return unicodedata.category(character) in ("Cc", "Cs") or ord(character) & 0xFFFE == 0xFFFE
