"""A look into a profile folder before anything heavy is loaded: whether there is a vault, and the paths of its files.

Only the standard library is imported at the top: the first window waits for this module.
"""

import os
from enum import StrEnum
from pathlib import Path

from netmoede_desktop.storage.layout import Layout


class ProfileContent(StrEnum):
    """The content of a profile folder."""

    NOTHING = "nothing"
    VAULT = "vault"
    ONLY_BACKUPS = "only_backups"


def has_vault(profile: Path) -> bool:
    """Return True if the profile holds a vault, or the remains of one, or cannot be looked into."""
    return found_in(profile) is ProfileContent.VAULT


def found_in(profile: Path) -> ProfileContent:
    """Return the content of the profile folder; backups without a vault mean that the vault was lost.

    A folder that cannot be looked into counts as a vault, or as backups; opening them then reports the cause.
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
    """Return the path of the windows' own settings; they hold nothing personal."""
    return profile / "window.json"


def municipal_methods(profile: Path) -> Path:
    """The folder of the municipality's own method files; it need not exist."""
    return profile / "methods"
