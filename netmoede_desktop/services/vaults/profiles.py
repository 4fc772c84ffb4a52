"""What can be told of a profile folder before anything heavy is loaded: whether there is a vault, and where things lie.

Only the standard library is imported, and what stands in it does so at once: the first window waits for it.
"""

import os
from enum import StrEnum
from pathlib import Path

from netmoede_desktop.storage.layout import Layout


class ProfileContent(StrEnum):
    """What a profile folder holds."""

    NOTHING = "nothing"
    VAULT = "vault"
    ONLY_BACKUPS = "only_backups"


def has_vault(profile: Path) -> bool:
    """Whether the profile holds a vault, or what is left of one; so it may where that cannot be seen."""
    return found_in(profile) is ProfileContent.VAULT


def found_in(profile: Path) -> ProfileContent:
    """Return what the profile folder holds; backups without a vault mean that the vault was lost.

    What cannot be looked into is not nothing: there may be a vault, or backups. Opening them then says what is wrong.
    """
    layout = Layout(profile)
    try:
        if layout.has_vault:
            return ProfileContent.VAULT
    except OSError:
        return ProfileContent.VAULT
    try:
        lost = any(name.endswith(".db") for name in os.listdir(layout.backups))  # noqa: PTH208 - iterdir hides why it fails
    except (FileNotFoundError, NotADirectoryError):
        lost = False
    except OSError:
        lost = True
    return ProfileContent.ONLY_BACKUPS if lost else ProfileContent.NOTHING


def preferences_file(profile: Path) -> Path:
    """Where the windows' own settings lie; nothing personal stands in them."""
    return profile / "window.json"


def municipal_methods(profile: Path) -> Path:
    """The folder of the municipality's own method files; it need not exist."""
    return profile / "methods"
