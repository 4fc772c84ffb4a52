"""TOML files people write by hand: read with places, so that every problem names its file, line, key and mend.

Problems are codes and facts; `localization.input_wording` makes the one Danish sentence. The codes and their facts:

file: `file-missing` · `file-is-folder` · `file-not-plain` · `file-unreadable` · `file-too-large` (limit_mib) ·
`not-utf8` · `too-deep` · `too-many-values` (limit) ·
`syntax` (reason: duplicate-key open-text open-list no-equals escape date number character other)

keys: `unknown-key` (nearest, known, table) · `missing-key` (table: its header, "" at the top) ·
`missing-table` (header) · `wrong-type` (expected, found) · `blank` · `text-too-long` (found, limit) ·
`control-character` · `unknown-choice` (value, nearest, known) · `duplicate-id` (value, first_line) ·
`duplicate-value` (value) · `too-small` (limit, found, above: 1 when the limit itself is too small) ·
`too-large` (limit, found) · `too-many` (limit, found) · `not-finite` · `date-range` (first, last)

Kinds of value (expected and found): text whole-number number yes-no date date-time date-time-zone time list text-list
table table-list. The fact nearest is "" when nothing is near; known is a tuple.
"""

import difflib
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from netmoede_desktop.services.files.text_in import NotReadable, text_of
from netmoede_desktop.services.toml.places import Place, line_of, locate
from netmoede_desktop.services.toml.size import MOST_VALUES, fault_of

#: A file larger than this is no scenario and no method: it is refused unread.
LARGEST_FILE = 8 * 1024 * 1024

#: Among more words than this the nearest one is not looked for, and not all are listed.
MOST_CHOICES = 500

Fact: TypeAlias = str | int | float | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InputProblem:
    """One thing wrong with a file. `line` counts from 1 and is None where no line is to blame; `key` is "" likewise."""

    path: Path
    line: int | None
    key: str
    code: str
    facts: Mapping[str, Fact] = field(default_factory=dict)


class InputError(Exception):
    """A file that cannot be used. `problems` holds all that were found, in the order of the file, never empty."""

    def __init__(self, problems: Iterable[InputProblem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: problem.line or 0))
        first = self.problems[0]
        super().__init__(f"{first.path.name}:{first.line}: {first.key}: {first.code}")


@dataclass(frozen=True, slots=True)
class TomlDocument:
    """A file as it was read: the values as `tomllib` gives them, and the line of each key."""

    path: Path
    values: Mapping[str, object]
    lines: Mapping[Place, int]

    def problem(self, place: Place, code: str, **facts: Fact) -> InputProblem:
        """Return a problem at `place`; its key is the innermost name of the place."""
        names = [step for step in place if isinstance(step, str)]
        return InputProblem(self.path, line_of(self.lines, place), names[-1] if names else "", code, facts)


def read_toml(path: Path) -> TomlDocument:
    """Read a TOML file (UTF-8, a byte order mark is allowed). Raises InputError when it is not one."""
    try:
        text = text_of(path, LARGEST_FILE)
    except NotReadable as unreadable:
        raise _not_readable(unreadable, path) from None
    return parse_toml(text, path)


def parse_toml(text: str, path: Path) -> TomlDocument:
    """Read the text of a TOML file; `path` is only named in problems. Raises InputError when it is not TOML."""
    match fault_of(text):
        case "too-many-values":
            raise _bad(path, "too-many-values", limit=MOST_VALUES)
        case "too-deep":
            raise _bad(path, "too-deep")
    try:
        values = tomllib.loads(text)
        return TomlDocument(path, values, locate(text))
    except RecursionError:
        raise _bad(path, "too-deep") from None
    except ValueError as error:
        line, reason = _syntax(str(error), text)
        raise _bad(path, "syntax", line=line, reason=reason) from None


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word most like `word`, or "" when none is near or two are equally so."""
    words = tuple(known)
    if len(words) > MOST_CHOICES:
        return ""
    choices = {choice.casefold(): choice for choice in words}
    found = difflib.get_close_matches(word.casefold(), choices, n=2, cutoff=0.6)
    if not found or (len(found) == 2 and _likeness(word, found[0]) == _likeness(word, found[1])):
        return ""
    return choices[found[0]]


def _likeness(word: str, other: str) -> float:
    return difflib.SequenceMatcher(None, other, word.casefold()).ratio()


def _not_readable(unreadable: NotReadable, path: Path) -> InputError:
    if unreadable.code == "file-too-large":
        return _bad(path, unreadable.code, limit_mib=LARGEST_FILE // 1024 // 1024)
    return _bad(path, unreadable.code, line=unreadable.line)


def _bad(path: Path, code: str, line: int | None = None, **facts: Fact) -> InputError:
    return InputError([InputProblem(path, line, "", code, facts)])


#: The beginnings of `tomllib`'s messages, and what they mean to the one who wrote the file.
_REASONS = (
    ("Cannot overwrite", "duplicate-key"),
    ("Cannot declare", "duplicate-key"),
    ("Cannot redefine", "duplicate-key"),
    ("Cannot mutate", "duplicate-key"),
    ("Duplicate inline", "duplicate-key"),
    ("Unterminated string", "open-text"),
    ("Expected '\"", "open-text"),
    ("Expected \"'", "open-text"),
    ("Illegal character '\\n'", "open-text"),
    ("Unclosed array", "open-list"),
    ("Unclosed inline", "open-list"),
    ("Expected '='", "no-equals"),
    ("Unescaped", "escape"),
    ("Escaped character", "escape"),
    ("Invalid hex value", "escape"),
    ("Invalid date", "date"),
    ("Exceeds the limit", "number"),
    ("Found invalid character", "character"),
    ("Illegal character", "character"),
)

#: The commonest slip in a date: `16:00` where TOML 1.0 wants `16:00:00`.
_WITHOUT_SECONDS = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(?![:\d])")


def _syntax(message: str, text: str) -> tuple[int | None, str]:
    """Return the line and the reason in a message of `tomllib` ("… (at line 3, column 7)")."""
    reason = next((name for start, name in _REASONS if message.startswith(start)), "other")
    _, found, place = message.rpartition("(at line ")
    if found:
        line = int(place.split(",")[0])
        if reason == "other" and _WITHOUT_SECONDS.search(text.split("\n")[line - 1]):
            reason = "date"
        return line, reason
    if message.endswith("(at end of document)"):
        return text.rstrip().count("\n") + 1, reason
    return None, reason
