"""Text as people wrote it, made safe to set: the words stay, invisible or harmful characters are removed.

Kept: every letter, mark, sign and emoji, and the joiners that scripts and emoji need. Removed: control characters and
marks that override the direction of text. Decomposed letters become composed ones, so that `å` is one letter.
Text from right to left is put between two isolating marks (see `localization.direction`).
"""

import re
import unicodedata

from netmoede_desktop.localization.direction import isolated

#: Control characters, overrides of direction, invisible operators, byte order mark, tags, noncharacters.
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]"
)
_HALVES = re.compile("[\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
_LOOSE = re.compile("(?:^|(?<=\\s))[\u200c\u200d\ufe00-\ufe0f]+")
_SPACES = re.compile("[ \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+")

#: A space within a figure with its word: after a short word for one, after the number of a day, before a unit; and
#: between initials.
_TOGETHER = re.compile(
    r"(?<=\b[Kk]l\.) (?=\d)|(?<=\b[Nn]r\.) (?=\d)|(?<=\b[Cc]a\.) (?=\d)|(?<=\b\d\.) (?=[a-zæøå])"
    r"|(?<=\b\d\d\.) (?=[a-zæøå])|(?<=\d) (?=(?:min|minut|minutter|time|timer|uge|uger|år|kr)\b)"
    r"|(?<=\b[A-ZÆØÅ]\.) (?=[A-ZÆØÅ])"
)
_ENDS = (".", "!", "?", "…", ":", "。", "؟", "۔")
_CLOSING = "»«”“\"')\u2068\u2069"
_EDGES = " \u00a0\u2007\u202f\u200c\u200d"


def one_line(text: str) -> str:
    """Return the text as one line: line ends and runs of spaces become one space, the ends are trimmed."""
    return _settle(_LINE_ENDS.sub(" ", text))


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the non-empty lines of the text, each as `one_line` gives it."""
    lines = (_settle(line) for line in _LINE_ENDS.split(text))
    return tuple(line for line in lines if line)


def sentence(text: str) -> str:
    """The text as one line that ends as a sentence does: with a full stop, where people wrote no end of their own."""
    line = one_line(text)
    return line if not line or line.rstrip(_CLOSING)[-1:] in _ENDS else f"{line}."


def unbroken(text: str) -> str:
    """The text with its spaces made such that a line never breaks there: for dates, times and figures with a unit."""
    return text.replace(" ", "\u00a0")


def bound(text: str) -> str:
    """The text with what belongs together kept on one line: `kl. 14.30`, `3. maj`, `nr. 12`, `10 minutter`, `H. C.`."""
    return _TOGETHER.sub("\u00a0", text) if " " in text else text


def _settle(line: str) -> str:
    safe = _HALVES.sub("\ufffd", _DROPPED.sub("", line))
    return isolated(_LOOSE.sub("", _SPACES.sub(" ", unicodedata.normalize("NFC", safe))).strip(_EDGES))
