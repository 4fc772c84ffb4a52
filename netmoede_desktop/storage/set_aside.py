"""The stores that a restore replaced: kept for 30 days, like backups, in case the restore was the mistake."""

import os
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from netmoede_desktop.storage.failures import translated
from netmoede_desktop.storage.files import create_private_file, make_private_folder, sync_file, sync_folder
from netmoede_desktop.storage.layout import Layout

KEPT: Final = timedelta(days=30)
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


def list_set_aside(layout: Layout) -> list[SetAside]:
    """Return the stores set aside, oldest first; other folders are passed over. Raises a disk problem."""
    with translated():
        found = [_set_aside(folder) for folder in sorted(layout.set_aside.glob("*Z"))]
    return [store for store in found if store is not None]


def set_aside(layout: Layout, now: datetime) -> SetAside | None:
    """Keep the present store elsewhere, its log with it; None if there is none.

    The store also stays in its place, until it is replaced there in one step. Raises OSError.
    """
    if not layout.store.exists():
        return None
    made = now.astimezone(UTC)
    while (folder := layout.set_aside / made.strftime(_STAMP)).exists():
        made += timedelta(microseconds=1)
    aside = SetAside(folder, made)
    make_private_folder(folder)
    _link_or_copy(layout.store, aside.store)
    layout.store_index.unlink(missing_ok=True)
    if layout.store_log.exists():
        layout.store_log.replace(folder / layout.store_log.name)
    sync_folder(folder)
    return aside


def remove_set_aside(store: SetAside) -> None:
    """Remove a store that was set aside. Raises a disk problem."""
    with translated():
        shutil.rmtree(store.folder)


def expire_set_aside(layout: Layout, now: datetime) -> None:
    """Remove the stores set aside more than 30 days ago. Raises a disk problem."""
    for store in list_set_aside(layout):
        if now - store.made > KEPT:
            remove_set_aside(store)


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
