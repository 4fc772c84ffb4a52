"""How long an act waits for the disk, against a raw SQLCipher commit in the same run (docs/measurements.md).

`python -m tests.storage.journal.bench_journal FOLDER [acts]` prints one JSON object; FOLDER must not exist. Times are
in milliseconds. `act` is one journal entry made durable, `act_with_note` the same with a private note through the
tables.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from netmoede_desktop.storage.database.driver import open_for_writing
from netmoede_desktop.storage.files import create_private_file
from netmoede_desktop.storage.values import JournalEntry
from netmoede_desktop.storage.vault import Vault
from tests.storage.vaults import MEETING, START, new_vault, note, surroundings

PAYLOAD: dict[str, object] = {"person": "mikkel", "text": "x" * 120}


def measure(folder: Path, acts: int) -> dict[str, float]:
    """Return the medians and 99th percentiles, and their ratio to the raw commit; the two take turns."""
    vault, _ = new_vault(folder / "profil", surroundings())
    raw = _raw(folder / "raw.db")

    def act(seq: int) -> None:
        vault.append(MEETING, [JournalEntry(MEETING, seq, seq, "WordGiven", START, PAYLOAD)])

    def act_with_note(seq: int) -> None:
        with vault.transaction() as transaction:
            transaction.journal.append(MEETING, [JournalEntry(MEETING, seq, seq, "WordGiven", START, PAYLOAD)])
            transaction.private_notes.put(note(seq, "x" * 120))

    times = _in_turn([raw, act], 1, acts)
    times |= {"act_with_note": _in_turn([act_with_note], acts + 1, acts // 10)["act_with_note"]}
    figures = {name: statistics.median(found) * 1000 for name, found in times.items()}
    figures |= {f"{name}_p99": sorted(found)[len(found) * 99 // 100] * 1000 for name, found in times.items()}
    figures["act_to_raw"] = figures["act"] / figures["raw"]
    figures["act_p99_to_raw"] = figures["act_p99"] / figures["raw"]
    figures["read_all"] = _read_all(vault)
    vault.close()
    return {name: round(value, 3) for name, value in figures.items()}


def _raw(path: Path) -> Callable[[int], None]:
    create_private_file(path)
    connection = open_for_writing(path, b"k" * 32, b"s" * 16)
    connection.execute(
        "CREATE TABLE e (m TEXT, s INT, a INT, n TEXT, t TEXT, p TEXT, PRIMARY KEY (m, s)) WITHOUT ROWID"
    )
    text = json.dumps(PAYLOAD)

    def raw(seq: int) -> None:
        connection.execute("BEGIN IMMEDIATE")
        row = (MEETING, seq, seq, "WordGiven", START.isoformat(), text)
        connection.execute("INSERT INTO e VALUES (?, ?, ?, ?, ?, ?)", row)
        connection.execute("COMMIT")

    return raw


def _in_turn(contenders: list[Callable[[int], None]], first: int, count: int) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {contender.__name__: [] for contender in contenders}
    for seq in range(first, first + count):
        for contender in contenders:
            begun = time.perf_counter()
            contender(seq)
            times[contender.__name__].append(time.perf_counter() - begun)
    return times


def _read_all(vault: Vault) -> float:
    begun = time.perf_counter()
    with vault.transaction() as transaction:
        transaction.journal.read(MEETING)
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 2000)))
