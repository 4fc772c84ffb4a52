"""*Om dig*, saved in the vault: who invites, signs and hands over."""

from dataclasses import asdict
from typing import Final

from netmoede_desktop.domain.people.about_me import AboutMe, checked_about_me
from netmoede_desktop.storage.transaction import Transaction
from netmoede_desktop.storage.vault import Vault

_SETTING: Final = "about-me"


def about_me(vault: Vault) -> AboutMe:
    """Return who uses the program, empty until it is written. Raises `StorageProblem`."""
    with vault.transaction() as store:
        return saved_about_me(store)


def saved_about_me(store: Transaction) -> AboutMe:
    """Return the same inside a transaction."""
    saved = store.settings.get(_SETTING)
    known = saved if isinstance(saved, dict) else {}
    return AboutMe(**{name: known[name] for name in asdict(AboutMe()) if isinstance(known.get(name), str)})


def save_about_me(vault: Vault, about: AboutMe) -> AboutMe:
    """Save the fields and return them as they are saved. Raises `Refused` (`text_too_long`) or `StorageProblem`."""
    checked = checked_about_me(about)
    with vault.transaction() as store:
        put_about_me(store, checked)
    return checked


def put_about_me(store: Transaction, about: AboutMe) -> None:
    """Save clean fields inside a transaction."""
    if about != saved_about_me(store):
        store.settings.put(_SETTING, asdict(about))
