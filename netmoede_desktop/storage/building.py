"""A vault is built whole in a folder of its own, which then takes the vault's name in one step."""

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from netmoede_desktop.storage.files import PRIVATE_FOLDER
from netmoede_desktop.storage.layout import Layout

UNFINISHED: Final = ".creating"


@contextlib.contextmanager
def building_place(layout: Layout) -> Iterator[Layout]:
    """Yield an empty vault folder beside the profile's, in which one can be built; it is removed afterwards.

    The remains of an earlier, interrupted building are removed first. Raises OSError.
    """
    unfinished = layout.profile / UNFINISHED
    building = Layout(unfinished)
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(mode=PRIVATE_FOLDER)
    building.vault.mkdir(mode=PRIVATE_FOLDER)
    try:
        yield building
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def move_into_place(built: Path, vault: Path) -> None:
    """Rename a folder that was built to the vault's name, in one step. Raises OSError if something else has it."""
    if os.name == "nt" and vault.exists():
        vault.rmdir()
    built.rename(vault)
