"""One sentence for each reason why a file may not be written to a place. Codes of `services.files.files_out`."""

from collections.abc import Mapping

from netmoede_desktop.localization.catalogue import Translator, translatable
from netmoede_desktop.localization.names import readable

_SENTENCES: Mapping[str, str] = {
    "link": translatable("»{name}« er en genvej til en anden fil og bliver ikke skrevet over. Vælg et andet navn."),
    "device": translatable("»{name}« er ikke en almindelig fil og bliver ikke skrevet over. Vælg et andet navn."),
    "folder": translatable("»{name}« er en mappe. Skriv også, hvad filen skal hedde."),
    "no_folder": translatable("Mappen »{name}« findes ikke. Lav den først, eller vælg en anden."),
    "profile": translatable("»{name}« ligger, hvor programmet gemmer møderne. Vælg en anden mappe."),
    "recovery_code": translatable("»{name}« er en gendannelseskode og bliver ikke skrevet over. Vælg et andet navn."),
    "handover": translatable(
        "»{name}« er en sag, der er givet videre, og bliver ikke skrevet over. Vælg et andet navn."
    ),
    "figures": translatable("»{name}« er en fil med tal og bliver ikke skrevet over. Vælg et andet navn."),
    "taken": translatable("»{name}« er der i forvejen og bliver ikke skrevet over. Vælg en anden mappe."),
    "not_ours": translatable(
        "»{name}« er der i forvejen og er ikke et uændret papir herfra. Vælg et andet navn, eller skriv --force."
    ),
}


def place_codes() -> frozenset[str]:
    """Return the codes that have a sentence."""
    return frozenset(_SENTENCES)


def place_sentence(code: str, name: str, t: Translator) -> str:
    """Return the sentence: why the place is refused, and what to do instead."""
    return t.gettext(_SENTENCES[code]).format(name=readable(name))
