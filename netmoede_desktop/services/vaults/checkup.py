"""Everything `netmoede doctor` looks at: the profile, the vault if it can be opened, the fonts of the papers."""

from datetime import datetime

from netmoede_desktop.importing import one_at_a_time
from netmoede_desktop.localization.resources import resource_folder
from netmoede_desktop.services.vaults.vaults import VaultOpener
from netmoede_desktop.storage.backups.backup import list_backups
from netmoede_desktop.storage.diagnosis import Finding, Health, examine_profile, examine_vault
from netmoede_desktop.storage.layout import Layout
from netmoede_desktop.storage.opening import vault_is_there
from netmoede_desktop.storage.problems import Fact, StorageProblem
from netmoede_desktop.storage.vault import Vault

__all__ = ["Finding", "Health", "examine"]


def examine(opener: VaultOpener) -> tuple[Finding, ...]:
    """Return the findings. A profile without a vault is no fault, unless it has backups: then the vault is lost."""
    fonts, layout = _fonts(), Layout(opener.profile)
    findings = examine_profile(opener.profile, opener.surroundings)
    try:
        if not vault_is_there(layout) and not layout.vault.exists():
            return (*findings[:2], _without_vault(layout, opener.now()), fonts)
        if opener.passphrase is None:
            return (*findings, Finding("database", Health.WARNING, "no_passphrase"), fonts)
        return (*findings, *opener.read(lambda vault: (*examine_vault(vault, opener.now()), _letters(vault, fonts))))
    except StorageProblem as problem:
        return (*findings, Finding("database", Health.FAILED, problem.code, problem.facts), fonts)


def _letters(vault: Vault, fonts: Finding) -> Finding:
    """The finding on names: a letter that no font has is reported before it is missed on paper."""
    if fonts.health is not Health.OK:
        return fonts
    with one_at_a_time:
        from netmoede_desktop.documents.missing_letters import missing_in_names
    try:
        with vault.transaction() as store:
            names = store.people.names()
    except StorageProblem:
        return fonts  # what is wrong with the database is told where it is looked at
    missing = missing_in_names(names)
    if not missing.letters:
        return fonts
    facts: dict[str, Fact] = {"letters": " ".join(missing.letters), "names": ", ".join(missing.names)}
    return Finding("fonts", Health.WARNING, "missing_letters", facts | fonts.facts)


def _without_vault(layout: Layout, now: datetime) -> Finding:
    backups = list_backups(layout, now)
    if not backups:
        return Finding("database", Health.OK, "no_store")
    return Finding("database", Health.FAILED, "store_lost", {"newest": backups[0].name})


def _fonts() -> Finding:
    """The papers need their own fonts: without them no PDF can be made."""
    found = len(list((resource_folder() / "fonts").glob("*.ttf")))
    if not found:
        return Finding("fonts", Health.FAILED, "no_fonts")
    return Finding("fonts", Health.OK, facts={"count": found})
