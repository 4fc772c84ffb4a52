"""Titles of the parts of a method, as they are shown."""

import re

#: A title such as "Fase 1 · Runde B: Det, der fylder": the phase already stands above it.
_PHASE_FIRST = re.compile(r"^Fase \d+ · ")


def short_title(title: str) -> str:
    """Return a part's title without its phase, which is shown above it."""
    return _PHASE_FIRST.sub("", title)
