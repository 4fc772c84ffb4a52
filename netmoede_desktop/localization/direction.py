"""The direction a text is read in: the one rule for windows, PDF and Word.

Our sentences are Danish, read from the left. A name or a word from the right is a piece of its own in it, between two
isolating marks, so that it turns neither the sentence nor the figures and full stops beside it. A text in which no
letter is read from the left is wholly in the other script and is one such piece.
"""

import re
import unicodedata
from collections.abc import Iterator

FIRST_ISOLATE, END_ISOLATE = "\u2068", "\u2069"

#: Says "from the left" and is not seen.
FROM_THE_LEFT = "\u200e"

_LETTERS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"

#: Letters, signs and figures of scripts that run from right to left.
BACKWARDS = re.compile(f"[{_LETTERS}]")

_WORD = f"[{_LETTERS}][{_LETTERS}\u0300-\u036f\u200c\u200d]*"
_WORDS = f"{_WORD}(?:[ \u00a0'’–-]+{_WORD})*"

#: Words from the right that follow each other, with what stands in brackets after them.
_FOREIGN = re.compile(f"{_WORDS}(?: \\({_WORDS}\\))*")
_WITH_DIRECTION = frozenset({"L", "R", "AL", "EN", "AN"})
_ISOLATED = re.compile(f"{FIRST_ISOLATE}([^{FIRST_ISOLATE}{END_ISOLATE}]*){END_ISOLATE}")


def isolated(text: str) -> str:
    """Return a text without isolating marks with every piece that is read from the right between two of them."""
    if not BACKWARDS.search(text):
        return text
    if is_danish(text):
        return _FOREIGN.sub(f"{FIRST_ISOLATE}\\g<0>{END_ISOLATE}", text)
    return f"{FIRST_ISOLATE}{text}{END_ISOLATE}"


def is_danish(text: str) -> bool:
    """Return True if a text is read from the left: it has no letter that is read from the right, or others too."""
    return not BACKWARDS.search(text) or any(unicodedata.bidirectional(character) == "L" for character in text)


def begins_from_the_left(text: str) -> bool:
    """Return True if the first character with a direction, figures too, is a letter read from the left."""
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((found for found in directions if found in _WITH_DIRECTION), "") == "L"


def without_isolates(text: str) -> str:
    """The text without the isolating marks."""
    return text.replace(FIRST_ISOLATE, "").replace(END_ISOLATE, "")


def directed_pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of an isolated text without its marks, and of each whether it is read from the right."""
    for number, piece in enumerate(_ISOLATED.split(text)):
        if piece:
            yield without_isolates(piece), number % 2 == 1
