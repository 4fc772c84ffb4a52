"""Text as people type and paste it, made safe to keep: nothing visible is lost."""

import unicodedata

from netmoede_desktop.domain.refusal import Refused

#: Control characters that are part of writing.
_KEPT_CONTROLS = frozenset("\n\t")


def clean_text(text: str) -> str:
    """Return the text in NFC, with line ends as `\\n`, without other control characters and outer white space."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    kept = (c for c in unified if c in _KEPT_CONTROLS or unicodedata.category(c) not in ("Cc", "Cs"))
    return unicodedata.normalize("NFC", "".join(kept)).strip()


def required_text(text: str) -> str:
    """Return the clean text; refuse one with nothing to see in it (only spaces or invisible characters)."""
    cleaned = clean_text(text)
    if not any(unicodedata.category(c) not in ("Zs", "Zl", "Zp", "Cf", "Cc", "Mn") for c in cleaned):
        raise Refused("empty_text")
    return cleaned
