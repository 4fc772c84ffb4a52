"""`backup create|list|verify|restore`: each names whether a backup is the vault's own or another's."""

import argparse
import json
from collections.abc import Callable, Mapping
from typing import assert_never

from netmoede_desktop.localization.backup_wording import remarks
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.vaults.opening import BackupCard
from netmoede_desktop.services.vaults.vaults import VaultOpener
from netmoede_desktop.storage.backups.copies import CopyVerdict
from netmoede_desktop.storage.vault import Vault


def backup_verb(asked: argparse.Namespace, opener: VaultOpener, t: Translator) -> None:
    """Run the action. Raises what `VaultOpener` raises."""
    _ACTIONS[asked.action](asked, opener, t)


def _create(_: argparse.Namespace, opener: VaultOpener, __: Translator) -> None:
    with opener.open() as vault:
        print(vault.backup().name)


def _list(asked: argparse.Namespace, opener: VaultOpener, t: Translator) -> None:
    cards = [BackupCard.of(backup) for backup in opener.backups()]
    if asked.json:
        rows = [
            {"name": card.name, "made": card.made.isoformat(), "own": card.own, "remarks": [*card.remarks]}
            for card in cards
        ]
        print(json.dumps(rows, ensure_ascii=False), flush=True)
        return
    for card in cards:
        print("  ".join([card.name, *remarks(card.remarks, t)]))


def _verify(asked: argparse.Namespace, opener: VaultOpener, t: Translator) -> None:
    def look(vault: Vault) -> None:
        names = [asked.name] if asked.name else [backup.name for backup in vault.backups()]
        for name in names:
            print(_verdict_sentence(vault.verify_backup(name), t).format(name=name))

    opener.read(look)


def _verdict_sentence(verdict: CopyVerdict, t: Translator) -> str:
    match verdict:
        case CopyVerdict.GOOD:
            return t.gettext("{name} er i orden")
        case CopyVerdict.MISNAMED:
            return t.gettext("{name} er i orden, men navnet passer ikke til indholdet")
        case CopyVerdict.FOREIGN:
            return t.gettext("{name} hører til en anden samling møder og er ikke læst")
        case _:
            assert_never(verdict)


def _restore(asked: argparse.Namespace, opener: VaultOpener, t: Translator) -> None:
    card = next((BackupCard.of(backup) for backup in opener.backups() if backup.name == asked.name), None)
    vault, aside = opener.restore(asked.name)
    vault.close()
    print(t.gettext("Sikkerhedskopien {name} er sat i stedet for databasen.").format(name=asked.name))
    for remark in remarks(() if card is None else card.remarks, t):
        print(t.gettext("Om kopien: {remark}.").format(remark=remark))
    if aside is not None:
        print(t.gettext("Den gamle database er lagt i {folder}.").format(folder=aside))


_ACTIONS: Mapping[str, Callable[[argparse.Namespace, VaultOpener, Translator], None]] = {
    "create": _create,
    "list": _list,
    "verify": _verify,
    "restore": _restore,
}
