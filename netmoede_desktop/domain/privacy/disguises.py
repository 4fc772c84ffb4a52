"""Names written so as not to be seen as names: parted, inside a longer word, with figures or look-alikes.

Found loosely, but only for names long enough that chance seldom writes them: good text must not be changed.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from netmoede_desktop.domain.language.folding import plain_letters
from netmoede_desktop.domain.privacy.patterns import TextSpan

#: Letters a parted name must have, and one inside a longer word: shorter ones are found by chance.
_SHORTEST_PARTED, _SHORTEST_INSIDE = 4, 8

_JOINT = re.compile(r"[-‐‑‒–—−_.·•*/\\+~|]{1,2}\n?")
_TOKEN = re.compile(r"[^\W_]+")

#: Letters of other alphabets that look like Latin ones, in lower case.
_LOOK_ALIKES = str.maketrans("аеорсухіѕјһԁԛԝкмнтвοαενκρτυχιμ", "aeopcyxisjhdqwkmhtboaevkptuxim")
#: Figures that are read as letters; 1 is read as l and as i.
_FIGURES = tuple(str.maketrans("013457", f"o{one}east") for one in "li")


class Keyed(NamedTuple):
    """A word of a text, folded to `key`."""

    start: int
    end: int
    key: str


def key_of(lower: str) -> str:
    """Return the key of a word in lower case: words that look or are spelled alike share it."""
    return lower if lower.isascii() else plain_letters(latin(lower))


def latin(lower: str) -> str:
    """Return the text with look-alikes of other alphabets as the Latin letters they look like."""
    return lower.translate(_LOOK_ALIKES)


def figures_read(text: str) -> Iterator[tuple[TextSpan, str]]:
    """Yield each word that has figures among its letters, and the ways it can be read, in lower case."""
    for found in _TOKEN.finditer(text):
        word = found[0].lower()
        if len(word) >= _SHORTEST_PARTED and not word.isalpha() and not word.isdecimal():
            for reading in _FIGURES:
                yield TextSpan(*found.span()), word.translate(reading)


def disguised(text: str, words: Sequence[Keyed], names: Collection[str]) -> Iterator[TextSpan]:
    """Yield the spans where a folded name is parted (`Kanarie-holst`, `H o l m`), or begins or ends a longer word."""
    whole = frozenset(name for name in names if len(name) >= _SHORTEST_PARTED)
    inside = tuple(name for name in whole if len(name) >= _SHORTEST_INSIDE)
    longest = max(map(len, whole), default=0)
    for place, word in enumerate(words):
        if inside and len(word.key) > _SHORTEST_INSIDE and (word.key.startswith(inside) or word.key.endswith(inside)):
            yield TextSpan(word.start, word.end)
        letters = word.key
        for before, after in pairwise(words[place : place + longest + 1]):
            between = text[before.end : after.start]
            spelled = between == " " and before.end - before.start == after.end - after.start == 1
            letters += after.key
            if len(letters) > longest + 1 or not (spelled or _JOINT.fullmatch(between)):
                break
            if letters in whole or letters.removesuffix("s") in whole:
                yield TextSpan(word.start, after.end)
