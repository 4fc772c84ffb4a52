"""Letters as a reader counts them: a base with its marks, a whole emoji, never half of one."""

import unicodedata
from collections.abc import Iterator

_JOINER, _AS_PICTURE = "\u200d", "\ufe0f"


def clusters(text: str) -> Iterator[str]:
    """Yield the text cut into letters with everything that belongs to them."""
    start = 0
    for place in range(1, len(text)):
        if not _belongs(text, start, place):
            yield text[start:place]
            start = place
    if text:
        yield text[start:]


def _belongs(text: str, start: int, place: int) -> bool:
    """Return True if the character at `place` belongs to the letter that began at `start`."""
    char, before = text[place], text[place - 1]
    if char in "\u200c\u200d" or unicodedata.category(char)[0] == "M":
        return True
    if "\U0001f3fb" <= char <= "\U0001f3ff":
        return unicodedata.category(before) == "So" or before == _AS_PICTURE
    if before == _JOINER and unicodedata.category(char) == "So":
        return True
    return _is_flag(char) and _is_flag(before) and (place - start) == 1


def _is_flag(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"
