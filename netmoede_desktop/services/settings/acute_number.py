"""The municipality's own number for acute concern: filled in once, one key away in every meeting."""

from typing import Final

from netmoede_desktop.domain.language.text import one_line
from netmoede_desktop.storage.vault import Vault

_SETTING: Final = "acute-number"

#: A number with a word or two beside it; more is not read in a hurry.
LONGEST = 120


def acute_number(vault: Vault) -> str:
    """Return the number as it was written, "" where none is. Raises `StorageProblem`."""
    with vault.transaction() as store:
        saved = store.settings.get(_SETTING)
    return saved if isinstance(saved, str) else ""


def save_acute_number(vault: Vault, text: str) -> str:
    """Save the number, or delete it where the text is empty; return it as it is saved.

    Raises `Refused` (`text_too_long`) or `StorageProblem`.
    """
    number = one_line(text, LONGEST)
    with vault.transaction() as store:
        if number:
            store.settings.put(_SETTING, number)
        else:
            store.settings.remove(_SETTING)
    return number
