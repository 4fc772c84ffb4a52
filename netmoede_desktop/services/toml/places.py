"""The places of the keys and values of a TOML text: `tomllib` reads the values but keeps no line numbers.

The text must already have been accepted by `tomllib`; then one walk over its statements is enough. Lines count from 1.
"""

import re
from collections.abc import Mapping
from typing import TypeAlias

#: A path of keys, and of positions (from 0) in arrays and arrays of tables: `("person", 3, "name")`.
Place: TypeAlias = tuple[str | int, ...]

_BLANK = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR = re.compile(r"[^\n,#\]}]*")
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_SHORT_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}


def locate(text: str) -> Mapping[Place, int]:
    """Return the line of every key, table and array element of a valid TOML text.

    A key given by several headers (`[a]`, `[a.b]`) has the line of the first. Behaviour is undefined for a text that
    `tomllib` refuses, or whose keys `toml.size` has not looked at. Raises RecursionError for lists in lists.
    """
    return _Walk(text.replace("\r\n", "\n")).lines()


def line_of(lines: Mapping[Place, int], place: Place) -> int | None:
    """Return the line of `place`, or of the nearest table around it that has one; None when nothing does."""
    while place:
        if place in lines:
            return lines[place]
        place = place[:-1]
    return None


class _Walk:
    """One pass over a text: `_at` is the next character, `_line` its line, `_table` the table being filled."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line = 1
        self._table: Place = ()
        self._counts: dict[Place, int] = {}
        self._found: dict[Place, int] = {}

    def lines(self) -> Mapping[Place, int]:
        self._skip_blank()
        while self._at < len(self._text):
            if self._text.startswith("[[", self._at):
                self._array_header()
            elif self._text[self._at] == "[":
                self._header()
            else:
                self._pair(self._table)
            self._skip_blank()
        return self._found

    def _advance(self, end: int) -> None:
        self._line += self._text.count("\n", self._at, end)
        self._at = end

    def _skip_blank(self) -> None:
        """Pass over spaces, line ends and comments."""
        match = _BLANK.match(self._text, self._at)
        if match is not None:
            self._advance(match.end())

    def _note(self, place: Place) -> None:
        self._found.setdefault(place, self._line)

    def _header(self) -> None:
        self._advance(self._at + 1)
        keys = self._keys()
        self._advance(self._at + 1)
        self._table = self._resolved(keys)

    def _array_header(self) -> None:
        self._advance(self._at + 2)
        *parents, last = self._keys()
        self._advance(self._at + 2)
        array = (*self._resolved(parents), last)
        self._note(array)
        position = self._counts.get(array, 0)
        self._counts[array] = position + 1
        self._table = (*array, position)
        self._note(self._table)

    def _resolved(self, keys: list[str]) -> Place:
        """The place a header means: under an array of tables, the last one opened."""
        place: Place = ()
        for key in keys:
            place = (*place, key)
            self._note(place)
            if place in self._counts:
                place = (*place, self._counts[place] - 1)
        return place

    def _keys(self) -> list[str]:
        keys = []
        while True:
            self._skip_blank()
            keys.append(self._key())
            self._skip_blank()
            if self._text[self._at] != ".":
                return keys
            self._advance(self._at + 1)

    def _key(self) -> str:
        start = self._at
        if self._text[start] == '"':
            self._string()
            return _unescaped(self._text[start + 1 : self._at - 1])
        if self._text[start] == "'":
            self._string()
            return self._text[start + 1 : self._at - 1]
        match = _BARE_KEY.match(self._text, start)
        if match is None:
            raise ValueError(f"no key at character {start}: the text is not valid TOML")
        self._advance(match.end())
        return match.group()

    def _pair(self, table: Place) -> None:
        place = table
        for key in self._keys():
            place = (*place, key)
            self._note(place)
        self._advance(self._at + 1)
        self._skip_blank()
        self._value(place)

    def _value(self, place: Place) -> None:
        match self._text[self._at]:
            case '"' | "'":
                self._string()
            case "[":
                self._array(place)
            case "{":
                self._inline_table(place)
            case _:
                self._scalar()

    def _scalar(self) -> None:
        match = _SCALAR.match(self._text, self._at)
        if match is not None:
            self._advance(match.end())

    def _array(self, place: Place) -> None:
        self._advance(self._at + 1)
        position = 0
        while True:
            self._skip_blank()
            if self._text[self._at] == "]":
                break
            self._note((*place, position))
            self._value((*place, position))
            position += 1
            self._skip_blank()
            if self._text[self._at] == ",":
                self._advance(self._at + 1)
        self._advance(self._at + 1)

    def _inline_table(self, place: Place) -> None:
        self._advance(self._at + 1)
        while True:
            self._skip_blank()
            if self._text[self._at] == "}":
                break
            self._pair(place)
            self._skip_blank()
            if self._text[self._at] == ",":
                self._advance(self._at + 1)
        self._advance(self._at + 1)

    def _string(self) -> None:
        """Pass over a string of any of the four kinds, its quotes included."""
        quote = self._text[self._at]
        triple = self._text.startswith(quote * 3, self._at)
        at = self._at + (3 if triple else 1)
        while True:
            if self._text[at] == "\\" and quote == '"':
                at += 2
            elif triple and self._text.startswith(quote * 3, at):
                at += 3
                while self._text.startswith(quote, at):
                    at += 1
                break
            elif not triple and self._text[at] == quote:
                at += 1
                break
            else:
                at += 1
        self._advance(at)


def _unescaped(key: str) -> str:
    def character(match: re.Match[str]) -> str:
        code = match.group(1) or match.group(2)
        return chr(int(code, 16)) if code else _SHORT_ESCAPES.get(match.group(3), match.group(3))

    return _ESCAPE.sub(character, key)
