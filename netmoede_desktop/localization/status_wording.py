"""How it went with an agreement, said about the agreement: a method file may hold it as an order, as HLB's does."""

from collections.abc import Mapping

from netmoede_desktop.localization.catalogue import Translator, translatable

_SAID_OTHERWISE: Mapping[str, str] = {
    "fortsæt": translatable("fortsætter"),
    "ændr": translatable("ændres"),
    "stop": translatable("stopper"),
}


def status_words(status: str, t: Translator) -> str:
    """Return the words for a status of a method; as it is written where it needs no others."""
    return t.gettext(_SAID_OTHERWISE[status]) if status in _SAID_OTHERWISE else status
