"""What was done differently from the rules of the method, in words a family can read."""

from netmoede_desktop.documents.content.clean import one_line
from netmoede_desktop.domain.closing import NOT_IN_ANY_ORDER, MissingCode
from netmoede_desktop.localization.catalogue import Translator, translatable

#: The codes of `overridden` (product.md §9): what was missing at the end, and what the meeting as a whole did.
_WORDS = {
    MissingCode.AGREEMENT_WITHOUT_OWNER: translatable("Der er en aftale, som ingen har taget endnu."),
    MissingCode.AGREEMENT_WITHOUT_DATE: translatable("Der er en aftale uden dato."),
    MissingCode.AGREEMENT_WITHOUT_ANSWER: translatable("Der er en aftale, som ingen har sagt ja eller nej til."),
    MissingCode.AGREEMENT_WITHOUT_STATUS: translatable("Der er en aftale fra sidst, som vi ikke fik talt om."),
    MissingCode.FOLLOW_UP_MISSING: translatable("Vi fik ikke aftalt et nyt møde."),
    MissingCode.FOLLOW_UP_REASON_MISSING: translatable("Vi skrev ikke, hvorfor der ikke er et nyt møde."),
    MissingCode.CHILD_NOT_ASKED: translatable("Barnet blev ikke spurgt til sidst."),
    MissingCode.NOT_EVERYONE_OFFERED: translatable("Ikke alle fik tilbudt ordet i alle runder."),
    MissingCode.EXPERIENCE_MISSING: translatable("Familien blev ikke spurgt, hvordan mødet var."),
    MissingCode.BOARD_NOT_SUMMARISED: translatable("Vi samlede ikke op på tavlen."),
    NOT_IN_ANY_ORDER: translatable("Ikke alle havde en plads i metodens talerække. De fik ordet sidst i runderne."),
    "over_hard_limit": translatable("Mødet var planlagt til at vare længere, end metoden siger."),
    "stopped_early": translatable("Mødet sluttede før tid."),
}


def in_words(code: str, t: Translator) -> str:
    """The sentence for a rule that was set aside; a code without one is told as such, never hidden."""
    words = _WORDS.get(code)
    if words:
        return t.gettext(words)
    return t.gettext("En regel for mødet blev ikke fulgt ({code}).").format(code=one_line(code))
