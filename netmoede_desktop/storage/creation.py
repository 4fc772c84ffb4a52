"""Making a new vault: built whole in a folder of its own, which then takes the vault's name in one step."""

import contextlib
from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from netmoede_desktop.storage.backups.backup import list_backups
from netmoede_desktop.storage.building import building_place, move_into_place
from netmoede_desktop.storage.checks.integrity import fold_log, seal_of
from netmoede_desktop.storage.database.driver import open_for_writing
from netmoede_desktop.storage.failures import translated
from netmoede_desktop.storage.files import create_private_file, sync_file, sync_folder
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


def create_vault(
    layout: Layout, passphrase: str, surroundings: Surroundings, keep_code: KeepCode | None = None
) -> tuple[Keyring, RecoveryCode]:
    """Make the vault of a profile whose lock is held.

    The remains of an interrupted creation are removed first. `keep_code` gets the code before the vault has its
    name; an exception of it propagates, and there is no vault. Raises `StoreExists` if there is a vault, or backups of
    one (`found` says which), `Unreadable` if that cannot be seen, or a disk problem; the vault is whole or absent.
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
            move_into_place(building.vault, layout.vault)
            sync_folder(layout.profile)
    return keyring.moved_to(layout.key_files), code


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
