"""One Danish line for each check of `netmoede doctor`: ok, or what to do."""

from collections.abc import Mapping

from netmoede_desktop.localization.catalogue import Translator, translatable
from netmoede_desktop.localization.problem_wording import problem_codes, problem_sentence

_CHECKS: Mapping[str, str] = {
    "folder": translatable("Mappen"),
    "space": translatable("Pladsen på disken"),
    "private": translatable("Adgangen til filerne"),
    "key": translatable("Nøglen"),
    "database": translatable("Databasen"),
    "journal": translatable("Mødernes logbog"),
    "backups": translatable("Sikkerhedskopierne"),
    "fonts": translatable("Skrifttyperne"),
}

_HEALTH: Mapping[str, str] = {
    "ok": translatable("i orden"),
    "warning": translatable("se på det"),
    "failed": translatable("skal rettes"),
}

_REMARKS: Mapping[str, str] = {
    "backup_ahead": translatable("{ahead} har en dato ude i fremtiden. Se efter, om computerens ur går rigtigt."),
    "backup_misnamed": translatable("På {misnamed} passer navnet ikke til indholdet. Den rigtige tid står på listen."),
    "backup_unread": translatable("{unread} kan ikke læses, så ingen ved, hvad der er i. Ret adgangen, og prøv igen."),
    "backup_damaged": translatable("{damaged} af {count} er beskadiget. Lav en ny med »netmoede backup create«."),
    "backup_old": translatable("Den nyeste er {newest_days} dage gammel. Lav en ny med »netmoede backup create«."),
    "backups_of_others": translatable("{foreign} hører til en anden samling møder og bliver ikke rørt."),
    "locked": translatable("Programmet må ikke skrive i {names}. Ret adgangen, og prøv igen."),
    "little_space": translatable("Der er kun {free_mb} MB fri. Gør plads snart."),
    "missing_letters": translatable("Disse tegn kan ikke skrives ud: {letters} (de står i: {names})."),
    "no_backup": translatable("Der er ingen endnu. Lav en med »netmoede backup create«."),
    "no_fonts": translatable("De mangler, så der kan ikke laves papirer. Installér programmet igen."),
    "no_passphrase": translatable("Den er ikke kontrolleret. Giv adgangssætningen med --passphrase-file."),
    "no_store": translatable("Der er ingen database endnu. Den bliver lavet, første gang programmet bruges."),
    "one_copy_damaged": translatable("Den ene af de to kopier er beskadiget. Den anden virker."),
    "one_copy_unread": translatable("Den ene af de to kopier kan ikke læses: {names}. Den anden virker."),
    "store_lost": translatable("Den er væk. Gendan en kopi: »netmoede backup restore {newest}«."),
    "open_to_others": translatable("Andre på computeren kan læse {count} af dem. Ret adgangen, så kun du kan."),
}


def finding_codes() -> frozenset[str]:
    """Return the codes that have a line, beside those of the store's problems."""
    return frozenset(_REMARKS) | problem_codes() | {"ok"}


def finding_sentence(check: str, health: str, code: str, facts: Mapping[str, object], t: Translator) -> str:
    """Return the line: the thing checked, its state, and what to do."""
    line = f"{t.gettext(_CHECKS[check])}: {t.gettext(_HEALTH[health])}"
    if code == "ok":
        return f"{line}."
    if code in _REMARKS:
        return f"{line}. {t.gettext(_REMARKS[code]).format_map(facts)}"
    return f"{line}. {problem_sentence(code, facts, t)}"
