"""Making a new vault: built whole in a folder of its own, which then takes the vault's name in one step."""

import contextlib
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeAlias

from netmoede_desktop.storage.backups.backup import list_backups
from netmoede_desktop.storage.database.driver import open_for_writing
from netmoede_desktop.storage.failures import translated
from netmoede_desktop.storage.files import PRIVATE_FOLDER, create_private_file, sync_file, sync_folder
from netmoede_desktop.storage.health.integrity import fold_log, seal_of
from netmoede_desktop.storage.keys.keyring import Keyring, new_keyring
from netmoede_desktop.storage.keys.recovery_code import RecoveryCode
from netmoede_desktop.storage.layout import Layout
from netmoede_desktop.storage.migrations.steps import migrate, newest_schema
from netmoede_desktop.storage.opening import vault_is_there
from netmoede_desktop.storage.problems import StoreExists
from netmoede_desktop.storage.repositories.audit import NO_HEAD
from netmoede_desktop.storage.surroundings import Surroundings

#: Puts a recovery code where its owner finds it.
KeepCode: TypeAlias = Callable[[RecoveryCode], None]

UNFINISHED: Final = ".creating"


def create_vault(
    layout: Layout, passphrase: str, surroundings: Surroundings, keep_code: KeepCode | None = None
) -> tuple[Keyring, RecoveryCode]:
    """Make the vault of a profile whose lock is held.

    Whatever an interrupted creation left is cleared away first. `keep_code` gets the code before the vault has its
    name; what it raises goes through, and there is no vault. Raises `StoreExists` if there is a vault, or backups of
    one (`found` says which), `Unreadable` if that cannot be seen, or a disk problem; a vault is there whole or not at
    all.
    """
    if vault_is_there(layout):
        raise StoreExists(found="vault")
    if list_backups(layout):
        raise StoreExists(found="backups")
    with contextlib.ExitStack() as stack:
        with translated():
            building = stack.enter_context(building_place(layout))
            keyring, code = _build(building, passphrase, surroundings)
        if keep_code is not None:
            keep_code(code)
        with translated():
            take_place(building.vault, layout.vault)
            sync_folder(layout.profile)
    return keyring.moved_to(layout.key_files), code


@contextlib.contextmanager
def building_place(layout: Layout) -> Iterator[Layout]:
    """Give an empty vault folder beside the profile's, in which one can be built; what is left of it then goes.

    Whatever an earlier, interrupted building left is cleared away first. Raises OSError.
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


def take_place(built: Path, vault: Path) -> None:
    """Let a folder that was built take the name of the vault, in one step. Raises OSError if something else has it."""
    if os.name == "nt" and vault.exists():
        vault.rmdir()
    built.rename(vault)


def _build(building: Layout, passphrase: str, surroundings: Surroundings) -> tuple[Keyring, RecoveryCode]:
    keyring, code = new_keyring(building.key_files, passphrase, newest_schema(), NO_HEAD, surroundings)
    create_private_file(building.store)
    connection = open_for_writing(building.store, keyring.store_key, keyring.store_salt)
    try:
        migrate(connection)
        fold_log(connection)
    finally:
        connection.close()
    sync_file(building.store)
    seal = seal_of(building.store)
    keyring.change(lambda key_file: replace(key_file, seal=seal))
    sync_folder(building.vault)
    return keyring, code
