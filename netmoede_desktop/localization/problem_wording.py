"""One Danish sentence for each way the store can fail: the problem, the state of the data, the remedy."""

import errno
from collections.abc import Mapping

from netmoede_desktop.localization.catalogue import Translator, translatable

_SENTENCES: Mapping[str, str] = {
    "already_open": translatable("Programmet er allerede åbent med den samme mappe. Luk det først."),
    "backup_damaged": translatable("Sikkerhedskopien {name} er beskadiget og kan ikke bruges. Vælg en anden."),
    "damaged_key_file": translatable("Nøglefilen er beskadiget. Intet er ændret. Gendan fra en sikkerhedskopi."),
    "damaged_store": translatable("Databasen er beskadiget. Intet er ændret. Gendan fra en sikkerhedskopi."),
    "disk_failure": translatable("Disken svarer ikke, som den skal. Det, der var gemt, er der stadig."),
    "disk_full": translatable("Disken er fuld. Det, der var gemt, er der stadig. Gør plads, og prøv igen."),
    "journal_out_of_step": translatable("Mødet er blevet ændret et andet sted fra. Luk programmet, og åbn det igen."),
    "mistyped_recovery_code": translatable("Gendannelseskoden er skrevet forkert. Se efter på papiret, og prøv igen."),
    "newer_store": translatable("Databasen er skrevet af en nyere udgave af programmet. Intet er ændret."),
    "not_writable:file": translatable("Programmet må ikke skrive i »{name}«. Ret adgangen til filen, og prøv igen."),
    "unreadable": translatable("»{name}« kan ikke læses. Intet er ændret. Ret adgangen, og prøv igen."),
    "unreadable:not_a_file": translatable(
        "»{name}« er ikke en almindelig fil. Intet er ændret. Flyt det, der ligger der, og prøv igen."
    ),
    "unreadable:not_a_folder": translatable(
        "»{name}« er ikke en mappe. Intet er ændret. Flyt det, der ligger der, og prøv igen."
    ),
    "no_backup": translatable("Der er ingen sikkerhedskopi, der hedder {name}."),
    "no_passphrase": translatable("Adgangssætningen mangler. Giv den med --passphrase-file."),
    "no_store": translatable("Der er ingen database i mappen endnu."),
    "not_writable": translatable("Programmet må ikke skrive i mappen. Vælg en anden mappe, eller ret adgangen."),
    "store_exists": translatable("Der er allerede en database i mappen, og den bliver ikke overskrevet."),
    "unsuitable_folder": translatable(
        "Mappen ligger på et netværk eller bliver delt med en sky. Vælg en mappe på denne computer."
    ),
    "weak_passphrase": translatable("Adgangssætningen er for kort. Brug mindst 14 tegn eller fire ord."),
    "weak_passphrase:too_long": translatable("Adgangssætningen er for lang. Brug højst {most} tegn."),
    "wrong_passphrase:foreign": translatable(
        "Sikkerhedskopien hører til en anden samling møder. Skriv den adgangssætning, der hører til den."
        " Intet er ændret."
    ),
    "wrong_passphrase": translatable("Adgangssætningen er forkert. Intet er ændret."),
    "wrong_recovery_code": translatable("Gendannelseskoden passer ikke til denne database."),
}


def disk_full_sentence(error: OSError, t: Translator) -> str | None:
    """Return the sentence for a full disk met outside the store, or None where it is something else."""
    if error.errno not in (errno.ENOSPC, errno.EDQUOT):
        return None
    return t.gettext("Disken er fuld. Gør plads, og prøv igen.")


def problem_codes() -> frozenset[str]:
    """Return the codes that have a sentence."""
    return frozenset(code for code in _SENTENCES if ":" not in code)


def problem_sentence(code: str, facts: Mapping[str, object], t: Translator) -> str:
    """Return the sentence of a storage problem."""
    sentence = _SENTENCES.get(f"{code}:{facts.get('reason')}", _SENTENCES[code])
    return t.gettext(sentence).format_map(facts)
