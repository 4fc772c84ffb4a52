"""Words between quotation marks, as the language has them."""

from netmoede_desktop.localization.catalogue import Translator


def between_marks(words: str, t: Translator) -> str:
    """Return `»words«`, `“words”` in English."""
    return t.gettext("»{word}«").format(word=words)
