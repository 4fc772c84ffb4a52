"""How hard a text is to read: the Scandinavian LIX."""

import re

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?:]+(?=\s|$)|\n")
_LONG = 6


def lix(text: str) -> float:
    """Return the LIX: words per sentence, and the share in percent of words of more than six letters; 0.0 for no words.

    A sentence ends with a full stop, a colon, a question or exclamation mark, and at the end of a line.
    """
    words = _WORD.findall(text)
    if not words:
        return 0.0
    sentences = sum(1 for part in _SENTENCE_END.split(text) if _WORD.search(part))
    long = sum(1 for word in words if len(word) > _LONG)
    return len(words) / sentences + 100 * long / len(words)
