"""Putting a backup in the store's place; the old store is set aside, and what was deleted stays deleted."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sqlmodel import Session

from netmoede_desktop.storage.backup import Backup, find_backup, list_backups, verify_backup
from netmoede_desktop.storage.connection import StoreConnection, connect
from netmoede_desktop.storage.failures import translated
from netmoede_desktop.storage.files import create_private_file, make_private_folder, sync_file, sync_folder
from netmoede_desktop.storage.integrity import full_check
from netmoede_desktop.storage.key_file import ChainHead
from netmoede_desktop.storage.keyring import Keyring, unlock_with_passphrase
from netmoede_desktop.storage.layout import Layout
from netmoede_desktop.storage.migrations.steps import migrate
from netmoede_desktop.storage.problems import BackupDamaged, DamagedKeyFile, NewerStore
from netmoede_desktop.storage.repositories.audit import Audit
from netmoede_desktop.storage.repositories.deletions import Deletions
from netmoede_desktop.storage.set_aside import set_aside
from netmoede_desktop.storage.values import AuditAct


def restore_backup(
    layout: Layout, name: str, passphrase: str, actor: str, now: datetime
) -> tuple[Keyring, Path | None]:
    """Restore a backup into a profile whose lock is held; return its keys and the folder with the old store, if any.

    Works whether or not the present store and key file are whole: with both copies of the key file gone, the
    newest whole copy beside a backup opens it. Raises `NoBackup`, `BackupDamaged`, `WrongPassphrase`,
    `DamagedKeyFile`, `NewerStore` or a disk problem, each before anything is replaced.
    """
    backup = find_backup(layout, name)
    keyring = _unlock(layout, passphrase)
    verify_backup(backup, keyring)
    with translated():
        make_private_folder(layout.vault)
        head = _prepare(layout, backup, keyring, AuditAct(now, actor, "store_restored", detail={"backup": name}))
        keyring.change(lambda key_file: replace(key_file, seal=None, next_head=head))
        aside = set_aside(layout, now)
        layout.restoring.replace(layout.store)
        sync_folder(layout.vault)
        keyring.change(lambda key_file: replace(key_file, head=head, next_head=None))
    return keyring, None if aside is None else aside.folder


def newest_good(layout: Layout, passphrase: str) -> Backup | None:
    """Return the newest backup that passes its check, None if none does. Raises what unlocking raises; see above."""
    found = list_backups(layout)
    if not found:
        return None
    keyring = _unlock(layout, passphrase)
    return next((backup for backup in found if _is_good(backup, keyring)), None)


def _is_good(backup: Backup, keyring: Keyring) -> bool:
    try:
        verify_backup(backup, keyring)
    except (BackupDamaged, NewerStore):
        return False
    return True


def _unlock(layout: Layout, passphrase: str) -> Keyring:
    try:
        return unlock_with_passphrase(layout.key_files, passphrase)
    except DamagedKeyFile as problem:
        for backup in list_backups(layout):
            try:
                keyring = unlock_with_passphrase((backup.key_file, backup.key_file), passphrase)
            except DamagedKeyFile:
                continue
            return keyring.moved_to(layout.key_files)
        raise problem from None


def _prepare(layout: Layout, backup: Backup, keyring: Keyring, act: AuditAct) -> ChainHead:
    """Make the store that will take the place, whole and closed, and return the head of its audit chain."""
    for leftover in layout.unfinished_restore:
        leftover.unlink(missing_ok=True)
    create_private_file(layout.restoring)
    shutil.copyfile(backup.store, layout.restoring)
    connection = connect(layout.restoring, keyring.store_key, keyring.store_salt)
    try:
        migrate(connection.plain)
        head = _record(connection, keyring.key_file.deleted, act)
        connection.plain.execute("VACUUM")
        full_check(connection.plain)
    finally:
        connection.close()
    sync_file(layout.restoring)
    return head


def _record(connection: StoreConnection, deleted: Sequence[str], act: AuditAct) -> ChainHead:
    with Session(connection.engine) as session:
        deletions = Deletions(session)
        for case_id in deleted:
            deletions.delete_case(case_id, act.at)
        entry = Audit(session).append(act)
        session.commit()
    return ChainHead(entry.seq, entry.digest)
