"""The stores that a restore replaced: kept for 30 days, like backups, in case the restore was the mistake.

Where the backup of another vault took the place, the whole vault is set aside, its key file too: nothing else opens it.
"""

import os
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from netmoede_desktop.storage.backups.ownership import Identity, KeyBeside, Whose, key_beside, whose
from netmoede_desktop.storage.backups.retention import MOST_REMOVED, OLDEST_KEPT, is_ahead
from netmoede_desktop.storage.database.driver import Driver
from netmoede_desktop.storage.failures import translated
from netmoede_desktop.storage.files import (
    create_private_file,
    make_private_folder,
    names_in,
    sync_file,
    sync_folder,
    write_durably,
)
from netmoede_desktop.storage.keys.key_file import to_bytes
from netmoede_desktop.storage.keys.keyring import Keyring
from netmoede_desktop.storage.layout import Layout

#: The newest sound instant of the audit log before the restore that is dated so, or else the first after it.
_BESIDE: Final = """
    WITH restored(seq) AS (SELECT min(seq) FROM audit_entry WHERE name='store_restored' AND at >= ?1),
         sound AS (SELECT seq, at FROM audit_entry WHERE at <= ?2)
    SELECT coalesce(
        (SELECT max(at) FROM sound, restored WHERE sound.seq < restored.seq),
        (SELECT min(at) FROM sound, restored WHERE sound.seq > restored.seq))
"""
_STAMP: Final = "%Y-%m-%dT%H-%M-%S.%fZ"


@dataclass(frozen=True, slots=True)
class SetAside:
    """A store set aside: its folder, and when that was."""

    folder: Path
    made: datetime

    @property
    def store(self) -> Path:
        """The store in it; its write-ahead log may lie beside it."""
        return self.folder / "store.db"

    @property
    def key_files(self) -> tuple[Path, Path]:
        """Its key file and the second copy, there only where a whole vault was set aside."""
        return self.folder / "key.json", self.folder / "key-copy.json"


def list_set_aside(layout: Layout) -> list[SetAside]:
    """Return the stores set aside, oldest first; other folders are passed over. Raises a disk problem."""
    with translated():
        found = [_set_aside(layout.set_aside / name) for name in names_in(layout.set_aside)]
    return [store for store in found if store is not None]


def own_set_aside(layout: Layout, keyring: Keyring) -> list[SetAside]:
    """Return those that surely are the vault's own: no other is ever changed. Raises a disk problem."""
    return [aside for aside in list_set_aside(layout) if _owner_of(aside, keyring) is Whose.OWN]


def set_aside(layout: Layout, now: datetime) -> SetAside | None:
    """Link or copy the present store to a folder of its own, and move its log there; None if there is no store.

    The store also stays in its place, until it is replaced there in one step. Raises OSError.
    """
    if not layout.store.exists():
        return None
    aside = free_place(layout, now)
    make_private_folder(aside.folder)
    if layout.store.is_dir():
        layout.store.rename(aside.store)  # whatever that is: it makes room for a store
    else:
        _link_or_copy(layout.store, aside.store)
    layout.store_index.unlink(missing_ok=True)
    if layout.store_log.exists():
        layout.store_log.replace(aside.folder / layout.store_log.name)
    sync_folder(aside.folder)
    return aside


def free_place(layout: Layout, now: datetime) -> SetAside:
    """Return where a store can be set aside; nothing is made."""
    made = now.astimezone(UTC)
    while (folder := layout.set_aside / made.strftime(_STAMP)).exists():
        made += timedelta(microseconds=1)
    return SetAside(folder, made)


def remove_set_aside(store: SetAside) -> None:
    """Remove a store that was set aside. Raises a disk problem."""
    with translated():
        shutil.rmtree(store.folder)


def refresh_set_aside(layout: Layout, keyring: Keyring) -> None:
    """Write the present key file to each of the vault's own that has one of its own with other slots or deletions.

    Raises a disk problem.
    """
    present = keyring.beside_copy(None)
    with translated():
        for aside in own_set_aside(layout, keyring):
            for path in aside.key_files:
                found = key_beside(path).key_file
                if found is not None and (found.slots, found.deleted) != (present.slots, present.deleted):
                    write_durably(path, to_bytes(present))


def expire_set_aside(layout: Layout, keyring: Keyring, connection: Driver, last: datetime, now: datetime) -> None:
    """Remove the vault's own that were set aside more than 30 days before its last moment; a few at a time.

    One that bears a date in the future counts from what the audit log says beside its restore; where that is silent, it
    stays. Raises a disk problem.
    """
    with translated():
        dated = [(aside, _moment(aside, connection, now)) for aside in own_set_aside(layout, keyring)]
    old = [aside for aside, moment in dated if moment is not None and last - moment > OLDEST_KEPT]
    for aside in old[:MOST_REMOVED]:
        remove_set_aside(aside)


def _moment(aside: SetAside, connection: Driver, now: datetime) -> datetime | None:
    if not is_ahead(aside.made, now):
        return aside.made
    marks = (aside.made.isoformat(timespec="microseconds"), now.astimezone(UTC).isoformat(timespec="microseconds"))
    found = connection.execute(_BESIDE, marks).fetchone()[0]
    return None if found is None else datetime.fromisoformat(found)


def _owner_of(aside: SetAside, keyring: Keyring) -> Whose:
    asker = Identity.of(keyring)
    found = [key_beside(path, asker) for path in aside.key_files]
    if any(one.sealed for one in found):
        return Whose.UNREADABLE
    whole = [one for one in found if one.key_file is not None]
    return whose(aside.store, whole[0] if whole else KeyBeside(None), asker)


def _set_aside(folder: Path) -> SetAside | None:
    try:
        return SetAside(folder, datetime.strptime(folder.name, _STAMP).replace(tzinfo=UTC))
    except ValueError:
        return None


def _link_or_copy(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:
        create_private_file(target)
        shutil.copyfile(source, target)
        sync_file(target)
