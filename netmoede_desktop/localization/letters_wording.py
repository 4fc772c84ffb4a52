"""The sentence about letters that cannot be drawn on paper."""

from collections.abc import Sequence

from netmoede_desktop.localization.catalogue import Translator


def missing_letters_sentence(letters: Sequence[str], names: Sequence[str], t: Translator) -> str:
    """Return which letters cannot be printed, and the names they are in; there is at least one letter."""
    shown = " ".join(letters)
    if not names:
        return t.gettext("Disse tegn kan ikke skrives ud: {letters}.").format(letters=shown)
    sentence = t.ngettext(
        "Disse tegn kan ikke skrives ud: {letters} (i navnet {names}).",
        "Disse tegn kan ikke skrives ud: {letters} (i navnene {names}).",
        len(names),
    )
    return sentence.format(letters=shown, names=", ".join(names))
