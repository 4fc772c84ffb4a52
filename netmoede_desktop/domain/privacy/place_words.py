"""The words of a text that may give away where somebody lives, or how to reach them; looked for loosely."""

import re
from collections.abc import Iterable, Iterator

from netmoede_desktop.domain.privacy import patterns
from netmoede_desktop.domain.privacy.patterns import TextSpan, Word

_WORD = re.compile(r"[^\W\d_]+")
_LEFT_OVER = re.compile(r"(?:\s*[,;:(–-])+\s*(?=$|[,;)])|\(\s*\)|^[\s,;:)–-]+|[\s,;:(–-]+$")


def place_words(text: str, *, schools: bool = True) -> tuple[TextSpan, ...]:
    """Return streets, postcodes, phone numbers, mail addresses, CPR numbers, and schools and the like, in order.

    None is inside another. Without `schools` these are left out.
    """
    words = [Word(*found.span(), found[0], found[0].lower()) for found in _WORD.finditer(text)]
    return tuple(apart(_spans(text, words, schools=schools)))


def without_place_words(text: str, *, schools: bool) -> str:
    """Return a line without its `place_words`, and without the commas and brackets they leave behind."""
    kept, last = "", 0
    for span in place_words(text, schools=schools):
        kept, last = kept + text[last : span.start], span.end
    return text if not last else _LEFT_OVER.sub("", " ".join((kept + text[last:]).split()))


def _spans(text: str, words: list[Word], *, schools: bool) -> Iterator[TextSpan]:
    yield from patterns.streets(text, words, strict=True)
    if schools:
        yield from patterns.schools(words)
    yield from patterns.mail_addresses(text)
    yield from patterns.cpr_numbers(text)
    yield from patterns.phone_numbers(text)
    yield from patterns.postcodes(text)


def apart(spans: Iterable[TextSpan]) -> Iterator[TextSpan]:
    """Return those that are not inside another, in order."""
    last = TextSpan(-1, -1)
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if span.end > last.end:
            yield span
            last = span
