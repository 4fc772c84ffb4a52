"""What the vault costs: opening it, a backup, an act in the journal, each against its floor in the same run.

The store holds fifty meetings of two hundred entries. Keys are derived at the real cost. The control acts with
synchronous=OFF: if that were no faster, the disk would not be in what is measured.
"""

import shutil
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from netmoede_desktop.services.cases.meeting_list import list_meetings
from netmoede_desktop.storage.backups.backup import create_backup
from netmoede_desktop.storage.database.driver import Driver, open_for_reading
from netmoede_desktop.storage.files import sync_file
from netmoede_desktop.storage.keys.keyring import Keyring, unlock_with_passphrase
from netmoede_desktop.storage.layout import Layout
from netmoede_desktop.storage.surroundings import Surroundings
from netmoede_desktop.storage.vault import Vault
from tests.storage.vaults import CHEAP, MEETING, PASSPHRASE, add_meeting, entry

MOST_SECONDS_AFTER_DERIVATION = 0.35
MOST_TIMES_RAW_COMMIT = 2.5
MOST_TIMES_RAW_BACKUP = 5.0
MOST_SECONDS_BESIDE_BACKUP = 0.1
RUNS = 9
_ACTS = 300
T = TypeVar("T")
_MEETINGS, _ENTRIES = 50, 200


def main() -> int:
    """Measure, print, and return 1 when a target is missed."""
    surroundings = Surroundings.of_this_machine(lambda: datetime.now(UTC))
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        layout = Layout(Path(folder) / "profil")
        _fill(layout.profile, surroundings)
        missed = _opening(layout, surroundings)
        with Vault.open(layout.profile, PASSPHRASE, surroundings) as vault:
            missed += _backups(vault, Path(folder))
            missed += _acts(vault)
        with Vault.open(layout.profile, PASSPHRASE, surroundings) as vault:
            missed += _beside(vault)
    return 1 if missed else 0


def _fill(profile: Path, surroundings: Surroundings) -> None:
    vault, _ = Vault.create(profile, PASSPHRASE, surroundings)
    with vault, vault.transaction() as transaction:
        for number in range(_MEETINGS):
            meeting = MEETING if number == 0 else f"{MEETING}-{number}"
            add_meeting(transaction, f"case-{number}", meeting)
            said = [entry(seq, "ord " * 60, meeting) for seq in range(1, _ENTRIES + 1)]
            transaction.journal.append(meeting, said)


def _opening(layout: Layout, surroundings: Surroundings) -> int:
    """From the passphrase to the list of meetings; what comes after the derivation is measured with a cheap one.

    The floor opens the file with the key and counts the meetings.
    """
    other = Layout(layout.profile.with_name("billig"))
    shutil.copytree(layout.profile, other.profile)
    cheap = replace(surroundings, kdf=CHEAP)
    with Vault.open(other.profile, PASSPHRASE, cheap) as vault:
        vault.change_passphrase(PASSPHRASE, PASSPHRASE)
    whole, after, bare = [], [], []
    for _ in range(RUNS):
        whole.append(_timed_opening(layout.profile, surroundings))
        after.append(_timed_opening(other.profile, cheap))
        keyring = unlock_with_passphrase(other.key_files, PASSPHRASE)
        bare.append(_timed(lambda keyring=keyring: _bare_opening(other, keyring))[1])  # type: ignore[misc]
    print(f"passphrase → overview   {_shown(whole)}   n={RUNS}, {_MEETINGS} meetings, {_MEETINGS * _ENTRIES} entries")
    print(f"  after the derivation  {_shown(after)}   (target {_ms(MOST_SECONDS_AFTER_DERIVATION)})")
    print(f"  floor: bare opening   {_shown(bare)}")
    return int(statistics.median(after) > MOST_SECONDS_AFTER_DERIVATION)


def _timed_opening(profile: Path, surroundings: Surroundings) -> float:
    vault, took = _timed(lambda: _overview(profile, surroundings))
    vault.close()
    return took


def _overview(profile: Path, surroundings: Surroundings) -> Vault:
    vault = Vault.open(profile, PASSPHRASE, surroundings)
    assert len(list_meetings(vault)) == _MEETINGS
    return vault


def _bare_opening(layout: Layout, keyring: Keyring) -> None:
    connection = open_for_reading(layout.store, keyring.store_key, keyring.store_salt, settled=True)
    assert connection.execute("SELECT count(*) FROM meeting").fetchone() == (_MEETINGS,)
    connection.close()


def _backups(vault: Vault, folder: Path) -> int:
    """A verified backup; the floor is a copy by the same means, made durable but not read back."""
    verified, bare, copied = [], [], []
    plain: Driver = vault._connection.plain
    for number in range(RUNS):
        vault.append(MEETING, [entry(_ENTRIES + 1 + number)])
        verified.append(_timed(vault.backup)[1])
        target = folder / f"kopi-{number}.db"
        bare.append(_timed(lambda target=target: _bare_copy(plain, target))[1])  # type: ignore[misc]
        copied.append(_timed(lambda target=target: shutil.copyfile(target, folder / "fil"))[1])  # type: ignore[misc]
        target.unlink()
    times = statistics.median(verified) / statistics.median(bare)
    size = vault.backups()[0].size / 1024
    print(f"backup, read back whole {_shown(verified)}   n={RUNS}, {size:.0f} KiB")
    print(f"  floor: VACUUM INTO    {_shown(bare)}   a plain file copy {_shown(copied)}")
    print(f"  backup / floor        {times:8.2f} x   (target {MOST_TIMES_RAW_BACKUP})")
    return int(times > MOST_TIMES_RAW_BACKUP)


def _bare_copy(plain: Driver, target: Path) -> None:
    plain.execute("VACUUM INTO ?", (str(target),))
    sync_file(target)


def _beside(vault: Vault) -> int:
    """The slowest press while backups of a store of more than 10 MB are made; the control holds the vault meanwhile."""
    with vault.transaction() as transaction:
        for number in range(_MEETINGS):
            meeting = f"{MEETING}-beside-{number}"
            add_meeting(transaction, f"case-{number}", meeting)
            transaction.journal.append(meeting, [entry(seq, "ord " * 240, meeting) for seq in range(1, _ENTRIES + 1)])
    alone = _presses_during(vault, lambda: time.sleep(0.5))
    beside = _presses_during(vault, vault.backup)
    held = _presses_during(vault, lambda: _held_backup(vault))
    size = vault.backups()[0].size / 1e6
    print(f"slowest press beside a backup {_ms(max(beside))}   n={len(beside)}, {size:.0f} MB")
    print(f"  target {_ms(MOST_SECONDS_BESIDE_BACKUP)}; with no backup {_ms(max(alone))}")
    print(f"  control: vault held   {_ms(max(held))}   (must be above the target)")
    return int(max(beside) > MOST_SECONDS_BESIDE_BACKUP) + int(max(held) < MOST_SECONDS_BESIDE_BACKUP)


def _presses_during(vault: Vault, do: Callable[[], object]) -> list[float]:
    """How long each press takes while something else is done three times."""
    with vault.transaction() as transaction:
        seq = transaction.journal.last_seq(MEETING)
    done = threading.Event()

    def work() -> None:
        for _ in range(3):
            do()
        done.set()

    times = []
    thread = threading.Thread(target=work)
    thread.start()
    while not done.is_set():
        seq += 1
        times.append(_timed(lambda seq=seq: vault.append(MEETING, [entry(seq, "ord " * 60)]))[1])  # type: ignore[misc]
        time.sleep(0.002)
    thread.join()
    return times


def _held_backup(vault: Vault) -> None:
    with vault._alone():
        create_backup(vault.layout, vault._connection.plain, vault._keyring, datetime.now(UTC))


def _acts(vault: Vault) -> int:
    """One entry made durable through the vault, and by bare statements on the same connection."""
    plain: Driver = vault._connection.plain
    plain.execute("CREATE TABLE bench (seq INTEGER PRIMARY KEY, meeting TEXT, at TEXT, payload TEXT)")
    first = _ENTRIES + RUNS + 1
    acts, bare = [], []
    for seq in range(first, first + _ACTS):
        acts.append(_timed(lambda seq=seq: vault.append(MEETING, [entry(seq, "ord " * 60)]))[1])  # type: ignore[misc]
        bare.append(_timed(lambda: _bare_commit(plain))[1])
    plain.execute("PRAGMA synchronous=OFF")
    careless = [_timed(lambda: _bare_commit(plain))[1] for _ in range(_ACTS)]
    times = statistics.median(acts) / statistics.median(bare)
    print(f"one act durable         {_shown(acts)}   n={_ACTS}")
    print(f"  floor: bare commit    {_shown(bare)}")
    print(f"  act / floor           {times:8.2f} x   (target {MOST_TIMES_RAW_COMMIT})")
    print(f"  control: no sync      {_shown(careless)}   (must be well below the floor)")
    return int(times > MOST_TIMES_RAW_COMMIT) + int(statistics.median(careless) > 0.8 * statistics.median(bare))


def _bare_commit(plain: Driver) -> None:
    plain.execute("BEGIN IMMEDIATE")
    plain.execute("INSERT INTO bench (meeting, at, payload) VALUES (?, ?, ?)", (MEETING, "2026-11-23", "ord " * 60))
    plain.commit()


def _timed(do: Callable[[], T]) -> tuple[T, float]:
    start = time.perf_counter()
    result = do()
    return result, time.perf_counter() - start


def _shown(times: list[float]) -> str:
    return _ms(statistics.median(times))


def _ms(seconds: float) -> str:
    return f"{seconds * 1e3:8.2f} ms"


if __name__ == "__main__":
    sys.exit(main())
