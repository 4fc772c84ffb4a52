"""Restoring a backup to the store's place; the old store is set aside, and deleted cases stay deleted.

A backup of the vault itself takes the place of its store. One of another vault brings its own key: then the whole vault
is set aside, store and key file, and the other one takes its place. No other backup is touched by either.
"""

import contextlib
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sqlmodel import Session

from netmoede_desktop.storage.backups.backup import Backup, find_backup, list_backups, own_of, verify_backup
from netmoede_desktop.storage.backups.ownership import Whose, key_beside
from netmoede_desktop.storage.backups.set_aside import free_place, set_aside
from netmoede_desktop.storage.building import building_place, move_into_place
from netmoede_desktop.storage.checks.integrity import full_check
from netmoede_desktop.storage.checks.page_codes import begins_with
from netmoede_desktop.storage.database.connection import StoreConnection, connect
from netmoede_desktop.storage.failures import translated
from netmoede_desktop.storage.files import (
    create_private_file,
    make_private_folder,
    names_in,
    sync_file,
    sync_folder,
)
from netmoede_desktop.storage.keys.key_file import ChainHead, KeyFile, load, read_key_file
from netmoede_desktop.storage.keys.keyring import Keyring, unlock_with_passphrase
from netmoede_desktop.storage.layout import Layout
from netmoede_desktop.storage.migrations.steps import migrate
from netmoede_desktop.storage.problems import (
    BackupDamaged,
    DamagedKeyFile,
    NewerStore,
    StorageProblem,
    Unreadable,
    WrongPassphrase,
)
from netmoede_desktop.storage.repositories.audit import Audit
from netmoede_desktop.storage.repositories.deletions import Deletions
from netmoede_desktop.storage.values import AuditAct


def restore_backup(
    layout: Layout, name: str, passphrase: str, actor: str, now: datetime
) -> tuple[Keyring, Path | None]:
    """Restore a backup into a profile whose lock is held; return its keys and the folder with the old store, if any.

    The passphrase is the one of the vault that the backup is of. Works whether or not the present store and key file
    are whole: with both copies of the key file gone, the newest whole one beside a backup of that vault opens it.
    Raises `NoBackup`, `BackupDamaged`, `WrongPassphrase`, `DamagedKeyFile`, `NewerStore`, `Unreadable` or a disk
    problem, each before anything is replaced.
    """
    backup = find_backup(layout, name)
    keyring, present = _unlock(layout, backup, passphrase), _present(layout)
    verify_backup(backup, keyring)
    act = AuditAct(now, actor, "store_restored", detail={"backup": name})
    with translated():
        if isinstance(present, KeyFile) and present.store_id == keyring.key_file.store_id:
            return keyring, _replace_store(layout, backup, keyring, act)
        return keyring, _replace_vault(layout, backup, keyring, act)


def newest_good(layout: Layout, passphrase: str, now: datetime) -> Backup | None:
    """Return the newest backup that passes its check and matches its name, None if none does.

    If none matches its name, the newest that passes; those dated in the future come last. Only the vault's own are
    tried where there is one. Raises what unlocking raises; see above.
    """
    if isinstance(_present(layout), KeyFile):
        keyring = unlock_with_passphrase(layout.key_files, passphrase)
        return _best((backup, keyring) for backup in own_of(list_backups(layout, now, keyring)))
    return _best(_each_opened(list_backups(layout, now), passphrase))


def _best(opened: Iterator[tuple[Backup, Keyring]]) -> Backup | None:
    second: Backup | None = None
    for backup, keyring in opened:
        try:
            if verify_backup(backup, keyring):
                return backup
        except (BackupDamaged, NewerStore, Unreadable):
            continue
        second = second or backup
    return second


def _each_opened(found: Sequence[Backup], passphrase: str) -> Iterator[tuple[Backup, Keyring]]:
    """Yield the backups that this passphrase opens, each key tried once; raise the first problem if none opened."""
    tried: dict[Path, Keyring | StorageProblem] = {}
    for backup in found:
        path = _newest_key_beside(found, backup)
        if path is None:
            tried[backup.key_file] = DamagedKeyFile(reason="missing")
            continue
        if path not in tried:
            tried[path] = _tried(path, passphrase)
        keyring = tried[path]
        if isinstance(keyring, Keyring):
            yield backup, keyring
    problems = [one for one in tried.values() if isinstance(one, StorageProblem)]
    if problems and len(problems) == len(tried):
        raise next((one for one in problems if isinstance(one, WrongPassphrase)), problems[0])


def _tried(path: Path, passphrase: str) -> Keyring | StorageProblem:
    try:
        return unlock_with_passphrase((path, path), passphrase)
    except (WrongPassphrase, DamagedKeyFile, NewerStore, Unreadable) as problem:
        return problem


def _present(layout: Layout) -> KeyFile | StorageProblem:
    """The profile's own key file, or why there is none. Raises `NewerStore`, or a disk problem."""
    with translated():
        if layout.vault.exists() and not layout.vault.is_dir():
            raise Unreadable(name=layout.vault.name, reason="not_a_folder")
    try:
        return load(layout.key_files)
    except (DamagedKeyFile, Unreadable) as problem:
        return problem


def _unlock(layout: Layout, backup: Backup, passphrase: str) -> Keyring:
    """Open the keys of the vault that the backup is of."""
    present = _present(layout)
    if isinstance(present, StorageProblem):
        path = _newest_key_beside(list_backups(layout), backup)
        if path is None:
            raise present
        return unlock_with_passphrase((path, path), passphrase).moved_to(layout.key_files)
    if backup.whose is Whose.FOREIGN:
        try:
            keyring = unlock_with_passphrase((backup.key_file, backup.key_file), passphrase)
        except WrongPassphrase:
            raise WrongPassphrase(reason="foreign") from None
        return keyring.moved_to(layout.key_files)
    if backup.whose is Whose.UNREADABLE:
        with contextlib.suppress(DamagedKeyFile):
            read_key_file(backup.key_file)  # if it cannot be read, that is what to tell
    return unlock_with_passphrase(layout.key_files, passphrase)


def _newest_key_beside(found: Sequence[Backup], backup: Backup) -> Path | None:
    """The newest whole key file that fits the backup: its own, or one beside another backup of the same vault."""
    beside = [(one.key_file, key_beside(one.key_file).key_file) for one in found]
    own = key_beside(backup.key_file).key_file
    fitting = [
        (key_file.revision, path)
        for path, key_file in beside
        if key_file is not None and (_begins(backup, key_file) if own is None else key_file.store_id == own.store_id)
    ]
    return max(fitting)[1] if fitting else None


def _begins(backup: Backup, key_file: KeyFile) -> bool:
    with contextlib.suppress(FileNotFoundError, Unreadable):
        return begins_with(backup.store, key_file.store_salt) is True
    return False


def _replace_store(layout: Layout, backup: Backup, keyring: Keyring, act: AuditAct) -> Path | None:
    """Replace the store whose keys the backup shares with the backup."""
    make_private_folder(layout.vault)
    head = _prepare(layout, backup, keyring, act)
    keyring.change(lambda key_file: replace(key_file, seal=None, next_head=head))
    aside = set_aside(layout, act.at)
    layout.restoring.replace(layout.store)
    sync_folder(layout.vault)
    keyring.change(lambda key_file: replace(key_file, head=head, next_head=None))
    return None if aside is None else aside.folder


def _replace_vault(layout: Layout, backup: Backup, keyring: Keyring, act: AuditAct) -> Path | None:
    """Replace the whole vault folder, if there is one, with a vault made of the backup and its keys.

    Both are whole folders that change places by name. Should the program die between the two, the profile has no vault,
    the old one is whole where it was set aside, and the restore can be made again.
    """
    with building_place(layout) as building:
        keys = keyring.moved_to(building.key_files)
        head = _prepare(building, backup, keys, act)
        building.restoring.replace(building.store)
        keys.change(lambda key_file: replace(key_file, seal=None, head=head, next_head=None))
        sync_folder(building.vault)
        aside = _set_vault_aside(layout, act.at)
        move_into_place(building.vault, layout.vault)
        sync_folder(layout.profile)
    keyring.adopt(keys)
    return aside


def _set_vault_aside(layout: Layout, now: datetime) -> Path | None:
    if not layout.vault.exists() or not _holds_something(layout.vault):
        return None
    folder = free_place(layout, now).folder
    make_private_folder(layout.set_aside)
    layout.vault.rename(folder)
    sync_folder(layout.set_aside)
    return folder


def _holds_something(folder: Path) -> bool:
    try:
        return bool(names_in(folder))
    except Unreadable:
        return True


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
