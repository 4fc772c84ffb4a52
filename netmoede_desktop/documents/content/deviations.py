"""What was done differently from the rules of the method, in words a family can read."""

from netmoede_desktop.documents.content.clean import one_line
from netmoede_desktop.localization.catalogue import Translator, translatable

_WORDS = {
    "over_hard_limit": translatable("Mødet var planlagt til at vare længere, end metoden siger."),
    "stopped_early": translatable("Mødet sluttede før tid."),
}


def in_words(code: str, t: Translator) -> str:
    """The sentence for a rule that was set aside; a code without one is told as such, never hidden."""
    words = _WORDS.get(code)
    if words:
        return t.gettext(words)
    return t.gettext("En regel for mødet blev fraveget ({code}).").format(code=one_line(code))
