"""What every sentence for a user is: one or two, whole, Danish, with nothing left to fill in."""

import re
import string

_ENGLISH = re.compile(r"(?<!-)\b(the|not|file|error|cannot|must|please|invalid)\b", re.IGNORECASE)


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def check_sentence(sentence: str) -> None:
    """Fail unless this is a sentence as users are to meet it."""
    assert sentence == sentence.strip()
    assert sentence[0].isupper() or sentence[0] in "{»"
    assert sentence.endswith((".", "?"))
    assert 1 <= len(re.findall(r"[.?](?= |$)", sentence)) <= 3, sentence
    assert not _ENGLISH.search(sentence), sentence
    assert len(sentence) <= 160, sentence
