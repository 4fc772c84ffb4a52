"""Text folded for comparison, with the way back to the places it came from.

Typed text rarely matches letter for letter: capitals, accents, a decomposed å, a no-break space, an invisible
mark from a phone. Rules compare the folded text and then speak of spans in the line as it was typed.
"""

import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_ATTACHED = frozenset({"Mn", "Me", "Mc", "Cf"})
_FIRST_PART, _LAST_PART = "\u1160", "\u11ff"
_PLAIN = str.maketrans(
    {"å": "aa", "æ": "ae", "ø": "o", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
    | dict.fromkeys("’ʼ‘´`", "'")
    | dict.fromkeys("‐‑", "-")
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. `starts[i]` and `ends[i]` bound, in the original, the cluster that gave character `i`."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the original for the non-empty folded span `start`..`end`."""
        return self.starts[start], self.ends[end - 1]

    def splits(self, place: int) -> bool:
        """Return True if `place` (before the end) is inside a cluster: cutting there would cut a letter in two."""
        return place > 0 and self.starts[place] == self.starts[place - 1]

    def place(self, original: int) -> int:
        """Return the first folded place at or after the original index."""
        return bisect_left(self.starts, original)


def fold_words(line: str) -> Folded:
    """Fold for reading words: composed, lower case, every run of white space one blank, invisible marks removed."""
    return _fold(line, lambda letters: unicodedata.normalize("NFC", letters).lower())


def fold_name(line: str) -> Folded:
    """Fold for comparing names: as `fold_words`, and accents removed; å counts as aa, æ as ae, ø as o."""
    return _fold(line, plain_letters)


def name_key(name: str) -> str:
    """Return the folded text of a name, without the way back and without blanks round it."""
    if name.isascii():
        return " ".join(name.lower().replace("`", "'").split())
    return fold_name(name).text.strip()


def plain_letters(letters: str) -> str:
    """Fold letters as `fold_name` does, where nothing invisible is among them and no way back is needed."""
    plain = unicodedata.normalize("NFC", letters).casefold().translate(_PLAIN)
    if plain.isascii():
        return plain
    return "".join(char for char in unicodedata.normalize("NFD", plain) if unicodedata.category(char) != "Mn")


def _fold(line: str, fold: Callable[[str], str]) -> Folded:
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(line):
        cluster = line[start:end]
        visible = "".join(char for char in cluster if unicodedata.category(char) != "Cf")
        folded = " " if cluster[0].isspace() else fold(visible)
        chars.append(folded)
        starts += [start] * len(folded)
        ends += [end] * len(folded)
    return Folded("".join(chars), tuple(starts), tuple(ends))


def _clusters(line: str) -> Iterator[tuple[int, int]]:
    start = 0
    for place in range(1, len(line) + 1):
        if place == len(line) or not _belongs(line[place - 1], line[place]):
            yield start, place
            start = place


def _belongs(before: str, char: str) -> bool:
    """Marks and the later parts of a Korean syllable belong to the letter before them, blanks to the blank."""
    return (
        unicodedata.category(char) in _ATTACHED
        or _FIRST_PART <= char <= _LAST_PART
        or (before.isspace() and char.isspace())
    )
