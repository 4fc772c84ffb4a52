"""Whose practice the municipality follows: a profile of the method files, such as Aalborg's two hours for DIN."""

from collections.abc import Iterable
from typing import Final

from netmoede_desktop.domain.methods.method import LimitProfile, Method
from netmoede_desktop.storage.transaction import Transaction
from netmoede_desktop.storage.vault import Vault

_SETTING: Final = "practice"


def practices(methods: Iterable[Method]) -> tuple[LimitProfile, ...]:
    """Return the profiles the methods have, each once by its id."""
    found = {profile.id: profile for method in methods for profile in method.profiles}
    return tuple(found.values())


def chosen_practice(store: Transaction) -> str:
    """Return the id of the chosen profile, "" for none."""
    saved = store.settings.get(_SETTING)
    return saved if isinstance(saved, str) else ""


def practice(vault: Vault) -> str:
    """Return the id of the chosen profile, "" for none. Raises `StorageProblem`."""
    with vault.transaction() as store:
        return chosen_practice(store)


def save_practice(vault: Vault, profile: str) -> None:
    """Choose a profile by its id, or none with ""; meetings planned from now on follow it. Raises `StorageProblem`."""
    with vault.transaction() as store:
        if profile:
            store.settings.put(_SETTING, profile)
        else:
            store.settings.remove(_SETTING)
