"""Text as people type and paste it, made safe to keep: nothing visible is lost."""

import re
import unicodedata

from netmoede_desktop.domain.refusal import Refused

#: Control characters that are part of writing.
_KEPT_CONTROLS = frozenset("\n\t")

#: Line ends other than `\n`: those of other systems, and the soft one a word processor pastes.
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")

#: Letters and signs that show nothing though Unicode does not count them as blank.
_BLANK_SIGNS = frozenset("\u115f\u1160\u2800\u3164\uffa0")


def clean_text(text: str) -> str:
    """Return the text in NFC, with line ends as `\\n`, without other control characters and outer white space."""
    unified = _LINE_ENDS.sub("\n", text)
    kept = (c for c in unified if c in _KEPT_CONTROLS or unicodedata.category(c) not in ("Cc", "Cs"))
    return unicodedata.normalize("NFC", "".join(kept)).strip()


def required_text(text: str) -> str:
    """Return the clean text; refuse one with nothing to see in it (only spaces or invisible characters)."""
    cleaned = clean_text(text)
    if not any(_visible(character) for character in cleaned):
        raise Refused("empty_text")
    return cleaned


def one_line(text: str, most: int) -> str:
    """Return the clean text with every run of white space as one space, "" if there is nothing to see in it.

    Raises `Refused` for more than `most` characters (`text_too_long`).
    """
    line = " ".join(clean_text(text).split())
    if len(line) > most:
        raise Refused("text_too_long", most=most)
    return line if any(_visible(character) for character in line) else ""


def several_lines(text: str, most: int) -> str:
    """Return the clean text, "" if there is nothing to see in it; raises `Refused` for more than `most` characters."""
    cleaned = clean_text(text)
    if len(cleaned) > most:
        raise Refused("text_too_long", most=most)
    return cleaned if any(_visible(character) for character in cleaned) else ""


def _visible(character: str) -> bool:
    return character not in _BLANK_SIGNS and unicodedata.category(character) not in ("Zs", "Cf", "Cc", "Mn")
