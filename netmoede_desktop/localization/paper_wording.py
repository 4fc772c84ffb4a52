"""Why a paper cannot be made, in one sentence."""

from netmoede_desktop.localization.catalogue import Translator, translatable

_SENTENCES = {
    "no_such_format": translatable("Papiret findes ikke i det format."),
    "no_such_language": translatable("Papiret findes ikke på det sprog."),
    "no_such_variant": translatable("Papiret findes ikke i den udgave."),
    "not_for_one": translatable("Papiret er ens for alle og kan ikke laves til én."),
    "not_large": translatable("Papiret findes ikke med stor skrift."),
    "unknown_person": translatable("Ingen i sagen har det id eller det navn."),
    "several_of_that_name": translatable("Flere i sagen har det navn. Brug personens id."),
    "not_invited": translatable("Personen er i sagen, men ikke med i mødet."),
    "not_a_parent": translatable("Arket er til forældre, og personen er ikke skrevet ind som forælder."),
    "no_parents": translatable("Der er ingen forældre i sagen endnu: skriv dem ind."),
    "nobody_invited": translatable("Der er ingen at invitere endnu: skriv deltagerne ind."),
    "no_follow_up": translatable("Mødet har ingen dato for næste møde endnu."),
    "risk_not_assessed": translatable(
        "Papiret kan ikke laves, før risikovurderingen er dateret: netværket må ikke inddrages endnu."
    ),
}


def paper_problem_sentence(code: str, t: Translator) -> str:
    """Return the sentence of a `PaperProblem` by its code. Raises KeyError for another code."""
    return t.gettext(_SENTENCES[code])
