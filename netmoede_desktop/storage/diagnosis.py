"""Facts for `netmoede doctor`: the thing checked, its state, and the figures; the wording is in `localization`."""

import shutil
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Final

from netmoede_desktop.storage.backups.backup import Backup
from netmoede_desktop.storage.backups.copies import CopyVerdict
from netmoede_desktop.storage.backups.ownership import Whose, key_beside
from netmoede_desktop.storage.failures import translated
from netmoede_desktop.storage.files import PRIVATE_FILE, PRIVATE_FOLDER
from netmoede_desktop.storage.keys.key_file import load
from netmoede_desktop.storage.layout import Layout
from netmoede_desktop.storage.opening import require_vault
from netmoede_desktop.storage.problems import Fact, StorageProblem, Unreadable
from netmoede_desktop.storage.surroundings import Surroundings
from netmoede_desktop.storage.vault import Vault
from netmoede_desktop.storage.vault_folder import judge_folder

LITTLE_SPACE_BYTES: Final = 500 * 1024 * 1024
NO_SPACE_BYTES: Final = 50 * 1024 * 1024
BACKUP_OLD_AFTER: Final = timedelta(days=7)
_MODE_BITS: Final = 0o777
_OWNER_BITS: Final = 0o600
_NAMED: Final = 4


class Health(StrEnum):
    """How a finding is."""

    OK = "ok"
    WARNING = "warning"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of one check: `check` is `folder`, `space`, `private`, `key`, `database`, `journal` or `backups`.

    `code` is `ok` or another that goes with its health, the code of a storage problem, or what a warning is about.
    """

    check: str
    health: Health
    code: str = "ok"
    facts: dict[str, Fact] = field(default_factory=dict)


def examine_profile(profile: Path, surroundings: Surroundings) -> tuple[Finding, ...]:
    """Look at a profile from outside: folder, disk space, who may read it, key file. Nothing is opened or changed."""
    layout = Layout(profile)
    return (
        _folder(layout, surroundings),
        _space(layout),
        _finding("private", lambda: _private(layout)),
        _finding("key", lambda: _key(layout)),
    )


def examine_vault(vault: Vault, now: datetime) -> tuple[Finding, ...]:
    """Look at an open vault: the full check of the database, the journals, every backup read whole."""
    return (
        _finding("database", lambda: _database(vault)),
        _finding("journal", lambda: _journal(vault)),
        _finding("backups", lambda: _backups(vault, now)),
    )


def _finding(check: str, look: Callable[[], Finding]) -> Finding:
    try:
        return look()
    except StorageProblem as problem:
        return Finding(check, Health.FAILED, problem.code, problem.facts)


def _folder(layout: Layout, surroundings: Surroundings) -> Finding:
    verdict = judge_folder(layout.profile, surroundings.file_system_of)
    if verdict is None:
        return Finding("folder", Health.OK)
    return Finding("folder", Health.FAILED, "unsuitable_folder", {"reason": verdict.reason, "found": verdict.found})


def _space(layout: Layout) -> Finding:
    place = next(level for level in (layout.profile, *layout.profile.absolute().parents) if level.exists())
    free = shutil.disk_usage(place).free
    facts: dict[str, Fact] = {"free_mb": free // (1024 * 1024)}
    if free < NO_SPACE_BYTES:
        return Finding("space", Health.FAILED, "disk_full", facts)
    if free < LITTLE_SPACE_BYTES:
        return Finding("space", Health.WARNING, "little_space", facts)
    return Finding("space", Health.OK, facts=facts)


def _private(layout: Layout) -> Finding:
    """The finding on access: which others may read the files, and whether the program itself may write them."""
    with translated():
        found = [(path, mode, path.lstat().st_mode) for path, mode in _modes(layout)]
    plain = [(path, mode, now) for path, mode, now in found if not stat.S_ISLNK(now)]
    locked = [path.name for path, mode, now in plain if (mode & _OWNER_BITS) & ~now]
    if locked:
        return Finding("private", Health.FAILED, "locked", {"names": ", ".join(sorted(locked)[:_NAMED])})
    open_to_others = sum(1 for _, mode, now in plain if now & _MODE_BITS & ~mode)
    if open_to_others:
        return Finding("private", Health.WARNING, "open_to_others", {"count": open_to_others})
    return Finding("private", Health.OK)


def _modes(layout: Layout) -> Iterator[tuple[Path, int]]:
    if layout.profile.is_dir():
        yield layout.profile, PRIVATE_FOLDER
    for folder in (layout.vault, layout.backups, layout.set_aside):
        if folder.is_dir():
            yield folder, PRIVATE_FOLDER
            yield from ((path, PRIVATE_FOLDER if path.is_dir() else PRIVATE_FILE) for path in folder.rglob("*"))


def _key(layout: Layout) -> Finding:
    require_vault(layout)
    load(layout.key_files)
    found = {path.name: key_beside(path) for path in layout.key_files}
    whole = sum(beside.key_file is not None for beside in found.values())
    unread = [name for name, beside in found.items() if beside.sealed]
    if unread:
        return Finding("key", Health.WARNING, "one_copy_unread", {"whole": whole, "names": ", ".join(unread)})
    if whole < len(layout.key_files):
        return Finding("key", Health.WARNING, "one_copy_damaged", {"whole": whole})
    return Finding("key", Health.OK, facts={"whole": whole})


def _database(vault: Vault) -> Finding:
    vault.check()
    problem = vault.reading_only
    if problem is not None:
        return Finding("database", Health.FAILED, problem.code, problem.facts)
    return Finding("database", Health.OK, facts={"bytes": vault.layout.store.stat().st_size})


def _journal(vault: Vault) -> Finding:
    with vault.transaction() as transaction:
        gaps = transaction.journal.meetings_with_gaps()
        broken = [m.id for m in transaction.meetings.newest_first() if not transaction.minutes.is_whole(m.id)]
        meetings = len(transaction.meetings.newest_first())
    facts: dict[str, Fact] = {"meetings": meetings, "gaps": len(gaps), "minutes_broken": len(broken)}
    if gaps or broken:
        return Finding("journal", Health.FAILED, "damaged_store", facts)
    return Finding("journal", Health.OK, facts=facts)


def _backups(vault: Vault, now: datetime) -> Finding:
    backups = vault.backups()
    ours = [backup for backup in backups if backup.whose is not Whose.FOREIGN]
    foreign = len(backups) - len(ours)
    if not ours:
        return Finding("backups", Health.WARNING, "no_backup", {"count": 0, "foreign": foreign})
    verdicts = [_verdict(vault, backup) for backup in ours]
    facts: dict[str, Fact] = {
        "count": len(ours),
        "damaged": verdicts.count("damaged"),
        "unread": verdicts.count("unread"),
        "misnamed": verdicts.count(CopyVerdict.MISNAMED),
        "ahead": sum(backup.ahead for backup in ours),
        "foreign": foreign,
    }
    sound = [backup.made for backup in ours if not backup.ahead]
    age = now - max(sound, default=now)
    facts["newest_days"] = max(age.days, 0)
    return _backup_finding(facts, old=age > BACKUP_OLD_AFTER)


def _backup_finding(facts: dict[str, Fact], *, old: bool) -> Finding:
    """The finding for the worst fault of the backups."""
    if facts["damaged"]:
        return Finding("backups", Health.FAILED, "backup_damaged", facts)
    if facts["unread"]:
        return Finding("backups", Health.WARNING, "backup_unread", facts)
    if facts["misnamed"]:
        return Finding("backups", Health.WARNING, "backup_misnamed", facts)
    if facts["ahead"]:
        return Finding("backups", Health.WARNING, "backup_ahead", facts)
    if old:
        return Finding("backups", Health.WARNING, "backup_old", facts)
    if facts["foreign"]:
        return Finding("backups", Health.OK, "backups_of_others", facts)
    return Finding("backups", Health.OK, facts=facts)


def _verdict(vault: Vault, backup: Backup) -> str:
    if backup.whose is Whose.UNREADABLE:
        return "unread"
    try:
        return vault.verify_backup(backup.name)
    except Unreadable:
        return "unread"
    except StorageProblem:
        return "damaged"
