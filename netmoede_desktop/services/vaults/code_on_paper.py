"""The record that the recovery code has been typed back from its paper: until then the paper may be wrong.

The vault keeps only that it has been, never the code. A vault that was made by a program that was killed before that,
or whose code was renewed and not typed back, is found so at the next opening, and a new code is offered.
"""

from datetime import datetime
from typing import Final

from netmoede_desktop.services.vaults.opening import renew_recovery_code
from netmoede_desktop.storage.vault import Vault

_SETTING: Final = "recovery-code-on-paper"


def is_on_paper(vault: Vault) -> bool:
    """Return True if the vault's present code has been typed back."""
    with vault.transaction() as store:
        return store.settings.get(_SETTING) is True


def confirm_code_on_paper(vault: Vault) -> None:
    """Note that it has been. Raises a disk problem."""
    with vault.transaction() as store:
        store.settings.put(_SETTING, True)


def renew_for_paper(vault: Vault, now: datetime) -> str:
    """Return a new recovery code to be printed and typed back; the old one opens nothing any more.

    Raises a disk problem.
    """
    with vault.transaction() as store:
        store.settings.remove(_SETTING)
    return renew_recovery_code(vault, now)
